//! Laws that hold for any text.

mod common;

use article::{Article, Tags};
use proptest::prelude::*;

/// Pieces that trade stories are made of, and some that they are not.
const PIECES: &[&str] = &[
    "exports",
    "Imports",
    "the trade deficit",
    "surplus",
    "rose",
    "fell",
    "to",
    "from",
    "by",
    "of",
    "and",
    ",",
    ".",
    "(",
    ")",
    " ",
    "\n\n",
    "28.14 billion yuan",
    "about",
    "more than",
    "$5.3bn",
    "€1 741.9 bn",
    "3.5 percent",
    "12.4-pct",
    "doubled",
    "a third",
    "21.6 percentage points",
    "higher",
    "than",
    "the national average",
    "in",
    "the first half of this year",
    "January-July",
    "2023-24",
    "FY24",
    "a year earlier",
    "China",
    "Japan's",
    "with the European Union",
    "São Paulo",
    "999,999,999,999,999,999,999",
    "0.00000000000000000001",
    "trillion trillion",
    "lakh crore",
    "-",
    "–",
    "duties of",
    "a quota of",
    "respectively",
    "with shares of",
    "were as follows, in tonnes:",
    "with January figures in brackets",
    "Iran 31,250 (24,100), India nil (5)",
    "\n    Oman - 288 (241).",
    "exceeded exports",
    "of its catch to Asia",
    "left for",
    "in foreign exchange",
    "Nationwide,",
    "accounted for",
    "of the total",
    "while",
    "’s",
    "\u{a0}",
    "🙂",
    "é",
    "between 3.9 and 4.6 per cent",
    "0",
    "%",
    "$",
    "1/0",
    "13-1/4",
    "31-point-three",
    "those of",
    "it said",
    "according to",
    "June 1-20",
    "Feb. 31",
    "Q3",
    "per day",
    "minus",
    "−€7.8 bn",
];

fn check(text: &str) -> Tags {
    let mut article = Article::of_text(text);
    article.published_at = "2024-02-29".parse().ok();
    let tags = common::tag(&article);
    let letters: Vec<char> = text.chars().collect();
    let mut spans: Vec<(usize, usize, String)> =
        tags.trade_figures.iter().map(|it| (it.span.start, it.span.end, it.span.exact.clone())).collect();
    spans.extend(
        tags.regions.iter().flat_map(|it| &it.mentions).map(|it| (it.start, it.end, it.exact.clone())),
    );
    spans.extend(
        tags.industries.iter().flat_map(|it| &it.evidence).map(|it| (it.start, it.end, it.exact.clone())),
    );
    for (start, end, exact) in spans {
        assert!(start < end && end <= letters.len());
        assert_eq!(letters[start..end].iter().collect::<String>(), exact);
    }
    let ids: Vec<&str> = tags.trade_figures.iter().map(|figure| figure.id.as_str()).collect();
    for figure in &tags.trade_figures {
        for link in [&figure.of, &figure.twin_of].into_iter().flatten() {
            assert!(ids.contains(&link.as_str()) && *link != figure.id);
        }
        assert!(figure.confidence <= 100);
        assert!(common::rules().iter().any(|(id, _)| *id == figure.rule), "no rule {}", figure.rule);
        assert!(figure.sentence.start <= figure.span.start && figure.span.end <= figure.sentence.end);
    }
    tags
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_span_proves_itself_in_any_text(text in "\\PC{0,400}") {
        check(&text);
    }

    #[test]
    fn every_span_proves_itself_in_the_language_of_trade(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60), glue in proptest::bool::ANY) {
        check(&pieces.join(if glue { "" } else { " " }));
    }

    #[test]
    fn a_paragraph_that_says_nothing_of_trade_changes_no_figure(at in 0_usize..9, which in 0_usize..3) {
        let asides = ["The mayor opened a park on Monday.", "Rain is expected over the weekend, forecasters said.", "\"We are glad,\" the singer told the audience."];
        let story = common::read("seed/story.txt");
        let mut paragraphs: Vec<&str> = story.split("\n\n").collect();
        let before = common::figures(&story, None);
        paragraphs.insert(at.clamp(2, paragraphs.len() - 1), asides[which]);
        let after = common::figures(&paragraphs.join("\n\n"), None);
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            for (field, value) in before.as_object().unwrap() {
                if field != "span" && field != "sentence" {
                    prop_assert_eq!(value, &after[field]);
                }
            }
            prop_assert_eq!(&before["span"]["exact"], &after["span"]["exact"]);
        }
    }
}

