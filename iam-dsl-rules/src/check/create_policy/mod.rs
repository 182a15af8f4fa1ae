//! Whether IAM would save a policy, and with which words it refuses.

mod date;
mod grammar;
mod messages;
mod resource;

use std::collections::HashSet;
use std::error::Error;
use std::fmt;

use crate::json::{self, Node};
use crate::quota::Quota;
use grammar::Statement;

/// What IAM's API answers to a policy that it does not save.
///
/// ```
/// use iam_dsl_rules::check::create_policy;
///
/// let refusal = create_policy(r#"{"Version": "2012-10-17", "Statement": []}"#).unwrap_err();
/// assert_eq!(refusal.code(), "MalformedPolicyDocument");
/// assert_eq!(refusal.message(), "Syntax errors in policy.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    code: &'static str,
    message: String,
}

impl Refusal {
    fn malformed(message: impl Into<String>) -> Self {
        Self {
            code: messages::MALFORMED,
            message: message.into(),
        }
    }

    /// Returns the code of the error, such as `MalformedPolicyDocument`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Returns the message, as IAM writes it.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code, self.message)
    }
}

impl Error for Refusal {}

/// Asks whether IAM's `CreatePolicy` would save a document, given as text.
///
/// IAM saves much that is wrong, such as actions that do not exist: [`validate`](super::validate) is for that.
///
/// # Errors
///
/// The answer of IAM's API, where it refuses. What it looks at first, it complains about first.
///
/// ```
/// use iam_dsl_rules::check::create_policy;
///
/// let policy = r#"{"Version": "2012-10-17", "Statement":
///     {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "my-bucket"}}"#;
/// assert_eq!(
///     create_policy(policy).unwrap_err().message(),
///     r#"Resource my-bucket must be in ARN format or "*"."#,
/// );
/// assert!(create_policy(&policy.replace("my-bucket", "arn:aws:s3:::my-bucket/*")).is_ok());
/// ```
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html>
pub fn create_policy(text: &str) -> Result<(), Refusal> {
    if !text.chars().all(is_printable) {
        return Err(Refusal {
            code: messages::VALIDATION,
            message: messages::NOT_PRINTABLE.to_owned(),
        });
    }
    let node = json::parse(text).map_err(|_| Refusal::malformed(messages::SYNTAX))?;
    let statements = statements(&node)?;
    let resource = first_parsing(&statements)?;
    elements(&statements)?;
    if let Some(message) = resource {
        return Err(Refusal::malformed(message));
    }
    for action in statements.iter().flat_map(Statement::actions) {
        action_form(action)?;
    }
    if !statements.iter().all(Statement::has_resources) {
        return Err(Refusal::malformed(messages::NO_RESOURCES));
    }
    if !Quota::MANAGED_POLICY.allows(text) {
        return Err(Refusal {
            code: messages::LIMIT,
            message: messages::size(Quota::MANAGED_POLICY.limit()),
        });
    }
    Ok(())
}

/// The characters that the parameter may have: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html>.
fn is_printable(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{ff}')
}

fn statements<'a>(node: &'a Node<'a>) -> Result<Vec<Statement<'a>>, Refusal> {
    let policy = grammar::policy(node).ok_or_else(|| Refusal::malformed(messages::SYNTAX))?;
    if policy.version != Some("2012-10-17") {
        return Err(Refusal::malformed(messages::VERSION));
    }
    Ok(policy.statements)
}

/// Reads effects, dates and resources, and returns what is wrong with a resource: IAM says that only later, unless it
/// cannot read it at all.
fn first_parsing(statements: &[Statement<'_>]) -> Result<Option<String>, Refusal> {
    let refused = || Refusal::malformed(messages::LEGACY_PARSING);
    let mut wrong = None;
    if !statements.iter().all(Statement::can_be_parsed) {
        return Err(refused());
    }
    let lists = |name: &'static str| statements.iter().filter_map(move |one| one.element(name));
    for list in lists("Resource").chain(lists("NotResource")) {
        let mut resources: Vec<&str> = list.texts().collect();
        resources.sort_unstable_by(|one, other| other.cmp(one));
        for text in &resources {
            if let Some(message) = resource::wrong_form(text) {
                wrong = Some(message);
            }
        }
        if wrong.is_none() && !resources.iter().all(|text| resource::can_be_parsed(text)) {
            return Err(refused());
        }
    }
    Ok(wrong)
}

/// Looks at what statements have, and at their Sids.
fn elements(statements: &[Statement<'_>]) -> Result<(), Refusal> {
    if statements.iter().any(Statement::has_principal) {
        return Err(Refusal::malformed(messages::PRINCIPAL));
    }
    let mut sids = HashSet::new();
    for sid in statements.iter().filter_map(|statement| statement.sid) {
        // The message says otherwise, but IAM has been seen to take `_`.
        let is_of_sid = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        if !sid.bytes().all(is_of_sid) {
            return Err(Refusal::malformed(messages::SID_CHARACTERS));
        }
        if !sid.is_empty() && !sids.insert(sid) {
            return Err(Refusal::malformed(messages::SID_TWICE));
        }
    }
    if !statements.iter().all(Statement::has_actions) {
        return Err(Refusal::malformed(messages::NO_ACTIONS));
    }
    Ok(())
}

fn action_form(action: &str) -> Result<(), Refusal> {
    if action == "*" {
        return Ok(());
    }
    let Some((service, name)) = action.split_once(':') else {
        return Err(Refusal::malformed(messages::NO_SERVICE));
    };
    if name.contains(':') {
        return Err(Refusal::malformed(messages::TWO_COLONS));
    }
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    if service != "*" && !service.bytes().all(is_name) {
        return Err(Refusal::malformed(messages::action_service(service)));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
