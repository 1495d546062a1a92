//! Labels that head news as well: `KILLED: Copper exports fall` takes a story back unless the story itself tells of the killed. What the
//! label is, the first words of the story decide.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::PubStatus::{self, Canceled, Usable, Withheld};
use support::article;

const COPPER: &str = "SANTIAGO, March 3 (Reuters) - Exports of copper from Chile fell 4.2 percent in February, the bank said on Tuesday.\n\nShipments to China dropped 9 percent.";

/// The status of a story with this headline, in copy, in JSON and in a slug-less transmission.
fn statuses(headline: &str, body: &str) -> Vec<(&'static str, PubStatus)> {
    let json = serde_json::json!({"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "pubstatus": "usable", "headline": headline, "body_text": body});
    let own = serde_json::json!({"schema": "dateline.article/1", "headline": headline, "text": body});
    let files = [
        ("text", format!("{headline}\n\n{body}\n")),
        ("zczc", format!("ZCZC AB0123\n\n{headline}\n\n{body}\n\nNNNN\n")),
        ("ninjs", json.to_string()),
        ("article", own.to_string()),
        (
            "rss",
            format!(
                "<rss><channel><title>News</title><item><title>{headline}</title><guid>1</guid><description>{body}</description></item></channel></rss>"
            ),
        ),
    ];
    files.map(|(name, file)| (name, article(&file).pub_status.unwrap())).into()
}

fn check(headline: &str, body: &str, expected: PubStatus) {
    for (name, status) in statuses(headline, body) {
        assert_eq!(status, expected, "{name}: `{headline}`");
    }
}

#[test]
fn a_label_of_which_the_story_tells_nothing_takes_it_back() {
    for headline in [
        "KILLED: Chile copper exports fall",
        "KILLED - Chile copper exports fall",
        "KILLED-Chile copper exports fall",
        "PULLED: Chile copper exports fall",
        "CANCEL - Chile copper exports fall",
        "CANCELLED: Chile copper exports fall",
        "DELETE: Chile copper exports fall",
        "Kill: Chile copper exports fall",
        "Kill - Chile copper exports fall",
        "Story removed: Chile copper exports fall",
        "Dépêche annulée: les exportations du Chili baissent".replace("les", "Les").leak(),
        "DEPECHE ANNULEE : Les exportations du Chili baissent",
        "ENTFÄLLT: Chiles Kupferexporte sinken",
        "VERVALT: Koperexport van Chili daalt",
        "TRUKKET: Eksporten av kobber faller",
        "ZRUŠENO: Vývoz mědi z Chile klesl",
        "USUNIĘTO: Eksport miedzi z Chile spada",
        "DO NOT USE: Chile copper exports fall",
        "TEST - PLEASE DISREGARD: Chile copper exports fall",
    ] {
        check(headline, COPPER, Canceled);
    }
}

#[test]
fn a_label_that_is_the_storys_own_news_is_free() {
    for (headline, body) in [
        (
            "KILLED: Three miners at Bergen",
            "BERGEN, March 3 (Reuters) - Three miners died when a shaft fell in on Tuesday, the board said.",
        ),
        (
            "KILLED: Head of the cartel",
            "LIMA, March 3 (Reuters) - Police shot dead the head of a cartel on Tuesday, the ministry said.",
        ),
        (
            "CANCELLED: Bergen concert of a band",
            "BERGEN, March 3 (Reuters) - A band called off its concert in Bergen on Tuesday after a storm.",
        ),
        (
            "Kill: A film about a mine",
            "LONDON, March 3 (Reuters) - The film Kill opens on Tuesday, and nobody in Bergen will see it there.",
        ),
        (
            "PULLED: Peanut butter of Acme",
            "OSLO, March 3 (Reuters) - Acme pulled its peanut butter from the shelves on Tuesday, the board said.",
        ),
        (
            "DO NOT USE: Health agency warns of eye drops",
            "WASHINGTON, March 3 (Reuters) - Consumers should stop using eye drops of Acme at once, the agency said.",
        ),
        (
            "DO NOT USE: Eye drops of Acme",
            "WASHINGTON, March 3 (Reuters) - The agency told consumers on Tuesday not to use the eye drops of Acme.",
        ),
        (
            "AFGELAST: Concert in Bergen",
            "BERGEN (ANP) - Het concert in Bergen is dinsdag afgelast na een storm, meldt de organisatie.",
        ),
        (
            "GESTRICHEN: Flüge nach Bergen",
            "BERGEN (dpa) - Wegen eines Sturms wurden am Dienstag alle Flüge nach Bergen gestrichen.",
        ),
    ] {
        check(headline, body, Usable);
    }
    for headline in [
        "Killed: three miners in Bergen",
        "Kill: a new film opens",
        "Kill Bill: Volume 3 is announced",
        "Pulled pork: how it is made",
        "Cancel culture: What it is",
        "Delete key: Ten tricks",
        "KILLED: 12 IN MARKET BLAST",
        "Story: How copper fell",
        "Spike: Copper doubles in a week",
        "SPIKE: Copper doubles in a week",
    ] {
        check(headline, COPPER, Usable);
    }
}

#[test]
fn a_label_that_says_again_what_headline_and_story_tell_holds_the_story_until_somebody_has_looked() {
    let deaths = "LIMA, March 3 (Reuters) - Three men were killed when a train hit their truck on Tuesday, police said.";
    let recall =
        "BERLIN, March 3 (Reuters) - Acme has recalled 12,000 car seats and told parents to stop using them.";
    let dividend =
        "LONDON, March 3 (Reuters) - Acme cancelled its dividend on Tuesday and said it would scrap a plant.";
    for (headline, body) in [
        ("KILLED: Three men die at a crossing", deaths),
        ("KILLED - Three men die at a crossing", deaths),
        ("DO NOT USE: Acme recalls car seats", recall),
        ("DO NOT USE - Acme recalls car seats", recall),
        ("PULLED: Acme cancels dividend", dividend),
    ] {
        check(headline, body, Withheld);
    }
    for (headline, body) in [
        ("STORY KILLED: Three men die at a crossing", deaths),
        ("DO NOT USE THIS STORY: Acme recalls car seats", recall),
    ] {
        check(headline, body, Canceled);
    }
    // Here the headline has no other verb.
    for (headline, body) in [
        ("KILLED: Three men at a crossing", deaths),
        ("DO NOT USE: Car seats of Acme", recall),
        ("CANCELLED: Dividend of Acme", dividend),
    ] {
        check(headline, body, Usable);
    }
}

#[test]
fn a_slug_in_capitals_that_begins_or_ends_with_a_kill_takes_back_a_story_about_something_else() {
    let story = |slug: &str, body: &str| {
        let json = serde_json::json!({"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "pubstatus": "usable", "headline": "Exports", "slugline": slug, "body_text": body});
        article(json.to_string()).pub_status.unwrap()
    };
    for slug in ["KILL-BRITAIN-TRADE", "BRITAIN TRADE KILL", "BRITAIN-TRADE-KILL"] {
        assert_eq!(story(slug, COPPER), Canceled, "{slug}");
    }
    let killed = "LONDON, March 3 (Reuters) - Police killed two men in Bergen on Tuesday, the board said.";
    for slug in ["POLICE-KILL", "KILL-BILL-FILM"] {
        assert_eq!(story(slug, killed), Usable, "{slug}");
    }
}

/// A story of two paragraphs that begins with this sentence.
fn told(sentence: &str) -> String {
    format!(
        "LONDON, March 3 (Reuters) - {sentence}\n\nShipments of tin to Bergen rose at once. Nobody there was surprised."
    )
}

#[test]
fn a_label_that_takes_stories_back_heads_news_where_the_story_tells_it() {
    for (headline, sentence) in [
        (
            "WITHDRAWN: Haas driver out of Monaco race",
            "The driver has withdrawn from the race, the team said on Tuesday.",
        ),
        (
            "WITHDRAWN: Acme drops bid for Norrholm",
            "Acme has withdrawn its bid for Norrholm, it said on Tuesday.",
        ),
        ("INGETROKKEN: vergunning van Acme", "De vergunning van Acme is ingetrokken, meldt de provincie."),
        ("RETRACTED: Study on tin and cancer", "The journal retracted the study on Tuesday."),
        ("RETRACTION: Nature takes back paper on tin", "The journal retracted the paper on Tuesday."),
        ("WITHDRAWAL: Last troops leave Chad", "The last troops withdrew from Chad on Tuesday."),
        (
            "ZURÜCKGEZOGEN: Kandidat gibt auf",
            "Der Kandidat hat seine Bewerbung zurückgezogen, sagte er am Dienstag.",
        ),
        ("ANNULLIERT: Wahl in Berlin", "Das Gericht hat die Wahl in Berlin annulliert."),
        ("ANULADO: El gol del Betis", "El gol fue anulado en el minuto 90, y el Betis protestó."),
        ("ANNULLATO: Il gol della Roma", "Il gol della Roma è stato annullato al novantesimo."),
        ("INGETROKKEN: De vergunning van Acme", "De vergunning van Acme is ingetrokken."),
        ("ÅTERKALLAS: Bilar med fel", "Bilarna återkallas, meddelade firman i tisdags."),
        ("ANULOWANE: Loty do Londynu", "Loty do Londynu zostały anulowane we wtorek."),
        ("STAŽENO: Léky z lékáren", "Léky byly staženy z lékáren v úterý."),
        ("VISSZAVONVA: A törvényjavaslat", "A javaslatot kedden visszavonták."),
        ("GERİ ÇEKİLDİ: Maden yasası", "Yasa salı günü geri çekildi."),
        ("ОТОЗВАНО: Тойота с дефектом", "Машины отозваны, сообщила фирма во вторник."),
    ] {
        check(headline, &told(sentence), Usable);
        check(headline, &format!("LONDON, March 3 (Reuters) - {sentence}"), Usable);
        check(headline, COPPER, Canceled);
    }
}

#[test]
fn a_notice_below_such_a_label_takes_the_story_back() {
    for body in [
        "Reuters has withdrawn a March 3 story that said exports of copper fell in February.",
        "The story on copper exports was withdrawn because of a wrong figure. Please do not use it.",
        "Por lapso, foi transmitida a notícia \"Cobre cai\", que deve ser anulada e retirada (withdrawn). Pedimos desculpa.\n\nLUSA",
        "Editors: the story has been withdrawn. A new one follows.",
        "",
    ] {
        check("WITHDRAWN: Chile copper exports fall", body, Canceled);
        check("RETRACTED: Chile copper exports fall", body, Canceled);
    }
    let asked = "12.11.Warszawa (PAP) - Prosimy o anulowanie depeszy z godz. 10.12. (PAP)";
    check("ANULOWANE: Acme kupuje Zenith", asked, Canceled);
    let long = "Reuters has withdrawn its article on copper. The bank gave wrong figures. It has no others. A new article follows on Tuesday.";
    check("WITHDRAWN: Chile copper exports fall", long, Canceled);
    let long = "NEW YORK (AP) — The Associated Press has retracted its article on copper. It said wrongly that exports fell. They did not fall. A new article follows on Tuesday.";
    check("RETRACTED: Chile copper exports fall", long, Canceled);
}

#[test]
fn an_embargo_that_is_the_news_is_told_by_the_story_and_keeps_its_headline() {
    let trade = told("The embargo on trade with Cuba was 64 years old on Tuesday.");
    for headline in
        ["EMBARGO: Cuba marks 64 years", "EMBARGO - Cuba marks 64 years", "Under embargo: How Havana lives"]
    {
        check(headline, &trade, Usable);
        check(headline, COPPER, Withheld);
        assert_eq!(article(format!("{headline}\n\n{trade}\n")).headline.as_deref(), Some(headline));
    }
    let bonds = "Madrid, 3 mar 2026 (EFE).- Un juez decretó el embargo de los bienes de la firma el martes.\n\nLa firma no comentó.";
    check("EMBARGO: juez congela bienes de la firma", bonds, Usable);
    for headline in [
        "EMBARGO: Friday, 0900 GMT",
        "EMBARGO: Until the speech begins",
        "EMBARGO: Not for publication before delivery",
        "Under embargo: Friday 0900 GMT",
    ] {
        let story = article(format!("{headline}\n\nCuba marks 64 years\n\n{trade}\n"));
        assert!(
            story.signals.iter().any(|signal| signal.kind == article::SignalType::Embargo
                || signal.kind == article::SignalType::Hold),
            "{headline}"
        );
    }
}

#[test]
fn a_label_that_the_story_decides_stays_at_its_headline() {
    let headline = "WITHDRAWN - Haas driver out of Monaco race";
    let story = article(format!("{headline}\n\n{}\n", told("The driver has withdrawn from the race.")));
    assert_eq!((story.pub_status, story.headline.as_deref()), (Some(Usable), Some(headline)));
    check("WITHDRAWN: wrong company", COPPER, Canceled);
}

#[test]
fn ratings_subheadings_and_diaries_are_no_labels() {
    for text in [
        "Brokers' ratings\n\nLONDON, March 3 (Reuters) - Ratings on Tuesday:\n\nNorrholm\nHOLD\nAcme\nBUY\nBorealis\nSELL: margin fear\n\nThe list was made by Reuters.\n",
        "Cuba looks ahead\n\nHAVANA, March 3, 2026 (Reuters) - Cuba looks ahead.\n\nEMBARGO\n\nThe embargo has stood for 64 years.\n\nHOLD\n\nInvestors hold.\n",
        "Diary for March 6\n\n0700 GMT - Germany, exports (embargoed until 0700)\n0930 GMT - UK, GDP\n1330 GMT - US, jobs\n",
        "EMBARGO: juez congela bienes de exministro hasta el 6 de marzo\n\nLima, 3 mar 2026 (EFE).- Un juez ordenó este martes el embargo de los bienes del exministro.\n",
    ] {
        assert_eq!(article(text).pub_status, Some(Usable), "{text}");
    }
    for text in [
        "Tin rises\n\nLONDON, March 3, 2026 (Reuters) - Tin rose on Tuesday, dealers said.\n\nHOLD\n",
        "EMBARGO: Norrholm abre planta hasta el 6 de marzo\n\nLima, 3 mar 2026 (EFE).- La firma abre una planta de estaño.\n",
    ] {
        assert_ne!(article(text).pub_status, Some(Usable), "{text}");
    }
}
