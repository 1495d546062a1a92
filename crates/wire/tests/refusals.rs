//! What cannot be read is refused with a code; what was mended is said; all codes are documented.
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use std::collections::BTreeSet;

use support::{article, parse, refusal};
use wire::{CODES, Format, SKIPS, WARNINGS};

/// A message for each code by which one can be refused.
fn refused() -> Vec<(&'static str, Vec<u8>)> {
    let nitf =
        |body: &str| format!("<nitf><body><body.content>{body}</body.content></body></nitf>").into_bytes();
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]>";
    let long = format!("<!DOCTYPE nitf [<!ENTITY a \"{}\">]>", "ha".repeat(5_000));
    vec![
        ("empty", Vec::new()),
        ("empty", b" \r\n\t\n".to_vec()),
        ("empty", b"\xef\xbb\xbf \n".to_vec()),
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("picture", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec()),
        ("picture", b"GIF89a\x01\0\x01\0".to_vec()),
        ("picture", b"RIFF\x24\0\0\0WEBPVP8 ".to_vec()),
        ("binary", b"%PDF-1.7\n%\xe2\xe3".to_vec()),
        ("binary", b"PK\x03\x04\x14\0".to_vec()),
        ("binary", b"\x1f\x8b\x08\0\0\0".to_vec()),
        ("binary", vec![0; 1000]),
        ("binary", (0..=255).cycle().take(4000).map(|byte: u8| byte & 31).collect()),
        ("not_an_article", b"{\"text\": 1}".to_vec()),
        ("unknown_schema", b"{\"text\": \"x\", \"schema\": \"dateline.article/2\"}".to_vec()),
        ("truncated_json", b"{\"text\": \"x".to_vec()),
        ("no_text", b"{\"text\": \"\"}".to_vec()),
        ("no_text", nitf("")),
        (
            "web_page",
            b"<html><head><title>502 Proxy Error</title></head><body><p>No luck.</p></body></html>".to_vec(),
        ),
        (
            "web_page",
            b"<!DOCTYPE html><html><body><h1>Error 404 (Not Found)</h1><p>No luck.</p></body></html>"
                .to_vec(),
        ),
        ("truncated_json", b"{\"uri\": \"x\", \"headline\": \"Tin".to_vec()),
        ("truncated_xml", b"<nitf><body><body.content><p>The tin".to_vec()),
        ("truncated_xml", b"<nitf><body><body.content><p class=\"le".to_vec()),
        (
            "bad_xml",
            b"<nitf><head><docdata></head><body><body.content><p>The tin</p></body.content></body></nitf>"
                .to_vec(),
        ),
        ("too_deep", nitf(&"<p>".repeat(100_000))),
        ("entity_bomb", [bomb.as_bytes(), &nitf("<p>&c;</p>")].concat()),
        ("entity_bomb", [long.as_bytes(), &nitf(&"<p>&a;</p>".repeat(5_000))].concat()),
    ]
}

#[test]
fn what_is_no_story_is_refused_with_its_code() {
    for (code, bytes) in refused() {
        let no = refusal(&bytes);
        assert_eq!(no.code, code, "{no}: {:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
    }
}

#[test]
fn packed_and_encrypted_bytes_are_no_story_whatever_their_first_bytes() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for length in (200..6000).step_by(97) {
        let noise = std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32).to_le_bytes()[0]
        });
        let bytes: Vec<u8> = b"~".iter().copied().chain(noise).take(length).collect();
        assert_eq!(refusal(&bytes).code, "binary", "{length}");
    }
}

