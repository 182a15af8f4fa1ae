//! Amazon Bedrock: models, and what can be granted on them.

mod custom_model_deployment;
mod foundation_model;
mod imported_model;
mod inference_profile;
mod provisioned_model;

pub use self::{
    custom_model_deployment::CustomModelDeployment, foundation_model::FoundationModel,
    imported_model::ImportedModel, inference_profile::InferenceProfile,
    provisioned_model::ProvisionedModel,
};
