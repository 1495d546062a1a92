//! Messages that were cut short or damaged: what is whole in them comes out.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::{article, parse, refusal};

fn ninjs(nth: usize) -> String {
    format!(
        r#"{{"uri": "a{nth}", "headline": "Tin rises {nth}", "body_text": "Tin rose {nth} times, and [so] on.", "subject": [{{"name": "tin"}}]}}"#
    )
}

fn ap(nth: usize) -> String {
    format!(
        r#"{{"item": {{"altids": {{"itemid": "a{nth}"}}, "headline": "Tin rises {nth}", "body_text": "Tin rose {nth} times."}}}}"#
    )
}

#[test]
fn whole_items_before_the_cut_of_a_list_come_out() {
    type Item = fn(usize) -> String;
    let envelopes: [(&str, &str, Item); 8] = [
        ("[", "]", ninjs),
        ("[\n", "\n]", ninjs),
        ("{\"total\": 3, \"items\": [", "]}", ninjs),
        ("{\"_items\": [\n", "\n]}", ninjs),
        ("{\"response\": {\"docs\": [", "]}}", ninjs),
        ("{\"hits\": {\"hits\": [", "]}}", ninjs),
        ("{\"api_version\": \"1\", \"method\": \"/feed\", \"data\": {\"items\": [", "]}}", ap),
        ("[", "]", ap),
    ];
    for (open, close, item) in envelopes {
        for joint in [",", ", ", ",\n", ",\n  "] {
            let whole = format!("{open}{}{close}", [1, 2, 3].map(item).join(joint));
            assert_eq!(parse(whole.as_bytes(), None).unwrap().articles.len(), 3, "{whole}");
            let third = whole.len() - close.len() - item(3).len();
            for cut in [third + item(3).len() / 2, third + item(3).len() - 2] {
                let parsed = parse(&whole.as_bytes()[..cut], None).unwrap();
                assert_eq!(parsed.articles.len(), 2, "{}", &whole[..cut]);
                let [no] = &parsed.rejected[..] else { panic!("{:?}", parsed.rejected) };
                assert_eq!(no.code, "truncated_json", "{}", &whole[..cut]);
                assert!(no.part.as_ref().unwrap().contains("a3"), "{no:?}");
            }
            // Between two items.
            let parsed = parse(&whole.as_bytes()[..third], None).unwrap();
            let codes: Vec<_> = parsed.rejected.iter().map(|no| no.code).collect();
            assert_eq!((parsed.articles.len(), codes), (2, vec!["truncated_json"]), "{}", &whole[..third]);
        }
    }
}

#[test]
fn a_damaged_line_does_not_spoil_the_lines_below_it() {
    let lines = format!("{}\n{}\n{}\n", ninjs(1), &ninjs(2)[..40], ninjs(3));
    let parsed = parse(lines.as_bytes(), None).unwrap();
    assert_eq!((parsed.articles.len(), parsed.rejected.len()), (2, 1));
    let listed = format!("[\n{},\n{},\n{}\n]", ninjs(1), &ninjs(2)[..40], ninjs(3));
    assert_eq!(parse(listed.as_bytes(), None).unwrap().articles.len(), 2);
}

#[test]
fn an_envelope_of_any_name_is_opened_if_its_items_are_plain() {
    for envelope in [
        format!("{{\"total\": 1, \"hits\": [{}]}}", ninjs(1)),
        format!("{{\"hits\": {{\"total\": 1, \"hits\": [{{\"_id\": \"x\", \"_source\": {}}}]}}}}", ninjs(1)),
        format!("{{\"count\": 1, \"nyheter\": [{}]}}", ninjs(1)),
    ] {
        assert_eq!(article(&envelope).headline.as_deref(), Some("Tin rises 1"), "{envelope}");
    }
}

/// In each format made of XML, an item whose body stands in CDATA, with an end of that section.
fn with_data(end: &str) -> Vec<String> {
    let body = |element: &str| {
        format!("<{element}><![CDATA[<p>Tin rose & fell.</p><p>So did zinc.</p>{end}</{element}>")
    };
    let rss = |nth: usize| {
        format!("<item><guid>a:{nth}</guid><title>Tin rises {nth}</title>{}</item>", body("description"))
    };
    let atom = |nth: usize| {
        format!(
            "<entry><id>a:{nth}</id><title>Tin rises {nth}</title>{}</entry>",
            body("content").replacen("<content>", "<content type=\"html\">", 1)
        )
    };
    let g2 = |nth: usize| {
        format!(
            "<newsItem guid=\"a{nth}\"><contentMeta><headline>Tin rises {nth}</headline></contentMeta><contentSet>{}</contentSet></newsItem>",
            body("inlineData")
        )
    };
    let newsml = |nth: usize| {
        format!(
            "<NewsItem><Identification><NewsIdentifier><PublicIdentifier>a:{nth}</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Tin rises {nth}</HeadLine></NewsLines><ContentItem>{}</ContentItem></NewsComponent></NewsItem>",
            body("DataContent")
        )
    };
    let nitf = |nth: usize| {
        format!(
            "<nitf><head><docdata><doc-id id-string=\"a{nth}\"/></docdata></head><body><body.head><hedline><hl1>Tin rises {nth}</hl1></hedline></body.head>{}</body></nitf>",
            body("body.content")
        )
    };
    vec![
        format!("<rss><channel><title>QZP - Mines</title>{}{}</channel></rss>", rss(1), rss(2)),
        format!("<feed><title>QZP - Mines</title>{}{}</feed>", atom(1), atom(2)),
        format!("<newsMessage><itemSet>{}{}</itemSet></newsMessage>", g2(1), g2(2)),
        format!("<NewsML>{}{}</NewsML>", newsml(1), newsml(2)),
        format!("{}{}", nitf(1), nitf(2)),
    ]
}

#[test]
fn a_section_of_data_that_is_not_closed_ends_with_its_element() {
    for end in ["]]>", "]]", "]] ", ""] {
        for file in with_data(end) {
            let parsed = parse(file.as_bytes(), None).unwrap();
            let texts: Vec<&str> = parsed.articles.iter().map(|article| article.text.as_str()).collect();
            let text = |nth: usize| format!("Tin rises {nth}\n\nTin rose & fell.\n\nSo did zinc.");
            assert_eq!(texts, [text(1), text(2)], "{file}");
            let mended = |article: &article::Article| {
                article.warnings.iter().any(|warning| warning.code == "payload_mended")
            };
            assert!(parsed.articles.iter().all(|article| mended(article) == (end != "]]>")), "{file}");
        }
        let words = format!("<![CDATA[<p>Tin rose &amp; fell.</p><p>So did zinc.</p>{end}");
        let json = serde_json::json!({"uri": "a1", "headline": "Tin rises", "body_html": words}).to_string();
        assert_eq!(article(json).text, "Tin rises\n\nTin rose & fell.\n\nSo did zinc.", "{words}");
    }
}

/// The first item of a file whose stories stand in CDATA, cut inside its body: with `tail` before the second begins.
fn cut_in_data(file: &str, tail: &str) -> String {
    let cut = file.find("So did zinc").unwrap() + 3;
    let second = file.find("Tin rises 2").unwrap();
    let next = ["<item>", "<entry>", "<newsItem ", "<NewsItem>", "<nitf>"];
    let next = next.into_iter().filter_map(|tag| file[..second].rfind(tag)).max().unwrap();
    format!("{}{tail}{}", &file[..cut], &file[next..])
}

