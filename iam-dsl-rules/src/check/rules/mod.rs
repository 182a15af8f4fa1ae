//! The rules, one a file, all listed in [`RULES`].

mod action_fits_principal;
mod action_names;
mod actions_in_kind;
mod condition_keys;
mod condition_operators;
mod condition_values;
mod effect;
mod exclusive_elements;
mod federated_principal;
mod key_fits_actions;
mod missing_qualifier;
mod mixed_values;
mod null_operator;
mod operator_fits_key;
mod policy_variables;
mod principal_element;
mod principal_values;
mod private_source_ip;
mod rcp_statement;
mod resource_arns;
mod resource_element;
mod resource_fits_actions;
mod roles_anywhere;
mod sensitive_keys;
mod service_principal_keys;
mod sids;
mod version;

pub use principal_values::aws_principal;
pub use resource_fits_actions::action_acts_on;

use super::report::Report;
use super::view::Document;

/// A rule: looks at a document and reports what it finds wrong.
pub(super) type Rule = fn(&Document<'_>, &mut Report);

/// Every rule. Findings are put in the order of the document, so that this order does not matter.
pub(super) const RULES: &[Rule] = &[
    action_fits_principal::check,
    action_names::check,
    actions_in_kind::check,
    condition_keys::check,
    condition_operators::check,
    condition_values::check,
    effect::check,
    exclusive_elements::check,
    federated_principal::check,
    key_fits_actions::check,
    missing_qualifier::check,
    mixed_values::check,
    null_operator::check,
    operator_fits_key::check,
    policy_variables::check,
    principal_element::check,
    principal_values::check,
    private_source_ip::check,
    rcp_statement::check,
    resource_arns::check,
    resource_element::check,
    resource_fits_actions::check,
    roles_anywhere::check,
    sensitive_keys::check,
    service_principal_keys::check,
    sids::check,
    version::check,
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::RULES;

    #[test]
    fn every_file_is_registered() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
        let files = std::fs::read_dir(folder).unwrap().count();
        assert_eq!(files - 1, RULES.len(), "a rule file is missing in `RULES`");
    }
}
