//! Of several places for one field the one that `docs/formats.md` names first counts; what says nothing does not.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::{article, parse};

fn codes(article: &article::Article) -> Vec<&str> {
    article.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

fn ninjs(fields: &str) -> article::Article {
    article(format!(
        r#"{{"versioncreated": "2026-01-02T03:04:05Z", "headline": "Tin rises", {fields}, "body_html": "<p>Tin rose on Monday.</p>"}}"#
    ))
}

fn places(article: &article::Article) -> Vec<&str> {
    article.dateline.iter().flat_map(|dateline| &dateline.places).map(String::as_str).collect()
}

#[test]
fn a_name_that_says_nothing_leaves_the_story_to_the_next_one() {
    let article = ninjs(r#""uri": "0", "guid": "tag:a.example,2026:7""#);
    assert_eq!(article.id, "tag:a.example,2026:7");
    assert_eq!(codes(&article), ["bad_id"]);
}

#[test]
fn a_version_of_its_own_counts_before_the_one_in_the_identifier() {
    let article = ninjs(r#""uri": "https://a.example/tin?v=4", "version": "2""#);
    assert_eq!((article.version, article.id.as_str()), (2, "https://a.example/tin"));
}

#[test]
fn an_empty_byline_leaves_it_to_the_next_field() {
    assert_eq!(ninjs(r#""byline": "", "authors": [{"name": "Ann Lee"}]"#).byline.as_deref(), Some("Ann Lee"));
}

#[test]
fn words_for_nothing_are_nothing() {
    let article = ninjs(r#""uri": "a1", "slugline": "null", "ednote": "None", "keywords": ["N/A", "tin"]"#);
    assert_eq!((article.slugline, article.ed_note), (None, None));
    assert_eq!(article.keywords, ["tin"]);
}

#[test]
fn a_place_that_the_copy_marks_up_counts_before_that_of_a_field() {
    let article = article(
        r#"{"uri": "a1", "headline": "Tin rises", "dateline": "Oslo", "body_html": "<p><span class=\"vignette\">Bergen</span> Tin rose on Monday.</p>"}"#,
    );
    assert_eq!(places(&article), ["Bergen"]);
    assert!(article.text.ends_with("\n\nBergen Tin rose on Monday."), "{}", article.text);
    assert!(article.warnings.iter().any(|warning| warning.text == "located: Oslo"), "{:?}", article.warnings);
}

#[test]
fn a_mail_without_a_date_was_sent_when_the_first_relay_had_it() {
    let mail = "Received: from b by c; Thu, 19 Mar 2026 11:02:00 +0000\nReceived: from a by b; Thu, 19 Mar 2026 09:00:00 +0000\n\
                From: a@b.example\nSubject: Tin rises\n\nTin rose on Monday.\n";
    assert_eq!(article(mail).published_at.unwrap().to_string(), "2026-03-19T09:00:00Z");
}

#[test]
fn each_story_of_a_digest_is_an_article_with_its_own_headers() {
    let story = |nth: u8| {
        format!(
            "--x\nContent-Type: message/rfc822\n\nFrom: desk@a.example\nSubject: Tin rises {nth}\nMessage-ID: <{nth}@a.example>\n\nTin rose {nth} times.\n"
        )
    };
    let mail = format!(
        "From: list@a.example\nTo: all@a.example\nSubject: Digest\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
         --x\nContent-Type: text/plain\n\nTwo stories follow.\n{}{}--x--\n",
        story(1),
        story(2)
    );
    let parsed = parse(mail.as_bytes(), None).unwrap();
    let ids: Vec<&str> = parsed.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["1@a.example", "2@a.example"]);
    assert_eq!(parsed.articles[0].text, "Tin rises 1\n\nTin rose 1 times.");
    let cover = |warning: &article::Warning| warning.text == "mail: Two stories follow.";
    assert!(parsed.articles[0].warnings.iter().any(cover), "{:?}", parsed.articles[0].warnings);
}

#[test]
fn a_body_in_base64_is_read_as_what_it_holds() {
    // `<p>Tin rose &amp; zinc fell.</p>`
    let coded = "PHA+VGluIHJvc2UgJmFtcDsgemluYyBmZWxsLjwvcD4=";
    let g2 = format!(
        r#"<newsItem guid="a1"><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineData encoding="http://a.example/Base64">{coded}</inlineData></contentSet></newsItem>"#
    );
    let newsml = format!(
        r#"<NewsML><NewsItem><Identification/><NewsComponent><NewsLines><HeadLine>Tin rises</HeadLine></NewsLines><ContentItem><Encoding Notation="Base64"><DataContent>{coded}</DataContent></Encoding></ContentItem></NewsComponent></NewsItem></NewsML>"#
    );
    for file in [g2, newsml] {
        assert_eq!(article(file).text, "Tin rises\n\nTin rose & zinc fell.");
    }
}

#[test]
fn each_language_of_an_item_says_which_it_is() {
    let body = |tag: &str, words: &str| {
        format!(r#"<inlineXML xml:lang="{tag}"><html><p>{words}</p></html></inlineXML>"#)
    };
    let item = format!(
        r#"<newsItem guid="a1"><contentMeta><language tag="pt-BR"/><language tag="es"/><headline>Tin</headline></contentMeta><contentSet>{}{}</contentSet></newsItem>"#,
        body("pt", "O estanho subiu."),
        body("es-419", "El estaño subió.")
    );
    let parsed = parse(item.as_bytes(), None).unwrap();
    let languages: Vec<_> =
        parsed.articles.iter().filter_map(|article| article.language.as_deref()).collect();
    assert_eq!(languages, ["pt-BR", "es"]);
}

#[test]
fn whoever_the_file_names_as_its_maker_may_sign_in_any_shape() {
    let story = |copy: &str| {
        article(format!(
            r"<rss><channel><title>QZP - Mines</title><item><guid>a:1</guid><title>Tin rises</title><description>&lt;p&gt;{copy}&lt;/p&gt;</description></item></channel></rss>"
        ))
    };
    for copy in ["Bergen (QZP): Tin rose.", "Bergen (QZP) - Tin rose.", "(QZP) - BERGEN, 3 MAR - Tin rose."] {
        assert_eq!(places(&story(copy)), [if copy.starts_with('(') { "BERGEN" } else { "Bergen" }]);
    }
    // An abbreviation of what stands before it is no sign.
    assert_eq!(places(&story("Bergen Mining Board (BMB): Tin rose.")), [""; 0]);
}

#[test]
fn a_kill_aims_at_the_number_that_it_names() {
    let copy = "\u{1}a0386\u{1f}apf-\r\nb f\u{13}\u{11}bc-Tin, KILL 07-14 0031\r\n\u{2}BC-US--Tin, KILL,0031<\r\n\
                ^Eds: Members: Please kill a0371, BC-US--Tin. The price was wrong.<\r\n\u{3}\r\nAP-WF-07-14-26 1511GMT<\r\n";
    let article = article(copy);
    let targets: Vec<_> = article.signals.iter().filter_map(|signal| signal.target.as_deref()).collect();
    assert_eq!(targets, ["a0371, BC-US--Tin"]);
}

#[test]
fn a_mark_of_the_coding_counts_before_a_declaration() {
    let xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><nitf><body><body.content><p>Montréal</p></body.content></body></nitf>";
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(xml.as_bytes());
    let article = article(bytes);
    assert_eq!((article.text.as_str(), codes(&article)), ("Montréal", vec!["charset_mended"]));
}

#[test]
fn letters_that_latin_1_lacks_tell_what_a_file_really_is() {
    let coded = |words: &str, coding: &'static encoding_rs::Encoding| coding.encode(words).0.into_owned();
    let hungarian =
        "Gyor és Győr: az elsõ szűk keresztmetszet a kikötői díj, mondta Őry Tünde.".replace('õ', "ő");
    assert_eq!(article(coded(&hungarian, encoding_rs::ISO_8859_2)).text, hungarian);
    let euro = "La cosecha costó 6 € más, según el señor Núñez, que habló en Málaga.";
    assert_eq!(article(coded(euro, encoding_rs::ISO_8859_15)).text, euro);
    let windows = "El “año” costó más — según el señor Núñez, que habló en Málaga.";
    assert_eq!(article(coded(windows, encoding_rs::WINDOWS_1252)).text, windows);
}

#[test]
fn what_only_leads_to_another_story_is_left_out() {
    let article = ninjs(
        r#""uri": "a1", "body_xhtml": "<p>Tin rose on Monday, and so did the price of zinc.</p><p><b>Leggi anche:</b> <a href=\"x\">Lead falls</a></p>""#,
    );
    assert!(!article.text.contains("Lead falls"), "{}", article.text);
    assert!(
        article.warnings.iter().any(|warning| warning.text == "related: Leggi anche: Lead falls"),
        "{:?}",
        article.warnings
    );
}

#[test]
fn an_embargo_in_other_languages_is_one() {
    for words in [
        "SOUS EMBARGO jusqu'au mardi 9 juin 2026 à 18h00 GMT",
        "EMBARGO HASTA 9 junio 2026, 18:00 GMT",
        "Sob embargo até 9 junho 2026 18h GMT",
        "SOTTO EMBARGO fino 9 giugno 2026 18:00 GMT",
    ] {
        let article =
            article(format!("{words}\n\nTin rises in Bremen\n\nBREMEN, 9 juin 2026 (AFP) - Tin rose.\n"));
        assert_eq!(
            article.embargoed_until.map(|when| when.to_string()).as_deref(),
            Some("2026-06-09T18:00:00Z"),
            "{words}"
        );
        assert_eq!(article.headline.as_deref(), Some("Tin rises in Bremen"));
    }
}

#[test]
fn a_signal_in_a_field_holds_a_story_back_whatever_its_status_says() {
    let newsml = |instruction: &str| {
        article(format!(
            "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20260302</DateId><NewsItemId>t1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName=\"News\"/><FirstCreated>20260302T100000Z</FirstCreated><ThisRevisionCreated>20260302T100000Z</ThisRevisionCreated><Status FormalName=\"Usable\"/><Instruction FormalName=\"{instruction}\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Tin rises</HeadLine></NewsLines><ContentItem><DataContent><p>Tin rose.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
        ))
    };
    assert_eq!(newsml("Kill").pub_status, Some(article::PubStatus::Canceled));
    assert_eq!(newsml("Embargo").pub_status, Some(article::PubStatus::Withheld));
    assert_eq!(newsml("Urgent").pub_status, Some(article::PubStatus::Usable));
    let mail = |subject: &str| {
        article(format!(
            "From: Yonhap <desk@yna.co.kr>\nDate: Mon, 2 Mar 2026 10:00:00 +0900\nMessage-ID: <1@yna>\nSubject: {subject}\n\nSEOUL, March 2 (Yonhap) -- Exports rose.\n"
        ))
    };
    assert_eq!(mail("[KILL] Exports up").pub_status, Some(article::PubStatus::Canceled));
    assert_eq!(mail("[EMBARGO] Exports up").pub_status, Some(article::PubStatus::Withheld));
    assert_eq!(mail("[wire-list] Exports up").pub_status, Some(article::PubStatus::Usable));
}

#[test]
fn one_bad_byte_does_not_make_other_letters_of_utf_8() {
    let mut bytes = "<rss><channel><title>QZP - Mines</title><item><guid>a:1</guid><title>Öl steigt</title><description>München und Zürich ".as_bytes().to_vec();
    bytes.push(0xff);
    bytes.extend("</description></item></channel></rss>".as_bytes());
    let article = article(bytes);
    assert!(article.text.contains("München und Zürich"), "{}", article.text);
    assert!(codes(&article).contains(&"bad_characters"));
}

#[test]
fn a_release_on_a_later_day_holds_a_story_back_though_its_hour_is_not_said() {
    let nitf = |release: &str| {
        article(format!(
            "<nitf><head><docdata><date.issue norm=\"20260302T100000Z\"/><date.release norm=\"{release}\"/></docdata></head><body><body.head><hedline><hl1>Tin rises</hl1></hedline></body.head><body.content><p>Tin rose.</p></body.content></body></nitf>"
        ))
    };
    assert_eq!(nitf("20260303").pub_status, Some(article::PubStatus::Withheld));
    assert_eq!(nitf("20260302").pub_status, Some(article::PubStatus::Usable));
}

#[test]
fn a_line_end_in_a_headline_and_a_fraction_glue_nothing() {
    let article = article(
        "<nitf><body><body.head><hedline><hl1>Oil<br/>climbs</hl1></hedline></body.head><body.content><p>Oil rose <num>1<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>4</frac-den></frac></num> dollars.</p></body.content></body></nitf>",
    );
    assert_eq!(article.headline.as_deref(), Some("Oil climbs"));
    assert!(article.text.contains("rose 1 1/4 dollars"), "{}", article.text);
}

#[test]
fn the_language_is_that_of_the_rendering_that_was_taken() {
    let item = |item: &str, metas: &str, set: &str, body: &str| {
        article(format!(
            r#"<newsItem guid="a1"{item}><contentMeta>{metas}<headline>Tin</headline></contentMeta><contentSet{set}><inlineXML{body}><html><p>Der Preis stieg.</p></html></inlineXML></contentSet></newsItem>"#
        ))
        .language
    };
    let (german, english) = (r#" xml:lang="de""#, r#" xml:lang="en""#);
    let tags = |all: &[&str]| all.iter().map(|tag| format!("<language tag=\"{tag}\"/>")).collect::<String>();
    for (language, expected) in [
        (item(english, &tags(&["en"]), "", german), "de"),
        (item(english, &tags(&["en", "de-AT"]), "", german), "de-AT"),
        (item(english, "", "", r#" xml:lang="de_CH""#), "de-CH"),
        (item(english, "", german, ""), "de"),
        (item(german, &tags(&["en", "de-AT"]), "", ""), "de-AT"),
        (item(english, &tags(&["de"]), "", ""), "de"),
    ] {
        assert_eq!(language.as_deref(), Some(expected));
    }
}

#[test]
fn codings_of_the_first_computers_are_told_by_letters_inside_words() {
    const CP437: &[(char, u8)] = &[
        ('ü', 0x81),
        ('é', 0x82),
        ('ä', 0x84),
        ('à', 0x85),
        ('ö', 0x94),
        ('ß', 0xe1),
        ('ñ', 0xa4),
        ('ó', 0xa2),
        ('í', 0xa1),
        ('á', 0xa0),
    ];
    let german = "Die Ausfuhren von München und Köln stiegen, sagte ein Händler in Gießen.";
    let spanish = "El señor Núñez habló en Málaga de las exportaciones, que subían.".replace("Nú", "Nu");
    for words in
        [german, &spanish, "Le marché a chuté, a déclaré un négociant à Genève.".replace("è", "e").as_str()]
    {
        let bytes: Vec<u8> = words
            .chars()
            .map(|c| {
                CP437
                    .iter()
                    .find(|(known, _)| *known == c)
                    .map_or_else(|| u8::try_from(u32::from(c)).unwrap(), |(_, byte)| *byte)
            })
            .collect();
        let read = article(&bytes);
        assert_eq!((read.text.as_str(), read.source.unwrap().charset.as_deref()), (words, Some("IBM437")));
        let mac = encoding_rs::MACINTOSH.encode(words).0.into_owned();
        let read = article(&mac);
        assert_eq!((read.text.as_str(), read.source.unwrap().charset.as_deref()), (words, Some("macintosh")));
        let latin = encoding_rs::WINDOWS_1252.encode(words).0.into_owned();
        assert_eq!(article(&latin).source.unwrap().charset.as_deref(), Some("windows-1252"));
    }
}

#[test]
fn a_language_is_a_tag_of_the_book_whatever_a_file_calls_it() {
    for (written, tag) in [
        ("ger", "de"),
        ("deu", "de"),
        ("fra", "fr"),
        ("FRE", "fr"),
        ("English", "en"),
        ("español", "es"),
        ("pt-br", "pt-BR"),
        ("pt_BR", "pt-BR"),
        ("zh-hans", "zh-Hans"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("eng-gb", "en-GB"),
        ("es-419", "es-419"),
        ("sr-latn", "sr-Latn"),
        ("de-x-us", "de-x-us"),
    ] {
        let json =
            format!(r#"{{"uri": "a1", "headline": "Tin", "body_text": "Tin.", "language": "{written}"}}"#);
        assert_eq!(article(json).language.as_deref(), Some(tag), "{written}");
        let own = format!(r#"{{"headline": "Tin", "text": "Tin.", "language": "{written}"}}"#);
        assert_eq!(article(own).language.as_deref(), Some(tag), "{written}, in an article of others");
    }
}

#[test]
fn a_keyword_that_says_what_may_be_done_with_the_story_holds_it_back() {
    let status = |keyword: &str| {
        article(format!(
            r#"{{"uri": "a1", "headline": "Tin", "body_text": "Tin.", "keywords": ["tin", "{keyword}"]}}"#
        ))
        .pub_status
    };
    for keyword in ["EMBARGOED", "Under embargo", "withheld", "Hold for release"] {
        assert_eq!(status(keyword), Some(article::PubStatus::Withheld), "{keyword}");
    }
    for keyword in ["embargo", "kill", "EMBARGO", "Kill Bill"] {
        assert_eq!(status(keyword), Some(article::PubStatus::Usable), "{keyword}");
    }
}

#[test]
fn a_byline_has_no_mark_up_and_a_time_may_stand_in_an_object() {
    let story = article(
        r#"{"uri": "a1", "headline": "Tin", "body_text": "Tin.", "byline": "<b>Ann</b> Lee", "versioncreated": {"$date": "2026-03-03T10:15:00Z"}}"#,
    );
    assert_eq!(story.byline.as_deref(), Some("Ann Lee"));
    assert_eq!(story.published_at.unwrap().to_string(), "2026-03-03T10:15:00Z");
}

#[test]
fn a_revision_behind_what_names_a_story_is_none_of_its_identifier() {
    let item = |guid: &str, version: &str| {
        let item = format!(
            r#"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Reuters"/></itemMeta><contentMeta><by>Reuters</by><headline>Exports rise</headline></contentMeta><contentSet><inlineXML><html><body><p>LONDON (Reuters) - Exports rose.</p></body></html></inlineXML></contentSet></newsItem>"#
        );
        article(item)
    };
    for (guid, version, id) in [
        (
            "urn:newsml:agency.example:20090101:260303-99-12345/3",
            "3",
            "urn:newsml:agency.example:20090101:260303-99-12345",
        ),
        (
            "urn:newsml:agency.example:20090101:260303-99-12345/1",
            "1",
            "urn:newsml:agency.example:20090101:260303-99-12345",
        ),
        ("tag:agency.example,2026:newsml_L8N3A1:3", "3", "tag:agency.example,2026:newsml_L8N3A1"),
        ("http://x.y/item/123#v3", "3", "http://x.y/item/123"),
        // The number of another story, and one of a day's stories.
        ("tag:agency.example,2026:newsml_L8N3A1:4", "3", "tag:agency.example,2026:newsml_L8N3A1:4"),
        ("urn:agency:2026-03-03:3", "3", "urn:agency:2026-03-03:3"),
        ("tag:agency.example,2026:3", "3", "tag:agency.example,2026:3"),
    ] {
        let article = item(guid, version);
        assert_eq!((article.id.as_str(), article.version.to_string().as_str()), (id, version), "{guid}");
        assert_eq!(codes(&article).contains(&"revision_in_id"), guid != id, "{guid}");
        // An agency is nobody's name.
        assert_eq!(article.byline, None);
        assert!(codes(&article).contains(&"misplaced"));
    }
}

#[test]
fn one_bad_byte_does_not_outweigh_the_only_dash_of_an_english_story() {
    let mut bytes =
        "Tornado levels homes\n\nHUNTSVILLE, Ala. (AP) — A tornado tore through, lev".as_bytes().to_vec();
    bytes.push(0xed);
    bytes.extend(b"ling a dozen homes.\n");
    let article = article(bytes);
    assert!(article.text.contains("(AP) — A tornado tore through, lev\u{fffd}ling"), "{}", article.text);
    assert_eq!(places(&article), ["HUNTSVILLE", "Ala."]);
    assert!(codes(&article).contains(&"bad_characters"));
}
