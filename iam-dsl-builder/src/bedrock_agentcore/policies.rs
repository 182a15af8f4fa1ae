//! Whom the policies of this service take.

use crate::{
    GrantError,
    grant::{Party, Request, Sort},
};

/// The policies are about accounts, users and roles.
/// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html>
#[inline]
pub(super) fn admit(request: &Request, party: &Party) -> Result<Party, GrantError> {
    match party.sort() {
        Sort::Service => {
            Err(request.refuse(party, "grant to an account, or to a role or user of one"))
        }
        _ => party.as_usual_principal(request),
    }
}
