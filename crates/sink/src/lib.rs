//! articles.enriched → **files**

mod aside;
mod chain;
mod compress;
mod dead;
mod durable;
mod folder;
mod instance;
mod layout;
mod lock;
mod manifest;
mod outlet;
mod render;
mod sheet;

pub use compress::{Codec, Compression, UnknownCompression};
pub use dead::{Blob, DeadLine};
pub use folder::{FilesPositions, Folder, Options};
pub use instance::Instance;
pub use manifest::{Checksums, FileProof, MANIFEST_SCHEMA, Manifest, NotAManifest, Runs};
pub use outlet::FilesOutlet;
pub use render::{Render, Versions, render};
