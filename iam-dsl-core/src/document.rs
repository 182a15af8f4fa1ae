//! A policy document.

use std::borrow::Cow;
use std::fmt;

use crate::json::{self, Node};
use crate::{
    Elements, PolicyStatement, ReadError, Template, Token, Unresolved, minimize, print, read,
};

/// A policy document: version, id, statements.
///
/// It takes every document IAM saves and keeps it verbatim, however odd; it refuses what is not
/// JSON, what has a key twice, values of the wrong shape and elements that IAM does not have.
/// Whether a document makes sense is the validator's question.
///
/// Elements print in one order whatever order they were read in: `Version`, `Id`, `Statement`;
/// `Sid`, `Effect`, `Principal`, `Action`, `Resource`, `Condition`. Values keep theirs.
///
/// Through serde, documents are read from any format that describes itself. Numbers then are what
/// the format makes of them: `1.50` becomes `1.5`. [`FromStr`](std::str::FromStr) keeps digits and
/// knows lines and columns.
///
/// AWS: [JSON policy elements](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
///
/// ```
/// use iam_dsl_core::{ActionPattern, Effect, PolicyDocument, PolicyStatement, Template};
///
/// let policy = PolicyDocument::new().with_statement(
///     PolicyStatement::new(Effect::Allow)
///         .with_actions(vec![ActionPattern::from_static("s3:GetObject")])
///         .with_resources(vec![Template::from("arn:aws:s3:::reports/*")]),
/// );
/// let json = policy.to_json();
/// assert_eq!(
///     json,
///     r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/*"}]}"#,
/// );
/// assert_eq!(json.parse::<PolicyDocument>()?, policy);
/// # Ok::<(), iam_dsl_core::ReadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PolicyDocument {
    version: Option<Cow<'static, str>>,
    id: Option<String>,
    statements: Elements<PolicyStatement>,
}

impl PolicyDocument {
    /// The [version](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html)
    /// of the policy language that new documents have.
    pub const VERSION: &'static str = "2012-10-17";

