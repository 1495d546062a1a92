//! How far a place depends on what comes from abroad: `depends on foreign suppliers for P of its oil`, `Imports meet P of Japanese
//! demand`, `Half of the juice consumed in the United States comes from Brazil`. And how far a firm depends on what it sells there:
//! `its exports-to-sales ratio fell to P`.

use article::{FigureKind, Indicator};

use super::super::draft::{Draft, Name, Topic};
use super::super::lexicon::{Class, Prep};
use super::super::pieces::What;
use super::super::quantity::{Measure, Quantity};
use super::super::words::Words;
use super::{Clauses, Said};

const DEPENDS: &Words = words![
    "depend",
    "depends",
    "depended",
    "depending",
    "dependent",
    "rely",
    "relies",
    "relied",
    "relying",
    "reliant",
];
const FOREIGN: &Words = words!["foreign", "imported", "overseas", "abroad", "imports", "import"];
/// What imports do for a market.
const MEETS: &Words = words![
    "meet",
    "meets",
    "met",
    "cover",
    "covers",
    "covered",
    "supply",
    "supplied",
    "satisfy",
    "satisfied",
    "account",
    "accounts",
    "accounted",
    "account for",
    "accounts for",
    "accounted for",
    "made up",
    "make up",
    "makes up",
];
/// … and the market, as its words end.
const NEEDS: &[&str] = &["needs", "requirements", "consumption", "demand", "supply", "supplies", "market"];
/// What is done with goods where they are sold.
const USED: &Words =
    words!["consumed", "used", "drunk", "eaten", "burned", "burnt", "sold", "smoked", "worn"];
const RATIO: &Words = words!["ratio"];
/// Pieces that such a sentence may be long.
const FAR: usize = 12;

impl Clauses<'_, '_> {
    pub(super) fn dependence(&mut self, at: usize, quantity: &Quantity) -> Option<Draft> {
        if quantity.measure != Measure::Percent || quantity.sign != 0 {
            return None;
        }
        let topic = self
            .depends_on(at)
            .or_else(|| self.meets_needs(at))
            .or_else(|| self.rises_to(at))
            .or_else(|| self.used_and_from(at))
            .or_else(|| self.ratio_of_exports(at))?;
        self.topic = Some(topic.clone());
        (self.topic_from, self.topic_end) = (at, at);
        (self.said, self.said_at) = (Said::Share, at);
        self.blocked = false;
        let mut draft = self.draft(at, quantity, FigureKind::Share, topic, None, "share/depends")?;
        draft.undate();
        Some(draft)
    }

