//! Many resources on one role.

use std::collections::BTreeSet;

use iam_dsl::{AttachedPolicies, IdentityPolicy, ManagedPolicy, dynamodb, prelude::*, s3, sqs};

/// A role that is granted a hundred each of three sorts.
fn role_with_many() -> Role {
    let env = Env::new("123456789012", "us-east-1").unwrap();
    let role = Role::new("many").with_env(&env);
    for number in 0..100 {
        let name = format!("orders-{number:03}");
        let table = dynamodb::Table::new(&env, &name);
        let bucket = s3::Bucket::new(&env, &name);
        let queue = sqs::Queue::new(&env, &name);
        table.grant_read_write_data(&role).unwrap();
        bucket.grant_read_write(&role).unwrap();
        queue.grant_consume_messages(&role).unwrap();
    }
    role
}

fn documents(attached: &AttachedPolicies) -> Vec<String> {
    let json = |policy: &IdentityPolicy| policy.to_json();
    let inline = attached.inline().iter().map(|(_, policy)| json(policy));
    let split = attached.split().iter().map(|policy| json(&policy.policy()));
    inline.chain(split).collect()
}

/// Each action with each of its resources.
fn pairs(policies: &[IdentityPolicy]) -> BTreeSet<(String, String)> {
    let mut pairs = BTreeSet::new();
    for policy in policies {
        for statement in policy.document().statements() {
            assert!(statement.condition().is_none());
            for action in statement.action().unwrap().actions() {
                for resource in statement.resource().unwrap().resources() {
                    pairs.insert((action.as_str().to_owned(), resource.to_string()));
                }
            }
        }
    }
    pairs
}

#[test]
fn three_hundred_resources_are_a_few_policies_within_the_quotas() {
    let role = role_with_many();
    assert!(role.mistakes().is_empty(), "{:?}", role.mistakes());
    let attached = role.attached_policies().unwrap();
    assert_eq!(attached.split().len(), 3);
    for policy in attached.split() {
        assert!(policy.mistakes().is_empty(), "{:?}", policy.mistakes());
    }
}

#[test]
fn three_hundred_resources_are_the_same_to_the_byte_each_time() {
    let once = role_with_many().attached_policies().unwrap();
    let again = role_with_many().attached_policies().unwrap();
    assert_eq!(documents(&once), documents(&again));
}

#[test]
fn merging_and_cutting_change_nothing_that_is_allowed() {
    let role = role_with_many();
    let attached = role.attached_policies().unwrap();
    let split: Vec<IdentityPolicy> = attached.split().iter().map(ManagedPolicy::policy).collect();
    let said = pairs(&[role.policy()]);
    assert_eq!(said.len(), 100 * (10 + 1 + 3 + 5));
    assert_eq!(pairs(&split), said);
}
