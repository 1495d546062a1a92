//! Records of 3 to 6 kB: the step and the outlet, without a log before them.
//!
//! Criterion shows the time of a batch; the table before it shows CPU a message, all threads and the system's part
//! included, over files of 10,000 messages each (fdatasync, manifest and names included).

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use article::{Article, EnrichedArticle, Enrichment, Region, Tags};
use bytes::Bytes;
use criterion::{Criterion, Throughput};
use flow::{Message, Outlet, Position, Progress, Receipt, Verdict, Work};
use rustix::time::{ClockId, clock_gettime};
use sink::{Compression, Folder, Options};

const MESSAGES: u64 = 100_000;
const FILE: u64 = 10_000;
const BATCH: u64 = 1_000;

const COMPRESSIONS: [(&str, Compression); 4] = [
    ("none", Compression::None),
    ("zstd:1", Compression::Zstd(1)),
    ("zstd:3", Compression::Zstd(3)),
    ("gzip", Compression::Gzip),
];

/// What the texts are made of.
const WORDS: &str = "exports imports trade surplus deficit rose fell climbed narrowed widened billion million yuan yen \
    dollars euros percent year month quarter first second third half January February March April May June July August \
    September October November December customs office statistics bureau ministry commerce said showed reported data on \
    Tuesday Wednesday Thursday the of and in to from with by a an its their than while after before against compared \
    analysts expected economists forecast demand supply orders factories carmakers steel copper crude oil gas wheat \
    soybeans semiconductors machinery vehicles batteries textiles chemicals shipments port container freight tariffs \
    quota agreement talks minister president spokesman statement region province northeast southwest Asia Europe Gulf \
    Japan China Korea Vietnam Germany France Brazil Mexico Canada India Australia growth slowed accelerated record high \
    low since level currency rate central bank inflation investment foreign direct firms company group invested plant";

/// A region as it stands in a record, most of whose bytes are tags of this kind.
const REGION: &str = r#"{"ref":"r1","name":"Jilin","level":"admin1","code":"CN-JL","country":"CN","admin1":"CN-JL",
    "geonames":2036500,"m49":null,"lat":43.66657,"lon":126.19161,"members":[],"role":"focus","relevance":100,
    "confidence":98,"mentions":[{"start":144,"end":149,"exact":"Jilin","usage":"name"},
    {"start":248,"end":253,"exact":"Jilin","usage":"name"},{"start":731,"end":736,"exact":"Jilin","usage":"name"},
    {"start":1208,"end":1213,"exact":"Jilin","usage":"name"}],"inside_names":[]}"#;

/// Records with 1 to 4 regions and 1 to 4 kB of text that is not the same twice.
fn records() -> Vec<Bytes> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut random = 1_u64;
    let mut pick = move |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).expect("31 bits") % below
    };
    let region: Region = serde_json::from_str(REGION).expect("a region");
    (0..1_000)
        .map(|n| {
            let mut article = Article::from_json(br#"{"text": ""}"#).expect("an article");
            article.id = format!("urn:story:{n}");
            let length = 1_000 + pick(3_000);
            while article.text.len() < length {
                article.text.push_str(words[pick(words.len())]);
                article.text.push(' ');
            }
            let tags = Tags { regions: vec![region.clone(); 1 + pick(4)], ..Tags::default() };
            let name = |name: &str| name.to_owned();
            let enrichment = Enrichment {
                enricher: name("0.1.0"),
                rules: name("2026-11"),
                gazetteer: name("2026-11"),
                vocabularies: name("2026-11"),
                enriched_at: None,
                untagged: None,
            };
            EnrichedArticle::new(article, tags, enrichment).to_json().into()
        })
        .collect()
}

fn batch(records: &[Bytes], from: u64) -> Vec<Message> {
    let topic: Arc<str> = Arc::from("articles.enriched");
    let message = |n: u64| {
        let payload = records[usize::try_from(n).expect("small") % records.len()].clone();
        let offset = i64::try_from(n).expect("small");
        Message {
            position: Position { source: Arc::clone(&topic), partition: 0, offset },
            ..Message::new(payload)
        }
    };
    (from..from + BATCH).map(message).collect()
}

