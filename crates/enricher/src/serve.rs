//! The enricher on Kafka: `articles.raw` → `enrich` → `articles.enriched`.

use std::sync::Arc;

use flow::{Fault, Tally};
use service::Context;

use crate::Enrich;

/// Runs the enricher until it is told to stop.
pub async fn serve(context: Context) -> Result<Tally, Fault> {
    let Context { settings, stop, flow, .. } = context;
    let (kafka, topics) = (settings.broker(), &settings.topics);
    let enrich = Enrich::with_tagger(crate::tagger(settings.tagger.gazetteer.as_ref())?);
    let ours = [&topics.raw, &topics.enriched, &topics.dead];
    let Some(()) = service::unless_stopped(&stop, settings.prepare_topics(&ours)).await? else {
        return Ok(Tally::default());
    };

    let group = settings.kafka.group(flow.name);
    let id = format!("{group}-{}", settings.kafka.instance);
    let mut outlet = kafka::Outlet::open(&kafka, &id, &topics.enriched, &topics.dead, None).await?;
    let meter = Arc::clone(&flow.meter);
    let member = kafka::Member::named(&group, &settings.kafka.instance);
    let mut inlet = kafka::Inlet::join(&kafka, &topics.raw, member, settings.limits(), None, meter)?;

    flow::run(&flow, &mut inlet, Arc::new(enrich), &mut outlet, &stop).await
}
