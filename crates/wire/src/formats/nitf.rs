//! NITF 2.x and 3.x.

use super::Reader;
use crate::Unreadable;

pub(super) const READER: Reader =
    Reader { name: "nitf", recognise: |_| false, parse: |_, _| Err(Unreadable::new("bad_xml", "not yet")) };
