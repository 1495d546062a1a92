//! What an agency says about the life of a story: leads, corrections, kills, holds, urgency.

use std::sync::LazyLock;

use article::{Signal, SignalType};
use memchr::memmem::Finder;

use super::held;
use super::signs::{self, SIGNS, URGENCY};
use super::words::{has_prefix, trim_mark};

/// What some words of the head say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub signals: Vec<Signal>,
    pub version: Option<u64>,
    pub urgency: Option<u8>,
}

/// Words by which a note to editors says that this version replaces another.
const UPDATE_VERBS: &[&str] = &[
    "adds",
    "adding",
    "updates",
    "updating",
    "recasts",
    "recasting",
    "rewrites",
    "releads",
    "writethru",
    "attaches",
    "new throughout",
    "edits",
    "tops",
    "ampliación",
    "actualiza",
    "añade",
    "amplía",
    "atualiza",
    "acrescenta",
    "actualise",
    "ajoute",
    "complète",
    "aggiorna",
    "aggiunge",
    "aktualisiert",
    "ergänzt",
    "combines",
    "restores",
    "changes",
    "moves",
    "raises",
    "substitutes",
    "uppdaterar",
    "opdaterer",
    "oppdaterer",
    "tilføjer",
    "legger til",
    "lägger till",
    "actualiseert",
    "vult aan",
    "päivitetty",
    "дополнено",
    "обновлено",
    "uzupełnia",
    "aktualizuje",
    "doplňuje",
    "frissítve",
    "kiegészítve",
    "güncellendi",
    "actualizează",
    "completează",
    "ažurira",
    "dopunjava",
];

/// The first word of a note that says that the story was sent before.
const AGAIN_VERBS: &[(&str, SignalType)] = &[
    ("repeats", SignalType::Repeat),
    ("repeating", SignalType::Repeat),
    ("refiles", SignalType::Refile),
    ("refiling", SignalType::Refile),
];

#[rustfmt::skip]
const CORRECTION_VERBS: &[&str] = &[
        "corrects", "correcting", "corrected", "clarifies", "fixes", "corrige", "berichtigt", "korrigiert", "rättar", "retter", "rettar",
        "corregge", "corrigeert", "korjaa", "korjattu", "исправлено", "исправляет", "уточняет", "уточнено", "poprawia", "poprawiono",
        "prostuje", "opravuje", "opraveno", "upřesňuje", "javítva", "helyesbít", "düzeltildi", "düzeltir", "διορθώνει", "corectează",
        "corectat", "ispravlja", "ispravljeno", "виправлено", "виправляє", "memperbaiki", "تصحيح", "정정", "訂正", "更正",
    ];

impl Said {
    pub(super) fn say(&mut self, kind: SignalType, text: &str) {
        self.hear(Signal { kind, text: Some(text.to_owned()), target: None });
    }

    /// One signal, in the words that are it.
    pub(super) fn of_one(kind: SignalType, text: &str) -> Self {
        let mut said = Self::default();
        said.say(kind, text.trim());
        said
    }

