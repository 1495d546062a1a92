//! Releases and stories that are taken back in the words of their wires, each beside news that only sounds like it.
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::PubStatus;
use support::article;

const LEAD: &str =
    "STOCKHOLM, March 3, 2026 (Reuters) - Norrholm shuts its tin mine in May, the firm said on Tuesday.";

/// Those of these texts that have another status.
fn others<'t>(texts: impl IntoIterator<Item = &'t str>, wanted: PubStatus) -> Vec<&'t str> {
    texts.into_iter().filter(|text| article(text).pub_status != Some(wanted)).collect()
}

#[test]
fn a_release_is_taken_back() {
    let texts = [
        "/DISREGARD RELEASE: Norrholm Mining AB/\n\nWe are advised by Norrholm Mining AB that journalists and other readers should disregard the news release, \"Norrholm Mining Reports Record Tin Output,\" issued March 3, 2026, over PR Newswire.\n\nSOURCE Norrholm Mining AB\n",
        "We are advised by Norrholm Mining AB that journalists and other readers should disregard the news release, \"Norrholm Mining Reports Record Tin Output,\" issued March 3, 2026, over PR Newswire.\n",
        "Norrholm Mining AB\n\nSTOCKHOLM, March 3, 2026 /PRNewswire/ -- We are advised by Norrholm Mining AB that journalists and other readers should disregard the news release issued on Tuesday.\n",
        "ADVISORY/Disregard Release: BW20260303005123 (Norrholm Mining AB)\n\nNEW YORK--(BUSINESS WIRE)--The release moved too early.\n",
        "Norrholm Mining AB\n\nNEW YORK--(BUSINESS WIRE)--Please disregard the above-referenced news release dated March 3, 2026 from Norrholm Mining AB. It went out too early.\n",
        "Norrholm Mining AB\n\nSTOCKHOLM, March 03, 2026 (GLOBE NEWSWIRE) -- The press release titled \"Norrholm Mining Reports Record Output\" issued earlier today by Norrholm Mining AB has been cancelled at the request of the issuer and should be disregarded.\n",
        "Norrholm Mining AB\n\nSTOCKHOLM, March 03, 2026 (GLOBE NEWSWIRE) -- Please disregard the release \"Norrholm Mining Reports Record Output\" issued today. It went out too early.\n",
        "OTS-WIDERRUF: Norrholm Mining AG\n\nWien (OTS) - Die Firma hat sich geirrt.\n",
        "Norrholm Mining AG\n\nWien (OTS) - Wir ersuchen Sie, die Aussendung OTS0034 vom 3. März 2026 (\"Norrholm eröffnet Werk in Linz\") nicht zu verwenden. Sie ist gegenstandslos.\n",
    ];
    assert_eq!(others(texts, PubStatus::Canceled), [""; 0]);
}

