//! Which files are meant: by name, in a folder, or by a pattern.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use iam_dsl_core::check::FindingType;

use super::glob::Glob;
use super::sidecar::beside;
use crate::output::Problem;

/// Folders in which files are not one's own.
const FOREIGN: &[&str] = &[".git", ".terraform", "node_modules", "target"];

/// The endings of files that may hold policies.
const HOLDING: &[&str] = &["json", "template", "tf", "tofu", "yaml", "yml"];

/// A file that is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    pub(super) path: PathBuf,
    /// Somebody named this very file, so that it is a mistake if it holds no policy.
    pub(super) is_named: bool,
}

impl Input {
    /// Returns the name, with `/` between its parts.
    pub(super) fn name(&self) -> String {
        name_of(&self.path)
    }
}

/// Returns the name of a file, with `/` between its parts.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.to_string_lossy();
    if cfg!(windows) {
        name.replace('\\', "/")
    } else {
        name.into_owned()
    }
}

/// The files that are meant, each once, in the order in which they were first meant.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// What was asked for.
    pub(super) names: Vec<String>,
    pub(super) files: Vec<Input>,
    pub(super) problems: Vec<Problem>,
    known: HashMap<PathBuf, usize>,
    known_sidecars: HashSet<PathBuf>,
}

impl Inputs {
    pub(super) fn of(names: &[PathBuf]) -> Self {
        let mut inputs = Self::default();
        for name in names {
            inputs.names.push(name.to_string_lossy().into_owned());
            inputs.add(name);
        }
        inputs
    }

    fn add(&mut self, name: &Path) {
        if name.is_dir() {
            self.folder(name);
        } else if is_sidecar(name) && name.exists() {
            self.sidecar(name);
        } else if let Some(glob) = Glob::of(name).filter(|_| !name.exists()) {
            let tree = glob.tree();
            if tree.files.is_empty() && tree.sidecars.is_empty() {
                let message = format!("no file matches `{}`", name.display());
                self.problems
                    .push(Problem::new(name.to_string_lossy(), message));
            }
            self.tree(tree);
        } else {
            self.file(name.to_owned(), true);
        }
    }

    /// A shell that fills in `policies/*.json` names what is allowed, too. That is read with its policy.
    fn sidecar(&mut self, name: &Path) {
        if !has_policy(name) {
            self.problems.push(without_policy(name));
        }
    }

    fn folder(&mut self, folder: &Path) {
        let mut tree = Tree::default();
        tree.walk(folder);
        self.tree(tree);
    }

    fn tree(&mut self, tree: Tree) {
        for (folder, error) in tree.unreadable {
            let message = format!("cannot read the folder `{}`: {error}", folder.display());
            self.problems
                .push(Problem::new(folder.to_string_lossy(), message));
        }
        for sidecar in tree.sidecars {
            let short = sidecar.strip_prefix(".").unwrap_or(&sidecar);
            // Nobody named it, and it may be of another program.
            if !has_policy(&sidecar) && self.known_sidecars.insert(short.to_owned()) {
                let problem = without_policy(short).of(FindingType::Warning, None);
                self.problems.push(problem);
            }
        }
        for file in tree.files {
            self.file(file, false);
        }
    }

    fn file(&mut self, path: PathBuf, is_named: bool) {
        let short = path.strip_prefix(".").unwrap_or(&path).to_owned();
        let known = self.known.get(&short).copied();
        if let Some(input) = known.and_then(|index| self.files.get_mut(index)) {
            input.is_named |= is_named;
        } else {
            let path = if is_named { path } else { short.clone() };
            self.known.insert(short, self.files.len());
            self.files.push(Input { path, is_named });
        }
    }
}

/// What there is in folders.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) files: Vec<PathBuf>,
    /// What says what is allowed of others.
    pub(super) sidecars: Vec<PathBuf>,
    pub(super) unreadable: Vec<(PathBuf, io::Error)>,
}

