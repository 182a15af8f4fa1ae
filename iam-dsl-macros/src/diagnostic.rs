//! Compile errors, collected so that one run of a macro reports them all.

use std::fmt::Write as _;

use crate::root::Root;
use iam_dsl_rules::check::{Code, Finding, Message};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

/// One compile error and the tokens it is about.
#[derive(Debug)]
pub(crate) struct Diagnostic {
    first: Span,
    last: Span,
    text: String,
    /// A path below `iam_dsl::aws` that the author may be in the middle of.
    completion: Option<TokenStream>,
}

impl Diagnostic {
    /// A mistake in how the macro is written.
    pub(crate) fn new(span: Span, text: &str, help: &str) -> Self {
        Self::between(span, span, text, help)
    }

    /// A mistake in how several tokens are written.
    pub(crate) fn between(first: Span, last: Span, text: &str, help: &str) -> Self {
        Self {
            first,
            last,
            text: format!("{text}\nhelp: {help}"),
            completion: None,
        }
    }

    /// A mistake in what a text says.
    pub(crate) fn of_message(first: Span, last: Span, name: &str, message: &Message) -> Self {
        Self {
            first,
            last,
            text: with_help(
                message.text(),
                message.help(),
                message.code(),
                &format!("write `unchecked \"{name}\"`"),
            ),
            completion: None,
        }
    }

    /// A mistake in a policy. `text` says what and, for files, where; `way_out` says how to write
    /// that a name is right.
    pub(crate) fn of_finding(
        first: Span,
        last: Span,
        text: &str,
        way_out: &str,
        finding: &Finding,
    ) -> Self {
        Self {
            first,
            last,
            text: with_help(text, finding.help(), finding.code(), way_out),
            completion: None,
        }
    }

    /// Lets an editor complete a path at the place of the error.
    pub(crate) fn with_completion(mut self, path: Option<TokenStream>) -> Self {
        self.completion = path;
        self
    }

    fn to_tokens(&self, root: &Root) -> TokenStream {
        let Self {
            first, last, text, ..
        } = self;
        let completion = self.completion.as_ref().map(|path| completion(root, path));
        // rustc underlines from the first token's span to the last one's.
        let path = quote_spanned!(*first=> ::core::compile_error!);
        let argument = quote_spanned!(*last=> { #text });
        quote!(#completion #path #argument)
    }

    #[cfg(test)]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// A path for rust-analyzer to complete; rustc never sees it, and so has no error of its own.
fn completion(root: &Root, path: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unexpected_cfgs)]
        {
            #[cfg(rust_analyzer)]
            {
                let _ = #root::aws::#path;
            }
        }
    }
}

/// Appends the help, and the way out where the catalog may be behind AWS.
fn with_help(text: &str, help: Option<&str>, code: Code, way_out: &str) -> String {
    let mut out = text.to_owned();
    if let Some(help) = help {
        let _ = write!(out, "\nhelp: {help}");
    } else if may_be_new(code) {
        let _ = write!(
            out,
            "\nhelp: if AWS has it and this version does not, {way_out}"
        );
    }
    out
}

/// Tells whether the mistake may be the catalog's.
fn may_be_new(code: Code) -> bool {
    [
        Code::INVALID_ACTION,
        Code::INVALID_SERVICE,
        Code::INVALID_SERVICE_IN_ACTION,
        Code::INVALID_GLOBAL_CONDITION_KEY,
        Code::INVALID_SERVICE_CONDITION_KEY,
    ]
    .contains(&code)
}

/// The errors of one run.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns statements that report every error.
    pub(crate) fn to_tokens(&self, root: &Root) -> TokenStream {
        self.0
            .iter()
            .map(|diagnostic| diagnostic.to_tokens(root))
            .collect()
    }

    #[cfg(test)]
    pub(crate) fn texts(&self) -> Vec<&str> {
        self.0.iter().map(Diagnostic::text).collect()
    }
}
