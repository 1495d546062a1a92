//! Where a value of JSON ends: by counting its brackets, and, where a mark was lost, doubled or taken for its like, by what stands
//! around it.

/// No story nests deeper; what does is meant to break a reader.
const DEPTH: usize = 256;

/// Why a value has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoEnd {
    Truncated,
    TooDeep,
}

/// So a line begins that looks like an object of its own.
pub(super) const NEXT: &[u8] = b"\n{\"";

pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{feff}')
}

/// Where the value at the start of a text ends: after its closing quote or bracket, or before the next mark.
pub(super) fn end(text: &str) -> Result<usize, NoEnd> {
    end_of::<false>(text)
}

/// The same of a value in a list. One that has lost its bracket ends where the next begins (`{"id": 1, {"id": 2}`): there an object
/// stands where a field should, it begins with the same name, and no list is open around it.
pub(super) fn end_of<const IN_LIST: bool>(text: &str) -> Result<usize, NoEnd> {
    let bytes = text.as_bytes();
    match bytes.first() {
        Some(b'"') => string_end(bytes, 0).ok_or(NoEnd::Truncated),
        Some(b'{' | b'[') => {
            let (mut at, mut open) = (0, Open { within: IN_LIST, ..Open::default() });
            // The last marks outside of strings, and where the last string began.
            let (mut mark, mut string) = (0, 0);
            let (mut patience, mut bare, mut like) = (PATIENCE, 0, None);
            while let Some(byte) = bytes.get(at) {
                match byte {
                    b'"' => {
                        string = at;
                        at = string_end(bytes, at).ok_or(NoEnd::Truncated)?;
                        continue;
                    }
                    b'{' => {
                        let next = IN_LIST && open.depth > 0 && open.lists == 0 && !is_value(&bytes[..at]);
                        if next && name_of(bytes) == name_of(&bytes[at..]) {
                            return Ok(at);
                        }
                        // A list has lost its end, and its object too.
                        let by_itself = IN_LIST || at > 0 && bytes[at - 1] == b'\n';
                        if open.lists > 0 && by_itself && is_like_first(bytes, at, &mut like, &mut patience) {
                            return Ok(at);
                        }
                        // `[{{"tag": …`: one of them is doubled.
                        if mark == b'{' && open.is_list(1) && bytes[..at].trim_ascii_end().ends_with(b"{") {
                            at += 1;
                            continue;
                        }
                        // `[{"tag": "p", "text": "Tin", {"tag": "p", …`, deeper inside.
                        if mark != b':'
                            && open.depth > 1
                            && open.is_list(1)
                            && !open.in_list()
                            && patience > 0
                        {
                            patience -= 1;
                            let name = name_of(&bytes[at..]);
                            if name.is_some() && first_name(&bytes[..at]) == name {
                                open.pop();
                            }
                        }
                        open.push(false)?;
                    }
                    b'[' => open.push(true)?,
                    b'}' | b']' if open.in_list() == (*byte == b']') => open.pop(),
                    // `"content": {"text": "Tin"}]}, {`: the list has lost its start, and what it is in is one of several.
                    b']' if mark == b'}' && !open.in_list() && open.is_list(1) && patience > 0 && {
                        patience -= 1;
                        next_is_like::<IN_LIST>(bytes, at)
                    } => {}
                    b'}' | b']' => match open.lost(*byte, mark, &bytes[at + 1..]) {
                        Some(0) => {}
                        Some(count) => (0..count).for_each(|_| open.pop()),
                        // It is of what this value is in.
                        None => return Ok(at),
                    },
                    // The name of a field, in a list: the end of the list was lost before it, or the start of the object.
                    b':' if open.in_list() => {
                        patience = patience.saturating_sub(1);
                        let name = &bytes[string..at];
                        if mark == b'[' || patience > 0 && first_name(&bytes[..string]) == Some(name) {
                            open.push(false)?;
                        } else if open.depth == 1 {
                            return Ok(string);
                        } else {
                            open.pop();
                        }
                    }
                    // `"attrs": "align": "left"}`: the start of the object was lost.
                    b':' if mark == b':' && is_second_name(bytes, string, at) => {
                        open.push(false)?;
                    }
                    b':' | b',' => {}
                    // Words of which the first quote was lost.
                    b'a'..=b'z' | b'A'..=b'Z' | 0x80.. if at >= bare && open.in_list() => {
                        let word = bare_words(bytes, at);
                        bare = word.unwrap_or_else(|none| none);
                        at = word.unwrap_or(at + 1);
                        continue;
                    }
                    _ => {
                        at += 1;
                        continue;
                    }
                }
                mark = *byte;
                at += 1;
                if open.depth == 0 {
                    return Ok(at);
                }
            }
            Err(NoEnd::Truncated)
        }
        Some(first) if IN_LIST && (first.is_ascii_alphabetic() || *first >= 0x80) => {
            Ok(bare_words(bytes, 0).unwrap_or_else(|_| bare_end(text, false)))
        }
        _ => Ok(bare_end(text, !IN_LIST)),
    }
}

