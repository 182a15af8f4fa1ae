//! What is found in files, and where.

use std::fmt::Write as _;

use iam_dsl_core::json::Value;

use super::*;

/// What is found in a file: a line a policy, then a line a text in it with what the file has there.
fn shown(name: &str, text: &str) -> String {
    let mut shown = String::new();
    for policy in policies(Path::new(name), text, PolicyKind::Identity) {
        match policy {
            Ok(policy) => {
                writeln!(shown, "{} ({})", policy.at, policy.kind).unwrap();
                show(&policy.node, "", text, &mut shown);
            }
            Err(problem) => {
                let excerpt = problem.excerpt().unwrap();
                let place = (excerpt.line(), excerpt.column());
                writeln!(shown, "{} at {place:?}", problem.message()).unwrap();
            }
        }
    }
    shown
}

fn show(node: &Node<'_>, path: &str, text: &str, shown: &mut String) {
    let place = |span: json::Span| &text[placed::range(span)];
    let value = match &node.value {
        Value::Object(members) => {
            for member in members {
                let key = place(member.key_span);
                if !key.is_empty() && key.trim_matches(['"', '\'', '\\']) != member.key {
                    writeln!(shown, "  {} is written {key}", member.key).unwrap();
                }
                show(
                    &member.value,
                    &format!("{path}.{}", member.key),
                    text,
                    shown,
                );
            }
            return;
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                show(item, &format!("{path}[{index}]"), text, shown);
            }
            return;
        }
        Value::String(text) => text.to_string(),
        Value::Opaque => "?".to_owned(),
        other => format!("{other:?}"),
    };
    let written = place(node.span);
    if written.trim_matches(['"', '\\']) == value {
        writeln!(shown, "  {path}: {value}").unwrap();
    } else {
        writeln!(shown, "  {path}: {value} <- {written}").unwrap();
    }
}

macro_rules! fixtures {
    ($($name:ident $file:literal)*) => {$(
        #[test]
        fn $name() {
            let text = include_str!(concat!("fixtures/", $file));
            insta::assert_snapshot!(stringify!($name), shown($file, text));
        }
    )*};
}

fixtures! {
    cloudformation_json "cloudformation.json"
    cloudformation_yaml "cloudformation.yaml"
    terraform "main.tf"
    terraform_json "main.tf.json"
    terraform_plan "plan.json"
    account_details "account.json"
    plain_policy "policy.json"
}

#[test]
fn a_file_without_policies_is_silent() {
    assert_eq!(shown("package.json", r#"{"name": "x"}"#), "");
    assert_eq!(
        shown("x.json", "Statement {"),
        "expected a value, found `Statement` at (1, 1)\n"
    );
}
