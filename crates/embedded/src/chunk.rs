//! How messages lie in the file.
//!
//! ```text
//! chunk    version (1 byte: 1) · CRC-32 of the rest (4 bytes, little endian) · count · record × count
//! record   length of the rest · flags (1 byte) · [key length · key] · [time] · header count
//!          · (name length · name · value length · value) × header count · payload, to the record's end
//! ```
//!
//! All numbers without a size are LEB128. Flags: 1, there is a key; 2, there is a time; others are refused. The time
//! is in nanoseconds since 1970, zigzag. Names are UTF-8. Topic, partition and offset are not repeated: the chunk's
//! key in the table tells them.

use bytes::Bytes;
use flow::{Header, Headers, Message, Position, header};
use jiff::Timestamp;

/// A chunk ends before it would grow beyond this many bytes. A little under a power of two, so that chunk, key and
/// redb's page header fill the pages that redb gives them.
pub const CHUNK_BYTES: usize = (128 << 10) - 256;

const VERSION: u8 = 1;
/// Version and CRC.
const PROLOGUE: usize = 5;
const HAS_KEY: u8 = 1;
const HAS_TIME: u8 = 2;

/// Gathers the records of one chunk.
#[derive(Default)]
pub(crate) struct ChunkWriter {
    records: Vec<u8>,
    count: u64,
    scratch: Vec<u8>,
}

impl ChunkWriter {
    /// Adds a message, or refuses it because the chunk is full. An empty chunk takes any.
    pub(crate) fn push(&mut self, message: &Message) -> bool {
        self.scratch.clear();
        encode(message, &mut self.scratch);
        // Five bytes cover the record's own length, ten the count.
        if self.count > 0 && PROLOGUE + 15 + self.records.len() + self.scratch.len() > CHUNK_BYTES {
            return false;
        }
        put_number(&mut self.records, self.scratch.len() as u128);
        self.records.extend_from_slice(&self.scratch);
        self.count += 1;
        true
    }

    /// The finished chunk; the writer is empty again. `None` if there was nothing in it.
    pub(crate) fn finish(&mut self) -> Option<(u64, Vec<u8>)> {
        if self.count == 0 {
            return None;
        }
        let count = std::mem::take(&mut self.count);
        let mut chunk = Vec::with_capacity(PROLOGUE + 10 + self.records.len());
        chunk.extend_from_slice(&[VERSION, 0, 0, 0, 0]);
        put_number(&mut chunk, u128::from(count));
        chunk.append(&mut self.records);
        let crc = crc32fast::hash(&chunk[PROLOGUE..]);
        chunk[1..PROLOGUE].copy_from_slice(&crc.to_le_bytes());
        Some((count, chunk))
    }
}

fn encode(message: &Message, into: &mut Vec<u8>) {
    let flags =
        if message.key.is_some() { HAS_KEY } else { 0 } | if message.time.is_some() { HAS_TIME } else { 0 };
    into.push(flags);
    if let Some(key) = &message.key {
        put_bytes(into, key);
    }
    if let Some(time) = message.time {
        let nanos = time.as_nanosecond();
        put_number(into, ((nanos << 1) ^ (nanos >> 127)).cast_unsigned());
    }
    put_number(into, message.headers.iter().count() as u128);
    for (name, value) in message.headers.iter() {
        put_bytes(into, name.as_bytes());
        put_bytes(into, value);
    }
    into.extend_from_slice(&message.payload);
}

fn put_bytes(into: &mut Vec<u8>, bytes: &[u8]) {
    put_number(into, bytes.len() as u128);
    into.extend_from_slice(bytes);
}

fn put_number(into: &mut Vec<u8>, mut number: u128) {
    loop {
        let group = number.to_le_bytes()[0] & 0x7f;
        number >>= 7;
        if number == 0 {
            return into.push(group);
        }
        into.push(group | 0x80);
    }
}

