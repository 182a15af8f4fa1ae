//! What each side of a grant gets: keys, conditions, and who has to say the rest.

use iam_dsl::{
    AnyGrantee, Env, Grant, PolicyStatement, aws, dynamodb, kinesis, kms, logs,
    prelude::*,
    principal::{IntoTrust, OrganizationPrincipal},
    s3, sns, sqs,
};

fn env(account: &str, region: &str) -> Env {
    Env::new(account, region).unwrap()
}

fn here() -> Env {
    env("123456789012", "eu-west-1")
}

fn json(statements: &[PolicyStatement]) -> String {
    let json = |statement: &PolicyStatement| serde_json::to_string(statement).unwrap();
    let lines: Vec<String> = statements.iter().map(json).collect();
    lines.join("\n")
}

fn key_of(region: &str) -> kms::Key {
    kms::Key::new(&env("123456789012", region), "1234abcd")
}

#[test]
fn a_key_is_used_through_the_service_of_its_region() {
    let arn = arn!("arn:aws:s3:::copies");
    let bucket = s3::Bucket::from_arn(arn)
        .unwrap()
        .encrypted_with(&key_of("eu-west-1"));
    let grant = bucket.grant_get(Role::new("app")).unwrap();
    assert!(json(grant.identity_statements()).contains("s3.eu-west-1.amazonaws.com"));
}

#[test]
fn hosts_end_as_the_partition_says() {
    let bucket = s3::Bucket::named("b").encrypted_with(&kms::Key::named("k"));
    let role = Role::new("app").with_env(&env("123456789012", "cn-north-1"));
    bucket.grant_get(&role).unwrap();
    assert!(
        role.policy()
            .to_json()
            .contains("s3.cn-north-1.amazonaws.com.cn")
    );
    let nowhere = Role::new("app");
    bucket.grant_get(&nowhere).unwrap();
    assert!(
        nowhere
            .policy()
            .to_json()
            .contains("s3.${AWS::Region}.amazonaws.com\"")
    );
}

#[test]
fn the_policy_of_a_known_key_is_ready() {
    let key = key_of("eu-west-1");
    let bucket = s3::Bucket::named("b").encrypted_with(&key);
    bucket
        .grant_get(service_principal!("cloudfront.amazonaws.com"))
        .unwrap();
    let _logs = logs::LogGroup::named("l").encrypted_with(&key);
    let policy = key.policy().try_to_json().unwrap();
    assert!(
        policy.contains(r#""aws:SourceAccount":"123456789012""#),
        "{policy}"
    );
    assert!(policy.contains("logs.eu-west-1.amazonaws.com"), "{policy}");
}

#[test]
fn a_key_of_another_region_is_refused() {
    let queue = sqs::Queue::new(&here(), "jobs").encrypted_with(&key_of("us-east-1"));
    let role = Role::new("app");
    let error = queue.grant_send_messages(&role).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("it is in `eu-west-1`, and its key in `us-east-1`")
    );
    assert!(role.policy().is_empty());
}

fn key_half(service: impl iam_dsl::Grantee) -> String {
    let queue = sqs::Queue::new(&here(), "jobs").encrypted_with(&key_of("eu-west-1"));
    json(queue.grant_send_messages(service).unwrap().key_statements())
}

#[test]
fn a_service_uses_keys_for_someone() {
    let account = r#""aws:SourceAccount":"123456789012""#;
    let service = || service_principal!("s3.amazonaws.com");
    assert!(key_half(service()).contains(account));
    assert!(key_half(service().when(key!("aws:SourceVpc").equals("vpc-1"))).contains(account));
    assert!(key_half(service().when(key!("aws:SourceArn").is_absent())).contains(account));
    let others = key!("aws:SourceAccount").not_equals("999999999999");
    assert!(key_half(service().when(others)).contains(account));
    let or_nobody = key!("aws:SourceOrgPaths").for_all_values().or_absent();
    assert!(key_half(service().when(or_nobody.like("o-x/*"))).contains(account));
    let of_bucket = key!("aws:SourceArn").equals(arn!("arn:aws:s3:::uploads"));
    let half = key_half(service().when(of_bucket));
    assert!(
        half.contains("arn:aws:s3:::uploads") && !half.contains(account),
        "{half}"
    );
}

