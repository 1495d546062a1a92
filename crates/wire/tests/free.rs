//! What only looks as if it held a story back: names with a word behind them, sentences of the story, entries of a diary, lines in the
//! middle of a paragraph; and beside each what does hold one back. `held.rs` has the places of all formats.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::PubStatus;
use support::article;

use PubStatus::{Canceled, Usable, Withheld};

const LEAD: &str = "LONDON, March 3 (Reuters) - A mine was shut in Bergen on Tuesday, the board said.";
const NEXT: &str = "It had been open for 90 years, and some 300 men worked there until last month.";

/// A story in copy, in a transmission, by mail and in JSON, with these paragraphs between its first and its last.
fn stories(headline: &str, inside: &[&str], last: &[&str]) -> [(&'static str, String); 4] {
    let paragraphs = [&[LEAD][..], inside, &[NEXT], last].concat();
    let copy = paragraphs.join("\n\n");
    [
        ("text", format!("{headline}\n\n{copy}\n")),
        (
            "iptc7901",
            format!(
                "\u{1}DPA0123 4 WI 120\r\n\u{2}{headline} =\r\n\r\n{copy}\r\n\u{3}\r\n031015 GMT Mar 26\r\n\u{4}"
            ),
        ),
        (
            "mail",
            format!(
                "From: Desk <desk@a.example>\nDate: Tue, 3 Mar 2026 10:15:00 +0000\nMessage-ID: <1@a.example>\nContent-Type: text/plain; charset=utf-8\nSubject: {headline}\n\n{copy}\n"
            ),
        ),
        ("ninjs", ninjs(headline, "", &copy)),
    ]
}

fn ninjs(headline: &str, note: &str, body: &str) -> String {
    serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "pubstatus": "usable", "headline": headline, "ednote": note,
        "body_text": body,
    })
    .to_string()
}

