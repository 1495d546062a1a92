//! The sink through its public door. One program, so that it is linked once.
#![allow(unreachable_pub)] // nothing outside reads these modules
#![allow(clippy::unwrap_used)] // clippy.toml allows it in tests, but not in what they share

mod common;
mod disk;
mod kill;
mod outlet;
mod render;
mod verify;
