//! Findings that are accepted, each with its reason.

use std::fmt;

use super::{Code, Finding, Message};
use crate::json::{Node, Value};
use crate::{PathSegment, display_path};

codes! {
    /// An allowance for a finding that is not there any more.
    ///
    /// What was accepted has been mended, or has moved. Left in place, the allowance would hide the next finding of its code, which
    /// nobody has looked at.
    ///
    /// Instead, take the allowance away, or say where the finding is now.
    STALE_ALLOWANCE = warning from Development, own;
    /// An allowance that does not say why.
    ///
    /// Whoever reads the policy next cannot tell a decision from an oversight. Such an allowance allows nothing.
    ///
    /// Instead, say in a sentence why the finding does no harm here.
    ALLOWANCE_WITHOUT_REASON = warning, own;
}

/// A finding that is accepted: its code, where it is, and why.
///
/// Errors can be allowed as well, since AWS may be ahead of the catalog; that does not make AWS take the policy.
///
/// ```
/// use iam_dsl_rules::PolicyKind;
/// use iam_dsl_rules::check::{self, Allowance, Code};
/// use iam_dsl_rules::json;
///
/// let text = r#"{"Version": "2012-10-17", "Statement": {
///     "Sid": "Deploy", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"
/// }}"#;
/// let findings = check::validate(text, PolicyKind::Identity);
/// assert_eq!(findings.len(), 1);
///
/// let reason = "the roles are named by the stack that is deployed";
/// let allowance = Allowance::new(Code::PASS_ROLE_WITH_STAR_IN_RESOURCE, reason).in_statement("Deploy");
/// assert_eq!(check::except_allowed(findings, &[allowance], &json::parse(text)?), []);
/// # Ok::<(), iam_dsl_rules::ReadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Allowance {
    code: Code,
    place: Place,
    reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Place {
    /// And all within.
    Path(Vec<PathSegment>),
    /// The statement of this Sid.
    Statement(String),
}

impl Allowance {
    /// Allows findings of a code in all of a policy.
    #[must_use]
    pub fn new(code: Code, reason: impl Into<String>) -> Self {
        Self {
            code,
            place: Place::Path(Vec::new()),
            reason: reason.into(),
        }
    }

    /// Allows them at that path alone, and within what is there.
    ///
    /// ```
    /// use iam_dsl_rules::check::{Allowance, Code};
    ///
    /// let allowance = Allowance::new(Code::INVALID_ACTION, "in preview")
    ///     .at(["Statement".into(), 0.into(), "Action".into()]);
    /// assert_eq!(allowance.to_string(), "INVALID_ACTION at `Statement[0].Action`: in preview");
    /// ```
    #[must_use]
    pub fn at(mut self, path: impl Into<Vec<PathSegment>>) -> Self {
        self.place = Place::Path(path.into());
        self
    }

    /// Allows them in the statement of that `Sid` alone, wherever it stands.
    ///
    /// ```
    /// use iam_dsl_rules::check::{Allowance, Code};
    ///
    /// let allowance = Allowance::new(Code::INVALID_ACTION, "in preview").in_statement("Deploy");
    /// assert_eq!(allowance.to_string(), "INVALID_ACTION in statement `Deploy`: in preview");
    /// ```
    #[must_use]
    pub fn in_statement(mut self, sid: impl Into<String>) -> Self {
        self.place = Place::Statement(sid.into());
        self
    }

    /// Returns the code that is allowed.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Returns the path it is allowed at, unless that is a statement's Sid. An empty one is the whole policy.
    #[must_use]
    pub fn path(&self) -> Option<&[PathSegment]> {
        match &self.place {
            Place::Path(path) => Some(path),
            Place::Statement(_) => None,
        }
    }

    /// Returns the Sid of the statement it is allowed in, if one was named.
    #[must_use]
    pub fn sid(&self) -> Option<&str> {
        match &self.place {
            Place::Path(_) => None,
            Place::Statement(sid) => Some(sid),
        }
    }

    /// Returns why.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Returns true when it says why.
    #[must_use]
    pub fn has_reason(&self) -> bool {
        !self.reason.trim().is_empty()
    }

    /// Says that what is allowed is not there any more.
    #[must_use]
    pub fn stale(&self) -> Message {
        let text = format!(
            "`{}` is allowed{}, and is not found there",
            self.code, self.place
        );
        Message::new(Code::STALE_ALLOWANCE, text)
            .with_help("take the allowance away, lest it hide the next finding of this code")
    }

    /// Says so of one document, which may have no such statement at all.
    fn stale_in(&self, allowed: &Allowed) -> Message {
        match self.sid() {
            Some(sid) if allowed.paths.is_empty() => self.stale().with_help(format!(
                "no statement has the Sid `{sid}`: say which Sid it has now, or take the allowance away"
            )),
            _ => self.stale(),
        }
    }

