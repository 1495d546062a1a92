//! Bytes that are no story at all, told before anything is decoded.

use crate::Unreadable;
use crate::charset::Decoded;

/// First bytes of files that are no text: at which byte, what stands there, the code and what to call it.
const MAGIC: &[(usize, &[u8], &str, &str)] = &[
    (0, b"\x89PNG", "picture", "a PNG picture"),
    (0, b"\xff\xd8\xff", "picture", "a JPEG picture"),
    (0, b"GIF87a", "picture", "a GIF picture"),
    (0, b"GIF89a", "picture", "a GIF picture"),
    (8, b"WEBP", "picture", "a WebP picture"),
    (8, b"WAVE", "picture", "a WAVE sound"),
    (0, b"II*\0", "picture", "a TIFF picture"),
    (0, b"MM\0*", "picture", "a TIFF picture"),
    (4, b"ftyp", "picture", "an MP4, HEIC or AVIF file"),
    (0, b"OggS", "picture", "an Ogg file"),
    (0, b"ID3", "picture", "an MP3 sound"),
    (0, b"\x1aE\xdf\xa3", "picture", "a Matroska film"),
    (0, b"%PDF-", "binary", "a PDF file"),
    (0, b"PK\x03\x04", "binary", "a zip file or an office document"),
    (0, b"\x1f\x8b", "binary", "gzip data"),
    (0, b"BZh", "binary", "bzip2 data"),
    (0, b"\x28\xb5\x2f\xfd", "binary", "zstd data"),
    (0, b"\xfd7zXZ", "binary", "xz data"),
    (0, b"7z\xbc\xaf\x27\x1c", "binary", "a 7z file"),
    (0, b"Rar!\x1a", "binary", "a RAR file"),
    (0, b"\x7fELF", "binary", "a program"),
    (0, b"\xd0\xcf\x11\xe0", "binary", "an old office document"),
    (0, b"SQLite format 3\0", "binary", "an SQLite database"),
    (0, b"\x4c\x6f\xa7\x94\x93\x40", "binary", "XML in EBCDIC"),
];

/// One character in ten that is a control is more than any damaged transmission has.
const CONTROLS_IN: usize = 10;
/// In what is no UTF-8, names no charset and has every fourth character beyond ASCII, one in forty is more: packed and encrypted bytes
/// have one in nine, give or take, and half their characters beyond ASCII.
const CONTROLS_IN_GUESSED: usize = 40;

/// Refuses what has no characters, or what is something else by its first bytes.
pub(crate) fn by_bytes(bytes: &[u8]) -> Result<(), Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::new("empty", "no bytes"));
    }
    let magic =
        MAGIC.iter().find(|(at, magic, ..)| bytes.get(*at..).is_some_and(|bytes| bytes.starts_with(magic)));
    magic.map_or(Ok(()), |(.., code, what)| Err(Unreadable::new(code, *what)))
}

/// Refuses what decoded to nothing, or to what no one wrote.
pub(crate) fn by_characters(decoded: &Decoded<'_>) -> Result<(), Unreadable> {
    let text = &*decoded.text;
    if text.trim_start().is_empty() {
        return Err(Unreadable::new("empty", "nothing but white space"));
    }
    // Marks and padding of a transmission are no sign of a program: only runs of them before, between and behind its words.
    let words = text.trim_matches(|c: char| c.is_control());
    let controls = controls(words.as_bytes()) - padding(words.as_bytes());
    let text = words;
    if text.trim_start().is_empty() {
        return Err(Unreadable::new("binary", "nothing but control characters"));
    }
    // A character has four bytes at most: without many controls none is counted.
    if controls * 4 * CONTROLS_IN_GUESSED < text.len() {
        return Ok(());
    }
    let characters = text.chars().count();
    let beyond_ascii = characters - text.bytes().filter(u8::is_ascii).count();
    let is_guessed = decoded.warnings.iter().any(|warning| warning.code == "charset_guessed");
    let share = if is_guessed && beyond_ascii * 4 >= characters { CONTROLS_IN_GUESSED } else { CONTROLS_IN };
    if controls > 0 && controls * share >= characters {
        return Err(Unreadable::new(
            "binary",
            format!("{controls} of {characters} characters are control characters"),
        ));
    }
    Ok(())
}

/// How many controls stand in runs of one of those that fill a line or its gaps: NUL, SYN, DEL.
fn padding(bytes: &[u8]) -> usize {
    /// So many in a row are no chance.
    const RUN: usize = 8;
    if memchr::memchr3(0, 0x16, 0x7f, bytes).is_none() {
        return 0;
    }
    let mut all = 0;
    for run in bytes.chunk_by(|one, other| one == other) {
        if run.len() >= RUN && matches!(run[0], 0 | 0x16 | 0x7f) {
            all += run.len();
        }
    }
    // A file that is mostly these is none of words.
    if all * 2 > bytes.len() { 0 } else { all }
}

/// How many controls there are that are no line end, tab or form feed.
///
/// Without a branch and in counters of a byte, so that the compiler counts many at once.
pub(crate) fn controls(bytes: &[u8]) -> usize {
    #[expect(
        clippy::needless_bitwise_bool,
        reason = "a branch would keep the loop from counting many at once"
    )]
    let control = |byte: u8| {
        let blank = (byte == b'\n') | (byte == b'\r') | (byte == b'\t') | (byte == 0x0c);
        u8::from((byte < 0x20) & !blank | (byte == 0x7f))
    };
    let chunks = bytes.chunks(usize::from(u8::MAX));
    chunks.map(|chunk| usize::from(chunk.iter().map(|byte| control(*byte)).sum::<u8>())).sum()
}
