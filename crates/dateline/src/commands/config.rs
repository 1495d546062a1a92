//! `dateline config check`: the settings in force, and where each came from.

use std::process::ExitCode;

use flow::{Fault, FaultKind};
use kafka::Misfit;
use service::{Loaded, Sources};

use crate::show::{Out, Table};

/// Exit 0 only if who starts with these settings gets beyond them: also what is named in them is looked at.
pub(super) fn check(service: Option<&str>, json: bool, sources: &Sources) -> Result<ExitCode, Fault> {
    let loaded = service::load(service, sources)?;
    must_be_built(&loaded)?;
    loaded.settings.broker().try_out()?;
    if service.is_none_or(|service| service == "enricher") {
        enricher::tagger(loaded.settings.tagger.gazetteer.as_ref())?;
    }
    let mut out = Out::new();
    if json {
        let settings = loaded
            .effective
            .iter()
            .map(|one| serde_json::json!({ "key": one.key, "value": one.value, "origin": one.origin }));
        out.line(serde_json::to_string_pretty(&settings.collect::<Vec<_>>()).expect("strings are JSON"));
    } else {
        let mut table = Table::new(&["KEY", "VALUE", "FROM"]);
        for one in loaded.effective {
            table.row(vec![one.key, one.value, one.origin]);
        }
        table.print(&mut out);
    }
    Ok(ExitCode::SUCCESS)
}

/// Refuses settings of librdkafka that this program was built without. Others are refused as they are read.
fn must_be_built(loaded: &Loaded) -> Result<(), Fault> {
    for (name, value) in loaded.settings.kafka.librdkafka.iter() {
        let Some(misfit) = Misfit::of(name, value) else { continue };
        let sections = ["kafka.librdkafka", "kafka.librdkafka_files"];
        let is_it = |key: &str| sections.iter().any(|section| key == format!("{section}.{name}"));
        let place = loaded.effective.iter().find(|one| is_it(&one.key));
        let place = place.map(|one| format!("{}: `{}`", one.origin, one.key)).unwrap_or_default();
        return Err(Fault::new(FaultKind::Usage, format!("read the settings: {place}"), misfit));
    }
    Ok(())
}
