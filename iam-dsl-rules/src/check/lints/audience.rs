//! The audience of a token is compared as one value, which its provider must agree with.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>

use iam_dsl_catalog::oidc;

use crate::check::report::Report;
use crate::check::view::{Condition, Document};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator, PolicyKind, SetOperator};

codes! {
    /// The audience of a token is compared as one value.
    ///
    /// Some providers put several audiences into a token, and then this does not compare them all. Most put in one, and
    /// then it is right.
    ///
    /// Instead, see in the provider's documents that a token has one audience, and allow this finding with that as the
    /// reason.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>
    CONFIRM_AUDIENCE_CLAIM_TYPE = suggestion;
    /// `ForAnyValue` compares the audience of a token.
    ///
    /// The audience is one value, and set operators are for keys of many. They hide what the condition asks for.
    ///
    /// Instead, write the operator without `ForAnyValue:`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
    FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE = security_warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        for condition in &statement.conditions {
            one_condition(condition, report);
        }
    }
}

/// Of `ForAllValues` the lint on all keys with one value speaks.
fn one_condition(condition: &Condition<'_>, report: &mut Report) {
    let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
        return;
    };
    for (key, _) in &condition.keys {
        let Some(name) = key.text.filter(|name| is_audience(name)) else {
            continue;
        };
        let message = match operator.set() {
            Some(SetOperator::ForAnyValue) => Message::new(
                Code::FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE,
                format!("`{name}` has one value, and `ForAnyValue` is for keys of many"),
            )
            .with_help("leave `ForAnyValue:` out"),
            None if *operator.base() != BaseOperator::Null => Message::new(
                Code::CONFIRM_AUDIENCE_CLAIM_TYPE,
                format!("`{name}` is compared as one value"),
            )
            .with_help("look up whether tokens of this provider have one audience; if so, this is right, and can be allowed with that reason"),
            _ => continue,
        };
        report.add_at(key, message);
    }
}

fn is_audience(key: &str) -> bool {
    oidc::claim(key).is_some_and(|claim| claim.name == "aud")
}
