//! Mail whose parts, boundaries and codings are not what it says.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::PubStatus;
use support::{article, parse, refusal};

const TEXT: &str = "LA PAZ, Aug 29 (EFE).- Tin rose on Monday.\n\nIt fell in May.";

fn mail(headers: &str, body: &str) -> String {
    format!(
        "From: desk@a.example\nDate: Thu, 29 Aug 2024 11:02:00 +0000\nMessage-ID: <1@a.example>\nSubject: Tin rises\nMIME-Version: 1.0\n{headers}\n{body}"
    )
}

fn said(article: &article::Article, code: &str) -> bool {
    article.warnings.iter().any(|warning| warning.code == code)
}

fn left_out(article: &article::Article, words: &str) -> bool {
    article.warnings.iter().any(|warning| warning.code == "left_out" && warning.text.contains(words))
}

#[test]
fn a_boundary_that_is_wrong_or_missing_loses_no_part() {
    let parts =
        |mark: &str| format!("--{mark}\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n--{mark}--\n");
    let bodies = [
        ("Content-Type: multipart/mixed; boundary=\"abc\"\n", parts("abd")),
        ("Content-Type: multipart/mixed\n", parts("abd")),
        ("Content-Type: multipart/mixed; boundary=\n", format!("A mail with parts.\n\n{}", parts("=_x"))),
        (
            "Content-Type: multipart/alternative; boundary=abc\n",
            format!("\nContent-Type: text/plain\n\n{TEXT}\n"),
        ),
        ("Content-Type: multipart/mixed; boundary=abc\n", format!("{TEXT}\n")),
        ("Content-Type: multipart/mixed; boundary=abc\n", format!("--x9\n\n{TEXT}\n--x9--\n")),
        ("", parts("abd")),
    ];
    for (headers, body) in bodies {
        let article = article(mail(headers, &body));
        assert_eq!(article.text, format!("Tin rises\n\n{TEXT}"), "{headers}{body}");
        assert!(said(&article, "coding_mended"), "{headers}{body}");
    }
}

#[test]
fn a_coding_that_the_body_does_not_have_is_not_undone() {
    let english = "LA PAZ, Aug 29 (EFE).- Tin rose on Monday.\n\nA yield = 4.5 pct, and x == y.";
    for coding in ["base64", "quoted-printable", "BASE64"] {
        let article =
            article(mail(&format!("Content-Transfer-Encoding: {coding}\n"), &format!("{english}\n")));
        assert_eq!(article.text, format!("Tin rises\n\n{english}"), "{coding}");
        assert!(said(&article, "coding_mended"));
    }
    let plain = mail("Content-Transfer-Encoding: quoted-printable\n", &format!("{TEXT}\n"));
    assert!(!said(&article(plain), "coding_mended"));
}

#[test]
fn a_coding_that_the_mail_does_not_name_is_undone_where_it_is_sure() {
    let quoted = "LA PAZ, Aug 29 (EFE).- El esta=C3=B1o subi=C3=B3 el lu=\nnes.\n";
    assert_eq!(
        article(mail("Content-Type: text/plain; charset=utf-8\n", quoted)).text,
        "Tin rises\n\nLA PAZ, Aug 29 (EFE).- El estaño subió el lunes."
    );
    // `LA PAZ, Aug 29 (EFE).- Tin rose on Monday, and so did the price of zinc, said the ministry.`
    let base64 = "TEEgUEFaLCBBdWcgMjkgKEVGRSkuLSBUaW4gcm9zZSBvbiBNb25kYXksIGFuZCBzbyBkaWQg\ndGhlIHByaWNlIG9mIHppbmMsIHNhaWQgdGhlIG1pbmlzdHJ5Lg==\n";
    let article = article(mail("Content-Type: text/plain\n", base64));
    assert!(article.text.ends_with("said the ministry."), "{}", article.text);
    // A headline that a mark closes is no soft line end.
    let marked = "Tin rises =\n\nLA PAZ, Aug 29 (EFE).- Tin rose.\n";
    assert!(!said(&support::article(mail("", marked)), "coding_mended"));
}

