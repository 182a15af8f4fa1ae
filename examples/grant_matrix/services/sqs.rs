//! Queues.

use iam_dsl::{prelude::*, sqs};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let queue = sqs::Queue::new(&env(), "my-queue");
    let encrypted = queue.clone().encrypted_with(&key());
    methods! {
        matrix, "sqs", "Queue", queue.clone(), / encrypted.clone();
        grant_send_messages = "aws-sqs.Queue.grantSendMessages",
        grant_consume_messages = "aws-sqs.Queue.grantConsumeMessages",
        grant_purge = "aws-sqs.Queue.grantPurge",
    }
    let single = method("sqs", "Queue", "grant", Some("aws-sqs.Queue.grant")).variant(
        "actions",
        &["$grantee", "sqs:SendMessage", "sqs:ReceiveMessage"],
    );
    let actions = actions![sqs::SendMessage, sqs::ReceiveMessage];
    matrix.add(single, |grantee| queue.grant(grantee, actions.clone()));
    let one = single.variant("action", &["$grantee", r#"["sqs:SendMessage"]"#]);
    matrix.add(one, |grantee| {
        queue.grant(grantee, actions![sqs::SendMessage])
    });
    let on_key = method(
        "sqs",
        "Queue",
        "grant_on_key",
        Some("aws-sqs.Queue.grantOnKey"),
    )
    .variant("actions", &["$grantee", "kms:Decrypt"]);
    matrix.add(on_key, |grantee| {
        queue.grant_on_key(grantee, actions![kms::Decrypt])
    });
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
    // Without a key there is nothing for `kms:Decrypt` to be on.
    let with_key = single.variant(
        "key_actions",
        &[
            "$grantee",
            r#"["sqs:SendMessage"]"#,
            r#"{"keyActions":["kms:Decrypt"]}"#,
        ],
    );
    matrix.add(with_key, |grantee| {
        queue.grant(grantee, actions![sqs::SendMessage])
    });
    matrix.add(with_key.encrypted(), |grantee| {
        encrypted.grant(grantee, actions![sqs::SendMessage, kms::Decrypt])
    });
}
