//! What all macros have in common: `crate = path;` in front, tokens one after another.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Span, TokenStream, TokenTree};

use crate::diagnostic::Diagnostic;
use crate::literal;
use crate::root::Root;

/// The tokens of a macro call, read from left to right.
#[derive(Debug)]
pub(crate) struct Input {
    tokens: Vec<TokenTree>,
    next: usize,
    /// Where the tokens end, for errors about what is missing.
    end: Span,
}

impl Input {
    pub(crate) fn new(tokens: TokenStream, end: Span) -> Self {
        let mut input = Self {
            tokens: Vec::new(),
            next: 0,
            end,
        };
        for token in tokens {
            input.push(token);
        }
        input
    }

    /// Unpacks the invisible group around a literal or a path that another macro passed on.
    fn push(&mut self, token: TokenTree) {
        match token {
            TokenTree::Group(group) if is_passed_on(&group) => {
                for token in group.stream() {
                    self.push(token);
                }
            }
            token => self.tokens.push(token),
        }
    }

    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        self.tokens.get(self.next)
    }

    pub(crate) fn peek_at(&self, ahead: usize) -> Option<&TokenTree> {
        self.tokens.get(self.next + ahead)
    }

    pub(crate) fn bump(&mut self) -> Option<TokenTree> {
        let token = self.tokens.get(self.next).cloned();
        self.next += usize::from(token.is_some());
        token
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.next >= self.tokens.len()
    }

    /// Returns the span of the next token, or of the end.
    pub(crate) fn span(&self) -> Span {
        self.peek().map_or(self.end, TokenTree::span)
    }

    pub(crate) fn is_punct(&self, ahead: usize, wanted: char) -> bool {
        matches!(self.peek_at(ahead), Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
    }

    /// Takes the next token if it is this one.
    pub(crate) fn punct(&mut self, wanted: char) -> Option<Punct> {
        match self.peek() {
            Some(TokenTree::Punct(punct)) if punct.as_char() == wanted => {
                let punct = punct.clone();
                self.next += 1;
                Some(punct)
            }
            _ => None,
        }
    }

    pub(crate) fn ident(&mut self) -> Option<Ident> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) => {
                let ident = ident.clone();
                self.next += 1;
                Some(ident)
            }
            _ => None,
        }
    }

    /// Takes the next token if it is this word.
    pub(crate) fn word(&mut self, wanted: &str) -> Option<Ident> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) if ident == wanted => self.ident(),
            _ => None,
        }
    }

    /// Takes the next token if it is a string literal, and returns what the string says.
    pub(crate) fn string(&mut self) -> Option<(String, Literal)> {
        match self.peek() {
            Some(TokenTree::Literal(literal)) => {
                let text = literal::string(literal)?;
                let literal = literal.clone();
                self.next += 1;
                Some((text, literal))
            }
            _ => None,
        }
    }

    /// Takes `crate = some::path;`, with which re-exporters say where `iam_dsl` is.
    pub(crate) fn root(&mut self) -> Result<Root, Diagnostic> {
        if !matches!(self.peek(), Some(TokenTree::Ident(ident)) if ident == "crate")
            || !self.is_punct(1, '=')
        {
            return Ok(Root::default());
        }
        self.next += 2;
        let mut path = TokenStream::new();
        while !self.is_punct(0, ';') {
            let span = self.span();
            match self.bump() {
                Some(token @ (TokenTree::Ident(_) | TokenTree::Punct(_))) => path.extend([token]),
                _ => {
                    return Err(Diagnostic::new(
                        span,
                        "expected the path of iam_dsl",
                        "write `crate = some::path;` in front of the rest",
                    ));
                }
            }
        }
        self.next += 1;
        Ok(Root::new(path))
    }

    /// Errs unless all tokens are taken, but for a comma at the end.
    pub(crate) fn end(&mut self, expected: &str) -> Result<(), Diagnostic> {
        self.punct(',');
        match self.peek() {
            None => Ok(()),
            Some(token) => Err(Diagnostic::new(
                token.span(),
                &format!("unexpected `{token}`"),
                expected,
            )),
        }
    }
}

/// Tells whether an invisible group holds what these macros read themselves: a literal, or a path of
/// names. Other expressions stay one token.
fn is_passed_on(group: &Group) -> bool {
    if group.delimiter() != Delimiter::None {
        return false;
    }
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(_)), None) => true,
        (None, _) => false,
        (first, second) => first
            .into_iter()
            .chain(second)
            .chain(tokens)
            .all(|token| match token {
                TokenTree::Ident(_) => true,
                TokenTree::Punct(punct) => punct.as_char() == ':',
                TokenTree::Group(inner) => is_passed_on(&inner),
                TokenTree::Literal(_) => false,
            }),
    }
}
