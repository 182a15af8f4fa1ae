//! AWS Step Functions: state machines and activities, and what can be granted on them.

mod activity;
mod nested;
mod state_machine;

pub use self::activity::Activity;
pub use self::state_machine::StateMachine;
