use iam_dsl::prelude::*;

fn main() {
    let _ = policy!({
        "Version": "2012-10-18",
        "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }]
    });
}