fn render(messages: &[Message]) -> Work {
    let mut outputs = Vec::with_capacity(messages.len());
    for message in messages {
        for verdict in sink::render(message) {
            if let Verdict::Pass(record) = verdict {
                outputs.push(record);
            }
        }
    }
    assert_eq!(outputs.len(), messages.len());
    let source = Arc::clone(&messages[0].position.source);
    let (from, next) = (messages[0].position.offset, messages[messages.len() - 1].position.offset + 1);
    let receipt =
        Receipt { progress: vec![Progress { source, partition: 0, from, next }], ..Receipt::default() };
    Work { outputs, dead: Vec::new(), receipt }
}

fn file_all(path: &Path, compression: Compression, records: &[Bytes], steps: bool) {
    let options = Options {
        compression,
        rotate_bytes: u64::MAX,
        rotate_age: Duration::from_hours(1),
        rotate_messages: FILE,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut outlet = Folder::open(path, options).expect("a folder").outlet();
    let mut from = 0;
    while from < MESSAGES {
        let messages = batch(records, from);
        let work = render(&messages);
        if steps {
            runtime.block_on(outlet.put(work)).expect("room on the disk");
        }
        from += BATCH;
    }
}

/// The least that can be done: the bytes and a newline through a buffer, fdatasync and rename.
fn file_bare(path: &Path, records: &[Bytes]) {
    use std::io::Write;
    for file in 0..MESSAGES / FILE {
        let (aside, named) = (path.join("aside"), path.join(format!("{file}.ndjson")));
        let mut out =
            std::io::BufWriter::with_capacity(128 * 1024, std::fs::File::create(&aside).expect("a file"));
        for first in (0..FILE).step_by(usize::try_from(BATCH).expect("small")) {
            for message in batch(records, file * FILE + first) {
                out.write_all(&message.payload).and_then(|()| out.write_all(b"\n")).expect("room");
            }
        }
        out.into_inner().expect("room").sync_data().expect("a disk");
        std::fs::rename(aside, named).expect("a name");
    }
}

fn cpu() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(time).expect("a time since the start")
}

fn table(records: &[Bytes]) {
    let bytes: usize = records.iter().map(Bytes::len).sum();
    println!(
        "{MESSAGES} records of {} bytes on average, {FILE} a file, {BATCH} a batch",
        bytes / records.len()
    );
    let row = |name: &str, run: &dyn Fn(&Path)| {
        let folder = tempfile::tempdir().expect("a folder");
        let (began, before) = (Instant::now(), cpu().as_secs_f64());
        run(folder.path());
        let (wall, cpu) = (began.elapsed().as_secs_f64(), cpu().as_secs_f64() - before);
        let each = |seconds: f64| seconds * 1e6 / MESSAGES as f64;
        println!("{name:>22}: {:6.2} µs CPU a message, {:6.2} µs wall", each(cpu), each(wall));
        folder
    };
    row("bare copy", &|path| file_bare(path, records));
    row("render alone", &|path| file_all(path, Compression::None, records, false));
    for (name, compression) in COMPRESSIONS {
        let folder =
            row(&format!("render + files, {name}"), &|path| file_all(path, compression, records, true));
        row(&format!("verify, {name}"), &|_| drop(sink::verify(folder.path(), |_| {}).expect("a proof")));
    }
}

fn main() {
    let records = records();
    if !std::env::args().any(|arg| arg == "--test") {
        table(&records);
    }
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    let mut group = criterion.benchmark_group("sink");
    let messages = batch(&records, 0);
    group.throughput(Throughput::Bytes(messages.iter().map(|message| message.payload.len() as u64).sum()));
    group.bench_function("render", |bencher| bencher.iter(|| render(&messages)));
    group.finish();
    criterion.final_summary();
}
