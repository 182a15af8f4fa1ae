//! The JSON tree to Rust that builds the document.

use iam_dsl_rules::check::{self, CheckedPattern};
use iam_dsl_rules::json::{Member, Node, Value};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::kind::Kind;
use super::source::{Source, Tokens};
use super::{conditions, principals};
use crate::action;
use crate::root::Root;

/// Expands a whole policy that has no mistakes.
pub(crate) fn document(root: &Root, kind: Kind, node: &Node<'_>, source: &Source) -> TokenStream {
    let expand = Expand { root, source };
    let mut document = quote!(#root::__private::document());
    for member in members(node) {
        let part = match &*member.key {
            "Version" => expand
                .text(&member.value)
                .map(|text| quote!(.with_version(#root::__private::version(#text)))),
            "Id" => expand
                .text(&member.value)
                .map(|text| quote!(.with_id(#text))),
            "Statement" => {
                let statements = items(&member.value).map(|node| expand.statement(node));
                Some(quote!(#(.with_statement(#statements))*))
            }
            _ => None,
        };
        document.extend(part);
    }
    let kind = kind.type_name();
    quote!(#root::Policy::<#root::kind::#kind>::__from_document(#document))
}

/// A value of the same type, for after an error.
pub(crate) fn fallback(root: &Root, kind: Kind) -> TokenStream {
    let kind = kind.type_name();
    quote!(#root::Policy::<#root::kind::#kind>::__from_document(#root::__private::document()))
}

/// What expanding needs at every place.
pub(crate) struct Expand<'a> {
    pub(crate) root: &'a Root,
    pub(crate) source: &'a Source,
}

impl Expand<'_> {
    /// Calls the function of `__private` that takes an expression, on the expression's own span, so
    /// that rustc's complaints about its type point there and nowhere else.
    pub(crate) fn convert(&self, function: &str, expression: &TokenStream) -> TokenStream {
        let place = expression.clone().into_iter().next();
        let place = place.map_or_else(Span::call_site, |token| token.span());
        let span = Span::call_site().located_at(place);
        let root = self.root.tokens().into_iter().map(|mut token| {
            token.set_span(span);
            token
        });
        let root: TokenStream = root.collect();
        let function = Ident::new(function, span);
        quote_spanned!(span=> #root::__private::#function(#expression))
    }

    fn statement(&self, node: &Node<'_>) -> TokenStream {
        let root = self.root;
        if let Some(expression) = self.source.expression(node.span) {
            return self.convert("statement", expression);
        }
        let effect = members(node).iter().find(|member| member.key == "Effect");
        let effect = effect.map(|member| self.effect(&member.value));
        let mut statement = quote!(#root::__private::PolicyStatement::new(#effect));
        for member in members(node) {
            statement.extend(self.element(member));
        }
        statement
    }

    fn effect(&self, node: &Node<'_>) -> TokenStream {
        let root = self.root;
        match self.source.expression(node.span) {
            Some(expression) => self.convert("effect", expression),
            None if node.as_str() == Some("Deny") => quote!(#root::__private::Effect::Deny),
            None => quote!(#root::__private::Effect::Allow),
        }
    }

    fn element(&self, member: &Member<'_>) -> Option<TokenStream> {
        let value = &member.value;
        Some(match &*member.key {
            "Sid" => {
                let text = self.text(value)?;
                quote!(.with_sid(#text))
            }
            "Principal" => {
                let principals = principals::expand(self, value);
                quote!(.with_principals(#principals))
            }
            "NotPrincipal" => {
                let principals = principals::expand(self, value);
                quote!(.with_not_principals(#principals))
            }
            "Action" => {
                let actions = self.actions(value);
                quote!(.with_actions(#actions))
            }
            "NotAction" => {
                let actions = self.actions(value);
                quote!(.with_not_actions(#actions))
            }
            "Resource" => {
                let resources = self.resources(value);
                quote!(.with_resources(#resources))
            }
            "NotResource" => {
                let resources = self.resources(value);
                quote!(.with_not_resources(#resources))
            }
            "Condition" => {
                let block = conditions::expand(self, value);
                quote!(.with_condition(#block))
            }
            _ => return None,
        })
    }

    /// Expands a text or an expression that becomes one.
    fn text(&self, node: &Node<'_>) -> Option<TokenStream> {
        match self.source.expression(node.span) {
            Some(expression) => Some(self.convert("string", expression)),
            None => node.as_str().map(|text| quote!(#text)),
        }
    }

    fn actions(&self, node: &Node<'_>) -> TokenStream {
        let root = self.root;
        let parts = items(node).map(|node| {
            if let Some(expression) = self.source.expression(node.span) {
                self.convert("actions", expression)
            } else {
                let pattern = self.action(node);
                quote!(::std::vec![#pattern])
            }
        });
        flatten(root, parts)
    }

    fn action(&self, node: &Node<'_>) -> TokenStream {
        let root = self.root;
        if let Some(Tokens::Action(item)) = self.source.place(node.span).map(|place| &place.tokens)
            && let Ok(resolved) = action::resolve(item)
        {
            return action::pattern(root, item, &resolved);
        }
        let text = node.as_str().unwrap_or_default();
        let text = match check::action_pattern(text) {
            Ok(pattern @ (CheckedPattern::Action(_) | CheckedPattern::Wildcard(_))) => {
                pattern.text().into_owned()
            }
            Err(_) => text.to_owned(),
        };
        quote!(#root::ActionPattern::from_static(#text))
    }

    fn resources(&self, node: &Node<'_>) -> TokenStream {
        let root = self.root;
        let parts = items(node).map(|node| {
            if let Some(expression) = self.source.expression(node.span) {
                self.convert("resources", expression)
            } else {
                let text = node.as_str().unwrap_or_default();
                quote!(::std::vec![#root::__private::text(#text)])
            }
        });
        flatten(root, parts)
    }
}

/// One list of the lists that each item makes.
pub(super) fn flatten(root: &Root, parts: impl Iterator<Item = TokenStream>) -> TokenStream {
    let parts: Vec<TokenStream> = parts.collect();
    if let [one] = parts.as_slice() {
        one.clone()
    } else {
        quote!(#root::__private::flatten([#(#parts),*]))
    }
}

pub(super) fn members<'n, 'a>(node: &'n Node<'a>) -> &'n [Member<'a>] {
    match &node.value {
        Value::Object(members) => members,
        _ => &[],
    }
}

/// Returns the items of a list, or the value that stands for one.
pub(super) fn items<'n, 'a>(node: &'n Node<'a>) -> impl Iterator<Item = &'n Node<'a>> {
    match &node.value {
        Value::Array(items) => items.iter(),
        _ => std::slice::from_ref(node).iter(),
    }
}
