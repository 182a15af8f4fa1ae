//! The form for people: policies by file, a request a line.

mod caller;
mod check;
mod example;
mod file;
mod files;
mod keys;
mod layers;
mod possible;
mod problems;
mod provider;
mod scalar;
mod scope;
mod sentence;
mod test;
mod tree;
mod words;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use self::files::{Files, Good};
use super::{Case, Unreadable, empty, unopened};
use crate::read::Source;

type Outcome = Result<Case, Unreadable>;

/// Reads all cases of a file. A test that cannot be read leaves the others alone.
pub(super) fn cases(path: &Path) -> Vec<Outcome> {
    let file: Rc<str> = path.to_string_lossy().into();
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return vec![Err(Unreadable::unnamed(unopened(&file, &error)))],
    };
    let source = Source {
        file: &file,
        // Editors of Windows begin files with a mark that is no part of them.
        text: text.trim_start_matches('\u{feff}'),
        first_line: 1,
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    match tree::parse(source.text) {
        Ok(Some(node)) => {
            let files = Files {
                source,
                folder,
                good: &Good::default(),
            };
            file::cases(&node, files, &file)
        }
        Ok(None) => vec![Err(Unreadable::unnamed(empty(&file)))],
        Err(mistake) => vec![Err(Unreadable::unnamed(source.problem(mistake)))],
    }
}
