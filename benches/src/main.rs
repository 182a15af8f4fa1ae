//! How iam-dsl compares, measured side by side in one run.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml` runs everything and prints the tables of
//! docs/performance.md; `-- json`, `-- evaluate`, `-- validate`, `-- actions` and `-- cold-build` run one part.
//! `-- --without-rusty-cdk` leaves out the peer that takes minutes to compile.

mod app;
mod checked_actions;
mod cold_build;
mod evaluate;
mod json;
mod timing;
mod validate;

use std::error::Error;
use std::process::ExitCode;

/// A part of the benches: prints its table, given whether to measure rusty-cdk too.
type Part = fn(bool) -> Result<(), Box<dyn Error>>;

const PARTS: [(&str, Part); 5] = [
    ("json", json::run),
    ("evaluate", evaluate::run),
    ("validate", validate::run),
    ("actions", checked_actions::run),
    ("cold-build", cold_build::run),
];

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let with_rusty_cdk = !arguments
        .iter()
        .any(|argument| argument == "--without-rusty-cdk");
    arguments.retain(|argument| argument != "--without-rusty-cdk");
    if let Some(unknown) = arguments
        .iter()
        .find(|name| PARTS.iter().all(|(part, _)| part != name))
    {
        eprintln!(
            "unknown part `{unknown}`: choose of {}",
            PARTS.map(|(part, _)| part).join(", ")
        );
        return ExitCode::from(2);
    }
    for (name, part) in PARTS {
        if !arguments.is_empty() && !arguments.iter().any(|argument| argument == name) {
            continue;
        }
        if let Err(error) = part(with_rusty_cdk) {
            eprintln!("{name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
