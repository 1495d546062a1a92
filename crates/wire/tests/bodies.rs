//! A body of each shape in each format: the paragraphs of `text`.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::article;

/// What a body is in a file of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    /// Elements of XML right in the file.
    Elements,
    /// Mark-up escaped as the words of an element.
    Escaped,
    /// Mark-up escaped twice.
    Twice,
    /// Mark-up in a CDATA section.
    Data,
    /// Mark-up in a string of JSON.
    Json,
    /// Mark-up in a part of a mail.
    Part,
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn coded(body: &str, layer: Layer) -> String {
    match layer {
        Layer::Elements | Layer::Part => body.to_owned(),
        Layer::Escaped => escape(body),
        Layer::Twice => escape(&escape(body)),
        Layer::Data => format!("<![CDATA[{body}]]>"),
        Layer::Json => serde_json::to_string(body).unwrap(),
    }
}

/// A name, how the body stands in the file, and the file around it.
type Place = (&'static str, Layer, fn(&str) -> String);

const PLACES: &[Place] = &[
    ("nitf", Layer::Elements, nitf),
    ("nitf", Layer::Escaped, nitf),
    ("nitf", Layer::Twice, nitf),
    ("nitf", Layer::Data, nitf),
    ("newsml-g2", Layer::Elements, g2_xml),
    ("newsml-g2", Layer::Escaped, g2_data),
    ("newsml-g2", Layer::Twice, g2_data),
    ("newsml-g2", Layer::Data, g2_data),
    ("newsml-1", Layer::Elements, newsml),
    ("newsml-1", Layer::Escaped, newsml),
    ("newsml-1", Layer::Twice, newsml),
    ("newsml-1", Layer::Data, newsml),
    ("rss", Layer::Elements, rss),
    ("rss", Layer::Escaped, rss),
    ("rss", Layer::Twice, rss),
    ("rss", Layer::Data, rss),
    ("atom", Layer::Elements, atom_xhtml),
    ("atom", Layer::Escaped, atom_html),
    ("atom", Layer::Twice, atom_html),
    ("atom", Layer::Data, atom_html),
    ("ninjs", Layer::Json, ninjs_html),
    ("ninjs", Layer::Json, ninjs_text),
    ("ap", Layer::Json, ap),
    ("json-feed", Layer::Json, json_feed),
    ("mail", Layer::Part, mail),
];

fn nitf(body: &str) -> String {
    format!(
        "<nitf><body><body.head><hedline><hl1>Tin</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>"
    )
}

fn g2(content: &str) -> String {
    format!(
        "<newsItem guid=\"a1\"><contentMeta><headline>Tin</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"
    )
}

fn g2_xml(body: &str) -> String {
    g2(&format!("<inlineXML><html><body>{body}</body></html></inlineXML>"))
}

fn g2_data(body: &str) -> String {
    g2(&format!("<inlineData>{body}</inlineData>"))
}

fn newsml(body: &str) -> String {
    format!(
        "<NewsML><NewsItem><Identification/><NewsComponent><NewsLines><HeadLine>Tin</HeadLine></NewsLines><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )
}

fn rss(body: &str) -> String {
    format!(
        "<rss><channel><title>QZP - Mines</title><item><guid>a:1</guid><title>Tin</title><description>{body}</description></item></channel></rss>"
    )
}

fn atom(content: &str) -> String {
    format!("<feed><title>QZP - Mines</title><entry><id>a:1</id><title>Tin</title>{content}</entry></feed>")
}

fn atom_xhtml(body: &str) -> String {
    atom(&format!("<content type=\"xhtml\"><div>{body}</div></content>"))
}

fn atom_html(body: &str) -> String {
    atom(&format!("<content type=\"html\">{body}</content>"))
}

fn ninjs_html(body: &str) -> String {
    format!("{{\"uri\": \"a1\", \"headline\": \"Tin\", \"body_html\": {body}}}")
}

fn ninjs_text(body: &str) -> String {
    format!("{{\"uri\": \"a1\", \"headline\": \"Tin\", \"body_text\": {body}}}")
}

fn ap(body: &str) -> String {
    format!(
        "{{\"data\": {{\"item\": {{\"altids\": {{\"itemid\": \"a1\"}}, \"headline\": \"Tin\", \"body_nitf\": {body}}}}}}}"
    )
}

fn json_feed(body: &str) -> String {
    format!(
        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{{\"id\": \"a1\", \"title\": \"Tin\", \"content_html\": {body}}}]}}"
    )
}

fn mail(body: &str) -> String {
    format!(
        "From: a@b.example\nMessage-ID: <1@b.example>\nSubject: Tin\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{body}\n"
    )
}

/// Whether it is well-formed XML too, the body, and its paragraphs.
#[rustfmt::skip]
const BODIES: &[(bool, &str, &[&str])] = &[
    // Paragraphs, of any case, closed or not.
    (true, "<p>Tin rose on Monday.</p><p>Zinc fell.</p>", &["Tin rose on Monday.", "Zinc fell."]),
    (true, "<P>Tin rose\n on Monday.</P>\n<P>Zinc fell.</P>", &["Tin rose on Monday.", "Zinc fell."]),
    (false, "<p>Tin rose on Monday.<p>Zinc fell.", &["Tin rose on Monday.", "Zinc fell."]),
    // None, but blank lines.
    (true, "Tin rose on Monday.\n\nZinc fell.", &["Tin rose on Monday.", "Zinc fell."]),
    (true, "Tin <b>rose</b> on Monday.\n\nZinc fell.", &["Tin rose on Monday.", "Zinc fell."]),
    (true, "Tin rose on Monday.\n\n<i>Zinc</i> fell.\r\n\r\nLead rose.", &["Tin rose on Monday.", "Zinc fell.", "Lead rose."]),
    (true, "Tin rose on Monday.\n \n<a href=\"x\">Zinc</a> fell,\nand <em>lead</em>\nrose.", &["Tin rose on Monday.", "Zinc fell, and lead rose."]),
    // Lines of a script without blanks.
    (true, "<p>中国的出口\n  增长。</p><p>日本の\n輸出 も。</p>", &["中国的出口增长。", "日本の輸出 も。"]),
    // Breaks only.
    (true, "Tin rose on Monday.<br/><br/>Zinc fell.", &["Tin rose on Monday.", "Zinc fell."]),
    (false, "Tin rose on Monday.<br>\n<br>\nZinc fell.", &["Tin rose on Monday.", "Zinc fell."]),
    (true, "Tin <b>rose</b> on Monday.<br /><BR />Zinc <i>fell</i>.", &["Tin rose on Monday.", "Zinc fell."]),
    // Inline elements inside each other.
    (true, "<p>Tin <b><i>rose <a href=\"x\">on</a></i> Monday</b>.</p><p><span>Zinc</span> fell.</p>", &["Tin rose on Monday.", "Zinc fell."]),
    // Inline elements of home-made names, and paragraphs of such.
    (true, "<p>The firm <firma>Tin AG</firma> rose.</p><p><firma>Zinc</firma> fell.</p>", &["The firm Tin AG rose.", "Zinc fell."]),
    (true, "<p>The firm <firma>Tin AG</firma> <ort>Bern</ort>, said\n<firma>Zinc</firma>\nin Bern, rose.</p>", &["The firm Tin AG Bern, said Zinc in Bern, rose."]),
    (true, "<absatz>Tin rose on Monday.</absatz><absatz>Zinc fell.</absatz>", &["Tin rose on Monday.", "Zinc fell."]),
    (true, "<absatz>Tin <firma>AG</firma> rose.</absatz>\n<absatz><firma>Zinc</firma> fell.</absatz>", &["Tin AG rose.", "Zinc fell."]),
    // Lists.
    (true, "<p>Metals:</p><ul><li>Tin rose</li><li><p>Zinc fell</p></li></ul><p>Lead rose.</p>", &["Metals:", "Tin rose", "Zinc fell", "Lead rose."]),
    (false, "Metals:<ul><li>Tin rose<li>Zinc fell</ul>Lead rose.", &["Metals:", "Tin rose", "Zinc fell", "Lead rose."]),
    // Tables.
    (true, "<p>Prices:</p><table><tr><th>Metal</th><th>Price</th></tr><tr><td>Tin</td><td>12.5</td></tr></table><p>Lead rose.</p>", &["Prices:", "Metal\tPrice\nTin\t12.5", "Lead rose."]),
    (true, "<table><tbody><tr><td><p>Tin</p></td><td><p>12.5</p></td></tr>\n<tr><td>Zinc</td>\n<td>3</td></tr></tbody></table>", &["Tin\t12.5\nZinc\t3"]),
    (true, "<table><tr><td><p>Tin rose on Monday.</p><p>Zinc fell.</p></td></tr></table>", &["Tin rose on Monday.", "Zinc fell."]),
    (false, "<TABLE><TR><TD>Tin<TD>12.5<TR><TD>Zinc<TD>3</TABLE>", &["Tin\t12.5\nZinc\t3"]),
    // Entities: of HTML, by number, without their end; a bare ampersand.
    (false, "<p>Caf&eacute; &amp; Z&#252;rich &ndash; 3&nbsp;&euro;.</p>", &["Café & Zürich – 3 €."]),
    (false, "<p>Caf&eacute in Z&uuml;rich and M&uumlnchen, AT&T &copy</p>", &["Café in Zürich and München, AT&T ©"]),
    (false, "<p>R&D at Q&A; B&Q & Co.</p>", &["R&D at Q&A; B&Q & Co."]),
];

#[test]
fn the_paragraphs_of_a_body_are_those_that_its_mark_up_means() {
    let mut wrong = Vec::new();
    for (name, layer, file) in PLACES {
        for (well_formed, body, paragraphs) in BODIES {
            if *layer == Layer::Elements && !well_formed {
                continue;
            }
            let message = file(&coded(body, *layer));
            let text = article(&message).text;
            let expected = format!("Tin\n\n{}", paragraphs.join("\n\n"));
            if text != expected {
                wrong.push(format!("{name} {layer:?}: {body}\n   {text:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Words below and above a story, what becomes of them, and where they then stand.
#[rustfmt::skip]
const FURNITURE: &[(&str, &str)] = &[
    ("<p>-0-</p>", "end: -0-"),
    ("<p>ENDS</p>", "end: ENDS"),
    ("<p>(END)</p>", "end: (END)"),
    ("<p>/ends</p>", "end: /ends"),
    ("<p>###</p>", "end: ###"),
    ("<p>Ends</p><p>Notes to editors:</p><p>Tin AG is a firm of mines.</p>", "note: Tin AG is a firm of mines."),
    ("<p>Notes to Editors</p><p>1. Prices are those of Monday.</p>", "note: 1. Prices are those of Monday."),
    ("<p>About Tin AG</p><p>Tin AG digs tin in Bolivia.</p>", "about: About Tin AG\n\nTin AG digs tin in Bolivia."),
    ("<p>Media contact: Ann Lee, ann@tin.example</p>", "contact: Media contact: Ann Lee, ann@tin.example"),
    ("<p>Contacts:</p><p>Ann Lee, +44 20 7946 0000</p>", "contact: Contacts:\n\nAnn Lee, +44 20 7946 0000"),
    ("<p>Photo: A mine in Bolivia (A. Lee)</p><p>Lead rose.</p>", "caption: Photo: A mine in Bolivia (A. Lee)"),
];

#[test]
fn what_stands_below_a_story_goes_to_its_field_or_to_a_warning() {
    let story = "<p>Tin rose on Monday, as all the other metals did in the week before.</p><p>Zinc fell.</p>";
    for (below, expected) in FURNITURE {
        for (name, layer, file) in PLACES {
            let article = article(file(&coded(&format!("{story}{below}"), *layer)));
            let more = if below.contains("Lead rose.") { "\n\nLead rose." } else { "" };
            let text = format!(
                "Tin\n\nTin rose on Monday, as all the other metals did in the week before.\n\nZinc fell.{more}"
            );
            assert_eq!(article.text, text, "{name} {layer:?} {below}");
            let (what, words) = expected.split_once(": ").unwrap();
            let kept = if what == "note" {
                article.ed_note.as_deref().is_some_and(|note| note.contains(words))
            } else {
                article.warnings.iter().any(|warning| warning.text == *expected)
            };
            assert!(kept, "{name} {layer:?} {below}: {:?} {:?}", article.ed_note, article.warnings);
        }
    }
}

#[test]
fn a_byline_above_the_body_is_no_text() {
    for (name, layer, file) in PLACES {
        let article = article(file(&coded("<p>By Ann Lee</p><p>Tin rose on Monday.</p>", *layer)));
        assert_eq!(article.text, "Tin\n\nTin rose on Monday.", "{name} {layer:?}");
        assert_eq!(article.byline.as_deref(), Some("By Ann Lee"), "{name} {layer:?}");
    }
}

#[test]
fn words_of_a_story_that_look_like_what_stands_below_one_stay() {
    for body in [
        "<p>Tin rose on Monday, as all the other metals did in the week before.</p><p>About 40 firms sold tin.</p><p>40 more did not.</p>",
        "<p>Tin rose on Monday, as all the other metals did in the week before.</p><p>Contact between the two was lost.</p><p>It was found on Tuesday.</p>",
        "<p>Tin rose on Monday, as all the other metals did.</p><p>-0-</p><p>Zinc fell on Tuesday, as all the other metals did in the week before.</p><p>Lead rose on Wednesday.</p>",
    ] {
        let article = article(ninjs_html(&serde_json::to_string(body).unwrap()));
        let expected = body.replace("</p><p>", "\n\n").replace("<p>", "").replace("</p>", "");
        assert_eq!(article.text, format!("Tin\n\n{expected}"));
    }
}

#[test]
fn a_body_in_rich_text_or_in_an_object_of_json_is_its_words() {
    let g2 = |body: &str| {
        format!(
            r#"<newsItem guid="urn:x:1" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-03T10:15:00Z</versionCreated></itemMeta><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineData>{body}</inlineData></contentSet></newsItem>"#
        )
    };
    let rich = r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Word;}\f0\b LONDON (Reuters)\b0  - Tin ros\'e9 {\i by} \u8364?2.\par Zinc fell \{twice\}.\par}";
    let words = "Tin rises\n\nLONDON (Reuters) - Tin rosé by €2.\n\nZinc fell {twice}.";
    assert_eq!(article(g2(rich)).text, words);
    let object =
        r#"{"headline": "Tin rises", "body": "<p>LONDON (Reuters) - Tin rose.</p><p>Zinc fell.</p>"}"#;
    assert_eq!(article(g2(&escape(object))).text, "Tin rises\n\nLONDON (Reuters) - Tin rose.\n\nZinc fell.");
    // A whole file of it, too.
    let file = article(rich);
    assert_eq!(file.dateline.unwrap().places, ["LONDON"]);
    assert!(file.warnings.iter().any(|warning| warning.code == "payload_mended"));
}

#[test]
fn characters_that_were_coded_twice_through_latin_1_are_mended() {
    let twice: String = "Größe von Häfen – gut".bytes().map(char::from).collect();
    assert_eq!(article(format!("{twice}\n")).text, "Größe von Häfen – gut\n");
}

/// A body in paragraphs, as ninjs has it.
fn of_paragraphs(paragraphs: &[&str]) -> article::Article {
    let html: String = paragraphs.iter().map(|words| format!("<p>{words}</p>")).collect();
    let json = serde_json::json!({
        "uri": "a1", "type": "text", "versioncreated": "2026-03-03T10:00:00Z", "headline": "Mine shut", "body_html": html,
    });
    article(json.to_string())
}

const MINE: &str = "PARIS, March 3 (Reuters) - The firm shut its last mine on Tuesday, and nobody knew what would come next.";

#[test]
fn an_end_mark_with_a_story_behind_it_ends_nothing() {
    let more = "The firm had told its workers in May that it would open the mine again.";
    for stories in [
        &[MINE, "He said only one word more.", "\"Ends.\"", "That was all he said."][..],
        &[
            MINE,
            MINE,
            more,
            "Ends",
            more,
            "\"We are glad of that,\" said a miner who came to the gate on Monday.",
        ],
        &[MINE, "(END)", "Port opens", MINE, "(END)", "Ship sails", MINE],
        &[MINE, "ENDS", "Port opens", MINE, "ENDS", "Ship sails", MINE],
    ] {
        let read = of_paragraphs(stories);
        assert_eq!(read.text, format!("Mine shut\n\n{}", stories.join("\n\n")));
    }
}

#[test]
fn an_end_mark_with_nothing_of_the_story_behind_it_goes() {
    for below in [
        &["(END)"][..],
        &["ENDS", "Contact: Ann Lee, ann.lee@example.com"],
        &["Ends", "About Acme", "Acme makes bolts in ten countries of Europe and the Americas."],
        &["(END)", "jl/mk"],
    ] {
        let mut paragraphs = vec![MINE, MINE];
        paragraphs.extend(below);
        assert_eq!(of_paragraphs(&paragraphs).text, format!("Mine shut\n\n{MINE}\n\n{MINE}"), "{below:?}");
    }
    // Of several briefs the last mark ends the last.
    let read = of_paragraphs(&[MINE, "ENDS", "Port opens", MINE, "ENDS"]);
    assert_eq!(read.text, format!("Mine shut\n\n{MINE}\n\nENDS\n\nPort opens\n\n{MINE}"));
}

#[test]
fn sentences_that_begin_as_captions_or_contacts_are_of_the_story() {
    for words in [
        "Bild: Das Blatt zitierte am Montag einen Lotsen.",
        "Bild: så heter nya boken.",
        "Picture: \"The Third Man\" (1949) came first, \"Vertigo\" second.",
        "Photo: a word that no one at the old plant had heard for years.",
        "For more information, victims were told to call 040 1234 or write to help@port.example.",
        "The following sentence says that the following information is not for publication.",
        "The post office appeared last on the list.",
    ] {
        let read = of_paragraphs(&[MINE, words, "No one answered, three of them said."]);
        assert_eq!(
            read.text,
            format!("Mine shut\n\n{MINE}\n\n{words}\n\nNo one answered, three of them said.")
        );
    }
}

#[test]
fn captions_contacts_and_links_are_none_of_the_story() {
    for words in [
        "Photo: Max Muster/Reuters",
        "Foto: Ann Lee",
        "Bild: A mine in Bolivia",
        "Photo: A mine was shut on Monday. (A. Lee)",
        "Picture: A mine was shut on Monday. Max Muster/Reuters.",
        "For more information, contact Ann Lee, ann@mine.example",
        "For further information please visit https://mine.example",
        "The post <a href='x'>Mine shut</a> appeared first on <a href='y'>Mines of the World</a>.",
        "Der Beitrag <a href='x'>Grube zu</a> erschien zuerst auf <a href='y'>Gruben</a>.",
        "<a href='x'>Continue reading...</a>",
        "<a href='x'>Read more »</a>",
    ] {
        let read = of_paragraphs(&[MINE, words]);
        assert_eq!(read.text, format!("Mine shut\n\n{MINE}"), "{words}");
        let words = words.replace("<a href='x'>", "").replace("<a href='y'>", "").replace("</a>", "");
        assert!(
            read.warnings.iter().any(|warning| warning.code == "left_out" && warning.text.ends_with(&words)),
            "{words}"
        );
    }
}

#[test]
fn what_dpa_tells_editors_below_its_copy_is_no_text_in_any_format() {
    let story = "<p>Hamburg (dpa) - Der Hafen hat mehr Container umgeschlagen.</p><p>Es war ein Rekord.</p>";
    let tail = "<p>Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt</p><p>dpa-Kontakte</p><p>Autor: Max Muster, +49 40 123, mm@dpa.example</p>";
    for (name, layer, file) in PLACES {
        let read = article(file(&coded(&format!("{story}{tail}"), *layer)));
        assert!(read.text.ends_with("Es war ein Rekord."), "{name} {layer:?}: {}", read.text);
        let note = read.ed_note.unwrap_or_default();
        assert!(
            note.contains("nicht zur Veröffentlichung") && note.contains("mm@dpa.example"),
            "{name}: {note}"
        );
    }
}

#[test]
fn codes_of_firms_stay_in_headlines() {
    let headline = "BT Group <BT.L> to cut 300 jobs";
    let json = serde_json::json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": headline, "body_text": MINE});
    assert_eq!(article(json.to_string()).headline.as_deref(), Some(headline));
    let json = serde_json::json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "headline": "<b>Mine</b> shut", "body_text": MINE});
    assert_eq!(article(json.to_string()).headline.as_deref(), Some("Mine shut"));
    let ap = serde_json::json!({"data": {"item": {"altids": {"itemid": "0123456789abcdef"}, "type": "text", "headline": headline, "body_nitf": format!("<p>{MINE}</p>")}}});
    assert_eq!(article(ap.to_string()).headline.as_deref(), Some(headline));
}

/// A story of three paragraphs.
const STORY: &str = "<p>HAMBURG, March 3 (Reuters) - Tin rose on Monday.</p><p>Zinc fell, the mayor said on Tuesday.</p><p>Lead rose.</p>";
const STORY_TEXT: &str = "Tin\n\nHAMBURG, March 3 (Reuters) - Tin rose on Monday.\n\nZinc fell, the mayor said on Tuesday.\n\nLead rose.";

/// Classes that mention a word for what is no story, of an element around a whole body.
#[rustfmt::skip]
const MENTIONS: &[&str] = &[
    "no-related", "article-body article-body--with-teaser", "body has-infobox", "caption-below", "without-caption", "advert-slot-container",
    "page-contact-wrapper content", "js-advert-target", "node-teaser-full", "advertisementFree", "hasRelated", "byline-visible", "story byline",
    "category-related-news", "post-123 type-post category-advert tag-contact", "paywall teaser-full", "teaser", "related", "infobox", "contact",
    "post author-jane category-trade", "unrelated",
];

#[test]
fn an_element_that_holds_the_story_is_none_to_be_left_out_whatever_its_class_mentions() {
    let mut wrong = Vec::new();
    for (name, layer, file) in PLACES {
        for class in MENTIONS {
            for body in [
                format!("<div class=\"{class}\">{STORY}</div>"),
                format!(
                    "<div id=\"main\"><article class=\"{class}\"><div class=\"{class}\">{STORY}</div></article></div>"
                ),
            ] {
                let text = article(file(&coded(&body, *layer))).text;
                if text != STORY_TEXT {
                    wrong.push(format!("{name} {layer:?}: {body}\n   {text:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_body_element_and_a_form_around_a_story_are_containers() {
    for open in
        ["<body class=\"no-related\">", "<body class=\"has-advert page-news\">", "<body class=\"contact\">"]
    {
        let page = format!("<html><head><title>Tin</title></head>{open}<h1>Tin</h1>{STORY}</body></html>");
        assert_eq!(article(&page).text, STORY_TEXT, "{open}");
        let item = g2(&format!("<inlineXML><html>{open}{STORY}</body></html></inlineXML>"));
        assert_eq!(article(item).text, STORY_TEXT, "{open}");
    }
    for (name, layer, file) in PLACES {
        let form = format!(
            "<form id=\"aspnetForm\" method=\"post\"><input type=\"hidden\" value=\"abc\"/>{STORY}</form>"
        );
        assert_eq!(article(file(&coded(&form, *layer))).text, STORY_TEXT, "{name} {layer:?}");
        // One that is filled in is none.
        let form = "<form id=\"f\"><p>Sign up for our newsletter here.</p><input type=\"text\"/><button>Go</button></form>";
        let article = article(file(&coded(&format!("{STORY}{form}"), *layer)));
        assert_eq!(article.text, STORY_TEXT, "{name} {layer:?}");
        assert!(
            left_out(&article, "Sign up for our newsletter here."),
            "{name} {layer:?} {:?}",
            article.warnings
        );
    }
}

fn left_out(article: &article::Article, words: &str) -> bool {
    article.warnings.iter().any(|warning| warning.code == "left_out" && warning.text.contains(words))
}

#[test]
fn paragraphs_whose_class_only_mentions_a_word_stay() {
    for class in [
        "ingress-teaser",
        "no-caption",
        "with-related",
        "tag-contact",
        "txt-related",
        "content-related-wrapper",
        "story-caption-body",
        "captionless",
        "infobox-free",
        "hasCaption",
    ] {
        for (name, layer, file) in PLACES {
            let body = STORY.replacen("<p>Zinc", &format!("<p class=\"{class}\">Zinc"), 1);
            assert_eq!(article(file(&coded(&body, *layer))).text, STORY_TEXT, "{name} {layer:?} {class}");
        }
    }
}

/// What is no story, in its own element behind or before one, though it may be longer.
#[rustfmt::skip]
const BOXES: &[(&str, &str)] = &[
    ("<div class=\"teaser\"><p>Read how copper rose.</p></div>", "Read how copper rose."),
    ("<div class=\"article__related-links\"><ul><li>Earlier: copper</li></ul></div>", "Earlier: copper"),
    ("<div class=\"related-posts\"><p>Copper rose last week.</p></div>", "Copper rose last week."),
    ("<div class=\"block-related-articles\"><p>Copper rose last week.</p></div>", "Copper rose last week."),
    ("<div class=\"c-related-list\"><p>Copper rose last week.</p></div>", "Copper rose last week."),
    ("<ul class=\"related\"><li>Earlier: copper</li></ul>", "Earlier: copper"),
    ("<div class=\"article-teaser\"><p>Read how copper rose.</p></div>", "Read how copper rose."),
    ("<div class=\"teaser teaser--big\"><p>Read how copper rose.</p></div>", "Read how copper rose."),
    ("<p class=\"caption\">A mine in Bolivia.</p>", "A mine in Bolivia."),
    ("<p class=\"image-caption\">A mine in Bolivia.</p>", "A mine in Bolivia."),
    ("<p class=\"wp-caption-text\">A mine in Bolivia.</p>", "A mine in Bolivia."),
    ("<div class=\"figcaption\">A mine in Bolivia.</div>", "A mine in Bolivia."),
    ("<div class=\"advertisement\"><p>Buy now.</p></div>", "Buy now."),
    ("<div class=\"advert-top\"><p>Buy now.</p></div>", "Buy now."),
    ("<div class=\"newsletter-signup\"><p>Have it by mail.</p></div>", "Have it by mail."),
    ("<p class=\"contact\">Call 555 0100.</p>", "Call 555 0100."),
    ("<div class=\"press-kontakt\"><p>Ann Lee, 555 0100.</p></div>", "Ann Lee, 555 0100."),
    ("<div class=\"factbox\"><p>Tin is a metal of the fourteenth group, and of the number 50.</p><p>It melts at 232 degrees, as no other of them does, and boils at 2602.</p><p>Bolivia digs most of it.</p></div>", "It melts at 232 degrees"),
];

#[test]
fn boxes_that_are_no_story_go_to_left_out() {
    for (mark_up, words) in BOXES {
        for (name, layer, file) in PLACES {
            let article = article(file(&coded(&format!("{STORY}{mark_up}"), *layer)));
            assert_eq!(article.text, STORY_TEXT, "{name} {layer:?} {mark_up}");
            assert!(left_out(&article, words), "{name} {layer:?} {mark_up}: {:?}", article.warnings);
        }
    }
    // A box of links above a short story.
    let links = "<div class=\"related\"><p><a href=\"x\">Copper rose last week, and no one knows why it did.</a></p><p><a href=\"y\">Gold fell for a month, and no one knows why it did.</a></p></div>";
    let article =
        article(ninjs_html(&serde_json::to_string(&format!("{links}<p>Tin rose on Monday.</p>")).unwrap()));
    assert_eq!(article.text, "Tin\n\nTin rose on Monday.");
    assert!(left_out(&article, "Gold fell"), "{:?}", article.warnings);
}

#[test]
fn a_span_inside_a_sentence_is_of_it() {
    for class in [
        "contact", "credit", "related", "teaser", "keywords", "slug", "caption", "byline", "author", "title",
        "ednote",
    ] {
        for (marked, text) in [
            ("The mayor <span class=\"X\">Anna Berg</span> said so.", "The mayor Anna Berg said so."),
            (
                "The mayor<span class=\"X\"> Anna Berg</span>, 30, said so.",
                "The mayor Anna Berg, 30, said so.",
            ),
            ("The mayor is <span class=\"X\">Anna <b>Berg</b></span>.", "The mayor is Anna Berg."),
        ] {
            for file in [ninjs_html, json_feed] {
                let body = format!(
                    "<p>Tin rose on Monday.</p><p>{}</p><p>Lead rose.</p>",
                    marked.replace('X', class)
                );
                let text = format!("Tin\n\nTin rose on Monday.\n\n{text}\n\nLead rose.");
                assert_eq!(article(file(&serde_json::to_string(&body).unwrap())).text, text, "{body}");
            }
        }
    }
    let first =
        "<p>Tin rose on Monday.</p><p><span class=\"contact\">Anna Berg</span>, the mayor, said so.</p>";
    let first = article(ninjs_html(&serde_json::to_string(first).unwrap()));
    assert_eq!(first.text, "Tin\n\nTin rose on Monday.\n\nAnna Berg, the mayor, said so.");
    // A caption behind a sentence and a clock before one are no part of it.
    let body = "<p><span class=\"clock\">10.15</span> Tin rose on Monday.<span class=\"caption\">A mine in Bolivia</span></p><p>By <span class=\"author\">Ann Lee</span></p>";
    let article = article(ninjs_html(&serde_json::to_string(body).unwrap()));
    assert!(article.text.starts_with("Tin\n\nTin rose on Monday."), "{}", article.text);
    assert!(left_out(&article, "A mine in Bolivia") && left_out(&article, "10.15"), "{:?}", article.warnings);
    assert_eq!(article.byline.as_deref(), Some("Ann Lee"));
}

#[test]
fn initials_below_a_story_are_none_of_it() {
    for (initials, last) in [("chp/jmy/hd", "chp/jmy/hd"), ("(Schluss) abc/def", "(Schluss) abc/def")] {
        let found =
            of_paragraphs(&["Tin rose on Monday, the board of mines said in Oruro.", "Zinc fell.", initials]);
        assert_eq!(
            found.text,
            "Mine shut\n\nTin rose on Monday, the board of mines said in Oruro.\n\nZinc fell."
        );
        assert!(left_out(&found, last), "{:?}", found.warnings);
    }
    for words in ["and/or", "Tin/zinc/lead"] {
        let found =
            of_paragraphs(&["Tin rose on Monday, the board of mines said in Oruro.", words, "Zinc fell."]);
        assert!(found.text.contains(words), "{}", found.text);
    }
}

#[test]
fn a_label_whose_name_went_to_the_byline_goes_with_it() {
    for (head, rest) in [
        (
            "<div class=\"entry-meta\">By <span class=\"author\">Ann Lee</span> | March 3, 2026</div>",
            "March 3, 2026\n\n",
        ),
        ("<p>By <span class=\"author\">Ann Lee</span></p>", ""),
        ("<p>Von <span class=\"author\">Ann Lee</span> · 10.15 Uhr</p>", "10.15 Uhr\n\n"),
        // The time of the page goes where such times go.
        ("<p>Von <span class=\"author\">Ann Lee</span> · <time>10.15 Uhr</time></p>", ""),
    ] {
        let body = format!("{head}<p>Tin rose on Monday.</p>");
        let found = article(ninjs_html(&serde_json::to_string(&body).unwrap()));
        assert_eq!(found.byline.as_deref(), Some("Ann Lee"));
        assert_eq!(found.text, format!("Tin\n\n{rest}Tin rose on Monday."), "{head}");
    }
    // In the middle of a table the label goes, too, and the rows stay.
    let table = "<p>Tin rose.</p><table>By <tr><span class=\"author\">Ann Lee</span></tr><tr><td>Tin<p>4.2</td></tr></table>";
    let found = article(ninjs_html(&serde_json::to_string(table).unwrap()));
    assert_eq!(
        (found.byline.as_deref(), found.text.as_str()),
        (Some("Ann Lee"), "Tin\n\nTin rose.\n\nTin\n\n4.2")
    );
    let page = "<html><head><title>Tin rises</title></head><body><h1>Tin rises</h1><div>By <span class=\"author\">Ann Lee</span> | <time>March 3, 2026</time></div><p>ORURO, March 3 (Reuters) - Tin rose on Monday.</p></body></html>";
    assert_eq!(article(page).published_at.map(|when| when.to_string()).as_deref(), Some("2026-03-03"));
}

#[test]
fn a_row_that_only_lays_a_page_out_is_paragraphs() {
    let page = |cell: &str| {
        let page = format!(
            "<HTML><HEAD><TITLE>Exports rise</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE><TR><TD WIDTH=120>Home<BR>News</TD><TD>{cell}</TD></TR></TABLE></BODY></HTML>"
        );
        article(page)
    };
    let found = page(
        "<FONT SIZE=+2><B>Exports rise</B></FONT><P>LONDON, March 3 (Reuters) - Exports rose four percent in January, official data showed on Tuesday.<P>About half of them went to Asia, the office said.",
    );
    assert!(found.text.ends_with("\n\nLONDON, March 3 (Reuters) - Exports rose four percent in January, official data showed on Tuesday.\n\nAbout half of them went to Asia, the office said."), "{}", found.text);
    assert_eq!(found.dateline.map(|dateline| dateline.places), Some(vec!["LONDON".to_owned()]));
    assert_eq!(found.provider.map(|provider| provider.code).as_deref(), Some("reuters"));
    // A row of a table stays one.
    let table = "<p>Tin rose.</p><table><tr><td>Tin</td><td><p>4.2</p><p>percent</p></td></tr><tr><td>Zinc</td><td>3.1</td></tr></table>";
    let found = article(ninjs_html(&serde_json::to_string(table).unwrap()));
    assert_eq!(found.text, "Tin\n\nTin rose.\n\nTin\t4.2 percent\nZinc\t3.1");
}

#[test]
fn how_an_agency_signs_below_a_story_is_none_of_it() {
    const STORY: &str = "LONDON, March 3 - Exports rose by a tenth in January.\n\nImports fell.";
    let signs = [
        ("Enditem", Some("xinhua")),
        ("==Kyodo", Some("kyodo")),
        ("-- BERNAMA", Some("bernama")),
        ("(ANI)", Some("ani")),
        ("PTI MM YY MR", Some("pti")),
        ("EFE mm/yy", Some("efe")),
        ("MM // YY\n\nLusa/Fim", Some("lusa")),
        ("kdh@yna.co.kr\n\n(END)", Some("yonhap")),
        ("(PAP)\n\nmm/ yy/", None),
        ("mm-yy/zz/aa\n\n© Agence France-Presse", Some("afp")),
        ("© dpa-infocom, dpa:260303-99-12345/2", None),
        ("dpa mm yyzz n1 eb", Some("dpa")),
        ("This report by The Canadian Press was first published March 3, 2026.", Some("cp")),
        ("Notizblock\n\nRedaktionelle Hinweise\n\nFolgt mehr\n\nOrte\n\n[Amt](Ring 11, Wiesbaden)", None),
    ];
    for (sign, agency) in signs {
        let body = format!("{STORY}\n\n{sign}");
        let file = serde_json::json!({"uri": "u", "headline": "Trade", "body_text": body}).to_string();
        let story = article(&file);
        assert_eq!(story.text, format!("Trade\n\n{STORY}"), "{sign}");
        if agency.is_some() {
            assert_eq!(story.provider.map(|provider| provider.code).as_deref(), agency, "{sign}");
        }
    }
    for last in ["Imports fell.", "Trade is dead", "TT won", "AC/DC", "He wrote to a@b.example again."] {
        let body = format!("{STORY}\n\n{last}");
        let file = serde_json::json!({"uri": "u", "headline": "Trade", "body_text": body}).to_string();
        assert_eq!(article(&file).text, format!("Trade\n\n{body}"));
    }
}

#[test]
fn tags_that_a_story_is_about_are_words_and_what_touches_a_word_marks_it_up() {
    let story = |headline: &str, body: &str| {
        article(serde_json::json!({"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": headline, "body_html": body}).to_string())
    };
    let about = story(
        "Coder who wrote <b> is found",
        "<p>A coder who wrote &lt;b&gt; and &lt;/b&gt; was found.</p><p>Exports were &lt; 30.</p>",
    );
    assert_eq!(
        about.text,
        "Coder who wrote <b> is found\n\nA coder who wrote <b> and </b> was found.\n\nExports were < 30."
    );
    let marked =
        story("A <b>coder</b> is found", "<p>&lt;p&gt;A &lt;b&gt;coder&lt;/b&gt; was found.&lt;/p&gt;</p>");
    assert_eq!(marked.text, "A coder is found\n\nA coder was found.");
}

#[test]
fn a_body_in_another_language_beside_one_that_says_none_is_a_story_of_its_own() {
    let item = "<newsItem guid=\"g\" version=\"1\" xml:lang=\"en\"><itemMeta><versionCreated>2026-03-03T10:15:00Z</versionCreated></itemMeta><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineXML><html><body><p>Tin rose in Bergen.</p></body></html></inlineXML><inlineXML xml:lang=\"fr\"><html><body><p>L'étain a augmenté à Bergen.</p></body></html></inlineXML></contentSet></newsItem>";
    let parsed = support::parse(item.as_bytes(), None).unwrap();
    let languages: Vec<_> = parsed.articles.iter().map(|story| story.language.as_deref()).collect();
    assert_eq!(languages, [Some("en"), Some("fr")]);
}

#[test]
fn a_story_under_a_damaged_name_is_the_body() {
    const STORY: &str = "<p>LONDON, March 3 (Reuters) - Tin rose by three percent on Tuesday, as mines in two countries shut and stocks fell to their lowest in nine years, traders said.</p><p>Zinc fell by one percent.</p>";
    const OTHER: &str = "<p>Tin rose by three percent on Tuesday, as mines in two countries shut and stocks fell to their lowest in nine years, and nobody knows for how long all that is going to last.</p><p>Zinc fell by one percent.</p>";
    let rss = |body: &str| {
        format!(
            "<rss><channel><title>News</title><item><title>Tin rises</title><guid>a1</guid>{body}</item></channel></rss>"
        )
    };
    let atom = |body: &str| {
        format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title><entry><id>a1</id><title>Tin rises</title>{body}</entry></feed>"
        )
    };
    let newsml = |body: &str| self::newsml("").replace("<DataContent></DataContent>", body);
    let read = |file: String| article(&file).text;
    let expected = "LONDON, March 3 (Reuters) - Tin rose by three percent on Tuesday, as mines in two countries shut and stocks fell to their lowest in nine years, traders said.\n\nZinc fell by one percent.";
    for file in [
        rss(&format!("<content:encodd><![CDATA[{STORY}]]></content:encodd>")),
        rss(&format!("<description>Tin rose.</description><story><![CDATA[{STORY}]]></story>")),
        atom(&format!("<contnt type=\"html\"><![CDATA[{STORY}]]></contnt>")),
        newsml(&format!("<DatContent>{STORY}</DatContent>")),
    ] {
        assert!(read(file.clone()).ends_with(expected), "{file}: {}", read(file.clone()));
        let story = article(&file);
        assert!(
            story.warnings.iter().all(|warning| !warning.text.contains("stocks fell")),
            "{:?}",
            story.warnings
        );
    }
    // What no agency signs is not, and neither is anything beside a body of its size.
    for file in [
        rss(&format!("<disclaimer><![CDATA[{OTHER}]]></disclaimer>")),
        atom(&format!("<note><![CDATA[{OTHER}]]></note>")),
        rss(&format!("<description><![CDATA[{OTHER}]]></description><related><![CDATA[{STORY}]]></related>")),
    ] {
        assert!(!read(file.clone()).contains("LONDON"), "{file}");
    }
}

#[test]
fn a_body_in_base64_is_its_words_whatever_is_said_of_it() {
    const STORY: &str = "<p>LONDON, March 3 (Reuters) - Tin rose by three percent on Tuesday, as mines in two countries shut and stocks fell.</p><p>Zinc fell by one percent, and nobody knows why.</p>";
    let letters = base64(STORY.as_bytes());
    let lines: Vec<&str> =
        (0..letters.len()).step_by(76).map(|at| &letters[at..letters.len().min(at + 76)]).collect();
    let expected = "LONDON, March 3 (Reuters) - Tin rose by three percent on Tuesday, as mines in two countries shut and stocks fell.\n\nZinc fell by one percent, and nobody knows why.";
    for (attribute, words) in [
        (" encoding=\"base64\"", letters.clone()),
        (" encoding=\"encd:b64\"", letters.clone()),
        (" encoding=\"b64\"", lines.join("\n")),
        ("", letters.clone()),
        ("", lines.join("\n")),
        ("", format!("<![CDATA[{letters}]]>")),
        (" encoding=\"\"", lines.join("\r\n")),
    ] {
        let file = g2(&format!("<inlineData contenttype=\"text/html\"{attribute}>{words}</inlineData>"));
        assert!(article(&file).text.ends_with(expected), "{attribute}: {}", article(&file).text);
    }
    // Letters that are no words stay what they are.
    let sums = "deadbeefcafe0123".repeat(20);
    let file = g2(&format!("<inlineData contenttype=\"text/plain\">{sums}</inlineData>"));
    assert!(article(&file).text.ends_with(&sums), "{}", article(&file).text);
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut coded = String::new();
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .enumerate()
            .fold(0_u32, |bits, (nth, byte)| bits | u32::from(*byte) << (16 - 8 * nth));
        for nth in 0..4 {
            let six = LETTERS[(bits >> (18 - 6 * nth) & 63) as usize];
            coded.push(if nth > three.len() { '=' } else { char::from(six) });
        }
    }
    coded
}

#[test]
fn paragraphs_that_all_begin_further_in_do_not() {
    let lead = "LONDON, March 3 (Reuters) - Tin rose by three percent on Tuesday, as mines in two countries shut and stocks fell.";
    let story = article(newsml(&format!("   {lead}\n   Zinc fell.\n   Copper rose.\n")));
    assert!(story.text.ends_with(&format!("{lead}\n\nZinc fell.\n\nCopper rose.")), "{}", story.text);
    // What stands still further in does so.
    let story = article(newsml(&format!("   {lead}\n   Tin   3.0\n     of it 2.0\n")));
    assert!(story.text.contains("\n\nTin   3.0\n\n  of it 2.0"), "{}", story.text);
}

/// A feed may carry whole items of NewsML: their own fields are fields here, too, and no copy.
#[test]
fn an_item_of_newsml_that_is_the_body_is_read_as_one() {
    let body = "<p>OSLO, March 3 (Reuters) - Tin rose.</p><p>Zinc fell.</p>";
    let item = |status: &str| {
        format!(
            "<newsItem guid=\"urn:b\" version=\"3\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2026-03-03T10:15:00Z</versionCreated><pubStatus qcode=\"stat:{status}\"/></itemMeta><contentMeta><urgency>4</urgency><slugline>TIN-OSLO</slugline><headline>Tin</headline></contentMeta><contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet></newsItem>"
        )
    };
    let string = |words: &str| serde_json::Value::from(words).to_string();
    for (status, expected) in
        [("usable", article::PubStatus::Usable), ("canceled", article::PubStatus::Canceled)]
    {
        let item = item(status);
        for file in [
            atom(&format!("<content type=\"application/xml\">{item}</content>")),
            atom_html(&escape(&item)),
            rss(&format!("<![CDATA[{item}]]>")),
            rss(&escape(&item)),
            ninjs_html(&string(&item)),
            json_feed(&string(&item)),
        ] {
            let article = article(&file);
            assert_eq!(article.text, "Tin\n\nOSLO, March 3 (Reuters) - Tin rose.\n\nZinc fell.", "{file}");
            assert_eq!(article.pub_status, Some(expected), "{file}");
            assert_eq!(
                (article.version, article.urgency, article.slugline.as_deref()),
                (3, Some(4), Some("TIN-OSLO")),
                "{file}"
            );
        }
    }
    // What an object of JSON that is the body says of the story's life holds as well.
    let object = format!("{{\"pubstatus\": \"canceled\", \"body_html\": {}}}", string(body));
    for file in [rss(&escape(&object)), atom_html(&escape(&object))] {
        assert_eq!(article(&file).pub_status, Some(article::PubStatus::Canceled), "{file}");
    }
}
