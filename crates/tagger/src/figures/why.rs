//! Why a quantity became a figure, or none: for `dateline tag --why` and for whoever mends a rule.

use std::ops::Range;

use article::Span;

use super::clause::Signs;
use super::draft::Draft;
use super::period;
use crate::text::Story;

/// How one quantity of a story was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The quantity's words.
    pub quantity: Span,
    /// Value and unit as read: `28140000000 CNY`.
    pub read_as: String,
    /// The clause that it stands in.
    pub clause: Span,
    /// The words that say what it measures, where the clause names that.
    pub spoken_of: Option<Span>,
    /// The word that says what is said of it: `rose`, `reached`.
    pub said: Option<Span>,
    /// The figure's id in the record, and its rule with what that reads.
    pub figure: Option<(String, &'static str, &'static str)>,
    /// Where there is no figure: why not.
    pub not: Option<String>,
    /// What was carried: the field, its value, and where it was stated.
    pub carried: Vec<Carried>,
    /// What spoke for and against a number that no rule took: each sign with its points, in hundredths; above nought it is taken.
    pub weighed: Vec<(&'static str, i32)>,
}

/// A field that was not stated with the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    pub field: String,
    pub value: String,
    /// The figure that states it; `None` where the story's places or its day give it.
    pub from: Option<Span>,
}

/// What is noted of a quantity while its clause is read.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) bytes: Range<usize>,
    pub(crate) read_as: String,
    pub(crate) clause: Range<usize>,
    pub(crate) spoken_of: Option<Range<usize>>,
    pub(crate) said: Option<Range<usize>>,
    pub(crate) draft: Option<usize>,
    /// The words that ended what was spoken of.
    pub(crate) blocked_by: Option<Range<usize>>,
    pub(crate) signs: Option<Signs>,
}

/// Rules that read a number beside another one, or behind a noun: the verb of the clause is said of something else.
const NO_VERB: &[&str] = &["level/twin", "level/forecast", "gap/benchmark"];

/// The notes as an editor reads them. `ids` are the figures' ids by draft.
pub(crate) fn explain(story: &Story<'_>, notes: Vec<Note>, drafts: &[Draft], ids: &[String]) -> Vec<Why> {
    notes
        .into_iter()
        .map(|note| {
            let draft = note.draft.and_then(|at| Some((at, drafts.get(at)?)));
            let figure = draft.map(|(at, draft)| {
                let reads =
                    super::RULES.iter().find(|(id, _)| *id == draft.rule).map_or("", |(_, reads)| reads);
                (ids.get(at).cloned().unwrap_or_default(), draft.rule, reads)
            });
            let not = figure.is_none().then(|| match (&note.blocked_by, &note.spoken_of) {
                (Some(by), _) => {
                    let by = story.words(by.clone());
                    format!("it is of `{by}`, which is no flow of trade, duty or place whose trade is told")
                }
                (None, Some(of)) => {
                    format!(
                        "`{}` and this number are joined by nothing that a rule reads",
                        story.words(of.clone())
                    )
                }
                (None, None) => "its clause names no flow of trade, duty, contract or investment".to_owned(),
            });
            // what is said of one number is not what another's rule went by
            let by_the_verb = figure.as_ref().is_none_or(|(_, rule, _)| !NO_VERB.contains(rule));
            Why {
                quantity: story.span(note.bytes),
                read_as: note.read_as,
                clause: story.span(note.clause),
                spoken_of: note.spoken_of.map(|bytes| story.span(bytes)),
                said: note.said.filter(|_| by_the_verb).map(|bytes| story.span(bytes)),
                carried: draft.map(|(at, _)| carried(story, drafts, at)).unwrap_or_default(),
                weighed: note.signs.map(Signs::named).unwrap_or_default(),
                figure,
                not,
            }
        })
        .collect()
}

/// Each carried field, with the last figure before that states the same.
fn carried(story: &Story<'_>, drafts: &[Draft], at: usize) -> Vec<Carried> {
    let draft = &drafts[at];
    let origin = |states: &dyn Fn(&Draft) -> bool| {
        let stated = drafts[..at].iter().rev().take(200).find(|other| states(other))?;
        Some(story.span(stated.bytes.clone()))
    };
    super::inferred(story, draft)
        .into_iter()
        .map(|field| {
            let (value, from) = match &*field {
                "period" => (
                    draft.period.map(period::label),
                    origin(&|other| other.period_stated && other.period == draft.period),
                ),
                "reporter" => (
                    draft.topic.reporter.as_deref().map(str::to_owned),
                    origin(&|other| {
                        other.topic.reporter_stated && other.topic.reporter == draft.topic.reporter
                    }),
                ),
                "partner" => (
                    draft.topic.partner.as_deref().map(str::to_owned),
                    origin(&|other| other.topic.partner_stated && other.topic.partner == draft.topic.partner),
                ),
                "commodity" => (
                    draft.topic.commodity.as_deref().map(str::to_owned),
                    origin(&|other| {
                        let goods = other.topic.commodity.as_deref();
                        goods == draft.topic.commodity.as_deref()
                            && goods.is_some_and(|goods| super::names(story, other.sentence, goods))
                    }),
                ),
                "comparison" => (
                    draft.comparison.as_ref().map(crate::draw::word),
                    origin(&|other| other.comparison_stated && other.comparison == draft.comparison),
                ),
                "base_period" => (draft.base_period.map(period::label), None),
                _ => (
                    Some(draft.unit.to_owned()),
                    origin(&|other| other.unit_stated && other.unit == draft.unit),
                ),
            };
            Carried { field: field.into_owned(), value: value.unwrap_or_default(), from }
        })
        .collect()
}
