//! Writes to topics in transactions.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use flow::{Fault, Meter, Settlement, Work};
use tokio::sync::oneshot;

use crate::fault::no_answer;
use crate::settings::Settings;
use crate::writer::Writer;

/// How long an open transaction may take to be aborted at the end.
const LEAVE: Duration = Duration::from_secs(3);

/// Writes to topics in transactions: a batch's results, dead letters, marks and input offsets in one.
///
/// librdkafka's calls block, so the producer lives on a thread of its own.
///
/// **Nothing is settled that the brokers have not acknowledged**, and what is aborted is seen by no reader of
/// committed messages.
pub struct Outlet {
    jobs: Option<mpsc::Sender<Job>>,
    closing: Arc<AtomicBool>,
    /// Ends when the thread does.
    ended: mpsc::Receiver<()>,
}

struct Job {
    work: Work,
    reply: oneshot::Sender<Result<Settlement, Fault>>,
}

impl Outlet {
    /// Takes over `transactional_id`: whoever had it before is fenced, and what it left open is aborted.
    ///
    /// Results go to `topic`, dead letters to `dead_topic`, a feed's marks to `marks_topic` (to be compacted).
    pub async fn open(
        settings: &Settings,
        transactional_id: &str,
        topic: &str,
        dead_topic: &str,
        marks_topic: Option<&str>,
    ) -> Result<Self, Fault> {
        Self::begin(settings, transactional_id, topic, dead_topic, marks_topic, None).await
    }

    /// The same where nothing reads from Kafka: then it is the outlet that tells `meter` whether the brokers answer.
    pub async fn open_and_tell(
        settings: &Settings,
        transactional_id: &str,
        topic: &str,
        dead_topic: &str,
        marks_topic: Option<&str>,
        meter: Arc<dyn Meter>,
    ) -> Result<Self, Fault> {
        Self::begin(settings, transactional_id, topic, dead_topic, marks_topic, Some(meter)).await
    }

    async fn begin(
        settings: &Settings,
        transactional_id: &str,
        topic: &str,
        dead_topic: &str,
        marks_topic: Option<&str>,
        meter: Option<Arc<dyn Meter>>,
    ) -> Result<Self, Fault> {
        let closing = Arc::new(AtomicBool::new(false));
        let writer = Writer::new(
            settings.clone(),
            transactional_id,
            topic,
            dead_topic,
            marks_topic,
            meter,
            Arc::clone(&closing),
        )?;
        let (jobs, inbox) = mpsc::channel();
        let (ends, ended) = mpsc::channel();
        let (opened, opening) = oneshot::channel();
        std::thread::Builder::new()
            .name("kafka-outlet".to_owned())
            .spawn(move || {
                serve(writer, &inbox, opened);
                drop(ends);
            })
            .map_err(Fault::io(|| "start the thread of a Kafka producer".to_owned()))?;
        let outlet = Self { jobs: Some(jobs), closing, ended };
        opening.await.map_err(|_| no_answer("open a Kafka producer"))??;
        Ok(outlet)
    }
}

/// The thread: opens, then one job after another.
fn serve(mut writer: Writer, inbox: &mpsc::Receiver<Job>, opened: oneshot::Sender<Result<(), Fault>>) {
    let result = writer.open();
    let is_open = result.is_ok();
    if opened.send(result).is_err() || !is_open {
        return;
    }
    loop {
        match inbox.recv_timeout(Duration::from_millis(500)) {
            Ok(Job { work, reply }) => {
                // Nobody waits any more: the flow was dropped. The brokers know what became of the work.
                let _ = reply.send(writer.settle(work));
            }
            Err(mpsc::RecvTimeoutError::Timeout) => writer.idle(),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    writer.close();
}

impl flow::Outlet for Outlet {
    async fn put(&mut self, work: Work) -> Result<Settlement, Fault> {
        let doing = "commit to Kafka";
        let (reply, answer) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or_else(|| no_answer(doing))?;
        jobs.send(Job { work, reply }).map_err(|_| no_answer(doing))?;
        answer.await.map_err(|_| no_answer(doing))?
    }
}

impl Drop for Outlet {
    /// Aborts what is open, so that readers need not wait for it to time out.
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Release);
        self.jobs = None;
        let _ = self.ended.recv_timeout(LEAVE);
    }
}
