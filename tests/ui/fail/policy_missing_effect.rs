use iam_dsl::prelude::*;

fn main() {
    let _ = policy!({
        "Version": "2012-10-17",
        "Statement": [{
            "Action": "s3:GetObject",
            "Resource": "*"
        }]
    });
}
