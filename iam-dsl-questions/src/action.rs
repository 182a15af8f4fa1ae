//! What is asked for.

use iam_dsl_builder::{Action, UncheckedAction};

/// The action of a request: one, without wildcards.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not one action",
    label = "not one action",
    note = "a request is for one action: write `aws::s3::GetObject`; `Action::find` looks text up at run time, `Action::unchecked` takes it as it is"
)]
pub trait RequestAction: sealed::Sealed {
    #[doc(hidden)]
    fn into_name(self) -> String;
}

mod sealed {
    pub trait Sealed {}
}

impl sealed::Sealed for Action {}

impl RequestAction for Action {
    fn into_name(self) -> String {
        self.to_string()
    }
}

impl sealed::Sealed for UncheckedAction {}

impl RequestAction for UncheckedAction {
    fn into_name(self) -> String {
        self.into_text()
    }
}
