//! Files with a slip in their marks: no story is lost in silence, and none becomes part of its neighbour.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::Article;
use support::parse;
use wire::Parsed;

/// What each of three stories says that no other does.
const TOLD: [[&str; 2]; 3] = [["Alfa", "kestrel"], ["Bravo", "lapwing"], ["Charlie", "plover"]];

fn paragraphs(nth: usize) -> [String; 2] {
    let [name, bird] = TOLD[nth];
    [
        format!("OSLO, March 3 (Reuters) - {name} sold 40,000 tonnes of tin in February, the company said."),
        format!("A spokeswoman said the {bird} on the label would stay."),
    ]
}

fn html(nth: usize) -> String {
    paragraphs(nth).map(|words| format!("<p>{words}</p>")).concat()
}

fn three(open: &str, close: &str, joint: &str, one: impl Fn(usize) -> String) -> String {
    format!("{open}{}{close}", [0, 1, 2].map(one).join(joint))
}

fn rss() -> String {
    three("<rss version=\"2.0\"><channel><title>Metals</title>", "</channel></rss>", "\n", |nth| {
        let [name, _] = TOLD[nth];
        format!(
            "<item><title>{name} sells tin</title><guid>g{nth}</guid><description><![CDATA[{}]]></description></item>",
            html(nth)
        )
    })
}

fn atom() -> String {
    three("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Metals</title>", "</feed>", "\n", |nth| {
        let [name, _] = TOLD[nth];
        let body = html(nth).replace('<', "&lt;");
        format!(
            "<entry><title>{name} sells tin</title><id>urn:{nth}</id><content type=\"html\">{body}</content></entry>"
        )
    })
}

fn g2() -> String {
    three(
        "<newsMessage><header><sender>x</sender></header><itemSet>",
        "</itemSet></newsMessage>",
        "",
        |nth| {
            let [name, _] = TOLD[nth];
            format!(
                "<newsItem guid=\"urn:{nth}\" version=\"1\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta><contentMeta><headline>{name} sells tin</headline></contentMeta><contentSet><inlineXML>{}</inlineXML></contentSet></newsItem>",
                html(nth)
            )
        },
    )
}

fn newsml() -> String {
    three("<NewsML>", "</NewsML>", "\n", |nth| {
        let [name, _] = TOLD[nth];
        format!(
            "<NewsItem><Identification><NewsIdentifier><NewsItemId>{nth}</NewsItemId></NewsIdentifier></Identification><NewsManagement><Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>{name} sells tin</HeadLine></NewsLines><ContentItem><MediaType FormalName=\"Text\"/><DataContent>{}</DataContent></ContentItem></NewsComponent></NewsItem>",
            html(nth)
        )
    })
}

fn nitf() -> String {
    three("", "", "\n", |nth| {
        let [name, _] = TOLD[nth];
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><nitf><head><docdata><doc-id id-string=\"n{nth}\"/></docdata></head><body><body.head><hedline><hl1>{name} sells tin</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>",
            html(nth)
        )
    })
}

fn tells(article: &Article, nth: usize) -> bool {
    TOLD[nth].iter().all(|word| article.text.contains(word))
}

/// Each story that an article tells is whole, and none is in another's.
fn stories(parsed: &Parsed) -> Vec<usize> {
    let told = |article: &Article| {
        let [told] = (0..3)
            .filter(|nth| TOLD[*nth].iter().any(|word| article.text.contains(word)))
            .collect::<Vec<_>>()[..]
        else {
            panic!("one text of several stories, or of none: {article:?}")
        };
        assert!(tells(article, told), "{}", article.text);
        told
    };
    parsed.articles.iter().map(told).collect()
}

#[track_caller]
fn check(file: &str, published: &[usize], refused: &[&str]) {
    let parsed = parse(file.as_bytes(), None).unwrap();
    assert_eq!(stories(&parsed), published, "{file}\n{parsed:?}");
    let codes: Vec<&str> = parsed.rejected.iter().map(|no| no.code).collect();
    assert_eq!(codes, refused, "{file}\n{parsed:?}");
    for nth in (0..3).filter(|nth| !published.contains(nth) && file.contains(TOLD[*nth][1])) {
        let parts = parsed.rejected.iter().filter_map(|no| no.part.as_ref());
        assert!(
            parts.into_iter().any(|part| part.contains(TOLD[nth][1])),
            "{nth} is lost in {file}\n{parsed:?}"
        );
    }
}

/// The second of three with its marks changed.
fn second(file: &str, mark: &str, slip: &str) -> String {
    let (at, _) = file.match_indices(mark).nth(1).unwrap();
    format!("{}{slip}{}", &file[..at], &file[at + mark.len()..])
}

