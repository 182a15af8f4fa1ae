//! Indexes of vector buckets.

use iam_dsl_core::{ActionPattern, Arn, Template};

use super::{VectorBucket, grants::vector_grants};
use crate::{
    Grant, GrantError, Grantee, IntoActions, IntoResources,
    grant::{Granting, On, Scope, give_actions},
    handle::Handle,
};

/// An index of a vector bucket: who may query it and write to it. Made by [`VectorBucket::index`].
///
/// An index has no policy of its own: what it takes of one is in the policy of its bucket.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3vectors;
///
/// let role = Role::new("indexer");
/// let movies = s3vectors::VectorBucket::named("embeddings").index("movies");
/// movies.grant_write(&role)?;
/// assert!(role.policy().to_json().contains("bucket/embeddings/index/movies"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Index {
    bucket: Handle,
    name: String,
}

impl Index {
    #[inline]
    pub(super) fn new(bucket: &VectorBucket, name: String) -> Self {
        let bucket = bucket.handle().clone();
        Self { bucket, name }
    }

    /// Returns the name of the index.
    #[inline]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the ARN of the index.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.bucket.sub_arn(&format!("/index/{}", self.name))
    }

    /// Lets the grantee use these actions on the index.
    ///
    /// # Errors
    ///
    /// An action is a pattern, or one that acts on no index. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, s3vectors};
    ///
    /// let role = Role::new("indexer");
    /// let movies = s3vectors::VectorBucket::named("embeddings").index("movies");
    /// movies.grant(&role, actions![s3vectors::CreateIndex])?;
    /// assert!(role.policy().to_json().contains("s3vectors:CreateIndex"));
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
}

impl Granting for Index {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.bucket
    }

    #[inline]
    fn label(&self) -> String {
        format!("index `{}` of {}", self.name, self.bucket.label())
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            On::Itself => Scope::on(self.arn()),
            _ => Scope::of(&self.bucket, on),
        })
    }

    #[inline]
    fn forms_for(&self, _action: &ActionPattern) -> &'static [On] {
        &[On::Itself]
    }
}

vector_grants! {
    Index with policy,
    "index",
    "s3vectors::VectorBucket::named(\"embeddings\").index(\"movies\")",
    "index `movies` of vector bucket `embeddings`"; Itself; {
        grant_read => "read and query vectors in" {
            Itself: [
                s3vectors::GetIndex,
                s3vectors::GetVectors,
                s3vectors::ListVectors,
                s3vectors::QueryVectors,
            ];
            key: [Decrypt]
        }
    }
}

#[diagnostic::do_not_recommend]
impl IntoResources for &Index {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.arn().into_resources()
    }
}
