use iam_dsl::prelude::*;

fn main() {
    let _ = policy!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Action": "s3:GetObject",
            "Resource": "*",
            "Condition": { "DateLessThan": { "aws:CurrentTime": "2026-02-30T00:00:00Z" } }
        }]
    });
}
