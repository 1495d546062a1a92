//! Notices that name the story which they take back: an order to editors (`Bitte sperren Sie die dpa-Meldung «Acme kauft Zenith»`), what
//! an agency does with a story of its own (`NTB trekker meldingen om Acme`), a label behind who sends it (`STT PERUU JUTUN`), the
//! number of an item (`Kill C0034 …`).
//!
//! An order has its story right behind the verb, and that has a name in quotation marks, a number, or an agency before it:
//! `Bitte sperren Sie die Türen` and `Stryk artikeln om mord ur lagen` are news. In English `held` has all but the number.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::filter::Filter;
use super::items::{BY_FIRST, Break, Item, items, split};
use super::words::{KILL, NEWS, OWN, SMALL, STATE, THING, THIS, TIME, TO, UNTIL};
use super::{Place, beginning};
use crate::agencies::Agency;
use crate::dateline::date::month_named;
use crate::when::ZONES;

/// How a language says it; all in lower case.
struct Tongue {
    /// What editors are told to do, with the story behind it …
    asks: &'static [&'static str],
    /// … or at the end of a sentence that begins with the story.
    ends: &'static [&'static str],
    /// What an agency does.
    takes: &'static [&'static str],
    /// What stands between a verb and the story.
    small: &'static [&'static str],
    things: &'static [&'static str],
    /// A story that was sent, as the subject of a sentence …
    subjects: &'static [&'static str],
    /// … and what such a sentence ends with.
    taken: &'static [&'static str],
}

