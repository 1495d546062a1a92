//! A member that lost its name in the group: whether another lives under it, or nobody does.
//!
//! Brokers give a name to whoever joins under it last, and refuse whoever had it before. That may have been another process, and
//! then two would take it from each other for ever. But it may also have been a join of ours, of which the answer was lost with the
//! connection to a broker that went; or a broker that came back knows an older member of ours and not the last. Of those nobody is
//! behind, and nobody says that they live: the group forgets them when their session has timed out, and until then it is waited.

use std::sync::Arc;
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind};
use rdkafka::ClientConfig;
use rdkafka::consumer::{BaseConsumer, Consumer, ConsumerContext};
use tracing::{debug, warn};

/// One question to the brokers, and the time between two.
const ASK: Duration = Duration::from_millis(500);
pub(crate) const LOOK: Duration = Duration::from_millis(100);
/// So much later than it should a busy broker may notice that a session has timed out.
const LATE: Duration = Duration::from_secs(5);
/// So often in a row a name may be lost and found free again.
const LOST_AT_MOST: u32 = 3;
/// The session that librdkafka has unless told otherwise.
const SESSION: Duration = Duration::from_secs(45);
/// Brokers make a member's id of its name, a dash and a UUID.
const DASH_AND_UUID: usize = 37;

/// A member's own name in its group.
pub(crate) struct Name {
    group: Arc<str>,
    instance: String,
    /// After so long without a word the group forgets a member.
    session: Duration,
    lost: u32,
    /// Since when it is ours again.
    found: Option<Instant>,
}

/// Who has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    Nobody,
    Member {
        id: String,
        host: String,
    },
    /// The group waits for its members to join, and forgets none of them meanwhile.
    Joining,
    /// No broker says that it has the group: it may be gone, or the broker that has it may be away.
    NoGroup,
    /// There was no answer.
    Unknown,
}

/// What one sees who looks at a name for some time.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    Free,
    Unclear,
    /// A member on this host has it, and lives.
    Taken(String),
}

/// A look at a name that takes some time.
pub(crate) struct Watch {
    session: Duration,
    seen: Holder,
    since: Instant,
}

impl Name {
    pub(crate) fn new(group: &Arc<str>, instance: &str, config: &ClientConfig) -> Self {
        let session = config.get("session.timeout.ms").and_then(|value| value.parse().ok());
        let session = session.map_or(SESSION, Duration::from_millis);
        Self { group: Arc::clone(group), instance: instance.to_owned(), session, lost: 0, found: None }
    }

    /// Says so once, unless it was lost too often: then it is time to give up.
    pub(crate) fn lost(&mut self, topic: &str) -> Result<Watch, Fault> {
        if self.found.is_none_or(|found| found.elapsed() > 2 * self.session) {
            self.lost = 0;
        }
        self.lost += 1;
        if self.lost > LOST_AT_MOST {
            let why = format!("members come and go under this name, {} times in a row", self.lost);
            return Err(self.fault(topic, &why));
        }
        let (group, instance, session) = (&*self.group, &self.instance, self.session);
        warn!(
            group,
            instance,
            ?session,
            "another member joined under our name, waiting to see whether it lives"
        );
        Ok(Watch { session, seen: Holder::Unknown, since: Instant::now() })
    }

    pub(crate) fn found(&mut self) {
        self.found = Some(Instant::now());
    }

    pub(crate) fn fault(&self, topic: &str, why: &str) -> Fault {
        let doing =
            format!("read the topic {topic} as the member {} of the group {}", self.instance, self.group);
        Fault::new(FaultKind::TryAgain, doing, why.to_owned())
    }

    /// Asks the brokers who has it.
    pub(crate) fn holder<C: ConsumerContext>(&self, consumer: &BaseConsumer<C>) -> Holder {
        let groups = match consumer.client().fetch_group_list(Some(&self.group), ASK) {
            Ok(groups) => groups,
            Err(err) => {
                debug!(group = &*self.group, %err, "who is in the group is not known");
                return Holder::Unknown;
            }
        };
        let Some(group) = groups.groups().iter().find(|group| group.name() == &*self.group) else {
            return Holder::NoGroup;
        };
        let ours = group.members().iter().find(|member| self.is(member.id()));
        match (ours, group.state()) {
            (Some(_), "PreparingRebalance") => Holder::Joining,
            (Some(member), _) => {
                Holder::Member { id: member.id().to_owned(), host: member.client_host().to_owned() }
            }
            (None, "Empty" | "PreparingRebalance" | "CompletingRebalance" | "Stable") => Holder::Nobody,
            (None, "Dead") => Holder::NoGroup,
            // What a broker could not say, for it only just begins to have the group, has no state.
            (None, _) => Holder::Unknown,
        }
    }

