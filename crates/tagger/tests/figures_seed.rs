//! The seed story gives the record expected for it, figure by figure, field by field.

mod common;

use serde_json::Value;

#[test]
fn the_seed_gives_exactly_the_figures_expected_of_it() {
    let expected: Value = serde_json::from_str(&common::read("seed/expected.json")).unwrap();
    let expected = expected["trade_figures"].as_array().unwrap();
    let found = common::figures(&common::read("seed/story.txt"), None);
    assert_eq!(found.len(), expected.len());
    for (expected, found) in expected.iter().zip(&found) {
        for (field, value) in expected.as_object().unwrap() {
            if field != "confidence" {
                assert_eq!(&found[field], value, "{} {field}", expected["id"]);
            }
        }
        assert!(found["rule"].as_str().is_some_and(|rule| !rule.is_empty()));
        assert!(found["sentence"]["start"].as_u64() <= found["span"]["start"].as_u64());
        assert!(found["sentence"]["end"].as_u64() >= found["span"]["end"].as_u64());
    }
}
