//! Who trusts a role trusts all its sessions: none of them is named beside it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// A trust policy names a role and a session of it.
    ///
    /// Who trusts a role trusts all its sessions, so that naming one of them adds nothing.
    ///
    /// Instead, name the session alone where only that is meant, or else the role alone.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session>
    REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in &document.statements {
        for session in statement.principals_of("AWS") {
            let Some(text) = session.text else { continue };
            let Some(of_session) = role_of_session(text) else {
                continue;
            };
            let mut others = statement.principals_of("AWS").filter_map(|of| of.text);
            if let Some(named) = others.find(|other| role(other) == Some(of_session)) {
                let message = Message::new(
                    Code::REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY,
                    format!("`{text}` is a session of `{named}`"),
                );
                report.add_at(session, message.with_help("leave the session out"));
            }
        }
    }
}

/// A role of an account; its path is not part of its sessions' ARNs.
type Role<'t> = (&'t str, &'t str, &'t str);

fn role(arn: &str) -> Option<Role<'_>> {
    let (partition, account, resource) = fields(arn)?;
    let (_, name) = resource.strip_prefix("role/").map(last_part)?;
    Some((partition, account, name))
}

fn role_of_session(arn: &str) -> Option<Role<'_>> {
    let (partition, account, resource) = fields(arn)?;
    let (name, _) = resource.strip_prefix("assumed-role/")?.split_once('/')?;
    Some((partition, account, name))
}

fn last_part(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Returns partition, account and resource of an ARN.
fn fields(arn: &str) -> Option<(&str, &str, &str)> {
    let mut fields = arn.splitn(6, ':');
    fields.next().filter(|prefix| *prefix == "arn")?;
    let partition = fields.next()?;
    let account = fields.nth(2)?;
    Some((partition, account, fields.next()?))
}
