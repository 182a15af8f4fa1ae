//! Actions to Rust.

use iam_dsl_catalog::{self as catalog, identifier};
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::{Item, Resolved, Written, item, resolve};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::root::Root;

/// Expands `action!`.
pub(crate) fn one(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let item = item(input)?;
    input.end("`action!` takes one action; `actions!` takes several")?;
    Ok(match resolve(&item) {
        Ok(Resolved::Action(action)) => path(root, &item, action).collect(),
        Ok(resolved) => pattern(root, &item, &resolved),
        Err(error) => {
            let mut errors = Diagnostics::default();
            errors.add(error);
            let errors = errors.to_tokens(root);
            let fallback = if item.text.contains(['*', '?']) {
                quote!(#root::ActionPattern::from_static("*"))
            } else {
                one_fallback(root)
            };
            quote!({ #errors #fallback })
        }
    })
}

/// What a list of actions becomes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List {
    Actions,
    NotActions,
}

impl List {
    /// Returns the function of `__private` that takes an array of actions.
    fn of_actions(self) -> Ident {
        let name = match self {
            Self::Actions => "action_list",
            Self::NotActions => "not_action_list",
        };
        Ident::new(name, Span::call_site())
    }

    /// Returns the function of `__private` that takes an array of patterns.
    fn of_patterns(self) -> Ident {
        let name = match self {
            Self::Actions => "pattern_list",
            Self::NotActions => "not_pattern_list",
        };
        Ident::new(name, Span::call_site())
    }
}

/// Expands `actions!` and `not_actions!`.
pub(crate) fn several(
    input: &mut Input,
    root: &Root,
    list: List,
) -> Result<TokenStream, Diagnostic> {
    if input.is_at_end() {
        return Err(Diagnostic::new(
            input.span(),
            "expected at least one action",
            "write `s3::GetObject`, or `*` for all actions",
        ));
    }
    let mut errors = Diagnostics::default();
    let mut items = Vec::new();
    while !input.is_at_end() {
        match item(input) {
            Ok(item) => match resolve(&item) {
                Ok(resolved) => items.push((item, resolved)),
                Err(error) => errors.add(error),
            },
            Err(error) => {
                errors.add(error);
                skip_item(input);
            }
        }
        input.punct(',');
    }
    if errors.is_empty() {
        return Ok(good_list(root, list, &items));
    }
    let errors = errors.to_tokens(root);
    let fallback = several_fallback(root, list);
    Ok(quote!({ #errors #fallback }))
}

fn good_list(root: &Root, list: List, items: &[(Item, Resolved)]) -> TokenStream {
    let actions: Option<Vec<_>> = items
        .iter()
        .map(|(item, resolved)| match resolved {
            Resolved::Action(action) => Some((item, *action)),
            Resolved::Pattern(_) | Resolved::Unchecked(_) => None,
        })
        .collect();
    let Some(actions) = actions else {
        let make = list.of_patterns();
        let patterns = items
            .iter()
            .map(|(item, resolved)| pattern(root, item, resolved));
        return quote!(#root::__private::#make([#(#patterns),*]));
    };
    // An array of actions takes rustc half the time of an array of conversions.
    let mut array = Vec::with_capacity(actions.len() * 16);
    for (item, action) in actions {
        array.extend(path(root, item, action));
        array.push(TokenTree::Punct(Punct::new(',', Spacing::Alone)));
    }
    let array = Group::new(Delimiter::Bracket, array.into_iter().collect());
    let make = list.of_actions();
    quote!(#root::__private::#make(#array))
}

/// A value of the type that was to be expected, which keeps rustc from adding errors.
pub(crate) fn one_fallback(root: &Root) -> TokenStream {
    quote!(#root::aws::s3::GetObject)
}

/// [`one_fallback`] for the macros of several actions.
pub(crate) fn several_fallback(root: &Root, list: List) -> TokenStream {
    let make = list.of_patterns();
    quote!(#root::__private::#make([#root::ActionPattern::from_static("*")]))
}

fn skip_item(input: &mut Input) {
    while !input.is_at_end() && !input.is_punct(0, ',') {
        input.bump();
    }
}

/// An expression of type `ActionPattern`.
pub(crate) fn pattern(root: &Root, item: &Item, resolved: &Resolved) -> TokenStream {
    match resolved {
        Resolved::Action(action) => {
            let path: TokenStream = path(root, item, *action).collect();
            quote!(#root::__private::action_pattern(#path))
        }
        Resolved::Pattern(text) | Resolved::Unchecked(text) => {
            quote_spanned!(item.last=> #root::ActionPattern::from_static(#text))
        }
    }
}

/// The constant of an action, with the author's spans where they wrote a path.
///
/// Tokens are made one by one, since joining streams takes as long as they are.
pub(crate) fn path(
    root: &Root,
    item: &Item,
    action: catalog::Action,
) -> impl Iterator<Item = TokenTree> {
    let (service, name) = match &item.written {
        Written::Path { service, name } => (service.span(), name.span()),
        _ => (item.first, item.last),
    };
    let words = [
        Ident::new("aws", Span::call_site()),
        Ident::new(&identifier(action.service().prefix()), service),
        Ident::new(&identifier(action.name()), name),
    ];
    let words = words.into_iter().flat_map(|word| {
        [
            TokenTree::Punct(Punct::new(':', Spacing::Joint)),
            TokenTree::Punct(Punct::new(':', Spacing::Alone)),
            TokenTree::Ident(word),
        ]
    });
    root.tokens().into_iter().chain(words)
}
