//! `dateline config check`: the settings in force, and where each came from.

use std::process::ExitCode;

use flow::Fault;
use service::Sources;

use crate::show::{Out, Table};

pub(super) fn check(service: Option<&str>, json: bool, sources: &Sources) -> Result<ExitCode, Fault> {
    let loaded = service::load(service, sources)?;
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
