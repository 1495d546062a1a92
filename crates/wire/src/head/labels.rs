//! Version words at a headline and in a slug: `UPDATE 2-…`, `WDH/ROUNDUP: …`, `… (CORRECTED)`, `Trade/ KORR`.

use article::SignalType;

use super::held::{self, beginning};
use super::signals::{Said, ordinal, restrains};
use super::signs::{COUNTED, FILLERS, PHRASES, SIGNS, URGENCY, korean, words};
use super::words::has_prefix;
use crate::dateline::date::{month_named, weekday_named};

/// No version words at a headline have more characters than that, but those that say what was corrected.
const LONGEST: usize = 30;

/// Takes the version words off a headline: `UPDATE 2-`, `CORRECTED-`, `(2nd LD)`, `Correction: `, `… (CORRECTED)`.
pub(super) fn of_headline(headline: &str) -> (&str, Said) {
    let mut said = Said::default();
    let mut rest = headline.trim_start();
    if let Some((kind, tag, after)) = phrase(rest) {
        said.say(kind, tag);
        rest = after;
    }
    while let Some((tag, after)) = before(rest) {
        let mut words = of_tag(tag);
        // `Kill: a new film opens`
        if !tag.starts_with('(') && tag.contains(char::is_lowercase) {
            words.signals.retain(|signal| !restrains(signal.kind));
        }
        if words == Said::default() {
            break;
        }
        let counted = number_in(tag).filter(|_| words.version.is_none());
        said.add(words);
        said.version = counted.or(said.version);
        rest = after.trim_start();
        rest = without_filler(rest);
        // `URGENT -- Exports rise`
        let bare = rest.trim_start_matches(['-', '–', '—']);
        if bare.len() < rest.len() && bare.starts_with(' ') {
            rest = bare.trim_start();
        }
    }
    if let Some((bare, tag)) = behind(rest) {
        let words = of_tag(tag);
        if words.signals.iter().any(|signal| !restrains(signal.kind)) {
            let counted = number_in(tag).filter(|_| words.version.is_none());
            said.add(words);
            said.version = counted.or(said.version);
            rest = bare;
        }
    }
    (rest, said)
}

/// `CORRECTING and REPLACING Acme opens plant`, `Annule et remplace : Acme ouvre une usine`; `Correcting and replacing meters` is a
/// headline.
fn phrase(headline: &str) -> Option<(SignalType, &str, &str)> {
    if !headline.starts_with(['A', 'C', 'K', 'R']) {
        return None;
    }
    let (found, kind) = PHRASES.iter().find(|(phrase, _)| has_prefix(headline, phrase))?;
    let length: usize = headline.chars().take(found.chars().count()).map(char::len_utf8).sum();
    let (tag, after) = headline.split_at_checked(length)?;
    let rest = after.trim_start().trim_start_matches([':', '-', '–', '—']).trim_start();
    let marked = after.trim_start().len() > rest.len();
    let bold = tag.split(' ').next().is_some_and(|first| !first.contains(char::is_lowercase));
    ((marked || bold) && !rest.is_empty()).then_some((*kind, tag, rest))
}

/// `(OFFICIAL)-Exports rise` behind `CORRECTED-`: a bracket that says no more.
fn without_filler(rest: &str) -> &str {
    let bracket = rest.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let filler = |tag: &str| {
        words(tag).next().is_some() && words(tag).all(|word| FILLERS.contains(&word.to_lowercase().as_str()))
    };
    match bracket {
        Some((tag, after)) if filler(tag) || after.starts_with('-') && is_day(tag) => {
            after.trim_start_matches(['-', ' '])
        }
        _ => rest,
    }
}

/// What a tag says. `ROUNDUP 2` is an update, and no other roundup.
fn of_tag(tag: &str) -> Said {
    let mut said = Said::of_words(tag);
    if words(tag).any(|word| word.eq_ignore_ascii_case("roundup")) && number_in(tag).is_some() {
        said.add(Said::of_one(SignalType::Update, tag));
    }
    said
}

/// `Feb. 28`, `1 March`, `Sunday`: the day of the story that is corrected or sent again.
fn is_day(words: &str) -> bool {
    const LONGEST: usize = 18;
    let mut pieces = words.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
    let named = |piece: &str| month_named(&piece.to_lowercase()).is_some() || weekday_named(piece).is_some();
    let number = |piece: &str| piece.len() <= 4 && piece.bytes().all(|byte| byte.is_ascii_digit());
    words.len() <= LONGEST && pieces.clone().any(named) && pieces.all(|piece| named(piece) || number(piece))
}

