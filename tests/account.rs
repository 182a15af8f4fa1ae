//! What an account finds, and what becomes of it.

use iam_dsl::prelude::*;
use iam_dsl::{
    Account, AccountFinding, Group, InstanceProfile, ManagedPolicy, PermissionsBoundary, User, kms,
    logs, s3, sqs,
};

fn account() -> Account {
    Account::new(&Env::new("123456789012", "eu-central-1").unwrap())
}

fn trusted(name: &str) -> Role {
    Role::new(name).trusted_by(service_principal!("lambda.amazonaws.com"))
}

fn findings(account: &Account) -> Vec<String> {
    let said = |finding: &AccountFinding| {
        let help = finding.help().unwrap_or_default();
        format!("{} {finding}: {help}", finding.code())
    };
    account.findings().iter().map(said).collect()
}

fn list() -> IdentityPolicy {
    IdentityPolicy::new().with(allow(actions![s3::ListAllMyBuckets]).on(any()))
}

#[test]
fn what_hangs_loose_is_found() {
    let orders = ManagedPolicy::new("orders-read");
    let boundary = PermissionsBoundary::new("team-boundary");
    let role = Role::new("app");
    let found = findings(&account().with(&orders).with(&boundary).with(&role));
    assert_eq!(
        found,
        [
            "POLICY_ATTACHED_TO_NOTHING managed policy `orders-read` is attached to nothing: attach it, or leave it out",
            "POLICY_ATTACHED_TO_NOTHING permissions boundary `team-boundary` is attached to nothing: attach it, or leave it out",
            "ROLE_WITHOUT_TRUST role `app` is trusted by nobody: say who may assume it with `.trusted_by(..)`",
        ]
    );
}

#[test]
fn what_is_attached_anywhere_does_not_hang_loose() {
    let by_role = ManagedPolicy::new("by-role");
    let by_group = ManagedPolicy::new("by-group");
    let as_boundary = ManagedPolicy::new("as-boundary");
    let group = Group::new("people").with_managed_policy(&by_group);
    let user = User::new("ci").with_boundary(&as_boundary).in_group(&group);
    let role = trusted("app").with_managed_policy(&by_role);
    let account = account()
        .with(&by_role)
        .with(&by_group)
        .with(&as_boundary)
        .with(&group)
        .with(&user)
        .with(&role);
    assert_eq!(findings(&account), [""; 0]);
}

#[test]
fn a_boundary_that_allows_nothing_of_it_is_found() {
    let boundary = PermissionsBoundary::new("queues");
    boundary.add(allow(actions![sqs:*]).on(any()));
    let role = trusted("app").with_boundary(&boundary);
    // Nothing is allowed yet, so the boundary takes nothing away.
    assert_eq!(findings(&account().with(&role)), [""; 0]);

    role.add(allow(actions![s3:Get*]).on(any()));
    assert_eq!(
        findings(&account().with(&role)),
        [
            "BOUNDARY_ALLOWS_NOTHING permissions boundary `queues` allows nothing of what role `app` is allowed: together they allow nothing: give it another boundary, or let this one allow what it is for"
        ]
    );
    role.add(allow(actions![sqs::SendMessage]).on(any()));
    assert_eq!(findings(&account().with(&role)), [""; 0]);
}

#[test]
fn a_name_is_used_once_whatever_its_case() {
    let account = account().with(trusted("app")).with(trusted("App"));
    assert_eq!(
        findings(&account),
        [
            "NAME_USED_TWICE role `App` is there twice, by two handles: use one, or another name, whose case does not count"
        ]
    );
    // One role by two handles is one role, and a user may have the name of a role.
    let role = trusted("app");
    let account = self::account()
        .with(&role)
        .with(role.clone())
        .with(User::new("app"));
    assert_eq!(findings(&account), [""; 0]);
}

#[test]
fn a_user_of_a_group_elsewhere_and_what_iam_refuses_are_found() {
    let group = Group::new("people");
    let user = User::new("ci").in_group(&group);
    let role = trusted("app").with_path("no-slashes");
    let found = findings(&account().with(&user).with(&role));
    assert_eq!(
        found[0],
        "GROUP_NOT_IN_ACCOUNT group `people` of user `ci` is not in the account: add the group"
    );
    assert!(found[1].contains("no-slashes"), "{found:?}");
    assert_eq!(found.len(), 2);
}

#[test]
fn what_exists_already_is_not_the_accounts() {
    let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/app")).unwrap();
    let account = account().with(&partner).with(trusted("app"));
    assert_eq!(
        findings(&account),
        [
            "IDENTITY_MADE_ELSEWHERE role `app` exists already, by its ARN: an account has what is made here, so leave it out"
        ]
    );
    assert!(!account.to_json().contains("999999999999"));
}

#[test]
fn a_policy_that_is_a_boundary_too_is_found_once() {
    let limit = ManagedPolicy::new("no blanks");
    let role = trusted("app")
        .with_managed_policy(&limit)
        .with_boundary(&limit);
    let found = findings(&account().with(&role));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("`no blanks`"), "{found:?}");
}

#[test]
fn a_profile_gives_a_role() {
    let account = account().with(InstanceProfile::new("web"));
    assert_eq!(
        findings(&account),
        [
            "INSTANCE_PROFILE_WITHOUT_ROLE instance profile `web` gives no role: say which with `.with_role(..)`"
        ]
    );
}

