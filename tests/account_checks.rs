//! What is dangerous in an account is found, and its near twin is not. What hangs loose is in `account.rs`.

use iam_dsl::check::{Code, FindingType, Profile};
use iam_dsl::delegation::role_administration;
use iam_dsl::prelude::*;
use iam_dsl::{
    Account, AccountFinding, Action, Arn, Group, ManagedPolicy, PermissionsBoundary, User, s3,
};

use crate::snapshot_examples::printed_by;

fn account() -> Account {
    Account::new(&Env::new("123456789012", "eu-central-1").unwrap())
}

fn trusted(name: &str) -> Role {
    let service = service_principal!("ecs-tasks.amazonaws.com").from_account("123456789012");
    Role::new(name).trusted_by(service.unwrap())
}

/// What is found in the account, and not in one of its policies by itself.
fn codes(account: &Account) -> Vec<Code> {
    let mut findings = account.check();
    findings.retain(|finding| finding.document().is_none());
    findings.iter().map(AccountFinding::code).collect()
}

/// The findings of an account that has one user, in a group with these permissions.
fn codes_of(user: &User, permissions: IdentityPolicy) -> Vec<Code> {
    let people = Group::new("people").with_inline_policy("work", permissions);
    let _ = user.clone().in_group(&people);
    codes(&account().with(&people))
}

fn list() -> IdentityPolicy {
    IdentityPolicy::new().with(allow(actions![s3::ListAllMyBuckets]).on(any()))
}

#[test]
fn policies_go_to_groups() {
    assert_eq!(codes_of(&User::new("anna"), list()), []);
    let user = User::new("anna").with_managed_policy(managed_policy!("ReadOnlyAccess"));
    assert_eq!(codes_of(&user, list()), [Code::POLICY_ATTACHED_TO_USER]);
    let user = User::new("anna");
    s3::Bucket::named("reports").grant_get(&user).unwrap();
    assert_eq!(codes_of(&user, list()), [Code::POLICY_ATTACHED_TO_USER]);
}

#[test]
fn programs_are_no_users() {
    let person = || User::new("anna");
    assert_eq!(
        codes_of(&person().with_access_key(), list()),
        [Code::USER_FOR_SERVICE]
    );
    assert_eq!(
        codes_of(&User::new("svc-reports"), list()),
        [Code::USER_FOR_SERVICE]
    );
    // No word of its name is a program's.
    assert_eq!(codes_of(&User::new("cilia-botha"), list()), []);
}

#[test]
fn people_have_no_keys_and_a_second_factor() {
    let asking = || {
        list().with(
            deny(not_actions![
                iam::EnableMFADevice,
                iam::CreateVirtualMFADevice
            ])
            .on(any())
            .when(key!("aws:MultiFactorAuthPresent").is(false).or_absent()),
        )
    };
    let person = || User::new("anna").with_console_access();
    assert_eq!(codes_of(&person(), asking()), []);
    assert_eq!(
        codes_of(&person(), list()),
        [Code::CONSOLE_ACCESS_WITHOUT_MFA]
    );
    // What is denied is little.
    let narrow = list().with(
        deny(actions![iam::*])
            .on(any())
            .when(key!("aws:MultiFactorAuthPresent").is(false).or_absent()),
    );
    assert_eq!(
        codes_of(&person(), narrow),
        [Code::CONSOLE_ACCESS_WITHOUT_MFA]
    );
    // What is denied is denied in one place.
    let somewhere = list().with(
        deny(not_actions![iam::EnableMFADevice])
            .on(arn!("arn:aws:s3:::reports/*"))
            .when(key!("aws:MultiFactorAuthPresent").is(false).or_absent()),
    );
    assert_eq!(
        codes_of(&person(), somewhere),
        [Code::CONSOLE_ACCESS_WITHOUT_MFA]
    );
    // What is allowed is allowed with it alone.
    let with_it = allow(actions![s3::ListAllMyBuckets])
        .on(any())
        .when(key!("aws:MultiFactorAuthPresent").is(true));
    assert_eq!(codes_of(&person(), IdentityPolicy::new().with(with_it)), []);
    // AWS's policies ask for none; what others manage may.
    let read = person().with_managed_policy(managed_policy!("ReadOnlyAccess"));
    assert!(codes_of(&read, IdentityPolicy::new()).contains(&Code::CONSOLE_ACCESS_WITHOUT_MFA));
    let baseline = arn!("arn:aws:iam::123456789012:policy/baseline");
    let baseline = ManagedPolicy::from_arn(baseline).unwrap();
    let other = User::new("ben")
        .with_console_access()
        .with_managed_policy(baseline);
    assert!(!codes_of(&other, list()).contains(&Code::CONSOLE_ACCESS_WITHOUT_MFA));

    let key = User::new("anna").with_console_access().with_access_key();
    assert_eq!(codes_of(&key, asking()), [Code::USER_WITH_ACCESS_KEY]);
}

