//! Whether the brokers answer: said once when they go, and once when they are back.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use flow::Meter;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use tracing::{debug, info, warn};

use crate::fault::code;

/// One for each cluster that the process talks to, shared by its clients: an outage is one outage.
struct Cluster {
    brokers: String,
    /// The clients that wait for it.
    waiting: Mutex<HashSet<u64>>,
    /// When the last of them had an answer.
    back: Mutex<Option<Instant>>,
}

/// A call that was made in an outage may fail so long after its end: that is no other outage, and if it is, the next call says so.
const LATE: Duration = Duration::from_secs(2);

static CLUSTERS: Mutex<Vec<Weak<Cluster>>> = Mutex::new(Vec::new());
static LINES: AtomicU64 = AtomicU64::new(0);

/// A client's line to its cluster.
pub(crate) struct Line {
    cluster: Arc<Cluster>,
    id: u64,
    meter: Option<Arc<dyn Meter>>,
    /// All brokers were seen down since [`Line::back`].
    down: AtomicBool,
    /// The brokers do not take our name, password or certificate, or we not theirs: no outage, though no answer either.
    turned_away: AtomicBool,
    /// What librdkafka said last of what is wrong.
    complaint: Mutex<String>,
    /// Grows with everything that a poll served: a poll that returns nothing may have done something.
    served: AtomicU64,
}

impl Line {
    pub(crate) fn new(brokers: &str, meter: Option<Arc<dyn Meter>>) -> Arc<Self> {
        let mut clusters = lock(&CLUSTERS);
        clusters.retain(|cluster| cluster.strong_count() > 0);
        let known = clusters.iter().filter_map(Weak::upgrade).find(|cluster| cluster.brokers == brokers);
        let cluster = known.unwrap_or_else(|| {
            let cluster = Arc::new(Cluster {
                brokers: brokers.to_owned(),
                waiting: Mutex::default(),
                back: Mutex::default(),
            });
            clusters.push(Arc::downgrade(&cluster));
            cluster
        });
        Arc::new(Self {
            cluster,
            id: LINES.fetch_add(1, Ordering::Relaxed),
            meter,
            down: AtomicBool::new(false),
            turned_away: AtomicBool::new(false),
            complaint: Mutex::default(),
            served: AtomicU64::new(0),
        })
    }

    /// The brokers do not answer. Said once by whoever notices first.
    pub(crate) fn gone(&self) {
        let mut waiting = lock(&self.cluster.waiting);
        let first = waiting.is_empty();
        let is_late = || lock(&self.cluster.back).is_some_and(|back| back.elapsed() < LATE);
        if first && is_late() || !waiting.insert(self.id) {
            return;
        }
        if first {
            let complaint = self.complaint();
            let why = if complaint.is_empty() { "no connection is left" } else { &complaint };
            warn!(brokers = self.cluster.brokers, why, "kafka is gone, waiting for it");
        }
        if let Some(meter) = &self.meter {
            meter.connected(false);
        }
    }

    /// The brokers answer. Said once, when nobody waits any more.
    pub(crate) fn back(&self) {
        self.down.store(false, Ordering::Relaxed);
        let mut waiting = lock(&self.cluster.waiting);
        if !waiting.remove(&self.id) {
            return;
        }
        if waiting.is_empty() {
            info!(brokers = self.cluster.brokers, "kafka is back");
            *lock(&self.cluster.back) = Some(Instant::now());
        }
        if let Some(meter) = &self.meter {
            meter.connected(true);
        }
    }

    /// The first answer ever.
    pub(crate) fn arrived(&self) {
        self.down.store(false, Ordering::Relaxed);
        if let Some(meter) = &self.meter {
            meter.connected(true);
        }
    }

    pub(crate) fn is_turned_away(&self) -> bool {
        self.turned_away.load(Ordering::Relaxed)
    }

    pub(crate) fn is_down(&self) -> bool {
        self.down.load(Ordering::Relaxed)
    }

    pub(crate) fn brokers(&self) -> &str {
        &self.cluster.brokers
    }

    pub(crate) fn complaint(&self) -> String {
        lock(&self.complaint).clone()
    }

    pub(crate) fn served(&self) -> u64 {
        self.served.load(Ordering::Relaxed)
    }

    pub(crate) fn serve(&self) {
        self.served.fetch_add(1, Ordering::Relaxed);
    }

    /// For `ClientContext::log`: librdkafka repeats itself in an outage, which is not for the eyes of operators.
    pub(crate) fn log(&self, level: RDKafkaLogLevel, facility: &str, text: &str) {
        self.serve();
        if facility == "OFFSET" {
            // Whoever reads by the group's offsets learns it in no other way.
            warn!(text, "messages were deleted before they were read, or a log was made anew");
        } else {
            debug!(target: "librdkafka", ?level, facility, text);
        }
    }

