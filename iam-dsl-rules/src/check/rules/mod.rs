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
pub(super) mod resource_fits_actions;
mod roles_anywhere;
mod sensitive_keys;
mod service_principal_keys;
mod sids;
mod version;

pub use principal_values::aws_principal;
pub use resource_fits_actions::action_acts_on;

use super::codes::Check;

/// Every rule. Findings are put in the order of the document, so that this order does not matter.
pub(super) const RULES: &[Check] = checks![
    action_fits_principal,
    action_names,
    actions_in_kind,
    condition_keys,
    condition_operators,
    condition_values,
    effect,
    exclusive_elements,
    federated_principal,
    key_fits_actions,
    missing_qualifier,
    mixed_values,
    null_operator,
    operator_fits_key,
    policy_variables,
    principal_element,
    principal_values,
    private_source_ip,
    rcp_statement,
    resource_arns,
    resource_element,
    resource_fits_actions,
    roles_anywhere,
    sensitive_keys,
    service_principal_keys,
    sids,
    version,
];