#[rustfmt::skip]
const TONGUES: &[Tongue] = &[
    // German. `verwenden Sie … nicht` is known to `held`.
    Tongue {
        asks: &["sperren sie", "löschen sie", "streichen sie", "stornieren sie", "entfernen sie", "annullieren sie"],
        ends: &["nicht verwenden", "nicht mehr verwenden", "nicht veröffentlichen", "nicht verbreiten", "nicht nutzen", "nicht senden", "nicht zu verwenden", "nicht mehr zu verwenden", "nicht zu veröffentlichen", "sperren", "löschen", "streichen", "stornieren"],
        takes: &["zieht", "wir ziehen", "wir stornieren", "wir annullieren", "storniert", "annulliert", "sperrt", "löscht", "streicht"],
        small: &["die", "den", "das", "unsere", "unseren", "ihre", "ihren", "seine", "obige", "folgende"],
        things: &["meldung", "bericht", "beitrag", "text", "artikel", "eilmeldung", "zusammenfassung", "korrespondentenbericht", "überblick", "aussendung", "presseaussendung", "pressemitteilung"],
        subjects: &["die meldung", "die um", "die dpa meldung", "die apa meldung"],
        taken: &["zurückgezogen", "annulliert", "gegenstandslos", "ungültig", "storniert"],
    },
    // French
    Tongue {
        asks: &["ne pas tenir compte de", "ne plus tenir compte de", "annuler", "supprimer", "retirer", "annulez", "supprimez", "retirez", "ne pas utiliser", "ne plus utiliser", "n utilisez pas"],
        ends: &[],
        takes: &["annule", "retire", "supprime", "nous retirons", "nous annulons", "nous supprimons"],
        small: &["la", "l", "le", "notre", "sa", "son", "cette"],
        things: &["dépêche", "depeche", "article", "information", "papier", "urgent", "alerte"],
        subjects: &[],
        taken: &[],
    },
    // Spanish, Portuguese, Italian
    Tongue {
        asks: &["por error se ha transmitido", "por error se ha difundido", "por error hemos transmitido", "por error hemos difundido", "eliminen de sus páginas", "eliminen de su página", "retiren de sus páginas", "anulen", "anular", "eliminen", "eliminar", "retiren", "retirar", "supriman", "no utilicen", "no publiquen", "no difundan"],
        ends: &[],
        takes: &["anula", "retira", "elimina", "anulamos", "retiramos"],
        small: &["la", "el", "nuestra", "su", "esta", "este"],
        things: &["noticia", "información", "informacion", "despacho", "nota", "crónica", "teletipo"],
        subjects: &[],
        taken: &[],
    },
    Tongue {
        asks: &["anulem", "eliminem", "retirem", "anulação", "eliminação", "não utilizem", "não publiquem"],
        ends: &[],
        takes: &["anula", "retira", "elimina"],
        small: &["a", "o", "da", "do", "nossa", "sua", "esta"],
        things: &["notícia", "noticia", "matéria", "peça", "despacho", "informação"],
        subjects: &[],
        taken: &[],
    },
    Tongue {
        asks: &["annullare", "eliminare", "cancellare", "ritirare", "non utilizzare", "non pubblicare", "annullate", "cancellate"],
        ends: &[],
        takes: &["annulla", "ritira", "cancella"],
        small: &["la", "il", "l", "nostra", "sua", "questa"],
        things: &["notizia", "lancio", "take", "articolo"],
        subjects: &[],
        taken: &[],
    },
    // Dutch
    Tongue {
        asks: &["verwijder", "annuleer", "schrap"],
        ends: &["niet te gebruiken", "niet meer te gebruiken", "niet gebruiken", "niet te publiceren", "niet publiceren", "te verwijderen", "te annuleren"],
        takes: &["trekt", "annuleert", "schrapt"],
        small: &["het", "ons", "zijn", "haar", "dit"],
        things: &["bericht", "artikel", "verhaal"],
        subjects: &[],
        taken: &[],
    },
    // Norwegian and Danish
    Tongue {
        asks: &["slett", "slet", "stryk", "annuller", "fjern", "trekk", "træk", "ikke bruk", "brug ikke"],
        ends: &[],
        takes: &["vi trekker", "vi trækker", "vi annullerer", "ber om at", "beder om at", "trekker", "trækker", "sletter", "annullerer", "tilbakekaller", "tilbagekalder"],
        small: &["vår", "vores", "sin"],
        things: &["melding", "meldingen", "meldinga", "saken", "artikkelen", "historie", "historien", "telegrammet", "artiklen", "nyheden", "nyheten", "notitsen"],
        subjects: &["meldingen", "telegrammet", "saken", "artiklen", "historien", "nyheden"],
        taken: &["annulleres", "trekkes", "trekkes tilbake", "trækkes tilbage", "tilbagekaldes", "er annulleret", "er trukket tilbake", "slettes"],
    },
    // Swedish
    Tongue {
        asks: &["publicera inte", "publicera ej", "stryk", "radera", "makulera", "ta bort", "dra tillbaka", "återkalla", "använd inte", "använd ej"],
        ends: &[],
        takes: &["vi stryker", "vi drar tillbaka", "vi återkallar", "ber om att", "stryker", "drar tillbaka", "återkallar", "makulerar", "raderar"],
        small: &["vår", "sin"],
        things: &["artikeln", "artikel", "text", "texten", "telegrammet", "nyheten", "notisen"],
        subjects: &["artikeln", "telegrammet", "texten"],
        taken: &["återkallas", "dras tillbaka", "stryks", "utgår", "annulleras"],
    },
    // Finnish
    Tongue {
        asks: &["poistakaa", "peruuttakaa", "mitätöikää", "älkää käyttäkö", "älkää julkaisko"],
        ends: &[],
        takes: &["peruu", "peruuttaa", "poistaa", "mitätöi"],
        small: &["tämän"],
        things: &["jutun", "uutisen", "juttua", "uutista", "juttunsa", "uutisensa"],
        subjects: &[],
        taken: &[],
    },
    // Polish, Czech and Slovak
    Tongue {
        asks: &["wycofać", "anulować", "usunąć", "wycofanie", "anulowanie", "usunięcie", "niewykorzystywanie", "nie wykorzystywać", "nie publikować"],
        ends: &[],
        takes: &["wycofuje", "anuluje", "usuwa"],
        small: &["tę", "naszą", "swoją", "naszej"],
        things: &["depeszę", "depeszy", "informację", "informacji", "materiał", "materiału", "tekst", "tekstu"],
        subjects: &["depesza"],
        taken: &["zostaje anulowana", "zostaje wycofana", "została anulowana", "została wycofana"],
    },
    Tongue {
        asks: &["zrušte", "zrušit", "stornujte", "stáhněte", "smažte", "nepoužívejte", "nepoužite", "nepoužívajte"],
        ends: &[],
        takes: &["ruší", "stahuje", "sťahuje", "stornuje", "anuluje"],
        small: &["tuto", "naši", "svou", "svoju"],
        things: &["zprávu", "správu", "text", "materiál"],
        subjects: &["zpráva", "správa"],
        taken: &["se ruší", "byla stažena", "se stahuje", "sa ruší"],
    },
    // Romanian, with its letters in both codings
    Tongue {
        asks: &["anulați", "anulaţi", "eliminați", "eliminaţi", "retrageți", "retrageţi", "nu utilizeze", "nu folosească", "nu publice", "nu difuzeze", "nu mai utilizeze", "nu folosiți", "nu folosiţi", "nu utilizați", "nu utilizaţi", "nu publicați", "nu publicaţi"],
        ends: &[],
        takes: &["anulează", "retrage"],
        small: &["această"],
        things: &["știrea", "ştirea", "stirea", "știre", "ştire", "articolul"],
        subjects: &["știrea", "ştirea", "stirea"],
        taken: &["se anulează", "se anuleaza", "se retrage", "este anulată", "a fost retrasă", "a fost anulată"],
    },
    // Hungarian
    Tongue {
        asks: &["ne használják", "ne használják fel", "ne közöljék", "töröljék"],
        ends: &["ne használják fel", "ne közöljék", "töröljék"],
        takes: &["visszavonja", "törli"],
        small: &["a", "az", "ezt"],
        things: &["hírt", "hírét", "híranyagot", "anyagot", "cikket"],
        subjects: &[],
        taken: &[],
    },
    // Russian, Croatian and Serbian
    Tongue {
        asks: &["считать недействительным", "считать недействительной", "считать аннулированным", "аннулировать", "аннулируйте", "снять", "снимите", "удалить", "удалите", "не использовать", "не публиковать"],
        ends: &[],
        takes: &["аннулирует", "отзывает", "снимает", "удаляет"],
        small: &["нашу", "наше", "свою", "свое", "эту", "это"],
        things: &["новость", "сообщение", "материал", "заметку", "информацию"],
        subjects: &["сообщение", "новость"],
        taken: &["аннулируется", "аннулировано", "аннулирована", "отозвано", "отозвана", "отменяется"],
    },
    Tongue {
        asks: &["ne koriste", "ne objavljuju", "ne upotrebljavaju", "poništite", "povucite", "ne koristite", "ne objavljujte"],
        ends: &[],
        takes: &["povlači", "poništava"],
        small: &["našu", "svoju", "ovu"],
        things: &["vijest", "vest", "članak", "tekst", "informaciju"],
        subjects: &["vijest", "vest", "informacija"],
        taken: &["se poništava", "se povlači", "je povučena", "je poništena", "je nevažeća", "povučena je", "poništena je"],
    },
    // Greek
    Tongue {
        asks: &["μη χρησιμοποιήσετε", "μην χρησιμοποιήσετε", "μη χρησιμοποιείτε", "μην χρησιμοποιείτε", "μη δημοσιεύσετε", "να μη χρησιμοποιήσετε", "να μην χρησιμοποιήσετε", "ακυρώστε", "αποσύρετε"],
        ends: &[],
        takes: &["ακυρώνει", "αποσύρει", "ανακαλεί"],
        small: &["την", "τη", "το"],
        things: &["είδηση", "τηλεγράφημα", "ανταπόκριση"],
        subjects: &["η είδηση", "το τηλεγράφημα"],
        taken: &["ακυρώνεται", "αποσύρεται", "ανακαλείται", "έχει ακυρωθεί"],
    },
    // Indonesian and Malay
    Tongue {
        asks: &["tidak menggunakan", "tidak menyiarkan", "tidak memuat", "jangan gunakan", "jangan siarkan", "jangan guna", "batalkan", "tarik balik"],
        ends: &[],
        takes: &["mencabut", "membatalkan", "menarik", "menarik balik"],
        small: &[],
        things: &["berita", "laporan"],
        subjects: &["berita", "berita yang", "berita bertajuk"],
        taken: &["dicabut", "dibatalkan", "ditarik", "ditarik kembali", "ditarik balik", "telah dicabut", "telah ditarik"],
    },
    // Ukrainian, Bulgarian and Lithuanian
    Tongue {
        asks: &["не використовувати", "не публікувати", "вважати недійсним", "вважати недійсною", "анулювати", "відкликати"],
        ends: &[],
        takes: &["анулює", "відкликає", "скасовує"],
        small: &["цю", "це", "свою", "своє"],
        things: &["повідомлення", "новину", "матеріал", "інформацію"],
        subjects: &["повідомлення", "новина"],
        taken: &["анульовано", "анулюється", "відкликано", "скасовано"],
    },
    Tongue {
        asks: &["не използват", "не публикуват", "не ползват", "не излъчват", "не използвайте", "не публикувайте", "анулирайте"],
        ends: &[],
        takes: &["анулира", "оттегля"],
        small: &["своята"],
        things: &["новината", "информацията", "съобщението", "материала"],
        subjects: &["новината", "информацията"],
        taken: &["се анулира", "е анулирана", "се оттегля", "е оттеглена"],
    },
    Tongue {
        asks: &["nenaudoti", "neskelbti", "nepublikuoti", "anuliuoti"],
        ends: &[],
        takes: &["atšaukia", "anuliuoja"],
        small: &["šios", "šią"],
        things: &["žinios", "žinią", "žinutės", "žinutę", "pranešimo", "pranešimą"],
        subjects: &["žinia", "žinutė"],
        taken: &["atšaukiama", "atšaukta", "anuliuojama"],
    },
    // Turkish says what it is of before what is done.
    Tongue {
        asks: &[],
        ends: &["kullanmayınız", "kullanmayın", "yayımlamayınız", "yayınlamayınız", "dikkate almayınız", "iptal ediniz"],
        takes: &["geri çekmiştir", "geri çekti", "iptal etmiştir", "iptal etti", "geri çekiyor", "iptal ediyor"],
        small: &[],
        things: &["haberini", "haberi", "haberimizi"],
        subjects: &[],
        taken: &[],
    },
    // English: what else is said in it `held` knows.
    Tongue {
        asks: &[
            "are asked not to use", "are requested not to use", "are advised not to use", "are kindly asked not to use", "are kindly requested not to use", "are asked not to publish",
            "are requested to take down", "are asked to take down", "are requested to remove", "are asked to remove", "are requested to delete", "are asked to delete", "must not use",
        ],
        ends: &[],
        takes: &["has withdrawn", "has retracted", "has killed", "is withdrawing"],
        small: &["the", "a", "its", "this"],
        things: &["story", "item", "article", "dispatch"],
        subjects: &[],
        taken: &[],
    },
];