    fn is(&self, member: &str) -> bool {
        member.strip_prefix(self.instance.as_str()).is_some_and(|rest| {
            rest.len() == DASH_AND_UUID
                && rest.starts_with('-')
                && rest.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        })
    }
}

impl Watch {
    /// Takes in what is seen now.
    pub(crate) fn see(&mut self, holder: Holder, now: Instant) -> Sight {
        if holder == Holder::Nobody {
            return Sight::Free;
        }
        // Also when a broker came back: it gives all members a new session.
        if holder != self.seen {
            (self.seen, self.since) = (holder, now);
            return Sight::Unclear;
        }
        if now.saturating_duration_since(self.since) <= self.session + LATE {
            return Sight::Unclear;
        }
        match &self.seen {
            Holder::Member { host, .. } => Sight::Taken(host.trim_start_matches('/').to_owned()),
            Holder::NoGroup => Sight::Free,
            _ => Sight::Unclear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(instance: &str) -> Name {
        let mut config = ClientConfig::new();
        config.set("session.timeout.ms", "20000");
        Name::new(&Arc::from("group"), instance, &config)
    }

    fn member(id: &str) -> Holder {
        Holder::Member { id: id.to_owned(), host: "/127.0.0.1".to_owned() }
    }

    /// What is seen at these seconds.
    fn seen<const N: usize>(looks: [(u64, Holder); N]) -> [Sight; N] {
        let mut watch = name("sink").lost("t").unwrap();
        let began = Instant::now();
        looks.map(|(second, holder)| watch.see(holder, began + Duration::from_secs(second)))
    }

    #[test]
    fn a_member_is_known_by_its_name_and_not_by_the_beginning_of_another() {
        let uuid = "-7e4a1c1e-5a30-4c1f-9d0b-0123456789ab";
        assert!(name("host-1").is(&format!("host-1{uuid}")));
        assert!(!name("host").is(&format!("host-1{uuid}")));
        assert!(!name("host").is(&format!("host2{uuid}")));
        assert!(!name("host").is("host"));
        // A member without a name, of a client that is called like ours.
        assert!(!name("host").is("host-7e4a1c1e"));
    }

    #[test]
    fn a_name_is_free_as_soon_as_nobody_has_it() {
        assert_eq!(seen([(0, member("a")), (1, Holder::Nobody)]), [Sight::Unclear, Sight::Free]);
        assert_eq!(seen([(0, Holder::Nobody)]), [Sight::Free]);
    }

    #[test]
    fn who_outlives_a_session_is_alive() {
        let taken = Sight::Taken("127.0.0.1".to_owned());
        let looks = [(0, member("a")), (20, member("a")), (25, member("a")), (26, member("a"))];
        assert_eq!(seen(looks), [Sight::Unclear, Sight::Unclear, Sight::Unclear, taken]);
    }

    #[test]
    fn a_session_begins_anew_when_another_takes_the_name_or_the_broker_was_away_or_all_join() {
        for between in [member("b"), Holder::Unknown, Holder::Joining, Holder::NoGroup] {
            let looks = [(0, member("a")), (20, between), (21, member("a")), (40, member("a"))];
            let all = seen(looks);
            assert!(all.iter().all(|sight| *sight == Sight::Unclear), "{all:?}");
        }
    }

    #[test]
    fn a_group_that_is_gone_is_free_when_no_broker_came_back_with_it_and_one_that_joins_is_waited_for() {
        assert_eq!(seen([(0, Holder::NoGroup), (26, Holder::NoGroup)]), [Sight::Unclear, Sight::Free]);
        assert_eq!(seen([(0, Holder::Joining), (260, Holder::Joining)]), [Sight::Unclear, Sight::Unclear]);
        assert_eq!(seen([(0, Holder::Unknown), (260, Holder::Unknown)]), [Sight::Unclear, Sight::Unclear]);
    }

    #[test]
    fn a_name_that_is_lost_again_and_again_is_given_up() {
        let mut name = name("sink");
        for _ in 0..LOST_AT_MOST {
            assert!(name.lost("t").is_ok());
            name.found();
        }
        let fault = name.lost("articles.enriched").err().unwrap();
        assert_eq!(fault.kind, FaultKind::TryAgain);
        assert!(fault.doing.contains("articles.enriched") && fault.doing.contains("sink"), "{}", fault.doing);
        // Long ago does not count.
        name.found = Instant::now().checked_sub(Duration::from_secs(60));
        assert!(name.found.is_none() || name.lost("t").is_ok());
    }
}
