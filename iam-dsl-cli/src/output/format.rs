//! The forms that results can have.

use std::fmt;

use clap::ValueEnum;

/// A form of results. No command has all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with colours on a terminal
    #[default]
    Human,
    /// JSON Lines
    Json,
    /// XML, for test reports of build servers
    Junit,
    /// SARIF 2.1.0, for tools that show what analyses find, such as GitHub code scanning
    Sarif,
    /// Workflow commands, with which GitHub Actions puts findings beside the lines of a change
    Github,
}

/// Prints the name that it has on the command line.
impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Junit => "junit",
            Self::Sarif => "sarif",
            Self::Github => "github",
        })
    }
}
