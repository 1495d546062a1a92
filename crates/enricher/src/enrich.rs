//! articles.raw → **tag** → articles.enriched

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use article::{Article, ENRICHED_SCHEMA, EnrichedArticle, Enrichment};
use bytes::Bytes;
use flow::{Message, Reject, Step, Verdict, header};
use jiff::Timestamp;
use service::trace;
use tagger::Tagger;

/// The step of the enricher: an article's bytes in, a record's bytes out.
pub struct Enrich {
    tagger: Tagger,
    clock: fn() -> Timestamp,
    figures: Figures,
}

/// How many trade figures a step has found.
#[derive(Clone, Debug, Default)]
pub struct Figures(Arc<AtomicU64>);

impl Figures {
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Enrich {
    /// With the tables that are built in.
    pub fn new() -> Self {
        Self::with_clock(Timestamp::now)
    }

    /// With a tagger that has a gazetteer of its own.
    pub fn with_tagger(tagger: Tagger) -> Self {
        Self { tagger, clock: Timestamp::now, figures: Figures::default() }
    }

    /// With a clock that obeys.
    pub fn with_clock(clock: fn() -> Timestamp) -> Self {
        Self { tagger: Tagger::new(), clock, figures: Figures::default() }
    }

    /// What tags.
    pub fn tagger(&self) -> &Tagger {
        &self.tagger
    }

    /// A count that goes on while the step works.
    pub fn figures(&self) -> Figures {
        self.figures.clone()
    }

    /// An article's record.
    pub fn record(&self, article: Article, at: Timestamp) -> EnrichedArticle {
        let tagged = self.tagger.tag(&article);
        self.figures.0.fetch_add(tagged.tags.trade_figures.len() as u64, Ordering::Relaxed);
        let versions = self.tagger.versions();
        let enrichment = Enrichment {
            enricher: env!("CARGO_PKG_VERSION").to_owned(),
            rules: versions.rules.to_owned(),
            gazetteer: versions.gazetteer.to_owned(),
            vocabularies: versions.vocabularies.to_owned(),
            enriched_at: Some(at.into()),
            untagged: tagged.untagged,
        };
        EnrichedArticle::new(article, tagged.tags, enrichment)
    }
}

impl Default for Enrich {
    fn default() -> Self {
        Self::new()
    }
}

impl Step for Enrich {
    fn apply(&self, message: &Message) -> Vec<Verdict> {
        let at = (self.clock)();
        let received_at = message.headers.text(header::RECEIVED_AT).and_then(|at| at.parse().ok());
        let uri = message.position.to_string();
        let received = wire::Received {
            bytes: &message.payload,
            feed: Some(&message.position.source),
            uri: Some(&uri),
            received_at: received_at.or_else(|| message.time.map(Into::into)),
        };
        let parsed = match wire::parse(&received, None) {
            Ok(parsed) => parsed,
            Err(unreadable) => return vec![Reject::new(unreadable.code, unreadable.reason).into()],
        };
        let trace = trace::continue_or_start(message.headers.text(header::TRACEPARENT));
        let records = parsed.articles.into_iter().map(|article| {
            let record = self.record(article, at);
            let mut output = Message::new(record.to_json());
            output.key = Some(Bytes::from(record.article.id));
            output.headers = message.headers.clone();
            let headers = &mut output.headers;
            headers.set(header::SCHEMA, ENRICHED_SCHEMA);
            headers.set(header::CONTENT_TYPE, "application/json");
            headers.set(header::TRACEPARENT, trace.to_string());
            if let (None, Some(produced)) = (headers.get(header::INGESTED_AT), message.time) {
                // Produced by others: it entered when the broker took it.
                headers.set(header::INGESTED_AT, produced.to_string());
            }
            headers.set(header::ENRICHED_AT, at.to_string());
            Verdict::Pass(output)
        });
        let skips = parsed.skipped.into_iter().map(|skip| Verdict::Skip(skip.code));
        let rejects = parsed.rejected.into_iter().map(|no| Verdict::Reject {
            reject: Reject::new(no.code, no.reason),
            part: no.part.map(Bytes::from),
        });
        records.chain(skips).chain(rejects).collect()
    }
}
