//! The forms that results can have.

use clap::ValueEnum;

/// A form of results. No command has them all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with colours on a terminal
    #[default]
    Human,
    /// JSON Lines
    Json,
    /// SARIF, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// XML, for test reports of build servers
    Junit,
}
