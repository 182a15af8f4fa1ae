//! What checking an action name costs each time the application is compiled.

use crate::app::{App, floor, in_this_repository};
use crate::timing::median;
use iam_dsl_catalog::Action;
use std::error::Error;
use std::fmt::Write as _;
use std::time::Duration;

const ROUNDS: usize = 5;
const COUNTS: [usize; 5] = [0, 1, 50, 500, 2_000];

/// One way to write an action in Rust.
struct Contender {
    name: &'static str,
    dependency: String,
    head: &'static str,
    action: fn(&str) -> String,
}

/// Prints the table: `cargo check` of a crate with so many actions, all dependencies built.
pub fn run(with_rusty_cdk: bool) -> Result<(), Box<dyn Error>> {
    let mut contenders = vec![
        Contender {
            name: "plain strings",
            dependency: String::new(),
            head: "",
            action: |name| format!("{name:?}"),
        },
        Contender {
            name: "a macro that checks nothing",
            dependency: floor(),
            head: "use floor::same;\n",
            action: |name| format!("same!({name:?})"),
        },
        Contender {
            name: "iam-dsl, `action!`",
            dependency: in_this_repository("iam-dsl"),
            head: "use iam_dsl::prelude::*;\n",
            action: |name| format!("action!({name:?})"),
        },
    ];
    if with_rusty_cdk {
        contenders.push(Contender {
            name: "rusty-cdk 0.9, `iam_action!`",
            dependency: "rusty-cdk = \"0.9\"".to_owned(),
            head: "use rusty_cdk::{iam_action, wrappers::IamAction};\n",
            action: |name| format!("iam_action!({name:?})"),
        });
    }
    let apps: Vec<App> = contenders
        .iter()
        .map(|contender| App::new(&contender.dependency, "fn main() {}\n"))
        .collect::<Result<_, _>>()?;
    for (contender, app) in contenders.iter().zip(&apps) {
        app.recheck(&source(contender, 1))?;
    }
    let mut times = vec![vec![Vec::<Duration>::new(); COUNTS.len()]; contenders.len()];
    for round in 0..ROUNDS {
        for (column, count) in COUNTS.into_iter().enumerate() {
            for (row, (contender, app)) in contenders.iter().zip(&apps).enumerate() {
                // A comment that changes makes cargo compile again.
                let main = format!("// round {round}\n{}", source(contender, count));
                times[row][column].push(app.recheck(&main)?);
            }
        }
    }
    println!("\n### `cargo check` of a crate with n actions (seconds, {ROUNDS} rounds, medians)\n");
    println!(
        "| n = | 0 | 1 | 50 | 500 | 2,000 | µs an action |\n|---|---:|---:|---:|---:|---:|---:|"
    );
    for (contender, row) in contenders.iter().zip(&times) {
        let seconds: Vec<f64> = row.iter().map(|times| median(times)).collect();
        let each = (seconds[COUNTS.len() - 1] - seconds[0]) / 2_000.0 * 1e6;
        let cells: String = seconds.iter().fold(String::new(), |mut cells, time| {
            let _ = write!(cells, " {time:.3} |");
            cells
        });
        println!("| {} |{cells} {each:.0} |", contender.name);
    }
    Ok(())
}

fn source(contender: &Contender, count: usize) -> String {
    let mut source = format!("#![allow(unused)]\n{}fn main() {{\n", contender.head);
    for name in names().into_iter().cycle().take(count) {
        let _ = writeln!(source, "    let _ = {};", (contender.action)(&name));
    }
    source.push_str("}\n");
    source
}

/// Actions that have been there for years, so that every contender knows them.
fn names() -> Vec<String> {
    let services = ["dynamodb", "iam", "kms", "lambda", "s3", "sns", "sqs"];
    let known = ["Get", "List", "Describe", "Create", "Delete"];
    Action::all()
        .filter(|action| services.contains(&action.service().prefix()))
        .filter(|action| {
            known
                .iter()
                .any(|verb| action.name() == format!("{verb}{}", tail(action.service().prefix())))
        })
        .map(|action| action.to_string())
        .collect()
}

fn tail(service: &str) -> &'static str {
    match service {
        "dynamodb" => "Table",
        "iam" => "Role",
        "kms" => "Alias",
        "lambda" => "Function",
        "s3" => "Bucket",
        "sns" => "Topic",
        _ => "Queue",
    }
}