#[test]
fn the_words_of_a_list_behind_a_body_in_base64_are_kept() {
    let coded = "TEEgUEFaLCBBdWcgMjkgKEVGRSkuLSBUaW4gcm9zZSBvbiBNb25kYXksIGFuZCBzbyBkaWQg\ndGhlIHByaWNlIG9mIHppbmMsIHNhaWQgdGhlIG1pbmlzdHJ5Lg==\n\nSent to all desks of the list\n";
    let article = article(mail("Content-Transfer-Encoding: base64\n", coded));
    assert!(
        article.text.ends_with("said the ministry.\n\nSent to all desks of the list"),
        "{:?}",
        article.text
    );
}

#[test]
fn a_story_in_a_file_is_one_beside_that_of_the_mail() {
    let nitf = "<nitf><head><docdata><doc-id id-string=\"z1\"/></docdata></head><body><body.head><hedline><hl1>Zinc falls</hl1></hedline></body.head><body.content><p>OSLO, Aug 29 (NTB) - Zinc fell.</p></body.content></body></nitf>";
    let plain = "Zinc falls\n\nOSLO, Aug 29 (NTB) - Zinc fell.";
    let attached = |kind: &str, name: &str, words: &str| {
        mail(
            "Content-Type: multipart/mixed; boundary=x\n",
            &format!(
                "--x\nContent-Type: text/plain\n\n{TEXT}\n--x\nContent-Type: {kind}\nContent-Disposition: attachment; filename=\"{name}\"\n\n{words}\n--x--\n"
            ),
        )
    };
    let eml = format!("From: b@a.example\nSubject: Zinc falls\nMessage-ID: <2@a.example>\n\n{plain}\n");
    let zczc = format!("ZCZC ABC123\n{plain}\nNNNN\n");
    for (kind, name, words) in [
        ("application/xml", "z.xml", nitf),
        ("text/plain", "z.txt", plain),
        ("application/octet-stream", "z.txt", plain),
        ("application/octet-stream", "z.eml", &eml),
        ("text/plain", "z.txt", &zczc),
        ("message/rfc822", "z.eml", &eml),
        ("text/html", "z.html", "<p>Zinc falls</p><p>OSLO, Aug 29 (NTB) - Zinc fell.</p>"),
    ] {
        let parsed = parse(attached(kind, name, words).as_bytes(), None).unwrap();
        let texts: Vec<&str> = parsed.articles.iter().map(|article| article.text.as_str()).collect();
        assert_eq!(texts.len(), 2, "{kind} {name}: {texts:?}");
        assert_eq!(texts[0], format!("Tin rises\n\n{TEXT}"), "{kind} {name}");
        assert!(texts[1].contains("Zinc fell."), "{kind} {name}: {texts:?}");
        assert_eq!(parsed.articles[1].headline.as_deref(), Some("Zinc falls"), "{kind} {name}");
        assert_ne!(parsed.articles[0].id, parsed.articles[1].id, "{kind} {name}");
    }
    // The same story once more is a rendering of it, and a note is no story.
    let same = TEXT.replace("\n\n", "</p><p>");
    let same = format!("<nitf><body><body.content><p>{same}</p></body.content></body></nitf>");
    assert_eq!(
        parse(attached("application/xml", "z.xml", &same).as_bytes(), None).unwrap().articles.len(),
        1
    );
    let noted = parse(attached("text/plain", "z.txt", "Call the desk for more.").as_bytes(), None).unwrap();
    assert_eq!(noted.articles.len(), 1);
    assert!(left_out(&noted.articles[0], "Call the desk for more."), "{:?}", noted.articles[0].warnings);
}

