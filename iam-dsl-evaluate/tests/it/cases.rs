//! Requests, and what AWS's documents say becomes of them: the files of `tests/cases`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use iam_dsl_evaluate::{Decision, Evaluator};

use crate::format::Case;

/// A file that gets lost, or cases in it, must not go unnoticed.
const AT_LEAST: usize = 917;

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut wrong = Vec::new();
    for file in files() {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let is_jsonl = file.extension().is_some_and(|it| it == "jsonl");
        assert!(is_jsonl, "{name} is no file of cases");
        for (index, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            match line.parse() {
                Ok(case) => cases.push(case),
                Err(error) => wrong.push(format!("{name}:{}: {error}", index + 1)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    cases
}

#[test]
fn every_case_is_decided_as_documented() {
    let mut failures = Vec::new();
    let cases = cases();
    for case in &cases {
        let evaluator = Evaluator::new(&case.policies);
        let decision = evaluator.decide(&case.request);
        let trace = evaluator.explain(&case.request);
        if decision != case.expected || trace.decision() != decision {
            let explained = match trace.decision() {
                same if same == decision => String::new(),
                other => format!(", explained as {other}"),
            };
            let text = trace.to_string();
            failures.push(format!(
                "{} ({}): {} is expected, got {decision}{explained}\n    {}",
                case.id,
                case.name,
                case.expected,
                text.lines().next().unwrap_or("(an empty trace)"),
            ));
        }
    }
    let count = failures.len();
    assert!(
        failures.is_empty(),
        "{count} of {} cases:\n{}",
        cases.len(),
        failures.join("\n")
    );
}

#[test]
fn cases_are_many_and_each_is_there_once() {
    let cases = cases();
    assert!(cases.len() >= AT_LEAST, "only {} cases", cases.len());
    let mut ids = BTreeSet::new();
    for case in &cases {
        assert!(ids.insert(&case.id), "{} is there twice", case.id);
    }
    for decision in [
        Decision::Allowed,
        Decision::ExplicitlyDenied,
        Decision::ImplicitlyDenied,
    ] {
        let expected = cases.iter().filter(|case| case.expected == decision);
        assert!(expected.count() * 10 >= cases.len(), "few {decision}");
    }
}

#[test]
fn a_case_of_unknown_form_is_an_error() {
    let line = fs::read_to_string(&files()[0]).unwrap();
    let line = line.lines().next().unwrap();
    assert!(line.parse::<Case>().is_ok());
    for (from, to) in [
        (r#""rcps":"#, r#""rcp":"#),
        (r#""context":"#, r#""contexts":"#),
        (r#""expected":"Allowed""#, r#""expected":"allowed""#),
        (r#""boundaries":null"#, r#""boundaries":{}"#),
    ] {
        assert!(line.contains(from), "{from}");
        assert!(line.replace(from, to).parse::<Case>().is_err(), "{to}");
    }
}
