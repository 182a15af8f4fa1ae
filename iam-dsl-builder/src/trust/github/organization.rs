//! The workflows of all repositories of an owner.

use std::marker::PhantomData;

use super::{
    GitHubRepository,
    ids::{Form, Names},
    repository::owner_name,
};
use crate::{
    ValueError,
    trust::{
        narrowing::{NotNarrowed, not_narrowed},
        oidc::Issuer,
    },
};

/// The workflows of all repositories of an owner.
///
/// Everyone who may create a repository there could run anything in it, so a role trusts them only through a reusable
/// workflow, which says what runs.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::GitHubActions;
///
/// let releases = GitHubActions::organization("my-org")?
///     .with_id(123_456)?
///     .through_workflow("my-org/workflows/.github/workflows/release.yml@refs/heads/main")?
///     .branch("main")?;
/// let role = Role::new("publish").trusted_by(releases);
/// assert!(role.trust_policy().to_json().contains("repo:my-org@123456/*:ref:refs/heads/main"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "an organization is trusted once a reusable workflow is"]
pub struct GitHubOrganization<S = NotNarrowed> {
    issuer: Issuer,
    names: Names,
    state: PhantomData<S>,
}

not_narrowed! {
    /// An organization of which it is said through which reusable workflow it is trusted.
    ThroughWorkflow for GitHubOrganization,
    "an organization is trusted only through a reusable workflow: add `.through_workflow(..)?.branch(..)?`",
    "this trusts every workflow of every repository of the organization"
}

impl GitHubOrganization {
    #[inline]
    pub(super) fn new(issuer: Issuer, owner: &str) -> Result<Self, ValueError> {
        owner_name(owner)?;
        Ok(Self {
            issuer,
            names: Names::new(owner, None),
            state: PhantomData,
        })
    }

    /// Says that the subjects have ids in them, and what the owner's is: as
    /// [`GitHubRepository::with_ids`] does.
    ///
    /// # Errors
    ///
    /// The id is 0.
    #[inline]
    pub fn with_id(mut self, owner_id: u64) -> Result<Self, ValueError> {
        self.names = self.names.with_ids(Form::Ids, owner_id, 0)?;
        Ok(self)
    }

    /// Trusts both forms of the subject while repositories move: as [`GitHubRepository::with_ids_while_moving`] does.
    ///
    /// # Errors
    ///
    /// The id is 0.
    #[inline]
    pub fn with_id_while_moving(mut self, owner_id: u64) -> Result<Self, ValueError> {
        self.names = self.names.with_ids(Form::Both, owner_id, 0)?;
        Ok(self)
    }

    /// Trusts only jobs of a reusable workflow, whichever repository of the organization calls it.
    ///
    /// # Errors
    ///
    /// The text is no such reference, or has wildcards: see [`GitHubRepository::through_workflow`].
    #[inline]
    pub fn through_workflow(self, workflow: &str) -> Result<GitHubRepository, ValueError> {
        GitHubRepository::of(self.issuer, true, self.names).through_workflow(workflow)
    }
}