/// Whether behind this bracket and the end of the object that it is in another object follows, which begins as the first of the
/// list does that is open.
fn next_is_like<const IN_LIST: bool>(bytes: &[u8], at: usize) -> bool {
    let behind = || {
        let rest = bytes.get(at + 1..)?.trim_ascii_start().strip_prefix(b"}")?;
        rest.trim_ascii_start().strip_prefix(b",")
    };
    behind().and_then(name_of).is_some_and(|name| {
        let own = if IN_LIST { name_of(bytes) } else { None };
        first_name(&bytes[..at]).or(own) == Some(name)
    })
}

/// Whether a string in place of a value is the name of a field, and what follows its colon a value.
fn is_second_name(bytes: &[u8], start: usize, colon: usize) -> bool {
    let string = bytes.get(start..colon).unwrap_or_default().trim_ascii_end();
    let inner = string.strip_prefix(b"\"").and_then(|inner| inner.strip_suffix(b"\"")).unwrap_or_default();
    let value = bytes.get(colon + 1..).and_then(|rest| rest.iter().find(|byte| !byte.is_ascii_whitespace()));
    bytes[..start].trim_ascii_end().ends_with(b":")
        && !inner.is_empty()
        && inner.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-$@".contains(byte))
        && value.is_some_and(|byte| byte.is_ascii_digit() || b"\"{[tfn".contains(byte))
}

/// So often it is asked what a list holds that has a name in it.
const PATIENCE: usize = 20;

/// Whether the object at `at`, in a list inside the first object of these bytes, is none of that list but the one that follows the
/// first: it is written like that (`{"uri": …, "version": …, "type": …`), and the objects of the list are not. `like` is how long
/// the beginning is that both have, once it is known.
fn is_like_first(bytes: &[u8], at: usize, like: &mut Option<usize>, patience: &mut usize) -> bool {
    /// So many names are no chance, where nodes of trees have no more than one of these; they are in each other.
    const NAMES: usize = 3;
    #[rustfmt::skip]
    const OF_ITEMS: &[&[u8]] = &[
        b"uri", b"guid", b"id", b"_id", b"item", b"altids", b"itemid", b"url", b"version", b"versioncreated", b"firstcreated", b"headline",
        b"title", b"language", b"pubstatus", b"date_published", b"slugline",
    ];
    let like = *like.get_or_insert_with(|| {
        bytes.iter().position(|byte| *byte == b'"').and_then(|start| string_end(bytes, start)).unwrap_or(0)
    });
    let own = bytes.get(..like).unwrap_or_default();
    // Nearly all objects of lists have another name for their first.
    if own.first() != Some(&b'{') || !bytes[at..].starts_with(own) || *patience == 0 {
        return false;
    }
    *patience -= 1;
    let names = names_of(bytes, NAMES);
    let of_item = |name: &[u8]| {
        let bare = name.strip_prefix(b"\"").and_then(|bare| bare.strip_suffix(b"\"")).unwrap_or_default();
        OF_ITEMS.iter().any(|known| bare.eq_ignore_ascii_case(known))
    };
    names.len() == NAMES
        && names.iter().copied().filter(|name| of_item(name)).count() > 1
        && names == names_of(&bytes[at..], NAMES)
        && first_name(&bytes[..at]) != name_of(bytes)
}

/// The first names in an object and the objects at its beginning.
fn names_of(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let mut names = Vec::new();
    let mut at = 0;
    // A name and a string.
    for _ in 0..2 * most {
        let Some(start) =
            bytes.get(at..).and_then(|rest| memchr::memchr(b'"', rest)).map(|length| at + length)
        else {
            break;
        };
        let Some(end) = string_end(bytes, start) else { break };
        at = end;
        if names.len() < most && bytes[end..].trim_ascii_start().starts_with(b":") {
            names.push(&bytes[start..end]);
        }
    }
    names
}

/// The first name in the first object of the list that is open at the end of these bytes: with the same name the next begins.
fn first_name(bytes: &[u8]) -> Option<&[u8]> {
    let (mut at, mut open) = (0, Vec::new());
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at = string_end(bytes, at)?;
                continue;
            }
            b'{' | b'[' => open.push((*byte, at)),
            b'}' | b']' => drop(open.pop()),
            _ => {}
        }
        at += 1;
    }
    let (_, start) = open.into_iter().rev().find(|(byte, _)| *byte == b'[')?;
    name_of(bytes.get(start + 1..)?)
}

