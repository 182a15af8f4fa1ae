//! `include_policy!`: a policy from a file.

use std::path::{Path, PathBuf};

use iam_dsl_rules::json::{self, Position};
use iam_dsl_rules::{check, display_path};
use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::quote;

use super::kind::Kind;
use super::source::Source;
use super::{expand, fallback, report};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::root::Root;

/// The arguments.
struct Arguments {
    file: String,
    literal: Literal,
    kind: Kind,
    unchecked: Vec<String>,
}

/// Expands `include_policy!`.
pub(crate) fn include(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let arguments = arguments(input)?;
    let span = arguments.literal.span();
    let path = absolute(&arguments.file, &arguments.literal);
    let text = std::fs::read_to_string(&path).map_err(|error| {
        Diagnostic::new(
            span,
            &format!("cannot read `{}`: {error}", path.display()),
            "the path is relative to the source file, as in `include_str!`",
        )
    })?;
    // Naming the file in the output makes cargo build again when it changes.
    let watched = path.display().to_string();
    let watch = quote!(
        const _: &[::core::primitive::u8] = ::core::include_bytes!(#watched);
    );
    Ok(match expand_text(root, &arguments, &text) {
        Ok(policy) => quote!({ #watch #policy }),
        Err(errors) => {
            let errors = errors.to_tokens(root);
            let fallback = fallback(root, arguments.kind);
            quote!({ #watch #errors #fallback })
        }
    })
}

fn expand_text(root: &Root, arguments: &Arguments, text: &str) -> Result<TokenStream, Diagnostics> {
    let span = arguments.literal.span();
    let mut errors = Diagnostics::default();
    let node = match json::parse(text) {
        Ok(node) => node,
        Err(error) => {
            let help = error.help().unwrap_or(if error.is_duplicate_key() {
                "keep one of them, with all values"
            } else {
                "a policy is JSON without comments and trailing commas"
            });
            errors.add(Diagnostic::new(
                span,
                &format!("`{}`: {error}", arguments.file),
                help,
            ));
            return Err(errors);
        }
    };
    let unchecked: Vec<&str> = arguments.unchecked.iter().map(String::as_str).collect();
    let findings = check::document_except(&node, arguments.kind.policy_kind(), &unchecked);
    for finding in findings
        .iter()
        .filter(|finding| finding.code().stops_compilation())
    {
        let offset = usize::try_from(finding.span().start).unwrap_or(usize::MAX);
        let position = Position::of(text, offset);
        let message = finding.message();
        let text = match finding.path() {
            [] => format!("`{}`: {message}, {position}", arguments.file),
            path => {
                let path = display_path(path);
                format!("`{}`: {message} at {path}, {position}", arguments.file)
            }
        };
        let way_out = format!("add `unchecked = [\"{}\"]`", report::offender(finding));
        errors.add(Diagnostic::of_finding(span, span, &text, &way_out, finding));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(expand::document(
        root,
        arguments.kind,
        &node,
        &Source::default(),
    ))
}

fn arguments(input: &mut Input) -> Result<Arguments, Diagnostic> {
    const EXPECTED: &str =
        "write `include_policy!(\"policies/app.json\")`, and after it the kind, such as `trust`";
    let span = input.span();
    let Some((file, literal)) = input.string() else {
        return Err(Diagnostic::new(
            span,
            "expected the path of a file",
            EXPECTED,
        ));
    };
    let mut arguments = Arguments {
        file,
        literal,
        kind: Kind::IDENTITY,
        unchecked: Vec::new(),
    };
    while input.punct(',').is_some() && !input.is_at_end() {
        let span = input.span();
        let Some(word) = input.ident() else {
            return Err(Diagnostic::new(
                span,
                "expected the kind of policy",
                EXPECTED,
            ));
        };
        if word == "unchecked" && input.punct('=').is_some() {
            arguments.unchecked = names(input)?;
        } else if let Some(kind) = Kind::from_word(&word.to_string()) {
            arguments.kind = kind;
        } else {
            return Err(Diagnostic::new(
                word.span(),
                &format!("unknown kind of policy `{word}`"),
                &format!("the kinds are {}", Kind::words()),
            ));
        }
    }
    input.end(EXPECTED)?;
    Ok(arguments)
}

/// Takes `["svc:NewAction", …]`.
fn names(input: &mut Input) -> Result<Vec<String>, Diagnostic> {
    const EXPECTED: &str = "write `unchecked = [\"service:NewAction\"]`";
    let span = input.span();
    let Some(TokenTree::Group(group)) = input.bump() else {
        return Err(Diagnostic::new(span, "expected a list of names", EXPECTED));
    };
    if group.delimiter() != Delimiter::Bracket {
        return Err(Diagnostic::new(span, "expected a list of names", EXPECTED));
    }
    let mut list = Input::new(group.stream(), group.span_close());
    let mut names = Vec::new();
    while !list.is_at_end() {
        let span = list.span();
        let (name, _) = list
            .string()
            .ok_or_else(|| Diagnostic::new(span, "expected a name", EXPECTED))?;
        names.push(name);
        if list.punct(',').is_none() {
            list.end(EXPECTED)?;
        }
    }
    Ok(names)
}

/// Finds a file as `include_str!` does; where the compiler does not say which file the macro is in,
/// from the folder of the manifest.
fn absolute(file: &str, literal: &Literal) -> PathBuf {
    let source = literal.span().unwrap().local_file();
    let folder = match source.as_deref().and_then(Path::parent) {
        // rustc's paths are relative to where it was started.
        Some(folder) => std::env::current_dir().unwrap_or_default().join(folder),
        None => std::env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .unwrap_or_default(),
    };
    folder.join(file)
}