#[test]
fn a_mail_that_only_brings_a_story_is_its_cover() {
    let body = format!(
        "--x\nContent-Type: text/plain\n\nPlease find our story attached.\n--x\nContent-Type: text/plain; name=s.txt\nContent-Disposition: attachment\n\n{TEXT}\n--x\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--x--\n"
    );
    let parsed = parse(mail("Content-Type: multipart/mixed; boundary=x\n", &body).as_bytes(), None).unwrap();
    let [article] = &parsed.articles[..] else { panic!("{parsed:?}") };
    assert_eq!((article.text.as_str(), article.headline.as_deref()), (TEXT, Some("Tin rises")));
    assert!(left_out(article, "mail: Please find our story attached."), "{:?}", article.warnings);
    assert!(left_out(article, "BEGIN:VCALENDAR"), "{:?}", article.warnings);
}

#[test]
fn parts_of_a_digest_are_mails_if_they_do_not_say_what_they_are() {
    let story = |nth: u8| {
        format!(
            "--x\n\nFrom: b@a.example\nSubject: Tin {nth}\nMessage-ID: <{nth}@b.example>\n\nTin rose {nth} times.\n"
        )
    };
    let body = format!("{}{}--x--\n", story(1), story(2));
    let parsed = parse(mail("Content-Type: multipart/digest; boundary=x\n", &body).as_bytes(), None).unwrap();
    let texts: Vec<&str> = parsed.articles.iter().map(|article| article.text.as_str()).collect();
    assert_eq!(texts, ["Tin 1\n\nTin rose 1 times.", "Tin 2\n\nTin rose 2 times."]);
}

#[test]
fn mails_of_a_mailbox_are_told_apart_without_blank_lines() {
    let one = |nth: u8| {
        format!(
            "From a@b.example Thu Aug 29 10:00:0{nth} 2024\nFrom: a@b.example\nSubject: Tin {nth}\nMessage-ID: <{nth}@b.example>\n\nTin rose.\n"
        )
    };
    let parsed = parse(format!("{}{}", one(1), one(2)).as_bytes(), None).unwrap();
    assert_eq!(parsed.articles.len(), 2);
}

#[test]
fn parts_beyond_the_limit_are_said() {
    let body = "--x\nContent-Type: text/plain\n\nTin rose.\n".repeat(1100);
    assert!(said(&article(mail("Content-Type: multipart/mixed; boundary=x\n", &body)), "list_cut"));
}

#[test]
fn words_of_any_text_type_are_the_body_where_there_is_no_other() {
    for kind in ["text/markdown", "text/enriched", "text/x-story"] {
        assert_eq!(
            article(mail(&format!("Content-Type: {kind}\n"), &format!("{TEXT}\n"))).text,
            format!("Tin rises\n\n{TEXT}"),
            "{kind}"
        );
    }
    let body = format!("--x\nContent-Type: text/plain\n\n{TEXT}\n--x--\n");
    let odd = mail("Content-Type: ultipart/alternative; boundary=x\n", &body);
    assert_eq!(article(odd).text, format!("Tin rises\n\n{TEXT}"));
}

#[test]
fn a_story_that_a_program_sends_is_a_story() {
    let sent = |how: &str, body: &str| {
        parse(mail(&format!("Auto-Submitted: {how}\n"), body).as_bytes(), None).unwrap()
    };
    assert_eq!(sent("auto-generated", &format!("{TEXT}\n")).articles.len(), 1);
    assert_eq!(sent("auto-replied", "I am away until Monday.\n").skipped.len(), 1);
    assert_eq!(sent("auto-generated", "Your mail has arrived.\n").skipped.len(), 1);
}

#[test]
fn a_header_that_was_broken_in_two_does_not_end_the_others() {
    let mail =
        format!("From: a@b.example\nSubject: Tin rises\nin La Paz\nMessage-ID: <7@b.example>\n\n{TEXT}\n");
    let article = article(mail);
    assert_eq!(
        (article.headline.as_deref(), article.id.as_str()),
        (Some("Tin rises in La Paz"), "7@b.example")
    );
    assert_eq!(article.text, format!("Tin rises in La Paz\n\n{TEXT}"));
}

