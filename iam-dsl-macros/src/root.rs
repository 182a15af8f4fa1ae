//! The path of `iam_dsl` in what the macros expand to.

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};

/// `::iam_dsl`, or where a re-exporter says it is.
///
/// Its tokens are made when they are used: a stream to clone and take apart for each action would
/// cost more than looking the action up.
#[derive(Debug, Default)]
pub(crate) struct Root(Option<TokenStream>);

impl Root {
    pub(crate) fn new(path: TokenStream) -> Self {
        Self(Some(path))
    }

    pub(crate) fn tokens(&self) -> Vec<TokenTree> {
        match &self.0 {
            Some(path) => path.clone().into_iter().collect(),
            None => vec![
                Punct::new(':', Spacing::Joint).into(),
                Punct::new(':', Spacing::Alone).into(),
                Ident::new("iam_dsl", Span::call_site()).into(),
            ],
        }
    }
}

impl ToTokens for Root {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(self.tokens());
    }
}
