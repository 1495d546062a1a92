//! story → **parse** → articles.raw

use article::When;
use bytes::Bytes;
use flow::{Message, Reject, Step, Verdict, header};
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
        let articles = parsed.articles.into_iter().map(|article| {
            let mut message = Message::new(article.to_json());
            message.key = Some(Bytes::from(article.id));
            let headers = &mut message.headers;
            headers.set(header::SCHEMA, article::ARTICLE_SCHEMA);
            headers.set(header::CONTENT_TYPE, "application/json");
            headers.set(header::TRACEPARENT, traced.to_string());
            if let Some(at) = received_at {
                headers.set(header::RECEIVED_AT, at.to_string());
            }
            headers.set(header::INGESTED_AT, (self.clock)().to_string());
            Verdict::Pass(message)
        });
        let skips = parsed.skipped.into_iter().map(|skip| Verdict::Skip(skip.code));
        let rejects = parsed.rejected.into_iter().map(|no| Verdict::Reject {
            reject: Reject::new(no.code, no.reason),
            part: no.part.map(Bytes::from),
        });
        articles.chain(skips).chain(rejects).collect()
    }
}
