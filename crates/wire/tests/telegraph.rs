//! Field lines of telegraph copy, and slugs beside the one that the record has: what several say is heard, and nothing of it is lost.
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{Article, PubStatus, SignalType};
use support::article;

const COPY: &str = "   ROSTOCK, March 5, 2026 (Reuters) - Norrholm will build a plant for tin in Rostock.\n";

fn zczc(fields: &str, copy: &str) -> Article {
    article(format!("ZCZC ABC0200\n{fields}\n{copy}NNNN\n"))
}

fn usable(story: &Article) -> bool {
    story.pub_status == Some(PubStatus::Usable) && story.embargoed_until.is_none()
}

/// Whether words stand in a field, in the text or in a warning.
fn says(story: &Article, words: &str) -> bool {
    serde_json::to_string(story).unwrap().contains(words)
}

#[test]
fn every_line_of_several_is_heard() {
    const NOTICES: &[(&str, PubStatus)] = &[
        ("KILL KILL KILL", PubStatus::Canceled),
        ("STORY WITHDRAWN", PubStatus::Canceled),
        ("MANDATORY KILL", PubStatus::Canceled),
        ("EMBARGOED UNTIL 0700 GMT MARCH 6", PubStatus::Withheld),
        ("HOLD FOR RELEASE", PubStatus::Withheld),
    ];
    for (notice, status) in NOTICES {
        for fields in [
            format!("^{notice}\n^NORRHOLM BUILDS PLANT\n"),
            format!("^NORRHOLM BUILDS PLANT\n^{notice}\n"),
            format!("^{notice}<\n^Norrholm builds plant<\n"),
            format!(":{notice}\n^NORRHOLM BUILDS PLANT\n"),
            format!(":BC-TIN\n:{notice}\n^NORRHOLM BUILDS PLANT\n"),
            format!(":{notice}\n:BC-TIN\n^NORRHOLM BUILDS PLANT\n"),
            format!("={notice}\n^NORRHOLM BUILDS PLANT\n"),
            format!(":BC-TIN\n={notice}\n^NORRHOLM BUILDS PLANT\n"),
            format!("^UPDATE 2\n^{notice}\n^NORRHOLM BUILDS PLANT\n"),
        ] {
            let story = zczc(&fields, COPY);
            let embargo = story.embargoed_until.is_some() && *status == PubStatus::Withheld;
            assert!(story.pub_status == Some(*status) || embargo, "{fields}{story:?}");
            assert!(
                story.headline.as_deref().unwrap().eq_ignore_ascii_case("norrholm builds plant"),
                "{fields}{:?}",
                story.headline
            );
            assert!(says(&story, notice), "{fields}{story:?}");
        }
    }
}

#[test]
fn a_clock_in_the_place_of_a_slug_is_an_embargo() {
    let story = zczc(":EMBARGO 06/0700Z\n:BC-TIN\n^NORRHOLM BUILDS PLANT\n", COPY);
    assert!(!usable(&story), "{story:?}");
    assert_eq!(story.slugline.as_deref(), Some("BC-TIN"));
}

#[test]
fn a_headline_of_two_lines_is_whole_and_a_byline_is_none() {
    let story = zczc("^NORRHOLM BUILDS PLANT FOR TIN\n^AT ROSTOCK HARBOUR\n^By Ann Lee\n", COPY);
    assert_eq!(story.headline.as_deref(), Some("NORRHOLM BUILDS PLANT FOR TIN AT ROSTOCK HARBOUR"));
    assert_eq!(story.byline.as_deref(), Some("By Ann Lee"));
    assert!(story.text.starts_with("NORRHOLM BUILDS PLANT FOR TIN AT ROSTOCK HARBOUR\nBy Ann Lee\n\n"));
    let story = zczc("^Norrholm builds plant<\n^By Ann Lee<\n^Harbour welcomes jobs<\n", COPY);
    assert_eq!(story.headline.as_deref(), Some("Norrholm builds plant"));
    assert!(says(&story, "Harbour welcomes jobs"));
    assert!(usable(&story));
}

#[test]
fn an_alert_of_a_marked_line_has_its_text() {
    let story = zczc("^NORRHOLM TO BUILD PLANT IN ROSTOCK\n", "");
    assert_eq!(story.text, "NORRHOLM TO BUILD PLANT IN ROSTOCK");
    assert_eq!(story.headline.as_deref(), Some("NORRHOLM TO BUILD PLANT IN ROSTOCK"));
    assert!(usable(&story));
}

#[test]
fn a_line_above_a_headline_is_none_of_it() {
    for above in ["UPDATE 2", "1ST LEAD", "TRADE", "ROSTOCK", "URGENT"] {
        let story = zczc(&format!("^{above}\n^NORRHOLM BUILDS PLANT\n"), COPY);
        assert_eq!(story.headline.as_deref(), Some("NORRHOLM BUILDS PLANT"), "{above}");
        assert!(story.text.starts_with(above) && usable(&story));
    }
}

