//! The first `cargo build` of an application with one policy, everything compiled from nothing.

use crate::app::{App, in_this_repository};
use crate::timing::{median, ratio};
use std::error::Error;
use std::time::Duration;

const ROUNDS: usize = 5;

const IAM_DSL: &str = r#"
use iam_dsl::prelude::*;

fn main() {
    let policy = policy!({
        "Version": "2012-10-17",
        "Statement": [{ "Effect": "Allow", "Action": s3::GetObject, "Resource": "arn:aws:s3:::my-app-uploads/*" }]
    });
    println!("{}", policy.to_json_pretty());
}
"#;

const RUSTY_CDK: &str = r#"
use rusty_cdk::iam::{Effect, PolicyDocumentBuilder, StatementBuilder};
use rusty_cdk::{iam_action, wrappers::IamAction};

fn main() {
    let statement = StatementBuilder::new(vec![iam_action!("s3:GetObject")], Effect::Allow).all_resources().build();
    let policy = PolicyDocumentBuilder::new(vec![statement]).build();
    println!("{}", serde_json::to_string_pretty(&policy).unwrap());
}
"#;

const PARTS_ONLY: &str = "syn = \"3\"\nquote = \"1\"\nserde = \"1\"\nserde_json = \"1\"";

/// Prints the table; rusty-cdk is built once only, for it takes minutes.
pub fn run(with_rusty_cdk: bool) -> Result<(), Box<dyn Error>> {
    let ours = App::new(&in_this_repository("iam-dsl"), IAM_DSL)?;
    let parts = App::new(PARTS_ONLY, "fn main() {}\n")?;
    let with_evaluate =
        in_this_repository("iam-dsl").replace(" }", ", features = [\"evaluate\"] }");
    let testing = App::new(&with_evaluate, IAM_DSL)?;
    let mut our_times: Vec<Duration> = Vec::new();
    let mut testing_times = Vec::new();
    let mut parts_times = Vec::new();
    for _ in 0..ROUNDS {
        our_times.push(ours.cold_build()?);
        testing_times.push(testing.cold_build()?);
        parts_times.push(parts.cold_build()?);
    }
    println!(
        "\n### Cold `cargo build` of an application with one policy ({ROUNDS} rounds, medians)\n"
    );
    println!("| application | seconds | ratio |\n|---|---:|---:|");
    println!(
        "| syn + quote + serde + serde_json, no policy | {:.1} | 1.00 |",
        median(&parts_times)
    );
    println!(
        "| iam-dsl, one policy | {:.1} | {:.2} |",
        median(&our_times),
        ratio(&our_times, &parts_times)
    );
    println!(
        "| the same with the feature `evaluate` | {:.1} | {:.2} |",
        median(&testing_times),
        ratio(&testing_times, &parts_times)
    );
    if with_rusty_cdk {
        let peer = App::new("rusty-cdk = \"0.9\"\nserde_json = \"1\"", RUSTY_CDK)?;
        let time = peer.cold_build()?;
        println!(
            "| rusty-cdk 0.9, one policy (one build) | {:.1} | {:.1} |",
            time.as_secs_f64(),
            time.as_secs_f64() / median(&parts_times)
        );
    }
    Ok(())
}