#[test]
fn a_story_with_a_control_here_and_there_is_one_in_whatever_charset() {
    // "Exports of tin rose, the ministry said." in Russian, as windows-1251 and KOI8-R have it, and in Latin letters.
    let cyrillic = b"\xdd\xea\xf1\xef\xee\xf0\xf2 \xee\xeb\xee\xe2\xe0 \xe2\xfb\xf0\xee\xf1, \xf1\xee\xee\xe1\xf9\xe8\xeb\xee \xec\xe8\xed\xe8\xf1\xf2\xe5\xf0\xf1\xf2\xe2\xee \xf2\xee\xf0\xe3\xee\xe2\xeb\xe8 \xe2 \xef\xff\xf2\xed\xe8\xf6\xf3.\r\n";
    let koi8 = b"\xfc\xcb\xd3\xd0\xcf\xd2\xd4 \xcf\xcc\xcf\xd7\xc1 \xd7\xd9\xd2\xcf\xd3, \xd3\xcf\xcf\xc2\xdd\xc9\xcc\xcf \xcd\xc9\xce\xc9\xd3\xd4\xc5\xd2\xd3\xd4\xd7\xcf \xd4\xcf\xd2\xc7\xcf\xd7\xcc\xc9 \xd7 \xd0\xd1\xd4\xce\xc9\xc3\xd5.\r\n";
    let latin = b"Les exportations d'\xe9tain ont augment\xe9, a d\xe9clar\xe9 le minist\xe8re.\r\n";
    for line in [&cyrillic[..], koi8, latin] {
        // A mark at each end and one in a hundred between: what a line of a teleprinter adds.
        let mut bytes = b"\x01\x02".to_vec();
        for _ in 0..4 {
            bytes.extend_from_slice(line);
            bytes.extend_from_slice(line);
            bytes.push(0x1e);
        }
        bytes.push(0x03);
        let article = article(&bytes);
        assert!(article.text.contains('\u{1e}'), "{article:?}");
    }
    // Words that lost one letter in twenty to noise.
    let mut noisy = b"The ministry said exports of tin rose by a tenth in May. ".repeat(8);
    noisy.iter_mut().step_by(20).for_each(|byte| *byte = 0x07);
    assert!(article(&noisy).text.contains("exports"));
}

#[test]
fn every_code_of_refusal_is_documented_and_has_a_case() {
    let mut cases: BTreeSet<&str> = refused().into_iter().map(|(code, _)| code).collect();
    // Of one thing among others: see below.
    cases.insert("too_many");
    // Only where a format is asked for: see below.
    cases.insert("bad_json");
    cases.insert("bad_header");
    let documented: BTreeSet<&str> = CODES.iter().map(|(code, _)| *code).collect();
    assert_eq!(cases, documented);
}

#[test]
fn json_of_another_kind_is_refused_by_a_format_that_is_asked_for() {
    for json in ["{\"a\": 1}", "{}", "[]", "Tin rose."] {
        assert_eq!(parse(json.as_bytes(), Some(Format::Ninjs)).unwrap_err().code, "bad_json", "{json}");
    }
}

#[test]
fn a_transmission_without_its_header_is_refused_by_a_format_that_is_asked_for() {
    for format in [Format::Iptc7901, Format::Anpa1312, Format::Zczc, Format::Mail] {
        assert_eq!(parse(b"Tin rose.", Some(format)).unwrap_err().code, "bad_header");
    }
}

#[test]
fn a_message_of_too_many_things_is_read_so_far_and_no_further() {
    for thing in ["{\"text\": 1}\n", "{\"uri\": \"x\"}\n", "<newsItem/>"] {
        let all = thing.repeat(100_100);
        let message = if thing.starts_with('<') { format!("<newsMessage>{all}</newsMessage>") } else { all };
        let parsed = parse(message.as_bytes(), None).unwrap();
        assert_eq!(parsed.rejected.len() + parsed.skipped.len(), 100_001, "{thing}");
        assert_eq!(parsed.rejected.last().map(|no| no.code), Some("too_many"));
    }
}

#[test]
fn every_code_stands_in_the_document_of_formats_with_what_it_means() {
    let document = include_str!("../../../docs/formats.md");
    for (code, means) in CODES.iter().chain(SKIPS).chain(WARNINGS) {
        assert!(document.contains(&format!("| `{code}` | {means} |")), "{code}: {means}");
    }
    for format in Format::ALL {
        assert!(document.contains(&format!("| `{format}` |")), "{format}");
    }
}

