//! What was found in a text.

use std::collections::{BTreeMap, HashSet};

use iam_dsl_core::check::{Code, Finding, FindingType};
use iam_dsl_core::json::{Position, Span};
use iam_dsl_core::{PathSegment, ReadError};

use super::used::Unused;
use crate::output::Excerpt;

/// What was found in a policy, or in all policies of a file.
#[derive(Debug)]
pub(super) struct Answer {
    /// In the order of the text.
    pub(super) findings: Vec<Found>,
    pub(super) create_policy: CreatePolicy,
    /// What is granted and was not used, where it is known what was.
    pub(super) unused: Option<Vec<Unused>>,
    pub(super) policies: usize,
    /// So many of the policies have findings.
    pub(super) with_findings: usize,
}

impl Answer {
    /// The answer to what cannot be looked at any further.
    pub(super) fn of_one(found: Found, create_policy: CreatePolicy) -> Self {
        Self {
            findings: vec![found],
            create_policy,
            unused: None,
            policies: 1,
            with_findings: 1,
        }
    }

    /// The answer to a file with several policies.
    pub(super) fn of_all(answers: Vec<Self>) -> Self {
        let mut all = Self {
            findings: Vec::new(),
            create_policy: CreatePolicy {
                is_accepted: true,
                message: None,
            },
            unused: None,
            policies: 0,
            with_findings: 0,
        };
        for answer in answers {
            all.findings.extend(answer.findings);
            if all.create_policy.is_accepted {
                all.create_policy = answer.create_policy;
            }
            if let Some(unused) = answer.unused {
                all.unused.get_or_insert_default().extend(unused);
            }
            all.policies += answer.policies;
            all.with_findings += answer.with_findings;
        }
        all.keep_what_is_said_of_all();
        if !all.findings.is_empty() {
            all.with_findings = all.with_findings.max(1);
        }
        // What is wrong with allowances comes first, in their order.
        all.findings
            .sort_by_key(|found| found.allowance.is_none().then_some(found.span));
        all
    }

    /// What is allowed is allowed of all policies of a file: it is stale where none of them has it.
    fn keep_what_is_said_of_all(&mut self) {
        let mut said: BTreeMap<usize, Vec<Found>> = BTreeMap::new();
        let mut of_policies = Vec::new();
        for found in self.findings.drain(..) {
            match found.allowance {
                Some(index) => said.entry(index).or_default().push(found),
                None => of_policies.push(found),
            }
        }
        // What is said of all of them is said once. Another policy may have what the help says is nowhere.
        self.findings.extend(said.into_values().filter_map(|said| {
            let is_of_all = said.len() >= self.policies;
            let helps: HashSet<_> = said.iter().filter_map(|found| found.help.clone()).collect();
            let first = said.into_iter().next().filter(|_| is_of_all)?;
            let help = first.help.filter(|_| helps.len() == 1);
            Some(Found {
                at: String::new(),
                help: help.or_else(|| Some("take the allowance away".to_owned())),
                ..first
            })
        }));
        self.findings.append(&mut of_policies);
    }

    /// Returns true when something cannot work as it is written.
    pub(super) fn has_errors(&self) -> bool {
        let is_error = |found: &Found| found.level == FindingType::Error;
        self.findings.iter().any(is_error)
    }
}

/// Whether AWS would save a policy, as far as a policy tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CreatePolicy {
    pub(super) is_accepted: bool,
    /// What IAM answers where it does not, if that is known.
    pub(super) message: Option<String>,
}

/// A finding, and where it is in a text.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) level: FindingType,
    pub(super) code: Code,
    /// Where the policy is in a file that is none itself.
    pub(super) at: String,
    /// Which allowance it is about, where it is about one and not about the policy.
    pub(super) allowance: Option<usize>,
    /// The file that it is in, where that is not the one with the policy.
    pub(super) file: Option<String>,
    /// Where it is in the policy, or in that other file.
    pub(super) path: Vec<PathSegment>,
    pub(super) span: Span,
    pub(super) start: Position,
    pub(super) end: Position,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Found {
    pub(super) fn of(finding: &Finding, at: &str, places: &Places<'_>) -> Self {
        Self {
            level: finding.finding_type(),
            code: finding.code(),
            at: at.to_owned(),
            allowance: None,
            file: None,
            path: finding.path().to_vec(),
            span: finding.span(),
            start: places.of(finding.span().start),
            end: places.of(finding.span().end),
            message: finding.message().to_owned(),
            help: finding.help().map(str::to_owned),
        }
    }

    /// Puts it at another place.
    pub(super) fn place(&mut self, span: Span, places: &Places<'_>) {
        self.span = span;
        self.start = places.of(span.start);
        self.end = places.of(span.end);
    }

    /// That a text is no JSON.
    pub(super) fn unparsable(error: &ReadError, places: &Places<'_>) -> Self {
        let mut message = error.message().to_owned();
        if let Some(first) = error.first_span() {
            message = format!("{message} (first at {})", places.of(first.start));
        }
        Self::syntax(
            error.span().unwrap_or_default(),
            message,
            error.help(),
            places,
        )
    }

    pub(super) fn syntax(
        span: Span,
        message: String,
        help: Option<&str>,
        places: &Places<'_>,
    ) -> Self {
        Self {
            level: FindingType::Error,
            code: Code::JSON_SYNTAX_ERROR,
            at: String::new(),
            allowance: None,
            file: None,
            path: Vec::new(),
            span,
            start: places.of(span.start),
            end: places.of(span.end),
            message,
            help: help.map(str::to_owned),
        }
    }
}

/// Lines and columns of a text, which is looked through once.
pub(super) struct Places<'t> {
    text: &'t str,
    /// Where the lines start.
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let newlines = text.match_indices('\n').map(|(newline, _)| newline + 1);
        let lines = std::iter::once(0).chain(newlines).collect();
        Self { text, lines }
    }

    /// Returns the bytes that an excerpt is of.
    pub(super) fn span(&self, excerpt: &Excerpt) -> Span {
        let line = self.lines.get(excerpt.line() - 1).copied().unwrap_or(0);
        let offset = |byte: usize| u32::try_from(line + byte).unwrap_or(u32::MAX);
        let range = excerpt.range();
        Span::new(offset(range.start), offset(range.end))
    }

    /// Returns line and column of a byte, as [`Position::of`] does.
    pub(super) fn of(&self, offset: u32) -> Position {
        let offset = (offset as usize).min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or("");
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_reader() {
        let text = "{\n  \"é\": x\r\n\n}";
        let places = Places::new(text);
        for offset in 0..=text.len() + 1 {
            if text.is_char_boundary(offset) {
                let place = places.of(u32::try_from(offset).unwrap());
                assert_eq!(place, Position::of(text, offset), "{offset}");
            }
        }
    }
}
