//! The twins of `fail/action*.rs`: the same, spelt right.

use iam_dsl::prelude::*;

const READ: iam_dsl::Action = action!(s3::GetObject);

fn main() {
    assert_eq!(READ, aws::s3::GetObject);
    assert_eq!(action!("s3:GetObject"), aws::s3::GetObject);
    assert_eq!(action!(s3:GetObject), aws::s3::GetObject);
    assert_eq!(action!("S3:getobject").to_string(), "s3:GetObject");
    assert_eq!(action!(dynamodb::GetItem).to_string(), "dynamodb:GetItem");
    assert_eq!(action!("s3:ListBucket"), aws::s3::ListBucket);
    assert_eq!(action!(lambda::InvokeFunction).to_string(), "lambda:InvokeFunction");
    assert_eq!(action!(execute_api::Invoke).to_string(), "execute-api:Invoke");
    assert_eq!(action!(execute-api:Invoke).to_string(), "execute-api:Invoke");
    assert_eq!(action!(s3:Get*).to_string(), "s3:Get*");
    assert_eq!(action!(unchecked "s3:FromTheFuture").to_string(), "s3:FromTheFuture");

    let listed = actions![
        s3::GetObject,
        "dynamodb:GetItem",
        s3::PutObject,
        sqs:SendMessage,
        "s3:Get*",
        sqs:*,
        unchecked "s3:FromTheFuture",
    ];
    let policy = IdentityPolicy::new().with(allow(listed).on(any()));
    assert_eq!(
        policy.to_json(),
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","dynamodb:GetItem","s3:PutObject","sqs:SendMessage","s3:Get*","sqs:*","s3:FromTheFuture"],"Resource":"*"}]}"#
    );

    let rest = IdentityPolicy::new().with(deny(not_actions![iam::PassRole]).on(any()));
    assert!(rest.to_json().contains(r#""NotAction":"iam:PassRole""#));
}
