//! Which conditions keep an action from most of what it could do.

use crate::check::view::{ConditionValue, Leaf, Statement};
use crate::pattern::{arn_matches, glob_ignore_case};
use crate::{BaseOperator, ConditionOperator, OperatorFamily, SetOperator};

/// Whom a role is passed to, for what `iam:PassRole` is used for.
#[derive(Clone, Copy, Debug)]
pub(in crate::check::lints) enum Passing {
    ToAnyService,
    To(&'static [&'static str]),
}

/// Keys whose conditions hold for the holder of a policy anyway, or that the holder can make hold: they say how, when, from
/// where and from which account somebody asks, or what they write into a request, and not what they reach.
const NOT_NARROWING: &[&str] = &[
    "aws:CurrentTime",
    "aws:EpochTime",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalType",
    "aws:Referer",
    "aws:RequestTag/*",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:SecureTransport",
    "aws:SourceIp",
    "aws:SourceVpc",
    "aws:SourceVpcArn",
    "aws:SourceVpce",
    "aws:TagKeys",
    "aws:TokenIssueTime",
    "aws:UserAgent",
    "aws:VpcSourceIp",
];

const RESOURCE_TAG: &str = "*:ResourceTag/*";
const PASSED_TO: &str = "iam:PassedToService";
const PASS_ROLE: &str = "iam:PassRole";

/// Keys that hold the ARN of a policy that is attached or becomes a boundary: a value that takes this policy in is no limit.
const POLICIES: &[&str] = &["iam:PermissionsBoundary", "iam:PolicyARN"];
const ADMINISTRATOR: &str = "arn:aws:iam::aws:policy/AdministratorAccess";

/// Returns true when a condition of an Allow keeps it from most of what the action could do.
pub(super) fn narrows(statement: &Statement<'_>, action: &str, passing: Passing) -> bool {
    comparisons(statement).any(|comparison| comparison.narrows(action, passing))
}

/// Returns true when a Deny leaves nothing of the action, or little: what its conditions let through.
pub(super) fn leaves_little(statement: &Statement<'_>, action: &str, passing: Passing) -> bool {
    comparisons(statement).all(|comparison| comparison.leaves_little(action, passing))
}

/// An operator and a key with its values.
struct Comparison<'s, 'a> {
    operator: Option<ConditionOperator>,
    key: Option<&'a str>,
    values: &'s [ConditionValue<'a>],
}

fn comparisons<'s, 'a>(statement: &'s Statement<'a>) -> impl Iterator<Item = Comparison<'s, 'a>> {
    statement.conditions.iter().flat_map(|condition| {
        let operator = condition.operator.text;
        condition.keys.iter().map(move |(key, values)| {
            let Leaf { text, .. } = *key;
            Comparison {
                operator: operator.map(ConditionOperator::from),
                key: text,
                values,
            }
        })
    })
}

impl Comparison<'_, '_> {
    fn narrows(&self, action: &str, passing: Passing) -> bool {
        let (Some(operator), Some(key)) = (&self.operator, self.key) else {
            return true;
        };
        if operator.is_if_exists() || operator.set() == Some(SetOperator::ForAllValues) {
            return false;
        }
        if *operator.base() == BaseOperator::Null {
            return self.asks_for_tag(key, "false");
        }
        !operator.base().is_negated() && self.lets_only_little(key, action, passing)
    }

    fn leaves_little(&self, action: &str, passing: Passing) -> bool {
        let (Some(operator), Some(key)) = (&self.operator, self.key) else {
            return true;
        };
        if *operator.base() == BaseOperator::Null {
            return self.asks_for_tag(key, "true");
        }
        if operator.base().is_negated() {
            return self.lets_only_little(key, action, passing);
        }
        if is_key(key, PASSED_TO) && action == PASS_ROLE {
            return self.takes_all(passing);
        }
        let leaves_opposite = matches!(
            operator.base().family(),
            OperatorFamily::Bool | OperatorFamily::Numeric | OperatorFamily::Date
        );
        leaves_opposite && !is_not_narrowing(key)
    }

    /// Whether what has one of the values is little.
    fn lets_only_little(&self, key: &str, action: &str, passing: Passing) -> bool {
        if is_not_narrowing(key) {
            return false;
        }
        if is_key(key, PASSED_TO) && action == PASS_ROLE {
            return !self.takes_one(passing);
        }
        let is_of_policy = POLICIES.iter().any(|of| is_key(key, of));
        self.values.iter().all(|value| {
            value.scalar.text().is_none_or(|text| {
                let names_something = text.bytes().any(|byte| !b"*?".contains(&byte));
                names_something && !(is_of_policy && arn_matches(text, ADMINISTRATOR))
            })
        })
    }

    /// A tag of the resource narrows, whatever its value: a few resources have it.
    fn asks_for_tag(&self, key: &str, is_absent: &str) -> bool {
        glob_ignore_case(RESOURCE_TAG, key)
            && self
                .values
                .iter()
                .all(|value| value.scalar.text() == Some(is_absent))
    }

    fn takes_one(&self, passing: Passing) -> bool {
        match passing {
            // Any service is enough, but a policy that names it has thought of it.
            Passing::ToAnyService => !self.values.iter().all(ConditionValue::names_something),
            Passing::To(services) => services.iter().any(|service| self.takes(service)),
        }
    }

    fn takes_all(&self, passing: Passing) -> bool {
        match passing {
            Passing::ToAnyService => false,
            Passing::To(services) => services.iter().all(|service| self.takes(service)),
        }
    }

    /// Services have another suffix in China.
    fn takes(&self, service: &str) -> bool {
        self.values.iter().any(|value| {
            value.scalar.text().is_some_and(|text| {
                let text = text.strip_suffix(".cn").unwrap_or(text);
                glob_ignore_case(text, service)
            })
        })
    }
}

fn is_key(key: &str, name: &str) -> bool {
    key.eq_ignore_ascii_case(name)
}

fn is_not_narrowing(key: &str) -> bool {
    NOT_NARROWING.iter().any(|name| glob_ignore_case(name, key))
}
