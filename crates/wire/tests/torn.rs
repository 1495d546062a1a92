//! Messages that were cut short or damaged: what is whole in them comes out.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::{article, parse};

fn ninjs(nth: usize) -> String {
    format!(
        r#"{{"uri": "a{nth}", "headline": "Tin rises {nth}", "body_text": "Tin rose {nth} times, and [so] on.", "subject": [{{"name": "tin"}}]}}"#
    )
}

fn ap(nth: usize) -> String {
    format!(
        r#"{{"item": {{"altids": {{"itemid": "a{nth}"}}, "headline": "Tin rises {nth}", "body_text": "Tin rose {nth} times."}}}}"#
    )
}

#[test]
fn whole_items_before_the_cut_of_a_list_come_out() {
    type Item = fn(usize) -> String;
    let envelopes: [(&str, &str, Item); 8] = [
        ("[", "]", ninjs),
        ("[\n", "\n]", ninjs),
        ("{\"total\": 3, \"items\": [", "]}", ninjs),
        ("{\"_items\": [\n", "\n]}", ninjs),
        ("{\"response\": {\"docs\": [", "]}}", ninjs),
        ("{\"hits\": {\"hits\": [", "]}}", ninjs),
        ("{\"api_version\": \"1\", \"method\": \"/feed\", \"data\": {\"items\": [", "]}}", ap),
        ("[", "]", ap),
    ];
    for (open, close, item) in envelopes {
        for joint in [",", ", ", ",\n", ",\n  "] {
            let whole = format!("{open}{}{close}", [1, 2, 3].map(item).join(joint));
            assert_eq!(parse(whole.as_bytes(), None).unwrap().articles.len(), 3, "{whole}");
            let third = whole.len() - close.len() - item(3).len();
            for cut in [third + item(3).len() / 2, third + item(3).len() - 2] {
                let parsed = parse(&whole.as_bytes()[..cut], None).unwrap();
                assert_eq!(parsed.articles.len(), 2, "{}", &whole[..cut]);
                let [no] = &parsed.rejected[..] else { panic!("{:?}", parsed.rejected) };
                assert_eq!(no.code, "truncated_json", "{}", &whole[..cut]);
                assert!(no.part.as_ref().unwrap().contains("a3"), "{no:?}");
            }
            // Between two items.
            let parsed = parse(&whole.as_bytes()[..third], None).unwrap();
            let codes: Vec<_> = parsed.rejected.iter().map(|no| no.code).collect();
            assert_eq!((parsed.articles.len(), codes), (2, vec!["truncated_json"]), "{}", &whole[..third]);
        }
    }
}

#[test]
fn a_damaged_line_does_not_spoil_the_lines_below_it() {
    let lines = format!("{}\n{}\n{}\n", ninjs(1), &ninjs(2)[..40], ninjs(3));
    let parsed = parse(lines.as_bytes(), None).unwrap();
    assert_eq!((parsed.articles.len(), parsed.rejected.len()), (2, 1));
    let listed = format!("[\n{},\n{},\n{}\n]", ninjs(1), &ninjs(2)[..40], ninjs(3));
    assert_eq!(parse(listed.as_bytes(), None).unwrap().articles.len(), 2);
}

#[test]
fn an_envelope_of_any_name_is_opened_if_its_items_are_plain() {
    for envelope in [
        format!("{{\"total\": 1, \"hits\": [{}]}}", ninjs(1)),
        format!("{{\"hits\": {{\"total\": 1, \"hits\": [{{\"_id\": \"x\", \"_source\": {}}}]}}}}", ninjs(1)),
        format!("{{\"count\": 1, \"nyheter\": [{}]}}", ninjs(1)),
    ] {
        assert_eq!(article(&envelope).headline.as_deref(), Some("Tin rises 1"), "{envelope}");
    }
}
