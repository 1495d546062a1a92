//! Version words at a headline and in a slug: they are signals, and not of the headline; other words are of it.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{Article, SignalType};
use support::article;

const BODY: &str =
    "BERGEN, March 3, 2026 (Xinhua) -- Tin rose in Bergen on Tuesday, and zinc fell, the mining board said.";

/// A story with this headline in a field, and with it above its copy.
fn headed(headline: &str) -> [Article; 2] {
    let field = serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": headline, "body_text": BODY,
    });
    [article(field.to_string()), article(format!("{headline}\n\n{BODY}\n\nIt gave no reason.\n"))]
}

fn slugged(slug: &str) -> Article {
    let field = serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "slugline": slug, "headline": "Tin rises", "body_text": BODY,
    });
    article(field.to_string())
}

fn kinds(article: &Article) -> Vec<SignalType> {
    article.signals.iter().map(|signal| signal.kind).collect()
}

/// The words around `Tin rises in Bergen` are a signal, and none of the headline.
fn is_taken_off(headline: &str, kind: SignalType) {
    for story in headed(headline) {
        assert_eq!(story.headline.as_deref(), Some("Tin rises in Bergen"), "{headline}");
        assert!(kinds(&story).contains(&kind), "{headline}: {:?}", story.signals);
    }
}

#[test]
fn version_words_before_a_headline_are_a_signal_in_every_language() {
    use SignalType::{Correction, Refile, Repeat, Update};
    for (label, kind) in [
        ("WDH: ", Repeat),
        ("WDHLG.: ", Repeat),
        ("WDH/", Repeat),
        ("Wiederholung: ", Repeat),
        ("HERHALING: ", Repeat),
        ("REPETICIÓN: ", Repeat),
        ("RPT-", Repeat),
        ("= RPT = ", Repeat),
        ("RESENDING: ", Repeat),
        ("RETRANSMISIÓN: ", Repeat),
        ("KORR: ", Correction),
        ("KORREKTUR ", Correction),
        ("KORREKTUR/", Correction),
        ("BERICHTIGUNG - ", Correction),
        ("(Berichtigt) ", Correction),
        ("(Corr.) ", Correction),
        ("CORRECTED (OFFICIAL)-", Correction),
        ("UPDATE 1-CORRECTED (OFFICIAL)-", Correction),
        ("CORRECTED-(OFFICIAL)-", Correction),
        ("CORRECTED (Feb. 28)-", Correction),
        ("CORRECTED (Feb 28) - ", Correction),
        ("CORRECTED-(Feb. 28)-", Correction),
        ("Correction (1 March): ", Correction),
        ("REFILE (March 2)-", Refile),
        ("REPEAT (Sunday)-", Repeat),
        ("AMENDED: ", Correction),
        ("CLARIFICATION: ", Correction),
        ("CORRIGÉ: ", Correction),
        ("CORRECCIÓN: ", Correction),
        ("RETTIFICA: ", Correction),
        ("CORREÇÃO: ", Correction),
        ("RECTIFICATIE: ", Correction),
        ("RÄTTELSE: ", Correction),
        ("[CORRECTED] ", Correction),
        ("++ KORREKTUR ++ ", Correction),
        ("REFILE: ", Refile),
        ("ROUNDUP 2: ", Update),
        ("ZUSAMMENFASSUNG 2: ", Update),
        ("AKTUALISIERUNG 2: ", Update),
        ("Update 2: ", Update),
        ("UPDATE 3 – ", Update),
        ("UPDATE2: ", Update),
        ("RECASTS: ", Update),
        ("(AMPL) ", Update),
        ("LEAD 2 ", Update),
        ("1st LD: ", Update),
        ("(AMPLIACIÓN) ", Update),
        ("ATUALIZADA 2: ", Update),
    ] {
        is_taken_off(&format!("{label}Tin rises in Bergen"), kind);
    }
}

