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
    for slug in
        ["HOLD-UP/BANK", "US-KILL/SWITCH", "EMBARGO/CUBA", "CUBA-EMBARGO", "RELEASE/FILM", "SPORT-WITHDRAWN"]
    {
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

/// With words above a story in plain text, and in a mail.
fn above(words: &str) -> [Article; 2] {
    [
        article(format!("{words}\n\nTin rises\n\n{LEAD}\n\n{NEXT}\n\n{THEN}\n")),
        article(format!(
            "From: Desk <press@bank.example>\nTo: clients@example.com\nSubject: Tin rises\nMessage-ID: <1@bank.example>\n\
             Date: Tue, 03 Mar 2026 10:15:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\
             Content-Transfer-Encoding: 8bit\n\n{words}\n\n{LEAD}\n\n{NEXT}\n\n{THEN}\n"
        )),
    ]
}

#[test]
fn a_polite_sentence_above_a_story_is_an_embargo_and_no_headline() {
    for words in [
        "Dear editors, the story below is embargoed until 0700 GMT, March 4, 2026.",
        "Hi all, embargoed until 0700 GMT, March 4, 2026, please.",
        "Please find below our story, under strict embargo until 0700 GMT, March 4, 2026.",
        "Please note the following story is under embargo until 0700 GMT, March 4, 2026.",
        "Colleagues: This copy may not be used before 0700 GMT on March 4, 2026.",
        "The story below must not be published before 0700 GMT on March 4, 2026.",
        "Attention editors: the report below is for release at 0700 GMT on March 4, 2026.",
        "Kindly respect the embargo: 0700 GMT, 4 March 2026.",
        "We kindly ask you to hold this story until 0700 GMT on March 4, 2026.",
        "Sehr geehrte Redaktionen, der folgende Text ist bis 4. März 2026, 18.00 Uhr gesperrt.",
        "Bonjour, le texte ci-dessous est sous embargo jusqu'au 4 mars 2026 à 18h00.",
        "Estimados editores: la nota siguiente está embargada hasta el 4 de marzo de 2026 a las 18.00 horas.",
    ] {
        for story in above(words) {
            assert!(is_held(&story), "{words}");
            assert_eq!(story.headline.as_deref(), Some("Tin rises"), "{words}");
        }
    }
    for words in [
        "Dear editors, the embargo on tin must end",
        "Hello, embargo! How Cubans live with it",
        "Colleagues: a film on a strike until Friday",
        "Hi, please publish more on tin until Friday",
    ] {
        for story in above(words) {
            assert!(!is_held(&story), "{words}");
        }
    }
}

#[test]
fn an_embargo_in_front_of_a_dateline_holds_the_story_and_leaves_it_the_dateline() {
    for words in [
        "EMBARGOED UNTIL 0700 GMT MARCH 4.",
        "(EMBARGOED UNTIL 0700 GMT MARCH 4)",
        "[UNDER EMBARGO UNTIL MARCH 4, 0700 GMT]",
        "EMBARGO: 0700 GMT, March 4 -",
        "Embargoed until 0700 GMT on March 4:",
        "HOLD FOR RELEASE UNTIL 0700 GMT MARCH 4.",
        "EMBARGOED UNTIL 0700 GMT MARCH 4, 2026",
        "SPERRFRIST: 4. März 2026, 18.00 Uhr -",
    ] {
        let story = fields(serde_json::json!({"body_text": format!("{words} {LEAD}\n\n{NEXT}")}));
        assert!(is_held(&story), "{words}");
        assert_eq!(
            story.dateline.map(|dateline| dateline.places),
            Some(vec!["BERGEN".to_owned()]),
            "{words}"
        );
    }
    let labelled = "Embargoed until Friday, Cuban cigars pile up.";
    assert!(is_held(&fields(serde_json::json!({"body_text": format!("{labelled}\n\n{NEXT}")}))));
    for words in [
        "Embargo until Friday? Cuban cigars pile up. Tin rose in Bergen, March 3, and zinc fell.",
        "Under embargo until Friday, Cuban cigars pile up.",
        "EMBARGO UNTIL 2030: that was the headline of Le Soir on Tuesday.",
    ] {
        let story = fields(serde_json::json!({"body_text": format!("{words}\n\n{NEXT}")}));
        assert!(!is_held(&story), "{words}");
    }
}

#[test]
fn an_order_in_capitals_or_brackets_at_a_headline_is_heard() {
    for headline in [
        "DO NOT USE: Tin rises",
        "[DO NOT USE] Tin rises",
        "DO NOT PUBLISH - Tin rises",
        "NOT FOR PUBLICATION: Tin rises",
        "[NOT FOR PUBLICATION] Tin rises",
        "NOT FOR RELEASE - Tin rises",
        "DRAFT - NOT FOR PUBLICATION Tin rises",
        "Tin rises [KILLED]",
    ] {
        let field = fields(serde_json::json!({"headline": headline}));
        let line = article(format!("{headline}\n\n{LEAD}\n\n{NEXT}\n"));
        for story in [field, line] {
            assert!(is_held(&story), "{headline}");
        }
    }
    for headline in [
        "Do not use: how a warning saved a mine",
        "\"DO NOT USE\": a warning on a bottle",
        "Not for publication: what the mine hides",
        "Not for release on bail, court says",
        "Advance for Sunday trading hits exporters of tulips",
        "Three miners killed",
        "엠바고 논란 속 반도체 수출 12% 증가",
        "엠바고 요청 논란 3월 수출 증가",
    ] {
        let field = fields(serde_json::json!({"headline": headline}));
        let line = article(format!("{headline}\n\n{LEAD}\n\n{NEXT}\n"));
        for story in [field, line] {
            assert!(!is_held(&story), "{headline}");
        }
    }
    for line in ["엠바고 3월 4일 오전 6시", "엠바고: 3월 4일 06:00", "[엠바고 3월 4일 06:00]"]
    {
        assert!(is_held(&article(format!("{line}\n\nTin rises\n\n{LEAD}\n\n{NEXT}\n"))), "{line}");
    }
}

#[test]
fn capitals_between_a_dateline_and_the_story_are_an_embargo() {
    let story = |words: &str| {
        is_held(&article(format!(
            "Tin rises\n\nBERGEN, March 3, 2026 (Reuters) - {words}\n\n{NEXT}\n\n{THEN}\n"
        )))
    };
    assert!(story("EMBARGOED UNTIL 0700 GMT MARCH 4 - Tin rose in Bergen on Tuesday, the board said."));
    assert!(!story("Embargoed until March 4, the report was leaked - and tin rose in Bergen on Tuesday."));
    assert!(!story("EMBARGO - the word of March 4 - was on the lips of all in Bergen on Tuesday."));
}

#[test]
fn notices_in_further_languages_are_heard() {
    for words in [
        "ATTENTION - Merci de ne pas utiliser cette dépêche, qui contient une erreur",
        "（本稿3月4日10时前不得发布）",
        "PRIVATE - NOT FOR PUBLICATION",
    ] {
        assert!(above(words).iter().all(is_held), "{words}");
    }
    for note in [
        "本稿作废，请勿使用。",
        "本稿有误，现予撤销，请勿刊用。",
        "[전문취소] 반도체 수출 증가",
        "[기사삭제]",
        "Merci de ne pas utiliser cette dépêche",
        "Denna artikel är tillbakadragen och får inte publiceras.",
        "ANULOWANIE DEPESZY. Prosimy nie publikować.",
        "Bitte die Sperrfrist beachten: 4.3., 18.00 Uhr",
        "Kindly respect the embargo: 0700 GMT, 4 March 2026.",
        "Sehr geehrte Redaktionen, der folgende Text ist bis 4. März 2026, 18.00 Uhr gesperrt.",
    ] {
        assert!(is_held(&noted(note)), "{note}");
    }
}

#[test]
fn a_keyword_that_says_until_when_a_story_is_embargoed_is_heard() {
    let told = |keyword: &str| is_held(&fields(serde_json::json!({"keywords": ["tin", keyword]})));
    assert!(told("Embargoed until 4 March 2026 07:00 GMT"));
    assert!(told("Under embargo until 4 March"));
    for keyword in ["embargo", "embargo until 2030", "oil embargo"] {
        assert!(!told(keyword), "{keyword}");
    }
}
