//! What aws-cdk-lib's grants give: the facts in `tests/fixtures`, and the output they were taken from in the shared
//! folder, where there is one.

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::PathBuf,
};

use serde_json::Value;

/// One grant of aws-cdk-lib, as it came out.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Such as `aws-s3.Bucket.grantRead`.
    pub(crate) method: String,
    pub(crate) args: Value,
    /// How the resource was made.
    pub(crate) variant: String,
    pub(crate) shape: String,
    pub(crate) identity: Vec<Value>,
    /// By the type of the resource whose policy they are in.
    pub(crate) resource: Vec<(String, Value)>,
    pub(crate) is_refused: bool,
}

impl Case {
    pub(crate) fn emits(&self) -> bool {
        let has_statements = !self.identity.is_empty() || !self.resource.is_empty();
        has_statements && !self.is_refused
    }
}

const FIXTURE: &str = "../tests/fixtures/cdk-grants.txt";

/// The facts of the repository.
pub(crate) fn cases() -> Vec<Case> {
    parse(&fs::read_to_string(root().join(FIXTURE)).unwrap())
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Lines of statements, then lines of cases, which name statements by their numbers.
fn parse(text: &str) -> Vec<Case> {
    let mut statements: Vec<Value> = Vec::new();
    let mut cases = Vec::new();
    for line in text.lines() {
        if line.starts_with('{') {
            statements.push(line.parse().unwrap());
        } else if !line.starts_with('#') {
            cases.push(parse_case(line, &statements));
        }
    }
    cases
}

fn parse_case(line: &str, statements: &[Value]) -> Case {
    let fields: Vec<&str> = line.split('\t').collect();
    let [method, args, variant, shape, identity, resource, refused] = fields[..] else {
        panic!("{line}");
    };
    let statement = |number: &str| statements[number.parse::<usize>().unwrap()].clone();
    Case {
        method: method.to_owned(),
        args: args.parse().unwrap(),
        variant: variant.to_owned(),
        shape: shape.to_owned(),
        identity: identity.split_whitespace().map(statement).collect(),
        resource: resource
            .split_whitespace()
            .map(|half| {
                let (of, number) = half.rsplit_once(':').unwrap();
                (of.to_owned(), statement(number))
            })
            .collect(),
        is_refused: refused == "refused",
    }
}

/// The shared output in the form of the fixture.
fn compact(output: &str) -> String {
    let mut statements: Vec<String> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut number = |statement: &Value| {
        let text = statement.to_string();
        *numbers.entry(text.clone()).or_insert_with(|| {
            statements.push(text);
            statements.len() - 1
        })
    };
    let mut cases = Vec::new();
    for line in output.lines() {
        let row: Value = line.parse().unwrap();
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let identity: Vec<String> = list(&row["identityStatements"])
            .map(|statement| number(statement).to_string())
            .collect();
        let resource: Vec<String> = list(&row["resourceStatements"])
            .map(|half| {
                let of = half["resourceType"].as_str().unwrap();
                format!("{of}:{}", number(&half["statement"]))
            })
            .collect();
        let is_refused = row.get("callError").or(row.get("synthError")).is_some();
        cases.push(
            [
                format!("{}.{}.{}", text("module"), text("class"), text("method")),
                row["args"].to_string(),
                row["resource"]["variant"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
                text("principalShape"),
                identity.join(" "),
                resource.join(" "),
                (if is_refused { "refused" } else { "" }).to_owned(),
            ]
            .join("\t"),
        );
    }
    let header = "# What the grants of aws-cdk-lib 2.276 (Apache-2.0) give. Written by the ignored test of tests/grants/cdk.rs.";
    format!(
        "{header}\n{}\n{}\n",
        statements.join("\n"),
        cases.join("\n")
    )
}

/// The concrete grants of aws-cdk-lib, of the shared folder.
pub(crate) fn methods() -> BTreeSet<String> {
    let list: Value = shared("cdk-grant-methods.json").parse().unwrap();
    let name = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap();
        format!("{}.{}.{}", text("module"), text("class"), text("method"))
    };
    let rows = list.as_array().unwrap();
    let concrete = rows
        .iter()
        .filter(|row| row["abstract"] == Value::Bool(false));
    concrete.map(name).collect()
}

/// A file of the folder `IAM_DSL_SHARED`, or of `shared` beside the repository.
fn shared(name: &str) -> String {
    let folder = std::env::var_os("IAM_DSL_SHARED")
        .map_or_else(|| root().join("../../shared"), PathBuf::from);
    fs::read_to_string(folder.join("conformance").join(name)).unwrap()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// With `UPDATE_FIXTURES` in the environment it writes the fixture.
#[test]
#[ignore = "needs the shared folder: IAM_DSL_SHARED or ../shared beside the repository"]
fn the_fixture_is_what_cdk_said() {
    let output = shared("cdk-grants.jsonl");
    let compact = compact(&output);
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(root().join(FIXTURE), &compact).unwrap();
    }
    let fixture = fs::read_to_string(root().join(FIXTURE)).unwrap();
    assert!(fixture == compact, "run it with UPDATE_FIXTURES=1");
}
