//! Laws that hold for any bytes.

#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

mod support;

use std::fmt::Write;

use proptest::prelude::*;
use support::parse;
use wire::{CODES, Format, Parsed, SKIPS, WARNINGS};

/// Fixtures to bend: one of each kind of message.
const FIXTURES: &[&str] = &[
    include_str!("data/seed.txt"),
    "UPDATE 2-Tin rises\n(Adds quote)\n\nLA PAZ, Aug 29 (Reuters) - Bolivia's exports of tin rose in July, it said.\n\n(Reporting by A; Editing by B)\n",
    "BC-US--Trade, 1st Ld-Writethru\nEds: UPDATES.\nTrade gap\nBy A B\nAP Writer\n\nFORT WASHINGTON, Pa. (AP) _ The gap.\n__\nAP-WF-08-05-25 1331GMT\n",
    "KILL KILL KILL ''''' =\nPlease kill item dpa 157 \"German exports\".\n\n131137 GMT Nov 13\n",
    "EMBARGOED UNTIL 12:01 a.m. EST, JAN 5, 2024\nText (Photo: VNA)Hanoi (VNA) – Rice, Ноябрь, 9. März 2023 ﷽ e\u{301}\n",
    "(MENAFN- Kuwait News Agency (KUNA)) DOHA, Feb 19 (KUNA) -- The emir. (end) x.y\n",
    "{\"text\": \"Tin\\n\\nLA PAZ, Aug 29 (EFE).- Tin rose.\", \"dateline\": {\"places\": [], \"date\": null, \"span\": {\"start\": 1, \"end\": 2, \"exact\": \"i\"}}}\n{\"text\": \"Two.\"}",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE nitf [<!ENTITY a \"b\">]><nitf><head><docdata><doc-id id-string=\"1\"/><date.issue norm=\"20250605T091400-0400\"/></docdata></head><body><body.head><hedline><hl1>Tin &a; &eacute;</hl1></hedline><dateline>LA PAZ, Aug 29</dateline></body.head><body.content><p>LA PAZ, Aug 29 (EFE).- Tin<br/>rose.</p><table><tr><td>1</td><td>2</td></tr></table><pre> x\n</pre></body.content></body></nitf>",
    "<?xml version=\"1.0\"?><newsMessage xmlns=\"x\"><header><sent>2025-01-02T03:04:05Z</sent></header><itemSet><newsItem guid=\"a:1\" version=\"2\"><itemMeta><itemClass qcode=\"ninat:text\"/><embargoed>2025-01-03T00:00:00Z</embargoed></itemMeta><contentMeta><headline>Tin &amp; lead</headline><subject qcode=\"medtop:1\"><name>tin</name></subject></contentMeta><contentSet><inlineXML><html><body><p class=\"x\">LA PAZ, Aug 29 (EFE).- Tin<br/>rose.</p></body></html></inlineXML></contentSet></newsItem><newsItem guid=\"2\"><contentSet><inlineData><![CDATA[<nitf><body><body.content><p>Tin</p></body.content></body></nitf>]]></inlineData></contentSet></newsItem></itemSet></newsMessage>",
    "<NewsML><TopicSet><Topic Duid=\"t\"><FormalName Scheme=\"s\">1</FormalName></Topic></TopicSet><NewsItem><Identification><NewsIdentifier><NewsItemId>a</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification><NewsComponent EquivalentsList=\"yes\"><NewsComponent><NewsLines><HeadLine>Tin</HeadLine></NewsLines><DescriptiveMetadata><TopicOccurrence Topic=\"#t\"/></DescriptiveMetadata><ContentItem><DataContent><p>LA PAZ, Aug 29 (EFE).- Tin rose.</p></DataContent></ContentItem></NewsComponent><NewsItem/><NewsComponent><ContentItem><MediaType FormalName=\"Photo\"/></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>",
];

/// One file of each kind that is not of the above.
const FILES: &[&[u8]] = &[
    include_bytes!("data/ninjs/tt-four-renderings.json"),
    include_bytes!("data/ninjs/superdesk-envelope.json"),
    include_bytes!("data/ninjs/embargoed.json"),
    include_bytes!("data/ap/feed-with-nitf-in-a-string.json"),
    include_bytes!("data/ap/nitf-piece-and-broken-nitf.json"),
    include_bytes!("data/iptc7901/several-one-empty.iptc"),
    include_bytes!("data/iptc7901/dpa-german-latin1.iptc"),
    include_bytes!("data/anpa1312/ap-writethru.anpa"),
    include_bytes!("data/anpa1312/cp-several-messages.anpa"),
    include_bytes!("data/mail/pa-alternative.eml"),
    include_bytes!("data/mail/html-only-blank-lines.eml"),
    include_bytes!("data/mail/mbox-one-empty.mbox"),
    include_bytes!("data/rss/full-text-2.xml"),
    include_bytes!("data/rss/rdf-1.xml"),
    include_bytes!("data/atom/xhtml-and-html.xml"),
    include_bytes!("data/json-feed/version-1.json"),
    include_bytes!("data/nitf/cp-body-extras.xml"),
];

/// What must be true of anything that was read.
fn hold(parsed: &Parsed) {
    for article in &parsed.articles {
        assert!(!article.id.is_empty() && article.version >= 1);
        assert!(article.source.is_some() && article.pub_status.is_some());
        if let Some(span) = article.dateline.as_ref().and_then(|dateline| dateline.span.as_ref()) {
            assert!(span.proves_itself_in(&article.text), "{span:?}");
        }
        for warning in &article.warnings {
            // Articles in JSON bring warnings of their own.
            let known = WARNINGS.iter().any(|(code, _)| *code == warning.code);
            assert!(
                known || article.source.as_ref().unwrap().format.as_deref() == Some("article"),
                "{warning:?}"
            );
        }
        // What is written can be read again, and is the same.
        let json = article.to_json();
        assert_eq!(article::Article::from_json(&json).unwrap(), *article);
    }
    assert!(parsed.rejected.iter().all(|no| CODES.iter().any(|(code, _)| *code == no.code)));
    assert!(parsed.skipped.iter().all(|skipped| SKIPS.iter().any(|(code, _)| *code == skipped.code)));
}

/// Reads bytes as every format and as the one recognised.
fn read(bytes: &[u8]) {
    for format in Format::ALL.into_iter().map(Some).chain([None]) {
        match parse(bytes, format) {
            Ok(parsed) => hold(&parsed),
            Err(no) => assert!(CODES.iter().any(|(code, _)| *code == no.code), "{no:?}"),
        }
    }
}

fn bent() -> impl Strategy<Value = Vec<u8>> {
    let all = FIXTURES.len() + FILES.len();
    let fixture = (0..all).prop_map(|nth| match nth.checked_sub(FIXTURES.len()) {
        None => FIXTURES[nth].as_bytes().to_vec(),
        Some(nth) => FILES[nth].to_vec(),
    });
    let change = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop::collection::vec(any::<u8>(), 0..4),
    );
    (fixture, prop::collection::vec(change, 0..6)).prop_map(|(mut bytes, changes)| {
        for (at, length, new) in changes {
            let start = at.index(bytes.len() + 1);
            let end = start + length.index((bytes.len() - start).min(12) + 1);
            bytes.splice(start..end, new);
        }
        bytes
    })
}

