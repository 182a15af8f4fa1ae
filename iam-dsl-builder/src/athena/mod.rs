//! Amazon Athena: workgroups, and what can be granted on them.

mod workgroup;

pub use self::workgroup::Workgroup;
