//! Writes messages one by one: for people and tools.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind, Message};
use rdkafka::ClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::message::DeliveryResult;
use rdkafka::producer::{BaseProducer, BaseRecord, Producer as _, ProducerContext};

use crate::fault::{code, lasting, no_answer, words};
use crate::line::{Line, lock};
use crate::message::given;
use crate::settings::{Settings, client_fault};
use crate::topics::await_topic;

/// Between looks at whether there is room, or everything is acknowledged.
const TICK: Duration = Duration::from_millis(1);

/// Writes messages to a topic, each on its own and without transactions. Retries do not double them.
pub struct Producer {
    producer: BaseProducer<Reports>,
    topic: String,
}

struct Reports {
    line: Arc<Line>,
    state: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    acknowledged: u64,
    failed: Option<Code>,
}

impl Producer {
    /// Waits for a broker for as long as the settings say, and makes sure of the topic.
    pub async fn open(settings: &Settings, topic: &str) -> Result<Self, Fault> {
        let (settings, topic) = (settings.clone(), topic.to_owned());
        let opening = tokio::task::spawn_blocking(move || {
            let line = Line::new(&settings.bootstrap_servers, None);
            let reports = Reports { line: Arc::clone(&line), state: Mutex::default() };
            let producer: BaseProducer<Reports> = settings
                .producer(&[("linger.ms", "5")], &[])?
                .create_with_context(reports)
                .map_err(|err| client_fault(&err))?;
            let serve = || {
                producer.poll(Duration::ZERO);
                false
            };
            await_topic(producer.client(), &line, &topic, settings.patience, &serve)?;
            Ok(Self { producer, topic })
        });
        opening.await.map_err(|_| no_answer("open a Kafka producer"))?
    }

    /// Hands a message over; whether it arrived shows at [`flush`](Self::flush). Waits while too many are on the way.
    pub async fn send(&self, message: &Message) -> Result<(), Fault> {
        loop {
            self.producer.poll(Duration::ZERO);
            self.check()?;
            let mut outgoing = BaseRecord::to(&self.topic).payload(&*message.payload);
            if let Some(key) = &message.key {
                outgoing = outgoing.key(&**key);
            }
            outgoing.headers = given(&message.headers);
            match self.producer.send(outgoing) {
                Ok(()) => return Ok(()),
                Err((err, _)) if code(&err) == Code::QueueFull => {}
                Err((err, _)) => return Err(self.fault(code(&err))),
            }
            tokio::time::sleep(TICK).await;
        }
    }

    /// Waits until everything is acknowledged, and says how many are since the opening.
    pub async fn flush(&self, deadline: Duration) -> Result<u64, Fault> {
        let began = Instant::now();
        loop {
            self.producer.poll(Duration::ZERO);
            self.check()?;
            let open = self.producer.in_flight_count();
            if open == 0 {
                return Ok(lock(&self.producer.context().state).acknowledged);
            }
            if began.elapsed() >= deadline {
                let why = format!("{open} messages were not acknowledged in time");
                let doing = format!("write to the topic {}", self.topic);
                return Err(Fault::new(FaultKind::Unavailable, doing, why));
            }
            tokio::time::sleep(TICK).await;
        }
    }

    fn check(&self) -> Result<(), Fault> {
        match lock(&self.producer.context().state).failed {
            None => Ok(()),
            Some(code) => Err(self.fault(code)),
        }
    }

    fn fault(&self, code: Code) -> Fault {
        let doing = format!("write to the topic {}", self.topic);
        lasting(&doing, code).unwrap_or_else(|| Fault::new(FaultKind::Unavailable, doing, words(code)))
    }
}

impl ClientContext for Reports {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, text: &str) {
        self.line.log(level, facility, text);
    }

    fn error(&self, err: KafkaError, reason: &str) {
        self.line.error(&err, reason);
    }
}

impl ProducerContext for Reports {
    type DeliveryOpaque = ();

    fn delivery(&self, result: &DeliveryResult<'_>, (): ()) {
        let mut state = lock(&self.state);
        match result {
            Ok(_) => state.acknowledged += 1,
            Err((err, _)) => state.failed = state.failed.or(Some(code(err))),
        }
    }
}
