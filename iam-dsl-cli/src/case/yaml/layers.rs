//! Policies by file.

use std::collections::BTreeSet;

use iam_dsl_core::PolicyKind;
use iam_dsl_core::json::{Node, Value};
use iam_dsl_evaluate::{Level, NamedPolicy, Policies};

use super::files::Files;
use super::problems::Problems;
use super::scalar::scalar;
use super::tree::describe;
use super::words::Said;
use crate::read::Mistake;
use crate::read::only;

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
    /// The layers that are named, be it with `none`.
    named: BTreeSet<String>,
}

impl Layers {
    /// Reads the layers that are named under `policies`.
    pub(super) fn read(
        &mut self,
        node: &Node<'_>,
        files: Files<'_>,
        unchecked: &[String],
    ) -> Result<(), Problems> {
        let Value::Object(members) = &node.value else {
            let message = format!("`policies` is {}", describe(&node.value));
            let mistake = Mistake::new(node.span, message).with_help(
                "write a layer a line below it, as in `identity: policies/app.json`".to_owned(),
            );
            return Err(files.source.problem(mistake).into());
        };
        only(members, LAYERS, "`policies`").map_err(|mistake| files.source.problem(mistake))?;
        for member in members {
            let node = &member.value;
            let layer = |kind| Layer {
                files,
                kind,
                unchecked,
            };
            self.named.insert(member.key.clone().into_owned());
            match &*member.key {
                "identity" => self.identity = layer(PolicyKind::Identity).policies(node)?,
                "resource" => self.resource = layer(PolicyKind::Resource).policy(node)?,
                "boundary" => self.boundary = layer(PolicyKind::Boundary).policies(node)?,
                "session" => self.session = layer(PolicyKind::Session).policies(node)?,
                "endpoint" => self.endpoint = layer(PolicyKind::VpcEndpoint).policies(node)?,
                "scps" => self.scps = layer(PolicyKind::Scp).levels(node)?,
                _ => self.rcps = layer(PolicyKind::Rcp).levels(node)?,
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

    /// Tells whether a layer is named, be it to say that it has no policy.
    pub(super) fn names(&self, layer: &str) -> bool {
        self.named.contains(layer)
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

/// A layer whose policies are read.
#[derive(Clone, Copy)]
struct Layer<'a> {
    files: Files<'a>,
    kind: PolicyKind,
    unchecked: &'a [String],
}

impl Layer<'_> {
    /// Reads the files of a layer: one, a list of them, or `none`.
    fn policies(self, node: &Node<'_>) -> Result<Vec<NamedPolicy>, Problems> {
        let names = match &node.value {
            Value::String(name) if name == "none" => Vec::new(),
            Value::Array(items) => items.iter().map(file_name).collect(),
            _ => vec![file_name(node)],
        };
        let mut policies = Vec::with_capacity(names.len());
        for name in names {
            let name = name.map_err(|mistake| self.problem(mistake))?;
            let policy = self.files.open(&name, self.kind, self.unchecked)?;
            policies.push(NamedPolicy::new(name.value, policy));
        }
        Ok(policies)
    }

    fn policy(self, node: &Node<'_>) -> Result<Option<NamedPolicy>, Problems> {
        let mut policies = self.policies(node)?;
        if policies.len() > 1 {
            let mistake = Mistake::new(node.span, "a resource has one policy, not several")
                .with_help("test other resources in a group with their policy".to_owned());
            return Err(self.problem(mistake));
        }
        Ok(policies.pop())
    }

    /// Reads levels of an organization: a name and what is attached there a line, the root first.
    fn levels(self, node: &Node<'_>) -> Result<Vec<Level>, Problems> {
        let members = match &node.value {
            Value::String(name) if name == "none" => return Ok(Vec::new()),
            Value::Object(members) => members,
            other => {
                let message = format!("the levels are {}", describe(other));
                let mistake = Mistake::new(node.span, message).with_help(
                    "write a level a line, the root first, as in `root: policies/full-access.json`"
                        .to_owned(),
                );
                return Err(self.problem(mistake));
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

    fn problem(self, mistake: Mistake) -> Problems {
        self.files.source.problem(mistake).into()
    }
}

fn file_name(node: &Node<'_>) -> Result<Said<String>, Mistake> {
    scalar(node, "the policy").map_err(|mistake| {
        mistake.with_help("write the name of a file, a list of them, or `none`".to_owned())
    })
}
