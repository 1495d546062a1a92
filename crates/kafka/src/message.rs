//! A message as Kafka has it and as flows have it.

use std::sync::Arc;

use flow::{Headers, Message, Position, Room, header};
use jiff::Timestamp;
use rdkafka::message::{
    BorrowedMessage, Header, Headers as _, Message as _, OwnedHeaders, Timestamp as KafkaTimestamp,
};

/// Takes a message out of librdkafka: payload, key and all values of headers in one stretch of memory.
pub(crate) fn taken(message: &BorrowedMessage<'_>, topic: &Arc<str>, room: &mut Room) -> Message {
    let payload = message.payload().unwrap_or_default();
    let key = message.key();
    let headers = message.headers();
    let pairs = || headers.iter().flat_map(|headers| headers.iter());
    let rest: usize = pairs().map(|pair| pair.value.map_or(0, <[u8]>::len)).sum();

    let all = room.for_bytes(payload.len() + key.map_or(0, <[u8]>::len) + rest);
    all.extend_from_slice(payload);
    all.extend_from_slice(key.unwrap_or_default());
    for pair in pairs() {
        all.extend_from_slice(pair.value.unwrap_or_default());
    }

    let mut all = all.split().freeze();
    let payload = all.split_to(payload.len());
    let key = key.map(|key| all.split_to(key.len()));
    let mut named = Headers::default();
    for pair in pairs() {
        let value = all.split_to(pair.value.map_or(0, <[u8]>::len));
        named.set(header::name(pair.key), value);
    }
    let time = match message.timestamp() {
        KafkaTimestamp::CreateTime(ms) | KafkaTimestamp::LogAppendTime(ms) => {
            Timestamp::from_millisecond(ms).ok()
        }
        KafkaTimestamp::NotAvailable => None,
    };
    let position =
        Position { source: Arc::clone(topic), partition: message.partition(), offset: message.offset() };
    Message { key, payload, headers: named, position, time }
}

/// The headers as librdkafka wants them; `None` where there are none.
pub(crate) fn given(headers: &Headers) -> Option<OwnedHeaders> {
    if headers.is_empty() {
        return None;
    }
    let given = OwnedHeaders::new_with_capacity(headers.iter().count());
    Some(headers.iter().fold(given, |given, (key, value)| given.insert(Header { key, value: Some(value) })))
}
