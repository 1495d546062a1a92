//! How far behind a consumer is and whether its brokers answer, from librdkafka's statistics.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

/// The few of librdkafka's statistics that are read.
#[derive(Deserialize)]
pub(crate) struct Sample<'a> {
    #[serde(borrow, default)]
    brokers: HashMap<&'a str, Broker<'a>>,
    #[serde(borrow, default)]
    topics: HashMap<&'a str, Topic>,
}

#[derive(Deserialize)]
struct Broker<'a> {
    state: &'a str,
}

#[derive(Deserialize)]
struct Topic {
    partitions: HashMap<String, Partition>,
}

#[derive(Deserialize)]
struct Partition {
    /// Up to where the log can be read: the last stable offset.
    ls_offset: i64,
    /// Where the next fetch goes.
    next_offset: i64,
    /// Messages fetched and not yet polled.
    fetchq_cnt: i64,
    committed_offset: i64,
}

#[derive(Default)]
pub(crate) struct Lag {
    settled: BTreeMap<i32, i64>,
    /// The next offset after the last message that was handed over. librdkafka's own, `app_offset`, counts markers too.
    handed: BTreeMap<i32, i64>,
    silent: bool,
}

impl Lag {
    pub(crate) fn settled(&mut self, partition: i32, next: i64) {
        self.settled.insert(partition, next);
    }

    pub(crate) fn handed_over(&mut self, partition: i32, next: i64) {
        self.handed.insert(partition, next);
    }

    /// Whether any broker answers; `None` if that is not sure.
    ///
    /// A sample may fall into the moment in which a connection is renewed: one without a broker is doubted.
    pub(crate) fn is_connected(&mut self, sample: &Sample<'_>, down: bool) -> Option<bool> {
        let up = sample.brokers.values().any(|broker| broker.state == "UP");
        let doubt = !up && !down && !self.silent;
        self.silent = !up;
        (!doubt).then_some(up)
    }

    /// The messages of each partition that wait to be settled: behind what was settled here, else behind `starts`, else behind
    /// what the group has committed.
    pub(crate) fn of(
        &self,
        topic: &str,
        partitions: &[i32],
        starts: &BTreeMap<i32, i64>,
        sample: &Sample<'_>,
    ) -> Vec<(i32, u64)> {
        let Some(topic) = sample.topics.get(topic) else { return Vec::new() };
        let lag = |partition: &i32| {
            let seen = topic.partitions.get(&partition.to_string())?;
            let known = self.settled.get(partition).or_else(|| starts.get(partition));
            let settled = known.copied().unwrap_or(seen.committed_offset);
            // Behind the last message stand the markers of its transaction: nothing waits there.
            let idle = seen.fetchq_cnt == 0 && seen.next_offset >= seen.ls_offset;
            let done = self.handed.get(partition).is_none_or(|handed| settled >= *handed);
            let lag = if idle && done { 0 } else { seen.ls_offset - settled.max(0) };
            Some((*partition, u64::try_from(lag).ok()?))
        };
        partitions.iter().filter_map(lag).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(state: &str, fetched: i64) -> String {
        format!(
            r#"{{"name":"x","brokers":{{"a:1/1":{{"state":"{state}","nodeid":1}}}},
            "topics":{{"t":{{"topic":"t","partitions":{{"0":{{"ls_offset":10,"next_offset":10,"fetchq_cnt":{fetched},
            "committed_offset":-1001}}}}}}}}}}"#
        )
    }

    #[test]
    fn a_reader_that_stands_before_a_marker_has_no_lag() {
        let json = sample("UP", 0);
        let sample: Sample<'_> = serde_json::from_str(&json).unwrap();
        let mut lag = Lag::default();
        // Nothing was read, and nothing is left to be.
        assert_eq!(lag.of("t", &[0], &BTreeMap::new(), &sample), [(0, 0)]);
        lag.handed_over(0, 9);
        assert_eq!(lag.of("t", &[0], &BTreeMap::new(), &sample), [(0, 10)]);
        // Where a sink starts by its manifests, what the group has committed says nothing.
        assert_eq!(lag.of("t", &[0], &BTreeMap::from([(0, 10)]), &sample), [(0, 0)]);
        lag.settled(0, 4);
        assert_eq!(lag.of("t", &[0], &BTreeMap::new(), &sample), [(0, 6)]);
        lag.settled(0, 9);
        assert_eq!(lag.of("t", &[0], &BTreeMap::new(), &sample), [(0, 0)]);
    }

    #[test]
    fn what_was_fetched_and_not_polled_waits() {
        let json = sample("UP", 3);
        let sample: Sample<'_> = serde_json::from_str(&json).unwrap();
        let mut lag = Lag::default();
        lag.handed_over(0, 6);
        lag.settled(0, 6);
        assert_eq!(lag.of("t", &[0], &BTreeMap::new(), &sample), [(0, 4)]);
    }

    #[test]
    fn one_sample_without_a_broker_is_doubted_and_two_are_believed() {
        let (up, down) = (sample("UP", 0), sample("DOWN", 0));
        let mut lag = Lag::default();
        let mut see = |json: &str, down| lag.is_connected(&serde_json::from_str(json).unwrap(), down);
        assert_eq!(see(&up, false), Some(true));
        assert_eq!(see(&down, false), None);
        assert_eq!(see(&down, false), Some(false));
        assert_eq!(see(&up, false), Some(true));
        assert_eq!(see(&down, true), Some(false));
    }
}
