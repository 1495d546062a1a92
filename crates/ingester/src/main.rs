//! feeds in → **parse** → articles.raw → tag → articles.enriched → files

fn main() -> std::process::ExitCode {
    service::main("ingester", ingester::serve)
}
