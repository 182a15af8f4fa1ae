//! The token that clients log in to the public registry with.

use iam_dsl::ecr_public;

use crate::matrix::{Matrix, methods};

pub(crate) fn add(matrix: &mut Matrix) {
    methods! {
        matrix, "ecr_public", "AuthorizationToken", ecr_public::AuthorizationToken::new();
        grant_read = "aws-ecr.PublicGalleryAuthorizationToken.grantRead",
    }
}