/// The first name of an object.
pub(super) fn name_of(bytes: &[u8]) -> Option<&[u8]> {
    let object = bytes.trim_ascii_start().strip_prefix(b"{")?.trim_ascii_start();
    object.get(..string_end(object.starts_with(b"\"").then_some(object)?, 0)?)
}

/// The brackets that are open.
#[derive(Default)]
struct Open {
    depth: usize,
    /// All stand in a list.
    within: bool,
    /// So many of them are of lists.
    lists: usize,
    /// Which: a bit for each.
    are_lists: [u64; DEPTH / 64],
}

impl Open {
    fn push(&mut self, list: bool) -> Result<(), NoEnd> {
        let bits = self.are_lists.get_mut(self.depth / 64).ok_or(NoEnd::TooDeep)?;
        let bit = 1 << (self.depth % 64);
        *bits = if list { *bits | bit } else { *bits & !bit };
        self.lists += usize::from(list);
        self.depth += 1;
        Ok(())
    }

    fn pop(&mut self) {
        self.lists -= usize::from(self.in_list());
        self.depth -= 1;
    }

    /// Whether the bracket that is open so far out is one of a list.
    fn is_list(&self, out: usize) -> bool {
        let Some(depth) = self.depth.checked_sub(out + 1) else { return self.within && self.depth == out };
        self.are_lists.get(depth / 64).is_some_and(|bits| bits >> (depth % 64) & 1 == 1)
    }

    fn in_list(&self) -> bool {
        self.is_list(0)
    }

    /// How many brackets one closes that is not of the kind of the last; none if it closes what is around all of them. It may
    /// stand for the right one, that one may be lost, or the one that opened what this closes.
    fn lost(&self, byte: u8, mark: u8, rest: &[u8]) -> Option<usize> {
        /// In bytes.
        const NEAR: usize = 200;
        let near = &rest[..rest.len().min(NEAR)];
        let mut follow = near.iter().copied().filter(|byte| !byte.is_ascii_whitespace());
        let first = follow.next();
        let second = follow.next().filter(|_| first == Some(b','));
        // As many as that closes, and the one around it that is of its kind.
        let around = if self.depth > 1 && self.is_list(1) == (byte == b']') { Some(2) } else { None };
        if byte == b'}' {
            let over = first.is_none_or(|byte| byte == b']') || second == Some(b'{');
            return match (over, self.depth) {
                // `[{"id": 1}}, {"id": 2}]`: one too many
                (true, _) if mark == b'}' && first.is_some() && !self.is_list(2) => Some(0),
                (true, 1) if first.is_some() => None,
                (true, _) => Some(around.unwrap_or(1)),
                (false, _) => Some(1),
            };
        }
        match (mark, first, second) {
            // `"tags": "a", "b"]`
            (b',', ..) => Some(0),
            (_, None | Some(b'{'), _) => Some(around.unwrap_or(1)),
            (_, Some(b']'), _) | (_, _, Some(b'{')) => Some(1),
            // `"authors": {"name": "a"}], "tags"`
            (b'}' | b']', _, Some(b'"')) => Some(0),
            _ if self.depth == 1 => None,
            _ => Some(around.unwrap_or(0)),
        }
    }
}

/// Where a value ends that is no string and has no brackets: before the next mark, unless it is that of a field and a string that has
/// lost its first quote (`"title": Tin rises", "id": 1`).
fn bare_end(text: &str, in_field: bool) -> usize {
    let end =
        text.find(|c| is_blank(c) || matches!(c, ',' | '}' | ']' | '"' | '{' | '[')).unwrap_or(text.len());
    if !in_field || end == 0 {
        return end;
    }
    let (value, rest) = text.split_at(end);
    let is_value =
        matches!(value, "null" | "true" | "false" | "NaN" | "None" | "True" | "False" | "undefined")
            || value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    let after = rest.trim_start_matches(is_blank).chars().next();
    let ended = after.is_none_or(|c| matches!(c, ',' | '}' | ']' | ':' | '"' | '{' | '['));
    let adjacent = rest.starts_with('"') && closes(&rest.as_bytes()[1..]);
    if is_value && ended && !adjacent || after.is_none() {
        return end;
    }
    // Not beyond its line, and not into the next string. What is no value is passed over as far as that quote in any case.
    let quote = memchr::memchr_iter(b'"', text.as_bytes()).find(|at| !text[..*at].ends_with('\\'));
    let quote = quote.filter(|at| closes(&text.as_bytes()[at + 1..]) && !text[..*at].contains('\n'));
    quote.map_or(end, |at| at + 1)
}

