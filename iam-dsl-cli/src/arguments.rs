//! What is typed after `cargo iam`.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::commands::Command;
use crate::output::Format;

/// AWS IAM policies on the command line
#[derive(Parser)]
#[command(name = "cargo-iam", bin_name = "cargo iam", version)]
pub(crate) struct Arguments {
    /// How the results are written; each command has some of these
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        value_name = "FORMAT"
    )]
    pub(crate) format: Format,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Reads the arguments of the process, and ends it where they make no sense.
pub(crate) fn read() -> Arguments {
    let arguments = Arguments::parse_from(without_subcommand(std::env::args_os()));
    let (name, formats) = arguments.command.formats();
    if !formats.contains(&arguments.format) {
        let known: Vec<String> = formats.iter().map(|known| format!("`{known}`")).collect();
        refuse(&format!(
            "`cargo iam {name}` has no format `{}`: it has {}",
            arguments.format,
            known.join(", ")
        ));
    }
    arguments
}

/// Ends the process as wrong usage does.
pub(crate) fn refuse(message: &str) -> ! {
    Arguments::command()
        .error(ErrorKind::InvalidValue, message)
        .exit()
}

/// Drops the `iam` that Cargo passes on: `cargo iam test` runs `cargo-iam iam test`.
fn without_subcommand(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments
        .enumerate()
        .filter(|(index, argument)| *index != 1 || argument != "iam")
        .map(|(_, argument)| argument)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(arguments: &[&str]) -> Vec<String> {
        without_subcommand(arguments.iter().map(OsString::from))
            .map(|argument| argument.into_string().unwrap())
            .collect()
    }

    #[test]
    fn only_the_first_iam_is_dropped() {
        assert_eq!(
            dropped(&["cargo-iam", "iam", "test"]),
            ["cargo-iam", "test"]
        );
        assert_eq!(
            dropped(&["cargo-iam", "test", "iam"]),
            ["cargo-iam", "test", "iam"]
        );
        assert_eq!(dropped(&["iam"]), ["iam"]);
    }

    #[test]
    fn the_arguments_fit_together() {
        Arguments::command().debug_assert();
    }
}
