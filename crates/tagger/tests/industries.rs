//! Industries through the public door: which words name a sector, how deep, and how much the story is about it.

mod common;

use article::{Article, Industry, Salience};

fn industries(text: &str) -> Vec<Industry> {
    common::tag(&Article::of_text(text)).industries
}

/// `29 main (cars, car)` for each sector.
fn outline(text: &str) -> String {
    let one = |industry: &Industry| {
        let salience = if industry.salience == Salience::Main { "main" } else { "minor" };
        let words: Vec<_> = industry.evidence.iter().map(|span| span.exact.as_str()).collect();
        format!("{} {salience} ({})", industry.isic, words.join(", "))
    };
    industries(text).iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn goods_belong_to_the_sector_that_makes_them() {
    for (text, found) in [
        ("Crude oil imports fell 9.5 percent.", "061 minor (Crude oil)"),
        ("Exports of petroleum products fell 27.8 percent.", "19 minor (petroleum products)"),
        ("Zinc metal exports fell 3 percent.", "242 minor (Zinc metal)"),
        ("Iron ore shipments fell 3 percent.", "071 minor (Iron ore)"),
        ("Olive oil exports fell 3 percent.", "104 minor (Olive oil)"),
        ("Cement exports fell 3 percent.", "2394 minor (Cement)"),
        ("Exports of new energy vehicles rose 3 percent.", "2910 minor (new energy vehicles)"),
        ("Exports of rubber gloves rose 3 percent.", "221 minor (rubber gloves)"),
        ("Natural rubber exports rose 3 percent.", "0129 minor (Natural rubber)"),
        ("Exports of chip-making gear rose 3 percent.", "2829 minor (chip-making gear)"),
        ("Sales of chips rose 3 percent.", "261 minor (chips)"),
        ("Container throughput of the port rose 3 percent.", "5222 minor (Container throughput, port)"),
    ] {
        assert_eq!(outline(text), found, "{text}");
    }
}

#[test]
fn words_in_other_trades_name_nothing() {
    for text in [
        "Carbon emissions fell 3 percent.",
        "The car bomb killed 3.",
        "Drug trafficking rose 3 percent.",
        "Chemical weapons were found in 3 places.",
        "The central bank met.",
        "Nuclear weapons were counted: 3.",
        "It was a red carpet event for 300 guests.",
        "He took 3 looks at the potato chips.",
    ] {
        let sectors = industries(text);
        assert!(sectors.iter().all(|industry| industry.salience == Salience::Minor), "{text}");
    }
    assert_eq!(outline("The car bomb killed 3."), "");
    assert_eq!(outline("Carbon emissions fell 3 percent."), "");
    assert_eq!(outline("Drug trafficking rose 3 percent."), "");
}

#[test]
fn a_passing_word_is_nothing_and_a_sector_s_name_is_something() {
    assert_eq!(outline("They drank tea and talked."), "");
    assert_eq!(outline("Tea exports rose 13.8 percent."), "0127 minor (Tea)");
    assert_eq!(outline("The medical device industry grew."), "325 minor (medical device industry)");
}

#[test]
fn main_is_what_the_headline_and_the_body_speak_of() {
    let story = "Car exports shrink\n\nBERLIN (dpa) - German car exports fell 3 percent in June, the office said on Thursday.\n\n\
                 Makers of passenger cars sold 5 percent less. Wine exports rose 2 percent.";
    let found = industries(story);
    let main: Vec<_> =
        found.iter().filter(|it| it.salience == Salience::Main).map(|it| it.isic.as_str()).collect();
    assert_eq!(main, ["2910"]);
    assert!(found.iter().any(|it| it.isic == "1102" && it.salience == Salience::Minor));
    assert!(found[0].relevance > found[1].relevance);
}

#[test]
fn codes_are_whole() {
    let found =
        industries("Exports of semiconductors and computers rose 3 percent. Wheat exports fell 2 percent.");
    let chips = found.iter().find(|it| it.isic_division == "26").unwrap();
    assert_eq!((chips.isic.as_str(), chips.isic_section.as_str()), ("26", "C"));
    let wheat = found.iter().find(|it| it.isic_division == "01").unwrap();
    assert_eq!(
        (wheat.isic.as_str(), wheat.medtop.as_deref(), wheat.isic_section.as_str()),
        ("0111", Some("20000210"), "A")
    );
}

#[test]
fn a_sector_in_a_firm_s_name_alone_is_inferred_from_it() {
    let text = "Shares of Tokyo Cement Co rose. It said on Monday that the Tokyo Cement Co works would close, and Tokyo Cement Co fell 3 percent.";
    assert!(
        industries(text).iter().all(|it| it.inferred_from.as_deref() == Some("organisation")),
        "{}",
        outline(text)
    );
}
