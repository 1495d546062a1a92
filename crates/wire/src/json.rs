//! JSON as agencies send it: read where it stands, value by value, and a bad one does not spoil its neighbours.
//!
//! Nothing is built: a [`Json`] is a slice of the text, whose ends were found by counting brackets. So memory does not
//! depend on what a file holds, and the stack not on how deep it nests.

use std::borrow::Cow;

use crate::Unreadable;

/// No story nests deeper; what does is meant to break a reader.
const DEPTH: usize = 256;

/// No object of an agency has more fields; what follows them is not read.
const FIELDS: usize = 2000;

/// One value, from its first character to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Json<'a>(&'a str);

/// Why a value has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoEnd {
    Truncated,
    TooDeep,
}

/// The fields of an object: names in lower case, as agencies do not agree on them.
#[derive(Debug, Default)]
pub(crate) struct Fields<'a> {
    list: Vec<(Cow<'a, str>, Json<'a>)>,
    /// Where something stood that is no field.
    pub faults: usize,
    /// What stood there, and names whose values stood there.
    lost: Vec<&'a str>,
}

impl<'a> Json<'a> {
    /// The first value of a text, whole or not: to look at the beginning of a file.
    pub(crate) fn beginning(text: &'a str) -> Option<Self> {
        let text = text.trim_start_matches(is_blank);
        text.starts_with(['{', '[']).then_some(Self(text))
    }

    /// The length of the value at the start of a text, if it has an end.
    pub(crate) fn length(text: &str) -> Option<usize> {
        end(text).ok()
    }

    /// The string at the start of a text.
    pub(crate) fn beginning_string(text: &'a str) -> Option<Cow<'a, str>> {
        let length = end(text).ok().filter(|_| text.starts_with('"'))?;
        Self(&text[..length]).string()
    }

    /// The value as it was written.
    pub(crate) fn written(self) -> &'a str {
        self.0
    }

    /// Whether it has an end.
    pub(crate) fn is_whole(self) -> bool {
        end(self.0).is_ok_and(|length| length == self.0.len())
    }

    pub(crate) fn is_object(self) -> bool {
        self.0.starts_with('{') || self.is_headless()
    }

    /// Whether its first bracket was lost: `"id": 1, "title": "Tin"}`
    fn is_headless(self) -> bool {
        let may_be = self.0.starts_with('"') && self.0.ends_with('}');
        let name = || string_end(self.0.as_bytes(), 0).and_then(|end| self.0.get(end..));
        may_be && name().is_some_and(|after| after.trim_start_matches(is_blank).starts_with(':'))
    }

    pub(crate) fn is_string(self) -> bool {
        self.0.starts_with('"') && !self.is_headless()
    }

