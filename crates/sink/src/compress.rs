//! What a file is written through: a compressor, and beneath it a hash of every byte that reaches the disk.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, IoSlice, Read, Write};
use std::str::FromStr;

use bytes::Bytes;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Bytes that pass between memory and disk at once: small enough to stay in a core's cache while they are hashed.
const BUFFER: usize = 128 * 1024;

/// How files are compressed. In settings: `none`, `gzip`, `zstd`, `zstd:9`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    None,
    Gzip,
    /// With a level, 1 (fast) to 22 (small).
    Zstd(i32),
}

/// Fast, and most of what can be won.
const ZSTD_LEVEL: i32 = 3;
const GZIP_LEVEL: u32 = 6;

impl Compression {
    pub(crate) fn codec(self) -> Codec {
        match self {
            Self::None => Codec::None,
            Self::Gzip => Codec::Gzip,
            Self::Zstd(_) => Codec::Zstd,
        }
    }
}

/// Neither `none` nor `gzip` nor `zstd`, with or without a level.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not none, gzip, zstd or zstd:LEVEL with a level from 1 to 22")]
pub struct UnknownCompression(String);

impl FromStr for Compression {
    type Err = UnknownCompression;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let level = |level: &str| level.parse().ok().filter(|level| (1..=22).contains(level));
        match text.split_once(':') {
            None if text == "none" => Some(Self::None),
            None if text == "gzip" => Some(Self::Gzip),
            None if text == "zstd" => Some(Self::Zstd(ZSTD_LEVEL)),
            Some(("zstd", text)) => level(text).map(Self::Zstd),
            _ => None,
        }
        .ok_or_else(|| UnknownCompression(text.to_owned()))
    }
}

/// A compression without its level, as a manifest names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Codec {
    None,
    Gzip,
    Zstd,
}

impl Codec {
    /// What the name of a file ends in.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }

    /// Reads what a [`Compressor`] wrote.
    pub(crate) fn reader<'a, R: BufRead + 'a>(self, raw: R) -> io::Result<Box<dyn BufRead + 'a>> {
        Ok(match self {
            Self::None => Box::new(raw),
            Self::Gzip => Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(raw))),
            Self::Zstd => Box::new(BufReader::with_capacity(BUFFER, zstd::Decoder::with_buffer(raw)?)),
        })
    }
}

/// Compresses lines into a file.
pub(crate) enum Compressor {
    None(Gather),
    Gzip(GzEncoder<BufWriter<Hashing<File>>>),
    Zstd(zstd::Encoder<'static, BufWriter<Hashing<File>>>),
}

impl Compressor {
    pub(crate) fn new(file: File, compression: Compression) -> io::Result<Self> {
        let file = Hashing::new(file);
        let buffered = |file| BufWriter::with_capacity(BUFFER, file);
        Ok(match compression {
            Compression::None => Self::None(Gather::new(file)),
            Compression::Gzip => {
                Self::Gzip(GzEncoder::new(buffered(file), flate2::Compression::new(GZIP_LEVEL)))
            }
            Compression::Zstd(level) => {
                let mut encoder = zstd::Encoder::new(buffered(file), level)?;
                // So that `zstd --test` can tell a damaged file without a manifest.
                encoder.include_checksum(true)?;
                Self::Zstd(encoder)
            }
        })
    }

    /// Writes a line, and its end after it.
    pub(crate) fn line(&mut self, line: &Bytes) -> io::Result<()> {
        match self {
            Self::None(file) => file.line(line),
            Self::Gzip(encoder) => encoder.write_all(line).and_then(|()| encoder.write_all(END)),
            Self::Zstd(encoder) => encoder.write_all(line).and_then(|()| encoder.write_all(END)),
        }
    }

    /// Bytes that reached the file so far, or are about to; some more are on their way.
    pub(crate) fn bytes(&self) -> u64 {
        let file = match self {
            Self::None(file) => return file.file.bytes,
            Self::Gzip(encoder) => encoder.get_ref(),
            Self::Zstd(encoder) => encoder.get_ref(),
        };
        file.get_ref().bytes + file.buffer().len() as u64
    }

    /// Ends the compression; everything is with the operating system then, though not yet on the disk.
    pub(crate) fn finish(self) -> io::Result<Hashing<File>> {
        let file = match self {
            Self::None(file) => return file.finish(),
            Self::Gzip(encoder) => encoder.finish()?,
            Self::Zstd(encoder) => encoder.finish()?,
        };
        file.into_inner().map_err(io::IntoInnerError::into_error)
    }
}

/// What a line ends with.
const END: &[u8] = b"\n";

/// Lines that go to the file as they are: they are gathered where they stand and written together, so that no byte is copied
/// before the operating system takes it.
pub(crate) struct Gather {
    file: Hashing<File>,
    lines: Vec<Bytes>,
    bytes: usize,
    /// Half of the lines may be in the file: nothing can be made of it any more.
    failed: bool,
}

/// So many bytes of lines are written at once.
const GATHERED: usize = 1 << 20;

impl Gather {
    fn new(file: Hashing<File>) -> Self {
        Self { file, lines: Vec::new(), bytes: 0, failed: false }
    }

    fn line(&mut self, line: &Bytes) -> io::Result<()> {
        // Counted and hashed while it is in the core's cache: it is in the file, or the file is thrown away.
        self.file.passed(line);
        self.file.passed(END);
        self.lines.push(line.clone());
        self.bytes += line.len() + END.len();
        if self.bytes >= GATHERED { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.failed, true) {
            return Err(io::Error::other("an earlier write failed"));
        }
        let mut slices: Vec<_> =
            self.lines.iter().flat_map(|line| [IoSlice::new(line), IoSlice::new(END)]).collect();
        let mut rest = &mut slices[..];
        while !rest.is_empty() {
            match self.file.inner.write_vectored(rest) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(written) => IoSlice::advance_slices(&mut rest, written),
                Err(err) if err.kind() == ErrorKind::Interrupted => {}
                Err(err) => return Err(err),
            }
        }
        self.lines.clear();
        self.bytes = 0;
        self.failed = false;
        Ok(())
    }

    fn finish(mut self) -> io::Result<Hashing<File>> {
        self.write()?;
        Ok(self.file)
    }
}

/// Hashes and counts what passes through it, in either direction.
pub(crate) struct Hashing<T> {
    pub(crate) inner: T,
    pub(crate) bytes: u64,
    sha256: Sha256,
}

impl<T> Hashing<T> {
    pub(crate) fn new(inner: T) -> Self {
        Self { inner, bytes: 0, sha256: Sha256::new() }
    }

    pub(crate) fn sha256(&self) -> String {
        hex(&self.sha256.clone().finalize())
    }

    fn passed(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.bytes += bytes.len() as u64;
    }
}

impl<T: Write> Write for Hashing<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.passed(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<T: Read> Read for Hashing<T> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.passed(&into[..read]);
        Ok(read)
    }
}

impl<T: Read> Hashing<T> {
    pub(crate) fn buffered(self) -> BufReader<Self> {
        BufReader::with_capacity(BUFFER, self)
    }
}

/// The sha256 of bytes in memory, in hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
