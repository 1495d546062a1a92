//! What a service tells those who ask: `/metrics`, `/health/live`, `/health/ready`.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::routing::get;
use flow::{Fault, FaultKind};
use tokio::net::TcpListener;
use tracing::warn;

use crate::health::Health;
use crate::metrics::Metrics;

type Answer = (StatusCode, [(axum::http::HeaderName, &'static str); 1], String);

/// Listens, and answers until the runtime ends. Gives back the address, with the port that was taken if any would do.
pub(crate) async fn serve(
    listen: SocketAddr,
    metrics: Arc<Metrics>,
    health: Health,
) -> Result<SocketAddr, Fault> {
    // It is taken for good, or no address of this machine, or a port below 1024: a setting to be mended.
    let (listener, address) = bind_soon(listen)
        .await
        .map_err(|err| Fault::new(FaultKind::Usage, format!("listen on {listen} (http.listen)"), err))?;
    let router = Router::new()
        .route("/metrics", get(async move || answer(StatusCode::OK, METRICS, metrics.text())))
        .route("/health/live", get(async || answer(StatusCode::OK, JSON, "{\"live\":true}".to_owned())))
        .route("/health/ready", get(async move || ready(&health)));
    tokio::spawn(async move {
        if let Err(err) = axum::serve(listener, router).await {
            warn!(%err, "metrics and health are no longer served");
        }
    });
    Ok(address)
}

const METRICS: &str = "text/plain; version=0.0.4; charset=utf-8";
const JSON: &str = "application/json";

/// Waits for an address that a predecessor is about to give back. Whoever has it longer is no predecessor that ends, and to be
/// started again and again would not help.
async fn bind_soon(listen: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    const PATIENCE: Duration = Duration::from_secs(5);
    const PAUSE: Duration = Duration::from_millis(100);
    let began = Instant::now();
    loop {
        match bind(listen).await {
            Err(err) if err.kind() == ErrorKind::AddrInUse && began.elapsed() < PATIENCE => {
                tokio::time::sleep(PAUSE).await;
            }
            bound => return bound,
        }
    }
}

async fn bind(listen: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(listen).await?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

fn ready(health: &Health) -> Answer {
    let (ready, body) = health.report();
    answer(if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, JSON, body)
}

fn answer(status: StatusCode, kind: &'static str, body: String) -> Answer {
    (status, [(CONTENT_TYPE, kind)], body)
}
