//! What AWS knows about a request: the values of condition keys.

/// The condition keys of a request and their values.
///
/// Names are looked up ignoring ASCII case, as IAM does. What is not here is absent: an evaluator
/// derives nothing from the caller, the action or the resource. What AWS does say of them by itself,
/// [`of_direct_call`](Self::of_direct_call) sets.
///
/// ```
/// use iam_dsl_evaluate::Context;
///
/// let context = Context::new()
///     .with("aws:SourceIp", "203.0.113.7")
///     .with("aws:TagKeys", ["team", "stage"])
///     .with("aws:MultiFactorAuthPresent", true);
/// assert!(context.get("AWS:sourceip").is_some());
/// assert!(context.get("aws:username").is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context(Vec<Entry>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// The name in lower case, by which entries are sorted.
    name: String,
    value: ContextValue,
}

/// The value of a condition key, or its values.
///
/// ```
/// use iam_dsl_evaluate::ContextValue;
///
/// assert_eq!(ContextValue::from(3), ContextValue::Single("3".to_owned()));
/// assert_eq!(ContextValue::from(["a"]), ContextValue::Multi(vec!["a".to_owned()]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContextValue {
    /// Of a key that has one value.
    Single(String),
    /// Of a key that may have many.
    Multi(Vec<String>),
}

impl ContextValue {
    /// Returns the values; one for a key that has one.
    pub fn values(&self) -> &[String] {
        match self {
            Self::Single(value) => std::slice::from_ref(value),
            Self::Multi(values) => values,
        }
    }
}

impl Context {
    /// Nothing is known.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The context with one key more, or with that key's value replaced.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<ContextValue>) -> Self {
        self.set(key, value.into());
        self
    }

    /// Adds a key, or replaces its value.
    pub fn set(&mut self, key: &str, value: impl Into<ContextValue>) {
        let name = key.to_ascii_lowercase();
        let value = value.into();
        match self.position(&name) {
            Ok(at) => {
                if let Some(entry) = self.0.get_mut(at) {
                    entry.value = value;
                }
            }
            Err(at) => self.0.insert(at, Entry { name, value }),
        }
    }

    /// Takes a key away, and returns true where it was there.
    ///
    /// ```
    /// use iam_dsl_evaluate::Context;
    ///
    /// let mut context = Context::new().with("aws:SourceIp", "203.0.113.7");
    /// assert!(context.remove("AWS:sourceip"));
    /// assert_eq!(context, Context::new());
    /// ```
    pub fn remove(&mut self, key: &str) -> bool {
        let at = self.position(&key.to_ascii_lowercase());
        if let Ok(at) = at {
            self.0.remove(at);
        }
        at.is_ok()
    }

    /// Returns the value of a key, whatever the case it is written in.
    pub fn get(&self, key: &str) -> Option<&ContextValue> {
        self.get_lowercase(&key.to_ascii_lowercase())
    }

    /// Returns the value of a key whose name is in lower case already.
    pub(crate) fn get_lowercase(&self, name: &str) -> Option<&ContextValue> {
        let at = self.position(name).ok()?;
        self.0.get(at).map(|entry| &entry.value)
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|entry| entry.name.as_str().cmp(name))
    }
}

impl From<&str> for ContextValue {
    fn from(value: &str) -> Self {
        Self::Single(value.to_owned())
    }
}

impl From<String> for ContextValue {
    fn from(value: String) -> Self {
        Self::Single(value)
    }
}

impl From<bool> for ContextValue {
    fn from(value: bool) -> Self {
        Self::Single(value.to_string())
    }
}

impl From<i64> for ContextValue {
    fn from(value: i64) -> Self {
        Self::Single(value.to_string())
    }
}

impl<T: Into<String>, const N: usize> From<[T; N]> for ContextValue {
    fn from(values: [T; N]) -> Self {
        Self::Multi(values.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<String>> From<Vec<T>> for ContextValue {
    fn from(values: Vec<T>) -> Self {
        Self::Multi(values.into_iter().map(Into::into).collect())
    }
}