#[test]
fn news_of_releases_is_free() {
    let texts = [
        "Voters told to disregard release of emails\n\nBOSTON, March 3, 2026 (Reuters) - Voters should disregard the release of the emails, the mayor said.\n",
        "Disregard release of hostages, analyst says\n\nBOSTON, March 3, 2026 (Reuters) - Markets should disregard it, he said.\n",
        "Judge tells jurors to look away\n\nBOSTON, March 3, 2026 (Reuters) - Jurors should disregard the news release of the sheriff, a judge said on Tuesday.\n",
        "Firm warns of fake release\n\nSTOCKHOLM, March 3, 2026 (Reuters) - Norrholm told investors to disregard a fake press release that said its mine was sold.\n",
        "Firm warns of fake release\n\nSTOCKHOLM, March 3, 2026 (Reuters) - \"Please disregard the press release,\" Norrholm said after a hoax moved its shares.\n",
        "Firm warns of fake release\n\nSTOCKHOLM, March 3, 2026 (Reuters) - \"Editors should disregard the press release. It is false,\" Norrholm said on Tuesday.\n",
        "Firm warns of fake release\n\nSTOCKHOLM, March 3, 2026 (Reuters) - Journalists should disregard the news release of the sheriff, a judge ruled on Tuesday.\n",
        "Norrholm Mining Reports Output\n\nSTOCKHOLM, March 03, 2026 (GLOBE NEWSWIRE) -- Please disregard the previous press release of today, which had wrong figures. Norrholm said output rose.\n",
        "Please disregard the press release issued earlier today, which this release replaces.\n\nNorrholm Mining Reports Output\n\nSTOCKHOLM, March 03, 2026 (GLOBE NEWSWIRE) -- Norrholm said output rose.\n",
        "Fake release moves shares\n\nSTOCKHOLM, March 3, 2026 (Reuters) - The press release was a hoax that investors failed to disregard.\n",
        "Norrholm Mining Reports Output\n\nSTOCKHOLM, March 03, 2026 (GLOBE NEWSWIRE) -- Norrholm said output rose.\n\nReaders should disregard forward-looking statements in this press release that are out of date.\n",
        "Grazer fordern Widerruf\n\nWien (OTS) - Die Partei fordert einen Widerruf der Aussagen.\n",
        "OTS feiert Geburtstag\n\nWien (OTS) - Wir bitten Sie, die Pressemitteilung an Freunde zu senden.\n",
        "Behörde warnt\n\nWien (APA) - Wir bitten Sie, das Wasser nicht zu verwenden, sagte die Behörde.\n",
    ];
    assert_eq!(others(texts, PubStatus::Usable), [""; 0]);
}

#[test]
fn editors_are_asked_on_one_line() {
    let rows = [
        (
            "Editors/News directors: Please kill the story Norrholm-Mine. The AP will not be filing a substitute.\n",
            PubStatus::Canceled,
        ),
        (
            "Editors/News Directors: Kill BC-Tin, a0310, LONDON. A substitute will follow.\n",
            PubStatus::Canceled,
        ),
        ("EDITORS/NEWS DIRECTORS: Please withdraw BC-Tin, a0310.\n", PubStatus::Canceled),
        ("News directors: Please kill the story Norrholm-Mine.\n", PubStatus::Canceled),
        ("Editors: Please hold BC-Tin, a0310, LONDON, for further checking.\n", PubStatus::Withheld),
        (
            "EDITORS:\n   Please hold BC-Tin, a0310, LONDON, for further checking.\n   The AP\n",
            PubStatus::Withheld,
        ),
        ("Please hold BC-Tin, a0310.\n", PubStatus::Withheld),
        (
            "PLS HOLD - Norrholm shuts tin mine\n\nSTOCKHOLM, March 3, 2026 (Reuters) - Norrholm said on Tuesday it will shut its tin mine in May.\n",
            PubStatus::Withheld,
        ),
        ("Editors: Please hold the tin story slugged BC-Tin until further notice.\n", PubStatus::Withheld),
    ];
    for status in [PubStatus::Canceled, PubStatus::Withheld] {
        let texts = rows.iter().filter(|(_, wanted)| *wanted == status).map(|(text, _)| *text);
        assert_eq!(others(texts, status), [""; 0]);
    }
}

