//! Place indexes.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "place index",
    kind: "AWS::Location::PlaceIndex",
    arn: ArnForm::regional("geo", "place-index/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A place index: who may search for places in it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::geo;
///
/// let role = Role::new("store-finder");
/// geo::PlaceIndex::named("stores").grant_search(&role)?;
/// assert!(role.policy().to_json().contains("geo:SearchPlaceIndexForText"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct PlaceIndex {
    handle: Handle,
}

handle_methods!(PlaceIndex, "place index");
named_methods!(
    PlaceIndex,
    "place index",
    "geo::PlaceIndex",
    "stores",
    "arn:aws:geo:us-east-1:123456789012:place-index/stores"
);
action_methods!(
    PlaceIndex,
    "place index",
    "geo::PlaceIndex::named(\"stores\")",
    geo::DescribePlaceIndex
);

impl PlaceIndex {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for PlaceIndex {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    PlaceIndex, "place index", "geo::PlaceIndex::named(\"stores\")", "place index `stores`";

    grant_search => "search" {
        Itself: [
            geo::DescribePlaceIndex,
            geo::GetPlace,
            geo::SearchPlaceIndexForPosition,
            geo::SearchPlaceIndexForSuggestions,
            geo::SearchPlaceIndexForText,
        ],
    }
}
