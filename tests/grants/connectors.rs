//! What a connector of AWS SAM gives between two resources, said with grants.

use std::{fs, path::Path};

use iam_dsl::{
    Action, AnyGrantee, Arn, Grant, GrantError, dynamodb::Table, events, geo::PlaceIndex,
    lambda::Function, prelude::*, s3, sns::Topic, sqs::Queue, states::StateMachine,
};
use iam_dsl_core::check::action_acts_on;
use serde_json::{Value, json};

use crate::{
    atoms::{Allowed, Atom},
    grantees::env,
};

/// Permission that a connector gives, a row each.
fn connectors() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/sam-connectors.jsonl");
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.parse().unwrap()).collect()
}

fn arn(kind: &str) -> Arn {
    match kind {
        "AWS::DynamoDB::Table" => table().arn(),
        "AWS::Events::EventBus" => bus().arn(),
        "AWS::Events::Rule" => events::Rule::new(&env(), "my-rule").arn(),
        "AWS::Lambda::Function" => function().arn(),
        "AWS::Location::PlaceIndex" => places().arn(),
        "AWS::S3::Bucket" => bucket().arn(),
        "AWS::SNS::Topic" => topic().arn(),
        "AWS::SQS::Queue" => queue().arn(),
        "AWS::StepFunctions::StateMachine" => machine().arn(),
        // These stand in templates only by other attributes.
        "AWS::ApiGateway::RestApi"
        | "AWS::ApiGatewayV2::Api"
        | "AWS::AppSync::DataSource"
        | "AWS::AppSync::GraphQLApi" => arn!("arn:aws:appsync:us-east-1:123456789012:apis/my-api"),
        other => panic!("{other}"),
    }
}

fn table() -> Table {
    Table::new(&env(), "my-table").with_index("*")
}

fn bus() -> events::EventBus {
    events::EventBus::new(&env(), "my-bus")
}

fn function() -> Function {
    Function::new(&env(), "my-fn")
}

fn places() -> PlaceIndex {
    PlaceIndex::new(&env(), "my-places")
}

fn bucket() -> s3::Bucket {
    s3::Bucket::new(&env(), "my-bucket")
}

fn topic() -> Topic {
    Topic::new(&env(), "my-topic")
}

fn queue() -> Queue {
    Queue::new(&env(), "my-queue")
}

fn machine() -> StateMachine {
    StateMachine::new(&env(), "my-sm")
}

/// Grants of single actions on what a resource is, and on what is under it.
fn give(
    kind: &str,
    has_versions: bool,
    grantee: AnyGrantee,
    actions: &[Action],
) -> Vec<Result<Grant, GrantError>> {
    let is_of = |prefix: &str| {
        actions
            .iter()
            .any(|action| action.service().prefix() == prefix)
    };
    match kind {
        "AWS::DynamoDB::Table" if actions.contains(&aws::dynamodb::GetRecords) => {
            let stream = table().stream("*");
            let own: Vec<Action> = actions
                .iter()
                .copied()
                .filter(|action| *action != aws::dynamodb::ListStreams)
                .collect();
            let mut grants = vec![stream.grant(grantee.clone(), own)];
            if actions.contains(&aws::dynamodb::ListStreams) {
                grants.push(stream.grant_list(grantee));
            }
            grants
        }
        "AWS::DynamoDB::Table" => vec![table().grant(grantee, actions)],
        "AWS::Events::EventBus" => vec![bus().grant(grantee, actions)],
        // A data source calls whichever version it is told to.
        "AWS::Lambda::Function" if has_versions => vec![
            function().grant(grantee.clone(), actions),
            function().version("*").grant_invoke(grantee),
        ],
        "AWS::Lambda::Function" => vec![function().grant(grantee, actions)],
        "AWS::Location::PlaceIndex" => vec![places().grant(grantee, actions)],
        "AWS::S3::Bucket" => vec![bucket().grant(grantee, actions)],
        "AWS::SNS::Topic" => vec![topic().grant(grantee, actions)],
        "AWS::SQS::Queue" => vec![queue().grant(grantee, actions)],
        "AWS::StepFunctions::StateMachine" if is_of("events") => {
            let (rule, own): (Vec<Action>, Vec<Action>) = actions
                .iter()
                .partition(|action| action.service().prefix() == "events");
            let by_step_functions = events::Rule::new(
                &env(),
                "StepFunctionsGetEventsForStepFunctionsExecutionRule",
            );
            vec![
                machine().grant(grantee.clone(), own),
                by_step_functions.grant(grantee, rule),
            ]
        }
        "AWS::StepFunctions::StateMachine" => vec![machine().grant(grantee, actions)],
        other => panic!("{other}"),
    }
}

