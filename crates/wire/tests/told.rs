//! Whether words that take a story back are of the story that they stand in: the wire's own are, and those that the story tells of
//! another are not; and further places and words that hold a story.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{Article, PubStatus};
use support::article;

use PubStatus::{Canceled, Usable, Withheld};

const LEAD: &str =
    "BERGEN, March 3, 2026 (Xinhua) -- Tin rose in Bergen on Tuesday, and zinc fell, the mining board said.";
const NEXT: &str = "Copper was the same as on the day before, and nickel rose by as much as 2 percent.";
const THEN: &str = "Traders had expected that all of them would fall, they told Xinhua.";

/// With the words between the paragraphs of a story, and with them below the last.
fn inside(words: &str) -> Article {
    article(format!("Tin rises\n\n{LEAD}\n\n{words}\n\n{NEXT}\n\n{THEN}\n"))
}
fn last(words: &str) -> Article {
    article(format!("Tin rises\n\n{LEAD}\n\n{NEXT}\n\n{THEN}\n\n{words}\n"))
}
fn noted(note: &str) -> Article {
    fields(serde_json::json!({"ednote": note}))
}
fn fields(more: serde_json::Value) -> Article {
    let mut story = serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "pubstatus": "usable", "headline": "Tin rises", "body_text": LEAD,
    });
    let serde_json::Value::Object(more) = more else { panic!("fields are an object") };
    story.as_object_mut().unwrap().extend(more);
    article(story.to_string())
}

fn is_held(article: &Article) -> bool {
    article.pub_status != Some(Usable) || article.embargoed_until.is_some()
}

#[test]
fn what_a_story_tells_of_the_item_of_another_leaves_it_free() {
    for words in [
        "\"The item sent at 1000 GMT has been cancelled,\" the agency told its clients.",
        "\"The item sent at 1000 GMT has been cancelled.\"",
        "The message read: The item sent at 1000 GMT has been cancelled.",
        "The agency said: This story has been withdrawn.",
        "He said the item sent at 1000 GMT had been cancelled.",
        "The alert sent at 0807 local time was cancelled 38 minutes later.",
        "The alert sent at 0807 was withdrawn.",
        "„Die Meldung dpa 0123 wird zurückgezogen“, schrieb die Agentur.",
        "« La dépêche de 10H00 est annulée », a écrit l'agence.",
    ] {
        for story in [inside(words), last(words)] {
            assert_eq!(story.pub_status, Some(Usable), "{words}");
        }
    }
    for words in [
        "The item sent at 1000 GMT has been cancelled.",
        "Die Meldung von 10.00 Uhr wurde zurückgezogen.",
        "The report is embargoed until Friday.",
        "The agency told its clients on Tuesday:\n\nThis story has been withdrawn.",
    ] {
        assert_eq!(inside(words).pub_status, Some(Usable), "{words}");
    }
}

#[test]
fn the_wires_own_notice_is_heard_between_paragraphs_too() {
    for words in [
        "This story has been withdrawn.",
        "(This story has been withdrawn.)",
        "EDITORS: This story is withdrawn.",
        "Editors: The item sent at 1000 GMT has been cancelled.",
        "DO NOT USE THE STORY SENT AT 1000 GMT",
    ] {
        for story in [inside(words), last(words)] {
            assert_eq!(story.pub_status, Some(Canceled), "{words}");
        }
    }
    for words in [
        "Please read: this story has been withdrawn.",
        "As reported, this story has been withdrawn.",
        "Reuters said it has withdrawn this story.",
        "L'AFP dit annuler cette dépêche.",
        "Dit ANP-bericht vervalt.",
    ] {
        assert_eq!(last(words).pub_status, Some(Canceled), "{words}");
        let above = article(format!("{words}\n\nTin rises\n\n{LEAD}\n\n{NEXT}\n"));
        assert_eq!(above.pub_status, Some(Canceled), "{words}");
    }
    let above = format!("Tin rises\n\nThe item sent at 1000 GMT has been cancelled.\n\n{LEAD}\n\n{NEXT}\n");
    assert_eq!(article(above).pub_status, Some(Canceled));
}

#[test]
fn a_notice_alone_is_heard_with_its_label_its_reason_and_the_name_of_the_agency() {
    for words in [
        "KILLS: \"Tin rises,\" sent at 10:15 a.m. The story is wrong.",
        "Rogamos a nuestros abonados que no utilicen la noticia \"Sube el estaño\", ya que contiene un error.\n\nEFE",
        "Mitätöinti: STT:n uutinen \"Tina nousee\" on mitätöity.",
    ] {
        assert_eq!(article(format!("{words}\n")).pub_status, Some(Canceled), "{words}");
    }
}

