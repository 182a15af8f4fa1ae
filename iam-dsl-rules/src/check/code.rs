//! The codes findings carry.

use std::fmt;

use super::{Profile, document, names, view};

/// How grave a [`Finding`](super::Finding) is, in the words of IAM Access Analyzer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FindingType {
    /// The policy cannot work as written.
    Error,
    /// The policy grants more than it seems to.
    SecurityWarning,
    /// The policy probably does not do what its author means.
    Warning,
    /// The policy could be simpler.
    Suggestion,
}

impl FindingType {
    /// Returns the name Access Analyzer's API uses, such as `SECURITY_WARNING`.
    ///
    /// ```
    /// use iam_dsl_rules::check::FindingType;
    ///
    /// assert_eq!(FindingType::SecurityWarning.as_str(), "SECURITY_WARNING");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "ERROR",
            Self::SecurityWarning => "SECURITY_WARNING",
            Self::Warning => "WARNING",
            Self::Suggestion => "SUGGESTION",
        }
    }
}

impl fmt::Display for FindingType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What kind of mistake a [`Finding`](super::Finding) reports.
///
/// Where [IAM Access Analyzer] has a check for it, name and type are Access Analyzer's.
///
/// [IAM Access Analyzer]: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    name: &'static str,
    finding_type: FindingType,
    stops_compilation: bool,
    profile: Profile,
    is_own: bool,
    #[cfg(feature = "validate")]
    meaning: &'static str,
}

impl Code {
    pub(in crate::check) const fn error(name: &'static str) -> Self {
        Self::certain(name, FindingType::Error)
    }

    /// A mistake that Access Analyzer only has a suggestion for, but which a compiler can be sure about.
    pub(in crate::check) const fn certain_suggestion(name: &'static str) -> Self {
        Self::certain(name, FindingType::Suggestion)
    }

    /// A mistake Access Analyzer only warns of, but which a compiler can be sure about.
    pub(in crate::check) const fn certain_warning(name: &'static str) -> Self {
        Self::certain(name, FindingType::Warning)
    }

    const fn certain(name: &'static str, finding_type: FindingType) -> Self {
        Self {
            name,
            finding_type,
            stops_compilation: true,
            profile: Profile::Sandbox,
            is_own: false,
            #[cfg(feature = "validate")]
            meaning: "",
        }
    }

    /// Returns the same code as one that Access Analyzer lacks.
    pub(in crate::check) const fn own(self) -> Self {
        Self {
            is_own: true,
            ..self
        }
    }

    /// Returns the name, such as `INVALID_ACTION`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns how grave findings of this code are.
    pub const fn finding_type(&self) -> FindingType {
        self.finding_type
    }

    /// Returns true when the macros refuse to compile a policy with this finding.
    ///
    /// All errors do, and those warnings that leave no doubt: an operator or a value that does
    /// not fit the type of its condition key, and a resource no action of the statement acts on.
    pub const fn stops_compilation(&self) -> bool {
        self.stops_compilation
    }

    /// Returns true when Access Analyzer has no such check.
    pub const fn is_own(&self) -> bool {
        self.is_own
    }

    /// Returns the least strict profile in which findings of this code are reported as they are.
    pub const fn profile(&self) -> Profile {
        self.profile
    }

    /// Returns what the code means, in Markdown: what is found, why it is bad, and what to do instead.
    #[cfg(feature = "validate")]
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// Returns every code that the checks give, by name.
    ///
    /// Codes of what is only warned of need the feature `validate`.
    pub fn all() -> Vec<Self> {
        let mut codes: Vec<Self> = super::checks()
            .map(|check| check.codes)
            .chain(names::CODES.iter().copied())
            .chain(view::CODES.iter().copied())
            .chain([document::CODES])
            .flatten()
            .copied()
            .collect();
        codes.sort_by_key(Self::name);
        codes
    }

    /// Returns the code of that name.
    ///
    /// ```
    /// use iam_dsl_rules::check::Code;
    ///
    /// assert_eq!(Code::named("INVALID_ACTION"), Some(Code::INVALID_ACTION));
    /// assert_eq!(Code::named("invalid action"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|code| code.name == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// What macros leave to its author.
#[cfg(feature = "validate")]
impl Code {
    /// A mistake of the text as a whole, which macros do not see.
    pub(in crate::check) const fn error_of_text(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Error)
    }

    pub(in crate::check) const fn warning(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Warning)
    }

    pub(in crate::check) const fn security_warning(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::SecurityWarning)
    }

    /// Returns the same code with what its documentation says.
    pub(in crate::check) const fn meaning_of(self, meaning: &'static str) -> Self {
        Self { meaning, ..self }
    }

    /// Returns the same code for accounts of that profile and stricter ones.
    pub(in crate::check) const fn from(self, profile: Profile) -> Self {
        Self { profile, ..self }
    }

    /// What could be simpler does not matter in a sandbox.
    pub(in crate::check) const fn suggestion(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Suggestion).from(Profile::Development)
    }

    const fn uncertain(name: &'static str, finding_type: FindingType) -> Self {
        Self {
            stops_compilation: false,
            ..Self::certain(name, finding_type)
        }
    }
}
