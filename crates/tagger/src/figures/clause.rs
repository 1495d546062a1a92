//! Layer 4: meaning. Reads the pieces of a sentence from left to right and says what each quantity measures.
//!
//! The reader remembers what the clause speaks of (its topic: an indicator with reporter, partner and goods) and what is said
//! of it (a change, a level, a share). A noun that measures something else, or a subject that it does not know, ends the topic:
//! a number near the word "exports" is not thereby an export figure.
//!
//! Each way in which a quantity becomes a figure is a rule with an id; see [`RULES`].

mod agreed;
mod apposed;
mod at_border;
mod borders;
mod capital;
mod causes;
mod changes;
mod counted;
mod deals;
mod dependence;
mod desk;
mod discourse;
mod each;
mod elided;
mod enumerated;
mod export_sales;
pub(super) mod figure;
mod finance;
mod for_whom;
mod foreseen;
mod gap;
mod goods;
mod growth;
mod inside;
mod levels;
mod levied;
mod levier;
mod lists;
mod of_all;
mod of_its_noun;
mod open;
mod own_subjects;
mod pairs;
mod parties;
mod parts;
mod ports;
mod ranked;
mod rates;
mod relative;
mod remainder;
mod repeated;
mod settle;
mod shares;
mod signs;
mod sources;
mod tariff;
mod taxed;
mod told_behind;
mod topic;
mod traded;
mod when;
mod with_whom;
mod works;

pub(crate) use figure::is_money;
pub(crate) use goods::of_goods;
pub(crate) use open::Signs;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::mem::take;
use std::ops::Range;

use article::{Bound, Comparison, Direction, FigureKind, Indicator, Period, Status};

use rust_decimal::Decimal;

use super::draft::{Draft, Name, Topic, in_small_letters};
use super::lexicon::{Class, Measured, Prep, Strength};
use super::period::{Time, season_told};
use super::pieces::{Piece, Pieces, Places, What};
use super::quantity::{Measure, Quantity, Scanner};
use super::why::Note;
use super::words::Words;
use crate::text::Story;
use crate::vocabulary::{Lists, Vocabulary};
use gap::GAPS;

/// Every rule, with what it reads.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("level/verb", "exports reached V"),
    ("level/of", "a surplus of V, exports of V, exports at V"),
    ("level/gap", "sold V more abroad than it bought"),
    ("level/noun-after", "V of exports, V in exports"),
    ("level/traded", "Brazil exported V of soybeans to China"),
    ("level/to", "exports rose P to V"),
    ("level/base", "to V from V0, compared with V0, against V0"),
    ("level/bracket", "Germany (+V), December 2023 (V)"),
    ("level/twin", "V (about V2), V, or V2"),
    ("change/verb", "exports rose P, exports rose by V"),
    ("change/noun", "a growth of P, an increase of V"),
    ("change/lost", "would cost Germany V in exports"),
    ("change/comparative", "P higher than a year earlier"),
    ("change/noun-after", "a P decline"),
    ("change/or", "V, or P"),
    ("change/multiple", "exports doubled"),
    ("change/elided", "imports P (the verb is that of the clause before)"),
    ("change/list", "P, P and P, respectively"),
    ("change/signed", "the United States (+P)"),
    ("gap/benchmark", "PP higher than the national average"),
    ("contribution/points", "contributing PP to growth"),
    ("share/of-goods", "China took P of everything sold abroad"),
    ("share/or", "Germany bought V, or P of the total"),
    ("share/sent", "sends P of its catch to Asia"),
    ("share/went", "V, of which P went to China"),
    ("share/depends", "depends on imports for P of its oil, imports meet P of demand"),
    ("share/brought", "buys P of its wheat from Russia, P of its gas is imported"),
    ("share/verb", "X accounted for P of exports"),
    ("share/noun", "its share stood at P"),
    ("share/of", "P of the total"),
    ("share/again", "from P of GDP in Y to P in Y and P in Y"),
    ("tariff/noun-after", "a P duty"),
    ("tariff/verb", "a duty of P, cut the tariff to P from P"),
    ("share/list", "ahead of Johor (P)"),
    ("quota/amount", "a quota of V"),
    ("level/place", "Japan with V, V went to Japan"),
    ("level/forecast", "a forecast of V, a target of V"),
    ("level/place-list", "Turkey V and Georgia V, Mauritius (V)"),
    ("table/row", "a row of a table under a line of periods"),
    ("table/total", "the sum under rows of goods"),
    ("table/line", "a line of a label and an amount"),
    ("table/crossed", "a row of a table of periods under a line of indicators"),
    ("level/elided", "exports to Japan were V, those to China V"),
    ("level/goods-list", "followed by chemicals with V; livestock V"),
    ("level/part", "including V to China"),
    ("level/passive", "V were exported"),
    ("level/crossed", "goods worth V left the country, cars worth V went to China"),
    ("level/through", "V passed through the port of Santos"),
    ("deals/worth", "orders worth V from Greek owners"),
    ("fdi/invest", "will invest V in Brazil"),
    ("change/base", "slowing from July's P"),
    ("open/level", "Japan got V, in a story of trade"),
    ("open/change", "base metals slipped P, in a story of trade"),
    ("open/share", "China took P, in a story of trade"),
    ("open/base", "against V0, in a story of trade"),
    ("likely/level", "V, by all that stands around it"),
    ("likely/change", "P, by all that stands around it"),
    ("likely/share", "P of something, by all that stands around it"),
    ("share/cause", "P of the deficit was accounted for by the dollar, P2 by debt"),
    ("share/listed", "India and Spain, with shares of P and P2"),
    ("level/earned", "coffee earned Kenya V in foreign exchange"),
    ("level/exceeded", "imports exceeded exports by V"),
    ("level/enumerated", "cotton V, sunflower V2, linseed V3"),
    ("change/enumerated", "rice declined P, maize P2, sugar P3"),
    ("level/exporter", "was the fourth largest exporter of poultry, with V"),
    ("level/of-share", "P of the orders, or V"),
    ("level/repeated", "bought V under a headline that tells V of trade"),
    ("level/apposed", "the trade surplus, V, was wider"),
    ("level/compared", "That compares with V a year earlier"),
    ("deals/sale", "the sale of V of wheat to Zaire"),
    ("deals/list", "a shopping list of V of U.S. goods, it includes V2 of cars"),
    ("deals/tender", "will tender for V of U.S. wheat"),
    ("level/licensed", "granted export licences for V, V received export rebates"),
    ("tariff/specific", "a duty of V a tonne, against V2"),
    ("tariff/paid", "beef would be charged P; wine P"),
    ("tariff/levied", "the EU charges P on cars, taxed steel from the EU at P"),
    ("quota/let-in", "may enter Britain duty-free up to V, admits V free of tariffs"),
    ("quota/licence", "licences to import V, may export no more than V"),
    ("fdi/foreigners", "foreign companies invested V in Chile, Singapore led foreign investors with V"),
    ("fdi/sector", "processing took the lead with V, followed by real estate with V2"),
    ("fdi/abroad", "Japanese firms spent V abroad, poured V into China"),
    ("tariff/goods", "tariffs on V of Chinese goods"),
    ("change/forecast", "a poll had pointed to a gain of P"),
    ("change/traded", "bought P less than a year ago"),
];

/// What is said of the topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Change(Direction),
    Level(Option<Bound>),
    Share,
    Contribute,
}

/// Verbs that take trade to an amount.
const BRING: &Words = words!["bring", "brings", "bringing", "brought", "take", "taking", "push", "pushing"];

/// What a headline says somebody is to do.
const ANNOUNCED: &Words = words![
    "slap", "impose", "levy", "raise", "cut", "lower", "hike", "invest", "buy", "build", "spend", "supply",
    "sell", "order", "double", "put", "scrap", "drop",
];

/// What takes up all that was spoken of.
const TOTALS: &Words = words!["total", "tally", "sum"];

/// A time among so many first pieces of a sentence opens it.
const OPENS: usize = 3;

/// A story of so many figures has gone over to other things than it began with.
const LONG_STORY: usize = 40;

/// It is of some days, and of no whole month or more.
fn is_of_days(draft: &Draft) -> bool {
    draft.period.is_some_and(|period| super::period::length(period).is_none())
}

/// Forecast, aimed at or thought of.
fn ahead(status: Status) -> bool {
    matches!(status, Status::Forecast | Status::Target | Status::Hypothetical)
}

/// `imported 1.86 trillion, 3.8 % more`: no list of percentages.
fn as_scaled(quantity: &Quantity) -> Cow<'_, Quantity> {
    if quantity.scaled && quantity.measure == Measure::Percent && quantity.value >= Decimal::ONE_THOUSAND {
        return Cow::Owned(Quantity { measure: Measure::Scaled, ..quantity.clone() });
    }
    Cow::Borrowed(quantity)
}

