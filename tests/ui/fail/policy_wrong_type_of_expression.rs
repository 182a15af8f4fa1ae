use iam_dsl::prelude::*;

fn main() {
    let resource = 5;
    let _ = policy!({
        "Version": "2012-10-17",
        "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": resource }]
    });
}
