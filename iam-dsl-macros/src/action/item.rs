//! An action as it is written.

use proc_macro2::{Span, TokenStream};
use quote::quote;

/// One item of a list of actions.
#[derive(Debug)]
pub(crate) struct Item {
    /// What is written, as text: `s3:GetObject`.
    pub(crate) text: String,
    pub(crate) first: Span,
    pub(crate) last: Span,
    pub(crate) written: Written,
}

/// How an item is written.
#[derive(Debug)]
pub(crate) enum Written {
    /// `"s3:GetObject"` or `*`
    Text,
    /// `s3::GetObject` or `s3:GetObject`, as far as these are two identifiers.
    Path {
        service: proc_macro2::Ident,
        name: proc_macro2::Ident,
    },
    /// `s3:Get*` or `execute-api:Invoke`
    Tokens {
        /// `s3::Get`, for the editor to complete.
        path: Option<TokenStream>,
    },
    /// `unchecked "s3:NewAction"`
    Unchecked,
}

impl Item {
    /// The path as it is written, `s3::GetObjcet`, for an editor to complete.
    pub(crate) fn path(&self) -> Option<TokenStream> {
        match &self.written {
            Written::Path { service, name } => Some(quote!(#service::#name)),
            Written::Tokens { path } => path.clone(),
            Written::Text | Written::Unchecked => None,
        }
    }
}
