//! Amazon Route 53: hosted zones, and what can be granted on them.

mod hosted_zone;

pub use self::hosted_zone::HostedZone;
