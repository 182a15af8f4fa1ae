//! Amazon CodeGuru Profiler: profiling groups, and what can be granted on them.

mod profiling_group;

pub use self::profiling_group::ProfilingGroup;
