//! How long a story takes from its publication on `articles.raw` to its record on `articles.enriched`.

use std::collections::HashMap;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind, Message};
use kafka::{From, Producer, Reader, Until};

use super::child::{http_of, start, stop};
use super::stories::story;

const RATE: u64 = 1_000;
const SECONDS: u64 = 10;
/// The first second is the enricher joining its group.
const WARM_UP: u64 = RATE;

/// Prints the median and the 99th percentile at a thousand stories a second.
pub(super) fn measure(server: &str, stand: &str, mut enrich: Command) -> Result<(), Fault> {
    let mut enricher = start(enrich.stdout(Stdio::null()).stderr(Stdio::piped()))?;
    http_of(&mut enricher)?;
    let delays = super::super::block_on(go(server, stand));
    stop(&enricher);
    enricher.wait().map_err(Fault::io(|| "wait for the enricher".to_owned()))?;
    let mut delays = delays?;
    delays.sort_unstable();
    let at = |percent: usize| {
        delays.get(delays.len() * percent / 100).copied().unwrap_or_default().as_secs_f64() * 1e3
    };
    eprintln!(
        "publish to record at {RATE}/s, {} stories: p50 {:.1} ms, p90 {:.1} ms, p99 {:.1} ms",
        delays.len(),
        at(50),
        at(90),
        at(99)
    );
    Ok(())
}

async fn go(server: &str, stand: &str) -> Result<Vec<Duration>, Fault> {
    let settings = super::broker(server);
    let producer = Producer::open(&settings, &format!("{stand}.raw")).await?;
    let mut records =
        Reader::open(&settings, &format!("{stand}.enriched"), From::End, Until::Stopped).await?;
    let count = RATE * SECONDS + WARM_UP;
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let produce = async {
        let began = Instant::now();
        for number in 0..count {
            tokio::time::sleep_until((began + Duration::from_micros(number * 1_000_000 / RATE)).into()).await;
            let key = format!("late-{number}");
            let text =
                serde_json::json!({ "id": key, "published_at": "2024-07-09", "text": story(number, 3_000) });
            let mut message = Message::new(text.to_string());
            message.key = Some(key.clone().into());
            // Nobody listens any more only when the reading has failed, and then that is told.
            let _ = tell.send((key, Instant::now()));
            producer.send(&message).await?;
        }
        producer.flush(Duration::from_secs(30)).await
    };
    let consume = async {
        let (mut sent, mut delays) = (HashMap::new(), Vec::new());
        while delays.len() < usize::try_from(count).unwrap_or(usize::MAX) {
            let wait = tokio::time::timeout(Duration::from_secs(30), records.next());
            let late = || Fault::new(FaultKind::Bug, "measure latency", "a record did not come within 30 s");
            let Some(record) = wait.await.map_err(|_| late())?? else { break };
            let now = Instant::now();
            while let Ok((key, at)) = told.try_recv() {
                sent.insert(key, at);
            }
            let key = record.key.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
            if let Some(at) = sent.remove(key.as_ref()) {
                delays.push(now - at);
            }
        }
        Ok(delays.split_off(usize::try_from(WARM_UP).unwrap_or(0).min(delays.len())))
    };
    let (_, delays) = tokio::try_join!(produce, consume)?;
    Ok(delays)
}