#[test]
fn a_line_of_a_mailbox_loses_the_mark_that_keeps_it_from_beginning_a_mail() {
    let mail = article(
        "From a@b.example Tue Mar  3 10:15:00 2026\nFrom: A <a@b.example>\nSubject: Tin rises\nDate: Tue, 03 Mar 2026 10:15:00 +0100\nMessage-ID: <4.7@b.example>\n\nLONDON, March 3 (Reuters) - Tin rose.\n\n>From now on zinc falls.\n",
    );
    assert_eq!(mail.text, "Tin rises\n\nLONDON, March 3 (Reuters) - Tin rose.\n\nFrom now on zinc falls.");
}

#[test]
fn a_refrain_below_the_dateline_is_no_headline_of_the_copy() {
    let mail = |copy: &str| {
        article(format!(
            "From: Desk <desk@a.example>\nDate: Tue, 3 Mar 2026 10:15:00 +0000\nMessage-ID: <1@a.example>\nSubject: Let it be\n\n{copy}\n"
        ))
        .text
    };
    let song = "LONDON, March 3 (Reuters) - The song was sung again.\n\nLet it be\n\nLet it be";
    assert_eq!(mail(song), format!("Let it be\n\n{song}"));
    let copy = format!("BC-MUSIC\n\nLet it be\n\n{song}");
    assert_eq!(mail(&copy).trim_end(), copy);
}

#[test]
fn the_header_lines_of_a_mail_that_is_passed_on_are_none_of_the_story() {
    let blocks = [
        "-----Original Message-----\nFrom: EFE [mailto:desk@efe.example]\nSent: 03 March 2026 10:15\nTo: Desk\nSubject: Tin rises",
        "________________________________\nFrom: EFE <desk@efe.example>\nSent: Tuesday, March 3, 2026 10:15 AM\nTo: Desk\nCc: Tom\nSubject: Tin rises",
        "---------- Forwarded message ---------\nFrom: EFE <desk@efe.example>\nDate: Tue, 3 Mar 2026 at 10:15\nSubject: Tin rises\nTo: Desk",
        "Begin forwarded message:\n\nFrom: EFE <desk@efe.example>\nSubject: Tin rises\nDate: March 3, 2026\nTo: Desk",
        "-----Ursprüngliche Nachricht-----\nVon: EFE <desk@efe.example>\nGesendet: Dienstag, 3. März 2026 10:15\nAn: Desk\nBetreff: Tin rises",
        "-----Message d'origine-----\nDe : EFE <desk@efe.example>\nEnvoyé : mardi 3 mars 2026 10:15\nÀ : Desk\nObjet : Tin rises",
        "De: EFE <desk@efe.example>\nEnviado: martes, 3 de marzo de 2026 10:15\nPara: Desk\nAsunto: Tin rises",
    ];
    for block in blocks {
        let story = article(mail("", &format!("{block}\n\n\n{TEXT}\n")));
        assert_eq!(story.text, format!("Tin rises\n\n{TEXT}"), "{block}");
        assert_eq!(story.byline, None, "{block}");
        assert!(left_out(&story, "desk@efe.example"), "{block}");
    }
    // Lines of a story that look so.
    let told = "From: a port\nTo: a mine\n\nIt went on.";
    assert!(article(mail("", &format!("{TEXT}\n\n{told}\n"))).text.ends_with(told));
}

#[test]
fn a_blank_that_is_a_mark_of_the_way_parts_no_word() {
    let words = "LONDON (Reuters) - British ex \nports rose \n in January.\n";
    let text = |kind: &str| {
        let headers = format!("Content-Type: text/plain; charset=utf-8; {kind}\n");
        support::article(mail(&headers, words)).text
    };
    assert!(
        text("format=flowed; delsp=yes").ends_with("British exports rosein January."),
        "{}",
        text("format=flowed; delsp=yes")
    );
    assert!(text("format=flowed").ends_with("British ex ports rose in January."));
}

#[test]
fn a_message_is_named_by_letters_too() {
    let story = "From: x@agency.example\nSubject: Exports\nMessage-ID: <abcdef@mx.agency.example>\n\nLONDON (Reuters) - Exports rose.\n";
    assert_eq!(support::article(story).id, "abcdef@mx.agency.example");
}

