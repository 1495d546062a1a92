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
