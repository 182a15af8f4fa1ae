//! What AWS itself says of a request.

use iam_dsl_evaluate::{Caller, Context, ContextValue, Request};

const QUEUE: &str = "arn:aws:sqs:eu-west-1:999999999999:jobs";

/// The keys of a request, in the order of their names.
fn keys(caller: &str, action: &str, resource: &str) -> Vec<(&'static str, String)> {
    let caller: Caller = caller.parse().unwrap();
    let context = Context::of_direct_call(&Request::new(caller, action, resource));
    let mut rest = context.clone();
    let mut found = Vec::new();
    for key in Context::OF_DIRECT_CALLS {
        if let Some(ContextValue::Single(value)) = context.get(key) {
            found.push((*key, value.clone()));
            rest.remove(key);
        }
    }
    assert_eq!(rest, Context::new(), "keys that are not in the list");
    found
}

/// The keys that depend on the caller.
fn keys_of(caller: &str) -> Vec<(&'static str, String)> {
    let mut keys = keys(caller, "sqs:SendMessage", QUEUE);
    for (key, value) in [
        ("aws:RequestedRegion", "eu-west-1"),
        ("aws:ResourceAccount", "999999999999"),
        ("aws:SecureTransport", "true"),
        ("aws:ViaAWSService", "false"),
    ] {
        let at = keys.iter().position(|pair| pair.0 == key).expect(key);
        assert_eq!(keys.remove(at).1, value, "{caller}");
    }
    keys
}

fn principal(arn: &str, principal_type: &str) -> Vec<(&'static str, String)> {
    vec![
        ("aws:PrincipalAccount", "123456789012".to_owned()),
        ("aws:PrincipalArn", arn.to_owned()),
        ("aws:PrincipalIsAWSService", "false".to_owned()),
        ("aws:PrincipalType", principal_type.to_owned()),
    ]
}

#[test]
fn principals_of_an_account() {
    for (caller, arn, principal_type) in [
        (
            "arn:aws:iam::123456789012:root",
            "arn:aws:iam::123456789012:root",
            "Account",
        ),
        (
            "arn:aws:iam::123456789012:role/team/app",
            "arn:aws:iam::123456789012:role/team/app",
            "AssumedRole",
        ),
        (
            "arn:aws:sts::123456789012:assumed-role/app/i-0123",
            "arn:aws:iam::123456789012:role/app",
            "AssumedRole",
        ),
        (
            "arn:aws-cn:sts::123456789012:assumed-role/app/assumed-role",
            "arn:aws-cn:iam::123456789012:role/app",
            "AssumedRole",
        ),
        (
            "arn:aws:sts::123456789012:assumed-role/aws-service-role/ecs.amazonaws.com/Ecs/session",
            "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/Ecs",
            "AssumedRole",
        ),
        (
            "arn:aws:sts::123456789012:federated-user/ann",
            "arn:aws:sts::123456789012:federated-user/ann",
            "FederatedUser",
        ),
    ] {
        assert_eq!(keys_of(caller), principal(arn, principal_type), "{caller}");
    }
}

#[test]
fn users_have_a_name() {
    let ann = "arn:aws:iam::123456789012:user/team/ann";
    let mut expected = principal(ann, "User");
    expected.push(("aws:username", "ann".to_owned()));
    assert_eq!(keys_of(ann), expected);
}

#[test]
fn callers_without_an_account() {
    let github =
        "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com".to_owned();
    let saml = "arn:aws:iam::123456789012:saml-provider/office";
    assert_eq!(
        keys_of("cloudtrail.amazonaws.com"),
        [
            ("aws:PrincipalIsAWSService", "true".to_owned()),
            (
                "aws:PrincipalServiceName",
                "cloudtrail.amazonaws.com".to_owned()
            ),
        ]
    );
    assert_eq!(
        keys_of("anonymous"),
        [
            ("aws:PrincipalAccount", "anonymous".to_owned()),
            ("aws:PrincipalType", "Anonymous".to_owned()),
        ]
    );
    assert_eq!(
        keys_of(&github),
        [("aws:FederatedProvider", github.clone())]
    );
    assert_eq!(keys_of(saml), []);
    let cluster = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
    assert_eq!(
        keys_of(cluster),
        [("aws:FederatedProvider", cluster.to_owned())]
    );
    assert_eq!(
        keys_of(&"a".repeat(64)),
        [("aws:PrincipalIsAWSService", "false".to_owned())]
    );
}

#[test]
fn what_a_resource_does_not_say_is_absent() {
    let names = |action, resource| -> Vec<&str> {
        let keys = keys("anonymous", action, resource);
        keys.iter().map(|pair| pair.0).skip(2).collect()
    };
    assert_eq!(
        names("s3:GetObject", "arn:aws:s3:::reports/q1.csv"),
        ["aws:SecureTransport", "aws:ViaAWSService"]
    );
    assert_eq!(
        names("s3:ListAllMyBuckets", "*"),
        ["aws:SecureTransport", "aws:ViaAWSService"]
    );
}

#[test]
fn some_actions_lack_the_account_of_the_resource() {
    let has_account = |action| {
        let keys = keys("anonymous", action, QUEUE);
        keys.iter().any(|pair| pair.0 == "aws:ResourceAccount")
    };
    assert!(has_account("ec2:RunInstances"));
    assert!(!has_account("ec2:CreateVpcEndpoint"));
    assert!(!has_account("EC2:createvpcendpoint"));
    assert!(!has_account("ebs:GetSnapshotBlock"));
}
