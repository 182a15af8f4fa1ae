//! The codes findings carry.

use std::fmt;

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
}

impl Code {
    const fn error(name: &'static str) -> Self {
        Self {
            name,
            finding_type: FindingType::Error,
            stops_compilation: true,
        }
    }

    /// A mistake that Access Analyzer only has a suggestion for, but which a compiler can be sure about.
    const fn certain_suggestion(name: &'static str) -> Self {
        Self {
            name,
            finding_type: FindingType::Suggestion,
            stops_compilation: true,
        }
    }

    /// A mistake Access Analyzer only warns of, but which a compiler can be sure about.
    const fn certain_warning(name: &'static str) -> Self {
        Self {
            name,
            finding_type: FindingType::Warning,
            stops_compilation: true,
        }
    }

    /// A mistake of the text as a whole, which macros do not see.
    const fn error_of_text(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Error)
    }

    const fn warning(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Warning)
    }

    const fn security_warning(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::SecurityWarning)
    }

    const fn suggestion(name: &'static str) -> Self {
        Self::uncertain(name, FindingType::Suggestion)
    }

    /// What macros leave to its author.
    const fn uncertain(name: &'static str, finding_type: FindingType) -> Self {
        Self {
            name,
            finding_type,
            stops_compilation: false,
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
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $make:ident;)*) => {
        impl Code {
            $($(#[doc = $doc])+ pub const $name: Self = Self::$make(stringify!($name));)*

            /// Every code the checks give.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

codes! {
    /// An `Allow` with `NotPrincipal`.
    ALLOW_WITH_NOT_PRINCIPAL = security_warning;
    /// The service takes no account id in this ARN.
    ARN_ACCOUNT_NOT_ALLOWED = error;
    /// The service takes no region in this ARN.
    ARN_REGION_NOT_ALLOWED = error;
    /// The audience of a token is compared as one value.
    CONFIRM_AUDIENCE_CLAIM_TYPE = suggestion;
    /// All actions but some, on all resources but some, let create service-linked roles.
    CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE = warning;
    /// `iam:CreateServiceLinkedRole` on all resources but some.
    CREATE_SLR_WITH_NOT_RESOURCE = warning;
    /// A pattern of actions, on all resources but some, lets create service-linked roles.
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE = warning;
    /// A pattern of actions on `*` lets create service-linked roles.
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE = warning;
    /// `iam:CreateServiceLinkedRole` on `*`.
    CREATE_SLR_WITH_STAR_IN_RESOURCE = warning;
    /// All actions but some on `*` let create service-linked roles.
    CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION = warning;
    /// An element has a value of the wrong JSON type.
    DATA_TYPE_MISMATCH = error;
    /// One key occurs twice, spelt the same or in another case.
    DUPLICATE_KEYS_WITH_DIFFERENT_CASE = error;
    /// `Action` is an empty list.
    EMPTY_ARRAY_ACTION = certain_suggestion;
    /// A condition without values.
    EMPTY_ARRAY_CONDITION = suggestion;
    /// A `ForAllValues` condition without values.
    EMPTY_ARRAY_CONDITION_FORALLVALUES = suggestion;
    /// A `ForAnyValue` condition without values.
    EMPTY_ARRAY_CONDITION_FORANYVALUE = suggestion;
    /// An `IfExists` condition without values.
    EMPTY_ARRAY_CONDITION_IFEXISTS = suggestion;
    /// A list of principals is empty.
    EMPTY_ARRAY_PRINCIPAL = certain_suggestion;
    /// `Resource` is an empty list.
    EMPTY_ARRAY_RESOURCE = certain_suggestion;
    /// `Condition` is an empty object.
    EMPTY_OBJECT_CONDITION = suggestion;
    /// `Principal` names nobody.
    EMPTY_OBJECT_PRINCIPAL = certain_suggestion;
    /// A Sid without characters.
    EMPTY_SID_VALUE = suggestion;
    /// A policy variable without a name.
    EMPTY_VARIABLE = error;
    /// A condition that holds whenever its key is there.
    EQUIVALENT_TO_NULL_FALSE = suggestion;
    /// A condition that holds only where its key is not there.
    EQUIVALENT_TO_NULL_TRUE = suggestion;
    /// An identity provider as principal of a resource's policy.
    FEDERATED_PRINCIPAL_NOT_SUPPORTED = error;
    /// `ForAllValues` on a key with one value.
    FORALLVALUES_WITH_SINGLE_VALUED_KEY = security_warning;
    /// `ForAnyValue` on the audience of a token.
    FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE = security_warning;
    /// An address range that does not begin where it says.
    IMPROVE_IP_RANGE = suggestion;
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
    /// Values of several JSON types for one condition key.
    INVALID_CONDITION_DATA_TYPE = error;
    /// A condition key is not of the form `prefix:name`.
    INVALID_CONDITION_KEY_FORMAT = error;
    /// Several booleans for one condition key.
    INVALID_CONDITION_MULTIPLE_BOOLEAN = error;
    /// There is no such condition operator.
    INVALID_CONDITION_OPERATOR = error;
    /// A date in seconds since 1970.
    INVALID_DATE_VALUE = warning;
    /// The effect is neither `Allow` nor `Deny`.
    INVALID_EFFECT = error;
    /// A federated principal in a trust policy is neither a domain nor a provider's ARN.
    INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY = error;
    /// There is no such global condition key.
    INVALID_GLOBAL_CONDITION_KEY = error;
    /// A condition key that holds the ARN of a KMS key is compared with something else.
    INVALID_KMS_KEY_VALUE = error;
    /// AWS has no such managed policy. Own code.
    INVALID_MANAGED_POLICY = error;
    /// There is no such partition.
    INVALID_PARTITION = error;
    /// There is no such policy element.
    INVALID_POLICY_ELEMENT = error;
    /// A principal is neither `*` nor a map.
    INVALID_PRINCIPAL_FORMAT = error;
    /// A principal type other than `AWS`, `Service`, `Federated` and `CanonicalUser`.
    INVALID_PRINCIPAL_KEY = error;
    /// There is no such region.
    INVALID_REGION = error;
    /// A role as principal by its id.
    INVALID_ROLE_REFERENCE = warning;
    /// An ARN names a service that does not exist.
    INVALID_SERVICE = error;
    /// The service has no such condition key.
    INVALID_SERVICE_CONDITION_KEY = error;
    /// An action names a service prefix that does not exist.
    INVALID_SERVICE_IN_ACTION = error;
    /// A service principal is malformed or misspelt.
    INVALID_SERVICE_PRINCIPAL_FORMAT = error;
    /// A user as principal by their id.
    INVALID_USER_REFERENCE = warning;
    /// A policy variable in a value whose operator takes none.
    INVALID_VARIABLE_FOR_OPERATOR = error;
    /// The policy version is not one of IAM's.
    INVALID_VERSION = error;
    /// A text that is not the id of a VPC endpoint.
    INVALID_VPCE_FORMAT = error;
    /// A text that is not the id of a VPC.
    INVALID_VPC_FORMAT = error;
    /// Text that is no JSON.
    JSON_SYNTAX_ERROR = error_of_text;
    /// The `sts:AssumeRole…` action does not fit the type of principal.
    MISMATCHED_ACTION_FOR_PRINCIPAL = error;
    /// A statement without `Action` or `NotAction`.
    MISSING_ACTION = error;
    /// IAM Roles Anywhere lacks an action without which it gives out no credentials.
    MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY = error;
    /// The service demands an account id in this ARN.
    MISSING_ARN_ACCOUNT = error;
    /// An ARN of fewer than six fields.
    MISSING_ARN_FIELD = error;
    /// The service demands a region in this ARN.
    MISSING_ARN_REGION = error;
    /// A policy variable that is not closed.
    MISSING_BRACE_IN_VARIABLE = error;
    /// An OIDC provider is trusted whatever its tokens say.
    MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL = security_warning;
    /// A statement without `Effect`.
    MISSING_EFFECT = error;
    /// GitHub is trusted whatever the repository.
    MISSING_GITHUB_REPO_CONDITION_KEY = security_warning;
    /// A private address without the VPC in which it is.
    MISSING_PAIRED_CONDITION_KEYS = security_warning;
    /// A statement of a resource-based policy without `Principal`.
    MISSING_PRINCIPAL = error;
    /// A multivalued condition key without `ForAllValues` or `ForAnyValue`.
    MISSING_QUALIFIER = error;
    /// A default value of a policy variable that is not in single quotes.
    MISSING_QUOTE_IN_VARIABLE = error;
    /// A statement without `Resource` or `NotResource`.
    MISSING_RESOURCE = error;
    /// A policy without statements.
    MISSING_STATEMENT = error;
    /// A tag condition key without the key of the tag.
    MISSING_TAG_KEY_IN_CONDITION = error;
    /// A policy without `Version`.
    MISSING_VERSION = warning;
    /// The operator `Null` with the suffix `IfExists`.
    NULL_WITH_IF_EXISTS = error;
    /// The operator `Null` with a set operator.
    NULL_WITH_QUALIFIER = suggestion;
    /// All actions but some, on all resources but some, let pass roles.
    PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE = security_warning;
    /// `iam:PassRole` on all resources but some.
    PASS_ROLE_WITH_NOT_RESOURCE = security_warning;
    /// A pattern of actions, on all resources but some, lets pass roles.
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE = security_warning;
    /// A pattern of actions on `*` lets pass roles.
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE = security_warning;
    /// `iam:PassRole` on `*`.
    PASS_ROLE_WITH_STAR_IN_RESOURCE = security_warning;
    /// All actions but some on `*` let pass roles.
    PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION = security_warning;
    /// An identity policy that is larger than a managed policy can be.
    POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA = warning;
    /// A resource control policy that is too large.
    POLICY_SIZE_EXCEEDS_RCP_QUOTA = error_of_text;
    /// A trust policy that is too large unless the account has asked for more.
    POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA = warning;
    /// A service control policy that is too large.
    POLICY_SIZE_EXCEEDS_SCP_QUOTA = error_of_text;
    /// `aws:SourceIp` among private addresses only.
    PRIVATE_IP_ADDRESS = error;
    /// `aws:SourceIp` among private addresses and others.
    PRIVATE_IP_ADDRESS_SUBSET = suggestion;
    /// `aws:SourceIp` outside private addresses only.
    PRIVATE_NOT_IP_ADDRESS = error;
    /// `aws:SourceIp` outside private addresses and others.
    PRIVATE_NOT_IP_ADDRESS_SUBSET = suggestion;
    /// A resource control policy about principals denies services as well.
    RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY = warning;
    /// A resource control policy about services denies other principals as well.
    RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY = warning;
    /// A resource control policy about services denies those that say nothing of whom they act for.
    RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK = warning;
    /// An action that a resource control policy cannot deny.
    RCP_SYNTAX_ERROR_ACTION = error;
    /// A resource control policy that allows less than everything.
    RCP_SYNTAX_ERROR_ALLOW = error;
    /// `NotAction` in a resource control policy.
    RCP_SYNTAX_ERROR_NOTACTION = error;
    /// A resource control policy whose principal is not `*`.
    RCP_SYNTAX_ERROR_PRINCIPAL = error;
    /// Whom a service acts for is asked with a key that has another purpose.
    RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL = suggestion;
    /// An action that another of the list covers.
    REDUNDANT_ACTION = suggestion;
    /// Several bounds of which one counts.
    REDUNDANT_CONDITION_VALUE_NUM = suggestion;
    /// A condition with a wildcard that holds of every request.
    REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION = suggestion;
    /// A session beside the role it is of.
    REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY = suggestion;
    /// A resource that another of the list covers.
    REDUNDANT_RESOURCE = suggestion;
    /// Two statements that say the same.
    REDUNDANT_STATEMENT = suggestion;
    /// A condition with a wildcard that holds of no request.
    REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION = suggestion;
    /// A service is allowed to act for anybody.
    RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL = security_warning;
    /// `NotPrincipal` in a role trust policy.
    ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL = error;
    /// `Resource` in a role trust policy.
    ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE = error;
    /// A bare `*` as principal of a role trust policy.
    ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL = error;
    /// A principal in a service control policy.
    SCP_SYNTAX_ERROR_PRINCIPAL = error;
    /// GitHub is trusted for more than one branch of one repository.
    SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED = warning;
    /// A pattern of text for a key that holds ARNs.
    STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS = security_warning;
    /// The operator does not fit the type of the condition key.
    TYPE_MISMATCH = certain_warning;
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
    /// Two statements with one Sid.
    UNIQUE_SIDS_REQUIRED = error;
    /// No action of the statement has the condition key.
    UNSUPPORTED_ACTION_FOR_CONDITION_KEY = error;
    /// An action that does nothing in this kind of policy.
    UNSUPPORTED_ACTION_IN_POLICY = error;
    /// A service is asked for its organization.
    UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL = error;
    /// Two elements that exclude each other.
    UNSUPPORTED_ELEMENT_COMBINATION = error;
    /// A global condition key that AWS no longer has.
    UNSUPPORTED_GLOBAL_CONDITION_KEY = error;
    /// A principal in a kind of policy that has none.
    UNSUPPORTED_PRINCIPAL = error;
    /// No action of the statement acts on the resource. Own code.
    UNSUPPORTED_RESOURCE_FOR_ACTION = certain_warning;
    /// A Sid with characters IAM does not take.
    UNSUPPORTED_SID = error;
    /// White space within a policy variable.
    UNSUPPORTED_SPACE_IN_VARIABLE = error;
    /// A wildcard within a principal.
    UNSUPPORTED_WILDCARD_IN_PRINCIPAL = error;
    /// A key of which the caller chooses the value.
    UNTRUSTWORTHY_CONDITION_KEY = security_warning;
    /// A policy variable in an element that takes none.
    VARIABLE_UNSUPPORTED_IN_ELEMENT = error;
    /// A policy variable in a policy of version `2008-10-17`.
    VARIABLE_UNSUPPORTED_IN_VERSION = error;
    /// A policy variable in a key that says who calls, from where or for whom.
    VARIABLE_USAGE_TOO_PERMISSIVE = error;
    /// A wildcard where an action names its service.
    WILDCARD_IN_SERVICE_NAME = suggestion;
    /// A wildcard in a key that says who calls, from where or for whom.
    WILDCARD_USAGE_TOO_PERMISSIVE = error;
    /// A wildcard in a value whose operator takes none.
    WILDCARD_WITHOUT_LIKE_OPERATOR = warning;
}
