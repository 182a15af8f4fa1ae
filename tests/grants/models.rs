//! Models of Amazon Bedrock, which are no inference profiles.

use iam_dsl::{
    GrantError,
    bedrock::{FoundationModel, InferenceProfile},
    prelude::*,
};

#[test]
fn the_id_of_a_profile_is_none_of_a_model() {
    let role = Role::new("assistant");
    for id in ["us.amazon.nova-lite-v1:0", "global.anthropic.claude-v1:0"] {
        let model = FoundationModel::named(id);
        let error = model.grant_invoke(&role).unwrap_err();
        assert!(matches!(error, GrantError::UnsuitableValue { .. }));
        assert!(error.help().contains("InferenceProfile"));
        let get = actions![bedrock::GetFoundationModel];
        assert!(model.grant(&role, get).is_err());
        let profile = InferenceProfile::named(id);
        assert!(profile.grant_invoke(&role, &[&model]).is_err());
    }
    assert!(role.policy().is_empty());
    let model = FoundationModel::named("amazon.nova-lite-v1:0");
    assert!(model.grant_invoke(&role).is_ok());
}
