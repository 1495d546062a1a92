//! What a file says that no field of the record holds: it stands in a warning, with the name that the file has for it.
//!
//! A format gives everything that it finds ([`Draft::besides`]), whether it was read or not. What is then not among the words
//! of the article is what was lost: so no reader can forget a property, and none has to be listed twice. What is let go, since
//! it is for machines only, each format lists in a [`LetGo`]; `tests/silence.rs` holds all of them against the standards.

use std::borrow::Cow;
use std::collections::HashSet;

use article::{Article, Provider, SignalType, Span};

use super::{Draft, MOST};
use crate::agencies::Agency;
use crate::json::{Fields, Json};
use crate::when;
use crate::xml::Branch;

/// What of a format is not for readers.
pub(crate) struct LetGo {
    /// Elements or fields with all that is in them, in any case; `body_*` are all that begin so.
    pub whole: &'static [&'static str],
    /// Attributes; `headline role` is one of an element, `role` that of all.
    pub attributes: &'static [&'static str],
}

impl LetGo {
    pub(crate) fn lets_whole(&self, name: &str) -> bool {
        self.whole.iter().any(|known| match known.strip_suffix('*') {
            Some(stem) => name.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem)),
            None => known.eq_ignore_ascii_case(name),
        })
    }

    pub(crate) fn lets_attribute(&self, element: &str, name: &str) -> bool {
        // By its length alone nearly each is another.
        let lets = |known: &str| match known.len().checked_sub(name.len()) {
            Some(0) => known.eq_ignore_ascii_case(name),
            Some(behind @ 2..) => {
                known.as_bytes()[behind - 1] == b' '
                    && known.get(behind..).is_some_and(|known| known.eq_ignore_ascii_case(name))
                    && known.get(..behind - 1).is_some_and(|of| of.eq_ignore_ascii_case(element))
            }
            _ => false,
        };
        name.starts_with("xmlns") || self.attributes.iter().any(|known| lets(known))
    }
}

/// Whether words stand where a code or a time should.
fn is_out_of_place(name: &str, value: Json<'_>) -> bool {
    const WORDS: &[&str] = &["body", "headline", "description", "content", "nitf"];
    let is_of_words = WORDS.iter().any(|known| name.starts_with(known));
    !is_of_words && value.words().is_some_and(|words| words.split_whitespace().count() > 3)
}

/// What is in the names of fields for an embargo, a status and a note, in lower case and without marks.
const EMBARGOES: &[&str] =
    &["embargo", "sperrfrist", "holduntil", "holdforrelease", "notbefore", "donotpublishbefore"];
const RELEASES: &[&str] = &[
    "releasetime",
    "releasedate",
    "releasedatetime",
    "daterelease",
    "releaseat",
    "deferreddelivery",
    "publishschedule",
    "publishat",
    "publishafter",
    "availablestart",
    "availablefrom",
    "availableat",
    "usablefrom",
    "visiblefrom",
    "golive",
    "goliveat",
    "validfrom",
];
const STATUSES: &[&str] = &[
    "status",
    "state",
    "pubstatus",
    "publishstatus",
    "publicationstatus",
    "publishingstatus",
    "newsstatus",
    "storystatus",
    "itemstatus",
    "editorialstatus",
    "workflowstate",
    "workflowstatus",
    "managementstatus",
    "signal",
    "signals",
    "instruction",
    "instructions",
    "action",
    "operation",
    "editorialtype",
    "editorialtypes",
    "msgtype",
    "storytype",
    "updatetype",
    "change",
    "changetype",
    "evttype",
    "eventtype",
];
/// Flags that take a story back, with or without `is` before them and `at` behind, and flags that hold it …
const KILLED: &[&str] = &[
    "deleted",
    "kill",
    "killed",
    "spiked",
    "withdrawn",
    "retracted",
    "recalled",
    "revoked",
    "cancelled",
    "canceled",
    "annulled",
    "removed",
    "takedown",
    "takendown",
    "unpublished",
    "donotuse",
    "donotpublish",
    "notforpublication",
];
/// … those of them that damage by one letter does not make another word …
const LIKE_KILLED: &[&str] = &["deleted", "withdrawn", "retracted", "cancelled", "canceled", "unpublished"];
const HELD: &[&str] = &["hold", "held", "onhold", "withheld", "suspended", "draft"];
/// … and that hold it if they say no.
const FREE: &[&str] = &["usable", "published", "publishable", "released"];
/// What is told in these is told of something else than the story …
const OF_OTHERS: &[&str] = &[
    "event",
    "events",
    "product",
    "products",
    "subscription",
    "person",
    "people",
    "organisation",
    "organization",
    "company",
    "place",
    "location",
    "rendition",
    "renditions",
    "remotecontent",
    "image",
    "images",
    "media",
    "comments",
    "user",
    "payment",
];
/// … or of what it was before.
const OF_BEFORE: &[&str] = &["previous", "history"];
const NOTES: &[&str] =
    &["ednote", "editorialnote", "editorsnote", "editornote", "instruction", "advisory", "edmsg"];

