//! Code generation for iam-dsl. `cargo xtask` lists the commands.

mod catalog;
mod error;
mod grants;
mod lints;
mod page;

use std::process::ExitCode;

use error::{Error, Result};

const USAGE: &str = "\
usage: cargo xtask <command>

commands:
  catalog                      rebuild the catalog from the pinned npm package and the fact files
  catalog --check              fail when what is committed differs from that
  catalog --check --offline    the same without the package: text against blob and paths
  catalog --against VERSION    say what another version of the package would change
  catalog --package-dir DIR    use an unpacked package instead of downloading it
  grants                       rebuild docs/grants.md from what every grant gives
  grants --check               fail when the committed page differs from that
  lints                        rebuild docs/lints.md from the checks and tests/policies/findings
  lints --check                fail when the committed page differs from that
  new-lint NAME                begin a check: its file, registration, and policies to try it on";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((command, rest)) if command == "catalog" => catalog::run(rest),
        Some((command, rest)) if command == "grants" => grants::run(rest),
        Some((command, rest)) if command == "lints" => lints::run(rest),
        Some((command, rest)) if command == "new-lint" => lints::new(rest),
        Some((command, _)) => {
            Err(Error::new(format!("unknown command `{command}`")).with_help(USAGE))
        }
        None => {
            println!("{USAGE}");
            Ok(())
        }
    }
}