#[test]
fn news_for_editors_and_directors_is_free() {
    let texts = [
        "Please hold the line, says Nokia\n\nHELSINKI, March 3, 2026 (Reuters) - Nokia asked callers to wait on Tuesday.\n",
        "Withdraw BC-Alberta pipeline plan, chiefs say\n\nVICTORIA, March 3, 2026 (Reuters) - Chiefs spoke on Tuesday.\n",
        "Withdraw BC-Alberta, chiefs say\n\nVICTORIA, March 3, 2026 (Reuters) - Chiefs spoke on Tuesday.\n",
        "Please hold BC-Alberta talks, chiefs ask\n\nVICTORIA, March 3, 2026 (Reuters) - Chiefs spoke on Tuesday.\n",
        "Kill AM-radio rule, carmakers ask\n\nDETROIT, March 3, 2026 (Reuters) - Carmakers asked on Tuesday.\n",
        "Please Hold Me Tight tops charts\n\nLONDON, March 3, 2026 (Reuters) - The song sold best on Tuesday.\n",
        "News directors: Why viewers leave\n\nLONDON, March 3, 2026 (Reuters) - Viewers leave, editors said on Tuesday.\n",
        "Directors kill merger of Acme and Zenith\n\nLONDON, March 3, 2026 (Reuters) - The board voted on Tuesday against it.\n",
        "Producers hold oil output steady\n\nLONDON, March 3, 2026 (Reuters) - Output stays as it is, producers said.\n",
        "Directors withdrawn from board of Acme\n\nLONDON, March 3, 2026 (Reuters) - The state withdrew its directors on Tuesday.\n",
    ];
    assert_eq!(others(texts, PubStatus::Usable), [""; 0]);
}

#[test]
fn a_headline_that_names_the_story_or_closes_with_it_is_the_wires() {
    let texts = [
        format!("STORY CANCELLED: Norrholm shuts mine\n\n{LEAD}\n"),
        format!("STORY CANCELED: Norrholm shuts mine\n\n{LEAD}\n"),
        "STORY KILLED: Norrholm shuts mine\n".to_owned(),
        "STORY CANCELLED: Norrholm shuts mine\n".to_owned(),
        format!("Norrholm shuts mine (WITHDRAWN)\n\n{LEAD}\n"),
        format!("Norrholm shuts mine (KILLED)\n\n{LEAD}\n"),
        "Norrholm shuts mine\n\nThis article has been withdrawn by the publisher.\n".to_owned(),
    ];
    assert_eq!(others(texts.iter().map(String::as_str), PubStatus::Canceled), [""; 0]);
}

#[test]
fn news_with_such_words_is_free() {
    let texts = [
        "CANCELLED: Rolling Stones tour\n\nLONDON, March 3, 2026 (Reuters) - The band cancelled its tour on Tuesday.\n",
        "Red Rum (WITHDRAWN)\n\nLONDON, March 3, 2026 (Reuters) - The horse will not start on Tuesday.\n",
        "Rolling Stones in Hyde Park (CANCELLED)\n\nLONDON, March 3, 2026 (Reuters) - The band will not play on Tuesday.\n",
        "Zenith raises Acme to buy from (HOLD)\n\nLONDON, March 3, 2026 (Reuters) - The broker likes the shares.\n",
        "Bid for Acme is off (withdrawn)\n\nLONDON, March 3, 2026 (Reuters) - Zenith has withdrawn its bid.\n",
        "Poet's last book is gone\n\nLONDON, March 3, 2026 (Reuters) - Readers mourn.\n\nThe book has been withdrawn by the publisher.\n",
        "Story cancelled by rain\n\nLONDON, March 3, 2026 (Reuters) - The reading of a story was called off on Tuesday.\n",
    ];
    assert_eq!(others(texts, PubStatus::Usable), [""; 0]);
}