/// Whether a field of this name says of a story that it is held or taken back.
pub(crate) fn says_of_life(name: &str) -> bool {
    let key = key(name);
    is_embargo(&key) || is_status(&key) || flag(&key).is_some()
}

/// `embargo=2026-03-05T06:00:00Z`, `X-Status: canceled`, `<embargo>…</embargo>`, `"deleted": true`, `pubStatus qcode="stat:canceled"/>`:
/// in words that are no sentences the names of which it is known what they say of a story, each with its value; no more than `most`.
pub(crate) fn pairs(words: &str, most: usize) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for at in memchr::memchr3_iter(b':', b'=', b'>', words.as_bytes()) {
        if found.len() >= most {
            break;
        }
        let left = words[..at].trim_end_matches(['"', '\'', ' ']);
        let name_of = |left: &str| {
            let before = left.trim_end_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
            before.len()
        };
        let start = name_of(left);
        let (line, mut name) = left.split_at(start);
        let mark = words.as_bytes().get(at).copied().unwrap_or(b' ');
        // `</status>` ends, and `-->` is no name.
        if name.is_empty() || mark == b'>' && !(line.ends_with(['<', ':']) && left.len() == at) {
            continue;
        }
        // Of an element, which is called what the attribute says.
        if mark == b'=' && is_code_name(&key(name)) {
            name = left[name_of(line.trim_end())..].trim();
        }
        if !is_heeded(name) {
            continue;
        }
        let rest = words[at + 1..].trim_start_matches([' ', '\t']);
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match quote {
            Some(quote) => rest[1..].split([quote, '\n']).next(),
            None if mark == b'>' => rest.split('<').next(),
            None if mark == b':' && (line.is_empty() || line.ends_with('\n')) => rest.lines().next(),
            None => rest.split(|c: char| c.is_whitespace() || ",;)}]<>|&".contains(c)).next(),
        };
        let value = value.unwrap_or("").trim();
        if !value.is_empty() {
            found.push((name.to_owned(), value.to_owned()));
        }
    }
    found
}

/// What an attribute or a field is called that has the code of what it is in: `signal.qcode`, `status.name`.
fn is_code_name(key: &str) -> bool {
    const CODES: &[&str] =
        &["qcode", "code", "name", "value", "literal", "uri", "formalname", "text", "content", "norm"];
    CODES.contains(&key)
}

/// Whether a property of this name is heeded at all, whatever it says.
pub(crate) fn is_heeded(name: &str) -> bool {
    const OTHERS: &[&str] = &["available", "scope", "fixid", "note", "notes"];
    let whole = key(name);
    let key = own_key(name, &whole);
    is_embargo(&key)
        || is_status(&key)
        || flag(&key).is_some()
        || OTHERS.contains(&key.as_ref())
        || is_release(&whole, &key)
        || is_note(&key)
}

/// What a property is about, by the last part of its name, or the one before if that is only how it is written.
fn own_key(name: &str, whole: &str) -> String {
    const STEMS: &[&str] = &["pubstatus", "status", "managementstatus", "embargoed", "daterelease"];
    let mut called = name.rsplit([' ', '.']);
    let mut own = called.next().map(key).unwrap_or_default();
    if is_code_name(&own) {
        own = called.next().map(key).unwrap_or_default();
    }
    // `pubStatu sqcode`, `date.releas enorm`: a blank in the wrong place.
    let start = name.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at);
    let two = if start > 0 { Cow::Owned(key(&name[start..])) } else { Cow::Borrowed(whole) };
    let torn = |ending: &&str| two.strip_suffix(ending).filter(|stem| STEMS.contains(stem));
    ["qcode", "formalname", "norm", "literal"].iter().find_map(torn).map_or(own, str::to_owned)
}

