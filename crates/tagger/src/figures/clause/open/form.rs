//! What the words around a number make of it: an amount, a change or a share, and which way it went.

use super::super::super::lexicon::{Class, Prep};
use super::super::super::pieces::What;
use super::super::super::quantity::{Measure, Quantity};
use super::super::Clauses;
use super::Stretch;
use super::elsewhere::Says;
use article::{Direction, FigureKind};
use rust_decimal::Decimal;

impl Clauses<'_, '_> {
    /// Whether a quantity is an amount, a change or a share, and which way it went.
    pub(super) fn form(
        &self,
        stretch: &Stretch,
        at: usize,
        quantity: &Quantity,
    ) -> Option<(FigureKind, Option<Direction>)> {
        let next = self.skip(at + 1, |what| matches!(what, What::Class(Class::Plain | Class::Comparison(_))));
        if let Some(What::Class(Class::More(direction))) = self.what(next)
            && quantity.measure != Measure::Multiple
        {
            return Some((FigureKind::Change, Some(*direction)));
        }
        if let Some(What::Class(Class::Change(direction))) = self.what(next)
            && next <= at + 3
            && quantity.measure == Measure::Percent
        {
            return Some((FigureKind::Change, Some(*direction)));
        }
        let moved = (stretch.from..at).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Change(direction))) => Some(Some(*direction)),
            Some(What::Class(Class::Level(_) | Class::Share)) => Some(None),
            _ => None,
        });
        let kin = stretch.before.map(|at| &self.drafts[at]);
        match quantity.measure {
            Measure::Multiple => {
                let up = quantity.value > Decimal::ONE;
                let direction = if up { Direction::Up } else { Direction::Down };
                let compared = matches!(self.what(next), Some(What::Class(Class::More(_))))
                    || self.is_word(at + 1, words!["as much", "as many", "as much as", "as many as", "as"]);
                // `put off the decision eight times`: a count
                let counted = quantity.value == quantity.value.trunc()
                    && self.text(at).ends_with("times")
                    && !(at.saturating_sub(2)..at)
                        .any(|at| matches!(self.what(at), Some(What::Class(Class::Change(_)))));
                (quantity.verb || compared && kin.is_some() || moved.flatten().is_some() && !counted)
                    .then_some((FigureKind::Change, Some(direction)))
            }
            Measure::Percent
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(' | ',')))
                    && quantity.sign != 0 =>
            {
                let direction = if quantity.sign > 0 { Direction::Up } else { Direction::Down };
                Some((FigureKind::Change, Some(direction)))
            }
            // `Imports came mostly from Finland (13 percent), Germany (11 percent)`: the part of each, where nothing changes
            Measure::Percent
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(')))
                    && quantity.value <= Decimal::ONE_HUNDRED
                    && self.is_origin_or_destination(stretch.clause, at.wrapping_sub(2)) =>
            {
                Some((FigureKind::Share, None))
            }
            // `with V (22.8 percent), V2 (10.2 percent) and V3 (9.2 percent)`: the part that each amount is
            Measure::Percent
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(')))
                    && matches!(self.what(at + 1), Some(What::Sign(')')))
                    && quantity.value <= Decimal::ONE_HUNDRED
                    && matches!(self.what(at.wrapping_sub(2)), Some(What::Quantity(_)))
                    && (0..self.pieces.list.len()).all(|at| {
                        !matches!(self.what(at), Some(What::Class(Class::Change(_) | Class::More(_))))
                    }) =>
            {
                Some((FigureKind::Share, None))
            }
            // `These include electronic goods (13.09 per cent)`: like the sentence before
            Measure::Percent
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('('))) && kin.is_none() =>
            {
                let last = self.drafts.last().filter(|draft| draft.sentence + 1 >= self.sentence)?;
                match last.kind {
                    FigureKind::Change => Some((FigureKind::Change, last.direction)),
                    FigureKind::Share => Some((FigureKind::Share, None)),
                    _ => None,
                }
            }
            Measure::Percent => {
                let of = self.is_prep(at + 1, Prep::Of);
                let took = (stretch.from..at).any(|at| {
                    matches!(self.what(at), Some(What::Class(Class::Share)))
                        || self.says(at, Says::TAKES)
                        || self.says(at, Says::GIVES)
                });
                if of || took {
                    let part = quantity.value <= Decimal::ONE_HUNDRED
                        && (moved.flatten().is_none() || took)
                        && (!of || self.of_trade(at + 2));
                    return part.then_some((FigureKind::Share, None));
                }
                if let Some(Some(direction)) = moved {
                    return Some((FigureKind::Change, Some(direction)));
                }
                let kin = kin?;
                // `decreasing P to V and P2 to V2`
                let like = if kin.kind == FigureKind::Level {
                    self.drafts[self.first_draft..].iter().rev().find(|draft| draft.unit == "percent")
                } else {
                    Some(kin)
                };
                match like?.kind {
                    FigureKind::Change => Some((FigureKind::Change, like?.direction)),
                    FigureKind::Share => Some((FigureKind::Share, None)),
                    _ => None,
                }
            }
            Measure::Points => {
                let direction = moved.flatten()?;
                Some((FigureKind::Change, Some(direction)))
            }
            _ => {
                let by = self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::By));
                let of = self.left_of(at).is_some_and(|before| {
                    self.is_prep(before, Prep::Of)
                        && matches!(self.what(before.wrapping_sub(1)), Some(What::Class(Class::Change(_))))
                });
                // `(+570,000 tonnes)`
                if quantity.sign != 0
                    && kin.is_some()
                    && matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(')))
                {
                    let direction = if quantity.sign > 0 { Direction::Up } else { Direction::Down };
                    return Some((FigureKind::Change, Some(direction)));
                }
                match moved {
                    Some(Some(direction)) if by || of => Some((FigureKind::Change, Some(direction))),
                    _ => Some((FigureKind::Level, None)),
                }
            }
        }
    }

    /// Whether a place before brackets is one of those that goods came from or went to, in a sentence in which nothing rose or fell.
    fn is_origin_or_destination(&self, clause: usize, place: usize) -> bool {
        matches!(self.what(place), Some(What::Region(_)))
            && (clause..place).any(|at| {
                self.is_word(at, words!["came", "come", "comes", "went", "go", "goes", "going", "coming"])
                    && (at + 1..at + 5).any(|at| self.is_prep(at, Prep::From) || self.is_prep(at, Prep::To))
            })
            && (0..place).all(|at| !matches!(self.what(at), Some(What::Class(Class::Change(_)))))
    }

    /// Whether `of` is followed by goods, a flow or what stands for them.
    fn of_trade(&self, from: usize) -> bool {
        (from..from + 5)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Possessive
                            | What::Quantity(_)
                            | What::Sign('-')
                            | What::Class(
                                Class::Plain
                                    | Class::Anaphor
                                    | Class::Peri(_)
                                    | Class::Indicator(..)
                                    | Class::Break
                            )
                    )
                )
            })
            .any(|at| match self.what(at) {
                Some(What::Class(Class::Anaphor | Class::Indicator(..)) | What::Quantity(_)) => true,
                Some(What::Class(Class::Break)) => self.is_word(at, words!["that", "which"]),
                _ => {
                    self.says(at, Says::NEUTRAL)
                        || self.is_word(
                            at,
                            words!["everything", "all", "it", "them", "this", "foreign", "cargo", "shipped"],
                        )
                        || self.is_goods(at)
                }
            })
    }
}
