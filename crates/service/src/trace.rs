//! Trace ids that travel with a message: W3C Trace Context, the `traceparent` header.
//!
//! ```
//! let received = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
//! let passed_on = service::trace::continue_or_start(Some(received));
//! assert_eq!(passed_on.trace_id(), "0af7651916cd43dd8448eb211c80319c");
//! ```

use std::cell::RefCell;
use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};

/// `00-<trace id>-<span id>-<flags>`; see <https://www.w3.org/TR/trace-context/>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traceparent {
    /// One story, through all services. Never 0.
    trace: u128,
    /// One hop of it. Never 0.
    span: u64,
    flags: u8,
}

/// A new trace is marked as sampled: whoever collects traces decides for himself.
const SAMPLED: u8 = 1;

impl Traceparent {
    /// Begins a trace.
    pub fn start() -> Self {
        Self { trace: random(|rng| rng.u128(1..)), span: new_span(), flags: SAMPLED }
    }

    /// The next hop of the same trace.
    #[must_use]
    pub fn next(self) -> Self {
        Self { span: new_span(), ..self }
    }

    /// Reads a header. Later versions may append to it, and are read like this one, as the standard says.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(5, '-');
        let version = hex(parts.next()?, 2)?;
        let trace = hex(parts.next()?, 32).filter(|id| *id != 0)?;
        let span = hex(parts.next()?, 16).filter(|id| *id != 0)?;
        let flags = hex(parts.next()?, 2)?;
        let more = parts.next().is_some();
        if version == 0xff || (version == 0 && more) {
            return None;
        }
        Some(Self { trace, span: u64::try_from(span).ok()?, flags: u8::try_from(flags).ok()? })
    }

    /// What stands in the logs: 32 hexadecimal digits.
    pub fn trace_id(self) -> String {
        format!("{:032x}", self.trace)
    }

    /// 16 hexadecimal digits.
    pub fn span_id(self) -> String {
        format!("{:016x}", self.span)
    }
}

impl fmt::Display for Traceparent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Each message has one made twice: that costs less in one piece than number by number.
        let mut text = *b"00-00000000000000000000000000000000-0000000000000000-00";
        write_hex(&mut text[3..35], self.trace);
        write_hex(&mut text[36..52], self.span.into());
        write_hex(&mut text[53..], self.flags.into());
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

/// A number in as many digits as there is space for.
fn write_hex(space: &mut [u8], number: u128) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (nth, digit) in space.iter_mut().rev().enumerate() {
        *digit = DIGITS[(number >> (4 * nth)) as usize & 15];
    }
}

/// The next hop of the trace that a message brought, or a new one if it brought none that can be read.
pub fn continue_or_start(received: Option<&str>) -> Traceparent {
    received.and_then(Traceparent::parse).map_or_else(Traceparent::start, Traceparent::next)
}

/// Lower-case digits only, as the standard wants.
fn hex(text: &str, length: usize) -> Option<u128> {
    if text.len() != length {
        return None;
    }
    text.bytes().try_fold(0, |number, digit| {
        let digit = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        Some(number << 4 | u128::from(digit))
    })
}

fn new_span() -> u64 {
    random(|rng| rng.u64(1..))
}

/// Fast and not for secrets. Each thread's generator begins at a random of the system, so that programs that start in
/// the same moment do not give the same ids.
fn random<T>(draw: impl FnOnce(&mut fastrand::Rng) -> T) -> T {
    thread_local! {
        static RNG: RefCell<fastrand::Rng> =
            RefCell::new(fastrand::Rng::with_seed(RandomState::new().build_hasher().finish()));
    }
    RNG.with_borrow_mut(draw)
}
