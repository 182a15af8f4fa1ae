//! Condition values are what their operator and their key compare.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>

use super::operator_fits_key::misfit;
use crate::check::names::{
    account_id, arn_shape, binary, boolean, calling_service, cidr, date, has_variable, kms_key,
    numeric, region, service_in_region, service_principal, vpc, vpc_endpoint,
};
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Leaf};
use crate::check::{Code, Message};
use crate::{ConditionOperator, OperatorFamily, SetOperator};

codes! {
    /// A boolean is compared with several values.
    ///
    /// A list means that one of its values is enough, and of `true` and `false` one always is: the condition holds of
    /// every request that has the key.
    ///
    /// Instead, write the one that is meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean>
    INVALID_CONDITION_MULTIPLE_BOOLEAN = error;
    /// A policy variable is compared as a number, a date, an address or bytes.
    ///
    /// IAM fills in variables for operators of strings and ARNs only. For others the text of the variable itself is
    /// compared, so that the condition never holds, or always where it is negated.
    ///
    /// Instead, write the value in full, or compare strings.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse>
    INVALID_VARIABLE_FOR_OPERATOR = error;
}

/// Keys whose values are account ids.
const ACCOUNT_KEYS: &[&str] = &[
    "aws:PrincipalAccount",
    "aws:ResourceAccount",
    "aws:SourceAccount",
    "aws:VpceAccount",
];

/// Keys whose values are services that make calls for others.
const CALLING_SERVICE_KEYS: &[&str] = &["aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"];

/// Keys whose values are service principals.
const SERVICE_PRINCIPAL_KEYS: &[&str] = &[
    "aws:PrincipalServiceName",
    "aws:PrincipalServiceNamesList",
    "iam:AWSServiceName",
    "iam:PassedToService",
];

/// Keys whose values are regions.
const REGION_KEYS: &[&str] = &["account:TargetRegion", "aws:RequestedRegion", "ec2:Region"];

/// Keys whose values are ARNs of KMS keys, of those that the service authorization reference has.
///
/// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
const KMS_KEY_KEYS: &[&str] = &[
    "bedrock-agentcore:KmsKeyArn",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "s3express:x-amz-server-side-encryption-aws-kms-key-id",
    "s3tables:KMSKeyArn",
    "s3vectors:kmsKeyArn",
    "sagemaker:DomainSharingOutputKmsKeyArn",
    "sagemaker:FeatureGroupOfflineStoreKmsKeyArn",
    "sagemaker:FeatureGroupOnlineStoreKmsKeyArn",
    "sagemaker:OutputKmsKeyArn",
    "sagemaker:VolumeKmsKeyArn",
    "secretsmanager:KmsKeyArn",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(text) = condition.operator.text else {
            continue;
        };
        let operator = ConditionOperator::from(text);
        for (key, values) in &condition.keys {
            // Of an operator that does not fit the key, its own rule speaks.
            if key.text.is_some_and(|key| misfit(&operator, key).is_some()) {
                continue;
            }
            for value in values {
                if let Err(message) = one_value(&operator, key, value) {
                    report.add(value.place, value.span, message);
                }
            }
            several_booleans(&operator, key, values, report);
        }
    }
}

fn one_value(
    operator: &ConditionOperator,
    key: &Leaf<'_>,
    value: &ConditionValue<'_>,
) -> Result<(), Message> {
    let Some(text) = value.scalar.text() else {
        return Ok(());
    };
    let family = operator.base().family();
    if has_variable(text) {
        return takes_variables(operator, family, text);
    }
    match family {
        OperatorFamily::Numeric => numeric(text),
        OperatorFamily::Date => date(text),
        OperatorFamily::Bool => boolean(text),
        OperatorFamily::IpAddress => cidr(text),
        OperatorFamily::Binary => binary(text),
        OperatorFamily::Arn => {
            arn_pattern(text).and_then(|()| key.text.map_or(Ok(()), |key| arn_of_key(key, text)))
        }
        OperatorFamily::String => key.text.map_or(Ok(()), |key| text_of_key(key, text)),
        OperatorFamily::Null | OperatorFamily::Unknown => Ok(()),
    }
}

/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse>
fn takes_variables(
    operator: &ConditionOperator,
    family: OperatorFamily,
    text: &str,
) -> Result<(), Message> {
    match family {
        OperatorFamily::Numeric
        | OperatorFamily::Date
        | OperatorFamily::IpAddress
        | OperatorFamily::Binary
        | OperatorFamily::Null => Err(Message::new(
            Code::INVALID_VARIABLE_FOR_OPERATOR,
            format!("operator `{operator}` takes no policy variable such as `{text}`"),
        )
        .with_help("variables work with string and ARN operators")),
        _ => Ok(()),
    }
}

/// Checks a value of an ARN operator; wildcards may stand for any part of it.
fn arn_pattern(text: &str) -> Result<(), Message> {
    if text.starts_with(['*', '?']) {
        return Ok(());
    }
    arn_shape(text).map(|_| ())
}

fn text_of_key(key: &str, text: &str) -> Result<(), Message> {
    if text.contains(['*', '?']) {
        return Ok(());
    }
    let is_one_of = |keys: &[&str]| keys.iter().any(|known| known.eq_ignore_ascii_case(key));
    if is_one_of(ACCOUNT_KEYS) {
        account_id(text)
    } else if is_one_of(SERVICE_PRINCIPAL_KEYS) {
        service_principal(text)
    } else if is_one_of(CALLING_SERVICE_KEYS) {
        calling_service(key, text)
    } else if is_one_of(&["kms:ViaService"]) {
        service_in_region(key, text)
    } else if is_one_of(REGION_KEYS) {
        region(text)
    } else if is_one_of(&["aws:Ec2InstanceSourceVpc", "aws:SourceVpc"]) {
        vpc(text)
    } else if is_one_of(&["aws:SourceVpce"]) {
        vpc_endpoint(text)
    } else {
        arn_of_key(key, text)
    }
}

fn arn_of_key(key: &str, text: &str) -> Result<(), Message> {
    let mut keys = KMS_KEY_KEYS.iter();
    if text.contains(['*', '?']) || !keys.any(|known| known.eq_ignore_ascii_case(key)) {
        return Ok(());
    }
    kms_key(key, text)
}

fn several_booleans(
    operator: &ConditionOperator,
    key: &Leaf<'_>,
    values: &[ConditionValue<'_>],
    report: &mut Report,
) {
    let any = operator.set() == Some(SetOperator::ForAnyValue);
    if operator.base().family() == OperatorFamily::Bool && values.len() > 1 && !any {
        let name = key.text.unwrap_or("the key");
        report.add_at(
            key,
            Message::new(
                Code::INVALID_CONDITION_MULTIPLE_BOOLEAN,
                format!("`{name}` is compared with several booleans"),
            )
            .with_help("write `true` or `false`, not both"),
        );
    }
}
