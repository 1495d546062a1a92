//! The `main` of a test binary whose tests need Kafka.

use std::process::ExitCode;
use std::sync::{Arc, PoisonError, RwLock};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::broker::{Broker, Missing};

/// A test that needs Kafka.
pub struct KafkaTrial {
    name: &'static str,
    alone: bool,
    run: Box<dyn FnOnce(&Broker) + Send>,
}

impl KafkaTrial {
    /// Runs beside others; its topics are its own ([`unique`](crate::unique)).
    pub fn beside(name: &'static str, run: impl FnOnce(&Broker) + Send + 'static) -> Self {
        Self { name, alone: false, run: Box::new(run) }
    }

    /// Runs alone: it stops the broker. Ignored where the broker is not ours.
    pub fn alone(name: &'static str, run: impl FnOnce(&Broker) + Send + 'static) -> Self {
        Self { name, alone: true, run: Box::new(run) }
    }
}

/// Starts a broker, runs the tests with it, stops it, also after failures.
///
/// ```no_run
/// use test_support::{KafkaTrial, run_with_kafka};
///
/// fn main() -> std::process::ExitCode {
///     run_with_kafka(vec![KafkaTrial::beside("a broker answers", |broker| assert!(broker.answers()))])
/// }
/// ```
pub fn run_with_kafka(trials: Vec<KafkaTrial>) -> ExitCode {
    let arguments = Arguments::from_args();
    let wanted = trials.iter().any(|trial| is_wanted(&arguments, trial.name));
    let broker = if arguments.list || !wanted { None } else { Some(Broker::start().map(Arc::new)) };
    if let Some(Err(missing)) = &broker {
        let fate = if is_failure(missing) { "failing" } else { "ignored" };
        eprintln!("tests with Kafka are {fate}: {missing}");
    }
    // Whoever stops the broker is alone with it.
    let door = Arc::new(RwLock::new(()));
    let trials = trials.into_iter().map(|trial| prepared(trial, broker.as_ref(), &door)).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(broker);
    conclusion.exit_code()
}

fn prepared(
    trial: KafkaTrial,
    broker: Option<&Result<Arc<Broker>, Missing>>,
    door: &Arc<RwLock<()>>,
) -> Trial {
    let KafkaTrial { name, alone, run } = trial;
    match broker {
        None => Trial::test(name, || Err(Failed::from("no broker was started for it"))),
        Some(Err(missing)) => {
            let missing = missing.clone();
            let ignored = !is_failure(&missing);
            Trial::test(name, move || Err(Failed::from(missing))).with_ignored_flag(ignored)
        }
        Some(Ok(broker)) => {
            let (broker, door) = (Arc::clone(broker), Arc::clone(door));
            let ignored = alone && !broker.is_ours();
            let trial = Trial::test(name, move || {
                // A test that failed left nothing behind in here.
                if alone {
                    let _alone = door.write().unwrap_or_else(PoisonError::into_inner);
                    let up = Up(&broker);
                    run(&broker);
                    drop(up);
                } else {
                    let _beside = door.read().unwrap_or_else(PoisonError::into_inner);
                    run(&broker);
                }
                Ok(())
            });
            trial.with_ignored_flag(ignored)
        }
    }
}

/// The next test wants a broker that is up, whatever happened in this one.
struct Up<'a>(&'a Broker);

impl Drop for Up<'_> {
    fn drop(&mut self) {
        self.0.restart();
    }
}

/// A machine that is not set up is no failure of the tests, but where they are to be run it is one.
fn is_failure(missing: &Missing) -> bool {
    matches!(missing, Missing::Broken(_)) || std::env::var("CI").is_ok_and(|ci| ci == "true")
}

/// As libtest filters.
fn is_wanted(arguments: &Arguments, name: &str) -> bool {
    let hits =
        |filter: &String| if arguments.exact { name == filter } else { name.contains(filter.as_str()) };
    arguments.filter.as_ref().is_none_or(hits) && !arguments.skip.iter().any(hits)
}
