//! The seed story: exactly the regions and industries expected of it, and of its sisters from other provinces.

use serde_json::{Value, json};

use super::common;

/// A record's tags without the fields that the contract leaves open.
fn without(list: &Value, fields: &[&str]) -> Value {
    let strip = |tag: &Value| {
        let mut tag = tag.as_object().expect("a tag is an object").clone();
        tag.retain(|field, _| !fields.contains(&field.as_str()));
        Value::Object(tag)
    };
    list.as_array().expect("tags are a list").iter().map(strip).collect()
}

fn expected() -> Value {
    serde_json::from_str(&common::read("seed/expected.json")).expect("the expected record is JSON")
}

#[test]
fn the_seed_gives_exactly_the_regions_expected_of_it() {
    let tags = common::tag(&common::parse(&common::read("seed/story.txt"), None));
    let open = ["ref", "relevance", "confidence"];
    let found = without(&json!(tags.regions), &open);
    for (found, expected) in
        found.as_array().unwrap().iter().zip(without(&expected()["regions"], &open).as_array().unwrap())
    {
        assert_eq!(found, expected);
    }
    assert_eq!(tags.regions.len(), expected()["regions"].as_array().unwrap().len());
}

#[test]
fn the_seed_gives_exactly_the_industries_expected_of_it() {
    let tags = common::tag(&common::parse(&common::read("seed/story.txt"), None));
    let open = ["name", "relevance", "confidence"];
    assert_eq!(without(&json!(tags.industries), &open), without(&expected()["industries"], &open));
}

/// Code, role, and the words of mentions and inside names, region by region.
fn outline(text: &str) -> Vec<(String, String, Vec<String>, Vec<String>)> {
    let tags = common::tag(&common::parse(text, None));
    let outline = tags.regions.iter().map(|region| {
        let mentions = region.mentions.iter().map(|mention| mention.exact.clone()).collect();
        let inside = region.inside_names.iter().map(|span| span.exact.clone()).collect();
        (region.code.clone(), format!("{:?}", region.role), mentions, inside)
    });
    outline.collect()
}

#[test]
fn another_province_city_and_group_give_the_same_record_of_themselves() {
    let story = common::read("seed/story.txt");
    let partner = "countries along the Belt and Road";
    for (province, city, admin1, geonames, group, code) in [
        ("Sichuan", "Chengdu", "CN-SC", 1_815_286, "ASEAN", "x:asean"),
        ("Shandong", "Jinan", "CN-SD", 1_805_753, "the European Union", "x:eu"),
        ("Guangdong", "Guangzhou", "CN-GD", 1_809_858, "Japan", "JP"),
    ] {
        let words = [
            ("Jilin", province.to_owned()),
            ("Changchun", city.to_owned()),
            ("CHANGCHUN", city.to_uppercase()),
            (partner, group.trim_start_matches("the ").to_owned()),
            ("CN-JL", admin1.to_owned()),
            ("geonames:2038180", format!("geonames:{geonames}")),
            ("x:belt-and-road", code.to_owned()),
        ];
        let swap = |text: &str| words.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
        let told = swap(&story.replace(partner, group));
        let expected: Vec<_> = outline(&story)
            .into_iter()
            .map(|(code, role, mentions, inside)| {
                let all = |list: Vec<String>| list.iter().map(|words| swap(words)).collect::<Vec<_>>();
                (swap(&code), role, all(mentions), all(inside))
            })
            .collect();
        let mut found = outline(&told);
        let mut expected = expected;
        // a country weighs more than a group: its rank among the mentions may differ
        if code == "JP" {
            found.sort();
            expected.sort();
        }
        assert_eq!(found, expected, "{province}");
    }
}

#[test]
fn another_country_is_in_focus_with_its_state() {
    let story = common::read("seed/story.txt");
    let told = story
        .replace("Jilin", "Bavaria")
        .replace("Changchun", "Munich")
        .replace("CHANGCHUN", "MUNICH")
        .replace("northeast China", "southern Germany")
        .replace("Chinese", "German")
        .replace("China-Northeast Asia Expo", "Germany-Central Asia Expo")
        .replace("China", "Germany");
    let found = outline(&told);
    let focus: Vec<_> =
        found.iter().filter(|region| region.1 == "Focus").map(|region| region.0.as_str()).collect();
    assert_eq!(focus.len(), 2);
    assert!(focus.contains(&"DE-BY") && focus.contains(&"DE"));
    let munich = found.iter().find(|region| region.2.contains(&"Munich".to_owned())).unwrap();
    assert_eq!(munich.2, ["MUNICH", "Munich", "Munich"]);
    let bavaria = found.iter().find(|region| region.0 == "DE-BY").unwrap();
    assert_eq!((bavaria.2.len(), bavaria.3.len()), (5, 1));
}
