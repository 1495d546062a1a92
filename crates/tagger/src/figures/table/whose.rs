//! Whose trade a table is, with whom, and in what, where its rows do not say it.

use std::ops::Range;

use article::Indicator;

use super::super::clause::figure::is_flow;
use super::super::clause::is_money;
use super::super::draft::{Name, in_small_letters};
use super::super::lexicon::{Measured, word};
use super::super::period::crop_in;
use super::super::pieces::Places;
use super::Reader;
use super::above::{self, Above};
use super::rows::Kind;

impl Reader<'_, '_> {
    /// Whether the places of the rows are who trades, and not with whom.
    pub(super) fn rows_report(&self, above: &Above, spoken: Option<Measured>) -> bool {
        let Self { table, story, places, carry, .. } = *self;
        if !spoken.is_some_and(|spoken| is_flow(spoken.indicator) || spoken.indicator == Indicator::Balance) {
            return false;
        }
        let says = |list: &[&str]| {
            above.sentence.clone().any(|at| {
                word(story, at).is_some_and(|word| list.iter().any(|known| word.eq_ignore_ascii_case(known)))
            })
        };
        if says(&[
            "producer",
            "producers",
            "exporter",
            "exporters",
            "importer",
            "importers",
            "member",
            "members",
        ]) {
            return true;
        }
        if says(&[
            "destination",
            "destinations",
            "market",
            "markets",
            "buyer",
            "buyers",
            "customer",
            "customers",
            "source",
            "sources",
            "supplier",
            "suppliers",
            "origin",
            "origins",
            "partner",
            "partners",
        ]) {
            return false;
        }
        // all lie in the group that the story is of, or in the one that its last figure was of
        let codes: Vec<Name> = table.rows.iter().filter_map(|row| Some(self.place(row)?.0)).collect();
        let last = self.last.and_then(|last| last.topic.reporter.as_ref());
        let mut groups = [last, carry.story_reporter.as_ref()].into_iter().flatten();
        let group = groups.find(|code| code.starts_with("x:"));
        let members = group.and_then(|group| {
            let region = places.regions.iter().find(|region| region.code == **group)?;
            (!region.members.is_empty()).then_some(&region.members)
        });
        if let Some(members) = members {
            return codes.iter().all(|code| members.iter().any(|member| member.as_str() == &**code));
        }
        // nobody's else: `exports by country`
        let stated = last.filter(|_| self.last.is_some_and(|last| last.topic.reporter_stated));
        let nobody = stated.is_none_or(|code| &**code == "x:world" || **code == *places.world)
            && (!carry.story_reporter_said
                || carry
                    .story_reporter
                    .as_ref()
                    .is_none_or(|code| &**code == "x:world" || **code == *places.world));
        let world = || {
            above
                .wider
                .clone()
                .any(|at| word(story, at).is_some_and(|word| word.eq_ignore_ascii_case("world")))
        };
        let whose = |home: &Name| says(&["country", "countries"]) && (codes.contains(home) || world());
        nobody && !says(&["to", "from"]) && places.home.as_ref().is_none_or(whose)
    }

    /// Who trades with all rows that are places. Who is one of them does not.
    pub(super) fn reporter(
        &self,
        above: &Above,
        spoken: Option<Measured>,
        kind: Kind,
        top: usize,
    ) -> Option<Name> {
        let Self { table, places, carry, .. } = *self;
        let is_row = |code: &Name| {
            kind == Kind::Places
                && table.rows.iter().any(|row| self.place(row).is_some_and(|(place, _)| place == *code))
        };
        // the department counts what America sells
        let sold = spoken.is_some_and(|spoken| spoken.indicator == Indicator::Deals);
        let counted =
            || (sold && super::super::home::counted_by_the_us(self.story)).then(|| Name::from("US"));
        let named = || {
            let unsaid = !carry.story_reporter_said && !above.sentence.is_empty();
            unsaid.then(|| above::named(self.story, places, above.sentence.clone())).flatten()
        };
        counted()
            .or_else(named)
            .filter(|code| !is_row(code))
            .or_else(|| carry.story_reporter.clone())
            .filter(|code| !is_row(code))
            .or_else(|| places.home.clone().filter(|code| !is_row(code)))
            .or_else(|| country_of(places, top, is_row))
    }

