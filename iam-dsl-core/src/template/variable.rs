//! Policy variables: `${aws:username}`.

use super::Token;

/// A piece of a [`Template`](super::Template).
///
/// ```
/// use iam_dsl_core::{Part, Template};
///
/// let template = Template::from("home/${aws:username}");
/// assert_eq!(template.parts().next(), Some(Part::Text("home/")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part<'a> {
    /// Text, in which `*` and `?` may be wildcards.
    Text(&'a str),
    /// A policy variable.
    Variable(PolicyVariable<'a>),
    /// A value that a deployment fills in.
    Token(&'a Token),
}

/// A policy variable: `${key}` or `${key, 'default'}`.
///
/// AWS: [IAM policy elements: variables and tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
///
/// ```
/// use iam_dsl_core::{Part, Template};
///
/// let template = Template::from("${aws:PrincipalTag/team, 'none'}");
/// let Some(Part::Variable(variable)) = template.parts().next() else { unreachable!() };
/// assert_eq!(variable.key(), "aws:PrincipalTag/team");
/// assert_eq!(variable.default_value(), Some("none"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PolicyVariable<'a> {
    key: &'a str,
    default: Option<&'a str>,
    source: &'a str,
}

impl<'a> PolicyVariable<'a> {
    /// The condition key whose value takes the variable's place.
    #[must_use]
    pub const fn key(&self) -> &'a str {
        self.key
    }

    /// The text that takes its place where the request lacks the key.
    #[must_use]
    pub const fn default_value(&self) -> Option<&'a str> {
        self.default
    }

    /// The variable as it is written.
    #[must_use]
    pub const fn source(&self) -> &'a str {
        self.source
    }

    /// The character that `${*}`, `${?}` and `${$}` stand for.
    ///
    /// ```
    /// use iam_dsl_core::{Part, Template};
    ///
    /// let template = Template::from_static("${*}");
    /// let Some(Part::Variable(star)) = template.parts().next() else { unreachable!() };
    /// assert_eq!(star.as_literal(), Some('*'));
    /// ```
    #[must_use]
    pub fn as_literal(&self) -> Option<char> {
        match self.key {
            "*" => Some('*'),
            "?" => Some('?'),
            "$" => Some('$'),
            _ => None,
        }
    }
}

/// The text between policy variables, and the variables. What only looks like one is text.
pub(super) fn split_variables(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((variable, after)) = leading_variable(rest) {
            rest = after;
            return Some(Part::Variable(variable));
        }
        let end = next_variable(rest).unwrap_or(rest.len());
        let (text, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(Part::Text(text))
    })
}

/// Where the first variable of `text` starts.
fn next_variable(text: &str) -> Option<usize> {
    text.match_indices("${")
        .map(|(at, _)| at)
        .find(|&at| text.get(at..).and_then(leading_variable).is_some())
}

/// The variable that `text` starts with, and what follows it.
fn leading_variable(text: &str) -> Option<(PolicyVariable<'_>, &str)> {
    let inside = text.strip_prefix("${")?;
    let end = closing_brace(inside)?;
    let (name, after) = inside.split_at_checked(end)?;
    let after = after.strip_prefix('}')?;
    let source = text.get(..text.len() - after.len())?;
    let (key, default) = match name.split_once(',') {
        None => (name, None),
        Some((key, default)) => {
            let quoted = default.trim().strip_prefix('\'')?.strip_suffix('\'')?;
            (key, Some(quoted))
        }
    };
    let key = key.trim();
    if key.is_empty() || key.contains(['{', '}', '$']) && key != "$" {
        return None;
    }
    let variable = PolicyVariable {
        key,
        default,
        source,
    };
    Some((variable, after))
}

/// The brace that closes the variable: one inside a quoted default does not, and no variable
/// holds another.
fn closing_brace(inside: &str) -> Option<usize> {
    let mut quoted = false;
    let end = inside.bytes().position(|byte| {
        quoted ^= byte == b'\'';
        !quoted && matches!(byte, b'}' | b'{')
    })?;
    (inside.as_bytes().get(end) == Some(&b'}')).then_some(end)
}
