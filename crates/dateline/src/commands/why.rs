//! `dateline tag --why`: how each tag was found, for an editor who wonders and for whoever mends a rule.

use article::Article;
use tagger::{Tagger, Why};

use super::why_regions::why_regions;
use crate::show::Out;

/// Prints two tables for regions and industries, then one block for each number of the story.
pub(super) fn why(tagger: &Tagger, article: &Article, out: &mut Out) {
    why_regions(tagger, article, out);
    for why in tagger.why_figures(article) {
        number(&why, out);
    }
}

fn number(why: &Why, out: &mut Out) {
    let words = one_line(&why.quantity.exact);
    match (&why.figure, &why.not) {
        (Some((id, rule, reads)), _) => out.line(format!("{words}  →  {id} by {rule}: {reads}")),
        (None, Some(not)) => out.line(format!("{words}  →  no figure: {not}")),
        (None, None) => out.line(words),
    }
    out.line(format!("    read as    {}", why.read_as));
    out.line(format!("    in         {}", one_line(&why.clause.exact)));
    if let Some(of) = &why.spoken_of {
        out.line(format!("    of         {}", one_line(&of.exact)));
    }
    if let Some(said) = &why.said {
        out.line(format!("    said       {}", one_line(&said.exact)));
    }
    if !why.weighed.is_empty() {
        out.line(format!("    weighed    {}", weighed(&why.weighed)));
    }
    for carried in &why.carried {
        let from = match &carried.from {
            Some(from) => format!("from `{}` at {}", one_line(&from.exact), from.start),
            None => "from the story's places or day".to_owned(),
        };
        out.line(format!("    carried    {} {} {from}", carried.field, carried.value));
    }
}

/// The sum, and the signs that weigh most.
fn weighed(signs: &[(&'static str, i32)]) -> String {
    const SHOWN: usize = 6;
    let sum: i32 = signs.iter().map(|(_, points)| points).sum();
    let mut strongest = signs.to_vec();
    strongest.sort_by_key(|(_, points)| std::cmp::Reverse(points.abs()));
    let strongest: Vec<String> =
        strongest.iter().take(SHOWN).map(|(sign, points)| format!("{sign} {points:+}")).collect();
    format!("{sum:+}: {}", strongest.join(", "))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