    pub(crate) fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    /// A string, unescaped.
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        if let Some(inner) = self.0.strip_prefix('"').filter(|_| !self.is_headless()) {
            return Some(unescape(inner.strip_suffix('"').unwrap_or(inner)));
        }
        // Its first quote was lost.
        self.0.strip_suffix('"').filter(|_| !self.0.starts_with(['{', '['])).map(unescape)
    }

    /// A string, a number or a truth, without white space at its ends; none if nothing is left. Some wrap each into a list of
    /// one, or into an object with its `value` or `text`.
    pub(crate) fn words(self) -> Option<String> {
        let words = match self.0.as_bytes().first()? {
            b'"' => self.string()?,
            b'[' => {
                let mut all = self.each();
                let one = all.next().filter(|one| !one.is_list())?;
                return one.words().filter(|_| all.next().is_none());
            }
            b'{' => {
                let fields = self.fields();
                // `$date` as the databases of documents write a time.
                let value = ["value", "text", "$date"].iter().find_map(|name| fields.get(name));
                return value.filter(|value| !value.is_object() && !value.is_list())?.words();
            }
            _ if self.0 == "null" => return None,
            _ if self.0.ends_with('"') => self.string()?,
            _ => Cow::Borrowed(self.0),
        };
        let words = words.trim();
        (!words.is_empty()).then(|| words.to_owned())
    }

    /// The values of a list; of anything else, itself: where one is meant a list of one may stand, and the other way.
    pub(crate) fn each(self) -> Each<'a> {
        match self.0.strip_prefix('[') {
            Some(inner) => Each { rest: inner, one: None },
            None => Each { rest: "", one: (self.0 != "null").then_some(self) },
        }
    }

    /// The fields of an object; of anything else, none.
    pub(crate) fn fields(self) -> Fields<'a> {
        let mut fields = Fields::default();
        let Some(mut rest) = self.0.strip_prefix('{').or_else(|| self.is_headless().then_some(self.0)) else {
            return fields;
        };
        fields.faults += usize::from(self.is_headless());
        loop {
            let gap = rest.trim_start_matches(|c| is_blank(c) || c == ',');
            if !gap.starts_with('"') {
                // The end, or something that is no field: what follows the next quote may be one.
                let fault = gap.find('"');
                if let Some(behind) = gap.strip_prefix('}') {
                    // A bracket was lost before: the object was taken for longer than it is.
                    fields.lose(behind);
                    return fields;
                }
                if gap.is_empty() {
                    fields.faults += 1;
                    return fields;
                }
                // `{{"tag": …`: one of them is doubled.
                if fields.list.is_empty()
                    && fields.faults == 0
                    && let Some(inner) = gap.strip_prefix('{')
                {
                    fields.faults += 1;
                    rest = inner;
                    continue;
                }
                if gap.starts_with('{') {
                    // Another object: what is in it is not of this one.
                    fields.faults += 1;
                    fields.lose(gap);
                    return fields;
                }
                fields.faults += 1;
                let Some(fault) = fault else { return fields };
                fields.lose(&gap[..fault]);
                rest = &gap[fault..];
                continue;
            }
            let Ok(length) = end(gap) else {
                // The quote behind its last name was lost.
                let own = gap.trim_end_matches(|c| is_blank(c) || matches!(c, '}' | ']'));
                if let Some((name, Some(value))) = torn_name(own) {
                    fields.faults += 1;
                    fields.list.push((lower(name), Self(value)));
                }
                return fields;
            };
            let name = Self(&gap[..length]);
            rest = gap[length..].trim_start_matches(is_blank);
            let (name, after) = if let Some(after) = rest.strip_prefix(':') {
                let value = after.trim_start_matches(|c| is_blank(c) || c == ':');
                // `"embargoed":: "2026-…"`
                fields.faults += usize::from(after[..after.len() - value.len()].contains(':'));
                (name.string(), value)
            } else {
                fields.faults += 1;
                match torn_name(name.0) {
                    Some((name, Some(value))) => {
                        if fields.list.len() < FIELDS {
                            fields.list.push((lower(name), Self(value)));
                        }
                        continue;
                    }
                    Some((name, None)) => (Some(name), rest),
                    // `"_x" {"embargo": …`, and not the next item.
                    None if is_object_of(name.0, rest, &fields) => (name.string(), rest),
                    None => {
                        fields.lose(name.0);
                        continue;
                    }
                }
            };
            rest = after;
            // A value that has no end is taken as far as it goes: whoever looks at a beginning wants it.
            let told = end(rest);
            let length = told.unwrap_or(rest.len());
            if fields.list.len() >= FIELDS {
                fields.faults += 1;
            } else if told.is_ok() && is_name_of_value(&rest[..length], &rest[length..]) {
                // `"_x": "embargo": "2026-…"`: the bracket between was lost.
                fields.faults += 1;
                if let Some(Cow::Borrowed(name)) = name {
                    fields.lose(name);
                }
                continue;
            } else if let Some(name) = name {
                let name = lower(name);
                // A quote that nobody escaped.
                let value = &rest.as_bytes()[..length];
                let inner =
                    value.get(1..value.len().saturating_sub(1)).filter(|_| value.first() == Some(&b'"'));
                let unclosed = match value.first() {
                    Some(b'"') => value.len() == 1 || value.last() != Some(&b'"'),
                    Some(b'{' | b'[') | None => false,
                    Some(_) => value.last() == Some(&b'"'),
                };
                if unclosed || inner.is_some_and(has_bare_quote) {
                    fields.faults += 1;
                    // `"2026-03-03, "embargoed": "2026-…"`: the name of what follows has become the end of this.
                    let behind = rest[length..].trim_start_matches(is_blank);
                    if behind.starts_with(':')
                        && let Some((_, name)) = rest[..length - 1].rsplit_once('"')
                    {
                        fields.lose(name);
                    }
                }
                // `"2026-03-03",tin rises", "byline": …`: what a code is cut in is no part of it.
                let mut own = &rest[..length];
                if told.is_err() && own.starts_with('"') {
                    // The brackets of the object are not of its last string.
                    own = own.trim_end_matches(|c| is_blank(c) || matches!(c, '}' | ']'));
                }
                if unclosed || inner.is_some_and(has_bare_quote) {
                    let code = own.get(1..).and_then(|inner| inner.split_once('"'));
                    let code = code.filter(|(code, words)| {
                        !code.is_empty()
                            && !code.contains(char::is_whitespace)
                            && words.trim_start().starts_with(',')
                    });
                    if let Some((code, words)) = code {
                        fields.lose(words);
                        own = &own[..code.len() + 2];
                    }
                }
                if length == 0 {
                    fields.faults += 1;
                } else {
                    fields.list.push((name, Self(own)));
                }
            }
            rest = &rest[length..];
        }
    }
}

