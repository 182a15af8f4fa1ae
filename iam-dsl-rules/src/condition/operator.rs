//! Condition operators: `ForAnyValue:StringLikeIfExists`.

use std::borrow::Cow;
use std::fmt;

use iam_dsl_catalog::{KeyType, ValueType};

use super::BaseOperator;

/// How a condition compares: an operator, perhaps with a set operator before it and `IfExists` after.
///
/// Any text reads as an operator and prints as it was read; what AWS does not have is
/// [`BaseOperator::Unknown`]. A known operator in another case is known all the same.
///
/// AWS: [condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
///
/// ```
/// use iam_dsl_rules::{BaseOperator, ConditionOperator, SetOperator};
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
/// use iam_dsl_rules::{BaseOperator, ConditionOperator, SetOperator};
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
    /// use iam_dsl_rules::{BaseOperator, ConditionOperator};
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

    /// The operator that says which value a key of this type has.
    ///
    /// ```
    /// use iam_dsl_rules::{ConditionOperator, check};
    ///
    /// let key = check::condition_key("aws:TagKeys")?;
    /// let operators = key.types().iter().map(|of| ConditionOperator::equals(*of).to_string());
    /// assert_eq!(operators.collect::<Vec<_>>(), ["ForAnyValue:StringEquals"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn equals(of: KeyType) -> Self {
        let base = match of.value {
            ValueType::Bool => BaseOperator::Bool,
            ValueType::Numeric => BaseOperator::NumericEquals,
            ValueType::Date => BaseOperator::DateEquals,
            ValueType::IpAddress => BaseOperator::IpAddress,
            ValueType::Binary => BaseOperator::BinaryEquals,
            _ => BaseOperator::StringEquals,
        };
        Self::new(base).with_set(of.multivalued.then_some(SetOperator::ForAnyValue))
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
    /// use iam_dsl_rules::ConditionOperator;
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
                if operator.to_text() != text {
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
    /// The operator as policies write it, which most often needs no allocation.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match self.pieces() {
            ["", "", text, ""] => Cow::Borrowed(text),
            pieces => Cow::Owned(pieces.concat()),
        }
    }

    /// Set operator, colon, operator, suffix.
    fn pieces(&self) -> [&str; 4] {
        if let Some(spelling) = &self.spelling {
            return ["", "", spelling, ""];
        }
        let (set, colon) = match self.set {
            None => ("", ""),
            Some(set) => (set.as_str(), ":"),
        };
        let if_exists = if self.if_exists { "IfExists" } else { "" };
        [set, colon, self.base.as_str(), if_exists]
    }
}

impl fmt::Display for ConditionOperator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_text())
    }
}
