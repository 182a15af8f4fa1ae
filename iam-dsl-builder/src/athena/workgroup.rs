//! Workgroups.

use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, On, Request, entries},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
    s3::Objects,
};

const CLASS: Class = Class {
    noun: "workgroup",
    kind: "AWS::Athena::WorkGroup",
    arn: ArnForm::regional("athena", "workgroup/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A workgroup: who may run queries in it, and where their results go.
///
/// The tables that a query reads take further grants: of their data in Amazon S3, and of their descriptions in AWS Glue.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{athena, s3};
///
/// let results = s3::Bucket::named("query-results");
/// let reports = athena::Workgroup::named("reports").with_results_in(results.objects("reports/*"));
/// let role = Role::new("analyst");
/// reports.grant_query(&role)?;
/// assert!(role.policy().to_json().contains("query-results/reports/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Workgroup {
    handle: Handle,
    results: Option<Objects>,
}

handle_methods!(Workgroup, "workgroup");
named_methods!(
    Workgroup,
    "workgroup",
    "athena::Workgroup",
    "reports",
    "arn:aws:athena:us-east-1:123456789012:workgroup/reports"
);
action_methods!(
    Workgroup,
    "workgroup",
    "athena::Workgroup::named(\"reports\")",
    athena::GetWorkGroup
);

impl Workgroup {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self {
            handle,
            results: None,
        }
    }

    /// Says where the results of queries go: objects of a bucket, whose keys start with the same.
    ///
    /// Without it, Athena keeps the results itself.
    #[must_use]
    #[inline]
    pub fn with_results_in(mut self, objects: Objects) -> Self {
        self.results = Some(objects);
        self
    }

    /// Lets the grantee run queries in the workgroup and read their results.
    ///
    /// It allows
    /// - `athena:StartQueryExecution`, `athena:GetQueryExecution`, `athena:GetQueryResults`, `athena:StopQueryExecution` and
    ///   `athena:GetWorkGroup` on the workgroup
    /// - where its results go to a bucket, `s3:GetBucketLocation` and `s3:ListBucket` on that, and `s3:GetObject`,
    ///   `s3:PutObject`, `s3:AbortMultipartUpload` and `s3:ListMultipartUploadParts` on the objects
    /// - `kms:Decrypt` and `kms:GenerateDataKey` on the key of the bucket, where it is encrypted with one
    ///
    /// Athena reads and writes as whoever asks. See AWS's page on
    /// [access to Amazon S3](https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html).
    ///
    /// # Errors
    ///
    /// The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: the
    /// workgroup has none. Or the pattern of the results' keys is none that can be listed. See [`GrantError`].
    ///
    /// # Example
    ///
    /// See [`Workgroup`].
    #[inline]
    pub fn grant_query(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let mut request = Request::of(self, &entries::grant_query, grantee.into_party())?;
        if let Some(results) = &self.results {
            request.plan(results, &entries::results)?;
        }
        Ok(request.give())
    }
}

impl Granting for Workgroup {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

entries! { entries;
    grant_query => "run queries in" {
        Itself: [
            athena::StartQueryExecution,
            athena::GetQueryExecution,
            athena::GetQueryResults,
            athena::StopQueryExecution,
            athena::GetWorkGroup,
        ],
    }
    // Large results are written in parts.
    results => "read and write results in" {
        Itself: [s3::GetBucketLocation],
        Listing: [s3::ListBucket],
        Objects: [
            s3::GetObject,
            s3::PutObject,
            s3::AbortMultipartUpload,
            s3::ListMultipartUploadParts,
        ];
        key: [Decrypt, GenerateDataKey]
    }
}