/// Pieces of wire copy in any order: far likelier to look like something than letters by chance.
fn shuffled() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "LA PAZ",
        "New York",
        "Pa.",
        "N.Y.",
        ", ",
        " ",
        "/",
        "Aug. 29",
        "29 ago",
        "9. Januar 2023",
        "Monday",
        " (Xinhua)",
        " (AP)",
        " /TASS/",
        "Kyodo",
        " -- ",
        " - ",
        " — ",
        ".-",
        ":",
        "\n",
        "\n\n",
        "\r\n",
        " date 2023-08-30 ",
        " date 2021-09 ",
        "(MENAFN- ",
        ")",
        "(ANSA) - ",
        "By ",
        "UPDATE 2-",
        "(2nd LD) ",
        "KILL",
        "EMBARGOED UNTIL 0900 GMT",
        "(ATTN: ",
        "Eds: ",
        "BC-",
        "1st Ld",
        "=",
        "Enditem",
        "é",
        "ß",
        "İ",
        "\u{a0}",
        "ﬁ",
        "“",
        "Keywords: ",
        "Tin rose in July.",
        "[India]",
        "date",
        "1996-08-30",
        "AP-WF-08-05-25 1331GMT",
        "131137 GMT Nov 13",
        "\0",
        "$5",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,300}") {
        read(text.as_bytes());
    }

    #[test]
    fn any_bent_fixture_is_read_or_refused(bytes in bent()) {
        read(&bytes);
    }

    #[test]
    fn any_pieces_of_copy_are_read_or_refused(text in shuffled()) {
        read(text.as_bytes());
    }

    #[test]
    fn the_text_of_plain_copy_is_what_was_received(text in shuffled()) {
        prop_assume!(!text.trim().is_empty() && !text.contains('\0'));
        prop_assert_eq!(&parse(text.as_bytes(), Some(Format::Text)).unwrap().articles[0].text, &text);
    }

    #[test]
    fn html_of_any_shape_is_read(tags in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<P class=\"byline\">", "<p class=slug", ">", "<br>", "<BR/>", "<td>", "</td>", "<tr>", "<table>", "</table>", "<ul><li>", "<div",
        " id='contact'", "<aside>", "</aside>", "<style>", "</style", "<script>", "<!--", "-->", "<![CDATA[", "]]>", "&lt;p&gt;", "&amp;lt;", "&#233;",
        "&eacute;", "&", "<", "\u{a0}", "x ", "é", "<h1>", "</h1>", "<pre>", "</pre>", "<figure>", "<absatz>", "</absatz>", "<span class=author>", "</span>",
    ]), 0..40)) {
        let html = tags.concat();
        let ninjs = serde_json::json!({ "uri": "x", "body_html": html }).to_string();
        read(ninjs.as_bytes());
        read(format!("Subject: x\nMessage-ID: <x>\nFrom: x\nContent-Type: text/html\n\n{html}").as_bytes());
    }

    #[test]
    fn json_of_any_shape_is_read_or_refused(pieces in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "[", "]", "\"uri\":", "\"headline\":", "\"body_html\":", "\"items\":", "\"data\":", "\"item\":", "\"altids\":", "\"itemid\":", "\"x\"",
        "\"<p>x\"", "\"\\u00e9\"", "\"\\ud83d\"", ",", ",,", ":", "1", "null", "true", "\"", "\\", "\n", "é", "\"versioncreated\":", "\"2024-08-30T10:00\"",
        "\"bodies\":", "\"associations\":", "\"type\":", "\"picture\"", "\"subject\":", "\"renditions\":",
    ]), 0..40)) {
        read(pieces.concat().as_bytes());
        read(format!("{{\"uri\": \"x\", {}", pieces.concat()).as_bytes());
    }

    #[test]
    fn mail_of_any_shape_is_read_or_refused(pieces in prop::collection::vec(prop::sample::select(vec![
        "From: x@ap.example\n", "Subject: ", "=?utf-8?q?x=C3?=", "=?utf-8?b?w6k=?=", "=?x?", "?=", "\n", "\r\n", "\n\n", "Message-ID: <x>\n", "MIME-Version: 1.0\n",
        "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: multipart/alternative; boundary=\"b\"\n", "--b\n", "--b--\n", "--b",
        "Content-Type: text/html; charset=latin1\n", "Content-Type: message/rfc822\n", "Content-Transfer-Encoding: base64\n", "PHA+eA==", "=C3=A9", "=\n", " ",
        "Content-Transfer-Encoding: quoted-printable\n", "<p>x</p>", "-- \n", "\nFrom x\n", "Date: Tue, 5 Mar 2024 10:00:02 +0000\n", "{\"uri\": \"x\"}", "é",
        "Content-Type: text/plain; format=flowed\n", "x \n",
    ]), 0..40)) {
        read(pieces.concat().as_bytes());
        read(format!("From: x\nTo: y\nSubject: z\n{}", pieces.concat()).as_bytes());
    }

    #[test]
    fn transmissions_of_any_shape_are_read_or_refused(pieces in prop::collection::vec(prop::sample::select(vec![
        "\u{1}", "\u{2}", "\u{3}", "\u{4}", "\u{16}", "\u{7f}", "\u{1f}", "\r\r\n", "\r", "\n", "dpa0150 3 pl 18", "a0123", "bdtnw-", "u f", "\u{13}\u{11}", "bc-tin",
        " 08-05 0412", "^BC-Tin,10<", "^By A B=", "\t", "LA PAZ (AP) _ Tin.", "AP-WF-08-05-25 1331GMT<", "131137 GMT Nov 13", "é", "\u{ad}", " ", "<", "0", "3",
    ]), 0..40)) {
        read(pieces.concat().as_bytes());
        read(format!("\u{1}dpa0150 3 pl 18\r\n{}", pieces.concat()).as_bytes());
        read(format!("\u{1}a0123\u{1f}x\r\n{}", pieces.concat()).as_bytes());
    }

    #[test]
    fn items_and_feeds_of_any_shape_are_read_or_refused(tags in prop::collection::vec(prop::sample::select(vec![
        "<newsItem guid='a' version='2'>", "</newsItem>", "<itemMeta>", "</itemMeta>", "<contentMeta>", "</contentMeta>", "<contentSet>", "</contentSet>",
        "<inlineXML xml:lang='fr'>", "</inlineXML>", "<inlineData>", "</inlineData>", "<nitf><body><body.content>", "</body.content></body></nitf>",
        "<NewsItem>", "</NewsItem>", "<NewsComponent EquivalentsList='yes'>", "<NewsComponent>", "</NewsComponent>", "<ContentItem>", "</ContentItem>",
        "<DataContent>", "</DataContent>", "<NewsLines><HeadLine>x</HeadLine></NewsLines>", "<item>", "</item>", "<entry>", "</entry>",
        "<description>", "</description>", "<content type='xhtml'>", "</content>", "<title>x</title>", "&lt;p&gt;", "&amp;lt;", "<![CDATA[", "]]>",
        "x ", "<p>", "</p>", "<br/>", "<embargoed>2025-01-01</embargoed>", "<headline>x</headline>", "<subject qcode='a:b'/>",
    ]), 0..30)) {
        let inner = tags.concat();
        read(inner.as_bytes());
        for (open, close) in [
            ("<newsMessage><itemSet>", "</itemSet></newsMessage>"),
            ("<newsItem>", "</newsItem>"),
            ("<NewsML>", "</NewsML>"),
            ("<rss><channel>", "</channel></rss>"),
            ("<feed>", "</feed>"),
        ] {
            read(format!("{open}{inner}{close}").as_bytes());
        }
    }

    #[test]
    fn markup_of_any_shape_is_read_or_refused(tags in prop::collection::vec(prop::sample::select(vec![
        "<nitf>", "</nitf>", "<body>", "<body.content>", "</body.content>", "<p>", "</p>", "<td>", "</td>", "<tr>", "<table>", "<br/>", "<pre>",
        "</pre>", "<hl1>", "</hl1>", "<byline>", "<media>", "</media>", "x ", "&amp;", "&x;", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>",
        "<!DOCTYPE nitf [", "]>", "<!ENTITY x \"y\">", "\n\n", "<a b='", "'>", "<note>", "</note>",
    ]), 0..40)) {
        read(tags.concat().as_bytes());
        read(format!("<nitf>{}</nitf>", tags.concat()).as_bytes());
    }
}

