//! Mark-up that is nearly XML, made so: a `<` that opens nothing (`tin < zinc`), an end of emphasis without its start.
//!
//! Only what could not be read as it came is mended. What lost an element's own start or end is not: a story could swallow its neighbour,
//! or lose what holds it back.

/// Elements inside a line.
const INLINE: &[&str] = &["a", "b", "br", "em", "font", "i", "p", "q", "span", "strong", "sub", "sup", "u"];

/// More marks than this are no slips: and each end without a start is looked for among all that is open.
const MOST: usize = 100;

/// A mended file, and how many marks were put right; none if there was nothing to mend, or more than that is wrong.
pub(crate) fn mended(text: &str) -> Option<(String, usize)> {
    let mut whole = String::with_capacity(text.len() + 64);
    let mut open: Vec<&str> = Vec::new();
    let (mut at, mut marks) = (0, 0);
    while let Some(found) = memchr::memchr(b'<', &text.as_bytes()[at..]) {
        let start = at + found;
        whole.push_str(&text[at..start]);
        let rest = &text[start..];
        let (length, written) = match tag(rest)? {
            Tag::Other(length) | Tag::Empty(length) => (length, &rest[..length]),
            Tag::Start(name, length) => {
                open.push(name);
                (length, &rest[..length])
            }
            Tag::End(name, length) if open.last() == Some(&name) => {
                open.pop();
                (length, &rest[..length])
            }
            // An end of emphasis that began nowhere; of any other nobody knows what it should have ended.
            Tag::End(name, length) if !open.contains(&name) && INLINE.contains(&name) => {
                marks += 1;
                (length, "")
            }
            Tag::End(..) => return None,
            Tag::Stray => {
                marks += 1;
                (1, "&lt;")
            }
        };
        if marks > MOST {
            return None;
        }
        whole.push_str(written);
        at = start + length;
    }
    whole.push_str(&text[at..]);
    (open.is_empty() && marks > 0).then_some((whole, marks))
}

/// What begins with a `<`, and how long it is.
enum Tag<'t> {
    Start(&'t str, usize),
    Empty(usize),
    End(&'t str, usize),
    /// A comment, data, a declaration.
    Other(usize),
    Stray,
}

/// What begins here; none if it has no end.
fn tag(rest: &str) -> Option<Tag<'_>> {
    /// No tag is longer, in bytes.
    const LONGEST: usize = 64 * 1024;
    let to = |close: &str| {
        memchr::memmem::find(rest.as_bytes(), close.as_bytes()).map(|at| Tag::Other(at + close.len()))
    };
    for (begins, close) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if rest.starts_with(begins) {
            return to(close);
        }
    }
    if rest.starts_with("<!") {
        let end = memchr::memchr2(b'>', b'[', rest.as_bytes())?;
        return if rest.as_bytes()[end] == b'[' { to("]>") } else { to(">") };
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, ':' | '.' | '-' | '_');
    let bare = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name = &bare[..bare.find(|c: char| !is_name(c)).unwrap_or(bare.len())];
    let behind = &bare[name.len()..];
    if name.is_empty() && bare.len() == rest.len() - 1 || name.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Tag::Stray);
    }
    if !behind.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()) {
        return None;
    }
    let before = rest.len() - behind.len();
    let mut quote = None;
    for (at, byte) in behind.bytes().take(LONGEST).enumerate() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'<') => return None,
            (None, b'>') => {
                let length = before + at + 1;
                let empty = behind[..at].ends_with('/');
                return Some(match (bare.len() < rest.len() - 1, empty) {
                    (true, _) => Tag::End(name, length),
                    (false, true) => Tag::Empty(length),
                    (false, false) => Tag::Start(name, length),
                });
            }
            _ => {}
        }
    }
    None
}
