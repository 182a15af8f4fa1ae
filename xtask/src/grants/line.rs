//! The lines of the tables.

use std::{collections::BTreeSet, fmt::Write};

use serde_json::Value;

use super::{beside::beside, cdk::Cdk, matrix::Row, statement::Statement};

/// The region and the account of what the matrix grants.
const HOME: [&str; 2] = ["us-east-1", "123456789012"];

/// What a method gives: to a role, or to everyone where there is no grantee.
pub(super) struct Line<'a> {
    row: &'a Row,
    allows: String,
    /// One for each grant of aws-cdk-lib that is this one.
    beside: Vec<String>,
}

/// The lines of one type.
pub(super) fn lines<'a>(rows: &[&'a Row], cdk: &Cdk) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for row in rows.iter().filter(|row| is_shown(rows, row)) {
        let encrypted = rows
            .iter()
            .find(|other| is_same_call(row, other) && other.is_encrypted && !row.is_encrypted);
        let allows = allows(row, encrypted.copied());
        let beside = beside(cdk, row, encrypted.copied());
        let same = lines
            .iter_mut()
            .find(|line| is_same_call(line.row, row) && line.allows == allows);
        match same {
            Some(line) if line.beside.contains(&beside) => {}
            Some(line) => line.beside.push(beside),
            None => lines.push(Line {
                row,
                allows,
                beside: vec![beside],
            }),
        }
    }
    lines
}

impl Line<'_> {
    /// The line as one of a table; `all` are those of its type.
    pub(super) fn to_markdown(&self, all: &[Self]) -> String {
        format!(
            "| {} | {} | {} |\n",
            self.name(all),
            self.allows,
            self.beside.join("<br>")
        )
    }

    /// The method, and what tells it from the other lines of the same method.
    fn name(&self, all: &[Self]) -> String {
        let mut name = format!("`{}`", self.row.method);
        let mut particulars = Vec::new();
        if !["plain", "composite"].contains(&self.row.variant.as_str()) {
            particulars.push(self.row.variant.replace('_', " "));
        }
        if self.row.shape == "composite" {
            particulars.push("to a service and a role".to_owned());
        } else if all.iter().filter(|line| line.is_named_as(self)).count() > 1 {
            particulars.extend(arguments(&self.row.args));
        }
        if !particulars.is_empty() {
            let _ = write!(name, " ({})", particulars.join(", "));
        }
        name
    }

    fn is_named_as(&self, other: &Self) -> bool {
        let name = |row: &Row| (row.method.clone(), row.variant.clone(), row.shape.clone());
        name(self.row) == name(other.row)
    }
}

/// A role of the account or, without a grantee, whoever gets it. What is made of an ARN gives the same as what is made
/// of a name.
fn is_shown(rows: &[&Row], row: &Row) -> bool {
    let is_given = row.shape == "role" || !row.has_grantee();
    let is_imported = row.variant.ends_with("imported");
    let has_unencrypted = || {
        rows.iter()
            .any(|other| is_same_call(row, other) && !other.is_encrypted && other.error.is_none())
    };
    is_given && !is_imported && row.error.is_none() && !(row.is_encrypted && has_unencrypted())
}

/// The same method in the same way to the same sort of grantee, with a key or without.
fn is_same_call(row: &Row, other: &Row) -> bool {
    (&row.method, &row.variant, &row.args, &row.shape)
        == (&other.method, &other.variant, &other.args, &other.shape)
}

/// The arguments beside the grantee.
fn arguments(arguments: &Value) -> Vec<String> {
    match arguments {
        Value::Array(items) => items.iter().flat_map(self::arguments).collect(),
        Value::String(text) if text == "$grantee" => Vec::new(),
        Value::String(text) => vec![format!("`{text}`")],
        other => vec![format!("`{other}`")],
    }
}

fn allows(row: &Row, encrypted: Option<&Row>) -> String {
    let policy = if row.module == "iam" {
        "in its trust policy: "
    } else {
        "in its policy: "
    };
    let halves = |row: &Row| {
        let half = |place: &str, statements: &[Statement]| -> Vec<String> {
            let sentences = statements.iter().map(sentence);
            sentences.map(|text| format!("{place}{text}")).collect()
        };
        [
            half("", &row.identity),
            half(policy, &row.resource),
            half("in the key's policy: ", &row.key),
        ]
        .concat()
    };
    let mut parts: Vec<String> = Vec::new();
    let with_key = encrypted.into_iter().flat_map(|row| {
        let sentences = halves(row).into_iter();
        sentences.map(|text| (format!("with a key: {text}"), text))
    });
    let plain: BTreeSet<String> = halves(row).into_iter().collect();
    for part in halves(row) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    for (part, text) in with_key {
        if !plain.contains(&text) {
            parts.push(part);
        }
    }
    parts.join("<br>")
}

fn sentence(statement: &Statement) -> String {
    let mut sentence = String::new();
    if !statement.is_allow {
        sentence.push_str("denies ");
    }
    let _ = write!(sentence, "`{}`", statement.actions.join("`, `"));
    let resources: Vec<String> = statement
        .resources
        .iter()
        .map(|arn| shortened(arn))
        .collect();
    if !resources.is_empty() {
        let _ = write!(sentence, " on {}", resources.join(", "));
    }
    let conditions: Vec<&str> = statement
        .conditions
        .iter()
        .map(String::as_str)
        .filter(|condition| !condition.contains("kms:ViaService"))
        .collect();
    if !conditions.is_empty() {
        let _ = write!(sentence, " where {}", conditions.join(" and "));
    }
    sentence
}

/// The part of an ARN after the account, and the region or the account where it is another.
fn shortened(arn: &str) -> String {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [_, _, _, region, account, resource] = parts[..] else {
        return format!("`{arn}`");
    };
    let elsewhere: Vec<String> = [region, account]
        .into_iter()
        .filter(|part| !part.is_empty() && *part != "*" && !HOME.contains(part))
        .map(|part| format!(" in `{part}`"))
        .collect();
    format!("`{resource}`{}", elsewhere.concat())
}
