//! `CodeBuild` projects.

use super::{checked, own, service, write_log};
use crate::{Role, ValueError, allow, aws};

/// The service role of a `CodeBuild` project, of the project's name: it writes the builds' log and their reports.
///
/// Source, artifacts and what the build does are granted besides. Only this project's builds assume it. See AWS's
/// pages on the [service role](https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html)
/// and [its source](https://docs.aws.amazon.com/codebuild/latest/userguide/cross-service-confused-deputy-prevention.html).
///
/// # Errors
///
/// The name is not that of a project: letters, digits, `-` and `_`, at most 64 for the role to have it as well.
///
/// # Example
///
/// ```
/// use iam_dsl::{roles, s3};
///
/// let role = roles::codebuild("site")?;
/// s3::Bucket::named("site-artifacts").grant_put(&role)?;
/// assert!(role.trust_policy().to_json().contains("project/site"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[inline]
pub fn codebuild(project: &str) -> Result<Role, ValueError> {
    checked(project, "a `CodeBuild` project", "-_", 64)?;
    let source = own("codebuild", &format!("project/{project}"));
    let builds = service("codebuild.amazonaws.com").from_source(source)?;
    let role = Role::new(project).trusted_by(builds);
    write_log(&role, format!("/aws/codebuild/{project}"));
    let report = [
        aws::codebuild::BatchPutCodeCoverages,
        aws::codebuild::BatchPutTestCases,
        aws::codebuild::CreateReport,
        aws::codebuild::CreateReportGroup,
        aws::codebuild::UpdateReport,
    ];
    role.add(allow(report).on(own("codebuild", &format!("report-group/{project}-*"))));
    Ok(role)
}
