//! Modules of Terraform, as HCL and as JSON, and what `terraform show -json` prints.

mod document;
mod functions;
mod module;
mod state;
mod template;
mod value;
mod walk;

use hcl_edit::structure::{BlockLabel, Body, Structure};
use iam_dsl_core::json::{Node, Value};

use self::module::{Contents, Expr, Module};
use super::found::Found;
use super::placed::span;

pub(super) use self::state::{find as find_in_state, is_state};

/// Finds the policies of a file in HCL.
pub(super) fn find(found: &mut Found<'_>) {
    let body: Body = match found.text.parse() {
        Ok(body) => body,
        Err(error) => return not_hcl(&error, found),
    };
    let mut module = Module::new(found.text);
    for block in body.iter().filter_map(Structure::as_block) {
        let labels: Vec<&str> = block.labels.iter().map(BlockLabel::as_str).collect();
        match (block.ident.as_str(), &labels[..]) {
            ("locals", _) => {
                for attribute in block.body.attributes() {
                    module.add(
                        &["local", &attribute.key],
                        Contents::Value(Expr::Hcl(&attribute.value)),
                    );
                }
            }
            ("variable", [name]) => {
                if let Some(default) = block.body.get_attribute("default") {
                    module.add(&["var", name], Contents::Value(Expr::Hcl(&default.value)));
                }
            }
            ("resource", [kind, name]) => module.add(&[kind, name], Contents::Block(&block.body)),
            (ident, labels) => {
                let path = [&[ident], labels].concat();
                module.add(&path, Contents::Block(&block.body));
            }
        }
    }
    walk::module(&module, found);
}

/// Returns true for a module that is written in JSON.
pub(super) fn is_json_module(root: &Node<'_>) -> bool {
    let has = |key: &str| {
        matches!(
            root.get(key),
            Some(Node {
                value: Value::Object(_),
                ..
            })
        )
    };
    has("resource") || has("data") || has("terraform")
}

/// Finds the policies of a module that is written in JSON.
pub(super) fn find_in_json<'a>(root: &Node<'a>, found: &mut Found<'a>) {
    let mut module = Module::new(found.text);
    for (section, sections) in module::members(root) {
        for (label, entry) in module::members(sections) {
            match section {
                "locals" => module.add(&["local", label], Contents::Value(Expr::Json(entry))),
                "variable" => {
                    if let Some(default) = entry.get("default") {
                        module.add(&["var", label], Contents::Value(Expr::Json(default)));
                    }
                }
                "resource" | "data" => {
                    for (name, body) in module::members(entry) {
                        let path = [section, label, name];
                        let path = if section == "data" {
                            &path[..]
                        } else {
                            &path[1..]
                        };
                        module.add(path, Contents::Value(Expr::Json(body)));
                    }
                }
                _ => module.add(&[section, label], Contents::Value(Expr::Json(entry))),
            }
        }
    }
    walk::module(&module, found);
}

fn not_hcl(error: &hcl_edit::parser::Error, found: &mut Found<'_>) {
    let at = error.location().offset().min(found.text.len());
    let message = error.message().replace('\n', ", ");
    found.wrong(span(at, at + 1), format!("not HCL: {message}"), None);
}
