//! Deserialize, by hand: everything is read as a JSON tree first, so that there is one reader.

mod tree;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error};

use tree::AtMost;

use crate::json::{MAX_DEPTH, Node};
use crate::{
    ActionPattern, Arn, ConditionBlock, ConditionValue, Effect, PolicyDocument, PolicyStatement,
    Principals, ReadError, Template, read,
};

fn through_tree<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: fn(&Node<'_>) -> Result<T, ReadError>,
) -> Result<T, D::Error> {
    let node = AtMost(MAX_DEPTH).deserialize(deserializer)?;
    read(&node)
        .map_err(|error| error.at_root().unplaced())
        .map_err(D::Error::custom)
}

macro_rules! deserialize_with {
    ($($name:ident: $read:path,)*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                through_tree(deserializer, $read)
            }
        }
    )*};
}

deserialize_with! {
    PolicyDocument: read::document,
    PolicyStatement: read::statement,
    Principals: read::principals,
    ConditionBlock: read::condition_block,
    ConditionValue: read::condition_value,
    Effect: read::effect,
    Template: read::template,
    ActionPattern: read::action,
}

impl<'de> Deserialize<'de> for Arn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}
