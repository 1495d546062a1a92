//! `dateline parse`: stories as articles.

use std::process::ExitCode;

use flow::Fault;

use crate::args::Parse;
use crate::input;
use crate::show::Out;

pub(super) fn parse(args: &Parse) -> Result<ExitCode, Fault> {
    let (mut out, mut rejects) = (Out::new(), 0);
    for input in input::read(&args.files) {
        let input = input?;
        for (name, bytes) in input.stories() {
            let received = wire::Received { bytes, feed: None, uri: Some(&name), received_at: None };
            match wire::parse(&received, args.format) {
                Ok(parsed) => {
                    for article in &parsed.articles {
                        out.line(json(article, args.pretty));
                    }
                    for skip in &parsed.skipped {
                        eprintln!("{name}: skipped ({}): {}", skip.code, skip.reason);
                    }
                    for part in &parsed.rejected {
                        eprintln!("{name}: rejected ({}): {}", part.code, part.reason);
                        rejects += 1;
                    }
                }
                Err(unreadable) => {
                    eprintln!("{name}: rejected ({}): {}", unreadable.code, unreadable.reason);
                    rejects += 1;
                }
            }
        }
    }
    Ok(ExitCode::from(u8::from(rejects > 0)))
}

/// JSON on one line, or indented.
pub(super) fn json(value: &impl serde::Serialize, pretty: bool) -> Vec<u8> {
    let json = if pretty { serde_json::to_vec_pretty(value) } else { serde_json::to_vec(value) };
    json.expect("messages have string keys and finite numbers only")
}
