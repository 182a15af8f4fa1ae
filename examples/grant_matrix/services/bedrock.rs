//! Models and inference profiles.

use iam_dsl::{bedrock, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let deployment = bedrock::CustomModelDeployment::new(&env(), "my-deployment");
    methods! {
        matrix, "bedrock", "CustomModelDeployment", deployment.clone();
        grant_invoke = -,
    }
    let row = method("bedrock", "CustomModelDeployment", "grant", None)
        .variant("actions", &["$grantee", "bedrock:GetCustomModelDeployment"]);
    matrix.add(row, |grantee| {
        deployment.grant(grantee, actions![bedrock::GetCustomModelDeployment])
    });
    let model = bedrock::FoundationModel::new(&env(), "amazon.nova-lite-v1:0");
    methods! {
        matrix, "bedrock", "FoundationModel", model.clone();
        grant_invoke = -,
    }
    let row = method("bedrock", "FoundationModel", "grant", None)
        .variant("actions", &["$grantee", "bedrock:GetFoundationModel"]);
    matrix.add(row, |grantee| {
        model.grant(grantee, actions![bedrock::GetFoundationModel])
    });
    let imported = bedrock::ImportedModel::new(&env(), "my-model");
    methods! {
        matrix, "bedrock", "ImportedModel", imported.clone();
        grant_invoke = -,
    }
    let row = method("bedrock", "ImportedModel", "grant", None)
        .variant("actions", &["$grantee", "bedrock:GetImportedModel"]);
    matrix.add(row, |grantee| {
        imported.grant(grantee, actions![bedrock::GetImportedModel])
    });
    let provisioned = bedrock::ProvisionedModel::new(&env(), "my-model");
    methods! {
        matrix, "bedrock", "ProvisionedModel", provisioned.clone();
        grant_invoke = -,
    }
    let row = method("bedrock", "ProvisionedModel", "grant", None).variant(
        "actions",
        &["$grantee", "bedrock:GetProvisionedModelThroughput"],
    );
    matrix.add(row, |grantee| {
        provisioned.grant(grantee, actions![bedrock::GetProvisionedModelThroughput])
    });
    let profile = bedrock::InferenceProfile::new(&env(), "us.amazon.nova-lite-v1:0");
    let row = method("bedrock", "InferenceProfile", "grant_invoke", None)
        .variant("plain", &["$grantee", r#"["amazon.nova-lite-v1:0"]"#]);
    matrix.add(row, |grantee| profile.grant_invoke(grantee, &[&model]));
    let own = bedrock::InferenceProfile::application(&env(), "my-profile");
    let row = row.variant("application", &["$grantee", r#"["amazon.nova-lite-v1:0"]"#]);
    matrix.add(row, |grantee| own.grant_invoke(grantee, &[&model]));
    let row = method("bedrock", "InferenceProfile", "grant", None)
        .variant("actions", &["$grantee", "bedrock:GetInferenceProfile"]);
    matrix.add(row, |grantee| {
        profile.grant(grantee, actions![bedrock::GetInferenceProfile])
    });
}