#[test]
fn roles_are_made_under_a_boundary() {
    let found = |role: &Role| codes(&account().with(role)).contains(&Code::UNBOUNDED_ROLE_CREATION);
    let with = |policy: IdentityPolicy| trusted("admin").with_inline_policy("roles", policy);
    let create =
        || allow(actions![iam::CreateRole]).on(arn!("arn:aws:iam::123456789012:role/team/*"));
    let team = || arn!("arn:aws:iam::123456789012:policy/team");
    let boundary = PermissionsBoundary::from_arn(team()).unwrap();

    assert!(found(&with(IdentityPolicy::new().with(create()))));
    let bounded = create().when(key!("iam:PermissionsBoundary").equals(team()));
    assert!(!found(&with(IdentityPolicy::new().with(bounded))));
    let unless = deny(actions![iam::CreateRole])
        .on(any())
        .when(key!("iam:PermissionsBoundary").not_equals(team()));
    assert!(!found(&with(
        IdentityPolicy::new().with(create()).with(unless)
    )));
    let limited = with(IdentityPolicy::new().with(create())).with_boundary(&boundary);
    assert!(!found(&limited));

    // The boundary of its own lets it.
    let no_limit = PermissionsBoundary::new("no-limit");
    no_limit.add(allow(actions![*]).on(any()));
    let limited = with(IdentityPolicy::new().with(create())).with_boundary(&no_limit);
    assert!(found(&limited));
    no_limit.add(deny(actions![iam::Create*]).on(any()));
    assert!(!found(&limited));

    let team = role_administration("/team/", &PermissionsBoundary::new("team")).unwrap();
    assert!(!found(&with(team.policy())));
    assert!(found(
        &trusted("iam").with_managed_policy(managed_policy!("IAMFullAccess"))
    ));
    assert!(!found(
        &trusted("iam").with_managed_policy(managed_policy!("IAMReadOnlyAccess"))
    ));
}

#[test]
fn what_a_role_is_passed_to_can_assume_it() {
    let found = |service: ServicePrincipal| {
        let (task, deploy) = (trusted("task"), trusted("deploy"));
        task.grant_pass_role(&deploy, &service).unwrap();
        codes(&account().with(&task).with(&deploy))
    };
    assert_eq!(found(service_principal!("ecs-tasks.amazonaws.com")), []);
    assert_eq!(
        found(service_principal!("lambda.amazonaws.com")),
        [Code::PASSED_ROLE_NOT_TRUSTING_SERVICE]
    );
    let found = |services: [&str; 2]| {
        let (task, deploy) = (trusted("task"), trusted("deploy"));
        let services = key!("iam:PassedToService").any_of(services);
        deploy.add(allow(actions![iam::PassRole]).on(task.arn()).when(services));
        codes(&account().with(&task).with(&deploy))
    };
    // One statement passes several roles, of which each trusts one of the services.
    assert_eq!(
        found(["ecs-tasks.amazonaws.com", "lambda.amazonaws.com"]),
        []
    );
    assert_eq!(
        found(["ec2.amazonaws.com", "lambda.amazonaws.com"]),
        [Code::PASSED_ROLE_NOT_TRUSTING_SERVICE]
    );
}

