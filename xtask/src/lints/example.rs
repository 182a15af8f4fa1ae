//! The policies of a code that are shown: the first that raises it, and the first that does not.

use std::{collections::BTreeMap, fs, path::Path};

use iam_dsl_rules::json::{self, Node, Value};

use crate::error::{Error, Result};

/// Where the policies are.
pub(super) const FOLDER: &str = "tests/policies/findings";

/// What `docs/lints.md` shows of a code, ready to print.
pub(super) struct Example {
    /// The kind of policy, as its file has it.
    pub(super) kind: String,
    pub(super) raises: String,
    pub(super) instead: String,
}

/// Reads the example of every code.
pub(super) fn examples(root: &Path) -> Result<BTreeMap<String, Example>> {
    let folder = root.join(FOLDER);
    let cannot = |what: &dyn std::fmt::Display| Error::new(format!("cannot read {FOLDER}: {what}"));
    let mut examples = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|error| cannot(&error))? {
        let path = entry.map_err(|error| cannot(&error))?.path();
        let Some(code) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        let text = fs::read_to_string(&path).map_err(|error| cannot(&error))?;
        let example = example(&text)
            .ok_or_else(|| Error::new(format!("{FOLDER}/{code}.json has no policies to show")))?;
        examples.insert(code.to_owned(), example);
    }
    Ok(examples)
}

fn example(text: &str) -> Option<Example> {
    let file = json::parse(text).ok()?;
    let first = |name: &str| match &file.get(name)?.value {
        Value::Array(policies) => policies.first(),
        _ => None,
    };
    let policies = (first("raises")?, first("does_not")?);
    let statements = only_statement(policies.0).zip(only_statement(policies.1));
    let (raises, instead) = statements.unwrap_or(policies);
    Some(Example {
        kind: file.get("kind")?.as_str()?.to_owned(),
        raises: shown(text, raises)?,
        instead: shown(text, instead)?,
    })
}

/// Returns a part of a file as it stands there, but for the margin.
fn shown(text: &str, part: &Node<'_>) -> Option<String> {
    // What is no JSON is written as a string.
    if let Some(text) = part.as_str() {
        return Some(text.to_owned());
    }
    let (start, end) = (part.span.start as usize, part.span.end as usize);
    let lines_before = text.get(..start)?;
    let line = lines_before.rsplit('\n').next()?;
    let indent = line.len() - line.trim_start().len();
    let lines = text.get(start..end)?.lines();
    let dedented = lines.map(|line| {
        let (margin, rest) = line.split_at_checked(indent).unwrap_or(("", line));
        if margin.trim().is_empty() { rest } else { line }
    });
    Some(dedented.collect::<Vec<_>>().join("\n"))
}

/// Returns the one statement of a policy, where the rest is as usual.
fn only_statement<'n, 'a>(policy: &'n Node<'a>) -> Option<&'n Node<'a>> {
    let Value::Object(members) = &policy.value else {
        return None;
    };
    let is_usual =
        members.len() == 2 && policy.get("Version").and_then(Node::as_str) == Some("2012-10-17");
    match &policy.get("Statement")?.value {
        Value::Array(statements) if is_usual => match statements.as_slice() {
            [only] => Some(only),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::example;

    fn file(raises: &str, does_not: &str) -> String {
        format!(
            r#"{{
  "kind": "identity",
  "raises": [
    {raises}
  ],
  "does_not": [
    {{
      "Version": "2012-10-17",
      "Statement": [
        {{
          "Effect": "{does_not}"
        }}
      ]
    }}
  ]
}}"#
        )
    }

    #[test]
    fn the_only_statement_is_shown_by_itself() {
        let raises = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "allow"}]}"#;
        let example = example(&file(raises, "Allow")).expect("an example");
        assert_eq!(example.raises, r#"{"Effect": "allow"}"#);
        assert_eq!(example.instead, "{\n  \"Effect\": \"Allow\"\n}");
    }

    #[test]
    fn both_policies_are_shown_whole_where_one_has_more_than_a_statement() {
        let example = example(&file(r#""no JSON""#, "Allow")).expect("an example");
        assert_eq!(example.raises, "no JSON");
        assert!(example.instead.starts_with("{\n  \"Version\""));
        assert!(example.instead.ends_with("\n}"));
    }
}
