//! `cargo xtask grants`: from what every grant gives to `docs/grants.md`.
//!
//! The example `grant_matrix` says what ours give, `tests/fixtures` what those of aws-cdk-lib do.

mod beside;
mod cdk;
mod figures;
mod line;
mod matrix;
mod render;
mod section;
mod statement;

use std::{fs, path::PathBuf};

use crate::error::{Error, Result};

const PATH: &str = "docs/grants.md";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let is_check = match arguments {
        [] => false,
        [only] if only == "--check" => true,
        _ => {
            return Err(Error::new(format!("unknown arguments {arguments:?}"))
                .with_help("`cargo xtask grants` or `cargo xtask grants --check`"));
        }
    };
    let page = render::page(&matrix::rows()?, &cdk::read()?);
    let path = root().join(PATH);
    if !is_check {
        return fs::write(&path, page)
            .map_err(|error| Error::new(format!("cannot write {PATH}: {error}")));
    }
    let committed = read(PATH)?;
    if committed == page {
        return Ok(());
    }
    Err(Error::new(format!("{PATH} is not what the grants say"))
        .with_help("run `cargo xtask grants` and commit what it writes"))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path))
        .map_err(|error| Error::new(format!("cannot read {path}: {error}")))
}
