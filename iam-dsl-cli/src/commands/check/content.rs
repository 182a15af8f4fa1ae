//! What a file is: a policy, something that has policies in it, or neither.

use std::path::Path;

use iam_dsl_core::json::{self, Node, Value};
use iam_dsl_core::{PolicyKind, ReadError};

use super::inputs::Input;
use super::judge::Settings;
use crate::output::Problem;
use crate::source::{self, Embedded};

/// What is in a file.
pub(super) enum Content<'a> {
    /// In the order of the file, with what is wrong where one cannot be read.
    Policies(Vec<Result<Embedded<'a>, Problem>>),
    /// A policy, or something with policies, that is no JSON, and what to do about it where that is more than the error says.
    Unparsable(ReadError, Option<&'static str>),
    Nothing,
}

impl Content<'_> {
    /// Returns the kind of the policy where the file is one, in JSON.
    pub(super) fn policy_kind(&self) -> Option<PolicyKind> {
        match self {
            Self::Policies(policies) => match policies.as_slice() {
                [Ok(policy)] if policy.at.is_empty() && policy.text.is_some() => Some(policy.kind),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Finds the policies of a file. What nobody named must look like a policy.
pub(super) fn of<'a>(input: &Input, text: &'a str, settings: &Settings) -> Content<'a> {
    let kind = settings.kind;
    if !is_json(&input.path, text) {
        let found = source::policies(&input.path, text, kind);
        let is_read = found.iter().any(Result::is_ok);
        // Much is called YAML that is none, such as the templates of other programs.
        let is_wanted = input.is_named || is_read || text.contains("AWS::");
        return if found.is_empty() || !is_wanted {
            Content::Nothing
        } else {
            Content::Policies(found)
        };
    }
    let parsed = json::parse(text);
    let is_named_json = extension(&input.path).is_some_and(|extension| extension == "json");
    if parsed.is_err() && !is_named_json && !begins_as_json(text) {
        // What is in a file without an ending that tells, or on standard input, may begin in any way.
        let found = source::policies(&input.path, text, kind);
        if found.iter().any(Result::is_ok) {
            return Content::Policies(found);
        }
    }
    let node = match parsed {
        Ok(node) => node,
        Err(_) if !input.is_named && !text.contains("\"Statement\"") => return Content::Nothing,
        Err(error) => return Content::Unparsable(error, help(input, text)),
    };
    if node.get("Statement").is_none() {
        let found = source::policies(&input.path, text, kind);
        if !found.is_empty() {
            return Content::Policies(found);
        }
        let is_taken = input.is_named && !is_of_resources(&node) || is_meant_as_policy(&node);
        if !is_taken {
            return Content::Nothing;
        }
    }
    // Who names a file can say its kind, and who names a folder cannot: policies of several kinds may be in it.
    let guessed = (settings.is_kind_assumed && !input.is_named).then(|| source::guess(&node));
    Content::Policies(vec![Ok(Embedded {
        at: String::new(),
        kind: guessed.flatten().unwrap_or(kind),
        node,
        text: Some(text),
    })])
}

/// The text without the byte order mark with which YAML and HCL may begin. JSON may not, and IAM refuses it.
pub(super) fn without_mark(input: &Input, text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) if !is_json(&input.path, rest) => rest.to_owned(),
        _ => text,
    }
}

fn is_json(path: &Path, text: &str) -> bool {
    match extension(path).as_deref() {
        Some("json") => true,
        Some("yaml" | "yml" | "tf" | "tofu" | "hcl") => false,
        _ => {
            let mut lines = text.lines();
            !lines.any(|line| {
                line.starts_with("AWSTemplateFormatVersion:") || line.starts_with("Resources:")
            })
        }
    }
}

fn extension(path: &Path) -> Option<String> {
    let extension = path.extension()?.to_ascii_lowercase();
    extension.into_string().ok()
}

/// Whether something is meant to be JSON, though it may be broken.
fn begins_as_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with(['{', '[', '"'])
}

/// What to say of what is no JSON, where the reader does not see what was meant.
fn help(input: &Input, text: &str) -> Option<&'static str> {
    let is_input = input.path.as_os_str() == "-";
    let is_empty = text.trim().is_empty();
    if is_empty && is_input {
        Some("give a policy or a template, as in `cargo iam check - < policy.json`")
    } else if is_empty {
        Some(
            "the file is empty: write a policy, as in `{\"Version\": \"2012-10-17\", \"Statement\": []}`",
        )
    } else if is_input && !begins_as_json(text) {
        Some(
            "policies and templates on standard input are JSON or YAML with a `Statement`; Terraform is read from files, as in `cargo iam check main.tf`",
        )
    } else {
        None
    }
}

/// Whether something is meant to be a policy, though it has no statements.
fn is_meant_as_policy(node: &Node<'_>) -> bool {
    let version = node.get("Version").and_then(Node::as_str);
    matches!(version, Some("2012-10-17" | "2008-10-17"))
        || matches!(&node.value, Value::Object(members)
            if members.iter().any(|member| member.key.eq_ignore_ascii_case("Statement")))
}

/// Whether something makes resources, so that it may well have no policies.
fn is_of_resources(node: &Node<'_>) -> bool {
    [
        "AWSTemplateFormatVersion",
        "Resources",
        "resource",
        "planned_values",
    ]
    .iter()
    .any(|key| node.get(key).is_some())
}
