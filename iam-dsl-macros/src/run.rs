//! What every macro does around its own work.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as TokenStream2;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::root::Root;

/// Runs a macro: its tokens in; out its expansion, or an error and a value of the right type.
pub(crate) fn run(
    tokens: TokenStream,
    expand: impl FnOnce(&mut Input, &Root) -> Result<TokenStream2, Diagnostic>,
    fallback: impl FnOnce(&Root) -> TokenStream2,
) -> TokenStream {
    let mut input = Input::new(tokens.into(), proc_macro2::Span::call_site());
    let (root, result) = match input.root() {
        Ok(root) => {
            let result = expand(&mut input, &root);
            (root, result)
        }
        Err(error) => (Root::default(), Err(error)),
    };
    result
        .unwrap_or_else(|error| {
            let mut errors = Diagnostics::default();
            errors.add(error);
            let errors = errors.to_tokens(&root);
            let fallback = fallback(&root);
            quote::quote!({ #errors #fallback })
        })
        .into()
}
