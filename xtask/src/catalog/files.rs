//! The three committed files, and where they are.

use std::fs;
use std::path::{Path, PathBuf};

use super::model::Catalog;
use super::{blob, paths, text};
use crate::error::{Error, Result};

/// A file as it should be.
pub(super) struct Rendered {
    pub(super) path: &'static str,
    pub(super) contents: Vec<u8>,
}

const TEXT: &str = "iam-dsl-catalog/catalog.txt";
const BLOB: &str = "iam-dsl-catalog/src/catalog.bin";
const PATHS: &str = "iam-dsl-aws/src/paths.rs";

/// Turns a path relative to the workspace into one that can be opened from anywhere.
pub(super) fn in_workspace(path: &str) -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).join(path)
}

pub(super) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path)
        .map_err(|error| Error::new(format!("cannot read `{}`: {error}", path.display())))
}

pub(super) fn render(catalog: &Catalog) -> Result<[Rendered; 3]> {
    let blob = blob::encode(catalog)?;
    let paths = paths::render(catalog, blob.fingerprint);
    Ok([
        Rendered {
            path: TEXT,
            contents: text::write(catalog).into_bytes(),
        },
        Rendered {
            path: BLOB,
            contents: blob.bytes,
        },
        Rendered {
            path: PATHS,
            contents: paths.into_bytes(),
        },
    ])
}

pub(super) fn write(catalog: &Catalog) -> Result<()> {
    for file in render(catalog)? {
        let path = in_workspace(file.path);
        let same = fs::read(&path).is_ok_and(|committed| committed == file.contents);
        // An unchanged file keeps its time, so that nothing is compiled again for it.
        if !same {
            fs::write(&path, &file.contents)
                .map_err(|error| Error::new(format!("cannot write `{}`: {error}", file.path)))?;
        }
        let state = if same { "unchanged" } else { "written" };
        println!("{state}: {} ({} bytes)", file.path, file.contents.len());
    }
    Ok(())
}

pub(super) fn committed() -> Result<Catalog> {
    let path = in_workspace(TEXT);
    text::read(&read(&path)?)
        .map_err(|error| error.with_help(format!("`{TEXT}` is written by `cargo xtask catalog`")))
}

pub(super) fn committed_if_any() -> Result<Option<Catalog>> {
    if in_workspace(TEXT).exists() {
        committed().map(Some)
    } else {
        Ok(None)
    }
}
