//! What stands above a headline and is none: slugs in capitals, numbers of items, notes in brackets, who sent a release.
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::SignalType;
use support::article;

/// A story, then its headline, its slug and its note: what is not there is the empty string.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const HEADS: &[Row] = &[
    // Agencies that put a slug above each headline
    ("CHILE COBRE\nSube la producción de cobre en mayo\n\nSantiago, 8 jun 2026 (EFE).- La producción subió. EFE\n", "Sube la producción de cobre en mayo", "CHILE COBRE", ""),
    ("CHILE COBRE\n(Ampliación)\nSube la producción de cobre en mayo\n\nSantiago, 8 jun 2026 (EFECOM).- La producción subió.\n", "Sube la producción de cobre en mayo", "CHILE COBRE", "(Ampliación)"),
    ("DEL12\nBIZ-TEA\nTea exports climb in May\n\nNew Delhi, Jun 8, 2026 (PTI) Tea exports climbed in May.\n", "Tea exports climb in May", "BIZ-TEA", ""),
    ("DEL12\nBIZ-LD TEA\nTea exports climb in May\n(Eds: Adding details)\n\nNew Delhi, Jun 8, 2026 (PTI) Tea exports climbed in May.\n", "Tea exports climb in May", "BIZ-LD TEA", "(Eds: Adding details)"),
    // … and any that puts the number of the item above the slug
    ("NAI7\nTEA TRADE\nTea exports climb in May\n\nNAIROBI, June 8, 2026 (KNA) - Tea exports climbed in May.\n", "Tea exports climb in May", "TEA TRADE", ""),
    // A headline in capitals, and its subtitle
    ("COPPER CLIMBS\nOutput of mines falls short\n\nSANTIAGO, June 8, 2026 (Reuters) - Copper climbed on Monday.\n", "COPPER CLIMBS", "", ""),
    ("SUBE EL COBRE\n\nSantiago, 8 jun 2026 (EFE).- El cobre subió.\n", "SUBE EL COBRE", "", ""),
    ("SUBE EL COBRE EN TODO CHILE\nLa producción cae por la lluvia\n\nSantiago, 8 jun 2026 (EFE).- El cobre subió.\n", "SUBE EL COBRE EN TODO CHILE", "", ""),
    // A lone word above a headline is none
    ("MH17\n\nInquiry into crash opens in The Hague\n\nTHE HAGUE, June 8, 2026 (ANP) - An inquiry opened on Monday.\n", "Inquiry into crash opens in The Hague", "", ""),
    // Notes in brackets
    ("(Aktualisierung: neue Zahlen im Text)\nZinn wird teurer\n\nBremen (dpa) - Zinn wird teurer.\n", "Zinn wird teurer", "", "(Aktualisierung: neue Zahlen im Text)"),
    ("(Zusammenfassung 1100 - neu: Börse)\nZinn wird teurer\nVon Max Muster, dpa\nBremen (dpa) - Zinn wird teurer.\n", "Zinn wird teurer", "", "(Zusammenfassung 1100 - neu: Börse)"),
    ("(Zinn) wird teurer\n\nBremen (dpa) - Zinn wird teurer.\n", "(Zinn) wird teurer", "", ""),
    ("(Aktualisierung: neue Zahlen im Text)\n\nBremen (dpa) - Zinn wird teurer.\n", "(Aktualisierung: neue Zahlen im Text)", "", ""),
    ("KORREKTUR\nBerichtigung: Preis im 3. Absatz\nZinn wird in Malaysia teurer =\n\nBremen (dpa) - Zinn wird teurer.\n", "Zinn wird in Malaysia teurer", "", "Berichtigung: Preis im 3. Absatz"),
    ("Berichtigung: Zinn wird im Absatz\nteurer als Blei =\n\nBremen (dpa) - Zinn wird teurer.\n", "teurer als Blei", "", "Berichtigung: Zinn wird im Absatz"),
    ("Berichtigung: Zinn wird in Malaysia\nnach langer Zeit teurer als Blei =\n\nBremen (dpa) - Zinn wird teurer.\n", "Zinn wird in Malaysia nach langer Zeit teurer als Blei", "", ""),
    // The firm that sends a release
    ("08.06.2026 – 09:30\n\nMuster Zinn GmbH\n\nZinn aus Bremen wird teurer\n\nBremen (ots) - Die Muster Zinn GmbH erhöht die Preise.\n", "Zinn aus Bremen wird teurer", "", ""),
    ("08.06.2026 – 09:30\n\nZinn aus Bremen wird teurer\n\nBremen (ots) - Die Muster Zinn GmbH erhöht die Preise.\n", "Zinn aus Bremen wird teurer", "", ""),
    ("08.06.2026 – 09:30\n\nZinn wird teurer\n\nWas das für Dosen heißt\n\nBremen (dpa) - Zinn wird teurer.\n", "Zinn wird teurer", "", ""),
    // An embargo that is over
    ("EMBARGO LIFTED\n\nTin climbs in London\n\nLONDON, June 8, 2026 (Reuters) - Tin climbed on Monday.\n", "Tin climbs in London", "", ""),
    ("BAN ON TIN LIFTED\n\nLONDON, June 8, 2026 (Reuters) - Tin climbed on Monday.\n", "BAN ON TIN LIFTED", "", ""),
    // What nobody sees, and a line of nothing else
    ("\u{200b}\nTin climbs in London\n\u{feff}\u{200b} \nLONDON, June 8, 2026 (Reuters) - Tin climbed on Monday.\n", "Tin climbs in London", "", ""),
    ("\u{200b}\u{feff}Tin climbs in London\n\nLONDON, June 8, 2026 (Reuters) - Tin climbed on Monday.\n", "Tin climbs in London", "", ""),
];

