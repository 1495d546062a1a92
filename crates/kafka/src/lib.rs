//! Kafka ends of a flow. The only crate that names rdkafka.
//!
//! | to | use |
//! | --- | --- |
//! | read a topic in a flow | [`Inlet`], a member of a consumer group |
//! | write what a flow makes | [`Outlet`], one transaction for each batch |
//! | know where a feed stands | [`read_marks`], from the topic that the outlet keeps beside the articles |
//! | make, check and list topics | [`create_topics`], [`check_topics`], [`list_topics`] |
//! | read and write outside of flows | [`Reader`], [`Producer`] |
//!
//! **Exactly once.** An outlet writes a batch's results, dead letters, marks and input offsets in one transaction;
//! inlets and readers see only committed ones; an inlet starts where the last committed transaction left off.
//!
//! **An older instance cannot add anything.** Opening an outlet fences whoever had its transactional id; a batch's
//! offsets carry the generation of the group under which it was read, and the brokers refuse those of an older one.
//! What its transaction wrote is then aborted with it.
//!
//! **A member that has a name comes back to its place.** Killed and started again it has the same partitions at once
//! ([`Member::named`]); stopped it leaves, and others have them at once. Where it loses its name it comes back when nobody lives
//! under it, and gives way to whoever does.
//!
//! **An outage is waited for.** It is said once when the brokers go and once when they are back, whatever number of
//! clients the process has; nothing is lost or doubled by it. Only at the start there is a limit
//! ([`Settings::patience`]): nobody there within it is [`flow::FaultKind::Unavailable`].
//!
//! **Memory is bounded** by two batches of [`Limits::bytes`], 32 MB of messages read ahead and 64 MB on their way out,
//! whatever the backlog.
//!
//! **A message that no broker takes does not stop the line.** A result larger than its topic allows becomes a dead
//! letter (`too_large`) with as many of its bytes as fit.
//!
//! **Values of settings are in no log and no error**: they may be passwords.
//!
//! ```no_run
//! use std::{collections::BTreeMap, sync::Arc, time::Duration};
//!
//! use flow::{Flow, Message, NoMeter, Stop, Verdict};
//! use kafka::{Inlet, Limits, Member, Outlet, Settings};
//!
//! # async fn example() -> Result<(), flow::Fault> {
//! let settings = Settings {
//!     bootstrap_servers: "localhost:9092".to_owned(),
//!     client_id: "copy".to_owned(),
//!     patience: Duration::from_secs(30),
//!     librdkafka: BTreeMap::new(),
//! };
//! let limits = Limits { messages: 1000, bytes: 16_000_000, wait: Duration::from_millis(2) };
//! // First the outlet: it ends what an older instance left open.
//! let mut outlet = Outlet::open(&settings, "copy-1", "articles.copy", "articles.dead", None).await?;
//! let member = Member::named("copy", "host-1");
//! let mut inlet = Inlet::join(&settings, "articles.raw", member, limits, None, Arc::new(NoMeter))?;
//! let step = |message: &Message| vec![Verdict::Pass(message.clone())];
//! flow::run(&Flow::plain("copy")?, &mut inlet, Arc::new(step), &mut outlet, &Stop::new()).await?;
//! # Ok(())
//! # }
//! ```
//!
//! What it costs and why the settings are what they are: `docs/performance.md`.

#[doc(hidden)]
pub mod bare;
mod fault;
mod inlet;
mod lag;
mod line;
mod marks;
mod message;
mod namesake;
mod outlet;
mod parcel;
mod producer;
mod pump;
mod reader;
mod reread;
mod seat;
mod settings;
mod topics;
mod transaction;
mod writer;

pub use flow::Limits;
pub use inlet::{Inlet, Member};
pub use marks::read_marks;
pub use outlet::Outlet;
pub use producer::Producer;
pub use reader::{From, Reader, Until};
pub use reread::Rereader;
pub use settings::{Misfit, Settings, is_ours};
pub use topics::{NewTopic, PartitionInfo, TopicInfo, Wanted, check_topics, create_topics, list_topics};
