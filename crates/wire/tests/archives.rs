//! Copy as archives deliver it: fields behind labels or codes, the corpus of Reuters; and a mark of the wire that stands too low.

use article::{Article, PubStatus};
use wire::{Received, parse};

fn one(bytes: &str) -> Article {
    let received = Received { bytes: bytes.as_bytes(), feed: None, uri: None, received_at: None };
    let mut parsed = parse(&received, None).expect("it can be read");
    assert_eq!(parsed.articles.len(), 1, "{parsed:?}");
    parsed.articles.remove(0)
}

fn places(article: &Article) -> Vec<&str> {
    article.dateline.iter().flat_map(|dateline| &dateline.places).map(String::as_str).collect()
}

fn filed(article: &Article) -> Option<String> {
    article.dateline.as_ref()?.date.map(|date| date.0.to_string())
}

#[test]
fn labels_before_the_fields_are_none_of_them() {
    let text = "Deutsche Presse-Agentur\n\nOctober 9, 1997, Thursday, BC Cycle\n\nSECTION: Financial News\n\nHEADLINE: Brewers ship more beer\n\n\
                BYLINE: By Eva Novak, dpa\n\nDATELINE: Prague\n\nBODY:\nBrewers shipped 6 per cent more beer abroad, their union said Thursday.\n";
    let article = one(text);
    assert_eq!(article.headline.as_deref(), Some("Brewers ship more beer"));
    assert!(article.byline.as_deref().is_some_and(|byline| byline.contains("Eva Novak")));
    assert_eq!(places(&article), ["Prague"]);
    assert_eq!(article.published_at.map(|when| when.to_string()).as_deref(), Some("1997-10-09"));
    assert_eq!(article.provider.map(|provider| provider.code).as_deref(), Some("dpa"));
    assert_eq!(article.text, text);
}

#[test]
fn a_dateline_below_labels_counts_with_its_span() {
    let text = "TITLE: Fishmeal plants reopen\nSOURCE: EFE News Service\nDATE: 2009-11-17\nAUTHOR: Carlos Medina\n\
                TEXT: Lima, Nov 17 (EFE).- Plants reopened Tuesday after a closed season of ten weeks.\n";
    let article = one(text);
    assert_eq!(article.headline.as_deref(), Some("Fishmeal plants reopen"));
    assert_eq!(places(&article), ["Lima"]);
    assert_eq!(filed(&article).as_deref(), Some("2009-11-17"));
    let span = article.dateline.and_then(|dateline| dateline.span).expect("it stands in the copy");
    assert_eq!(text.chars().skip(span.start).take(span.end - span.start).collect::<String>(), span.exact);
}

#[test]
fn what_labels_say_of_its_life_holds_the_story() {
    let copy = "DATELINE: OSLO\nBODY:\nThe fund named a new chief.\n";
    for head in [
        "HEADLINE: EMBARGOED UNTIL 0600 GMT: Fund names chief\n",
        "HEADLINE: Fund names chief\nEMBARGO: until 0600 GMT\n",
        "NOTE: Hold this story until further notice\nHEADLINE: Fund names chief\n",
        "HEADLINE: Fund names chief\nSTATUS: withheld\n",
    ] {
        assert_ne!(one(&format!("{head}{copy}")).pub_status, Some(PubStatus::Usable), "{head}");
    }
    let article = one(&format!("HEADLINE: Fund names chief\nSTATUS: canceled\n{copy}"));
    assert_eq!(article.pub_status, Some(PubStatus::Canceled));
    let article = one(&format!("HEADLINE: Oil embargo lifted\n{copy}"));
    assert_eq!(article.pub_status, Some(PubStatus::Usable));
}

