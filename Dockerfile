# One image, every program: dateline, dateline-ingester, dateline-enricher, dateline-sink.
#
#   docker build -t dateline:local .
#
# Dependencies stand in a layer of their own that only a Cargo.toml or Cargo.lock renews; an edit compiles our crates alone.
# Plain stages and no cache mounts, so that the builder of Debian's Docker 20.10 takes it as BuildKit does.

# 1. The workspace with every source file's text taken out: what the dependencies are, and nothing else. `COPY --from`
#    compares content, so the next stage's cache stands as long as this comes out the same.
FROM debian:bookworm-slim AS manifests
WORKDIR /dateline
COPY Cargo.toml Cargo.lock ./
COPY crates crates
RUN find crates -type f ! -name Cargo.toml \
        ! -path '*/src/lib.rs' ! -path '*/src/main.rs' ! -path '*/src/bin/*' ! -name build.rs \
        ! -path '*/benches/*.rs' ! -path '*/examples/*.rs' ! -path '*/tests/*.rs' -delete \
 && find crates -type d -empty -delete \
 && echo 'fn main() {}' >/tmp/stub.rs \
 && find crates -name '*.rs' -exec cp /tmp/stub.rs '{}' ';'

# 2. Everything is compiled here, and nothing of it stays but the programs. rust-toolchain.toml is left out on purpose: the
#    tag says which Rust, and rustup would fetch rustfmt and clippy for it.
FROM rust:1.95-bookworm AS build
WORKDIR /dateline
COPY --from=manifests /dateline .
ARG BUILD="cargo build --release --locked --features tls -p dateline -p ingester -p enricher -p sink"
RUN $BUILD
COPY config config
COPY crates crates
# Cargo goes by time of change, and a file from the context may be older than its stub.
RUN find crates -type f -exec touch {} + \
 && $BUILD \
 && install -D -t /programs target/release/dateline target/release/dateline-ingester \
        target/release/dateline-enricher target/release/dateline-sink

# 3. What runs.
FROM debian:bookworm-slim
# libssl3 for TLS and SASL to the broker, ca-certificates for whom it trusts, tzdata for the agencies' local times.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates libssl3 tzdata zlib1g \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --home-dir /var/lib/dateline --no-create-home --shell /usr/sbin/nologin dateline \
 && install -d -o dateline -g dateline /var/lib/dateline /var/lib/dateline/inbox /var/lib/dateline/out
COPY config /etc/dateline
COPY --from=build /programs /usr/local/bin
ENV DATELINE_CONFIG_DIR=/etc/dateline
WORKDIR /var/lib/dateline
USER dateline
STOPSIGNAL SIGTERM
ENTRYPOINT ["dateline"]
