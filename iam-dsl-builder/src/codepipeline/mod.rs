//! AWS CodePipeline: pipelines and their approvals, and what can be granted on them.

mod approval;
mod pipeline;

pub use self::approval::Approval;
pub use self::pipeline::Pipeline;