/// What a flag of this name says if it is set, and whether it is set by a `no`.
fn flag(key: &str) -> Option<(&'static str, bool)> {
    let bare = key.strip_prefix("is").unwrap_or(key);
    let dated =
        bare.strip_suffix("at").or_else(|| bare.strip_suffix("on")).or_else(|| bare.strip_suffix("date"));
    let is = |flags: &[&str]| flags.contains(&bare) || flags.contains(&key);
    let kills = is(KILLED) || dated.is_some_and(|bare| KILLED.contains(&bare));
    let flags = [(kills, ("kill", false)), (is(HELD), ("hold", false)), (is(FREE), ("hold", true))];
    flags.into_iter().find(|(is, _)| *is).map(|(_, flag)| flag)
}

/// `previousVersion.pubstatus`, `event.status`, `ednote_history`: what is said of something else than the story.
fn is_of_other(name: &str) -> bool {
    let mut parts = name.rsplit([' ', '.']).map(key);
    let own = parts.next().unwrap_or_default();
    let before = |key: &str| OF_BEFORE.iter().any(|known| key.contains(known));
    before(&own) || parts.any(|part| OF_OTHERS.contains(&part.as_str()) || before(&part))
}

/// Names that damage by one letter does not make another.
fn is_embargo(key: &str) -> bool {
    /// `embargoed_countries` are of trade.
    const OTHERS: &[&str] = &["countries", "country", "regions", "markets", "territories", "goods"];
    !OTHERS.iter().any(|other| key.ends_with(other)) && EMBARGOES.iter().any(|known| key.contains(known))
        || ["embargoed", "embargo"].iter().any(|known| is_nearly(key, known))
}

fn is_status(key: &str) -> bool {
    STATUSES.contains(&key)
        || ["pubstatus", "status", "managementstatus", "signals"].iter().any(|known| is_nearly(key, known))
}

fn is_note(key: &str) -> bool {
    NOTES.iter().any(|known| key.contains(known)) || is_nearly(key, "ednote")
}

/// `whole` is all of the name, `own` what of it says what it is about.
fn is_release(whole: &str, own: &str) -> bool {
    RELEASES.iter().any(|known| whole.ends_with(known) || own == *known)
        || is_nearly(whole.strip_suffix("norm").unwrap_or(whole), "daterelease")
}

/// Whether a word is another but for one letter, which was lost, changed, added or taken for the one behind it; in any case.
pub(crate) fn is_nearly(word: &str, known: &str) -> bool {
    if word.len().abs_diff(known.len()) > 1 {
        return false;
    }
    let (word, known) = (word.as_bytes(), known.as_bytes());
    let same = word.iter().zip(known).take_while(|(one, other)| one.eq_ignore_ascii_case(other)).count();
    let (word, known) = (&word[same..], &known[same..]);
    let alike = |one: usize, other: usize| {
        word.get(one..).zip(known.get(other..)).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    let swapped = || match (word, known) {
        ([one, two, ..], [first, second, ..]) => {
            one.eq_ignore_ascii_case(second) && two.eq_ignore_ascii_case(first) && alike(2, 2)
        }
        _ => false,
    };
    [(0, 0), (1, 0), (0, 1), (1, 1)].iter().any(|(one, other)| alike(*one, *other)) || swapped()
}

/// What a flag says that is set: yes, or since when.
fn is_set(words: &str) -> bool {
    let dated = || words.len() >= 8 && words.contains(['-', '/', 'T']) && when::read(words).when().is_some();
    is_yes(words) || dated()
}

fn is_yes(words: &str) -> bool {
    ["true", "yes", "1", "y"].iter().any(|yes| words.eq_ignore_ascii_case(yes))
}

/// The name of a field in lower case, without its marks and the `x-` of headers.
fn key(name: &str) -> String {
    // `x:kill`
    let own = name.rsplit_once(':').map_or(name, |(_, own)| own);
    let bare = own.strip_prefix("x-").or_else(|| own.strip_prefix("X-")).unwrap_or(own);
    let mut key = String::with_capacity(bare.len());
    key.extend(bare.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()));
    key
}

/// A property: what the file calls it, and what it says.
#[derive(Debug)]
pub(crate) struct Property {
    name: String,
    words: String,
    /// From here on its words are looked for: the alias of a scheme may be resolved, the beginning of an address left out.
    from: usize,
}