#[test]
fn a_word_with_a_colon_is_no_label_where_no_others_stand() {
    let article = one("Text: what the treaty says\n\nOSLO, March 3 (NTB) - The treaty has ten articles.\n");
    assert_eq!(article.headline.as_deref(), Some("Text: what the treaty says"));
    let article =
        one("Title: a race of its own\nBody: the coach on diets\n\nOSLO, March 3 (NTB) - A race.\n");
    assert_eq!(places(&article), ["OSLO"]);
}

#[test]
fn fields_behind_two_capitals_are_read_in_the_same_line_and_below() {
    for text in [
        "SE Business\nHD Watch exports\n  to Japan fall\nBY By Thomas Roth\nWC 132 words\nPD 21 August 2003\nSN Reuters News\nLA English\n\n\
         LP ZURICH, Aug 21 (Reuters) - Watch exports to Japan fell 7.9 percent in July.\n\nTD It was the fourth decline.\n\nAN Document lba01\n",
        "HD\nWatch exports to Japan fall\nBY\nThomas Roth\nPD\n21 August 2003\nSN\nReuters News\nLP\n\
         ZURICH, Aug 21 (Reuters) - Watch exports to Japan fell 7.9 percent in July.\nTD\nIt was the fourth decline.\n",
    ] {
        let article = one(text);
        assert_eq!(article.headline.as_deref(), Some("Watch exports to Japan fall"));
        assert!(article.byline.as_deref().is_some_and(|byline| byline.ends_with("Thomas Roth")));
        assert_eq!(places(&article), ["ZURICH"]);
        assert_eq!(filed(&article).as_deref(), Some("2003-08-21"));
        assert_eq!(article.provider.as_ref().map(|provider| provider.code.as_str()), Some("reuters"));
        assert_eq!(article.text, text);
    }
}

#[test]
fn an_item_of_reuters_corpus_is_a_story() {
    let xml = "<?xml version=\"1.0\" encoding=\"iso-8859-1\" ?>\n<newsitem itemid=\"11277\" id=\"root\" date=\"1996-09-02\" xml:lang=\"en\">\n\
               <title>MEXICO: Growers hold back beans.</title>\n<headline>Growers hold back beans.</headline>\n<dateline>MEXICO CITY 1996-09-02</dateline>\n\
               <text>\n<p>Growers are holding back beans.</p>\n<p>Some are &quot;poor&quot;.</p>\n</text>\n<copyright>(c) Reuters Limited 1996</copyright>\n\
               <metadata>\n<codes class=\"bip:topics:1.0\"><code code=\"M14\"><editdetail attribution=\"BIP\" action=\"confirmed\" date=\"1996-09-02\"/></code></codes>\n\
               <dc element=\"dc.publisher\" value=\"Reuters Holdings Plc\"/>\n<dc element=\"dc.date.published\" value=\"1996-09-02\"/>\n</metadata>\n</newsitem>\n";
    let article = one(xml);
    assert_eq!(article.id, "11277");
    assert_eq!(
        article.text,
        "Growers hold back beans.\n\nGrowers are holding back beans.\n\nSome are \"poor\"."
    );
    assert_eq!(places(&article), ["MEXICO CITY"]);
    assert_eq!(filed(&article).as_deref(), Some("1996-09-02"));
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.provider.map(|provider| provider.code).as_deref(), Some("reuters"));
    assert_eq!(article.subjects.len(), 1);
}

#[test]
fn a_kill_above_a_mark_that_stands_too_low_is_heard() {
    let article = one(
        "\u{16}\u{16}\u{1}a0480\u{1f}cewt-\r\nb w\u{13}\u{11}bc-me--lobster-kill 03-11 0050\r\nBC-ME--Lobster, KILL\r\n\u{2}   \
                       Kill the lobster story sent as BC-ME--Lobster, a0471. The dealer was misquoted.\r\n\u{3}AP-WF-03-11-14 1420GMT\r\n\u{4}",
    );
    assert_eq!(article.pub_status, Some(PubStatus::Canceled));
    assert!(article.text.contains("BC-ME--Lobster, KILL"), "{}", article.text);
}
