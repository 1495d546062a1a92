//! NITF: every field from where the standard puts it, the body as prose, and what agencies do to both.
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]
#![allow(clippy::needless_pass_by_value, reason = "`expect!` reads best in place")]

mod support;

use expect_test::{Expect, expect};
use support::{article, head, parse, refusal};

fn check(file: &str, expected: Expect) {
    let article = article(file);
    expected.assert_eq(&format!("{}id         {}\n\n{}\n", head(&article), article.id, article.text));
}

/// A file with this in its head, its `body.head` and its body.
fn file(docdata: &str, body_head: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf>\n<head><docdata>{docdata}</docdata></head>\n\
         <body><body.head>{body_head}</body.head>\n<body.content>{content}</body.content></body>\n</nitf>\n"
    )
}

fn text(content: &str) -> String {
    article(file("", "", content)).text
}

#[test]
fn every_field_comes_from_where_the_standard_puts_it() {
    check(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://www.nitf.org/nitf-3-4.dtd">
<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en-AU">
  <n:head>
    <n:title>Barley rush</n:title>
    <n:tobject tobject.type="news">
      <n:tobject.subject tobject.subject.refnum="04005000" tobject.subject.type="Economy" tobject.subject.matter="Agriculture"/>
    </n:tobject>
    <n:docdata management-status="usable">
      <n:correction info="Wrong tonnes" id-string="AAP-1" regsrc="AAP"/>
      <n:doc-id regsrc="AAP" id-string="AAP-2"/>
      <n:urgency ed-urg="4"/>
      <n:date.issue norm="20250206T113500+1100"/>
      <n:date.release norm="20250206T113500+1100"/>
      <n:ed-msg info="Adds exporter&#8217;s quote"/>
      <n:du-key key="BARLEY" version="2"/>
      <n:doc.copyright year="2025" holder="Australian Associated Press"/>
      <n:key-list><n:keyword key="barley"/><n:keyword key="ports"/></n:key-list>
      <n:identified-content><n:org idsrc="ASX" value="GNC">GrainCorp</n:org><n:classifier type="genre" value="news"/></n:identified-content>
    </n:docdata>
  </n:head>
  <n:body>
    <n:body.head>
      <n:hedline><n:hl1>Barley rush to <n:em>China</n:em></n:hl1><n:hl2>Ports are full</n:hl2></n:hedline>
      <n:note><n:p>Pictures to come.</n:p></n:note>
      <n:byline>By <n:person>Callum Reid</n:person><n:byttl>Economics Writer</n:byttl></n:byline>
      <n:distributor>AAP</n:distributor>
      <n:dateline><n:location><n:city>CANBERRA</n:city></n:location>, <n:story.date norm="20250206">Feb 6</n:story.date></n:dateline>
      <n:abstract><n:p>Exports of barley rose.</n:p></n:abstract>
    </n:body.head>
    <n:body.content>
      <n:media media-type="image"><n:media-caption>A silo.</n:media-caption></n:media>
      <n:p>Exports of <n:org>barley</n:org> rose
         to <n:money>A$5&#160;billion</n:money>, Smith &amp; Sons said.</n:p>
      <n:p>It was a record.<n:br/>So they say.</n:p>
    </n:body.content>
    <n:body.end><n:tagline>AAP cr</n:tagline></n:body.end>
  </n:body>
</n:nitf>"#,
        expect![[r#"
            provider   aap (Australian Associated Press)
            published  2025-02-06T11:35:00+11:00
            version    2
            slugline   BARLEY
            headline   Barley rush to China
            byline     By Callum Reid, Economics Writer
            ed_note    Adds exporter’s quote
            Pictures to come.
            keywords   barley | ports
            dateline   CANBERRA · 2025-02-06 · no span
            language   en-AU
            urgency    4
            signal     correction: Wrong tonnes → AAP-1
            signal     update: Adds exporter’s quote
            subject    IPTC 04005000 Agriculture
            subject    ASX GNC GrainCorp
            subject    genre news -
            warning    left_out: hl2: Ports are full
            warning    left_out: media: A silo.
            warning    left_out: tagline: AAP cr
            warning    no_field: tobject.subject tobject.subject.type: Economy
            warning    no_field: doc.copyright year: 2025
            id         AAP-2

            Barley rush to China

            Exports of barley rose to A$5 billion, Smith & Sons said.

            It was a record.
            So they say.
        "#]],
    );
}

#[test]
fn the_copys_own_dateline_has_a_span_and_the_element_fills_in_the_date() {
    check(
        &file(
            "<date.issue norm=\"20250605T091400-0400\"/>",
            "<hedline><hl1>Deficit widens</hl1></hedline><dateline><location>OTTAWA</location><story.date norm=\"20250604\"/></dateline>",
            "<p>OTTAWA — Canada's trade deficit was wider in April, and the exports of cars fell the most, the agency said.</p>",
        ),
        expect![[r#"
            published  2025-06-05T09:14:00-04:00
            headline   Deficit widens
            dateline   OTTAWA · 2025-06-04 · 16..24 `OTTAWA —`
            language   en
            id         sha256:7e899ad91a8438a6583cac5c2f8d442eee79fa4903ee28e7e5dfa35a16a6ede4

            Deficit widens

            OTTAWA — Canada's trade deficit was wider in April, and the exports of cars fell the most, the agency said.
        "#]],
    );
}

#[test]
fn a_dateline_that_holds_a_time_or_nothing_is_none() {
    for element in ["<dateline>10:15</dateline>", "<dateline/>", "<dateline>20250605T0914</dateline>"] {
        assert_eq!(article(file("", element, "<p>Tin rose in July.</p>")).dateline, None, "{element}");
    }
}

#[test]
fn version_words_leave_the_headline_and_become_signals() {
    check(
        &file("", "<hedline><hl1>UPDATE 2-Tin exports rise</hl1></hedline>", "<p>Tin rose in July.</p>"),
        expect![[r#"
            version    2
            headline   Tin exports rise
            signal     update: UPDATE 2
            id         sha256:86aa12e0be1626a94c7e7d9a3faa09bed0ca6fe5f91f2ff74863739050386519

            UPDATE 2-Tin exports rise

            Tin rose in July.
        "#]],
    );
}

#[test]
fn the_status_tells_what_may_be_done() {
    check(
        "<nitf><head><docdata management-status=\"canceled\"><doc-id id-string=\"a1\"/><ed-msg info=\"Kill: wrong company\"/></docdata></head><body><body.head><hedline><hl1>Tin</hl1></hedline></body.head><body.content/></body></nitf>",
        expect![[r#"
            headline   Tin
            ed_note    Kill: wrong company
            status     canceled
            signal     kill: Kill: wrong company
            warning    no_text: the body is empty
            id         a1

            Tin
        "#]],
    );
}

#[test]
fn a_release_after_the_issue_is_an_embargo_and_one_at_the_same_time_is_none() {
    let embargo = |release: &str| {
        let dates = format!("<date.issue norm=\"20250206T0900Z\"/>{release}");
        article(file(&dates, "", "<p>Tin rose in July.</p>")).embargoed_until.map(|when| when.to_string())
    };
    assert_eq!(embargo("<date.release norm=\"20250206T120000Z\"/>").as_deref(), Some("2025-02-06T12:00:00Z"));
    assert_eq!(embargo("<date.release norm=\"20250206T100000+0100\"/>"), None);
    assert_eq!(embargo("<date.release/>"), None);
    assert_eq!(embargo(""), None);
}

#[test]
fn times_are_read_in_every_form_that_files_have() {
    let published = |norm: &str| {
        let article =
            article(file(&format!("<date.issue norm=\"{norm}\"/>"), "", "<p>Tin rose in July.</p>"));
        let bad = article.warnings.iter().any(|warning| warning.code == "bad_date");
        (article.published_at.map(|when| when.to_string()), bad)
    };
    let time = |time: &str| (Some(time.to_owned()), false);
    assert_eq!(published("20250206"), time("2025-02-06"));
    assert_eq!(published("2025-02-06"), time("2025-02-06"));
    assert_eq!(published("20250206T113500+1300"), time("2025-02-06T11:35:00+13:00"));
    assert_eq!(published("20250206T1135+1300"), time("2025-02-06T11:35:00+13:00"));
    assert_eq!(published("20250206T1135Z"), time("2025-02-06T11:35:00Z"));
    assert_eq!(published("2025-02-06 11:35:00 -0330"), time("2025-02-06T11:35:00-03:30"));
    assert_eq!(published("2025-02-06T11:35:00-04"), time("2025-02-06T11:35:00-04:00"));
    // Without a zone, or with a clock that is none, the day is all that is sure.
    assert_eq!(published("20250206T113500"), (Some("2025-02-06".to_owned()), true));
    assert_eq!(published("20250206T256100Z"), (Some("2025-02-06".to_owned()), true));
    assert_eq!(published("20251306"), (None, true));
    assert_eq!(published("today"), (None, true));
}

#[test]
fn an_embargo_by_status_alone_withholds_the_story() {
    check(
        "<nitf><head><docdata management-status=\"embargoed\"/></head><body><body.content><p>Tin rose in July.</p></body.content></body></nitf>",
        expect![[r#"
            status     withheld
            signal     embargo: embargoed
            warning    embargo_unclear: it is said to be embargoed, and no release time is given
            id         sha256:14b9190eca3b7b1fb1cd6ab71121f9b3fd05d1a071b4d63aef6555c6388b3d70

            Tin rose in July.
        "#]],
    );
}

#[test]
fn paragraphs_are_joined_by_blank_lines_and_line_breaks_are_kept() {
    assert_eq!(
        text("<block><p>One\n  two.</p><p> Three<br/>four. </p></block><p/>\n<p>Five.</p>"),
        "One two.\n\nThree\nfour.\n\nFive."
    );
    assert_eq!(text("One<br/>two<br/>three"), "One\ntwo\nthree");
}

#[test]
fn words_outside_paragraphs_are_paragraphs_where_a_blank_line_parts_them() {
    assert_eq!(
        text("\nOne goes\non.\n\nTwo <em>too</em>.\n<p>Three.</p> Four."),
        "One goes on.\n\nTwo too.\n\nThree.\n\nFour."
    );
}

#[test]
fn rows_of_a_table_stay_rows() {
    let table = "<p>In bln dlrs:</p><table><caption>Trade</caption><thead><tr><th></th><th>July</th><th>June</th></tr></thead>\n\
        <tbody><tr>\n<td><p>Exports</p></td>\n<td>44.5</td><td>44.1</td>\n</tr><tr><td>Imports</td><td>43.2</td><td>43.9</td></tr></tbody></table><p>End.</p>";
    assert_eq!(
        text(table),
        "In bln dlrs:\n\nTrade\n\nJuly\tJune\nExports\t44.5\t44.1\nImports\t43.2\t43.9\n\nEnd."
    );
}

#[test]
fn lists_quotes_and_subheads_are_paragraphs() {
    let content = "<p>Buyers:</p><ul><li>Britain</li><li><p>China</p></li></ul><hl2>Prices</hl2><bq><block><p>Up.</p></block><credit>A bank</credit></bq>";
    assert_eq!(text(content), "Buyers:\n\nBritain\n\nChina\n\nPrices\n\nUp.\n\nA bank");
}

#[test]
fn preformatted_lines_keep_their_blanks() {
    assert_eq!(
        text("<p>Table</p><pre>Exports   44.5\nImports   43.2</pre>"),
        "Table\n\nExports   44.5\nImports   43.2"
    );
}

#[test]
fn entities_are_unfolded_and_cdata_is_text() {
    assert_eq!(
        text("<p>AT&amp;T &lt;x&gt; &#x20AC;5 caf&eacute; &#150; AT&T</p>"),
        "AT&T <x> €5 café – AT&T"
    );
    assert_eq!(text("<p><![CDATA[Smith & Sons <rose>]]></p>"), "Smith & Sons <rose>");
    let declared = "<!DOCTYPE nitf SYSTEM \"x.dtd\" [<!ENTITY % all SYSTEM \"y.dtd\"> %all; <!ENTITY co \"Tin Company\"><!ENTITY ext SYSTEM \"/etc/passwd\">]>";
    let body = "<nitf><body><body.content><p>The &co; rose &ext;.</p></body.content></body></nitf>";
    assert_eq!(article(format!("{declared}{body}")).text, "The Tin Company rose &ext;.");
}

#[test]
fn upper_case_tags_are_read() {
    let upper = "<NITF><BODY><BODY.HEAD><HEDLINE><HL1>Tin</HL1></HEDLINE></BODY.HEAD><BODY.CONTENT><P>Tin rose.</P></BODY.CONTENT></BODY></NITF>";
    assert_eq!(article(upper).text, "Tin\n\nTin rose.");
}

#[test]
fn a_picture_with_a_caption_is_skipped() {
    let parsed = parse(
        file("", "<hedline><hl1>A mine</hl1></hedline>", "<media><media-caption>x</media-caption></media>")
            .as_bytes(),
        None,
    )
    .unwrap();
    assert!(parsed.articles.is_empty() && parsed.rejected.is_empty());
    assert_eq!((parsed.skipped[0].code, parsed.skipped[0].reason.as_str()), ("media_only", "A mine"));
}

#[test]
fn an_alert_has_a_headline_and_no_body() {
    let alert = article(file("<urgency ed-urg=\"1\"/>", "<hedline><hl1>Bank cuts rates</hl1></hedline>", ""));
    assert_eq!((alert.text.as_str(), alert.urgency), ("Bank cuts rates", Some(1)));
}

#[test]
fn several_documents_in_one_file_are_several_articles() {
    let one = file("", "", "<p>Tin rose in July.</p>");
    let two = file("", "", "<p>Lead fell in July.</p>");
    let parsed = parse(format!("{one}{two}").as_bytes(), None).unwrap();
    let texts: Vec<&str> = parsed.articles.iter().map(|article| article.text.as_str()).collect();
    assert_eq!(texts, ["Tin rose in July.", "Lead fell in July."]);
    assert_ne!(parsed.articles[0].id, parsed.articles[1].id);

    let parsed = parse(format!("{one}{}", &two[..two.len() - 40]).as_bytes(), None).unwrap();
    assert_eq!((parsed.articles.len(), parsed.rejected[0].code), (1, "truncated_xml"));
}

#[test]
fn a_file_that_ends_anywhere_in_the_middle_is_truncated() {
    let whole = file(
        "<doc-id id-string=\"a1\"/>",
        "<hedline><hl1>Tin</hl1></hedline>",
        "<p>Tin rose &amp; rose.</p><!-- x -->",
    );
    let root = whole.find("<nitf>").unwrap() + "<nitf>".len();
    for end in root..whole.trim_end().len() {
        assert_eq!(refusal(&whole[..end]).code, "truncated_xml", "{}", &whole[..end]);
    }
}

#[test]
fn a_wrong_charset_is_mended() {
    let whole = file("", "", "<p>Exports from Köln and São Paulo rose in July.</p>");
    let expected = "Exports from Köln and São Paulo rose in July.";
    assert_eq!(article(whole.replace("UTF-8", "iso-8859-1")).text, expected);
    let latin1: Vec<u8> = whole.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(article(&latin1).text, expected);
}

#[test]
fn elements_of_a_dateline_stand_apart() {
    let read = |dateline: &str| {
        let article = article(format!(
            "<nitf><body><body.head><hedline><hl1>Tin</hl1></hedline><dateline>{dateline}</dateline></body.head><body.content><p>Tin rose.</p></body.content></body></nitf>"
        ));
        let dateline = article.dateline.unwrap();
        (dateline.places, dateline.date.map(|date| date.0.to_string()))
    };
    let day = Some("2026-03-03".to_owned());
    let date = "<story.date norm=\"20260303\">March 3</story.date>";
    assert_eq!(read(&format!("<location>PARIS</location>{date}")), (vec!["PARIS".to_owned()], day.clone()));
    assert_eq!(read(&format!("<location>PARIS</location>, {date}")), (vec!["PARIS".to_owned()], day.clone()));
    let austin = vec!["AUSTIN".to_owned(), "Texas".to_owned()];
    assert_eq!(
        read(&format!("<location><city>AUSTIN</city><state>Texas</state></location>{date}")),
        (austin.clone(), day)
    );
    assert_eq!(read("<location><city>AUSTIN</city>, <state>Texas</state></location>"), (austin, None));
}

#[test]
fn the_language_of_the_root_is_that_of_the_document() {
    let language = |attributes: &str| {
        let nitf = format!(
            "<nitf {attributes}><head><title>Havn</title></head><body><body.content><p>Havna er stengt.</p></body.content></body></nitf>"
        );
        article(nitf).language
    };
    assert_eq!(language("baselang=\"no-NO\"").as_deref(), Some("no-NO"));
    assert_eq!(language("baselang=\"no-NO\" xml:lang=\"nb\"").as_deref(), Some("nb"));
}

#[test]
fn the_lines_of_an_address_stand_apart() {
    let words = "<p>Write to <postaddr><addressee>Port</addressee><delivery.point>Quay 1</delivery.point><postcode>20457</postcode></postaddr>, or <virtloc>www.port.example</virtloc>.</p>";
    assert_eq!(text(words), "Write to Port Quay 1 20457, or www.port.example.");
}

const COPY: &str = "<p>LONDON, March 3 (Reuters) - Tin rose.</p><p>Mines shut.</p>";

#[test]
fn a_body_without_the_element_for_its_content_is_one() {
    for content in [
        COPY.to_owned(),
        format!("<block>{COPY}</block>"),
        format!("<div>{COPY}</div>"),
        format!("<body-content>{COPY}</body-content>"),
        format!("<bodycontent>{COPY}</bodycontent>"),
        format!("<body.contnt>{COPY}</body.contnt>"),
        format!("<content>{COPY}</content>"),
    ] {
        let file = format!(
            "<nitf><head><title>Tin rises</title></head><body><body.head><hedline><hl1>Tin rises</hl1></hedline><byline>By Ann Lee</byline></body.head>{content}<body.end><tagline>Edited by Tom Roe</tagline></body.end></body></nitf>"
        );
        let story = article(&file);
        assert_eq!(
            story.text, "Tin rises\n\nLONDON, March 3 (Reuters) - Tin rose.\n\nMines shut.",
            "{content}"
        );
        assert_eq!(story.byline.as_deref(), Some("By Ann Lee"), "{content}");
        assert_eq!(story.dateline.unwrap().places, ["LONDON"], "{content}");
    }
    // The heads of a body are none of its copy.
    let head = "<nitf><body><hedline><hl1>Tin rises</hl1></hedline><abstract><p>Tin rose.</p></abstract><body.content><p>Mines shut.</p></body.content></body></nitf>";
    assert_eq!(article(head).text, "Tin rises\n\nMines shut.");
}

#[test]
fn a_title_that_goes_on_behind_the_headline_is_none() {
    let file = |title: &str, headline: &str| {
        format!(
            "<nitf><head><title>{title}</title></head><body><body.head><hedline><hl1>{headline}</hl1></hedline></body.head><body.content>{COPY}</body.content></body></nitf>"
        )
    };
    for (title, headline, expected) in [
        ("Gold falls again - AP News", "Gold falls again", "Gold falls again"),
        ("Gold falls again as dollar climbs", "Gold falls again", "Gold falls again"),
        // Cut, and whole in the title.
        ("Gold falls again as dollar climbs", "Gold falls again as dol", "Gold falls again as dollar climbs"),
        ("Gold falls again as dollar climbs", "Gold falls again...", "Gold falls again as dollar climbs"),
        ("Gold falls", "Gold falls again", "Gold falls again"),
    ] {
        assert_eq!(
            article(file(title, headline)).headline.as_deref(),
            Some(expected),
            "{title} / {headline}"
        );
    }
    // Nothing is lost.
    let story = article(file("Gold falls again - AP News", "Gold falls again"));
    assert!(story.warnings.iter().any(|warning| warning.text.contains("AP News")), "{:?}", story.warnings);
}

#[test]
fn an_abstract_that_is_all_there_is_has_its_paragraphs() {
    let file = |content: &str| {
        format!(
            "<nitf><body><body.head><hedline><hl1>Tin rises</hl1></hedline><abstract>{COPY}</abstract></body.head><body.content>{content}</body.content></body></nitf>"
        )
    };
    assert_eq!(article(file("")).text, "Tin rises\n\nLONDON, March 3 (Reuters) - Tin rose.\n\nMines shut.");
    let story = article(file("<p>PARIS, March 3 (Reuters) - Zinc fell.</p>"));
    assert_eq!(story.text, "Tin rises\n\nPARIS, March 3 (Reuters) - Zinc fell.");
}

#[test]
fn the_end_of_a_day_is_the_beginning_of_the_next() {
    for (norm, expected) in [
        ("20260302T240000Z", "2026-03-03T00:00:00Z"),
        ("2026-03-02T24:00:00+01:00", "2026-03-03T00:00:00+01:00"),
        ("2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z"),
        ("2026-03-02T24:00:01Z", "2026-03-02"),
    ] {
        let story = article(file(&format!("<date.issue norm=\"{norm}\"/>"), "", COPY));
        assert_eq!(story.published_at.unwrap().to_string(), expected, "{norm}");
    }
}