#[test]
fn long_texts_of_one_kind_are_read_to_the_end() {
    let sizes = 60_000;
    for piece in [
        "1",
        "1,",
        "(",
        "exports ",
        "exports rose 3 percent to 5 billion yuan, ",
        "a third ",
        "China's ",
        "\n\n1 billion yuan",
        "$",
        "- ",
        "first quarter (",
        "of ",
        "and 3.1 ",
        "between 1 and ",
    ] {
        check(&piece.repeat(sizes / piece.len()));
    }
}

/// Processor time of this thread where the kernel tells it, so that a busy machine changes nothing.
fn time_of(work: impl FnOnce()) -> std::time::Duration {
    let now = || -> Option<u64> {
        let line = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        line.split(' ').next()?.parse().ok()
    };
    let (clock, start) = (std::time::Instant::now(), now());
    work();
    match (start, now()) {
        (Some(start), Some(end)) if end > start => std::time::Duration::from_nanos(end - start),
        _ => clock.elapsed(),
    }
}

#[test]
fn time_is_linear_in_the_text() {
    for piece in [
        "7",
        ",",
        "(((",
        "exports of Japan rose 3 percent to 5 billion yuan ",
        "exports, ",
        "Exports  5  6\n",
        "to 3 percent from 2 percent, ",
        "Japan 3 million tonnes, ",
        "while goods and goods ",
        "1,000 ",
        "in March, ",
        "orders worth 3 million dollars ",
        "since the ",
        "since the start of ",
        "3 percent in the first half of ",
        "the first three months of ",
        "May to the third week of ",
        "exports 5 tonnes in 1986/87 ",
        "5 tonnes in the same period ",
        "no stop and no number at all ",
        "Iran 31,250 (24,100), India 20,800 (nil), ",
        "Exports rose to 5 million dollars. ",
        "Exports were as follows:\nOman - 288 (241).\n",
        "Two-way trade rose. Kenya is a partner. ",
        "the gap with Kenya was 5 million dollars. ",
        "U.S. data put the gap with Kenya at 5 million dollars, its services at 3. ",
        "the duty went from 3 to 5 percent and from 5 percent to 7, ",
        "exports\nof Japan rose\nto 5 million\n",
        "shares of 5, 4, 3 and 2 percent, ",
        "40 percent of its catch to Asia ",
        "GHANA        nil   39,130\n",
        "Turkey. ",
        "Springfield, Centralia and ",
        "5 tonnes of wheat for China, 6 tonnes of maize, ",
        "he said exports would grow 5 percent and ",
        "a current account deficit of 3 percent of GDP from 2 percent to 4 percent and ",
        "soared to Chile by 4 percent to 3 tonnes and ",
        "5 million bags worth 3 million, ",
        "trade with the neighboring country, ",
        "sold 5 million dollars more than it bought and ",
        "coffee earnings, ",
        "to the U.S. In ",
    ] {
        let of = |bytes: usize| {
            let mut article =
                Article::of_text(format!("Exports of Japan {}", piece.repeat(bytes / piece.len())));
            article.published_at = "2024-02-29".parse().ok();
            (0..2).map(|_| time_of(|| drop(common::tag(&article)))).min().unwrap_or_default()
        };
        let (short, long) = (of(30_000), of(240_000));
        // eight times the text: eight times the time, and never the square of it
        assert!(
            long < short * 24 + std::time::Duration::from_millis(50),
            "{piece}: {short:?}, then {long:?}"
        );
    }
}

#[test]
fn a_long_table_of_goods_is_read_in_linear_time() {
    let of = |bytes: usize| {
        let head = "MANILA - Philippine exports rose 2 percent in May.\n\nPhilippine exports by product, million dollars\n\n                 \
                    May 2014   May 2013\n";
        let rows = "Steel             210        180\nSugar              90         70\n";
        let mut article = Article::of_text(format!("{head}{}", rows.repeat(bytes / rows.len())));
        article.published_at = "2014-07-30".parse().ok();
        let figures = common::tag(&article).trade_figures.len();
        assert!(figures > bytes / rows.len(), "the table is read");
        (0..2).map(|_| time_of(|| drop(common::tag(&article)))).min().unwrap_or_default()
    };
    let (short, long) = (of(12_000), of(96_000));
    assert!(long < short * 24 + std::time::Duration::from_millis(50), "{short:?}, then {long:?}");
}

#[test]
fn another_language_and_no_language_are_not_tagged() {
    let tagger = tagger::Tagger::new();
    let mut article = Article::of_text("Les exportations ont atteint 3 milliards d'euros.");
    article.language = Some("fr".to_owned());
    assert_eq!(tagger.tag(&article).untagged.as_deref(), Some("language:fr"));
    article.language = Some("en-GB".to_owned());
    assert_eq!(tagger.tag(&article).untagged, None);
    assert_eq!(tagger.tag(&Article::of_text("12 + 13 = 25")).untagged.as_deref(), Some("not_text"));
}
