//! What is killed, withdrawn, held or embargoed is never usable, in whatever format and place it is said; and what is only
//! about an embargo or a kill is never held.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use article::{Article, PubStatus, SignalType};
use support::{article, parse};

/// What comes of a story that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Canceled,
    Withheld,
    /// Usable from this time on.
    Until(&'static str),
    Usable,
}

fn fate(article: &Article) -> Result<Fate, String> {
    let until = article.embargoed_until.map(|when| when.to_string());
    match (article.pub_status, until.as_deref()) {
        (Some(PubStatus::Canceled), _) => Ok(Fate::Canceled),
        (Some(PubStatus::Withheld), None) => Ok(Fate::Withheld),
        (Some(PubStatus::Usable), None) => Ok(Fate::Usable),
        (Some(PubStatus::Usable), Some(MORNING)) => Ok(Fate::Until(MORNING)),
        // One that was over when the story was sent.
        (Some(PubStatus::Usable), Some(until)) if until < "2026-03-02T10" => Ok(Fate::Usable),
        other => Err(format!("{other:?}")),
    }
}

/// All stories of these tests are sent on Monday, 2 March 2026, at 10:00 in Greenwich.
const MORNING: &str = "2026-03-03T06:00:00Z";

/// A place where words may stand: the format, the place, and the file with the words in it.
struct Slot {
    name: &'static str,
    kind: Kind,
    file: fn(&str) -> String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A note to editors, in a field.
    Note,
    /// A line above or below the story.
    Line,
    /// Words before a headline.
    Headline,
    /// A code for the status.
    Status,
    /// A code for a signal.
    Signal,
    /// A field for an embargo.
    Embargo,
}

const BODY: &str =
    "Tin rose in Bergen on Monday, and zinc fell, the mining board said. It gave no reason for that.";

fn xml(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn nitf(docdata: &str, headline: &str, body: &str) -> String {
    format!(
        r"<nitf><head><docdata {docdata}</docdata></head><body><body.head><hedline><hl1>{headline}</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>"
    )
}

fn g2(item: &str, content: &str, headline: &str, body: &str) -> String {
    format!(
        r#"<newsItem guid="a:1" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-02T10:00:00Z</versionCreated>{item}</itemMeta><contentMeta><headline>{headline}</headline>{content}</contentMeta><contentSet><inlineXML><html><body>{body}</body></html></inlineXML></contentSet></newsItem>"#
    )
}

const USABLE: &str = r#"<pubStatus qcode="stat:usable"/>"#;

fn newsml(management: &str, lines: &str, headline: &str, body: &str) -> String {
    format!(
        r#"<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20260302</DateId><NewsItemId>t1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260302T100000Z</FirstCreated><ThisRevisionCreated>20260302T100000Z</ThisRevisionCreated>{management}</NewsManagement><NewsComponent><NewsLines><HeadLine>{headline}</HeadLine>{lines}</NewsLines><ContentItem><DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"#
    )
}

fn ninjs(fields: &str, headline: &str, body: &str) -> String {
    format!(
        r#"{{"uri": "a:1", "versioncreated": "2026-03-02T10:00:00Z", {fields} "headline": "{headline}", "body_html": "{body}"}}"#
    )
}

fn ap(fields: &str, headline: &str, body: &str) -> String {
    format!(
        r#"{{"altids": {{"itemid": "a1", "etag": "a1_0"}}, "type": "text", "versioncreated": "2026-03-02T10:00:00Z", {fields} "headline": "{headline}", "body_nitf": "<nitf><body><body.content>{body}</body.content></body></nitf>"}}"#
    )
}

fn mail(headers: &str, subject: &str, body: &str) -> String {
    format!(
        "From: Desk <desk@a.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <1@a.example>\n{headers}Subject: {subject}\n\n{body}\n"
    )
}

/// A mail that brings a story in another format.
fn attached(headers: &str, subject: &str, cover: &str) -> String {
    let story = nitf(r#"><date.issue norm="20260302T100000Z"/>"#, "Tin rises", &format!("<p>{BODY}</p>"));
    mail(
        &format!("{headers}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n"),
        subject,
        &format!(
            "--x\nContent-Type: text/plain; charset=utf-8\n\n{cover}\n--x\nContent-Type: text/xml; charset=utf-8\nContent-Disposition: attachment; filename=a.xml\n\n{story}\n--x--"
        ),
    )
}

/// A mail that passes on another.
fn forwarded(subject: &str, cover: &str) -> String {
    mail(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n",
        subject,
        &format!(
            "--x\nContent-Type: text/plain; charset=utf-8\n\n{cover}\n--x\nContent-Type: message/rfc822\n\nFrom: Desk <b@b.example>\nDate: Mon, 2 Mar 2026 09:00:00 +0000\nMessage-ID: <2@a.example>\nSubject: Tin rises\n\n{BODY}\n--x--"
        ),
    )
}

fn iptc(copy: &str) -> String {
    format!("\u{1}dpa0150 3 wi 183  Tin/\r\n\u{2}{copy}\r\n\u{3}\r\n021000 GMT Mar 26\r\n\u{4}")
}

fn anpa(copy: &str) -> String {
    format!(
        "\u{1}a0386\u{1f}apf-\r\nr f\u{13}\u{11}bc-Tin 03-02 0031\r\n\u{2}BC-US--Tin,0031<\r\n{copy}\u{3}\r\nAP-WF-03-02-26 1000GMT<\r\n"
    )
}

fn zczc(fields: &str, copy: &str) -> String {
    format!("ZCZC AB012\n:tin\n{fields}\n{copy}\n\n02-MAR-26 10:00 NNNN\n")
}

fn rss(item: &str, title: &str, body: &str) -> String {
    format!(
        "<rss version=\"2.0\"><channel><title>QZP</title><item><guid>a:1</guid><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><title>{title}</title>{item}<description>{}</description></item></channel></rss>",
        xml(body)
    )
}

fn atom(entry: &str, title: &str, body: &str) -> String {
    format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>QZP</title><entry><id>a:1</id><updated>2026-03-02T10:00:00Z</updated><title>{title}</title>{entry}<content type=\"html\">{}</content></entry></feed>",
        xml(body)
    )
}

fn feed(fields: &str, title: &str, body: &str) -> String {
    format!(
        r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "QZP", "items": [{{"id": "a1", "date_modified": "2026-03-02T10:00:00Z", {fields} "title": "{title}", "content_html": "{body}"}}]}}"#
    )
}

