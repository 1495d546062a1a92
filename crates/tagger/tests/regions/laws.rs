//! Laws of regions and industries that hold for any text.

use std::time::{Duration, Instant};

use article::Article;
use proptest::prelude::*;

use super::common;

const PIECES: &[&str] = &[
    "China",
    "Chinese",
    "U.S.",
    "US",
    "U.S",
    "U.",
    "the",
    "The Gulf",
    "of",
    "Bank of",
    "Jilin",
    "Province",
    "(",
    ")",
    "-",
    "–",
    "'s",
    "’",
    "'",
    ",",
    ".",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "São Paulo",
    "Sa\u{303}o Paulo",
    "SÃO PAULO",
    "İzmir",
    "Côte d’Ivoire",
    "Washington",
    "Georgia",
    "Jordan",
    "Lake",
    "District",
    "River",
    "Lake Chad",
    "dollars",
    "$",
    "expo",
    "the expo",
    "cars",
    "new energy vehicles",
    "Ltd",
    "Co.",
    "Ministry",
    "President",
    "said",
    "in",
    "WA",
    "Ill.",
    "northeast",
    "🙂",
    "\u{a0}",
    "ß",
    "ﬁ",
    "\u{301}",
    "中国",
    "EU",
    "-based",
    "&",
    "@",
    "#",
    "Reading",
    "and",
    "D.C.",
    "Hong Kong",
    "St. Petersburg",
    "1",
    "2024",
];

fn check(text: &str) {
    let tags = common::tag(&Article::of_text(text));
    let mut mentions: Vec<(usize, usize)> = Vec::new();
    let letters: Vec<char> = text.chars().collect();
    let proves = |start: usize, end: usize, exact: &str| {
        assert!(start < end, "{exact:?}");
        assert_eq!(letters[start..end].iter().collect::<String>(), exact);
    };
    for region in &tags.regions {
        assert!(!region.mentions.is_empty(), "{} has no mention", region.code);
        assert!(!region.code.is_empty() && region.code != "x:", "{text:?}");
        for mention in &region.mentions {
            proves(mention.start, mention.end, &mention.exact);
            mentions.push((mention.start, mention.end));
        }
        for span in &region.inside_names {
            proves(span.start, span.end, &span.exact);
            mentions.push((span.start, span.end));
        }
    }
    mentions.sort_unstable();
    assert!(mentions.windows(2).all(|pair| pair[0].1 <= pair[1].0), "mentions overlap in {text:?}");
    for industry in &tags.industries {
        assert!(!industry.evidence.is_empty());
        for span in &industry.evidence {
            proves(span.start, span.end, &span.exact);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn spans_prove_themselves_and_mentions_never_overlap(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60), glue in any::<bool>()) {
        check(&pieces.join(if glue { "" } else { " " }));
    }

    #[test]
    fn any_text_at_all_is_taken(text in any::<String>()) {
        check(&text);
    }
}

#[test]
fn a_place_that_reaches_into_a_landmark_keeps_it_from_being_one() {
    check("Lake Côte d’Ivoire District the");
}

#[test]
fn a_long_story_takes_time_in_line_with_its_length() {
    let piece = "Exports of Georgia and Alabama to Springfield, Illinois, rose; Chinese car makers in Jilin and the Bank of Korea said \
                 so. Lake Naivasha's growers in Kenya sold roses to the Netherlands.\n\n";
    let mut took = Vec::new();
    for times in [200, 800] {
        let article = Article::of_text(piece.repeat(times));
        let start = Instant::now();
        let tags = common::tag(&article);
        took.push(start.elapsed());
        assert!(tags.regions.len() > 8);
    }
    // four times the text: with slack for a busy machine, but far from the sixteen of a quadratic
    assert!(took[1] < took[0] * 10 + Duration::from_millis(300), "{took:?}");
}