/// To whom it is said, and how it is asked for: any of these stand before an order.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "wir ersuchen sie", "wir bitten sie", "achtung", "eilt", "wichtig", "redaktionen", "kunden", "bitte", "attention", "attn", "urgent", "editors", "eds", "clients", "subscribers",
    "please", "kindly", "merci", "prière", "priere", "veuillez", "rédactions", "rogamos", "rogamos a", "por favor", "favor", "atención", "aviso", "urgente",
    "se ruega", "solicitamos", "solicita se", "agradecemos", "atenção", "si prega", "attenzione", "gelieve", "let op", "vennligst", "viktig", "obs",
    "venligst", "vänligen", "var god", "vær vennlig", "prosimy", "uwaga", "prosíme", "prosime", "pozor", "vă rugăm", "va rugam", "atenție", "kérjük",
    "figyelem", "просим", "просьба", "внимание", "molimo", "pažnja", "huom",
    "eil", "pregasi", "редакция просит", "просит", "rugăm", "rugam", "abonații", "abonaţii", "abonatii", "clienții", "atenţie", "atentie", "παρακαλούμε", "παρακαλείσθε", "προσοχή",
    "προσοχη", "pretplatnike", "korisnike", "redakcije", "претплатнике", "просимо", "прохання", "увага", "редакції", "молим", "абонатите", "редакциите", "клиентите", "prašome", "dėmesio", "mohon",
    "dimohon", "harap", "perhatian", "pelanggan", "para pelanggan", "lütfen", "dikkat", "customers", "media clients",
];