/// A story saved as a page of the web is read without its mark-up, whatever its headline says.
#[test]
fn a_page_with_a_story_is_no_error() {
    let read = article(
        "<!DOCTYPE html><html><head><title>Forbidden</title></head><body><p>LIMA, Aug 29 (EFE).- Tin&nbsp;rose.</p><p>It fell in May.</p></body></html>",
    );
    assert_eq!(read.text, "Forbidden\n\nLIMA, Aug 29 (EFE).- Tin rose.\n\nIt fell in May.");
    assert_eq!(read.headline.as_deref(), Some("Forbidden"));
}

/// Codes of skips have names of their own: a summary lists them beside those of rejects.
#[test]
fn no_code_is_a_skip_and_a_refusal() {
    for (code, _) in SKIPS {
        assert!(CODES.iter().all(|(other, _)| other != code), "{code}");
    }
}

/// A message for each warning.
fn warned() -> Vec<(&'static str, Vec<u8>)> {
    let nitf = |declaration: &str, head: &str, body: &str| {
        let text = format!(
            "{declaration}<nitf><head><docdata>{head}</docdata></head><body><body.content><p>Tin rose in July. {body}</p></body.content></body></nitf>"
        );
        text.into_bytes()
    };
    let g2 = |guid: &str, meta: &str, content: &str| {
        let text = format!(
            "<newsItem guid=\"{guid}\"><itemMeta>{meta}</itemMeta><contentMeta><headline>Tin rises</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"
        );
        text.into_bytes()
    };
    let inline =
        |language: &str, body: &str| format!("<inlineXML xml:lang=\"{language}\">{body}</inlineXML>");
    let ninjs = |fields: &str| format!("{{\"headline_main\": \"Tin rises\", {fields}}}").into_bytes();
    let bent = |declared: &str, bytes: &[u8]| {
        let before = format!(
            "<?xml version=\"1.0\" encoding=\"{declared}\"?><nitf><body><body.content><p>Sold in Montr"
        );
        [before.as_bytes(), bytes, b"al.</p></body.content></body></nitf>"].concat()
    };
    vec![
        ("charset_guessed", b"Les exportations de bl\xe9 ont augment\xe9.".to_vec()),
        ("charset_mended", bent("iso-8859-1", "é".as_bytes())),
        ("charset_mended", bent("utf-8", b"\xe9")),
        ("charset_mended", bent("us-ascii", b"\xe9")),
        ("charset_guessed", bent("utf-16", b"\xe9")),
        ("bad_characters", b"\xef\xbb\xbfTin rose \xff in July.".to_vec()),
        ("coding_mended", b"From: a@b.example\nSubject: Tin\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nTin rose in July.\n".to_vec()),
        ("nul_bytes", b"Tin rose in July, and so did the price\0 of it.".to_vec()),
        ("control_characters", b"\x01Tin rose in July, and so did the price of it.\x03".to_vec()),
        ("unknown_field", b"{\"text\": \"Tin rose.\", \"x\": 1}".to_vec()),
        ("no_text", b"{\"text\": \"\", \"pub_status\": \"canceled\"}".to_vec()),
        ("dates_differ", b" date 2023-08-30 Tin\n\nLA PAZ, Aug 2 (EFE).- Tin rose.".to_vec()),
        ("no_year", b"LA PAZ, Aug 2 (EFE).- Tin rose.".to_vec()),
        ("year_from_text", b"Tin\n\nLA PAZ, Feb 8 (EFE).- Tin rose on Wednesday, and in 2016.".to_vec()),
        ("date_ambiguous", b"Tin\n05/06/2023\n\nLA PAZ (EFE).- Tin rose.".to_vec()),
        ("date_imprecise", b" date 2023-08 Tin\n\nLA PAZ, Aug 2 (EFE).- Tin rose.".to_vec()),
        ("bad_date", nitf("", "<date.issue norm=\"20230830T120000\"/>", "")),
        ("relayed", b"(MENAFN- KNN India) New Delhi, Apr 15, 2024 (KNN) Tin rose.".to_vec()),
        ("embargo_unclear", b"EMBARGOED UNTIL NOON\nTin\n\nTin rose in July.".to_vec()),
        ("span_dropped", b"{\"text\": \"Tin rose.\", \"dateline\": {\"places\": [], \"date\": null, \"span\": {\"start\": 9, \"end\": 1, \"exact\": \"x\"}}}".to_vec()),
        ("html_entity", nitf("", "", "Bl&eacute;")),
        ("unknown_entity", nitf("", "", "Bl&nosuch;")),
        ("left_out", nitf("", "", "<media><media-caption>A mine</media-caption></media>")),
        ("bad_urgency", nitf("", "<urgency ed-urg=\"high\"/>", "")),
        ("no_end_mark", b"\x01dpa0150 3 pl 18\r\n\x02Tin rises".to_vec()),
        ("headline_unrelated", b" date 2013-02-08 Ghanaian woman walking through snow\n\n* Gap wider than forecast\n\nOTTAWA, Feb 8 Canada's trade gap was wider in December.".to_vec()),
        ("bad_version", ninjs("\"version\": \"new\"")),
        ("bad_status", ninjs("\"pubstatus\": \"maybe\"")),
        ("status_differs", ninjs("\"pubstatus\": \"usable\", \"ednote\": \"Kill. Do not use.\"")),
        ("bad_language", ninjs("\"language\": \"several, of course\"")),
        ("bad_field", ninjs("\"urgency\":, \"by\":")),
        ("misplaced", ninjs("\"byline\": \"jdoe7\"")),
        ("revision_in_id", ninjs("\"guid\": \"urn:newsml:a.example:20240830:tin:2\"")),
        ("time_fallback", ninjs("\"firstcreated\": \"2024-08-30\"")),
        ("no_field", ninjs("\"audience\": \"North\"")),
        ("rights", ninjs("\"usageterms\": \"Not for archives\"")),
        ("html_escaped", ninjs("\"body_html\": \"&lt;p>Tin rose.&lt;/p>\"")),
        ("html_in_plain", ninjs("\"body_text\": \"<p>Tin rose.</p>\"")),
        ("bad_id", g2("0", "", &inline("en", "<p>Tin rose.</p>"))),
        ("list_cut", g2("a1", &(0..1100).map(|nth| format!("<edNote>{nth}</edNote>")).collect::<String>(), &inline("en", "<p>Tin rose.</p>"))),
        ("unknown_signal", g2("a1", "<signal qcode=\"x:zz9\"/>", &inline("en", "<p>Tin rose.</p>"))),
        (
            "other_rendering",
            g2("a1", "", &(inline("en", "<p>Tin rose.</p>") + "<inlineData>Tin rose.</inlineData>")),
        ),
        (
            "payload_mended",
            g2("a1", "", "<inlineData>&lt;nitf&gt;&lt;body&gt;&lt;p&gt;Tin rose.&lt;/p&gt;</inlineData>"),
        ),
    ]
}

