//! Questions about handles and policies: which policies count, whose account is whose, what a request holds.

use iam_dsl::evaluate::{ContextValue, Decision, Question};
use iam_dsl::prelude::*;
use iam_dsl::{Arn, GrantError, PolicyDocument, Token, dynamodb, logs, s3, secretsmanager, sqs};

fn env() -> Env {
    Env::new("123456789012", "eu-west-1").unwrap()
}

fn partner() -> Role {
    Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner")).unwrap()
}

fn reports() -> Arn {
    arn!("arn:aws:s3:::reports/q1.csv")
}

/// What the question's request holds for a key.
fn sent(question: &Question, key: &str) -> Option<String> {
    let request = question.to_request();
    let value = request.context().get(key)?;
    Some(value.values().join(","))
}

#[test]
fn a_grant_allows_what_it_says_and_nothing_else() -> Result<(), GrantError> {
    let role = Role::new("app");
    let uploads = s3::Bucket::named("uploads");
    let incoming = uploads.objects("incoming/*");
    let orders = dynamodb::Table::named("orders");
    let jobs = sqs::Queue::named("jobs");
    let group = logs::LogGroup::named("/my-app/audit");
    let password = secretsmanager::Secret::named("my-app/database");
    incoming.grant_read(&role)?;
    orders.grant_read_data(&role)?;
    jobs.grant_send_messages(&role)?;
    group.grant_write(&role)?;
    password.grant_read(&role)?;

    assert_allows!(role, s3::GetObject, on = uploads.objects("incoming/a.txt"));
    assert_allows!(role, s3::ListBucket, on = &uploads, with = { "s3:prefix": "incoming/2026/" });
    assert_allows!(role, dynamodb::Query, on = &orders);
    assert_allows!(role, sqs::SendMessage, on = &jobs);
    assert_allows!(role, logs::PutLogEvents, on = &group);
    assert_allows!(role, secretsmanager::GetSecretValue, on = &password);

    assert_denies!(role, s3::GetObject, on = uploads.objects("other/a.txt"));
    assert_denies!(role, s3::ListBucket, on = &uploads);
    assert_denies!(role, s3::PutObject, on = uploads.objects("incoming/a.txt"));
    assert_denies!(role, dynamodb::PutItem, on = &orders);
    assert_denies!(role, sqs::ReceiveMessage, on = &jobs);
    assert_denies!(role, logs::GetLogEvents, on = &group);
    assert_denies!(role, secretsmanager::PutSecretValue, on = &password);
    Ok(())
}

#[test]
fn a_role_of_another_account_needs_both_sides() -> Result<(), GrantError> {
    let partner = partner();
    let uploads = s3::Bucket::named("uploads");
    partner.add(allow(actions![s3::GetObject]).on(uploads.objects("*")));
    assert_denies!(partner, s3::GetObject, on = uploads.objects("a.txt"));
    assert_denies!(partner, s3::GetObject, on = "arn:aws:s3:::uploads/a.txt");

    uploads.grant_get(&partner)?;
    assert_allows!(partner, s3::GetObject, on = uploads.objects("a.txt"));
    // The ARN by itself does not bring the bucket's policy.
    assert_denies!(partner, s3::GetObject, on = uploads.objects("a.txt").arn());
    // In the partner's own account its own policy is enough.
    assert_allows!(
        partner,
        s3::GetObject,
        on = "arn:aws:s3:::uploads/a.txt",
        owned_by = "999999999999"
    );

    let orders = sqs::Queue::new(&env(), "orders");
    orders.grant_purge(&partner)?;
    assert_allows!(partner, sqs::PurgeQueue, on = &orders);
    assert_denies!(partner, sqs::SendMessage, on = &orders);
    Ok(())
}

#[test]
fn a_deny_in_the_policy_of_the_resource_counts() {
    let role = Role::new("app");
    let uploads = s3::Bucket::named("uploads");
    uploads.grant_get(&role).unwrap();
    uploads.add(
        deny(actions![s3:*])
            .to(anyone())
            .on(uploads.objects("*"))
            .when(key!("aws:SecureTransport").is(false)),
    );
    let read = role.can(aws::s3::GetObject).on(uploads.objects("a.txt"));
    assert_eq!(read.decide(), Decision::Allowed);
    assert_eq!(
        read.with("aws:SecureTransport", false).decide(),
        Decision::ExplicitlyDenied
    );
}

