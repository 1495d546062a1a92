//! Words by which an agency holds a story back or takes it back: kills, holds and embargoes, in the languages of the wires.
//!
//! The words are lists; what they mean is told by where they stand. A *label* is made of such words and of small ones that
//! go with them, and of nothing else: `STORY WITHDRAWN`, `MANDATORY KILL:`; in `Kill Bill` and `HOLD-UP` stands another. A
//! *sentence* says it of the story itself: `This story has been withdrawn`, and not of an earlier version or a bill. An
//! *embargo* has a time behind it, or nothing: `Embargo on Russian oil` has something else. A note to editors speaks of the
//! story wherever it says so; a line of the copy only by its beginning, and a label in it only in capitals or brackets.

mod code;
mod doubt;
mod far;
mod filter;
mod gate;
mod greeting;
mod items;
mod names;
mod order;
mod releases;
mod words;

use std::collections::HashSet;
use std::sync::LazyLock;

use article::SignalType;

use crate::agencies::Agency;
pub(crate) use code::of_code;
pub(super) use doubt::{Doubt, Verdict, label, slug};
pub(super) use far::is_far;
use filter::Firsts;
pub(super) use gate::may_say as may_say_abroad;
use items::{BY_FIRST, Break, Item, Phrase, items, lowered};
pub(super) use order::{is_of_another, may_begin as may_order, sentences};
pub(super) use releases::{may_say as may_be_of_release, takes_back as takes_release_back};
use words::{
    ASK, BEFORE, Class, EMBARGO, EMBARGOED, FROM, HOLD, ITS, KILL, KILLS, LATER, NEWS, NONE, NOTICE, ORDER,
    OTHER, OWN, PART, PICTURE, PLAIN, PRIVATE, PUBLISH, REASON, RELEASE, ROAD, SAYS, SENT, SERVICE, SMALL,
    STATE, TELLS, THING, THIS, TIME, TO, UNTIL, UNUSED,
};

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// What editors are told: a field for notes, a line that is one.
    Note,
    /// A headline, a line above the story: a label may be its last words, and stand before any others.
    Head,
    /// A line below the story, words that a format sets aside: a label stands there alone, or with a reason.
    Line,
    /// Between paragraphs of the story, or in a box beside it: a label there is a subheading, an item of a list, a sign.
    Inside,
}

/// What words say, each with the byte at which they begin to say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heard {
    pub kill: bool,
    pub hold: bool,
    pub embargo: Option<usize>,
}

impl Heard {
    /// As signals, without the embargo: when that ends is told by when the story was sent.
    pub(crate) fn kinds(self) -> impl Iterator<Item = SignalType> {
        let kinds = [(self.kill, SignalType::Kill), (self.hold, SignalType::Hold)];
        kinds.into_iter().filter(|(says, _)| *says).map(|(_, kind)| kind)
    }
}

/// Hears what words say of the story that they stand in.
pub(crate) fn hear(words: &str, place: Place) -> Heard {
    if may_hear(words, place) { hear_near(words, place, Asked::All) } else { Heard::default() }
}

/// What is asked of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    All,
    /// Only where an embargo begins: an order to take a story back is not looked for, which is dear.
    Embargo,
}

fn hear_near(words: &str, place: Place, asked: Asked) -> Heard {
    // `Dear editors, the story below is embargoed until …`
    let behind = match place {
        Place::Note | Place::Head => greeting::behind(words),
        Place::Line => greeting::behind_request(words),
        Place::Inside => None,
    };
    let Some(rest) = behind else { return hear_bare(words, place, asked, false) };
    let heard = hear_bare(rest, place, asked, true);
    Heard { embargo: heard.embargo.map(|at| at + words.len() - rest.len()), ..heard }
}

/// Hears words before which nothing else stands. `greeted` says that editors were spoken to.
fn hear_bare(words: &str, place: Place, asked: Asked, greeted: bool) -> Heard {
    /// Nothing is told to editors in more, in bytes.
    const NOTE: usize = 2000;
    const LINE: usize = 300;
    let longest = if place == Place::Note { NOTE } else { LINE };
    let words = beginning(words, longest);
    let items = items(words);
    let mut heard = far::hear(words, place);
    // Hardly any line begins so, and hardly any has a word that says such a thing.
    let orders = place != Place::Inside && order::may_begin(words);
    let says = items.iter().any(|item| item.is(SAYING));
    let items = if orders || says { names::without(words, &items) } else { items };
    if orders {
        let back = asked == Asked::All && order::takes_back(words, place);
        heard.kill |= back && !order::is_for_now(words);
        heard.hold |= back && order::is_for_now(words);
        if matches!(place, Place::Head | Place::Note) && order::is_release(words, &items) {
            heard.embargo = items.first().map(|first| first.start);
        }
    }
    heard.kill |= asked == Asked::All
        && place != Place::Inside
        && (releases::may_begin(words)
            || memchr::memmem::find(words.as_bytes(), b"isregard").is_some()
            || words.contains("ISREGARD"))
        && releases::takes_back(words);
    // Two stories may stand in one file.
    heard.kill |= place == Place::Inside && is_thrice(words);
    // In a headline it may be of players.
    heard.hold |= place == Place::Note && is_draft(words);
    if !says {
        return heard;
    }
    // A line that begins in the middle of a sentence is one of a paragraph, unless all of it is of an embargo.
    let known = |item: &Item| {
        item.class & !PLAIN != 0 || words[item.start..].starts_with(|c: char| c.is_ascii_digit())
    };
    let continues = place != Place::Note && !greeted && words.trim_start().starts_with(char::is_lowercase);
    let mut first = !continues || items.iter().all(known);
    let mut named = false;
    for sentence in items.split_inclusive(|item| item.after == Break::Stop) {
        Sentence { text: words, items: sentence, place, first, named }.hear(&mut heard);
        // `The story is being pulled. Please do not use.`
        let of_story = sentence.iter().any(|item| item.is(THIS | OWN))
            && sentence.iter().all(|item| item.is(SMALL | THING | THIS | OWN | REASON | KILL | KILLS));
        // `Achtung, Sperrfrist! Nicht vor Mittwoch, …`
        let of_embargo = sentence.iter().all(|item| item.is(SMALL | EMBARGO | EMBARGOED));
        first &= of_story
            || of_embargo
            || sentence.iter().all(|item| item.is(SMALL | THING | THIS | OWN | REASON));
        named |= sentence.iter().any(|item| item.is(THIS) || item.is(REASON) && item.is(SERVICE));
    }
    heard
}

/// Words without which no sentence is heard.
const SAYING: Class =
    KILL | KILLS | HOLD | UNUSED | EMBARGO | EMBARGOED | FROM | LATER | ASK | ORDER | REASON;

/// `KILL KILL KILL`: no story has a heading like that.
fn is_thrice(words: &str) -> bool {
    const TIMES: usize = 3;
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.by_ref().take(TIMES).filter(|word| *word == "KILL").count() == TIMES && words.next().is_none()
}

/// `DRAFT`: a note that says nothing else.
fn is_draft(words: &str) -> bool {
    const DRAFTS: &[&str] = &[
        "draft",
        "draft only",
        "draft version",
        "entwurf",
        "brouillon",
        "borrador",
        "bozza",
        "rascunho",
        "concept",
    ];
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    DRAFTS.iter().any(|draft| bare.eq_ignore_ascii_case(draft))
}

/// `DRAFT - NOT FOR PUBLICATION`: what stands before such words and goes with them.
fn is_private(word: &str) -> bool {
    ["draft", "private", "confidential", "test"].iter().any(|private| word.eq_ignore_ascii_case(private))
}

/// Whether it is somebody in the story who says so: `Hold for release, the note said.`
pub(super) fn is_told(line: &str) -> bool {
    let items = items(beginning(line, 400));
    let told = |sentence| {
        Sentence { text: line, items: sentence, place: Place::Line, first: true, named: false }.is_told()
    };
    items.split_inclusive(|item| item.after == Break::Stop).any(told)
}

/// Whether a line that ends with a colon tells who says what follows: `The agency told its clients:`
pub(super) fn leads_to_words(line: &str) -> bool {
    items(beginning(line, 400)).iter().any(|item| item.is(SAYS))
}

/// `Rückzug`, `retrait`: a label of wires, and in a sentence what others do.
fn is_retreat(item: &Item) -> bool {
    item.is(NEWS) && item.is(STATE)
}

/// Whether `RÜCKZUG` above a headline is the story's own news: who takes a story back tells of something else in it.
pub(super) fn is_news_of_retreat(label: &str, story: &str) -> bool {
    /// The headline and the first sentence, in bytes.
    const LEAD: usize = 400;
    #[rustfmt::skip]
    const TOLD: &[&str] = &[
        "rückzug", "zurück", "zieh", "zog", "abzug", "abzieh", "tritt", "trat", "geht", "gehen", "ging", "verlass", "verläss", "verließ",
        "räum", "aufg", "verzicht", "kündig", "abschied", "schied", "scheid", "rücktr", "retir", "retrait", "quitt", "démission", "départ",
        "abandon", "renonc", "partir", "ritir", "lasci", "addio", "abbandon", "raduno", "allena", "dimission", "patente",
    ];
    let items = items(label);
    let lead = || lowered(beginning(story, LEAD));
    let told = |lead: &str| {
        lead.split(|c: char| !c.is_alphanumeric()).any(|word| TOLD.iter().any(|stem| word.starts_with(stem)))
    };
    items.iter().all(is_retreat) && told(&lead())
}

/// Behind such a word a time stands.
const BOUND: Class = UNTIL | BEFORE | TO | FROM | LATER;

