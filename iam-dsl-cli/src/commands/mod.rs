//! The commands, a module each.

mod check;
mod expand;
mod test;

use std::io;

use clap::Subcommand;

use crate::output::Format;

/// What `cargo iam` can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Finds what is wrong with policies, and what could be better
    ///
    /// The findings are those of AWS's IAM Access Analyzer, by its names, and more. Nothing is sent to AWS. Without
    /// `--kind` a policy is taken for one that is attached to a user, group or role.
    Check(check::Check),
    /// Lists the actions that a pattern such as `s3:Get*` stands for
    Expand(expand::Expand),
    /// Decides requests as AWS would, and compares with what is expected
    ///
    /// In YAML, names in tests and in policies are checked, and each request has the condition keys
    /// that AWS always sends; `unchecked`, `with` and `without` make exceptions. In JSON Lines
    /// everything is as it stands.
    Test(test::Test),
}

/// The commands by name, each with the formats that it has.
pub(crate) const FORMATS: &[(&str, &[Format])] = &[CHECK, EXPAND, TEST];

const CHECK: (&str, &[Format]) = ("check", check::FORMATS);
const EXPAND: (&str, &[Format]) = ("expand", expand::FORMATS);
const TEST: (&str, &[Format]) = ("test", test::FORMATS);

impl Command {
    /// Returns the name of the command, and the formats that it has.
    pub(crate) const fn formats(&self) -> (&'static str, &'static [Format]) {
        match self {
            Self::Check(_) => CHECK,
            Self::Expand(_) => EXPAND,
            Self::Test(_) => TEST,
        }
    }
}

/// Runs a command and returns the exit code.
pub(crate) fn run(command: &Command, format: Format) -> io::Result<u8> {
    match command {
        Command::Check(check) => check::run(check, format),
        Command::Expand(expand) => expand::run(expand, format),
        Command::Test(test) => test::run(test, format),
    }
}
