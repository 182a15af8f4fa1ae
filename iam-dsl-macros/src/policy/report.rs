//! Findings to compile errors.

use iam_dsl_rules::PathSegment;
use iam_dsl_rules::check::Finding;
use proc_macro2::Span;

use super::source::{Source, Tokens};
use crate::diagnostic::Diagnostic;

/// Puts a finding on the tokens it is about.
pub(crate) fn at_tokens(finding: &Finding, source: &Source) -> Diagnostic {
    let call_site = (Span::call_site(), Span::call_site());
    let (first, last) = source
        .place(finding.span())
        .map_or(call_site, |place| (place.first, place.last));
    let way_out = format!("write `unchecked \"{}\"`", offender(finding));
    let completion = match source.place(finding.span()).map(|place| &place.tokens) {
        Some(Tokens::Action(item)) => item.path(),
        _ => None,
    };
    Diagnostic::of_finding(first, last, finding.message(), &way_out, finding)
        .with_completion(completion)
}

/// Returns the text in the finding's first backticks: what may have to be written `unchecked`.
pub(crate) fn offender(finding: &Finding) -> String {
    let quoted = finding.message().split('`').nth(1).unwrap_or_default();
    // A service prefix alone is not what the author wrote; the whole action follows it.
    let whole = finding.message().split('`').nth(3);
    match (finding.path().last(), whole) {
        (Some(PathSegment::Index(_) | PathSegment::Key(_) | PathSegment::Name(_)), Some(whole))
            if whole.starts_with(quoted) =>
        {
            whole.to_owned()
        }
        _ => quoted.to_owned(),
    }
}
