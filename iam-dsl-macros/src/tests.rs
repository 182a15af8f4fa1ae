//! Every macro on tokens that nobody would write: an error or an expansion, never a panic.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote;

use crate::action::{self, List};
use crate::assert::{self, Assertion};
use crate::input::Input;
use crate::names;
use crate::policy::{self, Kind};
use crate::root::Root;

/// What the tokens are taken from; `policy!` gets them within a statement as well.
const PIECES: &[&str] = &[
    "s3",
    "aws",
    "GetObject",
    "unchecked",
    "crate",
    "as",
    "self",
    "r#match",
    "_",
    "ünï",
    "s3::GetObject",
    "\"s3:GetObject\"",
    "\"\"",
    "\"*\"",
    "\"${\"",
    "\"arn:aws:s3:::b\"",
    "r#\"a\"b\"#",
    "b\"x\"",
    "c\"x\"",
    "'c'",
    "'\\u{1F600}'",
    "\"é\u{1F600}\"",
    "'life",
    "1",
    "1.5e3",
    "0x_ff",
    "-1",
    "1u8",
    "true",
    "null",
    "*",
    "?",
    "-",
    ":",
    "::",
    ",",
    ";",
    "=",
    "=>",
    "..",
    "#",
    "$",
    "&",
    "()",
    "[]",
    "{}",
    "(s3::GetObject)",
    "[*]",
    "{\"Version\": \"2012-10-17\"}",
    "\"Statement\"",
    "\"Effect\"",
    "\"Action\"",
    "\"Condition\"",
];

type Expand = fn(&mut Input, &Root) -> bool;

/// `include_policy!` asks rustc where its file is, and so works in no test.
const MACROS: &[Expand] = &[
    |input, root| action::one(input, root).is_ok(),
    |input, root| action::several(input, root, List::Actions).is_ok(),
    |input, root| action::several(input, root, List::NotActions).is_ok(),
    |input, root| names::key(input, root).is_ok(),
    |input, root| names::arn(input, root).is_ok(),
    |input, root| names::cidr(input, root).is_ok(),
    |input, root| names::date(input, root).is_ok(),
    |input, root| names::service_principal(input, root).is_ok(),
    |input, root| names::managed_policy(input, root).is_ok(),
    |input, root| policy::inline(input, root, Kind::IDENTITY).is_ok(),
    |input, root| policy::inline(input, root, Kind::TRUST).is_ok(),
    |input, root| assert::assertion(input, root, Assertion::Allows).is_ok(),
];

/// A sequence that is the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn tokens(&mut self, depth: usize) -> TokenStream {
        let mut out = TokenStream::new();
        for _ in 0..self.roll(7) {
            let piece = PIECES[self.roll(PIECES.len())];
            out.extend(TokenStream::from_str(piece));
            if depth > 0 && self.roll(4) == 0 {
                let delimiter = [
                    Delimiter::None,
                    Delimiter::Brace,
                    Delimiter::Bracket,
                    Delimiter::Parenthesis,
                ][self.roll(4)];
                let inner = self.tokens(depth - 1);
                out.extend([TokenTree::Group(Group::new(delimiter, inner))]);
            }
        }
        out
    }
}

fn run(tokens: &TokenStream) {
    for expand in MACROS {
        let mut input = Input::new(tokens.clone(), Span::call_site());
        if let Ok(root) = input.root() {
            expand(&mut input, &root);
        }
    }
}

#[test]
fn no_tokens_make_a_macro_panic() {
    let mut dice = Dice(7);
    for _ in 0..2_000 {
        let tokens = dice.tokens(3);
        run(&tokens);
        run(&quote!({ "Version": "2012-10-17", "Statement": [{ #tokens }] }));
        run(&quote!({ "Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Action": [#tokens], "Resource": #tokens, "Condition": { #tokens }
        }] }));
        run(&quote!(role, #tokens, on = #tokens, with = { #tokens }));
    }
}

#[test]
fn long_and_deep_input_is_read() {
    let many: TokenStream = std::iter::repeat_n(quote!(s3::GetObject, "s3:Put*",), 5_000).collect();
    let mut input = Input::new(many, Span::call_site());
    assert!(action::several(&mut input, &Root::default(), List::Actions).is_ok());

    let mut deep = TokenStream::new();
    for _ in 0..500 {
        deep = quote!([#deep]);
    }
    run(&deep);
    run(&quote!({ "Statement": #deep }));
}
