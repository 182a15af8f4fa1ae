//! What is allowed to a private address is allowed within one VPC, since another can have the same address.
//!
//! Of a `Deny` nothing is said: conditions hold together, so that one more would deny less.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-missing-paired-condition-keys>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// An `Allow` asks for a private address and not for the VPC.
    ///
    /// Private addresses are the same in many networks: a stranger's VPC can have them, too.
    ///
    /// Instead, compare the VPC or the endpoint as well, with `aws:SourceVpc` or `aws:SourceVpce`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip>
    MISSING_PAIRED_CONDITION_KEYS = security_warning;
}

/// Keys of private addresses, each with the keys of which one says where the address is.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instancesourceprivateip4>
const PAIRS: &[(&str, &[&str])] = &[
    (
        "aws:Ec2InstanceSourcePrivateIPv4",
        &["aws:Ec2InstanceSourceVpc"],
    ),
    (
        "aws:VpcSourceIp",
        &["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"],
    ),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in document.statements.iter().filter(|of| of.allows()) {
        // A key that is not known could be the one that is missing.
        let keys = || {
            let conditions = statement.conditions.iter();
            conditions.flat_map(|condition| &condition.keys)
        };
        if keys().any(|(key, _)| key.text.is_none()) {
            continue;
        }
        let has = |wanted: &str| {
            keys().any(|(key, _)| {
                key.text
                    .is_some_and(|name| name.eq_ignore_ascii_case(wanted))
            })
        };
        for (key, _) in keys() {
            let Some(name) = key.text else { continue };
            let pair = PAIRS
                .iter()
                .find(|(address, _)| address.eq_ignore_ascii_case(name));
            let Some((_, partners)) = pair else { continue };
            if !partners.iter().any(|partner| has(partner)) {
                let message = Message::new(
                    Code::MISSING_PAIRED_CONDITION_KEYS,
                    format!("`{name}` can be the same in many VPCs"),
                );
                let help = format!("add a condition on `{}`", partners.join("` or `"));
                report.add_at(key, message.with_help(help));
            }
        }
    }
}