    /// A story says each thing once: `(2nd LD)` and `(ATTN: ADDS …)` are one update, in the words that came first.
    fn hear(&mut self, signal: Signal) {
        if !self.signals.iter().any(|known| known.kind == signal.kind) {
            self.signals.push(signal);
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        for signal in other.signals {
            self.hear(signal);
        }
        self.version = other.version.max(self.version);
        self.urgency = match (self.urgency, other.urgency) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }

    /// The words of a slug, a notice line or a tag before a headline, as they stand.
    pub(super) fn of_words(tag: &str) -> Self {
        let mut said = Self::default();
        let mut kinds = Vec::new();
        let mut whole = true;
        if let Some((word, _)) = signs::spaced(tag)
            && let Some((_, kind)) = SIGNS.iter().find(|(sign, kind)| *sign == word && !restrains(*kind))
        {
            kinds.push(*kind);
        }
        for word in signs::words(tag) {
            let lower = word.to_lowercase();
            whole &= SIGNS.iter().any(|(sign, _)| *sign == lower)
                || URGENCY.iter().any(|(sign, _)| *sign == lower)
                || held::is_small(&lower)
                || lower.starts_with(|c: char| c.is_ascii_digit());
            if let Some((_, kind)) =
                SIGNS.iter().find(|(sign, _)| *sign == lower).filter(|(_, kind)| !kinds.contains(kind))
            {
                kinds.push(*kind);
            }
            if let Some((_, urgency)) = URGENCY.iter().find(|(sign, _)| *sign == lower) {
                said.urgency = Some(*urgency);
            }
            said.version = said.version.or_else(|| ordinal(&lower));
            if let Some(number) = signs::korean(&lower) {
                said.version = said.version.or(Some(number).filter(|number| *number > 0));
                if number != 1 && !kinds.contains(&SignalType::Update) {
                    kinds.push(SignalType::Update);
                }
            }
        }
        // `(Kill Bill)`, `Household hold-up`: what takes a story back stands there with nothing else.
        for kind in kinds.into_iter().filter(|kind| whole || !restrains(*kind)) {
            said.say(kind, tag);
        }
        said
    }
}

/// Whether a signal says that the story may not be used, or no longer that.
pub(super) fn restrains(kind: SignalType) -> bool {
    matches!(kind, SignalType::Kill | SignalType::Takedown | SignalType::Hold | SignalType::Release)
}

/// `1st`, `2nd`, `3RD`, `11th`, and `3rdLd` as one AP desk writes it: the number of a lead.
pub(super) fn ordinal(word: &str) -> Option<u64> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ending = word.get(digits..digits + 2)?;
    let whole = ["", "ld", "lead"].contains(&&word[digits + 2..]);
    (whole && ["st", "nd", "rd", "th"].contains(&ending)).then(|| word[..digits].parse().ok()).flatten()
}

/// A line of signals and nothing else: `1ST LEAD`, `KILL KILL KILL ''''' =`.
pub(super) fn of_notice(line: &str) -> Said {
    let words = trim_mark(line).trim_end_matches('\'').trim_end();
    Said::of_words(words)
}

/// What a line in brackets above a German headline says: `(Zusammenfassung 1630 - neu: Bürgermeister)`, `(Korr: im 2. Absatz)`.
pub(super) fn of_bracket(line: &str) -> Said {
    const UPDATES: &[&str] = &[
        "zusammenfassung",
        "neu",
        "neue",
        "neuer",
        "aktualisierung",
        "aktualisiert",
        "erweitert",
        "ergänzt",
    ];
    const CORRECTIONS: &[&str] =
        &["korr", "korrektur", "korrigiert", "berichtigt", "berichtigung", "berichtigte"];
    const REPEATS: &[&str] = &["wiederholung", "rpt"];
    let mut said = Said::default();
    let lower = line.to_lowercase();
    let has = |list: &[&str]| lower.split(|c: char| !c.is_alphanumeric()).any(|word| list.contains(&word));
    if has(CORRECTIONS) {
        said.say(SignalType::Correction, line);
    } else if has(UPDATES) {
        said.say(SignalType::Update, line);
    } else if has(REPEATS) {
        said.say(SignalType::Repeat, line);
    }
    said
}

