//! What the lead tells again of the headline: the same amount is the same figure, however the lead says it.

use article::{FigureKind, Indicator};

use super::super::quantity::Measure;
use super::Clauses;

/// A headline's figure stands in one of the first paragraphs.
const PARAGRAPHS: usize = 3;

impl Clauses<'_, '_> {
    /// `KENYA BUYS 36,000 TONNES OF OIL` above `The corporation purchased 36,000 tonnes of oil`, which no rule of a sentence reads.
    pub(super) fn as_the_headline(&mut self) {
        let end = self.story.headline.end;
        let of_headline = self.drafts[..self.first_draft].iter().take_while(|draft| draft.bytes.end <= end);
        let told = of_headline.count();
        if told == 0 || self.carry.paragraph > PARAGRAPHS || self.became.iter().all(Option::is_some) {
            return;
        }
        let first = self.drafts.len();
        self.each_unread(|clauses, at, quantity| {
            let counts = quantity.measure.is_money() || matches!(quantity.measure, Measure::Unit(_));
            let unit = clauses.unit(quantity).filter(|_| counts).map(|(unit, _)| unit)?;
            let same = clauses.drafts[..told].iter().find(|draft| {
                draft.kind == FigureKind::Level
                    && draft.value.abs() == quantity.value
                    && draft.high == quantity.high
                    && draft.unit == unit
                    && draft.topic.indicator != Indicator::Tariff
            });
            let topic = same?.topic.clone();
            clauses.draft(at, quantity, FigureKind::Level, topic, None, "level/repeated")
        });
        if self.drafts.len() > first {
            self.in_order();
        }
    }
}
