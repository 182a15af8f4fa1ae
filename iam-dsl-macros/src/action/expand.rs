//! Actions to Rust.

use iam_dsl_catalog::{self as catalog, identifier};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Item, Resolved, Written, item, resolve};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;

/// Expands `action!`.
pub(crate) fn one(input: &mut Input, root: &TokenStream) -> Result<TokenStream, Diagnostic> {
    let item = item(input)?;
    input.end("`action!` takes one action; `actions!` takes several")?;
    Ok(match resolve(&item) {
        Ok(Resolved::Action(action)) => action_path(root, &item, action),
        Ok(resolved) => pattern(root, &item, &resolved),
        Err(error) => {
            let mut errors = Diagnostics::default();
            errors.add(error);
            let errors = errors.to_tokens();
            let completion = completion(root, &item);
            let fallback = if item.text.contains(['*', '?']) {
                quote!(#root::ActionPattern::from_static("*"))
            } else {
                one_fallback(root)
            };
            quote!({ #completion #errors #fallback })
        }
    })
}

/// Expands `actions!` and `not_actions!`, which make a value of type `list`.
pub(crate) fn several(
    input: &mut Input,
    root: &TokenStream,
    list: &str,
) -> Result<TokenStream, Diagnostic> {
    if input.is_at_end() {
        return Err(Diagnostic::new(
            input.span(),
            "expected at least one action",
            "write `s3::GetObject`, or `*` for all actions",
        ));
    }
    let mut errors = Diagnostics::default();
    let mut completions = TokenStream::new();
    let mut patterns = TokenStream::new();
    while !input.is_at_end() {
        match item(input) {
            Ok(item) => match resolve(&item) {
                Ok(resolved) => {
                    let pattern = pattern(root, &item, &resolved);
                    patterns.extend(quote!(#pattern,));
                }
                Err(error) => {
                    errors.add(error);
                    completions.extend(completion(root, &item));
                }
            },
            Err(error) => {
                errors.add(error);
                skip_item(input);
            }
        }
        input.punct(',');
    }
    if errors.is_empty() {
        let list = Ident::new(list, Span::call_site());
        return Ok(quote!(#root::#list::from([#patterns])));
    }
    let errors = errors.to_tokens();
    let fallback = several_fallback(root, list);
    Ok(quote!({ #completions #errors #fallback }))
}

/// A value of the type that was to be expected, which keeps rustc from adding errors.
pub(crate) fn one_fallback(root: &TokenStream) -> TokenStream {
    quote!(#root::aws::s3::GetObject)
}

/// [`one_fallback`] for the macros of several actions.
pub(crate) fn several_fallback(root: &TokenStream, list: &str) -> TokenStream {
    let list = Ident::new(list, Span::call_site());
    quote!(#root::#list::from([#root::ActionPattern::from_static("*")]))
}

fn skip_item(input: &mut Input) {
    while !input.is_at_end() && !input.is_punct(0, ',') {
        input.bump();
    }
}

/// An expression of type `ActionPattern`.
pub(crate) fn pattern(root: &TokenStream, item: &Item, resolved: &Resolved) -> TokenStream {
    match resolved {
        Resolved::Action(action) => {
            let path = action_path(root, item, *action);
            quote!(#root::ActionPattern::from(#path))
        }
        Resolved::Pattern(text) => quote_spanned!(item.last=> #root::ActionPattern::from_static(#text)),
        Resolved::Unchecked(text) => quote_spanned!(item.last=> #root::ActionPattern::from_static(#text)),
    }
}

/// The constant of an action, with the author's spans where they wrote a path.
fn action_path(root: &TokenStream, item: &Item, action: catalog::Action) -> TokenStream {
    let (service, name) = match &item.written {
        Written::Path { service, name } => (service.span(), name.span()),
        _ => (item.first, item.last),
    };
    let service = Ident::new(&identifier(action.service().prefix()), service);
    let name = Ident::new(&identifier(action.name()), name);
    quote!(#root::aws::#service::#name)
}

/// The path as it is written, for rust-analyzer to complete; rustc never sees it.
pub(crate) fn completion(root: &TokenStream, item: &Item) -> Option<TokenStream> {
    let path = match &item.written {
        Written::Path { service, name } => quote!(#service::#name),
        Written::Tokens { path } => path.clone()?,
        Written::Text | Written::Unchecked => return None,
    };
    Some(quote! {
        #[allow(unexpected_cfgs)]
        {
            #[cfg(rust_analyzer)]
            {
                let _ = #root::aws::#path;
            }
        }
    })
}
