//! A balance as one of its two sides counts it: `U.S. data put the gap at V` in a story on Vietnam's surplus with the United States.
//!
//! Such a gap is the counting side's own, a deficit where the other has a surplus. Not: `U.S. data put its surplus at V`, and a deficit
//! or surplus of the same sign as the one that was spoken of, which remain whose they were.

use article::{Indicator, Level, Usage};

use super::super::draft::Name;
use super::super::lexicon::Measured;
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

const DATA: &Words =
    words!["data", "figures", "statistics", "numbers", "customs", "accounts", "count", "books"];
/// Pieces between the data and the balance that they tell of: `data released on Friday put the gap`.
const REACH: usize = 9;

impl Clauses<'_, '_> {
    /// Who counts, and who is on the other side of the balance that was spoken of.
    pub(super) fn counted_by(&self, noun: usize, measured: Measured) -> Option<(Name, Name)> {
        if measured.indicator != Indicator::Balance || !self.may_say(DATA) {
            return None;
        }
        let data = self.last_word(noun.saturating_sub(REACH)..noun, DATA)?;
        let side = (data.saturating_sub(3)..data).rev().find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, false)),
            _ => None,
        })?;
        if (data..noun).any(|at| matches!(self.what(at), Some(What::Region(_)))) {
            return None;
        }
        // `U.S. figures put its surplus at V`
        let its = (data..noun).any(|at| self.is_word(at, words!["its", "their"]));
        let last =
            self.drafts.last().filter(|draft| draft.sentence + 4 > self.sentence).map(|draft| &draft.topic);
        let spoken = [self.topic.as_ref(), self.carry.topic.as_ref(), last, self.carry.previous.as_ref()];
        let said_before = spoken.into_iter().flatten().find_map(|topic| {
            let same = topic.indicator == Indicator::Balance && topic.sign == measured.sign;
            let sells = topic.indicator == Indicator::Exports && measured.sign > 0;
            seen_from(&side, topic.reporter.clone()?, topic.partner.clone()?, its || same || sells)
        });
        said_before.or_else(|| {
            let (one, other, sign) = self.two_before()?;
            seen_from(&side, one, other, its || sign == measured.sign)
        })
    }

    /// `Vietnam's trade surplus with the United States swelled`, which has no number: the two sides, and what the first one has.
    fn two_before(&self) -> Option<(Name, Name, i8)> {
        let before = self.story.sentences.get(self.sentence.checked_sub(1)?)?;
        let mut sides = self
            .places
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| before.range.contains(&mention.bytes.start))
            .filter(|(_, mention)| mention.region.level == Level::Country && mention.usage != Usage::Dateline)
            .map(|(place, _)| self.code(place, false));
        let one = sides.next()?;
        let other = sides.find(|code| *code != one)?;
        let tokens = self.story.tokens.get(before.tokens.clone())?;
        let sign = tokens.iter().find_map(|token| match token.text {
            "surplus" => Some(1),
            "deficit" | "gap" | "shortfall" | "imbalance" => Some(-1),
            _ => None,
        })?;
        sides.all(|code| code == one || code == other).then_some((one, other, sign))
    }
}

/// Whose a balance is that one side counts, and with whom: the other's where it is the one that was spoken of.
fn seen_from(side: &Name, reporter: Name, partner: Name, same: bool) -> Option<(Name, Name)> {
    if *side == reporter {
        Some((reporter, partner))
    } else if *side != partner {
        None
    } else if same {
        Some((reporter, partner))
    } else {
        Some((partner, reporter))
    }
}
