//! A page that is made of other files, and committed.

use std::fs;
use std::path::PathBuf;

use crate::error::{Error, Result};

/// Writes the page, or with `--check` compares it with what is committed.
///
/// `command` is the one of `cargo xtask`, `path` leads from the root, and `source` says in words what it is made of.
pub(crate) fn write_or_check(
    [command, path, source]: [&str; 3],
    arguments: &[String],
    page: impl FnOnce() -> Result<String>,
) -> Result<()> {
    let is_check = match arguments {
        [] => false,
        [only] if only == "--check" => true,
        _ => {
            return Err(
                Error::new(format!("unknown arguments {arguments:?}")).with_help(format!(
                    "`cargo xtask {command}` or `cargo xtask {command} --check`"
                )),
            );
        }
    };
    let page = page()?;
    if !is_check {
        return fs::write(root().join(path), page)
            .map_err(|error| Error::new(format!("cannot write {path}: {error}")));
    }
    if read(path)? == page {
        return Ok(());
    }
    Err(
        Error::new(format!("{path} is not what {source} say")).with_help(format!(
            "run `cargo xtask {command}` and commit what it writes"
        )),
    )
}

/// Returns the root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Reads a file, by its path from the root.
pub(crate) fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path))
        .map_err(|error| Error::new(format!("cannot read {path}: {error}")))
}
