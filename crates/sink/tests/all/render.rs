//! The step: what is a record, and what is not.

use crate::common::*;
use flow::{Reject, Step, Verdict};
use proptest::prelude::*;

fn passed(payload: &[u8]) -> Vec<u8> {
    match sink::render(&message(0, 1, payload)).pop().unwrap() {
        Verdict::Pass(record) => record.payload.to_vec(),
        other => panic!("{other:?}"),
    }
}

fn rejected(payload: &[u8]) -> String {
    match sink::Render.apply(&message(0, 1, payload)).pop().unwrap() {
        Verdict::Reject { reject: Reject { code: "not_a_record", cause }, part: None } => {
            flow::chain(cause.as_ref())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_record_passes_unchanged() {
    assert_eq!(passed(&record(0, 1)), record(0, 1));
}

#[test]
fn a_record_on_many_lines_is_put_on_one_and_says_the_same() {
    let value: serde_json::Value = serde_json::from_slice(&record(0, 1)).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap().replace('\n', "\r\n");
    let line = passed(pretty.as_bytes());
    assert!(!line.contains(&b'\n') && !line.contains(&b'\r'));
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&line).unwrap(), value);
}

#[test]
fn what_is_no_record_is_rejected_and_told_why() {
    let record = String::from_utf8(record(0, 1)).unwrap();
    let cases = [
        (String::new(), "EOF"),
        ("7".to_owned(), "it must be an object, not the number 7"),
        ("[1]".to_owned(), ""),
        (r#"{"text": "an article"}"#.to_owned(), "field `schema`: is missing"),
        (record.replace("dateline.enriched/1", "dateline.enriched/2"), "dateline.enriched/2"),
        (record.replace("\"version\":1", "\"version\":\"1\""), "field `version`"),
        (record.replace("\"gazetteer\":", "\"gazeteer\":"), "field `enrichment.gazetteer`: is missing"),
        (format!("{record}{record}"), "trailing"),
        (record[..record.len() - 1].to_owned(), "EOF"),
    ];
    for (payload, why) in cases {
        let reason = rejected(payload.as_bytes());
        assert!(reason.contains(why), "{payload}: {reason}");
    }
    let broken = [&record.as_bytes()[..200], b"\xff", &record.as_bytes()[200..]].concat();
    assert!(rejected(&broken).contains("utf-8"));
}

proptest! {
    #[test]
    fn any_bytes_are_passed_or_rejected(bytes: Vec<u8>) {
        prop_assert_eq!(sink::render(&message(0, 1, bytes)).len(), 1);
    }

    #[test]
    fn a_record_with_a_byte_changed_is_one_line_or_rejected(at in 0usize..500, byte: u8) {
        let mut bytes = record(0, 1);
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Some(Verdict::Pass(record)) = sink::render(&message(0, 1, bytes)).pop() {
            prop_assert!(!record.payload.contains(&b'\n'));
            prop_assert!(serde_json::from_slice::<serde_json::Value>(&record.payload).is_ok());
        }
    }
}

#[test]
fn compressions_have_names() {
    use sink::Compression;
    assert_eq!("zstd:19".parse(), Ok(Compression::Zstd(19)));
    assert_eq!("none".parse(), Ok(Compression::None));
    assert_eq!("gzip".parse(), Ok(Compression::Gzip));
    for wrong in ["", "zstd:0", "zstd:23", "zip", "gzip:3", "ZSTD"] {
        assert!(wrong.parse::<Compression>().is_err(), "{wrong}");
    }
}
