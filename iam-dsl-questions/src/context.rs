//! The condition keys that AWS sends with every request, as far as a question knows them.

use iam_dsl_evaluate::{Context, Request};

/// What AWS sends with a direct call over TLS.
///
/// `region` is what the deployment says; that in the resource's ARN may be made up. Of a policy by
/// itself nobody knows who has it, but for the account.
pub(crate) fn of(request: &Request, is_known: bool, region: Option<String>) -> Context {
    let mut context = Context::of_direct_call(request);
    if !is_known {
        context.remove("aws:PrincipalArn");
        context.remove("aws:PrincipalType");
    }
    match region {
        Some(region) => context.set("aws:RequestedRegion", region),
        None => {
            context.remove("aws:RequestedRegion");
        }
    }
    context
}