#[test]
fn a_section_of_data_that_lost_its_element_too_does_not_swallow_the_next_item() {
    for file in with_data("]]>") {
        for tail in ["", "\n", "]]", "]]\n", "</p>\n"] {
            let cut = cut_in_data(&file, tail);
            let parsed = parse(cut.as_bytes(), None).unwrap();
            let second = "Tin rises 2\n\nTin rose & fell.\n\nSo did zinc.";
            let own = parsed.articles.iter().find(|article| article.text == second);
            assert_eq!(
                own.unwrap().id,
                if cut.contains("guid=") || cut.contains("<nitf") { "a2" } else { "a:2" }
            );
            let others = parsed.articles.iter().filter(|article| article.text != second);
            assert!(others.clone().all(|article| !article.text.contains("rises 2")), "{cut}: {parsed:?}");
            let bytes = parsed.rejected.iter().filter_map(|no| no.part.as_deref());
            let first = bytes
                .chain(others.map(|article| article.text.as_str()))
                .any(|part| part.contains("Tin rises 1"));
            assert!(first, "{cut}: {parsed:?}");
        }
    }
    // The next item holds an element of the same name without data, and that has an end.
    let file = "<rss><channel><title>QZP</title><item><guid>a:1</guid><description><![CDATA[<p>Tin rose.</p>\n<item><guid>a:2</guid><description>Zinc fell.</description><body><![CDATA[<p>[EMBARGOED] Zinc fell.</p>]]></body></item></channel></rss>";
    let parsed = parse(file.as_bytes(), None).unwrap();
    assert_eq!(parsed.articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>(), ["a:2"]);
    assert!(parsed.rejected[0].part.as_deref().unwrap().contains("Tin rose."));
    // A body that is whole may tell of such elements.
    let file = "<rss><channel><title>QZP</title><item><guid>a:1</guid><description><![CDATA[<p>Tin rose.</p><item>Zinc fell.</item>]]></description></item></channel></rss>";
    assert!(article(file).text.contains("Zinc fell."));
}

#[test]
fn an_entity_that_is_one_character_by_its_number_is_no_bomb() {
    let file = "<!DOCTYPE nitf SYSTEM \"x.dtd\" [<!ENTITY ouml \"&#246;\"><!ENTITY euro \"&#x20ac;\">]><nitf><body><body.content><p>K&ouml;ln: 3 &euro;</p></body.content></body></nitf>";
    assert_eq!(article(file).text, "Köln: 3 €");
}

#[test]
fn a_body_that_is_html_and_no_xml_does_not_spoil_its_file() {
    for body in [
        "<p>Oil <b>rose <i>to</b></i> a peak.</p>",
        "<p>Oil was < $60.</p>",
        "<p class=lead>Oil rose<br>in May.</p>",
    ] {
        let files = [
            format!(
                "<NewsML><NewsItem><Identification/><NewsComponent><NewsLines><HeadLine>Oil</HeadLine></NewsLines><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
            ),
            format!(
                "<newsItem guid=\"a1\"><contentMeta><headline>Oil</headline></contentMeta><contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet></newsItem>"
            ),
            format!(
                "<nitf><body><body.head><hedline><hl1>Oil</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>"
            ),
            format!(
                "<rss><channel><title>QZP</title><item><guid>a:1</guid><title>Oil</title><description>{body}</description></item></channel></rss>"
            ),
            format!(
                "<feed><title>QZP</title><entry><id>a:1</id><title>Oil</title><content type=\"xhtml\"><div>{body}</div></content></entry></feed>"
            ),
        ];
        for file in files {
            let article = article(&file);
            assert!(article.text.starts_with("Oil\n\nOil "), "{file}: {:?}", article.text);
            assert!(!article.text.contains("</"), "{:?}", article.text);
        }
    }
}

const EMBARGOED: &str = "<newsItem guid=\"a1\"><itemMeta><versionCreated>2026-03-03T10:00:00Z</versionCreated><embargoed>2026-03-04T10:00:00Z</embargoed></itemMeta><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineXML><p>Tin rose.</p></inlineXML></contentSet></newsItem>";

#[test]
fn a_file_inside_other_words_is_read_as_what_it_is() {
    let held = |message: &str| {
        let parsed = parse(message.as_bytes(), None).unwrap();
        let [article] = &parsed.articles[..] else { panic!("{message}: {parsed:?}") };
        assert_eq!(article.headline.as_deref(), Some("Tin rises"), "{message}");
        assert!(article.text == "Tin rises\n\nTin rose.", "{message}: {}", article.text);
        assert!(article.embargoed_until.is_some(), "{message}");
    };
    let declared = format!("<?xml version=\"1.0\"?>\n{EMBARGOED}");
    held(&format!("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nServer: x\r\n\r\n{declared}"));
    held(&format!("2026-03-03 10:00:01 INFO received\n{declared}\n"));
    held(&format!("<soap:Envelope xmlns:soap=\"x\"><soap:Body>{EMBARGOED}</soap:Body></soap:Envelope>"));
    held(&format!("?xml version=\"1.0\"?>{EMBARGOED}"));
    held(&format!("<br />\n<b>Warning</b>: something in /x.php\n{declared}"));
    held(&format!("ZCZC ABC123\n{EMBARGOED}\nNNNN\n"));
    held(&format!(
        "From: a@b.example\nMessage-ID: <1@b.example>\nSubject: A story\n\nHello, here is the story:\n\n{EMBARGOED}\n"
    ));
    held(&EMBARGOED.replace('<', "&lt;").replace('>', "&gt;"));
    let json = serde_json::json!({"uri": "a1", "versioncreated": "2026-03-03T10:00:00Z", "embargoed": "2026-03-04T10:00:00Z", "headline": "Tin rises", "body_text": "Tin rose."}).to_string();
    held(&format!("callback({json});"));
    held(&format!(")]}}',\n{json}"));
    held(&format!("data: {json}\n\n"));
    held(&format!("var story = {json};\n"));
    held(&format!("// a comment\n{json}\n"));
    held(&serde_json::to_string(&json).unwrap());
}

#[test]
fn items_behind_a_head_that_was_lost_come_out() {
    let rss = "ription></item><item><guid>a:2</guid><title>Tin</title><description>Tin rose.</description></item><item><guid>a:3</guid><title>Zinc</title><description>Zinc fell.</description></item></channel></rss>";
    let two = EMBARGOED.replace("a1", "a2");
    let g2 = format!("Set></newsItem>{EMBARGOED}{two}</itemSet></newsMessage>");
    for file in [rss, &g2] {
        assert_eq!(parse(file.as_bytes(), None).unwrap().articles.len(), 2, "{file}");
    }
}

#[test]
fn the_source_of_a_file_that_cannot_be_read_is_no_story() {
    for source in [
        "<?xml version=\"1.0\"?>\nnewsItem guid=\"a1\"",
        "newsItem guid=\"a1\" version=\"1\"><p>Tin rose.</p></newsItem>",
    ] {
        assert!(parse(source.as_bytes(), None).is_err(), "{source}");
    }
    // Words of a story may stand in brackets, and a story may tell of a file.
    assert_eq!(
        article("Tin rises\n\nThe tag <entry> is an element, and {\"uri\"} a field.\n").headline.as_deref(),
        Some("Tin rises")
    );
}

