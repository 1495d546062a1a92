//! The one loop: inlet → step → outlet.
//!
//! All three services and `dateline run` are this loop with other ends. It is the only place where the order of
//! effects matters, and [`run`] fits on a screen.
//!
//! | word | is |
//! | --- | --- |
//! | [`Inlet`] | what messages come from: a feed, a Kafka topic, the embedded log, memory |
//! | [`Step`] | a pure function on one message; it never knows which ends it has |
//! | [`Outlet`] | where results go; it commits outputs, dead letters and input position together or not at all |
//! | [`Receipt`] | what an inlet needs remembered for a batch to be done |
//! | [`Reject`] | the message's fault: it goes to the dead letters and the flow goes on |
//! | [`Fault`] | the world's fault: the flow stops, nothing is settled, the batch comes back |
//!
//! **A message is settled exactly once.** An outlet that answers [`Settlement::Settled`] has made outputs, dead
//! letters and the receipt durable in one act; whatever else it answers, it has made none of them visible.
//!
//! **Order inside a partition is kept**, however many threads apply the step.
//!
//! **A step that panics rejects its message** (code `panicked`): a poisonous message must not stop the line.

mod ends;
mod error;
mod memory;
mod message;
mod room;
mod run;
mod step;

pub use ends::{
    Batch, Found, Inlet, Limits, Mark, Outlet, Place, Positions, Progress, Receipt, Reread, Session,
    Settlement, Witness, Work,
};
pub use error::{Cause, Fault, FaultKind, Reject, chain};
pub use memory::{MemoryInlet, MemoryLog, MemoryOutlet};
pub use message::{DeadLetter, Header, Headers, Message, Position, header};
pub use room::Room;
pub use run::{Crew, Flow, Meter, NoMeter, Stop, Tally, run};
pub use step::{Step, Verdict};
