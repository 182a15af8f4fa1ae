//! Amazon EventBridge: event buses and rules, and what can be granted on them.

mod event_bus;
mod rule;

pub use self::{event_bus::EventBus, rule::Rule};
