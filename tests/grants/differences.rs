//! The table of reasons, `tests/fixtures/grant-differences.tsv`: where grants differ from aws-cdk-lib's on purpose.

use std::{cell::Cell, fs, path::Path};

/// One row: what differs, of which grants, and why.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) sort: Sort,
    /// The method of aws-cdk-lib; with `*` at its end, all that begin so.
    method: String,
    /// The action, or the shape of the grantee; `*` is any. A shape that ends in ` of latestVersion` is about resources
    /// that were made so alone.
    what: String,
    pub(crate) reason: String,
    /// Whether some case needs it.
    is_used: Cell<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// An action that CDK names is not there.
    LeftOut,
    /// An action is on another resource, under other conditions, or there where CDK has it not.
    Moved,
    /// Other sides get their halves, or none does.
    Case,
}

impl Difference {
    pub(crate) fn is_about(&self, sort: Sort, method: &str, what: &str) -> bool {
        let is_it = self.sort == sort && fits(&self.method, method) && fits(&self.what, what);
        if is_it {
            self.is_used.set(true);
        }
        is_it
    }

    /// The row as it stands in the table, if no case has needed it.
    pub(crate) fn unused(&self) -> Option<String> {
        (!self.is_used.get()).then(|| {
            format!(
                "{:?} {} {}: {}",
                self.sort, self.method, self.what, self.reason
            )
        })
    }
}

fn fits(pattern: &str, text: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => text.starts_with(start),
        None => pattern == text,
    }
}

pub(crate) fn differences() -> Vec<Difference> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/grant-differences.tsv");
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [sort, method, what, reason] = fields[..] else {
                panic!("four fields: {line}");
            };
            assert!(!reason.trim().is_empty(), "{line}");
            let sort = match sort {
                "left-out" => Sort::LeftOut,
                "moved" => Sort::Moved,
                "case" => Sort::Case,
                _ => panic!("`left-out`, `moved` or `case`: {line}"),
            };
            Difference {
                sort,
                method: method.to_owned(),
                what: what.to_owned(),
                reason: reason.to_owned(),
                is_used: Cell::new(false),
            }
        })
        .collect()
}
