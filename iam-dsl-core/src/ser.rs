//! Serialize, by hand: a derive would cost every build of a user more than it saves here.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::json::Number;
use crate::{
    ActionPattern, Arn, ConditionBlock, ConditionValue, Effect, Elements, PolicyDocument,
    PolicyStatement, Principals, Template,
};

impl Serialize for PolicyDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(version) = self.version() {
            map.serialize_entry("Version", version)?;
        }
        if let Some(id) = self.id() {
            map.serialize_entry("Id", id)?;
        }
        map.serialize_entry("Statement", self.statement_elements())?;
        map.end()
    }
}

impl Serialize for PolicyStatement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(sid) = self.sid() {
            map.serialize_entry("Sid", sid)?;
        }
        map.serialize_entry("Effect", &self.effect())?;
        if let Some(element) = self.principal() {
            map.serialize_entry(element.name(), element.principals())?;
        }
        if let Some(element) = self.action() {
            map.serialize_entry(element.name(), element.actions())?;
        }
        if let Some(element) = self.resource() {
            map.serialize_entry(element.name(), element.resources())?;
        }
        if let Some(conditions) = self.condition() {
            map.serialize_entry("Condition", conditions)?;
        }
        map.end()
    }
}

impl<T: Serialize> Serialize for Elements<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_slice() {
            [only] if !self.is_list() => only.serialize(serializer),
            items => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
        }
    }
}

impl Serialize for Principals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Any => serializer.serialize_str("*"),
            Self::Map(types) => {
                let mut map = serializer.serialize_map(Some(types.len()))?;
                for (kind, principals) in types {
                    map.serialize_entry(kind.as_str(), principals)?;
                }
                map.end()
            }
        }
    }
}

impl Serialize for ConditionBlock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        for (operator, keys) in self.iter() {
            map.serialize_entry(&*operator.to_text(), &Keys(keys))?;
        }
        map.end()
    }
}

struct Keys<'a>(&'a [(String, Elements<ConditionValue>)]);

impl Serialize for Keys<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, values) in self.0 {
            map.serialize_entry(key, values)?;
        }
        map.end()
    }
}

impl Serialize for ConditionValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(text) => text.serialize(serializer),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => serialize_number(number, serializer),
        }
    }
}

/// Integers of 64 bits are exact; other numbers become what a 64-bit float can hold.
fn serialize_number<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    let digits = number.as_str();
    if let Ok(number) = digits.parse::<u64>() {
        serializer.serialize_u64(number)
    } else if let Ok(number) = digits.parse::<i64>() {
        serializer.serialize_i64(number)
    } else {
        // Every JSON number parses; one beyond a float's range is clamped to stay a number.
        let number = digits.parse::<f64>().unwrap_or_default();
        serializer.serialize_f64(number.clamp(f64::MIN, f64::MAX))
    }
}

impl Serialize for Effect {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Template {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

impl Serialize for ActionPattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Arn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
