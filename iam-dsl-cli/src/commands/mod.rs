//! The commands, a module each.

mod test;

use std::io;

use clap::Subcommand;

use crate::output::Format;

/// What `cargo iam` can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Decides requests as AWS would, and compares with what is expected
    ///
    /// In YAML, names in tests and in policies are checked, and each request has the condition keys
    /// that AWS always sends; `unchecked`, `with` and `without` make exceptions. In JSON Lines
    /// everything is as it stands.
    Test(test::Test),
}

/// Runs a command and returns the exit code.
pub(crate) fn run(command: &Command, format: Format) -> io::Result<u8> {
    match command {
        Command::Test(test) => test::run(test, format),
    }
}
