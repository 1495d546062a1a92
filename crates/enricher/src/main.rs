//! story → parse → articles.raw → **tag** → articles.enriched → files

fn main() -> std::process::ExitCode {
    service::main("enricher", enricher::serve)
}
