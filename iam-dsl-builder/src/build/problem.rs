//! What stops a document from being written.

use std::{error, fmt};

use iam_dsl_core::{Unresolved, check::Finding};

/// Why a document is not written, in one line: what is wrong, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    message: String,
    help: Option<String>,
}

impl Problem {
    #[inline]
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    #[inline]
    pub(super) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Returns what to do about it, where that is known.
    #[inline]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl From<&Finding> for Problem {
    #[inline]
    fn from(finding: &Finding) -> Self {
        Self {
            message: finding.to_string(),
            help: finding.help().map(str::to_owned),
        }
    }
}

impl From<Unresolved> for Problem {
    #[inline]
    fn from(unresolved: Unresolved) -> Self {
        Self::new(unresolved.to_string())
            .with_help("give the handles an `Env`, so that account and region are known")
    }
}

impl fmt::Display for Problem {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl error::Error for Problem {}