/// A mail with words of its own and a file beside them.
fn with_file(words: &str, kind: &str, name: &str, file: &str) -> String {
    let parts = [
        format!("--b\nContent-Type: text/plain; charset=utf-8\n\n{words}\n"),
        format!(
            "--b\nContent-Type: {kind}; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\n\n{file}\n--b--\n"
        ),
    ];
    mail("Content-Type: multipart/mixed; boundary=\"b\"\n", &parts.concat())
}

#[test]
fn a_damaged_file_that_comes_with_a_mail_is_refused_and_not_lost() {
    let nitf = "<?xml version=\"1.0\"?><nitf><head><docdata management-status=\"canceled\"><doc-id id-string=\"a1\"/></docdata></head><body><body.head><hedline><hl1>Zinc falls</hl1></hedline></body.head><body.content><p>Zinc fell in Oruro.</p></body.content></body></nitf>";
    let g2 = "<newsItem guid=\"a1\"><itemMeta><pubStatus qcode=\"stat:canceled\"/></itemMeta><contentMeta><headline>Zinc falls</headline></contentMeta><contentSet><inlineXML><p>Zinc fell in Oruro.</p></inlineXML></contentSet></newsItem>";
    let rss = "<rss><channel><title>QZP</title><item><title>Zinc falls</title><description>Zinc fell in Oruro.</description></item></channel></rss>";
    let ninjs = "{\"uri\": \"a1\", \"headline\": \"Zinc falls\", \"body_text\": \"Zinc fell in Oruro.\", \"pubstatus\": \"canceled\"}";
    for (kind, name, file) in [
        ("application/xml", "s.xml", nitf),
        ("text/xml", "s.xml", g2),
        ("application/octet-stream", "s.rss", rss),
        ("application/json", "s.json", ninjs),
    ] {
        let cut = &file[..file.find("Oruro").unwrap() + 3];
        // Whole, it is read.
        let parsed = parse(with_file(TEXT, kind, name, file).as_bytes(), None).unwrap();
        assert_eq!((parsed.articles.len(), parsed.rejected.len()), (2, 0), "{file}");
        // The mail's own story comes out, and the damaged one is refused with its bytes.
        let parsed = parse(with_file(TEXT, kind, name, cut).as_bytes(), None).unwrap();
        assert_eq!(parsed.articles.len(), 1, "{cut}");
        assert!(
            parsed.articles[0].text.contains("Tin rose on Monday")
                && !parsed.articles[0].text.contains("Zinc")
        );
        assert!(parsed.rejected[0].part.as_deref().unwrap().contains("Zinc fell in Oru"), "{parsed:?}");
        // A mail that only brings it is refused.
        for words in ["Story attached.", ""] {
            let no = refusal(with_file(words, kind, name, cut));
            assert!(no.code.starts_with("truncated") && no.part.is_none(), "{no:?}");
        }
        assert!(refusal(mail(&format!("Content-Type: {kind}\n"), cut)).code.starts_with("truncated"));
    }
    // What is of no known format is named, as it was.
    let other = with_file(TEXT, "application/xml", "s.xml", "<note><to>desk</to>");
    assert!(left_out(&article(other), "application/xml s.xml"));
    let other = with_file(TEXT, "application/json", "s.json", "{\"colour\": \"red\", \"size\":");
    assert!(left_out(&article(other), "application/json s.json"));
}

/// Copy of our own below a blank line that was lost, and how it begins.
const COPY: [&str; 3] = [
    "BERLIN (dpa) - Exports of machines rose again in March, the association said on Tuesday.\n\nOrders fell.",
    "MADRID: Exports of olive oil rose by nine percent in January, the ministry said.\n\nItaly bought most.",
    "   Madrid, 3 mar (EFE).- Exports of olive oil rose by nine percent in January, the ministry said.\n\nItaly bought most.",
];

