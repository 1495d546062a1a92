//! A ministry's report on export sales: `Corn sales of V in the week ended March 19`, `Taiwan purchased V for the 1986/87 season`.
//!
//! What is sold there has not left the country: these are contracts, of the week that the report is on, whatever season the goods are
//! for. Not: what the report says of exports and shipments themselves.

use article::Indicator;

use super::super::period::{Time, length};
use super::super::pieces::What;
use super::super::words::Words;
use super::Clauses;

/// Words by which a sentence of such a report tells of contracts.
const SOLD: &Words = words![
    "sales",
    "sold",
    "sale",
    "purchase",
    "purchases",
    "purchased",
    "bought",
    "buying",
    "commitments",
    "switched",
    "cancelled",
    "canceled",
    "reductions",
];
/// … and of goods that have left.
const SHIPPED: &Words =
    words!["exports", "exported", "shipments", "shipped", "inspections", "imports", "imported", "loaded"];
/// Who reports on the sales of the United States.
const DEPARTMENT: &[&str] = &["agriculture department", "usda"];
/// Bytes of a story in which it says that it is such a report.
const LEAD: usize = 900;

/// What is concluded, where nothing has been shipped.
const CONCLUDED: &Words = words!["concluded", "concluding", "clinched", "closed", "booked", "contracted"];

impl Clauses<'_, '_> {
    /// `Private exporters concluded advance sales for V against V2 the week before`: contracts, whatever the sentence before was of.
    pub(super) fn sales_concluded(&mut self) {
        const NEAR: usize = 5;
        if self.drafts.len() == self.first_draft || !self.may_say(CONCLUDED) {
            return;
        }
        let sales = words!["sales", "sale", "contracts", "deals"];
        let may = self.may_say(sales);
        let sales = (1..self.pieces.list.len()).filter(|_| may).find(|at| {
            self.is_word(*at, sales) && (at.saturating_sub(NEAR)..*at).any(|at| self.is_word(at, CONCLUDED))
        });
        let Some(sales) = sales else { return };
        let until = self.start_of(sales);
        for draft in &mut self.drafts[self.first_draft..] {
            let of_goods = !super::is_money(draft.unit) && !matches!(draft.unit, "percent" | "multiple");
            if draft.bytes.start > until && draft.topic.indicator == Indicator::Exports && of_goods {
                draft.topic.indicator = Indicator::Deals;
                draft.topic.commodity.take_if(|goods| matches!(&**goods, "weekly" | "advance" | "daily"));
            }
        }
    }

    pub(super) fn export_sales(&mut self) {
        const SEASON: i32 = 12;
        let counts =
            |topic: Indicator| matches!(topic, Indicator::Exports | Indicator::Imports | Indicator::Deals);
        let any = self.drafts[self.first_draft..].iter().any(|draft| counts(draft.topic.indicator));
        if !any || !self.reports_sales() {
            return;
        }
        let says = |words: &Words| self.any_word(0..self.pieces.list.len(), words);
        let week = self.carry.week;
        if !self.may_say(SOLD) || !says(SOLD) || says(SHIPPED) {
            for draft in self.drafts[self.first_draft..].iter_mut().filter(|draft| !draft.period_stated) {
                draft.period = draft.period.or(week);
            }
            return;
        }
        // the department in Washington reports on its own exporters, whoever buys
        let ours = says(words!["sales"])
            && !says(words!["bought", "purchased", "purchases", "buys", "took"])
            && DEPARTMENT.iter().any(|name| self.lead().contains(name));
        for index in self.first_draft..self.drafts.len() {
            let draft = &self.drafts[index];
            // `P of the full-year export forecast of V`
            let of_exports = self
                .piece_of(&draft.bytes)
                .is_some_and(|at| self.any_word(at.saturating_sub(4)..at, words!["export", "import"]));
            if !counts(draft.topic.indicator) || of_exports {
                continue;
            }
            let draft = &mut self.drafts[index];
            draft.topic.indicator = Indicator::Deals;
            if ours && draft.topic.reporter.as_deref() != Some("US") {
                draft.topic.reporter = Some("US".into());
            }
            let of_season =
                draft.period.is_none_or(|period| length(period).is_some_and(|months| months >= SEASON));
            if of_season && week.is_some() {
                (draft.period, draft.period_stated) = (week, false);
            }
        }
    }

    /// The seven days that the sentence names.
    pub(super) fn note_week(&mut self) {
        const DAYS: i32 = 6;
        let week = self.mains.iter().find_map(|at| match self.what(*at) {
            Some(What::Time(Time::Days(days)))
                if days.first.until(days.last).is_ok_and(|span| span.get_days() == DAYS) =>
            {
                Some(*days)
            }
            _ => None,
        });
        self.carry.week = week.or(self.carry.week);
    }

    /// Whether the story's beginning says that it is on what exporters have sold.
    fn reports_sales(&self) -> bool {
        *self.carry.reports_sales.get_or_init(|| {
            let lead = self.lead();
            let weekly = lead.contains("week ended") || lead.contains("weekly report");
            lead.contains("export sales")
                || lead.contains("sales") && weekly && DEPARTMENT.iter().any(|name| lead.contains(name))
        })
    }

    /// The story's beginning in small letters.
    fn lead(&self) -> String {
        let mut end = self.story.text.len().min(LEAD);
        while !self.story.text.is_char_boundary(end) {
            end -= 1;
        }
        self.story.text[..end].to_ascii_lowercase()
    }
}
