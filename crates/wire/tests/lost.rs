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
    type Item = fn(usize, &str) -> String;
    let files: [(&str, Item, &str); 2] = [
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

/// Base64, in lines or in one.
fn letters(words: &str, line: usize) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut all = String::new();
    for three in words.as_bytes().chunks(3) {
        let bits =
            (0..3).fold(0_u32, |bits, nth| bits << 8 | u32::from(three.get(nth).copied().unwrap_or(0)));
        for nth in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * nth) & 63).unwrap();
            all.push(if nth > three.len() { '=' } else { char::from(LETTERS[six]) });
        }
    }
    let lines: Vec<String> =
        all.as_bytes().chunks(line).map(|line| String::from_utf8(line.to_vec()).unwrap()).collect();
    lines.join("\n")
}

fn one(file: &str) -> Article {
    let mut parsed = parse(file.as_bytes(), None).unwrap();
    assert_eq!(parsed.articles.len(), 1, "{file}\n{parsed:?}");
    parsed.articles.remove(0)
}

#[test]
fn a_body_that_was_sent_as_letters_is_read_as_its_words() {
    for (body, line) in [(html(0), 10_000), (html(0), 76), (paragraphs(0).join("\n\n"), 10_000)] {
        let coded = letters(&body, line);
        let escaped = coded.replace('\n', "\\n");
        for file in [
            format!(
                r#"{{"uri": "a1", "headline": "Alfa sells tin", "body_html": "{escaped}", "versioncreated": "2026-03-03T10:15:00Z"}}"#
            ),
            format!(
                "<rss><channel><title>M</title><item><title>Alfa sells tin</title><guid>g</guid><description>{coded}</description></item></channel></rss>"
            ),
            format!(
                "<nitf><body><body.head><hedline><hl1>Alfa sells tin</hl1></hedline></body.head><body.content><p>{coded}</p></body.content></body></nitf>"
            ),
        ] {
            let article = one(&file);
            assert!(tells(&article, 0) && !article.text.contains(&coded[..40]), "{file}\n{article:?}");
            assert_eq!(article.headline.as_deref(), Some("Alfa sells tin"));
            assert!(article.warnings.iter().any(|one| one.code == "payload_mended"), "{article:?}");
        }
    }
    // What is no words is left as it is, and a long word is one.
    let word = "Ab1".repeat(100);
    let file = format!(
        r#"{{"uri": "a1", "headline": "Tin", "body_text": "{word}", "versioncreated": "2026-03-03T10:15:00Z"}}"#
    );
    assert!(one(&file).text.contains(&word));
    // A file of letters behind the line of a log.
    let file = format!(
        "<nitf><head><docdata management-status=\"canceled\"/></head><body><body.content>{}</body.content></body></nitf>",
        html(0)
    );
    for before in ["", "2026-03-03 10:15:00 INFO received ", "Our file:\n\n"] {
        let article = one(&format!("{before}{}\n", letters(&file, 76)));
        assert!(tells(&article, 0), "{article:?}");
        assert_eq!(article.pub_status, Some(article::PubStatus::Canceled), "{before}");
    }
}

#[test]
fn a_coding_of_full_lines_is_undone_also_where_no_letter_is_coded() {
    let mail =
        |body: &str| one(&format!("From: a@b.example\nSubject: Tin\nMessage-ID: <1@b.example>\n\n{body}\n"));
    let coded = "OSLO, March 3 (Reuters) - Tin rose on Monday, the exchange said in a note t=\no its members.\n\nIt fell in May and again in June, and no one knew what would become of it=\n in July.\n";
    assert!(mail(coded).text.contains("in a note to its members.\n\nIt fell in May and again in June, and no one knew what would become of it in July."));
    let told = "OSLO, March 3 (Reuters) - Two sums:\n\none and two =\nthree\n\ntwo and two =\nfour\n";
    assert!(mail(told).text.contains("one and two =\n"), "{}", mail(told).text);
}

