//! Lists of cargoes: `V of wheat for China, V2 of maize and V3 of barley for Poland`, `Italy V of wheat, Spain V2 of maize`.
//!
//! Whatever rule has made figures of the amounts, the words behind each of them say of which goods it is, and the next `for` for
//! whom. Not: an amount that stands alone, and goods in capital letters.

use std::ops::Range;

use article::{FigureKind, Indicator};

use super::super::draft::Name;
use super::super::lexicon::Prep;
use super::super::pieces::What;
use super::Clauses;

/// Most pieces that name goods.
const GOODS: usize = 5;

struct Cargo {
    draft: usize,
    goods: Option<Name>,
    whom: Option<Name>,
    /// The piece after it.
    end: usize,
}

impl Clauses<'_, '_> {
    pub(super) fn for_whom(&mut self) {
        if self.drafts.len() < self.first_draft + 2 && !self.is_of_loading() {
            return;
        }
        let mut cargoes: Vec<Cargo> = (0..self.pieces.list.len())
            .filter(|at| matches!(self.pieces.list[*at].what, What::Quantity(_)))
            .filter_map(|at| self.cargo(at))
            .collect();
        let goods = cargoes.iter().filter(|cargo| cargo.goods.is_some()).count();
        let whom = cargoes.iter().filter(|cargo| cargo.whom.is_some()).count();
        if goods < 2 && whom < 2 && !(whom > 0 && self.is_of_loading()) {
            return;
        }
        // `V of barley and V2 of rapeseed for the Soviet Union`
        for index in (1..cargoes.len()).rev() {
            let (before, next) = cargoes.split_at_mut(index);
            let (Some(before), Some(next)) = (before.last_mut(), next.first()) else { continue };
            if before.whom.is_none() && self.is_joined(before.end) {
                before.whom.clone_from(&next.whom);
            }
        }
        for cargo in cargoes {
            let topic = &mut self.drafts[cargo.draft].topic;
            if cargo.goods.is_some() {
                topic.commodity = cargo.goods;
            }
            if let Some(whom) = cargo.whom.filter(|whom| topic.reporter.as_ref() != Some(whom)) {
                (topic.partner, topic.partner_stated) = (Some(whom), true);
            }
        }
    }

    /// An amount at a piece that became a figure, with the words behind it.
    fn cargo(&self, at: usize) -> Option<Cargo> {
        let What::Quantity(index) = *self.what(at)? else { return None };
        let draft = self.became.get(index).copied().flatten()?;
        let kin = self.drafts.get(draft)?;
        if kin.kind != FigureKind::Level
            || !matches!(
                kin.topic.indicator,
                Indicator::Exports | Indicator::Imports | Indicator::Freight | Indicator::Deals
            )
        {
            return None;
        }
        let mut end = at + 1;
        let goods = self.cargo_goods(at + 1);
        if let Some(range) = &goods {
            end = range.end;
        }
        let goods = goods.map(|range| {
            let tokens =
                self.pieces.list[range.start].tokens.start..self.pieces.list[range.end - 1].tokens.end;
            self.lower(tokens)
        });
        // `two V of wheat each for Algeria and Turkey`
        end += usize::from(self.is_word(end, words!["each"]));
        let whom = self.is_word(end, words!["for"]).then(|| self.region_list(end + 1, true)).flatten();
        if let Some((_, next)) = &whom {
            end = *next;
        }
        Some(Cargo { draft, goods, whom: whom.map(|(codes, _)| codes), end })
    }

    /// The pieces of `wheat and maize` behind `of`.
    fn cargo_goods(&self, of: usize) -> Option<Range<usize>> {
        let from = self.is_prep(of, Prep::Of).then_some(of + 1)?;
        let end = (from..from + GOODS).find(|at| {
            let named = matches!(self.what(*at), Some(What::Word | What::Sign('-')));
            let joined = self.is_prep(*at, Prep::And) && matches!(self.what(at + 1), Some(What::Word));
            !named && !joined || self.is_word(*at, words!["for"])
        })?;
        (end > from && !self.text(from).starts_with(char::is_uppercase)).then_some(from..end)
    }

    /// A comma or `and` with the next amount behind it.
    fn is_joined(&self, at: usize) -> bool {
        let comma = at + usize::from(matches!(self.what(at), Some(What::Sign(','))));
        let next = comma + usize::from(self.is_prep(comma, Prep::And));
        next > at && matches!(self.what(next), Some(What::Quantity(_)))
    }
}
