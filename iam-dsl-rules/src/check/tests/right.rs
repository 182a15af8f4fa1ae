//! Documents in which nothing is found.

use crate::PolicyKind::{self, Identity, Rcp, Resource, Scp, Trust};

/// Documents that look suspicious and are right.
pub(super) const RIGHT: &[(PolicyKind, &str)] = &[
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "elasticloadbalancing:AddTags", "Resource": "arn:aws:elasticloadbalancing:*:*:targetgroup/*/*"}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "logs:DescribeLogGroups", "Resource": "arn:aws:logs:us-east-1:123456789012:log-group:*"}"#,
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/prod/GET/*"}"#,
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "elasticfilesystem:ClientMount"}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "glacier:ListTagsForVault", "Resource": "*", "Condition": {"StringEquals": {"glacier:ResourceTag/team": "a"}}}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": ["s3:getobject", "S3:List*"], "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "logs:CreateLogGroup", "Resource": "arn:aws:logs:us-east-1:123456789012:*"}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Deny", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::b/*"}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": {"StringEquals": {"ec2:ResourceTag/team": "x", "aws:RequestTag/team": "x"}}}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"NumericLessThan": {"aws:EpochTime": "1795426200"}, "Null": {"aws:TagKeys": false}}}"#,
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringLike": {"kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::b/*", "kms:ViaService": "s3.*.amazonaws.com"}}}"#,
    ),
    (
        Resource,
        r#"{"Sid": "Allow use of the key", "Effect": "Allow", "Principal": {"AWS": ["123456789012", "arn:aws:iam::123456789012:root"]}, "Action": "kms:*", "Resource": "*"}"#,
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "ecr:BatchGetImage"}"#,
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"Federated": "cognito-identity.amazonaws.com"}, "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "x"}}}"#,
    ),
    (
        Rcp,
        r#"{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}"#,
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"Service": "rolesanywhere.amazonaws.com"}, "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]}"#,
    ),
    (
        Scp,
        r#"{"Effect": "Deny", "Action": ["iam:*Role", "s3:Get*Acl"], "Resource": "*"}"#,
    ),
    (
        Scp,
        r#"{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-central-1", "eu-west-1"]}}}"#,
    ),
];
