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
