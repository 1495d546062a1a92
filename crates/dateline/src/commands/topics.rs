//! `dateline topics`: make them, list them.

use std::path::PathBuf;
use std::process::ExitCode;

use flow::Fault;

use crate::args::Topics;
use crate::input::is_there;
use crate::place::{Kind, Place, must_be_there, open_log};
use crate::show::{Out, Table};

pub(super) fn topics(config: Option<PathBuf>, args: Topics) -> Result<ExitCode, Fault> {
    match args {
        Topics::Create(place) => create(&Place::find(config, place)?),
        Topics::List { json, place } => list(&Place::find(config, place)?, json),
    }
}

fn create(place: &Place) -> Result<ExitCode, Fault> {
    let settings = &place.settings;
    let mut out = Out::new();
    match &place.kind {
        Kind::Embedded(path) => {
            if is_there(path)? {
                must_be_there(path)?;
            }
            let topics = open_log(path, settings)?.topics()?;
            topics.iter().for_each(|topic| out.line(format!("{}: there", topic.name)));
        }
        Kind::Kafka => {
            let wanted = settings.topics.wanted();
            let broker = settings.broker();
            let making = super::patiently(settings, kafka::create_topics(&broker, &wanted));
            let made = super::block_on(making)?;
            let topics = &settings.topics;
            let all = [&topics.raw, &topics.enriched, &topics.dead, &topics.feeds];
            super::block_on(settings.prepare_topics(&all))?;
            for topic in wanted {
                let state = if made.contains(&topic.name) { "made" } else { "was there" };
                out.line(format!("{}: {state}", topic.name));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn list(place: &Place, json: bool) -> Result<ExitCode, Fault> {
    let topics = super::block_on(place.topics())?;
    let mut out = Out::new();
    if json {
        for (name, partitions) in topics {
            let partitions: Vec<_> = partitions
                .iter()
                .map(|(partition, first, next)| {
                    serde_json::json!({ "partition": partition, "first": first, "next": next })
                })
                .collect();
            out.line(serde_json::json!({ "topic": name, "partitions": partitions }).to_string());
        }
    } else {
        let mut table = Table::new(&["TOPIC", "PARTITION", "FIRST", "NEXT"]);
        for (name, partitions) in topics {
            for (partition, first, next) in partitions {
                table.row(vec![name.clone(), partition.to_string(), first.to_string(), next.to_string()]);
            }
        }
        table.print(&mut out);
    }
    Ok(ExitCode::SUCCESS)
}
