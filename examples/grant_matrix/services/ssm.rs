//! Parameters.

use iam_dsl::{prelude::*, ssm};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let parameter = ssm::Parameter::new(&env(), "/my/param");
    let encrypted = parameter.clone().encrypted_with(&key());
    methods! {
        matrix, "ssm", "Parameter", parameter.clone(), / encrypted.clone();
        grant_read = "aws-ssm.StringParameter.grantRead",
        grant_write = "aws-ssm.StringParameter.grantWrite",
        grant_read_path = -,
    }
    let simple = ssm::Parameter::new(&env(), "simple-param");
    let read = method(
        "ssm",
        "Parameter",
        "grant_read",
        Some("aws-ssm.StringParameter.grantRead"),
    );
    matrix.add(read.variant("without_path", &["$grantee"]), |grantee| {
        simple.grant_read(grantee)
    });
    let write = method(
        "ssm",
        "Parameter",
        "grant_write",
        Some("aws-ssm.StringParameter.grantWrite"),
    );
    matrix.add(write.variant("without_path", &["$grantee"]), |grantee| {
        simple.grant_write(grantee)
    });
    let on_key = method(
        "ssm",
        "Parameter",
        "grant_on_key",
        Some("aws-ssm.StringParameter.grantOnKey"),
    )
    .variant("actions", &["$grantee", "kms:Decrypt"]);
    matrix.add(on_key, |grantee| {
        parameter.grant_on_key(grantee, actions![kms::Decrypt])
    });
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
    let single = method("ssm", "Parameter", "grant", None)
        .variant("actions", &["$grantee", "ssm:LabelParameterVersion"]);
    matrix.add(single, |grantee| {
        parameter.grant(grantee, actions![ssm::LabelParameterVersion])
    });
}
