//! Condition operators: `ForAnyValue:StringLikeIfExists`.

use std::fmt;

/// How a condition compares: an operator, perhaps with a set operator before it and `IfExists` after.
///
/// Any text reads as an operator and prints as it was read; what AWS does not have is
/// [`BaseOperator::Unknown`]. A known operator in another case is known all the same.
///
/// AWS: [condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
///
/// ```
/// use iam_dsl_core::{BaseOperator, ConditionOperator, SetOperator};
///
/// let operator = ConditionOperator::from("ForAnyValue:StringLikeIfExists");
/// assert_eq!(operator.set(), Some(SetOperator::ForAnyValue));
/// assert_eq!(operator.base(), &BaseOperator::StringLike);
/// assert!(operator.is_if_exists());
/// assert_eq!(ConditionOperator::from("stringlike").to_string(), "stringlike");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConditionOperator {
    set: Option<SetOperator>,
    base: BaseOperator,
    if_exists: bool,
    /// The text as read, where it is not the canonical one.
    spelling: Option<Box<str>>,
}

/// How a condition treats a key of many values.
///
/// AWS: [multivalued context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).
///
/// ```
/// use iam_dsl_core::{BaseOperator, ConditionOperator, SetOperator};
///
/// let operator = ConditionOperator::new(BaseOperator::StringLike).with_set(SetOperator::ForAnyValue);
/// assert_eq!(operator.to_string(), "ForAnyValue:StringLike");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SetOperator {
    /// Every value of the request must match; true of a key that is absent.
    ForAllValues,
    /// At least one value of the request must match.
    ForAnyValue,
}

impl SetOperator {
    /// The word that policies use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ForAllValues => "ForAllValues",
            Self::ForAnyValue => "ForAnyValue",
        }
    }
}

impl ConditionOperator {
    /// The operator by itself.
    ///
    /// ```
    /// use iam_dsl_core::{BaseOperator, ConditionOperator};
    ///
    /// let operator = ConditionOperator::new(BaseOperator::IpAddress).with_if_exists(true);
    /// assert_eq!(operator.to_string(), "IpAddressIfExists");
    /// ```
    #[must_use]
    pub const fn new(base: BaseOperator) -> Self {
        Self {
            set: None,
            base,
            if_exists: false,
            spelling: None,
        }
    }

    /// The operator for a key of many values, or of one.
    #[must_use]
    pub fn with_set(self, set: impl Into<Option<SetOperator>>) -> Self {
        Self {
            set: set.into(),
            spelling: None,
            ..self
        }
    }

    /// The operator that is true where the key is absent, or the plain one.
    #[must_use]
    pub fn with_if_exists(self, if_exists: bool) -> Self {
        Self {
            if_exists,
            spelling: None,
            ..self
        }
    }

    /// The set operator, if there is one.
    #[must_use]
    pub const fn set(&self) -> Option<SetOperator> {
        self.set
    }

    /// The operator without what stands around it.
    #[must_use]
    pub const fn base(&self) -> &BaseOperator {
        &self.base
    }

    /// Returns true when the condition holds for requests that lack the key.
    #[must_use]
    pub const fn is_if_exists(&self) -> bool {
        self.if_exists
    }

    /// Returns true when the operator is one of AWS's, spelled as AWS spells it.
    #[must_use]
    pub const fn is_canonical(&self) -> bool {
        self.spelling.is_none() && !matches!(self.base, BaseOperator::Unknown(_))
    }

    /// The operator in AWS's spelling.
    ///
    /// ```
    /// use iam_dsl_core::ConditionOperator;
    ///
    /// assert_eq!(ConditionOperator::from("bool").canonical().to_string(), "Bool");
    /// ```
    #[must_use]
    pub fn canonical(&self) -> Self {
        Self {
            spelling: None,
            ..self.clone()
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (set, rest) = match text.split_once(':') {
            None => (None, text),
            Some((set, rest)) => {
                let known = [SetOperator::ForAllValues, SetOperator::ForAnyValue];
                let set = known
                    .into_iter()
                    .find(|known| known.as_str().eq_ignore_ascii_case(set))?;
                (Some(set), rest)
            }
        };
        let if_exists_at = rest.len().saturating_sub("IfExists".len());
        let (base, if_exists) = match rest.split_at_checked(if_exists_at) {
            Some((base, suffix)) if suffix.eq_ignore_ascii_case("IfExists") => (base, true),
            _ => (rest, false),
        };
        let base = BaseOperator::find(base)?;
        // AWS: "You can add IfExists to the end of any condition operator name except the Null condition."
        if if_exists && base == BaseOperator::Null {
            return None;
        }
        Some(Self {
            set,
            base,
            if_exists,
            spelling: None,
        })
    }
}

impl From<&str> for ConditionOperator {
    fn from(text: &str) -> Self {
        match Self::parse(text) {
            None => Self::new(BaseOperator::Unknown(text.into())),
            Some(mut operator) => {
                if !operator.is_spelled(text) {
                    operator.spelling = Some(text.into());
                }
                operator
            }
        }
    }
}

impl From<BaseOperator> for ConditionOperator {
    fn from(base: BaseOperator) -> Self {
        Self::new(base)
    }
}

impl ConditionOperator {
    /// The pieces the operator prints as.
    pub(crate) fn pieces(&self) -> [&str; 4] {
        if let Some(spelling) = &self.spelling {
            return [spelling, "", "", ""];
        }
        let (set, colon) = match self.set {
            None => ("", ""),
            Some(set) => (set.as_str(), ":"),
        };
        let if_exists = if self.if_exists { "IfExists" } else { "" };
        [set, colon, self.base.as_str(), if_exists]
    }