#[test]
fn what_was_mended_or_guessed_is_said() {
    for (code, bytes) in warned() {
        let article = article(&bytes);
        assert!(code != "charset_mended" || article.text.contains("Montréal"), "{}", article.text);
        assert!(
            article.warnings.iter().any(|warning| warning.code == code),
            "{code}: {:?}",
            article.warnings
        );
    }
}

#[test]
fn every_warning_is_documented_and_has_a_case() {
    let mut cases: BTreeSet<&str> = warned().into_iter().map(|(code, _)| code).collect();
    // Of the second article of a message: a fixture of `newsml-g2` has it.
    cases.insert("id_extended");
    // Needs a day of receipt: `article_json.rs` has it.
    cases.insert("year_from_receipt");
    let documented: BTreeSet<&str> = WARNINGS.iter().map(|(code, _)| *code).collect();
    assert_eq!(cases, documented);
}

#[test]
fn a_few_nul_characters_are_kept() {
    let codes =
        |story: &str| article(story).warnings.into_iter().map(|warning| warning.code).collect::<Vec<_>>();
    assert_eq!(codes("Tin rose in July, and so did the price\0 of it."), ["nul_bytes"]);
    assert_eq!(
        codes("Tin rose in July,\u{1} and so did the price\0 of it."),
        ["nul_bytes", "control_characters"]
    );
    let story = "Tin rose in July, and so did the price\0 of it.";
    assert_eq!(article(story).text, story);
}

