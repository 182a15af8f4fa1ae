//! What the tokens behind a tree are.

use iam_dsl_rules::json;
use proc_macro2::{Span, TokenStream};

use crate::action::Item;

/// The tokens that a tree was read from. A node's span starts at the index of its tokens.
#[derive(Debug, Default)]
pub(crate) struct Source {
    places: Vec<Place>,
    /// The names after `unchecked`.
    pub(crate) unchecked: Vec<String>,
}

/// The tokens of one value or key.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) first: Span,
    pub(crate) last: Span,
    pub(crate) tokens: Tokens,
}

/// What the tokens are.
#[derive(Debug)]
pub(crate) enum Tokens {
    /// JSON.
    Json,
    /// An action as `actions!` takes it.
    Action(Item),
    /// A Rust expression.
    Expression(TokenStream),
}

impl Source {
    /// Remembers tokens and returns what stands for them in the tree.
    pub(crate) fn add(&mut self, first: Span, last: Span, tokens: Tokens) -> json::Span {
        let index = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.places.push(Place {
            first,
            last,
            tokens,
        });
        json::Span::new(index, index.saturating_add(1))
    }

    /// Returns the tokens of a node, unless the tree was read from a file.
    pub(crate) fn place(&self, span: json::Span) -> Option<&Place> {
        self.places.get(usize::try_from(span.start).ok()?)
    }

    pub(crate) fn expression(&self, span: json::Span) -> Option<&TokenStream> {
        match &self.place(span)?.tokens {
            Tokens::Expression(tokens) => Some(tokens),
            Tokens::Json | Tokens::Action(_) => None,
        }
    }
}
