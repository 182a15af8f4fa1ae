//! Rust expressions wherever `policy!` takes a value.

use iam_dsl::prelude::*;
use iam_dsl::{Effect, PolicyStatement, resource_policy};

fn statement() -> PolicyStatement {
    PolicyStatement::new(Effect::Deny).with_actions(vec![action!(s3:Delete*)])
}

struct Names {
    team: String,
}

fn main() {
    let names = Names { team: "payments".to_owned() };
    let more = actions![s3::PutObject];
    let bucket = arn!("arn:aws:s3:::reports");
    let policy = policy!({
        "Version": "2012-10-17",
        "Id": format!("policy-of-{}", names.team),
        "Statement": [
            {
                "Sid": { "Read" }.to_owned() + "Reports",
                "Effect": Effect::Allow,
                "Action": [s3::GetObject, aws::s3::ListBucket, more],
                "Resource": [&bucket, "arn:aws:s3:::reports/*"],
                "Condition": {
                    "StringEquals": { "aws:PrincipalTag/team": [&names.team, "platform"] },
                    "NumericLessThan": { "aws:MultiFactorAuthAge": 60 * 60 },
                    "IpAddress": { "aws:SourceIp": vec![cidr!("10.0.0.0/8")] },
                    "Bool": { "aws:SecureTransport": 1 + 1 == 2 },
                    "ArnLike": { "aws:PrincipalArn": arn!("arn:aws:iam::123456789012:role/*") },
                },
            },
            statement(),
        ],
    });
    let json = policy.to_json();
    for part in ["policy-of-payments", "ReadReports", "s3:PutObject", "3600", "s3:Delete*"] {
        assert!(json.contains(part), "{part}: {json}");
    }

    let role = arn!("arn:aws:iam::123456789012:role/reader");
    let policy = resource_policy!({
        "Version": "2012-10-17",
        "Statement": [
            { "Effect": "Allow", "Principal": role, "Action": s3:Get*, "Resource": "*" },
            {
                "Effect": "Allow",
                "Principal": { "Service": service_principal!("sns.amazonaws.com"), "AWS": ["123456789012"] },
                "Action": s3::GetObject,
                "Resource": any(),
            },
        ],
    });
    assert!(policy.to_json().contains(r#""Service":"sns.amazonaws.com""#));
}