fn own(fields: &str, text: &str) -> String {
    format!(r#"{{"published_at": "2026-03-02T10:00:00Z", {fields} "text": "{text}"}}"#)
}

const TEXT_END: &str = "\n\n021000 GMT Mar 26\n";

#[rustfmt::skip]
const SLOTS: &[Slot] = &[
    Slot { name: "nitf ed-msg", kind: Kind::Note, file: |w| nitf(&format!(r#"management-status="usable"><date.issue norm="20260302T100000Z"/><ed-msg info="{}"/>"#, xml(w)), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "nitf note", kind: Kind::Note, file: |w| nitf(r#"><date.issue norm="20260302T100000Z"/>"#, "Tin rises", &format!("<note><p>{}</p></note><p>{BODY}</p>", xml(w))) },
    Slot { name: "nitf meta note", kind: Kind::Note, file: |w| nitf(&format!(r#"><date.issue norm="20260302T100000Z"/></docdata><meta name="ednote" content="{}"/><docdata>"#, xml(w)), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "nitf status", kind: Kind::Status, file: |w| nitf(&format!(r#"management-status="{w}"><date.issue norm="20260302T100000Z"/>"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "nitf meta status", kind: Kind::Signal, file: |w| nitf(&format!(r#"management-status="usable"><date.issue norm="20260302T100000Z"/></docdata><meta name="status" content="{w}"/><docdata>"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "nitf msg-type", kind: Kind::Signal, file: |w| nitf(&format!(r#"><date.issue norm="20260302T100000Z"/><ed-msg msg-type="{w}"/>"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "nitf meta embargo", kind: Kind::Embargo, file: |w| nitf(&format!(r#"><date.issue norm="20260302T100000Z"/></docdata><meta name="embargo" content="{w}"/><docdata>"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "nitf headline", kind: Kind::Headline, file: |w| nitf(r#"><date.issue norm="20260302T100000Z"/>"#, &format!("{} Tin rises", xml(w)), &format!("<p>{BODY}</p>")) },
    Slot { name: "nitf first paragraph", kind: Kind::Line, file: |w| nitf(r#"><date.issue norm="20260302T100000Z"/>"#, "Tin rises", &format!("<p>{}</p><p>{BODY}</p>", xml(w))) },
    Slot { name: "nitf last paragraph", kind: Kind::Line, file: |w| nitf(r#"><date.issue norm="20260302T100000Z"/>"#, "Tin rises", &format!("<p>{BODY}</p><p>{}</p>", xml(w))) },
    Slot { name: "nitf tagline", kind: Kind::Line, file: |w| nitf(r#"><date.issue norm="20260302T100000Z"/>"#, "Tin rises", &format!("<p>{BODY}</p></body.content><body.end><tagline>{}</tagline></body.end><body.content>", xml(w))) },
    Slot { name: "g2 edNote", kind: Kind::Note, file: |w| g2(&format!("{USABLE}<edNote>{}</edNote>", xml(w)), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 pubStatus", kind: Kind::Status, file: |w| g2(&format!(r#"<pubStatus qcode="stat:{w}"/>"#), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 pubStatus in words", kind: Kind::Status, file: |w| g2(&format!("<pubStatus>{w}</pubStatus>"), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 pubStatus value", kind: Kind::Status, file: |w| g2(&format!("<pubStatus value=\"{w}\"/>"), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 signal", kind: Kind::Signal, file: |w| g2(&format!(r#"{USABLE}<signal qcode="sig:{w}"/>"#), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 embargoed", kind: Kind::Embargo, file: |w| g2(&format!("{USABLE}<embargoed>{w}</embargoed>"), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 embargoed in contentMeta", kind: Kind::Embargo, file: |w| g2(USABLE, &format!("<embargoed>{w}</embargoed>"), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 extension", kind: Kind::Embargo, file: |w| g2(USABLE, &format!(r#"<contentMetaExtProperty rel="x:embargo" value="{w}"/>"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 headline", kind: Kind::Headline, file: |w| g2(USABLE, "", &format!("{} Tin rises", xml(w)), &format!("<p>{BODY}</p>")) },
    Slot { name: "g2 first paragraph", kind: Kind::Line, file: |w| g2(USABLE, "", "Tin rises", &format!("<p>{}</p><p>{BODY}</p>", xml(w))) },
    Slot { name: "g2 last paragraph", kind: Kind::Line, file: |w| g2(USABLE, "", "Tin rises", &format!("<p>{BODY}</p><p>{}</p>", xml(w))) },
    Slot { name: "g2 around nitf, status", kind: Kind::Status, file: |w| g2(USABLE, "", "Tin rises", "").replace("<html><body></body></html>", &nitf(&format!(r#"management-status="{w}"><date.issue norm="20260302T100000Z"/>"#), "Tin rises", &format!("<p>{BODY}</p>"))) },
    Slot { name: "g2 around nitf, note", kind: Kind::Note, file: |w| g2(USABLE, "", "Tin rises", "").replace("<html><body></body></html>", &nitf(&format!(r#"management-status="usable"><date.issue norm="20260302T100000Z"/><ed-msg info="{}"/>"#, xml(w)), "Tin rises", &format!("<p>{BODY}</p>"))) },
    Slot { name: "newsml status", kind: Kind::Status, file: |w| newsml(&format!(r#"<Status FormalName="{w}"/>"#), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "newsml instruction", kind: Kind::Signal, file: |w| newsml(&format!(r#"<Status FormalName="Usable"/><Instruction FormalName="{w}"/>"#), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "newsml note", kind: Kind::Note, file: |w| newsml(r#"<Status FormalName="Usable"/>"#, &format!(r#"<NewsLine><NewsLineType FormalName="EdNote"/><NewsLineText>{}</NewsLineText></NewsLine>"#, xml(w)), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "newsml property", kind: Kind::Embargo, file: |w| newsml(&format!(r#"<Status FormalName="Usable"/><Property FormalName="Embargo" Value="{w}"/>"#), "", "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "newsml embargo line", kind: Kind::Embargo, file: |w| newsml(r#"<Status FormalName="Usable"/>"#, &format!(r#"<NewsLine><NewsLineType FormalName="EmbargoLine"/><NewsLineText>{w}</NewsLineText></NewsLine>"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "newsml headline", kind: Kind::Headline, file: |w| newsml(r#"<Status FormalName="Usable"/>"#, "", &format!("{} Tin rises", xml(w)), &format!("<p>{BODY}</p>")) },
    Slot { name: "newsml first paragraph", kind: Kind::Line, file: |w| newsml(r#"<Status FormalName="Usable"/>"#, "", "Tin rises", &format!("<p>{}</p><p>{BODY}</p>", xml(w))) },
    Slot { name: "newsml around nitf, status", kind: Kind::Status, file: |w| newsml(r#"<Status FormalName="Usable"/>"#, "", "Tin rises", &nitf(&format!(r#"management-status="{w}"><date.issue norm="20260302T100000Z"/>"#), "Tin rises", &format!("<p>{BODY}</p>"))) },
    Slot { name: "ninjs ednote", kind: Kind::Note, file: |w| ninjs(&format!(r#""pubstatus": "usable", "ednote": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs pubstatus", kind: Kind::Status, file: |w| ninjs(&format!(r#""pubstatus": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs pubstatus as object", kind: Kind::Status, file: |w| ninjs(&format!(r#""pubStatus": {{"scheme": "stat", "code": "{w}"}},"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs pubstatus as list", kind: Kind::Status, file: |w| ninjs(&format!(r#""pubstatus": ["usable", "{w}"],"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs state", kind: Kind::Signal, file: |w| ninjs(&format!(r#""pubstatus": "usable", "state": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs signal", kind: Kind::Signal, file: |w| ninjs(&format!(r#""pubstatus": "usable", "signal": ["{w}"],"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs signals as objects", kind: Kind::Signal, file: |w| ninjs(&format!(r#""pubstatus": "usable", "signals": [{{"qcode": "sig:{w}"}}],"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs embargoed", kind: Kind::Embargo, file: |w| ninjs(&format!(r#""pubstatus": "usable", "embargoed": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs embargoed as object", kind: Kind::Embargo, file: |w| ninjs(&format!(r#""pubstatus": "usable", "embargoed": {{"until": "{w}"}},"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs embargo_until", kind: Kind::Embargo, file: |w| ninjs(&format!(r#""pubstatus": "usable", "embargo_until": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs extra.embargo", kind: Kind::Embargo, file: |w| ninjs(&format!(r#""pubstatus": "usable", "extra": {{"embargo": "{w}"}},"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs headline", kind: Kind::Headline, file: |w| ninjs(r#""pubstatus": "usable","#, &format!("{w} Tin rises"), &format!("<p>{BODY}</p>")) },
    Slot { name: "ninjs first paragraph", kind: Kind::Line, file: |w| ninjs(r#""pubstatus": "usable","#, "Tin rises", &format!("<p>{}</p><p>{BODY}</p>", xml(w))) },
    Slot { name: "ninjs around nitf, status", kind: Kind::Status, file: |w| ninjs(r#""pubstatus": "usable","#, "Tin rises", &nitf(&format!(r#"management-status="{w}"><date.issue norm="20260302T100000Z"/>"#), "Tin rises", &format!("<p>{BODY}</p>")).replace('"', "\\\"")) },
    Slot { name: "ap ednote", kind: Kind::Note, file: |w| ap(&format!(r#""pubstatus": "usable", "ednote": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ap pubstatus", kind: Kind::Status, file: |w| ap(&format!(r#""pubstatus": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ap editorialtypes", kind: Kind::Signal, file: |w| ap(&format!(r#""pubstatus": "usable", "editorialtypes": ["{w}"],"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ap embargoed", kind: Kind::Embargo, file: |w| ap(&format!(r#""pubstatus": "usable", "embargoed": "{w}","#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "ap headline", kind: Kind::Headline, file: |w| ap(r#""pubstatus": "usable","#, &format!("{w} Tin rises"), &format!("<p>{BODY}</p>")) },
    Slot { name: "ap last paragraph", kind: Kind::Line, file: |w| ap(r#""pubstatus": "usable","#, "Tin rises", &format!("<p>{BODY}</p><p>{}</p>", xml(w))) },
    Slot { name: "iptc7901 first line", kind: Kind::Line, file: |w| iptc(&format!("{w}\r\n\r\nTin rises =\r\n\r\nBergen (dpa) - {BODY}")) },
    Slot { name: "iptc7901 below the headline", kind: Kind::Line, file: |w| iptc(&format!("Tin rises =\r\n\r\n{w}\r\n\r\nBergen (dpa) - {BODY}")) },
    Slot { name: "iptc7901 last line", kind: Kind::Line, file: |w| iptc(&format!("Tin rises =\r\n\r\nBergen (dpa) - {BODY}\r\n\r\n{w}")) },
    Slot { name: "anpa1312 note", kind: Kind::Note, file: |w| anpa(&format!("^Eds: {w}<\r\n^Tin rises<\r\n\tBERGEN (AP) _ {BODY}\r\n")) },
    Slot { name: "anpa1312 first line", kind: Kind::Line, file: |w| anpa(&format!("^{w}<\r\n^Tin rises<\r\n\tBERGEN (AP) _ {BODY}\r\n")) },
    Slot { name: "zczc note", kind: Kind::Note, file: |w| zczc(&format!("[{w}]\n"), &format!("Tin rises\n\n{BODY}")) },
    Slot { name: "zczc first line", kind: Kind::Line, file: |w| zczc("", &format!("{w}\n\nTin rises\n\n{BODY}")) },
    Slot { name: "zczc headline", kind: Kind::Headline, file: |w| zczc(&format!("^{w} Tin rises\n"), BODY) },
    Slot { name: "rss note", kind: Kind::Note, file: |w| rss(&format!("<ednote>{}</ednote>", xml(w)), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "rss status", kind: Kind::Signal, file: |w| rss(&format!("<a:status xmlns:a=\"x\">{w}</a:status>"), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "rss embargo", kind: Kind::Embargo, file: |w| rss(&format!("<prism:embargoDate xmlns:prism=\"x\">{w}</prism:embargoDate>"), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "rss title", kind: Kind::Headline, file: |w| rss("", &format!("{} Tin rises", xml(w)), &format!("<p>{BODY}</p>")) },
    Slot { name: "rss first paragraph", kind: Kind::Line, file: |w| rss("", "Tin rises", &format!("<p>{}</p><p>{BODY}</p>", xml(w))) },
    Slot { name: "atom status", kind: Kind::Signal, file: |w| atom(&format!("<n:PublishingStatus xmlns:n=\"x\">{w}</n:PublishingStatus>"), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "atom embargo", kind: Kind::Embargo, file: |w| atom(&format!("<n:embargo xmlns:n=\"x\">{w}</n:embargo>"), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "atom title", kind: Kind::Headline, file: |w| atom("", &format!("{} Tin rises", xml(w)), &format!("<p>{BODY}</p>")) },
    Slot { name: "atom first paragraph", kind: Kind::Line, file: |w| atom("", "Tin rises", &format!("<p>{}</p><p>{BODY}</p>", xml(w))) },
    Slot { name: "json feed status", kind: Kind::Signal, file: |w| feed(&format!(r#""_agency": {{"status": "{w}"}},"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "json feed embargo", kind: Kind::Embargo, file: |w| feed(&format!(r#""_agency": {{"embargoed": "{w}"}},"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "json feed note", kind: Kind::Note, file: |w| feed(&format!(r#""_agency": {{"ednote": "{w}"}},"#), "Tin rises", &format!("<p>{BODY}</p>")) },
    Slot { name: "json feed title", kind: Kind::Headline, file: |w| feed("", &format!("{w} Tin rises"), &format!("<p>{BODY}</p>")) },
    Slot { name: "mail first line", kind: Kind::Line, file: |w| mail("Content-Type: text/plain; charset=utf-8\n", "Tin rises", &format!("{w}\n\n{BODY}")) },
    Slot { name: "mail last line", kind: Kind::Line, file: |w| mail("Content-Type: text/plain; charset=utf-8\n", "Tin rises", &format!("{BODY}\n\n{w}")) },
    Slot { name: "mail subject", kind: Kind::Headline, file: |w| mail("", &format!("Fwd: {w} Tin rises"), BODY) },
    Slot { name: "mail header", kind: Kind::Embargo, file: |w| mail(&format!("X-Embargo-Until: {w}\n"), "Tin rises", BODY) },
    Slot { name: "mail status", kind: Kind::Signal, file: |w| mail(&format!("X-Pub-Status: {w}\n"), "Tin rises", BODY) },
    Slot { name: "mail with a story, subject", kind: Kind::Headline, file: |w| attached("", &format!("{w} Tin rises"), "Please find our story attached.") },
    Slot { name: "mail with a story, header", kind: Kind::Embargo, file: |w| attached(&format!("X-Embargo: {w}\n"), "Tin rises", "Please find our story attached.") },
    Slot { name: "mail with a story, body", kind: Kind::Note, file: |w| attached("", "Tin rises", &format!("Dear editors,\n\n{w}\n\nBest regards")) },
    Slot { name: "mail in a mail, subject", kind: Kind::Headline, file: |w| forwarded(&format!("FW: {w} Tin rises"), "See below.") },
    Slot { name: "mail in a mail, body", kind: Kind::Note, file: |w| forwarded("Tin rises", w) },
    Slot { name: "text first line", kind: Kind::Line, file: |w| format!("{w}\n\nTin rises\n\nBERGEN, March 2 (Xinhua) -- {BODY}{TEXT_END}") },
    Slot { name: "text below the headline", kind: Kind::Line, file: |w| format!("Tin rises\n\n{w}\n\nBERGEN, March 2 (Xinhua) -- {BODY}{TEXT_END}") },
    Slot { name: "text last line", kind: Kind::Line, file: |w| format!("Tin rises\n\nBERGEN, March 2 (Xinhua) -- {BODY}\n\n{w}{TEXT_END}") },
    Slot { name: "text note", kind: Kind::Note, file: |w| format!("Eds: {w}\n\nTin rises\n\nBERGEN, March 2 (Xinhua) -- {BODY}{TEXT_END}") },
    Slot { name: "text headline", kind: Kind::Headline, file: |w| format!("{w} Tin rises\n\nBERGEN, March 2 (Xinhua) -- {BODY}{TEXT_END}") },
    Slot { name: "article first line", kind: Kind::Line, file: |w| own("", &format!("{w}\\n\\nTin rises\\n\\n{BODY}")) },
    Slot { name: "article status", kind: Kind::Signal, file: |w| own(&format!(r#""status": "{w}","#), &format!("Tin rises\\n\\n{BODY}")) },
    Slot { name: "article embargo", kind: Kind::Embargo, file: |w| own(&format!(r#""embargo": "{w}","#), &format!("Tin rises\\n\\n{BODY}")) },
];

/// Puts words into all places of a kind, and gives what did not come of it.
fn faults(kind: Kind, words: &str, expected: Fate) -> Vec<String> {
    let slots = SLOTS.iter().filter(|slot| slot.kind == kind);
    let fault = |slot: &Slot| {
        let parsed = parse((slot.file)(words).as_bytes(), None);
        let found = match &parsed {
            Ok(parsed) if parsed.articles.len() == 1 => fate(&parsed.articles[0]),
            other => Err(format!("{other:?}")),
        };
        (found != Ok(expected)).then(|| format!("{}: `{words}`: {found:?}, not {expected:?}", slot.name))
    };
    slots.filter_map(fault).collect()
}

fn hold(kinds: &[Kind], cases: &[(&str, Fate)]) {
    let all =
        kinds.iter().flat_map(|kind| cases.iter().flat_map(|(words, fate)| faults(*kind, words, *fate)));
    let all: Vec<String> = all.collect();
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

use Fate::{Canceled, Until, Usable, Withheld};

#[test]
fn a_kill_in_words_is_heard_in_every_format_wherever_editors_are_told_something() {
    hold(
        &[Kind::Note],
        &[
            ("KILL", Canceled),
            ("Kill.", Canceled),
            ("Kill. Do not use.", Canceled),
            ("KILL: wrong company", Canceled),
            ("MANDATORY KILL", Canceled),
            ("LEGAL KILL", Canceled),
            ("This kill/takedown is mandatory, and no further use can be made of the story.", Canceled),
            ("STORY WITHDRAWN", Canceled),
            ("This story has been withdrawn.", Canceled),
            ("The AP is withdrawing this story.", Canceled),
            ("This story is being eliminated. It should not be used.", Canceled),
            ("The Associated Press has eliminated this story. Do not use.", Canceled),
            ("PLEASE KILL THIS STORY", Canceled),
            ("Please disregard this story, sent in error", Canceled),
            ("Spike this story", Canceled),
            ("Story is withdrawn. Refrain from using.", Canceled),
            ("Do not use: the figure that the board gave was wrong.", Canceled),
            ("ANNULATION", Canceled),
            ("Cette dépêche est annulée. Ne pas utiliser.", Canceled),
            ("Dépêche annulée", Canceled),
            ("ANNULE", Canceled),
            ("STORNO", Canceled),
            ("<b>KILL:</b> Do not use", Canceled),
            ("SENT IN ERROR - PLEASE IGNORE", Canceled),
            ("Adds quote. This story is withdrawn.", Canceled),
            ("Zurückgezogen", Canceled),
            ("Bitte nicht verwenden - Meldung wird zurückgezogen", Canceled),
            ("ungültig. Bitte nicht verwenden", Canceled),
            ("ANULA", Canceled),
            ("ANULACIÓN. Por favor, no utilicen esta noticia.", Canceled),
            ("ANULAR: Esta notícia foi anulada pela Lusa", Canceled),
            ("ANNULLAMENTO: notizia errata, non utilizzare", Canceled),
            ("Dit bericht is ingetrokken", Canceled),
            ("Texten dras tillbaka. Får ej publiceras.", Canceled),
            ("Meldingen er trukket tilbake", Canceled),
            ("АННУЛИРОВАНО", Canceled),
            ("Depesza anulowana", Canceled),
            ("Zpráva zrušena. Nepoužívejte.", Canceled),
            ("Bu haber iptal edilmiştir", Canceled),
        ],
    );
}

#[test]
fn a_hold_in_words_is_heard_in_every_format_wherever_editors_are_told_something() {
    hold(
        &[Kind::Note],
        &[
            ("HOLD", Withheld),
            ("Please hold this story", Withheld),
            ("Hold until confirmed by desk.", Withheld),
            ("Do not use until further notice", Withheld),
            ("NOT FOR PUBLICATION", Withheld),
        ],
    );
}

const EMBARGOES: &[(&str, Fate)] = &[
    ("EMBARGOED UNTIL 0600 GMT, MARCH 3", Until(MORNING)),
    ("Embargoed until 0600 GMT Tuesday", Until(MORNING)),
    ("EMBARGO 0600 GMT March 3", Until(MORNING)),
    ("EMBARGO: 06:00 GMT 3 March 2026", Until(MORNING)),
    ("Embargo 2026-03-03T06:00:00Z", Until(MORNING)),
    ("HFR until 6 a.m. GMT March 3", Until(MORNING)),
    ("HOLD FOR RELEASE 0600 GMT Tuesday", Until(MORNING)),
    ("Not for release before 0600 GMT on March 3", Until(MORNING)),
    ("Not for publication until 06:00 GMT, 3 March 2026", Until(MORNING)),
    ("NOT TO BE PUBLISHED BEFORE 6 A.M. GMT ON MARCH 3", Until(MORNING)),
    ("Do not publish before 3 March 2026, 06:00 GMT", Until(MORNING)),
    ("For release at 0600 GMT, March 3", Until(MORNING)),
    ("(Embargoed until 0600 GMT March 3)", Until(MORNING)),
    ("Sperrfrist: 3. März 2026, 07.00 Uhr MEZ", Until("2026-03-03T07:00:00+01:00")),
    ("Embargo : mardi 3 mars 2026 à 06h00 GMT", Until(MORNING)),
    ("NE PAS DIFFUSER AVANT 06h00 GMT mardi 3 mars", Until(MORNING)),
    ("NO PUBLICAR ANTES DE LAS 06.00 GMT DEL 3 DE MARZO DE 2026", Until(MORNING)),
    ("Não publicar antes das 06h00 GMT de 3 março 2026", Until(MORNING)),
    ("EMBARGO", Withheld),
    ("E M B A R G O", Withheld),
    ("***EMBARGO***", Withheld),
    ("EMBARGO UNTIL THE MINISTER HAS SPOKEN", Withheld),
    ("Note to editors: this release is embargoed until 0600 GMT March 3, 2026.", Until(MORNING)),
    ("UNDER EMBARGO", Withheld),
    ("Under strict embargo until Wednesday", Withheld),
    ("STRICTLY EMBARGOED", Withheld),
    ("Embargoed for release until 00:01 (UK time) on Wednesday, March 4", Until("2026-03-04T00:01:00Z")),
    ("Embargo: 04/03/2026 06:00", Withheld),
    ("EMBARGOED UNTIL 9:00 A.M. ET / MARCH 4, 2026", Until("2026-03-04T09:00:00-05:00")),
    ("ADVANCE FOR SUNDAY, MARCH 8", Withheld),
    ("For use Sunday, March 8, and thereafter", Withheld),
    ("Frei ab: Mittwoch, 06.00 Uhr", Withheld),
    ("Frei ab Mittwoch, 4. März, 06.00 Uhr", Withheld),
    ("(Sperrfrist: Mittwoch, 4. März, 0600 Uhr)", Withheld),
    ("(Achtung: Sperrfrist Mittwoch, 0600 Uhr)", Withheld),
    ("Achtung: Sperrfrist Mittwoch, 4. März 2026, 06.00 Uhr", Withheld),
    ("GESPERRT BIS MITTWOCH, 4. MÄRZ, 06.00 UHR", Withheld),
    ("Nicht vor Mittwoch, 06.00 Uhr, veröffentlichen", Withheld),
    ("Veröffentlichung erst ab 4. März, 06.00 Uhr", Withheld),
    ("Sous embargo jusqu'à 06H00 GMT", Withheld),
    ("À ne pas publier avant mercredi 06h00", Withheld),
    ("Embargo au mercredi 4 mars 06h00", Withheld),
    ("Embargo hasta el miércoles 4 de marzo a las 06.00 horas", Withheld),
    ("Embargo fino alle 6.00 del 4 marzo", Withheld),
    ("EMBARGO ALLE ORE 6.00 DI MERCOLEDI 4 MARZO", Withheld),
    ("Non pubblicare prima delle 6.00 di mercoledì 4 marzo", Withheld),
    ("Embargo até quarta-feira, 4 março", Withheld),
    ("Onder embargo tot woensdag 4 maart 06.00 uur", Withheld),
    ("Niet publiceren voor woensdag 4 maart 06.00 uur", Withheld),
    ("EMBARGO TILL 4 MARS KL 06.00", Withheld),
    ("Får ej publiceras före onsdag 4 mars kl 06.00", Withheld),
    ("Sperrefrist: onsdag 4. mars kl. 06.00", Withheld),
    ("Klausuleret til onsdag 4. marts kl. 6.00", Withheld),
    ("Må ikke offentliggøres før onsdag 4. marts kl. 6.00", Withheld),
    ("Эмбарго до 06:00 4 марта", Withheld),
    ("Не публиковать до 4 марта 06:00", Withheld),
    ("EMBARGO do środy, 4 marca 2026 r., godz. 6.00", Withheld),
    ("Nie publikować przed 4 marca, godz. 6.00", Withheld),
    ("Embargo do 4. března 06:00", Withheld),
    ("Ambargo: 4 Mart saat 06.00", Withheld),
    ("エンバーゴ 3月4日午前6時解禁", Withheld),
    ("엠바고 3월 4일 오전 6시", Withheld),
];

#[test]
fn an_embargo_in_words_is_heard_in_every_format_wherever_editors_are_told_something() {
    hold(
        &[Kind::Note],
        &[
            ("Moved in advance; embargoed until 12:01 a.m. Wednesday.", Withheld),
            ("Adds quote. EMBARGOED UNTIL 0600 GMT MARCH 3", Until(MORNING)),
            ("<p>EMBARGOED UNTIL 0600 GMT MARCH 3</p>", Until(MORNING)),
            ("Embargo until the minister has spoken", Withheld),
        ],
    );
    hold_embargoes(Kind::Note);
}

#[test]
fn an_embargo_on_a_line_of_its_own_is_heard_in_every_format() {
    hold_embargoes(Kind::Line);
}

/// The zone of an embargo in Germany is another one than that of the other cases.
fn hold_embargoes(kind: Kind) {
    let mut all = Vec::new();
    for (words, expected) in EMBARGOES {
        let slots = SLOTS.iter().filter(|slot| slot.kind == kind);
        for slot in slots {
            let parsed = parse((slot.file)(words).as_bytes(), None).unwrap();
            let article = &parsed.articles[0];
            let until = article.embargoed_until.map(|when| when.to_string());
            let found = match (article.pub_status.unwrap(), until.as_deref()) {
                (PubStatus::Usable, None) => "usable".to_owned(),
                (PubStatus::Usable, Some(until)) => until.to_owned(),
                (status, _) => format!("{status:?}").to_lowercase(),
            };
            let wanted = match expected {
                Until(until) => until,
                Withheld => "withheld",
                Canceled => "canceled",
                Usable => "usable",
            };
            let signal = *expected == Usable
                || article.signals.iter().any(|signal| signal.kind == SignalType::Embargo);
            if found != wanted || !signal {
                all.push(format!("{}: `{words}`: {found}, not {wanted}", slot.name));
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn a_kill_on_a_line_of_its_own_is_heard_in_every_format() {
    hold(
        &[Kind::Line],
        &[
            ("KILL", Canceled),
            ("KILL KILL KILL", Canceled),
            ("MANDATORY KILL:", Canceled),
            ("STORY WITHDRAWN", Canceled),
            ("Story withdrawn", Canceled),
            ("WITHDRAWN", Canceled),
            ("This story has been withdrawn.", Canceled),
            ("This story has been withdrawn by the agency.", Canceled),
            ("Please kill the story slugged BC-US--Tin.", Canceled),
            ("DO NOT USE", Canceled),
            ("ANNULATION", Canceled),
            ("ANNULATION - NE PAS UTILISER", Canceled),
            ("Cette dépêche est annulée.", Canceled),
            ("STORNO", Canceled),
            ("ZURÜCKGEZOGEN", Canceled),
            ("Diese Meldung wird zurückgezogen.", Canceled),
            ("ANULACIÓN", Canceled),
            ("ANULA", Canceled),
            ("ANNULLAMENTO", Canceled),
            ("ANULAÇÃO", Canceled),
            ("INGETROKKEN", Canceled),
            ("АННУЛИРОВАНО", Canceled),
            ("HOLD", Withheld),
            ("HOLD HOLD HOLD", Withheld),
            ("Please withhold the story slugged BC-US--Tin.", Withheld),
        ],
    );
}

#[test]
fn a_label_before_a_headline_is_heard_in_every_format() {
    hold(
        &[Kind::Headline],
        &[
            ("KILL:", Canceled),
            ("MANDATORY KILL:", Canceled),
            ("[KILL]", Canceled),
            ("(KILL)", Canceled),
            ("WITHDRAWN:", Canceled),
            ("WITHDRAWN -", Canceled),
            ("RETRACTED:", Canceled),
            ("ANNULATION:", Canceled),
            ("STORNO -", Canceled),
            ("ANULADA -", Canceled),
            ("[Withdrawn]", Canceled),
            ("HOLD:", Withheld),
            ("[HOLD]", Withheld),
            ("EMBARGO:", Withheld),
            ("[EMBARGO]", Withheld),
            ("*Embargoed*", Withheld),
            ("EMBARGADO -", Withheld),
            ("EMBARGO 4 March:", Withheld),
            ("EMBARGO (6h00)", Withheld),
            ("EMBARGO 4/3 06:00", Withheld),
            ("[EMBARGOED UNTIL 0600 GMT MARCH 3]", Until(MORNING)),
        ],
    );
}

#[test]
fn a_code_of_a_status_counts_wherever_it_stands() {
    let cases = [
        ("canceled", Canceled),
        ("Cancelled", Canceled),
        ("killed", Canceled),
        ("withdrawn", Canceled),
        ("deleted", Canceled),
        ("retracted", Canceled),
        ("withheld", Withheld),
        ("onhold", Withheld),
        ("embargoed", Withheld),
        ("usable", Usable),
    ];
    hold(&[Kind::Status, Kind::Signal], &cases);
    // In the place of the standard one that nobody knows may be worse than it looks.
    hold(
        &[Kind::Status],
        &[("withhel", Withheld), ("zz9", Withheld), ("Published", Usable), ("Final", Usable)],
    );
}

#[test]
fn a_code_of_a_signal_counts_wherever_it_stands() {
    hold(
        &[Kind::Signal],
        &[
            ("Kill", Canceled),
            ("Elimination", Canceled),
            ("Takedown", Canceled),
            ("Withhold", Withheld),
            ("HoldForRelease", Withheld),
            ("Embargo", Withheld),
            ("Correction", Usable),
            ("Update", Usable),
            ("Household", Usable),
        ],
    );
}

#[test]
fn a_field_for_an_embargo_counts_wherever_it_stands() {
    hold(
        &[Kind::Embargo],
        &[
            (MORNING, Until(MORNING)),
            ("0600 GMT Tuesday", Until(MORNING)),
            ("2026-03-03T06:00:00", Withheld),
            ("2026-03-03", Withheld),
            ("Onsdag 4 mars kl 06.00", Withheld),
            ("true", Withheld),
            ("false", Usable),
            ("2026-03-01T06:00:00Z", Usable),
        ],
    );
}

#[test]
fn what_is_about_an_embargo_or_a_kill_is_free_in_every_format() {
    let free = [
        "Embargo on Russian oil: EU agrees",
        "Embargo on Russian oil: EU agrees on Tuesday",
        "EU agrees on embargo until 2027",
        "Embargo: EU agrees on a ban of 20 ships",
        "Arms embargo lifted after ten years",
        "Embargo lifted on Tuesday",
        "Эмбарго на экспорт бензина",
        "El embargo a Cuba cumple 64 años",
        "L'embargo sur le pétrole russe entre en vigueur",
        "Kill Bill",
        "Kill Bill: Volume 3 is announced",
        "Police kill two in Bergen raid",
        "Killed: three miners in Bergen",
        "Man killed, story at 11",
        "Concert cancelled after storm",
        "Flights cancelled at Bergen airport",
        "Nominee withdrawn, White House says",
        "The withdrawn bill would have raised taxes.",
        "Withdrawal: how the army left Bergen",
        "The story was withdrawn by the newspaper after complaints, a court heard.",
        "Hold the line: a song returns",
        "Hold-up in Bergen bank",
        "Household spending rises",
        "Threshold for aid is raised",
        "The minister withheld the report until Friday, a newspaper said.",
        "Released: prisoner 24601",
        "For immediate release",
        "FOR IMMEDIATE RELEASE",
        "Frei ab 16 Jahren: ein Film aus Bergen",
        "Sperrfrist: keine",
        "Embargo: none",
        "EMBARGO LIFTED",
        "Not for sale: the harbour of Bergen",
        "Do not use the lift, firefighters say",
        "Ne pas oublier: le marché rouvre mardi",
        "No publicar fotos de menores, pide la policía",
        "Annulation du concert: les fans en colère",
        "El gobierno anula la subasta",
        "Das Gericht annulliert die Wahl",
        "Storno von Flügen wird teurer",
        "Advance of the army is halted",
        "Recall: Toyota calls back 20,000 cars",
        "Publication of the figures was delayed until Friday",
        "Moved to Tuesday: the cup final",
        "Embargo until 2030 for Russian oil, EU decides",
        "The embargo until March 2027 on Russian oil stays, officials said.",
        "Embargoed cargo held in Odesa",
        "Under embargo for decades, Cuba turns to China",
        "Sperrfrist für Silvester-Feuerwerk verkürzt",
        "Sperrfrist: Ärzte fordern Aufhebung",
        "For release of funds, Kenya must act",
        "Kill: a new film opens",
        "for release April 24, has been delayed until May 15.",
        "embargo until July on Russian oil is to stay, officials said.",
    ];
    let cases: Vec<(&str, Fate)> = free.iter().map(|words| (*words, Usable)).collect();
    hold(&[Kind::Line], &cases);
    let labels: Vec<(String, Fate)> = free.iter().map(|words| (format!("{words};"), Usable)).collect();
    let labels: Vec<(&str, Fate)> = labels.iter().map(|(words, fate)| (words.as_str(), *fate)).collect();
    hold(&[Kind::Headline], &labels);
}

#[test]
fn a_note_about_something_else_leaves_the_story_free() {
    hold(
        &[Kind::Note],
        &[
            ("Adds EU embargo on Russian oil.", Usable),
            ("Adds comment on embargo, background.", Usable),
            ("Updates with details of killed miners.", Usable),
            ("Corrects number of killed to 12, not 13.", Usable),
            ("KILLS graf 4.", Usable),
            ("This version replaces an earlier one that was withdrawn.", Usable),
            ("An earlier version of this story has been withdrawn.", Usable),
            ("Previous story was killed.", Usable),
            ("Photos: do not use without credit.", Usable),
            ("Do not use the earlier version.", Usable),
            ("No embargo.", Usable),
            ("Embargo lifted.", Usable),
            ("Embargo: none", Usable),
            ("Sperrfrist aufgehoben", Usable),
            ("For immediate release.", Usable),
            ("With photos. Hold music is by Grieg.", Usable),
            ("Concert was cancelled, organisers say.", Usable),
            ("With AP Photos, AP Video.", Usable),
            ("Corrects paragraph 3 to say embargo until 2030.", Usable),
            ("Embargo lifted at 0600 GMT", Usable),
            ("PHOTO EMBARGOED UNTIL 0600 GMT MARCH 4 - text is free", Usable),
            ("Annule et remplace la version précédente", Usable),
            ("Précise annulation du concert au 2e paragraphe", Usable),
            ("Eds: Photos will follow. Hold space for graphic.", Usable),
            ("NOT FOR USE IN SWEDEN. Photos available.", Usable),
            ("Do not use after March 10.", Usable),
            ("Frei zur Veröffentlichung, keine Sperrfrist.", Usable),
            ("Embargoed until 0600 GMT, March 1", Usable),
        ]
        .map(|(words, fate)| (words, fate)),
    );
}

#[test]
fn an_embargo_that_was_over_when_the_story_was_sent_leaves_it_free() {
    for words in [
        "EMBARGO 1 March 2026, 06.00",
        "Sperrfrist: 1. März 2026, 06.00 Uhr",
        "Sous embargo jusqu'au 1er mars 2026 à 6h",
    ] {
        for slot in SLOTS.iter().filter(|slot| matches!(slot.kind, Kind::Line | Kind::Note)) {
            let parsed = parse((slot.file)(words).as_bytes(), None).unwrap();
            assert_eq!(parsed.articles[0].pub_status, Some(PubStatus::Usable), "{}: {words}", slot.name);
        }
    }
}

#[test]
fn a_correction_is_a_signal_and_no_reason_to_hold_a_story() {
    for slot in SLOTS.iter().filter(|slot| slot.kind == Kind::Note) {
        let parsed = parse((slot.file)("CORRECTS name of company").as_bytes(), None).unwrap();
        assert_eq!(fate(&parsed.articles[0]), Ok(Usable), "{}", slot.name);
    }
}

#[test]
fn a_release_in_nitf_is_an_embargo_if_it_is_later_than_the_story_was_made() {
    let story = |dates: &str, dateline: &str| {
        article(format!(
            "<nitf><head><docdata>{dates}</docdata></head><body><body.head><hedline><hl1>Tin rises</hl1></hedline>{dateline}</body.head><body.content><p>{BODY}</p></body.content></body></nitf>"
        ))
    };
    let release = |norm: &str| format!("<date.release norm=\"{norm}\"/>");
    let cases = [
        ("<date.issue norm=\"20260302T100000Z\"/>", "20260303T060000Z", "", Until(MORNING)),
        ("<date.issue norm=\"20260302T100000Z\"/>", "20260303T060000", "", Withheld),
        ("<date.issue norm=\"20260302T100000\"/>", "20260302T180000", "", Withheld),
        ("<date.issue norm=\"20260302T100000Z\"/>", "20260302T180000", "", Withheld),
        ("<date.issue norm=\"20260302T100000\"/>", "20260303T060000Z", "", Until(MORNING)),
        ("<date.issue norm=\"20260303\"/>", "20260303T060000Z", "", Until(MORNING)),
        ("", "20260303T060000Z", "", Until(MORNING)),
        ("", "20260303T060000Z", "<dateline><story.date norm=\"20260302\"/></dateline>", Until(MORNING)),
        ("", "20260303T060000", "<dateline><story.date norm=\"20260302\"/></dateline>", Withheld),
        ("<date.issue norm=\"20260302T100000\"/>", "20260302T100000", "", Usable),
        ("<date.issue norm=\"20260302T100000Z\"/>", "20260302T100000", "", Usable),
        ("<date.issue norm=\"20260302\"/>", "20260302T000000Z", "", Usable),
        ("<date.issue norm=\"20260302T100000Z\"/>", "20260302T090000Z", "", Usable),
        ("<date.issue norm=\"20260302T100000Z\"/>", "20260301", "", Usable),
    ];
    for (dates, norm, dateline, expected) in cases {
        let article = story(&format!("{dates}{}", release(norm)), dateline);
        assert_eq!(fate(&article), Ok(expected), "{dates} {norm} {dateline}");
    }
}

#[test]
fn an_embargo_later_on_the_day_of_a_version_without_a_clock_holds_in_every_format() {
    let evening = "2026-03-02T18:00:00+01:00";
    for written in ["2026-03-02T10:15:00", "2026-03-02"] {
        let basic = written.replace([':', '-'], "");
        let files = [
            ninjs(&format!(r#""pubstatus": "embargoed", "embargoed": "{evening}","#), "Tin rises", "<p>Tin.</p>").replace("2026-03-02T10:00:00Z", written),
            ap(&format!(r#""pubstatus": "usable", "embargoed": "{evening}","#), "Tin rises", "<p>Tin.</p>").replace("2026-03-02T10:00:00Z", written),
            g2(&format!("<embargoed>{evening}</embargoed>"), "", "Tin rises", "<p>Tin.</p>").replace("2026-03-02T10:00:00Z", written),
            newsml(&format!(r#"<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>{evening}</DateAndTime></StatusWillChange>"#), "", "Tin rises", "<p>Tin.</p>").replace("20260302T100000Z", &basic),
            nitf(&format!(r#"><date.issue norm="{basic}"/><date.release norm="20260302T180000+0100"/>"#), "Tin rises", "<p>Tin.</p>"),
        ];
        for file in files {
            let until = article(&file).embargoed_until.map(|when| when.to_string());
            assert_eq!(until.as_deref(), Some(evening), "{file}");
        }
    }
}

#[test]
fn what_an_envelope_says_of_all_its_items_holds_for_each() {
    let item = ninjs(r#""pubstatus": "usable","#, "Tin rises", "<p>Tin.</p>");
    let files = [
        (format!(r#"{{"status": "embargoed", "items": [{item}]}}"#), Withheld),
        (format!(r#"{{"meta": {{"pubstatus": "canceled"}}, "item": {item}}}"#), Canceled),
        (format!(r#"{{"action": "delete", "item": {item}}}"#), Canceled),
        (format!(r#"{{"status": "ok", "items": [{item}]}}"#), Usable),
        (format!(r#"{{"event": "item.killed", "item": {item}}}"#), Canceled),
        (
            format!(
                "<newsMessage><header><embargoed>{MORNING}</embargoed></header><itemSet>{}</itemSet></newsMessage>",
                g2(USABLE, "", "Tin rises", "<p>Tin.</p>")
            ),
            Until(MORNING),
        ),
    ];
    let channel =
        "<title>QZP</title><description>All items embargoed until 0600 GMT 3 March 2026</description>";
    let feed = rss("", "Tin rises", BODY).replace("<title>QZP</title>", channel);
    for (file, expected) in files.into_iter().chain([(feed, Until(MORNING))]) {
        assert_eq!(fate(&article(&file)), Ok(expected), "{file}");
    }
}

#[test]
fn an_embargo_of_a_package_holds_its_members_and_no_others() {
    let package = format!(
        r#"<packageItem guid="p:1"><itemMeta><versionCreated>2026-03-02T10:00:00Z</versionCreated>{USABLE}<embargoed>{MORNING}</embargoed></itemMeta><groupSet><group><itemRef residref="a:1"/></group></groupSet></packageItem>"#
    );
    let item = g2(USABLE, "", "Tin rises", "<p>Tin.</p>");
    let other = item.replace("a:1", "a:2").replace("Tin rises", "Zinc falls");
    let parsed = parse(
        format!("<newsMessage><itemSet>{package}{item}{other}</itemSet></newsMessage>").as_bytes(),
        None,
    )
    .unwrap();
    let fates: Vec<_> = parsed.articles.iter().map(fate).collect();
    assert_eq!(fates, [Ok(Until(MORNING)), Ok(Usable)]);
}

#[test]
fn a_correction_in_brackets_above_a_headline_is_a_note() {
    let article = article(iptc(&format!(
        "(Berichtigung: Zahl im 1. Absatz korrigiert)\r\nTin rises =\r\n\r\nBergen (dpa) - {BODY}"
    )));
    assert_eq!(article.headline.as_deref(), Some("Tin rises"));
    assert!(
        article.signals.iter().any(|signal| signal.kind == SignalType::Correction),
        "{:?}",
        article.signals
    );
}

#[test]
fn the_zone_of_an_embargo_is_the_one_behind_its_clock() {
    let until = |words: &str| {
        let article = article(ninjs(&format!(r#""ednote": "{words}","#), "Tin rises", "<p>Tin.</p>"));
        article
            .embargoed_until
            .map_or_else(|| format!("{:?}", article.pub_status.unwrap()), |until| until.to_string())
    };
    let cases = [
        ("EMBARGOED UNTIL 9:00 A.M. ET / 1400 GMT ON MARCH 4, 2026", "2026-03-04T14:00:00Z"),
        ("EMBARGOED UNTIL 17:00 PARIS TIME (16:00 GMT) ON MARCH 4", "2026-03-04T16:00:00Z"),
        ("EMBARGOED UNTIL 10:00 UTC+8 ON MARCH 4", "2026-03-04T10:00:00+08:00"),
        ("EMBARGOED UNTIL 10:00 (GMT+1) MARCH 4", "2026-03-04T10:00:00+01:00"),
        ("EMBARGOED UNTIL 2026-03-04 06:00 +0100", "2026-03-04T06:00:00+01:00"),
        ("Sperrfrist: Mittwoch, 4. März, 6 Uhr MEZ", "2026-03-04T06:00:00+01:00"),
        // Midnight ends the day that is named.
        ("EMBARGOED UNTIL MIDNIGHT GMT MARCH 4", "2026-03-05T00:00:00Z"),
        ("EMBARGOED UNTIL 2400 GMT MARCH 4", "2026-03-05T00:00:00Z"),
        ("EMBARGOED UNTIL 24:00 CET, MARCH 4", "2026-03-05T00:00:00+01:00"),
        ("EMBARGOED UNTIL 2430 GMT MARCH 4", "Withheld"),
        ("EMBARGOED UNTIL 5 P.M. EASTERN TIME ON MARCH 4", "2026-03-04T17:00:00-05:00"),
        ("EMBARGOED UNTIL 5 P.M. LOCAL TIME ON MARCH 4", "Withheld"),
        ("Sperrfrist: 03.04. 10:00 MEZ", "Withheld"),
        // Two months ago, and said to be ahead.
        ("EMBARGOED UNTIL JANUARY 2, 0600 GMT", "Withheld"),
    ];
    for (words, expected) in cases {
        assert_eq!(until(words), expected, "{words}");
    }
}

#[test]
fn a_time_for_an_embargo_that_is_damaged_holds_the_story() {
    let cases = [
        ("Tue Mar 03 18:00:00 CET 2026", "2026-03-03T18:00:00+01:00"),
        ("026-03-03T18:00:00Z", "Withheld"),
        ("2026-03-02T18,:00:00+01:00", "Withheld"),
        ("0001-01-01T00:00:00Z", "Usable"),
    ];
    for (written, expected) in cases {
        for slot in SLOTS.iter().filter(|slot| slot.kind == Kind::Embargo) {
            let article = article((slot.file)(written));
            let found = article
                .embargoed_until
                .map_or_else(|| format!("{:?}", article.pub_status.unwrap()), |until| until.to_string());
            assert_eq!(found, expected, "{}: {written}", slot.name);
        }
    }
}

#[test]
fn an_article_that_others_made_is_heard_like_a_story_and_one_that_was_parsed_is_not_heard_again() {
    let cases = [
        (r#""headline": "KILL: Tin rises", "pub_status": "usable","#, Canceled),
        (r#""ed_note": "UNDER EMBARGO", "pub_status": "usable","#, Withheld),
        (
            r#""signals": [{"type": "embargo", "text": null, "target": null}], "pub_status": "usable","#,
            Withheld,
        ),
    ];
    for (fields, expected) in cases {
        assert_eq!(fate(&article(own(fields, BODY))), Ok(expected), "{fields}");
    }
    for slot in SLOTS {
        for words in ["EMBARGOED UNTIL 0600 GMT, MARCH 3", "Kill. Do not use.", "KILL:", "embargoed", MORNING]
        {
            let Ok(parsed) = parse((slot.file)(words).as_bytes(), None) else { continue };
            let Some(first) = parsed.articles.first() else { continue };
            let json = serde_json::to_string(first).unwrap();
            assert_eq!(&article(&json), first, "{}: {words}", slot.name);
        }
    }
}

#[test]
fn of_two_places_the_stricter_one_counts_and_that_is_said() {
    let file = g2(USABLE, "", "Tin rises", "").replace(
        "<html><body></body></html>",
        &nitf(r#"management-status="canceled">"#, "Tin rises", "<p>Tin rose.</p>"),
    );
    let article = article(file);
    assert_eq!(article.pub_status, Some(PubStatus::Canceled));
    let said = |warning: &article::Warning| {
        warning.code == "status_differs" && warning.text == "usable, but the payload: canceled"
    };
    assert!(article.warnings.iter().any(said), "{:?}", article.warnings);
}

#[test]
fn the_name_of_a_list_before_a_subject_holds_nothing() {
    for list in ["[Household news]", "[Killing fields]", "[embargo-list]", "[Threshold]", "[Skills]"] {
        let article = article(mail("", &format!("{list} Tin rises"), BODY));
        assert_eq!(article.pub_status, Some(PubStatus::Usable), "{list}");
    }
}

/// A story in copy and in mark-up, with paragraphs of its own behind the first and at the end.
fn stories(inside: &[&str], last: &[&str]) -> [String; 3] {
    const LEAD: &str =
        "LONDON, March 2 (Reuters) - Analysts cut their ratings of Acme on Monday after a poor quarter.";
    const NEXT: &str =
        "The firm said in its report that its profit had risen and that it would pay a dividend.";
    const THEN: &str = "Its shares fell 3 percent, and those of its rivals rose by as much.";
    let paragraphs = [&[LEAD][..], inside, &[NEXT, THEN], last].concat();
    let marked: String = paragraphs
        .iter()
        .map(
            |words| {
                if words.starts_with('<') { (*words).to_owned() } else { format!("<p>{}</p>", xml(words)) }
            },
        )
        .collect();
    [
        iptc(&format!("Analysts cut Acme =\r\n\r\n   {}", paragraphs.join("\r\n   "))),
        ninjs(r#""pubstatus": "usable","#, "Analysts cut Acme", &marked.replace('"', "\\\"")),
        rss("", "Analysts cut Acme", &marked),
    ]
}

fn expect(name: &str, files: &[String], expected: Fate) -> Vec<String> {
    let fault = |file: &String| {
        let found = fate(&article(file));
        (found != Ok(expected)).then(|| format!("{name}: {found:?}, not {expected:?}\n{file}\n"))
    };
    files.iter().filter_map(fault).collect()
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_rest_of_a_sentence_on_a_line_of_its_own_holds_nothing() {
    let wrapped = [
        ("The tabloid was the only one in London to break the society's", "embargo on Tuesday."),
        (
            "The minister said that all of the figures in the report are",
            "embargoed until 6 a.m. on Wednesday, a rule.",
        ),
        ("Washington has kept up what it calls its economic and trade", "embargo until this Friday."),
        ("The note that the agency sent to its clients in Oslo says: Please", "do not use this story"),
        ("The navy said that its ships would take the tanker into the", "hold."),
    ];
    let mut faults = Vec::new();
    for (above, below) in wrapped {
        {
            let copy =
                format!("Tin rises\n\nBERGEN, March 2 (Xinhua) -- {BODY}\n\n{above}\n{below}{TEXT_END}");
            let first = format!(
                "Tin rises\n\nBERGEN, March 2 (Xinhua) -- Tin rose.\n\n{above}\n{below}\n\n{BODY}{TEXT_END}"
            );
            let iptc = iptc(&format!("Tin rises =\r\n\r\n   Bergen (dpa) - {BODY}\r\n   {above}\r\n{below}"));
            faults.extend(expect(below, &[copy, first, iptc], Usable));
        }
    }
    // The speaker may stand on the next line.
    for (above, below, expected) in [
        ("The report is under embargo until 6 a.m. on Wednesday, the", "minister said.", Usable),
        ("The report is under embargo until 6 a.m. on Wednesday, for", "all media in Norway.", Withheld),
    ] {
        let copy = format!("Tin rises\n\nBERGEN, March 2 (Xinhua) -- {BODY}\n\n{above}\n{below}{TEXT_END}");
        faults.extend(expect(below, &[copy], expected));
    }
    // Below a sentence that ends, and below a blank line, it is one of its own.
    for (above, below) in [
        ("The tabloid was the only one in London to break the rule.\n", "embargoed until 0600 GMT March 3"),
        ("The tabloid was the only one in London to break the rule\n\n", "embargoed until 0600 GMT March 3"),
        (
            "Tin, zinc and copper rise in Bergen to the highest of all years\n",
            "EMBARGOED UNTIL 0600 GMT MARCH 3",
        ),
    ] {
        let copy = format!("Tin rises\n\nBERGEN, March 2 (Xinhua) -- {BODY}\n\n{above}{below}{TEXT_END}");
        faults.extend(expect(below, &[copy], Until(MORNING)));
    }
    none(&faults);
}

#[test]
fn a_label_at_the_end_of_a_line_is_one_of_a_headline_only() {
    let lines = [
        "Rating: HOLD",
        "Acme: HOLD",
        "Acme - HOLD",
        "LH123 Frankfurt - CANCELED",
        "Concert in Lyon: CANCELLED",
        "1100 Berlin: Minister speaks - CANCELLED",
        "Status: CANCELLED",
        "09.00 Wiesbaden: Statistisches Bundesamt, Export (Sperrfrist 09.00)",
    ];
    let mut faults = Vec::new();
    for line in lines {
        faults.extend(expect(line, &stories(&[line], &[]), Usable));
        faults.extend(expect(line, &stories(&[], &[line]), Usable));
    }
    for (headline, expected) in [("Tin rises - KILL", Canceled), ("Tin rises in Bergen: HOLD", Withheld)] {
        faults.extend(expect(headline, &[ninjs("", headline, BODY), rss("", headline, BODY)], expected));
    }
    none(&faults);
}

#[test]
fn a_label_among_others_or_between_paragraphs_is_none_and_one_at_the_end_is() {
    let mut faults = Vec::new();
    for inside in [
        &["<ul><li>BUY</li><li>HOLD</li><li>SELL</li></ul>"][..],
        &["<table><tr><td>HOLD</td></tr><tr><td>BUY</td></tr></table>"],
        &["HOLD: 12 analysts", "BUY: 3 analysts"],
        &["WITHDRAWN: Red Rum"],
        &["<p><strong>HOLD</strong> - It is a word.</p>"],
        &["SELL", "HOLD", "BUY"],
        &["BUY", "SELL", "HOLD"],
    ] {
        let files = |inside: &[&str], last: &[&str]| {
            let all = stories(inside, last);
            if inside.iter().chain(last).any(|words| words.starts_with('<')) {
                all[1..].to_vec()
            } else {
                all.to_vec()
            }
        };
        faults.extend(expect(inside[0], &files(inside, &[]), Usable));
        faults.extend(expect(inside[0], &files(&[], inside), Usable));
    }
    for heading in [
        "HOLD",
        "KILL",
        "ON HOLD",
        "THE EMBARGO",
        "EMBARGO: A HISTORY",
        "STATUS: HOLD",
        "\"HOLD\"",
        "CANCELED",
        "Do not use",
        "DO NOT USE",
        "FOR RELEASE IN CINEMAS MAY 30",
    ] {
        faults.extend(expect(heading, &stories(&[heading], &[]), Usable));
    }
    faults.extend(expect("quoted", &stories(&[], &["\"HOLD\""]), Usable));
    faults.extend(expect("cinemas", &stories(&[], &["FOR RELEASE IN CINEMAS MAY 30"]), Usable));
    for (last, expected) in [
        ("HOLD", Withheld),
        ("EMBARGO", Withheld),
        ("KILL", Canceled),
        ("(KILL)", Canceled),
        ("DO NOT USE", Canceled),
        ("KILL: wrong company", Canceled),
        ("STORY WITHDRAWN: Acme", Canceled),
        ("FOR RELEASE IN AMS OF MARCH 5", Withheld),
        ("EMBARGOED UNTIL 0600 GMT MARCH 3", Until(MORNING)),
    ] {
        faults.extend(expect(last, &stories(&[], &[last]), expected));
    }
    for (inside, expected) in [
        ("EMBARGOED UNTIL 0600 GMT MARCH 3", Until(MORNING)),
        ("This story has been withdrawn.", Canceled),
        ("DO NOT USE THIS STORY", Canceled),
    ] {
        faults.extend(expect(inside, &stories(&[inside], &[]), expected));
    }
    none(&faults);
}

#[test]
fn what_somebody_in_the_story_says_of_another_holds_nothing() {
    let mut faults = Vec::new();
    for line in [
        "Under embargo until 6 a.m. on Wednesday, the report was leaked.",
        "Embargoed until Wednesday, the report was leaked on Monday.",
        "The report is under embargo until 6 a.m. on Wednesday, the minister said.",
        "Hold for release, the note said.",
        "This article has been retracted by the journal, it said.",
        "This story is withdrawn from the collection.",
        "Story withdrawn, the paper told its readers.",
        "We are withdrawing this story, the paper told readers.",
        "Gesperrt bis Mittwoch ist die A7 bei Hamburg.",
        "Gesperrt bis 30. Mai: A7 bei Hamburg",
        "Sperrfrist: 4. März, so steht es auf dem Papier.",
    ] {
        faults.extend(expect(line, &stories(&[line], &[]), Usable));
        faults.extend(expect(line, &stories(&[], &[line]), Usable));
    }
    for (line, expected) in [
        ("Under embargo until 6 a.m. on Wednesday, March 4, local time.", Withheld),
        ("Embargoed until Wednesday, when the report is published.", Withheld),
        ("Hold for release, please.", Withheld),
        ("This article has been retracted, it must not be used.", Canceled),
        ("This story is withdrawn from the wire.", Canceled),
        ("This story has been withdrawn by the agency, which regrets the error.", Canceled),
        ("Story withdrawn", Canceled),
        ("We are withdrawing this story.", Canceled),
        ("Gesperrt bis Mittwoch, 4. März, 06.00 Uhr", Withheld),
        ("(Gesperrt bis Mittwoch)", Withheld),
        ("Sperrfrist: 4. März, 06.00 Uhr", Withheld),
    ] {
        faults.extend(expect(line, &stories(&[], &[line]), expected));
    }
    none(&faults);
}

#[test]
fn a_note_on_a_photo_a_caption_a_box_and_a_line_that_leads_on_hold_nothing() {
    hold(
        &[Kind::Note],
        &[
            ("WITHDRAWN: photo LON1", Usable),
            ("KILL: photos of Acme", Usable),
            ("WITHDRAWN: photo and story", Canceled),
            ("WITHDRAWN: LON1", Canceled),
        ],
    );
    let mut faults = Vec::new();
    for inside in [
        "<figure><img src=\"x\"/><figcaption>EMBARGO</figcaption></figure>",
        "<figure><img src=\"x\"/><figcaption>HOLD: a police officer. Photo: Max</figcaption></figure>",
        "<aside><h4>KILL BILL</h4><p>It is a word.</p></aside>",
        "<aside><h4>ON HOLD</h4><p>It is a word.</p></aside>",
        "<aside><h3>Embargo</h3><p>The embargo ends on May 30.</p></aside>",
        "<aside><h3>EMBARGO</h3><p>The embargo ends on May 30.</p></aside>",
        "<blockquote>KILL</blockquote>",
        "<h2>Do not use</h2>",
        "<p>Leggi anche: EMBARGO</p>",
    ] {
        faults.extend(expect(inside, &stories(&[inside], &[])[1..], Usable));
    }
    let boxed = "<aside>EMBARGOED UNTIL 0600 GMT MARCH 3</aside>";
    faults.extend(expect(boxed, &stories(&[boxed], &[])[1..], Until(MORNING)));
    let picture = |note: &str| {
        ninjs(
            &format!(
                r#""ednote": "{note}", "associations": {{"m": {{"type": "picture", "uri": "p", "ednote": "EMBARGOED UNTIL FRIDAY"}}}},"#
            ),
            "Tin rises",
            BODY,
        )
    };
    faults.extend(expect("picture", &[picture("")], Usable));
    faults.extend(expect("story", &[picture("EMBARGOED UNTIL FRIDAY")], Withheld));
    none(&faults);
}

/// The last paragraph of a story may be of a flight, a bill or a bear; the same words in a note are of the story.
#[test]
fn it_is_the_story_in_a_note_and_something_else_in_the_copy() {
    let file = |note: &str, last: &str| {
        serde_json::json!({
            "uri": "a1", "type": "text", "versioncreated": "2026-03-03T10:00:00Z", "headline": "Mine shut", "ednote": note,
            "body_text": format!("PARIS, March 3 (Reuters) - The firm shut its last mine on Tuesday.\n\n{last}"),
        })
        .to_string()
    };
    for words in [
        "It was killed.",
        "It has been withdrawn.",
        "It was canceled.",
        "Kill it.",
        "Hold it!",
        "Hold it, he said.",
    ] {
        assert_eq!(article(file("", words)).pub_status, Some(PubStatus::Usable), "{words}");
    }
    for words in ["It has been withdrawn.", "Please kill it.", "Hold it, please."] {
        assert_ne!(article(file(words, "Nobody knew why.")).pub_status, Some(PubStatus::Usable), "{words}");
    }
}

#[test]
fn capitals_mark_a_label_only_where_not_all_is_in_capitals() {
    let headed = |headline: &str| {
        article(ninjs("", headline, "PARIS, March 3 (Reuters) - A mine was shut.")).pub_status
    };
    for headline in ["OLYMPICS 2020 - CANCELED", "FLIGHT LH123: CANCELLED", "IRAN - EMBARGO", "GAZA - KILLED"]
    {
        assert_eq!(headed(headline), Some(PubStatus::Usable), "{headline}");
    }
    for headline in
        ["Mine shut - CANCELED", "Mine shut - EMBARGO", "MINE SHUT - KILL", "MINE SHUT - EMBARGOED"]
    {
        assert_ne!(headed(headline), Some(PubStatus::Usable), "{headline}");
    }
}
