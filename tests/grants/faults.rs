//! What aws-cdk-lib gets wrong, and ours does not.

use iam_dsl::{
    Env, Grant, Group, PolicyStatement, Role, aws, dynamodb, events, kinesis, kms, prelude::*,
    route53, secretsmanager, ssm, states,
};

fn env() -> Env {
    Env::new("123456789012", "us-east-1").unwrap()
}

fn app() -> Role {
    Role::new("app").with_env(&env())
}

fn partner() -> Role {
    Role::new("partner").with_env(&Env::new("999999999999", "us-east-1").unwrap())
}

fn json(statements: &[PolicyStatement]) -> Vec<String> {
    let json = |statement: &PolicyStatement| serde_json::to_string(statement).unwrap();
    statements.iter().map(json).collect()
}

fn resources_of(grant: &Grant, action: iam_dsl::Action) -> Vec<String> {
    grant
        .identity_statements()
        .iter()
        .filter(|statement| {
            let mut actions = statement.action().unwrap().actions().iter();
            actions.any(|known| *known == action.into())
        })
        .flat_map(|statement| statement.resource().unwrap().resources().iter())
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_zone_is_named_by_its_id() {
    let zone = route53::HostedZone::with_id("Z23ABC4XYZL05B");
    let grant = zone.grant_delegation(app()).unwrap();
    let change = resources_of(&grant, aws::route53::ChangeResourceRecordSets);
    assert_eq!(change, ["arn:aws:route53:::hostedzone/Z23ABC4XYZL05B"]);
}

#[test]
fn the_key_of_a_secret_that_is_made_elsewhere_decrypts() {
    let arn = arn!("arn:aws:secretsmanager:us-east-1:123456789012:secret:database-AbCdEf");
    let secret = secretsmanager::Secret::from_arn(arn).unwrap();
    let key = kms::Key::from_arn(arn!("arn:aws:kms:us-east-1:123456789012:key/1234abcd")).unwrap();
    let grant = secret.encrypted_with(&key).grant_read(app()).unwrap();
    let decrypt = resources_of(&grant, aws::kms::Decrypt);
    assert_eq!(decrypt, ["arn:aws:kms:us-east-1:123456789012:key/1234abcd"]);
}

#[test]
fn both_halves_of_a_staged_read_ask_for_the_stage() {
    let key = kms::Key::new(&env(), "1234abcd");
    let secret = secretsmanager::Secret::new(&env(), "database").encrypted_with(&key);
    let grant = secret
        .grant_read_of_stages(partner(), ["AWSCURRENT"])
        .unwrap();
    for half in [grant.identity_statements(), grant.resource_statements()] {
        let values = json(half);
        let values: Vec<_> = values
            .iter()
            .filter(|statement| statement.contains("GetSecretValue"))
            .collect();
        assert!(!values.is_empty());
        for value in values {
            assert!(value.contains("secretsmanager:VersionStage"), "{value}");
        }
    }
}

#[test]
fn what_gives_nothing_is_no_success() {
    let group = Group::new("people").with_env(&env());
    let machine = states::StateMachine::new(&env(), "orders");
    let service = service_principal!("events.amazonaws.com");
    assert!(machine.grant_start_execution(service).is_err());
    let elsewhere = Env::new("999999999999", "us-east-1").unwrap();
    let table = dynamodb::Table::new(&elsewhere, "orders");
    assert!(table.grant_read_data(&group).is_err());
    assert!(group.policy().is_empty());
    assert!(table.policy().is_empty());
}

#[test]
fn a_bus_admits_other_accounts_by_its_policy() {
    let bus = events::EventBus::new(&env(), "orders");
    let grant = bus.grant_put_events_to(partner()).unwrap();
    assert_eq!(grant.identity_statements().len(), 1);
    assert_eq!(grant.resource_statements().len(), 1);
    assert!(bus.policy().to_json().contains("role/partner"));
}

#[test]
fn other_accounts_use_the_key_itself() {
    let key = kms::Key::new(&env(), "1234abcd");
    let grant = key.grant_decrypt(partner()).unwrap();
    let decrypt = resources_of(&grant, aws::kms::Decrypt);
    assert_eq!(decrypt, ["arn:aws:kms:us-east-1:123456789012:key/1234abcd"]);
}

#[test]
fn reading_one_needs_no_list_of_all() {
    let stream = kinesis::Stream::new(&env(), "orders");
    let read = stream.grant_read(app()).unwrap();
    assert_eq!(resources_of(&read, aws::kinesis::ListStreams), [""; 0]);
    let machine = states::StateMachine::new(&env(), "orders");
    let read = machine.grant_read(app()).unwrap();
    assert_eq!(resources_of(&read, aws::states::ListStateMachines), [""; 0]);
    let parameter = ssm::Parameter::new(&env(), "/orders/limit");
    let read = parameter.grant_read(app()).unwrap();
    assert_eq!(resources_of(&read, aws::ssm::DescribeParameters), [""; 0]);
}

#[test]
fn a_list_that_is_granted_stands_on_everything() {
    let stream = dynamodb::Table::new(&env(), "orders").stream("*");
    let list = stream.grant_list(app()).unwrap();
    assert_eq!(resources_of(&list, aws::dynamodb::ListStreams), ["*"]);
}

#[test]
fn records_are_those_of_the_stream() {
    let table = dynamodb::Table::new(&env(), "orders");
    let read = table.grant_read_data(app()).unwrap();
    assert_eq!(resources_of(&read, aws::dynamodb::GetRecords), [""; 0]);
    let read = table.stream("*").grant_read(app()).unwrap();
    assert_eq!(
        resources_of(&read, aws::dynamodb::GetRecords),
        ["arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/*"]
    );
}
