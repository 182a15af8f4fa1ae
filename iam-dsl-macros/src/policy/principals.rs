//! `Principal` and `NotPrincipal` to Rust.

use iam_dsl_rules::json::Node;
use proc_macro2::TokenStream;
use quote::quote;

use super::expand::{Expand, flatten, items, members};

/// Expands to a value of type `Principals`.
pub(super) fn expand(expand: &Expand<'_>, node: &Node<'_>) -> TokenStream {
    let root = expand.root;
    if let Some(expression) = expand.source.expression(node.span) {
        return expand.convert("principals", expression);
    }
    if node.as_str().is_some() {
        return quote!(#root::__private::Principals::Any);
    }
    let types = members(node).iter().map(|member| {
        let kind = &*member.key;
        let parts = items(&member.value).map(|node| {
            if let Some(expression) = expand.source.expression(node.span) {
                let principals = expand.convert("principals", expression);
                quote!(#root::__private::principals_as(#kind, #principals))
            } else {
                let text = node.as_str().unwrap_or_default();
                quote!(#root::__private::principal(#kind, #text))
            }
        });
        flatten(root, parts)
    });
    let all = flatten(root, types);
    quote!(#root::__private::principals_of(#all))
}
