//! Labels that head news as well: `KILLED: Copper exports fall` takes a story back, and `KILLED: three men at a crossing` tells of them.
//! Which it is, the story says itself: where its first words tell what the label says, that is its news; where they tell
//! something else, the label is the wire's. Where the headline tells it too (`KILLED: Three men die at a crossing`), its news needs
//! no label, and neither can be ruled out: the story is held until somebody has looked. A label that names the story is the wire's
//! in any case (`STORY KILLED: …`).

use super::beginning;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::items::{BY_FIRST, Break, Item, bare, items};
use super::words::{KILL, KILLS, PRIVATE, SMALL, THING, THIS, UNUSED};

/// Words that stand as a label before a headline and are news as often, in the languages of the wires; behind each what a story says
/// that has it as its news, by the beginnings of words. The label's own beginning is always among these.
#[rustfmt::skip]
const LABELS: &[(&[&str], &[&str])] = &[
    (
        &["killed", "tué", "tués", "muerto", "muertos", "dood"],
        &["kill", "dead", "died", "die in", "die at", "die as", "die on", "die of", "die when", "die after", "dies ", "dying", "death", "murder", "shot", "slain", "slay", "fatal", "executed", "tué", "mort ", "morts", "muert", "dood"],
    ),
    (
        &["cancel", "cancelled", "canceled", "cancels", "delete", "deleted", "pulled", "pull", "remove", "removed", "withdraw", "withdrawn", "retract", "eliminated", "unpublish", "scrap", "void", "spiked", "disregard", "please disregard", "please ignore", "please delete", "please kill", "please spike", "please pull"],
        &["cancel", "called off", "call off", "calls off", "scrap", "delet", "remov", "withdr", "retract", "eliminat", "axed"],
    ),
    (
        &["entfällt", "gestrichen", "gelöscht", "löschen", "streichen", "abgesagt", "storniert", "zurückgezogen"],
        &["entfäll", "entfall", "gestrich", "streich", "gelösch", "abgesagt", "absage", "storn", "zurückgezogen", "zurückzieh"],
    ),
    (
        &["annulé", "annulée", "annuler", "supprimé", "supprimée", "retiré", "retirée", "à supprimer", "à annuler"],
        &["annul", "supprim", "retir"],
    ),
    (
        &["anulado", "anulada", "cancelado", "cancelada", "retirado", "retirada", "eliminado", "eliminada", "suprimido", "suprimida", "annullato", "annullata", "cancellato", "cancellata", "ritirato", "ritirata", "eliminato"],
        &["anul", "cancel", "retir", "elimin", "suprim", "annull", "ritir", "suspend"],
    ),
    (
        &["vervalt", "vervallen", "geannuleerd", "ingetrokken", "verwijderd"],
        &["verval", "annul", "geannul", "trekt", "intrek", "ingetrok", "schrap", "geschrap", "afgelast", "verwijder"],
    ),
    (
        &["trukket", "trekkes", "slettet", "slettes", "utgår", "udgår", "slet", "fjernet", "makuleras", "raderad", "annulleres", "annulleras", "annulleret", "annullert", "annullering", "annulering", "struken", "tilbagekaldt"],
        &["trekk", "trukk", "trakk", "slett", "utg", "udg", "fjern", "makul", "rader", "annul", "inställ", "avlys", "aflys", "innstil", "struk", "tilbagekald"],
    ),
    (
        &["peruttu", "poistettu", "poistetaan", "poista", "mitätöity", "peruutettu"],
        &["peruu", "perut", "poist", "mitätö"],
    ),
    (
        &["zrušeno", "zrušena", "zrušen", "staženo", "stažena", "smazat", "iptal", "iptal edildi", "silindi", "geri çekildi", "odwołane", "odwołano", "usunięto", "usunięte", "wycofano", "törölve", "törölt", "visszavonva", "отменено", "удалено", "отозвано", "аннулировано", "аннулировать"],
        &["zruš", "ruší", "staž", "stahuj", "smaz", "iptal", "silin", "sildi", "çekil", "odwoł", "usun", "wycof", "töröl", "visszavon", "отмен", "удал", "отозв", "отзыв", "аннулир"],
    ),
];

