//! Report groups.

use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, On, Request, entries},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
    s3::Bucket,
};

const CLASS: Class = Class {
    noun: "report group",
    kind: "AWS::CodeBuild::ReportGroup",
    arn: ArnForm::regional("codebuild", "report-group/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A group of test reports: who may write them.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::codebuild;
///
/// let tests = codebuild::ReportGroup::named("tests");
/// let role = Role::new("build");
/// tests.grant_write(&role)?;
/// assert!(role.policy().to_json().contains("codebuild:BatchPutTestCases"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ReportGroup {
    handle: Handle,
    export: Option<Bucket>,
    is_of_code_coverage: bool,
}

handle_methods!(ReportGroup, "report group");
named_methods!(
    ReportGroup,
    "report group",
    "codebuild::ReportGroup",
    "tests",
    "arn:aws:codebuild:us-east-1:123456789012:report-group/tests"
);
action_methods!(
    ReportGroup,
    "report group",
    "codebuild::ReportGroup::named(\"tests\")",
    codebuild::BatchGetReportGroups
);

impl ReportGroup {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self {
            handle,
            export: None,
            is_of_code_coverage: false,
        }
    }

    /// Says that its reports are about code coverage and not about tests: they are written by another action.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{codebuild, prelude::*};
    ///
    /// let role = Role::new("build");
    /// codebuild::ReportGroup::named("coverage").of_code_coverage().grant_write(&role)?;
    /// assert!(role.policy().to_json().contains("codebuild:BatchPutCodeCoverages"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn of_code_coverage(mut self) -> Self {
        self.is_of_code_coverage = true;
        self
    }

    /// Says that the raw data of reports go to this bucket: who writes reports also writes its objects.
    #[must_use]
    #[inline]
    pub fn exported_to(mut self, bucket: &Bucket) -> Self {
        self.export = Some(bucket.clone());
        self
    }

    /// Lets the grantee write reports of the report group.
    ///
    /// It allows
    /// - `codebuild:CreateReport` `codebuild:UpdateReport` `codebuild:BatchPutTestCases` on the report group; in place of
    ///   the last, `codebuild:BatchPutCodeCoverages`, where it is [of code coverage](Self::of_code_coverage)
    /// - what [`Bucket::grant_write`] allows, on the bucket that reports are exported to, if there is one
    ///
    /// # Errors
    ///
    /// The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: the
    /// report group has none. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{codebuild, prelude::*, s3};
    ///
    /// let reports = s3::Bucket::named("test-reports");
    /// let tests = codebuild::ReportGroup::named("tests").exported_to(&reports);
    /// let role = Role::new("build");
    /// tests.grant_write(&role)?;
    /// assert!(role.policy().to_json().contains("arn:aws:s3:::test-reports/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = if self.is_of_code_coverage {
            &coverage::grant_write
        } else {
            &reports::grant_write
        };
        let mut request = Request::of(self, entry, grantee.into_party())?;
        if let Some(bucket) = &self.export {
            request.plan(bucket, &reports::export)?;
        }
        Ok(request.give())
    }
}

impl Granting for ReportGroup {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

entries! { reports;
    grant_write => "write reports of" {
        Itself: [codebuild::CreateReport, codebuild::UpdateReport, codebuild::BatchPutTestCases],
    }
    // As for who writes objects: see the grants of a bucket.
    export => "export reports to" {
        Objects: [s3::PutObject, s3::AbortMultipartUpload];
        key: [GenerateDataKey, Decrypt]
    }
}

// <https://docs.aws.amazon.com/codebuild/latest/userguide/test-permissions.html>
entries! { coverage;
    grant_write => "write reports of" {
        Itself: [codebuild::CreateReport, codebuild::UpdateReport, codebuild::BatchPutCodeCoverages],
    }
}
