//! Whether a flow gets on, and what keeps it from it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use flow::Stop;
use serde_json::json;

/// What a flow must have to be ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A broker that answers, and an assignment by its group: reads from Kafka. So it is for a flow that says nothing.
    BrokerAndAssignment,
    /// A broker, but no group assigns its work: a feed into Kafka.
    Broker,
    /// Neither: everything is on this machine.
    Nothing,
}

/// The health of a program's flows.
#[derive(Clone)]
pub struct Health {
    stall: Duration,
    stop: Stop,
    pulses: Arc<Mutex<Vec<Arc<Pulse>>>>,
}

impl Health {
    pub(crate) fn new(stall: Duration, stop: Stop) -> Self {
        Self { stall, stop, pulses: Arc::default() }
    }

    /// Says what a flow needs to be ready; `flow` is its name.
    pub fn needs(&self, flow: &str, needs: Needs) {
        if let Some(pulse) = locked(&self.pulses).iter().find(|pulse| pulse.name == flow) {
            locked(&pulse.state).needs = needs;
        }
    }

    /// The pulse of a flow, made where there is none.
    pub(crate) fn pulse(&self, name: &'static str) -> Arc<Pulse> {
        let mut pulses = locked(&self.pulses);
        if let Some(pulse) = pulses.iter().find(|pulse| pulse.name == name) {
            return Arc::clone(pulse);
        }
        let pulse = Arc::new(Pulse { name, state: Mutex::default() });
        pulses.push(Arc::clone(&pulse));
        pulse
    }

    pub(crate) fn forget(&self, name: &str) {
        locked(&self.pulses).retain(|pulse| pulse.name != name);
    }

    /// How many messages are taken and not settled, in all flows.
    pub(crate) fn unsettled(&self) -> u64 {
        locked(&self.pulses).iter().map(|pulse| locked(&pulse.state).unsettled).sum()
    }

    /// What keeps the program from being ready; nothing if it is.
    pub fn reasons(&self) -> Vec<String> {
        self.reasons_at(Instant::now())
    }

    fn reasons_at(&self, now: Instant) -> Vec<String> {
        if self.stop.is_cancelled() {
            return vec!["stopping".to_owned()];
        }
        let pulses = locked(&self.pulses);
        let named = |pulse: &Arc<Pulse>| {
            let reasons = locked(&pulse.state).reasons(self.stall, now);
            reasons.into_iter().map(|reason| format!("{}: {reason}", pulse.name)).collect::<Vec<_>>()
        };
        pulses.iter().flat_map(named).collect()
    }

    /// The body of `/health/ready`, and whether it is.
    pub(crate) fn report(&self) -> (bool, String) {
        let reasons = self.reasons();
        let flows: serde_json::Map<_, _> = locked(&self.pulses)
            .iter()
            .map(|pulse| (pulse.name.to_owned(), locked(&pulse.state).to_json()))
            .collect();
        let ready = reasons.is_empty();
        (ready, json!({ "ready": ready, "reasons": reasons, "flows": flows }).to_string())
    }
}

/// What is known of one flow.
pub(crate) struct Pulse {
    name: &'static str,
    state: Mutex<State>,
}

struct State {
    needs: Needs,
    connected: Option<bool>,
    assigned: Option<usize>,
    lag: HashMap<(Arc<str>, i32), u64>,
    unsettled: u64,
    settled: Option<Instant>,
    /// Since when something waits to be settled without a pause.
    waiting: Option<Instant>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            needs: Needs::BrokerAndAssignment,
            connected: None,
            assigned: None,
            lag: HashMap::new(),
            unsettled: 0,
            settled: None,
            waiting: None,
        }
    }
}

impl Pulse {
    pub(crate) fn applied(&self, messages: u64) {
        let mut state = locked(&self.state);
        state.unsettled += messages;
        state.look(Instant::now());
    }

    /// An outlet that settles settles all that it holds.
    pub(crate) fn settled(&self) {
        let mut state = locked(&self.state);
        state.unsettled = 0;
        state.settled = Some(Instant::now());
        state.look(Instant::now());
    }

    pub(crate) fn aborted(&self) {
        let mut state = locked(&self.state);
        state.unsettled = 0;
        state.look(Instant::now());
    }

    pub(crate) fn connected(&self, up: bool) {
        locked(&self.state).connected = Some(up);
    }

    /// Takes the new assignment; answers which partitions' lag is no longer ours to tell.
    pub(crate) fn assigned(&self, partitions: &[(Arc<str>, i32)]) -> Vec<(Arc<str>, i32)> {
        let mut state = locked(&self.state);
        state.assigned = Some(partitions.len());
        let lost: Vec<_> = state.lag.keys().filter(|known| !partitions.contains(known)).cloned().collect();
        for partition in &lost {
            state.lag.remove(partition);
        }
        state.look(Instant::now());
        lost
    }

    pub(crate) fn lag(&self, source: &str, partition: i32, messages: u64) {
        let mut state = locked(&self.state);
        state.lag.insert((Arc::from(source), partition), messages);
        state.look(Instant::now());
    }
}