/// A note to editors: what it adds or corrects.
pub(super) fn of_note(note: &str) -> Said {
    let mut said = Said::default();
    let mut words = note.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let label = note
        .trim_start_matches('(')
        .split(':')
        .next()
        .filter(|label| label.len() <= 20 && label.len() < note.len());
    let whole = label.map(Said::of_words).unwrap_or_default();
    let says = |kind| whole.signals.iter().any(|signal| signal.kind == kind);
    for (_, kind) in SIGNS.iter().filter(|(sign, _)| label.is_some_and(|label| has_prefix(label, sign))) {
        if !restrains(*kind) || says(*kind) && !held::is_of_picture(note) {
            said.say(*kind, note);
        }
    }
    let again = words.clone().next().and_then(|first| {
        AGAIN_VERBS.iter().find(|(verb, _)| first.eq_ignore_ascii_case(verb)).map(|(_, kind)| *kind)
    });
    if let Some(kind) = again {
        said.say(kind, note);
    }
    let lower = note.to_lowercase();
    let has = |verb: &str| {
        lower.contains(verb)
            && lower.split(|c: char| !c.is_alphanumeric() && c != ' ').any(|piece| has_word(piece, verb))
    };
    let corrects = CORRECTION_VERBS.iter().any(|verb| has(verb));
    if UPDATE_VERBS.iter().any(|verb| has(verb)) {
        said.say(SignalType::Update, note);
    }
    if corrects {
        said.say(SignalType::Correction, note);
    }
    if words.any(|word| word.eq_ignore_ascii_case("advisory")) || has_prefix(note, "note to editors") {
        said.say(SignalType::Advisory, note);
    }
    said
}

fn has_word(piece: &str, word: &str) -> bool {
    piece.match_indices(word).any(|(at, found)| {
        !piece[..at].ends_with(char::is_alphanumeric)
            && !piece[at + found.len()..].starts_with(char::is_alphanumeric)
    })
}

/// `Please kill item dpa 157 "Headline"`: the item that a kill, hold or release aims at, as written.
pub(super) fn target_in(line: &str) -> Option<(SignalType, String)> {
    let lower = line.to_lowercase();
    let aims = [
        ("kill", SignalType::Kill),
        ("withhold", SignalType::Hold),
        ("hold", SignalType::Hold),
        ("release", SignalType::Release),
    ];
    let things = [
        " the story slugged ",
        " the story headlined ",
        " story slugged ",
        " story headlined ",
        " item ",
        " the item ",
        " story ",
        " the story ",
        " slug ",
    ];
    for (verb, kind) in aims {
        let Some(at) = lower.find(verb) else { continue };
        let after = at + verb.len();
        if let Some(number) = numbered(lower[after..].trim_start()) {
            // `Please kill a0371, BC-US--Grain-Rail.`: the number, and what it is called.
            let rest = line.get(line.len().saturating_sub(number.len())..)?;
            let target =
                trim_mark(&rest[..rest.find(". ").unwrap_or(rest.len())]).trim_end_matches('.').trim();
            return Some((kind, target.to_owned()));
        }
        for thing in things {
            if let Some(target) =
                lower[after..].strip_prefix(thing).and_then(|rest| line.get(line.len() - rest.len()..))
            {
                let end = target
                    .rfind(['"', '”'])
                    .map_or(target.len(), |at| at + target[at..].chars().next().map_or(0, char::len_utf8));
                // Without quotes the target ends with its sentence.
                let quoted = target[..end].contains(['"', '”', '\'', '’']);
                let end = if quoted { end } else { target.find(". ").unwrap_or(end) };
                let end = if thing.contains("slugged") { target.find(". ").unwrap_or(end) } else { end };
                let target = trim_mark(&target[..end]).trim_end_matches('.').trim();
                return (!target.is_empty()).then(|| (kind, target.to_owned()));
            }
        }
    }
    None
}

/// `a0371, …`: words that begin with the number of an item as American agencies write it.
fn numbered(words: &str) -> Option<&str> {
    let number = words.as_bytes().get(..5)?;
    let whole = words.as_bytes().get(5).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    (whole && number[0].is_ascii_lowercase() && number[1..].iter().all(u8::is_ascii_digit)).then_some(words)
}

