//! What press offices write above a release that is not yet for all: sentences, and no labels. They hold the story, and are no headline.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{Article, PubStatus, SignalType};
use support::article;

const STORY: &str = "Norrholm builds plant\n\nROSTOCK, March 5, 2026 - Norrholm will build a plant for ropes in Rostock, the firm said on Thursday.\n\nIt has a staff of 400.\n";

/// The story below a line: in copy, in a mail and with a note in a field.
fn stories(line: &str) -> [(&'static str, Article); 3] {
    let mail = format!(
        "From: Press <press@norrholm.example>\nSubject: Norrholm builds plant\nDate: Thu, 05 Mar 2026 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nDear editors,\n\n{line}\n\n{STORY}"
    );
    let note = serde_json::json!({"uri": "a:1", "versioncreated": "2026-03-05T10:00:00Z", "headline": "Norrholm builds plant", "ednote": line, "body_text": STORY});
    [
        ("text", article(format!("{line}\n\n{STORY}"))),
        ("mail", article(mail)),
        ("note", article(note.to_string())),
    ]
}

fn is_held(article: &Article) -> bool {
    article.signals.iter().any(|signal| signal.kind == SignalType::Embargo)
        && (article.pub_status == Some(PubStatus::Withheld) || article.embargoed_until.is_some())
}

#[test]
fn a_sentence_above_a_release_holds_it_and_is_no_headline() {
    for line in [
        "The release below is embargoed until 08:00 CET on 6 March 2026.",
        "The attached press release is under embargo until 08:00 CET on 6 March 2026.",
        "The following is embargoed until 08:00 CET on 6 March 2026:",
        "It is under embargo until 08:00 CET on 6 March 2026.",
        "Please find below our release, which is under embargo until 08:00 CET on 6 March 2026.",
        "We are sending you this release under embargo until 08:00 CET on 6 March 2026.",
    ] {
        for (name, story) in stories(line) {
            assert_eq!(
                story.embargoed_until.map(|until| until.to_string()).as_deref(),
                Some("2026-03-06T08:00:00+01:00"),
                "{name}: `{line}`"
            );
            assert_eq!(story.headline.as_deref(), Some("Norrholm builds plant"), "{name}: `{line}`");
        }
    }
    for line in [
        "Für die folgende Mitteilung gilt eine Sperrfrist bis 6. März 2026, 8.00 Uhr.",
        "Die Mitteilung ist gesperrt bis 6. März 2026, 8.00 Uhr.",
        "Diese Pressemitteilung ist bis 6. März 2026, 8.00 Uhr, gesperrt.",
        "Ce communiqué est sous embargo jusqu'au 6 mars 2026 à 8h00.",
        "Merci de respecter l'embargo fixé au 6 mars 2026 à 8h00.",
        "El comunicado está bajo embargo hasta el 6 de marzo de 2026 a las 8:00.",
        "Il comunicato è sotto embargo fino alle 8 del 6 marzo 2026.",
        "Dit persbericht is onder embargo tot 6 maart 2026, 08.00 uur.",
        "Pressmeddelandet är belagt med embargo till den 6 mars 2026 kl. 08.00.",
        "Pressemeldingen er sperret til 6. mars 2026 kl. 08.00.",
        "Tiedote on julkaisuvapaa 6.3.2026 klo 8.00.",
        "Пресс-релиз под эмбарго до 6 марта 2026, 10:00 мск.",
        "Materiał objęty embargiem do 6 marca 2026, godz. 10.00.",
        "Bülten 6 Mart 2026 saat 10.00'a kadar ambargoludur.",
    ] {
        for (name, story) in stories(line) {
            assert!(is_held(&story), "{name}: `{line}`");
            assert_eq!(story.headline.as_deref(), Some("Norrholm builds plant"), "{name}: `{line}`");
        }
    }
}

#[test]
fn what_tells_of_a_release_or_of_another_embargo_is_free() {
    for headline in [
        "The release below zero of a film lifts shares of Norrholm",
        "Our release from jail, by three who came home",
        "Die Mitteilung des Ministers bleibt ohne Folgen",
        "Le communiqué de la firme fait baisser le cours",
        "It is embargoed oil that Norrholm bought until March, court hears",
        "Die A20 ist gesperrt bis Rostock",
    ] {
        let story = article(format!(
            "{headline}\n\nROSTOCK, March 5 (Reuters) - Norrholm will build a plant for ropes in Rostock, the firm said on Thursday.\n"
        ));
        assert_eq!(story.pub_status, Some(PubStatus::Usable), "{headline}");
        assert_eq!(story.headline.as_deref(), Some(headline));
    }
    for sentence in [
        "The report, which is embargoed until Friday, March 6, 0800 GMT, was seen by a paper.",
        "It is embargoed until 0800 GMT on March 6.",
        "The firm sent its release, which is under embargo until 0800 GMT on March 6, to a bank by mistake.",
        "Il comunicato della banca è sotto embargo fino alle 8 del 6 marzo, dice la procura.",
    ] {
        let story = article(format!(
            "Norrholm builds plant\n\nROSTOCK, March 5 (Reuters) - Norrholm will build a plant for ropes in Rostock, the firm said on Thursday.\n\n{sentence}\n\nA bank did not comment on Thursday, and nobody else did.\n"
        ));
        assert_eq!(story.pub_status, Some(PubStatus::Usable), "{sentence}");
        assert_eq!(story.embargoed_until, None, "{sentence}");
    }
    let [.., (_, story)] = stories("Refers to a report by a bank which is embargoed until 6 March.");
    assert_eq!(story.pub_status, Some(PubStatus::Usable));
}

#[test]
fn a_sentence_that_forbids_only_what_it_leads_to_holds_nothing() {
    for line in [
        "The following information is not for publication",
        "This announcement is not for release, publication or distribution in the United States.",
        "The following statement was withdrawn by the firm on Monday.",
    ] {
        let story = article(format!("{STORY}\n{line}\n\nPress office: +49 381 0000000\n"));
        assert_eq!(story.pub_status, Some(PubStatus::Usable), "{line}");
    }
}

#[test]
fn lines_that_hold_a_story_are_heard_in_many_languages() {
    for line in [
        "EMBARGO ALLE 18 DEL 6 MARZO",
        "(Frei für Sonntagausgaben)",
        "CHECK AGAINST DELIVERY - not to be published before delivery",
        "Es gilt das gesprochene Wort. Frei ab Beginn der Rede.",
        "Ei julkisuuteen ennen perjantaita 6.3. klo 8",
        "Közlése péntek 9 óráig tilos!",
        "ΕΜΠΑΡΓΚΟ ΜΕΧΡΙ ΤΙΣ 10:00 ΤΗΣ ΠΑΡΑΣΚΕΥΗΣ 6 ΜΑΡΤΙΟΥ 2026",
        "（此稿3月6日零时前禁止发布）",
        "报道解禁时间：3月6日9时",
        "＊６日午前５時まで報道禁止",
        "ممنوع النشر قبل الساعة 10 من يوم الجمعة 6 مارس",
        "אמברגו עד יום שישי 6 במרץ בשעה 10:00",
        "TEST - TEST - TEST - NOT FOR PUBLICATION",
        "ATTENTION: This is a test message. Please do not publish.",
        "(OBITUARY PREPARED IN ADVANCE. HOLD FOR DEATH.)",
        "Vorabmeldung - gesperrt bis zur Freigabe",
    ] {
        for (name, story) in stories(line) {
            let held = story.embargoed_until.is_some() || story.pub_status != Some(PubStatus::Usable);
            assert!(held, "{name}: `{line}`");
        }
    }
}

#[test]
fn headlines_with_such_words_are_free() {
    for headline in [
        "Embargo alle armi: 18 Paesi dicono sì",
        "Frei für alle: Museum in Rostock öffnet",
        "Check against delivery fraud begins in Rostock",
        "A hídon 9 óráig tilos a forgalom",
        "Εμπάργκο στα όπλα ζητούν 6 χώρες",
        "法院禁止发布6幅照片",
        "報道禁止の６日間を語る",
        "الأمم المتحدة: حظر السلاح قائم منذ 10 سنوات",
        "Test of tin in Rostock ends",
        "Obituary prepared in advance wins a prize for Rostock",
        "Strecke gesperrt: Bahn fährt erst ab Mai",
    ] {
        let story = article(format!(
            "{headline}\n\nROSTOCK, March 5 (Reuters) - Norrholm will build a plant for ropes in Rostock, the firm said on Thursday.\n"
        ));
        assert_eq!(story.pub_status, Some(PubStatus::Usable), "{headline}");
        assert_eq!(story.embargoed_until, None, "{headline}");
        assert_eq!(story.headline.as_deref(), Some(headline));
    }
}

#[test]
fn the_last_line_of_a_mail_may_ask_for_an_embargo() {
    let mail = |line: &str| {
        article(format!(
            "From: Press <press@norrholm.example>\nSubject: Norrholm builds plant\nDate: Thu, 05 Mar 2026 10:00:00 +0000\nMessage-ID: <1@n.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{STORY}\n{line}\n"
        ))
    };
    for line in [
        "Please respect the embargo until 0700 GMT on 6 March 2026.",
        "We kindly ask you to respect the embargo until 0700 GMT on 6 March 2026.",
        "Thank you for respecting the embargo until 0700 GMT on 6 March 2026.",
        "The embargo is 0700 GMT on 6 March 2026.",
        "Please do not publish before 0700 GMT on 6 March 2026.",
        "Merci de respecter l'embargo jusqu'au 6 mars 2026 à 7h00 GMT.",
    ] {
        assert!(is_held(&mail(line)), "`{line}`");
        assert!(is_held(&article(format!("{STORY}\n{line}\n"))), "copy: `{line}`");
    }
    for line in [
        "Please respect the privacy of the family.",
        "Please respect the embargo on arms, the minister said.",
        "We kindly ask you to respect our copyright.",
    ] {
        assert!(!is_held(&mail(line)), "`{line}`");
    }
    let subject = "From: Press <press@norrholm.example>\nSubject: [EMBARGO 6 March 0700 GMT] Norrholm builds plant\nDate: Thu, 05 Mar 2026 10:00:00 +0000\nMessage-ID: <1@n.example>\n\nROSTOCK, Germany, March 5, 2026 - Norrholm will build a plant in Rostock.\n";
    let until = article(subject).embargoed_until.map(|until| until.to_string());
    assert_eq!(until.as_deref(), Some("2026-03-06T07:00:00Z"));
}
