//! Plain wire copy: `text` is what was received, decoded and otherwise untouched.

use article::Article;

use super::{Format, Reader};
use crate::charset::Decoded;
use crate::head::Head;
use crate::{Parsed, Received, Unreadable, finish};

pub(super) const READER: Reader = Reader { name: "text", recognise: |_| true, parse };

#[expect(clippy::unnecessary_wraps, reason = "a row of the table of formats")]
fn parse(received: &Received<'_>, decoded: &Decoded<'_>) -> Result<Parsed, Unreadable> {
    let mut article = Article::of_text(decoded.text.as_ref());
    article.warnings.clone_from(&decoded.warnings);
    let head = Head::read(&article.text);
    finish::finish(&mut article, head, received, received.bytes, Format::Text, decoded.charset);
    Ok(Parsed { articles: vec![article], ..Parsed::default() })
}