/// Behind words in a list that have lost their first quote (`["p", Tin rises."]`); else up to where no such words are.
fn bare_words(bytes: &[u8], at: usize) -> Result<usize, usize> {
    /// No paragraph is longer, in bytes.
    const NEAR: usize = 8000;
    let near = bytes.get(..bytes.len().min(at + NEAR)).unwrap_or(bytes);
    let mut to = at;
    while let Some(length) = memchr::memchr2(b'"', b'\n', near.get(to..).unwrap_or_default()) {
        to += length;
        if near[to] == b'"' && near[to - 1] == b'\\' {
            to += 1;
            continue;
        }
        let own = near.get(at..to).unwrap_or_default();
        let inner = own.trim_ascii_end();
        // It begins a string, or a mark was lost before one.
        let begins =
            inner.ends_with(b",") || inner.ends_with(b"[") || inner.ends_with(b":") || inner.ends_with(b"{");
        let adjacent = inner.len() == own.len() || inner.contains(&b' ');
        let closed = near[to] == b'"' && !begins && adjacent && closes(&bytes[to + 1..]);
        return if closed { Ok(to + 1) } else { Err(to) };
    }
    Err(near.len())
}

/// How far an object goes whose start was lost: to its end, or to the next object.
pub(super) fn without_start(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => match string_end(bytes, at) {
                Some(end) => at = end,
                None => return rest.len(),
            },
            b'}' => return at + 1,
            b'{' | b'[' if is_value(&bytes[..at]) => match end(&rest[at..]) {
                // A list that is none has no length.
                Ok(length) => at += length.max(1),
                Err(_) => return rest.len(),
            },
            b']' | b'{' | b'[' => return at,
            _ => at += 1,
        }
    }
    rest.len()
}

/// Whether what follows these bytes of an object is the value of a field, or at least no object in place of one.
fn is_value(before: &[u8]) -> bool {
    before.iter().rev().find(|byte| !byte.is_ascii_whitespace()).is_none_or(|byte| !b",}]\"".contains(byte))
}

/// Whether a quote stands in the inside of a string that has none before it.
pub(super) fn has_bare_quote(inner: &[u8]) -> bool {
    let mut at = 0;
    while let Some(length) = inner.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += length;
        if inner[at] == b'"' {
            return true;
        }
        at += 2;
    }
    false
}

/// After the closing quote of the string that opens at `at`, or where that quote was lost.
pub(super) fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let start = at;
    let mut at = at + 1;
    let mut bare = None;
    loop {
        at += memchr::memchr3(b'"', b'\\', b'\n', bytes.get(at..)?)?;
        if bytes[at] == b'\n' {
            // No string has a line end in it, though some write one: where an object begins behind it, its line was torn.
            if bytes[at..].starts_with(NEXT) {
                return None;
            }
            at += 1;
        } else if bytes[at] == b'"' {
            if closes(&bytes[at + 1..]) {
                let lost = bare.and_then(|bare| lost_quote(bytes, start, bare, at));
                return Some(lost.unwrap_or(at + 1));
            }
            bare = Some(at);
            at += 1;
        } else {
            at += 2;
        }
    }
}

/// Where the string that opens at `start` has lost the quote at its end: a mark stands before the last `bare` quote in it, and
/// what follows that is the name of a field (`"slug": "Tin, "version": 2`, `"date": "2026-03-03},{"id": "a2"`).
fn lost_quote(bytes: &[u8], start: usize, bare: usize, end: usize) -> Option<usize> {
    /// No name is longer, in bytes.
    const NAME: usize = 60;
    let name = bytes.get(bare + 1..end)?;
    let is_name = !name.is_empty()
        && name.len() <= NAME
        && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-.$:@".contains(byte));
    let mut behind = bytes.get(end + 1..)?.iter().filter(|byte| !byte.is_ascii_whitespace());
    if !is_name
        || behind.next() != Some(&b':')
        || !behind.next().is_some_and(|byte| b"\"{[-0123456789tfn".contains(byte))
    {
        return None;
    }
    let own = bytes.get(start + 1..bare)?;
    let marks =
        own.iter().rev().take_while(|byte| byte.is_ascii_whitespace() || b",{}[]".contains(byte)).count();
    let cut = own.len() - marks;
    own[cut..].iter().any(|byte| b",{".contains(byte)).then_some(start + 1 + cut)
}

/// Whether a quote before these bytes ends its string: one inside it that nobody escaped (`"He said "no" to it"`) has words
/// behind it.
fn closes(rest: &[u8]) -> bool {
    /// No file has more blanks between its marks, in bytes: what stands behind them tells nothing.
    const GAP: usize = 200;
    let near = &rest[..rest.len().min(GAP)];
    let mut after = near.iter().skip_while(|byte| byte.is_ascii_whitespace());
    match after.next() {
        Some(b',') => {
            let next = after.find(|byte| !byte.is_ascii_whitespace());
            next.is_none_or(|byte| b"\"{[]},-0123456789tfn".contains(byte))
        }
        Some(byte) => b"}]:\"".contains(byte) || *byte < b' ' || near.first() == Some(&b'\n'),
        None => true,
    }
}
