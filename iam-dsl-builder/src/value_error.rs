//! Text that is known only at run time and is not what it should be.

use std::{error, fmt};

use iam_dsl_core::{ArnError, check::Message};

/// Text that is not what it should be: an account, a region, an ARN, a date, an IP address range.
///
/// The macros say the same, with the same words, of literals.
///
/// # Example
///
/// ```
/// use iam_dsl::condition::Cidr;
///
/// let error = "10.0.0.0/33".parse::<Cidr>().unwrap_err();
/// assert!(error.to_string().contains("`10.0.0.0/33`"));
///
/// // A `main` that returns the error, and `.unwrap()`, print what to write instead as well.
/// let error = iam_dsl::Env::new("123456789012", "us-esat-1").unwrap_err();
/// assert_eq!(error.to_string(), "unknown region `us-esat-1`");
/// assert_eq!(format!("{error:?}"), "unknown region `us-esat-1` (did you mean `us-east-1`?)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ValueError {
    message: String,
    help: Option<String>,
}

impl ValueError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Returns what to write instead, where that is known.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Debug for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.help {
            None => write!(f, "{self}"),
            Some(help) => write!(f, "{self} ({help})"),
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl error::Error for ValueError {}

impl From<Message> for ValueError {
    fn from(message: Message) -> Self {
        Self {
            message: message.to_string(),
            help: message.help().map(str::to_owned),
        }
    }
}

impl From<ArnError> for ValueError {
    fn from(error: ArnError) -> Self {
        Self {
            message: error.to_string(),
            help: Some(error.help().to_owned()),
        }
    }
}