    /// Says that the allowance does not say why.
    #[must_use]
    pub fn without_reason(&self) -> Message {
        let text = format!("`{}` is allowed{} without a reason", self.code, self.place);
        Message::new(Code::ALLOWANCE_WITHOUT_REASON, text)
            .with_help("say in a sentence why it does no harm here; until then nothing is allowed")
    }

    fn paths(&self, document: &Node<'_>) -> Vec<Vec<PathSegment>> {
        match &self.place {
            Place::Path(path) => vec![path.clone()],
            Place::Statement(sid) => statements_of(document, sid),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) if path.is_empty() => Ok(()),
            Self::Path(path) => write!(formatter, " at `{}`", display_path(path)),
            Self::Statement(sid) => write!(formatter, " in statement `{sid}`"),
        }
    }
}

impl fmt::Display for Allowance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}: {}", self.code, self.place, self.reason)
    }
}

/// Returns the findings that no allowance is for, and what is wrong with the allowances themselves, in the order of the
/// document.
///
/// An allowance that no finding needs is a finding, and so is one without a reason, which allows nothing. Apply a profile
/// after this: what a profile does not report is no reason to take an allowance away.
#[must_use]
pub fn except_allowed(
    findings: Vec<Finding>,
    allowances: &[Allowance],
    document: &Node<'_>,
) -> Vec<Finding> {
    let (mut left, about) = split_allowed(findings, allowances, document);
    left.extend(about.into_iter().map(|(_, finding)| finding));
    left.sort_by_key(Finding::span);
    left
}

/// Returns the findings that no allowance is for, and by itself what is wrong with allowances, each with the index of the
/// allowance: for allowances that are written elsewhere than the document.
///
/// ```
/// use iam_dsl_rules::check::{self, Allowance, Code};
/// use iam_dsl_rules::{PolicyKind, json};
///
/// let text = r#"{"Version": "2012-10-17", "Statement": {
///     "Sid": "Deploy", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"
/// }}"#;
/// let allowances = [
///     Allowance::new(Code::PASS_ROLE_WITH_STAR_IN_RESOURCE, "any role is passed here"),
///     Allowance::new(Code::INVALID_ACTION, "in preview").in_statement("Gone"),
/// ];
/// let found = check::validate(text, PolicyKind::Identity);
/// let (left, about) = check::split_allowed(found, &allowances, &json::parse(text)?);
/// assert_eq!(left, []);
/// let [(1, stale)] = about.as_slice() else { panic!("{about:?}") };
/// assert_eq!(stale.code(), Code::STALE_ALLOWANCE);
/// # Ok::<(), iam_dsl_rules::ReadError>(())
/// ```
#[must_use]
pub fn split_allowed(
    mut findings: Vec<Finding>,
    allowances: &[Allowance],
    document: &Node<'_>,
) -> (Vec<Finding>, Vec<(usize, Finding)>) {
    let mut about = Vec::new();
    let mut good = Vec::new();
    for (index, allowance) in allowances.iter().enumerate() {
        let allowed = Allowed {
            code: allowance.code,
            paths: allowance.paths(document),
        };
        let message = if !allowance.has_reason() {
            allowance.without_reason()
        } else if !findings.iter().any(|finding| allowed.has(finding)) {
            allowance.stale_in(&allowed)
        } else {
            good.push(allowed);
            continue;
        };
        let (path, node) = nearest_to(document, allowed.paths.first().map_or(&[], Vec::as_slice));
        about.push((index, Finding::new(path, node.span, message)));
    }
    findings.retain(|finding| !good.iter().any(|allowed| allowed.has(finding)));
    (findings, about)
}

/// What an allowance comes to in one document.
struct Allowed {
    code: Code,
    /// No statement of that Sid: none.
    paths: Vec<Vec<PathSegment>>,
}

impl Allowed {
    fn has(&self, finding: &Finding) -> bool {
        let is_here = |path: &Vec<PathSegment>| is_within(finding.path(), path);
        finding.code() == self.code && self.paths.iter().any(is_here)
    }
}

/// Whether a path leads to another or into it. A key belongs to its value.
fn is_within(path: &[PathSegment], outer: &[PathSegment]) -> bool {
    let is_same = |(inner, outer): (&PathSegment, &PathSegment)| match (inner, outer) {
        (PathSegment::Name(inner), PathSegment::Key(outer)) => inner == outer,
        _ => inner == outer,
    };
    path.len() >= outer.len() && path.iter().zip(outer).all(is_same)
}