/// A bucket is a handle: what it is granted later is there.
#[test]
fn what_is_granted_later_is_there() {
    let bucket = s3::Bucket::named("my-app-uploads");
    let account = account().with(&bucket);
    let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner")).unwrap();
    bucket.grant_get(&partner).unwrap();
    assert!(account.to_json().contains("role/partner"));

    let twice = account.with(s3::Bucket::named("my-app-uploads"));
    assert!(findings(&twice)[0].starts_with("NAME_USED_TWICE resource `arn:"));
}

#[test]
fn no_name_leads_out_of_the_folder() {
    for name in ["..", ".", "../x", "a/../../x", "a\\..\\x"] {
        for (file, _) in account().with(trusted(name)).documents() {
            let parts: Vec<&str> = file.split(['/', '\\']).collect();
            assert!(!parts.contains(&"..") && !parts.contains(&"."), "{file}");
            assert!(parts.len() <= 3, "{file}");
        }
    }
}

/// A finding says what IAM would refuse; what is written still has all of it.
#[test]
fn what_iam_refuses_is_written_as_it_was_said() {
    let role = trusted("wide").with_inline_policy("list", list());
    let names: Vec<String> = (0..200)
        .map(|n| format!("arn:aws:s3:::bucket-{n}-{}/*", "x".repeat(40)))
        .collect();
    let resources: Vec<iam_dsl::Arn> = names.iter().map(|name| name.parse().unwrap()).collect();
    role.add(allow(actions![s3::GetObject]).on(resources.as_slice()));
    let user = (0..11).fold(User::new("ci"), |user, number| {
        user.with_managed_policy(ManagedPolicy::new(format!("policy-{number}")))
    });
    user.add(allow(actions![sqs::ListQueues]).on(any()));
    let group = Group::new("people").with_inline_policy("list", list());
    let account = account().with(&role).with(&user).with(&group);
    assert!(role.attached_policies().is_err() && user.attached_policies().is_err());

    let found = findings(&account);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].contains("role `wide`") && found[1].contains("user `ci`"),
        "{found:?}"
    );

    let json = account.to_json();
    for said in names
        .iter()
        .map(String::as_str)
        .chain(["sqs:ListQueues", "policy-10"])
    {
        assert!(json.contains(said), "{said} is lost");
    }
    let files: Vec<String> = account
        .documents()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    for file in [
        "roles/wide/inline/permissions.json",
        "roles/wide/inline/list.json",
        "users/ci/inline/permissions.json",
        "groups/people/inline/list.json",
    ] {
        assert!(
            files.iter().any(|name| name == file),
            "{file} is missing of {files:?}"
        );
    }
}

/// The boundary takes away nothing where nothing is allowed.
#[test]
fn a_role_that_only_denies_is_no_finding() {
    let role = trusted("app").with_boundary(PermissionsBoundary::new("nothing"));
    role.add(deny(actions![s3:*]).on(any()));
    assert_eq!(findings(&account().with(&role)), [""; 0]);
}

#[test]
fn an_account_becomes_a_folder() {
    let bucket = s3::Bucket::named("my-app-uploads");
    let log = logs::LogGroup::named("/aws/lambda/app");
    let role = trusted("app").with_inline_policy("list", list());
    bucket.add(
        deny(actions![s3:*])
            .to(anyone())
            .on(bucket.objects("*"))
            .when(key!("aws:SecureTransport").is(false)),
    );
    log.grant_write(service_principal!("delivery.logs.amazonaws.com"))
        .unwrap();
    let profile = InstanceProfile::new("web").with_role(&role);
    let account = account().with(&profile).with(&bucket).with(&log);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("account");
    account.write_to(&folder).unwrap();
    for (name, text) in account.documents() {
        assert_eq!(
            std::fs::read_to_string(folder.join(&name)).unwrap(),
            text,
            "{name}"
        );
    }
    insta::assert_snapshot!(std::fs::read_to_string(folder.join("manifest.json")).unwrap());
}

#[test]
fn names_that_differ_in_case_are_two_files() {
    let account = account();
    let mut resources = Vec::new();
    for name in ["orders", "ORDERS"] {
        let queue = sqs::Queue::named(name);
        queue
            .grant_send_messages(AccountPrincipal::new("999999999999").unwrap())
            .unwrap();
        resources.push(queue);
    }
    let account = resources.iter().fold(account, Account::with);
    assert_eq!(findings(&account), [""; 0]);
    let mut files: Vec<String> = account
        .documents()
        .into_iter()
        .map(|(name, _)| name.to_lowercase())
        .collect();
    let all = files.len();
    files.sort();
    files.dedup();
    assert_eq!(files.len(), all);
}

#[test]
fn an_alias_is_a_resource_of_its_own() {
    let key = kms::Key::named("1234abcd");
    let alias = kms::Alias::of(&key, "alias/reports");
    let json = account().with(&key).with(&alias).to_json_pretty();
    assert!(
        json.contains("key/1234abcd") && json.contains("alias/reports"),
        "{json}"
    );
}

#[test]
fn tags_of_a_profile() {
    let profile = InstanceProfile::new("web")
        .with_role(&trusted("app"))
        .with_tag("team", "payments");
    let json = account().with(&profile).to_json_pretty();
    assert!(json.contains(r#""Value": "payments""#), "{json}");
}
