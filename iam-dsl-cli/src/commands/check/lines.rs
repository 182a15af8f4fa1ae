//! `--stdin-jsonl`: a policy a line from a program, which waits for the answer.

use std::io::{self, BufRead, Write};

use clap::ValueEnum;
use iam_dsl_core::PolicyKind;
use iam_dsl_core::json::{self, Node, Value};

use super::answer::{Answer, Places};
use super::choices::{FailOn, Kind};
use super::json::{Line, line};
use super::judge::{self, Settings, Subject};
use super::outline;
use super::remark::remarks;
use super::tally::Tally;
use crate::case::Id;
use crate::output::Problem;
use crate::read::{Mistake, Source, given, nearest, text};

/// Answers each line as soon as it is read, and returns the exit code.
pub(super) fn run(settings: &Settings, fail_on: FailOn) -> io::Result<u8> {
    let mut tally = Tally::default();
    let mut input = io::stdin().lock();
    let mut output = io::stdout().lock();
    let mut bytes = Vec::new();
    let mut number = 0;
    loop {
        bytes.clear();
        number += 1;
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(tally.exit_code());
        }
        let (name, answer) = if let Ok(text) = str::from_utf8(&bytes) {
            answer(text.trim_end_matches(['\n', '\r']), number, settings)
        } else {
            let problem = Problem::new("-", format!("line {number} is not UTF-8"));
            (Id::none(), Err(Box::new(problem)))
        };
        let (answer, error) = match answer {
            Ok(answer) => {
                let remarks = remarks(&answer, settings.used.as_ref());
                tally.count(&answer, &remarks, fail_on);
                (Some(answer), None)
            }
            Err(problem) => {
                tally.unreadable += 1;
                (None, Some(problem))
            }
        };
        let answer = line(&Line {
            key: "name",
            name: &name,
            answer: answer.as_ref(),
            fixed: None,
            guessed: None,
            error: error.as_deref(),
        });
        output.write_all(answer.as_bytes())?;
        output.flush()?;
    }
}

/// Returns the name of a line's policy, as far as it has one, and what was found in it.
fn answer(line: &str, number: usize, settings: &Settings) -> (Id, Result<Answer, Box<Problem>>) {
    let source = Source {
        file: "-",
        text: line,
        first_line: number,
    };
    let problem = |mistake| Err(Box::new(source.problem(mistake)));
    match json::parse(line) {
        Ok(node) => {
            let name = node.get("name").map_or_else(Id::none, Id::of);
            match named(&node, line, settings) {
                Ok(answer) => (name, Ok(answer)),
                Err(mistake) => (name, problem(mistake)),
            }
        }
        Err(error) => {
            let members = outline::members(line);
            let member = |key: &str| {
                let found = members.iter().find(|(name, _)| *name == key)?;
                Some((line.get(found.1.clone())?, found.1.clone()))
            };
            let parsed = |key: &str| member(key).and_then(|(text, _)| json::parse(text).ok());
            let name = parsed("name").map_or_else(Id::none, |node| Id::of(&node));
            let span = error.span().unwrap_or_default();
            match member("policy") {
                // The line is good but for its policy.
                Some((policy, place)) if place.contains(&(span.start as usize)) => {
                    let kind = parsed("kind");
                    let kind = kind.as_ref().map_or(Ok(settings.kind), kind_of);
                    let answer = kind
                        .map(|kind| judge::unparsable(&error, policy, kind, &Places::new(line)));
                    (name, answer.or_else(problem))
                }
                _ => {
                    let mistake = Mistake::new(span, format!("not JSON: {}", error.message()))
                        .with_help(error.help().map(str::to_owned));
                    (name, problem(mistake))
                }
            }
        }
    }
}

fn named(node: &Node<'_>, line: &str, settings: &Settings) -> Result<Answer, Mistake> {
    if !matches!(node.value, Value::Object(_)) {
        let message = format!("the line is {}, not an object", node.value.describe());
        return Err(Mistake::new(node.span, message)
            .or_help("write `{\"name\": …, \"kind\": …, \"policy\": …}` a line"));
    }
    let kind = given(node, "kind").map_or(Ok(settings.kind), kind_of)?;
    let Some(policy) = node.get("policy") else {
        return Err(Mistake::new(node.span, "the line has no `policy`")
            .or_help("a policy is an object, or a string that holds one"));
    };
    if let Value::String(text) = &policy.value {
        return Ok(of_text(text, kind, settings));
    }
    let span = policy.span.start as usize..policy.span.end as usize;
    let policy = Subject {
        kind,
        at: "",
        node: policy,
        json: line.get(span),
        allowances: &[],
    };
    Ok(settings.judge(&policy, &Places::new(line)))
}

/// Looks at a policy that stands in a string.
fn of_text(text: &str, kind: PolicyKind, settings: &Settings) -> Answer {
    let places = Places::new(text);
    match json::parse(text) {
        Ok(node) => {
            let policy = Subject {
                kind,
                at: "",
                node: &node,
                json: Some(text),
                allowances: &[],
            };
            settings.judge(&policy, &places)
        }
        Err(error) => judge::unparsable(&error, text, kind, &places),
    }
}

fn kind_of(node: &Node<'_>) -> Result<PolicyKind, Mistake> {
    let name = text(node, "`kind`")?;
    if let Ok(kind) = Kind::from_str(name, false) {
        return Ok(kind.into());
    }
    let names: Vec<String> = Kind::value_variants()
        .iter()
        .filter_map(|kind| Some(kind.to_possible_value()?.get_name().to_owned()))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let all = format!("kinds are `{}`", names.join("`, `"));
    Err(Mistake::new(node.span, format!("unknown kind `{name}`"))
        .with_suggestion(nearest(name, &names), all))
}