fn check(words: &str, files: &[(&'static str, String)], expected: PubStatus) {
    for (name, file) in files {
        let article = article(file);
        assert_eq!(article.pub_status, Some(expected), "{name}: `{words}`: {:?}", article.signals);
    }
}

#[test]
fn a_name_and_a_word_behind_a_colon_are_a_headline_and_no_label() {
    for headline in [
        "Acme: HOLD",
        "Film: KILL",
        "Film review: KILL",
        "Book: EMBARGO",
        "STOCK RATING: HOLD",
        "US TARIFFS: ON HOLD",
        "VIDEO: KILL",
        "BID FOR ACME: WITHDRAWN",
        "ACME BID - WITHDRAWN",
        "Gesperrt: A7 bis Freitag",
    ] {
        let files = stories(headline, &[], &[]);
        check(headline, &files, Usable);
        for (name, file) in files {
            assert_eq!(article(file).headline.as_deref(), Some(headline), "{name}");
        }
    }
    for (headline, expected) in [
        ("Mine shut in Bergen: HOLD", Withheld),
        ("MINE SHUT IN BERGEN: KILL", Canceled),
        ("Mine shut - WITHDRAWN", Canceled),
        ("MINE SHUT - KILL", Canceled),
        ("KILL: Acme", Canceled),
        ("Gesperrt bis Mittwoch, 4. März", Withheld),
    ] {
        check(headline, &stories(headline, &[], &[]), expected);
    }
}

#[test]
fn editors_are_told_to_kill_or_hold_a_story_by_its_name() {
    for (note, expected) in [
        ("Kill Acme takeover", Canceled),
        ("KILL ACME TAKEOVER", Canceled),
        ("Please kill Acme takeover, sent in error", Canceled),
        ("Please kill \"takeover of Acme\"", Canceled),
        ("Adds quote. Kill BRITAIN-TRADE.", Canceled),
        ("Please hold Acme takeover", Withheld),
        ("Kill 4th graf", Usable),
        ("KILL GRAF 4", Usable),
        ("Kill Acme photo", Usable),
        ("Kills Acme quote in 3rd paragraph", Usable),
        ("Hold Acme graphic", Usable),
        ("With photos. Hold music is by Grieg.", Usable),
        ("Adds that police kill two.", Usable),
    ] {
        check(note, &[("ninjs", ninjs("Mine shut", note, LEAD))], expected);
        check(note, &[("text", format!("Eds: {note}\n\nMine shut\n\n{LEAD}\n"))], expected);
    }
}

#[test]
fn sentences_of_the_story_hold_nothing_wherever_they_stand() {
    for words in [
        "The report was embargoed until Friday.",
        "The news was embargoed until Friday.",
        "The report, embargoed until Friday, leaked.",
        "The story was killed.",
        "The article was retracted.",
        "The item was withdrawn.",
        "The report has been withdrawn.",
        "Die Meldung wurde zurückgezogen.",
        "Do not use it.",
    ] {
        check(words, &stories("Mine shut", &[words], &[]), Usable);
        check(words, &stories("Mine shut", &[], &[words]), Usable);
    }
    for (words, expected) in [
        ("This report is embargoed until Friday.", Withheld),
        ("The report is under embargo until Friday.", Withheld),
        ("The story has been withdrawn.", Canceled),
        ("This story was withdrawn.", Canceled),
        ("Diese Meldung wurde zurückgezogen.", Canceled),
        ("Report withdrawn", Canceled),
        ("Do not use.", Canceled),
    ] {
        check(words, &stories("Mine shut", &[], &[words]), expected);
    }
}

#[test]
fn an_entry_of_a_diary_is_embargoed_alone() {
    const ENTRIES: &str = "0900 GMT - LONDON: Bank speaks (embargoed to 0930)\n1000 GMT - PARIS: Insee, exports (EMBARGO 1000)\n1100 GMT - ROME: Strike (CANCELLED)\nCANCELLED: ROME visit\nHOLD: BERLIN visit";
    let signed = format!("NEW YORK (AP) _ These are the events of Tuesday:\n\nTUESDAY, MARCH 3\n{ENTRIES}");
    let bare =
        "09.00 Wiesbaden: Export (Sperrfrist 09.00)\n10.30 Berlin: Minister speaks (embargoed until 1100)";
    for diary in [&signed, bare] {
        let files = [
            ("text", format!("Events of the day\n\n{diary}\n")),
            ("zczc", format!("ZCZC AB0123\nEvents of the day\n\n{diary}\n\nNNNN\n")),
            ("ninjs", ninjs("Events of the day", "", diary)),
        ];
        check(diary, &files, Usable);
        // What stands above it is of all.
        let held = [
            (
                "text",
                format!("EMBARGOED UNTIL 0600 GMT, WEDNESDAY, MARCH 4\n\nEvents of the day\n\n{diary}\n"),
            ),
            ("ninjs", ninjs("Events of the day", "Embargoed until further notice", diary)),
        ];
        for (name, file) in held {
            let article = article(file);
            let is_held = article.pub_status == Some(Withheld) || article.embargoed_until.is_some();
            assert!(is_held, "{name}: {:?}", article.signals);
        }
    }
    let recommended =
        "NEW YORK (AP) _ These are the figures of Tuesday:\n\nAcme: BUY\nBeta: HOLD\nGamma: SELL";
    check(recommended, &[("text", format!("Figures\n\n{recommended}\n"))], Usable);
}

#[test]
fn a_line_in_the_middle_of_a_sentence_is_none_of_its_own() {
    const ABOVE: &str = "The clerk told the court on Tuesday that the words in the letter were";
    for (words, below) in [
        ("Sperrfrist: Freitag", "and that no one had read them."),
        ("Embargoed until Friday, it leaked. He then read the rest, and they met", "again on Wednesday."),
        ("Please kill this story. He then read the rest of it, and they met", "again on Wednesday."),
        ("This story is withdrawn. He then read the rest of it, and they met", "again on Wednesday."),
        ("For release Friday", "in small letters, and no more."),
    ] {
        let paragraph = format!("{ABOVE}\n{words}\n{below}");
        check(words, &stories("Mine shut", &[&paragraph], &[]), Usable);
        check(words, &stories("Mine shut", &[], &[&paragraph]), Usable);
    }
    // Apart from the paragraph it is one of its own.
    for paragraph in [
        format!("{ABOVE}\n\nEMBARGOED UNTIL 0600 GMT, WEDNESDAY"),
        format!("{ABOVE} these.\nEMBARGOED UNTIL FURTHER NOTICE"),
    ] {
        for (name, file) in stories("Mine shut", &[], &[&paragraph]) {
            let article = article(file);
            let is_held = article.pub_status == Some(Withheld) || article.embargoed_until.is_some();
            assert!(is_held, "{name}: {paragraph}");
        }
    }
}

/// An item of ninjs with these fields besides its own.
fn with_fields(fields: &str) -> String {
    format!(
        r#"{{"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "pubstatus": "usable", "headline": "Mine shut", "body_text": "{LEAD}", {fields}}}"#
    )
}

#[test]
fn a_flag_takes_a_story_back_or_holds_it() {
    for (fields, expected) in [
        (r#""deleted": true"#, Canceled),
        (r#""isDeleted": 1"#, Canceled),
        (r#""deleted_at": "2026-03-03T10:20:00Z""#, Canceled),
        (r#""kill": true"#, Canceled),
        (r#""killed": "yes""#, Canceled),
        (r#""extra": {"is_withdrawn": "true"}"#, Canceled),
        (r#""cancelled": true"#, Canceled),
        (r#""takedown": true"#, Canceled),
        (r#""do_not_use": true"#, Canceled),
        (r#""doNotPublish": true"#, Canceled),
        (r#""evttype": "delete""#, Canceled),
        (r#""hold": true"#, Withheld),
        (r#""on_hold": true"#, Withheld),
        (r#""usable": false"#, Withheld),
        (r#""published": false"#, Withheld),
        (r#""deleted": false"#, Usable),
        (r#""deleted_at": null"#, Usable),
        (r#""kill": 0"#, Usable),
        (r#""usable": true"#, Usable),
        (r#""published": "2026-03-03T10:15:00Z""#, Usable),
        (r#""event": [{"name": "Concert", "cancelled": true}]"#, Usable),
        (r#""event": [{"name": "Concert", "status": "cancelled"}]"#, Usable),
        (r#""previousVersion": {"pubstatus": "canceled", "uri": "a:0"}"#, Usable),
        (r#""renditions": {"o": {"status": "withheld", "href": "x"}}"#, Usable),
        (r#""ednote_history": ["Embargoed until 0600"]"#, Usable),
    ] {
        check(fields, &[("ninjs", with_fields(fields))], expected);
    }
    let body = format!(
        "<body><body.head><hedline><hl1>Mine shut</hl1></hedline></body.head><body.content><p>{LEAD}</p></body.content></body>"
    );
    let nitf = |meta: &str| format!("<nitf><head>{meta}</head>{body}</nitf>");
    check("meta", &[("nitf", nitf(r#"<meta name="kill" content="true"/>"#))], Canceled);
    check("meta", &[("nitf", nitf(r#"<meta name="kill" content="false"/>"#))], Usable);
    let feed = |flag: &str| {
        format!(
            r#"{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": "1", "content_text": "{LEAD}", "_deleted": {flag}}}]}}"#
        )
    };
    check("_deleted", &[("json feed", feed("true"))], Canceled);
    check("_deleted", &[("json feed", feed("false"))], Usable);
    let own =
        |flag: &str| format!(r#"{{"schema": "dateline.article/1", "text": "{LEAD}", "deleted": {flag}}}"#);
    check("deleted", &[("article", own("true"))], Canceled);
    check("deleted", &[("article", own("false"))], Usable);
    let activity = with_fields(r#""version": "1""#);
    check("change", &[("envelope", format!(r#"{{"change": "DELETE", "item": {activity}}}"#))], Canceled);
    check("change", &[("envelope", format!(r#"{{"change": "CREATE", "item": {activity}}}"#))], Usable);
}

#[test]
fn a_field_for_embargoes_that_names_none_holds_nothing() {
    for value in ["\"N\"", "\"No embargo\"", "\"keine\"", "\"immediate\"", "\"-\"", "\"n/a\"", "false"] {
        let fields = format!(r#""extra": {{"embargo": {value}}}"#);
        check(&fields, &[("ninjs", with_fields(&fields))], Usable);
    }
    for fields in [r#""extra": {"embargo_lifted": true}"#, r#""embargoed_countries": ["CU"]"#] {
        check(fields, &[("ninjs", with_fields(fields))], Usable);
    }
    check("embargo", &[("ninjs", with_fields(r#""extra": {"embargo": "Friday"}"#))], Withheld);
    check("later", &[("ninjs", with_fields(r#""embargo_lifted": false, "embargo": "Friday""#))], Withheld);
    for (note, expected) in [("Embargo: n/a", Usable), ("Embargo: -", Usable), ("- EMBARGO -", Withheld)] {
        check(note, &[("ninjs", ninjs("Mine shut", note, LEAD))], expected);
    }
    let later = article(with_fields(r#""availableFrom": "2026-03-05T00:00:00Z""#));
    assert_eq!(later.embargoed_until.map(|until| until.to_string()).as_deref(), Some("2026-03-05T00:00:00Z"));
}

#[test]
fn a_tombstone_of_atom_is_a_canceled_article() {
    let tombstone = r#"<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:1" when="2026-03-03T10:15:00Z"/>"#;
    let deleted = article(tombstone);
    assert_eq!((deleted.id.as_str(), deleted.pub_status), ("urn:1", Some(Canceled)));
    let feed = format!(r#"<feed xmlns="http://www.w3.org/2005/Atom">{tombstone}</feed>"#);
    let deleted = article(&feed);
    assert_eq!((deleted.id.as_str(), deleted.pub_status), ("urn:1", Some(Canceled)));
}

#[test]
fn what_an_item_is_and_from_when_it_may_be_used_counts() {
    let g2 = |rights: &str, meta: &str, content: &str| {
        format!(
            r#"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g1" version="1">{rights}<itemMeta><versionCreated>2026-03-03T10:15:00Z</versionCreated><pubStatus qcode="stat:usable"/>{meta}</itemMeta><contentMeta>{content}<headline>Mine shut</headline></contentMeta><contentSet><inlineXML><html><body><p>{LEAD}</p></body></html></inlineXML></contentSet></newsItem>"#
        )
    };
    for (meta, content, expected) in [
        (r#"<role qcode="irole:kill"/>"#, "", Canceled),
        ("<profile>KILL</profile>", "", Canceled),
        (r#"<itemMetaExtProperty rel="x:deleted" value="true"/>"#, "", Canceled),
        ("", r#"<genre qcode="genre:Kill"/>"#, Canceled),
        (r#"<role qcode="irole:advance"/>"#, r#"<genre qcode="genre:Advance"/>"#, Usable),
    ] {
        check(meta, &[("g2", g2("", meta, content))], expected);
    }
    let until = |file: &str| article(file).embargoed_until.map(|until| until.to_string());
    let later = Some("2026-03-05T00:00:00Z".to_owned());
    assert_eq!(until(&g2(r#"<rightsInfo validfrom="2026-03-05T00:00:00Z"/>"#, "", "")), later);
    assert_eq!(until(&g2(r#"<rightsInfo validfrom="2026-03-01T00:00:00Z"/>"#, "", "")), None);
    let nitf = |from: &str| {
        format!(
            r#"<nitf><head><docdata><date.issue norm="20260303T101500Z"/></docdata></head><body><body.head><hedline><hl1>Mine shut</hl1></hedline><rights><rights.startdate norm="{from}"/></rights></body.head><body.content><p>{LEAD}</p></body.content></body></nitf>"#
        )
    };
    assert_eq!(until(&nitf("20260305T000000Z")), later);
    assert_eq!(until(&nitf("20260301T000000Z")), None);
}

#[test]
fn an_order_of_a_court_that_is_mandatory_takes_no_story_back() {
    let told = "The takedown is mandatory, a judge ruled.";
    check(told, &stories("Europol hails takedown of botnet", &[told], &[]), Usable);
    let told = "Servers were seized in six states. The takedown is mandatory.";
    check(told, &stories("Europol hails takedown of botnet", &[], &[told]), Usable);
    let said = "This kill/takedown is mandatory.";
    check(said, &stories("Europol hails takedown of botnet", &[], &[said]), Canceled);
}