/// What goes on with these.
const JOINS: &[&str] = &[
    "de", "di", "să", "sa", "o", "a", "an", "to", "alle", "all", "and", "que", "og", "å", "bitte", "da",
    "да", "untuk", "agar",
];

/// Labels that are words of news as well: behind who is spoken to or who speaks they are none.
const LABELS: &[&str] =
    &["rückzug", "rueckzug", "meldungsrückzug", "anulare", "annullierung", "rettificazione"];

/// What a notice is headed with: nothing stands behind it, or the name of the story.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "rückzug der meldung", "widerruf der meldung", "zurückziehung der meldung", "annullierung der meldung", "stornierung der meldung", "avis d annulation",
    "annulation de la dépêche", "annulation de dépêche", "anulación de la noticia", "anulación de noticia", "anulação da notícia", "anulação de notícia", "annullamento della notizia",
    "annullamento di notizia", "melding trekkes", "meldingen trekkes", "melding trukket", "visszavont hír", "visszavont anyag", "pencabutan berita", "pembatalan berita", "penarikan berita",
    "penarikan balik berita", "știre anulată", "ştire anulată", "stire anulata", "știre retrasă", "ştire retrasă", "stire retrasa", "anulare știre", "anulare ştire", "anulare stire",
    "ακύρωση είδησης", "ακυρωση ειδησης", "ανάκληση είδησης", "ανακληση ειδησης", "απόσυρση είδησης", "αποσυρση ειδησης", "poništenje vijesti", "poništenje vesti", "povlačenje vijesti",
    "povlačenje vesti", "поништење вести", "повлачење вести", "анулювання", "анулювання повідомлення", "анулювання новини", "відкликання повідомлення", "відкликання новини",
    "анулиране на новина", "анулиране на новината", "анулирана новина", "отмена сообщения", "отзыв сообщения", "отмена новости", "аннулирование сообщения", "аннулирование новости",
    "zrušení zprávy", "stažení zprávy", "žinia atšaukiama", "žinia atšaukta", "žinios atšaukimas",
];

/// What stands before an agency, and agencies of two words.
const ARTICLES: &[&str] = &["die", "az", "the", "a"];
const NAMES: &[&str] = &["риа новости", "anadolu ajansı", "keystone sda"];

/// With the number of an item behind it.
const KILLS: &[&str] = &["kill", "withdraw", "delete", "spike"];

/// What says when a story is for all, with a day and a clock behind it and nothing else: `Release: Wednesday 0700 GMT`.
const RELEASES: &[&str] = &[
    "release",
    "publication",
    "diffusion",
    "veröffentlichung",
    "publicación",
    "difusión",
    "publicação",
    "pubblicazione",
    "publicatie",
    "publicering",
    "publisering",
    "julkaisu",
];

/// Whether a line above the story is one of these.
pub(super) fn is_release(text: &str, items: &[Item]) -> bool {
    const HALVES: &[&str] = &["am", "pm", "a m", "p m", "a.m", "p.m", "uhr", "noon", "midnight", "o clock"];
    let word = |item: &Item| text[item.start..item.end].to_lowercase();
    let Some((first, when)) = items.split_first() else { return false };
    // Nearly all lines are told by their first word.
    let written = &text[first.start..first.end];
    let is = |known: &&&str| known.len() == written.len() && **known == written.to_lowercase();
    let Some(first) = RELEASES.iter().find(is).copied() else { return false };
    let number = |item: &Item| text[item.start..].starts_with(|c: char| c.is_ascii_digit());
    let clock = |item: &Item| item.is(TIME) && (number(item) || HALVES.contains(&word(item).as_str()));
    // `Publication: mardi 3 mars 2026, 10h15` says when a page was made, and `Release: 03/03/2026 10:15` as well.
    let zone =
        |item: &Item| ZONES.iter().any(|(zone, _)| zone.len() > 1 && zone.eq_ignore_ascii_case(&word(item)));
    let day = |item: &Item| {
        let word = word(item);
        month_named(&word).is_some()
            || number(item)
                && (word.contains(['/', '-']) || word.starts_with("20") && word.len() == 4 && !item.is(TIME))
    };
    let (zoned, dated) = (when.iter().any(zone), when.iter().any(day));
    when.iter().any(clock)
        && when.iter().all(|item| item.is(TIME | SMALL | TO | UNTIL) || number(item))
        && if first == "release" { zoned || !dated } else { zoned && !dated }
}

