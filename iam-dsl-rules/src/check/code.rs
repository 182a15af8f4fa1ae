//! The codes findings carry.

use std::fmt;

use super::Profile;

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
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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
        let codes = super::checks()
            .flat_map(|check| check.codes)
            .chain(CODES)
            .chain(super::account::CODES);
        #[cfg(feature = "validate")]
        let codes = codes.chain(super::allowance::CODES);
        let mut codes: Vec<Self> = codes.copied().collect();
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

/// The name: what it means would drown what failed.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

/// What macros leave to its author.
impl Code {
    /// A mistake of the text as a whole, which macros do not see.
    #[cfg(feature = "validate")]
    pub(in crate::check) const fn error_of_text(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Error)
    }

    /// A mistake in how identities belong together, of which macros see one policy.
    pub(in crate::check) const fn error_of_account(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Error)
    }

    pub(in crate::check) const fn warning(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Warning)
    }

    pub(in crate::check) const fn security_warning(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::SecurityWarning)
    }

    /// Returns the same code with what its documentation says.
    #[cfg(feature = "validate")]
    pub(in crate::check) const fn meaning_of(self, meaning: &'static str) -> Self {
        Self { meaning, ..self }
    }

    /// Returns the same code for accounts of that profile and stricter ones.
    pub(in crate::check) const fn from(self, profile: Profile) -> Self {
        Self { profile, ..self }
    }

    /// What could be simpler does not matter in a sandbox.
    #[cfg(feature = "validate")]
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

codes! {
    /// The service takes no account id in this ARN.
    ARN_ACCOUNT_NOT_ALLOWED = error;
    /// The service takes no region in this ARN.
    ARN_REGION_NOT_ALLOWED = error;
    /// An element has a value of the wrong JSON type.
    DATA_TYPE_MISMATCH = error;
    /// One key occurs twice, spelt the same or in another case.
    DUPLICATE_KEYS_WITH_DIFFERENT_CASE = error;
    /// `Action` is an empty list.
    EMPTY_ARRAY_ACTION = certain_suggestion;
    /// A list of principals is empty.
    EMPTY_ARRAY_PRINCIPAL = certain_suggestion;
    /// `Resource` is an empty list.
    EMPTY_ARRAY_RESOURCE = certain_suggestion;
    /// A policy variable without a name.
    EMPTY_VARIABLE = error;
    /// The service has no such action.
    INVALID_ACTION = error;
    /// The account of an ARN or principal is not an account id.
    INVALID_ARN_ACCOUNT = error;
    /// An ARN does not begin with `arn:`.
    INVALID_ARN_PREFIX = error;
    /// The region of an ARN does not exist.
    INVALID_ARN_REGION = error;
    /// The resource part of an ARN fits no format of its service.
    INVALID_ARN_RESOURCE = error;
    /// The service of an ARN is not in lower case.
    INVALID_ARN_SERVICE_CASE = error;
    /// A condition key is not of the form `prefix:name`.
    INVALID_CONDITION_KEY_FORMAT = error;
    /// There is no such global condition key.
    INVALID_GLOBAL_CONDITION_KEY = error;
    /// A condition key that holds the ARN of a KMS key is compared with something else.
    INVALID_KMS_KEY_VALUE = error;
    /// AWS has no such managed policy.
    INVALID_MANAGED_POLICY = error, own;
    /// There is no such partition.
    INVALID_PARTITION = error;
    /// There is no such policy element.
    INVALID_POLICY_ELEMENT = error;
    /// There is no such region.
    INVALID_REGION = error;
    /// An ARN names a service that does not exist.
    INVALID_SERVICE = error;
    /// The service has no such condition key.
    INVALID_SERVICE_CONDITION_KEY = error;
    /// An action names a service prefix that does not exist.
    INVALID_SERVICE_IN_ACTION = error;
    /// A service principal is malformed or misspelt.
    INVALID_SERVICE_PRINCIPAL_FORMAT = error;
    /// A text that is not the id of a VPC endpoint.
    INVALID_VPCE_FORMAT = error;
    /// A text that is not the id of a VPC.
    INVALID_VPC_FORMAT = error;
    /// Text that is no JSON.
    JSON_SYNTAX_ERROR = error;
    /// The service demands an account id in this ARN.
    MISSING_ARN_ACCOUNT = error;
    /// An ARN of fewer than six fields.
    MISSING_ARN_FIELD = error;
    /// The service demands a region in this ARN.
    MISSING_ARN_REGION = error;
    /// A policy variable that is not closed.
    MISSING_BRACE_IN_VARIABLE = error;
    /// A default value of a policy variable that is not in single quotes.
    MISSING_QUOTE_IN_VARIABLE = error;
    /// A policy without statements.
    MISSING_STATEMENT = error;
    /// A tag condition key without the key of the tag.
    MISSING_TAG_KEY_IN_CONDITION = error;
    /// An action that a resource control policy cannot deny.
    RCP_SYNTAX_ERROR_ACTION = error;
    /// A value of a boolean operator is neither `true` nor `false`.
    TYPE_MISMATCH_BOOLEAN = certain_warning;
    /// A value of a date operator is not a date.
    TYPE_MISMATCH_DATE = certain_warning;
    /// A value of an IP address operator is not an address range.
    TYPE_MISMATCH_IP_RANGE = error;
    /// A value of a numeric operator is not a number.
    TYPE_MISMATCH_NUMBER = certain_warning;
    /// A value of `BinaryEquals` is not Base64.
    TYPE_MISMATCH_STRING = certain_warning;
    /// A global condition key that AWS no longer has.
    UNSUPPORTED_GLOBAL_CONDITION_KEY = error;
    /// No action of the statement acts on the resource.
    UNSUPPORTED_RESOURCE_FOR_ACTION = certain_warning, own;
    /// A Sid with characters IAM does not take.
    UNSUPPORTED_SID = error;
    /// White space within a policy variable.
    UNSUPPORTED_SPACE_IN_VARIABLE = error;
}
