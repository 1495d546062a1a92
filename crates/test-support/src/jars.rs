//! Kafka's jars from Maven Central: some seconds and 50 MB, once.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::KAFKA_VERSION;

/// `slf4j-simple`: the published pom has no logging backend, and the log says when the broker is ready. `kafka-tools`:
/// `AclCommand`, which grants rights.
const POM: &str = r#"<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dateline</groupId><artifactId>test-kafka</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>VERSION</version></dependency>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-tools</artifactId><version>VERSION</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
"#;

/// The folder with the jars, fetched if they are not there yet. Two test binaries do not fetch at once.
pub(crate) fn fetched() -> io::Result<PathBuf> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target");
    fs::create_dir_all(&target)?;
    let target = target.canonicalize()?;
    // Named after what the POM asks for: a folder that an older one filled is not taken for this one's.
    let name = format!("kafka-{KAFKA_VERSION}-with-tools");
    let (home, libs) = (target.join(&name), target.join(&name).join("libs"));
    if libs.is_dir() {
        return Ok(libs);
    }
    // Released when it is closed.
    let lock = File::create(target.join(format!("{name}.lock")))?;
    lock.lock()?;
    if libs.is_dir() {
        return Ok(libs);
    }
    fs::create_dir_all(&home)?;
    let half = home.join("libs.half");
    if half.exists() {
        fs::remove_dir_all(&half)?;
    }
    fs::write(home.join("pom.xml"), POM.replace("VERSION", KAFKA_VERSION))?;
    eprintln!("fetching Apache Kafka {KAFKA_VERSION} into {}", libs.display());
    let output = Command::new("mvn")
        .args(["-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime"])
        .arg(format!("-DoutputDirectory={}", half.display()))
        .current_dir(&home)
        .stdin(Stdio::null())
        .output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stdout);
        let first = said.lines().find(|line| line.contains("ERROR")).unwrap_or("it said nothing");
        return Err(io::Error::other(format!("mvn failed: {first}")));
    }
    fs::rename(&half, &libs)?;
    Ok(libs)
}
