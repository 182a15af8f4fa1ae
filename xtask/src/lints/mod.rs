//! `cargo xtask lints`: from the codes and the policies that raise them to `docs/lints.md`.
//!
//! `cargo xtask new-lint NAME` begins a check.

mod example;
mod new;
mod page;
mod scaffold;

use iam_dsl_rules::check::Code;

use crate::error::Result;
use crate::page::{root, write_or_check};

pub(crate) use new::run as new;

const PATH: &str = "docs/lints.md";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    write_or_check(["lints", PATH, "the checks"], arguments, || {
        Ok(page::page(&Code::all(), &example::examples(&root())?))
    })
}