/// What a line may begin with that says so, and for each first byte of these a bit for each length.
struct Firsts {
    words: HashSet<&'static str>,
    /// The first two words of phrases: `no utilicen`, and no line that begins with `No`.
    pairs: HashSet<String>,
    openers: HashSet<&'static str>,
    /// For each first byte a bit for each length.
    lengths: [u64; 256],
    written: Filter,
    /// What may stand behind the sign of an agency.
    behind_signs: HashSet<&'static str>,
}

/// What a line begins with that may be such a notice, the signs of agencies among it.
pub(super) fn firsts() -> impl Iterator<Item = &'static str> {
    let pairs = FIRSTS.pairs.iter().map(String::as_str);
    FIRSTS.words.iter().copied().chain(pairs).chain(Agency::signs())
}

static FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let first = |phrase: &'static str| phrase.split(' ').next().unwrap_or("");
    let asks = || TONGUES.iter().flat_map(|tongue| tongue.asks.iter().copied());
    let takes = TONGUES.iter().flat_map(|tongue| tongue.takes.iter().copied());
    let kills = BY_FIRST.iter().filter(|(_, known)| known.iter().any(|phrase| phrase.class & KILL != 0));
    let behind_signs =
        asks().chain(takes).chain(LABELS.iter().chain(HEADS).copied()).chain(kills.map(|(first, _)| *first));
    let subjects = || TONGUES.iter().flat_map(|tongue| tongue.subjects.iter().copied());
    let ours = || {
        TONGUES
            .iter()
            .flat_map(|tongue| tongue.takes.iter().copied())
            .filter(|verb| OURS.iter().any(|we| verb.starts_with(we)))
    };
    let lists = || LEADS.iter().chain(KILLS).chain(RELEASES).chain(HEADS).chain(NAMES).copied();
    let begin = || asks().chain(lists()).chain(subjects()).chain(ours());
    let pair = |phrase: &str| phrase.split(' ').take(2).collect::<Vec<_>>().join(" ");
    // `Die dpa zieht …`
    let led = || {
        ARTICLES
            .iter()
            .flat_map(|article| Agency::signs().map(move |sign| format!("{article} {}", sign.to_lowercase())))
    };
    let mut lengths = [0; 256];
    // Orders and labels begin with a capital; signs stand as agencies write them as well.
    let signs = || Agency::signs().chain(["L"]);
    let written = begin()
        .chain(ARTICLES.iter().copied())
        .map(first)
        .chain(signs())
        .flat_map(|word| [word.to_uppercase(), capitalised(word)]);
    let written: Vec<String> = written.chain(signs().map(str::to_owned)).collect();
    for word in &written {
        if let Some(first) = word.bytes().next() {
            lengths[usize::from(first)] |= 1 << word.len().min(63);
        }
    }
    Firsts {
        words: begin().filter(|phrase| !phrase.contains(' ')).collect(),
        pairs: begin().filter(|phrase| phrase.contains(' ')).map(pair).chain(led()).collect(),
        openers: begin()
            .filter(|phrase| phrase.contains(' '))
            .chain(ARTICLES.iter().copied())
            .map(first)
            .collect(),
        lengths,
        written: Filter::of(written),
        behind_signs: behind_signs.map(first).collect(),
    }
});

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// Whether a line may be such a notice: told by its first word, and that by its first letter and its length. Asked of every line of a head.
pub(in crate::head) fn may_begin(line: &str) -> bool {
    let line = without_sign(line);
    let line = line.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
    let bytes = line.as_bytes();
    let Some(lengths) =
        bytes.first().map(|first| FIRSTS.lengths[usize::from(*first)]).filter(|bits| *bits != 0)
    else {
        return false;
    };
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let length = bytes.iter().take(64).take_while(|byte| letter(byte)).count();
    if lengths >> length.min(63) & 1 == 0
        || !bytes.get(..length).is_some_and(|word| FIRSTS.written.may_have(word))
    {
        return false;
    }
    let Some(word) = line.get(..length) else { return false };
    let next = |line: &str| {
        let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        line[..line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len())].to_lowercase()
    };
    let lower = word.to_lowercase();
    let pair =
        || FIRSTS.openers.contains(lower.as_str()).then(|| format!("{lower} {}", next(&line[length..])));
    if FIRSTS.words.contains(lower.as_str()) || pair().is_some_and(|pair| FIRSTS.pairs.contains(&pair)) {
        return true;
    }
    // `L'AFP annule …`
    let (word, rest) = match line[length..].strip_prefix(['\'', '’']) {
        Some(rest) if word.eq_ignore_ascii_case("l") => {
            rest.split_at(rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()))
        }
        _ => line.split_at(length),
    };
    Agency::writing(word).is_some() && FIRSTS.behind_signs.contains(next(rest).as_str())
}