impl<'a> Fields<'a> {
    fn lose(&mut self, words: &'a str) {
        let words =
            words.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '<' | '>' | '(' | ')' | '.'));
        if words.contains(char::is_alphanumeric) && self.lost.len() < FIELDS {
            self.lost.push(words);
        }
    }

    /// What stood between the fields and is none, in the order of the file.
    pub(crate) fn lost(&self) -> &[&'a str] {
        &self.lost
    }

    /// The value of a field, by its name in lower case. The last of several counts, as in all readers of JSON.
    pub(crate) fn get(&self, name: &str) -> Option<Json<'a>> {
        self.list.iter().rev().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    pub(crate) fn words(&self, name: &str) -> Option<String> {
        self.get(name)?.words()
    }

    /// The first of these fields that says anything.
    pub(crate) fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.words(name))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| value.written() != "null")
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Json<'a>)> {
        self.list.iter().map(|(name, value)| (name.as_ref(), *value))
    }
}

/// A name in lower case.
fn lower(name: Cow<'_, str>) -> Cow<'_, str> {
    match name {
        Cow::Borrowed(name) if !name.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            Cow::Borrowed(name.trim_ascii())
        }
        name => Cow::Owned(name.trim_ascii().to_ascii_lowercase()),
    }
}

/// What a name is made of.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$' | '@')
}

/// The name of a field that has one mark too few, too many or taken for its like, and its value if that was taken for a part of it:
/// `"pubstatus: "canceled"`, `"pubstatus"; "canceled"`, `"pubstatu"s: "canceled"`, `"deleted: true`.
fn torn_name(words: &str) -> Option<(Cow<'_, str>, Option<&str>)> {
    const LONGEST: usize = 40;
    const QUOTES: &[char] = &['"', '\'', '“', '”', '„', '´', '`', '’'];
    let inner = words.strip_prefix('"')?;
    let (name, mut behind) = inner.split_at(inner.find(|c| !is_of_name(c))?);
    let mut name = Cow::Borrowed(name);
    // A quote in the middle of the name.
    if let Some(more) = behind.strip_prefix('"').filter(|more| more.starts_with(is_of_name)) {
        let (end, rest) = more.split_at(more.find(|c| !is_of_name(c))?);
        name.to_mut().push_str(end);
        behind = rest;
    }
    let bare = behind.trim_start_matches(QUOTES);
    let after = bare.trim_start().strip_prefix([':', ';', '=', '.']);
    let value = after.unwrap_or(bare);
    // Without a mark a quote must end the name, and a blank follow.
    let marked = after.is_some() || bare.len() < behind.len() && value.starts_with(is_blank);
    if name.is_empty() || name.len() > LONGEST || !marked {
        return None;
    }
    let value = value.trim_start_matches(is_blank);
    // `"deleted:" true`
    let value = value.strip_prefix("\" ").unwrap_or(value).trim();
    if value.is_empty() {
        return after.map(|_| (name, None));
    }
    let list = value.trim_start_matches(['[', ' ']);
    let string = list.len() > 2 && list.starts_with('"') && list.ends_with('"');
    let literal = || {
        matches!(value, "true" | "false" | "null")
            || value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'))
    };
    if string { Some((name, Some(list))) } else { literal().then_some((name, Some(value))) }
}

