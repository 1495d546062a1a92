//! articles.raw → **tag** → articles.enriched

use article::{Article, ENRICHED_SCHEMA, EnrichedArticle, Enrichment};
use bytes::Bytes;
use flow::{Message, Reject, Step, Verdict, header};
use jiff::Timestamp;
use service::trace;
use tagger::Tagger;

/// The step of the enricher: an article's bytes in, an enriched article's bytes out.
pub struct Enrich {
    tagger: Tagger,
    clock: fn() -> Timestamp,
    watch: Watch,
}

/// Told of each record, and when it was made.
type Watch = Box<dyn Fn(&EnrichedArticle, Timestamp) + Send + Sync>;

impl Enrich {
    /// With the tables that are built in.
    pub fn new() -> Self {
        Self::with_clock(Timestamp::now)
    }

    /// With a tagger that has a gazetteer of its own.
    pub fn with_tagger(tagger: Tagger) -> Self {
        Self { tagger, clock: Timestamp::now, watch: Box::new(|_, _| {}) }
    }

    /// With a clock that obeys.
    pub fn with_clock(clock: fn() -> Timestamp) -> Self {
        Self { clock, ..Self::with_tagger(Tagger::new()) }
    }

    /// With somebody who is told of each record while the step works.
    #[must_use]
    pub fn watched(self, watch: impl Fn(&EnrichedArticle, Timestamp) + Send + Sync + 'static) -> Self {
        Self { watch: Box::new(watch), ..self }
    }

    /// What tags.
    pub fn tagger(&self) -> &Tagger {
        &self.tagger
    }

    /// An article's record.
    pub fn record(&self, article: Article, at: Timestamp) -> EnrichedArticle {
        let tagged = self.tagger.tag(&article);
        let versions = self.tagger.versions();
        let enrichment = Enrichment {
            enricher: env!("CARGO_PKG_VERSION").to_owned(),
            rules: versions.rules.to_owned(),
            gazetteer: versions.gazetteer.to_owned(),
            vocabularies: versions.vocabularies.to_owned(),
            enriched_at: Some(at.into()),
            untagged: tagged.untagged,
        };
        let record = EnrichedArticle::new(article, tagged.tags, enrichment);
        (self.watch)(&record, at);
        record
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
