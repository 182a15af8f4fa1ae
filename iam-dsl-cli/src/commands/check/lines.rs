//! `--stdin-jsonl`: a policy a line from a program, which waits for the answer.

use std::io::{self, BufRead, Write};
use std::ops::Range;

use clap::ValueEnum;
use iam_dsl_core::json::{self, Node, Value};
use iam_dsl_core::{PolicyKind, ReadError};

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
        let (name, answer) = answer(&bytes, number, settings);
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
fn answer(line: &[u8], number: usize, settings: &Settings) -> (Id, Result<Answer, Box<Problem>>) {
    let line = match str::from_utf8(line) {
        Ok(line) => line.trim_end_matches(['\n', '\r']),
        Err(error) => {
            let readable = line.get(..error.valid_up_to()).unwrap_or(&[]);
            let readable = str::from_utf8(readable).unwrap_or("");
            return (name_in(readable), Ok(judge::not_utf8(readable, "line")));
        }
    };
    let source = Source {
        file: "-",
        text: line,
        first_line: number,
    };
    let (name, answer) = match json::parse(line) {
        Ok(node) => {
            let name = node.get("name").map_or_else(Id::none, Id::of);
            (name, named(&node, line, settings))
        }
        Err(error) => (name_in(line), unparsable(&error, line, settings)),
    };
    (
        name,
        answer.map_err(|mistake| Box::new(source.problem(mistake))),
    )
}

/// What is to say of a line that is no JSON. The mistake may be in its policy alone.
fn unparsable(error: &ReadError, line: &str, settings: &Settings) -> Result<Answer, Mistake> {
    let start = error.span().unwrap_or_default().start as usize;
    let policy = member(line, "policy").filter(|place| (place.start..=place.end).contains(&start));
    let kind = member(line, "kind").and_then(|place| json::parse(line.get(place)?).ok());
    let kind = kind.as_ref().map_or(Ok(settings.kind), kind_of)?;
    let policy = policy.and_then(|place| line.get(place));
    Ok(judge::unparsable(error, policy, kind, &Places::new(line)))
}

fn name_in(line: &str) -> Id {
    let name = member(line, "name").and_then(|place| json::parse(line.get(place)?).ok());
    name.map_or_else(Id::none, |name| Id::of(&name))
}

/// Where a line that is no JSON has a value.
fn member(line: &str, key: &str) -> Option<Range<usize>> {
    let mut members = outline::members(line).into_iter();
    members.find_map(|(name, place)| (name == key).then_some(place))
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
        Err(error) => judge::unparsable(&error, Some(text), kind, &places),
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