#[test]
fn a_mail_or_a_part_that_lost_its_blank_line_loses_no_words() {
    const HEADERS: &str = "From: desk@agency.example\nSubject: Exports rise\nMessage-ID: <a@b>\nContent-Type: text/plain\n\
                           Content-Transfer-Encoding: 8bit\n";
    for copy in COPY {
        let words = copy.trim_start();
        let whole = article(format!("{HEADERS}{copy}"));
        assert!(whole.text.ends_with(words), "{}", whole.text);
        assert!(whole.dateline.is_some() && !said(&whole, "no_field: madrid"), "{whole:?}");
        let parts = format!(
            "From: desk@agency.example\nSubject: Exports rise\nMessage-ID: <a@b>\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\
             Content-Type: text/plain; charset=utf-8\n{copy}\n--B--\n"
        );
        assert!(article(&parts).text.ends_with(words), "{}", article(&parts).text);
    }
    // In a part any word with a colon begins the copy, and in a mail one that is a place only.
    let unknown = "ANALYSIS: Exports of olive oil rose by nine percent in January.\n\nItaly bought most.";
    let parts = format!(
        "From: desk@agency.example\nSubject: Exports rise\nMessage-ID: <a@b>\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\
         Content-Type: text/plain\n{unknown}\n--B--\n"
    );
    assert!(article(&parts).text.contains(unknown));
    // Headers stay headers, long ones and those that go on in the next line too.
    for header in [
        "Content-Type: text/plain;\n charset=utf-8; format=fixed; note=a b c d e f g",
        "Keywords: tin zinc copper lead nickel gold silver",
        "Comments: Sent by the desk of the agency in the morning",
        "Thread-Topic: Exports rise again in March and nobody knows why",
        "Subject: Exports of machines\n rose again in March and nobody knows why",
        "Organization: Agency of the exporters of olive oil of Spain",
    ] {
        let mail = format!("From: desk@agency.example\nMessage-ID: <a@b>\n{header}\n\nTIN rose in London.\n");
        let read = article(&mail);
        assert!(read.text.ends_with("TIN rose in London."), "{header}: {}", read.text);
        let body = read.text.split_once("\n\n").map_or(&*read.text, |(_, body)| body);
        assert!(body.starts_with("TIN"), "{header}: {}", read.text);
    }
}

#[test]
fn a_mail_inside_a_mail_that_lost_the_blank_line_above_it_is_its_own() {
    let inner = "From: news@xinhua.example\nSubject: Car exports surge\nMessage-ID: <c@d>\nContent-Type: text/plain\n\n\
                 BEIJING, March 3 (Xinhua) -- Exports of cars surged in two months, the association said.\n\nMore is to come.\n";
    for gap in ["\n", ""] {
        let mail = format!(
            "From: desk@agency.example\nSubject: Exports rise\nMessage-ID: <a@b>\nContent-Type: multipart/mixed; boundary=B\n\n\
             --B\nContent-Type: text/plain\n\n{}\n--B\nContent-Type: message/rfc822\n{gap}{inner}--B--\n",
            COPY[0]
        );
        let parsed = parse(mail.as_bytes(), None).unwrap();
        let told: Vec<_> =
            parsed.articles.iter().map(|article| (&*article.id, article.text.lines().last())).collect();
        assert_eq!(told, [("a@b", Some("Orders fell.")), ("c@d", Some("More is to come."))], "{gap:?}");
        assert!(parsed.articles[1].text.contains("BEIJING, March 3 (Xinhua) -- Exports of cars surged"));
    }
}

#[test]
fn a_story_in_rich_text_that_comes_with_a_mail_is_one() {
    let rich = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 Car exports surge\\par BEIJING, March 3 (Xinhua) -- Exports of cars surged.\\par More is to come.\\par}";
    for (kind, name) in [
        ("application/rtf", "s.rtf"),
        ("text/rtf", "s"),
        ("application/msword", "s.rtf"),
        ("application/octet-stream", "S.RTF"),
    ] {
        let story = article(with_file("Story attached.", kind, name, rich));
        assert_eq!(
            story.text,
            "Car exports surge\n\nBEIJING, March 3 (Xinhua) -- Exports of cars surged.\n\nMore is to come.",
            "{kind}"
        );
        assert!(left_out(&story, "Story attached."), "{:?}", story.warnings);
    }
}

