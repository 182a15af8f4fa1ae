//! `policy!` and its kinds, `include_policy!`.

mod conditions;
mod expand;
mod include;
mod kind;
mod parse;
mod principals;
mod report;
mod source;

use iam_dsl_rules::check;
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use expand::{Expand, fallback};
pub(crate) use include::include;
pub(crate) use kind::Kind;
pub(crate) use parse::Parser;
pub(crate) use report::at_tokens;
pub(crate) use source::{Source, Tokens};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::root::Root;

/// Expands `policy!` and the macros of its kinds.
pub(crate) fn inline(
    input: &mut Input,
    root: &Root,
    kind: Kind,
) -> Result<TokenStream, Diagnostic> {
    let mut errors = Diagnostics::default();
    let (node, source) = parse::document(input, &mut errors)?;
    let unchecked: Vec<&str> = source.unchecked.iter().map(String::as_str).collect();
    let findings = check::document_except(&node, kind.policy_kind(), &unchecked);
    for finding in findings
        .iter()
        .filter(|finding| finding.code().stops_compilation())
    {
        errors.add(report::at_tokens(finding, &source));
    }
    if errors.is_empty() {
        return Ok(expand::document(root, kind, &node, &source));
    }
    let errors = errors.to_tokens(root);
    let fallback = fallback(root, kind);
    Ok(quote!({ #errors #fallback }))
}