#[test]
fn the_deploying_account_is_that_of_the_environment() -> Result<(), GrantError> {
    let role = Role::new("app");
    let orders = dynamodb::Table::new(&env(), "orders");
    orders.grant_read_data(&role)?;
    let query = role.can(aws::dynamodb::Query).on(&orders);
    assert!(query.is_allowed());
    let request = query.to_request();
    assert_eq!(request.caller().account(), Some("123456789012"));
    assert_eq!(request.owner(), Some("123456789012"));

    // The other way round: a table wherever the role is.
    let role = Role::new("app").with_env(&env());
    let orders = dynamodb::Table::named("orders");
    orders.grant_read_data(&role)?;
    let query = role.can(aws::dynamodb::Query).on(&orders);
    assert!(query.is_allowed());
    assert_eq!(
        query.to_request().resource(),
        "arn:aws:dynamodb:eu-west-1:123456789012:table/orders"
    );
    Ok(())
}

#[test]
fn an_arn_says_where_a_role_without_environment_is() -> Result<(), GrantError> {
    let orders = sqs::Queue::named("orders");
    let role = Role::new("app");
    orders.grant_send_messages(&role)?;
    assert_allows!(
        role,
        sqs::SendMessage,
        on = "arn:aws:sqs:us-east-1:123456789012:orders"
    );
    assert_allows!(role, sqs::SendMessage, on = &orders);
    assert_denies!(
        role,
        sqs::SendMessage,
        on = "arn:aws:sqs:us-east-1:123456789012:others"
    );

    // A role that is somewhere stays there.
    let role = Role::new("app").with_env(&env());
    orders.grant_send_messages(&role)?;
    assert_allows!(
        role,
        sqs::SendMessage,
        on = "arn:aws:sqs:eu-west-1:123456789012:orders"
    );
    assert_denies!(
        role,
        sqs::SendMessage,
        on = "arn:aws:sqs:us-east-1:123456789012:orders"
    );
    role.add(allow(actions![sqs::SendMessage]).on(any()));
    assert_denies!(
        role,
        sqs::SendMessage,
        on = "arn:aws:sqs:eu-west-1:999999999999:orders"
    );
    Ok(())
}

#[test]
fn a_handle_of_another_account_stays_there() {
    let theirs = arn!("arn:aws:sqs:us-east-1:999999999999:orders");
    let orders = sqs::Queue::from_arn(theirs.clone()).unwrap();
    let role = Role::new("app");
    role.add(allow(actions![sqs::SendMessage]).on(&theirs));
    assert_denies!(role, sqs::SendMessage, on = &orders);
    orders.add(allow(actions![sqs::SendMessage]).to(anyone()).on(theirs));
    assert_allows!(role, sqs::SendMessage, on = &orders);
}

#[test]
fn partitions_and_parameters_are_the_same_on_both_sides() {
    let chinese = Env::new("123456789012", "cn-north-1").unwrap();
    let role = Role::new("app").with_env(&chinese);
    let uploads = s3::Bucket::named("uploads");
    uploads.grant_get(&role).unwrap();
    let read = role.can(aws::s3::GetObject).on(uploads.objects("a.txt"));
    assert!(read.is_allowed());
    assert_eq!(
        read.to_request().resource(),
        "arn:aws-cn:s3:::uploads/a.txt"
    );

    let role = Role::new("app");
    uploads.grant_get(&role).unwrap();
    assert_allows!(role, s3::GetObject, on = "arn:aws-cn:s3:::uploads/a.txt");

    let topic = Token::Named("TopicName".into());
    let topic = Arn::new("aws", "sns", Token::Region, Token::AccountId, topic);
    role.add(allow(actions![sns::Publish]).on(&topic));
    assert_allows!(role, sns::Publish, on = &topic);
    assert_denies!(
        role,
        sns::Publish,
        on = "arn:aws:sns:us-east-1:123456789012:others"
    );
}