/// <https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html>
#[test]
fn event_bridge_tells_the_key_of_a_topic_nothing() {
    let topic = || sns::Topic::new(&here(), "orders").encrypted_with(&key_of("eu-west-1"));
    let rule = arn!("arn:aws:events:eu-west-1:123456789012:rule/orders");
    let events =
        service_principal!("events.amazonaws.com").when(key!("aws:SourceArn").equals(rule));
    let grant = topic().grant_publish(events).unwrap();
    assert!(json(grant.resource_statements()).contains("rule/orders"));
    assert!(!json(grant.key_statements()).contains("aws:Source"));
    let alarms = service_principal!("cloudwatch.amazonaws.com");
    let grant = topic().grant_publish(alarms).unwrap();
    assert!(json(grant.key_statements()).contains("aws:SourceAccount"));
}

#[test]
fn a_key_that_keeps_to_itself_names_who_uses_it() {
    let arn = arn!("arn:aws:kms:eu-west-1:123456789012:key/1234abcd");
    let key = kms::Key::from_arn(arn)
        .unwrap()
        .without_account_delegation();
    let grant = key
        .grant_decrypt(Role::new("app").with_env(&here()))
        .unwrap();
    assert_eq!(grant.resource_statements().len(), 1);
}

#[test]
fn what_is_in_a_resource_keeps_its_policy() {
    let partner = AccountPrincipal::new("999999999999").unwrap();
    let table = dynamodb::Table::new(&here(), "orders");
    table.stream("*").grant_read(&partner).unwrap();
    assert!(!table.stream("*").policy().is_empty());
    assert!(table.stream("2026-01-01T00:00:00.000").policy().is_empty());
    let stream = kinesis::Stream::new(&here(), "orders");
    stream
        .consumer("projector", "*")
        .grant_read(&partner)
        .unwrap();
    assert!(!stream.consumer("projector", "*").policy().is_empty());
}

#[test]
fn members_of_an_organization_need_policies_too() {
    let bucket = s3::Bucket::new(&here(), "reports");
    let organization = OrganizationPrincipal::new("o-abcdef1234").unwrap();
    let grant = bucket.grant_read(organization).unwrap();
    assert_eq!(grant.statements_needed_elsewhere().len(), 2);
}

#[test]
fn an_arn_has_to_be_a_principal() {
    let bucket = s3::Bucket::new(&here(), "reports");
    for arn in [
        arn!("arn:aws:iam::999999999999:group/devs"),
        arn!("arn:aws:iam::999999999999:role/*"),
        arn!("arn:aws:s3:::other"),
    ] {
        let error = bucket.grant_read(&arn).unwrap_err().to_string();
        assert!(error.contains(&format!("`{arn}`")), "{error}");
    }
    assert!(bucket.policy().is_empty());
}

fn both_halves(grant: &Grant) -> [String; 3] {
    [
        json(grant.identity_statements()),
        json(grant.resource_statements()),
        json(grant.key_statements()),
    ]
}

#[test]
fn a_condition_narrows_both_sides() {
    let bucket = s3::Bucket::new(&here(), "reports").encrypted_with(&key_of("eu-west-1"));
    let partner = Role::new("partner").with_env(&env("999999999999", "eu-west-1"));
    let from_there = key!("aws:SourceVpce").equals("vpce-1a2b3c4d");
    let grant = bucket
        .grant_get(AnyGrantee::new(&partner).when(from_there))
        .unwrap();
    for half in both_halves(&grant) {
        assert!(!half.is_empty());
        for statement in half.lines() {
            assert!(statement.contains("vpce-1a2b3c4d"), "{statement}");
        }
    }
    let anyone = AnyGrantee::new(anyone()).when(key!("aws:SourceIp").within(cidr!("192.0.2.0/24")));
    let grant = s3::Bucket::named("site").grant_get(anyone).unwrap();
    assert!(json(grant.resource_statements()).contains("192.0.2.0/24"));
}

#[test]
fn a_condition_never_widens_a_scope() {
    let account = || AccountPrincipal::new("999999999999").unwrap();
    let items = || dynamodb::Table::new(&here(), "orders").items_with_leading_keys(["x"]);
    let all = key!("dynamodb:Select").if_exists().equals("ALL_ATTRIBUTES");
    let grant = items()
        .attributes(["a"])
        .grant_read(account().when(all))
        .unwrap();
    insta::assert_snapshot!(json(grant.resource_statements()));
    let absent = key!("dynamodb:LeadingKeys").is_absent();
    let grant = items().grant_read(account().when(absent)).unwrap();
    insta::assert_snapshot!(json(grant.resource_statements()));
}

