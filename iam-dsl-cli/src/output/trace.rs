//! Traces as JSON.

use iam_dsl_evaluate::Trace;
use iam_dsl_evaluate::trace::{LayerTrace, Mismatch, NearMiss, Outcome, StatementRef};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A trace that is written as JSON: cause, layers, and the context keys that the request lacks.
pub(crate) struct JsonTrace<'a>(pub(crate) &'a Trace);

struct JsonLayer<'a>(&'a LayerTrace);
struct JsonStatement<'a>(&'a StatementRef);
struct JsonNearMiss<'a>(&'a NearMiss);
struct JsonMismatch<'a>(&'a Mismatch);

impl Serialize for JsonTrace<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let layers: Vec<_> = self.0.layers().iter().map(JsonLayer).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("cause", self.0.cause())?;
        map.serialize_entry("layers", &layers)?;
        map.serialize_entry("missingContextKeys", &self.0.missing_keys())?;
        map.end()
    }
}

impl Serialize for JsonLayer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let layer = self.0;
        let outcome = match layer.outcome() {
            Outcome::Denied => "Denied",
            Outcome::Allowed => "Allowed",
            Outcome::NoMatch => "NoMatch",
        };
        let near_misses: Vec<_> = layer.near_misses().iter().map(JsonNearMiss).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", layer.name())?;
        map.serialize_entry("outcome", outcome)?;
        map.serialize_entry("decidedBy", &layer.decided_by().map(JsonStatement))?;
        map.serialize_entry("isByAccount", &layer.is_by_account())?;
        map.serialize_entry("nearMisses", &near_misses)?;
        map.end()
    }
}

impl Serialize for JsonStatement<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("policy", &self.0.policy())?;
        map.serialize_entry("index", &self.0.index())?;
        map.serialize_entry("sid", &self.0.sid())?;
        map.end()
    }
}

impl Serialize for JsonNearMiss<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mismatches: Vec<_> = self.0.mismatches().iter().map(JsonMismatch).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("statement", &JsonStatement(self.0.statement()))?;
        map.serialize_entry("effect", &self.0.effect())?;
        map.serialize_entry("mismatches", &mismatches)?;
        map.end()
    }
}

impl Serialize for JsonMismatch<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.0 {
            Mismatch::Principal(failure) | Mismatch::Resource(failure) => {
                map.serialize_entry("element", failure.element())?;
                map.serialize_entry("wanted", failure.wanted())?;
            }
            Mismatch::Condition(failure) => {
                map.serialize_entry("element", "Condition")?;
                map.serialize_entry("operator", failure.operator())?;
                map.serialize_entry("key", failure.key())?;
                map.serialize_entry("wanted", failure.wanted())?;
                map.serialize_entry("found", &failure.found())?;
            }
            _ => map.serialize_entry("element", "Statement")?,
        }
        map.end()
    }
}