/// `(Reuters) - Reuters has withdrawn …`: without the sign that a dateline leaves in a note.
fn without_sign(line: &str) -> &str {
    let signed = line.strip_prefix('(').and_then(|line| line.split_once(") "));
    let rest = signed.filter(|(sign, _)| sign.len() < 20 && Agency::writing(sign).is_some());
    rest.map_or(line, |(_, rest)| rest)
}

/// Words, in lower case, each with where it stands.
struct Order<'t> {
    text: &'t str,
    words: Vec<(String, Item)>,
}

/// Whether a line takes the story back that it names.
pub(super) fn takes_back(line: &str, place: Place) -> bool {
    if place == Place::Inside || !may_begin(line) {
        return false;
    }
    let line = without_sign(line);
    let order = Order { text: line, words: split(line) };
    let from = order.leads();
    order.is_of_number(from)
        || order.is_asked(from)
        || order.is_taken(from)
        || order.is_label(from)
        || order.is_headed(from)
        || order.is_withdrawn(from)
}

/// Whether it is only for now: `NTB ber om at meldingen "…" ikke brukes inntil videre`.
pub(super) fn is_for_now(line: &str) -> bool {
    const NOW: &[&str] =
        &["inntil videre", "indtil videre", "tills vidare", "bis auf weiteres", "until further notice"];
    NOW.iter().any(|now| line.contains(now))
}

/// `Wir ziehen …`: who says so itself.
const OURS: &[&str] = &["wir ", "nous ", "vi ", "anulamos", "retiramos"];

/// Whether the agency that a sentence says to take its story back is another than this one.
pub(in crate::head) fn is_of_another(sentence: &str, agency: Option<&Agency>) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1);
    let subject = words.next().and_then(Agency::writing);
    subject.zip(agency).is_some_and(|(subject, own)| subject.code != own.code)
}

