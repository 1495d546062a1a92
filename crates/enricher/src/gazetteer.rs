//! The tagger with a user's own gazetteer: a folder with a dump of GeoNames, read once at the start.

use std::path::Path;

use flow::{Fault, FaultKind};
use service::settings::Gazetteer;
use tagger::{GeoNames, Tagger};

/// The files of a dump, the richest first; one of them is read.
const PLACES: &[&str] =
    &["allCountries.txt", "cities500.txt", "cities1000.txt", "cities5000.txt", "cities15000.txt"];
/// Newer codes of divisions; may be missing.
const ADMIN1: &str = "admin1CodesASCII.txt";

/// The tagger with the cities of a folder, or with the built-in ones.
pub fn tagger(gazetteer: Option<&Gazetteer>) -> Result<Tagger, Fault> {
    let Some(Gazetteer { folder, origin }) = gazetteer else { return Ok(Tagger::new()) };
    let usage = |why: String| {
        Fault::new(FaultKind::Usage, format!("read the settings: {origin}: `tagger.gazetteer`"), why)
    };
    if !folder.is_dir() {
        return Err(usage(format!("{} is not there, or is no folder", folder.display())));
    }
    if let Err(err) = std::fs::read_dir(folder) {
        return Err(usage(format!("{}: {err}", folder.display())));
    }
    let Some(path) = PLACES.iter().map(|name| folder.join(name)).find(|path| path.is_file()) else {
        return Err(usage(format!(
            "{} is no dump of GeoNames: it holds none of {}",
            folder.display(),
            PLACES.join(", ")
        )));
    };
    let read = |path: &Path| std::fs::read(path).map_err(|err| usage(format!("{}: {err}", path.display())));
    let admin1 = folder.join(ADMIN1);
    let dump = (read(&path)?, if admin1.is_file() { read(&admin1)? } else { Vec::new() });
    Tagger::with_gazetteer(&GeoNames { places: &dump.0, admin1: &dump.1 })
        .map_err(|err| usage(format!("{}: {err}", path.display())))
}
