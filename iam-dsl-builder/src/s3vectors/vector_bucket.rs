//! Vector buckets.

use iam_dsl_core::ActionPattern;

use super::{Index, grants::vector_grants};
use crate::{
    grant::{Granting, On, acts_on_type},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "vector bucket",
    kind: "AWS::S3Vectors::VectorBucket",
    arn: ArnForm::regional("s3vectors", "bucket/"),
    policy: PolicySupport::ByArn,
    key_via: Some("s3vectors"),
    forms: &[On::Itself, On::Under("/index/*")],
};

/// A bucket of vector indexes: who may use all of them, and its own policy.
///
/// A vector bucket is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3vectors;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let embeddings = s3vectors::VectorBucket::new(&env, "embeddings");
/// let role = Role::new("search");
/// embeddings.grant_query(&role)?;
/// assert!(role.policy().to_json().contains("arn:aws:s3vectors:us-east-1:123456789012:bucket/embeddings/index/*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct VectorBucket {
    handle: Handle,
}

handle_methods!(VectorBucket, "vector bucket");
named_methods!(
    VectorBucket,
    "vector bucket",
    "s3vectors::VectorBucket",
    "embeddings",
    "arn:aws:s3vectors:us-east-1:123456789012:bucket/embeddings"
);
policy_methods!(VectorBucket, "vector bucket");
key_methods!(
    VectorBucket,
    "vector bucket",
    "s3vectors::VectorBucket::named(\"embeddings\")"
);
action_methods!(
    VectorBucket,
    "vector bucket",
    "s3vectors::VectorBucket::named(\"embeddings\")",
    s3vectors::CreateIndex
);

impl VectorBucket {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// An index of the bucket.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, s3vectors};
    ///
    /// let role = Role::new("search");
    /// let movies = s3vectors::VectorBucket::named("embeddings").index("movies");
    /// let grant = movies.grant_query(&role)?;
    /// assert_eq!(grant.to_string(), "role `search` may query vectors in index `movies` of vector bucket `embeddings`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn index(&self, name: impl Into<String>) -> Index {
        Index::new(self, name.into())
    }
}

impl Granting for VectorBucket {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        match (
            acts_on_type(action, "VectorBucket"),
            acts_on_type(action, "Index"),
        ) {
            (true, false) => &[On::Itself],
            (false, true) => &[On::Under("/index/*")],
            _ => CLASS.forms,
        }
    }
}

vector_grants! {
    VectorBucket with policy,
    "vector bucket",
    "s3vectors::VectorBucket::named(\"embeddings\")",
    "vector bucket `embeddings`"; Under("/index/*"); {
        grant_read => "find indexes of, and read and query vectors in," {
            Itself: [s3vectors::GetVectorBucket, s3vectors::ListIndexes],
            Under("/index/*"): [
                s3vectors::GetIndex,
                s3vectors::GetVectors,
                s3vectors::ListVectors,
                s3vectors::QueryVectors,
            ];
            key: [Decrypt]
        }
    }
}