#[test]
fn what_aws_always_sends_is_in_the_request() {
    let role = Role::from_arn(arn!("arn:aws:iam::123456789012:role/path/app")).unwrap();
    let jobs = sqs::Queue::new(&env(), "jobs");
    let send = role.can(aws::sqs::SendMessage).on(&jobs);
    for (key, value) in [
        (
            "aws:PrincipalArn",
            "arn:aws:iam::123456789012:role/path/app",
        ),
        ("aws:PrincipalAccount", "123456789012"),
        ("aws:PrincipalType", "AssumedRole"),
        ("aws:PrincipalIsAWSService", "false"),
        ("aws:ViaAWSService", "false"),
        ("aws:SecureTransport", "true"),
        ("aws:ResourceAccount", "123456789012"),
        ("aws:RequestedRegion", "eu-west-1"),
    ] {
        assert_eq!(sent(&send, key).as_deref(), Some(value), "{key}");
        let other = send.clone().with(key, ["x", "y"]);
        assert_eq!(sent(&other, key).as_deref(), Some("x,y"), "{key}");
    }
    for key in [
        "aws:userid",
        "aws:SourceIp",
        "aws:username",
        "aws:CurrentTime",
    ] {
        assert_eq!(sent(&send, key), None, "{key}");
    }
}

#[test]
fn what_cannot_be_known_is_not_in_the_request() {
    let region = "aws:RequestedRegion";
    let role = Role::new("app");
    let get = role.can(aws::s3::GetObject);
    assert_eq!(sent(&get.clone().on(reports()), region), None);
    assert_eq!(
        sent(&get.clone().on(s3::Bucket::named("reports")), region),
        None
    );
    let here = s3::Bucket::new(&env(), "reports");
    assert_eq!(sent(&get.on(here), region).as_deref(), Some("eu-west-1"));
    let jobs = sqs::Queue::named("jobs");
    assert_eq!(
        sent(&role.can(aws::sqs::SendMessage).on(jobs), region),
        None
    );

    let list = IdentityPolicy::new().can(aws::s3::ListAllMyBuckets);
    for key in ["aws:PrincipalArn", "aws:PrincipalType"] {
        assert_eq!(sent(&list, key), None, "{key}");
    }
    assert_eq!(
        sent(&list, "aws:ResourceAccount"),
        sent(&list, "aws:PrincipalAccount")
    );

    let accept = role.can(aws::ec2::AcceptVpcPeeringConnection).on(any());
    assert_eq!(sent(&accept, "aws:ResourceAccount"), None);
}

#[test]
fn values_come_as_text_and_lists() {
    let role = Role::new("app");
    let team = String::from("payments");
    role.add(
        allow(actions![s3::PutObject])
            .on(any())
            .when(key!("aws:MultiFactorAuthAge").less_than(3600))
            .when(
                key!("aws:TagKeys")
                    .for_all_values()
                    .equals(["team", "stage"]),
            )
            .when(key!("aws:PrincipalTag/team").equals("payments")),
    );
    assert_allows!(
        role,
        s3::PutObject,
        on = reports(),
        with = {
            "aws:MultiFactorAuthAge": 59 + 1,
            "aws:TagKeys": ["stage", "team"],
            "aws:PrincipalTag/team": team.clone(),
        }
    );
    assert_denies!(
        role,
        s3::PutObject,
        on = reports(),
        with = {
            "aws:MultiFactorAuthAge": 60,
            "aws:TagKeys": ["stage", team.as_str()],
            "aws:PrincipalTag/team": team,
        }
    );
}

#[test]
fn a_role_is_assumed_by_whom_its_trust_policy_names() {
    let deployer = Role::new("deployer");
    let admin = Role::new("admin").trusted_by(&deployer);
    let other = Role::new("other");
    assert_allows!(deployer, sts::AssumeRole, on = &admin);
    assert_denies!(other, sts::AssumeRole, on = &admin);
    // The trust policy says nothing of passing the role.
    assert_denies!(deployer, iam::PassRole, on = &admin);
    deployer.add(allow(actions![iam::PassRole]).on(admin.arn()));
    assert_allows!(deployer, iam::PassRole, on = &admin);
}

