//! `dateline produce`: stories or articles onto a topic.

use std::path::PathBuf;
use std::process::ExitCode;

use flow::{Fault, Message};

use crate::args::Produce;
use crate::input;
use crate::place::Place;
use crate::show::Out;

/// How many bytes are sent at a time.
const CHUNK: usize = 16 << 20;

pub(super) fn produce(config: Option<PathBuf>, args: Produce) -> Result<ExitCode, Fault> {
    let place = Place::find(config, args.place)?;
    let topic = args.topic.unwrap_or_else(|| place.settings.topics.raw.to_string());
    let (mut waiting, mut size, mut sent) = (Vec::new(), 0, 0);
    super::block_on(async {
        for input in input::read(&args.files) {
            let mut input = input?;
            input.lines |= args.lines;
            for (_, bytes) in input.stories() {
                let mut message = Message::new(bytes.to_vec());
                message.key = args.key.clone().or_else(|| id_of(bytes)).map(Into::into);
                size += message.size();
                waiting.push(message);
                if size >= CHUNK {
                    sent += place.produce(&topic, std::mem::take(&mut waiting)).await?;
                    size = 0;
                }
            }
        }
        sent += place.produce(&topic, waiting).await?;
        let messages = if sent == 1 { "message" } else { "messages" };
        Out::new().line(format!("{sent} {messages} to {topic}"));
        Ok(ExitCode::SUCCESS)
    })
}

/// The id of an article in JSON, which is the key that the services use.
fn id_of(bytes: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Head {
        id: String,
    }
    serde_json::from_slice::<Head>(bytes).ok().map(|head| head.id).filter(|id| !id.is_empty())
}