    fn is_spelled(&self, text: &str) -> bool {
        let mut rest = Some(text);
        for piece in self.pieces() {
            rest = rest.and_then(|rest| rest.strip_prefix(piece));
        }
        rest == Some("")
    }
}

impl fmt::Display for ConditionOperator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces()
            .iter()
            .try_for_each(|piece| formatter.write_str(piece))
    }
}

macro_rules! base_operators {
    ($($name:ident $family:ident $negated:literal $doc:literal,)*) => {
        /// A condition operator without set operator and `IfExists`.
        ///
        /// ```
        /// use iam_dsl_core::{BaseOperator, OperatorFamily};
        ///
        /// assert_eq!(BaseOperator::NotIpAddress.family(), OperatorFamily::IpAddress);
        /// assert!(BaseOperator::NotIpAddress.is_negated());
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum BaseOperator {
            $(#[doc = $doc] $name,)*
            /// None of AWS's operators: the whole text, set operator and `IfExists` included.
            Unknown(Box<str>),
        }

        impl BaseOperator {
            /// Every operator AWS has.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word that policies use.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => stringify!($name),)*
                    Self::Unknown(text) => text,
                }
            }

            /// The kind of value that the operator compares.
            #[must_use]
            pub const fn family(&self) -> OperatorFamily {
                match self {
                    $(Self::$name => OperatorFamily::$family,)*
                    Self::Unknown(_) => OperatorFamily::Unknown,
                }
            }

            /// Returns true when the operator holds for what does not match, and so for requests
            /// that lack the key.
            #[must_use]
            pub const fn is_negated(&self) -> bool {
                match self {
                    $(Self::$name => $negated,)*
                    Self::Unknown(_) => false,
                }
            }

            /// The operator of that name, whatever its case.
            fn find(name: &str) -> Option<Self> {
                $(if name.eq_ignore_ascii_case(stringify!($name)) {
                    return Some(Self::$name);
                })*
                None
            }
        }
    };
}

base_operators! {
    StringEquals String false "Equal text.",
    StringNotEquals String true "Text that differs.",
    StringEqualsIgnoreCase String false "Equal text, whatever its case.",
    StringNotEqualsIgnoreCase String true "Text that differs in more than case.",
    StringLike String false "Text that a pattern with `*` and `?` matches.",
    StringNotLike String true "Text that a pattern with `*` and `?` does not match.",
    NumericEquals Numeric false "An equal number.",
    NumericNotEquals Numeric true "Another number.",
    NumericLessThan Numeric false "A smaller number.",
    NumericLessThanEquals Numeric false "A smaller or equal number.",
    NumericGreaterThan Numeric false "A greater number.",
    NumericGreaterThanEquals Numeric false "A greater or equal number.",
    DateEquals Date false "That point in time.",
    DateNotEquals Date true "Another point in time.",
    DateLessThan Date false "Before a point in time.",
    DateLessThanEquals Date false "At or before a point in time.",
    DateGreaterThan Date false "After a point in time.",
    DateGreaterThanEquals Date false "At or after a point in time.",
    Bool Bool false "`true` or `false`.",
    BinaryEquals Binary false "Equal bytes, written in base 64.",
    IpAddress IpAddress false "An address within a CIDR range.",
    NotIpAddress IpAddress true "An address outside a CIDR range.",
    ArnEquals Arn false "An ARN that a pattern matches, segment by segment; the same as `ArnLike`.",
    ArnLike Arn false "An ARN that a pattern matches, segment by segment.",
    ArnNotEquals Arn true "An ARN that a pattern does not match; the same as `ArnNotLike`.",
    ArnNotLike Arn true "An ARN that a pattern does not match.",
    Null Null false "Whether the key is absent.",
}

/// The kind of value that an operator compares.
///
/// ```
/// use iam_dsl_core::{BaseOperator, OperatorFamily};
///
/// assert_eq!(BaseOperator::DateLessThan.family(), OperatorFamily::Date);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OperatorFamily {
    /// Text.
    String,
    /// Numbers.
    Numeric,
    /// Points in time.
    Date,
    /// `true` and `false`.
    Bool,
    /// Bytes.
    Binary,
    /// IP addresses.
    IpAddress,
    /// ARNs.
    Arn,
    /// Presence of the key, of whatever type.
    Null,
    /// What an unknown operator compares.
    Unknown,
}
