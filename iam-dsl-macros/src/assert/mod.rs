//! `assert_allows!` and `assert_denies!`.

mod check;
mod document;
mod expand;
mod options;
mod parse;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::root::Root;
use parse::Asserted;

/// What is asserted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Assertion {
    Allows,
    Denies,
}

impl Assertion {
    /// Returns the name of the macro, and of the function it calls.
    fn name(self) -> &'static str {
        match self {
            Self::Allows => "assert_allows",
            Self::Denies => "assert_denies",
        }
    }
}

/// Expands either macro.
pub(crate) fn assertion(
    input: &mut Input,
    root: &Root,
    assertion: Assertion,
) -> Result<TokenStream, Diagnostic> {
    let mut errors = Diagnostics::default();
    let call = match parse::call(input, assertion, &mut errors)? {
        Asserted::Question(question) => return Ok(expand::question(root, &question, assertion)),
        Asserted::Request(call) => call,
    };
    check::call(&call, &mut errors);
    if errors.is_empty() {
        return Ok(expand::call(root, &call, assertion));
    }
    let errors = errors.to_tokens(root);
    Ok(quote!({ #errors }))
}
