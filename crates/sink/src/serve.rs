//! The sink on Kafka: `articles.enriched` → `render` → files.

use std::sync::Arc;
use std::time::Duration;

use flow::{Fault, Reread, Tally};
use service::{Context, Settings};

use crate::{Compression, Folder, Options, Render};

/// How long a topic that was made anew may look well to a sink that has nothing to file: one message a partition is read
/// again so often.
const LOOK_AGAIN: Duration = Duration::from_secs(10);

/// Runs the sink until it is told to stop.
pub async fn serve(context: Context) -> Result<Tally, Fault> {
    let Context { settings, stop, flow, .. } = context;
    let (kafka, topics) = (settings.broker(), &settings.topics);
    let folder = Folder::open(&settings.sink.folder, Options::from(&settings))?;
    let ours = [&topics.enriched];
    let Some(()) = service::unless_stopped(&stop, settings.prepare_topics(&ours)).await? else {
        return Ok(Tally::default());
    };

    // Its manifests say where it goes on; the group's offsets are kept up for lag tools only.
    let (group, positions) = (settings.kafka.group(flow.name), Arc::new(folder.positions()));
    let meter = Arc::clone(&flow.meter);
    let member = kafka::Member::named(&group, &settings.kafka.instance);
    let mut inlet =
        kafka::Inlet::join(&kafka, &topics.enriched, member, settings.limits(), Some(positions), meter)?;
    let log = Arc::new(kafka::Rereader::new(&kafka)?);
    let mut outlet = folder.outlet().asking(Arc::clone(&log) as Arc<dyn Reread>);

    let watched = folder.positions();
    tokio::select! {
        tally = flow::run(&flow, &mut inlet, Arc::new(Render), &mut outlet, &stop) => tally,
        fault = watched.watched(&topics.enriched, log, LOOK_AGAIN) => Err(fault),
    }
}

impl From<&Settings> for Options {
    fn from(settings: &Settings) -> Self {
        let sink = &settings.sink;
        Self {
            compression: match sink.compression {
                service::settings::Compression::None => Compression::None,
                service::settings::Compression::Gzip => Compression::Gzip,
                service::settings::Compression::Zstd => Compression::Zstd(sink.zstd_level),
            },
            rotate_bytes: sink.rotate_bytes,
            rotate_age: sink.rotate_age,
            rotate_messages: sink.rotate_messages,
        }
    }
}
