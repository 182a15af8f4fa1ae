//! Amazon EventBridge Scheduler: groups of schedules, and what can be granted on them.

mod schedule_group;

pub use self::schedule_group::ScheduleGroup;
