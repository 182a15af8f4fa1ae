//! A role that is passed to a service trusts it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>

use iam_dsl_core::{
    BaseOperator, ConditionBlock, Effect, PolicyDocument, PolicyStatement, PrincipalType,
    ResourceElement, Template, check::Code,
};

use super::{Account, Members, Report};
use crate::{Group, Role, User, aws, identity::Identity, statement::is_about};

#[inline]
pub(super) fn check(account: &Account, members: &Members, report: &mut Report) {
    let roles = members.roles.iter().map(Role::identity);
    let users = members.users.iter().map(User::identity);
    let groups = members.groups.iter().map(Group::identity);
    for identity in roles.chain(users).chain(groups) {
        let identity_label = identity.label();
        for (role, services) in passed(account, members, identity) {
            // That nobody is trusted is said already. A statement may be about several roles, each for one of its services.
            if role.trust_policy().is_empty()
                || services.is_empty()
                || services
                    .iter()
                    .any(|service| trusts(account, &role, service))
            {
                continue;
            }
            let label = role.label();
            let services = services.join("` or `");
            let text =
                format!("{identity_label} passes {label} to `{services}`, which it does not trust");
            let help = "let the role trust the service with `.trusted_by(service_principal!(..))`, or pass one that does";
            let code = Code::PASSED_ROLE_NOT_TRUSTING_SERVICE;
            report.add(identity_label.clone(), code, text, help);
        }
    }
}

/// The roles of the account that may be passed, by their names, and by each statement to which services, once.
#[inline]
fn passed(account: &Account, members: &Members, identity: &Identity) -> Vec<(Role, Vec<String>)> {
    let mut passed: Vec<(Role, Vec<String>)> = Vec::new();
    for document in documents(identity) {
        for statement in document.statements() {
            let resources = match statement.resource() {
                Some(ResourceElement::Resource(resources)) if passes(statement) => resources,
                _ => continue,
            };
            let arns: Vec<String> = resources.iter().map(|arn| account.text(arn)).collect();
            let is_named = |role: &&Role| arns.contains(&account.text(&Template::from(role.arn())));
            let services = services(account, statement);
            for role in members.roles.iter().filter(is_named) {
                let is_it = |(known, to): &(Role, Vec<String>)| known.is(role) && *to == services;
                if !passed.iter().any(is_it) {
                    passed.push((role.clone(), services.clone()));
                }
            }
        }
    }
    passed
}

/// The identity's policies, without those of its groups.
#[inline]
fn documents(identity: &Identity) -> Vec<PolicyDocument> {
    let mut documents = vec![identity.policy().into_document()];
    for (_, policy) in identity.inline_policies() {
        documents.push(policy.into_document());
    }
    for policy in identity.lock().managed_policies() {
        documents.push(policy.policy().into_document());
    }
    documents
}

#[inline]
fn passes(statement: &PolicyStatement) -> bool {
    statement.effect() == Effect::Allow && is_about(statement, aws::iam::PassRole)
}

/// The services that a statement names.
#[inline]
fn services(account: &Account, statement: &PolicyStatement) -> Vec<String> {
    let mut services = Vec::new();
    let conditions = statement.condition().into_iter();
    for (operator, key, values) in conditions.flat_map(ConditionBlock::conditions) {
        if *operator.base() == BaseOperator::StringEquals
            && key.eq_ignore_ascii_case("iam:PassedToService")
        {
            for value in values {
                services.push(account.text(&Template::from(value.to_text().into_owned())));
            }
        }
    }
    services
}

#[inline]
fn trusts(account: &Account, role: &Role, service: &str) -> bool {
    let policy = account.document(&role.trust_policy());
    policy.statements().iter().any(|statement| {
        statement.effect() == Effect::Allow
            && statement.principal().is_none_or(|principal| {
                let mut named = principal.principals().iter();
                principal.is_not()
                    || named.any(|(kind, name)| {
                        *kind == PrincipalType::Service && name.to_text() == service
                    })
            })
    })
}
