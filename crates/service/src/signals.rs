//! SIGTERM and SIGINT: the first drains, the second ends.
//!
//! On threads of their own, not on the runtime's: a flow that blocks every one of those must still be stoppable.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use flow::{Fault, FaultKind, Stop};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::{Handle, Signals};
// Plain `_exit`: the handlers of C libraries that run at an orderly exit expect that their threads are done.
use signal_hook::low_level::exit;
use tracing::{error, info, warn};

use crate::health::Health;

/// Watches for signals until dropped.
pub(crate) struct Watch {
    handle: Handle,
    /// Dropped when the flow is done: the drain is then no longer timed.
    drained: Option<Sender<()>>,
}

impl Watch {
    pub(crate) fn start(stop: Stop, drain: Duration, health: Health) -> Result<Self, Fault> {
        let fault = |err| Fault::new(FaultKind::Io, "watch for signals", err);
        let mut signals = Signals::new([SIGINT, SIGTERM]).map_err(fault)?;
        let handle = signals.handle();
        let (drained, draining) = channel();
        let work = move || {
            let mut draining = Some(draining);
            for signal in signals.forever() {
                let Some(draining) = draining.take() else {
                    warn!(signal = name(signal), "stopped at once");
                    exit(128 + signal);
                };
                info!(signal = name(signal), drain_ms = millis(drain), "stopping");
                stop.cancel();
                let health = health.clone();
                // If there is no thread to be had, the drain is not timed; a second signal still ends it.
                let _ = thread::Builder::new()
                    .name("drain".to_owned())
                    .spawn(move || time(&draining, drain, &health));
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(work).map_err(fault)?;
        Ok(Self { handle, drained: Some(drained) })
    }

    /// The flow is done.
    pub(crate) fn drained(&mut self) {
        self.drained = None;
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.handle.close();
    }
}

fn time(draining: &Receiver<()>, drain: Duration, health: &Health) {
    if draining.recv_timeout(drain) == Err(RecvTimeoutError::Timeout) {
        error!(
            drain_ms = millis(drain),
            unsettled = health.unsettled(),
            "the drain took too long; what is unsettled was left untouched and comes again at the next start"
        );
        exit(i32::from(FaultKind::TryAgain.exit_code()));
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn name(signal: i32) -> &'static str {
    if signal == SIGINT { "SIGINT" } else { "SIGTERM" }
}
