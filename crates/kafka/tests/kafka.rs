mod ends;
fn main() -> std::process::ExitCode {
    if ends::is_child() {
        return ends::child();
    }
    test_support::run_with_kafka(ends::trials())
}
