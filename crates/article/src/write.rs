//! JSON as serde_json writes it, byte for byte, with strings looked through many bytes at a time.
//!
//! serde_json looks at each byte of a string alone: of a story, which is one long string, that is most of what writing costs.
//! Numbers are left to it. **What is written here is what serde_json writes**: a test compares them.

use serde::Serialize;
use serde::ser::{self, Error as _, Serializer};
use serde_json::Error;

/// One value as JSON, written into memory for about so many bytes: memory that grows is copied each time.
pub(crate) fn json(value: &impl Serialize, about: usize) -> Result<Vec<u8>, Error> {
    let mut out = Vec::with_capacity(about);
    append(value, &mut out)?;
    out.shrink_to_fit();
    Ok(out)
}

/// One value as JSON, behind what is there.
pub(crate) fn append(value: &impl Serialize, out: &mut Vec<u8>) -> Result<(), Error> {
    value.serialize(&mut Writer { out })
}

struct Writer<'w> {
    out: &'w mut Vec<u8>,
}

/// So many bytes are looked at at once; the compiler makes one comparison of it.
const STEP: usize = 32;

impl Writer<'_> {
    fn string(&mut self, text: &str) {
        self.out.push(b'"');
        let (bytes, mut from) = (text.as_bytes(), 0);
        while let Some(at) = next_escaped(bytes, from) {
            self.out.extend_from_slice(&bytes[from..at]);
            self.escape(bytes[at]);
            from = at + 1;
        }
        self.out.extend_from_slice(&bytes[from..]);
        self.out.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            _ => {
                let [high, low] = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
                return self.out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }

    /// What serde_json writes for a number.
    fn number(&mut self, number: impl Serialize) -> Result<(), Error> {
        serde_json::to_writer(&mut *self.out, &number)
    }
}

