//! `minimized()` against known answers, and against a brute-force reading of statements.

use std::collections::BTreeSet;

use iam_dsl_core::{
    ConditionBlock, Effect, PolicyDocument, PolicyStatement, PrincipalElement, Principals, pattern,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{fixtures, generate};

/// Lists of actions, resources and principals sorted: their order means nothing.
fn sorted(mut value: Value) -> Value {
    if let Value::Array(items) = &mut value {
        items.sort_by_key(Value::to_string);
    }
    value
}

fn unordered(statements: Value) -> Value {
    let Value::Array(statements) = statements else {
        panic!("a list")
    };
    statements
        .into_iter()
        .map(|mut statement| {
            for element in ["Action", "NotAction", "Resource", "NotResource"] {
                if let Some(values) = statement.get_mut(element) {
                    *values = sorted(values.take());
                }
            }
            for (_, names) in statement["Principal"].as_object_mut().into_iter().flatten() {
                *names = sorted(names.take());
            }
            statement
        })
        .collect()
}

#[test]
fn known_cases() {
    for case in fixtures::lines("merge-cases.jsonl") {
        let name = &case["name"];
        let document: PolicyDocument =
            serde_json::from_value(json!({ "Statement": case["input"] })).unwrap();
        let minimized = serde_json::to_value(document.minimized()).unwrap();
        let found = unordered(minimized["Statement"].clone());
        assert_eq!(found, unordered(case["minimized"].clone()), "{name}");
    }
}

#[test]
fn statements_keep_authored_order() {
    let document: PolicyDocument = r#"{"Statement": [
        {"Effect": "Allow", "Action": ["s3:b", "s3:a"], "Resource": "arn:aws:s3:::z"},
        {"Effect": "Deny", "Action": "s3:x", "Resource": "*"},
        {"Effect": "Allow", "Action": ["s3:a", "s3:b"], "Resource": "arn:aws:s3:::a"}
    ]}"#
    .parse()
    .unwrap();
    assert_eq!(
        document.minimized().to_json(),
        r#"{"Statement":[{"Effect":"Allow","Action":["s3:b","s3:a"],"Resource":["arn:aws:s3:::z","arn:aws:s3:::a"]},{"Effect":"Deny","Action":"s3:x","Resource":"*"}]}"#
    );
}

