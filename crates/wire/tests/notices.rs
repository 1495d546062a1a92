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
        "This item was transmitted by mistake and should be deleted.",
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
    // Whatever is embargoed: no headline ends in a clock.
    for words in [
        "THE MATERIAL BELOW IS EMBARGOED UNTIL 1400 GMT ON MARCH 4, 2026",
        "THE MATERIAL BELOW IS EMBARGOED UNTIL\n1400 GMT ON MARCH 4, 2026",
        "Information contained herein is embargoed until 8:30 a.m. ET March 4, 2026",
        "The data in this release are embargoed until 8:30 on March 4",
        "CONTENTS EMBARGOED UNTIL 6 A.M. ON MARCH 4",
        "***EMBARGOED UNTIL 4 MARCH 2026 AT 11:00 CET***",
        "TRANSMISSION OF MATERIAL IN THIS RELEASE IS EMBARGOED UNTIL\n8:30 a.m. (ET) Wednesday, March 4, 2026",
        "ЭМБАРГО до 10:00 мск 4 марта 2026 года",
        "解禁日時：日本時間2026年3月4日午前5時",
        "Frei für Mittwochausgaben",
    ] {
        let above = &places(words)[0];
        check(words, std::slice::from_ref(above), Withheld);
        assert_eq!(article(&above.1).headline.as_deref(), Some("Tin rises"), "{words}");
    }
    for headline in [
        "Russian oil embargoed until 2030",
        "Materials for chips are embargoed until March 2027, China says",
        "Arms for the north stay embargoed until March 4, 2027",
        "The film is embargoed until 1400 GMT on March 4, 2026, the studio said",
    ] {
        let story = article(format!("{headline}\n\n{BODY}\n"));
        assert_eq!((story.headline.as_deref(), story.pub_status), (Some(headline), Some(Usable)));
        assert_eq!(story.embargoed_until, None, "{headline}");
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

/// Above the story and in a note, as these are mostly written.
#[test]
fn plain_sentences_take_back_hold_and_embargo_in_the_everyday_words_of_a_desk() {
    let near = |words: &str| [places(words)[0].clone(), places(words)[3].clone()];
    for words in [
        "PLEASE KILL BOLIVIA-TIN. WRONG FIGURES.",
        "The story is being pulled. Please do not use.",
        "Not for use - sent in error",
        "Wir ziehen die Meldung über Zinn zurück.",
        "Die nachfolgende Meldung bitte nicht veröffentlichen.",
        "Diese Fassung bitte nicht mehr verwenden.",
        "Ne pas utiliser cette dépêche, chiffres erronés.",
        "Cette dépêche doit être supprimée.",
        "No publicar: datos erróneos",
        "Detta telegram är indraget.",
        "Tę depeszę prosimy anulować.",
        "Please note that this report has been recalled.",
        "Please scrap this story.",
        "Drop this story, figures are incorrect.",
        "Please do not use; a substitute story will move shortly.",
        "This item should be removed from all platforms.",
        "Bitte die Meldung streichen.",
        "Cette information est fausse, ne pas l'utiliser.",
        "Dit artikel is teruggetrokken.",
        "Story recalled",
        "Kindly discard this story.",
        "Use of this story is prohibited.",
        "Please do not use this story because of errors in its figures.",
        "The above was sent in error, please ignore.",
        "This story is no longer valid.",
        "Story is cancelled due to inaccuracies",
        "Dépêche annulée - chiffres erronés",
        "Vi preghiamo di non utilizzare questa notizia.",
        "Dieser Artikel wurde gelöscht.",
        "Fehlmeldung, bitte nicht verwenden!",
        "Gelieve dit artikel te verwijderen.",
        "Vennligst ikke bruk denne saken.",
        "Материал снят с публикации.",
    ] {
        check(words, &near(words), Canceled);
    }
    for words in [
        "Hold until cleared by the desk.",
        "Not yet cleared for publication.",
        "Bitte vorerst nicht verwenden.",
        "Bitte bis auf weiteres nicht veröffentlichen.",
        "Publicera inte tills vidare.",
        "Publication is on hold.",
        "Do not use until we confirm.",
        "Not for publication yet.",
        "Bitte noch nicht verwenden.",
        "A ne pas publier pour l'instant.",
        "No publicar todavía.",
        "Non pubblicare per ora.",
        "Nog niet publiceren.",
        "Story on hold pending confirmation",
        "Embargo time: 07:00 GMT, 4 March 2026",
        "Embargo in place until 07:00 GMT on 4 March 2026",
        "Available for publication from 0700 GMT on March 4, 2026",
        "Use only after 0700 GMT on March 4, 2026",
        "Achtung, Sperrfrist! Nicht vor Mittwoch, 4. März 2026, 8.00 Uhr MEZ",
        "Publication not permitted before 0700 GMT, March 4, 2026",
        "Releasable at 0700 GMT on March 4, 2026",
        "To be held until 0700 GMT March 4, 2026",
        "Media may publish from 0700 GMT on March 4, 2026",
        "Embargo levé le 4 mars 2026 à 07h00 GMT",
        "Pubblicazione vietata prima delle ore 7:00 GMT del 4 marzo 2026",
        "Proibida a publicação antes das 07h00 GMT de 4 de março de 2026",
    ] {
        check(words, &near(words), Withheld);
    }
    for headline in [
        "Please hold the line, phone firm tells callers",
        "Please kill Bill 101, activists tell governor",
        "Hold until harvest, farmers are told",
        "Void in tin market as smelter shuts",
        "Court tells newspapers to take down story",
        "Körkort indraget efter krock",
        "Vorläufig kein Zug nach Linz",
        "Bahn sperrt Strecke bis 4. März 2026",
        "Wir ziehen um, sagt der Chef",
        "To be held until trial: banker stays in jail",
        "Drug may be used from May",
        "Cleared for take-off: planes fly again",
        "Maker recalls saws",
        "Drop in tin prices scares miners",
        "Please remove shoes, airport says",
        "Please cancel the party, mayor urges town",
        "This report will be withdrawn, minister says",
        "Dealers kill story of tin merger",
        "Paper retracts story on tin mine",
        "Discard old masks, hospital says",
        "Article 50 is no longer valid, court says",
        "Item cancelled from menu",
        "Article deleted from law",
        "Report withdrawn due to errors",
        "Meldung über Brand war falsch",
        "Noch nicht freigegeben: Brücke bleibt zu",
        "Article retiré du projet de loi",
        "Use only after boiling, town says of water",
        "Vänta med bygget, säger kommunen",
    ] {
        let story = article(format!("{headline}\n\n{BODY}\n\nNobody at the mine wanted to say more.\n"));
        assert_eq!((story.pub_status, story.embargoed_until), (Some(Usable), None), "{headline}");
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

#[test]
fn a_notice_that_names_the_story_which_it_takes_back_is_heard_in_its_own_language() {
    for notice in [
        "ACHTUNG: RÜCKZUG\n\nBerlin (dpa) - Bitte verwenden Sie die Meldung «Acme kauft Zenith» (dpa 0234) nicht. Sie ist falsch.",
        "RUECKZUG\n\nBerlin (dpa) - Bitte verwenden Sie die Meldung «Acme kauft Zenith» (dpa 0234) nicht.",
        "dpa-RÜCKZUG: Acme kauft Zenith\n\nDie Meldung «Acme kauft Zenith» (dpa 0234) ist falsch und darf nicht verwendet werden.",
        "Berlin (dpa) - Die Angaben sind falsch. Bitte verwenden Sie die Meldung «Acme kauft Zenith» nicht.",
        "ACHTUNG: Bitte sperren Sie die dpa-Meldung «Acme kauft Zenith» von 10.12 Uhr (dpa 0234). Die Angaben sind falsch.",
        "Bitte löschen Sie die APA-Meldung «Acme kauft Zenith» (APA0234).",
        "Wien (APA) - Bitte streichen Sie die Meldung APA0234. Sie ist falsch.",
        "Bern (Keystone-SDA) - Bitte die Meldung «Acme kauft Zenith» nicht verwenden.",
        "dpa zieht die Meldung «Acme kauft Zenith» (dpa 0234) zurück. Sie ist falsch.",
        "URGENT EDITORS: Kill C0034 Trade-Stats, Ottawa. The numbers are wrong. The Canadian Press",
        "Attention editors: Kill B1234 Acme-Deal, Toronto. It is wrong.",
        "KILL C0034 Trade-Stats, Ottawa\n\nThe numbers are wrong.",
        "EDITORS: Please kill C0034 Trade-Stats.",
        "EFE ANULACIÓN DE NOTICIA\n\nMadrid, 12 nov 2026 (EFE).- Por favor, anulen la noticia \"Acme compra Zenit\".",
        "Madrid, 12 nov 2026 (EFE).- Rogamos eliminen la información \"Acme compra Zenit\".",
        "Madrid, 12 nov 2026 (EFE).- EFE retira la noticia \"Acme compra Zenit\" por contener errores.",
        "NTB TREKKER MELDING\n\nOslo (NTB): NTB trekker meldingen om Acme. Meldingen må ikke brukes.",
        "Oslo (NTB): NTB trekker meldingen om Acme.",
        "SLETT MELDING\n\nOslo (NTB): Vennligst slett meldingen «Acme kjøper Zenith».",
        "RITZAU TRÆKKER HISTORIE TILBAGE\n\nRitzau trækker historien \"Acme køber Zenith\" tilbage. Den må ikke bruges.",
        "København, 12. nov. /ritzau/ - Ritzau trækker telegrammet \"Acme køber Zenith\" tilbage.",
        "TT: Stryk artikeln \"Acme köper Zenith\". Artikeln innehåller fel.",
        "Stockholm (TT): TT drar tillbaka artikeln \"Acme köper Zenith\".",
        "STT PERUU JUTUN\n\nSTT peruu jutun Acme ostaa Zenithin. Juttua ei saa julkaista.",
        "HELSINKI (STT) STT peruu uutisen Acme ostaa Zenithin.",
        "HABER İPTALİ\n\nAcme haberimiz iptal edilmiştir, kullanılmaması rica olunur.",
        "ANULARE\n\nBucureşti, 12 nov. /Agerpres/ - Vă rugăm să anulați știrea cu titlul \"Acme cumpără Zenith\".",
        "Bucureşti, 12 nov. /Agerpres/ - Vă rugăm să nu folosiți știrea \"Acme cumpără Zenith\".",
        "Paris, 12 nov 2026 (AFP) - Merci d'annuler notre dépêche \"Acme achète Zenith\".",
        "Paris, 12 nov 2026 (AFP) - L'AFP annule sa dépêche \"Acme achète Zenith\".",
        "Bruxelles, 12 nov (Belga) - Veuillez supprimer la dépêche \"Acme achète Zenith\" (BELGA 123).",
        "Roma, 12 nov. (ANSA) - Si prega di annullare la notizia \"Acme compra Zenith\".",
        "Den Haag (ANP) - Gelieve het bericht \"Acme koopt Zenith\" niet te gebruiken.",
        "Warszawa, 12.11.2026 (PAP) - PAP wycofuje depeszę \"Acme kupuje Zenith\".",
        "Praha (ČTK) - ČTK ruší zprávu \"Acme kupuje Zenith\".",
        "LONDON (Reuters) - Please withdraw the story headlined \"Acme buys Zenith\".",
        "LONDON (Reuters) - Reuters is withdrawing the story headlined \"Acme buys Zenith\".",
        "AP KILL: BC-US--Acme Deal\n\nThe AP kills its story about Acme.",
        "LISBOA (Lusa) - Solicita-se a anulação da notícia \"Acme compra Zenith\".",
        "CP KILL - Trade-Stats\n\nPlease kill C0034.",
    ] {
        assert_eq!(article(notice).pub_status, Some(Canceled), "{notice}");
    }
}

#[test]
fn what_is_asked_of_readers_or_done_with_other_things_takes_no_story_back() {
    for story in [
        "Acme ruft Kindersitze zurück\n\nBerlin (dpa) - Bitte verwenden Sie den Sitz nicht, sagte die Firma am Donnerstag in Berlin. Die Meldung des Herstellers ist eindeutig.",
        "Rückzug: Müller tritt ab\n\nBerlin (dpa) - Der Politiker zieht sich zurück. Das sagte er am Donnerstag in Berlin vor Journalisten.",
        "RÜCKZUG\nMüller tritt ab\n\nBerlin (dpa) - Der Politiker geht. Das sagte er am Donnerstag in Berlin vor Journalisten.",
        "Achtung: Rückzug der Truppen beginnt\n\nKiew (dpa) - Die Truppen gehen. Das sagte ein Sprecher am Donnerstag in Kiew vor Journalisten.",
        "Polizei: Bitte sperren Sie die Türen ab\n\nBerlin (dpa) - Bitte sperren Sie die Türen ab, sagte die Polizei am Donnerstag in Berlin. Die Meldung kam um 10.12 Uhr.",
        "Kill Bill returns\n\nOTTAWA (CP) - Kill Bill returns to the screen on Friday, the studio said. It is the third part.",
        "Kill B52 plan, senators say\n\nWASHINGTON (AP) - Senators said on Thursday that the plan should be dropped. It is the third such plan.",
        "NTB trekker på seg\n\nOslo (NTB): NTB trekker flere abonnenter enn før, viser tall som ble lagt fram torsdag. Meldingen kom fra ledelsen.",
        "Denne historien trekker lesere\n\nOslo (NTB): Denne historien trekker lesere til avisen, sier redaktøren torsdag. Den handler om en gruve.",
        "TT: Stryk kostnaderna\n\nStockholm (TT): Stryk kostnaderna, säger ministern i en artikel på torsdagen. Det gäller skolan och vården.",
        "Stryk artikeln om mord ur lagen\n\nStockholm (TT): Domstolen vill stryka artikeln ur lagen, säger ministern på torsdagen. Det gäller skolan.",
        "STT: Hallitus peruu leikkaukset\n\nHELSINKI (STT) Hallitus peruu leikkaukset, kertoo STT torsdagsna. Juttu jatkuu myöhemmin tänään illalla.",
        "EFE retira a su corresponsal\n\nMadrid, 12 nov 2026 (EFE).- EFE retira a su corresponsal de Caracas, informó la agencia el jueves en Madrid. La noticia se conoció por la tarde.",
        "Gobierno pide: anulen la ley\n\nMadrid, 12 nov 2026 (EFE).- Anulen la ley, pidió la oposición el jueves en Madrid. La noticia se conoció por la tarde.",
        "Ritzau trækker sig\n\nKøbenhavn, 12. nov. /ritzau/ - Ritzau trækker sig fra aftalen, siger direktøren torsdag i København. Historien kom frem onsdag.",
        "Court annuls: judge withdraws the report\n\nLONDON (Reuters) - A judge withdrew the report on Thursday, the court said. Reuters was first to report it.",
        "Reuters withdraws from Caracas\n\nLONDON (Reuters) - Reuters is withdrawing its reporters from Caracas, the agency said on Thursday. The story was first told by the AP.",
        "AP kills time\n\nLONDON (AP) - The AP said on Thursday that a pill kills the virus. The story was first told in a journal.",
        "Vă rugăm să nu folosiți apa\n\nBucureşti, 12 nov. /Agerpres/ - Vă rugăm să nu folosiți apa de la robinet, a spus primarul joi. Știrea a venit seara.",
        "Anularea alegerilor\n\nBucureşti, 12 nov. /Agerpres/ - Curtea a anulat alegerile joi, a spus un purtător de cuvânt. Știrea a venit seara.",
        "ANULARE\nCurtea anulează alegerile\n\nBucureşti, 12 nov. /Agerpres/ - Curtea a anulat alegerile joi, a spus un purtător de cuvânt. Știrea a venit seara.",
        "Bitte löschen Sie die App, rät die Behörde\n\nBerlin (dpa) - Bitte löschen Sie die App, rät die Behörde am Donnerstag. Die Meldung kam am Abend.",
        "PAP wycofuje się\n\nWarszawa, 12.11.2026 (PAP) - PAP wycofuje się z umowy, podała agencja w czwartek. Depesza przyszła wieczorem.",
        "ČTK ruší pobočku\n\nPraha (ČTK) - ČTK ruší pobočku v Brně, řekl ředitel ve čtvrtek. Zprávu vydala agentura večer.",
        "Haber iptali\n\nANKARA (AA) - Mahkeme ihaleyi iptal etti, dedi sözcü perşembe günü. Haber akşam geldi.",
        "Kill C-34, senators say\n\nOTTAWA (CP) - Senators want to kill C-34, a bill on trade, they said on Thursday. It is the third such bill.",
        "Do not use the seats, Acme says\n\nTORONTO (CP) - Please do not use the seats, Acme said on Thursday. A story about them was told in March.",
        "Slett appen, ber politiet\n\nOslo (NTB): Slett meldingen og appen, ber politiet torsdag i en advarsel. Svindlerne sender den til tusenvis av mobiler.",
        "Merci d'annuler le vol\n\nParis, 12 nov 2026 (AFP) - Merci d'annuler le vol, a dit le maire jeudi. La dépêche du préfet est arrivée le soir.",
        // What another agency does with its story is news.
        "Paris, 12 nov 2026 (AFP) - Reuters retire son article sur Acme, a dit sa porte-parole jeudi à Londres.",
    ] {
        assert_eq!(article(story).pub_status, Some(Usable), "{story}");
    }
}

#[test]
fn a_release_with_a_day_and_a_clock_is_an_embargo_and_the_time_of_a_page_is_none() {
    let body = "LONDON, March 3 (Reuters) - Tin rose in London on Tuesday, the board said. It gave no reason for that.";
    for (line, status) in [
        ("Release: Wednesday 0700 GMT", Withheld),
        ("RELEASE: WEDNESDAY 0700 GMT", Withheld),
        ("Release Wednesday 0700 GMT", Withheld),
        ("Release: 0700 GMT Wednesday", Withheld),
        ("Release: Wednesday 7 a.m.", Withheld),
        ("Release: Wednesday, March 4, 0700 GMT", Withheld),
        ("Publication: Wednesday 0700 GMT", Withheld),
        ("Veröffentlichung: Mittwoch, 07.00 Uhr MEZ", Withheld),
        ("Diffusion: mercredi 07h00 GMT", Withheld),
        ("Release: March 1, 2026 0700 GMT", Usable),
        ("Release: 03/03/2026 10:15", Usable),
        ("Release: Friday", Usable),
        ("Release: immediate", Usable),
        ("Publication: mardi 3 mars 2026, 10h15", Usable),
        ("Publication: mercredi 07h00", Usable),
        ("Press release: Wednesday 0700 GMT talks", Usable),
        ("Hostage release: Wednesday 0700 GMT is the deadline", Usable),
        ("Releases: Wednesday 0700 GMT US GDP", Usable),
        ("Publication bans Wednesday", Usable),
    ] {
        let article = article(format!("{line}\n\nTin rises\n\n{body}\n"));
        assert_eq!(article.pub_status, Some(status), "{line}");
        if status == Withheld {
            assert_eq!(article.headline.as_deref(), Some("Tin rises"), "{line}");
        }
    }
    // Where it is known when the story was sent, the end is as well.
    let json = serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Tin rises", "ednote": "Release: Wednesday 0700 GMT", "body_text": body,
    });
    let ends = article(json.to_string()).embargoed_until.map(|when| when.to_string());
    assert_eq!(ends.as_deref(), Some("2026-03-04T07:00:00Z"));
    // Below the story it says when figures are due.
    let due = format!("Tin rises\n\n{body}\n\nRelease: Wednesday 0700 GMT\n");
    assert_eq!(article(due).pub_status, Some(Usable));
}

/// A story in its own language, for words that are told by it.
fn story_in(language: &str) -> &'static str {
    match language {
        "de" => {
            "Kiel (dpa) - Eine Mine im Norden hat am Dienstag ihre Tore geschlossen, wie das Unternehmen mitteilte.\n\nRund 300 Menschen arbeiteten dort bis zum Winter."
        }
        "fr" => {
            "Lille, 3 mars 2026 (AFP) - Une mine de cuivre a fermé mardi ses portes dans le nord, a annoncé l'entreprise.\n\nQuelque 300 personnes y travaillaient."
        }
        "es" => {
            "Madrid, 3 mar (EFE).- Una mina de cobre cerró este martes sus puertas en el norte, informó la empresa.\n\nUnas trescientas personas trabajaban allí."
        }
        "pt" => {
            "Lisboa, 03 mar 2026 (Lusa) - Uma mina de cobre fechou hoje as portas no norte, informou a empresa.\n\nCerca de 300 pessoas trabalhavam no local."
        }
        "it" => {
            "(ANSA) - ROMA, 03 MAR - Una miniera di rame ha chiuso martedì i cancelli nel nord, ha reso noto l'azienda.\n\nVi lavoravano circa 300 persone."
        }
        "ru" => {
            "МОСКВА, 3 мар - РИА Новости. Медный рудник на севере закрыл во вторник свои ворота, сообщила компания.\n\nТам работали около 300 человек."
        }
        "fi" => {
            "Helsinki, 3.3. (STT) Kuparikaivos sulki tiistaina porttinsa pohjoisessa, yhtiö kertoi.\n\nSiellä työskenteli noin 300 ihmistä."
        }
        _ => {
            "Stockholm (TT) - En koppargruva i norr stängde på tisdagen sina portar, meddelade bolaget.\n\nOmkring 300 personer arbetade där."
        }
    }
}

