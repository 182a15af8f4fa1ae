//! What AWS has to compare with.

macro_rules! base_operators {
    ($($name:ident $family:ident $negated:literal $doc:literal,)*) => {
        /// A condition operator without set operator and `IfExists`.
        ///
        /// ```
        /// use iam_dsl_rules::{BaseOperator, OperatorFamily};
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
            pub(super) fn find(name: &str) -> Option<Self> {
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
/// use iam_dsl_rules::{BaseOperator, OperatorFamily};
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
