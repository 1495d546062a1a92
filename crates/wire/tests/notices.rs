//! What agencies write when they take a story back or hold it, in whole sentences: heard above the story, below its headline, below its
//! last paragraph and in a note; and sentences of stories that are made of the same words.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::PubStatus;
use support::article;

use PubStatus::{Canceled, Usable, Withheld};

const BODY: &str = "BERGEN, March 3 (Xinhua) -- Tin rose in Bergen on Tuesday, and zinc fell, the mining board said. It gave no reason for that.";

/// A story with these words above it, below its headline, at its end and in a note.
fn places(words: &str) -> [(&'static str, String); 4] {
    let noted = serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Tin rises", "ednote": words, "body_text": BODY,
    });
    [
        ("above", format!("{words}\n\nTin rises\n\n{BODY}\n")),
        ("below the headline", format!("Tin rises\n\n{words}\n\n{BODY}\n")),
        ("last", format!("Tin rises\n\n{BODY}\n\n{words}\n")),
        ("note", noted.to_string()),
    ]
}

fn check(words: &str, places: &[(&'static str, String)], expected: PubStatus) {
    for (place, file) in places {
        let article = article(file);
        // An embargo whose end can be read holds until then.
        let held = expected == Withheld && article.embargoed_until.is_some();
        assert!(
            held || article.pub_status == Some(expected),
            "{place}: `{words}`: {:?}, not {expected:?}",
            article.pub_status
        );
    }
}

#[test]
fn a_sentence_that_takes_a_story_back_is_heard_wherever_editors_read_it() {
    for words in [
        "This story was sent in error. Do not use it.",
        "This story was sent in error. Please do not use.",
        "The story was sent in error and has been withdrawn.",
        "The story was sent in error and should not be used.",
        "This story should not be used.",
        "Please disregard the above story.",
        "The above story has been withdrawn.",
        "The preceding story was withdrawn because of errors.",
        "The story slugged BRITAIN-TRADE has been withdrawn.",
        "The AP has withdrawn its story about tin.",
        "Reuters has withdrawn this story.",
        "A kill is mandatory.",
        "This is a mandatory kill.",
        "Make certain the story is not published.",
        "WITHDRAWN - will be replaced",
    ] {
        check(words, &places(words), Canceled);
    }
    // Between the name of a slug and a colon nothing else stands: `BC-TIN` is no film.
    check("BC-TIN: KILL", &places("BC-TIN: KILL")[..2], Canceled);
    let words = "The item was withdrawn due to an error.";
    check(words, &places(words)[..2], Canceled);
}

#[test]
fn a_sentence_that_embargoes_a_story_is_heard_wherever_editors_read_it() {
    for words in [
        "This article is under embargo until Friday.",
        "The story is embargoed until Friday.",
        "The following story is embargoed until 0600 GMT Wednesday.",
        "Publication is embargoed until Friday, March 6.",
        "Material is embargoed until Friday 0600 GMT.",
        "All material in this release is embargoed until Friday.",
        "This release is embargoed until Friday.",
    ] {
        check(words, &places(words), Withheld);
    }
}

#[test]
fn agencies_that_write_in_other_languages_are_heard_as_well() {
    for words in [
        "Diese Meldung wurde irrtümlich gesendet. Bitte nicht verwenden.",
        "Die Meldung wurde irrtümlich gesendet. Bitte nicht verwenden.",
        "Bitte verwenden Sie die Meldung dpa 0157 nicht.",
        "Die obige Meldung wird zurückgezogen.",
        "ACHTUNG: Meldung zurückgezogen",
        "Berichtigung folgt, bitte Meldung nicht verwenden",
        "Cette dépêche a été envoyée par erreur. Ne pas utiliser.",
        "La dépêche ci-dessus est annulée.",
        "Merci de ne pas utiliser cette dépêche.",
        "Prière d'annuler notre dépêche.",
        "L'AFP annule sa dépêche sur l'étain.",
        "ANNULATION DE DEPECHE",
        "Esta noticia fue enviada por error. No utilizar.",
        "Rogamos a nuestros abonados anulen esta noticia.",
        "Por favor, anulen esta noticia.",
        "Si prega di annullare la notizia.",
        "Si prega di non utilizzare questa notizia.",
        "Dit bericht is per abuis verzonden. Niet gebruiken.",
        "Dit bericht vervalt.",
        "Denna text har dragits tillbaka.",
        "Texten får ej användas.",
        "Esta notícia foi enviada por engano. Não utilizar.",
        "Solicitamos a anulação desta notícia.",
    ] {
        check(words, &places(words), Canceled);
    }
    for words in [
        "Der Text ist bis Freitag, 6.00 Uhr, gesperrt.",
        "Die Meldung ist bis Freitag gesperrt.",
        "Bitte beachten Sie die Sperrfrist: Freitag, 6.00 Uhr",
        "Cette dépêche est sous embargo jusqu'à vendredi 06h00.",
        "NOTE D'EMBARGO: vendredi 06h00",
        "Información embargada hasta el viernes.",
        "Esta noticia está embargada hasta el viernes a las 06.00 GMT.",
        "La notizia è sotto embargo fino a venerdì.",
        "Dit bericht is onder embargo tot vrijdag.",
    ] {
        check(words, &places(words), Withheld);
    }
}

#[test]
fn sentences_of_a_story_that_are_made_of_the_same_words_take_nothing_back() {
    for words in [
        "The article has been withdrawn by the journal.",
        "The story is killed off in season two.",
        "It must not be used.",
        "The phone was sold in error. Do not use it.",
        "The newspaper has withdrawn its story about the mayor.",
        "Publication of the figures was delayed until Friday.",
        "The material was sold until Friday.",
        "Die A7 ist bis Freitag gesperrt.",
        "Die Brücke ist bis Freitag, 6.00 Uhr, gesperrt.",
        "Bitte verwenden Sie die Salbe nicht.",
        "Die Meldung wurde versehentlich gesendet, sagte ein Sprecher.",
        "Le concert a été annulé par erreur.",
        "El vuelo fue anulado por error.",
        "La noticia fue recibida con alegría.",
        "This document is from 1951.",
        "The item was sold in error.",
        "He said that the above story of the house had been withdrawn from sale.",
    ] {
        check(words, &places(words)[2..3], Usable);
    }
    // Between paragraphs that The AP did so may be news.
    let told = "The AP has withdrawn its story about tin.";
    let inside =
        format!("Tin rises\n\n{BODY}\n\n{told}\n\nNobody at the agency wanted to say more on Tuesday.\n");
    check(told, &[("inside", inside)], Usable);
}

#[test]
fn a_date_in_digits_is_over_if_both_days_that_it_may_mean_are() {
    let note = |words: &str| {
        let story = serde_json::json!({
            "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Tin rises", "ednote": words, "body_text": BODY,
        });
        article(story.to_string()).pub_status
    };
    for (words, expected) in [
        ("Embargo 02-03-2026 06:00", Usable),
        ("Embargo: 02/03/2026, 06:00", Usable),
        ("Embargo 04/03/2026 06:00", Withheld),
        ("Embargo 03/04/2026 06:00", Withheld),
        ("Embargo 03/03/2026 06:00", Withheld),
        ("Embargo 99/99/2026 06:00", Withheld),
    ] {
        assert_eq!(note(words), Some(expected), "{words}");
    }
}

#[test]
fn what_cancels_and_replaces_another_is_the_corrected_story() {
    for words in [
        "Cette version annule et remplace la précédente.",
        "Cette dépêche annule et remplace celle de 09H15.",
        "Esta noticia anula y sustituye a la transmitida a las 9.15.",
        "Esta nota anula y reemplaza a la enviada a las 09.15.",
        "Questa notizia annulla e sostituisce la precedente.",
        "Este despacho anula e substitui o anterior.",
        "Diese Meldung annulliert und ersetzt bpd 0123.",
        "This story cancels and replaces the earlier one.",
        "This version kills and replaces the 0915 GMT story.",
        "This item cancels our item 0123 and replaces it.",
    ] {
        check(words, &places(words), Usable);
    }
    for words in ["Cette dépêche est annulée.", "Esta noticia se anula por error.", "AP kills this story."]
    {
        check(words, &places(words)[3..], Canceled);
    }
}

/// A story that is this notice and nothing else.
fn alone(words: &str) -> [(&'static str, String); 2] {
    let noted = places(words)[3].1.clone();
    [("alone", format!("{words}\n")), ("note", noted)]
}

#[test]
fn a_notice_may_name_the_story_that_it_takes_back() {
    for words in [
        "The story \"Tin rises\" has been withdrawn.",
        "The story published at 1003 GMT on Acme has been withdrawn.",
        "The brief on Acme issued at 1003 GMT is withdrawn.",
        "Please be advised that a story on Acme published on March 3 has been withdrawn.",
        "The alert saying \"TIN RISES\" is wrong and is withdrawn.",
        "Please ignore our story \"Tin rises\" sent at 1015 GMT.",
        "Please do not use the Xinhua story \"Tin rises\" released at 10:15 GMT.",
        "Editors, please cancel the news \"Tin rises\" issued at 10.15 am today.",
        "Bitte die Meldung bdt0123 4 wi 210 (\"Zinn steigt\") nicht verwenden.",
        "Bitte dpa 0099 (Zinn steigt) nicht verwenden",
        "Die Meldung bdt0123 wird zurückgezogen.",
        "La dépêche \"L'étain monte\" est annulée.",
        "La noticia \"Sube el estaño\" queda anulada.",
        "SI PREGA DI NON UTILIZZARE LA NOTIZIA \"SALE LO STAGNO\" DELLE 10.15.",
        "Сообщение \"Олово дорожает\" аннулируется.",
    ] {
        check(words, &alone(words), Canceled);
    }
    let wrapped = "Bitte die Meldung bdt0123 4 wi 210 (\"Zinn steigt im Januar\") nicht\nverwenden. Die Zahlen sind falsch.";
    check(wrapped, &[("wrapped", format!("{wrapped}\n"))], Canceled);
    for words in [
        "The story \"Cat Person\" has been withdrawn by the magazine.",
        "Supersedes version sent at 0915 GMT, which should not be used.",
        "The paper withdrew the story \"Tin rises\" and apologised.",
        "\"Please delete the story and do not use it,\" the mail read.",
    ] {
        check(words, &places(words)[2..3], Usable);
    }
}

#[test]
fn everyday_words_take_a_story_back_in_every_language() {
    for words in [
        "Sent in error",
        "Diese Meldung ist ungültig.",
        "Diese Meldung ist hinfällig.",
        "Die Meldung entfällt.",
        "Bitte streichen Sie diese Meldung.",
        "Bitte löschen Sie diese Meldung.",
        "Ne pas tenir compte",
        "Telegrammet utgår",
        "Telegrammet udgår",
        "Brug ikke dette telegram.",
        "Gelieve dit bericht niet te gebruiken.",
        "Zpráva je stornována",
        "Просим аннулировать сообщение",
        "İPTAL",
        "Uutinen on mitätöity",
        "Prosimy nie używać tej depeszy",
        "この記事は取り消します",
        "전문 취소",
        "请勿使用此稿",
        "إلغاء الخبر",
    ] {
        check(words, &places(words)[3..], Canceled);
    }
    for words in [
        "Die Veranstaltung entfällt.",
        "Reinstates story killed in error",
        "HOLD RELEASED: story may be used",
    ] {
        check(words, &places(words)[3..], Usable);
    }
}

#[test]
fn an_embargo_is_heard_in_the_words_of_releases_and_of_other_languages() {
    for words in [
        "Transmission of material in this release is embargoed until 8:30 a.m. (ET) Thursday, March 5, 2026",
        "Not for release in any medium until 6 a.m. on March 5",
        "Not for broadcast or publication before 06:00 GMT on Wednesday, March 4",
        "Release time: 06:00 GMT, 4 March 2026",
        "AP ADVISORY: Advance for release Wednesday, March 4, 2026, and thereafter",
        "EMBARGO do čtvrtka 5. března 6:00",
        "※3월 5일 오전 6시 이후 보도 가능",
        "北京时间3月5日6时前不得发布",
    ] {
        check(words, &[places(words)[0].clone(), places(words)[3].clone()], Withheld);
    }
    for words in [
        "No publication before Thursday, 5 March, 06:00 CET",
        "Embargo t.o.m. torsdag 5. mars kl. 06.00",
        "5 Mart saat 06:00'ya kadar ambargoludur",
        "حظر النشر حتى الساعة 06:00 بتوقيت غرينتش يوم 5 مارس",
        "On hold until further notice",
        "Not cleared for publication",
        "Draft - not for publication",
        "Publication suspended",
    ] {
        check(words, &places(words)[3..], Withheld);
    }
}

#[test]
fn an_embargo_that_is_over_or_of_something_else_holds_nothing() {
    for words in [
        "This story was embargoed until 0900 GMT today and is now released",
        "Embargoed until 0900 GMT, now free",
    ] {
        check(words, &places(words)[3..], Usable);
    }
    for words in [
        "\"Embargoed until delivery,\" read the first page.",
        "The text was marked \"Not for publication before 12:30\".",
        "The news published at 1000 GMT killed the rally.",
        "Release time is 0900 GMT on March 5 for the figures.",
        "撤稿风波",
        "The film is not for release before May.",
        "The data were not for release until Wednesday.",
        "The embargo runs until 0600 GMT on March 4.",
        "This story was withdrawn by the Times, which apologised.",
    ] {
        check(words, &places(words)[2..3], Usable);
        let inside =
            format!("Tin rises\n\n{BODY}\n\n{words}\n\nNobody at the mine wanted to say more on Tuesday.\n");
        check(words, &[("inside", inside)], Usable);
    }
}

#[test]
fn a_slug_may_end_with_a_label() {
    let slugged = |slug: &str| {
        let story = serde_json::json!({
            "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Tin rises", "slugline": slug, "body_text": BODY,
        });
        [("slug", story.to_string())]
    };
    for slug in
        ["BC-Tin-Prices-KILL", "TIN-PRICES/ (WITHDRAWN)", "TIN-PRICES (KILL)", "Tin-Prices/Advisory/Kill"]
    {
        check(slug, &slugged(slug), Canceled);
    }
    for slug in ["US-KILL/SWITCH", "CUBA-EMBARGO", "SPORT-WITHDRAWN", "RACE-CANCELED"] {
        check(slug, &slugged(slug), Usable);
    }
}

#[test]
fn an_order_with_the_story_as_its_object_takes_that_back_in_other_languages() {
    for words in ["HABER İPTALİ", "TREKKER MELDING", "SLETT MELDING", "ANULACIÓN DE NOTICIA", "PERUU JUTUN"]
    {
        check(words, &places(words)[..1], Canceled);
    }
}