#[test]
fn an_item_whose_name_is_misspelt_at_both_ends_is_refused_and_its_neighbours_are_whole() {
    for (file, name, slip) in [
        (rss(), "item>", "iitem>"),
        (atom(), "entry>", "etnry>"),
        (g2(), "newsItem", "newsItme"),
        (newsml(), "NewsItem>", "NewsItme>"),
    ] {
        let start = format!("<{name}");
        let file = second(&file, &start, &format!("<{slip}"));
        let end = format!("</{name}");
        let file = second(&file, &end, &format!("</{slip}"));
        check(&file, &[0, 2], &["bad_xml"]);
    }
}

#[test]
fn what_a_feed_says_of_itself_is_no_item() {
    let owner = "<owner><name>The desk agency</name></owner>";
    let file = rss().replace("<title>Metals</title>", &format!("<title>Metals</title>{owner}<image><title>Metals, day by day, from the mine to the market and back</title></image>"));
    check(&file, &[0, 1, 2], &[]);
    // An element of no known name around the items, and what it says of them.
    let file = rss().replace("<channel>", "<channel><set>").replace("</channel>", "</set></channel>");
    check(&file, &[0, 1, 2], &[]);
    assert!(format!("{:?}", parse(file.as_bytes(), None)).contains("made by: Metals"));
}

#[test]
fn a_body_is_found_where_the_name_of_what_holds_it_is_misspelt() {
    check(&newsml().replace("ContentItem", "ContentItex"), &[0, 1, 2], &[]);
    check(&g2().replace("inlineXML", "inlneXML"), &[0, 1, 2], &[]);
    // A file that is only referred to is no body.
    let file = g2()
        .replace("<inlineXML>", "<remoteContent href=\"a.xml\"/><inlneXML>")
        .replace("</inlineXML>", "</inlneXML>");
    check(&file, &[0, 1, 2], &[]);
}

#[test]
fn a_declaration_that_lost_its_end_takes_no_document_with_it() {
    for slip in ["\"UTF-8\"?<nitf>", "\"UTF-8\"<nitf>", "\"UTF-8?<nitf>"] {
        let file = second(&nitf(), "\"UTF-8\"?><nitf>", slip);
        check(&file, &[0, 1, 2], &[]);
        let parsed = parse(file.as_bytes(), None).unwrap();
        assert!(parsed.articles[1].warnings.iter().any(|told| told.code == "payload_mended"), "{parsed:?}");
        let last = file.rfind("<?xml").unwrap();
        check(&file[..last], &[0, 1], &[]);
        // It is the first of the file.
        check(&nitf().replacen("\"UTF-8\"?><nitf>", slip, 1), &[0, 1, 2], &[]);
        let feed = format!("<?xml version=\"1.0\" encoding={}", slip.replace("<nitf>", &rss()));
        check(&feed, &[0, 1, 2], &[]);
    }
    // An instruction may hold what looks like one.
    check(&format!("<?xml-stylesheet href=\"a.xsl\" title=\"a < b\"?>{}", rss()), &[0, 1, 2], &[]);
}

#[test]
fn thousands_of_declarations_without_ends_are_read_in_one_go() {
    let file = nitf() + &"<?xml version=\"1.0\"<a/>".repeat(20_000);
    assert!(parse(file.as_bytes(), None).is_ok());
}

#[test]
fn a_first_item_that_is_damaged_does_not_spoil_those_behind_it() {
    check(&rss().replacen("<item><title>", "<item<title>", 1), &[1, 2], &["bad_xml"]);
    check(&atom().replacen("<entry>", "entry>", 1), &[1, 2], &["bad_xml"]);
    check(&second(&nitf(), "<nitf>", ""), &[0, 2], &["bad_xml"]);
}

