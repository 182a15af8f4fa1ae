//! Policies in files: by themselves, in templates, and in what AWS and Terraform print.

mod arns;
mod cloudformation;
mod complete;
mod found;
mod kinds;
mod placed;
mod serverless;
mod terraform;
mod unknown;
mod walk;
mod yaml;

use std::ffi::OsStr;
use std::path::Path;

use iam_dsl_core::PolicyKind;
use iam_dsl_core::json::{self, Node};

use self::found::Found;
pub(crate) use self::kinds::guess;
use crate::output::Problem;

/// A policy that was found in a file.
#[derive(Debug)]
pub(crate) struct Embedded<'a> {
    /// Where it is in the file, as in `Resources.Role.Properties.AssumeRolePolicyDocument`; empty
    /// where the file is the policy.
    pub(crate) at: String,
    pub(crate) kind: PolicyKind,
    /// The policy, with places in the text of the file. What only a deployment knows is
    /// [`Value::Opaque`](json::Value::Opaque), or a word within a longer text.
    pub(crate) node: Node<'a>,
    /// The JSON of the policy, where the file is the policy.
    pub(crate) text: Option<&'a str>,
}

/// Finds every policy in a file, in the order of the file.
///
/// `name` says what is in the file. A file that is a policy has `kind`, as has any other policy of
/// which nothing says what it is for. A policy that cannot be read is a problem among the others; a
/// file that cannot be read is one problem. Files without anything like a policy have none of both.
pub(crate) fn policies<'a>(
    name: &Path,
    text: &'a str,
    kind: PolicyKind,
) -> Vec<Result<Embedded<'a>, Problem>> {
    let mut found = Found::new(name, text, kind);
    let form = form(name, text);
    // Most files of a folder have no policy: they need not even be read.
    let has_statement = match form {
        Form::Hcl => text.contains("statement"),
        Form::Json => text.contains("\"statement\""),
        Form::Yaml => false,
    };
    if !has_statement && !text.contains("Statement") {
        return Vec::new();
    }
    match form {
        Form::Json => json(&mut found),
        Form::Yaml => yaml(&mut found),
        Form::Hcl => terraform::find(&mut found),
    }
    found.finish()
}

/// What a file is written in.
enum Form {
    Json,
    Yaml,
    Hcl,
}

fn form(name: &Path, text: &str) -> Form {
    let extension = name.extension().map(OsStr::to_ascii_lowercase);
    match extension.as_deref().and_then(OsStr::to_str) {
        Some("tf" | "hcl" | "tofu") => Form::Hcl,
        Some("json") => Form::Json,
        _ if text.trim_start().starts_with('{') => Form::Json,
        _ => Form::Yaml,
    }
}

fn json(found: &mut Found<'_>) {
    match json::parse(found.text) {
        Ok(node) => in_tree(node, found),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            found.wrong(span, error.message(), error.help());
        }
    }
}

fn yaml(found: &mut Found<'_>) {
    match yaml::parse(found.text) {
        Ok(documents) => {
            for document in documents {
                in_tree(document, found);
            }
        }
        Err(error) => found.wrong(error.place, error.message, Some(error.help)),
    }
}

fn in_tree<'a>(node: Node<'a>, found: &mut Found<'a>) {
    if terraform::is_state(&node) {
        terraform::find_in_state(&node, found);
    } else if terraform::is_json_module(&node) {
        terraform::find_in_json(&node, found);
    } else if serverless::is_service(&node) {
        walk::find(serverless::marked(node, &found.unknowns), found);
    } else {
        walk::find(node, found);
    }
}

#[cfg(test)]
#[cfg(test)]
mod tests;
