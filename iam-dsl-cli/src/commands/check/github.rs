//! Workflow commands of GitHub Actions, which puts findings beside the lines of a change.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use std::fmt::Write;

use iam_dsl_core::check::FindingType;
use iam_dsl_core::json::Position;

use super::file::Checked;
use super::reporter::{Reporter, Written, relative};
use crate::output::Problem;

/// Writes a command a finding.
pub(super) struct Github;

impl Reporter for Github {
    fn checked(&self, checked: &Checked) -> String {
        let mut commands = String::new();
        for found in &checked.answer.findings {
            let (file, _) = checked.file_of(found);
            let place = place_of(file, Some((found.start, found.end)));
            command(
                &mut commands,
                found.level,
                &format!("{place},title={}", found.code),
                &in_policy(with_help(&found.message, found.help.as_deref()), &found.at),
            );
        }
        for remark in &checked.remarks {
            let place = remark.place.as_ref();
            let place = place.map(|(_, start, end)| (*start, *end));
            command(
                &mut commands,
                remark.level,
                &place_of(&checked.file, place),
                &in_policy(
                    with_help(&remark.message, remark.help.as_deref()),
                    &remark.at,
                ),
            );
        }
        commands
    }

    fn unreadable(&self, problem: &Problem) -> Written {
        let file = property(relative(problem.file()));
        let place = problem.excerpt().map_or_else(String::new, |excerpt| {
            format!(",line={},col={}", excerpt.line(), excerpt.column())
        });
        let message = with_help(problem.message(), problem.help());
        let mut written = String::new();
        let properties = format!("file={file}{place}");
        command(&mut written, problem.level(), &properties, &message);
        Written::Output(written)
    }
}

fn command(commands: &mut String, level: FindingType, properties: &str, message: &str) {
    let name = match level {
        FindingType::Error => "error",
        FindingType::Suggestion => "notice",
        _ => "warning",
    };
    let _ = writeln!(commands, "::{name} {properties}::{}", data(message));
}

/// The properties that say where something is.
fn place_of(file: &str, place: Option<(Position, Position)>) -> String {
    let file = property(relative(file));
    match place {
        None => format!("file={file}"),
        // Columns are of one line, or GitHub does not take them.
        Some((start, end)) if start.line == end.line => {
            let last = end.column.max(start.column + 1) - 1;
            let (line, column) = (start.line, start.column);
            format!("file={file},line={line},col={column},endColumn={last}")
        }
        Some((start, end)) => format!("file={file},line={},endLine={}", start.line, end.line),
    }
}

fn with_help(message: &str, help: Option<&str>) -> String {
    match help {
        Some(help) => format!("{message}\nhelp: {help}"),
        None => message.to_owned(),
    }
}

/// Says which policy of a file is meant, where that is none itself.
fn in_policy(message: String, at: &str) -> String {
    if at.is_empty() {
        message
    } else {
        format!("{message}\nin the policy `{at}`")
    }
}

/// Escapes what stands after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_taken_for_a_command() {
        assert_eq!(data("100 %\n::error::x"), "100 %25%0A::error::x");
        assert_eq!(property("a,b:c%.json"), "a%2Cb%3Ac%25.json");
    }
}
