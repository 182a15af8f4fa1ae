//! Condition keys, typed by what AWS says they hold.

use std::{borrow::Cow, fmt, marker::PhantomData};

use iam_dsl_catalog::{KeyType, oidc};
use iam_dsl_core::{BaseOperator, ConditionValue, check};

use super::{
    AllValues, AnyValue, Cardinality, Comparable, Condition, Multivalued, Presence, Single,
    kind::ValueKind,
};
use crate::ValueError;

/// A condition key of kind `V`, such as [`kind::IpAddress`](super::kind::IpAddress), with cardinality `C`.
///
/// `key!` makes one and gives it the type the catalog has for it, so that only the comparisons
/// that fit are there: `.within(..)` for IP addresses, `.before(..)` for dates, `.is(true)` for booleans.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let statement = allow(actions![s3::GetObject])
///     .on(any())
///     .when(key!("aws:SourceIp").within(cidr!("203.0.113.0/24")))
///     .when(key!("aws:SecureTransport").is(true));
/// assert!(IdentityPolicy::new().with(statement).to_json().contains(
///     r#""Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Bool":{"aws:SecureTransport":"true"}}"#,
/// ));
/// ```
#[must_use = "a condition key does nothing until it is compared"]
pub struct Key<V, C = Single> {
    name: Cow<'static, str>,
    or_absent: bool,
    if_exists: bool,
    types: PhantomData<fn() -> (V, C)>,
}

impl<V, C> Key<V, C> {
    #[doc(hidden)]
    pub const fn __checked(name: &'static str) -> Self {
        Self::new(Cow::Borrowed(name))
    }

    const fn new(name: Cow<'static, str>) -> Self {
        Self {
            name,
            or_absent: false,
            if_exists: false,
            types: PhantomData,
        }
    }

    /// Takes the text of a condition key as it is, without looking it up; `V` and `C` are the caller's word.
    ///
    /// This is the way to a key that AWS has and this version's catalog does not have yet.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::condition::{Key, kind};
    ///
    /// let key = Key::<kind::Text>::unchecked("s3:BrandNewKey");
    /// assert_eq!(key.name(), "s3:BrandNewKey");
    /// ```
    pub fn unchecked(name: impl Into<String>) -> Self {
        Self::new(Cow::Owned(name.into()))
    }

    /// Returns the key's name, such as `aws:SourceIp`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Adds `IfExists` to the comparison that follows: it also holds when the request lacks the key.
    pub fn if_exists(mut self) -> Self {
        self.if_exists = true;
        self
    }

    /// Holds when the request lacks the key: `"Null": {key: "true"}`.
    pub fn is_absent(self) -> Presence {
        Presence::new(self.name, false)
    }

    /// Holds when the request has the key: `"Null": {key: "false"}`.
    pub fn is_present(self) -> Presence {
        Presence::new(self.name, true)
    }

    /// Compares with `ForAnyValue`: at least one of the request's values has to match.
    ///
    /// On a single-valued key this means the same as without it.
    pub fn for_any_value(self) -> Key<V, AnyValue> {
        self.with_cardinality()
    }

    /// Compares with `ForAllValues`: every one of the request's values has to match.
    ///
    /// `ForAllValues` holds when the request lacks the key. So in an Allow, the statement also demands
    /// that the key is there (`"Null": {key: "false"}`), unless [`or_absent`](Key::or_absent) is said.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![ec2::CreateTags])
    ///     .on(any())
    ///     .when(key!("aws:TagKeys").for_all_values().equals(["team", "stage"]));
    /// let json = IdentityPolicy::new().with(statement).to_json();
    /// assert!(json.contains(r#""ForAllValues:StringEquals":{"aws:TagKeys":["team","stage"]}"#));
    /// assert!(json.contains(r#""Null":{"aws:TagKeys":"false"}"#));
    /// ```
    pub fn for_all_values(self) -> Key<V, AllValues>
    where
        C: Multivalued,
    {
        self.with_cardinality()
    }

    fn with_cardinality<D>(self) -> Key<V, D> {
        Key {
            name: self.name,
            or_absent: self.or_absent,
            if_exists: self.if_exists,
            types: PhantomData,
        }
    }

    pub(super) fn compare(self, base: BaseOperator, values: Vec<ConditionValue>) -> Condition
    where
        C: Comparable,
    {
        let condition = Condition::new(C::SET, base, self.name.into_owned(), values);
        let condition = if self.if_exists {
            condition.if_exists()
        } else {
            condition
        };
        if self.or_absent {
            condition.or_absent()
        } else {
            condition
        }
    }
}

impl<V: ValueKind, C: Cardinality> Key<V, C> {
    /// The key that a text names, for text that is known only at run time; `V` and `C` say what is expected of it.
    ///
    /// # Errors
    ///
    /// There is no such key, or the catalog has another kind or cardinality for it.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::condition::{Key, kind};
    ///
    /// let key = Key::<kind::Text>::try_new("AWS:username")?;
    /// assert_eq!(key.name(), "aws:username");
    /// assert!(Key::<kind::Text>::try_new("aws:SourceIp").is_err());
    /// assert!(Key::<kind::Text>::try_new("aws:TagKeys").is_err());
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    pub fn try_new(name: &str) -> Result<Self, ValueError> {
        let key = check::condition_key(name)?;
        let expected = KeyType {
            value: V::TYPE,
            multivalued: C::MULTIVALUED,
        };
        if C::CLAIM && !oidc::names_somebody(key.canonical()) {
            return Err(ValueError::new(format!(
                "`{}` does not say whom an identity provider vouches for",
                key.canonical(),
            ))
            .with_help("a claim that does is the subject: `<provider>:sub`"));
        }
        if key.types().contains(&expected) {
            return Ok(Self::new(Cow::Owned(key.canonical().to_owned())));
        }
        let cardinality = if C::MULTIVALUED {
            "multivalued"
        } else {
            "single-valued"
        };
        Err(ValueError::new(format!(
            "`{}` is not a {cardinality} {:?} key",
            key.canonical(),
            V::TYPE,
        )))
    }
}

impl<V> Key<V, AllValues> {
    /// Lets requests through that lack the key, which is what `ForAllValues` means in a plain policy.
    pub fn or_absent(mut self) -> Self {
        self.or_absent = true;
        self
    }
}

impl<V, C> Clone for Key<V, C> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            ..*self
        }
    }
}

impl<V, C> fmt::Debug for Key<V, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Key").field(&self.name).finish()
    }
}
