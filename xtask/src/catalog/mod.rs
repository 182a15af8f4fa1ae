//! `cargo xtask catalog`: from the npm package and the fact files to the committed catalog.
//!
//! package + facts → model → `catalog.txt` → `catalog.bin` and `paths.rs`. The text is complete:
//! the other two are made from it alone.

mod blob;
mod check;
mod diff;
mod facts;
mod files;
mod model;
mod options;
mod package;
mod paths;
mod pool;
mod retired;
mod rows;
mod text;

use crate::error::Result;
use model::Catalog;
use options::{Mode, Options};

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    match options.mode {
        Mode::Write => files::write(&built(&options)?),
        Mode::Check if options.offline => {
            println!("offline: the package is not compared, only text, facts, blob and paths");
            let mut catalog = files::committed()?;
            facts::correct(&mut catalog)?;
            facts::replace(&mut catalog)?;
            check::run(&files::render(&catalog)?)
        }
        Mode::Check => check::run(&files::render(&built(&options)?)?),
        Mode::Against(ref version) => {
            let package = package::obtain(version, options.package_dir.as_deref())?;
            let mut theirs = package.read()?;
            facts::correct(&mut theirs)?;
            diff::print(&files::committed()?, &theirs);
            Ok(())
        }
    }
}

/// The catalog as the pinned package and the fact files make it, with what AWS has dropped.
fn built(options: &Options) -> Result<Catalog> {
    let package = package::obtain(package::VERSION, options.package_dir.as_deref())?;
    let mut catalog = package.read()?;
    // Before the look at what is dropped: a key that only the fact files have is not.
    facts::correct(&mut catalog)?;
    if let Some(committed) = files::committed_if_any()? {
        retired::keep(&mut catalog, &committed);
    }
    facts::replace(&mut catalog)?;
    Ok(catalog)
}