#[test]
fn a_tree_in_a_string_that_lost_its_end_is_read_as_far_as_it_goes_and_no_source_is_published() {
    for tree in trees(0) {
        // Nothing but brackets and quotes is lost, or words as well.
        for cut in [1, 2, 3, tree.len() / 3] {
            let torn = tree[..tree.len() - cut].replace('"', "\\\"");
            let file = format!(
                r#"{{"uri": "a1", "headline": "Alfa sells tin", "body_html": "{torn}", "versioncreated": "2026-03-03T10:15:00Z"}}"#
            );
            let article = one(&file);
            assert!(article.text.contains("Alfa sold 40,000 tonnes"), "{cut}: {article:?}");
            assert!(!article.text.contains("\":"), "{cut}: {}", article.text);
            assert!(cut > 3 || format!("{article:?}").contains("kestrel"), "{cut}: {article:?}");
        }
    }
    let copy = r#"{\"Tin\" is a song} OSLO, March 3 (Reuters) - Tin rose."#;
    let file = format!(
        r#"{{"uri": "a1", "headline": "Tin", "body_text": "{copy}", "versioncreated": "2026-03-03T10:15:00Z"}}"#
    );
    assert!(one(&file).text.contains("is a song} OSLO"));
}

#[test]
fn a_body_is_found_under_a_name_with_a_wrong_letter() {
    let [words, more] = paragraphs(0);
    for field in [
        format!(r#""body_htlm": "{}""#, html(0)),
        format!(r#""body_txt": "{words} {more}""#),
        format!(r#""bodeis": [{{"role": "main", "value": "{}"}}]"#, html(0)),
    ] {
        let article = one(&format!(
            r#"{{"uri": "a1", "headlines": [{{"value": "Alfa sells tin"}}], {field}, "versioncreated": "2026-03-03T10:15:00Z"}}"#
        ));
        assert!(tells(&article, 0), "{field}: {article:?}");
        assert_eq!(
            field.starts_with("\"bodeis"),
            article.warnings.iter().any(|one| one.code == "misplaced"),
            "{article:?}"
        );
    }
    let feed = |name: &str| {
        one(&format!(
            r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{{"id": "a1", "title": "Alfa sells tin", "{name}": "{}"}}]}}"#,
            html(0)
        ))
    };
    assert!(tells(&feed("content_htlm"), 0));
    assert!(tells(&feed("content_text"), 0));
}

#[test]
fn lines_below_one_that_is_damaged_at_its_start_are_read() {
    let line = |nth: usize| {
        format!(
            r#"{{"uri": "a{nth}", "headline": "{} sells tin", "body_html": "{}", "versioncreated": "2026-03-03T10:15:00Z"}}"#,
            TOLD[nth][0],
            html(nth)
        )
    };
    let file = format!("{}\n{}\n{}\n", line(0).replacen("{\"u", "\"u{", 1), line(1), line(2));
    let parsed = parse(file.as_bytes(), None).unwrap();
    assert_eq!(stories(&parsed), [1, 2], "{parsed:?}");
    assert!(format!("{parsed:?}").contains("kestrel"));
}

#[test]
fn an_article_with_a_damaged_field_does_not_take_its_neighbours_with_it() {
    let item = |nth: usize| {
        let [name, _] = TOLD[nth];
        format!(
            r#"{{"id": "a{nth}", "headline": "{name} sells tin", "text": "{}", "language": "en"}}"#,
            paragraphs(nth).join(" ")
        )
    };
    for (mark, slip) in [
        ("\"headline\":", "\"head"),
        ("\"language\": ", "\"language\" "),
        ("\"a1\"", "a1\""),
        ("\"en\"}", "\"en\""),
    ] {
        for joint in [",", ", ", ",\n"] {
            let file = format!("[{}{joint}{}{joint}{}]", item(0), item(1).replacen(mark, slip, 1), item(2));
            let parsed = parse(file.as_bytes(), None).unwrap();
            assert_eq!(stories(&parsed), [0, 2], "{file}\n{parsed:?}");
            let parts: Vec<&str> = parsed.rejected.iter().filter_map(|no| no.part.as_deref()).collect();
            assert!(parts.iter().any(|part| part.contains("lapwing")), "{file}\n{parsed:?}");
        }
    }
}