impl State {
    /// Messages that wait. Where a group assigns the work, what was taken may since have gone to another instance, and
    /// only the lag tells.
    fn waits(&self) -> u64 {
        let lag = self.lag.values().sum();
        if self.needs == Needs::BrokerAndAssignment { lag } else { self.unsettled.max(lag) }
    }

    fn look(&mut self, now: Instant) {
        self.waiting = if self.waits() == 0 { None } else { Some(self.waiting.unwrap_or(now)) };
    }

    fn reasons(&self, stall: Duration, now: Instant) -> Vec<String> {
        let mut reasons = Vec::new();
        if self.needs != Needs::Nothing && self.connected != Some(true) {
            reasons.push("the broker does not answer".to_owned());
        }
        if self.needs == Needs::BrokerAndAssignment && self.assigned.is_none() {
            reasons.push("no partitions were assigned yet".to_owned());
        }
        // Idle for an hour is no stall: the clock starts when something begins to wait.
        let since = self.waiting.max(self.settled).filter(|_| self.waiting.is_some());
        if let Some(idle) = since.map(|since| now.duration_since(since)).filter(|idle| *idle >= stall) {
            let (messages, seconds) = (self.waits(), idle.as_secs());
            reasons.push(format!("{messages} messages wait and nothing was settled for {seconds} s"));
        }
        reasons
    }

    fn to_json(&self) -> serde_json::Value {
        json!({
            "connected": self.connected,
            "assigned_partitions": self.assigned,
            "lag_messages": self.lag.values().sum::<u64>(),
            "unsettled_messages": self.unsettled,
            "settled_seconds_ago": self.settled.map(|at| at.elapsed().as_secs()),
        })
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Plain values, each written whole: a panic elsewhere leaves nothing half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn health() -> (Health, Arc<Pulse>) {
        let health = Health::new(Duration::from_secs(30), Stop::new());
        let pulse = health.pulse("enricher");
        (health, pulse)
    }

    fn later(seconds: u64) -> Instant {
        Instant::now() + Duration::from_secs(seconds)
    }

    #[test]
    fn a_flow_is_ready_once_its_broker_answers_and_its_group_has_assigned() {
        let (health, pulse) = health();
        let both = ["enricher: the broker does not answer", "enricher: no partitions were assigned yet"];
        assert_eq!(health.reasons(), both);
        pulse.connected(true);
        assert_eq!(health.reasons(), both[1..]);
        pulse.assigned(&[]);
        assert!(health.reasons().is_empty(), "a spare instance is ready");
        pulse.connected(false);
        assert_eq!(health.reasons(), both[..1]);
    }

    #[test]
    fn a_flow_on_this_machine_alone_needs_neither() {
        let (health, _pulse) = health();
        health.needs("enricher", Needs::Broker);
        assert_eq!(health.reasons(), ["enricher: the broker does not answer"]);
        health.needs("enricher", Needs::Nothing);
        assert!(health.reasons().is_empty());
    }

    #[test]
    fn who_stops_takes_no_more() {
        let (health, _pulse) = health();
        health.needs("enricher", Needs::Nothing);
        health.stop.cancel();
        assert_eq!(health.reasons(), ["stopping"]);
    }

    #[test]
    fn messages_that_wait_while_nothing_is_settled_are_a_stall() {
        let (health, pulse) = health();
        health.needs("enricher", Needs::Nothing);
        pulse.lag("articles.raw", 0, 7);
        assert!(health.reasons_at(later(29)).is_empty());
        let reasons = health.reasons_at(later(31));
        assert!(
            reasons[0].starts_with("enricher: 7 messages wait and nothing was settled for 3"),
            "{reasons:?}"
        );
        pulse.lag("articles.raw", 0, 0);
        assert!(health.reasons_at(later(3600)).is_empty(), "idle is no stall");
    }

    #[test]
    fn a_backlog_that_is_worked_off_is_no_stall() {
        let health = Health::new(Duration::from_millis(200), Stop::new());
        let pulse = health.pulse("enricher");
        health.needs("enricher", Needs::Nothing);
        pulse.lag("articles.raw", 0, 1000);
        std::thread::sleep(Duration::from_millis(210));
        assert_eq!(health.reasons().len(), 1);
        pulse.settled();
        pulse.lag("articles.raw", 0, 900);
        assert!(health.reasons().is_empty());
    }

    #[test]
    fn lag_that_was_lost_with_its_partition_does_not_stall() {
        let (health, pulse) = health();
        pulse.connected(true);
        pulse.lag("articles.raw", 3, 7);
        assert_eq!(pulse.assigned(&[(Arc::from("articles.raw"), 4)]), [(Arc::from("articles.raw"), 3)]);
        assert!(health.reasons_at(later(31)).is_empty());
    }

    #[test]
    fn what_a_lost_assignment_took_along_does_not_stall() {
        let (health, pulse) = health();
        pulse.connected(true);
        pulse.assigned(&[]);
        pulse.applied(10);
        assert!(health.reasons_at(later(31)).is_empty());
        health.needs("enricher", Needs::Broker);
        pulse.applied(10);
        assert_eq!(health.reasons_at(later(31)).len(), 1, "a feed has no other to go to");
        pulse.settled();
        assert!(health.reasons_at(later(31)).is_empty());
    }
}
