//! A file, from its name to what was found in it.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use iam_dsl_core::ReadError;
use iam_dsl_core::check::Code;
use iam_dsl_core::json::{self, Node, Span, Value};

use super::answer::{Answer, Found, Places};
use super::inputs::Input;
use super::judge::{self, Settings, Subject};
use super::remark::{Remark, remarks};
use super::sidecar;
use crate::output::Problem;

/// What became of a file.
pub(super) enum Outcome {
    Checked(Checked),
    /// It holds no policy, and nobody said that it does.
    Skipped,
    Unreadable(Box<Problem>),
}

/// A file with what was found in it.
pub(super) struct Checked {
    pub(super) file: String,
    pub(super) text: String,
    pub(super) answer: Answer,
    pub(super) remarks: Vec<Remark>,
}

impl Checked {
    fn new(file: String, text: String, answer: Answer, settings: &Settings) -> Self {
        Self {
            file,
            text,
            remarks: remarks(&answer, settings.used.as_ref()),
            answer,
        }
    }
}

/// Looks at a file.
pub(super) fn check(input: &Input, settings: &Settings) -> Outcome {
    let file = input.name();
    let text = match read(input) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let start = error.utf8_error().valid_up_to();
                return not_utf8(
                    input,
                    String::from_utf8_lossy(error.as_bytes()).into(),
                    start,
                    settings,
                );
            }
        },
        Err(error) => {
            let message = format!("cannot read `{file}`: {error}");
            return Outcome::Unreadable(Box::new(Problem::new(file, message)));
        }
    };
    let parsed = json::parse(&text);
    if !input.is_named && !seems_a_policy(&parsed, &text) {
        return Outcome::Skipped;
    }
    let allowances = match sidecar::read(&input.path) {
        Ok(allowances) => allowances,
        Err(problem) => return Outcome::Unreadable(problem),
    };
    let places = Places::new(&text);
    let mut answer = match &parsed {
        Ok(node) => {
            let policy = Subject {
                kind: settings.kind,
                node,
                json: Some(&text),
                allowances: &allowances,
            };
            settings.judge(&policy, &places)
        }
        Err(error) => judge::unparsable(error, &text, settings.kind, &places),
    };
    drop(parsed);
    if !allowances.is_empty() {
        say_where(&mut answer, &sidecar::beside(&input.path));
    }
    Outcome::Checked(Checked::new(file, text, answer, settings))
}

/// What is wrong with an allowance is to be put right in the file that it is in.
fn say_where(answer: &mut Answer, sidecar: &Path) {
    let name = sidecar.file_name().unwrap_or_default().to_string_lossy();
    for found in &mut answer.findings {
        if [Code::STALE_ALLOWANCE, Code::ALLOWANCE_WITHOUT_REASON].contains(&found.code) {
            found.message = format!("in `{name}`, {}", found.message);
        }
    }
}

fn read(input: &Input) -> io::Result<Vec<u8>> {
    if input.path.as_os_str() != "-" {
        return fs::read(&input.path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_utf8(input: &Input, text: String, start: usize, settings: &Settings) -> Outcome {
    if !input.is_named {
        return Outcome::Skipped;
    }
    let start = u32::try_from(start).unwrap_or(u32::MAX);
    let places = Places::new(&text);
    let found = Found::syntax(
        Span::new(start, start.saturating_add(1)),
        "the file is not UTF-8".to_owned(),
        Some("save it as UTF-8, without a byte order mark"),
        &places,
    );
    let answer = Answer {
        findings: vec![found],
        create_policy: judge::create_policy(Some(&text), settings.kind, true),
        unused: None,
    };
    Outcome::Checked(Checked::new(input.name(), text, answer, settings))
}

/// Whether a file that nobody named is meant to be a policy: folders hold other JSON, too.
fn seems_a_policy(parsed: &Result<Node<'_>, ReadError>, text: &str) -> bool {
    let Ok(node) = parsed else {
        return text.contains("\"Statement\"");
    };
    let Value::Object(members) = &node.value else {
        return false;
    };
    members.iter().any(|member| {
        let version = || member.value.as_str();
        member.key.eq_ignore_ascii_case("Statement")
            || member.key == "Version" && matches!(version(), Some("2012-10-17" | "2008-10-17"))
    })
}
