//! Place indexes.

use iam_dsl::{geo::PlaceIndex, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let places = PlaceIndex::new(&env(), "my-places");
    methods! {
        matrix, "geo", "PlaceIndex", places.clone();
        grant_search = -,
    }
    let single = method("geo", "PlaceIndex", "grant", None)
        .variant("actions", &["$grantee", "geo:GetPlace"]);
    matrix.add(single, |grantee| {
        places.grant(grantee, actions![geo::GetPlace])
    });
}
