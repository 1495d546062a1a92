//! Certificates that one side does not trust: told soon, with what is wrong, and not waited for. Needs `--features tls`, and the
//! program `openssl`, which plays the broker as far as the handshake goes.

#![cfg(feature = "tls")]
#![allow(clippy::unwrap_used, reason = "tests end where something is not as it should be")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind, chain};
use kafka::Settings;
use tempfile::TempDir;

/// Far more than a handshake takes, far less than the patience.
const SOON: Duration = Duration::from_secs(25);
const PATIENCE: Duration = Duration::from_secs(45);

/// A broker with a certificate of its own making.
struct Impostor {
    folder: TempDir,
    port: u16,
    child: Child,
}

impl Impostor {
    /// `name` stands in its certificate.
    fn called(name: &str, more: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
            ])
            .args(["-subj", "/CN=impostor", "-addext", &format!("subjectAltName=DNS:{name}")])
            .args(["-keyout", "key.pem", "-out", "certificate.pem"])
            .current_dir(folder.path())
            .output()
            .expect("the program openssl is installed");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        // It says where it listens. `-www`: it takes one connection after another, and waits for nothing on its input.
        let mut child = Command::new("openssl")
            .args([
                "s_server",
                "-www",
                "-accept",
                "127.0.0.1:0",
                "-cert",
                "certificate.pem",
                "-key",
                "key.pem",
            ])
            .args(more)
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = said
            .by_ref()
            .find_map(|line| line.unwrap().strip_prefix("ACCEPT ")?.rsplit(':').next()?.parse().ok());
        let port = port.expect("it listens");
        std::thread::spawn(move || said.for_each(drop)); // lest it wait for a reader
        Self { folder, port, child }
    }

    fn certificate(&self) -> PathBuf {
        self.folder.path().join("certificate.pem")
    }

    /// What a client is told that trusts `ca`.
    fn refuses(&self, ca: Option<&Path>, patience: Duration) -> (Fault, Duration) {
        let mut librdkafka =
            std::collections::BTreeMap::from([("security.protocol".to_owned(), "ssl".to_owned())]);
        librdkafka.extend(ca.map(|ca| ("ssl.ca.location".to_owned(), ca.display().to_string())));
        let settings = Settings {
            bootstrap_servers: format!("localhost:{}", self.port),
            client_id: "test".to_owned(),
            patience,
            librdkafka,
        };
        let began = Instant::now();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let fault = runtime.block_on(kafka::list_topics(&settings)).unwrap_err();
        (fault, began.elapsed())
    }
}

impl Drop for Impostor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn assert_told((fault, took): (Fault, Duration), words: &str) {
    let said = chain(&fault);
    assert_eq!(fault.kind, FaultKind::Usage, "{said}");
    assert!(said.contains("certificate") && said.contains(words), "{said}");
    assert!(took < SOON, "{took:?}: {said}");
}

#[test]
fn a_broker_whose_certificate_is_signed_by_somebody_else_is_not_waited_for() {
    let (broker, other) = (Impostor::called("localhost", &[]), Impostor::called("localhost", &[]));
    assert_told(broker.refuses(None, PATIENCE), "ssl.ca.location");
    assert_told(broker.refuses(Some(&other.certificate()), PATIENCE), "ssl.ca.location");
}

#[test]
fn a_broker_whose_certificate_is_of_another_host_is_not_waited_for() {
    let broker = Impostor::called("elsewhere.example", &[]);
    assert_told(broker.refuses(Some(&broker.certificate()), PATIENCE), "verify failed");
}

#[test]
fn a_broker_that_wants_a_certificate_of_ours_is_not_waited_for() {
    for version in ["-tls1_2", "-tls1_3"] {
        let more = [version, "-Verify", "1", "-verify_return_error", "-CAfile", "certificate.pem"];
        let broker = Impostor::called("localhost", &more);
        assert_told(broker.refuses(Some(&broker.certificate()), PATIENCE), "ssl.certificate.location");
    }
}

#[test]
fn a_broker_whose_certificate_is_right_and_that_does_not_answer_is_waited_for() {
    let broker = Impostor::called("localhost", &[]);
    let (fault, took) = broker.refuses(Some(&broker.certificate()), Duration::from_secs(4));
    assert_eq!(fault.kind, FaultKind::Unavailable, "{}", chain(&fault));
    assert!(took >= Duration::from_secs(4), "{took:?}");
}

#[test]
fn the_setting_of_a_certificate_file_that_is_not_there_is_named() {
    let broker = Impostor::called("localhost", &[]);
    let (fault, took) = broker.refuses(Some(Path::new("/nowhere/ca.pem")), PATIENCE);
    assert_eq!(fault.kind, FaultKind::Usage, "{}", chain(&fault));
    assert!(chain(&fault).contains("ssl.ca.location") && took < SOON, "{} {took:?}", chain(&fault));
}