#[test]
fn a_boundary_leaves_what_it_does_not_deny() {
    let boundary = PermissionsBoundary::new("no-iam");
    boundary.add(allow(actions![*]).on(any()));
    let role = trusted("app").with_boundary(&boundary);
    role.add(allow(actions![iam::ListRoles, iam::GetRole]).on(any()));
    assert!(!codes(&account().with(&role)).contains(&Code::BOUNDARY_ALLOWS_NOTHING));
    boundary.add(deny(actions![iam:*]).on(any()));
    assert!(codes(&account().with(&role)).contains(&Code::BOUNDARY_ALLOWS_NOTHING));
}

#[test]
fn each_policy_is_validated_by_its_kind() {
    let group = Group::new("people").with_inline_policy(
        "pass",
        IdentityPolicy::new().with(allow(actions![iam::PassRole]).on(any())),
    );
    let trust = AccountPrincipal::new("987654321098").unwrap();
    let role = Role::new("partner")
        .trusted_by(trust.when(key!("aws:SourceIp").within(cidr!("10.0.0.0/8"))));
    let bucket = s3::Bucket::named("reports");
    bucket.add(
        allow(Action::unchecked("s3:GetObjcet"))
            .to(trust_all())
            .on(bucket.objects("*")),
    );
    let account = account().with(&group).with(&role).with(&bucket);
    let said: Vec<String> = account.check().iter().map(ToString::to_string).collect();
    let has = |text: &str| assert!(said.iter().any(|it| it.ends_with(text)), "{said:#?}");
    has("at Statement[0].Action in the inline policy `pass` of group `people`");
    has("unknown action `s3:GetObjcet` at Statement[0].Action in the policy of bucket `reports`");
    assert!(
        said.iter()
            .any(|it| it.contains("in the trust policy of role `partner`")),
        "{said:#?}"
    );
}

fn trust_all() -> AccountPrincipal {
    AccountPrincipal::new("123456789012").unwrap()
}

/// What is too large for one policy is split.
#[test]
fn what_is_split_is_not_too_large() {
    let role = trusted("app");
    for number in 0..300 {
        let arn = format!("arn:aws:s3:::bucket-{number:03}-with-a-long-name/*");
        role.add(allow(actions![s3::GetObject]).on(arn.parse::<Arn>().unwrap()));
    }
    let found = account().with(&role).check();
    let is_of_size = |finding: &AccountFinding| finding.code().name().contains("SIZE");
    assert!(!found.iter().any(is_of_size), "{found:?}");
    assert!(
        role.policy()
            .validate()
            .iter()
            .any(|it| it.code().name().contains("SIZE"))
    );
}

#[test]
fn a_profile_says_what_is_reported() {
    let user = User::new("anna").with_managed_policy(managed_policy!("ReadOnlyAccess"));
    let account = account().with(&user).with(Role::new("app"));
    let types = |profile| -> Vec<(Code, FindingType)> {
        let findings = account.check_for(profile);
        findings
            .iter()
            .map(|it| (it.code(), it.finding_type()))
            .collect()
    };
    let untrusted = (Code::ROLE_WITHOUT_TRUST, FindingType::Error);
    let attached = |level| (Code::POLICY_ATTACHED_TO_USER, level);
    assert_eq!(types(Profile::Sandbox), [untrusted]);
    assert_eq!(
        types(Profile::Development),
        [untrusted, attached(FindingType::Suggestion)]
    );
    assert_eq!(
        types(Profile::Production),
        [untrusted, attached(FindingType::Warning)]
    );
}

#[test]
fn findings_have_the_form_of_the_command_line() {
    let json = serde_json::to_value(account().with(Role::new("app")).check()).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "of": "role `app`",
            "document": null,
            "type": "ERROR",
            "code": "ROLE_WITHOUT_TRUST",
            "path": [],
            "message": "role `app` is trusted by nobody",
            "help": "say who may assume it with `.trusted_by(..)`",
        }])
    );
}

#[test]
fn the_example_prints_what_is_found() {
    insta::assert_snapshot!("account_check", printed_by("account_check"));
}
