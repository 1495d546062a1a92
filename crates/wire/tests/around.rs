//! What stands around a file says what may be done with the story in it: an envelope, the lines above it, the mail that brings it.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{Article, PubStatus};
use support::{article, parse};

const STORY: &str =
    "OSLO, March 3 (Reuters) - Tin rose 4 percent on Tuesday after a mine in the north closed its gates.";

fn nitf() -> String {
    format!(
        r#"<?xml version="1.0"?><nitf><head><title>Tin rises</title><docdata management-status="usable"><doc-id id-string="CP1"/><date.issue norm="20260303T101500Z"/></docdata></head><body><body.content><p>{STORY}</p></body.content></body></nitf>"#
    )
}

fn ninjs() -> String {
    format!(
        r#"{{"uri": "urn:x:1", "versioncreated": "2026-03-03T10:15:00Z", "pubstatus": "usable", "headline": "Tin rises", "body_html": "<p>{STORY}</p>"}}"#
    )
}

fn g2() -> String {
    format!(
        r#"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:2" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-03T10:15:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineXML><html><body><p>{STORY}</p></body></html></inlineXML></contentSet></newsItem>"#
    )
}

fn rss() -> String {
    format!(
        "<rss><channel><title>News</title><item><title>Tin rises</title><guid>r1</guid><pubDate>Tue, 03 Mar 2026 10:15:00 GMT</pubDate><description>{STORY}</description></item></channel></rss>"
    )
}

fn iptc7901() -> String {
    format!(
        "\u{1}dpa0123 4 wi 120 dpa 0123\r\n\u{2}\r\nTin/Prices/\r\nTin rises =\r\n\r\n   {STORY}\r\n\r\ndpa abc yyzz\r\n\u{3}\r\n031115 Mrz 26\r\n\u{4}\r\n"
    )
}

fn anpa() -> String {
    format!(
        "\u{16}\u{16}\u{1}a0124\u{1f}tin\u{1f}\r\nr f bc-tin 03-03 0250\r\n\u{2}^BC-Tin<\r\n^Tin rises<\r\n   {STORY}\r\n\u{3}\r\n03-03-26 1015GMT\r\n\u{4}\r\n"
    )
}

/// What may be done with a story: its status, and when its embargo ends.
fn fate(article: &Article) -> String {
    let until = article.embargoed_until.map_or(String::new(), |until| format!(" until {until}"));
    format!("{:?}{until}", article.pub_status.unwrap())
}

fn fates(bytes: &str) -> Vec<String> {
    parse(bytes.as_bytes(), None).unwrap().articles.iter().map(fate).collect()
}

const EMBARGOED: &str = "Usable until 2026-03-05T06:00:00Z";

