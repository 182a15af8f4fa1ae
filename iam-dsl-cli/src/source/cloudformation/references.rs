//! What the names of a template stand for.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use iam_dsl_core::json::{Node, Value};

use super::intrinsics::call;
use crate::source::arns::{self, ACCOUNT, Gives, REGION, Resource};
use crate::source::placed::Placed;
use crate::source::unknown::Unknowns;

/// How many references may follow each other: a name may depend on another one.
const LONGEST_CHAIN: usize = 8;
/// How long a name may be: longer than any of AWS's.
const LONGEST_NAME: usize = 512;

pub(super) struct Template<'n, 'a> {
    pub(super) root: &'n Node<'a>,
    pub(super) text: &'a str,
    chain: Cell<usize>,
    /// The names of resources that were asked for so far.
    names: RefCell<HashMap<String, String>>,
}

impl<'n, 'a> Template<'n, 'a> {
    pub(super) fn new(root: &'n Node<'a>, text: &'a str) -> Self {
        Self {
            root,
            text,
            chain: Cell::new(0),
            names: RefCell::default(),
        }
    }

    /// What `Ref` gives, where that is one text.
    pub(super) fn reference(&self, name: &str, unknowns: &Unknowns) -> Option<String> {
        if let Some(text) = pseudo_parameter(name) {
            return Some(text.to_owned());
        }
        if let Some(parameter) = self.section("Parameters", name) {
            return default(parameter);
        }
        let (kind, properties) = self.resource(name)?;
        match kind.reference {
            Gives::Name => Some(self.name(name, kind, properties, unknowns)),
            Gives::Arn => Some(kind.arn(&self.name(name, kind, properties, unknowns))),
            Gives::Other => None,
        }
    }

    /// What an attribute of a resource is, where that is one text.
    pub(super) fn attribute(
        &self,
        name: &str,
        attribute: &str,
        unknowns: &Unknowns,
    ) -> Option<String> {
        let (kind, properties) = self.resource(name)?;
        let named = || self.name(name, kind, properties, unknowns);
        match attribute {
            // With the streams of the group, unlike what Terraform calls its ARN.
            "Arn" if kind.cloudformation == "AWS::Logs::LogGroup" => {
                Some(format!("{}:*", kind.arn(&named())))
            }
            "Arn" | "TopicArn" => Some(kind.arn(&named())),
            attribute if attribute == kind.property => Some(named()),
            _ => None,
        }
    }

    /// The value of a map of the template. Maps have no functions, least of all ones that look into the map itself.
    pub(super) fn mapped(&self, map: &str, key: &str, second: &str) -> Option<&'n Node<'a>> {
        let value = self.section("Mappings", map)?.get(key)?.get(second)?;
        call(value).is_none().then_some(value)
    }

    /// An entry of a section of the template.
    fn section(&self, section: &str, name: &str) -> Option<&'n Node<'a>> {
        self.root.get(section)?.get(name)
    }

    fn resource(&self, name: &str) -> Option<(&'static Resource, Option<&'n Node<'a>>)> {
        let resource = self.section("Resources", name)?;
        let kind = arns::of_cloudformation(resource.get("Type")?.as_str()?)?;
        Some((kind, resource.get("Properties")))
    }

    /// The name of a resource: the one it is given, or what it is called in the template.
    fn name(
        &self,
        id: &str,
        kind: &Resource,
        properties: Option<&'n Node<'a>>,
        unknowns: &Unknowns,
    ) -> String {
        let known = self.names.borrow().get(id).cloned();
        let chain = self.chain.get();
        if known.is_some() || chain == LONGEST_CHAIN {
            return known.unwrap_or_else(|| id.to_owned());
        }
        // What is named by itself, if names go round in a circle.
        self.keep(id, id);
        self.chain.set(chain + 1);
        let given = properties.and_then(|properties| properties.get(kind.property));
        let text = given.and_then(|given| self.text_of(given, unknowns));
        self.chain.set(chain);
        let name = text.as_ref().map(Placed::as_str);
        let name = name.filter(|name| name.len() <= LONGEST_NAME).unwrap_or(id);
        self.keep(id, name);
        name.to_owned()
    }

    fn keep(&self, id: &str, name: &str) {
        self.names
            .borrow_mut()
            .insert(id.to_owned(), name.to_owned());
    }
}

/// What stands for what every deployment has.
fn pseudo_parameter(name: &str) -> Option<&'static str> {
    Some(match name {
        "AWS::Partition" => "aws",
        "AWS::AccountId" => ACCOUNT,
        "AWS::Region" => REGION,
        "AWS::URLSuffix" => "amazonaws.com",
        _ => return None,
    })
}

/// The default of a parameter, where it is the value itself and not where to find it.
fn default(parameter: &Node<'_>) -> Option<String> {
    let sort = parameter.get("Type").and_then(Node::as_str);
    if sort.is_some_and(|sort| sort.starts_with("AWS::SSM::") || sort.contains("List")) {
        return None;
    }
    match &parameter.get("Default")?.value {
        Value::String(text) if text.is_empty() => None,
        Value::String(text) | Value::Number(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}
