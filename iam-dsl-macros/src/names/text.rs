//! Literals that stay the text they are.

use iam_dsl_rules::check::{self, Message};
use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::root::Root;

/// One literal, and whether `unchecked` stands before it.
pub(super) struct Argument {
    pub(super) text: String,
    pub(super) literal: Literal,
    pub(super) first: Span,
    pub(super) unchecked: bool,
}

impl Argument {
    pub(super) fn last(&self) -> Span {
        self.literal.span()
    }

    /// An error on the literal, with a value to go on with.
    pub(super) fn error(
        &self,
        message: &Message,
        root: &Root,
        fallback: &TokenStream,
    ) -> TokenStream {
        let mut errors = Diagnostics::default();
        errors.add(Diagnostic::of_message(
            self.first,
            self.last(),
            &self.text,
            message,
        ));
        let errors = errors.to_tokens(root);
        quote!({ #errors #fallback })
    }
}

/// Takes a string literal, `unchecked` before it or not.
pub(super) fn argument(
    input: &mut Input,
    what: &str,
    example: &str,
) -> Result<Argument, Diagnostic> {
    let first = input.span();
    let unchecked = input.word("unchecked").is_some();
    let Some((text, literal)) = input.string() else {
        return Err(Diagnostic::new(
            input.span(),
            &format!("expected {what} in double quotes"),
            &format!("write `{example}`"),
        ));
    };
    Ok(Argument {
        text,
        literal,
        first,
        unchecked,
    })
}

/// Expands `cidr!`.
pub(crate) fn cidr(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let argument = argument(input, "an address range", "cidr!(\"10.0.0.0/8\")")?;
    input.end("`cidr!` takes one range")?;
    let text = &argument.text;
    Ok(match check::cidr(text) {
        Err(message) if !argument.unchecked => argument.error(&message, root, &cidr_fallback(root)),
        _ => quote_spanned!(argument.last()=> #root::condition::Cidr::__checked(#text)),
    })
}

/// Expands `date!`.
pub(crate) fn date(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let argument = argument(input, "a date", "date!(\"2030-12-31T23:59:59Z\")")?;
    input.end("`date!` takes one date")?;
    let text = &argument.text;
    Ok(match check::date(text) {
        Err(message) if !argument.unchecked => argument.error(&message, root, &date_fallback(root)),
        _ => quote_spanned!(argument.last()=> #root::condition::Date::__checked(#text)),
    })
}

/// Expands `service_principal!`.
pub(crate) fn service_principal(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let argument = argument(
        input,
        "a service principal",
        "service_principal!(\"lambda.amazonaws.com\")",
    )?;
    input.end("`service_principal!` takes one name")?;
    let text = &argument.text;
    Ok(match check::service_principal(text) {
        Err(message) if !argument.unchecked => {
            argument.error(&message, root, &service_principal_fallback(root))
        }
        _ => quote_spanned!(argument.last()=> #root::ServicePrincipal::__checked(#text)),
    })
}

/// Expands `managed_policy!`.
pub(crate) fn managed_policy(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let argument = argument(
        input,
        "a managed policy",
        "managed_policy!(\"ReadOnlyAccess\")",
    )?;
    input.end("`managed_policy!` takes one name or ARN")?;
    let arn = if argument.unchecked {
        Ok(if argument.text.starts_with("arn:") {
            argument.text.clone()
        } else {
            format!("arn:aws:iam::aws:policy/{}", argument.text)
        })
    } else {
        check::managed_policy(&argument.text)
    };
    Ok(match arn {
        Ok(arn) => quote_spanned!(argument.last()=> #root::AwsManagedPolicy::__checked(#arn)),
        Err(message) => argument.error(&message, root, &managed_policy_fallback(root)),
    })
}

/// An address range to go on with after an error.
pub(crate) fn cidr_fallback(root: &Root) -> TokenStream {
    quote!(#root::condition::Cidr::__checked("0.0.0.0/0"))
}

/// A date to go on with after an error.
pub(crate) fn date_fallback(root: &Root) -> TokenStream {
    quote!(#root::condition::Date::__checked("1970-01-01"))
}

/// A service principal to go on with after an error.
pub(crate) fn service_principal_fallback(root: &Root) -> TokenStream {
    quote!(#root::ServicePrincipal::__checked("lambda.amazonaws.com"))
}

/// A managed policy to go on with after an error.
pub(crate) fn managed_policy_fallback(root: &Root) -> TokenStream {
    quote!(#root::AwsManagedPolicy::__checked("arn:aws:iam::aws:policy/ReadOnlyAccess"))
}
