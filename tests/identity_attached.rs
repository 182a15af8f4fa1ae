//! Policies in the form that IAM takes them: inline, minimized, or split into managed policies.

use iam_dsl::document::quota::Quota;
use iam_dsl::prelude::*;
use iam_dsl::{Arn, Group, IdentityError, ManagedPolicy, PolicyStatement, User};

fn queue(number: usize) -> Arn {
    format!("arn:aws:sqs:us-east-1:123456789012:orders-of-region-{number:04}")
        .parse()
        .unwrap()
}

/// A role with that many statements that cannot be merged.
fn role(statements: usize) -> Role {
    let role = Role::new("order-processor").with_path("/payments/");
    for number in 0..statements {
        let statement = allow(actions![sqs::SendMessage]).on(queue(number));
        role.add(statement.sid(format!("Queue{number}")));
    }
    role
}

fn statements<'a>(policies: impl IntoIterator<Item = &'a IdentityPolicy>) -> Vec<PolicyStatement> {
    policies
        .into_iter()
        .flat_map(|policy| policy.document().statements().to_vec())
        .collect()
}

#[test]
fn what_fits_stays_as_it_is() {
    let attached = role(60).attached_policies().unwrap();
    assert_eq!(attached.inline().len(), 1);
    assert_eq!(attached.inline()[0].1, role(60).policy());
    assert!(attached.split().is_empty() && attached.managed().is_empty());
    assert!(
        Role::new("idle")
            .attached_policies()
            .unwrap()
            .inline()
            .is_empty()
    );
}

#[test]
fn what_outgrows_the_quota_is_minimized_first() {
    let role = Role::new("order-processor");
    for number in 0..100 {
        role.add(allow(actions![sqs::SendMessage]).on(queue(number)));
    }
    assert!(!Quota::ROLE_INLINE.allows(&role.policy().to_json()));
    let attached = role.attached_policies().unwrap();
    assert_eq!(attached.inline()[0].1, role.policy().minimized());
    assert!(attached.split().is_empty());
}

