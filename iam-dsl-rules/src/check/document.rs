//! All rules over one document.

use super::report::Report;
use super::rules::RULES;
use super::{Finding, view};
use crate::PolicyKind;
use crate::json::Node;

codes! {
    /// The text is no JSON.
    ///
    /// IAM cannot read it, and nor can anything else. Often a comma or a quote is missing, or a comma is left at the
    /// end of a list.
    ///
    /// Instead, mend the text at the place that the message names.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
    JSON_SYNTAX_ERROR = error;
}

/// Checks a policy document and returns what is wrong with it, in the order of the document.
///
/// [`Value::Opaque`](crate::json::Value::Opaque) stands for a value that is not known yet; rules
/// say nothing about it, nor about what depends on it.
///
/// ```
/// use iam_dsl_rules::{PolicyKind, check, display_path, json};
///
/// let node = json::parse(r#"{"Statement": [{
///     "Effect": "Allow",
///     "Action": ["s3:GetObject", "s3:GetObjcet"],
///     "Resource": "arn:aws:s3:::reports/*",
///     "Condition": {"Bool": {"aws:SecureTransport": "yes"}}
/// }]}"#)?;
/// let found: Vec<String> = check::document(&node, PolicyKind::Identity)
///     .iter()
///     .map(|finding| format!("{}: {}", display_path(finding.path()), finding.message()))
///     .collect();
/// assert_eq!(found, [
///     "Statement[0].Action[1]: unknown action `s3:GetObjcet`",
///     "Statement[0].Condition.Bool.aws:SecureTransport: `yes` is not a boolean",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn document(node: &Node<'_>, kind: PolicyKind) -> Vec<Finding> {
    document_except(node, kind, &[])
}

/// Checks a policy document, but for the names in `unchecked`.
///
/// AWS has names before the catalog does. A name given here, such as an action, a condition key or
/// a principal, is taken on trust wherever it stands in the document.
///
/// ```
/// use iam_dsl_rules::{PolicyKind, check, json};
///
/// let node = json::parse(r#"{"Statement":
///     {"Effect": "Allow", "Action": "s3:NewAction", "Resource": "*"}}"#)?;
/// assert_eq!(check::document(&node, PolicyKind::Identity).len(), 1);
/// assert!(check::document_except(&node, PolicyKind::Identity, &["s3:NewAction"]).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn document_except(node: &Node<'_>, kind: PolicyKind, unchecked: &[&str]) -> Vec<Finding> {
    let mut report = Report::default();
    let document = view::lower(node, kind, unchecked, &mut report);
    for rule in RULES {
        (rule.run)(&document, &mut report);
    }
    report.into_findings()
}
