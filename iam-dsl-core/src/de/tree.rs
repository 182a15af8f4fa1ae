//! A tree from any serde deserializer that describes itself.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::json::{MAX_DEPTH, Member, Node, Span, Value, reject_duplicates};

/// Under this key `serde_json` hands numbers over as text where its feature `arbitrary_precision` is on.
const NUMBER_AS_TEXT: &str = "$serde_json::private::Number";

/// Reads a value that nests at most so many arrays and objects.
#[derive(Clone, Copy)]
pub(super) struct AtMost(pub(super) usize);

impl AtMost {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        match self.0.checked_sub(1) {
            Some(depth) => Ok(Self(depth)),
            None => Err(E::custom(format_args!(
                "nested deeper than {MAX_DEPTH} arrays and objects"
            ))),
        }
    }
}

impl<'de> DeserializeSeed<'de> for AtMost {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AtMost {
    type Value = Node<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::unplaced(Value::Null))
    }

    fn visit_none<E: de::Error>(self) -> Result<Node<'de>, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::unplaced(Value::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(number(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Node<'de>, E> {
        if value.is_finite() {
            // `Debug` keeps the point of `1.0`, and exponents as JSON writes them.
            Ok(number(format!("{value:?}")))
        } else {
            Err(E::invalid_value(
                de::Unexpected::Float(value),
                &"a finite number",
            ))
        }
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::unplaced(Value::String(Cow::Borrowed(text))))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Node<'de>, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E>(self, text: String) -> Result<Node<'de>, E> {
        Ok(Node::unplaced(Value::String(Cow::Owned(text))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node<'de>, A::Error> {
        let inner = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Node::unplaced(Value::Array(items)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
        let inner = self.deeper()?;
        let mut members = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            let value = map.next_value_seed(inner)?;
            members.push(Member {
                key,
                key_span: Span::default(),
                value,
            });
        }
        if let [member] = members.as_slice()
            && member.key == NUMBER_AS_TEXT
            && let Value::String(digits) = &member.value.value
        {
            return Ok(number(digits.clone().into_owned()));
        }
        reject_duplicates(&members).map_err(de::Error::custom)?;
        Ok(Node::unplaced(Value::Object(members)))
    }
}

fn number<'de>(digits: String) -> Node<'de> {
    Node::unplaced(Value::Number(Cow::Owned(digits)))
}

/// An object's key, borrowed where the deserializer can.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(key)))
    }

    fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(key.to_owned())))
    }
}
