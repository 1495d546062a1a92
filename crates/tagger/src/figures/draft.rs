//! A figure while it is being read: places in the story, and which of its fields were stated.

use std::ops::Range;
use std::rc::Rc;

use article::{Bound, Comparison, Direction, FigureKind, Indicator, Per, Period, Status};
use rust_decimal::Decimal;

/// A region's code or the goods' words, shared by all figures that have them.
pub(crate) type Name = Rc<str>;

/// Words as a record has goods: in small letters, one space between them.
pub(crate) fn in_small_letters(words: &str) -> Name {
    let printable = words.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if printable && words.as_bytes().windows(2).all(|pair| pair != b"  ") {
        let mut name = Name::from(words);
        if let Some(letters) = Rc::get_mut(&mut name) {
            letters.make_ascii_lowercase();
        }
        return name;
    }
    let mut lower = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !lower.is_empty() {
            lower.push(' ');
        }
        if word.is_ascii() {
            lower.push_str(word);
        } else {
            lower.push_str(&word.to_lowercase());
        }
    }
    lower.make_ascii_lowercase();
    lower.into()
}

/// What a clause speaks of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Topic {
    pub(crate) indicator: Indicator,
    /// −1 for a deficit, 1 for a surplus.
    pub(crate) sign: i8,
    pub(crate) commodity: Option<Name>,
    pub(crate) reporter: Option<Name>,
    pub(crate) reporter_stated: bool,
    pub(crate) partner: Option<Name>,
    pub(crate) partner_stated: bool,
    /// `export growth`: a percentage of it is a change.
    pub(crate) growth: bool,
}

impl Topic {
    /// An indicator of which nothing more is known.
    pub(crate) fn of(indicator: Indicator) -> Self {
        Self {
            indicator,
            sign: 0,
            commodity: None,
            reporter: None,
            reporter_stated: false,
            partner: None,
            partner_stated: false,
            growth: false,
        }
    }
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "one a field: stated or carried")]
pub(crate) struct Draft {
    pub(crate) kind: FigureKind,
    pub(crate) topic: Topic,
    pub(crate) value: Decimal,
    pub(crate) high: Option<Decimal>,
    pub(crate) grain: Decimal,
    pub(crate) unit: &'static str,
    pub(crate) unit_stated: bool,
    pub(crate) per: Option<Per>,
    pub(crate) bound: Option<Bound>,
    pub(crate) direction: Option<Direction>,
    pub(crate) comparison: Option<Comparison>,
    pub(crate) comparison_stated: bool,
    pub(crate) period: Option<Period>,
    pub(crate) period_stated: bool,
    /// When the goods of a contract come, which it is of where nothing says when it was made.
    pub(crate) delivery: Option<Period>,
    pub(crate) base_period: Option<Period>,
    pub(crate) base_stated: bool,
    pub(crate) status: Status,
    pub(crate) basis: Vec<String>,
    /// Index of the figure in the other currency.
    pub(crate) twin_of: Option<usize>,
    pub(crate) of: Option<usize>,
    /// A level of the period that a change is counted from.
    pub(crate) is_base: bool,
    pub(crate) benchmark: Option<String>,
    pub(crate) attribution: Option<Name>,
    pub(crate) bytes: Range<usize>,
    /// Index into the story's sentences.
    pub(crate) sentence: usize,
    pub(crate) rule: &'static str,
}

impl Draft {
    /// It is of a period only where its own words say so: what was carried is dropped, and nothing carried later.
    pub(crate) fn undate(&mut self) {
        if !self.period_stated {
            self.forget_period();
        }
    }

    /// It is of these days, as its words say together with those of others.
    pub(crate) fn date(&mut self, period: Option<Period>) {
        (self.period, self.period_stated) = (period, true);
    }

    /// It is of no period, whatever words stand beside it, and none is carried to it later.
    pub(crate) fn forget_period(&mut self) {
        (self.period, self.period_stated) = (None, true);
    }
}
