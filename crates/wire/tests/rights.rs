//! Rights have no field in an article: every statement of a file, in each place where a format has one, stands word for word
//! in a warning `rights`.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use support::parse;
use wire::Format;

/// A message of each format with a statement in every place that is for one. The statements are numbered: `statement 1 …`.
fn messages() -> Vec<(Format, usize, String)> {
    let copy = "LA PAZ, Aug 29 (EFE).- Tin rose in July.";
    vec![
        (
            Format::Ap,
            5,
            format!(
                r#"{{"item": {{"altids": {{"itemid": "x"}}, "headline": "Tin", "body_text": "{copy}",
            "copyrightnotice": "statement 1 of rights", "usageterms": ["statement 2 of rights", {{"text": "statement 3 of rights"}}],
            "copyrightline": "<p>statement 4 of rights</p>", "rightsline": "statement 5 of rights"}}}}"#
            ),
        ),
        (
            Format::Ninjs,
            3,
            format!(
                r#"{{"uri": "x", "headline": "Tin", "body_text": "{copy}", "copyrightnotice": "<p>statement 1 of <a href='x'>rights</a></p>",
            "usageterms": "statement 2 of rights", "rightsinfo": {{"langid": "ODRL", "encodedrights": "statement 3 of rights", "linkedrights": "http://x.example/r"}}}}"#
            ),
        ),
        (
            Format::Ninjs,
            4,
            format!(
                r#"{{"uri": "x", "headlines": [{{"value": "Tin"}}], "bodies": [{{"value": "{copy}"}}],
            "copyrightNotice": "statement 1 of rights", "usageTerms": [{{"value": "statement 2 of rights"}}, "statement 3 of rights"],
            "rightsInfo": [{{"langid": "x", "encodedrights": "statement 4 of rights"}}]}}"#
            ),
        ),
        (
            Format::JsonFeed,
            2,
            format!(
                r#"{{"version": "https://jsonfeed.org/version/1.1", "_copyright": "statement 1 of rights",
            "items": [{{"id": "1", "content_text": "{copy}", "copyright": "statement 2 of rights"}}]}}"#
            ),
        ),
        (
            Format::Nitf,
            6,
            format!(
                r#"<nitf><head><docdata><doc.copyright year="2024" holder="statement 1 of rights"/>
            <doc.rights owner="statement 2 of rights" geography="x"/></docdata><rights>statement 3 of <rights.owner>rights</rights.owner></rights>
            <meta name="copyright" content="statement 4 of rights"/></head><body><body.head><rights>statement 5 of rights</rights>
            <copyrite>statement 6 of <copyrite.holder>rights</copyrite.holder></copyrite></body.head><body.content><p>{copy}</p></body.content></body></nitf>"#
            ),
        ),
        (
            Format::Newsml1,
            6,
            format!(
                r#"<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Tin</HeadLine><CopyrightLine>statement 1 of rights</CopyrightLine>
            <RightsLine>statement 2 of rights</RightsLine></NewsLines><RightsMetadata><Copyright><CopyrightHolder>statement 3 of rights</CopyrightHolder><CopyrightDate>2024</CopyrightDate></Copyright>
            <UsageRights><UsageType>statement 4 of rights</UsageType><Geography>statement 5 of rights</Geography></UsageRights>
            <Property FormalName="Limit" Value="statement 6 of rights"/></RightsMetadata><ContentItem><DataContent><p>{copy}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"#
            ),
        ),
        (
            Format::NewsmlG2,
            5,
            format!(
                r#"<newsItem guid="a"><rightsInfo><accountable><name>x</name></accountable><copyrightHolder><name>statement 1 of rights</name></copyrightHolder>
            <copyrightNotice>statement 2 of rights</copyrightNotice><usageTerms>statement 3 of <b>rights</b></usageTerms><rightsExpressionData>statement 4 of rights</rightsExpressionData></rightsInfo>
            <rightsInfo><usageTerms xml:lang="de">statement 5 of rights</usageTerms></rightsInfo>
            <contentSet><inlineXML><p>{copy}</p></inlineXML></contentSet></newsItem>"#
            ),
        ),
        (
            Format::Rss,
            4,
            format!(
                r#"<rss><channel><title>x</title><copyright>statement 1 of rights</copyright><item><title>Tin</title><description>{copy}</description>
            <dc:rights>statement 2 of rights</dc:rights><media:copyright url="http://x.example">statement 3 of rights</media:copyright>
            <creativeCommons:license>statement 4 of rights</creativeCommons:license></item></channel></rss>"#
            ),
        ),
        (
            Format::Atom,
            3,
            format!(
                r#"<feed><rights>statement 1 of rights</rights><entry><title>Tin</title><content>{copy}</content><rights type="html">&lt;b&gt;statement 2&lt;/b&gt; of rights</rights>
            <dc:rights>statement 3 of rights</dc:rights></entry></feed>"#
            ),
        ),
        (
            Format::Mail,
            1,
            format!(
                "From: a@b.example\nSubject: Tin\nMessage-ID: <1@b.example>\nX-Copyright: statement 1 of rights\n\n{copy}\n"
            ),
        ),
    ]
}

#[test]
fn every_statement_of_rights_stands_word_for_word_in_a_warning() {
    let mut lost = Vec::new();
    for (format, statements, message) in messages() {
        let parsed = parse(message.as_bytes(), None).unwrap();
        let article = &parsed.articles[0];
        assert_eq!(article.source.as_ref().unwrap().format.as_deref(), Some(format.name()));
        for nth in 1..=statements {
            let said = format!("statement {nth} of rights");
            let kept = article
                .warnings
                .iter()
                .any(|warning| warning.code == "rights" && warning.text.contains(&said));
            if !kept {
                lost.push(format!("{format}: {said}"));
            }
        }
        assert!(!article.text.contains("statement"), "{format}: {}", article.text);
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Where the copy itself says it, it is of the text as it came: the old formats have no other place.
#[test]
fn a_line_of_rights_in_the_copy_stays_in_the_text() {
    let copy =
        "Tin rises\n\nLA PAZ, Aug 29 (EFE).- Tin rose in July.\n\n(c) 2024 EFE. All rights reserved.\n";
    for message in [
        copy.to_owned(),
        format!("ZCZC\n{copy}NNNN\n"),
        format!("\u{1}efe0150 3 pl 18\r\n\u{2}{copy}\u{3}\u{4}"),
        format!("\u{1}a0123\u{1f}bdtnw-\r\nu f\u{13}\u{11}bc-tin 08-05 0412\r\n\u{2}{copy}\u{3}"),
        serde_json::json!({ "text": copy }).to_string(),
    ] {
        let parsed = parse(message.as_bytes(), None).unwrap();
        assert!(parsed.articles[0].text.contains("(c) 2024 EFE. All rights reserved."), "{message}");
    }
}