/// `CORRECTED (Feb. 28)-Exports rise`, `Correction (1 March): Exports rise`: version words, a day, a mark.
fn dated(headline: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 20;
    let at = memchr::memchr(b'(', beginning(headline, LONGEST).as_bytes())?;
    let at = at.checked_sub(1).filter(|at| headline.as_bytes()[*at] == b' ')?;
    let (tag, rest) = (&headline[..at], &headline[at + 2..]);
    let (day, after) = rest.split_once(')')?;
    let marked = after.trim_start().starts_with(['-', '–', '—', ':']);
    (marked && is_day(day) && tag.starts_with(char::is_uppercase) && is_version(tag, false))
        .then(|| (tag, after.trim_start().trim_start_matches(['-', '–', '—', ':'])))
}

/// One tag at the start of a headline and what follows it.
fn before(headline: &str) -> Option<(&str, &str)> {
    // Nearly no headline has one of the marks that close a tag.
    let mark =
        |byte: u8| matches!(byte, b'(' | b'/' | b'.' | b'[' | b'+' | b'*' | b'=' | b'-' | b':') || byte > 127;
    if !headline.bytes().any(mark) {
        return unmarked(headline);
    }
    if let Some(dated) = dated(headline) {
        return Some(dated);
    }
    if let Some(inner) = headline.strip_prefix('(') {
        let length = inner.find(')').filter(|length| *length <= 24)?;
        return Some((&headline[..length + 2], &inner[length + 1..]));
    }
    // `تصحيح / …`, `ПОПРАВКА. …`
    for mark in [" / ", ". "] {
        if let Some((tag, _)) =
            beginning(headline, LONGEST * 2).split_once(mark).filter(|(tag, _)| tag.len() <= LONGEST)
            && !tag.contains(char::is_lowercase)
            && is_version(tag, true)
        {
            return Some((tag, &headline[tag.len() + mark.len()..]));
        }
    }
    // `【訂正】貿易収支、2月は黒字`
    for (open, close) in [('【', '】'), ('（', '）'), ('〔', '〕')] {
        if let Some((tag, after)) = headline.strip_prefix(open).and_then(|inner| inner.split_once(close))
            && tag.len() <= LONGEST
            && is_version(tag, false)
        {
            return Some((tag, after));
        }
    }
    // `[CORRECTED] …`, `++ KORREKTUR ++ …`, `*** UPDATE *** …`, `= RPT = …`
    for (open, close) in [("[", "]"), ("++", "++"), ("**", "**"), ("= ", " = ")] {
        // The first of them may have gone with the marks of a line.
        let inner = headline.strip_prefix(open).or(matches!(open, "++" | "= ").then_some(headline));
        let inner = inner.map(|rest| rest.trim_start_matches(['+', '*']));
        if let Some((tag, after)) = inner.and_then(|inner| inner.split_once(close))
            && tag.len() <= LONGEST
            && is_version(tag, false)
        {
            return Some((tag.trim(), after.trim_start_matches(['+', '*'])));
        }
    }
    // `UPDATE 2-China's exports`, `CORRECTED (OFFICIAL)-…`: capitals and digits up to a hyphen that touches the headline.
    let is_capital = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '/');
    if let Some(length) = headline.find(['-', '–', '—']).filter(|length| *length <= LONGEST) {
        let tag = &headline[..length];
        let after = headline[length..].trim_start_matches(['-', '–', '—']);
        // `LEAD 2-0 AT HALF TIME`
        let score = after.starts_with(|c: char| c.is_ascii_digit())
            && words(tag).next_back().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
            && words(tag).any(|word| COUNTED.contains(&word.to_lowercase().as_str()));
        if tag.starts_with(char::is_uppercase)
            && !score
            && tag.chars().all(is_capital)
            && (headline[length..].starts_with('-') && length <= 16 || is_version(tag, true))
        {
            let after = if headline[length..].starts_with('-') { &headline[length + 1..] } else { after };
            return Some((tag, after));
        }
    }
    // `WDH/Deutsche Exporte …`
    if let Some((tag, after)) = headline.split_once('/').filter(|(tag, _)| tag.len() <= LONGEST)
        && tag.starts_with(char::is_uppercase)
        && tag.chars().all(is_capital)
        && is_version(tag, true)
    {
        return Some((tag, after));
    }
    if let Some(length) = headline.find(':').filter(|length| *length <= LONGEST) {
        let tag = &headline[..length];
        // `Advisory: heat wave in Spain` warns readers, `ADVISORY:` tells editors; `Updated: what we know` and `Amended: what the bill says` are headlines.
        let warns = matches!(tag, "Advisory" | "Updated" | "Amended" | "Adds");
        if tag.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
            && is_version(tag, false)
            && !warns
        {
            return Some((tag, &headline[length + 1..]));
        }
    }
    unmarked(headline)
}

