//! What the rows of a table are: indicators, places or goods.

use article::Indicator;

use super::super::clause::figure::is_flow;
use super::super::draft::{Name, in_small_letters};
use super::super::lexicon::{Class, Measured, Strength, word};
use super::super::period::crop_in;
use super::Reader;
use super::cells::Row;
use crate::text::Story;

/// What a row is of.
pub(super) struct Subject {
    pub(super) measured: Measured,
    pub(super) partner: Option<Name>,
    /// Who trades, where the row says it.
    pub(super) reporter: Option<Name>,
    pub(super) goods: Option<Name>,
    /// It is the sum of the others.
    pub(super) total: bool,
}

/// What all rows are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Indicators,
    /// … among stocks and uses, which are no trade.
    Balances,
    /// Partners, or those who trade.
    Places,
    Goods,
}

impl Reader<'_, '_> {
    /// What the rows are; `None` where they are nothing that is understood.
    pub(super) fn kind(&self, spoken: Option<Measured>) -> Option<Kind> {
        let Self { table, story, .. } = *self;
        let count = |is: &dyn Fn(&Row) -> bool| table.rows.iter().filter(|row| is(row)).count();
        let rows = table.rows.len();
        let indicators = count(&|row| self.indicator(row).is_some());
        let uses = count(&|row| self.indicator(row).is_none() && is_use(story, row));
        if indicators > 0 {
            // goods or places among rows of indicators are something that nobody knows
            return match rows - indicators - uses {
                0 if uses == 0 => Some(Kind::Indicators),
                0 => Some(Kind::Balances),
                _ => None,
            };
        }
        spoken?;
        let of_places = count(&|row| self.place(row).is_some());
        let totals = count(&|row| self.is_total(row));
        if of_places > 0 && (of_places + totals) * 2 >= rows && of_places + totals >= 2 {
            return Some(Kind::Places);
        }
        let goods = count(&|row| self.goods_of(row).is_some());
        let uses = count(&|row| is_use(story, row) && self.goods_of(row).is_none() && !self.is_total(row));
        let noted = count(&|row| has_note_of_row(story.words(row.label.clone())));
        let flow =
            spoken.is_some_and(|spoken| is_flow(spoken.indicator) || spoken.indicator == Indicator::Deals);
        (flow && uses == 0 && goods > 0 && goods + totals == rows && noted < 2).then_some(Kind::Goods)
    }

    /// What a row is of.
    pub(super) fn subject(&self, row: &Row, spoken: Option<Measured>, kind: Kind) -> Option<Subject> {
        let all =
            |measured, total| Some(Subject { measured, partner: None, reporter: None, goods: None, total });
        match kind {
            Kind::Indicators | Kind::Balances => {
                let (measured, at) = self.indicator(row)?;
                if kind == Kind::Balances && measured.indicator == Indicator::Trade {
                    return None;
                }
                let (partner, reporter) = match self.place(row) {
                    Some((code, byte)) if byte > at => (Some(code), None),
                    Some((code, _)) => (None, Some(code)),
                    None => (None, None),
                };
                Some(Subject { measured, partner, reporter, goods: None, total: false })
            }
            Kind::Places | Kind::Goods if self.is_total(row) => all(spoken?, true),
            Kind::Places => {
                let (code, _) = self.place(row)?;
                Some(Subject { partner: Some(code), ..all(spoken?, false)? })
            }
            Kind::Goods => Some(Subject { goods: Some(self.goods_of(row)?), ..all(spoken?, false)? }),
        }
    }

    /// The place that a row names, and where: `Other Asia` is none.
    pub(super) fn place(&self, row: &Row) -> Option<(Name, usize)> {
        let places = self.places;
        let from = places.mentions.partition_point(|place| place.bytes.start < row.label.start);
        let place = places.mentions.get(from).filter(|place| place.bytes.start < row.label.end)?;
        let first = word(self.story, self.story.token_at(row.label.start)).unwrap_or_default();
        if first.eq_ignore_ascii_case("other") || first.eq_ignore_ascii_case("rest") {
            return None;
        }
        let codes = places.codes.get(place.at)?;
        Some((codes.country.clone().unwrap_or_else(|| codes.own.clone()), place.bytes.start))
    }

