//! The `main` of a test binary whose tests need Kafka.

use std::process::ExitCode;
use std::sync::{Arc, PoisonError, RwLock};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::broker::{Broker, Missing};

/// A test that needs Kafka.
pub struct KafkaTrial {
    name: &'static str,
    place: Place,
    run: Box<dyn FnOnce(&Broker) + Send>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Beside,
    Alone,
    Guarded,
}

impl KafkaTrial {
    /// Runs beside others; its topics are its own ([`unique`](crate::unique)).
    pub fn beside(name: &'static str, run: impl FnOnce(&Broker) + Send + 'static) -> Self {
        Self { name, place: Place::Beside, run: Box::new(run) }
    }

    /// Runs beside others on a broker of its own kind ([`Broker::start_guarded`]); its topics, groups and transactional ids are
    /// its own, and so are the rights on them. Ignored where such a broker is not run.
    pub fn guarded(name: &'static str, run: impl FnOnce(&Broker) + Send + 'static) -> Self {
        Self { name, place: Place::Guarded, run: Box::new(run) }
    }

    /// Runs alone: it stops the broker. Ignored where the broker is not ours.
    pub fn alone(name: &'static str, run: impl FnOnce(&Broker) + Send + 'static) -> Self {
        Self { name, place: Place::Alone, run: Box::new(run) }
    }
}

/// Starts the brokers that the tests want, runs the tests with them, stops them, also after failures.
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
    let start = |guarded: bool, start: fn() -> Result<Broker, Missing>| -> Option<Started> {
        let mut ours = trials.iter().filter(|trial| (trial.place == Place::Guarded) == guarded);
        if arguments.list || !ours.any(|trial| is_wanted(&arguments, trial.name)) {
            return None;
        }
        let started = start().map(Arc::new);
        if let Err(missing) = &started {
            let fate = if is_failure(missing) { "failing" } else { "ignored" };
            let which = if guarded { " that asks for passwords" } else { "" };
            eprintln!("tests with a Kafka{which} are {fate}: {missing}");
        }
        Some(started)
    };
    let (open, guarded) = (start(false, Broker::start), start(true, Broker::start_guarded));
    // Whoever stops the broker is alone with it.
    let door = Arc::new(RwLock::new(()));
    let prepared = trials.into_iter().map(|trial| {
        let broker = if trial.place == Place::Guarded { &guarded } else { &open };
        prepared(trial, broker.as_ref(), &door)
    });
    let conclusion = libtest_mimic::run(&arguments, prepared.collect());
    drop((open, guarded));
    conclusion.exit_code()
}

type Started = Result<Arc<Broker>, Missing>;

fn prepared(trial: KafkaTrial, broker: Option<&Started>, door: &Arc<RwLock<()>>) -> Trial {
    let KafkaTrial { name, place, run } = trial;
    match broker {
        None => Trial::test(name, || Err(Failed::from("no broker was started for it"))),
        Some(Err(missing)) => {
            let missing = missing.clone();
            let ignored = !is_failure(&missing);
            Trial::test(name, move || Err(Failed::from(missing))).with_ignored_flag(ignored)
        }
        Some(Ok(broker)) => {
            let (broker, door) = (Arc::clone(broker), Arc::clone(door));
            let ignored = place == Place::Alone && !broker.is_ours();
            let trial = Trial::test(name, move || {
                // A test that failed left nothing behind in here.
                match place {
                    Place::Alone => {
                        let _alone = door.write().unwrap_or_else(PoisonError::into_inner);
                        let up = Up(&broker);
                        run(&broker);
                        drop(up);
                    }
                    Place::Beside => {
                        let _beside = door.read().unwrap_or_else(PoisonError::into_inner);
                        run(&broker);
                    }
                    // Nobody stops that one.
                    Place::Guarded => run(&broker),
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
    match missing {
        Missing::Broken(_) => true,
        Missing::Install(_) => std::env::var("CI").is_ok_and(|ci| ci == "true"),
        Missing::Unlike(_) => false,
    }
}

/// As libtest filters.
fn is_wanted(arguments: &Arguments, name: &str) -> bool {
    let hits =
        |filter: &String| if arguments.exact { name == filter } else { name.contains(filter.as_str()) };
    arguments.filter.as_ref().is_none_or(hits) && !arguments.skip.iter().any(hits)
}
