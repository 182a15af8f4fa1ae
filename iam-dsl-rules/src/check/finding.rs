//! What a rule found, and where.

use std::{error, fmt};

use super::{Code, FindingType, Message};
use crate::json::Span;
use crate::{PathSegment, display_path};

/// A mistake in a policy document: what it is, where it is, what to do about it.
///
/// `{}` writes what and where, `{:#}` the code before it, which an allowance takes.
///
/// ```
/// use iam_dsl_rules::{PolicyKind, check, json};
///
/// let node = json::parse(r#"{
///     "Version": "2012-10-17",
///     "Statement": {"Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "*"}
/// }"#)?;
/// let findings = check::document(&node, PolicyKind::Identity);
/// assert_eq!(findings.len(), 1);
/// assert_eq!(findings[0].code().name(), "INVALID_ACTION");
/// assert_eq!(findings[0].message(), "unknown action `s3:GetObjcet`");
/// assert_eq!(findings[0].help(), Some("did you mean `s3:GetObject`?"));
/// assert_eq!(findings[0].to_string(), "unknown action `s3:GetObjcet` at Statement.Action");
/// assert_eq!(
///     format!("{:#}", findings[0]),
///     "INVALID_ACTION: unknown action `s3:GetObjcet` at Statement.Action"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    path: Vec<PathSegment>,
    span: Span,
    message: Message,
    level: FindingType,
}

impl Finding {
    /// A finding of a check beside those here, such as one of an account.
    pub fn new(path: Vec<PathSegment>, span: Span, message: Message) -> Self {
        Self {
            path,
            span,
            level: message.code().finding_type(),
            message,
        }
    }

    /// Returns the code of the mistake.
    pub fn code(&self) -> Code {
        self.message.code()
    }

    /// Returns how grave it is: as its code says, unless a [profile](super::Profile) has lowered it.
    pub fn finding_type(&self) -> FindingType {
        self.level
    }

    /// Returns the finding, as grave as that.
    #[must_use]
    pub fn at_level(mut self, level: FindingType) -> Self {
        self.level = level;
        self
    }

    /// Returns the path of the offending value or key within the document.
    pub fn path(&self) -> &[PathSegment] {
        &self.path
    }

    /// Returns the place of the offending value or key in what was read.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Returns what is wrong, in one line.
    pub fn message(&self) -> &str {
        self.message.text()
    }

    /// Returns what to do about it.
    pub fn help(&self) -> Option<&str> {
        self.message.help()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if formatter.alternate() {
            write!(formatter, "{}: ", self.code())?;
        }
        formatter.write_str(self.message())?;
        if self.path.is_empty() {
            return Ok(());
        }
        write!(formatter, " at {}", display_path(&self.path))
    }
}

impl error::Error for Finding {}