#[test]
fn what_still_outgrows_it_is_split_and_nothing_is_lost() {
    let role = role(150).with_managed_policy(managed_policy!("ReadOnlyAccess"));
    let attached = role.attached_policies().unwrap();
    assert!(attached.inline().is_empty());
    assert_eq!(attached.managed().len(), 1 + attached.split().len());
    let parts: Vec<IdentityPolicy> = attached.split().iter().map(ManagedPolicy::policy).collect();
    assert_eq!(statements(&parts), role.policy().document().statements());
    assert!(role.mistakes().is_empty());

    let show = |policy: &ManagedPolicy| {
        let document = policy.policy().into_document();
        let sid = |statement: Option<&PolicyStatement>| {
            let sid = statement.and_then(PolicyStatement::sid);
            sid.unwrap_or("nothing").to_owned()
        };
        format!(
            "{}\n  {} characters: {} to {}",
            policy.arn(),
            Quota::MANAGED_POLICY.measure(&document.to_json()),
            sid(document.statements().first()),
            sid(document.statements().last()),
        )
    };
    let shown: Vec<String> = attached.managed().iter().map(show).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

/// 300 statements of one action merge into one that no managed policy can hold: then they stay apart.
#[test]
fn merging_does_not_make_a_statement_too_large() {
    let role = Role::new("order-processor");
    for number in 0..300 {
        role.add(allow(actions![sqs::SendMessage]).on(queue(number)));
    }
    let attached = role.attached_policies().unwrap();
    let parts: Vec<IdentityPolicy> = attached.split().iter().map(ManagedPolicy::policy).collect();
    // The one statement that merging makes is cut by its queues, none of which is lost.
    let mut queues: Vec<String> = Vec::new();
    for statement in statements(&parts) {
        let resources = statement.resource().unwrap().resources();
        queues.extend(resources.iter().map(ToString::to_string));
    }
    let said: Vec<String> = (0..300).map(|number| queue(number).to_string()).collect();
    assert_eq!(queues, said);
    assert!(parts.len() < 4);
}

#[test]
fn what_has_a_name_stays_inline() {
    let named = IdentityPolicy::new().with(allow(actions![sqs::PurgeQueue]).on(queue(1)));
    let role = role(150).with_inline_policy("purge", named.clone());
    let attached = role.attached_policies().unwrap();
    assert_eq!(attached.inline(), [("purge".to_owned(), named)]);

    // Unless it is too large itself.
    let role = Role::new("order-processor").with_inline_policy("send", self::role(150).policy());
    let attached = role.attached_policies().unwrap();
    assert!(attached.inline().is_empty());
    assert_eq!(attached.split()[0].name(), "order-processor-role-send-1");
}

#[test]
fn names_of_parts_are_no_longer_than_iam_takes() {
    let (name, policy) = ("r".repeat(60), "p".repeat(100));
    let role = Role::new(name).with_inline_policy(policy, role(150).policy());
    let attached = role.attached_policies().unwrap();
    for (number, part) in attached.split().iter().enumerate() {
        assert_eq!(part.name().len(), 128);
        assert!(part.name().ends_with(&format!("-{}", number + 1)));
        assert_eq!(part.mistakes(), []);
    }
}

#[test]
fn users_and_groups_have_less_room() {
    let (user, group) = (User::new("app"), Group::new("app"));
    for number in 0..40 {
        let statement = || {
            allow(actions![sqs::SendMessage])
                .on(queue(number))
                .sid(format!("Queue{number}"))
        };
        user.add(statement());
        group.add(statement());
    }
    for (attached, quota, policy) in [
        (
            user.attached_policies().unwrap(),
            Quota::USER_INLINE,
            user.policy(),
        ),
        (
            group.attached_policies().unwrap(),
            Quota::GROUP_INLINE,
            group.policy(),
        ),
    ] {
        assert!(!quota.allows(&policy.to_json()));
        assert_eq!(attached.split().len(), 1 + policy.to_json().len() / 6144);
    }
}

#[test]
fn a_statement_that_is_too_large_is_named() {
    let role = role(1);
    let queues: Vec<Arn> = (0..250).map(queue).collect();
    role.add(
        allow(actions![sqs::SendMessage])
            .on(queues)
            .sid("Everywhere"),
    );
    let error = role.attached_policies().unwrap_err();
    let IdentityError::StatementTooLarge {
        index, size, limit, ..
    } = &error
    else {
        panic!("{error}");
    };
    assert_eq!((*index, *limit), (1, 6144));
    assert_eq!(
        error.to_string(),
        format!(
            "Statement[1] of inline policy `permissions` of role `order-processor` makes a managed policy of {size} characters \
             by itself, and IAM takes 6144: {} too many",
            size - 6144
        )
    );
    assert_eq!(role.mistakes(), [error]);
}

#[test]
fn more_attachments_than_there_may_be_are_counted() {
    let policies = role(150).attached_policies().unwrap().split().len();
    let with_others = |others: usize| {
        (0..others).fold(role(150), |role, number| {
            role.with_managed_policy(ManagedPolicy::new(format!("other-{number}")))
        })
    };
    assert!(with_others(20 - policies).attached_policies().is_ok());
    let error = with_others(20).attached_policies().unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "role `order-processor` has 20 managed policies and needs {policies} more for its inline policies, \
             and IAM takes 20: {policies} too many"
        )
    );
    assert!(error.help().contains("with_managed_policy_limit"));
    let role = with_others(20).with_managed_policy_limit(25);
    assert_eq!(
        role.attached_policies().unwrap().managed().len(),
        20 + policies
    );
}

#[test]
fn a_role_that_is_split_may_do_what_it_could() {
    let role = role(150);
    let attached = role.attached_policies().unwrap();
    let apart = attached
        .managed()
        .iter()
        .fold(Role::new("apart"), Role::with_managed_policy);
    for number in [0, 75, 149] {
        assert_allows!(role, sqs::SendMessage, on = queue(number));
        assert_allows!(apart, sqs::SendMessage, on = queue(number));
    }
    assert_denies!(role, sqs::SendMessage, on = queue(150));
    assert_denies!(apart, sqs::SendMessage, on = queue(150));
}