/// The last words of these.
static LAST: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let bound = BY_FIRST.iter().flat_map(|(first, known)| known.iter().map(move |phrase| (*first, phrase)));
    let bound = bound.filter(|(_, phrase)| phrase.class & BOUND != 0);
    bound.map(|(first, phrase)| phrase.rest.last().copied().unwrap_or(first)).collect()
});

/// Whether an embargo is named in a line, in any of the languages that write the word so: `embargoed`, `EMBARGO`, `Ehdoton embargo`.
pub(super) fn names_embargo(line: &str) -> bool {
    line.contains("mbarg") || line.contains("MBARG")
}

/// Whether a line ends where the time of an embargo follows: `Not for release until`.
pub(super) fn leads_to_time(line: &str) -> bool {
    /// A line that is wrapped there is no longer, in bytes.
    const LINE: usize = 120;
    let last = line.rsplit(' ').next().unwrap_or("").trim_end_matches(':');
    let ends_so = line.ends_with(',') || LAST.contains(last.to_lowercase().as_str());
    if line.len() > LINE || !ends_so || !may_hear(line, Place::Line) {
        return false;
    }
    let items = items(line);
    let last = items.iter().rev().find(|item| !item.is(SMALL) || item.is(BOUND));
    last.is_some_and(|last| last.is(BOUND | TIME))
        && items.iter().any(|item| item.is(EMBARGO | EMBARGOED | FROM | LATER | UNUSED))
}

/// Whether a line has a word of embargoes at all.
pub(super) fn speaks_of_embargo(line: &str) -> bool {
    items(line).iter().any(|item| item.is(EMBARGO | EMBARGOED | FROM | LATER | UNUSED))
}

/// Whether a line is a time, and the small words that go with one: `MARCH 4, 2026`, `06.00 Uhr MEZ`, `before 0700 GMT Wednesday`.
pub(super) fn is_time_of(line: &str) -> bool {
    let number = |item: &Item| line[item.start..].starts_with(|c: char| c.is_ascii_digit());
    let items = items(line);
    items.iter().any(|item| item.is(TIME) || number(item))
        && items.iter().all(|item| item.is(TIME | UNTIL | BEFORE | TO | SMALL) || number(item))
}

/// Whether a sentence takes back a story that it names: `Bitte verwenden Sie die Meldung «Acme kauft Zenith» nicht.`
pub(super) fn names_and_takes_back(sentence: &str) -> bool {
    let asks = || {
        let items = names::without(sentence, &items(sentence));
        let asked = items.iter().position(|item| item.is(ASK));
        let whole = Sentence { text: sentence, items: &items, place: Place::Head, first: true, named: false };
        asked.is_some_and(|nth| whole.is_asked_not_to(nth)) && order::has_name(sentence)
    };
    order::takes_back(sentence, Place::Head) || asks()
}

/// Whether a sentence forbids the story that it stands in, or takes it back: it names that, and nobody is quoted.
pub(super) fn forbids_itself(sentence: &str) -> bool {
    if !may_hear(sentence, Place::Line) {
        return false;
    }
    let items = items(sentence);
    let any = |classes: Class| items.iter().any(|item| item.is(classes));
    any(THIS) && any(UNUSED | KILL) && !any(SAYS | OTHER | PICTURE)
}

/// Whether a line speaks of a story, or to those who print it.
pub(super) fn speaks_of_story(line: &str) -> bool {
    const PRINTERS: &[&str] =
        &["editors", "clients", "subscribers", "desks", "redaktionen", "rédactions", "attention", "eds"];
    items(beginning(line, 400)).iter().any(|item| {
        let word = &line[item.start..item.end];
        // `anulowanie depeszy` is one phrase that ends in the story
        let names =
            || word.rsplit_once(' ').is_some_and(|(_, last)| items(last).iter().any(|item| item.is(THING)));
        item.is(THING | THIS | OWN | ITS)
            || names()
            || PRINTERS.iter().any(|printer| word.eq_ignore_ascii_case(printer))
    })
}

/// Whether a label stands before a photo and not before the story: `WITHDRAWN: photo LON1`.
pub(super) fn is_of_picture(note: &str) -> bool {
    let items = items(beginning(note, 400));
    let label = items.iter().position(|item| item.after == Break::Label);
    label.is_some_and(|label| is_picture(&items[label + 1..]))
}

/// Whether words are about a picture, and none of them about a story.
fn is_picture(items: &[Item]) -> bool {
    let pictured = items.iter().take(2).any(|item| item.is(PICTURE));
    pictured && !items.iter().any(|item| item.is(THING | THIS | OWN | UNUSED))
}

/// What says when a story is for all, and is an embargo only if that lies ahead: a day alone is as often the one on which it is sent.
fn is_issue(words: &str) -> bool {
    ["date", "immediate"].iter().any(|issue| words.contains(issue))
}

/// The same of a line from where it was heard on; and whether the line itself says that it is for then.
pub(super) fn tells_issue(line: &str) -> Option<bool> {
    let items = items(beginning(line, 100));
    let first = items.first().filter(|first| first.is(FROM))?;
    let words = line[first.start..first.end].to_lowercase();
    let on = || items.get(1).is_some_and(|next| line[next.start..next.end].eq_ignore_ascii_case("on"));
    is_issue(&words).then(|| words.contains("immediate") && on())
}

/// `No embargo`, `keine`, `immediate`: what a field for embargoes says where there is none.
pub(crate) fn is_no_embargo(words: &str) -> bool {
    let items = items(beginning(words, 100));
    items.iter().any(|item| item.is(NONE))
        && items.iter().all(|item| item.is(NONE | EMBARGO | EMBARGOED | SMALL))
}

/// Whether a line begins with an advance that has its day as a number: `Adv08`.
pub(super) fn is_numbered_advance(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = &line[..line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len())];
    word.len() > "adv".len() && items::numbered(word) == "adv"
}

/// Without taking a character apart.
pub(super) fn beginning(words: &str, bytes: usize) -> &str {
    &words[..words.floor_char_boundary(bytes)]
}

/// Whether a line is about an embargo from its beginning on: `EMBARGOED UNTIL 0900 GMT`, and no headline with that in brackets.
pub(super) fn is_embargo(line: &str) -> bool {
    // `Achtung: Sperrfrist …`
    let label = || {
        line.len() <= 200 && memchr::memchr(b':', line.as_bytes()).is_some() && super::signals::may_say(line)
    };
    let greeted = || greeting::behind(line).is_some();
    // `The story below is embargoed …`, `Der folgende Text ist bis Freitag, 6.00 Uhr, gesperrt`
    let of_this = |before: &str| {
        let known = |item: &Item| {
            // `10.00'a kadar`: the ending of a number
            let ending = item.end - item.start <= 3 && before[..item.start].ends_with(['\'', '’']);
            item.is(SMALL | THING | THIS | OWN | RELEASE | UNTIL | TIME)
                || before[item.start..].starts_with(|c: char| c.is_ascii_digit())
                || ending
        };
        let items = items(before);
        items.iter().any(|item| item.is(THIS | RELEASE)) && items.iter().all(known)
    };
    // `The data below are embargoed until 1400 GMT`, and no headline with `EMBARGOED UNTIL 1400 GMT` behind it.
    let bare_notice = |at: usize, before: &str| {
        let items = items(line);
        let apart = !line[at..].contains(char::is_lowercase) && before.contains(char::is_lowercase);
        let whole = Sentence { text: line, items: &items, place: Place::Head, first: true, named: false };
        !apart && items.iter().position(|item| item.start == at).is_some_and(|nth| whole.is_bare_notice(nth))
    };
    // `Ehdoton embargo …`: a small word, and then that.
    let bare = || line.len() <= 120 && names_embargo(line);
    if !line.is_ascii() && far::is_far(line) && far::hear(line, Place::Head).embargo.is_some() {
        return true;
    }
    (may_begin(line) || label() || bare() || order::may_begin(line) || greeted())
        && hear_near(line, Place::Head, Asked::Embargo).embargo.is_some_and(|at| {
            let before = line[..at].trim_start_matches(|c: char| !c.is_alphanumeric());
            let small = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let small = || small.map(str::to_lowercase).all(|word| is_small(&word));
            greeted()
                || !before.ends_with(['(', '[']) && (small() || of_this(before) || bare_notice(at, before))
        })
}

/// Whether an embargo may stand in front of the first sentence of a line.
pub(super) fn may_lead(line: &str) -> bool {
    may_begin(line)
}

/// Of so many bytes at the beginning of a line it is asked whether they say such a thing.
const BEGINNING: usize = 300;

/// Whether words may say such a thing at all: told by their first word and a few others.
pub(crate) fn may_hear(words: &str, place: Place) -> bool {
    place == Place::Note
        || may_begin(words)
        || super::signals::may_say(beginning(words, BEGINNING))
        || may_open(words)
}

/// The same of a line of which is known what it tells.
pub(super) fn may_hear_told(line: &str, tells: super::signals::Tells) -> bool {
    tells.beginning || may_begin(line) || may_open(line)
}

/// What a line tells.
pub(super) fn tells(line: &str) -> super::signals::Tells {
    super::signals::Tells::of(line, beginning(line, BEGINNING))
}

fn may_open(words: &str) -> bool {
    hides(beginning(words, BEGINNING))
        || order::may_begin(words)
        || releases::may_begin(words)
        || greeting::behind(words).is_some_and(may_begin)
}

/// Whether a word of a line may be another than it looks, to those who compare letters: one with a soft hyphen in it.
fn hides(words: &str) -> bool {
    !words.is_ascii() && words.contains(SOFT_HYPHEN)
}

/// It may stand between any two letters, and no reader sees it.
const SOFT_HYPHEN: char = '\u{ad}';

/// The words as readers see them.
pub(super) fn shown(words: &str) -> std::borrow::Cow<'_, str> {
    if hides(words) { words.replace(SOFT_HYPHEN, "").into() } else { words.into() }
}