#[test]
fn plain_orders_to_take_a_story_down_are_heard() {
    for note in [
        "Unpublish",
        "Please unpublish this story",
        "Please remove this story from your websites",
        "Please take down",
        "Please pull this story",
        "Please spike",
        "Delete this story",
        "DONOTUSE",
        "Queda sin efecto esta noticia",
    ] {
        assert_eq!(noted(note).pub_status, Some(Canceled), "{note}");
    }
    for note in ["DRAFT", "Entwurf", "Publication prohibited"] {
        assert_eq!(noted(note).pub_status, Some(Withheld), "{note}");
    }
    for note in [
        "Trims. A kill fee story slugged KILL-FEE moves separately.",
        "Adds draft picks",
        "Please remove the second graf from the story.",
        "Adds that the court told the paper to remove the picture",
    ] {
        assert_eq!(noted(note).pub_status, Some(Usable), "{note}");
    }
    let headed = fields(serde_json::json!({"headline": "DRAFT"}));
    assert_eq!(headed.pub_status, Some(Usable), "of players");
}

#[test]
fn a_word_with_hyphens_that_nobody_sees_is_heard_as_it_is_read() {
    let words = "EMBAR\u{ad}GOED UNTIL 0600 GMT MARCH 4";
    let above = article(format!("{words}\n\nTin rises\n\n{LEAD}\n\n{NEXT}\n"));
    for story in [noted(words), above] {
        assert_eq!(
            story.embargoed_until.map(|until| until.to_string()).as_deref(),
            Some("2026-03-04T06:00:00Z")
        );
    }
}

#[test]
fn a_slug_may_begin_with_a_label_that_takes_the_story_back() {
    let slugged = |slug: &str| is_held(&fields(serde_json::json!({"slugline": slug})));
    for slug in [
        "KILL/BERGEN-TIN",
        "WITHDRAWN/BERGEN-TIN",
        "KILL-Bergen-Tin",
        "Annulation/Bergen",
        "STORNO/Zinn",
        "SPERRFRIST/Zinn",
        "EMBARGOED/BERGEN-TIN",
        "BERGEN-TIN EMBARGOED",
        "BERGEN-TIN KILL",
    ] {
        assert!(slugged(slug), "{slug}");
    }
    for slug in [
        "KILL-BILL-FILM",
        "HOLD-UP/BANK",
        "US-KILL/SWITCH",
        "EMBARGO/CUBA",
        "CUBA-EMBARGO",
        "RELEASE/FILM",
        "POLICE-KILL",
        "SPORT-WITHDRAWN",
        "TIN MINE KILL",
    ] {
        assert!(!slugged(slug), "{slug}");
    }
}

#[test]
fn a_time_from_which_an_item_is_valid_or_its_use_permitted_is_an_embargo_if_it_lies_ahead() {
    let g2 = |attributes: &str, rights: &str| {
        article(format!(
            "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"a:1\" version=\"1\" {attributes}>{rights}<itemMeta><itemClass qcode=\"ninat:text\"/>\
             <versionCreated>2026-03-03T10:15:00Z</versionCreated></itemMeta><contentMeta><headline>Tin rises</headline></contentMeta>\
             <contentSet><inlineXML><html><body><p>{LEAD}</p></body></html></inlineXML></contentSet></newsItem>"
        ))
    };
    let policy = |operator: &str| {
        format!(
            "<rightsInfo><rightsExpressionXML langid=\"http://www.w3.org/ns/odrl/2/\"><Policy><permission><constraint name=\"dateTime\" \
             operator=\"{operator}\" rightOperand=\"2026-03-05T00:00:00Z\"/></permission></Policy></rightsExpressionXML></rightsInfo>"
        )
    };
    for story in [g2("validfrom=\"2026-03-05T00:00:00Z\"", ""), g2("", &policy("gteq"))] {
        assert_eq!(
            story.embargoed_until.map(|until| until.to_string()).as_deref(),
            Some("2026-03-05T00:00:00Z")
        );
    }
    for story in [g2("validfrom=\"2026-03-01T00:00:00Z\"", ""), g2("", &policy("lteq"))] {
        assert!(!is_held(&story));
    }
}

#[test]
fn of_a_status_that_stands_there_twice_the_stricter_counts() {
    for (one, other) in [("canceled", "usable"), ("usable", "canceled")] {
        let story = format!(
            "{{\"pubstatus\": \"{one}\", \"uri\": \"a:1\", \"versioncreated\": \"2026-03-03T10:15:00Z\", \"pubstatus\": \"{other}\", \"headline\": \"Tin rises\", \
             \"body_text\": \"Tin rose.\"}}"
        );
        assert_eq!(article(story).pub_status, Some(Canceled));
    }
}

#[test]
fn an_instruction_that_cancels_what_came_before_leaves_the_story_free() {
    let story = |instruction: &str| {
        article(format!(
            "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a</ProviderId><DateId>20260303</DateId><NewsItemId>1</NewsItemId>\
             </NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20260303T101500Z</ThisRevisionCreated><Status FormalName=\"Usable\"/>\
             <Instruction FormalName=\"{instruction}\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Tin rises</HeadLine></NewsLines><ContentItem>\
             <DataContent><p>{LEAD}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
        ))
    };
    assert_eq!(story("CancelPrevious").pub_status, Some(Usable));
    assert_eq!(story("Cancel").pub_status, Some(Canceled));
}
