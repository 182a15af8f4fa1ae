//! AWS Systems Manager: parameters, and what can be granted on them.

mod parameter;

pub use self::parameter::Parameter;