/// Whether a string is nothing but a name, and not of a list.
fn is_name(string: &str) -> bool {
    let inner = string.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
    inner.is_some_and(|inner| {
        let inner = inner.strip_prefix('{').unwrap_or(inner);
        !inner.is_empty() && inner.chars().all(is_of_name)
    })
}

/// Whether what stands in place of a value is the name of another field, whose value follows.
fn is_name_of_value(value: &str, behind: &str) -> bool {
    // Nearly nothing is followed by that.
    behind.trim_start_matches(is_blank).starts_with(':') && is_name(value)
}

/// Whether an object or a list is the value of a name before it although the mark between them was lost: the next item of a list
/// begins with the name with which this one does.
fn is_object_of(name: &str, rest: &str, fields: &Fields<'_>) -> bool {
    let first = || fields.list.first().map(|(first, _)| first.as_ref());
    let begins = || {
        let name = name_of(rest.as_bytes())?.get(1..)?;
        Some(name.strip_suffix(b"\"").unwrap_or(name).to_ascii_lowercase())
    };
    rest.starts_with(['{', '[']) && is_name(name) && begins().as_deref() != first().map(str::as_bytes)
}

/// The values of a list, one after another.
pub(crate) struct Each<'a> {
    rest: &'a str,
    one: Option<Json<'a>>,
}

impl<'a> Each<'a> {
    /// The values that stand in a text as in a list.
    pub(crate) fn of(text: &'a str) -> Self {
        Self { rest: text, one: None }
    }
}

impl<'a> Iterator for Each<'a> {
    type Item = Json<'a>;

    fn next(&mut self) -> Option<Json<'a>> {
        if let Some(one) = self.one.take() {
            return Some(one);
        }
        let rest = self.rest.trim_start_matches(|c| is_blank(c) || c == ',');
        if rest.is_empty() || rest.starts_with(']') {
            self.rest = "";
            return None;
        }
        let mut length = end_of::<true>(rest).unwrap_or(rest.len()).max(1);
        // `["id": 1, "title": "Tin"}, {"id": 2}]`: the object to which it belongs has lost its start.
        if rest.starts_with('"')
            && let Some(after) = rest.get(length..)
            && after.trim_start_matches(is_blank).starts_with(':')
        {
            length += without_start(after);
        }
        // A stray mark is passed over by its own length.
        let length = (length..=rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        let (value, rest) = rest.split_at(length);
        self.rest = rest;
        Some(Json(value))
    }
}

/// The values of a whole text, that stand one after another or one a line.
pub(crate) struct Values<'a> {
    rest: &'a str,
    /// A value had no end in all that was left: from then on each ends with its line, or time would not be linear.
    by_line: bool,
    /// The last value, if it had no end: as far as it goes.
    torn: &'a str,
    /// It is one line.
    torn_line: bool,
}

impl<'a> Values<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { rest: text, by_line: false, torn: "", torn_line: false }
    }

    /// The last value, if it has no end: what is whole in it may be read all the same.
    pub(crate) fn torn(&self) -> Option<Json<'a>> {
        (!self.torn.is_empty()).then_some(Json(self.torn))
    }

    /// Goes on behind the torn value, whose last part this is; gives as much of that as is not read on from.
    pub(crate) fn resume_behind(&mut self, broken: Option<Json<'a>>) -> Option<Json<'a>> {
        // A line's neighbours are whole.
        if self.torn_line {
            return broken;
        }
        self.rest = "";
        let broken = broken?.0;
        let next =
            memchr::memmem::find(broken.as_bytes().get(1..).unwrap_or_default(), NEXT).map(|at| at + 1);
        let (lost, rest) = broken.split_at(next.unwrap_or(broken.len()));
        self.rest = rest;
        Some(Json(lost))
    }
}

/// So a line begins that looks like an object of its own.
const NEXT: &[u8] = b"\n{\"";