/// What is wrong with a chunk.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Damage {
    #[error("the chunk is of version {0}, this program knows {VERSION}")]
    Version(u8),
    #[error("its checksum does not agree")]
    Checksum,
    #[error("it is missing")]
    Missing,
    #[error("{0} is cut short or malformed")]
    Malformed(&'static str),
}

/// Reads a chunk's records in order. The messages share its bytes.
#[derive(Debug)]
pub(crate) struct ChunkReader {
    rest: Bytes,
    left: u64,
}

impl ChunkReader {
    pub(crate) fn new(mut chunk: Bytes) -> Result<Self, Damage> {
        if chunk.len() < PROLOGUE {
            return Err(Damage::Malformed("the chunk's head"));
        }
        let head = chunk.split_to(PROLOGUE);
        if head[0] != VERSION {
            return Err(Damage::Version(head[0]));
        }
        if crc32fast::hash(&chunk).to_le_bytes() != head[1..] {
            return Err(Damage::Checksum);
        }
        let left = take_u64(&mut chunk, "the count")?;
        Ok(Self { rest: chunk, left })
    }

    /// How many records are left.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// Passes over a record.
    pub(crate) fn skip(&mut self) -> Result<(), Damage> {
        self.record().map(drop)
    }

    /// The next message, at `position`.
    pub(crate) fn message(&mut self, position: Position) -> Result<Message, Damage> {
        decode(self.record()?, position)
    }

    fn record(&mut self) -> Result<Bytes, Damage> {
        self.left = self.left.checked_sub(1).ok_or(Damage::Malformed("the list of records"))?;
        take_bytes(&mut self.rest, "a record")
    }
}

fn decode(mut record: Bytes, position: Position) -> Result<Message, Damage> {
    let flags = *record.first().ok_or(Damage::Malformed("a record"))?;
    let _ = record.split_to(1);
    if flags & !(HAS_KEY | HAS_TIME) != 0 {
        return Err(Damage::Malformed("a record's flags"));
    }
    let key = (flags & HAS_KEY != 0).then(|| take_bytes(&mut record, "a key")).transpose()?;
    let time = (flags & HAS_TIME != 0).then(|| take_time(&mut record)).transpose()?;
    let mut headers = Headers::default();
    let count = take_u64(&mut record, "the number of headers")?;
    if count > 0 {
        headers = (0..count).map(|_| take_header(&mut record)).collect::<Result<Headers, Damage>>()?;
    }
    Ok(Message { key, payload: record, headers, position, time })
}

fn take_time(from: &mut Bytes) -> Result<Timestamp, Damage> {
    let number = take_number(from, "a time")?;
    let nanos = (number >> 1).cast_signed() ^ -((number & 1).cast_signed());
    Timestamp::from_nanosecond(nanos).map_err(|_| Damage::Malformed("a time"))
}

fn take_header(from: &mut Bytes) -> Result<Header, Damage> {
    let name = take_bytes(from, "a header's name")?;
    let name = std::str::from_utf8(&name).map_err(|_| Damage::Malformed("a header's name"))?;
    let name = header::name(name);
    Ok((name, take_bytes(from, "a header's value")?))
}

fn take_bytes(from: &mut Bytes, what: &'static str) -> Result<Bytes, Damage> {
    let length = usize::try_from(take_u64(from, what)?).map_err(|_| Damage::Malformed(what))?;
    if length > from.len() {
        return Err(Damage::Malformed(what));
    }
    Ok(from.split_to(length))
}

fn take_u64(from: &mut Bytes, what: &'static str) -> Result<u64, Damage> {
    u64::try_from(take_number(from, what)?).map_err(|_| Damage::Malformed(what))
}

