//! Measures the Kafka ends: messages a second, CPU a message, latency. Brokers on 127.0.0.1 only.
//!
//! `cargo run --release -p kafka --example copy -- [MESSAGES]` with `DATELINE_TEST_KAFKA`, or a broker of its own.

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use flow::{Flow, Inlet as _, Message, NoMeter, Outlet as _, Receipt, Stop, Verdict, Work};
use kafka::{Inlet, Limits, Member, NewTopic, Outlet, Settings};
use test_support::{Broker, unique};

type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// Of a story with its record's fields.
const BYTES: usize = 3000;
const PARTITIONS: u32 = 4;

fn main() -> Outcome {
    let count: u32 = std::env::args().nth(1).map_or(Ok(200_000), |count| count.parse())?;
    let broker = Broker::start()?;
    if !broker.address().starts_with("127.0.0.1") {
        return Err("load goes to 127.0.0.1 only".into());
    }
    let settings = Settings {
        bootstrap_servers: broker.address().to_owned(),
        client_id: "dateline-bench".to_owned(),
        patience: Duration::from_secs(20),
        librdkafka: extra(),
    };
    println!("{:<44} {:>10} {:>12} {:>10}", "", "messages/s", "µs CPU each", "peak MB");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let raw = topic(&settings).await?;
        measure("memory → topic, 1,000 a transaction", count, fill(&settings, &raw, count, 1000)).await?;
        measure("topic → nowhere", count, drain(&settings, &raw, count)).await?;
        for batch in [1000, 10_000] {
            let name = format!("exactly-once copy, up to {batch} a commit");
            measure(&name, count, copy(&settings, &raw, count, batch)).await?;
            let (settings, raw, out) = (settings.clone(), raw.clone(), topic(&settings).await?);
            let bare = async move {
                let (brokers, count, batch) = (&settings.bootstrap_servers, count.into(), batch as u64);
                tokio::task::block_in_place(|| kafka::bare::copy(brokers, &raw, &out, count, batch))?;
                Ok(0.0)
            };
            measure("  bare rdkafka, the same", count, bare).await?;
        }
        for (rate, wait) in [(1000, 5), (1000, 1), (100, 5), (100, 1)] {
            latency(&settings, rate, wait, 8).await?;
        }
        Ok(())
    })
}

