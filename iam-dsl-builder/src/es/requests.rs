//! Requests to a domain, as opposed to its configuration.

use iam_dsl_core::ActionPattern;

use crate::grant::{Granting, Party};

/// Whether the action is sending requests by a method of HTTP.
#[inline]
pub(super) fn is_http(action: &ActionPattern) -> bool {
    action.as_str().starts_with("es:ESHttp")
}

/// What to do instead of an action that a domain's access policy would have to take, and does not: it is about requests
/// and searches from other domains, and its configuration takes a policy of an identity's.
/// <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html>
#[inline]
pub(super) fn refusal(
    granting: &dyn Granting,
    action: &ActionPattern,
    party: &Party,
) -> Option<&'static str> {
    let is_request = is_http(action) || action.as_str() == "es:ESCrossClusterGet";
    (!is_request && granting.needs_policy(party)).then_some(
        "a domain's access policy is about requests to it alone: grant what configures it to a role of its account, and \
         let who is meant assume it",
    )
}
