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
use unicode_width::UnicodeWidthChar as _;

/// The text line by line, each followed by one line a tag: carets under its words, then what it is.
///
/// Tags stand in the order of the text; of two at one place regions come first, then industries, then figures.
pub fn draw(text: &str, tags: &Tags) -> String {
    draw_within(text, tags, usize::MAX)
}

/// The same in rows of at most `width` columns, broken between words where there are any: for a terminal, which would else break
/// the words and their carets apart. What a tag is stands before its carets where there is no room behind them, and under them
/// where there is none on either side.
pub fn draw_within(text: &str, tags: &Tags, width: usize) -> String {
    let width = width.max(2); // what a letter of Chinese takes
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
    for (row, is_last) in rows(text, width) {
        let length = row.chars().count();
        // A tab or an escape would move what stands behind it.
        let shown: String = row.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        drawn.push_str(shown.trim_end());
        drawn.push('\n');
        while let Some((from, to, caption)) =
            marks.next_if(|mark| mark.0 < start + length + usize::from(is_last))
        {
            let (from, to) = (from.saturating_sub(start), to.min(start + length).saturating_sub(start));
            let before = columns(shown.chars().take(from));
            let carets = columns(shown.chars().take(to).skip(from)).max(1);
            mark(&mut drawn, before.min(width - 1), carets, &caption, width);
        }
        start += length + usize::from(is_last);
    }
    drawn
}

/// How many columns of a terminal characters take.
fn columns(chars: impl Iterator<Item = char>) -> usize {
    chars.map(columns_of).sum()
}

/// Of a character as it is drawn.
fn columns_of(c: char) -> usize {
    c.width().unwrap_or(1)
}

/// Carets behind `indent` columns, and what they mark.
fn mark(drawn: &mut String, indent: usize, carets: usize, caption: &str, width: usize) {
    let carets = "^".repeat(carets.min(width - indent));
    let long = columns(caption.chars()) + 1;
    let blanks = |count: usize| " ".repeat(count);
    let _ = if long <= width - indent - carets.len() {
        writeln!(drawn, "{}{carets} {caption}", blanks(indent))
    } else if long <= indent {
        writeln!(drawn, "{}{caption} {carets}", blanks(indent - long))
    } else {
        let rows = rows(caption, width).map(|(row, _)| row.trim_end());
        let rows = rows.map(|row| format!("{}{row}\n", blanks(width - columns(row.chars()))));
        write!(drawn, "{}{carets}\n{}", blanks(indent), rows.collect::<String>())
    };
}

/// The lines of a text in rows of at most `width` columns; whether a row is the last of its line.
fn rows(text: &str, width: usize) -> impl Iterator<Item = (&str, bool)> {
    text.split('\n').flat_map(move |line| {
        let mut rest = Some(line);
        std::iter::from_fn(move || {
            let line = rest?;
            let mut room = width;
            let over = line.char_indices().find(|(_, c)| {
                let fits = columns_of(*c) <= room;
                room = room.saturating_sub(columns_of(*c));
                !fits
            });
            let Some((end, _)) = over else {
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

/// `change exports CN-JL>WORLD 25.3 percent up 2023-H1`: what a figure says, in one line, as [`draw`] writes it behind its carets.
pub fn caption(figure: &TradeFigure) -> String {
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
pub(crate) fn word(variant: &impl std::fmt::Debug) -> String {
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

    const TEXT: &str =
        "Exports of Japan rose 3.1 percent in July 2023, and those of Sao Tome fell.\nKenya's did not.";

    fn drawn(text: &str, width: usize) -> String {
        draw_within(text, &crate::Tagger::new().tag(&article::Article::of_text(text)).tags, width)
    }

    #[test]
    fn what_a_tag_is_stands_behind_its_carets_or_before_them_or_under_them() {
        expect_test::expect![[r"
            Exports of Japan rose 3.1 percent
                       ^^^^^ region JP
                                  ^^^^^^^^^^^
             change exports JP>WORLD 3.1 percent
                                      up 2023-07
            in July 2023, and those of Sao Tome
                             region ST ^^^^^^^^
            fell.
            Kenya's did not.
            ^^^^^ region KE
        "]]
        .assert_eq(&drawn(TEXT, 36));
    }

    #[test]
    fn no_line_is_wider_than_asked_and_carets_stand_under_their_words() {
        for width in [2, 7, 20, 33, 200] {
            let drawn = drawn(TEXT, width);
            let mut words = Vec::new();
            let mut row = "";
            for line in drawn.lines() {
                assert!(line.chars().count() <= width, "{line}");
                match line.find('^') {
                    Some(at) => words.push(row.get(at..).unwrap_or_default()),
                    None => row = line,
                }
            }
            assert!(words.iter().any(|word| "Kenya".starts_with(&word[..1])), "{drawn}");
        }
    }

    #[test]
    fn letters_that_take_two_columns_and_tabs_do_not_move_the_carets() {
        expect_test::expect![[r"
            日本 (Japan) exports
                  ^^^^^ region JP
            a b Kenya
                ^^^^^ region KE
        "]]
        .assert_eq(&drawn("日本 (Japan) exports\na\tb Kenya", usize::MAX));
    }

    #[test]
    fn a_line_of_any_length_is_drawn() {
        let text = format!("{}Exports of Kenya rose 3 percent.", "word ".repeat(20_000));
        assert!(drawn(&text, usize::MAX).contains("^^^^^ region KE"));
    }
}