#[test]
fn what_stands_above_a_headline_is_no_headline() {
    for (story, headline, slug, note) in HEADS {
        let article = article(*story);
        let or = |words: Option<String>| words.unwrap_or_default();
        let found = (or(article.headline), or(article.slugline), or(article.ed_note));
        let wanted = ((*headline).to_owned(), (*slug).to_owned(), (*note).to_owned());
        assert_eq!(found, wanted, "{story}");
        assert_eq!(article.text, story.trim_start_matches('\u{feff}'), "{story}");
    }
}

#[test]
fn an_embargo_that_was_lifted_holds_nothing() {
    let story =
        "EMBARGO LIFTED\n\nTin climbs in London\n\nLONDON, June 8, 2026 (Reuters) - Tin climbed on Monday.\n";
    assert_eq!(article(story).pub_status, Some(article::PubStatus::Usable));
}

#[test]
fn a_note_in_brackets_above_a_headline_says_what_the_version_is() {
    let kinds = |story: &str| article(story).signals.iter().map(|signal| signal.kind).collect::<Vec<_>>();
    let story =
        "(Aktualisierung: neue Zahlen im Text)\nZinn wird teurer\n\nBremen (dpa) - Zinn wird teurer.\n";
    assert_eq!(kinds(story), [SignalType::Update]);
    let story = "Berichtigung: Preis im 3. Absatz\nZinn wird teurer =\n\nBremen (dpa) - Zinn wird teurer.\n";
    assert_eq!(kinds(story), [SignalType::Correction]);
}

