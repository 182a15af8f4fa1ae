//! One value or a list of them.

/// The values of an element that takes one value or a list.
///
/// What was read prints as it was written: `"x"` and `["x"]` mean the same and stay apart. Lists
/// made in Rust print one value as a scalar. Comparing looks at the values only.
///
/// ```
/// use iam_dsl_core::{Elements, Template};
///
/// let one = Elements::from(vec![Template::from("*")]);
/// assert!(!one.is_list());
/// assert_eq!(one, Elements::list(vec![Template::from("*")]));
/// ```
#[derive(Clone, Debug)]
pub struct Elements<T> {
    items: Vec<T>,
    list: bool,
}

impl<T> Elements<T> {
    /// One value, written without brackets.
    #[must_use]
    pub fn one(item: T) -> Self {
        Self {
            items: vec![item],
            list: false,
        }
    }

    /// Values that are written in brackets even if there is just one.
    #[must_use]
    pub const fn list(items: Vec<T>) -> Self {
        Self { items, list: true }
    }

    /// Returns true when the values are written in brackets.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.list || self.items.len() != 1
    }

    /// The values.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// The values, one after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Returns true when there is no value, as in `"Action": []`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds a value at the end.
    ///
    /// ```
    /// use iam_dsl_core::Elements;
    ///
    /// let mut regions = Elements::one("eu-west-1");
    /// regions.push("eu-north-1");
    /// assert!(regions.is_list());
    /// ```
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// The values, taken out.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.items
    }

    pub(crate) fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.items.retain(keep);
    }

    pub(crate) fn map<U>(&self, change: impl FnMut(&T) -> U) -> Elements<U> {
        Elements {
            items: self.items.iter().map(change).collect(),
            list: self.list,
        }
    }
}

impl<T> From<T> for Elements<T> {
    fn from(item: T) -> Self {
        Self::one(item)
    }
}

impl<T> From<Vec<T>> for Elements<T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, list: false }
    }
}

impl<T> FromIterator<T> for Elements<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::from(Vec::from_iter(items))
    }
}

impl<T> Extend<T> for Elements<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.items.extend(items);
    }
}

impl<T> IntoIterator for Elements<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Elements<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: PartialEq> PartialEq for Elements<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<T: Eq> Eq for Elements<T> {}

impl<T: std::hash::Hash> std::hash::Hash for Elements<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.items.hash(state);
    }
}