/// What is sent to try the lines.
const TESTS: &[&str] = &["TEST", "TESTING", "PRUEBA", "ESSAI", "PROVA"];

/// Orders to editors that stand with one capital, too: `Kill: …`.
const ORDERS: &[&str] = &["kill", "withdraw", "retract", "disregard"];

/// What a story says that warns readers of a thing.
const WARNED: &[&str] = &[
    "not use",
    "not to use",
    "not be used",
    "stop using",
    "stopped using",
    "avoid using",
    "not eat",
    "not consume",
    "recall",
    "verwenden",
    "benutzen",
    "utiliser",
    "usar",
    "utilizar",
    "usare",
    "utilizzare",
    "gebruiken",
    "använda",
    "bruke",
    "bruge",
];

/// A label, and the beginnings of words by which a story tells the same.
#[derive(Clone, Debug)]
pub(in crate::head) struct Doubt {
    /// `DO NOT USE`: it warns readers, or forbids the story.
    warns: bool,
    word: String,
    told: &'static [&'static str],
    /// The words behind the label.
    headline: String,
    /// It names the story.
    sure: bool,
}

/// What a label is, by the story below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::head) enum Verdict {
    /// The story's own news.
    News,
    /// The story's news, and the headline's as well.
    Unclear,
    /// The wire's: the story is taken back.
    Wire,
}

/// What wires call a story in a label, and readers do not.
#[rustfmt::skip]
const STORIES: &[&str] = &[
    "story", "item", "dispatch", "article", "copy", "news item", "meldung", "dépêche", "depeche", "noticia", "despacho", "notícia", "matéria", "notizia", "lancio", "take",
];

/// The label in doubt before a headline that has small letters.
pub(in crate::head) fn label(headline: &str) -> Option<Doubt> {
    /// No label is longer, in bytes, …
    const LABEL: usize = 60;
    /// … and no headline has fewer words.
    const HEADLINE: usize = 2;
    // No mark or no such word, no label: nearly all lines end here.
    let near = beginning(headline, LABEL);
    if !near.contains([':', '-', '–', '—', '|', '*', '=']) || !may_be(near) {
        return None;
    }
    let items = items(beginning(headline, LABEL * 3));
    let word = |item: &Item| &headline[item.start..item.end];
    // `TEST - PLEASE DISREGARD: …`
    let from = usize::from(items.first().is_some_and(|first| is_test(word(first))));
    let capital = |to: usize| {
        let words = &headline[items[from].start..items[to].end];
        !words.contains(char::is_lowercase)
    };
    // A hyphen that touches both makes one word of them, unless it parts capitals from a headline: `KILLED-Exports fall`.
    let parts = |nth: usize| match items[nth].after {
        Break::Joined => capital(nth) && items.get(nth + 1).is_some_and(|next| is_plain(word(next))),
        after => after >= Break::Label,
    };
    let to = (from..items.len()).find(|nth| parts(*nth))?;
    let rest = &items[to + 1..];
    let (start, end) = (items[from].start, items[to].end);
    let opens = headline[..start].trim_start_matches(['(', '[', '*', '+', '<', '=', '-', ' ']).is_empty()
        || from == 1 && items[0].after >= Break::Label;
    let headed = rest.len() >= HEADLINE
        && headline[end..].contains(char::is_lowercase)
        && headline[rest[0].start..].starts_with(|c: char| !c.is_lowercase());
    if !opens || !headed || end > LABEL {
        return None;
    }
    let clause = &items[from..=to];
    let lower = |item: &Item| word(item).to_lowercase();
    let known = |item: &Item| {
        let name = lower(item);
        LABELS
            .iter()
            .find(|(names, _)| names.iter().any(|known| is_same(known, &name)))
            .map(|(_, told)| *told)
    };
    if !clause
        .iter()
        .all(|item| item.is(KILL | KILLS | UNUSED | SMALL | THING | THIS) || known(item).is_some())
    {
        return None;
    }
    let bold = capital(to);
    let sure = bold && clause.iter().any(|item| item.is(THIS) || STORIES.contains(&lower(item).as_str()));
    let told_by = headline[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let doubt = |warns: bool, word: String, told: &'static [&'static str]| Doubt {
        warns,
        word,
        told,
        headline: told_by.to_lowercase(),
        sure,
    };
    if let Some(forbids) = clause.iter().find(|item| item.is(UNUSED) && !item.is(PRIVATE)) {
        return bold.then(|| doubt(true, lower(forbids), WARNED));
    }
    // `Story removed: …`; one word with a capital alone is a label of wires only if it is of nothing else: `Kill: …`.
    let named = clause.iter().any(|item| item.is(THING));
    let item = clause
        .iter()
        .find(|item| ORDERS.contains(&lower(item).as_str()) || known(item).is_some() && (bold || named))?;
    let told = known(item).unwrap_or(&[]);
    Some(doubt(false, lower(item), told))
}

