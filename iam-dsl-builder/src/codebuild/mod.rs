//! AWS CodeBuild: report groups, and what can be granted on them.

mod report_group;

pub use self::report_group::ReportGroup;
