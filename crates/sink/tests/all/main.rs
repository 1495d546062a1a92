//! The sink through its public door. One program, so that it is linked once.
#![allow(unreachable_pub)] // nothing outside reads these modules

mod common;
mod outlet;
