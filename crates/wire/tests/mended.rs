//! Files that are nearly XML: what a slip of the pen broke is put right and said so, and what is cut short or would swallow its neighbour is
//! not. No article has mark-up for its text.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::{article, parse};

const LEAD: &str = "BERGEN, March 3 (Reuters) - A mine was shut in Bergen on Tuesday, the board said.";

fn newsml(headline: &str, body: &str) -> String {
    format!(
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20260303</DateId><NewsItemId>t1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName=\"News\"/><ThisRevisionCreated>20260303T101500Z</ThisRevisionCreated><Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>{headline}</HeadLine></NewsLines><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )
}

fn nitf(headline: &str, more: &str) -> String {
    format!(
        "<nitf><head><docdata><doc-id id-string=\"a1\"/></docdata></head><body><body.head><hedline><hl1>{headline}</hl1></hedline>{more}</body.head><body.content><p>{LEAD}</p></body.content></body></nitf>"
    )
}

#[test]
fn a_slip_outside_of_the_body_is_put_right_and_said() {
    for (file, headline) in [
        (newsml("Tin < zinc", &format!("<p>{LEAD}</p>")), "Tin < zinc"),
        (newsml("Tin <5 percent up", &format!("<p>{LEAD}</p>")), "Tin <5 percent up"),
        (newsml("Tin rises</b>", &format!("<p>{LEAD}</p>")), "Tin rises"),
        (newsml("<i>Tin</i></b> rises", &format!("<p>{LEAD}</p>")), "Tin rises"),
        (nitf("Tin << zinc", ""), "Tin << zinc"),
    ] {
        let story = article(&file);
        assert_eq!(story.headline.as_deref(), Some(headline), "{file}");
        assert!(story.text.ends_with(LEAD), "{}", story.text);
        assert!(
            story.warnings.iter().any(|warning| warning.code == "payload_mended"),
            "{:?}",
            story.warnings
        );
        assert!(!story.text.contains("</"), "{}", story.text);
    }
}

#[test]
fn what_is_cut_short_is_not_mended() {
    let whole = newsml("Tin < zinc", &format!("<p>{LEAD}</p>"));
    let cut = &whole[..whole.len() - 30];
    assert!(parse(cut.as_bytes(), None).map_or(true, |parsed| parsed.articles.is_empty()));
}

#[test]
fn an_end_that_is_lost_makes_no_story_swallow_the_next() {
    let item = |title: &str, end: &str| {
        format!("<item><title>{title}</title><guid>{title}</guid><description>{LEAD}</description></{end}>")
    };
    let items = [item("One", "item"), item("Tw < o", "itm"), item("Three", "item")].concat();
    let parsed = parse(format!("<rss><channel>{items}</channel></rss>").as_bytes(), None).unwrap();
    let headlines: Vec<_> = parsed.articles.iter().filter_map(|story| story.headline.as_deref()).collect();
    assert!(headlines.contains(&"One") && headlines.contains(&"Three"), "{headlines:?}");
}

#[test]
fn what_a_program_prints_of_its_objects_is_no_copy() {
    for file in [
        "{\n 'headline': 'Tin rises',\n 'body_text': 'BERGEN, March 3 (Reuters) - Tin rose.'\n}",
        "{/* x */ \"id\": \"a\", \"text\": \"BERGEN, March 3 (Reuters) - Tin rose.\"}",
        "[{// x\n \"id\": \"a\", \"text\": \"BERGEN, March 3 (Reuters) - Tin rose.\"}]",
    ] {
        let no = parse(file.as_bytes(), None).unwrap_err();
        assert_eq!(no.code, "bad_xml", "{file}");
    }
}

const WHOLE: &str = "<newsItem guid=\"urn:NTH\" version=\"2\" standard=\"NewsML-G2\" xml:lang=\"en\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2026-03-03T09:15:00Z</versionCreated><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><headline>Tin NTH</headline></contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html><body><p>LEAD</p><p class=\"x\">Body NTH.</p></body></html></inlineXML></contentSet></newsItem>\n";

fn g2(nth: &str) -> String {
    WHOLE.replace("NTH", nth).replace("LEAD", LEAD)
}

fn told(file: &str) -> Vec<(String, String)> {
    let parsed = parse(file.as_bytes(), None).unwrap();
    assert!(parsed.rejected.is_empty(), "{:?}", parsed.rejected);
    parsed.articles.iter().map(|story| (story.id.clone(), story.text.clone())).collect()
}

#[test]
fn a_quote_that_was_lost_in_a_start_tag_takes_no_other_item_along() {
    let whole = told(&["one", "two", "three"].map(g2).concat());
    assert_eq!(whole.len(), 3);
    // Lost, doubled, in each place: of the first attribute, of the last, around one in the middle.
    for (right, wrong) in [
        ("version=\"2\"", "version=\"2"),
        ("version=\"2\"", "version=2\""),
        ("version=\"2\"", "version=\"2\"\""),
        ("version=\"2\"", "version=\"\"2\""),
        ("xml:lang=\"en\">", "xml:lang=\"en>"),
        ("xml:lang=\"en\">", "xml:lang=en\">"),
        ("standard=\"NewsML-G2\"", "standard=\"NewsML-G2"),
        ("qcode=\"stat:usable\"/>", "qcode=\"stat:usable/>"),
        ("contenttype=\"application/xhtml+xml\"", "contenttype=\"application/xhtml+xml"),
    ] {
        for (open, close) in [("", ""), ("<newsMessage><itemSet>", "</itemSet></newsMessage>")] {
            for torn in ["one", "two", "three"] {
                let items = ["one", "two", "three"].map(|nth| {
                    let item = g2(nth);
                    if nth == torn { item.replacen(right, wrong, 1) } else { item }
                });
                let file = format!("{open}{}{close}", items.concat());
                assert_eq!(told(&file), whole, "{wrong} in {torn} of {open}");
            }
            // In two of them, so that the quotes come even.
            let file = format!(
                "{open}{}{}{}{close}",
                g2("one").replacen(right, wrong, 1),
                g2("two").replacen(right, wrong, 1),
                g2("three")
            );
            assert_eq!(told(&file), whole, "{wrong} in two of {open}");
        }
    }
}

#[test]
fn what_is_held_back_stays_so_where_a_quote_was_lost() {
    let killed = g2("two").replacen("qcode=\"stat:usable\"/>", "qcode=\"stat:canceled/>", 1);
    let parsed = parse(format!("{}{killed}{}", g2("one"), g2("three")).as_bytes(), None).unwrap();
    let status: Vec<_> = parsed
        .articles
        .iter()
        .map(|story| (story.id.as_str(), format!("{:?}", story.pub_status.unwrap())))
        .collect();
    assert_eq!(
        status,
        [
            ("urn:one", "Usable".to_owned()),
            ("urn:two", "Canceled".to_owned()),
            ("urn:three", "Usable".to_owned())
        ]
    );
}

#[test]
fn values_with_brackets_and_quotes_of_the_other_kind_are_read_as_they_are() {
    for (right, odd) in [
        ("version=\"2\"", "version=\"2\" title=\"a < b > c\""),
        ("version=\"2\"", "version='2' title='say \"x\" = y'"),
        ("version=\"2\"", "version=\"2\" title=\"<a href='x'>y</a>\""),
        ("version=\"2\"", "version=\"2\" href=\"http://a.example/?q=\""),
        ("version=\"2\"", "version = \"2\"\n"),
    ] {
        let parsed = parse(g2("one").replacen(right, odd, 1).as_bytes(), None).unwrap();
        assert_eq!(parsed.articles.len(), 1, "{odd}");
        assert!(parsed.articles[0].warnings.iter().all(|warning| warning.code != "payload_mended"), "{odd}");
        assert_eq!(parsed.articles[0].version, 2, "{odd}");
    }
}