/// `KORREKTUR Deutsche Exporte steigen`, `LEAD 2 British exports rise`: capitals mark a word where what follows has none.
fn unmarked(headline: &str) -> Option<(&str, &str)> {
    let (first, rest) = headline.split_once(' ')?;
    let (second, behind) = rest.split_once(' ').unwrap_or((rest, ""));
    let counted = second.bytes().all(|byte| byte.is_ascii_digit()) && second.len() == 1;
    let rest = if counted { behind } else { rest };
    let tag = headline[..headline.len() - rest.len()].trim_end();
    let next = rest.split(' ').next().unwrap_or("");
    let is_plain = next.starts_with(char::is_uppercase) && next.contains(char::is_lowercase);
    let known = || SIGNS.iter().any(|(sign, kind)| *sign == first.to_lowercase() && !restrains(*kind));
    (is_plain && !first.contains(char::is_lowercase) && known() && is_version(tag, true))
        .then_some((tag, rest))
}

/// One tag at the end of a headline, and what stands before it: `… (UPDATE 2)`, `… - UPDATE`, `… (Berichtigung - 2. Absatz: Januar)`.
fn behind(headline: &str) -> Option<(&str, &str)> {
    /// What was corrected is told in no more, in bytes.
    const TOLD: usize = 80;
    if let Some(inner) = headline.trim_end().strip_suffix([')', ']', '）', '】']) {
        let at = inner.rfind(['(', '[', '（', '【'])?;
        let tag = inner[at..].trim_start_matches(['(', '[', '（', '【']).trim();
        let bare = headline[..at].trim_end();
        let fits = tag.len() <= TOLD && (is_version(tag, false) || tells_correction(tag));
        return (!bare.is_empty() && fits).then_some((bare, tag));
    }
    if !headline.contains('-') && headline.is_ascii() {
        return None;
    }
    let (bare, tag) = [" - ", " – ", " — ", " -- "].iter().find_map(|dash| headline.rsplit_once(dash))?;
    let marked =
        tag.len() <= LONGEST && !tag.contains(char::is_lowercase) && bare.contains(char::is_lowercase);
    (marked && is_version(tag, false)).then_some((bare.trim_end(), tag))
}

/// `Berichtigung - 2. Absatz: Januar`, `Korrektur: Name`: a label of a correction, and what was corrected.
fn tells_correction(tag: &str) -> bool {
    let Some(at) = tag.find(|c: char| !c.is_alphanumeric()) else { return false };
    let (label, rest) = (tag[..at].to_lowercase(), tag[at..].trim_start());
    let corrects = |(sign, kind): &(&str, SignalType)| *kind == SignalType::Correction && *sign == label;
    rest.starts_with([':', '-', '–', '—']) && SIGNS.iter().any(corrects)
}

/// `(Zusammenfassung 1430 - neu: Reaktionen)`, `(Ampliación)`: a bracket of which the first word is a version's.
pub(super) fn begins_with_version(bracket: &str) -> bool {
    let first = words(bracket).next().map(str::to_lowercase).unwrap_or_default();
    SIGNS.iter().any(|(sign, kind)| *sign == first && !restrains(*kind))
}

/// `Berichtigung: Zahl der Beschäftigten im 2. Absatz`: a label of a correction, and behind it where in the story that is.
pub(super) fn tells_place_of_correction(line: &str) -> bool {
    /// Of a story, in the languages of those who write so.
    #[rustfmt::skip]
    const PLACES: &[&str] = &[
        "absatz", "abs", "satz", "überschrift", "vorspann", "paragraph", "para", "graf", "headline", "lead", "paragraphe", "titre",
        "párrafo", "titular", "paragrafo", "titolo", "título", "alinea", "stycke", "stycket", "rubriken", "avsnitt", "afsnit",
    ];
    line.contains(':')
        && tells_correction(line)
        && words(line).skip(1).any(|word| PLACES.contains(&word.to_lowercase().as_str()))
}

/// Whether words are a version's and nothing else. What takes a story back is one only where it is `bold`: in capitals, before a
/// headline.
fn is_version(tag: &str, bold: bool) -> bool {
    // Old labels of agencies; others that take a story back are heard where all of a line is of that.
    const KILLS: &[&str] = &["kill", "takedown", "annulation", "anulación", "annullamento"];
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 2;
    let counts = words(tag).any(|word| number(word) || ordinal(&word.to_lowercase()).is_some());
    let mut marks = false;
    let mut others = false;
    for word in words(tag) {
        let lower = word.to_lowercase();
        let lower = lower.as_str();
        if korean(lower).is_some() {
            marks = true;
        } else if COUNTED.contains(&lower) {
            marks |= counts;
        } else if URGENCY.iter().any(|(sign, _)| *sign == lower) {
            marks = true;
        } else if let Some((_, kind)) = SIGNS.iter().find(|(sign, _)| *sign == lower) {
            let held = restrains(*kind) && !KILLS.contains(&lower) && !bold;
            marks |= !held;
            others |= held;
        } else {
            others |= !(number(word) || ordinal(lower).is_some() || FILLERS.contains(&lower));
        }
    }
    marks && !others
}

