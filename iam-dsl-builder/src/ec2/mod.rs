//! Amazon EC2: volumes, and what can be granted on them.

mod attachment;
mod volume;

pub use self::volume::Volume;