    /// A document of version 2012-10-17 with no statements.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            version: Some(Cow::Borrowed(Self::VERSION)),
            id: None,
            statements: Elements::list(Vec::new()),
        }
    }

    /// Reads a tree of JSON values.
    ///
    /// # Errors
    ///
    /// When an object has a key twice, a value has the wrong shape, or an element is none of IAM's.
    /// The error has the span of the node; it cannot know lines.
    ///
    /// ```
    /// use iam_dsl_core::{PolicyDocument, json};
    ///
    /// let node = json::parse(r#"{"Statement": []}"#)?;
    /// assert!(PolicyDocument::from_node(&node)?.statements().is_empty());
    /// # Ok::<(), iam_dsl_core::ReadError>(())
    /// ```
    pub fn from_node(node: &Node<'_>) -> Result<Self, ReadError> {
        read::whole(node, read::document)
    }

    pub(crate) const fn from_parts(
        version: Option<Cow<'static, str>>,
        id: Option<String>,
        statements: Elements<PolicyStatement>,
    ) -> Self {
        Self {
            version,
            id,
            statements,
        }
    }

    /// The version of the policy language, as the document says it.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// The document's id.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The statements.
    #[must_use]
    pub fn statements(&self) -> &[PolicyStatement] {
        self.statements.as_slice()
    }

    /// The statements, with whether they stand in a list.
    #[must_use]
    pub const fn statement_elements(&self) -> &Elements<PolicyStatement> {
        &self.statements
    }

    /// Checks the document as a policy of that kind, and returns all that is wrong with it and all that could be better.
    ///
    /// With the feature `validate`. Spans are places in [`to_json`](Self::to_json); for those in a file, give its text to
    /// [`check::validate`](crate::check::validate).
    ///
    /// AWS: [the checks of IAM Access
    /// Analyzer](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
    ///
    /// ```
    /// use iam_dsl_core::{PolicyDocument, PolicyKind, check::Code};
    ///
    /// let policy: PolicyDocument = r#"{
    ///     "Version": "2012-10-17",
    ///     "Statement": { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
    /// }"#
    /// .parse()?;
    /// let findings = policy.validate(PolicyKind::Identity);
    /// assert_eq!(findings[0].code(), Code::PASS_ROLE_WITH_STAR_IN_RESOURCE);
    /// # Ok::<(), iam_dsl_core::ReadError>(())
    /// ```
    #[cfg(feature = "validate")]
    #[must_use]
    pub fn validate(&self, kind: crate::PolicyKind) -> Vec<crate::check::Finding> {
        crate::check::validate(&self.to_json(), kind)
    }

    /// Adds a statement at the end.
    pub fn push(&mut self, statement: PolicyStatement) {
        self.statements.push(statement);
    }

    /// The document with one statement more.
    #[must_use]
    pub fn with_statement(mut self, statement: PolicyStatement) -> Self {
        self.push(statement);
        self
    }

    /// The document with these statements, in place of others.
    #[must_use]
    pub fn with_statements(mut self, statements: impl Into<Elements<PolicyStatement>>) -> Self {
        self.statements = statements.into();
        self
    }

    /// The document with that version, or without one.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<Option<Cow<'static, str>>>) -> Self {
        self.version = version.into();
        self
    }

    /// The document with that id.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The document as JSON on one line.
    ///
    /// What only a deployment can fill in prints as plain JSON can: [`Token::Partition`] as `aws`,
    /// other tokens as placeholders. [`try_to_json`](Self::try_to_json) refuses those.
    #[must_use]
    pub fn to_json(&self) -> String {
        print::compact(self)
    }

    /// The document as JSON, indented by two spaces a level.
    ///
    /// ```
    /// use iam_dsl_core::PolicyDocument;
    ///
    /// let text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": []\n}";
    /// assert_eq!(PolicyDocument::new().to_json_pretty(), text);
    /// ```
    #[must_use]
    pub fn to_json_pretty(&self) -> String {
        print::pretty(self)
    }

    /// The document as JSON on one line, if AWS can take it as it is.
    ///
    /// # Errors
    ///
    /// When tokens are left that only a deployment can fill in; [`Token::Partition`] prints as `aws`.
    ///
    /// ```
    /// use iam_dsl_core::{Effect, PolicyDocument, PolicyStatement, Template, Token};
    ///
    /// let queue = Template::from("arn:aws:sqs:").with_token(Token::Region).with_text(":123456789012:q");
    /// let policy = PolicyDocument::new()
    ///     .with_statement(PolicyStatement::new(Effect::Allow).with_resources(vec![queue]));
    /// let error = policy.try_to_json().unwrap_err();
    /// assert_eq!(error.to_string(), "only a deployment can fill in `${AWS::Region}`");
    /// ```
    pub fn try_to_json(&self) -> Result<String, Unresolved> {
        match Unresolved::find(self.tokens()) {
            None => Ok(self.to_json()),
            Some(unresolved) => Err(unresolved),
        }
    }

    /// The tokens of the document, in order, as often as they occur.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        let mut tokens = Vec::new();
        for statement in self.statements() {
            for template in statement.templates() {
                tokens.extend(template.tokens());
            }
        }
        tokens.into_iter()
    }

    /// A copy in which tokens that `value_of` knows are text.
    ///
    /// ```
    /// use iam_dsl_core::{Effect, PolicyDocument, PolicyStatement, Template, Token};
    ///
    /// let policy = PolicyDocument::new().with_statement(
    ///     PolicyStatement::new(Effect::Allow).with_resources(vec![Template::from(Token::AccountId)]),
    /// );
    /// let resolved = policy.resolve(|token| match token {
    ///     Token::AccountId => Some("123456789012".into()),
    ///     _ => None,
    /// });
    /// assert_eq!(resolved.tokens().count(), 0);
    /// ```
    #[must_use]
    pub fn resolve(&self, value_of: impl Fn(&Token) -> Option<String>) -> Self {
        let change = |template: &Template| template.resolve(&value_of);
        Self {
            version: self.version.clone(),
            id: self.id.clone(),
            statements: self
                .statements
                .map(|statement| statement.map_templates(&change)),
        }
    }

    /// A smaller document that decides every request as this one does.
    ///
    /// Values that others of their list cover are dropped, and statements that differ in one of
    /// principals, actions and resources are merged, until nothing more can be. Statements with a
    /// `Sid` keep to themselves, as it would be lost. Order is that of first appearance.
    ///
    /// ```
    /// use iam_dsl_core::PolicyDocument;
    ///
    /// let policy: PolicyDocument = r#"{"Version": "2012-10-17", "Statement": [
    ///     {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*"},
    ///     {"Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject"], "Resource": "arn:aws:s3:::b/*"},
    ///     {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a/*"}
    /// ]}"#.parse()?;
    /// assert_eq!(
    ///     policy.minimized().to_json(),
    ///     r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]}]}"#,
    /// );
    /// # Ok::<(), iam_dsl_core::ReadError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn minimized(&self) -> Self {
        let statements = minimize::statements(self.statements());
        Self {
            version: self.version.clone(),
            id: self.id.clone(),
            statements: if self.statements.is_list() {
                Elements::list(statements)
            } else {
                Elements::from(statements)
            },
        }
    }
}

impl Default for PolicyDocument {
    fn default() -> Self {
        Self::new()
    }
}

impl std::str::FromStr for PolicyDocument {
    type Err = ReadError;

    fn from_str(text: &str) -> Result<Self, ReadError> {
        let node = json::parse(text)?;
        read::document(&node).map_err(|error| error.at_root().located(text))
    }
}

impl fmt::Display for PolicyDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_json())
    }
}
