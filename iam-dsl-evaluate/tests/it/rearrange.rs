//! Other orders of what has none.

use serde_json::Value;

use crate::layers::Layers;

/// Deterministic, so that a failing case fails again.
pub(crate) struct Shuffler(u64);

impl Shuffler {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// The policies of each layer, and all lists in them, in another order. Levels keep theirs.
    pub(crate) fn layers(&mut self, layers: &Layers) -> Layers {
        let mut layers = layers.clone();
        for layer in &mut layers.layers {
            self.list(&mut layer.policies);
        }
        layers
    }

    /// Every list of a policy, at any depth: statements, actions, resources, principals, values.
    pub(crate) fn value(&mut self, value: &mut Value) {
        match value {
            Value::Array(items) => self.list(items),
            Value::Object(fields) => {
                for field in fields.values_mut() {
                    self.value(field);
                }
            }
            _ => {}
        }
    }

    fn list(&mut self, items: &mut [Value]) {
        for item in &mut *items {
            self.value(item);
        }
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }

    /// Xorshift: any spread-out number will do.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("below a usize")
    }
}
