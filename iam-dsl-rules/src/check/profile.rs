//! What is asked of an account.

use std::fmt;

use super::{Code, Finding, FindingType};

/// What an account is for, and so what is asked of its policies.
///
/// ```
/// use iam_dsl_rules::check::{Code, FindingType, Profile};
///
/// // What cannot work is said everywhere.
/// assert_eq!(Profile::Sandbox.level(Code::INVALID_ACTION), Some(FindingType::Error));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// For trying things out: what does not work, what does not do what it seems to, and what lets strangers in.
    Sandbox,
    /// For building: also what lets identities do more than they need, and what could be simpler.
    Development,
    /// For what others rely on: everything.
    #[default]
    Production,
}

impl Profile {
    /// Every profile, from the least strict.
    pub const ALL: [Self; 3] = [Self::Sandbox, Self::Development, Self::Production];

    /// Returns the name, such as `production`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Development => "development",
            Self::Production => "production",
        }
    }

    /// Returns how grave findings of a code are here, or `None` where they are not reported.
    ///
    /// What only production needs is a suggestion in development.
    pub fn level(self, code: Code) -> Option<FindingType> {
        if self >= code.profile() {
            return Some(code.finding_type());
        }
        (self == Self::Development).then_some(FindingType::Suggestion)
    }

    /// Returns the findings that are reported here, each as grave as it is here.
    ///
    /// ```
    /// use iam_dsl_rules::check::{self, Profile};
    /// use iam_dsl_rules::{PolicyKind, json};
    ///
    /// let policy = json::parse(r#"{"Statement": {"Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "*"}}"#)?;
    /// let findings = check::document(&policy, PolicyKind::Identity);
    /// // What cannot work is as grave in a sandbox.
    /// assert_eq!(Profile::Sandbox.apply(findings.clone()), findings);
    /// # Ok::<(), iam_dsl_rules::ReadError>(())
    /// ```
    #[must_use]
    pub fn apply(self, findings: Vec<Finding>) -> Vec<Finding> {
        let as_here = |finding: Finding| {
            let level = self.level(finding.code())?;
            Some(finding.at_level(level))
        };
        findings.into_iter().filter_map(as_here).collect()
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(all(test, feature = "validate"))]
mod tests {
    use super::*;
    use crate::check::Message;
    use crate::json::Span;

    #[test]
    fn what_only_production_needs_is_a_suggestion_in_development() {
        let code = Code::warning("ONLY_FOR_PRODUCTION").from(Profile::Production);
        let finding = Finding::new(Vec::new(), Span::default(), Message::new(code, "found"));
        let types = |profile: Profile| -> Vec<FindingType> {
            let findings = profile.apply(vec![finding.clone()]);
            findings.iter().map(Finding::finding_type).collect()
        };
        assert_eq!(types(Profile::Sandbox), []);
        assert_eq!(types(Profile::Development), [FindingType::Suggestion]);
        assert_eq!(types(Profile::Production), [FindingType::Warning]);
    }
}
