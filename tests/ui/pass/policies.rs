//! The twins of `fail/policy*.rs`, `fail/trust_policy*.rs`, `fail/resource_policy*.rs` and `fail/condition*.rs`.

use iam_dsl::prelude::*;

fn main() {
    let bucket = arn!("arn:aws:s3:::my-bucket/*");
    let actions = ["s3:GetObject", "sqs:SendMessage"];
    let policy = policy!({
        "Version": "2012-10-17",
        "Id": "Everything",
        "Statement": [
            {
                "Sid": "ReadOrders",
                "Effect": "Allow",
                "Action": [s3::GetObject, s3:PutObject, "s3:DeleteObject", unchecked "s3:FromTheFuture"],
                "Resource": bucket,
                "Condition": {
                    "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
                    "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", "2001:db8::/32"] },
                    "DateLessThan": { "aws:CurrentTime": "2026-02-28T00:00:00Z" },
                    "Bool": { "aws:SecureTransport": true },
                    "Null": { "aws:SourceVpc": "false" },
                    "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "cost-center"] },
                }
            },
            { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": 10 } } },
            { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption": "aws:kms" } } },
            { "Effect": "Deny", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::my-bucket" },
            { "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:123456789012:table/orders" },
        ]
    });
    assert_eq!(policy.document().statements().len(), 5);
    let _ = actions;

    let trust = trust_policy!({
        "Version": "2012-10-17",
        "Statement": { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
    });
    assert!(trust.to_json().contains("lambda.amazonaws.com"));

    let resource = resource_policy!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": { "AWS": "123456789012", "Service": "cloudfront.amazonaws.com" },
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::my-bucket/*"
        }]
    });
    assert!(resource.to_json().contains("cloudfront.amazonaws.com"));

    let included = include_policy!("../documents/app.json");
    assert!(included.to_json().contains("s3:GetObject"));
}
