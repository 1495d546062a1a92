//! The last touch to every article of every format: what is still missing is filled from the text and the bytes.

use article::{Article, Source, When};
use sha2::{Digest, Sha256};

use crate::Received;
use crate::formats::Format;
use crate::head::{self, Head};

/// Fills in what the format did not say. `own` are the bytes of this article
/// alone, out of all that were received.
pub(crate) fn finish(
    article: &mut Article,
    head: Head,
    received: &Received<'_>,
    own: &[u8],
    format: Format,
    charset: &str,
) {
    let read_on = received.received_at.map(When::date);
    head.fill(article, read_on);
    article.pub_status = article.pub_status.or_else(|| Some(head::status(&article.signals.iter())));
    warn_of_controls(article);
    if !article.id.is_empty() && article.source.is_some() {
        return;
    }
    let sha256 = hex(&Sha256::digest(own));
    if article.id.is_empty() {
        article.id = format!("sha256:{sha256}");
    }
    article.source.get_or_insert_with(|| Source {
        feed: received.feed.map(str::to_owned),
        uri: received.uri.map(str::to_owned),
        format: Some(format.name().to_owned()),
        received_at: received.received_at,
        sha256: Some(sha256),
        bytes: Some(own.len() as u64),
        charset: Some(charset.to_owned()),
    });
}

/// Controls are kept, since nothing of the text is touched, but whoever shows it should know.
fn warn_of_controls(article: &mut Article) {
    let controls = crate::refuse::controls(article.text.as_bytes());
    if controls == 0 {
        return;
    }
    let nul = memchr::memchr_iter(0, article.text.as_bytes()).count();
    if nul > 0 {
        article.warn("nul_bytes", format!("{nul} NUL characters"));
    }
    if controls > nul {
        article.warn("control_characters", format!("{} control characters", controls - nul));
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}
