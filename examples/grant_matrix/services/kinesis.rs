//! Streams and their consumers.

use iam_dsl::{kinesis, prelude::*};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let stream = kinesis::Stream::new(&env(), "my-stream");
    let encrypted = stream.clone().encrypted_with(&key());
    methods! {
        matrix, "kinesis", "Stream", stream.clone(), / encrypted.clone();
        grant_read = "aws-kinesis.Stream.grantRead",
        grant_write = "aws-kinesis.Stream.grantWrite",
        grant_read_write = "aws-kinesis.Stream.grantReadWrite",
    }
    let single = method(
        "kinesis",
        "Stream",
        "grant",
        Some("aws-kinesis.Stream.grant"),
    )
    .variant("actions", &["$grantee", "kinesis:ListShards"]);
    matrix.add(single, |grantee| {
        stream.grant(grantee, actions![kinesis::ListShards])
    });
    matrix.add(single.encrypted(), |grantee| {
        encrypted.grant(grantee, actions![kinesis::ListShards])
    });
    let on_key = method("kinesis", "Stream", "grant_on_key", None)
        .variant("actions", &["$grantee", "kms:Decrypt"]);
    matrix.add(on_key, |grantee| {
        stream.grant_on_key(grantee, actions![kms::Decrypt])
    });
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
    let consumer = stream.consumer("my-consumer", "1700000000");
    let of_encrypted = encrypted.consumer("my-consumer", "1700000000");
    methods! {
        matrix, "kinesis", "StreamConsumer", consumer.clone(), / of_encrypted.clone();
        grant_read = "aws-kinesis.StreamConsumer.grantRead",
    }
    let single = method(
        "kinesis",
        "StreamConsumer",
        "grant",
        Some("aws-kinesis.StreamConsumer.grant"),
    )
    .variant("actions", &["$grantee", "kinesis:SubscribeToShard"]);
    matrix.add(single, |grantee| {
        consumer.grant(grantee, actions![kinesis::SubscribeToShard])
    });
}