fn noted_in(language: &str, note: &str) -> String {
    serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Norrholm", "ednote": note, "body_text": story_in(language),
    })
    .to_string()
}

#[test]
fn labels_that_troops_and_players_have_as_well_take_a_story_back_where_they_stand_alone_or_forbid_it() {
    for (language, words) in [
        ("de", "RÜCKZUG"),
        ("de", "RÜCKZUG: Bitte nicht verwenden"),
        ("de", "RÜCKZUG - Bitte verwenden Sie die Meldung nicht"),
        ("de", "RÜCKZUG - Die folgende Meldung bitte nicht verwenden"),
        ("de", "Achtung, Rückzug: Bitte die Meldung nicht verwenden"),
        ("fr", "RETRAIT - Prière de ne pas utiliser cette dépêche"),
        ("it", "RITIRO: si prega di non usare la notizia"),
        ("pt", "NOTÍCIA CANCELADA"),
        ("pt", "Matéria cancelada"),
        ("pt", "Favor desconsiderar esta matéria"),
        ("pt", "Pedimos que não utilizem esta notícia"),
        ("es", "Favor de no publicar esta nota"),
        ("es", "Se ruega no utilizar esta información"),
        ("es", "Rogamos a los abonados que no utilicen esta noticia"),
        ("ru", "Просим считать сообщение недействительным"),
        ("fi", "Uutinen on peruttu"),
        ("fi", "Poistakaa tämä juttu"),
        ("sv", "STRYKS - använd inte artikeln"),
        ("de", "Sent in error - please delete"),
    ] {
        let story = story_in(language);
        let files = [
            ("above", format!("{words}\n\nNorrholm\n\n{story}\n")),
            ("last", format!("Norrholm\n\n{story}\n\n{words}\n")),
            ("note", noted_in(language, words)),
        ];
        check(words, &files, Canceled);
    }
    // Before a headline, if it says of which story it is.
    for headline in [
        "Gelieve onderstaand bericht niet te gebruiken: Norrholm sluit mijn",
        "RÜCKZUG - Bitte verwenden Sie die Meldung nicht: Norrholm schließt",
        "STRYKS - använd inte artikeln: Norrholm stänger",
    ] {
        check(headline, &[("headline", format!("{headline}\n\n{BODY}\n"))], Canceled);
    }
    for (language, headline) in [
        ("de", "RÜCKZUG: Truppen verlassen Mali"),
        ("de", "Rückzug: Die Mine schließt"),
        ("de", "RÜCKZUG AUS MALI"),
        ("de", "Bitte verwenden Sie den Aufzug nicht, steht am Eingang"),
        ("fr", "RETRAIT: Dupont quitte la vie politique"),
        ("fr", "Le retrait de cet article divise les députés"),
        ("fr", "RETRAITS ET REPORTS"),
        ("it", "RITIRO: la Roma a Pinzolo"),
        ("it", "RITIRO PATENTE, COSA CAMBIA A MARZO"),
        ("pt", "CANCELADA: corrida de São Silvestre"),
        ("pt", "Corrida cancelada por causa da chuva"),
        ("pt", "Tribunal manda desconsiderar provas"),
        ("es", "La carrera fue cancelada por la lluvia"),
        ("es", "Se ruega no utilizar el ascensor, decía el aviso"),
        ("ru", "Матч отменен из-за дождя"),
        ("fi", "Ottelu peruttu sateen vuoksi"),
        ("sv", "Artikeln om mord stryks ur lagen"),
        ("sv", "Flyg STRYKS"),
        ("de", "Parcel sent in error - police ask finder to return it"),
    ] {
        let story = story_in(language);
        let (first, second) = story.split_once("\n\n").unwrap();
        let files = [
            ("headline", format!("{headline}\n\n{story}\n")),
            ("inside", format!("Norrholm\n\n{first}\n\n{headline}.\n\n{second}\n")),
            ("last", format!("Norrholm\n\n{story}\n\n{headline}.\n")),
        ];
        check(headline, &files, Usable);
    }
    for note in
        ["Retrait: ajoute citations", "Rückzug aus Mali, mit Grafik", "Retrait du Mali: avec infographie"]
    {
        check(note, &[("note", noted_in("fr", note))], Usable);
    }
}

