//! JSON into memory that is already large enough, or behind what is there.

use serde::Serialize;

/// One value as JSON, written into memory for about so many bytes: memory that grows is copied each time.
pub(crate) fn json(value: &impl Serialize, about: usize) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::with_capacity(about);
    append(value, &mut out)?;
    out.shrink_to_fit();
    Ok(out)
}

/// One value as JSON, behind what is there.
pub(crate) fn append(value: &impl Serialize, out: &mut Vec<u8>) -> serde_json::Result<()> {
    serde_json::to_writer(out, value)
}
