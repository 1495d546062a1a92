//! Labels that head news as well: `KILLED: Copper exports fall` takes a story back, and `KILLED: three men at a crossing` tells of them.
//! Which it is, the story says itself: where its first words tell what the label says, that is its news; where they tell
//! something else, the label is the wire's. Where the headline tells it too (`KILLED: Three men die at a crossing`), its news needs
//! no label, and neither can be ruled out: the story is held until somebody has looked. A label that names the story is the wire's
//! in any case (`STORY KILLED: …`).

use super::beginning;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::items::{BY_FIRST, Break, Item, bare, items};
use super::words::{
    BEFORE, Class, EMBARGO, EMBARGOED, FROM, KILL, KILLS, LATER, NEWS, NONE, NOTICE, OWN, PRIVATE, PUBLISH,
    REASON, RELEASE, SMALL, THING, THIS, TIME, UNTIL, UNUSED,
};
use crate::agencies::Agency;

/// Words that stand as a label before a headline and are news as often, in the languages of the wires; behind each what a story says
/// that has it as its news, by the beginnings of words. The label's own beginning is always among these.
#[rustfmt::skip]
const LABELS: &[(&[&str], &[&str])] = &[
    (
        &["killed", "tué", "tués", "muerto", "muertos", "dood"],
        &["kill", "dead", "died", "die in", "die at", "die as", "die on", "die of", "die when", "die after", "dies ", "dying", "death", "murder", "shot", "slain", "slay", "fatal", "executed", "tué", "mort ", "morts", "muert", "dood"],
    ),
    (
        &["cancel", "cancelled", "canceled", "cancels", "delete", "deleted", "pulled", "pull", "remove", "removed", "withdraw", "withdrawn", "retract", "eliminated", "unpublish", "scrap", "void", "spiked", "withdrawal", "retracted", "retraction", "takedown", "elimination", "annulled", "unpublished", "disregard", "please disregard", "please ignore", "please delete", "please kill", "please spike", "please pull"],
        &["cancel", "called off", "call off", "calls off", "scrap", "delet", "remov", "withdr", "retract", "eliminat", "axed", "pulls out", "pulled out", "pull out", "annul", "recall"],
    ),
    (
        &["entfällt", "gestrichen", "gelöscht", "löschen", "streichen", "abgesagt", "storniert", "stornierung", "zurückgezogen", "zurueckgezogen", "zurückziehung", "annulliert", "annullierung"],
        &["entfäll", "entfall", "gestrich", "streich", "gelösch", "abgesagt", "absage", "storn", "zurückgezogen", "zurückzieh", "annullier"],
    ),
    (
        &["annulé", "annulée", "annuler", "supprimé", "supprimée", "retiré", "retirée", "annulation", "à supprimer", "à annuler"],
        &["annul", "supprim", "retir"],
    ),
    (
        &["anulado", "anulada", "anulación", "anulacion", "anulação", "annullamento", "cancelado", "cancelada", "retirado", "retirada", "eliminado", "eliminada", "suprimido", "suprimida", "annullato", "annullata", "cancellato", "cancellata", "ritirato", "ritirata", "eliminato"],
        &["anul", "cancel", "retir", "elimin", "suprim", "annull", "ritir", "suspend"],
    ),
    (
        &["vervalt", "vervallen", "geannuleerd", "ingetrokken", "intrekking", "annulatie", "verwijderd"],
        &["verval", "annul", "geannul", "trekt", "intrek", "ingetrok", "schrap", "geschrap", "afgelast", "verwijder"],
    ),
    (
        &["trukket", "trekkes", "slettet", "slettes", "utgår", "udgår", "slet", "fjernet", "makuleras", "raderad", "annulleres", "annulleras", "annulleret", "annullert", "annullering", "annulering", "struken", "tilbagekaldt", "tilbagekaldes", "tilbakekalles", "tilbakekalt", "återkallas", "återkallad", "återkallat", "makulerad", "trekkes tilbake", "trukket tilbake", "trækkes tilbage", "trukket tilbage", "dras tillbaka", "dragits tillbaka"],
        &["trekk", "trukk", "trakk", "slett", "utg", "udg", "fjern", "makul", "rader", "annul", "inställ", "avlys", "aflys", "innstil", "struk", "tilbagekald", "tilbakekal", "återkall", "trækk"],
    ),
    (
        &["peruttu", "poistettu", "poistetaan", "poista", "mitätöity", "peruutettu"],
        &["peruu", "perut", "poist", "mitätö"],
    ),
    (
        &["zrušeno", "zrušena", "zrušen", "staženo", "stažena", "smazat", "iptal", "iptal edildi", "silindi", "geri çekildi", "odwołane", "odwołano", "usunięto", "usunięte", "wycofano", "törölve", "törölt", "visszavonva", "отменено", "удалено", "отозвано", "аннулировано", "аннулировать", "аннулирована", "аннулирован", "отозвана", "отозван", "anulowano", "anulowana", "anulowane", "anulowanie", "wycofane", "wycofana", "stažen", "zrušení", "stornováno", "visszavonás", "iptal edilmiştir", "geri çekilmiştir"],
        &["zruš", "ruší", "staž", "stahuj", "smaz", "iptal", "silin", "sildi", "çekil", "odwoł", "usun", "wycof", "töröl", "visszavon", "отмен", "удал", "отозв", "отзыв", "аннулир", "anulow", "stornov"],
    ),
    (
        &["anulat", "anulată", "anulare", "retras", "retrasă", "povučeno", "povučena", "poništeno", "скасовано", "анульовано", "відкликано", "ακυρώνεται", "ακυρώθηκε", "ακύρωση", "αποσύρεται", "dibatalkan", "ditarik kembali"],
        &["anul", "retra", "povuč", "povla", "poništ", "скасов", "анул", "відклик", "ακυρ", "ακύρ", "αποσύρ", "batal", "tarik"],
    ),
];