/// `KILL`, `KILL-BRITAIN-TRADE`, `BRITAIN TRADE KILL`: a slug in capitals that begins or ends so; `POLICE-KILL` is told by the story.
pub(in crate::head) fn slug(slug: &str) -> Option<Doubt> {
    let mut parts = slug.trim().split([' ', '-', '/', '_']).filter(|part| !part.is_empty());
    let ends = [parts.next(), parts.next_back()];
    ends.contains(&Some("KILL")).then(|| Doubt {
        warns: false,
        word: "kill".to_owned(),
        told: LABELS[0].1,
        headline: String::new(),
        sure: false,
    })
}

impl Doubt {
    /// Whether it forbids the story's use, and is no word that others need.
    pub(in crate::head) fn forbids(&self) -> bool {
        self.warns
    }

    /// What the label is, by the beginning of the story. Where there is no story, nobody can tell.
    pub(in crate::head) fn verdict(&self, story: &str) -> Verdict {
        /// So much of it, in bytes; and less is none.
        const LEAD: usize = 700;
        const STORY: usize = 30;
        let lead = beginning(story.trim(), LEAD).to_lowercase();
        // `STORY KILLED: …` says so without a story, too.
        if self.sure {
            return Verdict::Wire;
        }
        if lead.len() < STORY {
            return Verdict::News;
        }
        match (!self.is_told_by(&lead), self.is_told_by(&self.headline)) {
            (true, _) => Verdict::Wire,
            (false, true) => Verdict::Unclear,
            (false, false) => Verdict::News,
        }
    }

    /// Whether words in small letters tell what the label says.
    fn is_told_by(&self, words: &str) -> bool {
        let begins = |stem: &str| {
            words.match_indices(stem).any(|(at, _)| !words[..at].ends_with(char::is_alphanumeric))
        };
        // The word without its ending, if it is long enough to have one.
        let letters = self.word.chars().count();
        let own: String = self.word.chars().take(letters.saturating_sub(2).max(4)).collect();
        !self.warns && begins(&own) || self.told.iter().any(|stem| begins(stem))
    }
}

/// The first words of labels, with accents and without.
static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let known = BY_FIRST
        .iter()
        .filter(|(_, known)| known.iter().any(|phrase| phrase.class & (KILL | KILLS | UNUSED | THING) != 0));
    let names =
        LABELS.iter().flat_map(|(names, _)| names.iter().copied()).chain(known.map(|(first, _)| *first));
    let names = names.chain(TESTS.iter().copied()).filter_map(|name| name.split(' ').next());
    names.flat_map(|name| [name.to_lowercase(), bare(name)]).collect()
});

/// Whether the first word may be one of a label.
fn may_be(headline: &str) -> bool {
    let start = headline.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = &start[..start.find(|c: char| !c.is_alphanumeric()).unwrap_or(start.len())];
    FIRST.contains(&first.to_lowercase())
}

/// `ANNULEE` is written for `annulée`.
fn is_same(known: &str, word: &str) -> bool {
    known == word || word.is_ascii() && bare(known) == word
}

fn is_test(word: &str) -> bool {
    TESTS.contains(&word)
}

/// A word of a headline in small letters.
fn is_plain(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}
