//! How many values a condition key holds in a request, and how they are compared.
//!
//! See AWS's page on
//! [single-valued and multivalued keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).

use iam_dsl_core::SetOperator;

use super::{ClaimCondition, Condition};

/// A key that has at most one value in a request.
#[derive(Clone, Copy, Debug)]
pub enum Single {}

/// A key that has at most one value in a request and says whom an identity provider vouches for, such as
/// `token.actions.githubusercontent.com:sub`.
///
/// `key!` knows which keys those are: not a token's audience, which all identities of the provider share.
#[derive(Clone, Copy, Debug)]
pub enum Claim {}

/// A key that can have several values in a request, before it is said how they are compared.
#[derive(Clone, Copy, Debug)]
pub enum Multi {}

/// Every value of the request has to match: `ForAllValues`.
#[derive(Clone, Copy, Debug)]
pub enum AllValues {}

/// At least one value of the request has to match: `ForAnyValue`.
#[derive(Clone, Copy, Debug)]
pub enum AnyValue {}

/// How many values a key has in a request, as the catalog tells it.
pub trait Cardinality {
    #[doc(hidden)]
    const MULTIVALUED: bool;
    #[doc(hidden)]
    const CLAIM: bool = false;
}

impl Cardinality for Single {
    const MULTIVALUED: bool = false;
}

impl Cardinality for Claim {
    const MULTIVALUED: bool = false;
    const CLAIM: bool = true;
}

impl Cardinality for Multi {
    const MULTIVALUED: bool = true;
}

/// What can be compared: a single-valued key, or a multivalued one once its set operator is chosen.
#[diagnostic::on_unimplemented(
    message = "a multivalued condition key needs a set operator: say `.for_any_value()` or `.for_all_values()` first",
    label = "this key can have several values in one request",
    note = "`.for_any_value()` holds when one of them matches, `.for_all_values()` when all of them do"
)]
pub trait Comparable {
    #[doc(hidden)]
    const SET: Option<SetOperator>;
}

#[diagnostic::do_not_recommend]
impl Comparable for Single {
    const SET: Option<SetOperator> = None;
}

#[diagnostic::do_not_recommend]
impl Comparable for Claim {
    const SET: Option<SetOperator> = None;
}

#[diagnostic::do_not_recommend]
impl Comparable for AllValues {
    const SET: Option<SetOperator> = Some(SetOperator::ForAllValues);
}

#[diagnostic::do_not_recommend]
impl Comparable for AnyValue {
    const SET: Option<SetOperator> = Some(SetOperator::ForAnyValue);
}

/// A multivalued key, for which `ForAllValues` means something.
#[diagnostic::on_unimplemented(
    message = "a single-valued condition key has no `.for_all_values()`: compare it directly",
    label = "this key has at most one value in a request",
    note = "`ForAllValues` is true when the key is missing, which on a single-valued key lets everyone through"
)]
pub trait Multivalued {}

#[diagnostic::do_not_recommend]
impl Multivalued for Multi {}

/// What a comparison is that holds of named values alone: of a [`Claim`], that it says whom is meant.
pub trait Matching {
    #[doc(hidden)]
    type Match;
    #[doc(hidden)]
    fn matching(condition: Condition) -> Self::Match;
}

impl Matching for Claim {
    type Match = ClaimCondition;

    fn matching(condition: Condition) -> ClaimCondition {
        ClaimCondition(condition)
    }
}

macro_rules! plain_matches {
    ($($cardinality:ident)*) => {
        $(impl Matching for $cardinality {
            type Match = Condition;

            fn matching(condition: Condition) -> Condition {
                condition
            }
        })*
    };
}

plain_matches!(Single Multi AllValues AnyValue);