#[test]
fn a_slug_of_one_word_that_is_an_order_is_one() {
    for (slug, status) in
        [("KILL", PubStatus::Canceled), ("WITHDRAWN", PubStatus::Canceled), ("HOLD", PubStatus::Withheld)]
    {
        let story = zczc(&format!(":{slug}\n^NORRHOLM BUILDS PLANT\n"), COPY);
        assert_eq!(story.pub_status, Some(status), "{slug}");
    }
    let copy = "   ROSTOCK, March 5, 2026 (Reuters) - Police killed a gunman in Rostock on Thursday, the city said.\n";
    assert!(usable(&zczc(":KILL\n^GUNMAN DIES IN ROSTOCK\n", copy)));
    assert!(usable(&zczc(":EMBARGO\n^EU VOTES ON OIL\n", copy)));
}

#[test]
fn a_kill_without_copy_is_one() {
    for fields in [":KILL KILL KILL\n", ":BC-TIN\n:KILL KILL KILL\n", ":BC-TIN\n=STORY WITHDRAWN\n"] {
        assert_eq!(zczc(fields, "").pub_status, Some(PubStatus::Canceled), "{fields}");
    }
}

#[test]
fn nothing_of_several_lines_is_lost() {
    let story = zczc(
        ":BC-TIN\n:ROSTOCK PLANT\n=take one\n=take two\n$EKO\n$Metals of the sea\n+FIN\n^Tin rises\n$Charlie delta mining\n+Foxtrot golf lima\n[read by desk]\n[and again]\n",
        COPY,
    );
    for words in [
        "BC-TIN",
        "ROSTOCK PLANT",
        "take one",
        "take two",
        "EKO",
        "Metals of the sea",
        "FIN",
        "Tin rises",
        "Charlie delta",
        "Foxtrot golf",
        "read by desk",
        "and again",
    ] {
        assert!(says(&story, words), "{words}: {story:?}");
    }
    let story = zczc(":BC-TIN\n:ROSTOCK PLANT\n=take one\n^Tin rises\n$Charlie delta mining\n", COPY);
    assert_eq!(story.headline.as_deref(), Some("Tin rises"));
    assert_eq!(story.slugline.as_deref(), Some("BC-TIN, take one"));
    assert!(usable(&story));
}

#[test]
fn news_in_field_lines_is_not_held() {
    for fields in [
        ":CUBA-EMBARGO\n^EMBARGO ON CUBA MARKS 64 YEARS\n^HAVANA HOLDS RALLY\n",
        ":OIL EMBARGO\n^EU AGREES OIL EMBARGO\n",
        ":POLICE-KILL\n^POLICE KILL GUNMAN IN ROSTOCK\n^HOSTAGES HELD FOR HOURS\n",
        ":KILL-BILL-FILM\n^TARANTINO FILM RETURNS\n",
        ":RACING\n:HOLD-UP\n^BANK HOLD-UP IN ROSTOCK\n",
        "=SENATE HOLD\n^SENATOR LIFTS HOLD ON NOMINEE\n",
        ":BC-TIN\n:BC-TIN-KILLINGS\n^TIN MINERS KILLED IN ROSTOCK\n",
    ] {
        let copy = "   ROSTOCK, March 5, 2026 (Reuters) - Police killed a gunman in Rostock on Thursday, the city said.\n";
        let story = zczc(fields, copy);
        assert!(usable(&story), "{fields}{story:?}");
    }
}