/// Whether a word goes with those of a label.
pub(super) fn is_small(word: &str) -> bool {
    BY_FIRST.get(word).is_some_and(|known| {
        known.iter().any(|phrase| phrase.rest.is_empty() && phrase.class & (SMALL | THING) != 0)
    })
}

/// What a line that says such a thing may begin with: a word that is of no other use. Asked of every line of a head.
fn may_begin(line: &str) -> bool {
    /// The longest of the words is shorter, in bytes.
    const WORD: usize = 40;
    let strong = |word: &str, rest: &str| {
        let Some(known) = BY_FIRST.get(word) else { return false };
        // `This story`, and no line that begins with `The`: the next word is looked at too.
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let goes_on =
            |phrase: &Phrase| phrase.rest.first().is_none_or(|next| super::words::has_prefix(rest, next));
        known.iter().any(|phrase| is_strong(phrase) && goes_on(phrase))
    };
    // Nearly all words are of ASCII.
    let bytes = line.as_bytes();
    let start =
        bytes.iter().position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).unwrap_or(bytes.len());
    let word = &bytes[start..];
    let length = word.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(word.len());
    if word.get(length).is_none_or(u8::is_ascii) {
        if length > 3 && items::numbered(&line[start..start + length]) == "adv" {
            return true;
        }
        // `E M B A R G O`
        if length == 1 && word.get(1) == Some(&b' ') && word.get(3) == Some(&b' ') {
            return true;
        }
        if !(1..=WORD).contains(&length)
            || !STRONG_FIRSTS.may_begin(&word[..length], || &line[start + length..])
        {
            return false;
        }
        let mut lower = [0; WORD];
        let lower = &mut lower[..length];
        lower.copy_from_slice(&word[..length]);
        lower.make_ascii_lowercase();
        return std::str::from_utf8(lower).is_ok_and(|word| strong(word, &line[start + length..]));
    }
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = &line[..line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len())];
    first.len() <= WORD && strong(&first.to_lowercase(), &line[first.len()..])
}

/// What only such words are.
const STRONG: Class = KILL | KILLS | HOLD | UNUSED | EMBARGO | EMBARGOED | FROM | LATER | RELEASE;

fn is_strong(phrase: &Phrase) -> bool {
    phrase.class & STRONG != 0 || phrase.names()
}

/// The first words of the phrases that speak for themselves.
static STRONG_FIRSTS: LazyLock<Firsts> = LazyLock::new(|| Firsts::of(is_strong));

/// These need no time behind them.
#[rustfmt::skip]
const HELD: &[&str] = &[
    "hold for release", "held for release", "hfr", "frei ab beginn der rede", "frei ab redebeginn", "frei mit beginn der rede", "frei mit redebeginn",
    "frei bei redebeginn",
];

/// What goes with a clock and a day: `hasta las 24:00 horas GMT del 4 de marzo`, `до 06:00 мск 5 марта 2026 года`.
const OF_TIME: &[&str] = &[
    "las", "los", "del", "dia", "día", "as", "dalle", "ore", "les", "dès", "мск", "года", "г", "roku", "vom",
    "dem", "van", "op", "kello",
];

/// So many words further a time belongs to what is before it.
const REACH: usize = 8;

/// What is done with a story, and where: `published, broadcast or posted online`.
#[rustfmt::skip]
const MEDIA: &[&str] = &[
    "published", "und", "et", "y", "och", "og", "ja", "alle", "alla", "medien", "rundfunk", "fernsehen", "für", "tous", "pour",
    "les", "médias", "todos", "para", "los", "medios", "tutti", "per", "i", "voor", "kranten", "all", "newspapers", "papers",
    "sociale", "soziale", "broadcast", "posted", "put", "reported", "distributed", "aired", "printed", "quoted", "reproduced",
    "used", "released", "tweeted", "shared", "publish", "broadcasting", "post", "distribute", "or", "nor", "in", "any", "form",
    "print", "online", "web", "internet", "social", "media", "air", "radio", "tv", "websites", "way", "oder", "im", "ou", "en",
    "ligne", "o", "línea", "of", "eller", "på", "nett", "nätet", "e",
];

/// A sentence, and what is asked of each of its words.
struct Sentence<'t, 's> {
    text: &'t str,
    items: &'s [Item],
    place: Place,
    /// Nothing but small words, or a sentence of this story, stands before it.
    first: bool,
    /// The story was named before: `it` is the story.
    named: bool,
}

