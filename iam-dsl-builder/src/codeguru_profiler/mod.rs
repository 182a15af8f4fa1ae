//! Amazon CodeGuru Profiler: profiling groups, and what can be granted on them.
