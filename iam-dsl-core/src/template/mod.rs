//! Text that policies hold: plain, with policy variables, with what only a deployment knows.

mod token;
mod variable;

use std::borrow::Cow;
use std::fmt;

pub use token::Token;
use variable::split_variables;
pub use variable::{Part, PolicyVariable};

/// Text that may hold policy variables, which AWS fills in for each request, and deploy-time
/// tokens, which a stack or Terraform fills in once.
///
/// ```
/// use iam_dsl_core::{Part, Template, Token};
///
/// let home = Template::from("arn:")
///     .with_token(Token::Partition)
///     .with_text(":s3:::home/")
///     .with_variable("aws:username")
///     .with_text("/*");
/// assert_eq!(home.to_string(), "arn:aws:s3:::home/${aws:username}/*");
/// assert_eq!(home.parts().count(), 5);
/// assert!(home.parts().any(|part| part == Part::Token(&Token::Partition)));
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Template(Repr);

/// Equal templates have equal representations: text parts are merged and never empty, and
/// `Parts` holds a token.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Repr {
    Plain(Cow<'static, str>),
    Parts(Vec<Segment>),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Segment {
    Text(String),
    Token(Token),
}

impl Template {
    /// Text known when the program is compiled; needs no allocation.
    ///
    /// ```
    /// use iam_dsl_core::Template;
    ///
    /// const ANY: Template = Template::from_static("*");
    /// assert_eq!(ANY, Template::from("*"));
    /// ```
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self(Repr::Plain(Cow::Borrowed(text)))
    }

    /// Text in which `*`, `?` and `$` mean themselves, as `${*}`, `${?}` and `${$}` do in
    /// [policy variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
    ///
    /// ```
    /// use iam_dsl_core::Template;
    ///
    /// assert_eq!(Template::literal("100%? $5*").to_string(), "100%${?} ${$}5${*}");
    /// ```
    #[must_use]
    pub fn literal(text: &str) -> Self {
        let mut escaped = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '*' | '?' | '$' => escaped.extend(['$', '{', character, '}']),
                _ => escaped.push(character),
            }
        }
        Self::from(escaped)
    }

    /// Adds text, read as policies read it: wildcards and `${…}` keep their meaning.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        if text.is_empty() {
            return self;
        }
        match &mut self.0 {
            Repr::Plain(before) => before.to_mut().push_str(text),
            Repr::Parts(parts) => match parts.last_mut() {
                Some(Segment::Text(before)) => before.push_str(text),
                _ => parts.push(Segment::Text(text.to_owned())),
            },
        }
        self
    }

    /// Adds the policy variable of a condition key.
    ///
    /// ```
    /// use iam_dsl_core::Template;
    ///
    /// let path = Template::from("home/").with_variable("aws:username");
    /// assert_eq!(path.to_string(), "home/${aws:username}");
    /// ```
    #[must_use]
    pub fn with_variable(self, key: &str) -> Self {
        self.with_text(&format!("${{{key}}}"))
    }

    /// Adds what only a deployment can fill in.
    #[must_use]
    pub fn with_token(mut self, token: Token) -> Self {
        match &mut self.0 {
            Repr::Parts(parts) => parts.push(Segment::Token(token)),
            Repr::Plain(before) => {
                let text = std::mem::take(before).into_owned();
                let mut parts = Vec::with_capacity(2);
                if !text.is_empty() {
                    parts.push(Segment::Text(text));
                }
                parts.push(Segment::Token(token));
                self.0 = Repr::Parts(parts);
            }
        }
        self
    }

    /// Adds another template at the end.
    #[must_use]
    pub fn with_template(mut self, other: &Self) -> Self {
        match &other.0 {
            Repr::Plain(text) => self.with_text(text),
            Repr::Parts(parts) => {
                for part in parts {
                    self = match part {
                        Segment::Text(text) => self.with_text(text),
                        Segment::Token(token) => self.with_token(token.clone()),
                    };
                }
                self
            }
        }
    }

    /// The text and its tokens, policy variables split off.
    ///
    /// In a policy of another version than 2012-10-17 AWS does not know variables: there use
    /// [`to_text`](Self::to_text).
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let (plain, parts): (Option<&str>, &[Segment]) = match &self.0 {
            Repr::Plain(text) => (Some(text), &[]),
            Repr::Parts(parts) => (None, parts),
        };
        plain
            .into_iter()
            .flat_map(split_variables)
            .chain(parts.iter().flat_map(|part| {
                let (text, token) = match part {
                    Segment::Text(text) => (text.as_str(), None),
                    Segment::Token(token) => ("", Some(Part::Token(token))),
                };
                split_variables(text).chain(token)
            }))
    }

    /// The tokens, in order.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        let parts: &[Segment] = match &self.0 {
            Repr::Plain(_) => &[],
            Repr::Parts(parts) => parts,
        };
        parts.iter().filter_map(|part| match part {
            Segment::Text(_) => None,
            Segment::Token(token) => Some(token),
        })
    }

    /// The text, if there is no token in it.
    ///
    /// ```
    /// use iam_dsl_core::{Template, Token};
    ///
    /// assert_eq!(Template::from("a*").as_str(), Some("a*"));
    /// assert_eq!(Template::from("a").with_token(Token::Region).as_str(), None);
    /// ```
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Repr::Plain(text) => Some(text),
            Repr::Parts(_) => None,
        }
    }

    /// The text as plain JSON prints it: [`Token::Partition`] as `aws`, other tokens as
    /// placeholders such as `${AWS::Region}`.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match &self.0 {
            Repr::Plain(text) => Cow::Borrowed(text),
            Repr::Parts(_) => Cow::Owned(self.to_string()),
        }
    }

    /// A copy in which tokens that `value_of` knows are text.
    ///
    /// ```
    /// use iam_dsl_core::{Template, Token};
    ///
    /// let arn = Template::from("arn:aws:sqs:").with_token(Token::Region).with_text(":*:q");
    /// let resolved = arn.resolve(|token| (*token == Token::Region).then(|| "eu-west-1".into()));
    /// assert_eq!(resolved.as_str(), Some("arn:aws:sqs:eu-west-1:*:q"));
    /// ```
    #[must_use]
    pub fn resolve(&self, value_of: impl Fn(&Token) -> Option<String>) -> Self {
        let Repr::Parts(parts) = &self.0 else {
            return self.clone();
        };
        parts
            .iter()
            .fold(Self::default(), |resolved, part| match part {
                Segment::Text(text) => resolved.with_text(text),
                Segment::Token(token) => match value_of(token) {
                    Some(text) => resolved.with_text(&text),
                    None => resolved.with_token(token.clone()),
                },
            })
    }
}

impl Default for Template {
    fn default() -> Self {
        Self::from_static("")
    }
}

impl From<String> for Template {
    fn from(text: String) -> Self {
        Self(Repr::Plain(Cow::Owned(text)))
    }
}

impl From<&str> for Template {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<Token> for Template {
    fn from(token: Token) -> Self {
        Self::default().with_token(token)
    }
}

impl fmt::Display for Template {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Plain(text) => formatter.write_str(text),
            Repr::Parts(parts) => parts.iter().try_for_each(|part| match part {
                Segment::Text(text) => formatter.write_str(text),
                Segment::Token(token) => formatter.write_str(&token.in_plain_json()),
            }),
        }
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Plain(text) => fmt::Debug::fmt(text, formatter),
            Repr::Parts(parts) => formatter.debug_list().entries(parts).finish(),
        }
    }
}
