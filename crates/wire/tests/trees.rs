//! A body in JSON of each shape that editors and their systems keep, in each format made of JSON: the paragraphs of `text`, and
//! what becomes of words that are not of it.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use serde_json::{Value, json};
use support::{article, parse};

const FIRST: &str = "ORURO, March 3 (Reuters) - Tin rose by 4 percent on Monday, the mines board said.";
const SECOND: &str = "Zinc fell.";
const THIRD: &str = "Lead was little changed, traders told the board.";
const WHOLE: [&str; 3] = [FIRST, SECOND, THIRD];

fn html() -> String {
    WHOLE.iter().map(|words| format!("<p>{words}</p>")).collect()
}

/// The three paragraphs as a tree or a list.
fn shapes() -> Vec<(&'static str, Value)> {
    let each = |of: fn(&str) -> Value| WHOLE.iter().map(|words| of(words)).collect::<Vec<_>>();
    let prose = || each(|words| json!({"type": "paragraph", "content": [{"type": "text", "text": words}]}));
    vec![
        ("ProseMirror", json!({"type": "doc", "content": prose()})),
        ("ProseMirror, its blocks alone", json!(prose())),
        (
            "ProseMirror with marks",
            json!({"type": "doc", "content": [
                {"type": "paragraph", "attrs": {"align": "left"}, "content": [
                    {"type": "text", "text": "ORURO, March 3 (", "marks": [{"type": "strong"}]},
                    {"type": "text", "text": "Reuters) - Tin rose by 4 percent on Mon"},
                    {"type": "text", "text": "day,", "marks": [{"type": "link", "attrs": {"href": "https://a.example/b"}}]},
                    {"type": "text", "text": " the mines board said."},
                ]},
                {"type": "bulletList", "content": [{"type": "listItem", "content": [
                    {"type": "paragraph", "content": [{"type": "text", "text": SECOND}]},
                ]}]},
                {"type": "paragraph", "content": [{"type": "text", "text": THIRD}]},
            ]}),
        ),
        (
            "Contentful",
            json!({"nodeType": "document", "data": {}, "content": each(|words| {
                json!({"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": words, "marks": [], "data": {}}]})
            })}),
        ),
        (
            "Portable Text",
            json!(each(|words| {
                json!({"_type": "block", "_key": "k1", "style": "normal", "markDefs": [], "children": [
                    {"_type": "span", "text": words.split_once(' ').unwrap().0, "marks": ["em"]},
                    {"_type": "span", "text": format!(" {}", words.split_once(' ').unwrap().1), "marks": []},
                ]})
            })),
        ),
        ("Slate", json!(each(|words| json!({"type": "paragraph", "children": [{"text": words}]})))),
        (
            "Slate without types",
            json!(each(|words| {
                let (start, rest) = words.split_once(' ').unwrap();
                json!({"children": [{"text": start, "bold": true}, {"text": format!(" {rest}")}]})
            })),
        ),
        (
            "Lexical",
            json!({"root": {"type": "root", "direction": "ltr", "children": each(|words| {
                json!({"type": "paragraph", "version": 1, "children": [{"type": "text", "mode": "normal", "detail": 0, "text": words}]})
            })}}),
        ),
        (
            "Draft.js",
            json!({"entityMap": {}, "blocks": each(|words| {
                json!({"key": "a1", "type": "unstyled", "depth": 0, "text": words, "inlineStyleRanges": [], "entityRanges": []})
            })}),
        ),
        (
            "Editor.js",
            json!({"time": 1, "version": "2.0", "blocks": each(|words| json!({"id": "x", "type": "paragraph", "data": {"text": words}}))}),
        ),
        ("Quill", json!({"ops": each(|words| json!({"insert": format!("{words}\n")}))})),
        (
            "Arc",
            json!({"content_elements": each(|words| json!({"_id": "A", "type": "text", "content": words}))}),
        ),
        ("tag", json!(each(|words| json!({"tag": "p", "text": words})))),
        ("kind", json!(each(|words| json!({"kind": "paragraph", "value": words})))),
        ("name", json!(each(|words| json!({"name": "p", "content": words})))),
        ("no label", json!(each(|words| json!({"text": words})))),
        ("content of no label", json!({"content": each(|words| json!({"text": words}))})),
        ("paragraphs", json!({"paragraphs": WHOLE})),
        ("paragraphs in objects", json!({"paragraphs": each(|words| json!({"text": words}))})),
        ("a home-made name", json!({"absaetze": WHOLE})),
        ("strings", json!(WHOLE)),
        ("strings of HTML", json!(each(|words| json!(format!("<p>{words}</p>"))))),
        ("content of strings", json!({"content": WHOLE})),
        ("one string", json!({"html": html()})),
        ("a type and its data", json!({"type": "html", "data": html()})),
        ("a teaser beside it", json!({"text": "Tin rose.", "html": html()})),
        (
            "the whole in plain words, a teaser in HTML",
            json!({"text": WHOLE.join("\n\n"), "html": "<p>Tin rose.</p>"}),
        ),
    ]
}