#[test]
fn what_an_envelope_says_of_a_file_in_a_string_holds_for_the_story() {
    let envelopes = [
        (r#""status": "canceled""#, "Canceled"),
        (r#""deleted": true"#, "Canceled"),
        (r#""action": "delete""#, "Canceled"),
        (r#""operation": "kill""#, "Canceled"),
        (r#""hold": true"#, "Withheld"),
        (r#""embargo": "2026-03-05T06:00:00Z""#, EMBARGOED),
        (r#""embargoUntil": "2026-03-05T06:00:00Z""#, EMBARGOED),
        (r#""editorial_note": "STORY WITHDRAWN. Do not use.""#, "Canceled"),
        (r#""status": "usable""#, "Usable"),
        (r#""embargo": "2026-03-01T06:00:00Z""#, "Usable"),
        (r#""event": {"status": "canceled"}"#, "Usable"),
        (r#""previous": {"status": "canceled"}"#, "Usable"),
        (r#""deleted": false"#, "Usable"),
    ];
    for file in [nitf(), ninjs(), g2(), rss()] {
        let file = serde_json::to_string(&file).unwrap();
        for (says, expected) in envelopes {
            for json in [
                format!(r#"{{{says}, "payload": {file}}}"#),
                format!(r#"{{"payload": {file}, {says}}}"#),
                format!(r#"{{"meta": {{{says}}}, "content": {file}}}"#),
                format!(r#"{{"messages": [{{{says}, "body": {file}}}]}}"#),
            ] {
                assert_eq!(fates(&json), [expected], "{json}");
            }
        }
    }
}

#[test]
fn an_envelope_speaks_of_its_own_file_and_not_of_its_neighbour() {
    let file = serde_json::to_string(&nitf()).unwrap();
    let json = format!(r#"{{"messages": [{{"status": "killed", "body": {file}}}, {{"body": {file}}}]}}"#);
    assert_eq!(fates(&json), ["Canceled", "Usable"]);
    let json = format!(r#"{{"status": "withheld", "messages": [{{"body": {file}}}, {{"body": {file}}}]}}"#);
    assert_eq!(fates(&json), ["Withheld", "Withheld"]);
}

#[test]
fn that_the_envelope_and_the_file_differ_is_said() {
    let json = format!(r#"{{"status": "canceled", "payload": {}}}"#, serde_json::to_string(&nitf()).unwrap());
    let article = article(json);
    let said = |warning: &article::Warning| {
        warning.code == "status_differs" && warning.text == "usable, but the envelope: canceled"
    };
    assert!(article.warnings.iter().any(said), "{:?}", article.warnings);
}

#[test]
fn an_envelope_names_and_dates_a_story_that_does_not_do_so_itself() {
    let file = format!(
        "<nitf><head><title>Tin rises</title></head><body><body.content><p>{STORY}</p></body.content></body></nitf>"
    );
    let json = format!(
        r#"{{"id": "urn:a:7", "version": 3, "sent": "2026-03-03T10:20:00Z", "payload": {}}}"#,
        serde_json::to_string(&file).unwrap()
    );
    let told = article(json);
    assert_eq!((&told.id[..], told.version), ("urn:a:7", 3));
    assert_eq!(told.published_at.map(|when| when.to_string()).as_deref(), Some("2026-03-03T10:20:00Z"));
    let json = format!(r#"{{"id": "urn:a:7", "payload": {}}}"#, serde_json::to_string(&nitf()).unwrap());
    assert_eq!(article(json).id, "CP1");
}

#[test]
fn the_signals_of_an_article_bind_the_file_in_its_text() {
    for file in [nitf(), g2(), rss(), ninjs(), iptc7901(), STORY.to_owned()] {
        let text = serde_json::to_string(&file).unwrap();
        for (kind, expected) in [("kill", "Canceled"), ("hold", "Withheld"), ("correction", "Usable")] {
            let json = format!(
                r#"{{"schema": "dateline.article/1", "signals": [{{"type": "{kind}", "text": null, "target": null}}], "pub_status": "usable", "text": {text}}}"#
            );
            assert_eq!(fates(&json), [expected], "{json}");
        }
    }
}

#[test]
fn words_and_lines_above_a_file_hold_for_the_story_in_it() {
    let above = [
        ("KILL KILL KILL\n\n", "Canceled"),
        ("MANDATORY KILL\n", "Canceled"),
        ("Please do not use the story below.\n\n", "Canceled"),
        ("EMBARGOED UNTIL 0600 GMT Thursday, March 5, 2026\n\n", EMBARGOED),
        ("2026-03-03 10:15:00 INFO received status=canceled ", "Canceled"),
        ("2026-03-03 10:15:00 INFO received embargo=2026-03-05T06:00:00Z bytes=1200\n", EMBARGOED),
        ("POST /in HTTP/1.1\r\nHost: x.example\r\nX-Embargo: 2026-03-05T06:00:00Z\r\n\r\n", EMBARGOED),
        ("X-Status: canceled\r\nContent-Type: text/plain\r\n\r\n", "Canceled"),
        // Of another line of the log, of a server, of nothing.
        (
            "2026-03-03 10:14:00 INFO sent a7 status=canceled\n2026-03-03 10:15:00 INFO received a8\n",
            "Usable",
        ),
        ("HTTP/1.1 200 OK\r\nStatus: 200 OK\r\nContent-Type: text/plain\r\n\r\n", "Usable"),
        ("2026-03-03 10:15:00 INFO received state=ok action=store embargo=none ", "Usable"),
        ("Here is the story about the cancelled strike and the oil embargo:\n\n", "Usable"),
    ];
    for (words, expected) in above {
        for file in [nitf(), ninjs(), g2(), rss(), iptc7901(), anpa()] {
            // A header begins its line.
            let file =
                if words.ends_with(' ') && file.contains('\u{2}') { format!("\n{file}") } else { file };
            assert_eq!(fates(&format!("{words}{file}")), [expected], "{words}{file}");
        }
    }
}

#[test]
fn an_envelope_of_xml_of_no_known_format_is_heard() {
    for (says, expected) in [
        ("<embargo>2026-03-05T06:00:00Z</embargo>", EMBARGOED),
        ("<x:status>killed</x:status>", "Canceled"),
        ("<story status='withheld'/>", "Withheld"),
        ("<status>final</status>", "Usable"),
    ] {
        for file in [nitf(), g2()] {
            let file = file.trim_start_matches(r#"<?xml version="1.0"?>"#);
            let before =
                format!("<?xml version=\"1.0\"?><envelope>{says}<payload>{file}</payload></envelope>");
            let behind =
                format!("<?xml version=\"1.0\"?><envelope><payload>{file}</payload>{says}</envelope>");
            for xml in [before, behind] {
                assert_eq!(fates(&xml), [expected], "{xml}");
            }
        }
    }
}

#[test]
fn what_a_mail_says_holds_for_the_wire_message_in_it() {
    let mails = [
        ("Tin", "X-Embargo: 2026-03-05T06:00:00Z\r\n", "", EMBARGOED),
        ("KILL KILL KILL", "", "", "Canceled"),
        ("KILL: Tin", "", "", "Canceled"),
        ("EMBARGO until 0600 GMT Thursday, March 5, 2026", "", "", EMBARGOED),
        ("Tin", "X-Status: canceled\r\n", "", "Canceled"),
        ("Tin", "", "Please do not use the attached story.", "Canceled"),
        ("Tin", "", "See attached.", "Usable"),
    ];
    for (subject, more, cover, expected) in mails {
        for file in [iptc7901(), anpa()] {
            let head = format!(
                "From: Desk <desk@wire.example>\r\nSubject: {subject}\r\nDate: Tue, 3 Mar 2026 10:15:00 +0000\r\nMessage-ID: <1@wire.example>\r\n{more}"
            );
            let parts = format!(
                "{head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\n{cover}\r\n--B\r\nContent-Type: application/octet-stream; name=\"s.dat\"\r\nContent-Disposition: attachment; filename=\"s.dat\"\r\n\r\n{file}\r\n--B--\r\n"
            );
            assert_eq!(fates(&parts), [expected], "{parts}");
            if cover.is_empty() {
                let bare = format!("{head}\r\n{file}");
                assert_eq!(fates(&bare), [expected], "{bare}");
            }
        }
    }
}

#[test]
fn a_mail_and_a_story_before_a_wire_message_are_two_stories_and_each_has_its_own_fate() {
    let mail = |more: &str| {
        format!(
            "From: Desk <desk@wire.example>\r\nSubject: Zinc falls\r\nDate: Tue, 3 Mar 2026 10:15:00 +0000\r\nMessage-ID: <1@wire.example>\r\n{more}\r\nROME, March 3 (Reuters) - Zinc fell 2 percent on Tuesday.\r\n"
        )
    };
    let killed = iptc7901().replace("Tin/Prices/\r\n", "KILL KILL KILL =\r\n\r\nTin/Prices/\r\n");
    assert_eq!(fates(&format!("{}{}", mail("X-Status: canceled\r\n"), iptc7901())), ["Canceled", "Usable"]);
    assert_eq!(fates(&format!("{}{killed}", mail(""))), ["Usable", "Canceled"]);
    let text = "Zinc falls\n\nROME, March 3 (Reuters) - Zinc fell 2 percent on Tuesday.\n\n";
    assert_eq!(fates(&format!("KILL KILL KILL\n\n{text}{}", iptc7901())), ["Canceled", "Usable"]);
    assert_eq!(parse(format!("{text}{}", anpa()).as_bytes(), None).unwrap().articles.len(), 2);
}

#[test]
fn the_headers_of_a_request_hold_for_the_copy_below_them_and_are_none_of_it() {
    let telegraph = format!("ZCZC AB0123\n^Tin rises\n   {STORY}\n\nNNNN\n");
    for copy in [format!("Tin rises\n\n{STORY}\n"), telegraph, nitf()] {
        for (header, expected) in [
            ("X-Embargo: 2026-03-05T06:00:00Z", EMBARGOED),
            ("X-Status: canceled", "Canceled"),
            ("X-Status: 200", "Usable"),
            ("Host: wire.example", "Usable"),
        ] {
            for first in ["POST /in HTTP/1.1", "HTTP/1.1 200 OK"] {
                let request = format!("{first}\r\nHost: a.example\r\n{header}\r\n\r\n{copy}");
                assert_eq!(fates(&request), [expected], "{request}");
                assert_eq!(article(&request).headline.as_deref(), Some("Tin rises"), "{request}");
            }
        }
    }
}

#[test]
fn a_file_behind_a_story_is_a_story_of_its_own_with_its_own_fate() {
    let mail = |name: &str, more: &str| {
        format!(
            "From: Desk <desk@wire.example>\nTo: x@a.example\nSubject: Zinc falls\nDate: Tue, 3 Mar 2026 10:15:00 +0000\nMessage-ID: <{name}@wire.example>\nContent-Type: text/plain; charset=utf-8\n{more}\nROME, March 3 (Reuters) - Zinc fell 2 percent on Tuesday.\n\nNickel rose.\n"
        )
    };
    let text = "Zinc falls\n\nROME, March 3 (Reuters) - Zinc fell 2 percent on Tuesday.\n\nNickel rose.\n";
    let killed = [
        nitf().replace("\"usable\"", "\"canceled\""),
        ninjs().replace("\"usable\"", "\"canceled\""),
        g2().replace("stat:usable", "stat:canceled"),
        rss().replace("<item>", "<item><x:status xmlns:x=\"urn:x\">canceled</x:status>"),
        format!("ZCZC AB0123\n^Tin rises\nKILL KILL KILL\n   {STORY}\n\nNNNN\n"),
        mail("2", "X-Status: canceled\n"),
    ];
    for file in killed {
        for before in [text, &mail("1", "")] {
            for joint in ["", "\n", "\n\n"] {
                let both = format!("{before}{joint}{file}");
                assert_eq!(fates(&both), ["Usable", "Canceled"], "{both}");
                let parsed = parse(both.as_bytes(), None).unwrap();
                let own = &parsed.articles[0].text;
                assert!(own.trim_end().ends_with("Nickel rose."), "{own}");
            }
        }
    }
    // The other way round.
    let both = format!("{}{}", mail("1", "X-Status: canceled\n"), nitf());
    assert_eq!(fates(&both), ["Canceled", "Usable"]);
    // Two stories that nothing parts are one, which is held.
    assert_eq!(
        fates(&format!("{text}\nKILL KILL KILL\n\nTin rises\n\n{STORY}\n\nIt was open for 90 years.\n")),
        ["Canceled"]
    );
}

#[test]
fn a_story_that_goes_on_behind_what_it_quotes_is_one() {
    let rest = "The show runs until May, and the museum asks for 3 euros.";
    for quoted in [
        nitf(),
        ninjs(),
        "ZCZC\nAB0123\nKING DIES\nNNNN".to_owned(),
        "From: a@b.example\nTo: c@d.example\nDate: Tue, 3 Mar 2026 10:15:00 +0000\nSubject: The king\n\nHe is dead.".to_owned(),
    ] {
        let story = format!("How wires told it\n\n{STORY}\n\n{quoted}\n\n{rest}\n");
        let parsed = parse(story.as_bytes(), None).unwrap();
        assert_eq!(parsed.articles.len(), 1, "{story}");
        assert!(parsed.articles[0].text.contains(rest), "{story}");
    }
}

#[test]
fn a_header_that_holds_a_story_is_read_without_its_colon_and_below_a_blank_line() {
    let mail = |header: &str| {
        format!(
            "From: Desk <desk@wire.example>\nSubject: Zinc falls\nDate: Tue, 3 Mar 2026 10:15:00 +0000\n{header}\n\nROME, March 3 (Reuters) - Zinc fell 2 percent on Tuesday.\n"
        )
    };
    for header in [
        "X-Embargo: 2026-03-05T06:00:00Z",
        "X-Embargo 2026-03-05T06:00:00Z",
        "X-Embargo; 2026-03-05T06:00:00Z",
        "X-Embargo= 2026-03-05T06:00:00Z",
        "\nX-Embargo: 2026-03-05T06:00:00Z",
    ] {
        assert_eq!(fates(&mail(header)), [EMBARGOED], "{header}");
    }
    assert_eq!(fates(&mail("X-Status; canceled")), ["Canceled"]);
    assert_eq!(fates(&mail("X-Status: RO")), ["Usable"]);
}

#[test]
fn the_stricter_word_of_a_file_is_not_lifted_by_what_stands_around_it() {
    let killed = nitf().replace("\"usable\"", "\"canceled\"");
    let json = format!(r#"{{"status": "usable", "payload": {}}}"#, serde_json::to_string(&killed).unwrap());
    assert_eq!(article(json).pub_status, Some(PubStatus::Canceled));
    assert_eq!(fates(&format!("X-Status: usable\r\nX-Release: now\r\n\r\n{killed}")), ["Canceled"]);
}
