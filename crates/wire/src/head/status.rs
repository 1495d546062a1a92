//! What may be done with a story: of two that say something of it the stricter counts.

use article::{Article, PubStatus, Signal, SignalType};

/// How much a status holds back, and what it is called.
fn strictness(status: PubStatus) -> (u8, &'static str) {
    match status {
        PubStatus::Usable => (0, "usable"),
        PubStatus::Withheld => (1, "withheld"),
        PubStatus::Canceled => (2, "canceled"),
    }
}

/// What keeps a story from being printed.
pub(crate) const RESTRAINS: [SignalType; 4] =
    [SignalType::Kill, SignalType::Takedown, SignalType::Hold, SignalType::Embargo];

/// Gives an article the stricter of its status and another; that the other is stricter is said.
pub(crate) fn restrict(article: &mut Article, status: PubStatus, who: &str) {
    let ((stricter, name), known) = (strictness(status), article.pub_status.map(strictness));
    match known {
        Some((strictness, known)) if strictness < stricter => {
            article.pub_status = Some(status);
            article.warn("status_differs", format!("{known}, but {who}: {name}"));
        }
        Some(_) => {}
        None => article.pub_status = Some(status),
    }
}

/// Gives an article what another that it came in says of its life.
pub(crate) fn restrict_by(article: &mut Article, other: &Article, who: &str) {
    for signal in other.signals.iter().filter(|signal| RESTRAINS.contains(&signal.kind)) {
        if article.signals.iter().all(|known| known.kind != signal.kind) {
            article.signals.push(signal.clone());
        }
    }
    if let Some(status) = other.pub_status.filter(|status| *status != PubStatus::Usable) {
        restrict(article, status, who);
    }
    if let Some(until) = other.embargoed_until
        && article.embargoed_until.is_none_or(|known| crate::when::is_later(until, known))
    {
        article.embargoed_until = Some(until);
    }
    let unclear = other.warnings.iter().filter(|warning| warning.code == "embargo_unclear");
    for warning in unclear {
        if !article.warnings.contains(warning) {
            article.warnings.push(warning.clone());
        }
    }
}

/// What may be done with a story that says these things about itself.
pub(crate) fn status<'s>(signals: &(impl Iterator<Item = &'s Signal> + Clone)) -> PubStatus {
    let says = |kinds: &[SignalType]| signals.clone().any(|signal| kinds.contains(&signal.kind));
    if says(&[SignalType::Kill, SignalType::Takedown]) {
        PubStatus::Canceled
    } else if says(&[SignalType::Hold]) {
        PubStatus::Withheld
    } else {
        PubStatus::Usable
    }
}