#[test]
fn utf_16_is_told_by_its_mark_or_by_its_zeros() {
    let story = "Tin rose in July, and so did the price of it.\n";
    let le: Vec<u8> = story.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = story.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[b"\xff\xfe", &le[..]].concat(), [b"\xfe\xff", &be[..]].concat(), le, be] {
        assert_eq!(article(&bytes).text, story);
    }
}

/// A few odd bytes in English are latin-1, as old feeds are; whole words of them are what they look like.
#[test]
fn bytes_that_are_not_utf_8_are_guessed() {
    let charset = |bytes: &[u8]| article(bytes).source.unwrap().charset.unwrap();
    assert_eq!(charset(b"The caf\xe9 in Montr\xe9al sold more in July than in June, and the owner of it was glad. So were the guests, who came from all over the town to drink what was on offer."), "windows-1252");
    assert_eq!(charset(CYRILLIC), "windows-1251");
    assert_eq!(charset(CHINESE), "GBK");
    assert_eq!(article(CYRILLIC).language.as_deref(), Some("ru"));
    assert_eq!(article(CHINESE).language.as_deref(), Some("zh"));
}

#[rustfmt::skip]
const CYRILLIC: &[u8] = b"\xdd\xea\xf1\xef\xee\xf0\xf2 \xef\xf8\xe5\xed\xe8\xf6\xfb \xe8\xe7 \xef\xee\xf0\xf2\xee\xe2 \xc4\xe0\xeb\xfc\xed\xe5\xe3\xee \xc2\xee\xf1\xf2\xee\xea\xe0 \xe2\xfb\xf0\xee\xf1 \xe2 \xe8\xfe\xeb\xe5, \xf1\xee\xee\xe1\xf9\xe8\xeb\xe0 \xe2\xee \xe2\xf2\xee\xf0\xed\xe8\xea \xe0\xe4\xec\xe8\xed\xe8\xf1\xf2\xf0\xe0\xf6\xe8\xff \xef\xee\xf0\xf2\xee\xe2.";
#[rustfmt::skip]
const CHINESE: &[u8] = b"\xb9\xfa\xbc\xd2\xba\xa3\xb9\xd8\xd7\xdc\xca\xf0\xd6\xdc\xb6\xfe\xb9\xab\xb2\xbc\xb5\xc4\xca\xfd\xbe\xdd\xcf\xd4\xca\xbe\xa3\xac\xc6\xdf\xd4\xc2\xb7\xdd\xb3\xf6\xbf\xda\xd4\xf6\xb3\xa4\xa3\xac\xbd\xf8\xbf\xda\xcf\xc2\xbd\xb5\xa3\xac\xc3\xb3\xd2\xd7\xcb\xb3\xb2\xee\xc0\xa9\xb4\xf3\xa1\xa3";

#[test]
fn a_wrong_declaration_that_changes_nothing_is_no_matter() {
    let ascii = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><nitf><body><body.content><p>Tin rose.</p></body.content></body></nitf>";
    assert_eq!(article(ascii).warnings, []);
}

#[test]
fn a_mark_at_the_start_is_no_text() {
    let article =
        article("\u{feff} date 2023-08-30 Tin rises\n\nTin rose in July, and so did the price of it.\n");
    assert!(article.text.starts_with(" date"));
    assert_eq!(article.headline.as_deref(), Some("Tin rises"));
}