/// A story with a second slug, in each format that has one.
fn with_slugs(first: &str, second: &str) -> Vec<(&'static str, String)> {
    let lead = "LONDON, March 3 (AP) - Tin rose in London on Tuesday as stocks fell.";
    let ninjs = format!(
        r#"{{"uri":"urn:x:1","type":"text","versioncreated":"2026-03-03T10:15:00Z","headline":"Tin rises","slugline":"{first}","slug":"{second}","body_html":"<p>{lead}</p>"}}"#
    );
    let ap = |more: &str| {
        format!(
            r#"{{"data":{{"item":{{"altids":{{"itemid":"z1","slugline":"{first}"}},{more},"version":5,"type":"text","versioncreated":"2026-03-03T10:15:00Z","pubstatus":"usable","headline":"Tin rises","body_nitf":"<p>{lead}</p>"}}}}}}"#
        )
    };
    let nitf = |head: &str| {
        format!(
            "<nitf><head>{head}</head><body><body.head><hedline><hl1>Tin rises</hl1></hedline></body.head><body.content><p>{lead}</p></body.content></body></nitf>"
        )
    };
    let key = format!("<docdata><doc-id id-string=\"a1\"/><du-key key=\"{first}\" version=\"2\"/></docdata>");
    let meta = format!("<meta name=\"slug\" content=\"{second}\"/>");
    let newsml = format!(
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20260303</DateId><NewsItemId>t1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier><NameLabel>{second}</NameLabel></Identification><NewsManagement><NewsItemType FormalName=\"News\"/><ThisRevisionCreated>20260303T101500Z</ThisRevisionCreated><Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Tin rises</HeadLine><SlugLine>{first}</SlugLine></NewsLines><ContentItem><DataContent><p>{lead}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    );
    let g2 = format!(
        "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"u:1\" version=\"1\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2026-03-03T10:15:00Z</versionCreated><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><slugline>{first}</slugline><slugline separator=\"-\">{second}</slugline><headline>Tin rises</headline></contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{lead}</p></body></html></inlineXML></contentSet></newsItem>"
    );
    let anpa = format!(
        "\u{16}\u{16}\u{1}a0310 fzc-\r\nr f bc-{second} 03-03 0150\r\n\u{2}^{first},0150<\r\n^Tin rises<\r\n   LONDON (AP) -- Tin rose in London on Tuesday as stocks fell.<\r\n\u{3}AP-WS-03-03-26 1015GMT<\r\n\u{4}"
    );
    vec![
        ("ninjs", ninjs),
        ("ap slugline", ap(&format!(r#""slugline":"{second}""#))),
        ("ap title", ap(&format!(r#""title":"{second}""#))),
        ("nitf, key first", nitf(&format!("{key}{meta}"))),
        ("nitf, meta first", nitf(&format!("{meta}{key}"))),
        ("newsml 1", newsml),
        ("newsml-g2", g2),
        ("anpa", anpa),
    ]
}

#[test]
fn a_second_slug_is_heard_as_the_first_is() {
    for (slug, kind) in [
        ("BC-Tin-KILL", SignalType::Kill),
        ("BC-Tin-WITHDRAWN", SignalType::Kill),
        ("BC-Tin,HOLD", SignalType::Hold),
        ("BC-Tin/EMBARGOED", SignalType::Embargo),
    ] {
        for (format, file) in with_slugs("BC-Tin", slug) {
            let story = article(&file);
            let wanted = if kind == SignalType::Kill { PubStatus::Canceled } else { PubStatus::Withheld };
            assert_eq!(story.pub_status, Some(wanted), "{format} {slug}: {story:?}");
            assert_eq!(story.slugline.as_deref().unwrap().split(',').next(), Some("BC-Tin"), "{format}");
        }
    }
}

#[test]
fn a_slug_that_is_a_notice_is_heard_in_either_place() {
    for (first, second) in
        [("KILL KILL KILL", "BC-Tin"), ("BC-Tin", "KILL KILL KILL"), ("BC-Tin", "STORY WITHDRAWN")]
    {
        for (format, file) in with_slugs(first, second) {
            // AP's title is its slug only where it looks like one, and no notice has a number of words behind it.
            let other = format == "ap title" && second != "BC-Tin" || format == "anpa" && first != "BC-Tin";
            if !other {
                assert_eq!(article(&file).pub_status, Some(PubStatus::Canceled), "{format} {first} {second}");
            }
        }
    }
    for (format, file) in with_slugs("BC-Tin", "EMBARGOED UNTIL 0700 GMT MARCH 6") {
        assert!(format == "ap title" || !usable(&article(&file)), "{format}");
    }
    for slug in [
        "OIL EMBARGO",
        "EMBARGO CUBA",
        "CUBA EMBARGO TALKS",
        "HOSTAGES HELD",
        "SENATE HOLD",
        "TROOPS WITHDRAWN",
    ] {
        for (format, file) in with_slugs("BC-Tin", slug).into_iter().chain(with_slugs(slug, "BC-Tin")) {
            assert!(usable(&article(&file)), "{format} {slug}");
        }
    }
}

#[test]
fn a_keyword_that_is_a_notice_is_heard() {
    let file = |keyword: &str| {
        format!(
            "<rss version=\"2.0\"><channel><title>Wire</title><item><title>Tin rises</title><guid>1</guid><category>{keyword}</category><description>LONDON, March 3, 2026 (Reuters) - Tin rose on Tuesday.</description></item></channel></rss>"
        )
    };
    for keyword in ["STORY WITHDRAWN", "KILL KILL KILL", "MANDATORY KILL", "EMBARGOED UNTIL 0700 GMT MARCH 6"]
    {
        assert!(!usable(&article(file(keyword))), "{keyword}");
    }
    for keyword in [
        "KILL",
        "HOLD",
        "EMBARGO",
        "OIL EMBARGO",
        "TROOP WITHDRAWAL",
        "Story withdrawn",
        "KILL BILL",
        "HOLD UP",
        "FLIGHTS CANCELLED",
        "DRUG RECALL",
    ] {
        assert!(usable(&article(file(keyword))), "{keyword}");
    }
}

#[test]
fn a_second_slug_of_news_holds_nothing() {
    for slug in [
        "BC-Tin-Killing",
        "BC-Tin-Kill",
        "BC-Tin-Embargo",
        "BC-Tin-Hold-Up",
        "BC-Tin-Withdrawal",
        "BC-Tin,1st Ld",
    ] {
        for (format, file) in with_slugs("BC-Tin", slug) {
            assert!(usable(&article(&file)), "{format} {slug}");
        }
    }
}
