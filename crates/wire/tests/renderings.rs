//! Several bodies in one item: one story, two in two languages, and never one that is lost without a word; and the entities that a file
//! declares, which a body has as well as the metadata.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::Article;
use support::{article, parse};

const FINNISH: &str =
    "<html><body><p>TURKU (STT) Kaupunki osti sillan.</p><p>Hinta oli 5 miljoonaa.</p></body></html>";
const ENGLISH: &str =
    "<html><body><p>TURKU (STT) The town bought a bridge.</p><p>It cost 5 million.</p></body></html>";
const PLAIN: &str = "TURKU (STT) Kaupunki osti sillan.\nHinta oli 5 miljoonaa.";

/// An item in a language, with these tags for the language of its contents and these bodies, each with its language.
fn item(own: &str, tags: &[&str], bodies: &[(&str, &str)]) -> String {
    let tags: String = tags.iter().map(|tag| format!("<language tag=\"{tag}\"/>")).collect();
    let bodies: String = bodies
        .iter()
        .map(|(language, body)| {
            let lang = if language.is_empty() { String::new() } else { format!(" xml:lang=\"{language}\"") };
            if body.starts_with('<') {
                format!("<inlineXML contenttype=\"application/xhtml+xml\"{lang}>{body}</inlineXML>")
            } else {
                format!("<inlineData contenttype=\"text/plain\"{lang}>{body}</inlineData>")
            }
        })
        .collect();
    format!(
        "<newsItem guid=\"urn:a:1\" version=\"1\" xml:lang=\"{own}\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2026-03-03T10:00:00Z</versionCreated></itemMeta><contentMeta>{tags}<headline>Silta</headline></contentMeta><contentSet>{bodies}</contentSet></newsItem>"
    )
}

fn stories(file: &str) -> Vec<(String, Option<String>)> {
    let articles = parse(file.as_bytes(), None).unwrap().articles;
    articles.into_iter().map(|article| (article.id, article.language)).collect()
}

fn story(id: &str, language: &str) -> (String, Option<String>) {
    (id.to_owned(), Some(language.to_owned()))
}

fn says(article: &Article, code: &str, words: &str) -> bool {
    article.warnings.iter().any(|warning| warning.code == code && warning.text.contains(words))
}

#[test]
fn one_story_in_two_renderings_is_one_article_whatever_language_the_item_is_in() {
    for (own, tags, bodies) in [
        // A rendering that says nothing is in the language of the contents, and not in that of the metadata.
        ("en", &["fi"][..], [("", PLAIN), ("fi", FINNISH)]),
        ("en", &["fi"], [("fi", FINNISH), ("", PLAIN)]),
        ("fi", &["fi", "en"], [("", PLAIN), ("fi", FINNISH)]),
        // The same words are the same story.
        ("en", &[], [("", PLAIN), ("fi", FINNISH)]),
        ("fi", &[], [("fi", FINNISH), ("en", FINNISH)]),
    ] {
        let file = item(own, tags, &bodies);
        assert_eq!(stories(&file), [story("urn:a:1", "fi")], "{file}");
        assert!(says(&article(&file), "other_rendering", ""), "{file}");
    }
}

#[test]
fn two_languages_in_one_item_stay_two_articles() {
    for (own, tags, bodies) in [
        ("fi", &["fi", "en"][..], [("fi", FINNISH), ("en", ENGLISH)]),
        ("fi", &["fi", "en"], [("", FINNISH), ("en", ENGLISH)]),
        ("fi", &[], [("", PLAIN), ("en", ENGLISH)]),
    ] {
        let file = item(own, tags, &bodies);
        assert_eq!(stories(&file), [story("urn:a:1", "fi"), story("urn:a:1#en", "en")], "{file}");
    }
}

#[test]
fn a_second_body_is_told_wherever_it_stands() {
    let other = "<html><body><p>OULU (STT) Sahalla paloi.</p></body></html>";
    let nitf = |words: &str| format!("<nitf><body><body.content><p>{words}</p></body.content></body></nitf>");
    let two = nitf("TURKU (STT) Kaupunki osti sillan.") + &nitf("OULU (STT) Sahalla paloi.");
    for file in [
        item("fi", &[], &[("", FINNISH), ("", other)]),
        item("fi", &[], &[("", FINNISH), ("", other)]).replacen(
            "</inlineXML>",
            "</inlineXML></contentSet><contentSet>",
            1,
        ),
        item("fi", &[], &[("", &two)]),
    ] {
        assert!(says(&article(&file), "left_out", "OULU (STT) Sahalla paloi."), "{file}");
    }
    // So is one in a language too many.
    let tongues: Vec<(String, String)> = (0..52u8)
        .map(|nth| {
            let tag = format!("{}{}", char::from(b'a' + nth / 26), char::from(b'a' + nth % 26));
            (tag.clone(), format!("<html><body><p>{tag}</p></body></html>"))
        })
        .collect();
    let bodies: Vec<(&str, &str)> = tongues.iter().map(|(tag, body)| (tag.as_str(), body.as_str())).collect();
    let articles = parse(item("aa", &[], &bodies).as_bytes(), None).unwrap().articles;
    assert_eq!(articles.len(), 50);
    assert!(says(&articles[0], "list_cut", "2 of 52"), "{:?}", articles[0].warnings);
}

#[test]
fn entities_that_a_file_declares_are_unfolded_in_its_body_too() {
    let declared = "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\" [<!ENTITY % all SYSTEM \"http://192.0.2.1/y\"> %all; <!ENTITY co \"Tin \\\"Company\"><!ENTITY euro \"&#8364;\"><!ENTITY co \"Zinc\"><!ENTITY far SYSTEM \"/etc/passwd\">]>"
        .replace("\\\"", "'");
    let body = "<p>&co; earned 5 &euro; &amp; more, &far; said.</p>";
    let text = "Tin 'Company\n\nTin 'Company earned 5 € & more, &far; said.";
    for file in [
        format!(
            "<newsItem guid=\"a:1\"><contentMeta><headline>&co;</headline></contentMeta><contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet></newsItem>"
        ),
        format!(
            "<NewsML><NewsItem><Identification/><NewsComponent><NewsLines><HeadLine>&co;</HeadLine></NewsLines><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
        ),
        format!(
            "<feed><entry><id>a:1</id><title>&co;</title><content type=\"xhtml\"><div>{body}</div></content></entry></feed>"
        ),
        format!(
            "<nitf><body><body.head><hedline><hl1>&co;</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>"
        ),
    ] {
        assert_eq!(article(format!("{declared}{file}")).text, text, "{file}");
    }
    // In CDATA they are words, and so is a name that nobody declared.
    let file = format!(
        "{declared}<rss version=\"2.0\"><channel><item><guid>a:1</guid><title>&co;</title><description><![CDATA[<p>Tin &co; rose.</p>]]></description></item></channel></rss>"
    );
    assert!(article(file).text.ends_with("Tin &co; rose."));
    // What unfolds to more than the file is refused as ever.
    let long = format!("<!DOCTYPE newsItem [<!ENTITY a \"{}\">]>", "ha".repeat(5_000));
    let body = "<p>&a;</p>".repeat(5_000);
    let file = format!(
        "{long}<newsItem guid=\"a:1\"><contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet></newsItem>"
    );
    let parsed = parse(file.as_bytes(), None);
    let codes =
        parsed.map_or_else(|no| vec![no.code], |parsed| parsed.rejected.iter().map(|no| no.code).collect());
    assert_eq!(codes, ["entity_bomb"]);
}
