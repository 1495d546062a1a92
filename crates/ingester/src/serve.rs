//! The ingester on Kafka: a folder → `parse` → `articles.raw`.

use std::sync::Arc;
use std::time::Duration;

use flow::{Fault, Tally};
use jiff::Timestamp;
use service::Context;
use service::health::Needs;

use crate::{FolderFeed, FolderOptions, Parse};

/// Runs the ingester until it is told to stop.
pub async fn serve(context: Context) -> Result<Tally, Fault> {
    let Context { settings, stop, flow, health, .. } = context;
    let (kafka, topics, feed) = (settings.broker(), &settings.topics, &settings.feed);
    let ours = [&topics.raw, &topics.dead, &topics.feeds];
    let Some(()) = service::unless_stopped(&stop, settings.prepare_topics(&ours)).await? else {
        return Ok(Tally::default());
    };
    health.needs(flow.name, Needs::Broker);

    // One owner a feed: who opens the outlet fences whoever had it before, so what is read then is the last word.
    let id = format!("{}-{}", settings.kafka.group(flow.name), feed.name);
    let (marks, meter) = (Some(&*topics.feeds), Arc::clone(&flow.meter));
    let mut outlet =
        kafka::Outlet::open_and_tell(&kafka, &id, &topics.raw, &topics.dead, marks, meter).await?;
    let marks = kafka::read_marks(&kafka, &topics.feeds, &feed.name).await?;
    let mut inlet = FolderFeed::open(FolderOptions::from(&settings), &marks)?;

    let step = Arc::new(Parse { feed: feed.name.clone(), clock: Timestamp::now });
    flow::run(&flow, &mut inlet, step, &mut outlet, &stop).await
}

/// Longer than a copy to a folder usually takes, shorter than somebody waits at a terminal for a file that never ends.
const PATIENCE: Duration = Duration::from_mins(1);

impl From<&service::Settings> for FolderOptions {
    fn from(settings: &service::Settings) -> Self {
        let (feed, flow) = (&settings.feed, &settings.flow);
        Self {
            name: feed.name.clone(),
            paths: vec![feed.folder.clone()],
            except: Vec::new(),
            watch: feed.watch,
            poll: feed.poll,
            quiet: feed.quiet,
            patience: PATIENCE,
            max_story_bytes: feed.max_story_bytes,
            batch_messages: flow.batch_messages,
            batch_bytes: flow.batch_bytes,
        }
    }
}