#[test]
fn conditions_on_a_grantee_all_have_to_hold() {
    let bucket = s3::Bucket::new(&here(), "reports");
    let organization = OrganizationPrincipal::new("o-aaaaaaaaaa").unwrap();
    let other = key!("aws:PrincipalOrgID").equals("o-bbbbbbbbbb");
    bucket
        .grant_get(AnyGrantee::new(organization).when(other))
        .unwrap();
    let caller = Role::new("reader").with_env(&env("999999999999", "eu-west-1"));
    caller.add(allow(actions![s3::GetObject]).on(bucket.objects("*")));
    for id in ["o-aaaaaaaaaa", "o-bbbbbbbbbb"] {
        let get = caller
            .can(aws::s3::GetObject)
            .on(bucket.objects("a.txt"))
            .with("aws:PrincipalOrgID", id);
        assert_denies!(get);
    }

    let role = Role::new("app").with_env(&here());
    let vpce = |id: &'static str| key!("aws:SourceVpce").equals(id);
    let grantee = AnyGrantee::new(&role).when(vpce("vpce-1a2b3c4d"));
    let grant = bucket
        .grant_get(grantee.when(vpce("vpce-4d3c2b1a")))
        .unwrap();
    assert_eq!(
        grant.to_string(),
        "role `app` under conditions may read objects of bucket `reports`"
    );
    for id in ["vpce-1a2b3c4d", "vpce-4d3c2b1a"] {
        let get = role
            .can(aws::s3::GetObject)
            .on(bucket.objects("a.txt"))
            .with("aws:SourceVpce", id);
        assert_denies!(get);
    }
}

#[test]
fn what_contradicts_a_scope_lets_nobody_in() {
    let role = Role::new("app").with_env(&here());
    let items = dynamodb::Table::new(&here(), "orders").items_with_leading_keys(["x"]);
    let grantee = AnyGrantee::new(&role)
        .when(key!("aws:CurrentTime").is_present())
        .when(key!("dynamodb:LeadingKeys").is_absent());
    items.grant_read(grantee).unwrap();
    let table = dynamodb::Table::new(&here(), "orders");
    let read = || role.can(aws::dynamodb::GetItem).on(&table);
    assert_denies!(read());
    assert_denies!(read().with("dynamodb:LeadingKeys", ["x"]));
    let now = read().with("aws:CurrentTime", "2026-11-29T00:00:00Z");
    assert_denies!(now.with("dynamodb:LeadingKeys", ["x"]));
}

#[test]
fn a_key_that_keeps_to_itself_leaves_aliases_to_its_account() {
    let key = kms::Key::new(&here(), "1234abcd").without_account_delegation();
    let role = Role::new("admin").with_env(&here());
    let grant = key.grant_admin(&role).unwrap();
    assert!(json(grant.identity_statements()).contains("alias/*"));
    assert!(!json(grant.identity_statements()).contains("kms:PutKeyPolicy"));
}

#[test]
fn conditions_of_a_role_are_asked_as_those_of_others() {
    let bucket = s3::Bucket::new(&here(), "reports");
    let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner")).unwrap();
    let with_id = AnyGrantee::new(&partner).when(key!("sts:ExternalId").equals("4711"));
    assert!(bucket.grant_get(with_id).is_err());
    assert!(bucket.policy().is_empty());
}

#[test]
fn what_only_a_deployment_knows_may_be_a_principal() {
    use iam_dsl::{Arn, Token};

    let bucket = s3::Bucket::new(&here(), "reports");
    let partner = || Token::Named("Partner".to_owned());
    let role = Arn::new(Token::Partition, "iam", "", partner(), "role/reader");
    bucket.grant_get(&role).unwrap();
    let roles = Arn::new(Token::Partition, "iam", "", partner(), "role/*");
    assert!(bucket.grant_get(&roles).is_err());
}

#[test]
fn several_principals_need_policies_in_whatever_order() {
    let bucket = s3::Bucket::new(&here(), "reports");
    let service = || service_principal!("cloudfront.amazonaws.com");
    let account = || AccountPrincipal::new("999999999999").unwrap();
    let one = bucket
        .grant_get((service(), account()).into_trust())
        .unwrap();
    let other = bucket
        .grant_get((account(), service()).into_trust())
        .unwrap();
    for grant in [one, other] {
        assert_eq!(grant.statements_needed_elsewhere().len(), 1);
    }
}