/// A variable may stand for nothing, so `?` does not cover it, while `*` and itself do.
#[test]
fn variables_are_covered_by_stars_only() {
    let minimized = |resources: &str| {
        let text = format!(
            r#"{{"Statement":[{{"Effect":"Allow","Action":"a:b","Resource":{resources}}}]}}"#
        );
        let document: PolicyDocument = text.parse().unwrap();
        let value = serde_json::to_value(document.minimized()).unwrap();
        value["Statement"][0]["Resource"].to_string()
    };
    let kept = r#"["arn:aws:s3:::b/????","arn:aws:s3:::b/${x}"]"#;
    assert_eq!(minimized(kept), kept);
    assert_eq!(
        minimized(r#"["arn:aws:s3:::b/${x}","arn:aws:s3:::b/*"]"#),
        r#""arn:aws:s3:::b/*""#
    );
    assert_eq!(
        minimized(r#"["arn:aws:s3:::b/${x}/c","arn:aws:s3:::b/${x}/*"]"#),
        r#""arn:aws:s3:::b/${x}/*""#
    );
}

/// Of patterns that say the same, the first stays.
#[test]
fn equal_patterns_do_not_drop_each_other() {
    let text = r#"{"Statement":[{"Effect":"Allow","Action":["s3:**","s3:*"],"Resource":["arn:aws:s3:::?*","arn:aws:s3:::*?"]}]}"#;
    let document: PolicyDocument = text.parse().unwrap();
    assert_eq!(
        document.minimized().to_json(),
        r#"{"Statement":[{"Effect":"Allow","Action":"s3:**","Resource":"arn:aws:s3:::?*"}]}"#
    );
}

#[test]
fn text_that_matches_nothing_is_kept() {
    let text = r#"{"Statement":[{"Effect":"Allow","Action":["s3:*","nonsense"],"Resource":"*"}]}"#;
    let document: PolicyDocument = text.parse().unwrap();
    assert_eq!(document.minimized().to_json(), text);
}

/// A request as far as statements without evaluation can tell.
type Request = (usize, usize, usize, usize);

const ACTIONS: [&str; 5] = [
    "s3:GetObject",
    "s3:GetObjectAcl",
    "s3:PutObject",
    "sqs:SendMessage",
    "zz:Q",
];
const RESOURCES: [&str; 6] = [
    "arn:aws:s3:::a/x",
    "arn:aws:s3:::a/y",
    "arn:aws:s3:::b",
    "arn:aws:sqs:eu-west-1:123456789012:a",
    "arn:aws:sqs:eu-west-1:123456789012:b:c",
    "*",
];
const PRINCIPALS: [&str; 4] = ["AWS 1", "AWS 2", "Service 1", "none of them"];

/// The requests that a statement matches. A whole condition block counts as one fact about the
/// request, which is all that merging may rely on.
fn matched(statement: &PolicyStatement, conditions: &[ConditionBlock]) -> Vec<Request> {
    let mut requests = Vec::new();
    let condition = statement.condition().filter(|block| !block.is_empty());
    let required =
        condition.map(|block| conditions.iter().position(|known| known == block).unwrap());
    for (a, action) in ACTIONS.iter().enumerate() {
        let listed = |element: &iam_dsl_core::ActionElement| {
            element.is_not()
                != element
                    .actions()
                    .iter()
                    .any(|pattern| pattern.matches(action))
        };
        if !statement.action().is_some_and(listed) {
            continue;
        }
        for (r, resource) in RESOURCES.iter().enumerate() {
            let listed = |element: &iam_dsl_core::ResourceElement| {
                let hit = |wanted: &iam_dsl_core::Template| {
                    pattern::arn_matches(&wanted.to_text(), resource)
                };
                element.is_not() != element.resources().iter().any(hit)
            };
            if !statement.resource().is_none_or(listed) {
                continue;
            }
            for (p, principal) in PRINCIPALS.iter().enumerate() {
                if !statement
                    .principal()
                    .is_none_or(|element| names(element, principal))
                {
                    continue;
                }
                for fact in 0..=conditions.len() {
                    if required.is_none_or(|required| required == fact) {
                        requests.push((a, r, p, fact));
                    }
                }
            }
        }
    }
    requests
}

fn names(element: &PrincipalElement, principal: &str) -> bool {
    let hit = match element.principals() {
        Principals::Any => true,
        listed @ Principals::Map(_) => listed
            .iter()
            .any(|(kind, name)| format!("{kind} {name}") == principal),
    };
    element.is_not() != hit
}

fn decided(
    document: &PolicyDocument,
    conditions: &[ConditionBlock],
) -> BTreeSet<(Effect, Option<String>, Request)> {
    document
        .statements()
        .iter()
        .flat_map(|statement| {
            let requests = matched(statement, conditions);
            requests.into_iter().map(|request| {
                (
                    statement.effect(),
                    statement.sid().map(str::to_owned),
                    request,
                )
            })
        })
        .collect()
}

/// The document's condition blocks, each once.
fn blocks(document: &PolicyDocument) -> Vec<ConditionBlock> {
    let mut blocks: Vec<ConditionBlock> = Vec::new();
    for block in document
        .statements()
        .iter()
        .filter_map(PolicyStatement::condition)
    {
        if !block.is_empty() && !blocks.contains(block) {
            blocks.push(block.clone());
        }
    }
    blocks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn loses_and_adds_nothing(document in generate::mergeable_document()) {
        let minimized = document.minimized();
        let conditions = blocks(&document);
        prop_assert_eq!(decided(&document, &conditions), decided(&minimized, &conditions));
        prop_assert!(minimized.to_json().len() <= document.to_json().len());
    }

    #[test]
    fn is_idempotent(document in generate::mergeable_document()) {
        let once = document.minimized();
        prop_assert_eq!(once.minimized().to_json(), once.to_json());
    }

    #[test]
    fn is_idempotent_for_any_document(document in generate::document()) {
        let once = document.minimized();
        prop_assert_eq!(once.minimized().to_json(), once.to_json());
    }
}

/// Plain JSON prints a partition token as `aws`; to minimizing they are two things.
#[test]
fn tokens_are_not_their_printed_text() {
    use iam_dsl_core::{ActionPattern, BaseOperator, ConditionValue, Template, Token};

    let statement = |action: &'static str, partition: Template| {
        let condition = ConditionBlock::new().with(
            BaseOperator::ArnLike,
            "aws:SourceArn",
            ConditionValue::from(
                Template::from("arn:")
                    .with_template(&partition)
                    .with_text(":s3:::b"),
            ),
        );
        PolicyStatement::new(Effect::Allow)
            .with_actions(ActionPattern::from_static(action))
            .with_resources(Template::from("*"))
            .with_condition(condition)
    };
    let document = PolicyDocument::new()
        .with_statement(statement("a:b", Template::from("aws")))
        .with_statement(statement("a:c", Template::from(Token::Partition)));
    assert_eq!(document.minimized().statements().len(), 2);
}

/// A deployment may fill in a parameter of one's own otherwise than the one every deployment has.
#[test]
fn a_named_token_is_no_pseudo_parameter() {
    use iam_dsl_core::{ActionPattern, Template, Token};

    let named = Token::Named("AWS::Partition".into());
    let arn = |partition: Token, object: &str| {
        Template::from("arn:")
            .with_token(partition)
            .with_text(&format!(":s3:::b/{object}"))
    };
    let resources_left = |resources: Vec<Template>| {
        let statement = PolicyStatement::new(Effect::Allow)
            .with_actions(ActionPattern::from_static("s3:GetObject"))
            .with_resources(resources);
        let minimized = PolicyDocument::new().with_statement(statement).minimized();
        let statement = &minimized.statements()[0];
        statement.resource().unwrap().resources().len()
    };
    let every_object = || arn(Token::Partition, "*");
    assert_eq!(resources_left(vec![every_object(), arn(named, "x")]), 2);
    let same = arn(Token::Partition, "x");
    assert_eq!(resources_left(vec![every_object(), same]), 1);
}

/// Hundreds of statements that become one take quadratic time at most, not cubic.
#[test]
fn many_statements_that_merge() {
    let statement = |bucket: usize| {
        PolicyStatement::new(Effect::Allow)
            .with_actions(iam_dsl_core::ActionPattern::from_static("s3:GetObject"))
            .with_resources(iam_dsl_core::Template::from(format!(
                "arn:aws:s3:::b{bucket:04}/*"
            )))
    };
    let statements: Vec<_> = (0..500).map(statement).collect();
    let document = PolicyDocument::new().with_statements(statements);
    let minimized = document.minimized();
    assert_eq!(minimized.statements().len(), 1);
    let resources = minimized.statements()[0].resource().unwrap().resources();
    assert_eq!(resources.len(), 500);
}
