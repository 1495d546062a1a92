//! story → **parse** → articles.raw

use std::cell::RefCell;

use article::{Article, When};
use bytes::Bytes;
use flow::{Headers, Message, Reject, Room, Step, Verdict, header};
use jiff::Timestamp;
use service::trace;

/// Header by which a feed says that it could not hand out a story whole, or need not: a reject code.
pub(crate) const REFUSED: &str = "feed-refused";
/// Header by which a feed says that a story is no news to it: a skip reason.
pub(crate) const KNOWN: &str = "feed-known";

/// Header by which a feed says that a message is a line of a file of lines: JSON, and nothing else.
pub(crate) const LINE: &str = "feed-line";

/// The step of the ingester: a story's bytes in, its articles out.
pub struct Parse {
    /// Stands in each article's `source`.
    pub feed: String,
    /// `Timestamp::now`, or a test's clock.
    pub clock: fn() -> Timestamp,
}

impl Step for Parse {
    fn apply(&self, story: &Message) -> Vec<Verdict> {
        if story.headers.get(KNOWN).is_some() {
            return vec![Verdict::Skip("duplicate")];
        }
        if let Some(reason) = story.headers.text(REFUSED) {
            return vec![Reject::new("too_large", reason.to_owned()).into()];
        }
        let received_at = story.headers.text(header::RECEIVED_AT).and_then(|at| at.parse::<When>().ok());
        let uri = match story.position.offset {
            0 => story.position.source.to_string(),
            offset => format!("{}@{offset}", story.position.source),
        };
        let received =
            wire::Received { bytes: &story.payload, feed: Some(&self.feed), uri: Some(&uri), received_at };
        let parsed = if story.headers.get(LINE).is_some() {
            wire::parse_line(&received)
        } else {
            wire::parse(&received, None)
        };
        let parsed = match parsed {
            Ok(parsed) => parsed,
            Err(unreadable) => return vec![Reject::new(unreadable.code, unreadable.reason).into()],
        };
        let traced = trace::continue_or_start(story.headers.text(header::TRACEPARENT));
        let received_at = received_at.map(|at| at.to_string());
        let (articles, skipped, rejected) = (parsed.articles, parsed.skipped, parsed.rejected);
        let mut verdicts = Vec::with_capacity(articles.len() + skipped.len() + rejected.len());
        verdicts.extend(articles.iter().map(|article| {
            let (traced, ingested_at) = (traced.to_string(), (self.clock)().to_string());
            Verdict::Pass(message(article, &traced, received_at.as_deref(), &ingested_at))
        }));
        verdicts.extend(skipped.into_iter().map(|skip| Verdict::Skip(skip.code)));
        verdicts.extend(rejected.into_iter().map(|no| Verdict::Reject {
            reject: Reject::new(no.code, no.reason),
            part: no.part.map(Bytes::from),
        }));
        verdicts
    }
}

/// An article as a message. All its bytes stand in one stretch of memory, and the stretches of a batch in few pieces: memory
/// that one thread takes and another gives back costs more than a copy.
fn message(article: &Article, traced: &str, received_at: Option<&str>, ingested_at: &str) -> Message {
    thread_local! {
        static DESK: RefCell<(Vec<u8>, Room)> = RefCell::new((Vec::new(), Room::shared()));
    }
    DESK.with_borrow_mut(|(json, room)| {
        json.clear();
        article.append_json(json);
        let parts = [json, article.id.as_bytes(), traced.as_bytes(), ingested_at.as_bytes()];
        let parts = parts.into_iter().chain(received_at.map(str::as_bytes));
        let all = room.for_bytes(parts.clone().map(<[u8]>::len).sum());
        parts.for_each(|part| all.extend_from_slice(part));
        let mut all = all.split().freeze();
        let mut next = |part: &[u8]| all.split_to(part.len());

        let mut message = Message::new(next(json));
        message.key = Some(next(article.id.as_bytes()));
        let (traced, ingested_at) = (next(traced.as_bytes()), next(ingested_at.as_bytes()));
        let mut headers = Headers::with_capacity(5);
        headers.set(header::SCHEMA, article::ARTICLE_SCHEMA);
        headers.set(header::CONTENT_TYPE, "application/json");
        headers.set(header::TRACEPARENT, traced);
        if let Some(at) = received_at {
            headers.set(header::RECEIVED_AT, next(at.as_bytes()));
        }
        headers.set(header::INGESTED_AT, ingested_at);
        message.headers = headers;
        // One that was very long leaves no memory behind.
        json.shrink_to(LONGEST_KEPT);
        message
    })
}

/// The memory that a thread keeps for the next article, in bytes.
const LONGEST_KEPT: usize = 1 << 20;