/// What a story tells of that has an embargo as its news: on trade, on goods that a court keeps.
const EMBARGOES: &[&str] = &[
    "embarg",
    "ambargo",
    "sperr",
    "эмбарго",
    "ембарго",
    "εμπάργκο",
    "blockad",
    "sanction",
    "sanktion",
    "sancion",
    "санкци",
];

/// What stands behind a label that keeps a story back, and behind none that heads news.
const KEEPS: Class =
    UNTIL | BEFORE | NOTICE | NONE | UNUSED | FROM | LATER | PUBLISH | THING | THIS | OWN | RELEASE;

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
    kind: Kind,
    word: String,
    told: &'static [&'static str],
    /// The words behind the label.
    headline: String,
    /// It names the story.
    sure: bool,
    /// A word that takes a story back wherever the story does not tell of the same.
    clear: bool,
}

/// What a label would be if it were the wire's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `KILLED: …` takes the story back.
    Taken,
    /// `DO NOT USE`: it warns readers, or forbids the story.
    Warns,
    /// `EMBARGO: Cuba marks 64 years` keeps it.
    Embargo,
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
    if let Some(doubt) = embargo(headline, &items) {
        return Some(doubt);
    }
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
    let headed = rest.len() >= HEADLINE && headline[end..].contains(char::is_lowercase);
    let plain = || headline[rest[0].start..].starts_with(|c: char| !c.is_lowercase());
    if !opens || !headed || end > LABEL {
        return None;
    }
    let clause = &items[from..=to];
    let lower = |item: &Item| lowered(word(item));
    let known = |item: &Item| {
        let name = lower(item);
        LABELS
            .iter()
            .find(|(names, _)| names.iter().any(|known| is_same(known, &name)))
            .map(|(_, told)| *told)
    };
    // `INGETROKKEN: vergunning van Acme`, and not `WITHDRAWN: wrong company`
    let clear = clause.iter().any(|item| item.is(KILL) && !item.is(NEWS) && known(item).is_some());
    let reasoned = || rest.iter().any(|item| item.is(REASON | KEEPS));
    let fits = plain() || clear && !reasoned();
    if !fits {
        return None;
    }
    if !clause
        .iter()
        .all(|item| item.is(KILL | KILLS | UNUSED | SMALL | THING | THIS) || known(item).is_some())
    {
        return None;
    }
    let bold = capital(to);
    let sure = bold && clause.iter().any(|item| item.is(THIS) || STORIES.contains(&lower(item).as_str()));
    let told_by = headline[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let doubt = |kind: Kind, word: String, told: &'static [&'static str]| Doubt {
        kind,
        word,
        told,
        headline: lowered(told_by),
        sure,
        clear,
    };
    if let Some(forbids) = clause.iter().find(|item| item.is(UNUSED) && !item.is(PRIVATE)) {
        return bold.then(|| doubt(Kind::Warns, lower(forbids), WARNED));
    }
    // `Story removed: …`; one word with a capital alone is a label of wires only if it is of nothing else: `Kill: …`.
    let named = clause.iter().any(|item| item.is(THING));
    let item = clause
        .iter()
        .find(|item| ORDERS.contains(&lower(item).as_str()) || known(item).is_some() && (bold || named))?;
    // `Kill notice: Wolves to be shot`
    let told = known(item).unwrap_or(if lower(item) == "kill" { LABELS[0].1 } else { &[] });
    Some(doubt(Kind::Taken, lower(item), told))
}

