//! A process that is measured from outside.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use flow::{Fault, FaultKind};

/// What a process took.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cost {
    pub(super) wall: Duration,
    /// In user and system mode, of all threads.
    pub(super) cpu: Duration,
    /// The most memory that was resident at a time.
    pub(super) peak_bytes: u64,
}

const LOOK: Duration = Duration::from_millis(10);
/// Linux counts a process's time in hundredths of a second, whatever its own clock.
const TICKS_A_SECOND: u64 = 100;

/// Runs a command that ends by itself.
pub(super) fn run_to_end(mut command: Command) -> Result<Cost, Fault> {
    let began = Instant::now();
    let mut child = start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    let mut peak = 0;
    while !is_over(&child) {
        peak = peak.max(peak_of(&child));
        sleep(Duration::from_millis(1));
    }
    end(&mut child, began, peak)
}

/// Runs a service until its flow has settled `messages`, then stops it.
pub(super) fn run_until(mut command: Command, flow: &str, messages: u64) -> Result<Cost, Fault> {
    let began = Instant::now();
    let mut child = start(command.stdout(Stdio::null()).stderr(Stdio::piped()))?;
    let address = http_of(&mut child)?;
    let name = format!("dateline_messages_in_total{{flow=\"{flow}\"}}");
    let (mut peak, mut wall) = (0, Duration::ZERO);
    while !is_over(&child) {
        peak = peak.max(peak_of(&child));
        if metric(&address, &name).is_some_and(|seen| seen >= messages) {
            wall = began.elapsed();
            stop(&child);
            break;
        }
        sleep(LOOK);
    }
    while !is_over(&child) {
        peak = peak.max(peak_of(&child));
        sleep(LOOK);
    }
    let cost = end(&mut child, began, peak)?;
    Ok(Cost { wall, ..cost })
}

pub(super) fn start(command: &mut Command) -> Result<Child, Fault> {
    command.stdin(Stdio::null()).spawn().map_err(Fault::io(|| "start a process to measure".to_owned()))
}

/// Where a service says that it serves its metrics: in its first log line.
pub(super) fn http_of(child: &mut Child) -> Result<String, Fault> {
    let fault = |why: &str| Fault::new(FaultKind::Bug, "find a service's metrics", why.to_owned());
    let stderr = child.stderr.take().ok_or_else(|| fault("its log is not piped"))?;
    let mut log = BufReader::new(stderr);
    let mut line = String::new();
    log.read_line(&mut line).map_err(Fault::io(|| "read a service's log".to_owned()))?;
    // The rest of the log is read and dropped: a full pipe would stop the service.
    std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    let json: serde_json::Value = serde_json::from_str(&line).map_err(|_| fault(&line))?;
    let http = json.pointer("/http").or(json.pointer("/fields/http")).and_then(|http| http.as_str());
    http.map(str::to_owned).ok_or_else(|| fault(&line))
}

/// One value of `/metrics`.
fn metric(address: &str, name: &str) -> Option<u64> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").ok()?;
    let mut page = String::new();
    stream.read_to_string(&mut page).ok()?;
    page.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok())
}

pub(super) fn stop(child: &Child) {
    let _ = Command::new("kill").arg(child.id().to_string()).status();
}

/// Whether it has ended; what it took can still be read.
fn is_over(child: &Child) -> bool {
    stat(child).is_none_or(|stat| stat.first().is_some_and(|state| state == "Z"))
}

/// The fields of `/proc/PID/stat` after the name, which may hold anything.
fn stat(child: &Child) -> Option<Vec<String>> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    Some(stat.rsplit_once(") ")?.1.split(' ').map(str::to_owned).collect())
}

fn peak_of(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    peak.unwrap_or(0) * 1024
}

fn end(child: &mut Child, began: Instant, peak_bytes: u64) -> Result<Cost, Fault> {
    let wall = began.elapsed();
    let ticks: u64 = stat(child).map_or(0, |stat| {
        let (user, system) = (11, 12);
        [user, system].iter().filter_map(|at| stat.get(*at)?.parse::<u64>().ok()).sum()
    });
    let status = child.wait().map_err(Fault::io(|| "wait for a process that is measured".to_owned()))?;
    if !status.success() {
        return Err(Fault::new(FaultKind::Bug, "measure a process", format!("it ended with {status}")));
    }
    Ok(Cost { wall, cpu: Duration::from_millis(ticks * 1000 / TICKS_A_SECOND), peak_bytes })
}
