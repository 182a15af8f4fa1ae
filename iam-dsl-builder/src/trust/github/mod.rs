//! GitHub Actions.

mod ids;
mod issuer;
mod organization;
mod repository;

pub use self::{
    issuer::{GitHubActions, GitHubEnterprise},
    organization::{GitHubOrganization, ThroughWorkflow},
    repository::{GitHubRepository, OnRef},
};
