//! The tags of a story drawn under its words: for a terminal and for tests.
//!
//! ```text
//! Japan's trade deficit narrowed by 30.6 percent to 462 billion yen.
//! ^^^^^^^ region JP
//!                                   ^^^^^^^^^^^^ change balance JP 30.6 percent down
//!                                                   ^^^^^^^^^^^^^^^ level balance JP -462000000000 JPY
//! ```

use std::fmt::Write as _;

use article::{Tags, TradeFigure};

/// The text line by line, each followed by one line a tag: carets under its words, then what it is.
///
/// Tags stand in the order of the text; of two at one place regions come first, then industries, then figures.
pub fn draw(text: &str, tags: &Tags) -> String {
    draw_within(text, tags, usize::MAX)
}

/// The same in rows of at most `width` characters, broken between words where there are any: for a terminal.
pub fn draw_within(text: &str, tags: &Tags, width: usize) -> String {
    let mut marks: Vec<(usize, usize, String)> = Vec::new();
    for region in &tags.regions {
        for mention in &region.mentions {
            marks.push((mention.start, mention.end, format!("region {}", region.code)));
        }
    }
    for industry in &tags.industries {
        for span in &industry.evidence {
            marks.push((span.start, span.end, format!("industry {}", industry.isic)));
        }
    }
    for figure in &tags.trade_figures {
        marks.push((figure.span.start, figure.span.end, caption(figure)));
    }
    marks.sort_by_key(|mark| mark.0);
    let mut drawn = String::with_capacity(text.len() * 2);
    let mut marks = marks.into_iter().peekable();
    let mut start = 0;
    for (row, is_last) in rows(text, width.max(1)) {
        let length = row.chars().count();
        drawn.push_str(row.trim_end());
        drawn.push('\n');
        while let Some((from, to, caption)) =
            marks.next_if(|mark| mark.0 < start + length + usize::from(is_last))
        {
            let indent = from.saturating_sub(start);
            let carets = to.min(start + length).saturating_sub(from).max(1);
            let _ = writeln!(drawn, "{:indent$}{:^<carets$} {caption}", "", "");
        }
        start += length + usize::from(is_last);
    }
    drawn
}

/// The lines of a text in rows of at most `width` characters; whether a row is the last of its line.
fn rows(text: &str, width: usize) -> impl Iterator<Item = (&str, bool)> {
    text.split('\n').flat_map(move |line| {
        let mut rest = Some(line);
        std::iter::from_fn(move || {
            let line = rest?;
            let Some((end, _)) = line.char_indices().nth(width) else {
                rest = None;
                return Some((line, true));
            };
            // A blank at the very end of a row is not shown.
            let end = line[..end].rfind(' ').map_or(end, |blank| blank + 1);
            rest = Some(&line[end..]);
            Some((&line[..end], false))
        })
    })
}

/// `change exports CN-JL>WORLD 25.3 percent up 2023-H1`: what a figure says, in one line.
fn caption(figure: &TradeFigure) -> String {
    let mut caption = format!("{} {}", word(&figure.kind), word(&figure.indicator));
    let _ = match (&figure.reporter, &figure.partner) {
        (None, None) => Ok(()),
        (Some(reporter), None) => write!(caption, " {reporter}"),
        (reporter, Some(partner)) => write!(caption, " {}>{partner}", reporter.as_deref().unwrap_or("?")),
    };
    let bound = match figure.bound {
        None => "",
        Some(article::Bound::Above) => ">",
        Some(article::Bound::Below) => "<",
        Some(article::Bound::About) => "~",
    };
    let _ = write!(caption, " {bound}{}", figure.value);
    if let Some(high) = &figure.high {
        let _ = write!(caption, "..{high}");
    }
    let _ = write!(caption, " {}", figure.unit);
    if let Some(per) = &figure.per {
        let _ = write!(caption, " a {}", word(per));
    }
    if let Some(direction) = &figure.direction {
        let _ = write!(caption, " {}", word(direction));
    }
    if let Some(comparison) = &figure.comparison {
        let _ = write!(caption, " {}", word(comparison));
    }
    if let Some(label) = &figure.period_label {
        let _ = write!(caption, " {label}");
    }
    if let Some(commodity) = &figure.commodity {
        let _ = write!(caption, " [{commodity}]");
    }
    if figure.status != article::Status::Reported {
        let _ = write!(caption, " {}", word(&figure.status));
    }
    if let Some(twin) = &figure.twin_of {
        let _ = write!(caption, " twin of {twin}");
    }
    if let Some(of) = &figure.of {
        let _ = write!(caption, " of {of}");
    }
    caption
}

/// `YearOnYear` as `year_on_year`.
fn word(variant: &impl std::fmt::Debug) -> String {
    let mut out = String::new();
    for letter in format!("{variant:?}").chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_no_wider_than_asked_and_carets_stand_under_their_words() {
        let text =
            "Exports of Japan rose 3.1 percent in July 2023, and those of Sao Tome fell.\nKenya's did not.";
        let tags = crate::Tagger::new().tag(&article::Article::of_text(text)).tags;
        for width in [1, 7, 20, 33, 200] {
            let drawn = draw_within(text, &tags, width);
            let mut words = Vec::new();
            let mut row = "";
            for line in drawn.lines() {
                let caret = line.trim_start().starts_with('^').then(|| line.find('^').unwrap_or(0));
                match caret {
                    Some(at) if line.ends_with("region KE") => words.push(row.get(at..).unwrap_or_default()),
                    Some(_) => {}
                    None => {
                        assert!(line.chars().count() <= width, "{line}");
                        row = line;
                    }
                }
            }
            assert!(words.iter().any(|word| "Kenya".starts_with(&word[..1])), "{drawn}");
        }
    }
}
