use iam_dsl::prelude::*;

fn main() {
    let _ = policy!({
        "Version": "2012-10-17",
        "Statement": [
            { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
            { "Sid": "Read", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" }
        ]
    });
}
