//! What the tests of the sink share: records, work, and a folder to put it in.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use article::{Article, EnrichedArticle, Enrichment, Tags};
use flow::{
    DeadLetter, Fault, Message, Outlet, Position, Progress, Receipt, Reject, Settlement, Verdict, Work,
};
use sink::{Compression, FilesOutlet, Folder, Options};

pub const TOPIC: &str = "articles.enriched";

pub fn options(compression: Compression) -> Options {
    Options {
        compression,
        rotate_bytes: u64::MAX,
        rotate_age: Duration::from_hours(1),
        rotate_messages: u64::MAX,
    }
}

pub fn open(path: &Path, compression: Compression) -> Folder {
    Folder::open(path, options(compression)).unwrap()
}

/// A record whose id tells its partition and offset.
pub fn record(partition: i32, offset: i64) -> Vec<u8> {
    let mut article = Article::from_json(br#"{"text": "Exports rose 3 percent."}"#).unwrap();
    article.id = format!("{partition}-{offset}");
    article.text = format!("{} {offset}.\nExports — «{}» — rose.", "Imports fell".repeat(20), "é".repeat(9));
    let version = |name: &str| format!("{name}-1");
    let enrichment = Enrichment {
        enricher: version("enricher"),
        rules: version("rules"),
        gazetteer: version("gazetteer"),
        vocabularies: version("vocabularies"),
        enriched_at: None,
        untagged: None,
    };
    EnrichedArticle::new(article, Tags::default(), enrichment).to_json()
}

pub fn message(partition: i32, offset: i64, payload: impl Into<Vec<u8>>) -> Message {
    let mut message = Message::new(payload.into());
    message.position = Position { source: Arc::from(TOPIC), partition, offset };
    message
}

/// What the loop would hand over for these offsets of partitions. Every tenth is no record.
pub fn work(stretches: &[(i32, i64, i64)]) -> Work {
    let (mut outputs, mut dead, mut progress) = (Vec::new(), Vec::new(), Vec::new());
    for &(partition, from, next) in stretches {
        for offset in from..next {
            let garbage = offset % 10 == 9;
            let payload = if garbage { b"no \xff record".to_vec() } else { record(partition, offset) };
            apply(&message(partition, offset, payload), &mut outputs, &mut dead);
        }
        progress.push(Progress { source: Arc::from(TOPIC), partition, from, next });
    }
    Work { outputs, dead, receipt: Receipt { reader: Arc::from("sink"), progress, ..Receipt::default() } }
}

fn apply(message: &Message, outputs: &mut Vec<Message>, dead: &mut Vec<DeadLetter>) {
    for verdict in sink::render(message) {
        match verdict {
            Verdict::Pass(record) => outputs.push(record),
            Verdict::Reject { reject, .. } => dead.push(letter(message.clone(), reject)),
            Verdict::Skip(why) => panic!("skipped: {why}"),
        }
    }
}

pub fn letter(message: Message, reject: Reject) -> DeadLetter {
    DeadLetter { message, reject, stage: "sink", at: jiff::Timestamp::UNIX_EPOCH }
}

/// How many of the offsets are records.
pub fn records_in(from: i64, next: i64) -> u64 {
    (from..next).filter(|offset| offset % 10 != 9).count() as u64
}

/// Waits for an outlet's answer.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

pub fn put(outlet: &mut FilesOutlet, stretches: &[(i32, i64, i64)]) -> Result<Settlement, Fault> {
    now(outlet.put(work(stretches)))
}

/// Puts and seals.
pub fn seal(outlet: &mut FilesOutlet, stretches: &[(i32, i64, i64)]) -> Vec<Receipt> {
    assert!(matches!(put(outlet, stretches).unwrap(), Settlement::Held));
    settled(now(outlet.settle()).unwrap())
}

pub fn settled(settlement: Settlement) -> Vec<Receipt> {
    match settlement {
        Settlement::Settled(receipts) => receipts,
        other => panic!("{other:?}"),
    }
}

/// What receipts say of partitions: `(partition, from, next)`.
pub fn progress(receipts: &[Receipt]) -> Vec<(i32, i64, i64)> {
    receipts
        .iter()
        .flat_map(|receipt| &receipt.progress)
        .map(|progress| (progress.partition, progress.from, progress.next))
        .collect()
}

/// Every file under a folder, by its path from there, sorted; the lock left out.
pub fn files(root: &Path) -> Vec<String> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                found.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    let mut found = Vec::new();
    walk(root, root, &mut found);
    found.retain(|path| path != ".lock");
    found.sort();
    found
}

/// The files that a reader's glob finds.
pub fn visible(root: &Path) -> Vec<PathBuf> {
    files(root)
        .into_iter()
        .filter(|path| !path.starts_with('_') && !path.contains("/.aside"))
        .map(|path| root.join(path))
        .collect()
}

pub fn read(path: &Path) -> String {
    let (bytes, mut text) = (std::fs::read(path).unwrap(), String::new());
    match path.extension().unwrap().to_str().unwrap() {
        "zst" => zstd::Decoder::new(&*bytes).unwrap().read_to_string(&mut text).unwrap(),
        "gz" => flate2::read::GzDecoder::new(&*bytes).read_to_string(&mut text).unwrap(),
        _ => (&*bytes).read_to_string(&mut text).unwrap(),
    };
    text
}

/// How often each id stands in the files that a reader finds.
pub fn ids(root: &Path) -> BTreeMap<String, u32> {
    let mut ids = BTreeMap::new();
    for path in visible(root) {
        for line in read(&path).lines() {
            let record = EnrichedArticle::from_json(line.as_bytes()).unwrap();
            *ids.entry(record.article.id).or_default() += 1;
        }
    }
    ids
}

/// As `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    use std::fmt::Write as _;
    sha2::Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}
