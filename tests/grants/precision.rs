//! What no grant may hold: patterns of actions, and actions on resources that they cannot act on.

use iam_dsl::{Action, PolicyStatement, catalog::ActionResource};
use iam_dsl_core::check::action_acts_on;

use crate::{grantees, matrix::Row, services};

/// The statements of a row that name resources: those of an identity, and of policies that say `Resource`.
fn statements(row: &Row) -> Vec<&PolicyStatement> {
    let Ok(grant) = &row.given else {
        return Vec::new();
    };
    grant
        .identity_statements()
        .iter()
        .chain(grant.resource_statements())
        .chain(grant.key_statements())
        .collect()
}

/// Actions that AWS documents elsewhere, and not in the Service Authorization Reference that the catalog is made of.
const NOT_IN_THE_CATALOG: &[&str] = &["lambda:InvokeWebFunctionEndpoint"];

fn name(row: &Row) -> String {
    let method = row.call;
    format!(
        "{}.{}.{} {} to {}",
        method.module, method.class, method.method, method.variant, row.shape
    )
}

#[test]
fn no_grant_has_a_pattern_of_actions() {
    let mut patterns = Vec::new();
    for row in services::rows(grantees::all) {
        for statement in statements(&row) {
            for action in statement.action().unwrap().actions() {
                if action.is_wildcard() {
                    patterns.push(format!("{}: {}", name(&row), action.as_str()));
                }
            }
        }
    }
    assert!(patterns.is_empty(), "{}", patterns.join("\n"));
}

#[test]
fn every_action_acts_on_every_resource_that_it_stands_with() {
    let mut pairs = 0;
    let mut wrong = Vec::new();
    for row in services::rows(grantees::all) {
        for statement in statements(&row) {
            let resources = statement
                .resource()
                .map(|resource| resource.resources().clone());
            for action in statement.action().unwrap().actions() {
                if NOT_IN_THE_CATALOG.contains(&action.as_str()) {
                    continue;
                }
                let known = Action::find(action.as_str()).unwrap();
                for resource in resources.iter().flatten() {
                    let resource = resource.to_string();
                    pairs += 1;
                    let acts = if resource == "*" {
                        // A key's policy is about no other key.
                        known.service().prefix() == "kms"
                            || !known.resources().any(ActionResource::is_required)
                    } else {
                        action_acts_on(known, &resource)
                    };
                    if !acts {
                        wrong.push(format!("{}: {} on {resource}", name(&row), action.as_str()));
                    }
                }
            }
        }
    }
    println!(
        "{pairs} pairs of action and resource, {} that cannot match",
        wrong.len()
    );
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_grant_says_nothing() {
    for row in services::rows(grantees::all) {
        if row.given.is_ok() {
            assert!(!statements(&row).is_empty(), "{}", name(&row));
        }
    }
}
