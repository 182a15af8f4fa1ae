//! Users, groups, managed policies, boundaries, instance profiles: names, ARNs, grants, decisions.

use std::panic::{AssertUnwindSafe, catch_unwind};

use iam_dsl::prelude::*;
use iam_dsl::{
    AwsManagedPolicy, GrantError, Group, InstanceProfile, ManagedPolicy, PermissionsBoundary, User,
    dynamodb, logs, s3, sqs,
};

fn env() -> Env {
    Env::new("123456789012", "eu-west-1").unwrap()
}

#[test]
fn arns_have_path_and_account() {
    let env = env();
    let arns = [
        Role::new("app").with_path("/a/b/").with_env(&env).arn(),
        User::new("app").with_path("/a/b/").with_env(&env).arn(),
        Group::new("app").with_path("/a/b/").with_env(&env).arn(),
        ManagedPolicy::new("app")
            .with_path("/a/b/")
            .with_env(&env)
            .arn(),
        PermissionsBoundary::new("app")
            .with_path("/a/b/")
            .with_env(&env)
            .arn(),
        InstanceProfile::new("app")
            .with_path("/a/b/")
            .with_env(&env)
            .arn(),
        User::new("app").arn(),
        ManagedPolicy::from(managed_policy!("ReadOnlyAccess")).arn(),
    ]
    .map(|arn| arn.to_string());
    insta::assert_snapshot!(arns.join("\n"));
}

