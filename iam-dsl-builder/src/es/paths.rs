//! Paths under a domain.

use iam_dsl_core::{ActionPattern, Template};

use super::{Domain, grants::http_grants, requests};
use crate::{
    Grant, GrantError, Grantee, IntoActions, IntoResources,
    grant::{Granting, On, Party, Scope, give_actions},
    handle::Handle,
};

/// An index of a domain, or a path: who may send requests there. Made by [`Domain::index`] and [`Domain::path`].
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::es;
///
/// let role = Role::new("dashboard");
/// es::Domain::named("products").path("catalog/_count").grant_read(&role)?;
/// assert!(role.policy().to_json().contains("domain/products/catalog/_count"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Paths {
    domain: Handle,
    path: String,
    is_index: bool,
}

impl Paths {
    #[inline]
    pub(super) fn index(domain: &Domain, index: &str) -> Self {
        Self {
            is_index: true,
            ..Self::path(domain, index)
        }
    }

    #[inline]
    pub(super) fn path(domain: &Domain, path: &str) -> Self {
        Self {
            domain: domain.handle().clone(),
            // A request's path has one `/` there.
            path: format!("/{}", path.trim_start_matches('/')),
            is_index: false,
        }
    }

    /// Lets the grantee use these actions on the paths, such as `es:ESHttpPost`.
    ///
    /// # Errors
    ///
    /// An action is a pattern, or one that acts on no domain. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{es, prelude::*};
    ///
    /// let role = Role::new("search");
    /// let search = es::Domain::named("products").path("catalog/_search");
    /// let grant = search.grant(&role, actions![es::ESHttpPost])?;
    /// assert_eq!(grant.identity_statements().len(), 1);
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant(
        &self,
        grantee: impl Grantee,
        actions: impl IntoActions,
    ) -> Result<Grant, GrantError> {
        give_actions(self, grantee.into_party(), &actions.into_actions())
    }

    #[inline]
    fn resources(&self) -> Vec<Template> {
        let path = self.domain.sub_arn(&self.path).into();
        if self.is_index {
            let under = self.domain.sub_arn(&format!("{}/*", self.path)).into();
            vec![path, under]
        } else {
            vec![path]
        }
    }
}

impl Granting for Paths {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.domain
    }

    #[inline]
    fn label(&self) -> String {
        format!("`{}` of {}", self.path, self.domain.label())
    }

    #[inline]
    fn scope(&self, _on: On) -> Result<Scope, GrantError> {
        Ok(Scope::on_all(self.resources()))
    }

    #[inline]
    fn refusal(&self, action: &ActionPattern, party: &Party) -> Option<&'static str> {
        requests::refusal(self, action, party)
    }
}

http_grants! {
    Paths with policy,
    "index or path",
    "es::Domain::named(\"products\").index(\"catalog\")",
    "`/catalog` of domain `products`"; Itself
}

#[diagnostic::do_not_recommend]
impl IntoResources for &Paths {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.resources()
    }
}