/// Two mails of a mailbox, the second with a mark that says what became of it.
fn mailbox(between: &str, second: &str) -> String {
    let one = |nth: u8, more: &str| {
        format!(
            "From: a@b.example\nTo: x@y.example\n{more}Subject: Tin {nth}\nMessage-ID: <{nth}@b.example>\n\nOSLO, March 3 (Reuters) - Tin rose {nth} times.\n"
        )
    };
    format!("From a@b.example Tue Mar  3 10:10:00 2026\n{}{between}{}", one(1, ""), one(2, second))
}

#[test]
fn mails_of_a_mailbox_are_told_apart_where_their_line_is_damaged() {
    let line = "From a@b.example Tue Mar  3 10:11:00 2026\n";
    for between in [
        format!("\n{line}"),
        // No blank line above it, or one below it.
        line.to_owned(),
        format!("\n{line}\n"),
        format!("{line}\n"),
        // Quoted, or lost.
        format!("\n>{line}"),
        "\n".to_owned(),
        "\n\n".to_owned(),
    ] {
        let file = mailbox(&between, "X-Status: withdrawn\n");
        let first = file.strip_prefix("From a@b.example Tue Mar  3 10:10:00 2026\n").unwrap();
        let blank = format!("From a@b.example Tue Mar  3 10:10:00 2026\n\n{first}");
        for file in [&file, first, &blank, &file.replace('\n', "\r\n")] {
            let parsed = parse(file.as_bytes(), None).unwrap();
            let told: Vec<_> = parsed.articles.iter().map(|one| (one.id.as_str(), one.pub_status)).collect();
            let canceled = PubStatus::Canceled;
            assert_eq!(
                told,
                [("1@b.example", PubStatus::Usable), ("2@b.example", canceled)]
                    .map(|(id, status)| (id, Some(status))),
                "{file}"
            );
            assert!(!parsed.articles[0].text.contains("Tin 2"), "{file}");
        }
    }
}

#[test]
fn the_headers_of_a_mail_that_is_passed_on_begin_none_of_the_mailbox() {
    let inner = "From: c@b.example\nSubject: Zinc\nMessage-ID: <3@b.example>\n\nOSLO, March 3 (Reuters) - Zinc fell.\n";
    // Quoted in the words of a mail.
    for rule in ["-----Original Message-----\n\n", "Our desk sent this:\n\n"] {
        let words = format!("{TEXT}\n\n{rule}{inner}");
        assert_eq!(parse(mail("", &words).as_bytes(), None).unwrap().articles.len(), 1, "{rule}");
    }
    // Enclosed: what follows the last boundary is another again.
    let parts = format!(
        "--x\nContent-Type: text/plain\n\n{TEXT}\n--x\nContent-Type: message/rfc822\n\n{inner}\n--x--\n"
    );
    let one = mail("Content-Type: multipart/mixed; boundary=x\n", &parts);
    assert_eq!(parse(one.as_bytes(), None).unwrap().articles.len(), 2);
    let two = format!("{one}\n{}", inner.replace("3@", "4@"));
    let mut ids = parse(two.as_bytes(), None).unwrap().articles.into_iter().map(|one| one.id);
    assert_eq!(ids.next_back().as_deref(), Some("4@b.example"));
    let own = mail("", &format!("{TEXT}\n\nFrom Monday on the price is:\n\nSubject: none.\n"));
    assert_eq!(article(own).headline.as_deref(), Some("Tin rises"));
}

