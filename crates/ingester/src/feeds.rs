//! Where stories come from: one file a kind of feed. HTTP, RSS and mail feeds will stand beside the folder.

pub(crate) mod folder;