/// Where the next byte stands, from `from` on, that a string of JSON does not hold as it is.
#[inline]
fn next_escaped(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(step) = bytes.get(at..).and_then(<[u8]>::first_chunk::<STEP>) {
        // Without a branch, or the compiler looks at one after another.
        let any = step.iter().fold(0, |any, byte| {
            any | u8::from(*byte < 0x20) | u8::from(*byte == b'"') | u8::from(*byte == b'\\')
        });
        if any != 0 {
            break;
        }
        at += STEP;
    }
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let stops = stops(u64::from_le_bytes(*eight));
        if stops != 0 {
            return Some(at + stops.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let is_escaped = |byte: &u8| matches!(byte, 0..0x20 | b'"' | b'\\');
    bytes[at..].iter().position(is_escaped).map(|nth| at + nth)
}

/// The lowest bit that is set is in the first byte that is a control, a quote or a backslash.
#[inline]
fn stops(eight: u64) -> u64 {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let less = |than: u8, eight: u64| eight.wrapping_sub(ONES * u64::from(than)) & !eight;
    let same = |byte: u8| less(1, eight ^ (ONES * u64::from(byte)));
    (less(0x20, eight) | same(b'"') | same(b'\\')) & (ONES << 7)
}

/// Items or fields between brackets, with commas between them.
struct Members<'a, 'w> {
    writer: &'a mut Writer<'w>,
    any: bool,
    close: u8,
}

impl<'a, 'w> Members<'a, 'w> {
    fn open(writer: &'a mut Writer<'w>, open: u8, close: u8) -> Self {
        writer.out.push(open);
        Self { writer, any: false, close }
    }

    fn next(&mut self) -> &mut Writer<'w> {
        if self.any {
            self.writer.out.push(b',');
        }
        self.any = true;
        self.writer
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        let writer = self.next();
        writer.string(name);
        writer.out.push(b':');
        value.serialize(writer)
    }

    fn close(self) {
        self.writer.out.push(self.close);
    }
}

macro_rules! numbers {
    ($($method:ident $type:ty),*) => {
        $(fn $method(self, number: $type) -> Result<(), Error> {
            self.number(number)
        })*
    };
}

impl<'a, 'w> Serializer for &'a mut Writer<'w> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Members<'a, 'w>;
    type SerializeTuple = Members<'a, 'w>;
    type SerializeTupleStruct = Members<'a, 'w>;
    type SerializeTupleVariant = ser::Impossible<(), Error>;
    type SerializeMap = Members<'a, 'w>;
    type SerializeStruct = Members<'a, 'w>;
    type SerializeStructVariant = ser::Impossible<(), Error>;

    numbers! {
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_u8 u8, serialize_u16 u16,
        serialize_u32 u32, serialize_u64 u64, serialize_f32 f32, serialize_f64 f64
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.string(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.number(value)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Error> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut fields = Members::open(self, b'{', b'}');
        fields.field(name, value)?;
        fields.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'a, 'w>, Error> {
        Ok(Members::open(self, b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'a, 'w>, Error> {
        Ok(Members::open(self, b'[', b']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Members<'a, 'w>, Error> {
        Ok(Members::open(self, b'[', b']'))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error::custom(format!("no message has a `{name}` with several values")))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'a, 'w>, Error> {
        Ok(Members::open(self, b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'a, 'w>, Error> {
        Ok(Members::open(self, b'{', b'}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error::custom(format!("no message has a `{name}` with fields")))
    }

    fn collect_str<T: std::fmt::Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        use std::io::Write as _;
        // In place: dates and numbers, which are all that is written so, need no escapes.
        let before = self.out.len();
        write!(self.out, "\"{value}\"").map_err(Error::io)?;
        let inner = before + 1..self.out.len() - 1;
        if next_escaped(&self.out[inner.clone()], 0).is_some() {
            let text = String::from_utf8_lossy(&self.out[inner]).into_owned();
            self.out.truncate(before);
            self.string(&text);
        }
        Ok(())
    }
}

macro_rules! items {
    ($($kind:ident $method:ident),*) => {
        $(impl ser::$kind for Members<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                value.serialize(self.next())
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

items! { SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field }

impl ser::SerializeStruct for Members<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

/// Flattened structs are written as maps, with names for keys.
impl ser::SerializeMap for Members<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let writer = self.next();
        let before = writer.out.len();
        key.serialize(&mut *writer)?;
        if writer.out.get(before) == Some(&b'"') {
            Ok(())
        } else {
            Err(Error::custom("a key that is no string"))
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.out.push(b':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Serialize;

    use super::json;

    #[derive(Clone, Debug, Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        First,
        Within(Vec<u64>),
    }

    #[derive(Clone, Debug, Serialize)]
    struct Inner {
        text: String,
        number: Option<i64>,
        point: f64,
        none: Option<String>,
    }

    #[derive(Clone, Debug, Serialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        list: Vec<String>,
        inners: Vec<Inner>,
        pair: (bool, char),
        kinds: Vec<Kind>,
        #[serde(serialize_with = "as_displayed")]
        displayed: String,
        map: BTreeMap<String, u8>,
        unit: (),
    }

    fn as_displayed<S: serde::Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(text)
    }

    fn inner() -> impl Strategy<Value = Inner> {
        // Escapes, and what stands beside them at every place of a step.
        let text = "([a-z ]{0,40}[\"\\\\\n\r\t\u{8}\u{c}\u{0}\u{1f}\u{7f}é€😀]?){0,6}";
        (text, any::<Option<i64>>(), any::<f64>()).prop_map(|(text, number, point)| Inner {
            text,
            number,
            point,
            none: None,
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_serde_json_writes(
            first in inner(),
            inners in proptest::collection::vec(inner(), 0..3),
            list in proptest::collection::vec(any::<String>(), 0..3),
            pair in any::<(bool, char)>(),
            displayed in any::<String>(),
            numbers in proptest::collection::vec(any::<u64>(), 0..3),
            map in proptest::collection::btree_map(any::<String>(), any::<u8>(), 0..3),
        ) {
            let kinds = vec![Kind::First, Kind::Within(numbers)];
            let value = Outer { inner: first, list, inners, pair, kinds, displayed, map, unit: () };
            let written = json(&value, 0).unwrap();
            prop_assert_eq!(String::from_utf8(written).unwrap(), serde_json::to_string(&value).unwrap());
        }
    }

    #[test]
    fn a_key_that_is_no_string_is_refused() {
        assert!(json(&BTreeMap::from([(1, 2)]), 0).is_err());
    }
}
