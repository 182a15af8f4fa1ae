//! What aws-cdk-lib makes of principals and refuses of policies: the facts of it in `tests/fixtures`, and the output
//! they were taken from in the shared folder, where there is one.

use std::{fs, path::Path};

use serde_json::{Map, Value, json};

/// What stands for the ARN of a role or a user that CDK made in the same stack.
pub(crate) const HANDLE: &str = "${handle}";

/// The facts about principals, a row each: the name, what a resource policy says, what a trust policy does.
pub(crate) fn principals() -> Vec<Value> {
    fixture("cdk-principals.jsonl")
}

/// The same facts, of CDK's own output.
pub(crate) fn shared_principals() -> Vec<Value> {
    let rows = shared("cdk-iam-principals.json");
    rows.iter().map(principal).collect()
}

/// The cases of validation, a row each, and whether CDK refuses it.
pub(crate) fn refusals() -> Vec<Value> {
    fixture("cdk-validation.jsonl")
}

/// The same facts, of CDK's own output.
pub(crate) fn shared_refusals() -> Vec<Value> {
    let rows = shared("cdk-iam-validation.json");
    rows.iter().map(refusal).collect()
}

/// The cases of merging, a row each: the statements, and what CDK merges them to.
pub(crate) fn merges() -> Vec<Value> {
    fixture("cdk-merges.jsonl")
}

/// The same facts, of CDK's own output.
pub(crate) fn shared_merges() -> Vec<Value> {
    let rows = shared("cdk-iam-merge-cases.json");
    rows.iter()
        .map(|row| json!({ "case": row["name"], "input": row["input"], "minimized": row["minimized"] }))
        .collect()
}

fn fixture(name: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let text = fs::read_to_string(folder.join(name)).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A file of the folder `IAM_DSL_SHARED`, or of `shared` beside the repository.
fn shared(name: &str) -> Vec<Value> {
    let folder = std::env::var_os("IAM_DSL_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        Into::into,
    );
    let path = folder.join("conformance").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap()
}

fn principal(row: &Value) -> Value {
    let mut fact = Map::new();
    fact.insert("name".to_owned(), row["n"].clone());
    if let Some(principal) = row.get("principalJson") {
        fact.insert("principal".to_owned(), plain(principal));
    }
    if let Some(conditions) = row["conditions"].as_object().filter(|it| !it.is_empty()) {
        fact.insert("conditions".to_owned(), plain(&json!(conditions)));
    }
    if let Some(trust) = row.get("trustPolicy") {
        fact.insert("trust".to_owned(), plain(trust));
    }
    Value::Object(fact)
}

/// What begins with `Error: ` was seen of grants that CDK took.
fn refusal(row: &Value) -> Value {
    let result = row["result"].as_str().unwrap();
    let is_taken = result.starts_with("OK") || result.starts_with("Error: ");
    json!({ "case": row["case"], "refused": !is_taken })
}

/// JSON without what different tools write differently: lists of one, and references within a stack.
pub(crate) fn plain(value: &Value) -> Value {
    match value {
        Value::Array(items) => match items.as_slice() {
            [only] => plain(only),
            items => items.iter().map(plain).collect(),
        },
        Value::Object(members) if members.contains_key("Fn::GetAtt") => json!(HANDLE),
        Value::Object(members) => match members.get("LiteralString") {
            Some(text) => plain(text),
            None => members
                .iter()
                .map(|(key, value)| (key.clone(), plain(value)))
                .collect(),
        },
        other => other.clone(),
    }
}
