//! What foreign trade adds to an economy's growth: `foreign trade added 0.5 point`, `net exports knocked P off`.

use article::{Direction, FigureKind, Indicator};

use super::super::words::Words;
use super::Clauses;

/// Words by which a sentence speaks of growth.
const GROWTH: &Words = words!["growth", "gnp", "gdp", "contributed", "contribution", "contributing"];

/// What trade does with it.
const ADDS: &Words = words![
    "added",
    "adds",
    "adding",
    "contributed",
    "contributing",
    "contribution",
    "knocked",
    "knocking",
    "shaved",
    "shaving",
    "subtracted",
    "subtracting",
    "sliced",
    "trimmed",
    "detracted",
    "cut",
];

impl Clauses<'_, '_> {
    /// Points of trade are no change of it where growth is spoken of: they are its part in that.
    pub(super) fn parts_of_growth(&mut self) {
        let of_trade = |indicator: Indicator| matches!(indicator, Indicator::Trade | Indicator::Balance);
        let is_part = self.drafts[self.first_draft..].iter().any(|draft| {
            draft.kind == FigureKind::Change
                && draft.unit == "percentage_point"
                && of_trade(draft.topic.indicator)
        });
        if !is_part
            || !self.may_say(GROWTH)
            || !(0..self.pieces.list.len()).any(|at| self.is_word(at, GROWTH))
        {
            return;
        }
        if !(0..self.pieces.list.len()).any(|at| self.is_word(at, ADDS)) {
            return;
        }
        for draft in &mut self.drafts[self.first_draft..] {
            let part = draft.kind == FigureKind::Change
                && draft.unit == "percentage_point"
                && of_trade(draft.topic.indicator);
            if !part {
                continue;
            }
            draft.kind = FigureKind::Contribution;
            draft.topic.indicator = Indicator::Balance;
            if draft.direction == Some(Direction::Down) {
                draft.value = -draft.value;
            }
            draft.direction = None;
            (draft.comparison, draft.comparison_stated) = (None, true);
            (draft.base_period, draft.base_stated) = (None, true);
        }
    }
}
