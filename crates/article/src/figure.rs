//! Trade figures: one object a number, with what it measures and the words that prove it.

use std::borrow::Cow;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::{Extent, Span};
use crate::when::Period;

/// One number that measures trade. `docs/figures.md` says what every value means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TradeFigure {
    /// `f1`, `f2` … within the record, in the order of the text.
    pub id: String,
    pub kind: FigureKind,
    pub indicator: Indicator,
    /// In base units, as a decimal string; a deficit is a negative balance.
    #[schemars(with = "String", regex(pattern = DECIMAL))]
    pub value: Decimal,
    /// The upper end of a range.
    #[schemars(with = "Option<String>")]
    pub high: Option<Decimal>,
    /// ISO 4217, `percent`, `percentage_point`, `multiple`, `t`, `kg`, `bbl`, `bbl/d`, `m3`, `vehicle`, `unit`,
    /// `head`, `TEU` or `other:word`.
    pub unit: Cow<'static, str>,
    pub per: Option<Per>,
    pub bound: Option<Bound>,
    pub direction: Option<Direction>,
    pub comparison: Option<Comparison>,
    /// `currency:CNY`, `seasonally_adjusted`, `fob`, `excluding:…` where the text says so.
    pub basis: Vec<String>,
    /// First and last day that the number covers.
    pub period: Option<Period>,
    /// The period as a label: `2023-H1`, `2024-10`, `2023`.
    pub period_label: Option<String>,
    /// What a change is counted from, where the text names it for this number.
    pub base_period: Option<Period>,
    /// A region's code, `WORLD` or null: whose exports, imports or balance it is.
    pub reporter: Option<String>,
    /// With whom: a region's code, two joined by `+`, `WORLD` where nobody is named, null where there can be none.
    pub partner: Option<String>,
    /// The goods as written, in lower case.
    pub commodity: Option<String>,
    pub status: Status,
    /// The figure of which this is the same quantity in another currency or unit.
    pub twin_of: Option<String>,
    /// The level, change or total that a change, gap or share refers to.
    pub of: Option<String>,
    /// Who says so, as written.
    pub attribution: Option<String>,
    pub span: Span,
    pub sentence: Extent,
    /// The fields that were carried from context and not stated with the number.
    pub inferred: Vec<Cow<'static, str>>,
    /// What follows by arithmetic.
    pub derived: Option<Derived>,
    /// How often kind, indicator, direction, period and reporter were all right where figures were found as this one, in percent.
    #[schemars(range(max = 100))]
    pub confidence: u8,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

const DECIMAL: &str = r"^-?\d+(\.\d+)?$";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// An amount in a period.
    Level,
    /// By how much it rose or fell.
    Change,
    /// Points against an outside benchmark.
    Gap,
    /// A part of a total.
    Share,
    /// Points that trade gave to growth.
    Contribution,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    Exports,
    Imports,
    ReExports,
    /// Exports and imports together.
    Trade,
    /// Exports less imports.
    Balance,
    /// A rate of duty, or an amount of duty a unit of goods.
    Tariff,
    /// How much may be traded.
    Quota,
    FdiInward,
    FdiOutward,
    /// Investment across borders, direction not said.
    Fdi,
    /// Contracts, orders and purchases across borders.
    Deals,
    CurrentAccount,
    /// What passes through ports, stations and borders.
    Freight,
}

/// The denominator of a rate: "$2.3 billion a day".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Bound {
    /// More than, at least.
    #[serde(rename = ">")]
    Above,
    /// Less than, nearly, up to.
    #[serde(rename = "<")]
    Below,
    /// About.
    #[serde(rename = "~")]
    About,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Of a balance it is the size that moves: a deficit that widens.
    Up,
    Down,
    Flat,
    /// Of a gap.
    Above,
    /// Of a gap.
    Below,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    YearOnYear,
    MonthOnMonth,
    QuarterOnQuarter,
    Annualised,
    /// With another month, or with a forecast.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Reported,
    /// Also provisional, tentative.
    Preliminary,
    Revised,
    Forecast,
    /// Decided or aimed at, not yet so.
    Target,
    /// Weighed or threatened.
    Hypothetical,
}

/// What follows from a figure and its neighbours by arithmetic: one of the three, as an object with that one key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Derived {
    /// Of a twin: base currency per unit of this one, `CNY/USD`.
    ExchangeRate(Estimate),
    /// Of a change: the level it started from.
    BaseLevel(Estimate),
    /// Of a gap: what it is measured against.
    Benchmark(Estimate),
}

/// A derived value with the interval that rounding in the text leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Estimate {
    #[schemars(with = "String", regex(pattern = DECIMAL))]
    pub value: Decimal,
    #[schemars(with = "String", regex(pattern = DECIMAL))]
    pub low: Decimal,
    #[schemars(with = "String", regex(pattern = DECIMAL))]
    pub high: Decimal,
    pub unit: Cow<'static, str>,
    /// The benchmark in the story's words: "the national average".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}
