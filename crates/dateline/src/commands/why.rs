//! `dateline tag --why`: how each tag was found, for an editor who wonders and for whoever mends a rule.

use article::{Article, TradeFigure};
use tagger::{Tagger, Why};

use super::why_regions::why_regions;
use crate::show::Out;

/// Prints two tables for regions and industries, then one block for each number of the story.
pub(super) fn why(tagger: &Tagger, article: &Article, out: &mut Out) {
    why_regions(tagger, article, out);
    let all = tagger.why_figures(article);
    if all.is_empty() {
        return;
    }
    for line in HOW_TO_READ {
        out.labelled("", line);
    }
    let figures = tagger.tag(article).tags.trade_figures;
    for why in all {
        number(&why, &figures, out);
    }
}

const HOW_TO_READ: &[&str] = &[
    "Each number: what it became, by which rule, and how that rule reads (V an amount, P a percentage, PP percentage points).",
    "of: the words that say what is counted. said: the verb that decided. as with: the number that says what this one leaves out.",
    "",
];

fn number(why: &Why, figures: &[TradeFigure], out: &mut Out) {
    let words = one_line(&why.quantity.exact);
    match (&why.figure, &why.not) {
        (Some((id, rule, reads)), _) => {
            out.labelled("", &format!("{words}  →  {id} by {rule}: {reads}"));
            if let Some(figure) = figures.iter().find(|figure| figure.id == *id) {
                out.labelled("    became     ", &tagger::caption(figure));
            }
        }
        (None, Some(not)) => {
            out.labelled("", &format!("{words}  →  no figure: {not}"));
            out.labelled("    read as    ", &why.read_as);
        }
        (None, None) => out.line(words),
    }
    out.labelled("    in         ", &one_line(&why.clause.exact));
    if let Some(of) = &why.spoken_of {
        out.labelled("    of         ", &one_line(&of.exact));
    }
    if let Some(said) = &why.said {
        out.labelled("    said       ", &one_line(&said.exact));
    }
    if !why.weighed.is_empty() {
        out.labelled("    weighed    ", &weighed(&why.weighed));
    }
    for carried in &why.carried {
        let from = match &carried.from {
            Some(from) => format!("as with `{}` (character {})", one_line(&from.exact), from.start),
            None => from_elsewhere(&carried.field).to_owned(),
        };
        out.labelled("    carried    ", &format!("{} {}, {from}", carried.field, carried.value));
    }
}

/// Where a field comes from that no number before states.
fn from_elsewhere(field: &str) -> &'static str {
    match field {
        "reporter" | "partner" => "from the places that the story is about",
        "period" => "from a time that the story names elsewhere, or its day",
        "base_period" => "counted back from the period",
        "comparison" => "from what the story compares with elsewhere",
        "commodity" => "from goods that the story names elsewhere",
        _ => "from the numbers beside it",
    }
}

/// The sum, and the signs that weigh most.
fn weighed(signs: &[(&'static str, i32)]) -> String {
    const SHOWN: usize = 6;
    let sum: i32 = signs.iter().map(|(_, points)| points).sum();
    let mut strongest = signs.to_vec();
    strongest.sort_by_key(|(_, points)| std::cmp::Reverse(points.abs()));
    let strongest: Vec<String> = strongest
        .iter()
        .take(SHOWN)
        .filter(|(_, points)| *points != 0)
        .map(|(sign, points)| format!("{} {points:+}", in_words(sign)))
        .collect();
    let more = if signs.len() > SHOWN { ", …" } else { "" };
    format!("{sum:+} (above 0 is a figure): {}{more}", strongest.join(", "))
}

/// A sign as an editor would say it; `figures-signs.tsv` has them by shorter names.
fn in_words(sign: &str) -> String {
    let behind = |what: &str| match what {
        "indicator" => "exports, imports or the like".to_owned(),
        "trade noun" => "a noun of trade".to_owned(),
        "trade verb" => "a verb of trade".to_owned(),
        "anaphor" => "`it`, `that` or the like".to_owned(),
        "neutral noun" => "a noun such as `total`".to_owned(),
        "change" | "level" | "share" => format!("a word of a {what}"),
        what => what.to_owned(),
    };
    if let Some(what) = sign.strip_suffix(" leads up").or_else(|| sign.strip_suffix(" lead up")) {
        return format!("{} before it", behind(what));
    }
    if let Some(what) = sign.strip_suffix(" follows") {
        return format!("{} after it", behind(what));
    }
    if let Some(word) = sign.strip_prefix("after ") {
        return format!("behind `{word}`");
    }
    match sign {
        "always" => "to begin with",
        "headline of trade" => "a headline of trade",
        "one of the sentence read" => "a figure in the sentence",
        "several of the sentence read" => "figures in the sentence",
        "the number before read" => "the number before is a figure",
        "the number before unread" => "the number before is none",
        "the next number read" => "the next number is a figure",
        "the next number unread" => "the next number is none",
        "most numbers so far read" => "most numbers before are figures",
        "some numbers so far read" => "some numbers before are figures",
        "few numbers so far read" => "few numbers before are figures",
        "no figure yet" => "no figure before it",
        "read before in this unit" => "a figure before in this unit",
        "sentence makes or prices" => "the sentence tells of output or prices",
        other => {
            return other
                .replace("sentence has", "the sentence has")
                .replace("sentence names", "the sentence names")
                .replace("sentence measures", "the sentence measures");
        }
    }
    .to_owned()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
