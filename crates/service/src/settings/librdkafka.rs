//! Settings of librdkafka that pass through, and what must not be seen of them.

use std::collections::BTreeMap;
use std::fmt;

/// Settings of librdkafka by their own names. Secrets do not show in `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Librdkafka(BTreeMap<String, Value>);

#[derive(Clone, PartialEq, Eq)]
struct Value {
    text: String,
    hidden: bool,
}

impl Librdkafka {
    pub(super) fn insert(&mut self, name: &str, text: String, from_file: bool) {
        let hidden = from_file || is_secret(name);
        self.0.insert(name.to_owned(), Value { text, hidden });
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.text.as_str())
    }

    /// Names and values, secrets included: for librdkafka and for nobody else.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.text.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Librdkafka {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Value| if value.hidden { MASK.to_owned() } else { value.text.clone() };
        f.debug_map().entries(self.0.iter().map(|(name, value)| (name, shown(value)))).finish()
    }
}

/// What stands where a secret would.
pub(super) const MASK: &str = "***";

/// Whether a setting's value must not be shown, by its name. Rather one too many: `sasl.oauthbearer.token.endpoint.url`
/// is none, but the next word with `token` in it may be.
pub fn is_secret(name: &str) -> bool {
    const WORDS: [&str; 7] =
        ["password", "passphrase", "secret", "token", "key.pem", "private.key", "oauthbearer.config"];
    let name = name.to_lowercase();
    WORDS.iter().any(|word| name.contains(word))
}

/// Of those that are not to be set: what to do instead, or why there is nothing to do.
const OURS: [(&str, &str); 13] = [
    ("auto.offset.reset", "a new group begins at the beginning"),
    ("bootstrap.servers", "use kafka.bootstrap_servers"),
    ("client.id", "use kafka.client_id"),
    ("enable.auto.commit", "positions are committed with what was made of them"),
    ("enable.auto.offset.store", "positions are committed with what was made of them"),
    ("enable.idempotence", "it is always on"),
    ("enable.partition.eof", "it is set where it is needed"),
    ("group.id", "use kafka.group_prefix"),
    ("group.instance.id", "use kafka.instance"),
    ("isolation.level", "it is always read_committed"),
    ("message.max.bytes", "use topics.max_message_bytes"),
    ("metadata.broker.list", "use kafka.bootstrap_servers"),
    ("transactional.id", "use kafka.instance"),
];

/// Why a setting of librdkafka cannot be set.
pub(super) fn refused(name: &str) -> Option<&'static str> {
    let instead = OURS.iter().find(|(ours, _)| *ours == name).map(|(_, instead)| *instead);
    instead.or_else(|| kafka::is_ours(name).then_some("Dateline sets it itself"))
}
