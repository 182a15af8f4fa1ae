//! The commands, a module each.

mod test;

use std::io;

use clap::Subcommand;

use crate::output::Format;

/// What `cargo iam` can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Decides requests as AWS would, and compares with what is expected
    Test(test::Test),
}

impl Command {
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Test(_) => "test",
        }
    }

    /// Returns the formats in which the command can answer.
    pub(crate) const fn formats(&self) -> &'static [Format] {
        match self {
            Self::Test(_) => test::FORMATS,
        }
    }
}

/// Runs a command and returns the exit code.
pub(crate) fn run(command: &Command, format: Format) -> io::Result<u8> {
    match command {
        Command::Test(test) => test::run(test, format),
    }
}
