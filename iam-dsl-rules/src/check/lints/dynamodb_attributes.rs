//! Who may read some attributes of items has to ask for attributes.
//!
//! AWS: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html>

use super::comparison::Comparison;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// Reading is limited to attributes of a DynamoDB table, but not to requests that name attributes.
    ///
    /// DynamoDB compares `dynamodb:Attributes` with what a request asks for. A request that asks for nothing in particular
    /// gets whole items, with the attributes that were to be kept back.
    ///
    /// Instead, also ask with `StringEqualsIfExists` that `dynamodb:Select` is `SPECIFIC_ATTRIBUTES`; writes, which have no
    /// such key, still pass.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_dynamodb_attributes.html>
    DYNAMODB_ATTRIBUTES_WITHOUT_SELECT = security_warning;
}

/// The actions that return attributes and say in `dynamodb:Select` which.
const READS: [&str; 4] = [
    "dynamodb:BatchGetItem",
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in document.statements.iter().filter(|of| of.allows()) {
        if statement.conditions.is_empty() {
            continue;
        }
        let Some(comparisons) = Comparison::all(statement) else {
            continue;
        };
        let of = |key: &str| comparisons.iter().find(|comparison| comparison.is_of(key));
        let Some(attributes) = of("dynamodb:Attributes") else {
            continue;
        };
        let is_selected = of("dynamodb:Select").is_some_and(|select| {
            !select.operator.base().is_negated() && select.asks("SPECIFIC_ATTRIBUTES")
        });
        if !is_selected && READS.iter().any(|action| statement.acts_on(action)) {
            let text = "requests that name no attributes get all, in spite of the condition on `dynamodb:Attributes`";
            let help =
                "add `\"StringEqualsIfExists\": {\"dynamodb:Select\": \"SPECIFIC_ATTRIBUTES\"}`";
            let message = Message::new(Code::DYNAMODB_ATTRIBUTES_WITHOUT_SELECT, text);
            report.add_at(attributes.key, message.with_help(help));
        }
    }
}
