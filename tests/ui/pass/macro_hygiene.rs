//! Whatever names a program has, inside the macros the first part of an action is a service.

#![allow(dead_code, non_camel_case_types)]

mod core {}
mod aws {}
mod std {}
struct s3;
type Result<T> = T;

macro_rules! read {
    ($action:literal, $resource:expr) => {
        ::iam_dsl::policy!({
            "Version": "2012-10-17",
            "Statement": [{ "Effect": "Allow", "Action": $action, "Resource": $resource }],
        })
    };
}

fn main() {
    let sqs = 1;
    let actions = ::iam_dsl::actions![s3::GetObject, sqs::SendMessage, sqs:List*];
    assert_eq!(actions.patterns().len(), 3);
    assert_eq!(sqs, 1);
    let policy = read!("s3:GetObject", ::iam_dsl::arn!("arn:aws:s3:::reports/*"));
    assert!(policy.to_json().contains("reports"));
    let included = ::iam_dsl::include_policy!("../../policies/s3_read_access.json");
    assert!(included.to_json().contains("my-app-bucket"));
}
