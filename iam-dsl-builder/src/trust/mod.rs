//! Whom roles trust, ready-made: each preset asks for the least that its provider allows, with the keys AWS requires.
//!
//! A preset is no principal until it is narrowed: a repository is trusted for a branch, a third party with its external
//! id. What is not narrowed does not compile in [`Role::trusted_by`](crate::Role::trusted_by), and the error says which
//! method to call; text that would let others in (`*`, an empty subject) is a [`ValueError`](crate::ValueError).
//!
//! | who | preset |
//! |---|---|
//! | an AWS service, for one resource or account | [`ServicePrincipal::from_source`](crate::ServicePrincipal::from_source), [`from_account`](crate::ServicePrincipal::from_account) |
//! | a company that works in its customers' accounts | [`ThirdParty`] |
//! | an organization, or a part of one | [`OrganizationPrincipal`](crate::principal::OrganizationPrincipal), [`OrganizationPath`](crate::principal::OrganizationPath) |
//! | workflows of GitHub Actions | [`GitHubActions`], [`GitHubEnterprise`] |
//! | GitLab CI/CD | [`GitLab`] |
//! | Bitbucket Pipelines | [`BitbucketPipelines`] |
//! | CircleCI | [`CircleCi`] |
//! | Buildkite | [`BuildkitePipeline`] |
//! | HCP Terraform, Terraform Enterprise | [`HcpTerraform`] |
//! | pods of Amazon EKS | [`EksCluster`], [`EksPodIdentity`] |
//! | holders of certificates: IAM Roles Anywhere | [`RolesAnywhere`] |
//! | people, through SAML 2.0 | [`SamlProvider`] |
//! | users of an app, through Amazon Cognito | [`CognitoIdentityPool`] |
//! | any other OpenID Connect provider | [`OidcProvider`], [`web_identity`](crate::web_identity) |
//!
//! `docs/trust.md` in the repository shows the JSON of each and says why each condition is there.

// Every function of the presets, and of principals that few need, is `#[inline]`: rustc then compiles those that an application calls, with the
// application, and the rest for nobody. This crate is built by all users, most of whom need one preset or none.

mod bitbucket;
mod buildkite;
mod circleci;
mod cognito;
mod eks;
mod eks_pod_identity;
mod federation;
mod github;
mod gitlab;
mod hcp_terraform;
mod narrowing;
mod oidc;
mod provider;
mod roles_anywhere;
mod saml;
mod text;
mod third_party;

pub use self::{
    bitbucket::{BitbucketPipelines, BitbucketRepository, OfBitbucketRepository, OfDeployment},
    buildkite::{BuildkitePipeline, OnBuildkiteRef},
    circleci::{CircleCi, CircleCiProject, OfCircleCiProject, OnCircleCiRef},
    cognito::{CognitoIdentityPool, SignedIn},
    eks::{EksCluster, OfServiceAccount},
    eks_pod_identity::{EksPodIdentity, EksPods, OfPod},
    github::{
        GitHubActions, GitHubEnterprise, GitHubOrganization, GitHubRepository, OnRef,
        ThroughWorkflow,
    },
    gitlab::{GitLab, GitLabProject, OnGitLabRef},
    hcp_terraform::{HcpTerraform, HcpTerraformWorkspace, InPhase},
    narrowing::NotNarrowed,
    oidc::OidcTrust,
    provider::{OfSubject, OidcProvider},
    roles_anywhere::{OfCertificate, RolesAnywhere},
    saml::SamlProvider,
    third_party::{ThirdParty, WithExternalId},
};
