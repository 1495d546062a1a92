//! Asks a service whether it is ready: `dateline health`, for health checks of containers.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(3);
/// More than any answer of ours.
const LONGEST_ANSWER: usize = 1 << 20;

/// Asks `/health/ready` at an address (`127.0.0.1:8081`) or what a URL names (`http://sink:8083/health/live`), for at
/// most three seconds. The error says what is not ready.
///
/// `0.0.0.0` and `[::]`, on which a service listens, are asked at the loopback address.
pub fn health_probe(address: &str) -> Result<(), String> {
    let rest = address.strip_prefix("http://").unwrap_or(address);
    let (host, path) = match rest.split_once('/') {
        Some((host, path)) if !path.is_empty() => (host, format!("/{path}")),
        Some((host, _)) => (host, "/health/ready".to_owned()),
        None => (rest, "/health/ready".to_owned()),
    };
    let host = host.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]");
    let answer = ask(&host, &path).map_err(|err| format!("no answer from {host}: {err}"))?;
    let status = answer.split(' ').nth(1).unwrap_or_default();
    if status == "200" {
        return Ok(());
    }
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
    Err(reasons(body).unwrap_or_else(|| format!("http://{host}{path} answers {status}: {body}")))
}

fn ask(host: &str, path: &str) -> std::io::Result<String> {
    let until = Instant::now() + PATIENCE;
    let mut stream = connect(host)?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    while answer.len() < LONGEST_ANSWER {
        // The whole must be there in time, not each part.
        let left = until.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut part)? {
            0 => break,
            length => answer.extend_from_slice(&part[..length]),
        }
    }
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn connect(host: &str) -> std::io::Result<TcpStream> {
    let mut last = std::io::Error::new(std::io::ErrorKind::NotFound, "no such host");
    for address in host.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(stream) => return Ok(stream),
            Err(err) => last = err,
        }
    }
    Err(last)
}

fn reasons(body: &str) -> Option<String> {
    let body: serde_json::Value = serde_json::from_str(body).ok()?;
    let reasons: Vec<&str> = body.get("reasons")?.as_array()?.iter().filter_map(|it| it.as_str()).collect();
    Some(format!("not ready: {}", reasons.join("; ")))
}