#[test]
fn a_notice_that_names_its_story_is_heard_in_the_language_of_its_agency() {
    let texts = [
        "AVIS D'ANNULATION\n\nATTENTION: Prière de ne pas tenir compte de la dépêche \"Norrholm ferme sa mine\" diffusée à 10h15 GMT.\n",
        "Nous retirons la dépêche \"Norrholm ferme sa mine\".\n",
        "RÜCKZUG der Meldung bsd123 \"Norrholm schliesst Mine\"\n\nDie Keystone-SDA zieht die um 10.15 Uhr verbreitete Meldung \"Norrholm schliesst Mine\" zurück.\n",
        "Die um 10.15 Uhr gesendete Meldung \"Norrholm schließt Mine\" ist falsch. Sie wird hiermit zurückgezogen.\n",
        "Wir ziehen die Meldung \"Norrholm schließt Mine\" zurück.\n",
        "EIL: Meldung \"Norrholm schließt Mine\" bitte sperren!\n",
        "Por favor, eliminen de sus páginas la noticia \"Norrholm cierra su mina\".\n",
        "ATENCIÓN\n\nPor error se ha transmitido la noticia \"Norrholm cierra su mina\". Les rogamos que no la publiquen.\n",
        "Pregasi annullare il lancio 'Norrholm chiude la miniera'.\n",
        "Oslo (NTB): Meldingen \"Norrholm stenger gruve\" sendt klokken 10.15 trekkes tilbake. Opplysningene var feil.\n",
        "NTB: Melding trekkes\n\nOslo (NTB): Opplysningene var feil.\n",
        "ANNULLERING /ritzau/\n\nTelegrammet \"Norrholm lukker mine\", der blev udsendt klokken 10.15, annulleres.\n",
        "Vänligen publicera inte artikeln \"Norrholm stänger gruva\".\n",
        "Stryk vår text om Norrholm (sänd 10.15). Uppgifterna stämmer inte.\n",
        "Budapest, 2026. március 3., kedd (MTI) - Kérjük előfizetőinket, hogy a 10.15-kor kiadott, Bezár a Norrholm bányája című hírt ne használják fel.\n",
        "Az MTI a 10.15-kor kiadott hírt visszavonja.\n",
        "Anadolu Ajansı, \"Norrholm madeni kapatıyor\" haberini geri çekmiştir.\n",
        "Bucureşti, 3 mar. 2026 /Agerpres/ - Rugăm abonaţii să nu utilizeze ştirea \"Norrholm închide mina\", transmisă la ora 10:15.\n",
        "ATENTIE - STIRE ANULATA\n\nNorrholm nu închide mina.\n",
        "Αθήνα, 3 Μαρτίου 2026 (ΑΠΕ-ΜΠΕ) - Παρακαλούμε μη χρησιμοποιήσετε την είδηση με τίτλο «Η Norrholm κλείνει ορυχείο».\n",
        "ΑΚΥΡΩΣΗ ΕΙΔΗΣΗΣ\n\nΗ Norrholm δεν κλείνει το ορυχείο.\n",
        "ZAGREB, 3. ožujka 2026. (Hina) - Molimo pretplatnike da ne koriste vijest \"Norrholm zatvara rudnik\" objavljenu u 10:15.\n",
        "PONIŠTENJE VESTI\n\nBEOGRAD, 3. marta 2026. (Tanjug) - Vest \"Norholm zatvara rudnik\", emitovana u 10.15, je povučena.\n",
        "Jakarta, 3 Maret 2026 (ANTARA) - Berita berjudul \"Norrholm tutup tambang\" yang disiarkan pukul 10.15 WIB dicabut.\n",
        "PENCABUTAN BERITA\n\nNorrholm tidak menutup tambang.\n",
        "УВАГА! АНУЛЮВАННЯ\n\nНоргольм не закриває рудник.\n",
        "КИЇВ, 3 березня 2026. /Укрінформ/. Просимо не використовувати повідомлення \"Норргольм закриває рудник\", передане о 10:15.\n",
        "РИА Новости аннулирует сообщение \"Норрхольм закрывает рудник\".\n",
        "Отмена сообщения \"Норрхольм закроет рудник\"\n\nРедакция просит считать недействительным сообщение \"Норрхольм закроет рудник\".\n",
        "София, 3 март 2026 (БТА) - Молим абонатите да не използват новината \"Норхолм затваря мина\", излъчена в 10:15.\n",
        "BNS atšaukia žinią\n\nVilnius, kovo 3 d. (BNS). Prašome nenaudoti žinios \"Norrholm uždaro kasyklą\".\n",
        "ביטול ידיעה\n\nהידיעה \"נורהולם סוגרת מכרה\" שפורסמה בשעה 10:15 מבוטלת.\n",
        "खबर वापस\n\nनई दिल्ली, तीन मार्च (भाषा) सुबह जारी खबर वापस ली जाती है।\n",
        "تم إلغاء هذا الخبر\n\nنورهولم تغلق منجما.\n",
        "※この記事は配信を取り消しました。\n\nノルホルム、鉱山を閉鎖\n",
        "请各用户停止使用《诺尔霍姆关闭锡矿》一稿。\n",
        "Clients are asked not to use the story slugged NORRHOLM-MINE.\n",
        "Subscribers are requested to take down the story \"Norrholm shuts mine\" with immediate effect.\n",
        "STOCKHOLM, March 3, 2026 (Reuters) - Reuters has withdrawn a March 3 story that said Norrholm shuts its mine.\n",
    ];
    assert_eq!(others(texts, PubStatus::Canceled), [""; 0]);
    let held = ["NTB ber om at meldingen \"Norrholm stenger gruve\" ikke brukes inntil videre.\n"];
    assert_eq!(others(held, PubStatus::Withheld), [""; 0]);
}