impl Draft {
    /// A property that the file has: kept until it is known whether the article says it.
    pub(crate) fn besides(&mut self, name: &str, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        self.heed_property(name, words);
        // A tag without its first bracket.
        if words.ends_with("/>") {
            pairs(words, 1).iter().for_each(|(name, words)| self.heed_property(name, words));
        }
        if self.has_room("properties", self.properties.len()) {
            self.properties.push(Property { name: name.to_owned(), words: words.to_owned(), from: 0 });
        }
    }

    /// A property that is called after an embargo, a status or a note: standards have one place for these, and agencies many.
    pub(crate) fn heed_property(&mut self, name: &str, words: &str) {
        /// No code is longer, in bytes.
        const CODE: usize = 40;
        /// Every mail has them, and none is of a story's life.
        const OTHERS: &[&str] = &["subject", "from", "sender", "reply-to", "organization", "keywords"];
        if OTHERS.contains(&name) {
            return;
        }
        let whole = key(name);
        let key = own_key(name, &whole);
        if is_of_other(name) {
            return;
        }
        if let Some((says, by_no)) = flag(&key)
            && (by_no && words.eq_ignore_ascii_case("false") || !by_no && is_set(words))
        {
            self.heed_code(says);
        } else if is_yes(words) && LIKE_KILLED.iter().any(|known| is_nearly(&key, known)) {
            self.heed_code("kill");
        } else if is_embargo(&key) {
            // `embargo_lifted: true`
            if !["lifted", "over", "expired"].iter().any(|over| key.ends_with(over)) {
                self.embargo_in(words.to_owned());
            }
        } else if key == "available" {
            // `start=2026-03-04T06:00:00Z; scheme=W3C-DTF`
            let start = words.split(';').find_map(|part| part.trim().strip_prefix("start="));
            start.into_iter().for_each(|start| self.release_in(start));
        } else if key == "series" {
            // `EMBARGOED UNTIL 0700 GMT MARCH 4`: a name like others
            self.hear(words, crate::head::Place::Head);
        } else if ["fixid", "scope"].contains(&key.as_str()) && words.len() <= CODE && !words.contains(' ') {
            let code = crate::head::of_code(words);
            if code.is_some_and(|code| crate::head::RESTRAINS.contains(&code)) {
                self.heed_code(words);
            }
        } else if is_release(&whole, &key) {
            self.release_in(words);
        } else if is_status(&key) && words.len() <= CODE && !words.contains(' ') {
            // `signals.updatetype: KORR`
            let corrected = || crate::head::of_code(words) == Some(SignalType::Correction);
            if !self.heed_code(words) && ["updatetype", "changetype"].contains(&key.as_str()) && corrected() {
                self.signal(SignalType::Correction, Some(words.to_owned()), None);
            }
        } else if key == "note" || key == "notes" || is_note(&key) {
            // What is told of a picture that goes with a story is not told of the story.
            if name.starts_with("association ") {
                return;
            }
            self.hear(words, crate::head::Place::Note);
        } else if key.contains("usageterms") || key == "rights" {
            self.hear(words, crate::head::Place::Line);
        }
    }

    /// A code with the alias of its scheme, or an address.
    fn besides_code(&mut self, name: &str, code: &str) {
        let before = self.properties.len();
        self.besides(name, code);
        if let Some(property) = self.properties.get_mut(before) {
            let bare = property.words.trim_end_matches(['/', '#']);
            let is_address = bare.contains("://");
            property.from =
                if is_address { bare.rfind(['/', '#']) } else { bare.find(':') }.map_or(0, |at| at + 1);
        }
    }

    /// All that an element says.
    pub(crate) fn besides_all(&mut self, element: Branch<'_, '_>, let_go: &LetGo) {
        self.besides_element(element, None, let_go);
    }

    /// All that the elements in an element say, but those of some names.
    pub(crate) fn besides_children(&mut self, element: Branch<'_, '_>, but: &[&str], let_go: &LetGo) {
        for child in element.children().filter(|child| !but.iter().any(|name| child.is(name))) {
            self.besides_element(child, None, let_go);
        }
    }

