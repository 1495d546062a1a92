//! What a line above the first paragraph is: a headline, a note to editors, a byline, a caption, a slug …
//!
//! A line is asked in the order of [`kind`]; what nothing claims is a headline or, if it reads like one, a sentence
//! of the body.

use super::held;
use super::words::{AnyPrefix, Prefixes, Suffixes, ends_like_a_sentence, has_prefix, is_clock, trim_mark};
use crate::agencies::Agency;
use crate::dateline::WrittenDate;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(ATTN: ADDS details …)`, `(Adds comment in paragraph 3)`, `Eds: UPDATES: …`
    Note,
    /// `By Kang Yoon-seung`, `Von Christian Hollmann, dpa`, `N L Correspondent`
    Byline,
    /// `AP Economics Writer`: says more about the byline before it.
    Bytitle,
    /// `1ST LEAD`, `KILL KILL KILL ''''' =`, `URGENT`: a line of signals and nothing else.
    Notice,
    /// `BC-US--Trade Gap, 1st Ld-Writethru`, `Germany-Trade/`
    Slug,
    /// `Keywords: trade, exports`
    Keywords,
    /// `(Xinhua/Xu Chang)`, `Joe Raedle/Getty Images News`, `… — Reuters pic`
    Caption,
    /// A source, clock, copyright, category or navigation line of the page.
    Furniture,
    /// `EMBARGOED UNTIL 0900 GMT, JAN 5, 2024`
    Embargo,
    Headline,
    /// Reads as a sentence of the story.
    Body,
}

/// Longer lines are paragraphs. The longest headlines of the wires have some 160 characters.
const HEADLINE: usize = 220;

/// What a line is. `first` says that nothing of the story stands above it.
pub(super) fn kind(line: &str, first: bool) -> Kind {
    let line = trim_mark(line);
    said_to_editors(line).unwrap_or_else(|| otherwise(line, first))
}

/// What a line is above which nothing stands, of which is known what it would be below something.
pub(super) fn kind_of_first(line: &str, below: Kind) -> Kind {
    match below {
        Kind::Embargo | Kind::Notice | Kind::Note => below,
        _ => otherwise(trim_mark(line), true),
    }
}

/// Wherever it stands.
fn said_to_editors(line: &str) -> Option<Kind> {
    if held::is_embargo(line) && !is_note(line) {
        Some(Kind::Embargo)
    } else if is_notice(line) {
        Some(Kind::Notice)
    } else {
        is_note(line).then_some(Kind::Note)
    }
}

/// With these a line begins that is a byline, keywords, a caption or furniture, but for what its end and its marks tell.
const LABELS: AnyPrefix = AnyPrefix::of(&[
    &BY,
    &CAPTION_LABELS,
    &PHOTO_BY,
    &PHOTO_TAKEN,
    &KEYWORDS,
    &TAGS,
    &NAVIGATION,
    &COPYRIGHT_MARKS,
    &COPYRIGHT,
    &DATED_LABELS,
    &SOURCE_LABELS,
    &CONTACT_LABELS,
    &MORE_LABELS,
    &XINHUA,
    &RELEASE_LINES,
]);

fn otherwise(line: &str, first: bool) -> Kind {
    // Nearly all lines begin with a letter, and with none of these: then each of them is asked nothing.
    let labelled = !line.starts_with(|c: char| c.is_ascii_alphabetic()) || LABELS.may_begin(line);
    let short = line.len() <= HEADLINE || line.chars().take(HEADLINE + 1).count() <= HEADLINE;
    if first && is_of_release(line) {
        Kind::Furniture
    } else if !short {
        Kind::Body
    } else if is_bytitle(line) {
        Kind::Bytitle
    } else if is_byline(line, labelled) {
        Kind::Byline
    } else if labelled && is_keywords(line, first) {
        Kind::Keywords
    } else if is_caption(line, first, labelled) {
        Kind::Caption
    } else if is_furniture(line, first, labelled) {
        Kind::Furniture
    } else if first && is_slug(line) {
        Kind::Slug
    } else if ends_like_a_sentence(line) {
        Kind::Body
    } else {
        Kind::Headline
    }
}

/// What stands above a release and its headline: `NOT FOR DISTRIBUTION TO U.S. NEWSWIRE SERVICES …`, `PRESS NOTICE`, `Embargo: none`,
/// `Dear editors,`.
fn is_of_release(line: &str) -> bool {
    const RESTRICTED: Prefixes = Prefixes::new(&[
        "not for release, publication",
        "not for publication, release",
        "not for publication, distribution",
        "not for distribution",
        "not intended for distribution",
        "/not for distribution",
        "/not intended for distribution",
    ]);
    const GREETED: Prefixes =
        Prefixes::new(&["dear editors", "dear editor", "editors/news directors", "editors/producers"]);
    const NAMES: &[&str] =
        &["PRESS NOTICE", "PRESS RELEASE", "NEWS RELEASE", "MEDIA RELEASE", "PRESS STATEMENT"];
    // Nearly no line begins so.
    if !line.starts_with(['N', 'P', 'M', 'D', 'E', '/', 'n', 'd', 'e']) {
        return false;
    }
    NAMES.contains(&line)
        || RESTRICTED.begin(line) && !line[..line.len().min(16)].contains(char::is_lowercase)
        || GREETED.behind(line).is_some_and(|rest| matches!(rest, "" | "," | ":"))
        || has_prefix(line, "embargo") && line.contains(':') && held::is_no_embargo(line)
}

/// What editors are told between brackets, by its first word: those of `../shared/reference/wire-copy.md` (AP, Reuters, Yonhap,
/// AFP, EFE), and the plain words of the same meaning in other languages (general knowledge).
#[rustfmt::skip]
const NOTE_WORDS: Prefixes = Prefixes::new(&[
    "adds", "adding", "updates", "updating", "recasts", "recasting", "rewrites", "corrects", "correcting",
    "clarifies", "fixes", "removes", "deletes", "changes", "repeats", "refiles", "releads", "restores",
    "attaches", "with", "updates,", "recasts,", "adds,", "writes", "edits", "attn:", "ampliación", "eds:",
    "editors:", "byline", "combines", "this version", "new throughout", "releases", "previous", "moves",
    "codes", "tops",
    // Spanish, Portuguese, French, Italian, German: `adds`, `updates`, `corrects`, `completes`.
    "actualiza", "añade", "amplía", "atualiza", "acrescenta", "actualise", "ajoute", "complète", "précise", "aggiorna", "aggiunge",
    "aktualisiert", "ergänzt", "corrige", "berichtigt",
    // The same in other languages.
    "korrigiert", "rättar", "retter", "corregge", "corrigeert", "korjattu", "исправлено", "poprawiono", "opravuje",
]);

/// What a bracket of its own begins with that says what was corrected.
const CORRECTION_LABELS: Prefixes = Prefixes::new(&[
    "berichtigung:",
    "korrektur:",
    "correction:",
    "corrigé:",
    "rectificatif:",
    "rettifica:",
    "corrección:",
]);

fn is_note(line: &str) -> bool {
    if let Some(inner) = line.strip_prefix('(') {
        let plain = inner.trim_end_matches(')');
        // `(Berichtigung: Jahreszahl) Molkereien …` is a headline with a mark.
        // `(AMPLIACIÓN) Suben las exportaciones` is one, too.
        if super::labels::heads(inner) {
            return false;
        }
        let labelled = line.ends_with(')') && CORRECTION_LABELS.behind(plain).is_some();
        return labelled || NOTE_WORDS.begin(plain);
    }
    NOTE_LABELS.behind(line).is_some() || has_prefix(line, "recasts with")
}

/// `Editors: …`, `Achtung Redaktionen: …`: words with a label that says to whom they are.
pub(super) fn is_labelled_note(line: &str) -> bool {
    NOTE_LABELS.behind(line.trim_start_matches(['(', '['])).is_some()
}

/// `Utl.: Vor allem in die USA wurde weniger geliefert`: a line below the headline that says it is none.
pub(super) fn is_subtitle(line: &str) -> bool {
    const LABELS: Prefixes = Prefixes::new(&[
        "utl.:",
        "untertitel:",
        "sous-titre:",
        "sottotitolo:",
        "subtítulo:",
        "subtitle:",
        "subhead:",
    ]);
    LABELS.behind(line).is_some()
}

/// What stands before a note without brackets.
const NOTE_LABELS: Prefixes = Prefixes::new(&[
    "eds:",
    "eds.:",
    "eds note:",
    "attn:",
    "attn editors:",
    "editors:",
    "editor's note:",
    "editors' note:",
    "note to editors:",
    "attention editors:",
    "editors/news directors:",
    "editors and news directors:",
    "editors, news directors:",
    "news directors:",
    "editors/producers:",
    "news editors:",
    "advisory:",
    "achtung redaktionen:",
]);

/// Words that fill a notice line; each must be one of these or a number.
#[rustfmt::skip]
const NOTICE_WORDS: &[&str] = &[
    "kill", "hold", "release", "urgent", "flash", "bulletin", "alert", "lead", "ld", "net", "refile",
    "repeat", "correction", "corrected", "update", "withdrawn", "withdrawal", "story", "mandatory",
    "embargo", "embargoed", "advisory", "takedown", "writethru", "for", "=", "eilmeldung", "berichtigung",
    "rpt", "news", "alerte", "eil", "zusammenfassung", "wiederholung", "korrektur", "rectificatif", "rettifica",
    "urgente", "alerta", "dringend", "avance", "lifted",
];

fn is_notice(line: &str) -> bool {
    let words = || {
        line.split([' ', '-', '\t'])
            .map(|word| word.trim_matches(['\'', '"', '(', ')', '*', ':', ',', '.', '=', '+', '!']))
    };
    let words = || words().filter(|word| !word.is_empty());
    // `/C O R R E C T I O N -- Acme/`
    if line.starts_with('/')
        && line.ends_with('/')
        && super::signs::spaced(line).is_some_and(|(word, _)| NOTICE_WORDS.contains(&word.as_str()))
    {
        return true;
    }
    if line.len() > 60
        || line.contains(char::is_lowercase) && !line.contains("Ld")
        || words().next().is_none()
    {
        return false;
    }
    // `UPDATE 2`
    let number = |word: &str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let known = |word: &str| {
        if number(word) {
            return true;
        }
        let lower = word.to_lowercase();
        NOTICE_WORDS.contains(&lower.as_str()) || super::signals::ordinal(&lower).is_some()
    };
    // `STORY`, `NEWS` and the like fill up a notice and make none.
    words().all(known)
        && words().any(|word| {
            !number(word) && (!matches!(word, "STORY" | "NEWS" | "FOR" | "LEAD") || words().count() > 1)
        })
}

/// Small words inside names and between them.
#[rustfmt::skip]
const JOINTS: &[&str] = &[
    "and", "und", "et", "y", "e", "en", "in", "at", "for", "with", "de", "del", "della", "der", "den",
    "di", "da", "do", "dos", "du", "la", "le", "van", "von", "bin", "al", "el", "zu", "ter",
];

/// What a byline begins with, in any case.
#[rustfmt::skip]
const BY: Prefixes = Prefixes::new(&[
    "by ", "by: ", "written by ", "reporting by ", "reported by ", "von ", "von: ", "par ", "par: ", "por ", "por: ", "di ", "da ", "door ", "door: ", "av ", "av: ", "af ", "napsal ", "napsala ",
]);

/// `by Jane Doe and Tom Roe`, `di Anna Verdi`: in small letters, and whole names behind it. A paragraph may go on so.
pub(super) fn is_small_byline(line: &str) -> bool {
    let whole_name = |name: &str| {
        let mut words = name.split(' ');
        let mut capital = || words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
        capital() && capital()
    };
    line.starts_with(|c: char| c.is_lowercase() || c == '(')
        && BY.behind(without_brackets(line)).is_some_and(|name| whole_name(name) && names_who(line, name))
}

fn is_byline(line: &str, labelled: bool) -> bool {
    const ENDS: Suffixes = Suffixes::new(&[
        " correspondent",
        " bureau",
        " desk",
        "staff reporter",
        "staff writer",
        "(reporter)",
    ]);
    let line = without_brackets(line);
    // `Af Anna Berg /ritzau/`, `ANNA BERG, Associated Press`
    let signed = line.strip_suffix('/').and_then(|line| line.rsplit_once(" /"));
    let line = signed.filter(|(_, sign)| Agency::writing(sign).is_some()).map_or(line, |(line, _)| line);
    let titled =
        line.strip_suffix(", Associated Press").or_else(|| line.strip_suffix(", The Associated Press"));
    if titled.is_some_and(|name| name.split(' ').nth(3).is_none() && is_names(name)) {
        return true;
    }
    let name = if labelled { BY.behind(line) } else { None };
    if let Some(name) = name.filter(|_| line.starts_with(char::is_uppercase) || line.starts_with("by Xinhua"))
    {
        return names_who(line, name);
    }
    line.len() <= 60 && ENDS.end(line) && line.split_whitespace().nth(5).is_none()
}

/// Whether what stands behind `By` are names, and what belongs to them.
fn names_who(line: &str, name: &str) -> bool {
    if has_prefix(name, "dpa correspondents")
        || has_prefix(name, "xinhua writers")
        || has_prefix(name, "xinhua writer")
        || has_prefix(name, "staff")
        || has_prefix(name, "our correspondent")
        || has_prefix(name, "our staff")
        || has_prefix(name, "a staff reporter")
        || has_prefix(name, "a correspondent")
    {
        return true;
    }
    // `By Friday exports had …`, `Di Maio says …`: a byline is names, and what follows a comma or a dash.
    let names = name.split([',', ';']).flat_map(|part| part.split(" - ")).next().unwrap_or(name);
    if is_said_by(names, name[names.len()..].trim_start_matches([',', ';', ' '])) {
        return false;
    }
    // `Por Rui Costa (texto) e Ana Luz (fotos)`
    let is_share = |word: &str| word.starts_with('(') && word.ends_with(')');
    let is_name = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c == '-') || JOINTS.contains(&word) || is_share(word)
    };
    names.starts_with(char::is_uppercase)
        && names.split_whitespace().all(is_name)
        && name.len() <= 120
        && !name.contains(|c: char| c.is_ascii_digit())
        && !ends_like_a_sentence(line)
}

/// `(By Jane Doe)`: what stands between.
pub(super) fn without_brackets(line: &str) -> &str {
    let inner = line.strip_prefix('(').and_then(|line| line.strip_suffix(')'));
    inner.filter(|inner| !inner.contains(['(', ')'])).unwrap_or(line)
}

/// `By Monday, strike looms`, `By George, it's a record`: a day is nobody's name, and behind a first name alone stands no sentence.
fn is_said_by(name: &str, rest: &str) -> bool {
    let day = name.split(' ').next().unwrap_or(name);
    let date = crate::dateline::date::weekday_named(day).is_some()
        || crate::dateline::date::month_named(day).is_some() && !name.contains(' ') && !rest.is_empty();
    let sentence = !name.contains(' ')
        && rest.starts_with(char::is_lowercase)
        && rest.contains(' ')
        && Agency::signing(name).is_none()
        && Agency::signing(rest).is_none()
        && !["staff ", "special ", "for "].iter().any(|title| rest.starts_with(title));
    date || sentence
}

fn is_bytitle(line: &str) -> bool {
    let ends =
        [" Writer", " Editor", " Correspondent", " WRITER", " Reporter", " Analyst", " Staff", " staff"];
    line.len() <= 60
        && line.starts_with(['A', 'R', 'd', 'U'])
        && ["AP ", "Associated Press", "Reuters ", "AFP ", "dpa ", "AAP ", "UPI "]
            .iter()
            .any(|agency| line.starts_with(agency))
        && ends.iter().any(|end| line.ends_with(end))
}

fn is_caption(line: &str, first: bool, labelled: bool) -> bool {
    const ENDS: Suffixes = Suffixes::new(&[
        "reuters pic",
        "bernama pic",
        "afp pic",
        "file pic",
        "getty images",
        "getty images news",
        "(file photo)",
        "file photo",
        "(photo: vna)",
        "— picture by",
        "/ap photo",
        "(ap photo)",
        "/reuters",
        "/afp",
        "/xinhua",
    ]);
    let credit = || {
        line.rsplit_once('(')
            .is_some_and(|(_, inner)| inner.contains("Xinhua/") || inner.to_lowercase().starts_with("photo"))
    };
    line.ends_with(')') && credit()
        || ENDS.end(line)
        || labelled && is_labelled_caption(line, first)
        || line.contains('/') && line.to_lowercase().contains("/getty images")
}

fn is_furniture(line: &str, first: bool, labelled: bool) -> bool {
    /// No line that is a date, or a clock and a date, is longer, in bytes.
    const DATE: usize = 80;
    let by_label = || {
        is_navigation(line)
            || is_bullet(line)
            || is_copyright(line)
            || is_label_of_page(line, first)
            || is_release_line(line)
    };
    if labelled && by_label() || is_item_line(line) || is_category(line) {
        return true;
    }
    // A date has a digit, or is a day of the week and nothing else.
    if line.len() > DATE || line.contains(' ') && !has_digit(line) {
        return false;
    }
    let is_year = |word: &str| word.len() >= 4 && (word.starts_with("19") || word.starts_with("20"));
    // `(Xinhua) 13:54, August 28, 2023`, `3 December 2019 08:58 (UTC+04:00)`
    if line.contains(':') && line.split_whitespace().any(is_year) && line.split_whitespace().any(is_clock) {
        return true;
    }
    // A date and nothing else, or a release number: `178/2019 - 15 November 2019`.
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | ' ' | '.'));
    let number = line.len() - words.len();
    let from = if number > 0 && line[..number].contains('/') { number.saturating_sub(3) } else { 0 };
    let date = line
        .get(from..)
        .map(|rest| rest.trim_start_matches([' ', '-', '/']))
        .and_then(|rest| WrittenDate::at_start(rest).map(|(_, length)| rest[length..].trim().is_empty()));
    // Nearly no comma has a day before it.
    let comma = memchr::memchr_iter(b',', line.as_bytes()).find(|at| line[at + 1..].starts_with(' '));
    let weekday = comma.map(|at| (&line[..at], &line[at + 2..])).is_some_and(|(day, rest)| {
        crate::dateline::date::weekday_named(day).is_some()
            && WrittenDate::at_start(rest).is_some_and(|(_, length)| rest[length..].trim().is_empty())
    });
    // `$ADV12`: a code for the computers of a newspaper.
    let code = line.len() <= 12
        && line.starts_with('$')
        && line[1..].bytes().all(|byte| byte.is_ascii_alphanumeric());
    date == Some(true) || weekday || code || is_item_number(line)
}

/// Without a branch, so that the compiler looks at many bytes at once.
pub(super) fn has_digit(line: &str) -> bool {
    line.bytes().fold(false, |has, byte| has | byte.is_ascii_digit())
}

/// What stands before a caption or a credit.
const CAPTION_LABELS: Prefixes = Prefixes::new(&[
    "photo:",
    "file photo:",
    "picture:",
    "image:",
    "caption:",
    "credit:",
    "photograph:",
    "photo credit:",
]);

const PHOTO_BY: Prefixes = Prefixes::new(&["photo by ", "photos by ", "photo courtesy of "]);
const PHOTO_TAKEN: Prefixes = Prefixes::new(&[
    "photo taken on ",
    "photo taken in ",
    "file photo of ",
    "a file photo of ",
    "file photo shows ",
]);

/// `Photo: Max Muster/Reuters`, `Photo taken on March 3 shows a port.`; but `Image: AI fools experts` is a headline where nothing
/// stands above it.
fn is_labelled_caption(line: &str, first: bool) -> bool {
    if let Some(words) = CAPTION_LABELS.behind(line) {
        return !first || words.is_empty() || is_names(words) || ends_like_a_sentence(words);
    }
    if let Some(name) = PHOTO_BY.behind(line) {
        return name.starts_with(|c: char| !c.is_lowercase());
    }
    line.eq_ignore_ascii_case("file photo")
        || line.eq_ignore_ascii_case("a file photo")
        || PHOTO_TAKEN.behind(line).is_some_and(|words| !first || ends_like_a_sentence(words))
}

const KEYWORDS: Prefixes = Prefixes::new(&["keywords:", "keyword:", "key words:"]);
const TAGS: Prefixes = Prefixes::new(&["tags:"]);

/// `Tags: trade, exports`; but `Tags: graffiti sold` is a headline where nothing stands above it.
fn is_keywords(line: &str, first: bool) -> bool {
    KEYWORDS.behind(line).is_some()
        || TAGS.behind(line).is_some_and(|list| !first || list.contains([',', ';']) || !list.contains(' '))
}

/// Whether words are names and what stands between them: `Max Muster/Reuters`, `Xinhua | 2019-03-05`, `Ministry of Trade`.
pub(super) fn is_names(words: &str) -> bool {
    /// Longer ones are sentences.
    const MOST: usize = 12;
    let named = |word: &str| {
        word.starts_with(|c: char| !c.is_lowercase() && !matches!(c, '\'' | '‘' | '"' | '“'))
            || JOINTS.contains(&word)
            || matches!(word, "of" | "by" | "via" | "the" | "am" | "pm" | "dpa" | "ats" | "sda" | "huaxia")
    };
    words.split_whitespace().take(MOST + 1).count() <= MOST
        && words.split_whitespace().all(|word| named(word.trim_end_matches([',', ';', '.'])))
}

/// The words by which a page leads to other places: the first of a line …
const NAVIGATION: Prefixes = Prefixes::new(&[
    "log in",
    "login",
    "sign in",
    "sign up",
    "subscribe",
    "register",
    "share",
    "icon",
    "skip to",
    "menu",
    "search",
    "print",
    "email",
    "e-mail",
    "tweet",
    "follow us",
    "advertisement",
    "read more",
    "read also",
    "home",
]);

/// … and all the others.
#[rustfmt::skip]
const NAVIGATION_WORDS: &[&str] = &[
    "a", "account", "ad", "advertisement", "article", "by", "close", "comment", "comments", "content", "continue", "copy",
    "e-mail", "email", "facebook", "flipboard", "follow", "for", "free", "friend", "here", "home", "icon", "in", "instagram", "link",
    "linkedin", "log", "login", "mail", "main", "menu", "more", "my", "navigation", "newsletter", "newsletters", "now", "on", "open",
    "or", "our", "page", "pinterest", "print", "read", "reading", "reddit", "register", "save", "scroll", "search", "share", "sign",
    "site", "skip", "story", "subscribe", "telegram", "the", "this", "to", "toggle", "tweet", "twitter", "up", "us", "via", "wechat",
    "weibo", "whatsapp", "x", "your", "youtube",
];

/// `Share this article on Facebook`, `Skip to main content`, `Print Email`: a line that leads to other places and says nothing else.
pub(super) fn is_navigation(line: &str) -> bool {
    /// No such line has more words.
    const MOST: usize = 12;
    if line.len() > 120 || !NAVIGATION.begin(line) {
        return false;
    }
    let lower = line.to_lowercase();
    // `Home > News > Trade`
    if lower.starts_with("home >") || lower.starts_with("home »") {
        return true;
    }
    let words = || {
        lower
            .split(|c: char| c.is_whitespace() || matches!(c, '|' | '/' | '·' | '•' | '>' | '»' | ','))
            .filter(|word| !word.starts_with('@'))
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
    };
    words().take(MOST + 1).count() <= MOST && words().all(|word| NAVIGATION_WORDS.contains(&word))
}

/// A point of a list.
pub(super) fn is_bullet(line: &str) -> bool {
    line.starts_with('•') || ["· ", "- ", "* "].iter().any(|mark| line.starts_with(mark))
}

const COPYRIGHT_MARKS: Prefixes = Prefixes::new(&["©", "(c) ", "riproduzione riservata"]);
const COPYRIGHT: Prefixes = Prefixes::new(&["copyright"]);

/// `© 2024 Reuters`, `Copyright ANTARA 2023`; but `Copyright law passed` is a headline.
fn is_copyright(line: &str) -> bool {
    if COPYRIGHT_MARKS.behind(line).is_some() {
        return true;
    }
    let Some(rest) = COPYRIGHT.behind(line) else { return false };
    let rest = rest.to_lowercase();
    let rest = rest.trim_start_matches([' ', ':', ',']);
    rest.is_empty()
        || rest.starts_with(['©', '('])
        || rest.starts_with(|c: char| c.is_ascii_digit())
        || rest.starts_with("by ")
        || rest.contains("reserved")
        || Agency::of_copyright(line).is_some()
}

/// What pages put before the day, the source and other stories; and firms before whom to ask.
const DATED_LABELS: Prefixes = Prefixes::new(&[
    "updated:",
    "updated on",
    "published:",
    "posted:",
    "posted on",
    "last updated",
    "last modified",
    "time:",
]);
const SOURCE_LABELS: Prefixes = Prefixes::new(&["source:", "source :", "editor:"]);
const CONTACT_LABELS: Prefixes = Prefixes::new(&["contact:", "media contact:", "press contact:"]);
const MORE_LABELS: Prefixes = Prefixes::new(&["related:", "more:", "read more:"]);
const XINHUA: Prefixes = Prefixes::new(&["xinhua"]);

/// `Source: Xinhua | Editor: huaxia`, `Updated: 13:54, August 28, 2023`, `More:`: a label of a page, and what belongs to it. Behind
/// a label that is no page's stands a headline: `Source: Iran to sign`, `Updated: what we know`.
fn is_label_of_page(line: &str, first: bool) -> bool {
    if let Some(rest) = DATED_LABELS.behind(line) {
        let weekday =
            || rest.split([' ', ',']).any(|word| crate::dateline::date::weekday_named(word).is_some());
        return rest.trim_matches([':', ' ']).is_empty()
            || rest.contains(|c: char| c.is_ascii_digit())
            || weekday();
    }
    if let Some(name) = SOURCE_LABELS.behind(line) {
        let word = !name.contains(' ') && !name.starts_with(['\'', '‘', '"', '“']);
        return !first || word || is_names(name) || page_signs(name);
    }
    if CONTACT_LABELS.behind(line).is_some_and(|who| who.contains('@')) {
        return true;
    }
    if let Some(rest) = MORE_LABELS.behind(line) {
        return !first || rest.is_empty();
    }
    line.starts_with("xinhua)") || line.starts_with("Xinhua)") || has_prefix(line, "xinhua |")
}

fn page_signs(name: &str) -> bool {
    let sign = name.split('|').next().unwrap_or(name).trim();
    Agency::is_sign(sign)
}

/// What firms put above a release: it is for all, at once (general knowledge of what press offices write).
const RELEASE_LINES: Prefixes = Prefixes::new(&[
    "for immediate release",
    "for immediate publication",
    "for immediate distribution",
    "immediate release",
    "press release",
    "news release",
    "zur sofortigen veröffentlichung",
    "zur sofortigen freigabe",
    "pressemitteilung",
    "pour diffusion immédiate",
    "communiqué de presse",
    "para publicación inmediata",
    "para su publicación inmediata",
    "nota de prensa",
    "comunicado de prensa",
    "per pubblicazione immediata",
    "comunicato stampa",
    "para divulgação imediata",
]);

fn is_release_line(line: &str) -> bool {
    let words = line.trim_matches(|c: char| !c.is_alphanumeric());
    RELEASE_LINES.behind(words).is_some_and(str::is_empty)
}

/// `C T`, `f0704reute`: the baskets and the number of a Reuter item of the eighties.
fn is_item_line(line: &str) -> bool {
    let baskets = line.len() <= 16
        && line.contains(' ')
        && line.split(' ').all(|word| word.len() <= 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
    baskets || is_item_mark(line)
}

/// `f0413 reute`
pub(super) fn is_item_mark(line: &str) -> bool {
    line.len() <= 16
        && line.trim_end_matches('r').strip_suffix("reute").is_some_and(|number| {
            number.len() > 1
                && number.starts_with(|c: char| c.is_ascii_lowercase())
                && number[1..].trim().bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// The cycle of such a slug ends within so many bytes.
const OLD_CYCLE: usize = 9;

/// `u f BC-BAHIA-COCOA-REVIEW   02-26 0105`: the slug of a Reuter item of the eighties, between its priority and its date.
pub(super) fn old_slug(line: &str) -> Option<&str> {
    // Nearly no line has a hyphen among its first letters.
    if !line.bytes().take(OLD_CYCLE).any(|byte| byte == b'-') {
        return None;
    }
    let at =
        ["BC-", "AM-", "PM-"].iter().find_map(|cycle| line.find(cycle)).filter(|at| at + 3 <= OLD_CYCLE)?;
    let letters = line[..at].strip_suffix(' ')?;
    let lone = |word: &str| word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let slug = line[at..].split("  ").next().unwrap_or("");
    // `BC-Trade 03-03 0100`
    let sent =
        |word: &str| word.contains('-') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let slug = slug
        .split_once(' ')
        .filter(|(_, rest)| rest.split(' ').next().is_some_and(sent))
        .map_or(slug, |(slug, _)| slug);
    letters.split(' ').all(lone).then_some(slug)
}

/// `(dpa 157)`, `(AFP0312)`: the agency's number of the item, on a line of its own.
fn is_item_number(line: &str) -> bool {
    let Some(inner) = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')) else { return false };
    let sign = inner.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    sign.len() < inner.len() && Agency::is_sign(sign)
}

/// `Economics, Foreign trade , Good for Business, Statistics`
fn is_category(line: &str) -> bool {
    // Nearly every comma touches its word.
    let apart = |at: usize| line[..at].ends_with(' ') && line[at + 1..].starts_with(' ');
    memchr::memchr_iter(b',', line.as_bytes()).any(apart)
        && line.split(',').count() >= 3
        && line.split(',').all(|part| part.split_whitespace().count() <= 3)
}

/// `BC-US--Trade Gap, 1st Ld-Writethru`, `Germany-Trade/`, `US-SYRIA-CRISIS-ASSAD:`, `France-procès-assises`
pub(crate) fn is_slug(line: &str) -> bool {
    let cycle = ["BC-", "AM-", "PM-"].iter().any(|cycle| line.starts_with(cycle));
    if cycle || old_slug(line).is_some() {
        return line.len() <= 100;
    }
    // `=STIRISTAN`
    if let Some(word) = line.strip_prefix('=') {
        return word.len() >= 3
            && word.len() <= 40
            && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-');
    }
    if super::labels::is_labelled_slug(line) {
        return true;
    }
    let word = line.strip_suffix(['/', ':']).unwrap_or(line);
    // `Commerce extérieur/`: some put blanks into it.
    if line.ends_with('/') && line.len() <= 40 && word.split(' ').count() <= 3 {
        return word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | '/' | ' '));
    }
    let joined = word.contains('-') || line.ends_with('/') || word.matches('/').count() >= 2;
    joined
        && line.len() <= 60
        && !word.contains(' ')
        && word.contains(char::is_alphabetic)
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | '/'))
}