#[test]
fn the_number_of_a_version_is_its_version() {
    for (headline, version) in [
        ("ROUNDUP 2: Tin rises in Bergen", 2),
        ("LEAD 3 Tin rises in Bergen", 3),
        ("Tin rises in Bergen (UPDATE 2)", 2),
        ("Tin rises in Bergen (Update3)", 3),
        ("Tin rises in Bergen – UPDATE 4", 4),
    ] {
        for story in headed(headline) {
            assert_eq!(story.version, version, "{headline}");
        }
    }
}

#[test]
fn version_words_behind_a_headline_are_a_signal() {
    use SignalType::{Correction, Repeat, Update};
    for (label, kind) in [
        (" (CORRECTED)", Correction),
        (" [CORRECTED]", Correction),
        (" (corr.)", Correction),
        (" - CORRECTED", Correction),
        (" (Berichtigung - 2. Absatz: Januar)", Correction),
        (" (Korrektur: Januar)", Correction),
        (" (RECTIFICATIF)", Correction),
        (" (repeat)", Repeat),
        (" (Wiederholung)", Repeat),
        (" (UPDATE 2)", Update),
        (" (updated)", Update),
        (" (ACTUALISATION)", Update),
        (" - UPDATE", Update),
    ] {
        is_taken_off(&format!("Tin rises in Bergen{label}"), kind);
    }
}

#[test]
fn a_headline_that_is_made_of_the_same_words_keeps_them() {
    for headline in [
        "Update on tin: it rises in Bergen",
        "Amended: what the bill on tin says",
        "Adds: how tin firms sell themselves",
        "Profit = loss for tin of Bergen",
        "Lead: a danger in old pipes",
        "LEAD prices rise in Bergen",
        "Roundup: tin rises in Bergen",
        "Lead poisoning kills three in Bergen",
        "Profit of miner rises to 5 mln (net)",
        "Miner falls on its Roundup (lead)",
        "Tin rises in Bergen (2)",
        "CORRECTION officers strike in Ohio",
        "Market correction - what now",
        "UPDATE your phone, the board says",
        "Précision: une vertu des mineurs",
        "AC/DC play in Bergen",
        "NET/ZERO: a plan for Bergen",
        "LEAD 2-0 AT HALF TIME",
        "Films of the week (new release)",
        "Storm alert - update your app",
        "Tin rises in Bergen - report",
    ] {
        for story in headed(headline) {
            assert_eq!(story.headline.as_deref(), Some(headline));
            assert!(story.signals.is_empty(), "{headline}: {:?}", story.signals);
        }
    }
}

#[test]
fn a_part_of_a_slug_may_be_version_words() {
    use SignalType::{Correction, Repeat, Update};
    for (slug, kind) in [
        ("Außenhandel/Konjunktur/ KORR", Correction),
        ("KORREKTUR/Außenhandel/", Correction),
        ("Außenhandel/Konjunktur/ WIEDERHOLUNG", Repeat),
        ("BERGEN-TIN/UPDATE 2", Update),
        ("BC-Bergen-Tin, 2nd Ld", Update),
    ] {
        assert!(kinds(&slugged(slug)).contains(&kind), "{slug}");
    }
    for slug in ["BERGEN/LEAD", "TIN/NET", "Bergen/Update", "TIN-ALERT"] {
        assert!(slugged(slug).signals.is_empty(), "{slug}");
    }
    let copy = "\u{1}bdt0123 4 wi  100 dpa 0456\r\n\u{2}Zinn/Konjunktur/ WIEDERHOLUNG\r\nZinn steigt in Bergen =\r\n\r\n   Bergen (dpa) - Zinn ist gestiegen.\r\n\u{3}031015 Mrz 26\r\n\u{4}";
    let story = article(copy);
    assert_eq!(story.headline.as_deref(), Some("Zinn steigt in Bergen"));
    assert_eq!(story.slugline.as_deref(), Some("Zinn/Konjunktur/ WIEDERHOLUNG"));
    assert!(kinds(&story).contains(&Repeat));
}

