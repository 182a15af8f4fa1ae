//! The two forms of a subject: by names alone, and by names with ids.

use crate::{ValueError, condition::Condition, trust::oidc::Issuer};

/// The names in a subject, and how their ids count.
#[derive(Clone, Debug)]
pub(super) struct Names {
    owner: String,
    /// Nothing for all repositories of the owner.
    repository: Option<String>,
    owner_id: u64,
    repository_id: u64,
    form: Form,
}

/// How ids count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `repo:OWNER/REPO`.
    Names,
    /// The same, and the claims of the ids.
    NamesAndClaims,
    /// `repo:OWNER@ID/REPO@ID`.
    Ids,
    /// Either, and the claims of the ids.
    Both,
}

impl Names {
    #[inline]
    pub(super) fn new(owner: &str, repository: Option<&str>) -> Self {
        Self {
            owner: owner.to_owned(),
            repository: repository.map(str::to_owned),
            owner_id: 0,
            repository_id: 0,
            form: Form::Names,
        }
    }

    /// The names with their ids; of an organization the repository's does not count.
    #[inline]
    pub(super) fn with_ids(
        mut self,
        form: Form,
        owner: u64,
        repository: u64,
    ) -> Result<Self, ValueError> {
        if owner == 0 || (repository == 0 && self.repository.is_some()) {
            return Err(ValueError::new("`0` is no id that GitHub gives")
                .with_help("`gh api repos/OWNER/REPO --jq '.owner.id, .id'` prints them"));
        }
        self.owner_id = owner;
        self.repository_id = repository;
        self.form = form;
        Ok(self)
    }

    #[inline]
    pub(super) fn is_organization(&self) -> bool {
        self.repository.is_none()
    }

    /// The subjects that end so: `ref:refs/heads/main`.
    #[inline]
    pub(super) fn subjects(&self, end: &str) -> Vec<String> {
        let (owner, owner_id) = (&self.owner, self.owner_id);
        let (by_name, by_id) = match &self.repository {
            Some(name) => (
                format!("repo:{owner}/{name}:{end}"),
                format!(
                    "repo:{owner}@{owner_id}/{name}@{}:{end}",
                    self.repository_id
                ),
            ),
            None => (
                format!("repo:{owner}/*:{end}"),
                format!("repo:{owner}@{owner_id}/*:{end}"),
            ),
        };
        match self.form {
            Form::Names | Form::NamesAndClaims => vec![by_name],
            Form::Ids => vec![by_id],
            Form::Both => vec![by_name, by_id],
        }
    }

    /// The conditions that names alone need, since names are given anew once they are free.
    #[inline]
    pub(super) fn conditions(&self, issuer: &Issuer) -> Vec<Condition> {
        if !matches!(self.form, Form::NamesAndClaims | Form::Both) {
            return Vec::new();
        }
        let id = |claim: &str, id: u64| issuer.claim(claim).equals(id.to_string());
        let mut conditions = vec![id("repository_owner_id", self.owner_id)];
        if self.repository.is_some() {
            conditions.push(id("repository_id", self.repository_id));
        }
        conditions
    }
}
