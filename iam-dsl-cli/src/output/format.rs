//! The forms that results can have.

use clap::ValueEnum;

/// A form of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with colours on a terminal
    #[default]
    Human,
    /// JSON Lines
    Json,
    /// XML, for test reports of build servers
    Junit,
}
