//! `dateline tag --why`, the part on regions and industries: what each name may be and what spoke for it, and why a sector is main,
//! minor or nothing.

use article::Article;
use tagger::{Tagger, WhyCandidate};

use crate::show::{Out, Table, width};

/// Candidates of a name that are shown.
const MOST: usize = 3;

/// Prints both tables for an article.
pub(super) fn why_regions(tagger: &Tagger, article: &Article, out: &mut Out) {
    let mut table = Table::new(&["AT", "WORDS", "BECAME", "CODE", "POINTS", "WHAT GAVE THEM"]);
    for why in tagger.why_regions(article) {
        let at = why.span.start.to_string();
        if why.candidates.is_empty() {
            table.row(vec![at, one_line(&why.span.exact), one_line(&why.outcome)]);
            continue;
        }
        for (number, candidate) in why.candidates.iter().take(MOST).enumerate() {
            let first = number == 0;
            table.row(vec![
                if first { at.clone() } else { String::new() },
                if first { one_line(&why.span.exact) } else { String::new() },
                if first { one_line(&why.outcome) } else { "not".to_owned() },
                candidate.place.code.clone(),
                if why.candidates.len() > 1 { candidate.points.to_string() } else { String::new() },
                if why.candidates.len() > 1 { points(candidate) } else { "the only one".to_owned() },
            ]);
        }
    }
    if !table.is_empty() {
        table.print_within(width(), out);
        for line in HOW_POINTS_ARE_GIVEN {
            out.labelled("", line);
        }
        out.line("");
    }
    let mut table = Table::new(&["ISIC", "SECTOR", "IS", "BECAUSE", "SHARE", "CUES"]);
    for why in tagger.why_industries(article) {
        let cues = why.cues.iter().map(|cue| {
            let firm =
                cue.firm_of.as_ref().map_or_else(String::new, |country| format!(", a firm of {country}"));
            let fact = if cue.fact { ", a fact" } else { "" };
            let named = if cue.named { ", in a name" } else { "" };
            format!("{} ({}{firm}{fact}{named})", one_line(&cue.span.exact), cue.paragraph)
        });
        table.row(vec![
            why.isic.clone(),
            why.name.clone(),
            why.salience
                .map_or_else(|| "nothing".to_owned(), |salience| format!("{salience:?}").to_lowercase()),
            why.rule.to_owned(),
            format!("{:.0} %", why.share * 100.0),
            cues.collect::<Vec<_>>().join("; "),
        ]);
    }
    if !table.is_empty() {
        table.print_within(width(), out);
        for line in WHAT_CUES_SAY {
            out.labelled("", line);
        }
        out.line("");
    }
}

const HOW_POINTS_ARE_GIVEN: &[&str] = &[
    "by itself: country before division before city, and the larger city. kind: the text says what kind of place it is.",
    "near: sure places nearby in the text lie in or around it, or far from it. comma: what a comma joins lies in it or around it.",
    "beside: its neighbours own it, are owned by it or stand in line with it.",
];

const WHAT_CUES_SAY: &[&str] = &[
    "SHARE: the part of the story that speaks of the sector. a fact: the word's sentence has a number or speaks of the sector.",
];

fn points(candidate: &WhyCandidate) -> String {
    let parts = [
        ("by itself", candidate.itself),
        ("kind", candidate.kind),
        ("near", candidate.near),
        ("comma", candidate.comma),
        ("beside", candidate.beside),
        ("read so before", candidate.before),
        ("dateline", candidate.filed),
    ];
    let given = parts.iter().filter(|(_, points)| *points != 0);
    given.map(|(name, points)| format!("{name} {points}")).collect::<Vec<_>>().join(", ")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