/// `UPDATE 2`, `WRAPUP 3`
pub(super) fn number_in(tag: &str) -> Option<u64> {
    words(tag).find_map(|word| word.parse().ok())
}

/// Whether what stands between a bracket that was opened and its end is version words, and more follows: `AMPLIACIÓN) Suben las …`.
pub(super) fn heads(inner: &str) -> bool {
    inner.split_once(')').is_some_and(|(tag, rest)| {
        tag.len() <= LONGEST && rest.trim_start().starts_with(char::is_alphanumeric) && is_version(tag, false)
    })
}

/// A slug's version words: `BC-US--Trade Gap, 1st Ld-Writethru`, `Außenhandel/Konjunktur/ KORR`, `KORREKTUR/Außenhandel/`.
pub(super) fn of_slug(slug: &str) -> Said {
    let mut said = slug.split_once(',').map_or_else(Said::default, |(_, tail)| Said::of_words(tail.trim()));
    let mut parts = slug.split('/').map(str::trim).filter(|part| !part.is_empty());
    let ends = [parts.next(), parts.next_back()];
    for part in ends.into_iter().flatten().filter(|part| part.len() < slug.trim().len()) {
        let mut words = of_tag(part);
        words.signals.retain(|signal| !restrains(signal.kind));
        if is_slug_label(part) {
            said.add(words);
        }
    }
    said
}

/// `KORR`, `UPDATE 2`: a part of a slug that says nothing of what the story is about.
fn is_slug_label(part: &str) -> bool {
    !part.contains(char::is_lowercase)
        && is_version(part, false)
        && !words(part).all(|word| URGENCY.iter().any(|(sign, _)| *sign == word.to_lowercase()))
}

/// A slug with a label behind it and a blank between: `Außenhandel/Konjunktur/ KORR`.
pub(super) fn is_labelled_slug(line: &str) -> bool {
    line.rsplit_once("/ ").is_some_and(|(slug, label)| {
        !slug.is_empty() && !slug.contains(' ') && slug.len() <= 60 && is_slug_label(label.trim())
    })
}

/// The label with which a slug ends or begins that takes the story back or holds it: `BRITAIN-TRADE/ (WITHDRAWN)`,
/// `Britain-Trade/Advisory/Kill`, `BC-Britain-Trade-KILL`, `KILL/BRITAIN-TRADE`; `POLICE-KILL` is about the police and
/// `KILL-BILL-FILM` about a film.
pub(super) fn of_slug_held(slug: &str) -> Option<&str> {
    #[rustfmt::skip]
    const LABELS: &[&str] = &[
        "kill", "mandatory kill", "withdrawn", "withdrawal", "retracted", "retraction", "do not use", "embargoed", "annulation", "annulé",
        "storno", "anulación", "anulada", "annullamento", "annullata", "anulação", "ingetrokken", "sperrfrist", "gesperrt", "on hold",
    ];
    let held = |label: &str| LABELS.contains(&label.to_lowercase().as_str());
    // `HOLD-Bill-Film` may be about what is held: only at the end of a slug it is a label.
    let ends = |label: &str| held(label) || label == "HOLD";
    let slug = slug.trim();
    let whole = slug.strip_suffix([')', ']']).unwrap_or(slug);
    let at = whole.rfind(['/', '(', '[', '-', '_', ':'])?;
    let (name, label) = (whole[..at].trim(), whole[at + 1..].trim());
    // `BRITAIN-TRADE EMBARGOED`: a slug that hyphens join, and a word behind it.
    if let Some((name, label)) = slug.rsplit_once(' ')
        && held(label)
        && !name.contains(' ')
        && super::is_slug(name)
    {
        return Some(label);
    }
    let apart = whole[at..].starts_with(['/', '(', '[']) || name.ends_with('/');
    let stands_out = !label.contains(char::is_lowercase) && name.contains(char::is_lowercase);
    if ends(label) && !name.is_empty() && (apart || stands_out) {
        return Some(label);
    }
    let at = slug.find(['/', '-', '_', ':'])?;
    let (label, name) = (slug[..at].trim(), slug[at + 1..].trim_matches(['/', ' ']));
    let stands_out = !label.contains(char::is_lowercase) && name.contains(char::is_lowercase);
    let apart = slug[at..].starts_with(['/', ':']);
    let named = name.contains(char::is_alphabetic) && !held::is_small(&name.to_lowercase());
    (held(label) && named && (apart || stands_out)).then_some(label)
}
