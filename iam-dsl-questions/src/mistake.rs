//! Questions that no request could ask.

use iam_dsl_catalog::Action;
use iam_dsl_core::check::{self, Code};
use iam_dsl_core::{
    ActionPattern, Effect, PolicyDocument, PolicyKind, PolicyStatement, Template, json,
};

/// Says what is wrong with a request: a denial of such a one would prove nothing.
///
/// A pattern is looked for in the keys of objects: ARNs of other handles, such as secrets, end in
/// wildcards of their own, and in an ARN by itself `*` may be part of a name.
pub(crate) fn find(
    action: &str,
    resource: &str,
    is_handle: bool,
    account: Option<&str>,
) -> Option<String> {
    if let Some(Err(message)) = account.map(check::account_id) {
        return Some(message.text().to_owned());
    }
    let acts_on_resources = |action: Action| action.resources().next().is_some();
    if resource == "*" {
        return Action::find(action)
            .is_some_and(acts_on_resources)
            .then(|| format!("`{action}` acts on a resource, and none is given"));
    }
    if is_handle && is_object(resource) && resource.contains(['*', '?']) {
        return Some(format!(
            "`{resource}` is a pattern, and a request is on one resource"
        ));
    }
    cannot_act(action, resource)
}

fn is_object(resource: &str) -> bool {
    resource.split(':').nth(2) == Some("s3")
}

fn cannot_act(action: &str, resource: &str) -> Option<String> {
    // What the catalog does not know may act on anything.
    Action::find(action)?;
    let statement = PolicyStatement::new(Effect::Allow)
        .with_actions(ActionPattern::unchecked(action))
        .with_resources(Template::literal(resource));
    let text = PolicyDocument::new().with_statement(statement).to_json();
    let node = json::parse(&text).ok()?;
    check::document(&node, PolicyKind::Identity)
        .into_iter()
        .find(|finding| finding.code() == Code::UNSUPPORTED_RESOURCE_FOR_ACTION)
        .map(|finding| finding.message().to_owned())
}