/// Sentences that say it in the body, in lower case: what the line must hold, and what else.
const SENTENCES: &[(&str, &str, SignalType)] = &[
    ("this version corrects", "", SignalType::Correction),
    ("this story corrects", "", SignalType::Correction),
    ("this story has been corrected", "", SignalType::Correction),
    ("this version has been corrected", "", SignalType::Correction),
    // Alone it says nothing of a change.
    ("this story was first published", "to correct", SignalType::Correction),
    ("takedown is mandatory", "", SignalType::Takedown),
    ("kill is mandatory", "", SignalType::Kill),
    ("is a mandatory kill", "", SignalType::Kill),
    ("please disregard the story", "", SignalType::Kill),
    // Outlook's own words.
    ("would like to recall the message", "", SignalType::Kill),
    ("möchte die nachricht", "zurückrufen", SignalType::Kill),
    ("souhaite rappeler le message", "", SignalType::Kill),
];

/// One of these is in each of the sentences, in either case, and in those of English that `held` hears.
const ROOTS: &[&str] = &[
    "correct",
    "CORRECT",
    "andatory",
    "ANDATORY",
    "isregard",
    "ISREGARD",
    "recall",
    "mbarg",
    "MBARG",
    "ithdraw",
    "ITHDRAW",
    "liminat",
    "LIMINAT",
    "etract",
    "ETRACT",
    "nnul",
    "NNUL",
    "nulad",
    "NULAD",
    "kill",
    "Kill",
    "KILL",
    "zogen",
    "perrfrist",
    "PERRFRIST",
    "ancel",
    "ANCEL",
    "HOLD",
    "ithhold",
    "ithheld",
    "ITHHELD",
    "ot use",
    "OT USE",
    "ot pub",
    "OT PUB",
    "ot for",
    "OT FOR",
    "ot be us",
    "OT BE US",
    "ot be pub",
    "OT BE PUB",
    "ot to be",
    "OT TO BE",
    "ot run",
    "ot clear",
    "n error",
    "or release",
    "dvance for",
    "elease time",
    "gnore ",
    "iscard",
    "spike",
    "elete the",
    "npublish",
    "ake down",
    "aken down",
    "akedown",
    "TAKEDOWN",
    "on hold",
    "een pulled",
    "een removed",
    "efrain from",
    "urückrufen",
    "rappeler le",
];

/// A bit for the first four bytes of each: hardly any place of a text has one, and so all are looked for at once.
static ROOT_BITS: Bits = {
    let (mut bits, mut nth) = (Bits::EMPTY, 0);
    while nth < ROOTS.len() {
        let [one, two, three, four, ..] = *ROOTS[nth].as_bytes() else { panic!("a root has four bytes") };
        bits = bits.with([one, two, three, four]);
        nth += 1;
    }
    bits
};

/// A set of four bytes each: those of the set are found, others hardly ever.
struct Bits([u64; 1 << (Self::SIZE - 6)]);

impl Bits {
    /// So many bits in the whole, as a power of two.
    const SIZE: u32 = 15;
    const EMPTY: Self = Self([0; 1 << (Self::SIZE - 6)]);

    const fn with(mut self, bytes: [u8; 4]) -> Self {
        let at = Self::place(bytes);
        self.0[at / 64] |= 1 << (at % 64);
        self
    }

    #[inline]
    const fn have(&self, bytes: [u8; 4]) -> bool {
        let at = Self::place(bytes);
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    #[inline]
    const fn place(bytes: [u8; 4]) -> usize {
        /// Spreads what differs in low bits over the high ones (Fibonacci hashing: 2^32 by the golden ratio).
        const SPREAD: u32 = 0x9E37_79B1;
        (u32::from_le_bytes(bytes).wrapping_mul(SPREAD) >> (u32::BITS - Self::SIZE)) as usize
    }
}

/// Whether any of these words may be such a sentence: hardly any story has one, and this is told at a glance. What is not in English is
/// asked for the words of all languages.
pub(super) fn may_say(words: &str) -> bool {
    has_root(words) || may_say_abroad(words)
}

fn has_root(words: &str) -> bool {
    let bytes = words.as_bytes();
    let may = |four: &[u8]| four.first_chunk().is_some_and(|four| ROOT_BITS.have(*four));
    let mut near = bytes.windows(4).enumerate().filter(|(_, four)| may(four));
    near.any(|(at, four)| {
        // Four bytes are compared in one step, more are not.
        let mut same = ROOTS.iter().filter(|root| root.as_bytes().starts_with(four));
        same.any(|root| bytes[at..].starts_with(root.as_bytes()))
    })
}

fn may_say_abroad(words: &str) -> bool {
    !is_english(words) && held::may_say_abroad(words) || held::is_far(words)
}

/// The same of a whole line and of its beginning, with one look at each of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tells {
    pub whole: bool,
    pub beginning: bool,
}

