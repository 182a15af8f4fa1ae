//! What `--format sarif` writes keeps the schema of SARIF 2.1.0.

use insta::assert_snapshot;
use serde_json::Value;

use crate::run::run;

const SCHEMA: &str = include_str!("fixtures/schema/sarif-2.1.0.json");

#[test]
fn results_keep_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for arguments in [
        &["check/app.json", "check/refused.json", "check/syntax.json"][..],
        &["check/wide.json", "--used", "check/used.txt"],
        &["check/clean.json", "check/template.yaml"],
        &["check/gone.json", "broken", "../../../../tests/policies"],
    ] {
        let arguments = [&["check", "--format", "sarif"], arguments].concat();
        let run = run(&arguments);
        let log: Value = serde_json::from_str(&run.stdout).unwrap();
        valid(&log, &schema, &schema, "$");
    }
}

#[test]
fn results() {
    let run = run(&["check", "check/app.json", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    let run = &log["runs"][0];
    assert_snapshot!(serde_json::to_string_pretty(&run["results"]).unwrap());
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let rule = rules
            .iter()
            .find(|rule| rule["id"] == result["ruleId"])
            .unwrap();
        assert_ne!(rule["fullDescription"]["text"], "");
    }
}

/// Checks a value by the keywords that the schema has. One that is not known here fails, lest it be passed over.
fn valid(value: &Value, schema: &Value, root: &Value, at: &str) {
    for (keyword, wanted) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$ref" => {
                let target = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                valid(value, root.pointer(target).unwrap(), root, at);
            }
            "type" => {
                let is_it = match wanted.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64(),
                    "number" => value.is_number(),
                    other => panic!("type {other}"),
                };
                assert!(is_it, "{at} is no {wanted}: {value}");
            }
            "properties" => {
                for (name, value) in value.as_object().unwrap() {
                    if let Some(schema) = wanted.get(name) {
                        valid(value, schema, root, &format!("{at}.{name}"));
                    }
                }
            }
            "additionalProperties" => {
                let known = &schema["properties"];
                for (name, value) in value.as_object().unwrap() {
                    if known.get(name).is_some() || *wanted == Value::Bool(true) {
                        continue;
                    }
                    assert!(wanted.is_object(), "{at} has no {name}");
                    valid(value, wanted, root, &format!("{at}.{name}"));
                }
            }
            "required" => {
                for name in wanted.as_array().unwrap() {
                    assert!(
                        value.get(name.as_str().unwrap()).is_some(),
                        "{at} needs {name}"
                    );
                }
            }
            "items" => {
                for (index, item) in value.as_array().unwrap().iter().enumerate() {
                    valid(item, wanted, root, &format!("{at}[{index}]"));
                }
            }
            "minItems" => assert!(
                value.as_array().unwrap().len() as u64 >= wanted.as_u64().unwrap(),
                "{at}"
            ),
            "uniqueItems" => {
                let items = value.as_array().unwrap();
                let is_new = |index: usize| !items[..index].contains(&items[index]);
                assert!((0..items.len()).all(is_new), "{at} has an item twice");
            }
            "enum" => assert!(wanted.as_array().unwrap().contains(value), "{at}: {value}"),
            "minimum" => assert!(value.as_f64() >= wanted.as_f64(), "{at}: {value}"),
            "maximum" => assert!(value.as_f64() <= wanted.as_f64(), "{at}: {value}"),
            "anyOf" | "oneOf" => {
                let needs = |schema: &Value| {
                    let names = schema["required"].as_array().unwrap();
                    names
                        .iter()
                        .all(|name| value.get(name.as_str().unwrap()).is_some())
                };
                let count = wanted
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|schema| needs(schema))
                    .count();
                assert!(
                    count == 1 || count > 1 && keyword == "anyOf",
                    "{at}: {value}"
                );
            }
            "format" => {
                let text = value.as_str().unwrap();
                let is_uri = text.bytes().all(|byte| byte.is_ascii_graphic());
                assert!(wanted != "date-time" && is_uri, "{at}: {value}");
            }
            "pattern" => panic!("{at}: nothing of ours has a pattern"),
            "$schema" | "$id" | "title" | "description" | "default" | "definitions" => {}
            other => panic!("keyword {other}"),
        }
    }
}
