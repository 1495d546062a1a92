//! Over all gold stories: where the text is written another way, the figures stay; where it says something else, they follow.

mod common;

use serde_json::Value;

/// Every gold story: (id, text, day).
fn stories() -> Vec<(String, String, String)> {
    (1..=24)
        .map(|number| {
            let id = format!("D{number:02}");
            let text = common::read(&format!("docs/{id}.txt"));
            let gold: Value =
                serde_json::from_str(&common::read(&format!("gold/{id}.json"))).expect("gold is JSON");
            let day = gold["published_check"].as_str().expect("a day").to_owned();
            (id, text, day)
        })
        .collect()
}

/// What a figure says, without where it stands and in which words.
fn says(figure: &Value) -> Value {
    let mut figure = figure.clone();
    let object = figure.as_object_mut().expect("a figure");
    for field in ["span", "sentence", "attribution", "id", "derived", "confidence", "twin_of", "of"] {
        object.remove(field);
    }
    figure
}

/// Both texts give the same figures, story by story; `mend` changes what the first text's figures say.
fn same(rewrite: impl Fn(&str) -> String, mend: impl Fn(&mut Value)) {
    let mut wrong = Vec::new();
    let mut changed = 0;
    for (id, text, day) in stories() {
        let other = rewrite(&text);
        changed += usize::from(other != text);
        let mut before: Vec<Value> = common::figures(&text, Some(&day)).iter().map(says).collect();
        before.iter_mut().for_each(&mend);
        let after: Vec<Value> = common::figures(&other, Some(&day)).iter().map(says).collect();
        for (one, two) in before.iter().zip(&after).filter(|(one, two)| one != two).take(1) {
            wrong.push(format!("{id}:\n  {one}\n  {two}"));
        }
        if before.len() != after.len() {
            wrong.push(format!("{id}: {} figures became {}", before.len(), after.len()));
        }
    }
    assert!(changed > 0, "no story has the words");
    assert!(wrong.is_empty(), "{changed} stories changed\n{}", wrong.join("\n"));
}

fn unchanged(rewrite: impl Fn(&str) -> String) {
    same(rewrite, |_| {});
}

#[test]
fn percent_is_written_in_many_ways() {
    unchanged(|text| {
        text.replace(" percentage point", "\u{1}")
            .replace(" percent", " per cent")
            .replace('\u{1}', " percentage point")
    });
    unchanged(|text| text.replace(" per cent", " pct"));
    unchanged(|text| {
        text.replace(" percentage point", "\u{1}")
            .replace(" percent", "%")
            .replace('\u{1}', " percentage point")
    });
}

#[test]
fn quotes_are_curly_or_straight() {
    unchanged(|text| text.replace(['“', '”'], "\"").replace(['‘', '’'], "'"));
    unchanged(|text| text.replace("'s", "’s"));
}

#[test]
fn a_blank_may_not_break() {
    for unit in ["billion", "million", "percent", "per cent", "tonnes", "%", "euros"] {
        unchanged(|text| text.replace(&format!(" {unit}"), &format!("\u{a0}{unit}")));
    }
}