    /// The indicator that a row names, and where.
    fn indicator(&self, row: &Row) -> Option<(Measured, usize)> {
        let Self { story, cutter, .. } = *self;
        let (at, end) = (story.token_at(row.label.start), story.token_at(row.label.end));
        (at..end.min(at + 3)).find_map(|at| match cutter.words.longest(story, at, end) {
            // `Sales`, `Deliveries` are a firm's
            Some((Class::Indicator(_, Strength::Weak | Strength::Shipped), _)) => None,
            Some((Class::Indicator(measured, _), _)) => Some((measured, story.tokens.get(at)?.start)),
            _ => None,
        })
    }

    fn is_total(&self, row: &Row) -> bool {
        word(self.story, self.story.token_at(row.label.start)).is_some_and(|word| {
            matches!(word, "Total" | "TOTAL" | "World" | "WORLD" | "All" | "ALL" | "Ttl")
                && (!word.eq_ignore_ascii_case("all") || self.place(row).is_none())
        }) && self.goods_behind_all(row).is_none()
    }

    /// `All Wheat`: goods, and no sum.
    fn goods_behind_all(&self, row: &Row) -> Option<&str> {
        let rest = self.story.words(row.label.clone()).strip_prefix("All ")?;
        crop_in(rest).map(|_| rest)
    }

    /// `Ready-to-wear  1,411.8  1,318.2`: goods, where no word of the label is something else.
    fn goods_of(&self, row: &Row) -> Option<Name> {
        let Self { story, cutter, .. } = *self;
        if let Some(goods) = self.goods_behind_all(row) {
            return Some(in_small_letters(goods));
        }
        let (at, end) = (story.token_at(row.label.start), story.token_at(row.label.end));
        let others =
            word(story, at).is_some_and(|word| matches!(word, "Other" | "Others" | "OTHER" | "OTHERS"));
        let known = is_use(story, row) && !others
            || (at..end)
                .any(|at| cutter.words.longest(story, at, end).is_some_and(|(class, _)| !is_small(class)));
        let words = story.words(row.label.clone());
        let words = words.split(" (").next().unwrap_or(words).trim_end_matches(['-', ':', '*', ' ']);
        let letters = words.chars().filter(|letter| letter.is_alphabetic()).count();
        // the letter of a note is not of the goods' name
        let words = if has_note_of_row(words) { words.get(..words.len() - 2)? } else { words };
        (!known && letters > 1 && !self.is_total(row)).then(|| words.to_lowercase().into())
    }
}

/// Classes of words that may stand in the name of goods.
fn is_small(class: Class) -> bool {
    matches!(class, Class::Plain | Class::Prep(_))
}

/// `Named-A`, `Sorghum-x`: the letter of a note.
fn has_note_of_row(label: &str) -> bool {
    matches!(label.as_bytes(), [.., before, b'-', mark] if (before.is_ascii_alphabetic() || *before == b'.') && mark.is_ascii_alphabetic())
}

/// `Start Stcks`, `Domes Use`, `Production`: what is no trade in a balance of supply and demand.
fn is_use(story: &Story<'_>, row: &Row) -> bool {
    const USES: &[&str] = &[
        "start",
        "starting",
        "begin",
        "beginning",
        "opening",
        "carryin",
        "carryover",
        "production",
        "produc",
        "prod",
        "output",
        "crop",
        "harvest",
        "harvested",
        "planted",
        "area",
        "acreage",
        "yield",
        "yld",
        "supply",
        "use",
        "usage",
        "domes",
        "domest",
        "domestic",
        "feed",
        "food",
        "seed",
        "residual",
        "mill",
        "crush",
        "crushings",
        "consumption",
        "stocks",
        "stock",
        "stks",
        "stcks",
        "end",
        "ending",
        "closing",
        "ccc",
        "farmer",
        "avg",
        "avge",
        "avgprice",
        "avgpric",
        "price",
        "total",
        "ttl",
        "other",
        "demand",
        "losses",
        "trade",
    ];
    story
        .words(row.label.clone())
        .split(|letter: char| !letter.is_alphabetic())
        .take(4)
        .any(|word| word.len() > 1 && USES.iter().any(|known| word.eq_ignore_ascii_case(known)))
}
