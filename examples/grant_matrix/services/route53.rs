//! Hosted zones.

use iam_dsl::{prelude::*, route53};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let zone = route53::HostedZone::new(&env(), "Z1234567890ABC");
    methods! {
        matrix, "route53", "HostedZone", zone.clone();
        grant_delegation = "aws-route53.HostedZone.grantDelegation",
    }
    let some = method(
        "route53",
        "HostedZone",
        "grant_delegation_of",
        Some("aws-route53.HostedZone.grantDelegation"),
    )
    .variant(
        "names",
        &[
            "$grantee",
            r#"{"delegatedZoneNames":["sub.example.com","dev.example.com"]}"#,
        ],
    );
    matrix.add(some, |grantee| {
        zone.grant_delegation_of(grantee, ["sub.example.com", "dev.example.com"])
    });
    let one = some.variant(
        "one_name",
        &["$grantee", r#"{"delegatedZoneNames":["sub.example.com"]}"#],
    );
    matrix.add(one, |grantee| {
        zone.grant_delegation_of(grantee, ["sub.example.com"])
    });
    let single = method("route53", "HostedZone", "grant", None).variant(
        "actions",
        &["$grantee", r#"["route53:ListResourceRecordSets"]"#],
    );
    matrix.add(single, |grantee| {
        zone.grant(grantee, actions![route53::ListResourceRecordSets])
    });
}
