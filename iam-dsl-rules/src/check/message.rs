//! What a check says.

use std::fmt;

use super::Code;

/// What is wrong with a text, and what to do about it.
///
/// Displays as one line; the help is separate.
///
/// ```
/// let message = iam_dsl_rules::check::action("s3:GetObjcet").unwrap_err();
/// assert_eq!(message.text(), "unknown action `s3:GetObjcet`");
/// assert_eq!(message.help(), Some("did you mean `s3:GetObject`?"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    code: Code,
    text: String,
    help: Option<String>,
}

impl Message {
    /// Says what is wrong, in one line without a final period, for checks beside those here.
    pub fn new(code: Code, text: impl Into<String>) -> Self {
        Self {
            code,
            text: text.into(),
            help: None,
        }
    }

    /// Says what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds ``did you mean `…`?`` when there is something to suggest.
    #[must_use]
    pub(crate) fn with_suggestion(self, suggestion: Option<impl AsRef<str>>) -> Self {
        match suggestion {
            Some(name) => self.with_help(format!("did you mean `{}`?", name.as_ref())),
            None => self,
        }
    }

    /// Keeps the words and changes the code, for a rule that has a code of its own.
    #[must_use]
    pub(crate) fn with_code(mut self, code: Code) -> Self {
        self.code = code;
        self
    }

    /// Returns the code of the mistake.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Returns what is wrong, in one line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what to do about it.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Message {}
