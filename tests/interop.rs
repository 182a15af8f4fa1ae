//! Policies go out to the types of other crates, and come back.

use aws_lambda_events::apigw::ApiGatewayCustomAuthorizerPolicy;
use iam_dsl::prelude::*;
use iam_dsl::{IdentityPolicy, PolicyDocument, sqs};
use serde_json::{Value, json};

fn orders() -> IdentityPolicy {
    policy!({
        "Version": "2012-10-17",
        "Statement": {
            "Sid": "Orders",
            "Effect": "Allow",
            "Action": [execute_api::Invoke],
            "Resource": [
                "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/prod/GET/orders",
                "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/prod/POST/orders"
            ],
            "Condition": {
                "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] },
                "Bool": { "aws:SecureTransport": true }
            }
        }
    })
}

#[test]
fn a_policy_is_a_json_value_and_back() {
    let policy = orders();
    let value = Value::from(&policy);
    assert_eq!(
        value,
        serde_json::from_str::<Value>(&policy.to_json()).unwrap()
    );
    // A value sorts its keys, so that the documents themselves differ in their order.
    let document: PolicyDocument = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&document).unwrap(), value);
}

#[test]
fn a_policy_is_the_answer_of_an_authorizer() {
    let answer = ApiGatewayCustomAuthorizerPolicy::try_from(&orders()).unwrap();
    assert_eq!(
        serde_json::to_value(&answer).unwrap(),
        json!({
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Allow",
                "Action": ["execute-api:Invoke"],
                "Resource": [
                    "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/prod/GET/orders",
                    "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/prod/POST/orders"
                ],
                "Condition": {
                    "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] },
                    "Bool": { "aws:SecureTransport": ["true"] }
                }
            }]
        })
    );
}

#[test]
fn what_an_answer_has_no_place_for_is_an_error() {
    let refused = |policy: &IdentityPolicy| {
        let error = ApiGatewayCustomAuthorizerPolicy::try_from(policy).unwrap_err();
        assert!(error.help().is_some());
        error.to_string()
    };
    let all_but = IdentityPolicy::new().with(deny(not_actions![execute_api::Invoke]).on(any()));
    assert_eq!(
        refused(&all_but),
        "the answer of an authorizer has no `NotAction`"
    );
    let elsewhere = IdentityPolicy::new().with(deny(actions![execute_api::Invoke]).on_all_except(
        arn!("arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/*"),
    ));
    assert_eq!(
        refused(&elsewhere),
        "the answer of an authorizer has no `NotResource`"
    );
    let jobs = sqs::Queue::named("jobs");
    let undeployed = IdentityPolicy::new().with(allow(actions![sqs::SendMessage]).on(jobs.arn()));
    assert!(refused(&undeployed).contains("AWS::Region"));
}
