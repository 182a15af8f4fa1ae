//! Amazon SageMaker AI: endpoints and pipelines, and what can be granted on them.

mod endpoint;
mod pipeline;

pub use self::{endpoint::Endpoint, pipeline::Pipeline};
