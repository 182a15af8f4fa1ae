//! Distributions.

use iam_dsl::{cloudfront, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let distribution = cloudfront::Distribution::new(&env(), "EDFDVBD6EXAMPLE");
    methods! {
        matrix, "cloudfront", "Distribution", distribution.clone();
        grant_create_invalidation = "aws-cloudfront.Distribution.grantCreateInvalidation",
    }
    let row = method(
        "cloudfront",
        "Distribution",
        "grant",
        Some("aws-cloudfront.Distribution.grant"),
    )
    .variant("actions", &["$grantee", "cloudfront:GetInvalidation"]);
    matrix.add(row, |grantee| {
        distribution.grant(grantee, actions![cloudfront::GetInvalidation])
    });
}
