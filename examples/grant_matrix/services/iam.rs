//! Roles.

use iam_dsl::{Role, prelude::*, principal::AccountPrincipal};

use crate::{
    grantees::env,
    matrix::{Matrix, method},
};

pub(crate) fn add(matrix: &mut Matrix) {
    // A role each time, since assuming it changes whom it trusts.
    let role = || {
        Role::new("target-role")
            .with_env(&env())
            .trusted_by(AccountPrincipal::of(&env()))
    };
    let assume = method(
        "iam",
        "Role",
        "grant_assume_role",
        Some("aws-iam.Role.grantAssumeRole"),
    );
    matrix.add(assume, |grantee| role().grant_assume_role(grantee));
    let untrusting = || Role::new("target-role").with_env(&env());
    let untrusted =
        method("iam", "Role", "grant_assume_role", None).variant("untrusted", &["$grantee"]);
    matrix.add(untrusted, |grantee| untrusting().grant_assume_role(grantee));
    let pass = method(
        "iam",
        "Role",
        "grant_pass_role",
        Some("aws-iam.Role.grantPassRole"),
    );
    let tasks = service_principal!("ecs-tasks.amazonaws.com");
    matrix.add(pass, |grantee| role().grant_pass_role(grantee, &tasks));
    let single = method("iam", "Role", "grant", Some("aws-iam.Role.grant"))
        .variant("actions", &["$grantee", "iam:GetRole"]);
    matrix.add(single, |grantee| {
        role().grant(grantee, actions![iam::GetRole])
    });
}