fn statements_of(document: &Node<'_>, sid: &str) -> Vec<Vec<PathSegment>> {
    let is_it = |statement: &Node<'_>| statement.get("Sid").and_then(Node::as_str) == Some(sid);
    let key = || PathSegment::from("Statement");
    match document.get("Statement") {
        Some(Node {
            value: Value::Array(statements),
            ..
        }) => {
            let indexed = statements.iter().enumerate();
            let found = indexed.filter(|(_, statement)| is_it(statement));
            found.map(|(index, _)| vec![key(), index.into()]).collect()
        }
        Some(statement) if is_it(statement) => vec![vec![key()]],
        _ => Vec::new(),
    }
}

/// What is at a path, or as far on the way there as the document goes.
fn nearest_to<'d, 'a>(
    document: &'d Node<'a>,
    path: &[PathSegment],
) -> (Vec<PathSegment>, &'d Node<'a>) {
    let mut node = document;
    for (depth, segment) in path.iter().enumerate() {
        let next = match (segment, &node.value) {
            (PathSegment::Key(key) | PathSegment::Name(key), _) => node.get(key),
            (PathSegment::Index(index), Value::Array(items)) => items.get(*index),
            (PathSegment::Index(_), _) => None,
        };
        let Some(next) = next else {
            return (path.iter().take(depth).cloned().collect(), node);
        };
        node = next;
    }
    (path.to_vec(), node)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PolicyKind;
    use crate::check::validate;
    use crate::json;

    /// Passes any role twice, with a name and without.
    const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [
        {"Sid": "Deploy", "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"},
        {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition":
            {"StringEquals": {"aws:PrincipalTag/team": "payments"}}}
    ]}"#;
    const CODE: Code = Code::PASS_ROLE_WITH_STAR_IN_RESOURCE;

    fn left(allowances: &[Allowance]) -> Vec<String> {
        let found = validate(POLICY, PolicyKind::Identity);
        let left = except_allowed(found, allowances, &json::parse(POLICY).unwrap());
        left.iter()
            .map(|finding| format!("{} {}", finding.code(), display_path(finding.path())))
            .collect()
    }

    #[test]
    fn a_code_is_allowed_in_all_of_a_policy_at_a_path_or_in_a_statement() {
        let all = Allowance::new(CODE, "why");
        let second = all.clone().at(["Statement".into(), 1.into()]);
        let named = all.clone().in_statement("Deploy");
        let at = |index| format!("{CODE} Statement[{index}].Action");
        assert_eq!(left(&[]), [at(0), at(1)]);
        assert_eq!(left(&[all]), [""; 0]);
        assert_eq!(left(std::slice::from_ref(&second)), [at(0)]);
        assert_eq!(left(std::slice::from_ref(&named)), [at(1)]);
        assert_eq!(left(&[second, named]), [""; 0]);
    }

    #[test]
    fn what_allows_nothing_is_found_at_its_place() {
        let stale = Allowance::new(Code::EMPTY_SID_VALUE, "why");
        let at = |index| format!("{CODE} Statement[{index}].Action");
        assert_eq!(
            left(&[
                stale
                    .clone()
                    .at(["Statement".into(), 1.into(), "Sid".into()]),
                stale.clone().in_statement("Gone"),
            ]),
            [
                "STALE_ALLOWANCE ".to_owned(),
                at(0),
                "STALE_ALLOWANCE Statement[1]".to_owned(),
                at(1)
            ]
        );
        assert_eq!(
            left(&[Allowance::new(CODE, " ").in_statement("Deploy")]),
            [
                "ALLOWANCE_WITHOUT_REASON Statement[0]".to_owned(),
                at(0),
                at(1)
            ]
        );
    }

    #[test]
    fn a_sid_that_no_statement_has_is_said_to_be_that() {
        let help = |sid: &str| {
            let allowance = Allowance::new(Code::EMPTY_SID_VALUE, "why").in_statement(sid);
            let document = json::parse(POLICY).unwrap();
            let (left, about) = split_allowed(Vec::new(), &[allowance], &document);
            assert_eq!(left, []);
            about[0].1.help().unwrap().to_owned()
        };
        assert!(help("Gone").starts_with("no statement has the Sid `Gone`"));
        assert!(help("Deploy").starts_with("take the allowance away"));
    }

    #[test]
    fn a_key_belongs_to_its_value() {
        let path = |last| vec![PathSegment::from("Condition"), last];
        let value = path(PathSegment::from("aws:a"));
        let key = path(PathSegment::Name("aws:a".to_owned()));
        assert!(is_within(&key, &value) && is_within(&value, &value));
        assert!(!is_within(&value, &key) && !is_within(&value[..1], &value));
    }
}