impl Tree {
    /// Collects the files of a folder that may hold policies, by name, and those of folders in it.
    pub(super) fn walk(&mut self, folder: &Path) {
        for entry in self.entries(folder) {
            let path = entry.path();
            if is_folder(&entry) {
                self.walk(&path);
            } else if is_file(&entry) {
                self.add(path, false);
            }
        }
    }

    /// Adds a file if it may hold policies, or in any case where it is what somebody asked for.
    pub(super) fn add(&mut self, path: PathBuf, is_wanted: bool) {
        if is_sidecar(&path) {
            self.sidecars.push(path);
        } else if is_wanted || may_hold_policies(&path) {
            self.files.push(path);
        }
    }

    /// Returns what is in a folder, by name, but for folders of other people's files.
    pub(super) fn entries(&mut self, folder: &Path) -> Vec<DirEntry> {
        let is_own = |entry: &DirEntry| {
            let name = entry.file_name();
            !(is_folder(entry) && FOREIGN.iter().any(|foreign| name == OsStr::new(foreign)))
        };
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = entries.unwrap_or_else(|error| {
            // A pattern may look into a folder more than once.
            if self.unreadable.iter().all(|(known, _)| known != folder) {
                self.unreadable.push((folder.to_owned(), error));
            }
            Vec::new()
        });
        entries.retain(is_own);
        entries.sort_by_key(DirEntry::file_name);
        entries
    }
}

/// Links to folders are not followed: they may lead in a circle.
pub(super) fn is_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|found| found.is_dir())
}

/// Whether there is a file or a link to one, even if it leads nowhere: that is to be said. Pipes may never end.
pub(super) fn is_file(entry: &DirEntry) -> bool {
    let is_link = entry.file_type().is_ok_and(|found| found.is_symlink());
    match fs::metadata(entry.path()) {
        Ok(found) => found.is_file(),
        Err(_) => is_link,
    }
}

/// Whether a file may hold policies, by its name.
fn may_hold_policies(path: &Path) -> bool {
    HOLDING.iter().any(|ending| has_extension(path, ending))
}

/// Whether the file is there of which another says what is allowed.
fn has_policy(sidecar: &Path) -> bool {
    let policy = sidecar.with_extension("");
    if HOLDING.iter().any(|of| policy.with_extension(of).exists()) {
        return true;
    }
    // It may have any other ending, if somebody names it, and letters of another case.
    let folder = sidecar.parent().filter(|folder| *folder != Path::new(""));
    let entries = fs::read_dir(folder.unwrap_or(Path::new(".")));
    entries.into_iter().flatten().flatten().any(|entry| {
        let is_it = beside(Path::new(&entry.file_name())).file_name() == sidecar.file_name();
        is_it && is_file(&entry)
    })
}

fn without_policy(sidecar: &Path) -> Problem {
    let policy = sidecar.with_extension("").with_extension("json");
    let message = format!(
        "this says what is allowed of `{}`, which is not there",
        name_of(&policy)
    );
    Problem::new(name_of(sidecar), message)
        .with_help("name it after the file with the policy, or remove it".to_owned())
}

fn is_sidecar(path: &Path) -> bool {
    let stem = path.file_stem().map(Path::new);
    has_extension(path, "json") && stem.is_some_and(|stem| has_extension(stem, "allow"))
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// That holds for the superuser, too, to whom no folder is closed.
    #[test]
    fn a_folder_that_cannot_be_read_is_told_once_and_stops_nothing() {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let gone = package.join("no-such-folder");
        let mut tree = Tree::default();
        tree.walk(&gone);
        tree.walk(&package.join("tests/cli/fixtures"));
        tree.walk(&gone);
        let unreadable: Vec<&PathBuf> = tree.unreadable.iter().map(|(folder, _)| folder).collect();
        assert_eq!(unreadable, [&gone]);
        assert!(!tree.files.is_empty());
        let mut inputs = Inputs::default();
        inputs.tree(tree);
        assert!(
            inputs.problems[0]
                .message()
                .starts_with("cannot read the folder")
        );
    }
}