impl Tells {
    /// `near` are the first words of the line.
    pub(super) fn of(line: &str, near: &str) -> Self {
        let roots = has_root(line);
        let abroad = may_say_abroad(line);
        let whole = roots || abroad;
        if near.len() == line.len() {
            return Self { whole, beginning: whole };
        }
        // A line that says nothing has no beginning that does, but for one that is in English only further on.
        let beginning = roots && has_root(near) || (abroad || !is_english(near)) && may_say_abroad(near);
        Self { whole, beginning }
    }
}

/// Hardly any sentence does without the word, and in other languages there is none.
fn is_english(words: &str) -> bool {
    static THE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(" the "));
    THE.find(words.as_bytes()).is_some()
}

/// How a notice ends its order; an order of a court may be that as well.
const MANDATORY: &str = " is mandatory";

/// `This kill/takedown is mandatory`, and no `The takedown is mandatory, a judge ruled`: the sentence begins with these words, or says of
/// itself that it is the notice. With an article it is all that the line says.
fn is_of_notice(lower: &str, words: &str) -> bool {
    let Some(at) = lower.find(words) else { return false };
    let before = lower[..at].rsplit(['.', '!', ':', '\n']).next().unwrap_or("");
    let mut pieces = before.split(|c: char| !c.is_alphabetic()).filter(|piece| !piece.is_empty());
    let alone =
        || lower[..at].trim() == "the" && lower[at + words.len()..].chars().all(|c| !c.is_alphanumeric());
    pieces.all(|piece| ["this", "a", "kill", "takedown", "mandatory", "and", "note"].contains(&piece))
        || alone()
}

/// Sentences of the body, at the start of a notice or at the very end.
pub(super) fn of_sentence(line: &str) -> Said {
    let mut said = Said::default();
    let lower = line.to_lowercase();
    for (words, also, kind) in SENTENCES {
        let says = lower.contains(words) && lower.contains(also);
        let in_story = words.ends_with(MANDATORY) && !is_of_notice(&lower, words);
        if says && !in_story && !(restrains(*kind) && held::is_told(line)) {
            said.say(*kind, line.trim());
        }
    }
    if is_corrected(&lower) {
        said.say(SignalType::Correction, line.trim());
    }
    said
}

/// `(This March 3 story has been corrected to say …)`: a line in small letters that says so of its own story.
fn is_corrected(lower: &str) -> bool {
    const THINGS: &[&str] = &[" story ", " article ", " report ", " item ", " dispatch "];
    /// No day between has more, in bytes.
    const DAY: usize = 30;
    let rest = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(rest) = rest.strip_prefix("this") else { return false };
    let near = &rest[..rest.floor_char_boundary(DAY)];
    let thing = THINGS.iter().find_map(|thing| near.find(thing).map(|at| at + thing.len()));
    thing.is_some_and(|at| {
        ["has been corrected", "was corrected", "is corrected"]
            .iter()
            .any(|said| rest[at..].starts_with(said))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ROOTS, has_root};

    proptest! {
        #[test]
        fn a_root_is_found_wherever_it_stands(before in "[a-z tT\u{e9}]{0,9}", nth in 0..ROOTS.len(), behind in "[a-z ]{0,5}") {
            let words = format!("{before}{}{behind}", ROOTS[nth]);
            prop_assert!(has_root(&words));
            let words = format!("{before} {behind}{before}");
            prop_assert_eq!(has_root(&words), ROOTS.iter().any(|root| words.contains(root)));
        }
    }
}
