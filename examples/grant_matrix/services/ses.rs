//! Identities that send.

use iam_dsl::{prelude::*, ses};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let identity = ses::Identity::new(&env(), "example.com");
    methods! {
        matrix, "ses", "Identity", identity.clone();
        grant_send_email = "aws-ses.EmailIdentity.grantSendEmail",
    }
    let single = method(
        "ses",
        "Identity",
        "grant",
        Some("aws-ses.EmailIdentity.grant"),
    )
    .variant("actions", &["$grantee", "ses:SendEmail"]);
    matrix.add(single, |grantee| {
        identity.grant(grantee, actions![ses::SendEmail])
    });
}
