//! What both sides say of one policy.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

use iam_dsl_core::check::Finding;
use iam_dsl_core::{PolicyKind, check};
use serde_json::Value;

use crate::place;

/// A code and the path of what it is about, keys themselves in braces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    pub(super) code: String,
    pub(super) path: String,
}

/// A policy with the findings of both sides.
pub(super) struct Compared {
    pub(super) name: String,
    /// Findings that Access Analyzer has a check for.
    pub(super) ours: BTreeSet<Said>,
    pub(super) theirs: BTreeSet<Said>,
    /// Findings that it has no check for.
    pub(super) own: BTreeSet<Said>,
}

/// A finding that only one side has.
pub(super) struct Difference {
    pub(super) policy: String,
    pub(super) said: Said,
    pub(super) is_ours: bool,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whose = if self.is_ours { "ours" } else { "AWS's" };
        let Said { code, path } = &self.said;
        write!(f, "{}: {whose} alone: {code} at {path}", self.policy)
    }
}

impl Compared {
    pub(super) fn differences(&self) -> Vec<Difference> {
        let difference = |said: &Said| Difference {
            policy: self.name.clone(),
            said: said.clone(),
            is_ours: self.ours.contains(said),
        };
        self.ours
            .symmetric_difference(&self.theirs)
            .map(difference)
            .collect()
    }
}

/// Every policy of the shared file.
pub(super) fn all() -> Vec<Compared> {
    let folder = std::env::var_os("IAM_DSL_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let path = folder.join("conformance/access-analyzer-managed.jsonl");
    let lines = std::fs::read_to_string(path).unwrap();
    lines.lines().map(compared).collect()
}

fn compared(line: &str) -> Compared {
    let row: Value = serde_json::from_str(line).unwrap();
    let theirs = row["findings"].as_array().unwrap();
    let theirs = theirs
        .iter()
        .map(|finding| {
            let path = finding["path"].as_array().unwrap();
            said(finding["code"].as_str().unwrap(), path)
        })
        .collect();
    let mut found = Compared {
        name: row["name"].as_str().unwrap().to_owned(),
        ours: BTreeSet::new(),
        theirs,
        own: BTreeSet::new(),
    };
    for finding in check::validate(&row["policy"].to_string(), PolicyKind::Identity) {
        let side = if finding.code().is_own() {
            &mut found.own
        } else {
            &mut found.ours
        };
        side.insert(as_said(&finding));
    }
    found
}

fn as_said(finding: &Finding) -> Said {
    Said {
        code: finding.code().name().to_owned(),
        path: place(finding.path()),
    }
}

fn said(code: &str, path: &[Value]) -> Said {
    let step = |step: &Value| match step {
        Value::Object(key) => format!("{{{}}}", key["key"].as_str().unwrap()),
        Value::String(key) => key.clone(),
        other => other.to_string(),
    };
    let path: Vec<String> = path.iter().map(step).collect();
    Said {
        code: code.to_owned(),
        path: path.join("/"),
    }
}
