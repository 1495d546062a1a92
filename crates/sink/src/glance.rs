//! A glance at a folder: whether what its links name is there, and of its size. The proof is [`verify`](crate::verify()).

use std::path::Path;

use flow::Fault;

use crate::chain;
use crate::folder::parts;
use crate::layout::Layout;
use crate::verify::Damage;

/// The files that were removed, or are of another size, since they were filed; `Data` where that can no longer be told, because a
/// manifest is damaged. It costs a manifest's reading and a question to the file system for each file, and opens none.
pub fn glance(folder: &Path) -> Result<Vec<Damage>, Fault> {
    let layout = Layout::new(folder);
    let mut changed = Vec::new();
    for part in parts(&layout)? {
        for manifest in chain::all(&layout, &part)? {
            let manifest = manifest?;
            for (folder, proof) in
                [(layout.records(&part), &manifest.records), (layout.dead(&part), &manifest.dead)]
            {
                let Some(proof) = proof else { continue };
                let named = folder.join(&proof.name);
                let what = match chain::size(&named)? {
                    Some(bytes) if bytes == proof.bytes => continue,
                    Some(bytes) => format!("has {bytes} bytes and was filed with {}", proof.bytes),
                    None => "is no longer there".to_owned(),
                };
                let file = named.strip_prefix(&layout.root).unwrap_or(&named).to_path_buf();
                changed.push(Damage { file, offset: None, what });
            }
        }
    }
    Ok(changed)
}
