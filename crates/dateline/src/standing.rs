//! What may not be done with a story: its agency took it back, holds it, or sent it ahead of time.

use article::{Article, PubStatus, When};
use jiff::Timestamp;

/// Why a story may not be used at a time. What is taken back is that before all else, and what is held waits for nobody's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Barred {
    Canceled,
    Withheld,
    Embargoed,
}

impl Barred {
    pub(crate) fn of(article: &Article, at: Timestamp) -> Option<Self> {
        match article.pub_status {
            Some(PubStatus::Canceled) => Some(Self::Canceled),
            Some(PubStatus::Withheld) => Some(Self::Withheld),
            Some(PubStatus::Usable) | None => {
                article.embargoed_until.filter(|until| !is_over(*until, at)).map(|_| Self::Embargoed)
            }
        }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Canceled => "canceled",
            Self::Withheld => "withheld",
            Self::Embargoed => "embargoed",
        }
    }
}

/// Of a day without a clock nobody knows the hour, nor the zone: it is over when it has begun everywhere.
fn is_over(until: When, at: Timestamp) -> bool {
    const LAST_ZONE: jiff::tz::Offset = jiff::tz::Offset::constant(-12);
    let end = match until {
        When::Moment { clock, offset } => offset.to_timestamp(clock),
        When::Date(day) => LAST_ZONE.to_timestamp(day.at(0, 0, 0, 0)),
    };
    end.is_ok_and(|end| end <= at)
}

/// In words, where there is anything to say: `canceled · kill: «Please kill …»`, `embargoed until …`.
pub(crate) fn standing(article: &Article, at: Timestamp) -> Option<String> {
    let mut says = Vec::new();
    says.extend(
        Barred::of(article, at).filter(|barred| *barred != Barred::Embargoed).map(|it| it.word().to_owned()),
    );
    says.extend(article.embargoed_until.map(|until| {
        let over = if is_over(until, at) { " (over)" } else { "" };
        format!("embargoed until {until}{over}")
    }));
    says.extend(article.signals.iter().map(|signal| match &signal.text {
        Some(text) => {
            format!("{}: «{}»", word(signal.kind), text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        None => word(signal.kind),
    }));
    (!says.is_empty()).then(|| says.join(" · "))
}

/// The word that the record uses for an enumerated value.
pub(crate) fn word(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
