//! SARIF 2.1.0, the form in which analyses exchange results.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::fmt::Write;

use iam_dsl_core::check::{Code, FindingType};
use iam_dsl_core::json::Position;
use serde_json::{Value, json};

use super::answer::Found;
use super::file::Checked;
use super::reporter::{Reporter, Written, relative};
use super::tally::Tally;
use crate::output::Problem;

const START: &str = "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\
    \"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[\n";

/// Writes one document with all results, a line each.
pub(super) struct Sarif;

impl Reporter for Sarif {
    fn start(&self) -> String {
        START.to_owned()
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn checked(&self, checked: &Checked) -> String {
        let answer = &checked.answer;
        let mut results: Vec<String> = answer
            .findings
            .iter()
            .map(|found| found_in(found, checked.file_of(found).0).to_string())
            .collect();
        results.extend(checked.remarks.iter().map(|remark| {
            let text = with_help(&remark.message, remark.help.as_deref());
            let place = remark.place.as_ref();
            let region = place.map(|(_, start, end)| region(*start, *end));
            result(remark.level, &text, &checked.file, region).to_string()
        }));
        results.join(self.separator())
    }

    fn unreadable(&self, problem: &Problem) -> Written {
        let text = with_help(problem.message(), problem.help());
        let region = problem
            .excerpt()
            .map(|excerpt| json!({"startLine": excerpt.line(), "startColumn": excerpt.column()}));
        let result = result(problem.level(), &text, problem.file(), region);
        Written::Output(result.to_string())
    }

    fn finish(&self, tally: &Tally) -> String {
        let rules: Vec<Value> = tally.codes.values().map(rule).collect();
        let tool = json!({
            "driver": {
                "name": "cargo-iam",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            },
        });
        let invocations = json!([{"executionSuccessful": tally.unreadable == 0}]);
        format!("\n],\"invocations\":{invocations},\"tool\":{tool}}}]}}\n")
    }
}

fn found_in(found: &Found, file: &str) -> Value {
    let text = with_help(&found.message, found.help.as_deref());
    let region = region(found.start, found.end);
    let mut result = result(found.level, &text, file, Some(region));
    if let Some(result) = result.as_object_mut() {
        result.insert("ruleId".to_owned(), found.code.name().into());
    }
    if !found.at.is_empty()
        && let Some(place) = result.pointer_mut("/locations/0")
        && let Some(place) = place.as_object_mut()
    {
        let name = json!([{"fullyQualifiedName": found.at}]);
        place.insert("logicalLocations".to_owned(), name);
    }
    result
}

fn result(level: FindingType, text: &str, file: &str, region: Option<Value>) -> Value {
    let mut place = json!({"artifactLocation": {"uri": uri(file)}});
    if let (Some(place), Some(region)) = (place.as_object_mut(), region) {
        place.insert("region".to_owned(), region);
    }
    json!({
        "level": self::level(level),
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    })
}

fn region(start: Position, end: Position) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A code, with all that its documentation says.
fn rule(code: &Code) -> Value {
    let meaning = code.meaning().trim();
    let (short, _) = meaning.split_once("\n\n").unwrap_or((meaning, ""));
    let mut rule = json!({
        "id": code.name(),
        "shortDescription": {"text": line(short)},
        "fullDescription": {"text": line(meaning)},
        "help": {"text": line(meaning), "markdown": meaning},
        "defaultConfiguration": {"level": level(code.finding_type())},
        "properties": {"tags": ["aws", "iam"]},
    });
    let page = meaning
        .rsplit_once("AWS: <")
        .and_then(|(_, page)| page.split_once('>'));
    if let (Some((page, _)), Some(rule)) = (page, rule.as_object_mut()) {
        rule.insert("helpUri".to_owned(), page.into());
    }
    if code.finding_type() == FindingType::SecurityWarning
        && let Some(properties) = rule.get_mut("properties")
    {
        // With these, GitHub lists the alert as one of security.
        *properties = json!({"tags": ["aws", "iam", "security"], "security-severity": "7.0"});
    }
    rule
}

fn level(level: FindingType) -> &'static str {
    match level {
        FindingType::Error => "error",
        FindingType::Suggestion => "note",
        _ => "warning",
    }
}

fn with_help(message: &str, help: Option<&str>) -> String {
    match help {
        Some(help) => format!("{message}; {help}"),
        None => message.to_owned(),
    }
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a file name as a reference.
fn uri(file: &str) -> String {
    let file = relative(file);
    let mut uri = String::with_capacity(file.len());
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    if file.starts_with('/') {
        uri.insert_str(0, "file://");
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_references() {
        assert_eq!(uri("a b/é.json"), "a%20b/%C3%A9.json");
        assert_eq!(uri("/else/where/a.json"), "file:///else/where/a.json");
        assert_eq!(uri("./a.json"), "a.json");
    }
}
