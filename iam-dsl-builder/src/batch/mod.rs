//! AWS Batch: job definitions and consumable resources, and what can be granted on them.

mod consumable_resource;
mod job_definition;
mod job_queue;

pub use self::{
    consumable_resource::ConsumableResource, job_definition::JobDefinition, job_queue::JobQueue,
};