    /// For `ClientContext::error`.
    pub(crate) fn error(&self, err: &KafkaError, reason: &str) {
        self.serve();
        debug!(target: "librdkafka", %err, reason);
        match code(err) {
            Code::AllBrokersDown => return self.down.store(true, Ordering::Relaxed),
            Code::Authentication => self.turned_away.store(true, Ordering::Relaxed),
            code if is_about_certificates(code, reason) => self.turned_away.store(true, Ordering::Relaxed),
            _ => {}
        }
        let hint = HINTS.iter().find(|(words, hint)| reason.contains(words) && !reason.contains(hint));
        let hint = hint.map(|(_, hint)| format!(" (see {hint})")).unwrap_or_default();
        *lock(&self.complaint) = format!("{reason}{hint}");
    }
}

/// Whether TLS failed for a certificate that one side does not trust: it will not be another one in a minute. A handshake
/// that was cut off or timed out is an outage.
fn is_about_certificates(code: Code, reason: &str) -> bool {
    // A refusal of ours comes as an alert: in TLS 1.3 after the handshake, on a connection that is up already.
    let is_alert = code == Code::BrokerTransportFailure && reason.contains("alert");
    (code == Code::SSL || is_alert) && ALERTS.iter().any(|words| reason.contains(words))
}

/// In OpenSSL's words and librdkafka's. Alerts by which brokers refuse a certificate, or the lack of one: RFC 8446, 6.2.
const ALERTS: [&str; 11] = [
    "certificate verify failed",
    "verify broker certificate",
    "did not provide a certificate",
    "alert unknown ca",
    "alert bad certificate",
    "alert unsupported certificate",
    "alert certificate", // expired, revoked, unknown, required
    "alert access denied",
    "alert handshake failure",
    "alert protocol version",
    "hostname mismatch",
];

/// Which settings a refusal is about.
const HINTS: [(&str, &str); 3] = [
    ("certificate verify failed", "ssl.ca.location"),
    ("alert certificate required", "ssl.certificate.location"),
    // All that a broker says up to TLS 1.2 to one without a certificate.
    ("alert handshake failure", "ssl.certificate.location"),
];

impl Drop for Line {
    fn drop(&mut self) {
        lock(&self.cluster.waiting).remove(&self.id);
    }
}

/// Whatever is guarded here is whole between any two statements: a panic elsewhere leaves nothing half done.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The context of clients that have nothing else to tell: admin, readers.
pub(crate) struct Listener(pub(crate) Arc<Line>);

impl rdkafka::ClientContext for Listener {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, text: &str) {
        self.0.log(level, facility, text);
    }

    fn error(&self, err: KafkaError, reason: &str) {
        self.0.error(&err, reason);
    }
}

impl rdkafka::consumer::ConsumerContext for Listener {}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_turned_away(code: Code, reason: &str) -> bool {
        let line = Line::new("nowhere:9093", None);
        line.error(&KafkaError::Global(code), reason);
        line.is_turned_away()
    }

    /// As librdkafka 2.12 with OpenSSL 3 says it.
    #[test]
    fn a_certificate_that_is_not_trusted_is_no_outage() {
        for (code, reason) in [
            (
                Code::SSL,
                "ssl://kafka:9093/bootstrap: SSL handshake failed: error:0A000086:SSL routines::certificate verify failed: \
                 broker certificate could not be verified, verify that ssl.ca.location is correctly configured (after 3ms \
                 in state SSL_HANDSHAKE)",
            ),
            (
                Code::SSL,
                "SSL handshake failed: error:0A000418:SSL routines::tlsv1 alert unknown ca: SSL alert number 48",
            ),
            (
                Code::SSL,
                "SSL handshake failed: error:0A000410:SSL routines::sslv3 alert handshake failure: SSL alert number 40",
            ),
            (
                Code::BrokerTransportFailure,
                "SSL error: error:0A00045C:SSL routines::tlsv13 alert certificate required: SSL alert number 116",
            ),
        ] {
            assert!(is_turned_away(code, reason), "{reason}");
        }
    }

    #[test]
    fn a_handshake_that_was_cut_off_is_an_outage() {
        for (code, reason) in [
            (Code::SSL, "SSL handshake failed: Disconnected: connecting to a PLAINTEXT broker listener?"),
            (Code::SSL, "SSL handshake failed: SSL transport error: Connection reset by peer"),
            (Code::BrokerTransportFailure, "Connect to ipv4#127.0.0.1:9093 failed: Connection refused"),
            (
                Code::BrokerTransportFailure,
                "certificate.example:9093/bootstrap: Disconnected while requesting ApiVersion",
            ),
        ] {
            assert!(!is_turned_away(code, reason), "{reason}");
        }
    }
}
