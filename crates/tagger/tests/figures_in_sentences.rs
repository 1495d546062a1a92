//! Ordinary sentences by writers who had not read the rules: as many figures are right as were before, in all that a case says.
//!
//! `cargo test -p tagger --test figures_in_sentences -- --nocapture` shows what is wrong with which.

mod common;

use std::path::Path;

use serde_json::Value;

/// The file, the headline that its cases stand under, figures that are right, to be raised whenever more are, and those that the
/// file states. The middle of a feature stands in a story that has spoken of trade.
const FLOORS: [(&str, &str, usize, usize); 6] = [
    ("statistics", "Agency report", 394, 485),
    ("duties-capital-ports-deals", "Agency report", 264, 469),
    ("passages", "Agency report", 355, 567),
    ("ours", "Agency report", 85, 95),
    ("features", "Trade matters", 126, 408),
    ("borders", "Trade matters", 160, 263),
];

/// The names of a case's fields in a record, in their order.
const FIELDS: [&str; 7] = ["kind", "indicator", "direction", "reporter", "partner", "period", "status"];

#[test]
fn no_figure_of_the_sentences_is_lost() {
    for (name, headline, floor, all) in FLOORS {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/probes").join(name).with_extension("txt");
        let text = std::fs::read_to_string(&path).expect("the cases are in the repository");
        let (mut right, mut stated, mut false_ones) = (0, 0, 0);
        let (mut day, mut place) = ("", "");
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            if let Some(date) = line.strip_prefix("@date ") {
                day = date.trim();
            } else if let Some(dateline) = line.strip_prefix("@place ") {
                place = dateline.trim();
            } else {
                let (sentence, figures) = line.split_once("=>").expect("a case has its figures behind `=>`");
                let sentence = sentence.trim().replace("\\n", "\n\n");
                let case = Case::read(headline, &sentence, figures.trim(), place, day);
                right += case.right;
                stated += case.stated;
                false_ones += case.false_ones;
            }
        }
        println!("{name}: {right} of {stated} figures right, {false_ones} that are none");
        assert_eq!(stated, all, "{name}: the file states another number of figures");
        assert!(right >= floor, "{name}: {right} of {stated} are right, {floor} were");
    }
}

struct Case {
    right: usize,
    stated: usize,
    false_ones: usize,
}

impl Case {
    fn read(headline: &str, sentence: &str, figures: &str, place: &str, day: &str) -> Self {
        let mut found = common::figures(&format!("{headline}\n\n{place} - {sentence}"), Some(day));
        let mut case = Self { right: 0, stated: 0, false_ones: 0 };
        let mut wrong: Vec<String> = Vec::new();
        for figure in figures.split(';').map(str::trim).filter(|figure| !matches!(*figure, "" | "nothing")) {
            case.stated += 1;
            let mut fields = figure.split('|').map(str::trim);
            let quote = fields.next().unwrap_or_default();
            let words =
                |figure: &Value| figure["span"]["exact"].as_str().unwrap_or_default().replace('\n', " ");
            let Some(at) = found
                .iter()
                .position(|figure| words(figure) == quote)
                .or_else(|| found.iter().position(|figure| words(figure).contains(quote)))
            else {
                wrong.push(format!("missed {quote}"));
                continue;
            };
            let figure = found.remove(at);
            let others = FIELDS.iter().zip(fields).filter(|(name, wanted)| !is_so(&figure, name, wanted));
            let others: Vec<String> =
                others.map(|(name, wanted)| format!("{name} {}, not {wanted}", figure[*name])).collect();
            if others.is_empty() {
                case.right += 1;
            } else {
                wrong.push(format!("{quote}: {}", others.join(", ")));
            }
        }
        case.false_ones = found.len();
        wrong.extend(found.iter().map(|figure| format!("none is {}", figure["span"]["exact"])));
        if !wrong.is_empty() {
            println!("{sentence}\n    {}", wrong.join("\n    "));
        }
        case
    }
}

fn is_so(figure: &Value, name: &str, wanted: &str) -> bool {
    let found = figure[name].as_str();
    match wanted {
        "*" | "" => true,
        "-" => found.is_none() || name == "partner" && found == Some("WORLD"),
        _ if name == "period" => found.is_some_and(|found| found == days(wanted)),
        _ => found == Some(wanted),
    }
}

/// `2024-09`, `2024Q3`, `2024`, `2024-01..2024-09` or two days, as the two days of a record.
fn days(period: &str) -> String {
    let month = |text: &str| -> Option<jiff::civil::Date> {
        let (year, month) = text.split_once('-')?;
        jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
    };
    let ends = match (period.split_once(".."), period.split_once('Q')) {
        (Some((first, last)), _) => month(first).zip(month(last)),
        (_, Some((year, quarter))) => quarter.parse::<i32>().ok().and_then(|quarter| {
            month(&format!("{year}-{}", quarter * 3 - 2)).zip(month(&format!("{year}-{}", quarter * 3)))
        }),
        _ if period.contains('/') => None,
        _ if period.contains('-') => month(period).zip(month(period)),
        _ => month(&format!("{period}-1")).zip(month(&format!("{period}-12"))),
    };
    ends.map_or_else(|| period.to_owned(), |(first, last)| format!("{first}/{}", last.last_of_month()))
}
