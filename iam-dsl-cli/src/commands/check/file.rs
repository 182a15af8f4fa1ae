//! A file, from its name to what was found in it.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use iam_dsl_core::PolicyKind;
use iam_dsl_core::json::Span;

use super::answer::{Answer, Found, Places};
use super::content::{self, Content};
use super::fix::{self, Fixed};
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
    /// What was taken away before, where that was asked for.
    pub(super) fixed: Option<usize>,
    /// What kind it was taken for, where its principals told.
    pub(super) guessed: Option<PolicyKind>,
}

impl Checked {
    fn new(file: String, text: String, answer: Answer, settings: &Settings) -> Self {
        Self {
            file,
            text,
            remarks: remarks(&answer, settings.used.as_ref()),
            answer,
            fixed: settings.is_fixing.then_some(0),
            guessed: None,
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
    let content = content::of(input, &text, settings);
    if matches!(content, Content::Nothing) {
        return Outcome::Skipped;
    }
    let allowances = match sidecar::read(&input.path) {
        Ok(allowances) => allowances,
        Err(problem) => return Outcome::Unreadable(problem),
    };
    let kind = content.policy_kind();
    if settings.is_fixing
        && let Some(kind) = kind
        && let Some(Fixed { text, count }) = fix::fixed(&text, kind, settings.profile, &allowances)
    {
        return match fs::write(&input.path, text) {
            Ok(()) => again(input, settings, count),
            Err(error) => {
                let message = format!("cannot write `{file}`: {error}");
                Outcome::Unreadable(Box::new(Problem::new(file, message)))
            }
        };
    }
    let places = Places::new(&text);
    let answers = match content {
        Content::Unparsable(error) => {
            vec![judge::unparsable(&error, &text, settings.kind, &places)]
        }
        Content::Policies(policies) => policies
            .iter()
            .map(|policy| match policy {
                Ok(policy) => settings.judge(&Subject::of(policy, &allowances), &places),
                Err(problem) => judge::unread(problem, &places),
            })
            .collect(),
        Content::Nothing => Vec::new(),
    };
    let mut answer = Answer::of_all(answers);
    if !allowances.is_empty() {
        say_where(&mut answer, &sidecar::beside(&input.path));
    }
    Outcome::Checked(Checked {
        guessed: kind.filter(|kind| *kind != settings.kind),
        ..Checked::new(file, text, answer, settings)
    })
}

/// Looks at a file that was written.
fn again(input: &Input, settings: &Settings, count: usize) -> Outcome {
    let outcome = check(input, settings);
    match outcome {
        Outcome::Checked(checked) => Outcome::Checked(Checked {
            fixed: Some(count),
            ..checked
        }),
        other => other,
    }
}

/// What is wrong with an allowance is to be put right in the file that it is in.
fn say_where(answer: &mut Answer, sidecar: &Path) {
    let name = sidecar.file_name().unwrap_or_default().to_string_lossy();
    for found in &mut answer.findings {
        if found.is_of_allowance() {
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
    let answer = Answer::of_one(
        found,
        judge::create_policy(Some(&text), settings.kind, true),
    );
    Outcome::Checked(Checked::new(input.name(), text, answer, settings))
}