#[test]
fn words_that_a_broken_tag_swallowed_are_not_lost() {
    let text = |body: &str| {
        article(serde_json::json!({"uri": "a1", "headline": "Tin", "body_html": body}).to_string()).text
    };
    assert_eq!(
        text("<p>One.</p><pTwo words here.</p><p>Three.</p>"),
        "Tin\n\nOne.\n\nTwo words here.\n\nThree."
    );
    assert_eq!(
        text("<p>If exports<imports then deficit>0.</p>"),
        "Tin\n\nIf exports<imports then deficit>0."
    );
    assert_eq!(text("<p>One.</p><!-- note <p>Two.</p>"), "Tin\n\nOne.\n\nnote\n\nTwo.");
    assert_eq!(
        text("<p>One.</p><p class=\"x>Two.</p><p class=\"y\">Three.</p>"),
        "Tin\n\nOne.\n\nTwo.\n\nThree."
    );
    // The first quote behind it is of a tag in the same paragraph.
    assert_eq!(
        text("<p class=\"x>One is <a href=\"y\">two</a>.</p><p>Three.</p>"),
        "Tin\n\nOne is two.\n\nThree."
    );
    assert_eq!(
        text("<p>One <a href=\"y>saw <b class='z'>two</b></a>.</p><p>Three.</p>"),
        "Tin\n\nOne saw two.\n\nThree."
    );
    // Its bracket was lost as well.
    assert_eq!(
        text("<p class=\"xOne is <a href=\"y\">two</a>.</p><p>Three.</p>"),
        "Tin\n\nxOne is two.\n\nThree."
    );
    assert_eq!(text("<p>One.</p><p>It is <a href=\"ytwo</a>.</p>"), "Tin\n\nOne.\n\nIt is ytwo.");
    assert_eq!(text("<p>Exports <del>fell</del><ins>rose</ins> in May.</p>"), "Tin\n\nExports rose in May.");
    // Known tags swallow words as well: what stands behind their values is none of them.
    assert_eq!(
        text("<p>One.<p two words here.</p><p>Three.</p>"),
        "Tin\n\nOne.\n\ntwo words here.\n\nThree."
    );
    assert_eq!(
        text("<p>One.<p class=\"x\" two here.</p><p>Three.</p>"),
        "Tin\n\nOne.\n\ntwo here.\n\nThree."
    );
    assert_eq!(text("<p>One.</p <p>Two.</p>"), "Tin\n\nOne.\n\nTwo.");
    assert_eq!(text("<p>One.</ two.</p><p>Three.</p>"), "Tin\n\nOne.</ two.\n\nThree.");
    assert_eq!(text("<p>One <! two.</p><p>Three.</p>"), "Tin\n\nOne <! two.\n\nThree.");
    assert_eq!(text("<p>One <? two.</p><p>Three.</p>"), "Tin\n\nOne <? two.\n\nThree.");
    // These swallow nothing.
    for plain in [
        "<p title=\"a < b\">One.</p>",
        "<!DOCTYPE html><p>One.</p>",
        "<?xml version=\"1.0\"?><p>One.</p>",
        "<p>One.</p\n>",
        "<p nowrap>One.</p >",
        "<p data-x='<b>y</b>'>One.</p>",
        "<p data-x='<b class=\"y\">z</b>'>One.</p>",
        "<p title=\"a <= b\">One.</p>",
    ] {
        assert_eq!(text(plain), "Tin\n\nOne.", "{plain}");
    }
}