impl<'a> Iterator for Values<'a> {
    /// A value that has an end, or what has none.
    type Item = Result<Json<'a>, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rest = self.rest.trim_start_matches(|c| is_blank(c) || matches!(c, ',' | '\0' | '\u{1e}'));
        if self.rest.is_empty() {
            return None;
        }
        let line = memchr::memchr(b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
        let within = if self.by_line { &self.rest[..line] } else { self.rest };
        let value = if within.starts_with(['{', '[']) { end(within) } else { Err(NoEnd::Truncated) };
        self.torn = if value.is_err() && within.starts_with(['{', '[']) { within } else { "" };
        self.torn_line = self.by_line;
        let (length, no) = match value {
            Ok(length) => {
                let value = Json(&self.rest[..length]);
                self.rest = &self.rest[length..];
                return Some(Ok(value));
            }
            Err(NoEnd::TooDeep) => {
                (self.rest.len(), Unreadable::new("too_deep", "more than 256 brackets inside each other"))
            }
            Err(NoEnd::Truncated) if !within.starts_with(['{', '[']) => {
                (line, Unreadable::new("bad_json", "neither an object nor a list"))
            }
            Err(NoEnd::Truncated) => {
                // The next line may be whole again.
                let next = memchr::memmem::find(&self.rest.as_bytes()[1..], NEXT).map(|at| at + 1);
                let next = if self.by_line { line } else { next.unwrap_or(self.rest.len()) };
                (next, Unreadable::new("truncated_json", format!("no end in {} bytes", self.rest.len())))
            }
        };
        self.by_line = true;
        let (part, rest) = self.rest.split_at(length);
        self.rest = rest;
        Some(Err(Unreadable { part: Some(part.to_owned()), ..no }))
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{feff}')
}

/// Where the value at the start of a text ends: after its closing quote or bracket, or before the next mark.
fn end(text: &str) -> Result<usize, NoEnd> {
    end_of::<false>(text)
}

/// The same of a value in a list. One that has lost its bracket ends where the next begins (`{"id": 1, {"id": 2}`): there an object
/// stands where a field should, it begins with the same name, and no list is open around it.
fn end_of<const IN_LIST: bool>(text: &str) -> Result<usize, NoEnd> {
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
fn name_of(bytes: &[u8]) -> Option<&[u8]> {
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
fn without_start(rest: &str) -> usize {
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
                Ok(length) => at += length,
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
fn has_bare_quote(inner: &[u8]) -> bool {
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
fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
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

/// The characters of a string. What cannot be unescaped stays as it is; half of a pair is U+FFFD.
fn unescape(inner: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'\\', inner.as_bytes()) else { return Cow::Borrowed(inner) };
    let mut whole = String::with_capacity(inner.len());
    whole.push_str(&inner[..first]);
    let mut rest = &inner[first..];
    while let Some(after) = rest.strip_prefix('\\') {
        let mut chars = after.chars();
        let escaped = chars.next();
        rest = chars.as_str();
        match escaped {
            Some('n') => whole.push('\n'),
            Some('r') => whole.push('\r'),
            Some('t') => whole.push('\t'),
            Some('b') => whole.push('\u{8}'),
            Some('f') => whole.push('\u{c}'),
            Some('u') => match unit(rest) {
                Some(high @ 0xd800..0xdc00) => {
                    rest = &rest[4..];
                    let low =
                        rest.strip_prefix("\\u").and_then(unit).filter(|low| (0xdc00..0xe000).contains(low));
                    if let Some(low) = low {
                        rest = &rest[6..];
                        let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                        whole.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                    } else {
                        whole.push('\u{fffd}');
                    }
                }
                Some(unit) => {
                    rest = &rest[4..];
                    whole.push(char::from_u32(unit).unwrap_or('\u{fffd}'));
                }
                None => whole.push_str("\\u"),
            },
            Some(c @ ('"' | '\\' | '/')) => whole.push(c),
            Some(c) => {
                whole.push('\\');
                whole.push(c);
            }
            None => whole.push('\\'),
        }
        let next = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
        whole.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(whole)
}

/// Four hex digits.
fn unit(words: &str) -> Option<u32> {
    let digits = words.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}
