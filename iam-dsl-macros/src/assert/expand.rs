//! An assertion to the Rust that makes it.

use iam_dsl_rules::check;
use iam_dsl_rules::json::{Member, Node, Value};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::Assertion;
use super::parse::Call;
use crate::action::{self, Resolved};
use crate::policy::{Expand, Tokens};
use crate::root::Root;

/// Expands an assertion of a question by itself.
pub(super) fn question(root: &Root, question: &TokenStream, assertion: Assertion) -> TokenStream {
    let span = place(question);
    assert(root, &quote_spanned!(span=> &#question), assertion)
}

/// Expands an assertion that has no mistakes.
pub(super) fn call(root: &Root, call: &Call, assertion: Assertion) -> TokenStream {
    let expand = Expand {
        root,
        source: &call.source,
    };
    let identity = &call.identity;
    // What rustc says of a type is said where the expression of that type is.
    let span = place(identity);
    let mut arguments = quote_spanned!(span=> &#identity);
    let action = action(root, call);
    arguments.extend(quote!(, #action));
    let mut question = expand.convert("question", &arguments);
    if let Some(on) = &call.on {
        let resource = resource(&expand, on);
        let span = place(&resource);
        question.extend(quote_spanned!(span=> .on(#resource)));
    }
    for member in &call.with {
        let name = key(root, &member.key);
        let value = value(&expand, member);
        let span = place(&value);
        question.extend(quote_spanned!(span=> .with(#name, #value)));
    }
    if let Some(account) = &call.owned_by {
        let account = scalar(&expand, account);
        let span = place(&account);
        question.extend(quote_spanned!(span=> .owned_by(#account)));
    }
    assert(root, &quote!(&#question), assertion)
}

fn assert(root: &Root, question: &TokenStream, assertion: Assertion) -> TokenStream {
    let assert = Ident::new(assertion.name(), Span::call_site());
    quote!(#root::__private::#assert(#question))
}

/// A checked key as text, in AWS's spelling; one that is taken on trust says so.
fn key(root: &Root, name: &str) -> TokenStream {
    if let Ok(checked) = check::condition_key(name) {
        let name = checked.canonical();
        return quote!(#name);
    }
    quote!(#root::condition::Key::<#root::condition::kind::Text>::unchecked(#name))
}

/// Where an expression starts, with names that mean what they mean to the macro.
fn place(expression: &TokenStream) -> Span {
    let first = expression.clone().into_iter().next();
    let place = first.map_or_else(Span::call_site, |token| token.span());
    Span::call_site().located_at(place)
}

/// The typed path, so that an editor knows what the author's tokens are.
fn action(root: &Root, call: &Call) -> TokenStream {
    let place = call.source.place(call.action.span);
    if let Some(Tokens::Action(item)) = place.map(|place| &place.tokens)
        && let Ok(Resolved::Action(action)) = action::resolve(item)
    {
        return action::path(root, item, action).collect();
    }
    let text = call.action.as_str().unwrap_or_default();
    quote!(#root::Action::unchecked(#text))
}

fn resource(expand: &Expand<'_>, on: &Node<'_>) -> TokenStream {
    let root = expand.root;
    if let Some(expression) = expand.source.expression(on.span) {
        return expression.clone();
    }
    let mut fields = on.as_str().unwrap_or_default().splitn(6, ':').skip(1);
    let (Some(partition), Some(service), Some(region), Some(account), Some(resource)) = (
        fields.next(),
        fields.next(),
        fields.next(),
        fields.next(),
        fields.next(),
    ) else {
        return quote!(#root::any());
    };
    quote!(#root::Arn::new(#partition, #service, #region, #account, #resource))
}

fn value(expand: &Expand<'_>, member: &Member<'_>) -> TokenStream {
    let root = expand.root;
    let Value::Array(items) = &member.value.value else {
        return scalar(expand, &member.value);
    };
    let items = items.iter().map(|item| {
        if let Some(expression) = expand.source.expression(item.span) {
            return expand.convert("string", expression);
        }
        let text = scalar(expand, item);
        quote!(#root::__private::string(#text))
    });
    quote!(#root::__private::context_values([#(#items),*]))
}

/// A literal as the text it is in a request, or the expression.
fn scalar(expand: &Expand<'_>, node: &Node<'_>) -> TokenStream {
    if let Some(expression) = expand.source.expression(node.span) {
        return expression.clone();
    }
    let text = match &node.value {
        Value::String(text) | Value::Number(text) => &**text,
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        _ => "",
    };
    quote!(#text)
}