    /// All who trade together: the group that the figures were of, or one that is named above and that they are all in.
    pub(super) fn whole(&self, reporter: Option<&Name>) -> Name {
        let Self { table, places, carry, .. } = *self;
        let last = self.last.and_then(|last| last.topic.reporter.as_ref());
        let of_figures = [last, carry.story_reporter.as_ref(), reporter];
        if let Some(code) = of_figures.into_iter().flatten().find(|code| code.starts_with("x:")) {
            return code.clone();
        }
        let codes: Vec<Name> = table.rows.iter().filter_map(|row| Some(self.place(row)?.0)).collect();
        let holds = |members: &[String]| {
            !members.is_empty()
                && codes.iter().all(|code| members.iter().any(|member| member.as_str() == &**code))
        };
        let named = places.regions.iter().position(|region| holds(&region.members));
        let named = named.and_then(|at| Some(places.codes.get(at)?.own.clone()));
        named.unwrap_or_else(|| "x:world".into())
    }

    /// The tokens of the headline, so many that a long one is not read once for each table.
    fn headline(&self) -> Range<usize> {
        const LONG: usize = 40;
        let start = self.story.token_at(self.story.headline.start);
        start..self.story.token_at(self.story.headline.end).min(start + LONG)
    }

    /// Whose supply and demand a table without an owner in its caption is: the world's, that of the place in the headline, or that of
    /// the story. Of a list of countries, each of which has its own table, it is nobody's.
    pub(super) fn whose_crop(&self, above: &Above, top: usize) -> Option<Name> {
        let Self { story, places, .. } = *self;
        let headline = self.headline();
        let is = |tokens: Range<usize>, wanted: &str| {
            tokens.into_iter().any(|at| word(story, at).is_some_and(|word| word.eq_ignore_ascii_case(wanted)))
        };
        let by_country = is(headline.clone(), "country") || is(above.sentence.clone(), "country");
        let first = headline.start..headline.end.min(headline.start + 3);
        if is(above.caption.clone(), "world") || is(first, "world") && !by_country {
            return Some("x:world".into());
        }
        if by_country {
            return None;
        }
        let of_headline = places.mentions.iter().rev().find(|place| place.bytes.end <= story.headline.end);
        let of_headline = of_headline.and_then(|place| Some(places.codes.get(place.at)?.own.clone()));
        of_headline.or_else(|| self.reporter(above, None, Kind::Balances, top))
    }

    /// The crop of a balance of supply and demand: its caption's, else the headline's.
    pub(super) fn crop(&self, above: &Above) -> Option<Name> {
        let Self { story, places, .. } = *self;
        let headline = self.headline();
        let crop = |tokens: Range<usize>| {
            above::goods(story, places, tokens)
                .filter(|goods| crop_in(goods).is_some() || goods.to_ascii_lowercase().contains("grain"))
        };
        crop(above.caption.clone()).or_else(|| crop(headline)).map(in_small_letters)
    }

    /// The crop that is named above rows of places, else the goods of the figure before a table that goes on from it, in the same unit.
    pub(super) fn going_on(
        &self,
        unit: &str,
        spoken: Option<Measured>,
        kind: Kind,
        above: &Above,
    ) -> Option<Name> {
        if kind != Kind::Places || is_money(unit) {
            return None;
        }
        if let Some(crop) = above::only_crop(self.story, above.sentence.clone()) {
            return Some(crop.into());
        }
        let last = self.last.filter(|last| last.unit == unit)?;
        let alike = |of: Indicator| is_flow(of) || of == Indicator::Deals;
        (alike(spoken?.indicator) && alike(last.topic.indicator)).then(|| last.topic.commodity.clone())?
    }
}

/// The first place in focus that is named above the tables and is no row of them.
fn country_of(places: &Places<'_>, top: usize, is_row: impl Fn(&Name) -> bool) -> Option<Name> {
    let above = |at: usize| places.mentions.iter().any(|place| place.at == at && place.bytes.start < top);
    let focus = |at: &usize| {
        places.regions.get(*at).is_some_and(|region| region.role == article::Role::Focus) && above(*at)
    };
    // a city's country trades
    let trader =
        |at: usize| places.codes.get(at).map(|codes| codes.country.as_ref().unwrap_or(&codes.own).clone());
    (0..places.regions.len()).filter(focus).filter_map(trader).find(|code| !is_row(code))
}