#[test]
fn bodies_in_trees_of_blocks_are_read() {
    for body in [
        r#"{"blocks": [{"type": "paragraph", "data": {"text": "Tin rose."}}, {"type": "paragraph", "data": {"text": "Zinc fell."}}]}"#,
        r#"{"blocks": [{"key": "a", "text": "Tin rose.", "type": "unstyled"}, {"key": "b", "text": "Zinc fell.", "type": "unstyled"}], "entityMap": {}}"#,
        r#"{"type": "doc", "nodes": [{"type": "paragraph", "content": [{"type": "text", "text": "Tin "}, {"type": "text", "text": "rose."}]}, {"type": "paragraph", "content": [{"type": "text", "text": "Zinc fell."}]}]}"#,
        r#"[{"type": "p", "text": ["Tin ", {"b": "rose."}]}, {"type": "p", "text": ["Zinc fell."]}]"#,
        r#"["Tin rose.", "Zinc fell."]"#,
    ] {
        for field in ["body", "content"] {
            let json = format!(r#"{{"uri": "a1", "headline": "Tin", "{field}": {body}}}"#);
            assert_eq!(article(&json).text, "Tin\n\nTin rose.\n\nZinc fell.", "{json}");
        }
    }
}

#[test]
fn a_second_body_of_an_item_is_not_lost() {
    let newsml = |inner: &str| {
        article(format!(
            "<NewsML><NewsItem><Identification/><NewsComponent><NewsLines><HeadLine>Tin</HeadLine></NewsLines>{inner}</NewsComponent></NewsItem></NewsML>"
        ))
    };
    let two = newsml(
        "<ContentItem><DataContent><p>Tin rose.</p></DataContent><DataContent><p>Zinc fell.</p></DataContent></ContentItem>",
    );
    assert!(two.warnings.iter().any(|warning| warning.text.contains("Zinc fell.")), "{:?}", two.warnings);
    assert_eq!(newsml("<DataContent><p>Tin rose.</p></DataContent>").text, "Tin\n\nTin rose.");
    let ap = article(
        r#"{"altids": {"itemid": "a1"}, "headline": "Tin", "body_nitf": "<p>Tin rose.</p>", "body_text": "Zinc fell."}"#,
    );
    assert!(ap.warnings.iter().any(|warning| warning.text == "body_text: Zinc fell."), "{:?}", ap.warnings);
}

#[test]
fn items_beside_one_that_is_nothing_or_lost_its_start_come_out() {
    let json = format!("{{\"items\": [null, {}, \"x\", 5, {}]}}", ninjs(1), ninjs(2));
    assert_eq!(parse(json.as_bytes(), None).unwrap().articles.len(), 2);
    let g2 = |id: &str| EMBARGOED.replace("a1", id);
    let lost =
        format!("<newsMessage><itemSet>{}{}{}</itemSet></newsMessage>", g2("a1"), &g2("a2")[10..], g2("a3"));
    let parsed = parse(lost.as_bytes(), None).unwrap();
    assert_eq!((parsed.articles.len(), parsed.rejected.len()), (2, 1), "{parsed:?}");
}

#[test]
fn messages_of_a_transmission_whose_mark_is_damaged_are_not_lost() {
    let one = |start: &str, nth: usize| {
        format!("{start}\r\nTin rises {nth}\r\n\r\nLA PAZ, Aug 29 (EFE).- Tin rose {nth} times.\r\nNNNN\r\n")
    };
    for start in ["ZCZCMTI0002", "Z\r\nCZC", "ZCZ\r\nC"] {
        let all = format!("{}{}{}", one("ZCZC MTI0001", 1), one(start, 2), one("ZCZC MTI0003", 3));
        let parsed = parse(all.as_bytes(), None).unwrap();
        assert_eq!(parsed.articles.len() + parsed.rejected.len(), 3, "{start}: {parsed:?}");
    }
}

#[test]
fn a_message_of_a_transmission_that_lost_its_mark_is_refused_and_not_dropped() {
    let anpa = |mark: &str, nth: usize| {
        format!(
            "{mark}a012{nth}\u{1f}apf-\r\nu f\u{13}\u{11}bc-tin 08-05 0412\r\n\u{2}^Tin rises {nth}<\r\n\tLA PAZ (AP) _ Tin rose.\r\n\tIt fell in May.\r\n\u{3}\r\nAP-WF-08-05-25 1331GMT\r\n\u{4}\r\n"
        )
    };
    let iptc = |mark: &str, nth: usize| {
        format!(
            "{mark}0015{nth} 3 pl 18\r\n\u{2}Tin rises {nth}\r\n\r\n   La Paz (dpa) - Tin rose in July.\r\n   It fell in May.\r\n\u{3}051231 GMT Aug 25\r\n\u{4}\r\n"
        )
    };
    for all in [
        [anpa("\u{1}", 1), anpa("X", 2), anpa("\u{1}", 3)].concat(),
        [iptc("\u{1}dpa", 1), iptc("?", 2), iptc("\u{1}dpa", 3)].concat(),
    ] {
        let parsed = parse(all.as_bytes(), None).unwrap();
        assert_eq!((parsed.articles.len(), parsed.rejected.len()), (2, 1), "{parsed:?}");
    }
}

#[test]
fn a_quote_that_nobody_escaped_loses_no_words() {
    let json = r#"{"uri": "a1", "headline":"Minister says "no" to it", "body_xhtml": "<p class="lead">LONDON grew, "he said", and rose.</p>", "version": "2"}"#;
    let article = article(json);
    assert_eq!(article.text, "Minister says \"no\" to it\n\nLONDON grew, \"he said\", and rose.");
    assert_eq!(article.version, 2);
    assert!(article.warnings.iter().any(|warning| warning.code == "bad_field"), "{:?}", article.warnings);
}

fn frame(header: &str, words: &str) -> String {
    format!(
        "\u{1}{header}\r\n\u{2}Trade/\r\nTin rises again in January =\r\n\r\n   London (dpa) - {words}\r\n\u{3}031015 Mar 26\r\n\u{4}"
    )
}

#[test]
fn a_frame_is_known_by_its_marks_where_its_header_is_odd() {
    for (header, id) in [
        ("DPA 0123 4 WI 120", "DPA0123:2026-03-03"),
        ("dpa-E0123 4 wi 120", "dpa-E0123:2026-03-03"),
        ("TT:0123 4 EKO 120", "TT0123:2026-03-03"),
        ("NTB0123 5 ØKO 120", "NTB0123:2026-03-03"),
        ("dpa0123 4 wi/pl 120", "dpa0123:2026-03-03"),
        ("1234dpa 4 wi 120", "dpa1234:2026-03-03"),
        ("dpa0123 4 120", "dpa0123:2026-03-03"),
        ("dpa0123 4 wi", "dpa0123:2026-03-03"),
        ("dpa0123 4 wi\r\n120", "dpa0123:2026-03-03"),
    ] {
        let article = article(frame(header, "Tin rose."));
        assert_eq!(article.id, id, "{header}");
        assert_eq!(article.headline.as_deref(), Some("Tin rises again in January"), "{header}");
        assert!(!article.text.contains(char::is_control) || !article.text.contains('\u{3}'), "{header}");
        // Between whole ones it is not merged with its neighbours.
        let whole = frame("dpa0001 4 wi 120", "Zinc rose.");
        let three = format!("{whole}{}{whole}", frame(header, "EMBARGO: 0600 GMT 4 March 2026 Tin rose."));
        assert_eq!(parse(three.as_bytes(), None).unwrap().articles.len(), 3, "{header}");
    }
    for number in ["V1234", "1234", "NY0123"] {
        let story = format!(
            "\u{16}\u{1}{number}\u{1f}-----\r\nr f\u{1f}bc-tin 03-03 0120\r\n\u{2}BC-Tin,120<\r\n^Tin rises<\r\n   LONDON (AP) _ Tin rose.\r\n\u{3}\r\nAP-WF-03-03-26 1015GMT\u{4}"
        );
        let article = article(story);
        assert_eq!(article.id, format!("{number}:2026-03-03"));
        assert_eq!(article.headline.as_deref(), Some("Tin rises"));
    }
}

#[test]
fn what_stands_before_the_first_message_is_told_or_refused() {
    let noise = article(format!("a line of noise\r\n{}", frame("dpa0123 4 wi 120", "Tin rose.")));
    assert_eq!(noise.id, "dpa0123:2026-03-03");
    assert!(noise.warnings.iter().any(|warning| warning.text.contains("a line of noise")), "{noise:?}");
    let lost = format!(
        "{}{}",
        &frame("dpa0122 4 wi 120", "Zinc rose.")[60..],
        frame("dpa0123 4 wi 120", "Tin rose.")
    );
    let parsed = parse(lost.as_bytes(), None).unwrap();
    assert_eq!((parsed.articles.len(), parsed.rejected.len()), (1, 1));
    assert!(parsed.rejected[0].part.as_ref().unwrap().contains("Zinc rose."));
}

#[test]
fn telegraph_copy_that_lost_its_first_start_is_not_merged() {
    let lost = "Zinc is up for once\n\nZinc rose by two.\nNNNN\n\nZCZC A2\nTin rises\n\nLONDON, March 3 (Reuters) - Tin rose.\nNNNN\n";
    let parsed = parse(lost.as_bytes(), None).unwrap();
    assert_eq!(parsed.articles[0].headline.as_deref(), Some("Tin rises"));
    assert!(parsed.rejected[0].part.as_ref().unwrap().contains("Zinc rose by two."));
    let small = article("zczc ab01\nTin rises\n\nLONDON, March 3 (Reuters) - Tin rose.\nnnnn\n");
    assert_eq!(small.headline.as_deref(), Some("Tin rises"));
    assert_eq!(small.source.unwrap().format.as_deref(), Some("zczc"));
    let code = article("ZCZC\nNTB0123\n\nTin rises\n\nOslo (NTB): Tin rose.\nNNNN\n");
    assert_eq!(code.headline.as_deref(), Some("Tin rises"));
}

#[test]
fn a_file_in_json_of_no_known_format_or_in_base64_is_read_as_what_it_is() {
    let file = r#"<nitf><head><title>Tin rises</title><docdata management-status=\"withheld\"/></head><body><body.content><p>LONDON (AP) - Tin rose.</p></body.content></body></nitf>"#;
    let held = |story: &str| {
        let article = article(story);
        assert_eq!(article.headline.as_deref(), Some("Tin rises"), "{story}");
        assert_eq!(article.pub_status, Some(article::PubStatus::Withheld), "{story}");
        assert!(!article.text.contains('<'), "{story}");
    };
    held(&format!(r#"{{"text": "{file}"}}"#));
    held(&format!(r#"{{"payload": {{"content": "{file}"}}}}"#));
    held(&format!(r#"[{{"text": "{file}", "pub_status": "usable"}}]"#));
    // The file around another says more than that.
    held(&format!(
        "HTTP/2 200\n\n{{\"uri\": \"a1\", \"pubstatus\": \"withheld\", \"headline\": \"Tin rises\", \"body_nitf\": \"{}\"}}",
        file.replace("withheld", "usable")
    ));
    held(concat!(
        "PG5pdGY+PGhlYWQ+PHRpdGxlPlRpbiByaXNlczwvdGl0bGU+PGRvY2RhdGEgbWFuYWdlbWVudC1z\n",
        "dGF0dXM9IndpdGhoZWxkIi8+PC9oZWFkPjxib2R5Pjxib2R5LmNvbnRlbnQ+PHA+TE9ORE9OIChB\n",
        "UCkgLSBUaW4gcm9zZS48L3A+PHA+WmluYyBmZWxsLjwvcD48L2JvZHkuY29udGVudD48L2JvZHk+\n",
        "PC9uaXRmPg==\n",
    ));
}

#[test]
fn what_a_program_printed_of_its_objects_is_no_story() {
    let printed = "{'uri': 'a1', 'embargoed': '2026-03-04T06:00:00Z', 'headline': 'Tin rises', 'body_xhtml': '<p>Tin rose.</p>'}";
    assert_eq!(refusal(printed).code, "bad_xml");
}

#[test]
fn envelopes_around_lists_maps_and_lists_of_lists_are_opened() {
    let parsed =
        parse(format!(r#"{{"items": {{"a1": {}, "a2": {}}}}}"#, ninjs(1), ninjs(2)).as_bytes(), None)
            .unwrap();
    assert_eq!(parsed.articles.len(), 2);
    let held = article(format!(r#"{{"embargoed": "2026-03-04T06:00:00Z", "items": [{}]}}"#, ninjs(1)));
    assert!(held.embargoed_until.is_some());
    let lists =
        r#"[[{"text": "One here.", "pub_status": "withheld"}], [{"text": "Two here."}, {"text": "Three."}]]"#;
    assert_eq!(parse(lists.as_bytes(), None).unwrap().articles.len(), 3);
}

#[test]
fn a_story_in_an_item_that_is_called_a_picture_is_a_story() {
    let item = |body: &str| {
        format!(
            r#"<newsItem guid="urn:x:1" version="1"><itemMeta><itemClass qcode="ninat:picture"/><versionCreated>2026-03-03T10:15:00Z</versionCreated></itemMeta><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineXML>{body}</inlineXML><remoteContent href="a.jpg" contenttype="image/jpeg"/></contentSet></newsItem>"#
        )
    };
    assert!(
        article(item("<p>LONDON (Reuters) - Tin rose 3 percent.</p><p>Zinc fell.</p>"))
            .text
            .contains("Zinc fell.")
    );
    let caption = parse(item("<p>A tin mine in Cornwall.</p>").as_bytes(), None).unwrap();
    assert_eq!(caption.skipped[0].code, "picture_only");
}

#[test]
fn a_line_that_was_torn_inside_a_string_does_not_take_the_next() {
    let lines = format!("{}\n{{\"uri\": \"a2\", \"headline\": \"x\n{}\n", ninjs(1), ninjs(3));
    let parsed = parse(lines.as_bytes(), None).unwrap();
    let ids: Vec<&str> = parsed.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!((ids, parsed.rejected.len()), (vec!["a1", "a3"], 1));
}

/// Three messages of a kind, each with two words that stand nowhere else.
fn three(one: impl Fn(usize) -> String) -> String {
    (1..=3).map(one).collect()
}

#[test]
fn whatever_is_cut_out_of_a_transmission_no_word_of_the_rest_is_lost() {
    let words = ["alfa", "bravo", "charlie"].map(|word| [format!("{word}lead"), format!("{word}close")]);
    let body = |nth: usize| {
        let [lead, close] = &words[nth - 1];
        (format!("Prices of tin rose by two in {lead}."), format!("Those of zinc fell by three in {close}."))
    };
    let anpa = three(|nth| {
        let (one, two) = body(nth);
        format!(
            "\u{16}\u{16}\u{1}a012{nth}\u{1f}-----\r\nr f\u{1f}bc-tin 08-05 0120\r\n\u{2}BC-Tin,120<\r\n^Tin rises again<\r\n\tLA PAZ (AP) _ {one}\r\n\t{two}\r\n\u{3}\r\nAP-WF-08-05-25 1331GMT\r\n\u{4}\r\n"
        )
    });
    let iptc = three(|nth| {
        let (one, two) = body(nth);
        format!(
            "\u{1}dpa012{nth} 4 wi 120\r\n\u{2}Trade/\r\nTin rises again =\r\n\r\n   La Paz (dpa) - {one}\r\n   {two}\r\n\u{3}051231 Aug 25\r\n\u{4}\r\n"
        )
    });
    let zczc = three(|nth| {
        let (one, two) = body(nth);
        format!(
            "ZCZC MTI000{nth}\r\nTin rises again\r\n\r\nLA PAZ, Aug 29 (EFE).- {one}\r\n{two}\r\nNNNN\r\n\r\n"
        )
    });
    let mbox = three(|nth| {
        let (one, two) = body(nth);
        format!(
            "From a@b.example Tue Mar  3 10:15:00 2026\nFrom: A <a@b.example>\nSubject: Tin rises again\nDate: Tue, 03 Mar 2026 10:15:0{nth} +0100\nMessage-ID: <{nth}@b.example>\n\nLA PAZ, March 3 (Reuters) - {one}\n\n{two}\n\n"
        )
    });
    let mut lost = Vec::new();
    for (kind, whole) in [("anpa", anpa), ("iptc", iptc), ("zczc", zczc), ("mbox", mbox)] {
        for length in [1, 4, 12, 30] {
            for at in 0..whole.len() - length {
                let cut = format!("{}{}", &whole[..at], &whole[at + length..]);
                let said = match parse(cut.as_bytes(), None) {
                    Ok(parsed) => format!("{parsed:?}"),
                    // All of it is refused.
                    Err(_) => continue,
                };
                for word in words.iter().flatten().filter(|word| cut.contains(*word)) {
                    if !said.contains(word) {
                        lost.push(format!(
                            "{kind}: {word} without {length} bytes from {at}: {:?}",
                            &whole[at..at + length]
                        ));
                    }
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost[..lost.len().min(60)].join("\n"));
}

/// Three items of a kind in their envelope.
fn items(open: &str, close: &str, joint: &str, one: impl Fn(usize) -> String) -> String {
    format!("{open}{}{close}", (1..=3).map(one).collect::<Vec<_>>().join(joint))
}

#[test]
fn whatever_is_cut_out_of_a_file_of_items_no_word_of_the_rest_is_lost_and_none_is_set_free() {
    let words = ["alfa", "bravo", "charlie"].map(|word| [format!("{word}lead"), format!("{word}close")]);
    let b = |nth: usize| {
        let [lead, close] = &words[nth - 1];
        (
            format!("LONDON, March 3 (Reuters) - Prices of tin rose in {lead}."),
            format!("Those of zinc fell in {close}."),
        )
    };
    let e = |nth: usize, x: &str| if nth == 2 { x.to_owned() } else { String::new() };
    let all = [
        (
            "ninjs",
            items("[", "]", ",\n", |n| {
                let (o, t) = b(n);
                format!(
                    "{{\"uri\": \"u:{n}\", \"type\": \"text\", \"versioncreated\": \"2026-03-03T10:15:00Z\", {}\"headline\": \"Tin rises\", \"body_xhtml\": \"<p>{o}</p><p>{t}</p>\"}}",
                    e(n, "\"embargoed\": \"2026-03-04T06:00:00Z\", ")
                )
            }),
        ),
        (
            "lines",
            items("", "", "\n", |n| {
                let (o, t) = b(n);
                format!(
                    "{{\"uri\": \"u:{n}\", \"type\": \"text\", \"versioncreated\": \"2026-03-03T10:15:00Z\", \"headline\": \"Tin rises\", \"body_xhtml\": \"<p>{o}</p><p>{t}</p>\"{}}}",
                    e(n, ", \"pubstatus\": \"canceled\"")
                )
            }),
        ),
        (
            "g2",
            items(
                "<?xml version=\"1.0\"?><newsMessage><header><sent>2026-03-03T10:16:00Z</sent></header><itemSet>",
                "</itemSet></newsMessage>",
                "\n",
                |n| {
                    let (o, t) = b(n);
                    format!(
                        "<newsItem guid=\"urn:x:{n}\" version=\"1\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2026-03-03T10:15:00Z</versionCreated><pubStatus qcode=\"stat:usable\"/>{}</itemMeta><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineXML><p>{o}</p><p>{t}</p></inlineXML></contentSet></newsItem>",
                        e(n, "<embargoed>2026-03-04T06:00:00Z</embargoed>")
                    )
                },
            ),
        ),
        (
            "rss",
            items(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>F</title>",
                "</channel></rss>",
                "\n",
                |n| {
                    let (o, t) = b(n);
                    format!(
                        "<item><title>{}Tin rises</title><guid>g{n}</guid><pubDate>Tue, 03 Mar 2026 10:15:00 GMT</pubDate><description>&lt;p&gt;{o}&lt;/p&gt;&lt;p&gt;{t}&lt;/p&gt;</description></item>",
                        e(n, "[EMBARGOED] ")
                    )
                },
            ),
        ),
        (
            "nml",
            items("<?xml version=\"1.0\"?><NewsML>", "</NewsML>", "\n", |n| {
                let (o, t) = b(n);
                format!(
                    "<NewsItem><Identification><NewsIdentifier><ProviderId>x.com</ProviderId><DateId>20260303</DateId><NewsItemId>{n}</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName=\"News\"/><ThisRevisionCreated>20260303T101500Z</ThisRevisionCreated><Status FormalName=\"{}\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Tin rises</HeadLine></NewsLines><ContentItem><DataContent><p>{o}</p><p>{t}</p></DataContent></ContentItem></NewsComponent></NewsItem>",
                    if n == 2 { "Canceled" } else { "Usable" }
                )
            }),
        ),
        (
            "mail",
            items(
                "From: A <a@b.example>\nSubject: Tin rises\nDate: Tue, 03 Mar 2026 10:15:00 +0100\nMessage-ID: <7@b.example>\nMIME-Version: 1.0\nX-Embargo: Wed, 04 Mar 2026 06:00:00 +0000\nContent-Type: multipart/mixed; boundary=\"bb\"\n\n",
                "--bb--\n",
                "",
                |n| {
                    let (o, t) = b(n);
                    format!("--bb\nContent-Type: text/plain; charset=utf-8\n\n{o}\n\n{t}\n")
                },
            ),
        ),
    ];
    let mut wrong = Vec::new();
    for (kind, whole) in &all {
        // Longer damage to a mail may take the end of a header with it.
        let lengths: &[(usize, usize)] = if *kind == "mail" { &[(1, 2)] } else { &[(1, 2), (10, 7)] };
        for (length, step) in lengths {
            for at in (0..whole.len() - length).step_by(*step) {
                let (gone, rest) =
                    (&whole[at..at + length], format!("{}{}", &whole[..at], &whole[at + length..]));
                let Ok(parsed) = parse(rest.as_bytes(), None) else { continue };
                let said = format!("{parsed:?}");
                for word in
                    words.iter().flatten().filter(|word| rest.contains(*word) && !said.contains(*word))
                {
                    wrong.push(format!("{kind}: {word} is lost without {gone:?} at {at}"));
                }
                // What holds the second back is whole: then nothing that tells it may be used.
                let sign = [
                    "\"embargoed\": \"2026-03-04T06:00:00Z\"",
                    "\"pubstatus\": \"canceled\"",
                    "<embargoed>2026-03-04T06:00:00Z</embargoed>",
                    "[EMBARGOED] ",
                    "<Status FormalName=\"Canceled\"/>",
                    "\nX-Embargo: Wed, 04 Mar 2026 06:00:00 +0000\n",
                ];
                let held = sign.iter().any(|sign| rest.contains(sign));
                let free = parsed.articles.iter().any(|article| {
                    article.text.contains("bravo")
                        && article.pub_status == Some(article::PubStatus::Usable)
                        && article.embargoed_until.is_none()
                });
                if held && free {
                    wrong.push(format!("{kind}: usable without {gone:?} at {at}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}

#[test]
fn two_messages_without_their_marks_are_two() {
    const MARKED: &str = "\u{1}bdt0123 4 wi  100 dpa 0456\n\u{2}Handel/\nExporte steigen =\n\n   Berlin (dpa) - Die Exporte stiegen.\n\n   Mehr wurde nicht gesagt.\n\u{3}031015 Mrz 26\n\u{4}\u{1}bdt0124 4 wi  100 dpa 0456\n\u{2}KILL KILL KILL\nÖlpreis fällt =\n\n   London (dpa) - Der Ölpreis fiel.\n\n   Mehr wurde nicht gesagt.\n\u{3}031016 Mrz 26\n\u{4}";
    let whole = parse(MARKED.as_bytes(), None).unwrap().articles;
    let marks = [
        ["␁", "␂", "␃", "␄"],
        ["^A", "^B", "^C", "^D"],
        ["<SOH>", "<STX>", "<ETX>", "<EOT>"],
        ["?", "?", "?", "?"],
        [" ", " ", " ", " "],
        ["", "", "", ""],
        ["", "", "", "\n\n"],
    ];
    for stand_ins in marks {
        let mut text = MARKED.to_owned();
        for (mark, stand_in) in ['\u{1}', '\u{2}', '\u{3}', '\u{4}'].into_iter().zip(stand_ins) {
            text = text.replace(mark, stand_in);
        }
        let articles = parse(text.as_bytes(), None).unwrap().articles;
        assert_eq!(articles.len(), 2, "{stand_ins:?}");
        for (article, whole) in articles.iter().zip(&whole) {
            assert_eq!(article.text, whole.text, "{stand_ins:?}");
            assert_eq!(article.headline, whole.headline, "{stand_ins:?}");
            assert_eq!((&article.id, article.pub_status), (&whole.id, whole.pub_status), "{stand_ins:?}");
        }
    }
}

#[test]
fn telegraph_copy_is_told_apart_whatever_ends_its_lines_and_its_messages() {
    let two = "ZCZC\nAB0123\n\nExports rise\n\nLONDON (Reuters) - Exports rose.\n\nNNNN\nZCZC\nAB0124\n\nOil falls\n\nPARIS (Reuters) - Oil fell.\n\nNNNN\n";
    for text in [
        two.to_owned(),
        two.replace('\n', "\r"),
        two.replace('\n', "\r\n"),
        two.replace("NNNN\nZCZC", "NNNNZCZC"),
        two.replace("NNNN\nZCZC\n", "NNNN ZCZC "),
        two.replace("NNNN\nZCZC", "NNNNZCZC").replace('\n', "\r"),
        two.replace("ZCZC\nAB0124", "AB0124"),
    ] {
        let parsed = parse(text.as_bytes(), None).unwrap();
        let headlines: Vec<_> = parsed.articles.iter().map(|article| article.headline.as_deref()).collect();
        assert_eq!(headlines, [Some("Exports rise"), Some("Oil falls")], "{text:?}");
        assert!(
            parsed
                .articles
                .iter()
                .all(|article| article.source.as_ref().unwrap().format.as_deref() == Some("zczc"))
        );
    }
}

#[test]
fn what_stands_behind_the_end_of_a_file_is_read_or_told() {
    const OWN: &str = "Tin rose in Oruro.";
    let nitf = |status: &str, words: &str| {
        format!(
            "<nitf><head><docdata management-status=\"{status}\"><doc-id id-string=\"n1\"/></docdata></head><body><body.content><p>{words}</p></body.content></body></nitf>"
        )
    };
    let files = [
        format!(
            "<?xml version=\"1.0\"?><newsItem guid=\"a1\"><contentMeta><headline>Tin</headline></contentMeta><contentSet><inlineXML><p>{OWN}</p></inlineXML></contentSet></newsItem>"
        ),
        format!(
            "<NewsML><NewsItem><Identification/><NewsComponent><ContentItem><DataContent><p>{OWN}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
        ),
        format!(
            "<rss><channel><title>QZP</title><item><title>Tin</title><description>{OWN}</description></item></channel></rss>"
        ),
        format!(
            "<feed><title>QZP</title><entry><id>a:1</id><title>Tin</title><content>{OWN}</content></entry></feed>"
        ),
        nitf("usable", OWN),
        format!(
            "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{{\"id\": \"a1\", \"content_text\": \"{OWN}\"}}]}}"
        ),
    ];
    for (nth, file) in files.iter().enumerate() {
        // Another file is read as what it is, and what it says of itself binds.
        let others = [
            nitf("canceled", "Zinc fell in Potosi."),
            "<feed><title>QZP</title><entry><id>b:1</id><title>Zinc</title><content>Zinc fell in Potosi.</content></entry></feed>".to_owned(),
            "{\"uri\": \"b1\", \"headline\": \"Zinc\", \"body_text\": \"Zinc fell in Potosi.\", \"pubstatus\": \"canceled\"}".to_owned(),
            "LA PAZ, Aug 29 (EFE).- Zinc fell in Potosi.".to_owned(),
        ];
        for (other, behind) in others.iter().enumerate() {
            // Two of one kind are one file.
            if (nth, other) == (4, 0) || (nth, other) == (3, 1) {
                continue;
            }
            let whole = format!("{file}\n{behind}\n");
            let parsed = parse(whole.as_bytes(), None).unwrap();
            assert_eq!((parsed.articles.len(), parsed.rejected.len()), (2, 0), "{whole}: {parsed:?}");
            let [one, two] = &parsed.articles[..] else { panic!("{whole}") };
            assert!(one.text.contains("Oruro") && two.text.contains("Potosi"), "{whole}: {parsed:?}");
            assert!(one.id != two.id && !one.text.contains("Potosi"), "{parsed:?}");
            let canceled = Some(article::PubStatus::Canceled);
            assert_eq!(two.pub_status == canceled, other == 0 || other == 2, "{whole}");
            assert!(one.pub_status != canceled, "{whole}");
        }
        // What is none is told, and what is damaged is refused.
        let told = article(format!("{file}\nzinc fell in potosi."));
        assert!(told.warnings.iter().any(|warning| warning.text.contains("zinc fell in potosi")), "{told:?}");
        let cut = nitf("canceled", "Zinc fell in Potosi.");
        if nth != 4 {
            let parsed = parse(format!("{file}\n{}", &cut[..cut.len() - 30]).as_bytes(), None).unwrap();
            assert_eq!(parsed.articles.len(), 1, "{parsed:?}");
            assert!(parsed.rejected[0].part.as_deref().unwrap().contains("Potosi"), "{parsed:?}");
        }
        // Comments and what a server puts behind are nothing.
        let alone = article(file);
        for nothing in ["\n\n", "\n\u{1a}", "\n<!-- made in 3 ms -->\n"] {
            if nth == 5 && nothing.contains("ms") {
                continue;
            }
            let other = article(format!("{file}{nothing}"));
            assert_eq!((&other.text, &other.warnings), (&alone.text, &alone.warnings), "{file}{nothing}");
        }
    }
}

#[test]
fn a_story_behind_the_end_of_a_transmission_is_its_own() {
    let anpa = "\u{16}\u{16}\u{1}a0160\u{1f}_wd\r\nu f bc-us--tin 03-03 0050\r\n\u{2}^Tin rises<\r\n   OSLO, March 3 (Reuters) - Tin rose in Oruro.<\r\n\u{3}\r\nAP-WF-03-03-26 0915GMT<\r\n\u{4}\r\n";
    let iptc = "\u{1}dpa0160 4 wi 50 dpa 0160\r\n\r\nTin rises\r\n\u{2}OSLO, March 3 (Reuters) - Tin rose in Oruro.\r\n\u{3}031015 Mar 26\r\n\u{4}\r\n";
    let nitf = "<nitf><head><docdata management-status=\"canceled\"><doc-id id-string=\"n1\"/></docdata></head><body><body.content><p>Zinc fell in Potosi.</p></body.content></body></nitf>";
    for own in [anpa, iptc] {
        assert_eq!(parse(own.as_bytes(), None).unwrap().articles.len(), 1);
        for behind in [
            nitf.to_owned(),
            format!("\n{nitf}\n"),
            "ZCZC A1\nZinc falls\n\nLA PAZ, Aug 29 (EFE) - Zinc fell in Potosi, the agency that counts what is sold there said.\nNNNN\n".to_owned(),
            "Zinc falls in May\n\nLA PAZ, Aug 29 (EFE).- Zinc fell in Potosi, the agency that counts what is sold there said.\n".to_owned(),
        ] {
            let parsed = parse(format!("{own}{behind}").as_bytes(), None).unwrap();
            assert_eq!(parsed.articles.len(), 2, "{own}{behind}: {parsed:?}");
            let [one, two] = &parsed.articles[..] else { panic!("{behind}") };
            assert!(one.text.contains("Oruro") && !format!("{one:?}").contains("Potosi"), "{one:?}");
            assert!(two.text.contains("Potosi"), "{two:?}");
            assert_eq!(two.pub_status == Some(article::PubStatus::Canceled), behind.contains("nitf"));
        }
        let told = article(format!("{own}zinc fell in potosi"));
        assert!(told.warnings.iter().any(|warning| warning.text.contains("potosi")), "{told:?}");
    }
}

#[test]
fn thousands_of_ends_behind_each_other_are_read_in_one_go() {
    let feed = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"a1\", \"content_text\": \"Tin rose.\"}]}\n";
    let mail = "From: a@b.example\nMessage-ID: <1@b.example>\nSubject: Tin\n\n";
    for between in ["", mail] {
        let parsed = parse(format!("{feed}{between}").repeat(5000).as_bytes(), None).unwrap();
        let expected = if between.is_empty() { (5000, 0) } else { (1, 1) };
        assert_eq!((parsed.articles.len(), parsed.rejected.len()), expected);
    }
    assert!(parse(format!("<rss>{}", "</".repeat(200_000)).as_bytes(), None).is_err());
    let many = format!("<rss></rss>{mail}<feed></feed>{mail}").repeat(2000);
    let _read = parse(many.as_bytes(), None);
}

/// Three items of each format made of JSON, in a list of it.
fn json_lists() -> Vec<(&'static str, Vec<String>, &'static str)> {
    let item = |nth: usize, first: &str| {
        format!(
            r#"{{"{first}": "a{nth}", "title": "Tin rises {nth}", "content_html": "<p>Tin rose {nth} times in Oruro.</p>", "authors": [{{"name": "Ann Lee"}}], "date_published": "2026-03-03T10:15:00Z"}}"#
        )
    };
    let ninjs = |nth: usize| {
        format!(
            r#"{{"uri": "a{nth}", "headline": "Tin rises {nth}", "keywords": ["tin", "ore{nth}"], "body_html": "<p>Tin rose {nth} times in Oruro.</p>", "versioncreated": "2026-03-03T10:15:00Z"}}"#
        )
    };
    let ap = |nth: usize| {
        format!(
            r#"{{"item": {{"altids": {{"itemid": "a{nth}", "slugline": "BC-Tin"}}, "headline": "Tin rises {nth}", "body_nitf": "<p>Tin rose {nth} times in Oruro.</p>", "versioncreated": "2026-03-03T10:15:00Z"}}}}"#
        )
    };
    let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": ["#;
    let data = r#"{"api_version": "1", "data": {"items": ["#;
    vec![
        (feed, [1, 2, 3].map(|nth| item(nth, "id")).to_vec(), "]}"),
        ("[", [1, 2, 3].map(ninjs).to_vec(), "]"),
        ("{\"items\": [", [1, 2, 3].map(ninjs).to_vec(), "]}"),
        (data, [1, 2, 3].map(ap).to_vec(), "]}}"),
    ]
}

#[test]
fn a_lost_quote_or_bracket_of_an_item_merges_no_two_and_spoils_none() {
    for (open, items, close) in json_lists() {
        for damaged in 0..3 {
            let item = &items[damaged];
            for (at, mark) in item.char_indices().filter(|(_, c)| matches!(c, '"' | '{' | '}' | '[' | ']')) {
                let mut items = items.clone();
                items[damaged] = format!("{}{}", &item[..at], &item[at + 1..]);
                let file = format!("{open}{}{close}", items.join(","));
                let parsed = parse(file.as_bytes(), None);
                let articles = parsed.as_ref().map_or(&[][..], |parsed| &parsed.articles[..]);
                for article in articles {
                    let count = (1..=3).filter(|nth| article.text.contains(&format!("{nth} times"))).count();
                    assert!(count <= 1, "{mark} lost at {at} of {damaged}: {}", article.text);
                }
                let told = format!("{parsed:?}");
                for nth in 1..=3 {
                    assert!(
                        told.contains(&format!("{nth} times")),
                        "{mark} lost at {at} of {damaged}: {file}\n{told}"
                    );
                }
                // The end of an item, and the end of its last string.
                if at + 3 >= item.len() && damaged < 2 && !close.ends_with("]}}") {
                    assert_eq!(articles.len(), 3, "{mark} lost at {at}: {file}\n{told}");
                }
            }
        }
    }
}

#[test]
fn words_in_a_damaged_object_inside_an_item_are_told() {
    let file = |inner: &str| {
        format!(
            r#"{{"uri": "a1", "versionCreated": "2026-03-03T10:15:00Z", "headlines": [{{"role": "main", "value": "Tin rises"}}], {inner}}}"#
        )
    };
    let bodies = r#""bodies": [{"role": "main", lost in here "contentType": "text/html", "value": "<p>Tin rose.</p>"}]"#;
    let people = r#""bodies": [{"role": "main", "value": "Tin rose."}], "people": [{"name": "Ann Lee", lost in here "rel": "x"}]"#;
    let body = r#""body_html": <p>Tin rose, lost in here.</p>", "language": "en""#;
    for inner in [bodies, people, body] {
        let parsed = parse(file(inner).as_bytes(), None).unwrap();
        let [story] = &parsed.articles[..] else { panic!("{parsed:?}") };
        assert!(format!("{story:?}").contains("lost in here"), "{inner}: {story:?}");
    }
}

#[test]
fn feeds_behind_a_feed_are_read() {
    let feed = |nth: usize| {
        format!(
            r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{{"id": "a{nth}", "title": "Tin rises {nth}", "content_text": "Tin rose {nth} times."}}]}}"#
        )
    };
    let parsed = parse((1..=3).map(|nth| feed(nth) + "\n").collect::<String>().as_bytes(), None).unwrap();
    assert_eq!((parsed.articles.len(), parsed.rejected.len()), (3, 0));
    let parsed = parse(format!("{}\n{}\n{}", feed(1), feed(2), ninjs(3)).as_bytes(), None).unwrap();
    assert_eq!((parsed.articles.len(), parsed.rejected.len()), (3, 0), "{parsed:?}");
    // A bracket too many.
    let doubled = feed(1)
        .replace("times.\"}", "times.\"}}")
        .replace("]}", ",{\"id\": \"a2\", \"title\": \"Zinc\", \"content_text\": \"Zinc rose.\"}]}");
    let parsed = parse(doubled.as_bytes(), None).unwrap();
    assert_eq!(parsed.articles.len(), 2, "{parsed:?}");
}

#[test]
fn a_quote_that_nobody_escaped_ends_no_string() {
    for headline in [r#"He said "no", and went"#, r#""Tin" and "zinc", both up"#] {
        let file = format!(
            r#"{{"uri": "a1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "{headline}", "body_text": "Tin rose."}}"#
        );
        let parsed = parse(file.as_bytes(), None).unwrap();
        let [story] = &parsed.articles[..] else { panic!("{parsed:?}") };
        assert_eq!(story.text.lines().last(), Some("Tin rose."), "{file}");
        assert_eq!(story.headline.as_deref(), Some(headline));
    }
}

#[test]
fn telegraph_copy_that_was_cut_in_the_middle_of_a_line_is_not_merged_with_the_next() {
    let next = "ZCZC A1\n^Oil falls\n\nPARIS (Reuters) - Oil fell.\nNNNN\n";
    for cut in ["Mines shut on Tues", "Mines shut on "] {
        let parsed = parse(
            format!("ZCZC A0\n^Tin rises\n\nLONDON (Reuters) - Tin rose. {cut}{next}").as_bytes(),
            None,
        )
        .unwrap();
        let told: Vec<_> = parsed.articles.iter().map(|story| story.text.trim_end()).collect();
        let first = format!("Tin rises\n\nLONDON (Reuters) - Tin rose. {cut}");
        assert_eq!(told, [first.trim_end(), "Oil falls\n\nPARIS (Reuters) - Oil fell."], "{cut}");
        assert!(parsed.articles[0].warnings.iter().any(|warning| warning.code == "no_end_mark"));
    }
    // A story may be about the mark.
    for about in ["Telegrams began with ZCZC", "The message began with ZCZC A1", "One, ZCZC AB01, was lost"] {
        let text =
            format!("ZCZC A0\n^Tin rises\n\nLONDON (Reuters) - Tin rose.\n{about}\nand ended so.\nNNNN\n");
        assert_eq!(parse(text.as_bytes(), None).unwrap().articles.len(), 1, "{about}");
    }
}

/// Headers of agencies in capitals, whose marks were lost or written; and lines that only look like one.
#[test]
fn a_header_of_an_agency_in_capitals_is_one_without_its_marks() {
    let copy = "Tin rises =\n\n   LONDON, March 3 (Reuters) - Tin rose on Tuesday.\n   Mines shut.\n";
    for header in [
        "AFP0456 5 eco 100",
        "RTR0777 4 ECO 100",
        "APA0123 5 WI 0210",
        "BSD012 4 wi 150",
        "AFP0456 4 POL 100 France trade",
        "ANS0123 4 eco 100 Tin-Prices",
    ] {
        for (begins, mark) in [("", ""), ("^A", "^B"), ("<SOH>", "<STX>"), ("\u{1}", "\u{2}")] {
            let story = article(format!("{begins}{header}\n\n{mark}\n{copy}031015 MAR 26\n"));
            assert_eq!(
                story.source.as_ref().unwrap().format.as_deref(),
                Some("iptc7901"),
                "{begins}{header}"
            );
            assert_eq!(story.headline.as_deref(), Some("Tin rises"), "{begins}{header}");
            assert!(!story.text.contains('^') && !story.text.contains("<S"), "{}", story.text);
            assert_eq!(story.id.split(':').next(), header.split(' ').next(), "{begins}{header}");
        }
    }
    let mixed = format!("<SOH>AFP0456 5 eco 100\n<STX>\n{copy}\u{3}031015 MAR 26\n\u{4}");
    assert_eq!(article(mixed).text.trim_end(), copy.trim_end());
    for line in
        ["ISO9001 3 in 100 firms have it", "BMW320 5 von 100 Autos fehlen", "EU2020 4 cuts 12 tariffs"]
    {
        let story =
            article(format!("{line}\n\nLONDON, March 3 (Reuters) - Tin rose on Tuesday.\n\nMines shut.\n"));
        assert_eq!(story.source.as_ref().unwrap().format.as_deref(), Some("text"), "{line}");
    }
}

#[test]
fn marks_that_are_no_list_do_not_hold_the_reader_up() {
    // Where a list's first value is a mark, nothing is passed over at once: the reader went round for ever.
    for list in ["[,:", "[{}:", "[[]:", "[,,:"] {
        for copy in [
            format!("[\"items\": 1, \"x\" {list} }}]"),
            format!("[\"items\": {{}} {list}\"data\":1}}]"),
            format!("{{\"uri\": \"x\", \"items\": [\"item\": 1 {list} \"x\"}}]}}"),
        ] {
            parse(copy.as_bytes(), None).ok();
        }
    }
}
