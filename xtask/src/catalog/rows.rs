use super::files::{in_workspace, read};
use crate::error::{Error, Result};

/// A fact file's rows: words of lines that are neither empty nor comments.
pub(super) struct Rows {
    path: &'static str,
    contents: String,
}

pub(super) struct Row<'r> {
    path: &'static str,
    line: usize,
    pub(super) words: Vec<&'r str>,
}

impl Rows {
    pub(super) fn open(path: &'static str) -> Result<Self> {
        Ok(Self {
            path,
            contents: read(&in_workspace(path))?,
        })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.contents
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
            .map(|(at, line)| Row {
                path: self.path,
                line: at + 1,
                words: line.split_whitespace().collect(),
            })
    }
}

impl Row<'_> {
    /// The row's words when there are exactly `N` of them.
    pub(super) fn columns<const N: usize>(&self) -> Result<[&str; N]> {
        <[&str; N]>::try_from(self.words.as_slice())
            .map_err(|_| self.error(&format!("expected {N} columns")))
    }

    pub(super) fn error(&self, message: &str) -> Error {
        Error::new(format!("{} line {}: {message}", self.path, self.line))
    }
}
