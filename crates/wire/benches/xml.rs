//! Formats made of XML, a message of twenty stories each: `cargo bench -p wire --bench xml`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use wire::{Format, Received, parse};

const STORY: &str = include_str!("../tests/data/seed.txt");

/// As many items as an agency puts into a message or a feed.
const ITEMS: usize = 20;

fn speed(criterion: &mut Criterion) {
    let body = STORY.split_once("\n\n").map_or(STORY, |(_, body)| body).trim_end();
    let marked = format!("<p>{}</p>", body.replace('&', "&amp;").replace("\n\n", "</p>\n<p>"));
    let escaped = marked.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let nitf = format!(
        "<nitf><head><docdata management-status=\"usable\"><doc-id id-string=\"x1\"/><date.issue norm=\"20230830T091500Z\"/>\
         <doc.copyright holder=\"Xinhua\"/><key-list><keyword key=\"trade\"/></key-list></docdata></head>\n\
         <body><body.head><hedline><hl1>Foreign enterprises</hl1></hedline></body.head><body.content>\n{marked}\n</body.content></body></nitf>"
    );
    let many = |before: &str, item: &dyn Fn(usize) -> String, after: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{before}{}{after}",
            (0..ITEMS).map(item).collect::<String>()
        )
    };
    let g2 = |nth: usize, content: &str| {
        format!(
            "<newsItem guid=\"urn:x:{nth}\" version=\"2\" xml:lang=\"en\"><itemMeta><itemClass qcode=\"ninat:text\"/><provider qcode=\"nprov:XINHUA\"/>\
             <versionCreated>2023-08-30T09:15:00Z</versionCreated><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><urgency>4</urgency>\
             <subject qcode=\"medtop:20000378\"><name xml:lang=\"en\">trade</name><name xml:lang=\"de\">Handel</name></subject><keyword>trade</keyword>\
             <headline>Foreign enterprises</headline></contentMeta><contentSet>{content}</contentSet></newsItem>\n"
        )
    };
    let xhtml = format!(
        "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"x\"><body>{marked}</body></html></inlineXML>"
    );
    let inline_nitf = format!("<inlineXML contenttype=\"application/nitf+xml\">{nitf}</inlineXML>");
    let newsml_1 = |nth: usize| {
        format!(
            "<NewsItem><Identification><NewsIdentifier><ProviderId>xinhua</ProviderId><DateId>20230830</DateId><NewsItemId>{nth}</NewsItemId>\
             <RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20230830T091500Z</ThisRevisionCreated>\
             <Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Foreign enterprises</HeadLine></NewsLines>\
             <DescriptiveMetadata><SubjectCode><Subject FormalName=\"04000000\"/></SubjectCode></DescriptiveMetadata><ContentItem>\
             <MediaType FormalName=\"Text\"/><DataContent>{marked}</DataContent></ContentItem></NewsComponent></NewsItem>\n"
        )
    };
    let rss = |nth: usize| {
        format!(
            "<item><guid>{nth}</guid><title>Foreign enterprises</title><pubDate>Wed, 30 Aug 2023 09:15:00 +0800</pubDate><description>{escaped}</description></item>\n"
        )
    };
    let atom = |nth: usize| {
        format!(
            "<entry><id>{nth}</id><title>Foreign enterprises</title><updated>2023-08-30T09:15:00Z</updated><content type=\"xhtml\"><div>{marked}</div></content></entry>\n"
        )
    };
    let json: Vec<serde_json::Value> = (0..ITEMS)
        .map(|nth| serde_json::json!({ "id": nth.to_string(), "title": "Foreign enterprises", "content_html": marked, "date_published": "2023-08-30T09:15:00Z" }))
        .collect();
    let json =
        serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "title": "x", "items": json })
            .to_string();
    let message = ("<newsMessage xmlns=\"x\"><itemSet>", "</itemSet></newsMessage>");
    let cases = [
        ("nitf", Format::Nitf, many("", &|_| format!("{nitf}\n"), "")),
        ("newsml-g2, xhtml", Format::NewsmlG2, many(message.0, &|nth| g2(nth, &xhtml), message.1)),
        ("newsml-g2, nitf", Format::NewsmlG2, many(message.0, &|nth| g2(nth, &inline_nitf), message.1)),
        ("newsml-1", Format::Newsml1, many("<NewsML>", &newsml_1, "</NewsML>")),
        ("rss, escaped", Format::Rss, many("<rss><channel><title>x</title>", &rss, "</channel></rss>")),
        ("atom, xhtml", Format::Atom, many("<feed><title>x</title>", &atom, "</feed>")),
        ("json-feed", Format::JsonFeed, json),
    ];
    let mut group = criterion.benchmark_group("xml");
    for (name, format, text) in &cases {
        let received =
            Received { bytes: text.as_bytes(), feed: Some("bench"), uri: Some("file:x"), received_at: None };
        let parsed = parse(&received, None).expect("the message is readable");
        assert_eq!((parsed.articles.len(), parsed.rejected.len()), (ITEMS, 0), "{name}");
        assert!(parsed.articles.iter().all(|article| article.text.len() > 1000), "{name}");
        assert_eq!(parsed, parse(&received, Some(*format)).expect("it is of this format"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(*name, |bencher| bencher.iter(|| parse(&received, None)));
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
