//! Whom a function's policy can name.

use crate::grant::{GrantError, Party, Request, Sort};

/// How a permission of Lambda's names the grantee: it knows accounts, roles, users, services and organizations, and of
/// conditions those that `AddPermission` has a parameter for.
/// <https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html>
#[inline]
pub(super) fn admit(request: &Request, party: &Party) -> Result<Party, GrantError> {
    let party = party.as_usual_principal(request)?;
    let (conditions, help): (&[&str], _) = match party.sort() {
        Sort::Service => (
            &["aws:SourceArn", "aws:SourceAccount"],
            "narrow a service with `aws:SourceArn` and `aws:SourceAccount` alone: a function's policy knows no other \
             condition of it",
        ),
        Sort::Organization if party.is_everyone() => (
            &["aws:PrincipalOrgID"],
            "grant to an organization as a whole: a function's policy knows no other condition of it",
        ),
        _ => (
            &[],
            "grant without conditions: a function's policy knows none of accounts, roles and users",
        ),
    };
    if party.says_nothing_but(conditions) {
        return Ok(party);
    }
    Err(request.refuse(&party, help))
}