#[test]
fn a_story_that_says_it_has_been_corrected_is_a_correction() {
    for words in [
        "(This March 3 story has been corrected to say zinc fell in paragraph 2)",
        "This article was corrected on March 4 to give the right price of zinc.",
    ] {
        let story = article(format!("Tin rises\n\n{BODY}\n\nIt gave no reason.\n\n{words}\n"));
        assert!(kinds(&story).contains(&SignalType::Correction), "{words}");
    }
    let words = "This spring the story of tin has been corrected by the markets.";
    let story = article(format!("Tin rises\n\n{BODY}\n\nIt gave no reason.\n\n{words}\n"));
    assert!(story.signals.is_empty());
}

#[test]
fn a_code_for_an_update_may_be_one_for_a_correction() {
    let story = serde_json::json!({
        "uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Tin rises", "body_text": BODY,
        "signals": {"updatetype": "KORR", "pageproduct": "INR"},
    });
    assert_eq!(kinds(&article(story.to_string())), [SignalType::Correction]);
}

/// What a headline says of its story, its version, and what is left of it.
fn heard(headline: &str) -> (Vec<SignalType>, u64, String) {
    let story = article(format!(
        "{headline}\n\nBERGEN, March 3 (Reuters) - The price of tin rose on Tuesday to a record, the bank said.\n"
    ));
    (story.signals.iter().map(|signal| signal.kind).collect(), story.version, story.headline.unwrap())
}

#[test]
fn corrections_and_updates_are_told_in_many_languages_and_scripts() {
    use SignalType::{Correction, Update};
    for (headline, kind, version, rest) in [
        ("【訂正】すずの値段が上昇", Correction, 1, "すずの値段が上昇"),
        ("（更正）锡价上涨", Correction, 1, "锡价上涨"),
        ("[정정] 주석값 상승", Correction, 1, "주석값 상승"),
        ("[2보] 주석값 상승", Update, 2, "주석값 상승"),
        ("주석값 상승(종합2보)", Update, 2, "주석값 상승"),
        ("주석값 상승(종합)", Update, 1, "주석값 상승"),
        ("CORRECTING and REPLACING Norrholm Opens Plant", Correction, 1, "Norrholm Opens Plant"),
        ("Annule et remplace : Norrholm ouvre une usine", Correction, 1, "Norrholm ouvre une usine"),
        ("OIKAISU: Tina kallistuu", Correction, 1, "Tina kallistuu"),
        ("ПОПРАВКА. Олово дорожает", Correction, 1, "Олово дорожает"),
        ("УТОЧНЕНИЕ: Олово дорожает", Correction, 1, "Олово дорожает"),
        ("SPROSTOWANIE: Cyna drożeje", Correction, 1, "Cyna drożeje"),
        ("OPRAVA: Cín zdražil", Correction, 1, "Cín zdražil"),
        ("HELYESBÍTÉS: Drágult az ón", Correction, 1, "Drágult az ón"),
        ("DÜZELTME - Kalay pahalandı", Correction, 1, "Kalay pahalandı"),
        ("ΔΙΟΡΘΩΣΗ: Ανεβαίνει ο κασσίτερος", Correction, 1, "Ανεβαίνει ο κασσίτερος"),
        ("RECTIFICARE: Staniul se scumpește", Correction, 1, "Staniul se scumpește"),
        ("ISPRAVAK: Kositar poskupio", Correction, 1, "Kositar poskupio"),
        ("RALAT: Harga timah naik", Correction, 1, "Harga timah naik"),
        ("تصحيح / سعر القصدير يرتفع", Correction, 1, "سعر القصدير يرتفع"),
        ("تصحيح: سعر القصدير يرتفع", Correction, 1, "سعر القصدير يرتفع"),
    ] {
        assert_eq!(heard(headline), (vec![kind], version, rest.to_owned()), "{headline}");
    }
    let notice = "/C O R R E C T I O N -- Norrholm AB/\n\nNorrholm Opens Plant in Bergen\n\nBERGEN, Norway, March 3, 2026 /PRNewswire/ -- Norrholm opened a plant with 400 people on Tuesday.\n";
    let story = article(notice);
    assert_eq!(story.headline.as_deref(), Some("Norrholm Opens Plant in Bergen"));
    assert!(story.signals.iter().any(|signal| signal.kind == Correction));
}