/// The body of a story as trees of blocks that editors keep, with a word in each that no other block has.
fn trees(nth: usize) -> Vec<String> {
    let [first, second] = paragraphs(nth);
    let (start, end) = second.split_at(14);
    vec![
        format!(r#"[["p", {{}}, "{first}"], ["p", {{}}, "{second}"]]"#),
        format!(r#"[{{"tag": "p", "text": "{first}"}}, {{"tag": "p", "text": "{second}"}}]"#),
        format!(
            r#"{{"type": "doc", "content": [{{"type": "paragraph", "attrs": {{"align": "left"}}, "content": [{{"type": "text", "text": "{first}"}}]}}, {{"type": "paragraph", "content": [{{"type": "text", "text": "{start}"}}, {{"type": "text", "marks": [{{"type": "bold"}}], "text": "{end}"}}]}}]}}"#
        ),
        format!(
            r#"[{{"blockName": "core/paragraph", "attrs": {{}}, "innerBlocks": [], "innerHTML": "<p>{first}</p>", "innerContent": ["<p>{first}</p>"]}}, {{"blockName": "core/paragraph", "attrs": {{}}, "innerBlocks": [], "innerHTML": "<p>{second}</p>", "innerContent": ["<p>{second}</p>"]}}]"#
        ),
    ]
}

#[test]
fn a_mark_lost_or_doubled_in_a_tree_of_blocks_loses_no_words_and_merges_no_two() {
    let files: [(&str, fn(usize, &str) -> String, &str); 2] = [
        (
            r#"{"items": ["#,
            |nth, tree| {
                format!(
                    r#"{{"uri": "a{nth}", "headline": "{} sells tin", "body_html": {tree}, "versioncreated": "2026-03-03T10:15:00Z"}}"#,
                    TOLD[nth][0]
                )
            },
            "]}",
        ),
        (
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": ["#,
            |nth, tree| {
                format!(
                    r#"{{"id": "a{nth}", "title": "{} sells tin", "content_html": {tree}, "date_published": "2026-03-03T10:15:00Z"}}"#,
                    TOLD[nth][0]
                )
            },
            "]}",
        ),
    ];
    let mut faults = Vec::new();
    for (open, item, close) in files {
        for shape in 0..4 {
            let own = &trees(1)[shape];
            let neighbours = [0, 2].map(|nth| item(nth, &trees(nth)[shape]));
            let marks = |c: char| matches!(c, '"' | '{' | '}' | '[' | ']' | ',' | ':');
            for (at, mark) in own.char_indices().filter(|(_, c)| marks(*c)) {
                for (how, slip) in [("lost", String::new()), ("doubled", format!("{mark}{mark}"))] {
                    let tree = format!("{}{slip}{}", &own[..at], &own[at + 1..]);
                    let [before, after] = &neighbours;
                    let file = format!("{open}{before},{},{after}{close}", item(1, &tree));
                    let parsed = parse(file.as_bytes(), None);
                    let articles = parsed.as_ref().map_or(&[][..], |parsed| &parsed.articles[..]);
                    let told = format!("{parsed:?}");
                    let merged =
                        articles.iter().any(|article| (0..3).filter(|nth| tells(article, *nth)).count() > 1);
                    let lost = TOLD.iter().flatten().find(|word| !told.contains(**word));
                    let spoilt = [0, 2].iter().find(|nth| {
                        let article = articles.iter().find(|article| tells(article, **nth));
                        article
                            .is_none_or(|article| TOLD[**nth].iter().any(|word| !article.text.contains(word)))
                    });
                    // One that is too many may spoil a neighbour, and the start of a list: it is refused with its words.
                    let may_spoil = how == "doubled" || mark == '[';
                    if merged || lost.is_some() || spoilt.is_some() && !may_spoil {
                        faults.push(format!(
                            "{mark} {how} at {at}: merged {merged} lost {lost:?} spoilt {spoilt:?}: {tree}"
                        ));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn words_of_an_item_of_ap_that_stand_in_a_rendition_beside_its_body_are_told() {
    let file = |status: &str, words: &str| {
        format!(
            r#"{{"data": {{"item": {{"altids": {{"itemid": "a1", "etag": "e"}}, "version": 1, "type": "text", "headline": "Alfa sells tin", "body_html": "{}", "renditions": {{"nitf": {{"rel": "Story", "content": "<nitf><head><docdata management-status='{status}'/></head><body><body.content><p>{words}</p></body.content></body></nitf>"}}}}}}}}}}"#,
            html(0)
        )
    };
    let [same, _] = paragraphs(0);
    let story = |file: &str| {
        let mut parsed = parse(file.as_bytes(), None).unwrap();
        assert_eq!(parsed.articles.len(), 1, "{parsed:?}");
        parsed.articles.remove(0)
    };
    let other = story(&file("usable", "A spokeswoman said the lapwing on the label would stay."));
    assert!(other.text.contains("kestrel") && !other.text.contains("lapwing"), "{}", other.text);
    let left_out = |article: &Article| article.warnings.iter().filter(|one| one.code == "left_out").count();
    assert!(
        other.warnings.iter().any(|one| one.code == "left_out" && one.text.contains("lapwing")),
        "{other:?}"
    );
    assert_eq!(left_out(&story(&file("usable", &same))), 0);
    // What it says of the story's life holds.
    assert_eq!(story(&file("canceled", &same)).pub_status, Some(article::PubStatus::Canceled));
}
