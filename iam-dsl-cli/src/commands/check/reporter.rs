//! How answers are written, in whatever format.

use std::env;
use std::path::Path;

use anstream::ColorChoice;

use super::file::Checked;
use super::tally::Tally;
use crate::output::{Problem, snippet};

/// Makes text of answers. Many threads ask for it, so that it knows nothing of the answers before.
pub(super) trait Reporter: Sync {
    /// What stands before all answers.
    fn start(&self) -> String {
        String::new()
    }

    /// What stands between two texts.
    fn separator(&self) -> &'static str {
        ""
    }

    fn checked(&self, checked: &Checked) -> String;

    /// What could not be read, or what is to be said of files that hold no policy.
    fn unreadable(&self, problem: &Problem) -> Written;

    /// What stands after all answers.
    fn finish(&self, _tally: &Tally) -> String {
        String::new()
    }
}

/// A text, and where it goes.
pub(super) enum Written {
    Output(String),
    Error(String),
}

impl Written {
    /// A problem for people, beside what is written.
    pub(super) fn aside(problem: &Problem) -> Self {
        let is_coloured = anstream::stderr().current_choice() != ColorChoice::Never;
        Self::Error(format!("{}\n\n", snippet(problem, is_coloured)))
    }
}

/// Returns the name of a file relative to the folder that the run is in: so tools find it wherever that folder is.
pub(super) fn relative(file: &str) -> &str {
    let here = env::current_dir().unwrap_or_default();
    let path = Path::new(file);
    let inside = path.strip_prefix(here).or_else(|_| path.strip_prefix("."));
    inside.ok().and_then(Path::to_str).unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_here() {
        assert_eq!(relative("./a.json"), "a.json");
        assert_eq!(relative("../a.json"), "../a.json");
        assert_eq!(relative("/else/where/a.json"), "/else/where/a.json");
        let here = env::current_dir().unwrap();
        let file = here.join("in/a.json");
        assert_eq!(relative(file.to_str().unwrap()), "in/a.json");
    }
}
