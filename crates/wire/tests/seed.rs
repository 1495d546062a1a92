//! The story that the whole pipeline is measured by.

mod support;

use support::{article, parse};

const STORY: &[u8] = include_bytes!("data/seed.txt");
const EXPECTED: &[u8] = include_bytes!("data/seed-expected.json");

#[test]
fn the_seed_story_gives_the_article_part_of_its_expected_record() {
    let article = serde_json::to_value(article(STORY)).unwrap();
    let expected: serde_json::Value = serde_json::from_slice(EXPECTED).unwrap();
    let theirs = ["schema", "regions", "industries", "trade_figures", "enrichment"];
    for (field, value) in expected.as_object().unwrap() {
        if !theirs.contains(&field.as_str()) {
            assert_eq!(&article[field], value, "{field}");
        }
    }
}

#[test]
fn the_seed_story_as_json_gives_the_same_article_but_for_its_bytes() {
    let story = article(STORY);
    let json = serde_json::json!({ "text": story.text }).to_string();
    let mut read = article(&json);
    assert_ne!(read.id, story.id);
    read.id.clone_from(&story.id);
    read.source.clone_from(&story.source);
    assert_eq!(read, story);
    assert!(parse(STORY, Some(wire::Format::Article)).is_err());
}