fn take_number(from: &mut Bytes, what: &'static str) -> Result<u128, Damage> {
    let mut number = 0;
    // 19 groups of seven bits hold 128 and no more.
    for (place, byte) in from.iter().take(19).enumerate() {
        let group = u128::from(byte & 0x7f);
        if place == 18 && group > 3 {
            break;
        }
        number |= group << (7 * place);
        if byte & 0x80 == 0 {
            let _ = from.split_to(place + 1);
            return Ok(number);
        }
    }
    Err(Damage::Malformed(what))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::*;

    fn any_bytes() -> impl Strategy<Value = Bytes> {
        vec(any::<u8>(), 0..300).prop_map(Bytes::from)
    }

    fn any_message() -> impl Strategy<Value = Message> {
        let name = prop_oneof![Just(header::SCHEMA.to_owned()), ".{0,20}"].prop_map(std::borrow::Cow::Owned);
        let time = (Timestamp::MIN.as_nanosecond()..=Timestamp::MAX.as_nanosecond())
            .prop_map(|nanos| Timestamp::from_nanosecond(nanos).unwrap());
        (option::of(any_bytes()), any_bytes(), vec((name, any_bytes()), 0..6), option::of(time)).prop_map(
            |(key, payload, headers, time)| Message {
                key,
                payload,
                headers: headers.into_iter().collect(),
                position: Position::nowhere(),
                time,
            },
        )
    }

    /// All messages of a chunk.
    fn read_all(chunk: Vec<u8>) -> Result<Vec<Message>, Damage> {
        let mut reader = ChunkReader::new(chunk.into())?;
        let mut messages = Vec::new();
        while reader.left() > 0 {
            messages.push(reader.message(Position::nowhere())?);
        }
        Ok(messages)
    }

    proptest! {
        #[test]
        fn any_messages_come_back_as_they_were(messages in vec(any_message(), 1..20)) {
            let mut writer = ChunkWriter::default();
            for message in &messages {
                prop_assert!(writer.push(message));
            }
            let (count, chunk) = writer.finish().unwrap();
            prop_assert_eq!(count, messages.len() as u64);
            prop_assert_eq!(read_all(chunk).unwrap(), messages);
        }

        #[test]
        fn a_chunk_with_any_byte_changed_is_refused(
            messages in vec(any_message(), 1..5), at in any::<prop::sample::Index>(), change in 1..=255u8,
        ) {
            let mut writer = ChunkWriter::default();
            for message in &messages {
                writer.push(message);
            }
            let (_, mut chunk) = writer.finish().unwrap();
            let at = at.index(chunk.len());
            chunk[at] ^= change;
            prop_assert!(read_all(chunk).is_err());
        }

        #[test]
        fn bytes_that_are_no_record_are_an_error_and_never_a_panic(
            bytes in vec(any::<u8>(), 0..200), count in 0..9u8,
        ) {
            let mut chunk = vec![VERSION, 0, 0, 0, 0, count];
            chunk.extend(bytes);
            let crc = crc32fast::hash(&chunk[PROLOGUE..]);
            chunk[1..PROLOGUE].copy_from_slice(&crc.to_le_bytes());
            let _ = read_all(chunk);
        }
    }

    #[test]
    fn a_chunk_is_full_before_it_outgrows_its_pages() {
        let mut writer = ChunkWriter::default();
        let message = Message::new(vec![0; 3000]);
        while writer.push(&message) {}
        let (count, chunk) = writer.finish().unwrap();
        assert!(chunk.len() <= CHUNK_BYTES && chunk.len() + 3100 > CHUNK_BYTES, "{} bytes", chunk.len());
        assert_eq!(count, 43);
    }

    #[test]
    fn one_message_larger_than_a_chunk_has_one_to_itself() {
        let mut writer = ChunkWriter::default();
        assert!(writer.push(&Message::new(vec![7; 8 << 20])));
        assert!(!writer.push(&Message::new("x")));
        let (count, chunk) = writer.finish().unwrap();
        assert_eq!((count, read_all(chunk).unwrap()[0].payload.len()), (1, 8 << 20));
    }

    #[test]
    fn an_unknown_version_is_named() {
        assert_eq!(ChunkReader::new(Bytes::from_static(&[9, 0, 0, 0, 0])).unwrap_err(), Damage::Version(9));
    }
}
