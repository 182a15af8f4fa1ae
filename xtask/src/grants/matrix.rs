//! The rows that the example `grant_matrix` prints.

use std::process::Command;

use serde_json::Value;

use super::{root, statement::Statement};
use crate::error::{Error, Result};

/// What one of our methods gives to one grantee.
pub(super) struct Row {
    pub(super) module: String,
    pub(super) class: String,
    pub(super) method: String,
    pub(super) cdk: Option<String>,
    pub(super) variant: String,
    pub(super) args: Value,
    pub(super) shape: String,
    pub(super) is_encrypted: bool,
    pub(super) identity: Vec<Statement>,
    pub(super) resource: Vec<Statement>,
    pub(super) key: Vec<Statement>,
    pub(super) error: Option<String>,
}

impl Row {
    fn of(row: &Value) -> Self {
        let text = |key: &str| row[key].as_str().map(str::to_owned);
        let statements = |key: &str| {
            let list = row[key].as_array();
            list.into_iter().flatten().map(Statement::of).collect()
        };
        Self {
            module: text("module").unwrap_or_default(),
            class: text("class").unwrap_or_default(),
            method: text("method").unwrap_or_default(),
            cdk: text("cdk"),
            variant: text("variant").unwrap_or_default(),
            args: row["args"].clone(),
            shape: text("shape").unwrap_or_default(),
            is_encrypted: row["encrypted"] == Value::Bool(true),
            identity: statements("identity"),
            resource: statements("resource"),
            key: statements("key"),
            error: text("error"),
        }
    }

    /// Whether the method takes a grantee, or says itself who gets it.
    pub(super) fn has_grantee(&self) -> bool {
        self.args.to_string().contains("$grantee")
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Statement> {
        self.identity.iter().chain(&self.resource).chain(&self.key)
    }
}

pub(super) fn rows() -> Result<Vec<Row>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--package",
            "iam-dsl",
            "--example",
            "grant_matrix",
        ])
        .current_dir(root())
        .output()
        .map_err(|error| Error::new(format!("cannot run the example `grant_matrix`: {error}")))?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!(
            "the example `grant_matrix` failed: {message}"
        )));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| {
            let row: Value = line
                .parse()
                .map_err(|error| Error::new(format!("`grant_matrix` printed no JSON: {error}")))?;
            Ok(Row::of(&row))
        })
        .collect()
}
