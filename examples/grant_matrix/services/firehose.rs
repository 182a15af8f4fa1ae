//! Delivery streams.

use iam_dsl::{firehose, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let stream = firehose::DeliveryStream::new(&env(), "my-ds");
    methods! {
        matrix, "firehose", "DeliveryStream", stream.clone();
        grant_put_records = "aws-kinesisfirehose.DeliveryStream.grantPutRecords",
    }
    let single = method(
        "firehose",
        "DeliveryStream",
        "grant",
        Some("aws-kinesisfirehose.DeliveryStream.grant"),
    )
    .variant("actions", &["$grantee", "firehose:PutRecord"]);
    matrix.add(single, |grantee| {
        stream.grant(grantee, actions![firehose::PutRecord])
    });
}