#[test]
fn headlines_with_such_words_are_no_versions() {
    for headline in [
        "Correcting and replacing faulty meters costs Bergen $3 mln",
        "C O R N E R shop opens in Bergen",
        "Oprava mostu v Bergenu potrvá rok",
        "Korekta budżetu Bergen przyjęta",
        "Düzeltme sonrası kalay yükseldi",
        "Коррекция на рынке олова",
        "주석값 3보 후퇴",
        "【社説】訂正の歴史",
        "[포토] 주석 광산",
        "종합병원 개원",
        "Tin. A history of Bergen",
    ] {
        let (signals, version, rest) = heard(headline);
        assert!(signals.is_empty(), "{headline}: {signals:?}");
        assert_eq!((version, rest.as_str()), (1, headline));
    }
}

#[test]
fn notes_tell_corrections_and_updates_in_many_languages() {
    use SignalType::{Correction, Update};
    for (note, kind) in [
        ("Korrigiert Namen im 2. Absatz", Correction),
        ("Rättar namn i andra stycket", Correction),
        ("Retter navn i andet afsnit", Correction),
        ("Corregge nome nel secondo paragrafo", Correction),
        ("Corrigeert naam in tweede alinea", Correction),
        ("Korjattu nimi toisessa kappaleessa", Correction),
        ("Исправлено имя во втором абзаце", Correction),
        ("Poprawiono nazwisko w 2. akapicie", Correction),
        ("Opravuje jméno v druhém odstavci", Correction),
        ("訂正：第2段落の名前", Correction),
        ("Uzupełnia wypowiedź ministra", Update),
        ("Lägger till citat", Update),
    ] {
        let file = serde_json::json!({"uri": "a:1", "versioncreated": "2026-03-03T10:15:00Z", "headline": "Tin rises", "ednote": note, "body_text": "BERGEN, March 3 (Reuters) - Tin rose."});
        let story = article(file.to_string());
        assert_eq!(story.signals.iter().map(|signal| signal.kind).collect::<Vec<_>>(), [kind], "{note}");
    }
}

/// The words of the order, or of the embargo, stand behind version words, in plain copy and in a field.
#[test]
fn a_headline_behind_version_words_is_heard_as_one_without_them() {
    use article::PubStatus::{Canceled, Usable, Withheld};
    for (headline, status, embargoed) in [
        // What is corrected may be the story that was sent before.
        ("KORREKTUR: Bitte nicht verwenden", Withheld, false),
        ("Berichtigung: Bitte nicht verwenden", Withheld, false),
        ("CORRECTION: Please do not use", Withheld, false),
        ("RECTIFICATIF: Prière de ne pas utiliser", Withheld, false),
        ("CORRECTED-STORY WITHDRAWN", Canceled, false),
        ("UPDATE: Please do not use", Canceled, false),
        ("UPDATE 1-EMBARGOED UNTIL 0700 GMT MARCH 4, 2026", Usable, true),
        ("Correction: Do not use the bridge", Usable, false),
        ("KORREKTUR: Firma warnt, Toaster nicht zu verwenden", Usable, false),
        ("KORREKTUR: Rückzug aus Asien", Usable, false),
        ("UPDATE 1-Hold rating cut at tin miner", Usable, false),
        ("CORRECTED-UN keeps arms embargo until 2027", Usable, false),
        ("CORRECTION: Embargo on Russian oil starts on March 4", Usable, false),
    ] {
        for article in headed(headline) {
            assert_eq!(article.pub_status, Some(status), "{headline}");
            assert_eq!(article.embargoed_until.is_some(), embargoed, "{headline}");
        }
    }
}
