//! Stories of some kilobytes in each format: `cargo bench -p wire`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use wire::{Received, parse};

const STORY: &str = include_str!("../tests/data/seed.txt");

fn speed(criterion: &mut Criterion) {
    let body = STORY.split_once("\n\n").map_or(STORY, |(_, body)| body).trim_end();
    let paragraphs = body.replace('&', "&amp;").replace("\n\n", "</p>\n<p>");
    let nitf = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf><head><docdata management-status=\"usable\"><doc-id id-string=\"x1\"/>\
         <date.issue norm=\"20230830T091500Z\"/><doc.copyright holder=\"Xinhua\"/><key-list><keyword key=\"trade\"/></key-list></docdata></head>\n\
         <body><body.head><hedline><hl1>Foreign enterprises</hl1></hedline></body.head><body.content>\n<p>{paragraphs}</p>\n</body.content></body></nitf>\n"
    );
    let received = |bytes| Received { bytes, feed: Some("bench"), uri: Some("file:x"), received_at: None };
    let whole =
        parse(&received(STORY.as_bytes()), None).expect("the seed story is readable").articles[0].to_json();
    let bare = serde_json::json!({ "text": STORY }).to_string();
    let long = STORY.repeat(300);
    let cases: [(&str, &[u8]); 5] = [
        ("text", STORY.as_bytes()),
        ("text of a megabyte", long.as_bytes()),
        ("article, text only", bare.as_bytes()),
        ("article, whole", &whole),
        ("nitf", nitf.as_bytes()),
    ];
    let mut group = criterion.benchmark_group("parse");
    for (name, bytes) in cases {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| parse(&received(bytes), None)));
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