/// What is noted of a quantity: the last one, as the sentence's own stand at the end.
fn note_of<'n>(notes: &'n mut [Note], quantity: &Quantity) -> Option<&'n mut Note> {
    notes.iter_mut().rfind(|note| note.bytes == quantity.bytes)
}

/// What goes from sentence to sentence.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the story has said")]
pub(crate) struct Carry {
    pub(crate) paragraph: usize,
    pub(crate) topic: Option<Topic>,
    /// That of the paragraph before, for "of that" and "the volume".
    pub(crate) previous: Option<Topic>,
    pub(crate) direction: Option<Direction>,
    pub(crate) period: Option<Period>,
    /// The longer period that the story has gone over to, from the month's figures to those since January.
    pub(crate) section: Option<Period>,
    /// That of the line that stands over what follows.
    pub(crate) heading: Option<Period>,
    /// A figure without a time was larger than all of the month: what has none is of the longer period.
    pub(crate) outgrown: bool,
    /// The last period that was said, and not carried.
    pub(crate) told: Option<Period>,
    /// … where exports, imports and their balance were all given for it: the parts that follow are parts of these.
    pub(crate) account: Option<Period>,
    /// The two sides of the trade pact that headline and lead are about, once somebody has asked.
    pub(crate) pact: OnceCell<Option<[Name; 2]>>,
    /// The seven days that were named last.
    pub(crate) week: Option<Period>,
    /// Whether it is a report on what exporters have sold, once somebody has asked.
    pub(crate) reports_sales: OnceCell<bool>,
    /// Whether it tells of the overall balance of payments, or of a balance of payments at all; so too.
    pub(crate) all_payments: OnceCell<bool>,
    pub(crate) payments: OnceCell<bool>,
    /// Whether its headline is of a budget, and of no trade.
    pub(crate) of_a_budget: OnceCell<bool>,
    /// Whether it tells of the flows of capital; so too.
    pub(crate) capital_account: OnceCell<bool>,
    /// Whether no word of it is of trade.
    pub(crate) without_trade: OnceCell<bool>,
    /// Whether it counts something in units.
    pub(crate) in_units: OnceCell<bool>,
    /// Whether a statistics office hands it out, which counts in dollars of its own.
    pub(crate) of_an_office: OnceCell<bool>,
    /// The one dollar that a story writes out (`N.Z. dlrs`): whose it is, and its code.
    pub(crate) dollar_written_out: OnceCell<Option<(&'static str, &'static str)>>,
    /// The last sentence whose surplus or deficit was that of a budget or of something else that is no trade.
    pub(crate) deficit_of_else: Option<usize>,
    /// The month in which the story says that a season begins, once somebody has asked.
    pub(crate) season: OnceCell<Option<i8>>,
    /// So too the year of a firm or a government.
    pub(crate) year: OnceCell<Option<i8>>,
    /// The last paragraph that said what ships load, and the week in which they are to.
    pub(crate) loading: Option<(usize, Option<Period>)>,
    /// That of what the paragraph forecasts.
    pub(crate) ahead: Option<Period>,
    pub(crate) comparison: Option<Comparison>,
    pub(crate) attribution: Option<Name>,
    /// The last periods that were named, for "the same quarter".
    pub(crate) recent: Vec<Period>,
    /// Of the whole story.
    pub(crate) story_period: Option<Period>,
    pub(crate) story_reporter: Option<Name>,
    /// Whether a figure said it, and it was not carried.
    pub(crate) story_reporter_said: bool,
    pub(crate) story_comparison: Option<Comparison>,
    /// The first comparison that was said of a month, of a quarter, and of a longer period: one says nothing of the other.
    pub(crate) monthly: Option<Comparison>,
    pub(crate) quarterly: Option<Comparison>,
    pub(crate) longer: Option<Comparison>,
    /// The partner of a story about the trade between two.
    pub(crate) bilateral: Option<(Name, Name)>,
    pub(crate) trade_seen: bool,
    /// The first figure of exports or imports in the story says which of them a list of goods is of.
    pub(crate) story_flow: Option<Topic>,
    /// Who levied the last tariff.
    pub(crate) tariff: Option<Name>,
    /// The first duty of the story of which it says who levies it.
    pub(crate) duty: Option<Topic>,
    pub(crate) preliminary: bool,
    /// The day of publication.
    pub(crate) today: Option<jiff::civil::Date>,
    /// The sentence without numbers that said what the `It` of the next one is.
    pub(crate) noted: Option<usize>,
    /// A short name that the story gave to an indicator: `non-oil domestic exports (NODX)`.
    pub(crate) alias: Option<(u64, Measured, Option<Name>)>,
    /// The unit of goods that was named last, and in which sentence.
    pub(crate) counted_in: Option<(usize, &'static str)>,
    /// The money that was named last, and in which sentence.
    pub(crate) paid_in: Option<(usize, &'static str)>,
    /// So many of the numbers so far became figures, of so many.
    pub(crate) counted: (usize, usize),
    pub(crate) headline_of_trade: bool,
    /// The headline tells of a firm's profit: its sales and orders are its own.
    pub(crate) headline_of_profit: bool,
    pub(crate) list_head: Option<enumerated::ListHead>,
    /// Of the sentence before, to be filled again.
    pub(crate) room: Room,
}

/// Memory that each sentence needs again.
#[derive(Default)]
pub(crate) struct Room {
    became: Vec<Option<usize>>,
    mains: Vec<usize>,
}

impl Carry {
    /// The month in which the story says that a season begins.
    pub(crate) fn season_told(&self, story: &Story<'_>) -> Option<i8> {
        *self.season.get_or_init(|| season_told(story))
    }

    pub(crate) fn enter(&mut self, paragraph: usize) {
        if paragraph != self.paragraph {
            self.paragraph = paragraph;
            self.previous = self.topic.take();
            self.direction = None;
            self.period = None;
            self.ahead = None;
            self.comparison = None;
            self.attribution = None;
        }
    }
}

pub(crate) struct Clauses<'s, 'a> {
    pub(crate) story: &'s Story<'a>,
    pub(crate) places: &'s Places<'s>,
    pub(crate) scanner: &'s Scanner,
    pub(crate) pieces: Pieces<'s, 'a>,
    pub(crate) carry: &'s mut Carry,
    pub(crate) drafts: &'s mut Vec<Draft>,
    pub(crate) sentence: usize,
    pub(crate) attribution: Option<Name>,
    topic: Option<Topic>,
    topic_from: usize,
    topic_end: usize,
    blocked: bool,
    said: Said,
    /// What was said when the topic began.
    said_before: Said,
    said_at: usize,
    last_direction: Option<Direction>,
    status: Option<Status>,
    /// The word of the status is "will": what goods will do is a forecast, what a duty will be is decided.
    will: bool,
    clause_start: usize,
    /// What was spoken of before an aside whose verb has a subject of its own.
    aside: Option<(Topic, usize)>,
    relative: Option<relative::Relative>,
    /// The pieces of the last aside that was passed over.
    skipped: Range<usize>,
    /// What is noted of each quantity, where somebody asks why.
    pub(crate) notes: Option<&'s mut Vec<Note>>,
    /// A piece, and what it hangs on if it is a quantity.
    left: (usize, Option<usize>),
    /// The piece that is being read, and the one that ended what was spoken of.
    current: usize,
    blocked_at: usize,
    /// The draft that each quantity became.
    became: Vec<Option<usize>>,
    /// The pieces that are times of what the clauses are about, and not of what they compare with.
    mains: Vec<usize>,
    first_draft: usize,
    subjects: Vec<Name>,
    listed: usize,
    /// `in billions of dollars` says what the numbers of the sentence are.
    scale: Option<Decimal>,
    /// The sentence has a word of [`figure::DENIED`] or [`figure::NOT`].
    denies: bool,
    /// Whether it ranks trading partners, once somebody has asked.
    ranks: OnceCell<bool>,
}

/// Enters the words that a sentence or a piece is quickly asked for.
pub(crate) fn enter(vocabulary: &mut Vocabulary) {
    figure::enter(vocabulary);
    traded::enter(vocabulary);
    open::enter(vocabulary);
}

impl<'s, 'a> Clauses<'s, 'a> {
    #[expect(clippy::too_many_arguments, reason = "everything that a sentence is read with")]
    pub(crate) fn new(
        story: &'s Story<'a>,
        places: &'s Places<'s>,
        scanner: &'s Scanner,
        pieces: Pieces<'s, 'a>,
        carry: &'s mut Carry,
        drafts: &'s mut Vec<Draft>,
        sentence: usize,
        attribution: Option<Name>,
    ) -> Self {
        let mut became = take(&mut carry.room.became);
        became.clear();
        became.resize(pieces.quantities.len(), None);
        let mut mains = take(&mut carry.room.mains);
        mains.clear();
        let first_draft = drafts.len();
        let counts = !pieces.quantities.is_empty();
        let scale = if counts { figure::scale_of(story, &pieces) } else { None };
        let denies = counts
            && story.sentences.get(sentence).is_none_or(|sentence| sentence.lists.any(Lists::DENIAL))
            && pieces.list.iter().any(|piece| piece.begins_in(story, Lists::DENIAL));
        let mut clauses = Self {
            story,
            places,
            scanner,
            pieces,
            carry,
            drafts,
            sentence,
            attribution,
            topic: None,
            topic_from: 0,
            topic_end: 0,
            blocked: false,
            said: Said::Nothing,
            said_before: Said::Nothing,
            said_at: 0,
            last_direction: None,
            status: None,
            will: false,
            clause_start: 0,
            aside: None,
            relative: None,
            skipped: 0..0,
            notes: None,
            left: (0, None),
            current: 0,
            blocked_at: 0,
            became,
            mains,
            first_draft,
            subjects: Vec::new(),
            listed: 0,
            scale,
            denies,
            ranks: OnceCell::new(),
        };
        for at in pieces.times {
            if clauses.is_main_time(*at) && !clauses.in_days(*at) {
                clauses.mains.push(*at);
            }
        }
        clauses
    }

    pub(crate) fn read(&mut self) {
        let mut next = 0;
        // what is asked of each word
        let (totals, gaps) = (self.may_say(TOTALS), self.may_say(GAPS));
        let two = self.may_say(of_all::OF_TWO);
        for at in 0..self.pieces.list.len() {
            if at < next {
                continue;
            }
            self.current = at;
            let what = &self.pieces.list[at].what;
            let close = match what {
                What::Class(Class::Break) => {
                    let close = self.aside(at).or_else(|| self.season(at));
                    if let Some(close) = close {
                        self.skipped = at..close;
                    }
                    if close.is_none() {
                        self.open_relative(at);
                    }
                    let event = if close.is_none() { self.before_an_event(at) } else { None };
                    self.clause_start = event.unwrap_or(self.clause_start);
                    close.or(event)
                }
                What::Sign(',' | '—' | '–' | '-') => self.apposition(at).or_else(|| self.made_where(at)),
                What::Class(Class::Indicator(..) | Class::Anaphor) | What::Word if gaps => {
                    self.gap_between(at)
                }
                _ => None,
            };
            if let Some(close) = close {
                next = close;
                continue;
            }
            match *what {
                // `The January-July total was V`, `the nine-month tally reached V`
                What::Word | What::Class(Class::Plain)
                    if totals && self.is_word(at, TOTALS) && self.totals(at) =>
                {
                    self.anaphor(at);
                }
                What::Time(_) if self.totals(at) && self.ends_in_total(at) => self.anaphor(at),
                // `EU to slap duties`, `battery maker to invest` above a story
                What::Class(Class::Prep(Prep::To)) if self.is_announced(at) => {
                    self.status = Some(Status::Target);
                }
                // `The former had been V, the latter V2`
                _ if two && self.former_or_latter(at) => {}
                What::Class(class) => self.class(at, class),
                What::Quantity(index) => self.quantity(at, index),
                What::Word if self.carry.alias.is_some() => self.alias(at),
                What::Possessive => self.owns_the_same(at),
                What::Sign(';' | '—') => self.boundary(at),
                What::Sign(',') => self.close_relative(at),
                // `it would scare away capital: Chile drew V`: what might be is over
                What::Sign(':') => self.status = None,
                _ => {}
            }
        }
        self.enumerated();
        self.read_on();
        self.as_the_headline();
        self.note_week();
        self.ships_ordered();
        // half of the sentences have no figure that the rest of the sentence may change
        if self.drafts.len() > self.first_draft {
            self.for_whom();
            self.sales_concluded();
            self.export_sales();
            self.parts_of_growth();
            self.loads_now();
            self.lots_of_a_purchase();
            self.origins();
            self.works_abroad();
            self.with_whom();
            self.elided_partners();
            self.duties_on_each();
            self.balance_of_all();
            self.sides_in_order();
            self.two_bases();
            self.second_pair();
            self.bases_without_a_time();
            self.two_years();
            self.parts_of_a_rate();
            self.a_year_after_its_base();
            self.after_its_base();
            self.told_behind();
            self.foreseen();
            self.not_with_home();
            self.own_subjects();
            self.rates_agreed();
            self.of_its_noun();
            self.goods_under_duties();
            self.duty_and_its_goods();
        } else {
            // … but what ships load holds for the next one
            self.loads_now();
        }
        self.note_list_head();
        self.note_drafts();
        let goods = self.pieces.quantities.iter().rev().find_map(|quantity| match quantity.measure {
            Measure::Unit(unit) if figure::is_weight(unit) => Some(unit),
            _ => None,
        });
        self.carry.counted_in = goods.map(|unit| (self.sentence, unit)).or(self.carry.counted_in);
        if let Some(paid) =
            self.pieces.quantities.iter().rev().find(|paid| {
                !paid.price && matches!(paid.measure, Measure::Money(_) | Measure::LocalMoney(..))
            })
        {
            self.carry.paid_in = self.unit(paid).map(|(unit, _)| (self.sentence, unit));
        }
        self.carry.counted.0 += self.became.iter().flatten().count();
        self.carry.counted.1 += self.became.len();
        self.leave();
        self.carry.room = Room { became: take(&mut self.became), mains: take(&mut self.mains) };
    }

    /// A sentence without quantities that a time opens.
    pub(crate) fn note_opening(&mut self) {
        let first = self.mains.first().filter(|first| **first <= OPENS);
        if let Some(What::Time(Time::Days(period))) = first.and_then(|at| self.what(*at)) {
            self.carry.period = Some(*period);
        }
    }

    /// What a sentence without quantities is about, for the `It` that the next begins with.
    pub(crate) fn note_topic(&mut self) {
        let named = (0..self.pieces.list.len()).find_map(|at| match self.what(at) {
            Some(What::Class(Class::Indicator(measured, Strength::Full))) => Some((at, *measured)),
            _ => None,
        });
        let Some((at, measured)) = named else { return };
        let is = words!["is", "was", "are", "were", "has", "have"];
        let with = measured.indicator == Indicator::Balance && self.is_prep(at + 1, Prep::With);
        if with || (at + 1..at + 8).any(|at| self.is_word(at, is)) {
            self.begin(at, measured);
            self.carry.topic.clone_from(&self.topic);
            self.carry.noted = Some(self.sentence);
        }
    }

    /// A sentence without quantities may still say which period the story is about.
    pub(crate) fn note_period(&mut self) {
        // the lead under a headline of trade
        let trade = (self.carry.trade_seen && self.carry.paragraph < 4 && self.drafts.is_empty())
            || self
                .pieces
                .list
                .iter()
                .any(|piece| matches!(piece.what, What::Class(Class::Indicator(_, Strength::Full))));
        let named = self.mains.iter().find_map(|at| match self.what(*at) {
            Some(What::Time(Time::Days(period))) => Some(*period),
            _ => None,
        });
        self.note_times();
        self.note_levier();
        if trade && named.is_some() {
            self.carry.story_period = self.carry.story_period.or(named);
            self.carry.period = named;
        }
        self.carry.trade_seen |= trade;
    }

    /// `in the season that began May 1`, `in the year that ended in June`: which season it is says nothing else.
    fn season(&self, at: usize) -> Option<usize> {
        let noun = self.is_word(
            at.wrapping_sub(1),
            words![
                "season",
                "year",
                "campaign",
                "quarter",
                "marketing year",
                "crop year",
                "fiscal year",
                "period",
            ],
        ) || matches!(self.what(at.wrapping_sub(1)), Some(What::Time(_)));
        let bounds = self.is_word(at, words!["that", "which"])
            && self.is_word(
                at + 1,
                words!["began", "begins", "started", "starts", "ended", "ends", "closed", "opened"],
            );
        let next = self.skip(at + 2, |what| {
            matches!(what, What::Class(Class::Prep(Prep::On | Prep::In) | Class::Plain))
        });
        (noun && bounds && matches!(self.what(next), Some(What::Time(_) | What::Word | What::Number)))
            .then(|| self.skip(next, |what| matches!(what, What::Time(_) | What::Word | What::Number)))
    }

    /// `Imports, which before the war in Ukraine were worth V`: when that was stands between the noun and its verb.
    fn before_an_event(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        if !self.is_word(at, words!["before", "until"]) || !self.is_word(at.wrapping_sub(1), words!["which"])
        {
            return None;
        }
        (at + 1..at + LONGEST)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Class(
                                Class::Plain
                                    | Class::Other
                                    | Class::Prep(_)
                                    | Class::Change(_)
                                    | Class::Level(_)
                            )
                    )
                )
            })
            .find(|at| matches!(self.what(*at), Some(What::Class(Class::Change(_) | Class::Level(_)))))
    }

    /// `, where carmakers have cut output,`: an aside without numbers says nothing of the verb after it.
    fn aside(&self, at: usize) -> Option<usize> {
        // `Exports, after six declines in a row, rose P`
        let opens =
            words!["where", "which", "who", "whose", "after", "although", "though", "despite", "amid", "as"];
        if !matches!(self.what(at.checked_sub(1)?), Some(What::Sign(','))) || !self.is_word(at, opens) {
            return None;
        }
        let close = (at + 1..at + 24)
            .take_while(|at| {
                !matches!(self.what(*at), Some(What::Quantity(_) | What::Class(Class::Status(_))) | None)
            })
            .filter(|at| matches!(self.what(*at), Some(What::Sign(','))))
            .enumerate()
            // an aside may be a list
            .find(|(nth, at)| {
                *nth == 0 && !matches!(self.what(at + 1), Some(What::Word | What::Class(Class::Other)))
                    || matches!(self.what(at + 1), Some(What::Class(Class::Change(_) | Class::Level(_))))
            })
            .map(|(_, at)| at)?;
        let verb =
            close + 1 + usize::from(self.is_word(close + 1, words!["still", "already", "alone", "also"]));
        matches!(
            self.what(verb),
            Some(What::Class(Class::Change(_) | Class::Level(_) | Class::Plain | Class::Share))
        )
        .then_some(close)
        .or_else(|| self.trades(verb).then_some(close))
    }

    /// `Gold, mined in Cajamarca and refined in Switzerland, brought in V`: where goods come from is not whose trade they are.
    fn made_where(&self, at: usize) -> Option<usize> {
        const MADE: &Words = words![
            "mined",
            "grown",
            "produced",
            "made",
            "assembled",
            "refined",
            "processed",
            "caught",
            "harvested",
            "raised",
            "woven",
            "built",
        ];
        const LONGEST: usize = 16;
        if !self.may_say(MADE) || !self.is_word(at + 1, MADE) {
            return None;
        }
        let close = (at + 2..at + LONGEST)
            .take_while(|at| {
                matches!(
                    self.what(*at),
                    Some(
                        What::Word
                            | What::Region(_)
                            | What::Possessive
                            | What::Sign(',')
                            | What::Class(Class::Plain | Class::Prep(_) | Class::Other)
                    )
                )
            })
            .find(|at| matches!(self.what(*at), Some(What::Sign(','))))?;
        matches!(self.what(close + 1), Some(What::Class(Class::Change(_) | Class::Level(_) | Class::Share)))
            .then_some(close)
    }

    /// `exports of chips, the key export item for Asia's fourth-largest economy, plunged P`, `imports of grain -- wheat and
    /// barley from Kazakhstan -- jumped P`: what is said beside an indicator, up to its verb.
    fn apposition(&self, at: usize) -> Option<usize> {
        if self.topic.is_none() || self.blocked || self.said != Said::Nothing || self.topic_end + 5 < at {
            return None;
        }
        let dash = |at: usize| match self.what(at) {
            Some(What::Sign('—' | '–')) => true,
            Some(What::Sign('-')) => matches!(self.what(at + 1), Some(What::Sign('-'))),
            _ => false,
        };
        let dashes = dash(at);
        // `those to China, South Korea's top trading partner, retreated P`
        let partner = matches!(self.what(at + 1), Some(What::Region(_)))
            && matches!(self.what(at + 2), Some(What::Possessive));
        let opens = dashes
            || partner
            || self.is_word(
                at + 1,
                words![
                    "a",
                    "an",
                    "the",
                    "one of",
                    "one",
                    "its",
                    "once",
                    "long",
                    "already",
                    "seen",
                    "known",
                    "dubbed",
                    "considered",
                ],
            );
        if !opens || !dashes && !matches!(self.what(at), Some(What::Sign(','))) {
            return None;
        }
        let closes = |close: usize| {
            if dashes { dash(close) } else { matches!(self.what(close), Some(What::Sign(','))) }
        };
        let verb = |at: usize| {
            let at = self.skip(at, |what| matches!(what, What::Class(Class::Plain)));
            matches!(self.what(at), Some(What::Class(Class::Change(_) | Class::Level(_))))
        };
        // a number of people says nothing of trade
        let counts = |at: usize| match self.what(at) {
            Some(What::Quantity(index)) => {
                let measure = self.pieces.quantities[*index].measure;
                !matches!(measure, Measure::Bare | Measure::Scaled)
            }
            Some(What::Class(Class::Status(_) | Class::Change(_))) | None => true,
            _ => false,
        };
        (at + 2..at + 26).take_while(|at| !counts(*at)).find(|close| {
            // `--` is two signs
            let double = dashes && matches!(self.what(close + 1), Some(What::Sign('-')));
            closes(*close) && verb(close + 1 + usize::from(double))
        })
    }

    fn leave(&mut self) {
        self.note_base();
        self.note_times();
        self.note_section();
        // what a place uses is not what the next sentence is about
        let goes_on = |draft: &&Draft| !draft.is_base && draft.rule != "share/depends";
        let Some(last) = self.drafts[self.first_draft..].iter().rev().find(goes_on) else {
            if self.blocked && self.topic.is_none() {
                self.carry.topic = None;
            } else if self.topic.is_some() {
                self.carry.topic = self.topic.take();
            }
            self.note_opening();
            self.note_heading();
            // a headline or lead without figures says of when the story is
            if self.carry.story_period.is_none() && self.carry.paragraph < 4 {
                self.note_period();
            }
            return;
        };
        // `As of December 20, registered capital stood at V`: what follows is counted to that day, too
        let to_date = self.day_counted_to().map(|_| {
            let first = &self.drafts[self.first_draft];
            let capital = matches!(first.topic.indicator, Indicator::Fdi | Indicator::FdiInward);
            first.period.filter(|_| capital && first.period_stated)
        });
        self.carry.heading = to_date.flatten().or(self.carry.heading);
        // what is hoped for by 2030 and the days of a duty say nothing of the period that is spoken of
        let of_now = |draft: &&Draft| {
            let duty = draft.topic.indicator == Indicator::Tariff && is_of_days(draft);
            !draft.is_base && !ahead(draft.status) && !duty
        };
        let now = self.drafts[self.first_draft..].iter().rev().find(of_now);
        // a time that opens the sentence holds for those after it, one in its midst for its own number
        let opened = self.mains.first().is_some_and(|first| *first <= OPENS);
        let now = now.and_then(|draft| draft.period);
        // … unless the story began with what is forecast, and tells now of what has been
        let over = |story: Period| self.carry.today.is_none_or(|today| story.last <= today);
        let older = now
            .zip(self.carry.story_period)
            .is_some_and(|(now, story)| now.last < story.first && over(story));
        if !older || opened || self.carry.story_period.is_none() {
            self.carry.period = now.or(self.carry.period);
        }
        let forecast =
            self.drafts[self.first_draft..].iter().rev().find(|draft| !draft.is_base && ahead(draft.status));
        self.carry.ahead =
            forecast.filter(|draft| draft.period_stated).and_then(|draft| draft.period).or(self.carry.ahead);
        for draft in &self.drafts[self.first_draft..] {
            // `The gap a year earlier was V`: "the half" is not that year's
            let year_before = |period| {
                let next = super::period::shift(period, 12);
                next.is_some()
                    && (next == self.carry.story_period || next == self.carry.recent.last().copied())
            };
            if let Some(period) = draft.period.filter(|_| draft.period_stated && !draft.is_base)
                && self.carry.recent.last() != Some(&period)
                && !year_before(period)
            {
                self.carry.recent.push(period);
            }
        }
        let old = self.carry.recent.len().saturating_sub(8);
        self.carry.recent.drain(..old);
        let change = self.drafts[self.first_draft..].iter().rev().find(|draft| draft.comparison.is_some());
        if let Some(said) = change.filter(|draft| draft.comparison_stated) {
            let spoken = match said.period.and_then(super::period::length) {
                Some(1) => &mut self.carry.monthly,
                Some(3) => &mut self.carry.quarterly,
                _ => &mut self.carry.longer,
            };
            *spoken = spoken.or(said.comparison);
        }
        // a story in seasonally adjusted numbers goes from month to month, where nothing else is said
        if self.carry.paragraph < 4
            && self.carry.monthly.is_none()
            && self.drafts[self.first_draft..].iter().all(|draft| draft.comparison.is_none())
            && self.may_say(words!["seasonally", "seasonally adjusted"])
            && self.any_word(0..self.pieces.list.len(), words!["seasonally", "seasonally adjusted"])
        {
            self.carry.monthly = Some(Comparison::MonthOnMonth);
        }
        self.carry.comparison = change.and_then(|draft| draft.comparison).or(self.carry.comparison);
        self.carry.direction = change.and_then(|draft| draft.direction).or(self.carry.direction);
        let mut spoken_of = last.topic.clone();
        // the last place of a list is not whom the next sentence is about
        if enumerated::is_listed(last.rule) {
            (spoken_of.partner, spoken_of.partner_stated) = (None, false);
        }
        // … nor whom else goods went to: `V, of which V2 went outside the bloc`
        let here = &self.drafts[self.first_draft..];
        if spoken_of.partner.as_deref().is_some_and(remainder::is_left_over)
            && here.iter().any(|draft| draft.topic.partner != spoken_of.partner)
        {
            (spoken_of.partner, spoken_of.partner_stated) = (None, false);
        }
        // what a rival handles says nothing of the next sentence
        if spoken_of.indicator == Indicator::Freight && self.places.port.is_some() {
            spoken_of.reporter.clone_from(&self.places.port);
        }
        // … nor what one port of a country's does
        if spoken_of.indicator == Indicator::Freight
            && self.is_story_of_freight()
            && self.carry.story_reporter.as_deref().is_some_and(|code| code.len() == 2)
        {
            spoken_of.reporter.clone_from(&self.carry.story_reporter);
        }
        // … nor what flows into one country of a report on the world
        if figure::is_fdi(spoken_of.indicator) && self.carry.story_reporter.as_deref() == Some("x:world") {
            spoken_of.reporter.clone_from(&self.carry.story_reporter);
        }
        // the next sentence is of the province again
        if spoken_of.reporter.as_deref().is_some_and(|code| {
            self.in_the_storys_province(code)
                || code.contains('-')
                    && !code.contains(':')
                    && self.carry.story_reporter.as_deref() == code.split('-').next()
        }) {
            spoken_of.reporter.clone_from(&self.carry.story_reporter);
        }
        self.carry.topic = Some(spoken_of);
        self.carry.attribution = take(&mut self.attribution);
        let first = &self.drafts[self.first_draft];
        let spoken = self.drafts[self.first_draft..].iter().find(|draft| !draft.is_base);
        self.carry.story_period = self.carry.story_period.or(spoken
            // the days of a duty and of a purchase are their own
            .filter(|draft| {
                let own =
                    matches!(draft.topic.indicator, Indicator::Tariff | Indicator::Quota | Indicator::Deals);
                draft.period_stated && !(own && is_of_days(draft))
            })
            .and_then(|draft| draft.period));
        // `in Q1` of a headline is the April-June quarter of the lead, where both give the same amount
        let headline = self.drafts[..self.first_draft].first();
        if let Some(short) = headline.filter(|draft| draft.bytes.start < self.story.headline.end)
            && self.carry.paragraph < 4
            && let Some(lead) = self.drafts[self.first_draft..].iter().find(|lead| {
                lead.value.abs() == short.value.abs()
                    && lead.unit == short.unit
                    && lead.period_stated
                    && lead.period.is_some()
                    && lead.period != short.period
            })
        {
            self.carry.story_period = lead.period;
        }
        // `UP IN MARCH` of a headline are the days from March 1 to 25 of the lead
        if self.first_draft == 0
            && let Some(lead) = spoken.filter(|draft| draft.period_stated && is_of_days(draft))
            && let Some(days) = lead.period
            && self.carry.story_period.is_some_and(|story| {
                super::period::length(story) == Some(1) && story.first == days.first && days.last < story.last
            })
        {
            self.carry.heading =
                self.carry.heading.filter(|heading| Some(*heading) != self.carry.story_period);
            self.carry.story_period = Some(days);
        }
        // who levies a duty need not be whose trade the story is about
        // and a headline may leave it to the lead to say whose
        let said = first.topic.reporter_stated;
        let open = self.carry.story_reporter.is_none()
            || !self.carry.story_reporter_said && said && self.carry.paragraph < 4;
        // `Japan buys shoes, but India's share of its imports is P`: of whom the story tells is who sells
        let home = self.places.home.as_ref();
        let of_seller = first.kind == FigureKind::Share
            && home.is_some()
            && first.topic.partner.as_ref() == home
            && first.topic.reporter.as_ref() != home;
        if open && of_seller {
            self.carry.story_reporter = home.cloned();
        } else if open && first.topic.indicator != Indicator::Tariff {
            self.carry.story_reporter.clone_from(&first.topic.reporter);
            self.carry.story_reporter_said = said;
        }
        self.carry.story_comparison = self.carry.story_comparison.or(self.carry.comparison);
        self.carry.trade_seen = true;
        // a story whose first figure is the trade between two is about these two
        if self.first_draft == 0
            && self.carry.bilateral.is_none()
            && matches!(first.topic.indicator, Indicator::Trade | Indicator::Balance)
            && first.topic.partner_stated
            && let (Some(one), Some(other)) = (&first.topic.reporter, &first.topic.partner)
            && **other != *"WORLD"
        {
            self.carry.bilateral = Some((one.clone(), other.clone()));
        }
        if self.carry.story_flow.is_none() {
            self.carry.story_flow = self.drafts[self.first_draft..]
                .iter()
                // the goods that a duty hits say nothing of what else is traded
                .find(|draft| {
                    matches!(draft.topic.indicator, Indicator::Exports | Indicator::Imports)
                        && draft.rule != "tariff/goods"
                })
                .map(|draft| draft.topic.clone());
        }
    }

    /// A report on a month that has given the figures since January goes on with these in China, and elsewhere where it has given
    /// exports, imports and balance or where a part would be larger than the whole month.
    fn note_section(&mut self) {
        const YEAR: i32 = 12;
        /// What is given of the whole month stands among the story's first figures; looking no further keeps the time linear.
        const WHOLES: usize = 200;
        let Some(story) = self.carry.story_period else { return };
        // a point of a list says nothing of what follows the list
        if self.text(0).starts_with(['-', '*', '•', '–']) {
            return;
        }
        let stated = self.drafts[self.first_draft..].iter().rev().find(|draft| {
            draft.period_stated && !draft.is_base && draft.period.is_some() && !ahead(draft.status)
        });
        if let Some(period) = stated.and_then(|draft| draft.period) {
            let longer = period.first <= story.first
                && period.last >= story.last
                && period != story
                && super::period::length(period).is_some_and(|months| months < YEAR);
            // `taking the oil imports since January to 326 million tons`: each of the goods has its month first
            let of_goods = self.drafts[self.first_draft..]
                .iter()
                .any(|draft| draft.period == Some(period) && figure::is_weight(draft.unit));
            let longer = longer && !of_goods;
            self.carry.section = Some(period).filter(|_| longer);
        }
        self.carry.told = stated.and_then(|draft| draft.period).or(self.carry.told);
        self.carry.account = self.carry.told.filter(|told| self.is_account(*told, story));
        let Some(section) = self.carry.section else { return };
        let (before, here) = self.drafts.split_at(self.first_draft);
        let sized = |draft: &Draft| {
            draft.kind == FigureKind::Level
                && figure::is_flow(draft.topic.indicator)
                && draft.period == Some(story)
                && figure::is_money(draft.unit)
                && !ahead(draft.status)
        };
        let outgrown = here.iter().filter(|part| sized(part) && !part.period_stated).any(|part| {
            let whole = before
                .iter()
                .take(WHOLES)
                .filter(|whole| {
                    sized(whole)
                        && whole.period_stated
                        && whole.unit == part.unit
                        && whole.topic.reporter == part.topic.reporter
                })
                .map(|whole| whole.value.abs())
                .max();
            whole.is_some_and(|whole| part.value > whole)
        });
        self.carry.outgrown |= outgrown;
        if outgrown {
            for draft in &mut self.drafts[self.first_draft..] {
                if draft.period == Some(story) && !draft.period_stated {
                    draft.period = Some(section);
                }
            }
        }
    }

    /// Whether so much was given for a period, other than that of the story, that it goes on with its parts.
    fn is_account(&self, told: Period, story: Period) -> bool {
        /// Looking no further back keeps the time linear.
        const NEAR: usize = 40;
        let given = |indicator: &Indicator| {
            self.drafts.iter().rev().take(NEAR).any(|draft| {
                draft.topic.indicator == *indicator
                    && draft.period == Some(told)
                    && !draft.is_base
                    && !ahead(draft.status)
            })
        };
        let longer = told.first <= story.first && told.last >= story.last;
        // a report on a month gives its account of the fiscal year so far by the way
        let so_far =
            || told.first.month() == 1 && super::period::length(told).is_some_and(|months| months < 12);
        if told == story || told.last < story.first || longer && !so_far() {
            return false;
        }
        // two are enough where the story began with what was before
        let needed = if told.first > story.last { 2 } else { 3 };
        [Indicator::Exports, Indicator::Imports, Indicator::Balance].iter().filter(|it| given(it)).count()
            >= needed
    }

    /// The longer period, where what names no time is of it.
    fn section(&self) -> Option<Period> {
        let goes_on = self.carry.outgrown || self.places.home.as_deref() == Some("CN");
        self.carry.account.or_else(|| self.carry.section.filter(|_| goes_on))
    }

    /// Whether a time and perhaps a noun here are what a verb says something of.
    fn totals(&self, noun: usize) -> bool {
        let timed = matches!(self.what(noun), Some(What::Time(_)))
            || matches!(self.what(noun.wrapping_sub(1)), Some(What::Time(_)));
        let verb = self.skip(noun + 1, |what| matches!(what, What::Class(Class::Plain)));
        timed
            && self.topic.is_none()
            && matches!(self.what(verb), Some(What::Class(Class::Change(_) | Class::Level(_))))
    }

    /// `the nine-month total` as one time.
    fn ends_in_total(&self, at: usize) -> bool {
        let text = self.text(at).to_ascii_lowercase();
        ["total", "tally", "figure", "volume"].iter().any(|noun| text.ends_with(noun))
    }

    fn boundary(&mut self, at: usize) {
        self.clause_start = at + 1;
        // `had predicted that exports would grow P`
        // … `predicted last month that exports would grow P`
        let foretells = (at.saturating_sub(4)..at)
            .rev()
            .find(|back| {
                !matches!(
                    self.what(*back),
                    Some(What::Time(_) | What::Class(Class::Plain | Class::Prep(Prep::In | Prep::On)))
                )
            })
            .is_some_and(|back| {
                matches!(self.what(back), Some(What::Class(Class::Status(Status::Forecast))))
            });
        let foretold = self.status == Some(Status::Forecast) && self.is_word(at, words!["that"]) && foretells;
        if !foretold {
            self.status = None;
        }
    }

    fn class(&mut self, at: usize, class: Class) {
        match class {
            // `handling of dry cargo`
            Class::Indicator(..)
                if self.is_word(at, words!["cargo", "cargoes"])
                    && self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Freight)
                    && self.topic_end == at => {}
            Class::Indicator(measured, strength) => self.indicator(at, measured, strength),
            Class::Tariff if self.of_a_service() => self.block(),
            Class::Tariff => self.tariff(at),
            Class::Other if self.is_rate_of_duty(at) => self.rate_of_duty(at),
            // `Sugar imports subject to the U.S. quota totaled V`
            Class::Quota
                if self.topic.is_some()
                    && (at.saturating_sub(6)..at)
                        .any(|at| self.is_word(at, words!["subject"]) && self.is_prep(at + 1, Prep::To)) => {}
            // `the initial week of the 1987 sugar quota year`
            Class::Quota if self.topic.is_some() && self.is_word(at + 1, words!["year", "period"]) => {}
            Class::Quota if self.quota_of_output(at) => self.block(),
            Class::Quota => self.begin(at, Measured { indicator: Indicator::Quota, sign: 0 }),
            Class::Change(direction) => self.verb(at, Said::Change(direction)),
            Class::Level(bound) => self.verb(at, Said::Level(bound)),
            Class::Share => self.verb(at, Said::Share),
            Class::Contribute => self.verb(at, Said::Contribute),
            Class::Anaphor => self.anaphor(at),
            // `Oil imports cost V`
            Class::Other
                if self.is_word(at, words!["cost", "costing"])
                    && matches!(self.what(at.wrapping_sub(1)), Some(What::Class(Class::Indicator(measured, _)))
                        if measured.indicator == Indicator::Imports) =>
            {
                self.verb(at, Said::Level(None));
            }
            // `while that with West Germany was V`
            Class::Break
                if self.is_word(at, words!["that"])
                    && self.topic.is_some()
                    && (self.is_prep(at + 1, Prep::With)
                        || self.is_prep(at + 1, Prep::To)
                        || self.is_prep(at + 1, Prep::In)
                        // `and that from China plunged`, and not `goods that from July on`
                        || self.is_prep(at + 1, Prep::From)
                            && matches!(self.what(at + 2), Some(What::Region(_)))
                            && self.is_prep(at.wrapping_sub(1), Prep::And)
                        // `while that on refined oils goes up to P`
                        || self.is_prep(at + 1, Prep::On)
                            && self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Tariff)) =>
            {
                self.anaphor(at);
            }
            // `Imports slipped too, but by only P`
            Class::Break if self.is_word(at, words!["but"]) && self.is_prep(at + 1, Prep::By) => {}
            Class::Break => self.boundary(at),
            Class::Prep(Prep::With)
                if at > 0 && matches!(self.what(at.wrapping_sub(1)), Some(What::Sign(','))) =>
            {
                self.clause_start = at + 1;
            }
            // `Handling of dry cargo rose P` in a story of ports
            Class::Handled
                if self.is_word(at, words!["handling"])
                    && self.is_prep(at + 1, Prep::Of)
                    && self.is_story_of_freight() =>
            {
                self.begin(at, Measured { indicator: Indicator::Freight, sign: 0 });
            }
            // `five ships have loaded V of wheat`
            Class::Handled if self.is_loading(at) => {}
            Class::Handled if self.stays_inside() => self.block(),
            Class::Handled => self.handled(at),
            // `capital contributions and share purchases reached V`, `new projects with total capital of V` in a report on what
            // foreigners invest
            Class::Other if self.capital_goes_on(at) => {}
            // `increased turnover by P`, `turnover of liquid cargo grew P` there: of goods, and no money
            Class::Other if self.is_word(at, words!["turnover"]) && self.is_story_of_freight() => {
                self.begin(at, Measured { indicator: Indicator::Freight, sign: 0 });
            }
            // `Countries outside the CIS accounted for P of turnover` of a story that began with the turnover of foreign trade
            Class::Other
                if self.is_word(at, words!["turnover"])
                    && self.drafts.first().is_some_and(|first| first.topic.indicator == Indicator::Trade)
                    && self.drafts.len() < LONG_STORY
                    && !matches!(
                        self.what(at.wrapping_sub(1)),
                        Some(What::Word | What::Class(Class::Other))
                    ) =>
            {
                self.begin(at, Measured { indicator: Indicator::Trade, sign: 0 });
            }
            Class::Invest if self.investment_across(at) || self.invested_abroad(at) => {}
            // `Actual investment in China from Germany rose P`
            Class::Invest
                if self.is_word(at, words!["investment", "investments"])
                    && self.is_prep(at + 1, Prep::In)
                    && matches!(self.what(at + 2), Some(What::Region(_)))
                    && self.is_prep(at + 3, Prep::From)
                    && matches!(self.what(at + 4), Some(What::Region(_))) =>
            {
                self.begin(at, Measured { indicator: Indicator::FdiInward, sign: 0 });
            }
            // `investment in Spain halved` of a story about investment across borders
            Class::Invest
                if self.is_word(at, words!["investment", "investments"])
                    && self.is_prep(at + 1, Prep::In)
                    && matches!(self.what(at + 2), Some(What::Region(_)))
                    && self.story_speaks_of(Indicator::FdiInward) =>
            {
                self.begin(at, Measured { indicator: Indicator::FdiInward, sign: 0 });
            }
            // `Investment in the manufacturing sector jumped P` of such a story
            Class::Invest
                if self.is_word(at, words!["investment", "investments"])
                    && (self.is_prep(at + 1, Prep::In)
                        && matches!(
                            self.what(self.skip(at + 2, |what| matches!(what, What::Class(Class::Plain)))),
                            Some(What::Word | What::Class(Class::Other))
                        )
                        && (at + 3..at + 7).any(|at| {
                            matches!(self.what(at), Some(What::Class(Class::Change(_) | Class::Level(_))))
                        }))
                    && self.drafts.last().is_some_and(|last| {
                        matches!(last.topic.indicator, Indicator::FdiInward | Indicator::FdiOutward)
                            && last.sentence + 3 > self.sentence
                    }) =>
            {
                let last = self.drafts.last().map(|last| last.topic.clone());
                if let Some(last) = last {
                    self.begin(at, Measured { indicator: last.indicator, sign: 0 });
                    let sector = (at + 2..at + 7).find(|at| {
                        matches!(self.what(*at), Some(What::Class(Class::Change(_) | Class::Level(_))))
                    });
                    let goods = sector.and_then(|end| self.goods_between(at + 2, end));
                    if let Some(topic) = self.topic.as_mut() {
                        topic.reporter = last.reporter;
                        topic.commodity = goods;
                        (topic.partner, topic.partner_stated) = (None, false);
                    }
                    self.topic_end = sector.unwrap_or(at + 1);
                }
            }
            // `calls for investment of V this year` of a story that began with investment abroad
            Class::Invest
                if self.is_word(at, words!["investment", "investments"])
                    && (self.is_prep(at + 1, Prep::Of)
                        && matches!(
                            self.what(self.skip(at + 2, |what| {
                                matches!(what, What::Class(Class::Plain | Class::Bound(_)))
                            })),
                            Some(What::Quantity(_))
                        )
                        || matches!(self.what(at + 1), Some(What::Class(Class::Level(_)))))
                    && self.drafts.last().is_some_and(|last| {
                        matches!(last.topic.indicator, Indicator::FdiInward | Indicator::FdiOutward)
                            && last.sentence + 8 > self.sentence
                    }) =>
            {
                if let Some(last) = self.drafts.last().map(|last| last.topic.clone()) {
                    self.begin(at, Measured { indicator: last.indicator, sign: 0 });
                    self.topic = Some(Topic { commodity: None, ..last });
                    self.topic_end = at + 1;
                }
            }
            // `Coffee earnings rose to V` in a report on trade
            Class::Other if self.goods_earn(at) => {
                self.begin(at, Measured { indicator: Indicator::Exports, sign: 0 });
            }
            // `As imports, almost all of them bulk wine, cost V`
            Class::Other
                if self.is_word(at, words!["cost"])
                    && !self.blocked
                    && self.topic.as_ref().is_some_and(|topic| topic.indicator == Indicator::Imports)
                    && matches!(
                        // `cost the country V`
                        self.what(self.skip(at + 1, |what| {
                            matches!(
                                what,
                                What::Class(Class::Plain | Class::Bound(_) | Class::Peri(_)) | What::Region(_)
                            )
                        })),
                        Some(What::Quantity(index)) if self.pieces.quantities[*index].measure.is_money()
                    ) =>
            {
                self.verb(at, Said::Level(None));
            }
            // `a single wafer project in Kedah` is no verb
            Class::Status(_)
                if self.is_word(at, words!["project", "projects", "poll", "plan", "plans"])
                    && self.is_a_noun(at) => {}
            Class::Status(status) => {
                let foretold = status == Status::Hypothetical
                    && self.status == Some(Status::Forecast)
                    && self.is_word(self.clause_start.wrapping_sub(1), words!["that"]);
                let reported = status == Status::Hypothetical && self.is_reported_will(at);
                if !foretold {
                    self.status = Some(if reported { Status::Target } else { status });
                }
                self.will = reported || self.is_word(at, words!["will"]);
            }
            // `Orders from ASEAN soared P` of a story about export orders
            Class::Other | Class::Deal
                if self.is_word(at, words!["orders"])
                    && (self.story_of_orders()
                        // those from home and abroad
                        && !self.is_word(at.wrapping_sub(1), words!["total", "all", "overall"])
                        || (self.is_prep(at + 1, Prep::From)
                            && self.region_list(at + 2, true).is_some())) =>
            {
                self.begin(at, Measured { indicator: Indicator::Deals, sign: 0 });
            }
            // `exports contract 15.9 pc`
            Class::Deal
                if self.is_word(at, words!["contract"])
                    && self.topic.is_some()
                    && self.topic_end == at
                    && matches!(
                        self.what(at + 1),
                        Some(What::Quantity(_) | What::Class(Class::Prep(Prep::By)))
                    ) =>
            {
                self.verb(at, Said::Change(Direction::Down));
            }
            Class::Other | Class::Deal => self.other(at),
            _ => {}
        }
    }

    /// `coffee earnings`: what a commodity brings in, where the story is a report on trade and no firm's.
    fn goods_earn(&self, at: usize) -> bool {
        const SOLD: &Words = words![
            "coffee",
            "cocoa",
            "tea",
            "sugar",
            "oil",
            "gas",
            "copper",
            "cotton",
            "rubber",
            "tin",
            "tobacco",
            "wool",
            "timber",
            "coal",
            "gold",
            "diamond",
            "beef",
            "meat",
            "fish",
            "shrimp",
            "banana",
            "bananas",
            "flower",
            "textile",
            "garment",
            "rice",
            "wheat",
            "soybean",
            "soya",
            "mineral",
            "minerals",
            "petroleum",
            "phosphate",
        ];
        self.is_word(at, words!["earnings", "receipts"])
            && self.is_word(at.wrapping_sub(1), SOLD)
            && self.drafts.iter().any(|draft| {
                matches!(draft.topic.indicator, Indicator::Exports | Indicator::Balance)
                    && draft.topic.reporter.is_some()
            })
    }

    /// `said exports would grow P`, `promised that tariffs would be lowered to P`: "will" in the words of one who says so. Not: what
    /// hangs on a condition, what would have been, and what duties would do to trade.
    fn is_reported_will(&self, at: usize) -> bool {
        const SAID: &Words = words![
            "said",
            "told",
            "announced",
            "reported",
            "promised",
            "pledged",
            "predicted",
            "noted",
            "disclosed",
        ];
        const IF: &Words = words![
            "if",
            "unless",
            "could",
            "might",
            "were to",
            "without",
            "in that case",
            "otherwise",
            "had",
            "should",
            "proposed",
            "proposal",
            "bill",
            "draft",
            "threatened",
            "threat",
            "warned",
            "at least",
            "excluding",
        ];
        self.is_word(at, words!["would"])
            && self.may_say(SAID)
            && self.any_word(0..at, SAID)
            && !self.is_word(at + 1, words!["have", "have been", "need to", "have to"])
            && !self.topic.as_ref().is_some_and(|topic| {
                let moves = self.is_word(at + 1, words!["be"])
                    || matches!(self.what(at + 1), Some(What::Class(Class::Change(_))))
                        && !(at + 2..at + 4)
                            .any(|at| matches!(self.what(at), Some(What::Class(Class::Indicator(..)))));
                topic.indicator == Indicator::Tariff && !moves
            })
            && !self.any_word(0..self.pieces.list.len(), IF)
    }

    /// Whether an article stands before a word that may be a verb as well, and adjectives only between: `a single project in Kedah`.
    fn is_a_noun(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at)
            .rev()
            .take_while(|back| {
                matches!(self.what(*back + 1), Some(What::Word | What::Sign('-') | What::Class(Class::Plain)))
                    || *back + 1 == at
            })
            .any(|back| {
                self.is_word(back, words!["a", "an", "single", "this", "one", "each", "per", "every"])
            })
            || self.is_a_project(at)
    }

    /// `136 new projects`, `valid projects with a capital of V`, `78 existing projects were allowed`: no forecast.
    pub(super) fn is_a_project(&self, at: usize) -> bool {
        self.is_word(at, words!["projects"])
            && (matches!(self.what(at.wrapping_sub(1)), Some(What::Quantity(_) | What::Number))
                || self.is_word(
                    at.wrapping_sub(1),
                    words![
                        "new",
                        "valid",
                        "existing",
                        "licensed",
                        "foreign",
                        "investment",
                        "invested",
                        "fdi",
                        "registered",
                        "operational",
                        "active",
                        "these",
                        "those",
                        "major",
                        "of",
                    ],
                ))
    }

    /// A bare "quota" may be one of output, of fish or of votes: only that of goods that cross a border counts.
    fn quota_of_output(&self, at: usize) -> bool {
        if !self.is_word(at, words!["quota", "quotas"]) {
            return false;
        }
        if self
            .drafts
            .last()
            .is_some_and(|last| last.topic.indicator == Indicator::Quota && last.unit != "bbl/d")
        {
            return false;
        }
        let has = |words: &[&str]| {
            (at.saturating_sub(12)..at + 12).any(|at| {
                let text = self.text(at).to_ascii_lowercase();
                words.iter().any(|word| text.contains(word))
            })
        };
        has(&["output", "production", "produc", "opec", "catch", "fishing", "milk", "contribution"])
            || !(has(&[
                "import", "export", "tariff", "duty", "ship", "trade", "textile", "sugar", "beef", "steel",
            ]) || self.pieces.list.iter().filter(|piece| matches!(piece.what, What::Region(_))).count()
                > 1)
    }

    /// Whether the story began with what ports handle.
    fn is_story_of_freight(&self) -> bool {
        self.drafts.first().is_some_and(|first| first.topic.indicator == Indicator::Freight)
    }

    /// `capital contributions and share purchases`, `total capital of V`, where the story is of what foreigners invest.
    fn capital_goes_on(&mut self, at: usize) -> bool {
        let named = self.is_word(at, words!["share purchases", "stock purchases"])
            || self.is_word(at, words!["capital"]) && self.is_prep(at + 1, Prep::Of);
        let Some(topic) = named.then(|| self.story_of_capital()).flatten() else { return false };
        self.go_on_with(topic, at, at + 1);
        self.said = Said::Nothing;
        true
    }

    /// What a story is of that began with the capital that foreigners brought and has spoken of nothing else.
    fn story_of_capital(&self) -> Option<Topic> {
        let first = self.drafts.first().filter(|first| first.topic.indicator == Indicator::FdiInward)?;
        let last = self.drafts.last()?;
        (last.topic.indicator == Indicator::FdiInward && self.drafts.len() < LONG_STORY).then(|| Topic {
            commodity: None,
            partner: None,
            partner_stated: false,
            reporter_stated: false,
            growth: false,
            ..first.topic.clone()
        })
    }

    /// Whether the story began with orders from abroad.
    fn story_of_orders(&self) -> bool {
        self.drafts
            .first()
            .is_some_and(|first| first.topic.indicator == Indicator::Deals && first.rule != "deals/worth")
    }

    fn quantity(&mut self, at: usize, index: usize) {
        let pieces = self.pieces;
        let quantity = as_scaled(&pieces.quantities[index]);
        self.left = (at, self.look_left(at));
        let draft = if quantity.price {
            self.duty_per_unit(at, &quantity).or_else(|| self.specific_duty(at, &quantity))
        } else if quantity.measure.is_relative() {
            self.relative(at, &quantity)
        } else {
            self.amount(at, &quantity)
        };
        if let Some(draft) = draft {
            self.became[index] = Some(self.drafts.len());
            self.drafts.push(draft);
        }
        if self.notes.is_some() {
            self.note(at, index, &quantity);
        }
    }

    /// A headline's infinitive of what is decided: `to slap`, `to invest`.
    fn is_announced(&self, to: usize) -> bool {
        self.is_word(to + 1, ANNOUNCED) && self.start_of(to) < self.story.headline.end
    }

    /// What `dateline tag --why` shows of a quantity.
    fn note(&mut self, at: usize, index: usize, quantity: &Quantity) {
        let bytes_of = |at: usize| self.pieces.list.get(at).map(|piece| self.bytes(piece.tokens.clone()));
        let end = (at + 1..self.pieces.list.len())
            .find(|at| matches!(self.what(*at), Some(What::Class(Class::Break) | What::Sign(';'))))
            .unwrap_or(self.pieces.list.len());
        let tokens = |from: usize, to: usize| {
            let from = self.pieces.list.get(from)?.tokens.start;
            let to = self.pieces.list.get(to.checked_sub(1)?)?.tokens.end;
            (from < to).then(|| self.bytes(from..to))
        };
        let named = self.topic.is_some() && self.topic_end > self.topic_from;
        let unit = self.unit(quantity).map_or("?", |(unit, _)| unit);
        let note = Note {
            bytes: quantity.bytes.clone(),
            read_as: format!("{} {unit}", quantity.value),
            clause: tokens(self.clause_start.min(at), end).unwrap_or_else(|| quantity.bytes.clone()),
            spoken_of: if named { tokens(self.topic_from, self.topic_end) } else { None },
            said: (self.said != Said::Nothing).then(|| bytes_of(self.said_at)).flatten(),
            draft: self.became.get(index).copied().flatten(),
            blocked_by: if self.blocked { bytes_of(self.blocked_at) } else { None },
            signs: None,
        };
        if let Some(notes) = self.notes.as_deref_mut() {
            notes.push(note);
        }
    }

    /// What was weighed of a quantity that no rule took.
    fn note_signs(&mut self, quantity: &Quantity, signs: Signs) {
        if let Some(note) = self.notes.as_deref_mut().and_then(|notes| note_of(notes, quantity)) {
            note.signs = Some(signs);
        }
    }

    /// What the sentence's quantities became when it had been read to its end.
    fn note_drafts(&mut self) {
        let Some(notes) = self.notes.as_deref_mut() else { return };
        for (quantity, became) in self.pieces.quantities.iter().zip(&self.became) {
            if let Some(note) = note_of(notes, quantity) {
                note.draft = *became;
            }
        }
    }

    fn what(&self, at: usize) -> Option<&'s What> {
        self.pieces.list.get(at).map(|piece| &piece.what)
    }

    fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        match (
            self.story.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.story.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if first.start <= last.end => first.start..last.end,
            _ => 0..0,
        }
    }

    fn text(&self, at: usize) -> &'a str {
        self.pieces.list.get(at).map_or("", |piece| piece.words)
    }

    fn lower(&self, tokens: Range<usize>) -> Name {
        in_small_letters(self.story.words(self.bytes(tokens)))
    }

    /// Whether the first word of a piece stands in a list.
    fn begins_in(&self, at: usize, list: Lists) -> bool {
        self.pieces.list.get(at).is_some_and(|piece| piece.begins_in(self.story, list))
    }

    /// Whether one of the words may stand in the sentence: what asks it of many pieces asks this first. A call, as so many rules begin
    /// with it that its code would be most of what they push out of the cache of instructions.
    #[inline(never)]
    fn may_say(&self, words: &Words) -> bool {
        words.may_be_in(&self.pieces.looks)
    }

    #[inline(never)]
    fn is_word(&self, at: usize, words: &Words) -> bool {
        self.pieces.list.get(at).is_some_and(|piece| words.have(piece.words, piece.look))
    }

    /// Whether one of the words stands among some pieces.
    fn any_word(&self, pieces: Range<usize>, words: &Words) -> bool {
        self.first_word(pieces, words).is_some()
    }

    /// The first of some pieces that is one of the words. Most sentences have none of them, which is told before any piece is looked at.
    #[inline(never)]
    fn first_word(&self, pieces: Range<usize>, words: &Words) -> Option<usize> {
        let among = self.that_may_say(&pieces, words)?;
        let found = among.iter().position(|piece| words.have(piece.words, piece.look))?;
        Some(pieces.start + found)
    }

    /// … and the last.
    #[inline(never)]
    fn last_word(&self, pieces: Range<usize>, words: &Words) -> Option<usize> {
        let among = self.that_may_say(&pieces, words)?;
        let found = among.iter().rposition(|piece| words.have(piece.words, piece.look))?;
        Some(pieces.start + found)
    }

    #[inline]
    fn that_may_say(&self, pieces: &Range<usize>, words: &Words) -> Option<&'s [Piece<'a>]> {
        let end = pieces.end.min(self.pieces.list.len());
        self.pieces.list.get(pieces.start..end).filter(|_| self.may_say(words))
    }

    fn is_prep(&self, at: usize, prep: Prep) -> bool {
        matches!(self.what(at), Some(What::Class(Class::Prep(found))) if *found == prep)
    }

    fn is_more(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Class(Class::More(_))))
    }

    fn skip(&self, mut at: usize, skipped: impl Fn(&What) -> bool) -> usize {
        while self.what(at).is_some_and(&skipped) {
            at += 1;
        }
        at
    }

    /// What a quantity hangs on: the piece before it and before its bounds and articles. Nearly every rule asks it of the quantity
    /// that is being read.
    fn left_of(&self, at: usize) -> Option<usize> {
        let (known, left) = self.left;
        if at == known { left } else { self.look_left(at) }
    }

    fn look_left(&self, at: usize) -> Option<usize> {
        let mut back = at.checked_sub(1)?;
        for _ in 0..6 {
            match self.what(back)? {
                What::Class(
                    Class::Bound(_)
                    | Class::Plain
                    | Class::Comparison(_)
                    | Class::Prep(Prep::Between)
                    | Class::Status(Status::Revised | Status::Preliminary),
                ) => back = back.checked_sub(1)?,
                _ => break,
            }
        }
        Some(back)
    }

    /// The piece of the quantity that stands at these bytes.
    fn piece_of(&self, bytes: &Range<usize>) -> Option<usize> {
        self.pieces.list.iter().position(|piece| {
            matches!(piece.what, What::Quantity(index) if self.pieces.quantities[index].bytes == *bytes)
        })
    }

    /// The piece behind brackets that open at a piece, else that piece: `V (V2) left the country`.
    fn past_brackets(&self, at: usize) -> Option<usize> {
        if !matches!(self.what(at), Some(What::Sign('('))) {
            return Some(at);
        }
        (at..at + 8).find(|at| matches!(self.what(*at), Some(What::Sign(')')))).map(|close| close + 1)
    }

    /// Whether only small words stand between what is said and the quantity.
    fn near(&self, at: usize) -> bool {
        let from = self.said_at + 1;
        from <= at
            && (from..at).all(|at| {
                matches!(
                    self.what(at),
                    Some(
                        What::Class(
                            Class::Bound(_)
                                | Class::Plain
                                | Class::Comparison(_)
                                | Class::Status(_)
                                | Class::Prep(
                                    Prep::By | Prep::Of | Prep::In | Prep::On | Prep::Between | Prep::To
                                )
                                | Class::More(_)
                        ) | What::Time(_)
                    )
                ) || (matches!(self.what(at), Some(What::Word)) && at < from + 5)
                    || matches!(self.what(at), Some(What::Sign('-')))
                    // `cost the country V`
                    || (matches!(self.what(at), Some(What::Class(Class::Peri(_)) | What::Region(_)))
                        && self.is_word(self.said_at, words!["cost"]))
                    // `grew faster, by P, to V`
                    || (matches!(self.what(at), Some(What::Sign(',')))
                        && (self.is_prep(at + 1, Prep::By) || self.is_prep(at + 1, Prep::To)))
            })
    }

    /// Whether the quantity before this one in a list became a figure.
    fn listed_before(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).rev().any(|back| matches!(self.what(back), Some(What::Quantity(index)) if self.became.get(*index).copied().flatten().is_some()))
    }

    /// Whether a list of quantities ends with `respectively`.
    fn list_ends(&self, at: usize) -> bool {
        (at + 1..at + 7).any(|next| self.is_word(next, words!["respectively"]))
    }

    fn topic_has_draft(&self) -> bool {
        let Some(topic) = &self.topic else { return false };
        let part = |draft: &Draft| {
            topic.indicator == Indicator::Trade
                && matches!(draft.topic.indicator, Indicator::Exports | Indicator::Imports)
        };
        self.drafts[self.first_draft..]
            .iter()
            .any(|draft| draft.topic.indicator == topic.indicator || part(draft))
            || self.carry.topic.as_ref().is_some_and(|carried| carried.indicator == topic.indicator)
    }
}