#[test]
fn the_small_words_of_a_time_are_no_story_and_a_story_about_an_embargo_is_free() {
    for (language, words) in [
        ("es", "Embargo hasta las 24:00 horas GMT del 4 de marzo de 2026"),
        ("es", "Embargo hasta las 23:00 GMT del 4 de marzo de 2026"),
        ("es", "Embargo hasta las 06.00 horas del 5 de marzo"),
        ("pt", "Embargo até às 06:00 de 5 de março"),
        ("ru", "Эмбарго до 06:00 мск 5 марта 2026 года"),
        ("fi", "Julkaistavissa torstaina 5. maaliskuuta klo 6.00"),
        ("fi", "Julkaistavissa 5.3.2026 klo 6.00"),
        ("it", "Embargo fino alle ore 06:00 di giovedì 5 marzo"),
        ("sv", "Embargo till torsdag 5 mars kl 06.00"),
    ] {
        let story = story_in(language);
        let files = [
            ("above", format!("{words}\n\nNorrholm\n\n{story}\n")),
            ("last", format!("Norrholm\n\n{story}\n\n{words}\n")),
            ("note", noted_in(language, words)),
        ];
        check(words, &files, Withheld);
        if language != "fi" {
            check(words, &[("label", format!("{words}: Norrholm\n\n{story}\n"))], Withheld);
        }
    }
    for (language, headline) in [
        ("es", "El embargo hasta las elecciones del 5 de marzo divide a la UE"),
        ("es", "Embargo a la venta de armas hasta 2030"),
        ("es", "El juez ordena el embargo hasta el 5 de marzo de los bienes de la mina"),
        ("pt", "A mina foi embargada até 5 de março pela autarquia"),
        ("pt", "Embargo até o julgamento mantém mina fechada"),
        ("ru", "Эмбарго до 2030 года продлили"),
        ("ru", "Эмбарго на нефть до 5 марта обсудят в ЕС"),
        ("fi", "Raportti on julkaistavissa keväällä"),
        ("fi", "Kaivoksen tiedot ovat julkaistavissa torstaina klo 6 alkaen"),
        ("fr", "L'embargo jusqu'au 5 mars sur le bétail inquiète les éleveurs"),
        ("it", "Embargo fino al 2030 sulle armi"),
        ("sv", "Embargo till 2030 mot vapen"),
    ] {
        let story = story_in(language);
        check(headline, &[("headline", format!("{headline}\n\n{story}\n"))], Usable);
    }
}
