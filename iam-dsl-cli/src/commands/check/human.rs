//! For people: each finding at its place, and a summary.

use std::fmt::Write;

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use iam_dsl_core::check::{Code, FindingType};

use super::answer::{Answer, Found};
use super::file::Checked;
use super::remark::Remark;
use super::reporter::{Reporter, Written};
use super::tally::Tally;
use crate::output::{Excerpt, Problem, printable, snippet};

const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();

/// So many characters are shown of what was taken away.
const SHOWN: usize = 60;

/// Writes findings as compilers do, graver ones not before others: they are in the order of the file.
pub(super) struct Human {
    is_coloured: bool,
    is_verbose: bool,
    /// Nobody said of what kind the policies are.
    is_kind_assumed: bool,
}

impl Human {
    pub(super) fn new(is_verbose: bool, is_kind_assumed: bool) -> Self {
        Self {
            is_coloured: anstream::stdout().current_choice() != ColorChoice::Never,
            is_verbose,
            is_kind_assumed,
        }
    }

    fn finding(&self, found: &Found, checked: &Checked) -> Problem {
        let (start, end) = (found.span.start as usize, found.span.end as usize);
        let (file, text) = checked.file_of(found);
        let problem = Problem::new(shown(file), &*found.message)
            .of(found.level, Some(found.code.name()))
            .at(Excerpt::of(text, 1, start, end))
            .with_help(found.help.clone());
        let problem = in_file(problem, &found.at);
        if self.is_verbose {
            why(found.code).fold(problem, Problem::with_note)
        } else {
            problem
        }
    }
}

impl Reporter for Human {
    fn checked(&self, checked: &Checked) -> String {
        let answer = &checked.answer;
        let mut problems: Vec<Problem> = answer
            .findings
            .iter()
            .map(|found| self.finding(found, checked))
            .collect();
        if self.is_kind_assumed
            && let Some(note) = other_kind(answer)
            && let Some(last) = problems.pop()
        {
            problems.push(last.with_note(note));
        }
        problems.extend(checked.remarks.iter().map(|remark| said(remark, checked)));
        let fixed = fixed(checked);
        problems.iter().fold(fixed, |mut all, problem| {
            all.push_str(&snippet(problem, self.is_coloured));
            all.push_str("\n\n");
            all
        })
    }

    fn unreadable(&self, problem: &Problem) -> Written {
        Written::aside(problem)
    }

    fn finish(&self, tally: &Tally) -> String {
        let style = if tally.is_clean() { GOOD } else { BAD };
        let mut summary = if tally.checked == 0 {
            format!("{style}nothing was checked{style:#}")
        } else if tally.findings.is_empty() {
            format!("{style}no findings{style:#} in {}", policies(tally.checked))
        } else {
            let counts: Vec<String> = tally
                .findings
                .iter()
                .map(|(level, count)| counted(*count, word(*level)))
                .collect();
            let which = match tally.checked {
                1 => String::new(),
                _ => format!("{} of ", tally.with_findings),
            };
            let counts = counts.join(", ");
            format!(
                "{style}{counts}{style:#} in {which}{}",
                policies(tally.checked)
            )
        };
        if tally.fixed > 0 {
            let _ = write!(summary, ", {} fixed", tally.fixed);
        }
        if tally.unreadable > 0 {
            let _ = write!(summary, ", {} unreadable", tally.unreadable);
        }
        if tally.skipped > 0 {
            let _ = write!(
                summary,
                "; {} without a policy",
                counted(tally.skipped, "other file")
            );
        }
        if tally.guessed > 0 {
            let _ = write!(
                summary,
                "; {} taken for resource or trust policies, by their principals",
                tally.guessed
            );
        }
        summary.push('\n');
        summary
    }
}

/// What was taken away, a line each, with the line where it stood.
fn fixed(checked: &Checked) -> String {
    let gone = checked.fixed.iter().flatten();
    let mut lines = gone.fold(String::new(), |mut lines, gone| {
        let (file, line, code) = (printable(&checked.file), gone.line, gone.code);
        let text = one_line(&gone.text);
        let _ = write!(
            lines,
            "{GOOD}fixed{GOOD:#} {file}:{line} {code}: took away "
        );
        let _ = match text.char_indices().nth(SHOWN) {
            Some((end, _)) => writeln!(lines, "{}…", printable(text.get(..end).unwrap_or(""))),
            None => writeln!(lines, "{}", printable(&text)),
        };
        lines
    });
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines
}

fn said(remark: &Remark, checked: &Checked) -> Problem {
    let problem = Problem::new(shown(&checked.file), &*remark.message)
        .of(remark.level, None)
        .with_help(remark.help.clone());
    let problem = match &remark.place {
        Some((span, ..)) => {
            let (start, end) = (span.start as usize, span.end as usize);
            problem.at(Excerpt::of(&checked.text, 1, start, end))
        }
        None => problem,
    };
    let problem = in_file(problem, &remark.at);
    remark.notes.iter().fold(problem, Problem::with_note)
}

/// Says which policy of a file it is in, where that is none itself.
fn in_file(problem: Problem, at: &str) -> Problem {
    if at.is_empty() {
        problem
    } else {
        problem.with_note(format!("in the policy `{at}`"))
    }
}

/// What documentation says of a code beyond what is found, or that where it says no more.
fn why(code: Code) -> impl Iterator<Item = String> {
    let mut paragraphs = code.meaning().trim().split("\n\n").map(one_line).peekable();
    let first = paragraphs.next();
    let is_all = paragraphs.peek().is_none();
    first.filter(|_| is_all).into_iter().chain(paragraphs)
}

/// What to say to somebody who most likely did not mean an identity's policy.
fn other_kind(answer: &Answer) -> Option<&'static str> {
    let has = |code: Code| answer.findings.iter().any(|found| found.code == code);
    let is_known = answer.findings.iter().any(|found| !found.at.is_empty());
    if is_known || !has(Code::UNSUPPORTED_PRINCIPAL) {
        None
    } else if has(Code::MISSING_RESOURCE) {
        Some(
            "the policy was taken for one of a user, group or role; if it says who may assume a role, add `--kind trust`",
        )
    } else {
        Some(
            "the policy was taken for one of a user, group or role; if it is of a resource, add `--kind resource`",
        )
    }
}

/// How people call a file.
fn shown(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

fn policies(count: usize) -> String {
    if count == 1 {
        "1 policy".to_owned()
    } else {
        format!("{count} policies")
    }
}

fn counted(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}

fn word(level: FindingType) -> &'static str {
    match level {
        FindingType::Error => "error",
        FindingType::SecurityWarning => "security warning",
        FindingType::Suggestion => "suggestion",
        _ => "warning",
    }
}

/// A paragraph of documentation on one line, for the terminal to break.
fn one_line(paragraph: &str) -> String {
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}
