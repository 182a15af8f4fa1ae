//! `Condition` to Rust.

use iam_dsl_rules::json::{Member, Node, Value};
use iam_dsl_rules::{ConditionOperator, OperatorFamily, check};
use proc_macro2::TokenStream;
use quote::quote;

use super::expand::{Expand, flatten, items, members};
use crate::root::Root;

/// Expands to a value of type `ConditionBlock`.
pub(super) fn expand(expand: &Expand<'_>, node: &Node<'_>) -> TokenStream {
    let root = expand.root;
    if let Some(expression) = expand.source.expression(node.span) {
        return expand.convert("condition_block", expression);
    }
    let mut block = quote!(#root::__private::ConditionBlock::new());
    for operator in members(node) {
        for key in members(&operator.value) {
            let entry = entry(expand, &operator.key, key);
            block.extend(quote!(.with(#entry)));
        }
    }
    block
}

/// Expands one key of one operator.
fn entry(expand: &Expand<'_>, operator: &str, key: &Member<'_>) -> TokenStream {
    let root = expand.root;
    let operator = ConditionOperator::from(operator);
    let convert = conversion(operator.base().family());
    let operator = operator.canonical().to_string();
    let canonical = check::condition_key(&key.key).map(|checked| checked.canonical().to_owned());
    let name = canonical.unwrap_or_else(|_| key.key.to_string());
    let values = items(&key.value).map(|node| {
        if let Some(expression) = expand.source.expression(node.span) {
            expand.convert(convert, expression)
        } else {
            let value = value(root, node);
            quote!(::std::vec![#value])
        }
    });
    let values = flatten(root, values);
    quote!(#root::__private::operator(#operator), #name, #values)
}

fn value(root: &Root, node: &Node<'_>) -> TokenStream {
    match &node.value {
        Value::Bool(value) => quote!(#root::__private::boolean(#value)),
        Value::Number(number) => {
            let number = &**number;
            quote!(#root::__private::number(#number))
        }
        _ => {
            let text = node.as_str().unwrap_or_default();
            quote!(#root::__private::value(#text))
        }
    }
}

/// Returns the function of `__private` that takes what an operator compares.
fn conversion(family: OperatorFamily) -> &'static str {
    match family {
        OperatorFamily::Arn => "arns",
        OperatorFamily::Bool | OperatorFamily::Null => "booleans",
        OperatorFamily::Numeric => "numbers",
        OperatorFamily::Date => "dates",
        OperatorFamily::IpAddress => "ip_ranges",
        _ => "texts",
    }
}
