//! Packs the place tables of `data/` into what `regions::atlas` looks names up in: an fst of folded names and flat tables.
//!
//! Everything here is derived, nothing decided: which name is which place stands in the tables, one fact a line.

#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "src/key.rs"]
mod key;

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/key.rs");
    println!("cargo::rerun-if-changed=data");
    let read = |name: &str| {
        fs::read_to_string(Path::new("data").join(name)).unwrap_or_else(|err| panic!("data/{name}: {err}"))
    };
    let packed = gazetteer::pack(&read);
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    for (name, bytes) in packed.files() {
        fs::write(Path::new(&out).join(name), bytes).unwrap_or_else(|err| panic!("{name}: {err}"));
    }
}