/// Breaks the lines of a text that has long ones at these widths in turn.
fn wrapped(text: &str, widths: &[usize]) -> String {
    /// A shorter line is a headline, or was wrapped before.
    const LONG: usize = 100;
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        if paragraph.len() < LONG || text.split('\n').all(|line| line.len() < 3 * LONG) {
            lines.push(paragraph.to_owned());
            continue;
        }
        let mut widths = widths.iter().cycle();
        let mut width = *widths.next().expect("a width");
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.len() + 1 + word.len() > width {
                lines.push(std::mem::take(&mut line));
                width = *widths.next().expect("a width");
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n")
}

#[test]
fn lines_may_end_at_any_width() {
    for widths in [&[31, 56, 40][..], &[72, 48, 90, 61], &[118, 130, 104]] {
        let (mut all, mut kept) = (0, 0);
        for (_, text, day) in stories() {
            let before: Vec<Value> = common::figures(&text, Some(&day)).iter().map(says).collect();
            let mut after: Vec<Value> =
                common::figures(&wrapped(&text, widths), Some(&day)).iter().map(says).collect();
            all += before.len();
            for figure in before {
                if let Some(at) = after.iter().position(|other| *other == figure) {
                    after.remove(at);
                    kept += 1;
                }
            }
        }
        // a few words are looked for in the text itself
        assert!(kept * 100 >= all * 98, "{kept} of {all} figures at {widths:?}");
    }
}

#[test]
fn spelling_is_british_or_american() {
    unchanged(|text| {
        text.replace("totalled", "totaled").replace("metres", "meters").replace("tonnes", "metric tons")
    });
    unchanged(|text| text.replace("totaled", "totalled").replace("meters", "metres"));
    unchanged(|text| text.replace("U.S. dollars", "US dollars"));
}

#[test]
fn months_may_be_small() {
    unchanged(|text| {
        let mut text = text.to_owned();
        for month in [
            "January",
            "February",
            "April",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ] {
            text = text.replace(&format!("in {month}"), &format!("in {}", month.to_lowercase()));
        }
        text
    });
}

#[test]
fn verbs_may_be_in_the_present() {
    unchanged(|text| {
        text.replace(" rose ", " rises ").replace(" fell ", " falls ").replace(" grew ", " grows ")
    });
    unchanged(|text| {
        text.replace(" rose ", " climbed ").replace(" fell ", " dropped ").replace(" surged ", " jumped ")
    });
}

#[test]
fn a_fall_instead_of_a_rise_turns_the_direction() {
    // only the verb of a change turns; what is said with other words stays
    let rewrite = |text: &str| text.replace(" rose ", " fell ");
    for (id, text, day) in stories() {
        let (before, after) =
            (common::figures(&text, Some(&day)), common::figures(&rewrite(&text), Some(&day)));
        assert_eq!(before.len(), after.len(), "{id}");
        for (one, two) in before.iter().zip(&after) {
            // a headline that now says the contrary of its story takes nothing from it
            // what fell threefold is a third
            let times = one["unit"] == "multiple" && one["direction"] != two["direction"];
            for field in ["kind", "indicator", "value", "unit", "period", "reporter", "rule"] {
                assert!(
                    one[field] == two[field] || times && field == "value",
                    "{id} {field}: {}",
                    one["span"]["exact"]
                );
            }
            let verb = one["rule"] == "change/verb" && one["direction"] != two["direction"];
            assert!(!verb || (one["direction"] == "up" && two["direction"] == "down"), "{id}: {one}\n{two}");
        }
    }
}

#[test]
fn a_paragraph_about_something_else_changes_nothing() {
    for paragraph in [
        "The choir sang in the old town on Friday evening, and 300 people came to listen.",
        "Gross domestic product grew 2.4 percent, the statistics office said.",
        "The club won 3-1 in front of 41,000 supporters.",
    ] {
        for (id, text, day) in stories() {
            let other = format!("{}\n\n{paragraph}\n", text.trim_end());
            let before: Vec<Value> = common::figures(&text, Some(&day)).iter().map(says).collect();
            let after: Vec<Value> = common::figures(&other, Some(&day)).iter().map(says).collect();
            assert_eq!(before, after, "{id}: {paragraph}");
        }
    }
}

#[test]
fn other_digits_are_other_values() {
    for (id, text, day) in stories() {
        let before = common::figures(&text, Some(&day));
        let letters: Vec<char> = text.chars().collect();
        // percentages of one number: its digits are the value's digits
        for figure in before.iter().filter(|figure| figure["unit"] == "percent" && figure["high"].is_null()) {
            let at =
                |key: &str| usize::try_from(figure["span"][key].as_u64().expect("a place")).expect("a place");
            let words = figure["span"]["exact"].as_str().expect("words");
            let value = figure["value"].as_str().expect("a value");
            if !words.starts_with(value) || !value.contains('3') || value.starts_with('3') {
                continue;
            }
            let mut other: String = letters[..at("start")].iter().collect();
            other.push_str(&words.replace('3', "4"));
            other.extend(&letters[at("end")..]);
            let after = common::figures(&other, Some(&day));
            let found = after
                .iter()
                .find(|after| after["span"]["start"] == figure["span"]["start"])
                .unwrap_or_else(|| panic!("{id}: {words} is lost"));
            let mut expected = says(figure);
            expected["value"] = Value::from(value.replace('3', "4"));
            assert_eq!(says(found), expected, "{id}: {words}");
        }
    }
}