/// Every place where a fixture can be cut, in every format.
#[test]
fn every_prefix_of_every_fixture_is_read_or_refused() {
    for fixture in FIXTURES {
        for end in (0..fixture.len()).step_by(if fixture.len() > 1000 { 37 } else { 1 }) {
            read(&fixture.as_bytes()[..end]);
        }
    }
}

/// How long this thread has run so far: waiting for others is not in it.
fn worked() -> std::time::Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux says it");
    let nanos = stat.split(' ').next().and_then(|nanos| nanos.parse().ok());
    std::time::Duration::from_nanos(nanos.expect("the first of three numbers"))
}

/// Shapes that break readers which look ahead again and again: ten times the size must be nothing to wait for.
#[test]
fn a_message_of_some_megabytes_is_read_in_one_go() {
    const SIZE: usize = 2 << 20;
    // Of this thread's own work, without optimisation; what looks ahead again and again takes hours. By the clock it would be
    // a test of how busy the machine is.
    const LONG: std::time::Duration = std::time::Duration::from_secs(20);
    let times = |piece: &str| piece.repeat(SIZE / piece.len());
    let lines = [
        "A",
        "LA PAZ, ",
        "(",
        ")A",
        "\n",
        "\r\n",
        " - ",
        "LA PAZ (EFE) - ",
        "By A\n",
        "KILL ",
        "date 2023-08-30 ",
        "(MENAFN- (",
        "/",
        "&",
        "1:1 ",
        "é",
        "<rss ",
        "x <newsItem>",
        "x {\"uri\"",
        "&lt;",
        "（新华社",
        "【北京",
        "(서울=연합뉴스) ",
        "新华社北京3月",
        "باريس (",
    ];
    let mut messages: Vec<String> = lines.map(times).to_vec();
    let inner = [
        "<p>",
        "<p/>",
        "&amp;",
        "&a;",
        "<br/>",
        "<td/>",
        "<tr/>",
        "\n\n x",
        "<![CDATA[",
        "<!--",
        "<a b='",
        "<em>x</em>",
        "]]>",
    ];
    messages.extend(
        inner.map(|piece| format!("<nitf><body><body.content>{}</body.content></body></nitf>", times(piece))),
    );
    messages.extend(
        ["<!ENTITY a \"b\">", "<!ENTITY", "[", "<?x?>", "<!-- -->"]
            .map(|piece| format!("<!DOCTYPE nitf [{}]><nitf/>", times(piece))),
    );
    messages
        .extend(["{\"text\": \"x\"}\n", "{\"text\": ", "[{\"a\":", "{\"text\": \"x\", \"a\": ["].map(times));
    let mut attributes = "<nitf".to_owned();
    for nth in 0..SIZE / 20 {
        write!(attributes, " a{nth}=\"x\"").unwrap();
    }
    let items = [
        "<newsItem guid=\"1\">",
        "<newsItem guid=\"1\"/>",
        "<newsItem><![CDATA[",
        "<newsItem><!--",
        "<newsItem a='",
        "<newsItem></x>",
        "<newsItem><contentSet><inlineXML><![CDATA[x</inlineXML></contentSet></newsItem>",
        "<newsItem><contentSet><inlineXML><b></i></inlineXML></contentSet></newsItem>",
        "<newsItem><contentSet><inlineXML><p>x</p></inlineXML></contentSet></newsItem>",
        "<newsItem><contentSet><inlineData>&lt;nitf&gt;",
    ];
    messages
        .extend(items.map(|piece| format!("<newsMessage><itemSet>{}</itemSet></newsMessage>", times(piece))));
    let parts = [
        "<NewsComponent>",
        "<NewsComponent EquivalentsList=\"yes\"><ContentItem><DataContent>x</DataContent></ContentItem></NewsComponent>",
        "<NewsItem><NewsComponent>",
        "<NewsItem/>",
        "<TopicSet><Topic Duid=\"a\"><FormalName>b</FormalName></Topic></TopicSet><TopicOccurrence Topic=\"#b\"/>",
        "<ContentItem><DataContent>x</DataContent></ContentItem>",
    ];
    messages.push(format!(
        "<NewsML><NewsItem><NewsComponent EquivalentsList='yes'>{}</NewsComponent></NewsItem></NewsML>",
        times("<ContentItem><DataContent>x</DataContent></ContentItem>")
    ));
    messages.extend(parts.map(|piece| {
        format!("<NewsML><NewsItem><NewsComponent>{}</NewsComponent></NewsItem></NewsML>", times(piece))
    }));
    let entries = [
        "<item><title>x</title></item>",
        "<item><description>",
        "<item><category>x</category></item><x>",
        "<title>x</title>",
        "<entry><content><![CDATA[x",
        "<entry><title>&amp;lt;b&amp;gt;</title></entry>",
        "<entry><link href='x'/><category term='x'/></entry>",
    ];
    for piece in entries {
        messages.push(format!("<rss><channel>{}</channel></rss>", times(piece)));
        messages.push(format!("<feed>{}</feed>", times(piece)));
        messages.push(format!("<rss><channel><item>{}</item></channel></rss>", times(piece)));
        messages.push(format!("<feed><entry>{}</entry></feed>", times(piece)));
    }
    for piece in ["{},", "{\"id\": \"x\", \"tags\": [\"a\"]},", "[", "{\"content_html\": \"<p>\"", "7,", "\""]
    {
        messages.push(format!(
            "{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{}]}}",
            times(piece)
        ));
    }
    let meta = [
        "<subject qcode=\"a:b\"><name xml:lang=\"de\">c</name></subject>",
        "<headline xml:lang=\"fr\">Tin rises in La Paz and in Oruro</headline>",
        "<headline>Tin</headline><keyword>x</keyword>",
        "<by>A B</by><dateline>LA PAZ</dateline><description>x</description>",
        "<slugline>x</slugline><urgency>y</urgency><contentCreated>z</contentCreated>",
    ];
    messages.extend(meta.map(|piece| {
        format!("<newsItem><contentMeta>{}</contentMeta><contentSet><inlineXML xml:lang=\"en\">x</inlineXML></contentSet></newsItem>", times(piece))
    }));
    let more = [
        "<assert literal=\"a\"><name>b</name></assert>",
        "<rightsInfo><usageTerms>x</usageTerms></rightsInfo>",
        "<itemMeta><signal qcode=\"a:update\"/><edNote>x</edNote><link rel=\"x\"/></itemMeta>",
    ];
    messages.extend(more.map(|piece| format!("<newsItem>{}</newsItem>", times(piece))));
    let payloads = [
        "<inlineXML xml:lang=\"en\"><p>x</p></inlineXML>",
        "<inlineData>&amp;lt;p&amp;gt;",
        "<subject qcode=\"a:b\"/>",
    ];
    messages.extend(
        payloads.map(|piece| format!("<newsItem><contentSet>{}</contentSet></newsItem>", times(piece))),
    );
    messages.push(attributes + "><body><body.content><p>x</p></body.content></body></nitf>");
    // In a body of HTML, in JSON and in mail: there are many, so each is smaller.
    let times = |piece: &str| piece.repeat(SIZE / 8 / piece.len());
    let html = [
        "<p>",
        "<br>",
        "<td>",
        "<tr>",
        "<table>",
        "<div class='",
        "<a b=\"",
        "<p class=slug>",
        "<aside>",
        "</aside>",
        "<style>",
        "</style",
        "<!--",
        "<![CDATA[",
        "&amp;",
        "&lt;p&gt;",
        "&",
        "<",
        "<span class=author>",
        "<absatz>",
        "\n",
        " ",
        "<pre>",
        "</",
        "<h1>",
        "</h1>",
        "x\n\n",
        "09:15\n\n",
        "' '",
        "<a <b ",
        "<a b c>",
        "<x y z>",
        "<p class=\"x>",
        "<firma>x",
        "</firma>x",
        "<firma>x</firma>\n",
        "<td><p>x</p></td>",
        "<tr><td><p>x</p><p>y</p></td></tr>",
        "<del>x",
        "&eacute",
        "中\n",
        "ENDS\n\n",
        "Photo: x\n\n",
        "About X\n\nX is\n\n",
        "Contact: x@y\n\n",
        "By Ann Lee\n\n",
        "{\"a\":",
    ];
    for piece in html {
        let body = times(piece);
        messages.push(serde_json::json!({ "uri": "x", "headline": "x", "body_html": body, "body_text": body, "description_text": body }).to_string());
        messages.push(
            serde_json::json!({ "item": { "altids": { "itemid": "x" }, "body_nitf": body } }).to_string(),
        );
        messages.push(format!("From: x\nTo: y\nSubject: z\nContent-Type: text/html\n\n{body}"));
    }
    for piece in [
        "\"uri\":\"x\",",
        "\"body_html\":\"x\",",
        "\"body_html\": {",
        "\"subject\": [",
        "{\"uri\":\"x\"},",
        "[",
        "{",
        ",",
        "\"",
        "\\\"",
        "\"a\" ",
        "\"a\" b ",
        "\"a\", b ",
        "x\n",
        "1,",
        "é",
    ] {
        messages.push(format!("{{\"uri\": \"x\", {}", times(piece)));
        messages.push(format!("{{\"uri\": \"x\", \"items\": [{}]}}", times(piece)));
        messages.push(format!(
            "{{\"uri\": \"x\", \"subject\": [{}], \"headlines\": [{}]}}",
            times(piece),
            times(piece)
        ));
        messages.push(format!("[{}]", times(piece)));
        messages.push(format!("{{\"data\": {{\"items\": [{}]}}}}", times(piece)));
    }
    messages.extend(
        ["{\"uri\":\"x\",\"headline\":\"x\"}\n", "{\"uri\":\"x\n", "{\"uri\":\"x\"\n", "\"\n{\""].map(times),
    );
    let mail = [
        "=?utf-8?q?x?= ",
        "=?",
        "=?utf-8?q?",
        "?=",
        "x: y\n",
        " x\n",
        "From: x\n",
        "Keywords: a,",
        ";",
        "; charset=",
        "--b\n",
        "--b\n\n\n",
        "\nFrom x\n",
        "\n\nFrom x\nSubject: y\n\nz",
        "--b\nContent-Type: multipart/mixed; boundary=b\n\n",
        "--b\nContent-Type: message/rfc822\n\n",
        "=C3",
        "é",
        "\u{ff}",
        "x \n",
        "-- \n",
        "--b\nContent-x",
        "--c\nContent-Type: text/plain\n\nx\n",
        "--c--\n",
        "=\n",
        "QUJD\n",
        "x: y\nz\n",
    ];
    for piece in mail {
        let body = times(piece);
        messages.push(format!("From: x\nTo: y\nSubject: {body}\n\nx"));
        messages.push(format!("From: x\nTo: y\nSubject: x\nContent-Type: {body}\n\nx"));
        messages.push(format!(
            "From: x\nTo: y\nSubject: x\nContent-Type: multipart/alternative; boundary=b\n\n{body}"
        ));
        messages
            .push(format!("From: x\nTo: y\nSubject: x\nContent-Type: text/plain; format=flowed\n\n{body}"));
        messages.push(format!("From x\nFrom: x\nTo: y\nSubject: x\n\n{body}"));
    }
    for piece in [
        "\u{1}dpa0150 3 pl 18\r\nx\r\n",
        "\u{1}",
        "\u{2}x",
        "\u{3}x\n",
        "\r",
        "\r\n",
        "dpa0150 3 pl 18\n",
        "a0123\nu f bc-x 01-01 0001\n",
        "\u{1}a0123\u{1f}x\r\n",
        "^<\n",
        "\u{4}\n",
        "\u{3}x\ny\nz\n",
    ] {
        messages.push(format!("\u{1}dpa0150 3 pl 18\r\n{} tin rose", times(&format!("{piece}abcdefghij"))));
        messages.push(format!("\u{1}a0123\u{1f}x\r\n{} tin rose", times(&format!("{piece}abcdefghij"))));
    }
    for message in &messages {
        let began = worked();
        let result = parse(message.as_bytes(), None);
        let took = worked().saturating_sub(began);
        assert!(took < LONG, "{took:?} for {}", &message[..message.len().min(80)]);
        match result {
            Ok(parsed) => assert!(
                !parsed.articles.is_empty() || !parsed.rejected.is_empty() || !parsed.skipped.is_empty()
            ),
            Err(no) => assert!(CODES.iter().any(|(code, _)| *code == no.code)),
        }
    }
}
