use iam_dsl::prelude::*;

fn main() {
    let _ = policy!({
        "Version": "2012-10-17",
        "Statement": [{
            "Sid": "Read orders",
            "Effect": "Alow",
            "Action": ["s3:GetObjcet", "sqs:SendMesage"],
            "Resource": "arn:aws:s3:us-east-1::my-bucket",
            "Condition": { "StringEqual": { "aws:SourceVpcc": "vpc-1" } }
        }]
    });
}
