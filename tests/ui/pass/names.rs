//! The twins of `fail/arn*.rs`, `fail/service_principal*.rs`, `fail/managed_policy*.rs`.

use iam_dsl::prelude::*;

fn main() {
    for (arn, text) in [
        (arn!("arn:aws:s3:::my-bucket"), "arn:aws:s3:::my-bucket"),
        (arn!("arn:aws:s3:::my-bucket/*"), "arn:aws:s3:::my-bucket/*"),
        (
            arn!("arn:aws:sqs:us-east-1:123456789012:queue"),
            "arn:aws:sqs:us-east-1:123456789012:queue",
        ),
        (
            arn!("arn:aws:iam::123456789012:role/app"),
            "arn:aws:iam::123456789012:role/app",
        ),
        (
            arn!("arn:aws:dynamodb:us-east-1:123456789012:table/orders"),
            "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
        ),
        (
            arn!("arn:aws:s3:::home/${aws:username}/*"),
            "arn:aws:s3:::home/${aws:username}/*",
        ),
        (
            arn!("arn:aws-cn:s3:::my-bucket"),
            "arn:aws-cn:s3:::my-bucket",
        ),
        (
            arn!(unchecked "arn:aws:brandnew:us-east-1:123456789012:thing/1"),
            "arn:aws:brandnew:us-east-1:123456789012:thing/1",
        ),
    ] {
        assert_eq!(arn.to_string(), text);
    }
    assert_eq!(
        service_principal!("lambda.amazonaws.com").to_string(),
        "lambda.amazonaws.com"
    );
    assert_eq!(
        service_principal!("brand-new-thing.amazonaws.com").to_string(),
        "brand-new-thing.amazonaws.com"
    );
    assert_eq!(
        managed_policy!("AmazonS3ReadOnlyAccess").arn().to_string(),
        "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
    );
    assert_eq!(
        managed_policy!("AWSLambdaBasicExecutionRole").arn().to_string(),
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    );
}
