//! One value of a request, compared with the values of a policy.

use iam_dsl_core::{BaseOperator, ConditionValue, OperatorFamily};

use super::Setting;
use super::arn::Arns;
use super::binary::Binaries;
use super::boolean::Booleans;
use super::date::Dates;
use super::ip_address::Ranges;
use super::numeric::Numbers;
use super::string::Strings;
use crate::Context;

/// The values of a policy, read as their operator reads them. What cannot be read so, on either
/// side, matches nothing.
#[derive(Debug)]
pub(super) enum Comparison {
    String(Strings),
    Numeric(Numbers),
    Date(Dates),
    Bool(Booleans),
    Binary(Binaries),
    IpAddress(Ranges),
    Arn(Arns),
}

impl Comparison {
    /// Returns nothing for an operator that compares no values.
    pub(super) fn compile(
        operator: &BaseOperator,
        values: &[&ConditionValue],
        setting: Setting,
    ) -> Option<Self> {
        Some(match operator.family() {
            OperatorFamily::String => Self::String(Strings::compile(operator, values, setting)),
            OperatorFamily::Numeric => Self::Numeric(Numbers::compile(operator, values)),
            OperatorFamily::Date => Self::Date(Dates::compile(operator, values)),
            OperatorFamily::Bool => Self::Bool(Booleans::compile(values, setting)),
            OperatorFamily::Binary => Self::Binary(Binaries::compile(values)),
            OperatorFamily::IpAddress => Self::IpAddress(Ranges::compile(values)),
            OperatorFamily::Arn => Self::Arn(Arns::compile(values, setting)),
            _ => return None,
        })
    }

    /// Returns true when one of the policy's values matches, whether or not the operator is a
    /// negated one.
    pub(super) fn matches(&self, value: &str, context: &Context) -> bool {
        match self {
            Self::String(strings) => strings.match_text(value, context),
            Self::Numeric(numbers) => numbers.match_text(value),
            Self::Date(dates) => dates.match_text(value),
            Self::Bool(booleans) => booleans.match_text(value, context),
            Self::Binary(binaries) => binaries.match_text(value),
            Self::IpAddress(ranges) => ranges.match_text(value),
            Self::Arn(arns) => arns.match_text(value, context),
        }
    }
}