/// `LIBRDKAFKA="linger.ms=5,…"`: to see what a setting does.
fn extra() -> BTreeMap<String, String> {
    let extra = std::env::var("LIBRDKAFKA").unwrap_or_default();
    let pairs = extra.split(',').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

async fn topic(settings: &Settings) -> Outcome<String> {
    let name = unique("bench");
    let (partitions, replication) = (Some(PARTITIONS), Some(1));
    let topic = NewTopic { name: name.clone(), partitions, replication, config: Vec::new() };
    kafka::create_topics(settings, &[topic]).await?;
    Ok(name)
}

async fn measure(name: &str, count: u32, work: impl Future<Output = Outcome<f64>>) -> Outcome {
    if std::env::var("ONLY").is_ok_and(|only| !name.contains(&only) && !name.contains("memory")) {
        return Ok(());
    }
    let (began, cpu) = (Instant::now(), cpu());
    let apart = work.await?;
    let (took, cpu) = (began.elapsed().as_secs_f64() - apart, self::cpu() - cpu - apart);
    let count = f64::from(count);
    println!("{name:<44} {:>10.0} {:>12.1} {:>10}", count / took, cpu * 1e6 / count, peak());
    Ok(())
}

/// Text that compresses about as news does: to a third.
fn story(id: u32) -> Message {
    const WORDS: [&str; 16] = [
        "exports ", "rose ", "percent ", "billion ", "yuan ", "customs ", "in ", "the ", "first ", "half ",
        "trade ", "deficit ", "Friday ", "imports ", "to ", "of ",
    ];
    let mut state = u64::from(id).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut text = format!("{{\"id\":\"story-{id}\",\"text\":\"");
    while text.len() < BYTES {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(WORDS[usize::try_from(state & 15).unwrap_or(0)]);
        if state & 0x30 == 0 {
            text.push_str(&(state >> 40).to_string());
        }
    }
    text.push_str("\"}");
    let mut message = Message::new(text);
    message.key = Some(format!("story-{id}").into());
    message.headers.set(flow::header::SCHEMA, "dateline.article/1");
    let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    message.headers.set(flow::header::TRACEPARENT, trace);
    message
}

/// All of them different: zstd finds what it saw a batch ago. Gives the seconds that the making of texts took.
async fn fill(settings: &Settings, topic: &str, count: u32, batch: u32) -> Outcome<f64> {
    let mut outlet = Outlet::open(settings, &unique("fill"), topic, topic, None).await?;
    let mut apart = 0.0;
    for from in (0..count).step_by(batch as usize) {
        let began = Instant::now();
        let outputs = (from..(from + batch).min(count)).map(story).collect();
        apart += began.elapsed().as_secs_f64();
        outlet.put(Work { outputs, dead: Vec::new(), receipt: Receipt::default() }).await?;
    }
    Ok(apart)
}

fn limits(messages: usize) -> Limits {
    Limits { messages, bytes: 32_000_000, wait: Duration::from_millis(5) }
}

async fn drain(settings: &Settings, topic: &str, count: u32) -> Outcome<f64> {
    let mut inlet = Inlet::join(
        settings,
        topic,
        Member::dynamic(&unique("drain")),
        limits(1000),
        None,
        Arc::new(NoMeter),
    )?;
    let mut seen = 0;
    while seen < count as usize {
        seen += inlet.next().await?.map_or(0, |batch| batch.messages.len());
    }
    Ok(0.0)
}

async fn copy(settings: &Settings, raw: &str, count: u32, batch: usize) -> Outcome<f64> {
    let out = topic(settings).await?;
    let mut inlet =
        Inlet::join(settings, raw, Member::dynamic(&unique("copy")), limits(batch), None, Arc::new(NoMeter))?;
    let mut outlet = Outlet::open(settings, &unique("copy"), &out, &out, None).await?;
    let (mut seen, mut commits) = (0, 0);
    while seen < count as usize {
        let Some(batch) = inlet.next().await? else { break };
        (seen, commits) = (seen + batch.messages.len(), commits + 1);
        outlet.put(Work { outputs: batch.messages, dead: Vec::new(), receipt: batch.receipt }).await?;
    }
    println!("{commits} commits:");
    Ok(0.0)
}

/// From the publication of a story until its copy is read downstream, at a steady rate.
async fn latency(settings: &Settings, rate: u32, wait: u64, seconds: u32) -> Outcome {
    let (raw, out) = (topic(settings).await?, topic(settings).await?);
    let stop = Stop::new();
    let producer = kafka::Producer::open(settings, &raw).await?;
    let copier = {
        let (settings, raw, out, stop) = (settings.clone(), raw.clone(), out.clone(), stop.clone());
        tokio::spawn(async move {
            let meter = Arc::new(NoMeter);
            let limits = Limits { wait: Duration::from_millis(wait), ..limits(1000) };
            let mut inlet =
                Inlet::join(&settings, &raw, Member::dynamic(&unique("latency")), limits, None, meter)?;
            let mut outlet = Outlet::open(&settings, &unique("latency"), &out, &out, None).await?;
            let pass = |message: &Message| vec![Verdict::Pass(message.clone())];
            flow::run(&Flow::plain("copy")?, &mut inlet, Arc::new(pass), &mut outlet, &stop).await
        })
    };
    let mut reader = kafka::Reader::open(settings, &out, kafka::From::End, kafka::Until::Stopped).await?;
    let (warm, count) = (rate, rate * seconds);
    let (began, cpu) = (Instant::now(), cpu());
    let send = async {
        for id in 0..warm + count {
            tokio::time::sleep_until((began + Duration::from_secs(1) * id / rate).into()).await;
            let mut message = story(id);
            message.headers.set("at", began.elapsed().as_micros().to_string());
            producer.send(&message).await?;
        }
        producer.flush(Duration::from_secs(10)).await
    };
    let receive = async {
        let mut ages = Vec::new();
        while ages.len() < (warm + count) as usize {
            let Some(message) = reader.next().await? else { break };
            let at: u128 = message.headers.text("at").and_then(|at| at.parse().ok()).unwrap_or(0);
            ages.push(Duration::from_micros(
                u64::try_from(began.elapsed().as_micros().saturating_sub(at)).unwrap_or(u64::MAX),
            ));
        }
        Ok(ages)
    };
    let (_, ages) = tokio::try_join!(send, receive)?;
    let busy = (self::cpu() - cpu) * 100.0 / began.elapsed().as_secs_f64();
    stop.cancel();
    let tally = copier.await??;
    let mut ages = ages[warm as usize..].to_vec();
    ages.sort_unstable();
    let at = |share: usize| ages[(ages.len() * share / 1000).min(ages.len() - 1)].as_secs_f64() * 1e3;
    println!(
        "{rate}/s published, copied (wait {wait} ms) and read: p50 {:.1} ms, p99 {:.1} ms, p99.9 {:.1} ms; {} commits, {busy:.0} % of a core",
        at(500),
        at(990),
        at(999),
        tally.commits,
    );
    Ok(())
}

/// Seconds of CPU that this process has used, from `/proc`: in ticks of a hundredth.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let rest = stat.rsplit(')').next().unwrap_or_default();
    rest.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>()
        / 100.0
}

/// The most memory that this process has had, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