    /// Trees are never deeper than the reader allows.
    fn besides_element(&mut self, element: Branch<'_, '_>, inside: Option<&str>, let_go: &LetGo) {
        if let_go.lets_whole(element.name()) || self.properties.len() >= MOST {
            return;
        }
        let own = match inside {
            Some(inside) => format!("{inside} {}", element.name()),
            None => element.name().to_owned(),
        };
        // Which creator, which link, which property: the name says more with it.
        let pair = element.attribute("Value").and(element.attribute("FormalName"));
        let which =
            pair.clone().or_else(|| ["rel", "role"].into_iter().find_map(|name| element.attribute(name)));
        let name = own;
        let own = which.map_or_else(|| name.clone(), |which| format!("{name} {which}"));
        let mut words = element.own_words();
        if words.is_empty() && element.children().next().is_none() {
            // Mark-up that was not taken apart.
            words = super::plain(element.inner().to_owned());
        }
        self.besides(&own, &words);
        let (attributes, damaged) = element.attributes_and_damage();
        if damaged {
            self.warn("payload_mended", format!("the attributes of {own} have damaged marks"));
        }
        for (key, value) in attributes {
            if let_go.lets_attribute(element.name(), &key) {
                continue;
            }
            match key.to_ascii_lowercase().as_str() {
                "qcode" | "uri" => self.besides_code(&own, &value),
                "formalname" if pair.is_some() => {}
                "literal" | "formalname" | "value" => self.besides(&own, &value),
                _ => self.besides(&format!("{name} {key}"), &value),
            }
        }
        for child in element.children() {
            self.besides_element(child, Some(element.name()), let_go);
        }
    }

    /// All that the fields of an object say.
    pub(crate) fn besides_fields(&mut self, fields: &Fields<'_>, let_go: &LetGo) {
        self.besides_fields_but(fields, &|_, _| false, let_go);
    }

    /// All that the fields of an object say, but those of which it is known that they say no more than the article.
    pub(crate) fn besides_fields_but(
        &mut self,
        fields: &Fields<'_>,
        known: &dyn Fn(&str, Json<'_>) -> bool,
        let_go: &LetGo,
    ) {
        // Of a damaged item something may stand where nobody looks for it.
        let inner = LetGo { whole: if fields.faults > 0 { &[] } else { let_go.whole }, ..*let_go };
        for (name, value) in fields.iter().filter(|(name, value)| !known(name, *value)) {
            let told = fields.faults > 0 && is_out_of_place(name, value);
            let let_go = if let_go.lets_whole(name) && !told { let_go } else { &inner };
            self.besides_json(name, name, value, let_go, 0);
        }
    }

    /// What an item that goes with the story says to readers: it is no story of its own, and still has a caption.
    pub(crate) fn besides_association(&mut self, association: Json<'_>, let_go: &LetGo) {
        const FOR_READERS: &[&str] = &[
            "uri",
            "guid",
            "headline",
            "title",
            "description",
            "caption",
            "summary",
            "body",
            "by",
            "credit",
            "copyright",
            "usageterms",
            "ednote",
            "slugline",
        ];
        for (name, value) in association.fields().iter() {
            if FOR_READERS.iter().any(|start| name.starts_with(start)) {
                self.besides_json(
                    &format!("association {name}"),
                    name,
                    value,
                    &LetGo { whole: &[], ..*let_go },
                    1,
                );
            }
        }
    }

    fn besides_json(&mut self, path: &str, name: &str, value: Json<'_>, let_go: &LetGo, depth: usize) {
        /// Nothing of a story nests deeper.
        const DEPTH: usize = 8;
        if depth > DEPTH || self.properties.len() >= MOST {
            return;
        }
        if let_go.lets_whole(name) {
            // What is read where the standard has it may stand elsewhere; a flag stands nowhere else.
            let told = depth > 0 || flag(&key(name)).is_some();
            let words = value.each().take(usize::from(told)).filter_map(Json::words);
            words.for_each(|words| self.heed_property(path, &words));
            return;
        }
        if value.is_object() {
            let fields = value.fields();
            self.lose_of(path, &fields);
            for (inner, value) in fields.iter() {
                self.besides_json(&format!("{path}.{inner}"), inner, value, let_go, depth + 1);
            }
        } else if value.is_list() {
            for value in value.each() {
                self.besides_json(path, name, value, let_go, depth + 1);
            }
        } else if let Some(words) = value.words() {
            match name {
                "uri" | "code" | "qcode" => self.besides_code(path, &words),
                _ => self.besides(path, &words),
            }
        }
    }

    /// Says what is not among the words of the article.
    pub(super) fn say_the_rest(&mut self) {
        for maker in std::mem::take(&mut self.makers) {
            self.besides("made by", &maker);
        }
        let properties = std::mem::take(&mut self.properties);
        if properties.is_empty() {
            return;
        }
        let mut known = Words::of(&self.article);
        if let Some(dateline) = self.read_dateline.take() {
            known.said.add(&dateline);
        }
        // The provider's name is the one we know it by; what it signs with says no more.
        let provider = self.article.provider.as_ref().and_then(|provider| Agency::with_code(&provider.code));
        let is_sign = |words: &str| provider.is_some_and(|agency| agency.signs_as(words));
        for Property { name, words, from } in properties {
            // Mark-up in a field is not of its words.
            let marked = words.contains(['<', '&']);
            let says = is_sign(&words)
                || known.has(&words[from..], &self.article.text)
                || marked && known.has(&super::plain(words.clone()), &self.article.text);
            if !says {
                known.said.add(&words);
                known.said.add(&name);
                self.warn("no_field", format!("{name}: {words}"));
            }
        }
    }
}

/// The words of an article: of its fields; and, if they are asked for, of the beginning of its text.
struct Words {
    said: Said,
    /// The beginning of the text, in small letters; nothing as long as nobody asked.
    near: Option<String>,
    /// Its words, for a property that is a text itself.
    text: Option<HashSet<String>>,
}

/// Words of fields, in small letters. Most articles have few: they are looked for one by one, as it costs less than to
/// take them apart.
#[derive(Default)]
struct Said {
    few: String,
    more: HashSet<String>,
}

impl Said {
    fn add(&mut self, words: &str) {
        /// In bytes.
        const FEW: usize = 2000;
        if self.few.len() < FEW && words.len() < FEW {
            self.few.push_str(&words.to_lowercase());
            self.few.push('\n');
        } else {
            self.more.extend(words_of(words));
        }
    }

