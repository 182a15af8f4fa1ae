//! Amazon EventBridge: event buses, and what can be granted on them.

mod event_bus;

pub use self::event_bus::EventBus;
