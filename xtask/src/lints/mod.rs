//! `cargo xtask lints`: from the codes and the policies that raise them to `docs/lints.md`.
//!
//! `cargo xtask new-lint NAME` begins a check.

mod example;
mod new;
mod page;
mod scaffold;

use std::{fs, path::PathBuf};

use iam_dsl_rules::check::Code;

use crate::error::{Error, Result};

pub(crate) use new::run as new;

const PATH: &str = "docs/lints.md";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let is_check = match arguments {
        [] => false,
        [only] if only == "--check" => true,
        _ => {
            return Err(Error::new(format!("unknown arguments {arguments:?}"))
                .with_help("`cargo xtask lints` or `cargo xtask lints --check`"));
        }
    };
    let page = page::page(&Code::all(), &example::examples(&root())?);
    let path = root().join(PATH);
    if !is_check {
        return fs::write(&path, page)
            .map_err(|error| Error::new(format!("cannot write {PATH}: {error}")));
    }
    let committed = fs::read_to_string(&path)
        .map_err(|error| Error::new(format!("cannot read {PATH}: {error}")))?;
    if committed == page {
        return Ok(());
    }
    Err(Error::new(format!("{PATH} is not what the checks say"))
        .with_help("run `cargo xtask lints` and commit what it writes"))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