/// `KILL`, `KILL-BRITAIN-TRADE`, `BRITAIN TRADE KILL`: a slug in capitals that begins or ends so; `POLICE-KILL` is told by the story.
pub(in crate::head) fn slug(slug: &str) -> Option<Doubt> {
    let mut parts = slug.trim().split([' ', '-', '/', '_']).filter(|part| !part.is_empty());
    let ends = [parts.next(), parts.next_back()];
    ends.contains(&Some("KILL")).then(|| Doubt {
        kind: Kind::Taken,
        word: "kill".to_owned(),
        told: LABELS[0].1,
        headline: String::new(),
        sure: false,
        clear: false,
    })
}

/// `EMBARGO: Cuba marks 64 years`, `Under embargo: How Havana lives`: no time stands behind the label, and nothing that is said to
/// editors.
fn embargo(headline: &str, items: &[Item]) -> Option<Doubt> {
    /// A time stands so near.
    const NEAR: usize = 3;
    let to = items.iter().position(|item| item.after >= Break::Label)?;
    let (label, rest) = items.split_at(to + 1);
    let told = &headline[items[to].end..];
    let opens = headline[..items[0].start].trim().is_empty();
    let kept = || {
        rest.iter().take(NEAR).any(|item| item.is(TIME | KEEPS))
            || rest.iter().any(|item| item.is((KEEPS & !(UNTIL | BEFORE)) | EMBARGO | EMBARGOED))
    };
    (opens
        && (label.iter().any(|item| item.is(EMBARGOED))
            || label.iter().any(|item| item.is(EMBARGO))
                && !headline[..items[to].end].contains(char::is_lowercase))
        && label.iter().all(|item| item.is(EMBARGO | EMBARGOED | SMALL) && !item.is(KEEPS))
        && items[to].after == Break::Label
        && rest.len() > 1
        && told.contains(char::is_lowercase)
        && !kept())
    .then(|| Doubt {
        kind: Kind::Embargo,
        word: String::new(),
        told: EMBARGOES,
        headline: String::new(),
        sure: false,
        clear: true,
    })
}

/// In small letters; the Turkish `İ` becomes two characters otherwise.
fn lowered(words: &str) -> String {
    let lower = words.to_lowercase();
    if lower.is_ascii() { lower } else { lower.replace("i\u{307}", "i") }
}

