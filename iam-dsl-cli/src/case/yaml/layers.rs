//! Policies by file.

use std::fs;
use std::path::Path;

use iam_dsl_core::PolicyDocument;
use iam_dsl_core::json::{Node, Value};
use iam_dsl_evaluate::{Level, NamedPolicy, Policies};

use super::scalar::scalar;
use super::tree::describe;
use super::words::Said;
use crate::case::members::only;
use crate::case::mistake::{Mistake, Source};
use crate::output::Problem;

const LAYERS: &[&str] = &[
    "identity", "resource", "boundary", "session", "scps", "rcps", "endpoint",
];

/// The policies that `policies` names. A layer that is named again replaces the one above.
#[derive(Clone, Default)]
pub(super) struct Layers {
    identity: Vec<NamedPolicy>,
    resource: Option<NamedPolicy>,
    boundary: Vec<NamedPolicy>,
    session: Vec<NamedPolicy>,
    endpoint: Vec<NamedPolicy>,
    scps: Vec<Level>,
    rcps: Vec<Level>,
}

/// Where policy files are looked for, and what refers to them.
#[derive(Clone, Copy)]
pub(super) struct Files<'a> {
    pub(super) source: Source<'a>,
    pub(super) folder: &'a Path,
}

impl Layers {
    /// Reads the layers that are named under `policies`.
    pub(super) fn read(&mut self, node: &Node<'_>, files: Files<'_>) -> Result<(), Problem> {
        let Value::Object(members) = &node.value else {
            let message = format!("`policies` is {}", describe(&node.value));
            let mistake = Mistake::new(node.span, message).with_help(
                "write a layer a line below it, as in `identity: policies/app.json`".to_owned(),
            );
            return Err(files.source.problem(mistake));
        };
        only(members, LAYERS, "`policies`").map_err(|mistake| files.source.problem(mistake))?;
        for member in members {
            let node = &member.value;
            match &*member.key {
                "identity" => self.identity = files.policies(node)?,
                "resource" => self.resource = files.policy(node)?,
                "boundary" => self.boundary = files.policies(node)?,
                "session" => self.session = files.policies(node)?,
                "endpoint" => self.endpoint = files.policies(node)?,
                "scps" => self.scps = files.levels(node)?,
                _ => self.rcps = files.levels(node)?,
            }
        }
        Ok(())
    }

    /// Returns true where no layer is named.
    pub(super) fn is_empty(&self) -> bool {
        let lists = [
            &self.identity,
            &self.boundary,
            &self.session,
            &self.endpoint,
        ];
        lists.iter().all(|list| list.is_empty())
            && self.resource.is_none()
            && self.scps.is_empty()
            && self.rcps.is_empty()
    }

    pub(super) fn to_policies(&self, management_account: Option<&str>) -> Policies {
        let mut policies = Policies::new();
        for policy in &self.identity {
            policies = policies.with_identity_policy(policy.clone());
        }
        if let Some(policy) = &self.resource {
            policies = policies.with_resource_policy(policy.clone());
        }
        for policy in &self.boundary {
            policies = policies.with_boundary(policy.clone());
        }
        for policy in &self.session {
            policies = policies.with_session_policy(policy.clone());
        }
        for policy in &self.endpoint {
            policies = policies.with_endpoint_policy(policy.clone());
        }
        for level in &self.scps {
            policies = policies.with_scp_level(level.clone());
        }
        for level in &self.rcps {
            policies = policies.with_rcp_level(level.clone());
        }
        match management_account {
            Some(account) => policies.with_management_account(account),
            None => policies,
        }
    }
}

impl Files<'_> {
    /// Reads the files of a layer: one, a list of them, or `none`.
    fn policies(self, node: &Node<'_>) -> Result<Vec<NamedPolicy>, Problem> {
        let names = match &node.value {
            Value::String(name) if name == "none" => Vec::new(),
            Value::Array(items) => items.iter().map(file_name).collect(),
            _ => vec![file_name(node)],
        };
        let mut policies = Vec::with_capacity(names.len());
        for name in names {
            policies.push(self.open(&name.map_err(|mistake| self.source.problem(mistake))?)?);
        }
        Ok(policies)
    }

    fn policy(self, node: &Node<'_>) -> Result<Option<NamedPolicy>, Problem> {
        let mut policies = self.policies(node)?;
        if policies.len() > 1 {
            let mistake = Mistake::new(node.span, "a resource has one policy, not several")
                .with_help("test other resources in a group with their policy".to_owned());
            return Err(self.source.problem(mistake));
        }
        Ok(policies.pop())
    }

    /// Reads levels of an organization: a name and what is attached there a line, the root first.
    fn levels(self, node: &Node<'_>) -> Result<Vec<Level>, Problem> {
        let members = match &node.value {
            Value::String(name) if name == "none" => return Ok(Vec::new()),
            Value::Object(members) => members,
            other => {
                let message = format!("the levels are {}", describe(other));
                let mistake = Mistake::new(node.span, message).with_help(
                    "write a level a line, the root first, as in `root: policies/full-access.json`"
                        .to_owned(),
                );
                return Err(self.source.problem(mistake));
            }
        };
        let mut levels = Vec::with_capacity(members.len());
        for member in members {
            let mut level = Level::new(&*member.key);
            for policy in self.policies(&member.value)? {
                level = level.with_policy(policy);
            }
            levels.push(level);
        }
        Ok(levels)
    }

    fn open(self, name: &Said<String>) -> Result<NamedPolicy, Problem> {
        let path = self.folder.join(&name.value);
        let text = fs::read_to_string(&path).map_err(|error| {
            let message = format!("cannot read `{}`: {error}", path.display());
            let mistake = Mistake::new(name.span, message);
            self.source.problem(mistake.with_help(
                "policy files are looked for beside the file that names them".to_owned(),
            ))
        })?;
        let policy = text.parse::<PolicyDocument>().map_err(|error| {
            let source = Source {
                file: &path.to_string_lossy(),
                text: &text,
                first_line: 1,
            };
            let message = format!("no policy document: {}", error.message());
            let mistake = Mistake::new(error.span().unwrap_or_default(), message);
            source.problem(mistake.with_help(error.help().map(str::to_owned)))
        })?;
        Ok(NamedPolicy::new(&*name.value, policy))
    }
}

fn file_name(node: &Node<'_>) -> Result<Said<String>, Mistake> {
    scalar(node, "the policy").map_err(|mistake| {
        mistake.with_help("write the name of a file, a list of them, or `none`".to_owned())
    })
}
