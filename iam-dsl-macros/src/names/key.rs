//! `key!`.

use iam_dsl_catalog::{KeyType, ValueType, oidc, suggest};
use iam_dsl_rules::check;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::text::argument;
use crate::diagnostic::Diagnostic;
use crate::input::Input;
use crate::root::Root;

/// The words after `as`, and the types in `iam_dsl::condition::kind`.
const TYPES: &[(&str, &str, ValueType)] = &[
    ("String", "Text", ValueType::String),
    ("Arn", "Arn", ValueType::Arn),
    ("Bool", "Bool", ValueType::Bool),
    ("Numeric", "Numeric", ValueType::Numeric),
    ("Date", "Date", ValueType::Date),
    ("IpAddress", "IpAddress", ValueType::IpAddress),
    ("Binary", "Binary", ValueType::Binary),
];

/// Expands `key!`.
pub(crate) fn key(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let argument = argument(input, "a condition key", "key!(\"aws:SourceIp\")")?;
    let stated = stated_type(input)?;
    input.end("`key!` takes one key; after it may stand its type, as in `key!(unchecked \"svc:NewKey\" as String)`")?;
    let span = argument.last();
    if argument.unchecked {
        let name = &argument.text;
        let types = type_tokens(root, name, stated.unwrap_or(TEXT));
        return Ok(quote_spanned!(span=> #root::condition::Key::<#types>::__checked(#name)));
    }
    let checked = match check::condition_key(&argument.text) {
        Ok(checked) => checked,
        Err(message) => {
            // With the type of the key that was meant, the comparison after it is no error.
            let meant = suggest::condition_key(&argument.text)
                .and_then(|name| check::condition_key(&name).ok()?.types().first().copied());
            let fallback = fallback_of(root, stated.or(meant).unwrap_or(TEXT));
            return Ok(argument.error(&message, root, &fallback));
        }
    };
    let key_type = match stated {
        None => checked.types().first().copied().unwrap_or(TEXT),
        Some(stated) if checked.types().contains(&stated) => stated,
        Some(_) => {
            let types: Vec<String> = checked
                .types()
                .iter()
                .map(|key_type| word(*key_type))
                .collect();
            return Err(Diagnostic::new(
                span,
                &format!("`{}` has another type", argument.text),
                &format!(
                    "leave out the type, or write `as {}`",
                    types.join("` or `as ")
                ),
            ));
        }
    };
    let name = checked.canonical();
    let types = type_tokens(root, name, key_type);
    Ok(quote_spanned!(span=> #root::condition::Key::<#types>::__checked(#name)))
}

/// A key to go on with after an error.
pub(crate) fn key_fallback(root: &Root) -> TokenStream {
    fallback_of(root, TEXT)
}

fn fallback_of(root: &Root, key_type: KeyType) -> TokenStream {
    let types = type_tokens(root, "aws:PrincipalArn", key_type);
    quote!(#root::condition::Key::<#types>::__checked("aws:PrincipalArn"))
}

const TEXT: KeyType = KeyType {
    value: ValueType::String,
    multivalued: false,
};

/// Takes `as String`, or `as [String]` for a key of many values.
fn stated_type(input: &mut Input) -> Result<Option<KeyType>, Diagnostic> {
    if input.word("as").is_none() {
        return Ok(None);
    }
    let span = input.span();
    let (word, multivalued) = match input.bump() {
        Some(TokenTree::Ident(word)) => (Some(word), false),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
            (Input::new(group.stream(), group.span_close()).ident(), true)
        }
        _ => (None, false),
    };
    let known = word.and_then(|word| TYPES.iter().find(|(known, ..)| word == known));
    match known {
        Some((_, _, value)) => Ok(Some(KeyType {
            value: *value,
            multivalued,
        })),
        None => Err(Diagnostic::new(
            span,
            "expected the type of the condition key",
            "the types are `String`, `Arn`, `Bool`, `Numeric`, `Date`, `IpAddress` and `Binary`, in brackets for a key of many values",
        )),
    }
}

/// Spells a type as `key!` takes it.
fn word(key_type: KeyType) -> String {
    let word = TYPES
        .iter()
        .find(|(_, _, value)| *value == key_type.value)
        .map_or("String", |(word, ..)| word);
    if key_type.multivalued {
        format!("[{word}]")
    } else {
        word.to_owned()
    }
}

fn type_tokens(root: &Root, name: &str, key_type: KeyType) -> TokenStream {
    let kind = TYPES
        .iter()
        .find(|(_, _, value)| *value == key_type.value)
        .map_or("Text", |(_, kind, _)| kind);
    let kind = Ident::new(kind, Span::call_site());
    let cardinality = Ident::new(
        if key_type.multivalued {
            "Multi"
        } else if key_type == TEXT && oidc::names_somebody(name) {
            "Claim"
        } else {
            "Single"
        },
        Span::call_site(),
    );
    quote!(#root::condition::kind::#kind, #root::condition::#cardinality)
}