/// `Reuters has withdrawn a story that said …`: one or two sentences that speak of a story or to editors are a notice, and so is
/// what an agency says of a story of its own. A story tells more.
fn is_notice(story: &str) -> bool {
    /// A notice is no longer, in bytes, …
    const NOTICE: usize = 400;
    /// … and has no more sentences before its signature.
    const SENTENCES: usize = 2;
    let story = story.trim();
    let ends = [". ", ".\n", ".\r"].iter().map(|end| story.matches(end).count()).sum::<usize>();
    let speaks = || speaks_of_story(story);
    story.len() <= NOTICE && ends <= SENTENCES && speaks() || is_by_agency(story)
}

/// `The bid was withdrawn, it said` speaks of none.
fn speaks_of_story(words: &str) -> bool {
    super::speaks_of_story(&words.replace(" it ", " "))
}

/// Whether a first sentence is of an agency and of a story.
fn is_by_agency(story: &str) -> bool {
    /// Few names are longer, in bytes.
    const NAME: usize = 20;
    let story = story.trim().trim_start_matches(|c: char| !c.is_alphanumeric());
    let sentence = story.find(". ").map_or(story, |end| &story[..end]);
    let sentence = beginning(sentence, 300);
    let articles = ["The ", "Die ", "Der ", "La ", "Le ", "L'", "L’"];
    let named = articles.iter().find_map(|article| sentence.strip_prefix(article)).unwrap_or(sentence);
    let first = named.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let signed = first.len() > 1 && Agency::writing(first).is_some();
    // `The Associated Press has retracted its article`: no verb stands so near.
    (signed || Agency::named_in(beginning(named, NAME)).is_some()) && speaks_of_story(sentence)
}

impl Doubt {
    /// Whether it forbids the story's use, and is no word that others need.
    pub(in crate::head) fn forbids(&self) -> bool {
        self.kind == Kind::Warns
    }

    /// Whether its label takes the story back unless that tells the same.
    pub(in crate::head) fn decides(&self) -> bool {
        self.clear && !self.sure
    }

    /// Whether it keeps the story back, and does not take it back.
    pub(in crate::head) fn is_embargo(&self) -> bool {
        self.kind == Kind::Embargo
    }

    /// What the label is, by the beginning of the story. Where there is no story, nobody can tell.
    pub(in crate::head) fn verdict(&self, story: &str) -> Verdict {
        /// So much of it, in bytes; and less is none.
        const LEAD: usize = 700;
        const STORY: usize = 30;
        let lead = lowered(beginning(story.trim(), LEAD));
        // `STORY KILLED: …` says so without a story, too.
        if self.sure {
            return Verdict::Wire;
        }
        if lead.len() < STORY && !self.clear {
            return Verdict::News;
        }
        if self.clear && self.kind != Kind::Embargo && is_notice(story) {
            return Verdict::Wire;
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
        self.kind == Kind::Taken && begins(&own) || self.told.iter().any(|stem| begins(stem))
    }
}

/// The first words of labels, with accents and without.
static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let known = BY_FIRST.iter().filter(|(_, known)| {
        known.iter().any(|phrase| phrase.class & (KILL | KILLS | UNUSED | THING | EMBARGO | EMBARGOED) != 0)
    });
    let names =
        LABELS.iter().flat_map(|(names, _)| names.iter().copied()).chain(known.map(|(first, _)| *first));
    let names = names.chain(TESTS.iter().copied()).filter_map(|name| name.split(' ').next());
    names.flat_map(|name| [lowered(name), bare(name)]).collect()
});

/// Whether the first word may be one of a label.
fn may_be(headline: &str) -> bool {
    let start = headline.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = &start[..start.find(|c: char| !c.is_alphanumeric()).unwrap_or(start.len())];
    FIRST.contains(&lowered(first))
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
