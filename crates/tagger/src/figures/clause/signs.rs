//! Surplus or deficit, where the noun does not say it: `the negative balance with China came to V`, `the balance was negative at V`,
//! `swung to minus V from plus V2`, `foreign trade was in the red by V`.

use super::super::draft::Topic;
use super::super::lexicon::{Class, Prep, Strength};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;
use article::Indicator;

/// What a balance is called that is a deficit …
const NEGATIVE: &Words =
    words!["negative", "minus", "hole", "red", "passive", "adverse", "unfavourable", "unfavorable"];
/// … and a surplus.
const POSITIVE: &Words = words!["positive", "plus", "black", "active", "favourable", "favorable"];
/// Pieces between such a word and its number: `a negative balance of trade with the Czech Republic and Slovakia of`.
const REACH: usize = 16;

impl Clauses<'_, '_> {
    /// Below zero for a deficit: by the noun, else by the word that stands next before the number.
    pub(super) fn sign_told(&self, at: usize, topic: &Topic) -> i8 {
        if !self.may_say(NEGATIVE) && !self.may_say(POSITIVE) {
            return topic.sign;
        }
        let from = at.saturating_sub(REACH);
        let ends = |at: &usize| {
            matches!(self.what(*at), Some(What::Quantity(_) | What::Sign(';')))
                // `after a surplus of V`: its own noun says it
                || matches!(self.what(*at), Some(What::Class(Class::Indicator(measured, _))) if measured.sign != 0)
        };
        let word = (from..at)
            .rev()
            .take_while(|at| !ends(at))
            .find(|at| self.is_word(*at, NEGATIVE) || self.is_word(*at, POSITIVE));
        let Some(word) = word else {
            // `negative by V with China and by V2 with Japan`
            let by = self.left_of(at).is_some_and(|by| self.is_prep(by, Prep::By));
            let last = self.drafts[self.first_draft..].last();
            let goes_on = by
                && topic.sign == 0
                && last.is_some_and(|last| {
                    last.topic.indicator == topic.indicator
                        && last.value.is_sign_negative()
                        && last.topic.sign == 0
                });
            return if goes_on { -1 } else { topic.sign };
        };
        let sign = if self.is_word(word, NEGATIVE) { -1 } else { 1 };
        // `a negative balance with China and a positive one with Chile`
        let other = self.is_word(word + 1, words!["one"]);
        if topic.sign == 0 || other { sign } else { topic.sign }
    }

    /// `Foreign trade was in the red by V`, `V in the red`: a balance, and no turnover.
    pub(super) fn in_colours(&self, at: usize, topic: &mut Topic) {
        const COLOURS: &Words = words!["red", "black"];
        let balance =
            matches!(topic.indicator, Indicator::Trade | Indicator::Balance | Indicator::CurrentAccount);
        if !balance || !self.may_say(COLOURS) {
            return;
        }
        let named = |from: usize, to: usize| {
            (from..to).find(|at| {
                self.is_word(*at, COLOURS) && (1..3).any(|back| self.is_prep(at.wrapping_sub(back), Prep::In))
            })
        };
        // `in the red by V`, `in the red to the tune of V`
        let before = (at.saturating_sub(7)..at).rev().find(|at| {
            matches!(
                self.what(*at),
                Some(What::Quantity(_) | What::Class(Class::Indicator(_, Strength::Full)))
            )
        });
        let colour = named(before.map_or(at.saturating_sub(7), |before| before + 1), at)
            .or_else(|| named(at + 2, at + 4));
        if let Some(colour) = colour {
            if topic.indicator == Indicator::Trade {
                topic.indicator = Indicator::Balance;
            }
            topic.sign = if self.is_word(colour, words!["red"]) { -1 } else { 1 };
        }
    }
}
