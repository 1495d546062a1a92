//! Holds and embargoes in wordings that readers found, language by language, each beside one that only sounds like it.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{Article, PubStatus};
use support::article;

const LEAD: &str = "LAGOS, March 3 (Reuters) - Cocoa exports of Nigeria rose 6.1 percent in January, the office said on Tuesday.";
const NEXT: &str = "Shipments to the Netherlands climbed 12 percent, and those to Poland fell by half.";

fn noted(note: &str) -> Article {
    let json = serde_json::json!({"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "pubstatus": "usable", "headline": "Cocoa exports rise", "ednote": note, "body_text": format!("{LEAD}\n\n{NEXT}")});
    article(json.to_string())
}

fn above(line: &str) -> Article {
    article(format!("{line}\n\nCocoa exports rise\n\n{LEAD}\n\n{NEXT}\n"))
}

fn is_free(story: &Article) -> bool {
    story.pub_status == Some(PubStatus::Usable) && story.embargoed_until.is_none()
}

#[test]
fn a_note_takes_a_story_back_in_many_languages() {
    for note in [
        "TT drar tillbaka artikeln. Den ska inte användas.",
        "Juttu poistettu jakelusta. Älä käytä.",
        "Az MTI ezt a hírt visszavonja. Kérjük, ne használják fel.",
        "Ezt a cikket visszavonjuk, kérjük, ne közöljék.",
        "Această știre este anulată. Nu publicați.",
        "Ova vijest je povučena, molimo ne koristiti.",
        "Αυτό το τηλεγράφημα ακυρώνεται. Να μη χρησιμοποιηθεί.",
        "Ця новина анульована, не використовувати.",
        "Berita ini dibatalkan. Jangan digunakan.",
        "Tento text je stažen, nepoužívejte jej.",
        "تلغي رويترز هذا الخبر. لا يوجد خبر بديل.",
        "記事を取り消します。使用しないでください。",
        "이 기사는 송고를 취소합니다.",
        "本稿撤销，请勿使用。",
        "הידיעה מבוטלת, לא לשימוש",
        "Delete.",
        "This story has been removed.",
    ] {
        assert_ne!(noted(note).pub_status, Some(PubStatus::Usable), "{note}");
    }
}

#[test]
fn a_note_tells_of_an_embargo_in_many_languages() {
    for note in [
        "4 Mart saat 10.00'a kadar ambargolu",
        "Közlésre nem alkalmas március 4. 6 óráig.",
        "Embargo do 4 marca 2026, godz. 6.00",
        "Εμπάργκο μέχρι 4 Μαρτίου 2026, ώρα 08.00",
        "Embargo hingga 4 Maret 2026 pukul 06.00",
        "يحظر النشر قبل الساعة 10:00 بتوقيت جرينتش",
        "3月4日午前6時まで報道禁止",
        "이 기사는 3월 4일 06시까지 보도 금지",
        "本稿3月4日6时前不得使用",
        "Ei saa julkaista ennen 4.3.2026 klo 8.00",
        "Not to be published, broadcast or posted online before 0001 GMT on Wednesday, March 4",
        "Not to be broadcast, printed or put online before 0600 GMT on March 4",
        "May not be quoted or published until 0600 GMT on March 4, 2026",
    ] {
        let story = noted(note);
        assert!(
            !is_free(&story) && story.pub_status != Some(PubStatus::Canceled),
            "{note}: {:?}",
            story.pub_status
        );
    }
}

#[test]
fn a_note_about_a_picture_a_part_or_another_time_holds_nothing() {
    for note in [
        "Hold for a photo expected by 1500 GMT.",
        "Delete: 3rd graf",
        "Deletes extraneous word in paragraph 3.",
        "Removed reference to Ghana in paragraph 2.",
        "This story will be updated before 1800 GMT.",
        "택시 기사 3명 이후 2명 추가",
    ] {
        assert!(is_free(&noted(note)), "{note}: {:?}", noted(note).signals);
    }
}

#[test]
fn a_line_above_the_story_holds_it_in_any_order_of_words() {
    for line in [
        "EMBARGOED FOR RELEASE AT 0600 GMT, WEDNESDAY, MARCH 4",
        "EMBARGO ON THIS STORY UNTIL 0600 GMT MARCH 4",
        "STRICTLY EMBARGOED FOR ALL MEDIA UNTIL WEDNESDAY 0600 GMT",
        "Embargo for broadcast and online: Wednesday, 0600 GMT",
        "Press embargo until 0600 GMT on Wednesday",
        "Sperrfrist für Print, Online und Rundfunk bis Mittwoch, 06.00 Uhr",
        "Sous embargo pour tous les médias jusqu'à mercredi 06H00 GMT",
        "Bajo embargo para todos los medios hasta el miércoles a las 06.00 GMT",
        "Onder strikt embargo tot woensdag 6.00 uur",
        "NOT BEFORE 0600 GMT WEDNESDAY",
        "TO BE RELEASED 4 MARCH 0700 GMT",
        "Do not publish until after the president has spoken",
        "※ 이 기사는 3월 4일 오전 6시 이후 사용해 주시기 바랍니다",
        // Wrapped where it wants to be.
        "Not for release until\n0700 GMT on March 4, 2026",
        "EMBARGOED FOR RELEASE AT\n0600 GMT, WEDNESDAY, MARCH 4",
        "Bitte nicht veröffentlichen vor\nMittwoch, 4. März 2026, 06.00 Uhr",
    ] {
        assert!(!is_free(&above(line)), "{line}");
    }
    for line in [
        "EMBARGO ON RUSSIAN OIL UNTIL 2030",
        "Embargo on all media from Minsk: EU decides",
        "Press embargo on minister's trip angers editors",
        "Not before time: Lagos gets a tram",
        "Do not use before reading the label",
        "Not for release before 2027: the game that sold out",
        "To be released Friday, the film is a hit",
        "Removed from power: a year on",
    ] {
        assert!(is_free(&above(line)), "{line}: {:?}", above(line).signals);
    }
}

#[test]
fn the_zone_of_an_embargo_may_be_named_by_its_place() {
    for (line, until) in [
        ("EMBARGOED UNTIL 6 a.m. London time, July 4, 2026", "2026-07-04T06:00:00+01:00"),
        ("EMBARGOED UNTIL 9 a.m. ET, March 4, 2026", "2026-03-04T09:00:00-05:00"),
        ("EMBARGOED UNTIL 0900 EASTERN TIME, MARCH 9, 2026", "2026-03-09T09:00:00-04:00"),
        ("Sous embargo jusqu'au 4 mars 2026, 18 heures, heure de Bruxelles", "2026-03-04T18:00:00+01:00"),
        ("Sous embargo jusqu'au 4 mars 2026 à 18 h 00, heure de Paris", "2026-03-04T18:00:00+01:00"),
        ("Embargado hasta el 4 de marzo de 2026 a las 06:00 hora de Madrid", "2026-03-04T06:00:00+01:00"),
        ("Sperrfrist: 4. März 2026, 18.00 Uhr Berliner Zeit", "2026-03-04T18:00:00+01:00"),
        ("Onder embargo tot 4 maart 2026, 11.00 uur Brusselse tijd", "2026-03-04T11:00:00+01:00"),
        ("Embargo 4.3.2026 klo 9 Suomen aikaa", "2026-03-04T09:00:00+02:00"),
    ] {
        let told = above(line).embargoed_until.map(|until| until.to_string());
        assert_eq!(told.as_deref(), Some(until), "{line}");
    }
    // Nobody says which of them.
    for line in
        ["EMBARGOED UNTIL 9 a.m. local time, March 4, 2026", "EMBARGOED UNTIL 9 a.m. CST, March 4, 2026"]
    {
        assert_eq!(above(line).pub_status, Some(PubStatus::Withheld), "{line}");
    }
}

#[test]
fn an_embargo_that_is_wrapped_is_read_as_one_and_none_of_it_is_a_headline() {
    for lines in [
        "EMBARGOED UNTIL 0700 GMT\nMARCH 4, 2026",
        "EMBARGOED UNTIL\n\n0700 GMT MARCH 4, 2026",
        "Embargoed for release until\nWednesday, March 4, 2026, 0700 GMT",
        "EMBARGOED - NOT FOR PUBLICATION\nBEFORE 0700 GMT MARCH 4, 2026",
        "For release on Wednesday, March\n4, 2026, at 0700 GMT",
        "Sperrfrist: Mittwoch, 4. März 2026,\n08.00 Uhr MEZ",
        "Embargo: This report may not be published in any\nmedium before 7 a.m. GMT on Wednesday, March 4, 2026.",
        "The following story is embargoed and must not be published, broadcast\nor posted online before 0700 GMT on Wednesday, March 4, 2026.",
        "Not to be published, broadcast, posted or otherwise distributed in any\nform until 0700 GMT on Wednesday, March 4, 2026",
        "Not for publication, broadcast or use on\nclub tapes before 0700 GMT on\nWednesday, March 4, 2026.",
    ] {
        let story = above(lines);
        let until = story.embargoed_until.expect(lines);
        let article::When::Moment { clock, offset } = until else { panic!("{until}") };
        assert_eq!(offset.to_timestamp(clock).unwrap().to_string(), "2026-03-04T07:00:00Z", "{lines}");
        assert_eq!(story.headline.as_deref(), Some("Cocoa exports rise"), "{lines}");
        assert_eq!(story.pub_status, Some(PubStatus::Usable), "{lines}");
    }
    // The day below a whole one is that of the page.
    let story = above("EMBARGOED UNTIL 0700 GMT MARCH 4, 2026\nTuesday, March 3, 2026");
    assert_eq!(story.embargoed_until.unwrap().to_string(), "2026-03-04T07:00:00Z");
    assert_eq!(story.published_at.unwrap().to_string(), "2026-03-03");
}

#[test]
fn the_day_of_an_issue_is_an_embargo_where_it_lies_ahead() {
    for line in [
        "Release date: March 4, 2026",
        "RELEASE DATE: March 8, 2026",
        "Release date: Wednesday, March 4, 0700 GMT",
        "Date of release: 4 March 2026",
        "For immediate release on Wednesday",
        "For immediate release on Wednesday, March 4",
        "FOR IMMEDIATE RELEASE: Wednesday, March 4, 2026",
        "For Sunday papers, March 8",
        "For Sunday papers",
        "FOR SUNDAY NEWSPAPERS OF MARCH 8",
        "For Monday's papers",
        "For Sunday, March 8",
        "For publication Sunday, March 8",
        "Adv08 for Sunday, March 8",
        "Ehdoton embargo keskiviikkoon 4.3. klo 9.00 asti",
        "EHDOTON EMBARGO keskiviikkoon klo 9 saakka",
        "Embargo päättyy 4.3.2026 klo 9.00",
    ] {
        let story = above(line);
        assert!(!is_free(&story), "{line}");
        assert_eq!(story.headline.as_deref(), Some("Cocoa exports rise"), "{line}");
    }
    for line in [
        "FOR IMMEDIATE RELEASE",
        "FOR IMMEDIATE RELEASE March 3, 2026",
        "FOR IMMEDIATE RELEASE\nTuesday, March 3, 2026",
        "For immediate release: 3 March 2026",
        "For immediate release on Tuesday, March 3",
        "Release date: March 3, 2026",
        "Release date: March 2, 2026",
        // Of a film.
        "Release date: 12 June 2026",
        "Release date of film slips to March 8",
        "For immediate release of hostages, families march",
        "For Sunday lunch, chefs roast lamb",
        "For Friday prayers crowds gather",
        "For Monday: five things to know",
        "For publication in Nature, they measured ice",
        "Advent calendars sell out on March 8",
    ] {
        assert!(is_free(&above(line)), "{line}: {:?}", above(line).signals);
    }
    let slugged = |slug: &str, day: &str| {
        let json = serde_json::json!({"uri": "a:1", "versioncreated": format!("2026-03-{day}T10:15:00Z"), "headline": "Cocoa", "slugline": slug, "body_text": LEAD});
        article(json.to_string())
    };
    assert!(!is_free(&slugged("BC-Cocoa, Adv08", "03")));
    assert!(is_free(&slugged("BC-Cocoa, Adv08", "09")));
}

#[test]
fn of_two_embargoes_in_a_note_the_later_one_counts() {
    for note in [
        "Embargoed until 0700 GMT March 3, 2026 for subscribers; embargoed until 0700 GMT March 5, 2026 for all others",
        "Embargoed until 0700 GMT March 5, 2026 for print and until 0700 GMT March 4, 2026 online",
        "EMBARGO: 0700 GMT March 4, 2026\nEMBARGO TV: 0700 GMT March 5, 2026",
    ] {
        let until = noted(note).embargoed_until.map(|until| until.to_string());
        assert_eq!(until.as_deref(), Some("2026-03-05T07:00:00Z"), "{note}");
    }
}

#[test]
fn an_order_may_stand_behind_the_dateline() {
    for order in [
        "ATTENTION EDITORS - This story has been withdrawn.",
        "Merci de ne pas utiliser cette dépêche, qui contient une erreur.",
        "Achtung - Bitte diese Meldung nicht verwenden.",
    ] {
        let story = article(format!(
            "Cocoa exports rise\n\nLAGOS, March 3 (Reuters) - {order} Exports rose in January.\n\n{NEXT}\n"
        ));
        assert_eq!(story.pub_status, Some(PubStatus::Canceled), "{order}");
    }
    let told = article(format!(
        "Paper pulls story\n\nLAGOS, March 3 (Reuters) - \"This story has been withdrawn,\" the paper said on Tuesday.\n\n{NEXT}\n"
    ));
    assert!(is_free(&told), "{:?}", told.signals);
}

#[test]
fn a_word_below_a_question_answers_it() {
    let story = |last: &str| article(format!("Cocoa\n\n{LEAD}\n\n{NEXT}\n\n{last}\n"));
    assert!(is_free(&story("Our rating for the cocoa board:\n\nHOLD")));
    assert!(!is_free(&story("Note to editors of this story:\n\nHOLD")));
}

#[test]
fn fields_that_hold_a_story_are_heard_whatever_they_are_called() {
    let nitf = |docdata: &str| {
        article(format!(
            "<nitf><head><docdata><doc-id id-string=\"a1\"/><date.issue norm=\"20260303T101500Z\"/>{docdata}</docdata></head><body><body.head><hedline><hl1>Cocoa</hl1></hedline></body.head><body.content><p>{LEAD}</p></body.content></body></nitf>"
        ))
    };
    for docdata in [
        "<series series.name=\"EMBARGOED UNTIL 0700 GMT MARCH 4, 2026\"/>",
        "<fixture fix-id=\"KILL\"/>",
        "<doc-scope scope=\"embargo\"/>",
    ] {
        assert!(!is_free(&nitf(docdata)), "{docdata}");
    }
    for docdata in [
        "<series series.name=\"Embargo: sixty years of Cuba\"/>",
        "<doc-scope scope=\"national\"/>",
        "<fixture fix-id=\"markets\"/>",
    ] {
        assert!(is_free(&nitf(docdata)), "{docdata}");
    }
    let rss = format!(
        "<rss><channel><title>EMBARGOED news</title><item><title>Cocoa</title><guid>1</guid><description>{LEAD}</description></item></channel></rss>"
    );
    assert!(!is_free(&article(rss)));
    let label =
        article(format!("ZCZC AB0123\n\n[NOT FOR PUBLICATION] Cocoa exports rise\n\n{LEAD}\n\nNNNN\n"));
    assert!(!is_free(&label));
    assert!(label.headline.is_some_and(|headline| headline.ends_with("Cocoa exports rise")));
}
