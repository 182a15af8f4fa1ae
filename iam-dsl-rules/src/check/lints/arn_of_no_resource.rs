//! An ARN has the name that AWS gave the resource, which is not always the one that its owner gave.
//!
//! AWS: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html>,
//! <https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html>

use crate::check::names::arn_fields;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Statement};
use crate::check::{Code, Message};

codes! {
    /// An ARN that looks right, and that no resource has.
    ///
    /// AWS Secrets Manager puts a dash and six characters of its own behind the name of a secret, and the parameter
    /// `/app/url` has the ARN `parameter/app/url`, with one slash. A statement with another ARN does nothing: what it
    /// allows stays denied, and what it denies stays allowed.
    ///
    /// Instead, write `-??????` behind the name of a secret, as in `secret:prod/db-??????`, and `parameter/app/*` for
    /// parameters such as `/app/url`.
    ///
    /// AWS: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html>
    ARN_OF_NO_RESOURCE = warning, own;
}

/// What a secret has no characters for yet.
const CREATE_SECRET: &str = "secretsmanager:CreateSecret";

/// How many characters AWS puts behind the name of a secret, the dash among them.
const SUFFIX: usize = 7;

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        for (item, text) in statement.resources.iter().flat_map(Element::known) {
            if let Some(message) = of_no_resource(text, statement) {
                report.add_at(item, message);
            }
        }
    }
}

fn of_no_resource(arn: &str, statement: &Statement<'_>) -> Option<Message> {
    if !arn.contains(":secret:") && !arn.contains(":parameter//") {
        return None;
    }
    let fields = arn_fields(arn)?;
    let (text, help) = match fields.service {
        "secretsmanager" => {
            let name = fields.resource.strip_prefix("secret:")?;
            if has_suffix(name) || creates_secrets(statement) {
                return None;
            }
            let text = format!(
                "no secret has the ARN `{arn}`: AWS puts a dash and six characters behind its name"
            );
            (text, format!("write `{arn}-??????`"))
        }
        "ssm" => {
            let name = fields.resource.strip_prefix("parameter//")?;
            let text = format!(
                "no parameter has the ARN `{arn}`: the slash before its name is there once"
            );
            (text, format!("write `parameter/{name}`"))
        }
        _ => return None,
    };
    Some(Message::new(Code::ARN_OF_NO_RESOURCE, text).with_help(help))
}

/// Whether a name can end with what AWS puts there: what stands behind the last `*` or variable may be the end of it.
fn has_suffix(name: &str) -> bool {
    let end = name.rsplit(['*', '}']).next().unwrap_or(name);
    let mut last = end.chars().rev();
    let is_own = |of: char| of.is_ascii_alphanumeric() || of == '?';
    let fits = last.by_ref().take(SUFFIX - 1).all(is_own);
    let is_open = end.len() < name.len() && end.chars().count() < SUFFIX;
    fits && (is_open || matches!(last.next(), Some('-' | '?')))
}

fn creates_secrets(statement: &Statement<'_>) -> bool {
    statement.action().is_some_and(|actions| {
        let mut known = actions.known();
        known.all(|(_, text)| text.eq_ignore_ascii_case(CREATE_SECRET))
    })
}

#[cfg(test)]
mod tests {
    use super::has_suffix;

    #[test]
    fn ends_of_secrets() {
        for secret in [
            "*",
            "prod/*",
            "prod/db-??????",
            "prod/db-*",
            "prod/db-a1b2C3",
            "prod/db*",
            "prod/*-a1b2C3",
            "*C3",
            "${SecretName}",
            "${Name}-??????",
            "prod/db???????",
        ] {
            assert!(has_suffix(secret), "{secret}");
        }
        for name in [
            "prod/db",
            "prod/*/db-password",
            "${Name}-password",
            "db-a1b2c",
            "db",
            "",
        ] {
            assert!(!has_suffix(name), "{name}");
        }
    }
}