#[test]
fn the_header_of_a_line_is_known_without_its_marks_by_the_day_at_its_end() {
    let story = "APA0123 5 WI 0155 MF/RA                                 Mo, 08.Jun 2026\n\nIndustrie/Metall/Zinn\nZinn wird teurer\nUtl.: Blei auch =\n\n   Linz (APA) - Zinn wird teurer.\n(Schluss) abc/def\n";
    let found = article(story);
    assert_eq!(found.headline.as_deref(), Some("Zinn wird teurer"));
    assert_eq!(found.slugline.as_deref(), Some("Industrie/Metall/Zinn"));
    assert_eq!(found.urgency, Some(5));
    assert_eq!(found.published_at.unwrap().to_string(), "2026-06-08");
    assert!(
        found.warnings.iter().any(|warning| warning.code == "left_out" && warning.text.contains("MF/RA"))
    );
    // Without a day it is a line like others.
    let story = "ABC0123 5 WI 0155\n\nZinn wird teurer\n\nLinz (APA) - Zinn wird teurer.\n";
    assert_eq!(article(story).urgency, None);
}

#[test]
fn a_footer_with_slashes_is_read_by_the_dateline_or_by_where_the_agency_is_at_home() {
    let sent = |header: &str, day: &str, footer: &str| {
        let story = format!(
            "\u{1}{header}\r\n\u{2}Sube el cobre en Chile\r\n\r\n  Santiago{day} (EFE).- El cobre subió.\r\n\u{3}{footer}\r\n\u{4}"
        );
        article(story).published_at.map(|when| when.to_string())
    };
    let header = "EFE0567 4 ECO 180";
    assert_eq!(sent(header, ", 8 jun", "08/06/2026 09:05").as_deref(), Some("2026-06-08"));
    assert_eq!(sent(header, ", 8 jun", "06/08/2026 09:05").as_deref(), Some("2026-06-08"));
    assert_eq!(sent(header, "", "08/06/2026 09:05").as_deref(), Some("2026-06-08"));
    assert_eq!(sent(header, "", "28/06/2026 09:05").as_deref(), Some("2026-06-28"));
    assert_eq!(sent(header, "", "08/06/2026"), None);
    assert_eq!(sent(header, "", "38/06/2026 09:05"), None);
}

#[test]
fn a_string_of_json_is_no_story_and_a_line_of_speech_is_one() {
    let parse = |text: &str| {
        let received = wire::Received { bytes: text.as_bytes(), feed: None, uri: None, received_at: None };
        wire::parse(&received, None).map_err(|no| no.code)
    };
    assert_eq!(parse("\"hello world\"").unwrap_err(), "not_an_article");
    assert!(parse("\"Tin climbs,\" says \"The Metal\"").is_ok());
    assert!(parse("\"Tin climbs in London.\"").is_ok());
}

#[test]
fn hold_ends_a_slug_and_a_slash_makes_one() {
    let slugged = |slug: &str| {
        let field = serde_json::json!({"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "slugline": slug, "headline": "Tin rises", "body_text": "LONDON, March 3 (Reuters) - Tin rose on Tuesday."});
        article(field.to_string()).pub_status
    };
    for slug in ["BC-Tin-HOLD", "Tin/HOLD", "BC-Tin-Prices-HOLD"] {
        assert_eq!(slugged(slug), Some(article::PubStatus::Withheld), "{slug}");
    }
    for slug in ["BC-TIN-HOLD", "HOLD-Bill-Film", "Rates-Hold", "US-Fed-On-Hold-View"] {
        assert_eq!(slugged(slug), Some(article::PubStatus::Usable), "{slug}");
    }
    let copy = "sda0157 4 wi 60 \nExporte/Schweiz\nExporte legen zu =\n\n   Bern (sda) - Die Exporte haben um 3,2 Prozent zugelegt.\n(SDA)\n031015 mar 26\n";
    let story = article(copy);
    assert_eq!(story.headline.as_deref(), Some("Exporte legen zu"));
    assert_eq!(story.slugline.as_deref(), Some("Exporte/Schweiz"));
    let dual = article(
        "sda0157 4 wi 60 \nUSA/China einigen sich =\n\n   Bern (sda) - Die Exporte haben um 3,2 Prozent zugelegt.\n(SDA)\n031015 mar 26\n",
    );
    assert_eq!(dual.headline.as_deref(), Some("USA/China einigen sich"));
}
