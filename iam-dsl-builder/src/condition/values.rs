//! What condition keys are compared with.
//!
//! Several values are alternatives, except for the negated comparisons, where none of them may match.

use std::fmt;

use iam_dsl_core::{Arn, ConditionValue, Template};

use super::{Cidr, Date};

macro_rules! values {
    ($($(#[$attribute:meta])* $name:ident for $($value:ty)* as $to_value:ident;)*) => {
        $(
            $(#[$attribute])*
            pub trait $name {
                /// Turns the value into the values of a condition.
                fn into_values(self) -> Vec<ConditionValue>;
            }

            #[diagnostic::do_not_recommend]
            impl<T: $name, const N: usize> $name for [T; N] {
                fn into_values(self) -> Vec<ConditionValue> {
                    self.into_iter().flat_map(T::into_values).collect()
                }
            }

            #[diagnostic::do_not_recommend]
            impl<T: $name> $name for Vec<T> {
                fn into_values(self) -> Vec<ConditionValue> {
                    self.into_iter().flat_map(T::into_values).collect()
                }
            }

            #[diagnostic::do_not_recommend]
            impl<T: $name + Clone> $name for &[T] {
                fn into_values(self) -> Vec<ConditionValue> {
                    self.iter().cloned().flat_map(T::into_values).collect()
                }
            }

            $(#[diagnostic::do_not_recommend]
            impl $name for $value {
                fn into_values(self) -> Vec<ConditionValue> {
                    vec![$to_value(self)]
                }
            })*
        )*
    };
}

values! {
    /// Text, or several texts, for a string condition key.
    #[diagnostic::on_unimplemented(
        message = "a string condition key is compared with text, not with `{Self}`",
        label = "not text"
    )]
    IntoTexts for &str String Template as text;

    /// An ARN, or several, for an ARN condition key.
    #[diagnostic::on_unimplemented(
        message = "an ARN condition key is compared with ARNs, not with `{Self}`: write `arn!(\"arn:…\")`",
        label = "not an ARN",
        note = "`.try_equals(text)` and `.try_like(text)` take text that is known only at run time"
    )]
    IntoArns for Arn &Arn as text;

    /// A number, or several, for a numeric condition key.
    #[diagnostic::on_unimplemented(
        message = "a numeric condition key is compared with numbers, not with `{Self}`",
        label = "not a number"
    )]
    IntoNumbers for u8 u16 u32 u64 usize i8 i16 i32 i64 isize f64 as printed;

    /// A date, or several, for a date condition key.
    #[diagnostic::on_unimplemented(
        message = "a date condition key is compared with dates, not with `{Self}`: write `date!(\"2030-01-01\")`",
        label = "not a date",
        note = "`.try_before(text)` and `.try_after(text)` take text that is known only at run time"
    )]
    IntoDates for Date as printed;

    /// An IP address range, or several, for an IP address condition key.
    #[diagnostic::on_unimplemented(
        message = "an IP address condition key is compared with ranges, not with `{Self}`: write `cidr!(\"10.0.0.0/8\")`",
        label = "not an IP address range",
        note = "`.try_within(text)` takes text that is known only at run time"
    )]
    IntoIpRanges for Cidr as printed;
}

#[diagnostic::do_not_recommend]
impl IntoTexts for &String {
    fn into_values(self) -> Vec<ConditionValue> {
        self.as_str().into_values()
    }
}

/// Text whose tokens stay tokens: printed here, nobody could fill them in any more.
fn text(value: impl Into<Template>) -> ConditionValue {
    ConditionValue::from(value.into())
}

/// AWS's own documents write numbers and dates as text, and so do we.
fn printed(value: impl fmt::Display) -> ConditionValue {
    ConditionValue::from(value.to_string())
}
