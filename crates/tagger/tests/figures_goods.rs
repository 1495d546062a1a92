//! Which goods a figure is of: those that it counts, those that its sentence speaks of, else those of the figure it belongs to or of
//! the story.

mod common;

use common::{figures, says};

/// The goods of each figure, `-` where it is of all.
fn goods(text: &str) -> Vec<String> {
    let of = |figure: &serde_json::Value| figure["commodity"].as_str().unwrap_or("-").to_owned();
    figures(text, Some("2024-05-10")).iter().map(of).collect()
}

#[test]
fn a_figure_has_the_goods_that_it_counts_or_that_follow_it() {
    for (text, expected) in [
        ("Mexico exported 2.31 million cars to the United States in 2023.", "cars"),
        (
            "Rouen loaded 512,000 tonnes of cereals for export in April, and trade with Algeria grew.",
            "cereals",
        ),
        (
            "Canada's exports grew. It sold $76 million worth of fresh lobster to China in April.",
            "fresh lobster",
        ),
        ("The United States put a duty of 25 percent on steel from Canada.", "steel"),
    ] {
        assert_eq!(goods(text), [expected], "{text}");
    }
}

#[test]
fn a_list_of_goods_gives_each_figure_its_own() {
    says(
        "2024-05-10",
        "Turkey's exports rose 4 percent in April. Chemicals led with $2.55 billion, followed by steel with $1.4 billion.",
        &[
            "change exports TR>WORLD 4 percent up 2024-04",
            "level exports TR>WORLD 2550000000 USD 2024-04 [chemicals]",
            "level exports TR>WORLD 1400000000 USD 2024-04 [steel]",
        ],
    );
    assert_eq!(
        goods(
            "India raises import duties. The duty on walnuts goes up to 120 percent, that on lentils to 40 percent."
        ),
        ["walnuts", "lentils"]
    );
    assert_eq!(
        goods("Washington put tariffs of 25 percent on steel and 10 percent on aluminum from Canada."),
        ["steel", "aluminum"]
    );
}

#[test]
fn a_story_of_one_kind_of_goods_goes_on_about_them_and_says_that_it_was_carried() {
    let found = figures(
        "Vietnam's shrimp exports rise\n\nHANOI, May 10 (VNA) - Vietnam's shrimp exports rose 14.2 percent to 1.3 billion USD in the \
         first four months of 2024.\n\nShipments to Japan reached 180 million USD, up 5 percent.\n",
        Some("2024-05-10"),
    );
    let of = |figure: &serde_json::Value| {
        let carried = figure["inferred"].as_array().is_some_and(|all| all.iter().any(|it| it == "commodity"));
        (figure["commodity"].as_str().unwrap_or("-").to_owned(), carried)
    };
    let found: Vec<_> = found.iter().map(of).collect();
    let shrimp = |carried| ("shrimp".to_owned(), carried);
    assert_eq!(found, [shrimp(false), shrimp(false), shrimp(true), shrimp(true)]);
}

#[test]
fn a_story_of_all_goods_does_not_go_on_about_those_of_one_sentence() {
    assert_eq!(
        goods(
            "Chile's exports rose 6 percent to $9 billion in April. Copper shipments grew 8 percent to $4 billion.\n\nExports to China \
             increased 3 percent. Overall imports fell 2 percent."
        ),
        ["-", "-", "copper", "copper", "-", "-"]
    );
}

#[test]
fn what_is_no_goods_is_not_taken_for_them() {
    for text in [
        "Philippine exports rose. The United States had the highest export value with USD1.06 billion in April.",
        "Kenya's exports of tea rose. It recorded $4 billion worth of imports in 2023.",
        "Chile's exports rose as car makers ordered more. Total exports grew 5 percent in April.",
    ] {
        assert!(goods(text).iter().all(|goods| goods == "-" || goods == "tea"), "{text}: {:?}", goods(text));
        assert_eq!(goods(text).last().map(String::as_str), Some("-"), "{text}");
    }
}

/// Of the figures that are found, those with the goods of the gold: half of the words of both are the same, or both are of all goods.
fn agree(set: &str) -> (usize, usize) {
    let folder = common::gold("").join("..").join(set);
    let names = std::fs::read_dir(folder.join("gold")).expect("the set is there");
    let (mut right, mut all) = (0, 0);
    for name in names {
        let path = name.expect("a file").path();
        let gold: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&path).expect("gold is readable")).expect("gold is JSON");
        let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(folder.join("docs").join(format!("{id}.txt"))).expect("a story");
        let found = figures(&text, gold["published_check"].as_str());
        for figure in gold["figures"].as_array().into_iter().flatten() {
            let quote = figure["quote"].as_str().unwrap_or_default();
            let nth = usize::try_from(figure["nth"].as_u64().unwrap_or(1)).expect("a count");
            let Some((byte, _)) = text.match_indices(quote).nth(nth - 1) else { continue };
            let start = text[..byte].chars().count() as u64;
            let Some(found) = found.iter().find(|found| found["span"]["start"] == start) else { continue };
            all += 1;
            right += usize::from(are_same(figure["commodity"].as_str(), found["commodity"].as_str()));
        }
    }
    (right, all)
}

fn are_same(one: Option<&str>, other: Option<&str>) -> bool {
    let words = |goods: &str| -> std::collections::BTreeSet<String> {
        goods
            .split(|c: char| !c.is_alphanumeric())
            .map(|it| it.trim_end_matches('s').to_lowercase())
            .collect()
    };
    match (one, other) {
        (Some(one), Some(other)) => {
            let (one, other) = (words(one), words(other));
            one.intersection(&other).count() * 2 >= one.union(&other).count()
        }
        (one, other) => one.is_none() && other.is_none(),
    }
}

#[test]
fn the_goods_of_gold_do_not_get_worse() {
    for (set, floor) in [("gold", 0.92), ("honest", 0.87), ("latest", 0.82)] {
        let (right, all) = agree(set);
        let rate = right as f64 / all as f64;
        assert!(rate >= floor && all > 400, "{set}: {right} of {all} is {rate:.3}");
    }
}

#[test]
fn goods_are_named_without_the_words_that_a_sentence_puts_around_them() {
    for (text, expected) in [
        ("The finance ministry put Norway's exports at 9.1 billion crowns in April.", "-"),
        ("Duty-free steel imports by Norway reached 41,000 tonnes in April.", "steel"),
        (
            "Norway's cross-border e-commerce exports hit 3.2 billion crowns in April.",
            "cross-border e-commerce",
        ),
        ("Norway's seaborne exports averaged 1.4 million barrels a day in April.", "-"),
    ] {
        assert_eq!(goods(text).first().map(String::as_str), Some(expected), "{text}");
    }
}
