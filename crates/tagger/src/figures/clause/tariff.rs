//! Tariffs and duties: `a 25 percent duty on Chinese cars`, `cut the tariff to 14% from 56%`.
//!
//! Not: export rebates, VAT, prices; an amount of money is no tariff.

use super::super::draft::{Draft, Name};
use super::super::lexicon::{Class, Measured, Prep, Strength};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::parties::extend;
use super::{Clauses, Said};
use article::{Direction, FigureKind, Indicator, Level};

impl Clauses<'_, '_> {
    /// A tariff: whose it is stands before it or before "put" and "imposed", on whose goods after "on" and "from".
    pub(super) fn tariff(&mut self, at: usize) {
        let kept = self.carry.tariff.clone();
        self.begin(at, Measured { indicator: Indicator::Tariff, sign: 0 });
        let left = self.left(at).reporter;
        let near = (at.saturating_sub(9)..at)
            .rev()
            .take_while(|back| !matches!(self.what(*back), Some(What::Sign(';' | '.'))))
            .find_map(|back| match self.what(back) {
                Some(What::Region(place))
                    if !matches!(
                        self.what(back.wrapping_sub(1)),
                        Some(What::Class(Class::Prep(Prep::On | Prep::From | Prep::To)))
                    ) =>
                {
                    Some(self.levier(*place))
                }
                _ => None,
            });
        // what Brussels levies is the EU's
        let left = left.filter(|_| near.as_deref() != Some("x:eu"));
        let mut goods = None;
        let mut partner = None;
        let mut imposed = None;
        let mut quantities = 0;
        let mut step = at + 1;
        while step < at + 16 {
            match self.what(step) {
                Some(What::Class(Class::Prep(Prep::On))) => {
                    let mut inner = step + 1;
                    while inner < step + 7 {
                        match self.what(inner) {
                            Some(What::Region(place)) => partner = Some(self.code(*place, true)),
                            Some(What::Word) => {
                                goods = Some(extend(goods, self.pieces.list[inner].tokens.clone()));
                            }
                            // `on $250 billion of Chinese goods`
                            Some(
                                What::Class(Class::Plain | Class::Indicator(..) | Class::Prep(Prep::Of))
                                | What::Sign('-')
                                | What::Quantity(_),
                            ) => {}
                            Some(What::Class(Class::Prep(Prep::From))) => {
                                if let Some((codes, _)) = self.region_list(inner + 1, true) {
                                    partner = Some(codes);
                                }
                                break;
                            }
                            _ => break,
                        }
                        inner += 1;
                    }
                    break;
                }
                Some(What::Region(place))
                    if (step + 1..step + 4).any(|at| {
                        self.is_word(at, &["put", "imposed", "levied", "slapped", "charges", "imposes"])
                    }) =>
                {
                    imposed = Some(self.levier(*place));
                }
                Some(What::Quantity(_)) => {
                    quantities += 1;
                    if quantities > 2 {
                        break;
                    }
                }
                Some(What::Sign(';')) | None => break,
                _ => {}
            }
            step += 1;
        }
        let goods = goods.map(|tokens| self.lower(tokens));
        let stated = left.is_some() || imposed.is_some() || near.is_some();
        let reporter = left.or(imposed).or(near).or(kept).filter(|code| Some(code) != partner.as_ref());
        let Some(topic) = self.topic.as_mut() else { return };
        topic.commodity = goods;
        topic.partner_stated = partner.is_some();
        topic.partner = partner;
        if reporter.is_some() {
            topic.reporter = reporter;
            topic.reporter_stated = stated;
        }
        // nobody levies a duty on himself
        if topic.reporter.is_some() && topic.reporter == topic.partner {
            let other = self.places.regions.iter().position(|region| {
                region.level == Level::Country && Some(region.code.as_str()) != topic.partner.as_deref()
            });
            topic.reporter = other.map(|other| self.places.codes[other].own.clone());
            topic.reporter_stated = false;
        }
        self.carry.tariff.clone_from(&topic.reporter);
    }

    /// A capital levies for its country, and Brussels for the EU.
    pub(super) fn levier(&self, place: usize) -> Name {
        if self.story.words(self.places.mentions[place].bytes.clone()) == "Brussels" {
            "x:eu".into()
        } else {
            self.code(place, true)
        }
    }

    pub(super) fn tariff_value(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        let topic = self.topic.clone()?;
        let before = self.left_of(at)?;
        let clear = (self.topic_end.min(at)..at)
            .all(|back| !matches!(self.what(back), Some(What::Class(Class::Other))));
        // `the duty will double to 15%`
        if quantity.measure == Measure::Multiple && quantity.verb && clear && at <= self.topic_end + 4 {
            let up = quantity.value > rust_decimal::Decimal::ONE;
            let direction = if up { Direction::Up } else { Direction::Down };
            (self.said, self.said_at) = (Said::Change(direction), at);
            return self.draft(at, quantity, FigureKind::Change, topic, Some(direction), "tariff/verb");
        }
        if quantity.measure != Measure::Percent || !clear || at > self.topic_end + 20 {
            return None;
        }
        let said = match self.what(before)? {
            What::Class(Class::Prep(Prep::By)) => match self.said {
                Said::Change(direction) => {
                    return self.draft(
                        at,
                        quantity,
                        FigureKind::Change,
                        topic,
                        Some(direction),
                        "tariff/verb",
                    );
                }
                _ => true,
            },
            What::Class(
                Class::Prep(Prep::To | Prep::From | Prep::Of | Prep::And | Prep::Between | Prep::At)
                | Class::Level(_)
                | Class::Bound(_),
            ) => true,
            // `Mexico's duties on U.S. goods, now about 10 percent`
            What::Sign(',' | '(') if before <= self.topic_end + 6 => {
                matches!(
                    self.what(self.skip(at + 1, |what| matches!(
                        what,
                        What::Word | What::Class(Class::Plain | Class::Prep(Prep::On))
                    ))),
                    Some(What::Sign(',' | ')' | '.')) | None
                ) && quantity.sign == 0
            }
            _ => {
                self.is_word(at.wrapping_sub(1), &["existing", "current", "standard", "additional", "extra"])
            }
        };
        said.then(|| self.draft(at, quantity, FigureKind::Level, topic, None, "tariff/verb"))?
    }

    /// A tariff within a few words after a percentage: `a 25 percent U.S. duty`.
    pub(super) fn tariff_after(&self, at: usize) -> Option<usize> {
        for next in at + 1..at + 5 {
            match self.what(next)? {
                What::Class(Class::Tariff) => return Some(next),
                What::Word
                | What::Region(_)
                | What::Possessive
                | What::Sign('-')
                | What::Class(Class::Plain | Class::Indicator(_, Strength::Head)) => {}
                _ => return None,
            }
        }
        None
    }
}
