//! Why a document is not ready for AWS.

use std::fmt;

use crate::Token;

/// A document holds tokens that only a deployment can fill in.
///
/// ```
/// use iam_dsl_core::{Effect, PolicyDocument, PolicyStatement, Template, Token};
///
/// let policy = PolicyDocument::new().with_statement(
///     PolicyStatement::new(Effect::Allow).with_resources(vec![Template::from(Token::AccountId)]),
/// );
/// assert_eq!(policy.try_to_json().unwrap_err().tokens(), [Token::AccountId]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved(Vec<Token>);

impl Unresolved {
    /// The error about those of `tokens` that plain JSON has no text for.
    pub(crate) fn find<'a>(tokens: impl Iterator<Item = &'a Token>) -> Option<Self> {
        let mut unresolved = Vec::new();
        for token in tokens.filter(|token| token.plain().is_none()) {
            if !unresolved.contains(token) {
                unresolved.push(token.clone());
            }
        }
        (!unresolved.is_empty()).then_some(Self(unresolved))
    }

    /// The tokens, each once, in the order in which the document has them.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.0
    }
}

impl fmt::Display for Unresolved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("only a deployment can fill in")?;
        for (index, token) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(formatter, "{comma} `{}`", token.placeholder())?;
        }
        Ok(())
    }
}

impl std::error::Error for Unresolved {}