impl<'t> Sentence<'t, '_> {
    /// An item as it is written.
    fn word(&self, item: &Item) -> &'t str {
        &self.text[item.start..item.end]
    }

    fn is_note(&self) -> bool {
        self.place == Place::Note
    }

    /// A time, or what stands for one, among the next words.
    fn timed(&self, from: usize, reach: usize) -> bool {
        self.items.iter().skip(from).take(reach).any(|item| item.is(TIME))
    }

    fn noticed(&self, from: usize) -> bool {
        self.items.iter().skip(from).take(3).any(|item| item.is(NOTICE))
    }

    /// Whether nothing but a time stands from here on, and a word with it at most.
    fn is_time_only(&self, from: usize) -> bool {
        let number = |item: &Item| self.text[item.start..].starts_with(|c: char| c.is_ascii_digit());
        let known = |item: &&Item| {
            item.is(TIME | SMALL | TO | UNTIL)
                || number(item)
                || OF_TIME.contains(&&*lowered(self.word(item)))
        };
        self.items[from..].iter().filter(|item| !known(item)).count() <= 1
    }

    /// `Embargo hasta las 06.00 horas del 5 de marzo: Una mina cierra`: a clock, and what goes with one, before a headline.
    fn is_time_of_label(&self, from: usize) -> bool {
        let rest = self.items.get(from..).unwrap_or_default();
        let length = rest.iter().take_while(|item| item.after < Break::Label).count();
        let known = |item: &Item| {
            item.is(TIME | SMALL | TO | UNTIL)
                || self.is_number(item)
                || OF_TIME.contains(&&*lowered(self.word(item)))
        };
        let label = rest.get(..=length).filter(|_| self.place == Place::Head && length + 1 < rest.len());
        label.is_some_and(|label| {
            label.iter().all(known) && label.iter().any(|item| item.is(TIME) && self.is_number(item))
        })
    }

    /// Whether nothing but a time stands from here on.
    fn is_nothing_but_time(&self, from: usize) -> bool {
        let known = |item: &Item| item.is(TIME | SMALL | TO | UNTIL) || self.is_number(item);
        self.items[from..].iter().all(known)
    }

    /// Whether a word is the first of the line, but for small ones, or of a bracket.
    fn opens(&self, nth: usize) -> bool {
        // `Press conference (embargoed)` is a line of a list.
        let whole = matches!(self.place, Place::Note | Place::Head);
        self.is_led(nth, SMALL | THING | THIS | PUBLISH | RELEASE) || whole && self.is_bracketed(nth)
    }

    /// Whether nothing but words of these kinds stands before a word.
    fn is_led(&self, nth: usize, by: Class) -> bool {
        let leads = |item: &Item| {
            item.is(by) && !(item.is(OWN) && self.is_it(item))
                || item.after < Break::Label && Agency::writing(self.word(item)).is_some()
        };
        self.first && self.items[..nth].iter().all(leads)
    }

    /// `It was killed`: in a note the story, in the copy whatever the sentence before is about.
    fn is_it(&self, item: &Item) -> bool {
        !self.is_note() && !self.named && self.word(item).eq_ignore_ascii_case("it")
    }

    fn is_bracketed(&self, nth: usize) -> bool {
        self.text[..self.items[nth].start].ends_with(['(', '['])
    }

    fn is_number(&self, item: &Item) -> bool {
        self.text[item.start..].starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a clause behind a comma says who says it, or goes on with a story: `…, it said`, `…, the report was leaked`.
    fn is_told(&self) -> bool {
        self.items.split_inclusive(|item| item.after >= Break::Comma).skip(1).any(|clause| {
            let any = |classes: Class| clause.iter().any(|item| item.is(classes));
            let first = &clause[0];
            let goes_on = clause.len() > 2
                && self.text[first.start..].starts_with(char::is_lowercase)
                && !first.is(TIME | UNTIL | BEFORE | TO | OTHER)
                && any(TELLS)
                && !any(UNUSED | THIS | OWN | PUBLISH | KILL | HOLD | EMBARGOED | FROM)
                && clause.iter().any(|item| item.class & !PLAIN == 0 && !self.is_number(item));
            any(SAYS) && !any(UNUSED) || goes_on
        })
    }

    fn is_capital(&self, from: usize, to: usize) -> bool {
        let (Some(first), Some(last)) = (self.items.get(from), self.items.get(to)) else { return false };
        let words = &self.text[first.start..last.end];
        words.contains(char::is_uppercase) && !words.contains(char::is_lowercase)
    }

    /// `The report was embargoed until Friday`, `The report, embargoed until Friday, leaked`: below the first paragraph the article
    /// is that of something which the story has named.
    fn is_of_story(&self) -> bool {
        let apposed = || {
            let unknown = |item: &Item| item.class & !PLAIN == 0 && !self.is_number(item);
            let mut clauses = self.items.split_inclusive(|item| item.after >= Break::Comma).skip(1);
            clauses.next().is_some_and(|clause| clause[0].is(EMBARGOED))
                && clauses.any(|clause| clause.iter().any(unknown))
        };
        matches!(self.place, Place::Line | Place::Inside)
            && self.begins_with_article()
            && !self.items.iter().any(|item| item.is(THIS | UNUSED))
            && !self.is_sent_in_error()
            && (self.items.iter().any(|item| item.is(TELLS)) || apposed() || self.is_of_report())
    }

    /// `The report is embargoed until Friday.`: between paragraphs one that the story tells of.
    fn is_of_report(&self) -> bool {
        let embargoed = self.items.iter().position(|item| item.is(EMBARGOED));
        let whole = self.text.trim_end().ends_with('.');
        self.place == Place::Inside
            && whole
            && embargoed.is_some_and(|nth| nth > 0 && !self.is_capital(0, nth))
    }

    /// `the`: which of several it is.
    fn begins_with_article(&self) -> bool {
        const ARTICLES: &[&str] = &["the", "der", "die", "das", "le", "la", "el", "il", "het"];
        let first = self.items.first().map_or("", |first| self.word(first));
        let first = first.split(' ').next().unwrap_or("");
        ARTICLES.iter().any(|article| first.eq_ignore_ascii_case(article))
    }

    fn hear(&self, heard: &mut Heard) {
        if !self.is_note() && (self.is_told() || self.is_of_story()) {
            return;
        }
        if self.place == Place::Head && self.is_to_editors() {
            let mut told = Heard::default();
            Sentence { place: Place::Note, ..*self }.hear(&mut told);
            heard.kill |= told.kill;
            heard.hold |= told.hold;
        }
        if self.place != Place::Inside {
            self.hear_labels(heard);
        }
        if self.place == Place::Head {
            self.hear_order(heard);
        }
        // `Story sent in error`
        let of_story = |item: &Item| item.is(SMALL | THING | THIS | OWN | REASON);
        heard.kill |= self.is_note() && self.is_sent_in_error() && self.items.iter().all(of_story);
        // `Sent in error - please delete`, `Not for use - sent in error`
        let deleted = |item: &Item| of_story(item) || item.is(KILL | KILLS | UNUSED);
        heard.kill |= self.place != Place::Inside
            && self.is_sent_in_error()
            && self.items.iter().any(|item| item.is(KILL | KILLS | UNUSED))
            && self.items.iter().all(deleted);
        for (nth, item) in self.items.iter().enumerate() {
            if !item.is(SAYING) || !self.is_note() && self.is_quoted(item) {
                continue;
            }
            // `Les députés demandent le retrait de cet article`
            if item.is(KILL | KILLS | HOLD) && !is_retreat(item) {
                self.hear_of_story(nth, heard);
            }
            heard.kill |= item.is(ASK) && self.is_asked_not_to(nth);
            if item.is(ORDER) && self.is_of_slug(nth) {
                heard.hold |= item.is(HOLD);
                heard.kill |= !item.is(HOLD);
            }
            if item.is(UNUSED) {
                self.hear_forbidden(nth, heard);
            }
            if item.is(EMBARGO | EMBARGOED | FROM | LATER) && !self.is_lifted(nth) {
                let embargo = match item.class {
                    class if class & LATER != 0 => self.is_later(nth),
                    class if class & FROM != 0 => self.is_release(nth),
                    _ => self.is_embargo(nth),
                };
                if embargo {
                    heard.embargo = heard.embargo.or(Some(item.start));
                } else if item.is(FROM) && self.is_held(nth) {
                    heard.hold = true;
                }
            }
        }
    }

    /// `Please do not use; a substitute story will move shortly.`, `This item should be removed from all platforms.`: above a story, too, it is
    /// a note that asks for something or begins with the story, and says at once what is done with it.
    fn is_to_editors(&self) -> bool {
        const ASKS: &[&str] = &[
            "please",
            "pls",
            "kindly",
            "bitte",
            "prière",
            "merci",
            "veuillez",
            "rogamos",
            "rogamos a los abonados que",
            "por favor",
            "favor",
            "favor de",
            "se ruega",
            "si prega di",
            "vi preghiamo di",
            "gelieve",
            "vänligen",
            "vennligst",
            "venligst",
            "prosimy",
            "prosimy o",
            "prosíme",
            "просим",
            "просьба",
            "lütfen",
            "we are",
        ];
        let asks = |item: &Item| {
            let words = lowered(self.word(item));
            ASKS.iter()
                .any(|ask| words == *ask || words.strip_prefix(ask).is_some_and(|rest| rest.starts_with(' ')))
        };
        let Some(nth) = self.items.iter().position(|item| item.is(KILL | KILLS | HOLD | UNUSED)) else {
            return false;
        };
        // A headline may stand behind a label, and none is a question.
        let label = self.items[nth..].iter().any(|item| item.after == Break::Label);
        let before = &self.items[..nth];
        // `Please Hold Me Tight tops charts`
        let named = self.items.iter().any(|item| item.is(THING | THIS | OWN | UNUSED));
        self.first
            && named
            && !label
            && !self.text.trim_end().ends_with('?')
            && before.iter().all(|item| item.is(SMALL | THING | THIS | OWN | REASON) && !self.is_it(item))
            && (self.items.iter().take(nth + 4).any(asks) || before.iter().any(|item| item.is(THIS)))
    }

    /// `"Embargoed until delivery," read the first page.`, `The text was marked "Not for publication before 12:30".`
    fn is_quoted(&self, item: &Item) -> bool {
        const OPEN: &[char] = &['"', '“', '„', '«'];
        const CLOSE: &[char] = &['"', '”', '“', '»'];
        let (before, after) = (&self.text[..item.start], &self.text[item.end..]);
        let Some(open) = before.rfind(OPEN) else { return false };
        // One that is closed again before the word is another's.
        let closed = before[open..].chars().skip(1).any(|c| CLOSE.contains(&c))
            || before[open..].starts_with('"') && before.matches('"').count() % 2 == 0;
        let Some(close) = after.find(CLOSE).filter(|_| !closed) else { return false };
        let outside = |words: &str| words.contains(char::is_alphabetic);
        // No wire puts a notice of its own into quotation marks.
        matches!(self.place, Place::Line | Place::Inside)
            || outside(&before[..open])
            || outside(after[close..].split(['\n', '\r']).next().unwrap_or(""))
    }

    /// `[DO NOT USE] Exports rise`, `NOT FOR PUBLICATION: Exports rise`, `DRAFT - NOT FOR PUBLICATION Exports rise`: a label in capitals
    /// before a headline that has small letters, or one in brackets. `DO NOT USE: …` may warn of a thing: `doubt` asks the story.
    fn hear_order(&self, heard: &mut Heard) {
        let draft = self.items.first().is_some_and(|first| is_private(self.word(first)));
        let Some(nth) = self.items.iter().position(|item| item.is(UNUSED)) else { return };
        let item = self.items[nth];
        let led = |(at, item): (usize, &Item)| item.is(SMALL | THING | THIS | KILL) || at == 0 && draft;
        if !self.first || self.is_quoted(&item) || !self.items[..nth].iter().enumerate().all(led) {
            return;
        }
        let label = |item: &Item| item.is(UNUSED | SMALL | THING | THIS);
        let length = self.items[nth..].iter().take_while(|item| item.after < Break::Label).count();
        let to = nth + length;
        let whole = to + 1 < self.items.len() && self.items[nth..=to].iter().all(label);
        let (last, rest) = if whole {
            (to, &self.text[self.items[to].end..])
        } else if draft && item.after == Break::Blank && nth + 1 < self.items.len() {
            (nth, &self.text[item.end..])
        } else {
            return;
        };
        let capital = self.is_capital(nth, last);
        let bracket = self.text[..self.items[0].start].ends_with(['(', '[', '*']);
        // `Gelieve onderstaand bericht niet te gebruiken: Norrholm sluit mijn`
        let sure = |item: &Item| item.is(THIS | KILL);
        heard.kill |= whole && !item.is(PRIVATE) && self.items[..=last].iter().any(sure);
        let clear = bracket || rest.contains(char::is_lowercase) && (draft || item.is(PRIVATE));
        if capital && clear {
            heard.hold |= item.is(PRIVATE);
            heard.kill |= !item.is(PRIVATE);
        }
    }

    /// Clauses that are made of such words only.
    fn hear_labels(&self, heard: &mut Heard) {
        let mut from = 0;
        while from < self.items.len() {
            let ends = |item: &Item| {
                item.after >= Break::Label
                    || item.after == Break::Comma && (self.is_note() || self.leads_to_bracket(item))
            };
            let length = self.items[from..].iter().position(ends).unwrap_or(self.items.len() - from - 1);
            let to = from + length;
            self.hear_label(from, to, heard);
            from = to + 1;
        }
    }

    /// `Exports rise [KILLED]`: capitals in square brackets close a headline, and in round ones those that are said of no concert, no
    /// rating and no runner: `Red Rum (WITHDRAWN)` is a name with a remark.
    fn leads_to_bracket(&self, item: &Item) -> bool {
        const ROUND: &[&str] =
            &["WITHDRAWN", "KILLED", "KILL", "STORY WITHDRAWN", "STORY KILLED", "RETRACTED"];
        const NAME: usize = 2;
        let rest = self.text[item.end..].trim();
        let round = || {
            let inner = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
            let named = self.items.iter().take_while(|before| before.start < item.end).count() <= NAME;
            inner.filter(|inner| !named && ROUND.contains(inner))
        };
        let inner = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).or_else(round);
        self.place == Place::Head
            && inner.is_some_and(|inner| !inner.contains(char::is_lowercase) && !inner.contains(']'))
    }

    /// `report`, `document`, `text`: what others than wires withdraw.
    fn is_vague(&self, item: &Item) -> bool {
        const VAGUE: &[&str] = &[
            "report",
            "document",
            "material",
            "text",
            "version",
            "release",
            "article",
            "artikel",
            "information",
            "información",
            "brief",
            "piece",
            "notice",
            "copy",
            "materiał",
            "материал",
            "beitrag",
            "texten",
            "saken",
        ];
        let word = self.word(item);
        let last = word.rsplit(' ').next().unwrap_or(word);
        !item.is(THIS) && VAGUE.iter().any(|vague| last.eq_ignore_ascii_case(vague))
    }

    fn hear_label(&self, from: usize, to: usize, heard: &mut Heard) {
        /// A reason behind a label has no more words.
        const REASONED: usize = 4;
        let clause = &self.items[from..=to];
        let all = |classes: Class| clause.iter().all(|item| item.is(classes | SMALL | THING | THIS | OWN));
        let any = |classes: Class| clause.iter().any(|item| item.is(classes));
        if !any(KILL | KILLS | HOLD | EMBARGO | EMBARGOED)
            || clause.iter().any(|item| item.after == Break::Joined)
        {
            return;
        }
        if clause.iter().any(|item| self.is_of_another(item)) {
            return;
        }
        let thing = any(THING | THIS | OWN) && clause.len() > 1 || clause[0].is(HOLD) && clause[0].is(THING);
        let capital = self.is_capital(from, to);
        if !capital && clause.iter().any(|item| self.is_it(item)) || any(ROAD) && self.is_of_road(from) {
            return;
        }
        let bracket = self.text[..clause[0].start].ends_with(['(', '[', '*']);
        let whole = to + 1 == self.items.len();
        // `Story is cancelled due to inaccuracies`, `Dépêche annulée - chiffres erronés`, `Story recalled`
        let of_wire = clause.iter().any(|item| item.is(THING | THIS) && !self.is_vague(item));
        let rest = &self.items[to + 1..];
        let reasoned = rest.len() <= REASONED && rest.iter().any(|item| item.is(REASON));
        let said = matches!(self.place, Place::Head | Place::Note)
            && thing
            && of_wire
            && self.is_led(from, SMALL)
            && (whole || reasoned);
        heard.kill |= said && any(KILL | KILLS) && all(KILL | KILLS | UNUSED | REASON);
        heard.hold |= said && whole && any(HOLD) && all(HOLD | REASON | NOTICE);
        if !any(KILL | HOLD | EMBARGO | EMBARGOED) {
            return;
        }
        let marked = match self.place {
            Place::Note => {
                // `Retrait: ajoute citations`
                let label = whole || !clause.iter().any(is_retreat);
                label && self.items[..from].iter().all(|item| item.is(SMALL | THING)) || capital || thing
            }
            // `WITHDRAWN: Red Rum` is of a race; `KILL: wrong company` is not.
            Place::Line | Place::Inside => {
                let quoted = self.text[..clause[0].start].ends_with(['"', '“', '„', '”', '«', '»', '‘']);
                let whole = whole || any(THING) || self.has_reason(to + 1);
                let marked = bracket || capital && whole;
                // `The report has been withdrawn`: one that the story has named
                let named = !self.begins_with_article() || any(THIS | OWN);
                !quoted && (self.opens(from) && marked || thing && named && whole && self.is_led(from, SMALL))
            }
            // `Exports rise - KILL`
            Place::Head => {
                let closed = from > 0 && self.leads_to_bracket(&self.items[from - 1]);
                let behind = || self.items[from - 1].after == Break::Label || closed;
                let last = whole && from > 0 && behind();
                // The story tells, if a headline stands behind the label.
                let asked = || doubt::label(self.text).is_some_and(|doubt| doubt.decides());
                let news = !whole && (any(NEWS) || (capital || any(EMBARGOED)) && asked());
                if news && any(EMBARGO | EMBARGOED) && !bracket {
                    return;
                }
                // `OLYMPICS 2020 - CANCELED`, `IRAN - EMBARGO`: where all is in capitals they mark nothing
                let stands_out = self.text[..clause[0].start].contains(char::is_lowercase);
                !closed && self.opens(from) && (bracket || capital && !news)
                    || thing && whole && self.is_led(from, SMALL)
                    || last
                        && capital
                        && !self.is_of_name(from)
                        && (stands_out || !any(NEWS | STATE | EMBARGO))
            }
        };
        // `Delete: 3rd graf`
        if self.is_note() && self.items[to + 1..].iter().take(3).any(|item| item.is(PART)) {
            return;
        }
        // `Eds: WITHDRAWN: photo LON1`
        if (self.is_note() || from > 0) && is_picture(&self.items[to + 1..]) {
            return;
        }
        let next = self.items.get(to + 1);
        let lifted = next.is_some_and(|next| next.is(NONE)) || self.is_blank(to);
        heard.kill |= any(KILL) && all(KILL | UNUSED) && marked;
        heard.hold |= any(HOLD) && all(HOLD) && marked && !lifted;
        // `Embargo: 3 March, 0900 GMT`; but `Embargo: EU agrees`
        let near = if self.place == Place::Line { 3 } else { REACH };
        let timed = self.timed(to + 1, near) || any(EMBARGOED);
        if any(EMBARGO | EMBARGOED)
            && all(EMBARGO | EMBARGOED)
            && !lifted
            && (marked || self.opens(from) && timed)
        {
            let item = clause.iter().find(|item| item.is(EMBARGO | EMBARGOED));
            heard.embargo = heard.embargo.or(item.map(|item| item.start));
        }
    }

    /// `Acme: HOLD`, `Film review: KILL`: behind a colon stands what is said of a name; one or two words are no headline.
    fn is_of_name(&self, from: usize) -> bool {
        const NAME: usize = 2;
        from > 0
            && from <= NAME
            && !super::is_slug(self.text[..self.items[from - 1].end].trim())
            && self.text[self.items[from - 1].end..self.items[from].start].contains(':')
    }

    /// Whether what stands behind a label says why, or speaks of the story.
    fn has_reason(&self, from: usize) -> bool {
        self.items[from..].iter().any(|item| item.is(REASON | THING | THIS | UNUSED | KILL | UNTIL | NOTICE))
    }

    /// `withdrawn from the collection`, and not from the wire.
    fn is_from_elsewhere(&self, nth: usize) -> bool {
        let from = self.items.get(nth + 1);
        from.is_some_and(|from| self.word(from).eq_ignore_ascii_case("from"))
            && !self.items.iter().skip(nth + 2).take(5).any(|item| item.is(SERVICE))
    }

    /// `This story was withdrawn by the Times`, and not by the wire.
    fn is_by_another(&self, nth: usize) -> bool {
        const OURS: &[&str] = &["agency", "desk", "editors", "us", "publisher", "publishers"];
        let mut behind = self.items[nth + 1..].iter().map(|item| self.word(item));
        let by = behind.next().is_some_and(|by| by.eq_ignore_ascii_case("by"));
        let ours = |word: &str| OURS.iter().any(|ours| word.eq_ignore_ascii_case(ours));
        by && !behind.take(2).any(|word| ours(word) || Agency::writing(word).is_some())
    }

    /// `This story has been withdrawn`, `AP is killing this story`.
    fn hear_of_story(&self, nth: usize, heard: &mut Heard) {
        /// So many words that are not known may stand between …
        const BETWEEN: usize = 1;
        /// … and so many more are the name of a story.
        const CALLED: usize = 8;
        /// So many words before or behind, and more behind a name.
        const NEAR: usize = 6;
        if !self.is_note()
            && (self.is_from_elsewhere(nth) || self.is_by_another(nth) || self.is_told_before(nth))
        {
            return;
        }
        // `The item was withdrawn due to an error.`, `The story was sent in error and has been withdrawn.`
        let told = || {
            let because = self.items.iter().any(|item| item.is(REASON));
            (self.is_sent_in_error() || self.place == Place::Head && because)
                && self.is_led(nth, SMALL | OWN | REASON)
        };
        let own = match self.place {
            Place::Inside => THIS,
            _ if self.is_by_agency() => THIS | OWN | ITS,
            Place::Note => THIS | OWN,
            _ if self.opens(nth) || told() || self.is_labelled(nth) => THIS | OWN,
            _ => THIS,
        };
        let is_own = |other: &usize| {
            let (from, to) = (nth.min(*other), nth.max(*other));
            let between = self.items[from + 1..to].iter();
            let unknown = between.filter(|item| !item.is(SMALL | KILL | KILLS | REASON)).count();
            let other = self.items[*other];
            let unknown = if self.is_called(&other) { unknown.saturating_sub(CALLED) } else { unknown };
            let thing = self.is_note()
                && other.is(THING)
                && (to == from + 1
                    || self.items[from + 1..to].iter().all(|item| item.is(SMALL))
                        && self.is_led_by_name(from));
            (other.is(own) && !self.is_it(&other) && !self.is_of_another(&other) || thing)
                && unknown <= BETWEEN
                && self.items[from..to].iter().all(|item| item.after < Break::Comma)
                && self.items[..to].iter().all(|item| !item.is(OTHER))
        };
        let range = nth.saturating_sub(NEAR + CALLED)..(nth + NEAR).min(self.items.len());
        let itself = |at: &Item| at.is(THIS) && !at.is(OTHER);
        if self.kills_another(nth) && self.items[..nth].iter().any(itself) {
            return;
        }
        let Some(own) = range.filter(|other| *other != nth).find(is_own) else { return };
        // A story holds up, and prices are withheld: only who is asked to hold it holds it.
        if self.items[nth].is(HOLD) {
            let near = own == nth + 1 || own > nth && self.is_called(&self.items[own]);
            heard.hold |= near && (self.is_note() || self.opens(nth));
        } else {
            heard.kill = true;
        }
    }

    /// `Mitätöinti: STT:n uutinen … on mitätöity.`: a label above the story says so, and then a sentence.
    fn is_labelled(&self, nth: usize) -> bool {
        let label = self.items.first().is_some_and(|label| label.is(KILL) && label.after == Break::Label);
        label && nth > 0 && self.place == Place::Head
    }

    /// `The item sent at 1000 GMT has been cancelled.`: between paragraphs another's, and below the last one only an item of a wire,
    /// if the sentence begins with it.
    fn is_of_another(&self, item: &Item) -> bool {
        let words = self.word(item).split(' ').next_back().unwrap_or("");
        let led = || {
            self.items
                .iter()
                .take_while(|before| before.start < item.start)
                .all(|before| before.is(SMALL | OWN))
        };
        item.is(SENT)
            && !self.is_by_agency()
            && match self.place {
                Place::Note | Place::Head => false,
                Place::Line => names::is_sending(words) || !led(),
                Place::Inside => true,
            }
    }

    /// `The message read: This story has been withdrawn.`, `He said this story was withdrawn.`: somebody is named who says it, below
    /// the headline. `Please read: this story …` and `As reported, this story …` are the wire's own.
    fn is_told_before(&self, nth: usize) -> bool {
        const AS: &[&str] = &["as", "wie", "comme", "como", "come", "zoals", "som"];
        let teller = |item: &Item| !item.is(SMALL) && !AS.contains(&self.word(item).to_lowercase().as_str());
        matches!(self.place, Place::Line | Place::Inside)
            && !self.is_by_agency()
            && (1..nth).any(|at| self.items[at].is(SAYS) && self.items[..at].iter().any(teller))
    }

    /// `BRITAIN-TRADE story`
    fn is_led_by_name(&self, nth: usize) -> bool {
        let mut before = self.items[..nth].iter();
        before.all(|item| item.is(SMALL | THING) || !self.word(item).contains(char::is_lowercase))
    }

    /// `This item cancels our item 0123`: a story that does so is no canceled one.
    fn kills_another(&self, nth: usize) -> bool {
        const ACTIVE: &[&str] =
            &["cancels", "kills", "withdraws", "retracts", "eliminates", "annule", "anula", "annulla"];
        let word = |item: &Item| self.word(item).to_lowercase();
        let item = self.items[nth];
        let itself = nth > 0 && ["se", "si", "s"].contains(&word(&self.items[nth - 1]).as_str());
        // `The news killed the rally`, and not `Story killed in error`
        let active = |before: &Item, next: &Item| {
            word(&item) == "killed"
                && (!before.is(SMALL) || before.is(THING))
                && !next.is(REASON)
                && word(next) != "by"
        };
        let next = self.items.get(nth + 1).filter(|_| nth > 0 && item.after == Break::Blank);
        if next.is_some_and(|next| active(&self.items[nth - 1], next)) {
            return true;
        }
        item.after == Break::Blank
            && nth + 1 < self.items.len()
            && ACTIVE.contains(&word(&item).as_str())
            && !itself
    }

    /// `Bitte verwenden Sie die Meldung dpa 0157 nicht.`
    fn is_asked_not_to(&self, nth: usize) -> bool {
        let behind = &self.items[nth + 1..];
        // A headline may stand behind it.
        let clause = behind.iter().take_while(|item| item.after < Break::Label).count();
        let not =
            |nth: &usize| behind.get(*nth).is_some_and(|item| self.word(item).eq_ignore_ascii_case("nicht"));
        let Some(last) = [clause, behind.len().wrapping_sub(1)].into_iter().find(not) else { return false };
        let before = &behind[..last];
        before.iter().any(|item| item.is(THING | THIS | OWN))
            && !before.iter().any(|item| item.is(OTHER))
            && (self.is_note() || self.is_led(nth, SMALL | KILL))
    }

    /// `Kill Acme takeover`, `Please hold "Acme takeover"`: editors are told to do so with a story that is called by its name. `Kill 4th graf`
    /// is of a part of one.
    fn is_of_slug(&self, nth: usize) -> bool {
        let named = |next: &Item| {
            let words = self.text[next.start..].chars();
            let quoted = self.text[..next.start].ends_with(['"', '“', '„', '«', '\'', '‘']);
            words.take(1).all(|c| c.is_uppercase() || c.is_ascii_digit()) || quoted
        };
        let after = &self.items[nth + 1..];
        let clause = after.iter().take(after.iter().take_while(|item| item.after < Break::Comma).count() + 1);
        (self.is_note() || self.place == Place::Head && self.first && self.names_item(nth + 1))
            && self.items[..nth].iter().all(|item| item.is(SMALL | THING))
            && self.items[nth].after == Break::Blank
            && after.first().is_some_and(|next| named(next) && !next.is(NOTICE | NONE))
            && !clause.clone().any(|item| item.is(PART | PICTURE | OTHER | UNTIL | TIME))
    }

    /// `Please hold BC-Tin, a0310, LONDON`: a slug with its cycle and nothing behind it, for which somebody is asked, or the number of an
    /// item not far behind the name; `Withdraw BC-Alberta pipeline plan` is news.
    fn names_item(&self, from: usize) -> bool {
        /// Within so many words.
        const NEAR: usize = 5;
        let Some(next) = self.items.get(from) else { return false };
        let asks = || self.text[..next.start].to_lowercase().contains("please");
        let slug = || self.items[from..].iter().find(|item| item.after != Break::Joined);
        let cycle = matches!(self.word(next), "AM" | "PM" | "BC")
            && next.after == Break::Joined
            && slug().is_some_and(|last| last.after >= Break::Comma)
            && asks();
        let number = |item: &Item| {
            let word = self.word(item).as_bytes();
            word.len() == 5 && word[0].is_ascii_lowercase() && word[1..].iter().all(u8::is_ascii_digit)
        };
        // `PLEASE KILL BOLIVIA-TIN. WRONG FIGURES.`
        let capitals = next.after == Break::Joined
            && slug().is_some_and(|last| {
                last.after >= Break::Comma && !self.text[next.start..last.end].contains(char::is_lowercase)
            })
            && asks();
        cycle || capitals || self.items[from..].iter().take(NEAR).any(number)
    }

    /// Only a wire says so of a story.
    fn is_sent_in_error(&self) -> bool {
        self.items.iter().any(|item| item.is(REASON) && item.is(SERVICE))
    }

    /// `the story slugged BRITAIN-TRADE`: its name follows.
    fn is_called(&self, item: &Item) -> bool {
        let words = self.word(item);
        item.is(THIS) && (words.ends_with("slugged") || words.ends_with("headlined"))
    }

    /// `Reuters has withdrawn its story`
    fn is_by_agency(&self) -> bool {
        let mut words = self.items.iter().map(|item| self.word(item));
        let first = words.find(|word| !["the", "l"].iter().any(|article| word.eq_ignore_ascii_case(article)));
        first.is_some_and(|first| Agency::writing(first).is_some())
    }

    /// `Do not use.`, and `Do not use before 9 a.m.`
    fn hear_forbidden(&self, nth: usize, heard: &mut Heard) {
        let item = self.items[nth];
        let next = self.items.get(nth + 1);
        // Between paragraphs `DO NOT USE` may be what stands on a bottle.
        if self.place == Place::Inside && !self.items.iter().any(|item| item.is(THING | THIS | OWN | TIME)) {
            return;
        }
        let bound = |item: &Item| item.is(UNTIL | BEFORE);
        // `Bitte bis auf weiteres nicht verwenden`
        let noticed_before = self.items[..nth].iter().any(|item| item.is(NOTICE));
        let whole_notice = || {
            let known = UNUSED | SMALL | THING | THIS | OWN | REASON | UNTIL | NOTICE;
            self.items.iter().all(|item| item.is(known))
        };
        // Turkish says it the other way round.
        let far = |nth: usize| bound(&self.items[nth]) && self.timed(nth + 1, 4);
        // So does Hungarian: `Közlésre nem alkalmas március 4. 6 óráig`
        let behind_time = |at: usize| {
            let between = &self.items[nth + 1..at];
            let timed = |item: &&Item| item.is(TIME) || self.is_number(item);
            bound(&self.items[at]) && between.iter().filter(|item| !timed(item)).count() <= 1
        };
        let bounded = self.items[nth + 1..].iter().take(2).any(bound)
            || (nth + 3..self.items.len().min(nth + 7)).any(behind_time)
            || self.is_bound_behind_list(nth)
            || (nth + 3..self.items.len().min(nth + 5)).any(far)
            || next.is_some_and(|next| next.is(TO) && self.timed(nth + 1, 3))
            || self.items[..nth].iter().any(bound) && (self.timed(0, nth) || noticed_before);
        if bounded {
            // `The film is not for release before May.`
            let of_story = self.is_note()
                || self.is_led(
                    nth,
                    SMALL
                        | THING
                        | THIS
                        | OWN
                        | PUBLISH
                        | TIME
                        | UNTIL
                        | BEFORE
                        | NOTICE
                        | NONE
                        | EMBARGO
                        | EMBARGOED,
                )
                || self.is_capital(nth, nth);
            if !self.is_note() && !self.first || !of_story {
            } else if (self.noticed(nth + 1) || noticed_before && whole_notice())
                && !self.timed(0, usize::MAX)
            {
                heard.hold = true;
            } else if self.is_note() || self.timed(0, usize::MAX) && (self.opens(nth) || nth < REACH) {
                let start = self.items.first().map_or(item.start, |first| first.start);
                heard.embargo = heard.embargo.or(Some(start));
            } else if self.place == Place::Head
                && self.opens(nth)
                && !item.is(PRIVATE)
                && self.items.iter().all(|item| item.after != Break::Comma)
                && self.is_of_publication(nth)
            {
                // `Do not publish until after the president has spoken`
                heard.hold = true;
            }
            return;
        }
        if self.items[..nth].iter().any(|item| item.is(OTHER)) {
            return;
        }
        // `Do not use it.`, `It must not be used.`: a drug, a phone
        let in_story = matches!(self.place, Place::Line | Place::Inside);
        if in_story && self.items.iter().any(|item| self.is_it(item)) {
            return;
        }
        // In a line all words must be of that, and so must they be where it may be said of something else.
        let known = UNUSED | SMALL | THING | THIS | OWN | KILL | REASON;
        let whole = self.items.iter().enumerate().all(|(at, item)| {
            item.is(known) && (item.after != Break::Label || !item.is(PRIVATE))
                    // `Draft - not for publication`
                    || (at == 0 || self.word(item) == "TEST") && is_private(self.word(item))
        });
        // `Please do not use the story "Acme", as it is wrong`
        let clause = nth + self.items[nth..].iter().take_while(|item| item.after < Break::Comma).count() + 1;
        let (own, rest) = self.items.split_at(clause.min(self.items.len()));
        let reasoned =
            nth < clause && own.iter().all(|item| item.is(known)) && rest.iter().any(|item| item.is(REASON));
        let whole = whole || reasoned && self.place == Place::Head && !item.is(PRIVATE);
        let ends = item.after >= Break::Comma
            || next.is_some_and(|next| {
                next.is(THIS | OWN) || next.is(THING | SMALL) && next.after >= Break::Comma
            })
            || self.is_note() && self.names_story(nth + 1)
            || whole;
        if item.is(PRIVATE) {
            heard.hold |= whole && self.first;
        } else if ends && (whole && self.first || self.is_note()) || self.is_of_this() {
            heard.kill = true;
        }
    }

    /// `Please do not use this story because of errors in its figures`: whatever follows, the story that it stands above is named.
    fn is_of_this(&self) -> bool {
        self.place == Place::Head
            && self.first
            // The line below may say until when.
            && self.text.trim_end().ends_with(['.', '!'])
            && self.items.iter().any(|item| item.is(THIS) && !item.is(OTHER))
            && !self.items.iter().any(|item| item.is(OTHER | PICTURE | EMBARGO | EMBARGOED))
    }

    /// `Not to be published, broadcast or posted online before 0001 GMT`: a list of what is not to be done, and then when it is.
    fn is_bound_behind_list(&self, nth: usize) -> bool {
        /// No list is longer, in words, …
        const LIST: usize = 12;
        /// … and has more that are not known.
        const UNKNOWN: usize = 2;
        let mut unknown = if self.is_of_publication(nth) { UNKNOWN } else { 0 };
        let list = self.items[nth + 1..].iter().take_while(|item| {
            let word = self.word(item).to_lowercase();
            let known = item.is(PUBLISH | SMALL | SERVICE | THIS | OWN | THING | UNUSED)
                || MEDIA.contains(&word.as_str());
            let spared = !known && unknown > 0;
            unknown -= usize::from(spared && !item.is(UNTIL | BEFORE));
            !item.is(UNTIL | BEFORE) && (known || spared)
        });
        let bound = nth + 1 + list.take(LIST).count();
        self.items.get(bound).is_some_and(|item| item.is(UNTIL | BEFORE)) && self.timed(bound + 1, REACH)
    }

    /// `Do not publish`, and no `do not use`, which is said of things as well.
    fn is_of_publication(&self, nth: usize) -> bool {
        const PUBLISHED: &[&str] =
            &["publi", "release", "broadcast", "veröffentlich", "sende", "diffus", "difund", "divulg"];
        let item = self.items[nth];
        let words = self.word(&item).to_lowercase();
        PUBLISHED.iter().any(|published| words.contains(published))
    }

    /// `Do not use ACME story`
    fn names_story(&self, from: usize) -> bool {
        let upper = |item: &Item| !self.word(item).contains(char::is_lowercase);
        let names =
            self.items[from..].iter().take_while(|item| item.class & !SMALL == 0 && upper(item)).count();
        names > 0
            && self.items.get(from + names).is_some_and(|item| item.is(THING) && item.after >= Break::Comma)
    }

    /// `Embargo levé le 4 mars 2026 à 07h00 GMT`: then, and not now.
    fn is_lifted_then(&self, nth: usize) -> bool {
        let then = |none: &Item| super::embargo::end_in(&self.text[none.end..], None).is_some();
        self.items.get(nth).is_some_and(|next| next.is(NONE) && then(next))
    }

    /// `Sperrfrist: keine`, `no embargo`, `embargo lifted`
    fn is_lifted(&self, nth: usize) -> bool {
        if self.is_lifted_then(nth + 1) {
            return false;
        }
        let next = self.items[nth + 1..].iter().find(|item| !item.is(SMALL) || item.is(NONE));
        nth > 0 && self.items[nth - 1].is(NONE)
            || next.is_some_and(|next| next.is(NONE))
            || self.is_blank(nth)
            || self.items[nth + 1..].iter().any(|item| self.is_released(item))
    }

    /// `Embargoed until 0900 GMT, now free`
    fn is_released(&self, item: &Item) -> bool {
        const RELEASED: &[&str] = &[
            "now free",
            "is now free",
            "now released",
            "is now released",
            "has now been released",
            "jetzt frei",
            "désormais libre",
        ];
        item.is(NONE) && RELEASED.contains(&self.word(item).to_lowercase().as_str())
    }

    /// `Embargo: -`, `Embargo: n/a`: nothing stands behind the label.
    fn is_blank(&self, nth: usize) -> bool {
        let rest = &self.text[self.items[nth].end..];
        let rest = rest.lines().next().unwrap_or("").trim_start();
        let said = rest.strip_prefix(':').unwrap_or("").trim();
        said.eq_ignore_ascii_case("n/a")
            || !said.is_empty() && said.chars().all(|c| matches!(c, '-' | '–' | '—'))
    }

    /// `THE DATA BELOW ARE EMBARGOED UNTIL 1400 GMT ON MARCH 4`: whatever is embargoed, no headline ends in a clock.
    fn is_bare_notice(&self, nth: usize) -> bool {
        /// What is embargoed has no more words.
        const SUBJECT: usize = 6;
        let item = self.items[nth];
        self.place == Place::Head
            && self.first
            && item.is(EMBARGOED)
            && nth <= SUBJECT
            && self.items[..nth].iter().all(|before| before.after == Break::Blank)
            && self.is_nothing_but_time(nth + 1)
            && super::embargo::shows_clock(&self.text[item.end..])
    }

    fn is_embargo(&self, nth: usize) -> bool {
        let item = self.items[nth];
        let capital = self.is_capital(nth, nth);
        let clause = nth == 0 || self.items[nth - 1].after >= Break::Comma;
        // `Exports rise - EMBARGO 6 p.m. GMT`
        let last = capital
            && matches!(self.place, Place::Note | Place::Head)
            && nth > 0
            && self.items[..nth]
                .iter()
                .rev()
                .find(|item| !item.is(SMALL) || item.after == Break::Label)
                .is_some_and(|item| item.after == Break::Label);
        // `Photos embargoed until 6 a.m.`
        if self.items[..nth]
            .iter()
            .rev()
            .take_while(|item| item.after < Break::Comma)
            .any(|item| item.is(OTHER))
        {
            return false;
        }
        // `our release, which is under embargo until …`: what it is of is this story; and `It is embargoed` says so above one only.
        let words = self.word(&item).to_lowercase();
        let relative = item.is(EMBARGOED) && ["which ", "that "].iter().any(|word| words.starts_with(word));
        let of_this = || self.items[..nth].iter().any(|item| item.is(THIS | OWN | RELEASE));
        if relative && !(of_this() && self.is_led(nth, SMALL | THING | THIS | OWN | RELEASE))
            || words.starts_with("it is ") && !matches!(self.place, Place::Note | Place::Head)
        {
            return false;
        }
        // `Der Text ist bis Freitag, 6.00 Uhr, gesperrt.`
        let until = |item: &Item| {
            item.is(SMALL | THING | THIS | OWN | RELEASE | UNTIL | TIME)
                || self.is_number(item)
                // `10.00'a kadar`: the ending of a number
                || item.end - item.start <= 3 && self.text[..item.start].ends_with(['\'', '’'])
        };
        let before = &self.items[..nth];
        if item.is(EMBARGOED)
            && self.first
            && before.iter().all(until)
            && (item.is(UNTIL) || before.iter().any(|item| item.is(UNTIL)))
            && self.timed(0, nth)
        {
            return true;
        }
        // `Press embargo until 0600 GMT`
        let of_press = || {
            const PRESS: &[&str] = &["press", "media", "presse", "pers", "medien"];
            let first = self.items[0];
            let first = self.word(&first).to_lowercase();
            nth == 1 && self.first && self.items[0].after == Break::Blank && PRESS.contains(&first.as_str())
        };
        let starts = self.opens(nth)
            || of_press()
            || self.is_bare_notice(nth)
            || self.is_led(nth, SMALL | THING | THIS | OWN | RELEASE)
            || last
            || self.is_note() && (capital || clause);
        if !(starts || self.is_note() && item.is(EMBARGOED)) {
            return false;
        }
        let next = self.items.get(nth + 1);
        // A box has a heading, and then a sentence.
        let near =
            |next: &Item| next.is(UNTIL | BEFORE | TO | TIME) && !next.is(EMBARGO) || self.is_number(next);
        if self.place == Place::Inside && !item.is(EMBARGOED | UNTIL) && !next.is_some_and(near) {
            return false;
        }
        if item.is(ROAD) && self.is_of_road(nth) {
            return false;
        }
        // `The embargo runs until March 4.`
        let tells = |next: &Item| next.class & !PLAIN == 0 && !self.is_number(next);
        let in_story = matches!(self.place, Place::Line | Place::Inside);
        if in_story
            && !item.is(EMBARGOED)
            && !capital
            && item.after == Break::Blank
            && next.is_some_and(tells)
        {
            return false;
        }
        // `EMBARGO ON THIS STORY UNTIL`, `EMBARGOED FOR ALL MEDIA UNTIL`, and not `EMBARGO ON RUSSIAN OIL UNTIL 2030`
        let goes_with = |item: &&Item| {
            item.is(SMALL | THING | THIS | OWN | TO | PUBLISH)
                || MEDIA.contains(&self.word(item).to_lowercase().as_str())
        };
        let words = self.items[nth + 1..].iter().take(REACH).take_while(goes_with).count();
        let until = item.is(UNTIL)
            || self.is_lifted_then(nth + 1)
            || item.after != Break::Joined
                && (self.items[nth + 1..].iter().take(2).any(|next| next.is(UNTIL))
                    || self.items.get(nth + 1 + words).is_some_and(|next| next.is(UNTIL)));
        if until {
            // `Embargo until Friday?`
            let asks = self.items.last().is_some_and(|last| self.text[last.end..].starts_with('?'));
            if !self.is_note() && (asks || self.goes_on_with_story(nth)) {
                return false;
            }
            let timed = self.timed(nth + 1 + words, REACH);
            // `The embargo until March on Russian oil stays`
            let only = self.is_note() && (clause || timed)
                || timed
                    && (self.is_time_only(nth + 1)
                        || self.is_time_only(nth + 1 + words)
                        || self.is_time_of_label(nth + 1));
            return item.is(EMBARGOED) || capital || self.noticed(nth + 1) || only;
        }
        // `Embargoed to 0001 Friday`; `Embargo to end` is none
        if next.is_some_and(|next| next.is(TO | BEFORE)) && self.timed(nth + 2, 2) {
            return true;
        }
        // `EMBARGO ALLE 18 DEL 6 MARZO`
        let clock = self.items.get(nth + 2).is_some_and(|next| self.is_number(next));
        if clock
            && next.is_some_and(|next| next.is(TO))
            && self.timed(nth + 2, REACH)
            && self.is_time_only(nth + 2)
        {
            return true;
        }
        // `Embargo for broadcast and online: Wednesday, 0600 GMT`
        let labelled = words > 0 && self.items[nth + words].after == Break::Label;
        if labelled && self.timed(nth + words + 1, 3) && self.is_time_only(nth + words + 1) {
            return true;
        }
        // `EMBARGOED FOR RELEASE AT 0600 GMT, WEDNESDAY`
        if next.is_some_and(|next| next.is(FROM)) && self.timed(nth + 2, REACH) {
            return true;
        }
        // `EMBARGO 0001 GMT March 3`, `Sperrfrist Mittwoch, 06.00 Uhr`
        let number = |next: &Item| self.text[next.start..].starts_with(|c: char| c.is_ascii_digit());
        next.is_some_and(|next| next.is(TIME | SMALL) || number(next))
            && self.timed(nth + 1, 3)
            && (capital
                || self.is_note()
                || item.is(EMBARGOED)
                || item.after == Break::Label
                || self.is_time_only(nth + 1))
    }

    /// `Under embargo until Friday, Cuban cigars pile up.`, `EMBARGO UNTIL 2030: that was the headline.`: a day or a year, no clock, and
    /// then a story in small letters.
    fn goes_on_with_story(&self, nth: usize) -> bool {
        /// So many words make one.
        const STORY: usize = 3;
        let unknown = |item: &Item| item.class & !PLAIN == 0 && !self.is_number(item);
        let behind = &self.items[nth + 1..];
        let bound = behind.iter().take_while(|item| item.is(UNTIL | SMALL | TO)).count();
        let Some(when) = behind.get(bound) else { return false };
        let rest = &behind[bound + 1..];
        let word = self.word(when);
        let year =
            word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit());
        let small = rest.first().is_some_and(|next| self.text[next.start..].starts_with(char::is_lowercase));
        // `Embargoed until Friday, …`: no story begins with the word of the label itself.
        let item = self.items[nth];
        let is_label = self.word(&item).eq_ignore_ascii_case("embargoed");
        let told = (when.is(TIME)
            && !self.is_number(when)
            && when.after == Break::Comma
            && !self.is_capital(nth, nth)
            && !is_label
            && rest.first().is_some_and(unknown))
            || year && when.after == Break::Label && small;
        told && rest.iter().filter(|item| unknown(item)).count() >= if year { STORY - 1 } else { STORY }
            && !rest.iter().any(|item| item.is(TIME) && !year || self.is_number(item))
    }

    /// `Advance for Sunday trading hits exporters`: behind the day a headline goes on, and no edition.
    fn is_of_advance(&self, nth: usize) -> bool {
        let item = self.items[nth];
        let behind = &self.items[nth + 1..];
        let times = behind.iter().take_while(|item| item.is(TIME) || self.is_number(item)).count();
        let next = behind.get(times).filter(|_| times > 0 && behind[times - 1].after == Break::Blank);
        self.word(&item).to_lowercase().starts_with("advance for")
            && !self.is_capital(nth, nth)
            && !self.is_note()
            && next.is_some_and(|next| {
                let word = self.word(next);
                next.class & !PLAIN == 0
                    && word.starts_with(char::is_lowercase)
                    && !self.is_edition(next)
                    && !word.starts_with("edition")
            })
    }

    /// `Gesperrt bis Mittwoch ist die A7`, `Gesperrt: A7 bis Freitag`
    fn is_of_road(&self, nth: usize) -> bool {
        let of_time = |item: &Item| item.is(TIME | SMALL | TO | UNTIL | ROAD) || self.is_number(item);
        !self.is_note()
            && !self.is_capital(nth, nth)
            && !self.is_bracketed(nth)
            && !self.items[nth..].iter().all(of_time)
    }

    /// `for release in AMs`, `in morning papers`
    fn is_edition(&self, item: &Item) -> bool {
        const EDITIONS: &[&str] = &["ams", "pms", "morning", "afternoon", "evening", "newspapers", "papers"];
        EDITIONS.contains(&self.word(item).to_lowercase().as_str())
    }

    /// `Hold until confirmed by the desk`
    fn is_held(&self, nth: usize) -> bool {
        let item = self.items[nth];
        let words = self.word(&item).to_lowercase();
        // `Hold for a photo expected by 1500 GMT`: the story is there, and more comes.
        let pictured =
            words == "hold for" && self.items[nth + 1..].iter().take(3).any(|next| next.is(PICTURE));
        words.starts_with("hold ")
            && !pictured
            && (self.is_note() && self.opens(nth) || self.opens(nth) && self.is_capital(nth, nth))
    }

    /// `Nicht vor Mittwoch, 06.00 Uhr, veröffentlichen`
    fn is_later(&self, nth: usize) -> bool {
        let publish = self.items.iter().any(|item| item.is(PUBLISH | UNUSED));
        // `NOT BEFORE 0600 GMT WEDNESDAY` says nothing else.
        let alone = || nth == 0 && self.first && self.is_time_only(1);
        (self.is_note() || self.opens(nth)) && self.timed(nth + 1, REACH) && (publish || alone())
    }

    /// `For release at 9 a.m. EST`, `Frei ab Mittwoch, 06.00 Uhr`
    fn is_release(&self, nth: usize) -> bool {
        /// The time follows within so many words.
        const NEAR: usize = 4;
        let item = self.items[nth];
        if !(self.opens(nth) || self.is_note()) || self.is_of_advance(nth) {
            return false;
        }
        let words = self.word(&item).to_lowercase();
        // `Release time is 0900 GMT` tells of figures, `Release date: …` above a film of other things.
        if (words.contains("time") || words.contains("date")) && item.after != Break::Label {
            return false;
        }
        if is_issue(&words) {
            return self.place != Place::Inside
                && self.timed(nth + 1, NEAR)
                && self.is_nothing_but_time(nth + 1);
        }
        // `For Sunday papers, March 8`, `For Monday's newspapers`, `For Sunday, March 8`
        if words.starts_with("for ") && item.is(TIME) {
            let next = self.items[nth + 1..].iter().find(|next| !self.word(next).eq_ignore_ascii_case("s"));
            return self.is_note() && next.is_none()
                || next.is_some_and(|next| self.is_edition(next))
                || self.items[nth + 1..].iter().any(|next| self.is_number(next))
                    && self.is_nothing_but_time(nth + 1);
        }
        // `Adv08`: for the eighth.
        if words.len() > "adv".len()
            && words.starts_with("adv")
            && words.ends_with(|c: char| c.is_ascii_digit())
        {
            return true;
        }
        // `Hold for a photo expected by 1500 GMT`: the story is there, and more comes.
        if words.starts_with("hold for") && self.items[nth + 1..].iter().take(3).any(|next| next.is(PICTURE))
        {
            return false;
        }
        // `Hold for release was the code on the cargo.`
        let in_story = matches!(self.place, Place::Line | Place::Inside);
        let told = self.items.get(nth + 1).is_some_and(|next| next.is(TELLS | SAYS));
        if in_story && told && item.after == Break::Blank && !self.is_capital(nth, nth) {
            return false;
        }
        // `To be released Friday, the film …`
        if (words.starts_with("to be ") || words == "adv")
            && !self.is_note()
            && !self.is_capital(nth, nth)
            && !(self.is_nothing_but_time(nth + 1) && super::embargo::has_clock(&self.text[item.end..]))
        {
            return false;
        }
        // `FOR RELEASE IN CINEMAS MAY 30`
        let within = self.items.get(nth + 1).is_some_and(|next| {
            self.word(next).eq_ignore_ascii_case("in")
                && !self.timed(nth + 2, 1)
                && !self.items.get(nth + 2).is_some_and(|next| self.is_edition(next))
        });
        if within && !self.is_note() {
            return false;
        }
        // `Frei für Mittwochausgaben`
        let held =
            HELD.contains(&words.as_str()) || words.starts_with("frei für ") && words.ends_with("ausgaben");
        let label = item.after == Break::Label && words.starts_with("frei");
        let released =
            words.starts_with("for release") && self.is_capital(nth, nth) && self.items.len() > nth + 1;
        held || label
            || released
            || self.timed(nth + 1, NEAR)
            || self.noticed(nth + 1) && words.starts_with("hold")
    }
}