#[test]
fn policies_and_boundaries_can_be_added() -> Result<(), Box<dyn std::error::Error>> {
    let role = Role::new("app").with_managed_policy(managed_policy!("AmazonS3ReadOnlyAccess"));
    let read = role.can(aws::s3::GetObject).on(reports());
    assert_eq!(read.decide(), Decision::ImplicitlyDenied);

    let text = r#"{"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "*"}
    ]}"#;
    let document: PolicyDocument = text.parse()?;
    let read = read.with_policy(IdentityPolicy::from_document(document));
    assert_eq!(read.decide(), Decision::Allowed);

    let boundary = BoundaryPolicy::new().with(allow(actions![sqs:*]).on(any()));
    assert_eq!(
        read.with_boundary(boundary).decide(),
        Decision::ImplicitlyDenied
    );
    Ok(())
}

#[test]
fn the_permissions_boundary_of_an_administrator_holds() {
    let boundary: BoundaryPolicy = include_str!("policies/permissions_boundary.json")
        .parse()
        .unwrap();
    let admin = Role::new("admin");
    admin.add(allow(actions![*]).on(any()));
    let can = |question: Question| question.with_boundary(boundary.clone()).is_allowed();
    assert!(can(admin.can(aws::s3::PutObject).on(reports())));
    assert!(!can(admin.can(aws::iam::CreateRole).on(Role::new("more"))));
}

#[test]
fn a_question_keeps_the_policies_of_when_it_was_asked() {
    let role = Role::new("app");
    let before = role.can(aws::s3::GetObject).on(reports());
    role.add(allow(actions![s3::GetObject]).on(reports()));
    assert!(!before.is_allowed());
    assert!(role.can(aws::s3::GetObject).on(reports()).is_allowed());
}

#[test]
fn the_names_of_keys_are_spelt_as_aws_does() {
    let policy = IdentityPolicy::new();
    let question = policy
        .can(aws::s3::ListAllMyBuckets)
        .with("AWS:sourceip", "203.0.113.7");
    let value = ContextValue::from("203.0.113.7");
    assert_eq!(
        question.to_request().context().get("aws:SourceIp"),
        Some(&value)
    );
}

#[test]
fn a_role_without_a_name_may_do_nothing() {
    let role = Role::new("");
    role.add(allow(actions![*]).on(any()));
    assert_denies!(role, s3::GetObject, on = "arn:aws:s3:::reports/q1.csv");
}

#[test]
fn keys_are_asked_about_by_every_name() {
    let role = Role::new("app");
    role.add(
        allow(actions![s3:ListAllMyBuckets])
            .on(any())
            .when(key!("aws:SourceIp").within(cidr!("203.0.113.0/24"))),
    );
    let list = || role.can(aws::s3::ListAllMyBuckets);
    let address = "203.0.113.7";
    let name = "aws:SourceIp".to_owned();
    assert_allows!(list().with("aws:SourceIp", address));
    assert_allows!(list().with(&name, address));
    assert_allows!(list().with(name, address));
    assert_allows!(list().with(key!("aws:SourceIp"), address));
    assert_denies!(list().with(key!(unchecked "aws:BrandNewKey"), address));
    assert_denies!(list());
}

#[test]
fn a_service_asks_in_its_own_name() {
    let role = Role::new("app").trusted_by(service_principal!("lambda.amazonaws.com"));
    let lambda = service_principal!("lambda.amazonaws.com");
    assert_allows!(lambda, sts::AssumeRole, on = &role);
    assert_denies!(
        service_principal!("ec2.amazonaws.com"),
        sts::AssumeRole,
        on = &role
    );
}

#[test]
fn a_resource_policy_comes_with_an_arn() {
    let shared = arn!("arn:aws:s3:::shared/a.txt");
    let partner = partner();
    let policy =
        ResourcePolicy::new().with(allow(actions![s3::GetObject]).to(&partner).on(&shared));
    partner.add(allow(actions![s3::GetObject]).on(&shared));
    let read = partner.can(aws::s3::GetObject).on(&shared);
    assert_denies!(&read);
    assert_allows!(read.with_resource_policy(policy));
}

#[test]
fn names_that_are_not_in_the_catalog_may_be_asked_about() {
    let role = Role::new("app");
    let bucket = s3::Bucket::named("my-app-uploads");
    assert_denies!(role, unchecked "s3:BrandNewAction", on = &bucket);
}
