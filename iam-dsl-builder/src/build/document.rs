//! A policy on its way into a file.

use std::fmt::Display;

use iam_dsl_core::{
    PolicyKind,
    check::FindingType,
    quota::{Quota, Unit},
};

use super::Problem;
use crate::{Policy, policy::Kind};

/// The text of a policy document, or what is wrong with the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document(Result<Text, Vec<Problem>>);

/// The text of a policy document, and what may be wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) json: String,
    pub(super) warning: Option<Problem>,
}

impl Document {
    #[inline]
    pub(super) fn into_text(self) -> Result<Text, Vec<Problem>> {
        self.0
    }

    #[inline]
    fn of<K: Kind>(policy: &Policy<K>, unchecked: &[String]) -> Result<Text, Vec<Problem>> {
        let compact = policy
            .try_to_json()
            .map_err(|unresolved| vec![Problem::from(unresolved)])?;
        let errors: Vec<Problem> = policy
            .findings_except(unchecked)
            .iter()
            .filter(|finding| finding.finding_type() == FindingType::Error)
            .map(Problem::from)
            .collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let pretty = policy.to_json_pretty() + "\n";
        let fits = |json| Text {
            json,
            warning: None,
        };
        let Some(quota) = Quota::of(K::KIND) else {
            return Ok(fits(pretty));
        };
        if quota.allows(&pretty) {
            return Ok(fits(pretty));
        }
        // Some quotas count white space.
        if quota.allows(&compact) {
            return Ok(fits(compact));
        }
        let problem = over(quota, &compact, K::KIND);
        match takes_more(K::KIND, &compact) {
            Some(help) => Ok(Text {
                json: compact,
                warning: Some(problem.with_help(help)),
            }),
            None => {
                Err(vec![problem.with_help(
                    "split the policy, or write `policy.minimized()`",
                )])
            }
        }
    }
}

/// Where AWS takes the policy nevertheless.
#[inline]
fn takes_more(kind: PolicyKind, json: &str) -> Option<&'static str> {
    match kind {
        PolicyKind::Identity if Quota::ROLE_INLINE.allows(json) => {
            Some("inline policies of a role may have 10240 together")
        }
        PolicyKind::Trust => Some("AWS raises it on request"),
        _ => None,
    }
}

#[inline]
fn over(quota: Quota, compact: &str, kind: PolicyKind) -> Problem {
    let length = quota.measure(compact);
    let unit = match quota.unit() {
        Unit::NonWhitespaceCharacters => "characters besides white space",
        Unit::Bytes => "bytes",
        _ => "characters",
    };
    let limit = quota.limit();
    Problem::new(format!(
        "{length} {unit} are over the quota of {limit} ({kind})"
    ))
}

/// What a build script can write: a policy, or the result of making one.
pub trait IntoDocument {
    /// Checks the policy, but for the names in `unchecked`, and turns it into its text.
    fn into_document(self, unchecked: &[String]) -> Document;
}

impl<K: Kind> IntoDocument for &Policy<K> {
    #[inline]
    fn into_document(self, unchecked: &[String]) -> Document {
        Document(Document::of(self, unchecked))
    }
}

impl<K: Kind> IntoDocument for Policy<K> {
    #[inline]
    fn into_document(self, unchecked: &[String]) -> Document {
        (&self).into_document(unchecked)
    }
}

impl<T: IntoDocument, E: Display> IntoDocument for Result<T, E> {
    #[inline]
    fn into_document(self, unchecked: &[String]) -> Document {
        match self {
            Ok(policy) => policy.into_document(unchecked),
            Err(error) => Document(Err(vec![Problem::new(error.to_string())])),
        }
    }
}
