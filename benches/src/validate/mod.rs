//! Policies checked a second, beside the validators that are Python packages.
//!
//! They are installed from PyPI into an environment of their own in `benches/target`. The policies are those of the
//! conformance file where the folder `IAM_DSL_SHARED` (by default `../shared`) has it, and else the seeds of the fuzzer.

mod services;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use iam_dsl_core::{PolicyKind, check};
use serde_json::Value;

use crate::timing::{median, ratio, time};

const ROUNDS: usize = 3;
/// Ours takes so much less time that one pass could not be measured.
const PASSES: u32 = 20;
/// What the others are given: they need minutes for all of it.
const SAMPLE: usize = 100;

/// The others: name, package, what is looked at in each round.
const CONTENDERS: [(&str, &str); 3] = [
    ("parliament", "parliament==1.6.4"),
    ("cfn-lint", "cfn-lint==1.58.0"),
    ("iam-policy-validator", "iam-policy-validator==1.31.4"),
];

/// Prints the table.
pub fn run(_with_rusty_cdk: bool) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let policies = policies(&root)?;
    let work = root.join("benches/target/validators");
    let python = environment(&work)?;
    // Every so many-th policy, so that the sample is like the whole.
    let step = policies.len().div_ceil(SAMPLE);
    let sample: Vec<&str> = policies.iter().step_by(step).map(String::as_str).collect();
    let file = work.join("policies.jsonl");
    fs::write(&file, sample.join("\n"))?;
    services::write(&work.join("services"))?;
    let sample_of_ours = |texts: &[&str]| {
        let (time, found) = time(|| (0..PASSES).map(|_| ours(texts)).sum::<usize>());
        (time / PASSES, found / PASSES as usize)
    };
    let mut reference = Vec::new();
    let mut others = vec![Vec::new(); CONTENDERS.len()];
    let mut found = vec![0; CONTENDERS.len()];
    let (mut whole, mut found_by_us) = (Vec::new(), 0);
    let all: Vec<&str> = policies.iter().map(String::as_str).collect();
    for _ in 0..ROUNDS {
        let (time, found_here) = sample_of_ours(&sample);
        reference.push(time);
        found_by_us = found_here;
        whole.push(sample_of_ours(&all).0);
        for (index, (name, _)) in CONTENDERS.iter().enumerate() {
            let (seconds, count) = theirs(&python, name, &file, &work.join("services"))?;
            others[index].push(Duration::from_secs_f64(seconds));
            found[index] = count;
        }
    }
    let bytes: usize = policies.iter().map(String::len).sum();
    println!(
        "\n### Checks, {} policies of {} bytes on average ({ROUNDS} rounds, medians, one thread)\n",
        policies.len(),
        bytes / policies.len()
    );
    println!(
        "iam-dsl checks all of them at {:.0} a second. Of a sample of {}:\n",
        policies.len() as f64 / median(&whole),
        sample.len()
    );
    println!(
        "| validator | policies a second | findings | iam-dsl is faster by |\n|---|---:|---:|---:|"
    );
    let rate = |times: &[Duration]| sample.len() as f64 / median(times);
    println!("| iam-dsl | {:.0} | {found_by_us} | 1 |", rate(&reference));
    for (index, (_, package)) in CONTENDERS.iter().enumerate() {
        println!(
            "| {} | {:.1} | {} | {:.0} × |",
            package.replace("==", " "),
            rate(&others[index]),
            found[index],
            ratio(&others[index], &reference)
        );
    }
    Ok(())
}

fn ours(policies: &[&str]) -> usize {
    let check = |policy: &&str| check::validate(policy, PolicyKind::Identity).len();
    policies.iter().map(check).sum()
}

/// Returns the policies, a text without line breaks each.
fn policies(root: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let shared =
        std::env::var_os("IAM_DSL_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let file = shared.join("conformance/access-analyzer-managed.jsonl");
    if let Ok(text) = fs::read_to_string(file) {
        let policy = |line: &str| Ok(serde_json::from_str::<Value>(line)?["policy"].to_string());
        return text.lines().map(policy).collect();
    }
    let mut policies = Vec::new();
    for entry in fs::read_dir(root.join("fuzz/seeds/document"))? {
        let text = fs::read_to_string(entry?.path())?;
        policies.push(serde_json::from_str::<Value>(&text)?.to_string());
    }
    Ok(policies)
}

/// Installs the packages, once, and returns the Python that has them.
fn environment(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let python = folder.join("bin/python");
    if !python.exists() {
        succeeds(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
    }
    let packages = CONTENDERS.map(|(_, package)| package);
    // parliament needs setuptools, but does not say so.
    succeeds(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "setuptools<81"])
            .args(packages),
    )?;
    Ok(python)
}

fn succeeds(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command.status()?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{command:?} failed: {status}").into())
}

/// Returns the seconds a validator took, and how many findings it had.
fn theirs(
    python: &Path,
    name: &str,
    policies: &Path,
    services: &Path,
) -> Result<(f64, usize), Box<dyn Error>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate/validators.py");
    let output = Command::new(python)
        .arg(script)
        .arg(name)
        .args([policies, services])
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut fields = text.lines().last().unwrap_or("").split(' ').skip(1);
    let read = (fields.next(), fields.next());
    let (Some(seconds), Some(found)) = read else {
        return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
    };
    Ok((seconds.parse()?, found.parse()?))
}
