//! A file, from its name to what was found in it.

use std::fs;
use std::io::{self, Read};

use iam_dsl_core::PolicyKind;

use super::answer::{Answer, Found, Places};
use super::content::{self, Content};
use super::fix::{self, Fixed, Gone, replace};
use super::inputs::Input;
use super::judge::{self, Settings, Subject};
use super::remark::{Remark, remarks};
use super::sidecar::{self, Sidecar};
use crate::output::Problem;

/// What became of a file.
pub(super) enum Outcome {
    Checked(Box<Checked>),
    /// It holds no policy, and nobody said that it does.
    Skipped,
    Unreadable(Box<Problem>),
}

/// A file with what was found in it.
pub(super) struct Checked {
    pub(super) file: String,
    pub(super) text: String,
    /// What is allowed of it.
    pub(super) sidecar: Sidecar,
    pub(super) answer: Answer,
    pub(super) remarks: Vec<Remark>,
    /// What was taken away before, where that was asked for.
    pub(super) fixed: Option<Vec<Gone>>,
    /// What kind it was taken for, where its principals told.
    pub(super) guessed: Option<PolicyKind>,
}

impl Checked {
    fn new(file: String, text: String, answer: Answer, settings: &Settings) -> Self {
        Self {
            file,
            text,
            sidecar: Sidecar::default(),
            remarks: remarks(&answer, settings.used.as_ref()),
            answer,
            fixed: settings.is_fixing.then(Vec::new),
            guessed: None,
        }
    }

    /// Returns the name and the text of the file that a finding is in.
    pub(super) fn file_of<'c>(&'c self, found: &'c Found) -> (&'c str, &'c str) {
        match &found.file {
            Some(file) => (file, &self.sidecar.text),
            None => (&self.file, &self.text),
        }
    }
}

/// Looks at a file.
pub(super) fn check(input: &Input, settings: &Settings) -> Outcome {
    let file = input.name();
    let text = match read(input).map(String::from_utf8) {
        Ok(Ok(text)) => content::without_mark(input, text),
        Ok(Err(_)) if !input.is_named => return Outcome::Skipped,
        Ok(Err(error)) => {
            let (start, text) = (error.utf8_error().valid_up_to(), error.as_bytes());
            let text = String::from_utf8_lossy(text).into_owned();
            let answer = judge::not_utf8(text.get(..start).unwrap_or(""), "file");
            let checked = Checked::new(file, text, answer, settings);
            return Outcome::Checked(Box::new(checked));
        }
        Err(error) => {
            let message = format!("cannot read `{file}`: {error}");
            return Outcome::Unreadable(Box::new(Problem::new(file, message)));
        }
    };
    let content = content::of(input, &text, settings);
    if matches!(content, Content::Nothing) {
        return Outcome::Skipped;
    }
    let sidecar = match sidecar::read(&input.path) {
        Ok(sidecar) => sidecar,
        Err(problem) => return Outcome::Unreadable(problem),
    };
    let kind = content.policy_kind();
    if settings.is_fixing
        && let Some(kind) = kind
        && let Some(Fixed { text, gone }) =
            fix::fixed(&text, kind, settings.profile, &sidecar.allowances)
    {
        return match replace(&input.path, &text) {
            Ok(()) => again(input, settings, gone),
            Err(error) => {
                let message = format!("cannot write `{file}`: {error}");
                Outcome::Unreadable(Box::new(Problem::new(file, message)))
            }
        };
    }
    let places = Places::new(&text);
    let answers = match content {
        Content::Unparsable(error, help) => {
            let mut answer = judge::unparsable(&error, Some(&text), settings.kind, &places);
            if let (Some(found), Some(help)) = (answer.findings.first_mut(), help) {
                found.help = Some(help.to_owned());
            }
            vec![answer]
        }
        Content::Policies(policies) => policies
            .iter()
            .map(|policy| match policy {
                Ok(policy) => settings.judge(&Subject::of(policy, &sidecar.allowances), &places),
                Err(problem) => judge::unread(problem, &places),
            })
            .collect(),
        Content::Nothing => Vec::new(),
    };
    let mut answer = Answer::of_all(answers);
    sidecar.place(&mut answer.findings);
    Outcome::Checked(Box::new(Checked {
        sidecar,
        guessed: kind.filter(|kind| *kind != settings.kind),
        ..Checked::new(file, text, answer, settings)
    }))
}

/// Looks at a file that was written.
fn again(input: &Input, settings: &Settings, gone: Vec<Gone>) -> Outcome {
    match check(input, settings) {
        Outcome::Checked(mut checked) => {
            checked.fixed = Some(gone);
            Outcome::Checked(checked)
        }
        other => other,
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
