//! Files that are made to break readers: nested without end, entities made of entities, hundreds of megabytes, a million items.
//! Refused with a code or read, on a small stack, in time that grows with the file and no faster.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use std::fmt::Write;
use std::fs;
use std::time::{Duration, Instant};

use support::parse;
use wire::{CODES, Format, Parsed, Unreadable};

/// Reads on a stack that is a sixteenth of what a thread has.
fn on_a_small_stack(bytes: Vec<u8>, format: Option<Format>) -> Result<Parsed, Unreadable> {
    const STACK: usize = 128 * 1024;
    let thread = std::thread::Builder::new().stack_size(STACK);
    thread.spawn(move || parse(&bytes, format)).unwrap().join().unwrap()
}

/// How a result is told in one word: the codes, or how many articles.
fn told(result: &Result<Parsed, Unreadable>) -> String {
    match result {
        Err(no) => no.code.to_owned(),
        Ok(parsed) => {
            let mut codes: Vec<&str> = parsed.rejected.iter().map(|no| no.code).collect();
            codes.extend(parsed.skipped.iter().map(|skip| skip.code));
            codes.dedup();
            format!("{} articles {}", parsed.articles.len(), codes.join(" ")).trim_end().to_owned()
        }
    }
}

#[test]
fn nesting_of_100_000_is_refused_or_read_flat() {
    const DEPTH: usize = 100_000;
    let times = |piece: &str| piece.repeat(DEPTH);
    let copy = "LA PAZ, Aug 29 (EFE).- Tin rose in July.";
    let json = |inner: String| {
        format!("{{\"uri\": \"x\", \"headline\": \"Tin\", \"body_text\": \"{copy}\", \"more\": {inner}}}")
    };
    let html = format!("{}{copy}{}", times("<div>"), times("</div>"));
    let string = serde_json::to_string(&html).unwrap();
    let mut mail = "From: a@b.example\nSubject: Tin\nMessage-ID: <1@b.example>\n".to_owned();
    for nth in 0..DEPTH {
        write!(mail, "Content-Type: multipart/mixed; boundary=b{nth}\n\n--b{nth}\n").unwrap();
    }
    mail += &format!("Content-Type: text/plain\n\n{copy}\n");
    let cases = [
        ("nitf", "too_deep", format!("<nitf><body><body.content>{html}</body.content></body></nitf>")),
        (
            "nitf, in front",
            "too_deep",
            format!("<nitf><head>{}{}</head></nitf>", times("<a>"), times("</a>")),
        ),
        (
            "newsml-g2, metadata",
            "too_deep",
            format!(
                "<newsItem guid=\"a\"><contentMeta>{}{}</contentMeta></newsItem>",
                times("<a>"),
                times("</a>")
            ),
        ),
        (
            "newsml-g2, body",
            "too_deep",
            format!("<newsItem guid=\"a\"><contentSet><inlineXML>{html}</inlineXML></contentSet></newsItem>"),
        ),
        (
            "newsml-1",
            "too_deep",
            format!(
                "<NewsML><NewsItem>{}{}</NewsItem></NewsML>",
                times("<NewsComponent>"),
                times("</NewsComponent>")
            ),
        ),
        (
            "rss",
            "too_deep",
            format!(
                "<rss><channel><item><title>Tin</title><description>{html}</description></item></channel></rss>"
            ),
        ),
        (
            "rss, item",
            "too_deep",
            format!("<rss><channel><item>{}{}</item></channel></rss>", times("<a>"), times("</a>")),
        ),
        (
            "atom",
            "too_deep",
            format!("<feed><entry><title>Tin</title><content>{html}</content></entry></feed>"),
        ),
        ("ninjs, lists", "too_deep", json(times("[") + &times("]"))),
        ("ninjs, objects", "too_deep", json(times("{\"a\": ") + "1" + &times("}"))),
        ("ninjs, never closed", "too_deep", json(times("["))),
        ("ninjs, body", "1 articles", format!("{{\"uri\": \"x\", \"body_html\": {string}}}")),
        ("lists of lists", "0 articles not_an_article", times("[") + "{\"uri\": \"x\"}" + &times("]")),
        (
            "ap",
            "too_deep",
            format!(
                "{{\"item\": {{\"altids\": {{\"itemid\": \"x\"}}, \"headline\": \"Tin\", \"body_html\": {string}, \"more\": {}{}}}}}",
                times("["),
                times("]")
            ),
        ),
        (
            "json-feed",
            "1 articles",
            format!(
                "{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{{\"id\": \"1\", \"content_html\": {string}, \"more\": {}{}}}]}}",
                times("["),
                times("]")
            ),
        ),
        (
            "article",
            "1 articles",
            format!("{{\"text\": \"{copy}\", \"more\": {}{}}}", times("["), times("]")),
        ),
        ("mail", "1 articles", mail),
        ("text, page", "1 articles", format!("<html><body>{html}</body></html>")),
        ("zczc", "1 articles", format!("ZCZC\n{}{copy}\nNNNN\n", times("("))),
    ];
    let mut wrong = Vec::new();
    for (name, expected, message) in cases {
        let result = on_a_small_stack(message.into_bytes(), None);
        if told(&result) != expected {
            wrong.push(format!("{name}: {}, not {expected}", told(&result)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The kinds of bombs: entities made of entities, one long one used often, one that holds itself, parameter entities, and what
/// would have to be fetched.
#[test]
fn entity_bombs_are_refused_in_every_format_and_nothing_is_fetched() {
    let mut lol = "<!ENTITY l0 \"ha\">".to_owned();
    for nth in 1..30 {
        write!(lol, "<!ENTITY l{nth} \"&l{0};&l{0};\">", nth - 1).unwrap();
    }
    let long = format!("<!ENTITY l29 \"{}\">", "ha".repeat(50_000));
    let declarations = [
        ("entity_bomb", lol, "&l29;".to_owned()),
        ("entity_bomb", long, "&l29;".repeat(50_000)),
        ("entity_bomb", "<!ENTITY l29 \"&l29;\">".to_owned(), "&l29;".to_owned()),
        ("1 articles", "<!ENTITY % a \"%b;%b;\"><!ENTITY % b \"%c;%c;\">%a;".to_owned(), "Tin.".to_owned()),
        ("1 articles", "<!ENTITY l29 SYSTEM \"file:///etc/passwd\">".to_owned(), "&l29;".to_owned()),
        ("1 articles", "<!ENTITY % a SYSTEM \"http://192.0.2.1/a.dtd\"> %a;".to_owned(), "Tin.".to_owned()),
    ];
    let documents = [
        ("nitf", "<nitf><body><body.content><p>Tin rose. ", "</p></body.content></body></nitf>"),
        (
            "newsItem",
            "<newsItem guid=\"a\"><contentMeta><headline>Tin rose. ",
            "</headline></contentMeta></newsItem>",
        ),
        (
            "NewsML",
            "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Tin rose. ",
            "</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>",
        ),
        ("rss", "<rss><channel><item><title>Tin rose. ", "</title></item></channel></rss>"),
        (
            "feed",
            "<feed><entry><author><name>Tin rose. ",
            "</name></author><title>Tin</title></entry></feed>",
        ),
    ];
    let mut wrong = Vec::new();
    for (root, open, close) in documents {
        for (nth, (expected, declared, used)) in declarations.iter().enumerate() {
            let message = format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [{declared}]>{open}{used}{close}");
            let result = on_a_small_stack(message.into_bytes(), None);
            let whole = format!("{result:?}");
            assert!(
                whole.len() < 2_000_000 && !whole.contains("root:"),
                "{root} {nth}: {} bytes",
                whole.len()
            );
            if told(&result) != *expected {
                wrong.push(format!("{root}, {nth}: {}, not {expected}", told(&result)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Messages of a size: one story, and as many items as fit.
fn of_size(size: usize) -> Vec<(&'static str, String)> {
    let paragraph = "The port of La Paz, which is far from any sea, handled more tin in July than in June, its head said.";
    let lines = format!("{paragraph}\n\n").repeat(size / (paragraph.len() + 2));
    let marked = format!("<p>{paragraph}</p>").repeat(size / (paragraph.len() + 7));
    let json = serde_json::to_string(&lines).unwrap();
    let items = |item: &str| item.repeat(size / item.len());
    vec![
        ("text", lines.clone()),
        (
            "text of lines that each take it back",
            format!(
                "Tin rises\n\n{}",
                items("This story was withdrawn by the desk. It must not be used by clients.\n")
            ),
        ),
        ("zczc", format!("ZCZC ABC123\nTin rises\n\n{lines}NNNN\n")),
        ("iptc7901", format!("\u{1}dpa0150 3 pl 18\r\n\u{2}Tin rises\r\n\r\n{lines}\u{3}\u{4}")),
        (
            "anpa1312",
            format!(
                "\u{1}a0123\u{1f}bdtnw-\r\nu f\u{13}\u{11}bc-tin 08-05 0412\r\n\u{2}^Tin rises<\r\n{lines}\u{3}"
            ),
        ),
        ("mail", format!("From: a@b.example\nSubject: Tin rises\nMessage-ID: <1@b.example>\n\n{lines}")),
        ("article", format!("{{\"text\": {json}}}")),
        ("ninjs", format!("{{\"uri\": \"x\", \"headline\": \"Tin\", \"body_text\": {json}}}")),
        (
            "ap",
            format!(
                "{{\"item\": {{\"altids\": {{\"itemid\": \"x\"}}, \"headline\": \"Tin\", \"body_html\": {}}}}}",
                serde_json::to_string(&marked).unwrap()
            ),
        ),
        (
            "json-feed",
            format!(
                "{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{{\"id\": \"1\", \"content_text\": {json}}}]}}"
            ),
        ),
        ("nitf", format!("<nitf><body><body.content>{marked}</body.content></body></nitf>")),
        (
            "newsml-g2",
            format!(
                "<newsItem guid=\"a\"><contentSet><inlineXML>{marked}</inlineXML></contentSet></newsItem>"
            ),
        ),
        (
            "newsml-1",
            format!(
                "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>{marked}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
            ),
        ),
        (
            "rss",
            format!(
                "<rss><channel><item><title>Tin</title><description>{marked}</description></item></channel></rss>"
            ),
        ),
        ("atom", format!("<feed><entry><title>Tin</title><content>{marked}</content></entry></feed>")),
        (
            "rss of many",
            format!(
                "<rss><channel>{}</channel></rss>",
                items(
                    "<item><title>Tin rises in La Paz</title><description>Tin rose in July.</description></item>"
                )
            ),
        ),
        (
            "ninjs of many",
            items("{\"uri\": \"x\", \"headline\": \"Tin rises\", \"body_text\": \"Tin rose in July.\"}\n"),
        ),
        (
            "newsml-g2 of many",
            format!(
                "<newsMessage><itemSet>{}</itemSet></newsMessage>",
                items(
                    "<newsItem guid=\"a\"><contentMeta><headline>Tin rises</headline></contentMeta></newsItem>"
                )
            ),
        ),
        (
            "iptc7901 of many",
            items(
                "\u{1}dpa0150 3 pl 18\r\n\u{2}Tin rises\r\n\r\n   La Paz (dpa) - Tin rose.\r\n\u{3}\u{4}\r\n",
            ),
        ),
        ("article of many", items("{\"text\": \"Tin rose in July.\"}\n")),
    ]
}

/// In kilobytes, where the system tells.
fn memory(line: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let found = status.lines().find_map(|known| known.strip_prefix(line))?;
    found.split_whitespace().next()?.parse().ok()
}

fn read_all(size: usize) -> Vec<(&'static str, Duration)> {
    let times = of_size(size).into_iter().map(|(name, message)| {
        let before = memory("VmRSS:").filter(|_| fs::write("/proc/self/clear_refs", "5").is_ok());
        let began = Instant::now();
        let result = parse(message.as_bytes(), None);
        let took = began.elapsed();
        let more = before.and_then(|before| Some(memory("VmHWM:")?.saturating_sub(before) >> 10));
        let known = |code: &str| CODES.iter().any(|(known, _)| *known == code);
        match &result {
            Err(no) => panic!("{name}: {no}"),
            Ok(parsed) => {
                assert!(!parsed.articles.is_empty(), "{name}");
                let refused = parsed.rejected.iter().filter(|no| no.code == "too_many").count();
                assert!(refused <= 1, "{name}: what is too much is said once, and not {refused} times");
                assert!(
                    parsed.articles.len() <= 100_000 && parsed.rejected.iter().all(|no| known(no.code)),
                    "{name}"
                );
            }
        }
        let more = more.map_or(String::new(), |more| format!(", {more} MB beside the message"));
        println!("{name}: {} in {took:.2?}{more}", told(&result));
        (name, took)
    });
    times.collect()
}

/// Four times the size takes about four times as long: what looks at all of it again for each item takes sixteen.
#[test]
fn time_grows_with_the_size_and_no_faster() {
    const SIZE: usize = 1 << 17;
    // The smaller runs are short, and the machine may be busy with something else just then.
    const TIMES: u32 = 10;
    let (small, large) = (read_all(SIZE), read_all(4 * SIZE));
    for ((name, small), (_, large)) in small.into_iter().zip(large) {
        assert!(large < small * TIMES + Duration::from_millis(200), "{name}: {small:?}, then {large:?}");
    }
}

/// `cargo test --release -p wire --test large -- --ignored --nocapture`: needs 5 GB and 20 s of a core.
#[test]
#[ignore = "200 MB a message: run it in release"]
fn files_of_200_megabytes_are_read_in_seconds() {
    for (name, took) in read_all(200 << 20) {
        assert!(took < Duration::from_secs(60), "{name}: {took:?}");
    }
}