    /// Takes them apart after all, for a property of very many words.
    fn spread(&mut self) {
        let few = std::mem::take(&mut self.few);
        self.more.extend(words_of(&few));
    }

    fn has(&self, word: &str) -> bool {
        !self.few.is_empty() && has_word(&self.few, word) || self.more.contains(word)
    }
}

impl Words {
    fn of(article: &Article) -> Self {
        let Article {
            id, provider, headline, byline, slugline, ed_note, keywords, language, dateline, ..
        } = article;
        let mut all: Vec<&str> = vec![id];
        all.extend([headline, byline, slugline, ed_note, language].into_iter().flatten().map(String::as_str));
        if let Some(Provider { code, name }) = provider {
            all.push(code);
            all.extend(name.as_deref());
        }
        all.extend(keywords.iter().map(String::as_str));
        all.extend(dateline.iter().flat_map(|dateline| &dateline.places).map(String::as_str));
        if let Some(Span { exact, .. }) = dateline.as_ref().and_then(|dateline| dateline.span.as_ref()) {
            all.push(exact);
        }
        for subject in &article.subjects {
            all.extend(
                [&subject.scheme, &subject.code, &subject.name].into_iter().flatten().map(String::as_str),
            );
        }
        for signal in &article.signals {
            all.extend([&signal.text, &signal.target].into_iter().flatten().map(String::as_str));
        }
        all.extend(article.warnings.iter().map(|warning| warning.text.as_str()));
        let mut said = Said::default();
        let numbers = [article.urgency.map(u64::from), Some(article.version)];
        // `3.0`, as some systems write their numbers.
        numbers.into_iter().flatten().for_each(|number| said.add(&number.to_string()));
        said.add("0");
        all.into_iter().for_each(|words| said.add(words));
        Self { said, near: None, text: None }
    }

    fn has(&mut self, words: &str, text: &str) -> bool {
        /// What stands in a field and in the copy stands near the beginning of that, in bytes.
        const NEAR: usize = 8000;
        /// So many words are looked for one by one, which costs less than to take the text apart.
        const FEW: usize = 40;
        /// A property of so many bytes is a text.
        const LONG: usize = 4000;
        if words.len() > LONG {
            self.said.spread();
        }
        let missing: Vec<String> = words_of(words).filter(|word| !self.said.has(word)).take(FEW).collect();
        if missing.is_empty() {
            return true;
        }
        let near = self.near.get_or_insert_with(|| text[..text.floor_char_boundary(NEAR)].to_lowercase());
        if missing.len() < FEW {
            return missing.iter().all(|word| has_word(near, word));
        }
        let text = self.text.get_or_insert_with(|| words_of(near).collect());
        words_of(words).all(|word| self.said.has(&word) || text.contains(&word))
    }
}

/// Whether a text has a word, and not as a piece of another.
fn has_word(text: &str, word: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).any(|at| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

fn words_of(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