#[test]
fn news_of_other_messages_is_free_in_these_languages() {
    let texts = [
        "Wir ziehen die Truppen zurück, sagt Minister\n\nBerlin (dpa) - Der Minister sprach am Dienstag.\n",
        "Die dpa zieht um\n\nBerlin (dpa) - Die Agentur zieht in ein neues Haus.\n",
        "Rückzug der Meldungen aus dem Netz\n\nBerlin (dpa) - Ein Verein klagt.\n",
        "Vi stryker flygen till Oslo\n\nStockholm (TT) - SAS ställer in.\n",
        "Meldingen fra Oslo er klar\n\nOslo (NTB): Meldingen fra statsministeren er at renten trekkes ned.\n",
        "NTB ber om at staten deler tall\n\nOslo (NTB): Byrået vil ha innsyn.\n",
        "Az MTI új székházba költözik\n\nBudapest, 2026. március 3. (MTI) - A távirati iroda költözik.\n",
        "Berita dari Jakarta\n\nJakarta, 3 Maret 2026 (ANTARA) - Berita tentang izin yang dicabut pukul 10.15 ramai dibahas warga.\n",
        "Molimo vozače da ne koriste most\n\nZAGREB, 3. ožujka 2026. (Hina) - Molimo vozače da ne koriste most, kaže policija.\n",
        "Просимо не використовувати воду\n\nКИЇВ, 3 березня 2026. /Укрінформ/. Просимо не використовувати воду з річки, каже мер.\n",
        "Παρακαλούμε μη χρησιμοποιήσετε το νερό\n\nΑθήνα, 3 Μαρτίου 2026 (ΑΠΕ-ΜΠΕ) - Ο δήμος ζητά προσοχή.\n",
        "Отмена сообщений между островами\n\nМосква. 3 марта 2026. ИНТЕРФАКС - Паром не ходит.\n",
        "Анулювання віз для туристів\n\nКИЇВ, 3 березня 2026. /Укрінформ/. Посольство анулює візи.\n",
        "Vest o rudniku je lažna\n\nBEOGRAD, 3. marta 2026. (Tanjug) - Ministar kaže da je vest \"Rudnik se zatvara\" lažna.\n",
        "Clients are asked not to use cash\n\nLONDON, March 3, 2026 (Reuters) - Banks asked on Tuesday.\n",
        "Reuters has withdrawn staff from Kyiv\n\nLONDON, March 3, 2026 (Reuters) - The agency said so on Tuesday.\n",
        "Paper says Reuters has withdrawn a story\n\nLONDON, March 3, 2026 (AP) - Reuters has withdrawn a March 3 story that said Norrholm shuts its mine.\n",
        "Por error se ha transmitido un virus\n\nMadrid, 3 mar 2026 (EFE).- Un laboratorio lo admite.\n",
    ];
    assert_eq!(others(texts, PubStatus::Usable), [""; 0]);
}
