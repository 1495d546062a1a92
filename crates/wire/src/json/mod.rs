//! JSON as agencies send it: read where it stands, value by value, and a bad one does not spoil its neighbours.
//!
//! Nothing is built: a [`Json`] is a slice of the text, whose ends were found by counting brackets. So memory does not
//! depend on what a file holds, and the stack not on how deep it nests.

mod ends;

use std::borrow::Cow;

use crate::Unreadable;
use ends::{NEXT, NoEnd, end, end_of, has_bare_quote, is_blank, name_of, string_end, without_start};

/// No object of an agency has more fields; what follows them is not read.
const FIELDS: usize = 2000;

/// One value, from its first character to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Json<'a>(&'a str);

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