impl Order<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(word, _)| word.as_str())
    }

    fn written(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(_, item)| &self.text[item.start..item.end])
    }

    /// Behind one of these phrases, if it stands here.
    fn behind(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        // Nearly all are told by their beginning.
        let first = self.word(at);
        let begins = |phrase: &&&str| {
            let rest = phrase.strip_prefix(first);
            !first.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let ends = phrases.iter().filter(begins).filter_map(|phrase| {
            let length = phrase.split(' ').count();
            phrase
                .split(' ')
                .enumerate()
                .all(|(nth, word)| self.word(at + nth) == word)
                .then_some(at + length)
        });
        ends.max()
    }

    /// Where who is spoken to and how it is asked for ends.
    fn leads(&self) -> usize {
        /// Nobody is asked in more words.
        const MOST: usize = 8;
        let mut at = 0;
        while at < MOST {
            let next = self.behind(at, LEADS);
            let next = next.or_else(|| self.behind(at, JOINS).filter(|_| at > 0));
            let Some(next) = next else { break };
            at = next;
        }
        at
    }

    /// Where a sentence ends, in words.
    fn end(&self, from: usize) -> usize {
        let stop = self
            .words
            .get(from..)
            .and_then(|rest| rest.iter().position(|(_, item)| item.after == Break::Stop));
        stop.map_or(self.words.len(), |stop| from + stop + 1)
    }

    /// `Kill C0034 Trade-Stats`: as American agencies number their items.
    fn is_of_number(&self, from: usize) -> bool {
        let number = self.word(from + 1).as_bytes();
        KILLS.contains(&self.word(from))
            && number.len() == 5
            && number[0].is_ascii_lowercase()
            && number[1..].iter().all(u8::is_ascii_digit)
    }

    /// Behind the story that stands right behind a verb, and whether an agency is named with it: `die dpa-Meldung`.
    fn story(&self, tongue: &Tongue, from: usize) -> Option<(usize, bool)> {
        /// So many small words stand before it.
        const SMALLS: usize = 2;
        let mut at = from;
        while at < from + SMALLS && tongue.small.contains(&self.word(at)) {
            at += 1;
        }
        let signed = Agency::writing(self.written(at)).is_some();
        at += usize::from(signed);
        if !tongue.things.contains(&self.word(at)) {
            at += self.told_when(tongue, at)?;
        }
        tongue.things.contains(&self.word(at)).then_some((at + 1, signed))
    }

    /// `die um 10.15 Uhr verbreitete Meldung`, `a March 3 story`: how many words say when it was sent.
    fn told_when(&self, tongue: &Tongue, at: usize) -> Option<usize> {
        /// It is told in no more words.
        const MOST: usize = 5;
        let thing = (1..=MOST).find(|length| tongue.things.contains(&self.word(at + length)))?;
        let near = self.words.get(at..at + thing)?;
        let plain = near.iter().all(|(_, item)| item.after == Break::Blank);
        (plain && near.iter().any(|(word, _)| word.starts_with(|c: char| c.is_ascii_digit())))
            .then_some(thing)
    }

    /// `«Acme kauft Zenith»`, `dpa 0234`, `APA0234`, `cu titlul "…"`: behind the story stands which it is.
    fn is_named(&self, behind: usize) -> bool {
        /// Within so many words.
        const NEAR: usize = 4;
        let Some((_, thing)) = self.words.get(behind.wrapping_sub(1)) else { return false };
        let near = (behind..self.end(behind - 1).min(behind + NEAR)).map(|at| self.words[at].1);
        let mut last = thing.end;
        for item in near {
            let gap = &self.text[last..item.start];
            let word = &self.text[item.start..item.end];
            if gap.contains(['"', '“', '„', '«', '”', '»', '‘', '《'])
                || gap.ends_with(" '")
                || is_number(word)
            {
                return true;
            }
            // `the story slugged NORRHOLM-MINE`
            if gap == " " && matches!(&self.text[last..item.end], " slugged" | " headlined" | " titled") {
                return true;
            }
            if gap.contains([',', ';', ':']) {
                return false;
            }
            last = item.end;
        }
        false
    }

    fn is_asked(&self, from: usize) -> bool {
        TONGUES.iter().any(|tongue| {
            let asked = self.behind(from, tongue.asks).and_then(|behind| self.story(tongue, behind));
            let named = |(behind, signed): (usize, bool)| signed || self.is_named(behind);
            asked.is_some_and(named)
                || from > 0
                    && (self.is_asked_at_end(tongue, from) || self.ends_with(tongue, from, tongue.ends))
        })
    }

    /// `Kérjük, hogy a 10.15-kor kiadott, … című hírt ne használják fel.`: the story stands right before what is to be done.
    fn ends_with(&self, tongue: &Tongue, from: usize, ends: &[&str]) -> bool {
        let end = self.end(from);
        let named = || {
            self.words.get(from..end).is_some_and(|words| words.iter().any(|(word, _)| is_number(word)))
                || self.text.contains(['"', '“', '„', '«', '”'])
        };
        let last = self.word(end.wrapping_sub(1));
        let is_end = |phrase: &&str| {
            if !phrase.ends_with(last) {
                return false;
            }
            let at = end.checked_sub(phrase.split(' ').count()).filter(|at| *at > from);
            at.is_some_and(|at| {
                self.behind(at, &[phrase]) == Some(end) && tongue.things.contains(&self.word(at - 1))
            })
        };
        ends.iter().any(is_end) && named()
    }

    /// `Bitte die Meldung «Acme kauft Zenith» nicht verwenden.`
    fn is_asked_at_end(&self, tongue: &Tongue, from: usize) -> bool {
        let Some((behind, signed)) = self.story(tongue, from) else { return false };
        let end = self.end(behind);
        let last = self.word(end.wrapping_sub(1));
        let ends = |phrase: &&str| {
            let length = if phrase.ends_with(last) { phrase.split(' ').count() } else { usize::MAX };
            end.checked_sub(length).is_some_and(|at| at >= behind && self.behind(at, &[phrase]) == Some(end))
        };
        (signed || self.is_named(behind)) && tongue.ends.iter().any(ends)
    }

    /// `NTB trekker meldingen om Acme`, `L'AFP annule sa dépêche`, `Wir ziehen die Meldung "…" zurück`: the story may have any name, or
    /// none where an agency takes it back.
    fn is_taken(&self, from: usize) -> bool {
        let at = from + usize::from(self.word(from) == "l" || ARTICLES.contains(&self.word(from)));
        let named = self.behind(at, NAMES);
        let signed = Agency::writing(self.written(at)).map(|_| at + 1);
        let Some(verb) = named.or(signed) else { return self.is_taken_by_us(from) };
        TONGUES.iter().any(|tongue| {
            // `TT: Stryk artikeln "…".`
            let asked = self.words.get(verb - 1).is_some_and(|(_, item)| item.after == Break::Label);
            let verbs = if asked { tongue.asks } else { tongue.takes };
            let behind = self.behind(verb, verbs);
            // `NTB ber om at meldingen … ikke brukes`, `Az MTI a hírt visszavonja`
            let asks_that = behind.is_some_and(|behind| matches!(self.word(behind - 1), "at" | "att"));
            let not = || self.words.iter().any(|(word, _)| matches!(word.as_str(), "ikke" | "inte" | "ej"));
            let story = behind.and_then(|behind| self.story(tongue, behind));
            story.is_some_and(|(behind, signed)| !asked || signed || self.is_named(behind))
                && (!asks_that || not())
                || !asked && self.ends_with(tongue, verb, tongue.takes)
        })
    }

    fn is_taken_by_us(&self, from: usize) -> bool {
        TONGUES.iter().any(|tongue| {
            let ours = tongue.takes.iter().filter(|verb| OURS.iter().any(|we| verb.starts_with(we)));
            let behind = ours.filter_map(|verb| self.behind(from, &[verb])).max();
            let story = behind.and_then(|behind| self.story(tongue, behind));
            // `Wir ziehen die Meldung über Zinn zurück.`
            let back = || self.word(self.end(from).wrapping_sub(1)) == "zurück";
            story.is_some_and(|(behind, _)| self.is_named(behind) || back())
        })
    }

    /// `RÜCKZUG der Meldung bsd123 "…"`, `NTB: Melding trekkes`, `ANNULLERING /ritzau/`.
    fn is_headed(&self, from: usize) -> bool {
        let at = from + usize::from(Agency::writing(self.written(from)).is_some());
        let behind = self.behind(at, HEADS);
        let ends = |behind: usize| self.words.get(behind).is_none() || self.is_named(behind);
        let signed = || {
            self.words.len() == 2
                && self.text.trim_end().ends_with('/')
                && Agency::writing(self.written(1)).is_some()
                && !self.written(0).contains(char::is_lowercase)
                && items(self.written(0)).iter().any(|item| item.is(KILL))
        };
        behind.is_some_and(ends) || signed()
    }

    /// `Meldingen "Norrholm stenger gruve" sendt klokken 10.15 trekkes tilbake.`: a story that has its name and was sent at some time.
    fn is_withdrawn(&self, from: usize) -> bool {
        TONGUES.iter().any(|tongue| {
            let Some(behind) = self.behind(from, tongue.subjects) else { return false };
            let end = self.end(behind);
            let Some(words) = self.words.get(from..end) else { return false };
            let sent = words.iter().any(|(word, _)| is_number(word));
            let quoted = self.text.contains(['"', '“', '„', '«', '”', '‘']);
            // `Die … Meldung "…" ist falsch. Sie wird hiermit zurückgezogen.`
            let last = self.end(end);
            let final_words = [end, last].map(|end| self.word(end.wrapping_sub(1)));
            let ends = |phrase: &&str| {
                if !final_words.iter().any(|word| phrase.ends_with(word)) {
                    return false;
                }
                let length = phrase.split(' ').count();
                [end, last].iter().any(|end| {
                    end.checked_sub(length)
                        .is_some_and(|at| at >= behind && self.behind(at, &[phrase]) == Some(*end))
                })
            };
            let named = tongue.subjects.first().is_none_or(|subject| !subject.starts_with("die"))
                || words.iter().any(|(word, _)| tongue.things.contains(&word.as_str()));
            sent && quoted && named && tongue.taken.iter().any(ends)
        })
    }

    /// `STT PERUU JUTUN`, `CP KILL - Trade-Stats`, `ACHTUNG: RÜCKZUG`: capitals behind who sends it or who is spoken to.
    fn is_label(&self, from: usize) -> bool {
        let signed = Agency::writing(self.written(from)).is_some();
        let at = from + usize::from(signed);
        let Some(start) = self.words.get(at).filter(|_| at > 0).map(|(_, item)| item.start) else {
            return false;
        };
        let length = self.words[at..].iter().take_while(|(_, item)| item.after < Break::Label).count();
        let Some((_, last)) = self.words.get(at + length) else { return false };
        let label = &self.text[start..last.end];
        if label.contains(char::is_lowercase) {
            return false;
        }
        let known = items(label);
        let clear = |item: &Item| item.is(KILL) && !item.is(NEWS | STATE);
        length == 0 && LABELS.contains(&self.word(at))
            || signed
                && known.iter().any(clear)
                && known.iter().all(|item| item.is(KILL | SMALL | THING | THIS | OWN))
    }
}

