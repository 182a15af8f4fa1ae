//! Topics.

use iam_dsl::{prelude::*, sns};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let topic = sns::Topic::new(&env(), "my-topic");
    let encrypted = topic.clone().encrypted_with(&key());
    methods! {
        matrix, "sns", "Topic", topic.clone(), / encrypted.clone();
        grant_publish = "aws-sns.Topic.grantPublish",
        grant_subscribe = "aws-sns.Topic.grantSubscribe",
    }
    let single = method("sns", "Topic", "grant", Some("aws-sns.TopicGrants.actions")).variant(
        "actions",
        &["$grantee", r#"["sns:Publish","sns:GetTopicAttributes"]"#],
    );
    let actions = actions![sns::Publish, sns::GetTopicAttributes];
    matrix.add(single, |grantee| topic.grant(grantee, actions.clone()));
    let on_key = method(
        "sns",
        "Topic",
        "grant_on_key",
        Some("aws-sns.Topic.grantOnKey"),
    )
    .variant("actions", &["$grantee", "kms:Decrypt"]);
    matrix.add(on_key, |grantee| {
        topic.grant_on_key(grantee, actions![kms::Decrypt])
    });
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
}
