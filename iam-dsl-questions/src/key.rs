//! The condition keys of a request, by name.

use iam_dsl_builder::condition::Key;

/// The name of a condition key: text such as `"aws:SourceIp"`, or `key!("aws:SourceIp")`, which is checked as it compiles.
///
/// An assertion refuses text that is no key of AWS. `key!(unchecked "…")` takes any name on trust.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a condition key",
    label = "not a condition key",
    note = "write `key!(\"aws:SourceIp\")`, or the name as text"
)]
pub trait RequestKey: sealed::Sealed {
    #[doc(hidden)]
    fn into_name(self) -> Name;
}

mod sealed {
    pub trait Sealed {}
}

/// A name, and whether it has been checked or is taken on trust.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Name {
    pub(crate) text: String,
    pub(crate) is_settled: bool,
}

impl sealed::Sealed for &str {}

impl RequestKey for &str {
    fn into_name(self) -> Name {
        self.to_owned().into_name()
    }
}

impl sealed::Sealed for String {}

impl RequestKey for String {
    fn into_name(self) -> Name {
        Name {
            text: self,
            is_settled: false,
        }
    }
}

impl sealed::Sealed for &String {}

impl RequestKey for &String {
    fn into_name(self) -> Name {
        self.clone().into_name()
    }
}

impl<V, C> sealed::Sealed for Key<V, C> {}

impl<V, C> RequestKey for Key<V, C> {
    fn into_name(self) -> Name {
        Name {
            text: self.name().to_owned(),
            is_settled: true,
        }
    }
}
