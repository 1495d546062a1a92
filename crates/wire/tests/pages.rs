//! What a page has around its paragraphs is no text; and what NewsML says twice is one story, or one in two languages.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::Article;
use support::{article, parse};

const ONE: &str = "BERGEN, March 3 (Xinhua) -- Tin rose in Bergen on Tuesday.";
const TWO: &str = "Zinc fell, the mining board said.";

/// The paragraphs of a body in mark-up, in ninjs and in an item of RSS.
fn bodies(html: &str) -> [Article; 2] {
    let ninjs = serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Tin rises", "body_html": html,
    });
    let rss = format!(
        "<rss version=\"2.0\"><channel><title>Mines</title><item><title>Tin rises</title><guid>a:1</guid><description><![CDATA[{html}]]></description></item></channel></rss>"
    );
    [article(ninjs.to_string()), article(rss)]
}

fn text(paragraphs: &[&str]) -> String {
    [&["Tin rises"], paragraphs].concat().join("\n\n")
}

#[test]
fn paragraphs_of_a_page_are_left_out() {
    for between in [
        "<div class=\"ad-slot\">ADVERTISEMENT</div>",
        "<p>Advertisement</p>",
        "<p>- Anzeige -</p>",
        "<p>PUBLICITÉ</p>",
        "<p>Story continues below advertisement</p>",
        "<p><a href=\"x\">ALSO READ | Oil falls on glut</a></p>",
        "<p>Mehr zum Thema: <a href=\"x\">Öl fällt</a></p>",
        "<p>Lees ook – <a href=\"x\">Olie daalt</a></p>",
        "<div class=\"social-share\"><a>Facebook</a><a>Twitter</a></div>",
        "<ul class=\"share-buttons\"><li><a>Facebook</a></li></ul>",
        "<div class=\"post-tags\"><a>tin</a>, <a>zinc</a></div>",
    ] {
        for story in bodies(&format!("<p>{ONE}</p>{between}<p>{TWO}</p>")) {
            assert_eq!(story.text, text(&[ONE, TWO]), "{between}");
            assert!(story.warnings.iter().any(|warning| warning.code == "left_out"), "{between}");
        }
    }
    for story in bodies(&format!("<p>{ONE}</p><p>{TWO}</p><div>Tags: <a>tin</a>, <a>zinc</a></div>")) {
        assert_eq!(story.text, text(&[ONE, TWO]));
    }
    let time = "<time datetime=\"2026-03-03T10:15\">March 3, 2026 10:15 am</time>";
    for story in bodies(&format!("{time}<p>{ONE}</p><p>{TWO}</p>")) {
        assert_eq!(story.text, text(&[ONE, TWO]));
    }
}

#[test]
fn paragraphs_of_a_story_that_look_like_those_of_a_page_are_kept() {
    for words in [
        "Advertisement spending rose.",
        "Werbung",
        "Publicidad y propaganda",
        "Related companies fell as well: tin makers by 2 percent.",
        "Tags: tin and zinc were on the price tags.",
        "At <time datetime=\"2026-03-03T10:15\">10:15</time> the market closed.",
    ] {
        let html = format!("<p>{ONE}</p><p>{words}</p><p>{TWO} <a href=\"x\">It</a> said so.</p>");
        let plain = words.replace("<time datetime=\"2026-03-03T10:15\">", "").replace("</time>", "");
        for story in bodies(&html) {
            assert!(story.text.contains(&plain), "{words}: {}", story.text);
        }
    }
    let cells = "<table><tr><td class=\"share\">30.1</td><td class=\"ads\">Tin and zinc</td></tr></table>";
    for story in bodies(&format!("<p>{ONE}</p>{cells}<p>{TWO}</p>")) {
        assert!(story.text.contains("30.1"));
    }
}

fn newsml(components: &str) -> Vec<Article> {
    let file = format!(
        "<NewsML><NewsItem xml:lang=\"en\"><Identification><NewsIdentifier><ProviderId>a</ProviderId><DateId>20260303</DateId><NewsItemId>1</NewsItemId>\
         </NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20260303T101500Z</ThisRevisionCreated><Status FormalName=\"Usable\"/></NewsManagement>\
         {components}</NewsItem></NewsML>"
    );
    parse(file.as_bytes(), None).unwrap().articles
}

fn component(attributes: &str, headline: &str, items: &[&str]) -> String {
    let items: String = items
        .iter()
        .map(|words| format!("<ContentItem><DataContent>{words}</DataContent></ContentItem>"))
        .collect();
    format!(
        "<NewsComponent {attributes}><NewsLines><HeadLine>{headline}</HeadLine></NewsLines>{items}</NewsComponent>"
    )
}

#[test]
fn equivalents_in_two_languages_are_two_stories_and_in_one_language_one() {
    let list = |one: &str, other: &str| {
        newsml(&format!(
            "<NewsComponent EquivalentsList=\"yes\">{}{}</NewsComponent>",
            component(one, "Tin rises", &["<p>Tin rose in Bergen.</p>"]),
            component(other, "L'étain monte", &["<p>L'étain a monté.</p>"]),
        ))
    };
    let stories = list("xml:lang=\"en\"", "xml:lang=\"fr\"");
    let told: Vec<_> =
        stories.iter().map(|story| (story.headline.as_deref(), story.language.as_deref())).collect();
    assert_eq!(told, [(Some("Tin rises"), Some("en")), (Some("L'étain monte"), Some("fr"))]);
    assert_eq!(list("", "").len(), 1);
    assert_eq!(list("xml:lang=\"en\"", "xml:lang=\"en\"").len(), 1);
}

#[test]
fn a_body_in_two_formats_is_told_once_and_two_bodies_are_both_told() {
    let marked = format!("<p>{ONE}</p><p>{TWO}</p>");
    let plain = format!("{ONE}\n\n{TWO}");
    let stories = newsml(&component("", "Tin rises", &[&marked, &plain]));
    assert_eq!(stories.len(), 1);
    assert_eq!(stories[0].text, text(&[ONE, TWO]));
    assert!(stories[0].warnings.iter().any(|warning| warning.code == "other_rendering"));
    let parts = newsml(&component("", "Tin rises", &[&format!("<p>{ONE}</p>"), &format!("<p>{TWO}</p>")]));
    assert_eq!(parts[0].text, text(&[ONE, TWO]));
}
