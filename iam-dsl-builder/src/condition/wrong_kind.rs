//! Comparisons that a kind of key does not have, so that the compiler can say which one to use.
//!
//! Each is a hidden method whose argument is bounded by a trait that nothing implements.

use super::{Condition, Key, kind};

macro_rules! wrong_kind {
    ($kind:ident, $method:ident, $message:literal) => {
        const _: () = {
            #[diagnostic::on_unimplemented(message = $message, label = "not a comparison of this key")]
            pub trait WrongKind {
                fn into_condition(self) -> Condition;
            }

            impl<C> Key<kind::$kind, C> {
                #[doc(hidden)]
                pub fn $method<W: WrongKind>(self, values: W) -> Condition {
                    values.into_condition()
                }
            }
        };
    };
}

wrong_kind! { Text, within, "a string condition key has no `.within()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Text, not_within, "a string condition key has no `.not_within()`: use `.not_equals(..)` or `.not_like(..)`" }
wrong_kind! { Text, is, "a string condition key has no `.is()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Text, before, "a string condition key has no `.before()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Text, after, "a string condition key has no `.after()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Text, less_than, "a string condition key has no `.less_than()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Text, at_most, "a string condition key has no `.at_most()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Text, greater_than, "a string condition key has no `.greater_than()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Text, at_least, "a string condition key has no `.at_least()`: use `.equals(..)` or `.like(..)`" }

wrong_kind! { Arn, equals_ignore_case, "an ARN condition key has no `.equals_ignore_case()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Arn, starts_with, "an ARN condition key has no `.starts_with()`: use `.like(..)` with an ARN that ends in `*`" }
wrong_kind! { Arn, within, "an ARN condition key has no `.within()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Arn, is, "an ARN condition key has no `.is()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Arn, before, "an ARN condition key has no `.before()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Arn, after, "an ARN condition key has no `.after()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Arn, less_than, "an ARN condition key has no `.less_than()`: use `.equals(..)` or `.like(..)`" }
wrong_kind! { Arn, greater_than, "an ARN condition key has no `.greater_than()`: use `.equals(..)` or `.like(..)`" }

wrong_kind! { Bool, equals, "a boolean condition key has no `.equals()`: use `.is(..)`" }
wrong_kind! { Bool, any_of, "a boolean condition key has no `.any_of()`: use `.is(..)`" }
wrong_kind! { Bool, not_equals, "a boolean condition key has no `.not_equals()`: use `.is(..)`" }
wrong_kind! { Bool, like, "a boolean condition key has no `.like()`: use `.is(..)`" }
wrong_kind! { Bool, not_like, "a boolean condition key has no `.not_like()`: use `.is(..)`" }
wrong_kind! { Bool, starts_with, "a boolean condition key has no `.starts_with()`: use `.is(..)`" }
wrong_kind! { Bool, within, "a boolean condition key has no `.within()`: use `.is(..)`" }
wrong_kind! { Bool, before, "a boolean condition key has no `.before()`: use `.is(..)`" }
wrong_kind! { Bool, after, "a boolean condition key has no `.after()`: use `.is(..)`" }
wrong_kind! { Bool, less_than, "a boolean condition key has no `.less_than()`: use `.is(..)`" }
wrong_kind! { Bool, greater_than, "a boolean condition key has no `.greater_than()`: use `.is(..)`" }

wrong_kind! { Numeric, is, "a numeric condition key has no `.is()`: use `.equals(..)`" }
wrong_kind! { Numeric, like, "a numeric condition key has no `.like()`: use `.equals(..)`" }
wrong_kind! { Numeric, not_like, "a numeric condition key has no `.not_like()`: use `.equals(..)`" }
wrong_kind! { Numeric, starts_with, "a numeric condition key has no `.starts_with()`: use `.equals(..)`" }
wrong_kind! { Numeric, equals_ignore_case, "a numeric condition key has no `.equals_ignore_case()`: use `.equals(..)`" }
wrong_kind! { Numeric, within, "a numeric condition key has no `.within()`: use `.at_least(..)` and `.at_most(..)`" }
wrong_kind! { Numeric, before, "a numeric condition key has no `.before()`: use `.less_than(..)`" }
wrong_kind! { Numeric, after, "a numeric condition key has no `.after()`: use `.greater_than(..)`" }

wrong_kind! { Date, is, "a date condition key has no `.is()`: use `.equals(..)`" }
wrong_kind! { Date, like, "a date condition key has no `.like()`: use `.before(..)` or `.after(..)`" }
wrong_kind! { Date, not_like, "a date condition key has no `.not_like()`: use `.before(..)` or `.after(..)`" }
wrong_kind! { Date, starts_with, "a date condition key has no `.starts_with()`: use `.before(..)` or `.after(..)`" }
wrong_kind! { Date, within, "a date condition key has no `.within()`: use `.on_or_after(..)` and `.on_or_before(..)`" }
wrong_kind! { Date, less_than, "a date condition key has no `.less_than()`: use `.before(..)`" }
wrong_kind! { Date, at_most, "a date condition key has no `.at_most()`: use `.on_or_before(..)`" }
wrong_kind! { Date, greater_than, "a date condition key has no `.greater_than()`: use `.after(..)`" }
wrong_kind! { Date, at_least, "a date condition key has no `.at_least()`: use `.on_or_after(..)`" }

wrong_kind! { IpAddress, equals, "an IP address condition key has no `.equals()`: use `.within(..)`" }
wrong_kind! { IpAddress, not_equals, "an IP address condition key has no `.not_equals()`: use `.not_within(..)`" }
wrong_kind! { IpAddress, like, "an IP address condition key has no `.like()`: use `.within(..)`" }
wrong_kind! { IpAddress, not_like, "an IP address condition key has no `.not_like()`: use `.not_within(..)`" }
wrong_kind! { IpAddress, starts_with, "an IP address condition key has no `.starts_with()`: use `.within(..)`" }
wrong_kind! { IpAddress, is, "an IP address condition key has no `.is()`: use `.within(..)`" }
wrong_kind! { IpAddress, before, "an IP address condition key has no `.before()`: use `.within(..)`" }
wrong_kind! { IpAddress, after, "an IP address condition key has no `.after()`: use `.within(..)`" }
wrong_kind! { IpAddress, less_than, "an IP address condition key has no `.less_than()`: use `.within(..)`" }
wrong_kind! { IpAddress, greater_than, "an IP address condition key has no `.greater_than()`: use `.within(..)`" }

wrong_kind! { Binary, like, "a binary condition key has no `.like()`: use `.equals(..)`" }
wrong_kind! { Binary, not_equals, "a binary condition key has no `.not_equals()`: use `.equals(..)`" }
wrong_kind! { Binary, starts_with, "a binary condition key has no `.starts_with()`: use `.equals(..)`" }
wrong_kind! { Binary, within, "a binary condition key has no `.within()`: use `.equals(..)`" }
wrong_kind! { Binary, is, "a binary condition key has no `.is()`: use `.equals(..)`" }
wrong_kind! { Binary, any_of, "a binary condition key has no `.any_of()`: use `.equals(..)`" }