#[test]
fn a_header_with_a_damaged_colon_is_one() {
    for slip in ["Subject; Tin rises", "Subject Tin rises", "Subject. Tin rises", "Sub ject: Tin rises"] {
        let file = mail("", TEXT).replace("Subject: Tin rises", slip);
        let article = article(file);
        assert_eq!(article.headline.as_deref(), Some("Tin rises"), "{slip}");
        assert_eq!(article.id, "1@a.example", "{slip}");
    }
    let file = mail("X-Status; withdrawn\n", TEXT);
    assert_eq!(article(file).pub_status, Some(PubStatus::Canceled));
    // Copy whose blank line was lost.
    let file = "From: a@b.example\nSubject: Tin rises\nMessage-ID: <7@b.example>\nFrom Monday on tin is sold by the pound, the exchange said.\n\nIt fell in May.\n";
    assert!(article(file).text.contains("From Monday on tin is sold by the pound"));
}

#[test]
fn words_in_a_file_of_whatever_kind_are_read() {
    let story = format!("Zinc falls\n\n{}", TEXT.replace("Tin rose", "Zinc fell"));
    for (kind, name) in [
        ("application/octet-stream", "s.dat"),
        ("application/octet-stream", "story"),
        ("application/msword", "s.doc"),
        ("application/xml", "s.xml"),
        ("application/x-newsml", "s"),
    ] {
        let parsed = parse(with_file("See attached.", kind, name, &story).as_bytes(), None).unwrap();
        assert_eq!(parsed.articles.len(), 1, "{kind}");
        assert!(parsed.articles[0].text.contains("Zinc fell on Monday"), "{kind}: {parsed:?}");
    }
    let marked =
        "<html><body><p>LA PAZ, Aug 29 (EFE).- Zinc fell on Monday.</p><p>It rose in May.</p></body></html>";
    let parsed =
        parse(with_file("See attached.", "application/xhtml+xml", "s.xhtml", marked).as_bytes(), None);
    assert!(parsed.unwrap().articles[0].text.contains("Zinc fell on Monday"));
    // What a program has to say is no story, nor are its bytes.
    for (kind, file) in [
        ("application/pgp-signature", "-----BEGIN PGP SIGNATURE-----\n\nAbCdEf\n-----END PGP SIGNATURE-----"),
        (
            "application/octet-stream",
            "GIF89a are the first letters of a picture and no word of a story at all, is it",
        ),
        (
            "application/octet-stream",
            "\u{1}\u{2}\u{3} words and more words and again some words and \u{4} so on and on",
        ),
        ("application/pdf", "%PDF-1.4 is how a file begins that is none of words, whatever stands in it"),
    ] {
        let story = article(with_file(TEXT, kind, "s.bin", file));
        assert!(left_out(&story, &format!("{kind} s.bin")), "{:?}", story.warnings);
    }
}

#[test]
fn two_stories_that_share_most_of_their_words_are_two() {
    let told = |company: &str, bank: &str, city: &str| {
        [
            format!(
                "LA PAZ, Aug 29 (EFE).- Shares of {company} rose by four percent on Thursday after its owners agreed to the merger with {bank}, the company said."
            ),
            format!(
                "The new firm would have twelve thousand workers in eleven countries and its seat in {city}."
            ),
        ]
    };
    let (own, other) = (told("Alfa", "Bravo", "Sucre"), told("Charlie", "Delta", "Oruro"));
    let nitf = |paragraphs: &[String; 2]| {
        let [one, two] = paragraphs;
        format!("<nitf><body><body.content><p>{one}</p><p>{two}</p></body.content></body></nitf>")
    };
    let texts = |file: &str| -> Vec<String> {
        parse(file.as_bytes(), None).unwrap().articles.into_iter().map(|one| one.text).collect()
    };
    let two = texts(&with_file(&own.join("\n\n"), "application/xml", "s.xml", &nitf(&other)));
    assert_eq!(two.len(), 2, "{two:?}");
    assert!(two[0].contains("Alfa") && two[1].contains("Charlie"), "{two:?}");
    // The same in other lines, and cut short, is one.
    for same in [own.join("\n\n").replace(' ', "\n"), own[0].clone()] {
        assert_eq!(texts(&with_file(&same, "application/xml", "s.xml", &nitf(&own))).len(), 1, "{same}");
    }
}
