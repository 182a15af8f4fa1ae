//! What a new lint begins as.

/// Returns the file of a lint that finds something in every statement that allows.
pub(super) fn lint(code: &str) -> String {
    format!(
        r#"//! FIXME: what a good policy does, in one sentence.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/FIXME>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{{Code, Message}};

codes! {{
    /// FIXME: what is found, in one sentence.
    ///
    /// FIXME: why it is bad, in one to three sentences that a newcomer understands.
    ///
    /// Instead, FIXME: what to write.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/FIXME>
    {code} = warning, own;
}}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {{
    for statement in document.statements.iter().filter(|of| of.allows()) {{
        let message = Message::new(Code::{code}, "FIXME: what is wrong, in one line")
            .with_help("FIXME: the next step");
        report.add(statement.place, statement.span, message);
    }}
}}
"#
    )
}

/// Returns the file of policies to try it on. A test fails as long as nothing tells them apart.
pub(super) fn twins() -> String {
    let policy = r#"    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::FIXME/*"
        }
      ]
    }"#;
    format!(
        r#"{{
  "kind": "identity",
  "raises": [
{policy}
  ],
  "at": [
    "Statement/0"
  ],
  "does_not": [
{policy}
  ]
}}
"#
    )
}

/// Adds a lint to the file that lists them, where its name belongs.
pub(super) fn registered(list: &str, name: &str) -> Option<String> {
    let with_module = inserted(
        list,
        |line| line.strip_prefix("mod ")?.strip_suffix(';'),
        name,
    )?;
    let start = with_module.find("checks![\n")? + "checks![\n".len();
    let (before, rest) = with_module.split_at(start);
    let (items, after) = rest.split_at(rest.find("];")?);
    let items = inserted(
        items,
        |line| line.strip_prefix("    ")?.strip_suffix(','),
        name,
    )?;
    Some(format!("{before}{items}{after}"))
}

/// Adds a line like those in which `named` finds a name, before the first with a greater one.
fn inserted(text: &str, named: impl Fn(&str) -> Option<&str>, name: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let is_one = |line: &&str| named(line).is_some();
    let (first, last) = (
        lines.iter().position(is_one)?,
        lines.iter().rposition(is_one)?,
    );
    let like = lines.get(first)?;
    let new = like.replacen(named(like)?, name, 1);
    let is_greater = |line: &&str| named(line).is_some_and(|other| other > name);
    let at = lines.iter().position(is_greater).unwrap_or(last + 1);
    let (before, after) = lines.split_at_checked(at)?;
    let mut all = before.to_vec();
    all.push(&new);
    all.extend(after);
    Some(all.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::registered;

    const LIST: &str = "\
//! Lints.

mod audience;
mod broad_action;
mod version;

use super::Check;

const LINTS: &[Check] = checks![
    audience,
    version,
];

fn rest() {}
";

    #[test]
    fn a_lint_is_put_where_its_name_belongs() {
        let with = |name| registered(LIST, name).expect("a list");
        let middle = with("empty_list");
        assert!(middle.contains("mod broad_action;\nmod empty_list;\nmod version;\n"));
        assert!(
            middle.contains("    audience,\n    empty_list,\n    version,\n];\n\nfn rest() {}\n")
        );
        let first = with("aaa");
        assert!(first.contains("\nmod aaa;\nmod audience;\n"));
        assert!(first.contains("checks![\n    aaa,\n    audience,\n"));
        let last = with("zzz");
        assert!(last.contains("mod version;\nmod zzz;\n\nuse super::Check;\n"));
        assert!(last.contains("    version,\n    zzz,\n];\n"));
    }

    #[test]
    fn what_has_no_list_is_left_alone() {
        assert_eq!(registered("mod audience;\n", "empty_list"), None);
    }
}