/// The statements of a row, with our resources in place of its references.
fn statements(row: &Value) -> Vec<Value> {
    let text = |key: &str| row[key].as_str().unwrap();
    let mut statements = row["statements"].clone();
    if let Some(permission) = row.get("permission") {
        let mut condition = json!({ "ArnEquals": { "aws:SourceArn": permission["SourceArn"] } });
        if let Some(account) = permission.get("SourceAccount") {
            condition["StringEquals"] = json!({ "aws:SourceAccount": account });
        }
        statements = json!([{
            "Effect": "Allow",
            "Action": permission["Action"],
            "Principal": { "Service": permission["Principal"] },
            "Resource": "%{Destination.Arn}",
            "Condition": condition,
        }]);
    }
    let filled = statements
        .to_string()
        .replace("%{Source.Arn}", &arn(text("source")).to_string())
        .replace("%{Destination.Arn}", &arn(text("destination")).to_string())
        .replace("%{Destination.Name}", "my-sm")
        .replace("%{Source.ResourceId}", "my-api")
        .replace("%{Source.Qualifier}", "*")
        .replace("${AWS::Partition}", "aws")
        .replace("${AWS::Region}", "us-east-1")
        .replace("${AWS::AccountId}", "123456789012");
    serde_json::from_str(&filled).unwrap()
}

fn grantee(statements: &[Value]) -> AnyGrantee {
    let Some(service) = statements[0]["Principal"]["Service"].as_str() else {
        return AnyGrantee::new(Role::new("connected").with_env(&env()));
    };
    let condition = &statements[0]["Condition"];
    let source: Arn = condition["ArnEquals"]["aws:SourceArn"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let service: iam_dsl::ServicePrincipal = service.parse().unwrap();
    let mut service = service.when(key!("aws:SourceArn").equals(source));
    if let Some(account) = condition["StringEquals"]["aws:SourceAccount"].as_str() {
        service = service.when(key!("aws:SourceAccount").equals(account));
    }
    AnyGrantee::new(service)
}

#[test]
fn every_connector_is_said_with_grants() {
    let rows = connectors();
    for row in &rows {
        let statements = statements(row);
        let theirs = Allowed::by(&statements);
        // The destination has what is granted, but for queues and tables whose messages and changes a function reads.
        let is_of_source = row["statements"].to_string().contains("%{Source.Arn}")
            && row["statements"][0].get("Principal").is_none();
        let granted = row[if is_of_source {
            "source"
        } else {
            "destination"
        }]
        .as_str()
        .unwrap();
        let can_match = |atom: &&Atom| {
            let action = Action::find(&atom.action).unwrap();
            action.resources().next().is_none() || action_acts_on(action, &atom.resource)
        };
        let wanted: Vec<&Atom> = theirs.atoms.iter().filter(can_match).collect();
        let mut actions: Vec<Action> = wanted
            .iter()
            .map(|atom| Action::find(&atom.action).unwrap())
            .collect();
        actions.sort_by_key(ToString::to_string);
        actions.dedup();
        let has_versions = row.to_string().contains("%{Destination.Arn}:*");
        let mut ours = Vec::new();
        for grant in give(granted, has_versions, grantee(&statements), &actions) {
            let grant = grant.unwrap_or_else(|error| panic!("{row}: {error}"));
            ours.push(json!(grant.identity_statements()));
            ours.push(json!(grant.resource_statements()));
        }
        let ours = Allowed::by(ours.iter().flat_map(|list| list.as_array().unwrap()));
        for atom in &wanted {
            // Of what takes no resource, that is on everything.
            let is_within = |other: &Atom| {
                other.is_within(atom) || (other.resource == "*" && other.action == atom.action)
            };
            assert!(
                ours.atoms.iter().any(is_within),
                "{row}\nwithout {atom:?}\nours: {:?}",
                ours.atoms
            );
        }
        for atom in &ours.atoms {
            let is_theirs = theirs.atoms.iter().any(|other| atom.is_within(other));
            assert!(is_theirs || atom.resource == "*", "{row}\nbeyond: {atom:?}");
        }
    }
    println!(
        "connectors of AWS SAM said with grants: {} permissions",
        rows.len()
    );
}
