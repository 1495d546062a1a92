//! `dateline verify`: reads an output folder again and proves it.

use std::process::ExitCode;

use flow::{Fault, FaultKind};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use sink::VerifyError;

use super::parse::json;
use crate::args::Verify;
use crate::show::Out;

/// Exit 0 with what was proven, or 1 with the file and offset of the first fault.
pub(super) fn verify(args: &Verify) -> Result<ExitCode, Fault> {
    if !args.dir.join("_manifests").is_dir() && !args.dir.join(".lock").is_file() {
        let why = "no sink and no run has written to it";
        return Err(Fault::new(FaultKind::Usage, format!("verify {}", args.dir.display()), why));
    }
    let bar = ProgressBar::no_length();
    let style =
        ProgressStyle::with_template("{spinner} {bar:30} {bytes}/{total_bytes} proven  {bytes_per_sec}");
    bar.set_style(style.expect("the template above is well formed"));
    let proof = sink::verify(&args.dir, |so_far| {
        bar.set_length(so_far.of_bytes);
        bar.set_position(so_far.bytes);
    });
    bar.finish_and_clear();
    let mut out = Out::new();
    match proof {
        Ok(proof) => {
            out.line(if args.json { json(&proof, false) } else { proof.to_string().into_bytes() });
            Ok(ExitCode::SUCCESS)
        }
        Err(VerifyError::Damaged(damage)) => {
            if args.json {
                let damage = json!({ "file": damage.file, "offset": damage.offset, "what": damage.what });
                out.line(damage.to_string());
            }
            eprintln!("dateline: {damage}");
            Ok(ExitCode::from(1))
        }
        Err(err) => Err(Fault::new(FaultKind::Io, format!("verify {}", args.dir.display()), err)),
    }
}
