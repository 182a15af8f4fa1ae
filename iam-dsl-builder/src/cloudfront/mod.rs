//! Amazon CloudFront: distributions, and what can be granted on them.

mod distribution;

pub use self::distribution::Distribution;