/// `0234`, `APA0234`, `10.12`: letters, if any, and three digits or more.
fn is_number(word: &str) -> bool {
    word.bytes().filter(u8::is_ascii_digit).count() >= 3
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b':'))
}

/// Whether something in quotation marks or a number of an item stands in a sentence.
pub(super) fn has_name(sentence: &str) -> bool {
    sentence.contains(['"', '“', '„', '«', '»']) || sentence.split([' ', '(', ')', ',']).any(is_number)
}

/// The sentences at the beginning of what stands behind a dateline: a notice has two or three, of a story only the first may be an order.
pub(in crate::head) fn sentences(behind: &str) -> impl Iterator<Item = &str> {
    /// No notice is longer, in bytes, …
    const NOTICE: usize = 500;
    /// … and none has more sentences.
    const SENTENCES: usize = 3;
    /// An order is no longer.
    const ORDER: usize = 250;
    let line = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
    let most = if line.len() <= NOTICE { SENTENCES } else { 1 };
    let line = beginning(line.lines().next().unwrap_or(""), NOTICE);
    let mut rest = line;
    let next = move || {
        let ends = rest.match_indices(". ").map(|(at, _)| at).find(|at| !ends_with_day(&rest[..*at]));
        let (sentence, behind) = rest.split_at(ends.map_or(rest.len(), |at| at + ". ".len()));
        rest = behind;
        (!sentence.is_empty()).then_some(sentence)
    };
    std::iter::from_fn(next).take(most).map(str::trim).filter(|sentence| sentence.len() <= ORDER)
}

/// `vom 3. März`: a number of one or two digits, behind which no sentence ends.
fn ends_with_day(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or("");
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}
