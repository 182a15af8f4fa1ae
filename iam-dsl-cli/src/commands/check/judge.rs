//! A policy, looked at with all checks.

use iam_dsl_core::check::{self, Allowance, Finding, FindingType, Profile};
use iam_dsl_core::json::{Node, Span};
use iam_dsl_core::{PolicyKind, ReadError};

use super::answer::{Answer, CreatePolicy, Found, Places};
use super::used::Used;
use crate::output::Problem;
use crate::source::Embedded;

/// How policies are looked at.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) kind: PolicyKind,
    /// Nobody said of what kind policies are.
    pub(super) is_kind_assumed: bool,
    pub(super) profile: Profile,
    pub(super) used: Option<Used>,
    /// Whether files are written without what is redundant in them.
    pub(super) is_fixing: bool,
}

/// A policy within a text.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) kind: PolicyKind,
    /// Where the policy is in a file that is none itself.
    pub(super) at: &'a str,
    pub(super) node: &'a Node<'a>,
    /// The policy itself, where it stands in the text as JSON.
    pub(super) json: Option<&'a str>,
    pub(super) allowances: &'a [Allowance],
}

impl<'a> Subject<'a> {
    pub(super) fn of(policy: &'a Embedded<'a>, allowances: &'a [Allowance]) -> Self {
        Self {
            kind: policy.kind,
            at: &policy.at,
            node: &policy.node,
            json: policy.text,
            allowances,
        }
    }

    fn found(&self, finding: &Finding, places: &Places<'_>) -> Found {
        let mut found = Found::of(finding, self.at, places);
        // What is about all of a policy has no place of its own.
        if found.span == Span::default() && !self.at.is_empty() {
            found.place(self.node.span, places);
        }
        found
    }
}

impl Settings {
    /// Looks for all that is wrong with a policy. Its spans are of the text that has these places.
    pub(super) fn judge(&self, policy: &Subject<'_>, places: &Places<'_>) -> Answer {
        let found = check::validate_node(policy.node, policy.json, policy.kind);
        let (left, about) = check::split_allowed(found, policy.allowances, policy.node);
        let is_error = |finding: &Finding| finding.finding_type() == FindingType::Error;
        let has_errors = left.iter().any(is_error);
        let reported = self.profile.apply(left);
        let mut findings: Vec<Found> = reported
            .iter()
            .map(|finding| policy.found(finding, places))
            .collect();
        // What is wrong with allowances is said of all policies of a file together.
        let has_own = !findings.is_empty();
        for (index, finding) in about {
            let reported = self.profile.apply(vec![finding]);
            findings.extend(reported.iter().map(|finding| Found {
                allowance: Some(index),
                ..policy.found(finding, places)
            }));
        }
        Answer {
            findings,
            create_policy: create_policy(policy.json, policy.kind, has_errors),
            unused: self
                .used
                .as_ref()
                .map(|used| used.unused(policy.node, policy.at, places)),
            policies: 1,
            with_findings: usize::from(has_own),
        }
    }
}

/// What is to say of a text that is no JSON. `json` is as much of it as is meant to be the policy.
pub(super) fn unparsable(
    error: &ReadError,
    json: Option<&str>,
    kind: PolicyKind,
    places: &Places<'_>,
) -> Answer {
    let found = Found::unparsable(error, places);
    Answer::of_one(found, create_policy(json, kind, true))
}

/// What is to say of a file or a line of which only the beginning is UTF-8.
pub(super) fn not_utf8(beginning: &str, what: &str) -> Answer {
    let end = u32::try_from(beginning.len()).unwrap_or(u32::MAX);
    let found = Found::syntax(
        Span::new(end, end),
        format!("the {what} is not UTF-8"),
        Some("save it as UTF-8, without a byte order mark"),
        &Places::new(beginning),
    );
    Answer::of_one(found, create_policy(None, PolicyKind::Identity, true))
}

/// What is to say of a policy within a file that cannot be read.
pub(super) fn unread(problem: &Problem, places: &Places<'_>) -> Answer {
    let span = problem.excerpt().map(|excerpt| places.span(excerpt));
    let found = Found::syntax(
        span.unwrap_or_default(),
        problem.message().to_owned(),
        problem.help(),
        places,
    );
    let refused = CreatePolicy {
        is_accepted: false,
        message: None,
    };
    Answer::of_one(found, refused)
}

/// Whether AWS would save a policy. IAM's own words are known for what `CreatePolicy` takes; of others only what the checks
/// find is.
pub(super) fn create_policy(
    json: Option<&str>,
    kind: PolicyKind,
    has_errors: bool,
) -> CreatePolicy {
    let is_managed = matches!(kind, PolicyKind::Identity | PolicyKind::Boundary);
    match json.filter(|_| is_managed).map(check::create_policy) {
        None => CreatePolicy {
            is_accepted: !has_errors,
            message: None,
        },
        Some(Ok(())) => CreatePolicy {
            is_accepted: true,
            message: None,
        },
        Some(Err(refusal)) => CreatePolicy {
            is_accepted: false,
            message: Some(refusal.message().to_owned()),
        },
    }
}
