//! `cargo iam`: AWS IAM policies on the command line.

mod arguments;
mod case;
mod commands;
mod output;
mod read;
mod source;

use std::io::ErrorKind;
use std::process::ExitCode;

/// What was asked for could not be done: wrong usage, or something that cannot be read or written.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let arguments = arguments::read();
    match commands::run(&arguments.command, arguments.format) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // Who reads the output has seen enough, as in `… | head`: nothing to complain about.
            if error.kind() != ErrorKind::BrokenPipe {
                eprintln!("error: cannot write the output: {error}");
            }
            ExitCode::from(TROUBLE)
        }
    }
}