#[test]
fn what_exists_is_read_from_its_arn_and_from_no_other() {
    let arn = |text: &str| text.parse::<iam_dsl::Arn>().unwrap();
    let of = |kind: &str| arn(&format!("arn:aws:iam::999999999999:{kind}/ops/night/app"));
    let user = User::from_arn(of("user")).unwrap();
    assert_eq!(user.arn(), of("user"));
    assert_eq!(
        (user.path(), user.name()),
        ("/ops/night/".into(), "app".into())
    );
    assert_eq!(user.account().as_deref(), Some("999999999999"));
    // It keeps what its ARN says.
    let user = user.with_env(&env()).with_path("/other/");
    assert_eq!(user.arn(), of("user"));
    assert_eq!(Group::from_arn(of("group")).unwrap().arn(), of("group"));
    assert_eq!(
        ManagedPolicy::from_arn(of("policy")).unwrap().arn(),
        of("policy")
    );
    assert_eq!(
        PermissionsBoundary::from_arn(of("policy")).unwrap().arn(),
        of("policy")
    );
    let profile = InstanceProfile::from_arn(of("instance-profile")).unwrap();
    assert_eq!(profile.arn(), of("instance-profile"));

    let errors = [
        User::from_arn(of("role")).unwrap_err(),
        Group::from_arn(arn("arn:aws:iam::999999999999:group/")).unwrap_err(),
        Group::from_arn(arn("arn:aws:iam::999999999999:group/a/")).unwrap_err(),
        ManagedPolicy::from_arn(arn("arn:aws:iam::99:policy/a")).unwrap_err(),
        ManagedPolicy::from_arn(arn("arn:aws:iam::aws:policy/ReadOnlyAcces")).unwrap_err(),
        PermissionsBoundary::from_arn(of("group")).unwrap_err(),
        InstanceProfile::from_arn(arn("arn:aws:iam::999999999999:instance-profile/*")).unwrap_err(),
    ]
    .map(|error| error.to_string());
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn policies_of_aws_are_of_the_partition_of_who_has_them() {
    let china = Env::new("123456789012", "cn-north-1").unwrap();
    let power = "arn:aws-cn:iam::aws:policy/PowerUserAccess";
    let user = User::new("app")
        .with_managed_policy("PowerUserAccess".parse::<AwsManagedPolicy>().unwrap())
        .with_boundary(managed_policy!("PowerUserAccess"))
        .with_env(&china);
    assert_eq!(user.managed_policies()[0].arn().to_string(), power);
    assert_eq!(user.boundary().unwrap().arn().to_string(), power);
    let by_arn = ManagedPolicy::from_arn(power.parse().unwrap()).unwrap();
    assert!(by_arn.is_aws_managed());
    assert_eq!(by_arn.arn().to_string(), power);
}

/// What only a deployment knows is known where there is an `Env`.
#[test]
fn an_environment_fills_in_tokens() {
    let queue = sqs::Queue::named("orders");
    let deployer = Role::new("deployer");
    let role = Role::new("app").trusted_by(&deployer);
    queue.grant_purge(&role).unwrap();
    assert!(role.policy().try_to_json().is_err());
    assert!(role.trust_policy().try_to_json().is_err());

    let role = role.with_env(&env());
    let json = role.policy().try_to_json().unwrap();
    assert!(
        json.contains("arn:aws:sqs:eu-west-1:123456789012:orders"),
        "{json}"
    );
    let json = role.trust_policy().try_to_json().unwrap();
    assert!(
        json.contains("arn:aws:iam::123456789012:role/deployer"),
        "{json}"
    );

    let boundary = PermissionsBoundary::new("boundary").with_env(&env());
    boundary.add(allow(actions![sqs:*]).on(queue.arn()));
    assert!(boundary.policy().try_to_json().is_ok());
}

#[test]
fn users_groups_and_policies_take_grants() {
    let reports = s3::Bucket::named("reports");
    let (user, group, policy) = (User::new("u"), Group::new("g"), ManagedPolicy::new("p"));
    let grants = [
        reports.grant_read(&user).unwrap(),
        reports.grant_read(&group).unwrap(),
        reports.grant_read(&policy).unwrap(),
    ];
    for grant in &grants {
        assert_eq!(grant.identity_statements().len(), 2);
        assert!(grant.resource_statements().is_empty());
    }
    assert_eq!(user.policy(), group.policy());
    assert_eq!(user.policy(), policy.policy());
    assert_eq!(
        grants[1].to_string(),
        "group `g` may read and list objects of bucket `reports`"
    );
}

#[test]
fn a_user_of_another_account_is_let_in_by_the_resource_too() {
    let user = User::from_arn(arn!("arn:aws:iam::999999999999:user/partner")).unwrap();
    let reports = s3::Bucket::named("reports");
    let grant = reports.grant_read(&user).unwrap();
    assert_eq!(grant.resource_statements().len(), 2);
    let json = reports.policy().to_json();
    assert!(
        json.contains(r#""Principal":{"AWS":"arn:aws:iam::999999999999:user/partner"}"#),
        "{json}"
    );
    assert_allows!(user, s3::GetObject, on = reports.objects("a"));
    assert!(logs::LogGroup::named("app").grant_write(&user).is_ok());
}

/// No resource's policy can name a group or a managed policy, and nobody adds to AWS's.
#[test]
fn grants_that_nothing_can_hold_are_errors() {
    let group = Group::from_arn("arn:aws:iam::999999999999:group/ops".parse().unwrap()).unwrap();
    let policy = ManagedPolicy::from_arn(arn!("arn:aws:iam::999999999999:policy/ops")).unwrap();
    let reports = s3::Bucket::named("reports");
    let table = dynamodb::Table::named("orders");
    let admin = ManagedPolicy::from(managed_policy!("AdministratorAccess"));
    let errors: Vec<GrantError> = vec![
        reports.grant_read(&group).unwrap_err(),
        table.grant_read_data(&policy).unwrap_err(),
        reports.grant_read(&admin).unwrap_err(),
    ];
    let shown: Vec<String> = errors
        .iter()
        .map(|error| format!("{error}\n  help: {}", error.help()))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
    assert!(group.policy().is_empty() && policy.policy().is_empty() && admin.policy().is_empty());
    assert!(reports.policy().is_empty() && table.policy().is_empty());
}

#[test]
fn joining_a_group_gives_its_permissions_and_no_more() {
    let orders = sqs::Queue::named("orders");
    let receipts = sqs::Queue::named("receipts");
    let payments = Group::new("payments");
    orders.grant_consume_messages(&payments).unwrap();
    let shared = ManagedPolicy::new("shared");
    orders.grant_purge(&shared).unwrap();
    let payments = payments.with_managed_policy(&shared);

    let member = User::new("payments-oncall").in_group(&payments);
    let other = User::new("other");
    assert_allows!(member, sqs::ReceiveMessage, on = &orders);
    assert_allows!(member, sqs::PurgeQueue, on = &orders);
    assert_denies!(member, sqs::SendMessage, on = &orders);
    assert_denies!(member, sqs::ReceiveMessage, on = &receipts);
    assert_denies!(other, sqs::ReceiveMessage, on = &orders);
    assert_allows!(payments, sqs::ReceiveMessage, on = &orders);
    assert_allows!(shared, sqs::PurgeQueue, on = &orders);

    // What the group is given later its members have as well.
    receipts.grant_send_messages(&payments).unwrap();
    assert_allows!(member, sqs::SendMessage, on = &receipts);
    payments.add(deny(actions![sqs:*]).on(orders.arn()));
    assert_denies!(member, sqs::ReceiveMessage, on = &orders);
    let member = member.in_group(&payments);
    assert_eq!((member.groups().len(), payments.members().len()), (1, 1));
}

#[test]
fn a_boundary_limits_and_gives_nothing() {
    let boundary = PermissionsBoundary::new("payments-boundary");
    boundary.add(allow(actions![sqs:*]).on(any()));
    let role = Role::new("app")
        .with_boundary(&boundary)
        .with_managed_policy(managed_policy!("AdministratorAccess"));
    let user = User::new("app").with_boundary(&boundary);
    // Whatever AdministratorAccess allows: the boundary does not.
    assert_denies!(role, iam::ListUsers);
    role.add(allow(actions![*]).on(any()));
    user.add(allow(actions![*]).on(any()));
    assert_allows!(role, sqs::ListQueues);
    assert_allows!(user, sqs::ListQueues);
    assert_denies!(role, iam::ListUsers);
    assert_denies!(user, iam::ListUsers);
    assert_denies!(
        User::new("nobody").with_boundary(&boundary),
        sqs::ListQueues
    );
    // One that is given in a test counts beside it.
    let narrower = BoundaryPolicy::new().with(allow(actions![iam:*]).on(any()));
    assert_denies!(role.can(aws::sqs::ListQueues).with_boundary(narrower));

    // A managed policy of our own may be the boundary too.
    let policy = ManagedPolicy::new("both");
    let user = User::new("app")
        .with_boundary(&policy)
        .with_managed_policy(&policy);
    policy.add(allow(actions![sqs:*]).on(any()));
    assert_allows!(user, sqs::ListQueues);
    assert_eq!(
        user.boundary().unwrap().policy().to_json(),
        policy.policy().to_json()
    );
}

fn failure(assertion: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(assertion)).expect_err("the assertion fails");
    panic.downcast_ref::<String>().expect("a message").clone()
}

/// A boundary whose text is not known allows nothing, and a denial by it proves nothing.
#[test]
fn the_text_of_an_unknown_boundary_is_asked_for() {
    let boundary = arn!("arn:aws:iam::123456789012:policy/team-boundary");
    let role = Role::new("app").with_boundary(PermissionsBoundary::from_arn(boundary).unwrap());
    role.add(allow(actions![sqs:*]).on(any()));
    let list = role.can(aws::sqs::ListQueues);
    let note = "note: what `permissions boundary team-boundary` allows is not known here: add its text with `.with_boundary(..)`";
    for message in [
        failure(|| assert_allows!(&list)),
        failure(|| assert_denies!(&list)),
    ] {
        assert!(message.contains(note), "{message}");
    }
    // What the role's own policy does not allow, no boundary does.
    assert_denies!(role, iam::ListUsers);
    let text = BoundaryPolicy::new().with(allow(actions![sqs:*]).on(any()));
    assert_allows!(list.clone().with_boundary(text));
    assert_denies!(list.with_boundary(BoundaryPolicy::new()));
}

#[test]
fn only_policies_whose_text_is_unknown_are_asked_for() {
    let ours = ManagedPolicy::new("ours");
    let theirs = ManagedPolicy::from_arn(arn!("arn:aws:iam::123456789012:policy/theirs")).unwrap();
    let group = Group::new("g").with_managed_policy(&theirs);
    let user = User::new("u").with_managed_policy(&ours).in_group(&group);
    let message = failure(|| assert_denies!(user, sqs::ListQueues));
    assert!(message.contains("policy/theirs"), "{message}");
    assert!(!message.contains("policy/ours"), "{message}");
    // What it is granted here counts, all the same.
    theirs.add(allow(actions![sqs:*]).on(any()));
    assert_allows!(user, sqs::ListQueues);
}

#[test]
fn inline_policies_count() {
    let list = IdentityPolicy::new().with(allow(actions![sqs:*]).on(any()));
    let role = Role::new("app").with_inline_policy("list", list);
    assert_allows!(role, sqs::ListQueues);
    assert!(role.policy().is_empty());
}

/// The keys that AWS sends of a user, and of tags.
#[test]
fn requests_say_who_asks() {
    let user = User::new("payments-oncall")
        .with_path("/payments/")
        .with_tag("team", "payments")
        .with_env(&env());
    let request = user.can(aws::sqs::ListQueues).to_request();
    let sent = |key: &str| {
        request
            .context()
            .get(key)
            .map(|value| value.values().join(","))
    };
    let arn = "arn:aws:iam::123456789012:user/payments/payments-oncall";
    assert_eq!(sent("aws:PrincipalArn").as_deref(), Some(arn));
    assert_eq!(sent("aws:PrincipalType").as_deref(), Some("User"));
    assert_eq!(sent("aws:username").as_deref(), Some("payments-oncall"));
    assert_eq!(sent("aws:PrincipalTag/team").as_deref(), Some("payments"));
    let role = Role::new("app").with_tag("team", "payments");
    let request = role.can(aws::sqs::ListQueues).to_request();
    assert!(request.context().get("aws:PrincipalTag/team").is_some());
    assert!(request.context().get("aws:username").is_none());
}

#[test]
fn a_role_trusts_a_user() {
    let user = User::new("deployer").with_env(&env());
    let role = Role::new("deploy").trusted_by(&user).with_env(&env());
    assert_allows!(user, sts::AssumeRole, on = &role);
    assert_denies!(
        User::new("other").with_env(&env()),
        sts::AssumeRole,
        on = &role
    );
}

/// What IAM has is the resource of IAM's actions.
#[test]
fn identities_are_resources() {
    let boundary = PermissionsBoundary::new("boundary").with_path("/payments/");
    let (user, group) = (User::new("u"), Group::new("g"));
    let (policy, profile) = (ManagedPolicy::new("p"), InstanceProfile::new("i"));
    let admin = Role::new("admin");
    admin.add(allow(actions![iam::TagUser]).on(user.arn()));
    admin.add(allow(actions![iam::DeleteGroup]).on(group.arn()));
    admin.add(allow(actions![iam::DeletePolicy]).on(policy.arn()));
    admin.add(allow(actions![iam::DeleteInstanceProfile]).on(profile.arn()));
    assert_allows!(admin, iam::TagUser, on = &user);
    assert_allows!(admin, iam::DeleteGroup, on = &group);
    assert_allows!(admin, iam::DeletePolicy, on = &policy);
    assert_allows!(admin, iam::DeleteInstanceProfile, on = &profile);
    assert_denies!(admin, iam::DeletePolicy, on = &boundary);
    admin.add(allow(actions![iam::DeletePolicy]).on(boundary.arn()));
    assert_allows!(admin, iam::DeletePolicy, on = &boundary);
    // AWS's policies belong to no other account.
    let read_only = ManagedPolicy::from(managed_policy!("ReadOnlyAccess"));
    admin.add(allow(actions![iam::GetPolicy]).on(any()));
    assert_allows!(admin, iam::GetPolicy, on = &read_only);
}