/// The formats that may have a body so, around one.
type File = (&'static str, fn(&Value) -> Value);

const FILES: &[File] = &[
    (
        "ninjs body_html",
        |body| json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": "Tin", "body_html": body}),
    ),
    (
        "ninjs body",
        |body| json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": "Tin", "body": body}),
    ),
    ("ninjs bodies", |body| {
        json!({"uri": "a1", "versionCreated": "2026-03-03T10:00:00Z", "headlines": [{"role": "main", "value": "Tin"}],
            "bodies": [{"role": "main", "contentType": "text/html", "value": body}]})
    }),
    (
        "ap",
        |body| json!({"data": {"item": {"altids": {"itemid": "a1"}, "versioncreated": "2026-03-03T10:00:00Z", "headline": "Tin", "body_nitf": body}}}),
    ),
    ("json-feed", |body| {
        json!({"version": "https://jsonfeed.org/version/1.1", "items": [
            {"id": "a1", "title": "Tin", "content_html": body, "date_published": "2026-03-03T10:00:00Z"}]})
    }),
];

#[test]
fn each_block_of_a_tree_is_a_paragraph_in_each_format() {
    let mut wrong = Vec::new();
    let expected = format!("Tin\n\n{}", WHOLE.join("\n\n"));
    for (shape, body) in shapes() {
        for (format, file) in FILES {
            for (how, body) in [("", body.clone()), ("as a string", json!(body.to_string()))] {
                let story = article(file(&body).to_string());
                let places = story.dateline.map(|dateline| dateline.places);
                if story.text != expected || places != Some(vec!["ORURO".to_owned()]) {
                    wrong.push(format!("{shape} in {format} {how}: {:?}", story.text));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_tree_as_a_string_in_a_file_of_xml_is_its_words() {
    let (_, tree) = shapes().remove(0);
    let feed = format!(
        "<rss><channel><title>T</title><item><guid>a:1</guid><title>Tin</title><description><![CDATA[{tree}]]></description></item></channel></rss>"
    );
    assert_eq!(article(feed).text, format!("Tin\n\n{}", WHOLE.join("\n\n")));
}

fn of_body(body: &Value) -> article::Article {
    article(
        json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": "Tin", "body": body})
            .to_string(),
    )
}

fn is_told(story: &article::Article, words: &str) -> bool {
    story.warnings.iter().any(|warning| warning.code == "left_out" && warning.text.contains(words))
}

#[test]
fn what_a_tree_says_beside_its_copy_is_told_and_none_of_the_text() {
    let story = of_body(&json!({"type": "doc", "content": [
        {"type": "heading", "attrs": {"level": 1}, "content": [{"type": "text", "text": "Metals"}]},
        {"type": "paragraph", "content": [{"type": "text", "text": FIRST}], "remark": "Ask the board again"},
        {"type": "image", "attrs": {"src": "https://a.example/1.jpg", "alt": "A mine near Oruro"}},
        {"type": "figure", "caption": "Workers leave the mine", "credit": "Ann Lee"},
        {"type": "blockquote", "content": [{"type": "paragraph", "content": [{"type": "text", "text": SECOND}]}]},
        {"type": "table", "content": [["Tin", "4.2"], ["Zinc", 3]]},
    ]}));
    assert_eq!(story.text, format!("Tin\n\nMetals\n\n{FIRST}\n\n{SECOND}\n\nTin\t4.2\nZinc\t3"));
    for words in ["Ask the board again", "A mine near Oruro", "Workers leave the mine", "Ann Lee"] {
        assert!(is_told(&story, words), "{words}: {:?}", story.warnings);
    }
    let teaser = of_body(&json!({"text": "Tin, in short: up.", "html": html()}));
    assert!(is_told(&teaser, "in short") && teaser.text.ends_with(THIRD), "{teaser:?}");
    // The same words once more are no loss.
    let twice = of_body(&json!({"text": WHOLE.join("\n\n"), "html": html()}));
    assert!(twice.warnings.is_empty(), "{:?}", twice.warnings);
    let labels = of_body(
        &json!([{"tag": "p", "align": "left", "text": FIRST}, {"tag": "h2", "align": "left", "text": SECOND}]),
    );
    assert_eq!((labels.text, labels.warnings), (format!("Tin\n\n{FIRST}\n\n{SECOND}"), Vec::new()));
    let sections = article(format!(
        r#"{{"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": "Tin", "body": {{"sections": [{{"title": "Metals", "paragraphs": {}}}]}}}}"#,
        json!(WHOLE)
    ));
    assert_eq!(sections.text, format!("Tin\n\nMetals\n\n{}", WHOLE.join("\n\n")));
    assert_eq!(sections.dateline.unwrap().places, ["ORURO"]);
}

#[test]
fn pieces_of_a_paragraph_stay_one() {
    for pieces in [
        json!(["Tin ", {"type": "strong", "text": "rose"}, " on Monday."]),
        json!([{"text": "Tin "}, {"text": "rose", "bold": true}, {"text": " on Monday."}]),
        json!([{"type": "text", "text": "Tin rose on Mon"}, {"type": "text", "text": "day."}]),
        json!([{"type": "text", "text": "Tin "}, {"type": "link", "url": "https://a.example", "children": [{"text": "rose"}]}, {"text": " on Monday."}]),
    ] {
        let story = of_body(&json!({"type": "doc", "content": [{"type": "paragraph", "children": pieces}]}));
        assert_eq!(story.text, "Tin\n\nTin rose on Monday.", "{pieces}");
    }
    // Copy that begins with a bracket is copy.
    for copy in ["[Tin] rose on Monday.", "{Tin} rose: \"up\".", "[1] Tin rose."] {
        assert_eq!(of_body(&json!(copy)).text, format!("Tin\n\n{copy}"));
    }
}

#[test]
fn what_is_too_deep_in_a_tree_is_told() {
    let mut body = json!({"type": "text", "text": "Tin rose deep below."});
    for _ in 0..60 {
        body = json!({"type": "div", "content": [body]});
    }
    assert!(is_told(&of_body(&json!([{"text": FIRST}, body])), "Tin rose deep below."));
}

#[test]
fn headlines_by_role_are_one_headline_and_others() {
    for headlines in [
        json!({"main": "Tin rises again", "short": "Tin"}),
        json!({"short": "Tin", "main": {"value": "Tin rises again"}}),
        json!([{"role": "main", "value": "Tin rises again"}, {"role": "short", "value": "Tin"}]),
    ] {
        let story = article(
            json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headlines": headlines, "body_html": html()}).to_string(),
        );
        assert_eq!(story.headline.as_deref(), Some("Tin rises again"), "{headlines}");
        assert!(is_told(&story, "headlines short: Tin"), "{:?}", story.warnings);
    }
}

#[test]
fn rich_text_in_a_body_of_json_is_its_words() {
    let rich = format!(r"{{\rtf1\ansi{{\fonttbl{{\f0 Arial;}}}}\f0 {}\par}}", WHOLE.join(r"\par "));
    for (format, file) in FILES {
        let story = article(file(&json!(rich)).to_string());
        assert_eq!(story.text, format!("Tin\n\n{}", WHOLE.join("\n\n")), "{format}");
        assert!(story.warnings.iter().any(|warning| warning.code == "payload_mended"), "{format}");
    }
    let own = article(json!({"headline": "Tin", "text": rich}).to_string());
    assert_eq!(
        (own.text.as_str(), own.dateline.unwrap().places),
        (WHOLE.join("\n\n").as_str(), vec!["ORURO".to_owned()])
    );
}

#[test]
fn entities_in_fields_are_characters_and_part_no_keyword() {
    let story = article(
        json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": "Tin", "slugline": "R&amp;D-Tin", "byline": "Jo&euml;l Roca",
            "ednote": "Adds R&amp;D", "keywords": ["R&amp;D", "tin"], "body_html": html()})
        .to_string(),
    );
    assert_eq!(story.slugline.as_deref(), Some("R&D-Tin"));
    assert_eq!(story.byline.as_deref(), Some("Joël Roca"));
    assert_eq!(story.ed_note.as_deref(), Some("Adds R&D"));
    assert_eq!(story.keywords, ["R&D", "tin"]);
    let alone = article(
        json!({"uri": "a1", "headline": "Tin", "keywords": ["R&amp;D"], "body_html": html()}).to_string(),
    );
    assert_eq!(alone.keywords, ["R&D"]);
    let one = article(
        json!({"uri": "a1", "headline": "Tin", "keywords": "AT&T; R&amp;D, tin", "body_html": html()})
            .to_string(),
    );
    assert_eq!(one.keywords, ["AT&T", "R&D", "tin"]);
}

#[test]
fn a_list_of_bare_values_is_no_story() {
    for list in ["[1]", "[\"a\", \"b\"]", "[null]", "[1, [2, true]]"] {
        assert!(parse(list.as_bytes(), None).is_err_and(|no| no.code == "not_an_article"), "{list}");
    }
    assert_eq!(article("[Tin] rose.\n").text, "[Tin] rose.\n");
}
