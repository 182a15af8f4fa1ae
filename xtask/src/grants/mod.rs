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

use crate::error::Result;
use crate::page::{read, root, write_or_check};

const PATH: &str = "docs/grants.md";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    write_or_check(["grants", PATH, "the grants"], arguments, || {
        Ok(render::page(&matrix::rows()?, &cdk::read()?))
    })
}
