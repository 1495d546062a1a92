//! What a clause speaks of that no rule read, and whose it is.

use super::super::super::draft::{Name, Topic};
use super::super::super::lexicon::{Class, Prep, Strength};
use super::super::super::pieces::What;
use super::super::{Clauses, Said, figure};
use super::Stretch;
use super::elsewhere::Says;
use article::{Indicator, Level};

/// What stands first in a stretch.
enum Head {
    None,
    Place,
    /// Words that a sector's list knows.
    Goods,
    Neutral,
    Unknown,
}

impl Clauses<'_, '_> {
    /// What the stretch speaks of: by its own noun or verb, else what the paragraph does.
    pub(super) fn topic_here(&mut self, stretch: &Stretch, at: usize) -> Option<Topic> {
        // `V of import and export cargo, up P`: what the figure before it is of
        let of_before = self.of_phrase(stretch, at);
        let noun = (of_before..at).rev().find_map(|back| match self.what(back) {
            Some(What::Class(Class::Indicator(measured, strength)))
                if !matches!(strength, Strength::Verb | Strength::Shipped) =>
            {
                Some((back, *measured, *strength))
            }
            _ => None,
        });
        let spoken = self.before(stretch, at);
        if let Some((noun, measured, strength)) = noun {
            let known = matches!(strength, Strength::Full)
                || spoken.as_ref().is_some_and(|topic| topic.indicator == measured.indicator);
            let traded = spoken.as_ref().is_some_and(|topic| topic.indicator == Indicator::Trade);
            if !known || measured.indicator == Indicator::Trade && strength != Strength::Full && !traded {
                return None;
            }
            let mut measured = measured;
            if strength == Strength::Bare && measured.indicator == Indicator::Balance {
                if self.balance_of_else(noun) {
                    return None;
                }
                if self.of_the_account(noun) {
                    measured.indicator = Indicator::CurrentAccount;
                }
            }
            self.topic = spoken;
            self.said_before = Said::Nothing;
            self.begin(noun, measured);
            return self.topic.clone();
        }
        let mut topic = spoken?;
        if matches!(topic.indicator, Indicator::Tariff | Indicator::Quota) {
            topic = self
                .drafts
                .iter()
                .rev()
                .take(12)
                .map(|draft| &draft.topic)
                .find(|topic| figure::is_flow(topic.indicator))?
                .clone();
        }
        if topic.indicator == Indicator::CurrentAccount {
            return None;
        }
        if topic.indicator == Indicator::FdiInward
            && let Some(code) = self.economies(stretch.from, at)
        {
            (topic.reporter, topic.reporter_stated) = (Some(code), true);
            return Some(topic);
        }
        let takes = (stretch.from..at).any(|at| self.says(at, Says::TAKES));
        let gives = (stretch.from..at).any(|at| self.says(at, Says::GIVES)) || self.left_the_country(at);
        let place = (stretch.from..at).find(|back| matches!(self.what(*back), Some(What::Region(_))));
        // `the United States, which took machines for V`
        let place = place.or_else(|| {
            let which =
                stretch.from.checked_sub(1).filter(|at| self.is_word(*at, words!["which", "who", "that"]))?;
            (which.saturating_sub(2)..which)
                .rev()
                .find(|back| matches!(self.what(*back), Some(What::Region(_))))
        });
        // `Rotterdam boxed V`, `Antwerp's V`: a port has its own freight
        if topic.indicator == Indicator::Freight
            && let Some(at) = place
            && let Some(What::Region(port)) = self.what(at)
            && matches!(self.places.mentions[*port].region.level, Level::City | Level::Other)
            && !matches!(
                self.what(at.wrapping_sub(1)),
                Some(What::Class(Class::Prep(Prep::To | Prep::From | Prep::With | Prep::Between | Prep::Of)))
            )
        {
            return Some(Topic {
                reporter: Some(self.code(*port, false)),
                reporter_stated: true,
                partner: None,
                partner_stated: false,
                commodity: None,
                ..topic
            });
        }
        let place = place.and_then(|at| self.region_list(at, true).map(|(codes, _)| (at, codes)));
        let refers = (stretch.from..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Anaphor))));
        let bare = (stretch.from..at).all(|at| {
            !matches!(self.what(at), Some(What::Word | What::Region(_) | What::Class(Class::Anaphor)))
        });
        let handled = (stretch.from..at).any(|at| matches!(self.what(at), Some(What::Class(Class::Handled))));
        if handled && (stretch.from..at).any(|at| self.says(at, Says::PORT)) {
            topic = Topic {
                indicator: Indicator::Freight,
                partner: None,
                partner_stated: false,
                commodity: None,
                ..topic
            };
        }
        if self.left_the_country(at)
            && matches!(topic.indicator, Indicator::Imports | Indicator::Balance | Indicator::Trade)
            && topic.partner.as_deref().is_none_or(|partner| partner == "WORLD")
        {
            topic.indicator = Indicator::Exports;
        }
        if bare {
            // `, 11 percent less`: said of the figure before it
            let Some(kin) = stretch.before else {
                return (gives && !stretch.unread).then_some(topic);
            };
            return Some(self.drafts[kin].topic.clone());
        }
        if stretch.unread && !(takes || gives) {
            return None;
        }
        // `The bank bought V`: money for which nobody says what was bought
        let money = matches!(self.what(at), Some(What::Quantity(index))
            if self.pieces.quantities[*index].measure.is_money());
        let bare_money = (takes || gives)
            && money
            && place.is_none()
            && !refers
            && !(self.is_prep(at + 1, Prep::Of)
                || self.is_prep(at + 1, Prep::In)
                || self.is_prep(at + 1, Prep::On))
            && !(stretch.from..at + 2)
                .any(|at| self.is_word(at, words!["worth", "goods", "products", "valued at"]));
        // `It is to rise to V` of what the sentence before measures
        let it = self.any_word(stretch.from..at, words!["it", "they", "the figure", "figure"]);
        let of_before = it
            && stretch.before.is_none()
            && self.drafts.last().is_none_or(|last| last.sentence + 1 < self.sentence);
        if bare_money || of_before {
            return None;
        }
        let head = self.head(stretch.from, at);
        let goods = match head {
            Head::Place | Head::None | Head::Neutral => false,
            Head::Goods => true,
            Head::Unknown if (takes || gives) && (place.is_some() || self.goods_from(at).is_some()) => false,
            // `Manufacturing took the lead with V` of a story of investment
            Head::Unknown
                if topic.indicator == Indicator::FdiInward
                    && money
                    && self.left_of(at).is_some_and(|before| self.is_prep(before, Prep::With)) =>
            {
                true
            }
            // `ahead of phones, AED77 billion`
            Head::Unknown if self.is_listed(stretch, at) => true,
            Head::Unknown => return None,
        };
        if !(place.is_some() || goods || refers || takes || gives || matches!(head, Head::Neutral)) {
            return None;
        }
        // whom the paragraph before spoke of is not whom this one does
        if stretch.before.is_none() && !refers {
            let two = self.carry.bilateral.as_ref().filter(|(one, _)| topic.reporter.as_ref() == Some(one));
            topic.partner = two.map(|(_, other)| other.clone());
            topic.partner_stated = false;
        }
        if let Some((place, codes)) = place {
            self.party(&mut topic, place, codes, takes, gives);
        } else if takes || gives {
            Self::flow(&mut topic, takes);
        }
        if goods {
            topic.commodity =
                self.before_bracket(at).or_else(|| self.goods_between(stretch.from, at)).or(topic.commodity);
        }
        Some(topic)
    }

    /// The end of the words that follow `of` after the quantity before.
    fn of_phrase(&self, stretch: &Stretch, at: usize) -> usize {
        if stretch.before.is_none() || !self.is_prep(stretch.from, Prep::Of) {
            return stretch.from;
        }
        (stretch.from..at)
            .find(|at| {
                matches!(
                    self.what(*at),
                    Some(What::Sign(',') | What::Class(Class::Break | Class::Change(_) | Class::Level(_)))
                )
            })
            .unwrap_or(stretch.from)
    }

    /// `134,700 tonnes left the country`, `313,000 tonnes had been shipped`.
    fn left_the_country(&self, at: usize) -> bool {
        (at + 1..at + 5)
            .take_while(|at| {
                !matches!(
                    self.what(*at),
                    Some(What::Sign(_) | What::Quantity(_) | What::Class(Class::Break)) | None
                )
            })
            .any(|next| {
                self.is_word(
                    next,
                    words![
                        "shipped",
                        "sold",
                        "sent",
                        "delivered",
                        "supplied",
                        "bought",
                        "purchased",
                        "imported"
                    ],
                ) && (at + 1..next).any(|be| self.is_word(be, words!["was", "were", "been", "be"]))
                    || (self.is_word(next, words!["left", "leave", "leaving"])
                        && (next + 1..next + 3)
                            .any(|at| matches!(self.what(at), Some(What::Class(Class::Peri(_))))))
            })
    }

    /// `bought V of Australian wine`: where the goods are from.
    fn goods_from(&self, at: usize) -> Option<usize> {
        let of = at + 1;
        let place = self.skip(of + 1, |what| matches!(what, What::Class(Class::Plain)));
        match self.what(place) {
            Some(What::Region(place)) if self.is_prep(of, Prep::Of) => Some(*place),
            _ => None,
        }
    }

    /// An item of a list: a few words without a verb after a figure in the same unit.
    fn is_listed(&self, stretch: &Stretch, at: usize) -> bool {
        let Some(kin) = stretch.before.map(|kin| &self.drafts[kin]) else { return false };
        let Some(What::Quantity(index)) = self.what(at) else { return false };
        let unit = self.unit(&self.pieces.quantities[*index]);
        unit.is_some_and(|(unit, _)| unit == kin.unit)
            && at - stretch.from <= 7
            && (stretch.from..at).all(|at| {
                !matches!(
                    self.what(at),
                    Some(What::Class(
                        Class::Change(_) | Class::Level(_) | Class::Share | Class::Invest | Class::Handled
                    ))
                )
            })
    }

    /// `cotton yarn (`
    fn before_bracket(&self, at: usize) -> Option<Name> {
        let bracket = at.checked_sub(1).filter(|at| matches!(self.what(*at), Some(What::Sign('('))))?;
        let words = |at: &usize| matches!(self.what(*at), Some(What::Word | What::Sign('-')));
        let first = (0..bracket).rev().take_while(words).last()?;
        Some(self.lower(self.pieces.list[first].tokens.start..self.pieces.list[bracket - 1].tokens.end))
    }

    /// A word that a list of a sector that makes goods knows.
    pub(in super::super) fn is_goods(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Word))
            && self.pieces.list[at]
                .tokens
                .clone()
                .any(|token| self.story.tokens.get(token).is_some_and(|token| token.known.begins_goods()))
    }

    /// What stands first in a stretch.
    fn head(&self, from: usize, at: usize) -> Head {
        let first = self.skip(from, |what| {
            matches!(
                what,
                What::Class(
                    Class::Plain
                        | Class::Prep(_)
                        | Class::Comparison(_)
                        | Class::Bound(_)
                        | Class::Break
                        | Class::Status(_)
                ) | What::Sign(_)
                    | What::Time(_)
                    | What::Number
            )
        });
        if first >= at {
            return Head::None;
        }
        match self.what(first) {
            Some(What::Region(_)) => Head::Place,
            // `Among the losers were tea (-12.61 per cent)`
            Some(What::Word)
                if matches!(self.what(at.wrapping_sub(1)), Some(What::Sign('(')))
                    && (first..at - 1)
                        .rev()
                        .take_while(|at| matches!(self.what(*at), Some(What::Word | What::Sign('-'))))
                        .any(|at| self.is_goods(at)) =>
            {
                Head::Goods
            }
            Some(What::Word) => {
                // the noun phrase up to its verb
                let end = (first..at)
                    .find(|at| !matches!(self.what(*at), Some(What::Word | What::Sign('-'))))
                    .unwrap_or(at);
                if (first..end).any(|at| self.is_goods(at)) {
                    Head::Goods
                } else if (first..end).any(|at| {
                    self.says(at, Says::NEUTRAL) || self.says(at, Says::TAKES) || self.says(at, Says::GIVES)
                }) {
                    Head::Neutral
                } else {
                    Head::Unknown
                }
            }
            _ => Head::Neutral,
        }
    }

    /// `bought goods worth V`: who buys imports, and who sells exports.
    fn flow(topic: &mut Topic, takes: bool) {
        if matches!(topic.indicator, Indicator::Balance | Indicator::Trade) {
            topic.indicator = if takes { Indicator::Imports } else { Indicator::Exports };
        }
    }

    /// A place of the stretch is the partner, unless it is the reporter or lies in it.
    pub(super) fn party(&self, topic: &mut Topic, at: usize, codes: Name, takes: bool, gives: bool) {
        let Some(What::Region(place)) = self.what(at) else { return };
        let own = self.code(*place, false);
        if topic.reporter.as_ref() == Some(&own) || topic.reporter.as_ref() == Some(&codes) {
            // `Vietnam spent V on feed` in a story about its exports
            if takes && !gives && topic.indicator == Indicator::Exports {
                topic.indicator = Indicator::Imports;
            } else if takes || gives {
                Self::flow(topic, takes);
            }
            return;
        }
        let level = self.places.mentions[*place].region.level;
        let inside = level == Level::Admin1
            && topic.reporter.as_deref().is_some_and(|reporter| reporter.get(..2) == own.get(..2));
        if inside {
            (topic.reporter, topic.reporter_stated) = (Some(own), true);
            return;
        }
        if !takes
            && matches!(level, Level::Other | Level::Macro)
            && !self.is_prep(at.wrapping_sub(1), Prep::To)
        {
            return;
        }
        // `Dongguan followed with V` in a story about its province
        if level == Level::City
            && let Some(province) =
                topic.reporter.as_deref().filter(|code| code.as_bytes().get(2) == Some(&b'-'))
            && self.places.mentions[*place].region.admin1.as_deref() == Some(province)
        {
            (topic.reporter, topic.reporter_stated) = (Some(own), true);
            return;
        }
        // ports and cities of the reporter's own
        let home = topic.reporter.as_deref().and_then(|reporter| reporter.get(..2));
        if home.is_some_and(|home| codes.split('+').all(|code| code.get(..2) == Some(home))) {
            return;
        }
        // the partner sells what the reporter buys
        if matches!(topic.indicator, Indicator::Balance | Indicator::Trade) && (takes || gives) {
            topic.indicator = if takes { Indicator::Exports } else { Indicator::Imports };
        }
        (topic.partner, topic.partner_stated) = (Some(codes), true);
    }

    /// What was spoken of before the stretch.
    pub(super) fn before(&self, stretch: &Stretch, at: usize) -> Option<Topic> {
        let byte = self.bytes(self.pieces.list[at].tokens.clone()).start;
        let here = self.drafts[self.first_draft..].iter().filter(|draft| draft.bytes.start < byte);
        let here =
            stretch.before.map(|at| &self.drafts[at]).or_else(|| here.max_by_key(|draft| draft.bytes.start));
        let same = here.map(|draft| draft.topic.clone()).or_else(|| self.carry.topic.clone());
        same.or_else(|| {
            let topic = self
                .carry
                .previous
                .clone()
                .or_else(|| self.carry.story_flow.clone())
                .or_else(|| self.story_of_capital())?;
            let reporter = self.carried_reporter(topic.indicator).or_else(|| topic.reporter.clone());
            Some(Topic { reporter, reporter_stated: false, ..topic })
        })
    }
}
