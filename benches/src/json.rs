//! Policy to JSON and back, against serde_json with derived types of the same shape.

use crate::timing::{median, ratio, time};
use iam_dsl_core::PolicyDocument;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

const ROUNDS: usize = 101;
const ITERATIONS: usize = 200;

/// The same shape as plain derived types: what serde_json has to do for a policy.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Document {
    version: String,
    statement: Vec<Statement>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    #[serde(skip_serializing_if = "Option::is_none")]
    sid: Option<String>,
    effect: String,
    action: OneOrMany,
    resource: OneOrMany,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<BTreeMap<String, BTreeMap<String, OneOrMany>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// Prints the table.
pub fn run(_with_rusty_cdk: bool) -> Result<(), Box<dyn Error>> {
    let text = sample();
    let ours: PolicyDocument = text.parse()?;
    let shape: Document = serde_json::from_str(&text)?;
    if ours.to_json() != serde_json::to_string(&shape)? {
        return Err("both must write the same text for the times to compare".into());
    }
    println!(
        "\n### JSON, a policy of {} bytes and {} statements ({ROUNDS} rounds of {ITERATIONS}, medians)\n",
        text.len(),
        ours.statements().len()
    );
    println!("| work | iam-dsl, µs | serde_json, µs | ratio |\n|---|---:|---:|---:|");
    row(
        "policy → JSON",
        || drop(black_box(ours.to_json())),
        || drop(black_box(serde_json::to_string(&shape))),
    );
    row(
        "JSON → policy",
        || drop(black_box(text.parse::<PolicyDocument>())),
        || drop(black_box(serde_json::from_str::<Document>(&text))),
    );
    Ok(())
}

fn row(name: &str, ours: impl Fn(), theirs: impl Fn()) {
    let mut our_times: Vec<Duration> = Vec::new();
    let mut their_times = Vec::new();
    for _ in 0..ROUNDS {
        our_times.push(repeat(&ours));
        their_times.push(repeat(&theirs));
    }
    let each = |times: &[Duration]| median(times) / ITERATIONS as f64 * 1e6;
    println!(
        "| {name} | {:.2} | {:.2} | {:.2} |",
        each(&our_times),
        each(&their_times),
        ratio(&our_times, &their_times)
    );
}

fn repeat(work: &impl Fn()) -> Duration {
    time(|| {
        for _ in 0..ITERATIONS {
            work();
        }
    })
    .0
}

/// Ten statements as applications have them: lists, a condition, an identifier.
fn sample() -> String {
    let statements: Vec<String> = (0..10)
        .map(|index| {
            format!(
                r#"{{"Sid":"Part{index}","Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:DeleteObject"],"Resource":["arn:aws:s3:::bucket-{index}","arn:aws:s3:::bucket-{index}/*"],"Condition":{{"StringEquals":{{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}}}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{}]}}"#,
        statements.join(",")
    )
}
