//! Only roles trust identity providers: elsewhere the principal is the role that somebody assumed.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// The policy of a resource trusts an identity provider.
    ///
    /// Users of a provider assume a role, and it is the role that calls. Of the provider itself no request comes, so
    /// that the statement does nothing.
    ///
    /// Instead, name the role under `AWS`, and trust the provider in the role's trust policy.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html>
    FEDERATED_PRINCIPAL_NOT_SUPPORTED = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if !matches!(
        document.kind,
        PolicyKind::Resource | PolicyKind::VpcEndpoint
    ) {
        return;
    }
    for statement in &document.statements {
        for provider in statement.principals_of("Federated") {
            let Some(text) = provider.text else { continue };
            let message = Message::new(
                Code::FEDERATED_PRINCIPAL_NOT_SUPPORTED,
                format!("`{text}` is trusted by roles, not by resources"),
            );
            report.add_at(
                provider,
                message.with_help("name the role that its users assume, as `{\"AWS\": ..}`"),
            );
        }
    }
}
