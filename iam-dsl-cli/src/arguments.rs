//! What is typed after `cargo iam`.

use std::ffi::{OsStr, OsString};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, CommandFactory, FromArgMatches, Parser, ValueEnum};

use crate::commands::{Command, FORMATS};
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
    let matches = command().get_matches_from(without_subcommand(std::env::args_os()));
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
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
    command().error(ErrorKind::InvalidValue, message).exit()
}

/// All that can be typed. The help of each command names the formats that it has.
fn command() -> clap::Command {
    FORMATS
        .iter()
        .fold(Arguments::command(), |all, (name, formats)| {
            all.mut_subcommand(name, |command| {
                command.arg(
                    Arg::new("format")
                        .long("format")
                        .help("How the results are written")
                        .value_name("FORMAT")
                        .value_parser(OneOf(formats))
                        .default_value("human")
                        .display_order(0),
                )
            })
        })
}

/// Formats that a command has, among those that there are.
#[derive(Clone)]
struct OneOf(&'static [Format]);

impl TypedValueParser for OneOf {
    type Value = Format;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Format, clap::Error> {
        // A format of another command is refused by who knows which command has it.
        if let Some(format) = value
            .to_str()
            .and_then(|name| Format::from_str(name, false).ok())
        {
            return Ok(format);
        }
        let names = PossibleValuesParser::new(self.0.iter().filter_map(Format::to_possible_value));
        names
            .parse_ref(command, argument, value)
            .map(|_| Format::default())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(
            self.0.iter().filter_map(Format::to_possible_value),
        ))
    }
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
        command().debug_assert();
    }
}
