//! The last lines of a story: who signs, and what is not for publication.

use crate::agencies::Agency;

/// Signatures that are a form of their own, each with its agency.
enum Form {
    /// The line ends so.
    Ends(&'static str),
    /// The line begins so.
    Begins(&'static str),
    /// The line holds it.
    Holds(&'static str),
}

const MARKS: &[(Form, &str)] = &[
    (Form::Ends("Enditem"), "xinhua"),
    (Form::Holds("@yna.co.kr"), "yonhap"),
    (Form::Begins("==Kyodo"), "kyodo"),
    (Form::Begins("AP-WF-"), "ap"),
    (Form::Begins("AP-NY-"), "ap"),
    (Form::Begins("Associated Press writer"), "ap"),
    (Form::Begins("AP Writer"), "ap"),
    (Form::Begins("(Reporting by"), "reuters"),
    (Form::Holds("(Reporting by"), "reuters"),
    (Form::Ends("./."), "vna"),
    (Form::Begins("dpa "), "dpa"),
    (Form::Holds("(end) "), "kuna"),
    (Form::Begins("The Canadian Press"), "cp"),
];

/// How many of the last lines are looked at, and how much of each, in bytes.
const LINES: usize = 6;
const REACH: usize = 400;

/// The last lines of a text that are not blank, the last one first.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.rsplit(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).take(LINES).map(|line| {
        let mut from = line.len().saturating_sub(REACH);
        while !line.is_char_boundary(from) {
            from += 1;
        }
        &line[from..]
    })
}

/// The agency whose mark stands at the end.
pub(super) fn agency(text: &str) -> Option<&'static Agency> {
    lines(text).find_map(signature)
}

fn signature(line: &str) -> Option<&'static Agency> {
    let line = line.trim_end_matches('\u{3}').trim_end();
    let mark = MARKS.iter().find(|(form, _)| match form {
        Form::Ends(mark) => line.ends_with(mark),
        Form::Begins(mark) => line.starts_with(mark),
        Form::Holds(mark) => line.contains(mark),
    });
    if let Some((_, code)) = mark {
        return Agency::with_code(code);
    }
    // `Reuter`, `REUTER` closed each story of the eighties.
    if line.eq_ignore_ascii_case("reuter") {
        return Agency::with_code("reuters");
    }
    // `— Bernama`, `--IANS`, `Source: VNA`
    let after = ["Source:", "SOURCE:", "--", "—", "–", "-"]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .map(str::trim);
    if let Some(agency) = after.filter(|words| words.split(' ').count() <= 4).and_then(Agency::signing) {
        return Some(agency);
    }
    // `(ANSA).`, `(AGI)`, `(KNN Bureau)`, `( With inputs from ANI )`
    let inner = line
        .trim_end_matches('.')
        .strip_suffix(')')
        .and_then(|line| line.rsplit_once('('))
        .map(|(_, inner)| inner.trim());
    if let Some(inner) = inner.filter(|inner| inner.len() <= 40) {
        let inner = inner
            .strip_prefix("With inputs from ")
            .or_else(|| inner.strip_prefix("With agency inputs from "))
            .unwrap_or(inner);
        let named = |agency: &&Agency| inner.split([' ', '/', ',']).count() <= 2 || agency.code == "ani";
        if let Some(agency) = Agency::signing(inner).filter(named) {
            return Some(agency);
        }
    }
    // `PTI RKV MR`: a desk's sign and the initials of its editors.
    let mut words = line.rsplit(' ').skip_while(|word| {
        word.len() <= 4 && word.len() >= 2 && *word != "PTI" && word.bytes().all(|b| b.is_ascii_uppercase())
    });
    (words.next() == Some("PTI") && !line.ends_with("PTI")).then(|| Agency::with_code("pti")).flatten()
}

/// What dpa tells editors below the story.
pub(super) fn not_for_publication(text: &str) -> Option<&str> {
    const MARK: &str = "following information is not for publication";
    // The note closes the story: it is short, and far from the start.
    let mut from = text.len().saturating_sub(3000);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let at = from + memchr::memmem::find(&text.as_bytes()[from..], MARK.as_bytes())?;
    let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
    Some(text[line..].trim())
}
