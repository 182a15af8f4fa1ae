//! Documents with what is found in them.

use crate::PolicyKind::{self, Identity, Rcp, Resource, Scp, Trust};
use crate::check::Code;

/// Codes of documents; a statement stands for a document of version 2012-10-17 with it alone.
pub(super) const MISTAKES: &[(PolicyKind, &str, &[Code])] = &[
    (Identity, r#""x""#, &[Code::DATA_TYPE_MISMATCH]),
    (
        Identity,
        r#"{"Version": "2012-10-17"}"#,
        &[Code::MISSING_STATEMENT],
    ),
    (
        Identity,
        r#"{"Version": "2012-10-17", "Statement": []}"#,
        &[Code::MISSING_STATEMENT],
    ),
    (
        Identity,
        r#"{"Version": "2012-10-18", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#,
        &[Code::INVALID_VERSION],
    ),
    (
        Identity,
        r#"{"Version": "2008-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username}"}}"#,
        &[Code::VARIABLE_UNSUPPORTED_IN_VERSION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "*", "Resource": "*", "effect": "Deny"}"#,
        &[
            Code::DUPLICATE_KEYS_WITH_DIFFERENT_CASE,
            Code::INVALID_POLICY_ELEMENT,
        ],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Actions": "*", "Resource": "*"}"#,
        &[Code::INVALID_POLICY_ELEMENT],
    ),
    (
        Identity,
        r#"{"Action": "*", "Resource": "*"}"#,
        &[Code::MISSING_EFFECT],
    ),
    (
        Identity,
        r#"{"Effect": "allow", "Action": "*", "Resource": "*"}"#,
        &[Code::INVALID_EFFECT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Resource": "*"}"#,
        &[Code::MISSING_ACTION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": [], "Resource": "*"}"#,
        &[Code::EMPTY_ARRAY_ACTION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": []}"#,
        &[Code::EMPTY_ARRAY_RESOURCE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": 5, "Resource": "*"}"#,
        &[Code::DATA_TYPE_MISMATCH],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:*", "NotAction": "s3:*", "Resource": "*"}"#,
        &[Code::UNSUPPORTED_ELEMENT_COMBINATION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "*"}"#,
        &[Code::INVALID_ACTION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s33:GetObject", "Resource": "*"}"#,
        &[Code::INVALID_SERVICE_IN_ACTION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:${aws:username}", "Resource": "*"}"#,
        &[Code::VARIABLE_UNSUPPORTED_IN_ELEMENT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject"}"#,
        &[Code::MISSING_RESOURCE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "b/*"}"#,
        &[Code::INVALID_ARN_PREFIX],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3"}"#,
        &[Code::MISSING_ARN_FIELD],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:asw:s3:::b/*"}"#,
        &[Code::INVALID_PARTITION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:S3:::b/*"}"#,
        &[Code::INVALID_ARN_SERVICE_CASE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s33:::b/*"}"#,
        &[Code::INVALID_SERVICE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:us-east-1::b/*"}"#,
        &[Code::ARN_REGION_NOT_ALLOWED],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3::123456789012:b/*"}"#,
        &[Code::ARN_ACCOUNT_NOT_ALLOWED],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-est-1:123456789012:q"}"#,
        &[Code::INVALID_ARN_REGION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs::123456789012:q"}"#,
        &[Code::MISSING_ARN_REGION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1::q"}"#,
        &[Code::MISSING_ARN_ACCOUNT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:1234:q"}"#,
        &[Code::INVALID_ARN_ACCOUNT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws:username"}"#,
        &[Code::MISSING_BRACE_IN_VARIABLE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${}"}"#,
        &[Code::EMPTY_VARIABLE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${aws: username}"}"#,
        &[Code::UNSUPPORTED_SPACE_IN_VARIABLE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b"}"#,
        &[Code::UNSUPPORTED_RESOURCE_FOR_ACTION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:123456789012:tabel/x"}"#,
        &[Code::INVALID_ARN_RESOURCE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:123456789012:tabel/*"}"#,
        &[Code::UNSUPPORTED_RESOURCE_FOR_ACTION],
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:sqs:us-east-1:123456789012:orders"}"#,
        &[Code::UNSUPPORTED_RESOURCE_ARN_IN_POLICY],
    ),
    (
        Scp,
        r#"{"Effect": "Deny", "Action": "s*:Delete*", "Resource": "*"}"#,
        &[Code::SCP_SYNTAX_ERROR_ACTION_WILDCARD],
    ),
    (
        Identity,
        r#"{"Sid": "a-b", "Effect": "Allow", "Action": "*", "Resource": "*"}"#,
        &[Code::UNSUPPORTED_SID],
    ),
    (
        Identity,
        r#"{"Version": "2012-10-17", "Statement": [{"Sid": "A", "Effect": "Allow", "Action": "*", "Resource": "*"}, {"Sid": "A", "Effect": "Allow", "Action": "*", "Resource": "*"}]}"#,
        &[Code::UNIQUE_SIDS_REQUIRED],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}"#,
        &[Code::UNSUPPORTED_PRINCIPAL],
    ),
    (
        Scp,
        r#"{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}"#,
        &[Code::SCP_SYNTAX_ERROR_PRINCIPAL],
    ),
    (
        Rcp,
        r#"{"Effect": "Deny", "Principal": {"AWS": "123456789012"}, "Action": "s3:*", "Resource": "*"}"#,
        &[Code::RCP_SYNTAX_ERROR_PRINCIPAL],
    ),
    (
        Rcp,
        r#"{"Effect": "Deny", "Principal": "*", "NotAction": "s3:*", "Resource": "*"}"#,
        &[Code::RCP_SYNTAX_ERROR_NOTACTION],
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "s3:GetObject", "Resource": "*"}"#,
        &[Code::FEDERATED_PRINCIPAL_NOT_SUPPORTED],
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}"#,
        &[Code::UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL],
    ),
    (
        Rcp,
        r#"{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::b/*"}"#,
        &[Code::RCP_SYNTAX_ERROR_ALLOW],
    ),
    (
        Rcp,
        r#"{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}"#,
        &[Code::RCP_SYNTAX_ERROR_ACTION],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}"#,
        &[Code::ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"Service": "rolesanywhere.amazonaws.com"}, "Action": "sts:AssumeRole"}"#,
        &[Code::MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY],
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}"#,
        &[Code::MISSING_PRINCIPAL],
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": "123456789012", "Action": "s3:*", "Resource": "*"}"#,
        &[Code::INVALID_PRINCIPAL_FORMAT],
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": {"Aws": "123456789012"}, "Action": "s3:*", "Resource": "*"}"#,
        &[Code::INVALID_PRINCIPAL_KEY],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {}, "Action": "sts:AssumeRole"}"#,
        &[Code::EMPTY_OBJECT_PRINCIPAL],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"AWS": []}, "Action": "sts:AssumeRole"}"#,
        &[Code::EMPTY_ARRAY_PRINCIPAL],
    ),
    (
        Resource,
        r#"{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:role/a*"}, "Action": "s3:*", "Resource": "*"}"#,
        &[Code::UNSUPPORTED_WILDCARD_IN_PRINCIPAL],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*", "Condition": {"ForAnyValue:StringEquals": {"aws:CalledVia": ["athena.amazonaws.com", "replication.ecr.amazonaws.com"]}}}"#,
        &[Code::INVALID_SERVICE_PRINCIPAL_FORMAT],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"Service": "lamdba.amazonaws.com"}, "Action": "sts:AssumeRole"}"#,
        &[Code::INVALID_SERVICE_PRINCIPAL_FORMAT],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"Federated": "okta"}, "Action": "sts:AssumeRoleWithWebIdentity"}"#,
        &[Code::INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::123456789012:saml-provider/x"}, "Action": "sts:AssumeRole"}"#,
        &[Code::MISMATCHED_ACTION_FOR_PRINCIPAL],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}"#,
        &[Code::ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole", "Resource": "*"}"#,
        &[Code::ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "s3:GetObject"}"#,
        &[Code::UNSUPPORTED_ACTION_IN_POLICY],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEqual": {"aws:PrincipalAccount": "123456789012"}}}"#,
        &[Code::INVALID_CONDITION_OPERATOR],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"NullIfExists": {"aws:PrincipalAccount": "true"}}}"#,
        &[Code::NULL_WITH_IF_EXISTS],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Null": {"aws:PrincipalAccount": "yes"}}}"#,
        &[Code::TYPE_MISMATCH_BOOLEAN],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"SourceIp": "x"}}}"#,
        &[Code::INVALID_CONDITION_KEY_FORMAT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIpp": "10.0.0.0/8"}}}"#,
        &[Code::INVALID_GLOBAL_CONDITION_KEY],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": {"StringEquals": {"s3:prefx": "x"}}}"#,
        &[Code::INVALID_SERVICE_CONDITION_KEY],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag": "x"}}}"#,
        &[Code::MISSING_TAG_KEY_IN_CONDITION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"s3:prefix": "x"}}}"#,
        &[Code::UNSUPPORTED_ACTION_FOR_CONDITION_KEY],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:SecureTransport": "true"}}}"#,
        &[Code::TYPE_MISMATCH],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:TagKeys": "x"}}}"#,
        &[Code::MISSING_QUALIFIER],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": ["true", "false"]}}}"#,
        &[Code::INVALID_CONDITION_MULTIPLE_BOOLEAN],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": 1}}}"#,
        &[Code::TYPE_MISMATCH_BOOLEAN],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/99"}}}"#,
        &[Code::TYPE_MISMATCH_IP_RANGE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "${aws:SourceIp}"}}}"#,
        &[Code::INVALID_VARIABLE_FOR_OPERATOR],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"DateLessThan": {"aws:CurrentTime": "soon"}}}"#,
        &[Code::TYPE_MISMATCH_DATE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": "1h"}}}"#,
        &[Code::TYPE_MISMATCH_NUMBER],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"BinaryEquals": {"aws:PrincipalTag/x": "?"}}}"#,
        &[Code::TYPE_MISMATCH_STRING],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": "us-est-1"}}}"#,
        &[Code::INVALID_REGION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "123"}}}"#,
        &[Code::INVALID_ARN_ACCOUNT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}"#,
        &[Code::PRIVATE_IP_ADDRESS],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "fd00::/8"}}}"#,
        &[Code::PRIVATE_NOT_IP_ADDRESS],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}}}"#,
        &[Code::INVALID_VPC_FORMAT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-0abc"}}}"#,
        &[Code::INVALID_VPCE_FORMAT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", "Condition": {"StringEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "alias/app"}}}"#,
        &[Code::INVALID_KMS_KEY_VALUE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:SourceAccount": "${aws:username}"}}}"#,
        &[Code::VARIABLE_USAGE_TOO_PERMISSIVE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringLike": {"aws:PrincipalOrgID": "o-*"}}}"#,
        &[Code::WILDCARD_USAGE_TOO_PERMISSIVE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "${aws:RequestTag/team, none}"}}}"#,
        &[Code::MISSING_QUOTE_IN_VARIABLE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"ArnEquals": {"aws:ARN": "arn:aws:iam::123456789012:role/app"}}}"#,
        &[Code::UNSUPPORTED_GLOBAL_CONDITION_KEY],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"NumericEquals": {"aws:MultiFactorAuthAge": ["2700", 3600]}}}"#,
        &[Code::INVALID_CONDITION_DATA_TYPE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:ViaService": "s3.amazonaws.com"}}}"#,
        &[Code::INVALID_SERVICE_PRINCIPAL_FORMAT],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*", "Condition": {"StringEquals": {"ec2:Region": "eu-wst-1"}}}"#,
        &[Code::INVALID_REGION],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": {"StringEquals": {"s33:prefix": "x"}}}"#,
        &[Code::INVALID_SERVICE],
    ),
    (
        Identity,
        r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Null": {"aws:PrincipalTag/team": "${aws:PrincipalTag/x}"}}}"#,
        &[Code::INVALID_VARIABLE_FOR_OPERATOR],
    ),
    (
        Trust,
        r#"{"Effect": "Allow", "Principal": {"Federated": "*"}, "Action": "sts:AssumeRoleWithSAML"}"#,
        &[
            Code::MISMATCHED_ACTION_FOR_PRINCIPAL,
            Code::UNSUPPORTED_WILDCARD_IN_PRINCIPAL,
        ],
    ),
];