#[test]
fn the_formats_are_known_by_their_names() {
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert_eq!(
        "rtf".parse::<Format>().unwrap_err().to_string(),
        format!("`rtf` is not a wire format; known are {}", Format::ALL.map(Format::name).join(", "))
    );
}

/// A message of each format is recognised, and not taken for another.
#[test]
fn each_format_is_recognised_from_its_bytes() {
    let messages = [
        (
            Format::Ap,
            "{\"data\": {\"item\": {\"altids\": {\"itemid\": \"x\"}, \"headline\": \"Tin\", \"body_text\": \"Tin rose in July.\"}}}",
        ),
        (Format::Ninjs, "{\"uri\": \"x\", \"headline\": \"Tin\", \"body_text\": \"Tin rose in July.\"}"),
        (
            Format::JsonFeed,
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"x\", \"content_text\": \"Tin rose.\"}]}",
        ),
        (Format::Article, "{\"text\": \"Tin rose in July.\"}"),
        (
            Format::Nitf,
            "<?xml version=\"1.0\"?>\n<!-- x -->\n<nitf><body><body.content><p>Tin rose.</p></body.content></body></nitf>",
        ),
        (
            Format::Newsml1,
            "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent><p>Tin rose.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        ),
        (
            Format::NewsmlG2,
            "<newsItem guid=\"a1\"><contentSet><inlineXML><p>Tin rose.</p></inlineXML></contentSet></newsItem>",
        ),
        (Format::Rss, "<rss><channel><item><title>Tin rose in July.</title></item></channel></rss>"),
        (Format::Atom, "<feed><entry><title>Tin rose in July.</title></entry></feed>"),
        (
            Format::Iptc7901,
            "\u{1}dpa0150 3 pl 18\r\n\u{2}Tin rises\r\n\r\n   La Paz (dpa) - Tin rose in July.\r\n\u{3}\u{4}",
        ),
        (
            Format::Anpa1312,
            "\u{1}a0123\u{1f}bdtnw-\r\nu f\u{13}\u{11}bc-tin 08-05 0412\r\n\u{2}^Tin rises<\r\n\tLA PAZ (AP) _ Tin rose.\r\n\u{3}",
        ),
        (Format::Zczc, "ZCZC ABC123\nTin rises\n\nLA PAZ, Aug 29 (EFE).- Tin rose in July.\nNNNN\n"),
        (
            Format::Mail,
            "From: a@b.example\r\nSubject: Tin rises\r\nMessage-ID: <1@b.example>\r\n\r\nTin rose in July.\r\n",
        ),
        (Format::Text, "Tin rises\n\nTin rose in July.\n"),
    ];
    assert_eq!(messages.map(|(format, _)| format), Format::ALL, "in the order of the table");
    for (format, message) in messages {
        let recognised = parse(message.as_bytes(), None).unwrap();
        assert_eq!(recognised.articles[0].source.as_ref().unwrap().format.as_deref(), Some(format.name()));
        assert_eq!(recognised, parse(message.as_bytes(), Some(format)).unwrap());
        // An item of AP is made after ninjs, and can be read as such by whoever asks for it.
        let others = Format::ALL.into_iter().filter(|other| {
            *other != format
                && *other != Format::Text
                && !matches!((format, *other), (Format::Ap, Format::Ninjs) | (Format::Ninjs, Format::Ap))
        });
        for other in others {
            assert!(parse(message.as_bytes(), Some(other)).is_err(), "{format} as {other}");
        }
    }
}

#[test]
fn a_value_of_json_is_no_story() {
    for value in ["null", "42", "3.5", "true", "[]", " [ ]\n", "\"string\"", "\"hello world\""] {
        assert_eq!(refusal(value).code, "not_an_article", "{value}");
    }
    for words in [
        "\"We sold tin.\"",
        "\"we sold tin\", he said",
        "\"tin sold to Acme\"",
        "Null and void",
        "42 ships",
        "[Tin] rises",
    ] {
        assert_eq!(parse(words.as_bytes(), None).unwrap().articles.len(), 1, "{words}");
    }
}

#[test]
fn what_is_said_in_the_bytes_of_a_mainframe_is_refused() {
    let ebcdic = b"\x4c\x6f\xa7\x94\x93\x40\xa5\x85\x99\xa2\x89\x96\x95\x7e";
    assert_eq!(refusal(ebcdic).code, "binary");
}

#[test]
fn a_feed_whose_items_have_another_name_is_no_empty_notice() {
    const WORDS: &str = "Tin rose in Oruro on Monday and zinc fell.";
    let rss = |name: &str| {
        format!(
            "<rss><channel><title>QZP</title><description>All news</description><{name}><title>Tin rises</title><description>{WORDS}</description></{name}></channel></rss>"
        )
    };
    let atom = format!(
        "<feed><title>QZP</title><item><title>Tin rises</title><content>{WORDS}</content></item></feed>"
    );
    let g2 = format!(
        "<newsMessage><header><sender>qzp</sender></header><itemSet><newsitm guid=\"a1\"><contentMeta><headline>Tin rises</headline></contentMeta><contentSet><inlineXML><p>{WORDS}</p></inlineXML></contentSet></newsitm></itemSet></newsMessage>"
    );
    let newsml = format!(
        "<NewsML><NewsEnvelope/><NewsItm><NewsComponent><ContentItem><DataContent><p>{WORDS}</p></DataContent></ContentItem></NewsComponent></NewsItm></NewsML>"
    );
    let japanese = "<rss><channel><title>QZP</title><itm><title>錫の価格が上昇した</title><description>オルロで月曜日に錫の価格が上昇し、亜鉛の価格は下落した。</description></itm></channel></rss>";
    for file in [rss("entry"), rss("itm"), atom, g2, newsml, japanese.to_owned()] {
        assert_eq!(refusal(&file).code, "bad_xml", "{file}");
    }
    let item = format!("{{\"id\": \"a1\", \"content_text\": \"{WORDS}\"}}");
    for fields in [
        format!("\"entries\": [{item}]"),
        format!("\u{b}\"items\": [{item}]"),
        format!("\"item\": {item}"),
        format!("\"content_text\": \"{WORDS}\""),
    ] {
        let file =
            format!("{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"QZP\",\n{fields}}}");
        match parse(file.as_bytes(), None) {
            Ok(parsed) => {
                assert!(parsed.skipped.is_empty() && format!("{parsed:?}").contains("Oruro"), "{file}");
            }
            Err(no) => assert_eq!(no.code, "bad_json", "{file}"),
        }
    }
    // What a feed says of itself is no story, however much it is.
    for file in [
        format!(
            "<rss><channel><title>QZP</title><description>{WORDS}</description><itunes:summary>{WORDS}</itunes:summary><itunes:owner><itunes:name>Ann Bell of QZP</itunes:name><itunes:email>ann@qzp.example</itunes:email></itunes:owner><skipDays><day>Saturday</day><day>Sunday</day></skipDays><image><title>{WORDS}</title></image></channel></rss>"
        ),
        format!(
            "<feed><title>QZP</title><subtitle type=\"xhtml\"><div>{WORDS}</div></subtitle><author><name>Ann Bell</name></author></feed>"
        ),
        format!("<NewsML><Catalog><Resource><Url>{WORDS}</Url></Resource></Catalog></NewsML>"),
        format!(
            "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"QZP\", \"description\": \"{WORDS}\", \"_blue\": {{\"about\": \"{WORDS}\"}}, \"items\": []}}"
        ),
    ] {
        let parsed = parse(file.as_bytes(), None).unwrap();
        assert_eq!(parsed.skipped[0].code, "empty_notice", "{file}");
    }
}
