//! `arn!`.

use iam_dsl_rules::check;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::text::argument;
use crate::diagnostic::Diagnostic;
use crate::input::Input;
use crate::root::Root;

/// Expands `arn!`.
pub(crate) fn arn(input: &mut Input, root: &Root) -> Result<TokenStream, Diagnostic> {
    let argument = argument(input, "an ARN", "arn!(\"arn:aws:s3:::my-bucket/*\")")?;
    input.end("`arn!` takes one ARN")?;
    let fields = if argument.unchecked {
        unchecked(&argument.text).ok_or_else(|| {
            Diagnostic::new(
                argument.last(),
                &format!("`{}` is not an ARN", argument.text),
                "even unchecked it is `arn:partition:service:region:account:resource`",
            )
        })?
    } else {
        match check::arn(&argument.text) {
            Ok(arn) => whole(&argument.text, arn.fields())
                .map_err(|(message, help)| Diagnostic::new(argument.last(), &message, &help))?,
            Err(message) => {
                return Ok(argument.error(&message, root, &arn_fallback(root)));
            }
        }
    };
    let [partition, service, region, account, resource] = fields;
    Ok(quote_spanned! {argument.last()=>
        #root::Arn::new(#partition, #service, #region, #account, #resource)
    })
}

/// An ARN to go on with after an error.
pub(crate) fn arn_fallback(root: &Root) -> TokenStream {
    quote!(#root::Arn::new("aws", "s3", "", "", "*"))
}

/// Refuses a pattern that ends early, as IAM takes it in documents: an `Arn` has all fields.
fn whole<'a>(text: &str, fields: [&'a str; 5]) -> Result<[&'a str; 5], (String, String)> {
    let arn = format!("arn:{}", fields.join(":"));
    if arn == text {
        return Ok(fields);
    }
    Err((
        format!("the ARN `{text}` ends early"),
        format!("write all of its fields: `{arn}`"),
    ))
}

fn unchecked(text: &str) -> Option<[&str; 5]> {
    let mut fields = text.strip_prefix("arn:")?.splitn(5, ':');
    Some([
        fields.next()?,
        fields.next()?,
        fields.next()?,
        fields.next()?,
        fields.next()?,
    ])
}
