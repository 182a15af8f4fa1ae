//! File names with `*`, `?` and `**`, for where no shell has expanded them.

use std::path::{Component, Path, PathBuf};

use iam_dsl_core::pattern;

use super::inputs::{Tree, is_file, is_folder};

/// A pattern of file names: `policies/**/*.json`.
pub(super) struct Glob {
    /// What stands before the first wildcard.
    base: PathBuf,
    /// A pattern a level.
    levels: Vec<String>,
}

impl Glob {
    /// Reads a name that has wildcards.
    pub(super) fn of(name: &Path) -> Option<Self> {
        let mut base = PathBuf::new();
        let mut levels: Vec<String> = Vec::new();
        for component in name.components() {
            let text = component.as_os_str().to_str()?;
            let is_plain = !matches!(component, Component::Normal(_)) || !text.contains(['*', '?']);
            if levels.is_empty() && is_plain {
                base.push(component);
            } else if text != "**" || levels.last().is_none_or(|last| last != "**") {
                levels.push(text.to_owned());
            }
        }
        (!levels.is_empty()).then_some(Self { base, levels })
    }

    /// Returns the files that match, and the folders that cannot be read.
    pub(super) fn tree(&self) -> Tree {
        let mut tree = Tree::default();
        let is_there = self.base.as_os_str().is_empty() || self.base.is_dir();
        if is_there {
            collect(&self.base, &self.levels, &mut tree);
        }
        tree
    }
}

/// Collects what matches in a folder.
fn collect(folder: &Path, levels: &[String], tree: &mut Tree) {
    let Some((level, deeper)) = levels.split_first() else {
        return;
    };
    let here = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    if level == "**" && deeper.is_empty() {
        return tree.walk(here);
    }
    if level == "**" {
        collect(folder, deeper, tree);
    }
    for entry in tree.entries(here) {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let path = folder.join(name);
        if level == "**" {
            if is_folder(&entry) {
                collect(&path, levels, tree);
            }
            continue;
        }
        let is_hidden = name.starts_with('.') && !level.starts_with('.');
        if is_hidden || !pattern::glob(level, name) {
            continue;
        }
        match (is_folder(&entry), deeper.is_empty()) {
            (true, false) => collect(&path, deeper, tree),
            (true, true) => tree.walk(&path),
            (false, true) if is_file(&entry) => tree.add(path, has_ending(level)),
            (false, _) => {}
        }
    }
}

/// Whether a pattern names the ending of the files it wants, other than that of JSON.
fn has_ending(level: &str) -> bool {
    let extension = Path::new(level).extension();
    extension.is_some_and(|extension| {
        !extension.eq_ignore_ascii_case("json") && !extension.to_string_lossy().contains(['*', '?'])
    })
}
