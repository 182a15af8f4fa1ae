use std::fmt;

/// What the values of a condition key are.
///
/// See [condition operators][aws], which name the operators each type takes.
///
/// [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ValueType {
    /// Text.
    String,
    /// An Amazon Resource Name.
    Arn,
    /// `true` or `false`.
    Bool,
    /// A number.
    Numeric,
    /// A point in time.
    Date,
    /// An IP address or a range of them.
    IpAddress,
    /// Bytes, written in base 64.
    Binary,
}

impl ValueType {
    pub(crate) const ALL: [Self; 7] = [
        Self::String,
        Self::Arn,
        Self::Bool,
        Self::Numeric,
        Self::Date,
        Self::IpAddress,
        Self::Binary,
    ];

    /// Returns the name that the service authorization reference uses, such as `ARN`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::Arn => "ARN",
            Self::Bool => "Bool",
            Self::Numeric => "Numeric",
            Self::Date => "Date",
            Self::IpAddress => "IPAddress",
            Self::Binary => "Binary",
        }
    }
}

/// The type of a condition key: what its values are, and whether a request can have several.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::{ConditionKey, ValueType};
///
/// let keys = ConditionKey::find("aws:TagKeys").unwrap().key_types().next().unwrap();
/// assert_eq!(keys.value, ValueType::String);
/// assert!(keys.multivalued);
/// assert_eq!(keys.to_string(), "ArrayOfString");
/// ```
///
/// See [multivalued context keys][aws].
///
/// [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct KeyType {
    /// What each value is.
    pub value: ValueType,
    /// Whether a request can carry several values, so that a set operator is needed.
    pub multivalued: bool,
}

impl KeyType {
    /// Reads the code that the blob uses: twice the value type, plus one when multivalued.
    pub(crate) fn from_code(code: u8) -> Option<Self> {
        Some(Self {
            value: *ValueType::ALL.get(usize::from(code / 2))?,
            multivalued: code % 2 == 1,
        })
    }

    /// Every type whose code is a bit of `bits`.
    pub(crate) fn from_bits(bits: u16) -> impl Iterator<Item = Self> + Clone {
        (0..16u8)
            .filter(move |code| bits & (1 << code) != 0)
            .filter_map(Self::from_code)
    }
}

/// Prints the type as the service authorization reference does: `Bool`, `ArrayOfARN`.
impl fmt::Display for KeyType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let several = if self.multivalued { "ArrayOf" } else { "" };
        write!(f, "{several}{}", self.value.name())
    }
}