    /// `depends on foreign suppliers for P of its oil`, `relies on imports from Russia for P of its gas`.
    fn depends_on(&self, at: usize) -> Option<Topic> {
        if !self.may_say(DEPENDS) {
            return None;
        }
        let before = self
            .left_of(at)
            .filter(|before| self.is_word(*before, words!["for"]))
            .or_else(|| self.last_word(at.saturating_sub(5)..at, words!["for"]))?;
        let depends = (before.saturating_sub(FAR)..before).rev().find(|back| self.is_word(*back, DEPENDS))?;
        let partner = (depends + 1..before).find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        });
        let foreign = (depends + 1..before).any(|at| {
            self.is_word(at, FOREIGN)
                || matches!(self.what(at), Some(What::Class(Class::Indicator(measured, _)))
                    if measured.indicator == Indicator::Imports)
        });
        if !(foreign || partner.is_some()) {
            return None;
        }
        // `on imports from Russia for P`, and not `on foreign oil in Asia`
        let source = !foreign || (depends..before).any(|at| self.is_prep(at, Prep::From));
        let (_, whose) = self.subject(depends)?;
        Some(self.imports_of(whose, partner.filter(|_| source), at))
    }

    /// `Imports meet P of Japanese demand`, `Brazilian imports account for P of U.S. supply`.
    fn meets_needs(&self, at: usize) -> Option<Topic> {
        if !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let verb = self
            .left_of(at)
            .filter(|verb| self.is_word(*verb, MEETS))
            // `keep steel imports at P of U.S. consumption`
            .or_else(|| self.left_of(at).filter(|before| self.is_prep(*before, Prep::At)))
            .or_else(|| self.last_word(at.saturating_sub(3)..at, MEETS))?;
        let imports = (verb.saturating_sub(3)..verb).rev().find(|back| {
            matches!(self.what(*back), Some(What::Class(Class::Indicator(measured, _)))
                if measured.indicator == Indicator::Imports)
                && self.is_word(*back, words!["imports"])
        })?;
        let market = (at + 2..at + 7).find(|at| {
            let text = self.text(*at).to_ascii_lowercase();
            NEEDS.iter().any(|word| text.ends_with(word))
        })?;
        let whose = (at + 2..market).find_map(|at| match self.what(at) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        });
        let whose = whose.or_else(|| {
            matches!(self.what(market + 2), Some(What::Region(_)))
                .then(|| self.named_from(market + 2).map(|(_, place)| self.code(place, true)))
                .flatten()
        });
        let partner = match self.what(imports.wrapping_sub(1)) {
            Some(What::Region(place)) => Some(self.code(*place, true)),
            _ => None,
        };
        let whose = whose.or_else(|| self.carried_reporter(Indicator::Imports))?;
        let partner = partner.filter(|partner| *partner != whose);
        Some(self.imports_of(whose, partner, at))
    }

    /// `account for P of consumption but are expected to rise to P2`: what the part will be.
    fn rises_to(&self, at: usize) -> Option<Topic> {
        const NEAR: usize = 4;
        let to = self.left_of(at).filter(|to| self.is_prep(*to, Prep::To))?;
        (to.saturating_sub(NEAR)..to)
            .any(|at| matches!(self.what(at), Some(What::Class(Class::Change(_)))))
            .then_some(())?;
        let kin = self.drafts[self.first_draft..].last().filter(|kin| kin.rule == "share/depends")?;
        let ends = |at: &usize| {
            matches!(
                self.what(*at),
                Some(What::Quantity(_) | What::Class(Class::Break | Class::Prep(Prep::And)))
            )
        };
        let other = (0..to).rev().take_while(|at| !ends(at)).any(|at| {
            matches!(self.what(at), Some(What::Region(_) | What::Class(Class::Other | Class::Indicator(..))))
        });
        (!other).then(|| kin.topic.clone())
    }

    /// `half of the orange juice consumed in the United States comes from Brazil`.
    fn used_and_from(&self, at: usize) -> Option<Topic> {
        if !self.may_say(USED) || !self.is_prep(at + 1, Prep::Of) {
            return None;
        }
        let used = self.first_word(at + 2..at + FAR, USED)?;
        let inside = self.is_prep(used + 1, Prep::In).then(|| self.region_list(used + 2, true)).flatten()?;
        let from = (inside.1..inside.1 + 4).find(|at| self.is_prep(*at, Prep::From))?;
        let (source, _) = self.region_list(from + 1, true)?;
        (source != inside.0).then(|| self.imports_of(inside.0, Some(source), at))
    }

    /// `its exports-to-sales ratio fell to P`
    fn ratio_of_exports(&self, at: usize) -> Option<Topic> {
        if !self.may_say(RATIO) {
            return None;
        }
        let ratio = self.last_word(at.saturating_sub(FAR)..at, RATIO)?;
        let exports = (ratio.saturating_sub(6)..ratio)
            .any(|at| self.is_word(at, words!["export", "exports", "export-to-sales", "exports-to-sales"]));
        let of_sales = exports
            && ((ratio.saturating_sub(2)..ratio).any(|at| self.is_word(at, words!["sales"]))
                || self.is_word(ratio.wrapping_sub(1), words!["export"]));
        if !of_sales {
            return None;
        }
        let reporter = self.carried_reporter(Indicator::Exports);
        Some(Topic { reporter, ..Topic::of(Indicator::Exports) })
    }

    fn imports_of(&self, whose: Name, partner: Option<Name>, at: usize) -> Topic {
        Topic {
            reporter: Some(whose),
            reporter_stated: true,
            partner_stated: partner.is_some(),
            partner,
            commodity: if self.is_prep(at + 1, Prep::Of) { self.goods(at + 2).0 } else { None },
            ..Topic::of(Indicator::Imports)
        }
    }
}
