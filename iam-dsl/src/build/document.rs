//! A policy on its way into a file.

use std::fmt::Display;

use iam_dsl_core::{
    check::FindingType,
    quota::{Quota, Unit},
};

use super::Problem;
use crate::{Policy, policy::Kind};

/// The text of a policy document, or what is wrong with the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document(Result<String, Vec<Problem>>);

impl Document {
    pub(super) fn into_text(self) -> Result<String, Vec<Problem>> {
        self.0
    }

    fn of<K: Kind>(policy: &Policy<K>) -> Result<String, Vec<Problem>> {
        let compact = policy
            .try_to_json()
            .map_err(|unresolved| vec![Problem::from(unresolved)])?;
        let errors: Vec<Problem> = policy
            .findings()
            .iter()
            .filter(|finding| finding.finding_type() == FindingType::Error)
            .map(Problem::from)
            .collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let pretty = policy.to_json_pretty() + "\n";
        match Quota::of(K::KIND) {
            None => Ok(pretty),
            Some(quota) if quota.allows(&pretty) => Ok(pretty),
            // Some quotas count white space.
            Some(quota) if quota.allows(&compact) => Ok(compact),
            Some(quota) => Err(vec![over(quota, quota.measure(&compact), K::KIND)]),
        }
    }
}

fn over(quota: Quota, length: usize, kind: impl Display) -> Problem {
    let unit = match quota.unit() {
        Unit::NonWhitespaceCharacters => "characters besides white space",
        Unit::Bytes => "bytes",
        _ => "characters",
    };
    let limit = quota.limit();
    Problem::new(format!(
        "{length} {unit} are over the quota of {limit} ({kind})"
    ))
    .with_help("split the policy, or write `policy.minimized()`")
}

/// What a build script can write: a policy, or the result of making one.
pub trait IntoDocument {
    /// Checks the policy and turns it into its text.
    fn into_document(self) -> Document;
}

impl<K: Kind> IntoDocument for &Policy<K> {
    fn into_document(self) -> Document {
        Document(Document::of(self))
    }
}

impl<K: Kind> IntoDocument for Policy<K> {
    fn into_document(self) -> Document {
        (&self).into_document()
    }
}

impl<T: IntoDocument, E: Display> IntoDocument for Result<T, E> {
    fn into_document(self) -> Document {
        match self {
            Ok(policy) => policy.into_document(),
            Err(error) => Document(Err(vec![Problem::new(error.to_string())])),
        }
    }
}
