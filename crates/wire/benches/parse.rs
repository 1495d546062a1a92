//! Stories of some kilobytes in each format: `cargo bench -p wire`. With `DATELINE_BENCH_STORIES=DIR` also the files of a folder of your
//! own, as one number.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::json;
use wire::{Received, parse};

const STORY: &str = include_str!("../tests/data/seed.txt");

/// The same story in each format.
fn cases() -> Vec<(&'static str, Vec<u8>)> {
    let body = STORY.split_once("\n\n").map_or(STORY, |(_, body)| body).trim_end();
    let paragraphs = body.replace('&', "&amp;").replace("\n\n", "</p>\n<p>");
    let nitf = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf><head><docdata management-status=\"usable\"><doc-id id-string=\"x1\"/>\
         <date.issue norm=\"20230830T091500Z\"/><doc.copyright holder=\"Xinhua\"/><key-list><keyword key=\"trade\"/></key-list></docdata></head>\n\
         <body><body.head><hedline><hl1>Foreign enterprises</hl1></hedline></body.head><body.content>\n<p>{paragraphs}</p>\n</body.content></body></nitf>\n"
    );
    let html = format!("<p>{paragraphs}</p>");
    let item = json!({
        "uri": "http://xinhua.example/1", "type": "text", "version": "1", "versioncreated": "2023-08-30T09:15:00Z", "pubstatus": "usable", "language": "en",
        "headline": "Foreign enterprises", "copyrightholder": "Xinhua", "subject": [{ "scheme": "iptc", "code": "20000271", "name": "trade" }], "body_html": html,
    });
    let ap = json!({ "api_version": "1.2", "method": "/content/x", "data": { "item": {
        "altids": { "itemid": "x" }, "type": "text", "version": 1, "versioncreated": "2023-08-30T09:15:00Z", "headline": "Foreign enterprises",
        "renditions": { "nitf": { "content": nitf } },
    } } });
    let mail = format!(
        "From: Xinhua <news@xinhuanet.example>\r\nSubject: Foreign enterprises\r\nMessage-ID: <1@xinhuanet.example>\r\nDate: Wed, 30 Aug 2023 09:15:00 +0000\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    );
    let received = Received { bytes: STORY.as_bytes(), feed: None, uri: None, received_at: None };
    let whole = parse(&received, None).expect("the seed story is readable").articles[0].to_json();
    vec![
        ("text", STORY.into()),
        ("text, wrapped", wrapped(STORY).into()),
        ("text of a megabyte", STORY.repeat(300).into()),
        ("zczc", format!("ZCZC XIN0001\n{body}\nNNNN\n").into()),
        ("iptc7901", format!("\u{1}xin0001 4 eco 500\r\n\u{2}{body}\r\n\u{3}300915 GMT Aug 23\r\n\u{4}").into()),
        ("anpa1312", format!("\u{16}\u{16}\u{1}a0001\u{1f}bdtnw-\r\nr f\u{13}\u{11}bc-china-trade 08-30 0500\r\n\u{2}{body}\r\n\u{3}AP-WF-08-30-23 0915GMT\r\n").into()),
        ("mail", mail.into()),
        ("ninjs", item.to_string().into()),
        ("ap, with nitf in a string", ap.to_string().into()),
        ("article, text only", json!({ "text": STORY }).to_string().into()),
        ("article, whole", whole),
        ("nitf", nitf.into()),
    ]
}

/// As wires of the eighties sent it, and many desks do: lines of 64 characters, which are asked one by one.
fn wrapped(story: &str) -> String {
    const WIDTH: usize = 64;
    let mut lines = String::with_capacity(story.len());
    for paragraph in story.lines() {
        let mut width = 0;
        for word in paragraph.split(' ') {
            if width + word.len() > WIDTH {
                lines.push('\n');
                width = 0;
            } else if width > 0 {
                lines.push(' ');
            }
            lines.push_str(word);
            width += word.len() + 1;
        }
        lines.push('\n');
    }
    lines
}

/// The files of a folder.
fn stories() -> Vec<Vec<u8>> {
    let folder = std::env::var_os("DATELINE_BENCH_STORIES");
    let files =
        folder.into_iter().flat_map(|folder| std::fs::read_dir(folder).expect("the folder can be read"));
    files.filter_map(|file| std::fs::read(file.ok()?.path()).ok()).collect()
}

fn speed(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for (name, bytes) in cases() {
        let received =
            Received { bytes: &bytes, feed: Some("bench"), uri: Some("file:x"), received_at: None };
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| parse(&received, None)));
    }
    let stories = stories();
    if !stories.is_empty() {
        group.throughput(Throughput::Bytes(stories.iter().map(|story| story.len() as u64).sum()));
        group.bench_function("stories of a folder", |bencher| {
            bencher.iter(|| {
                for bytes in &stories {
                    let received =
                        Received { bytes, feed: Some("bench"), uri: Some("file:x"), received_at: None };
                    std::hint::black_box(parse(&received, None)).ok();
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
