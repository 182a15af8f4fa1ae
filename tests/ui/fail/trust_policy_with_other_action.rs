use iam_dsl::prelude::*;

fn main() {
    let _ = trust_policy!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": { "Service": "lambda.amazonaws.com" },
            "Action": "s3:GetObject"
        }]
    });
}
