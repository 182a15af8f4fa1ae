//! `Resource` and `NotResource`, made ready.

#[cfg(test)]
mod tests;

use iam_dsl_core::{Effect, ResourceElement};

use crate::Context;
use crate::pattern::ArnPattern;
use crate::text::{Piece, Reading, Text, Variable, is_unknown};

/// The resources that a statement is about.
///
/// AWS: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html),
/// [NotResource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html).
#[derive(Debug)]
pub(crate) struct Resources {
    is_not: bool,
    /// `*` is named, or something unknown that must be taken for it.
    names_all: bool,
    named: Vec<ArnPattern>,
    /// Without a value for each, the statement is about nothing.
    needed: Vec<Variable>,
}

impl Resources {
    /// Makes an element ready. `variables` says whether policy variables work.
    ///
    /// Fails closed: where more resources named allow less (`Resource` of a Deny, `NotResource` of
    /// an Allow), one that only a deployment knows may be any. Elsewhere it is its placeholder.
    pub(crate) fn compile(element: &ResourceElement, variables: bool, effect: Effect) -> Self {
        let is_not = element.is_not();
        let naming_restricts = (effect == Effect::Deny) != is_not;
        let allows_all_but = is_not && effect == Effect::Allow;
        let mut resources = Self {
            is_not,
            names_all: false,
            named: Vec::with_capacity(element.resources().len()),
            needed: Vec::new(),
        };
        let reading = Reading {
            variables,
            wildcards: true,
        };
        for template in element.resources() {
            let text = Text::compile(template, reading);
            if text.is_any() || naming_restricts && is_unknown(template) {
                resources.names_all = true;
                continue;
            }
            // AWS: such an entry matches no resource, or else the statement is invalid. An Allow
            // of all but nothing is the one case in which the first would allow more.
            if allows_all_but {
                resources.need_variables(&text);
            }
            match ArnPattern::new(text) {
                ArnPattern::Unsplit(_) => resources.names_all |= allows_all_but,
                pattern => resources.named.push(pattern),
            }
        }
        resources
    }

    fn need_variables(&mut self, text: &Text) {
        for piece in text.pieces() {
            if let Piece::Variable(variable) = piece {
                self.needed.push(variable.clone());
            }
        }
    }

    /// Returns true when `Resource` matches the request's resource, or `NotResource` does not name
    /// it.
    pub(crate) fn matches(&self, resource: &str, context: &Context) -> bool {
        if self.names(resource, context) == self.is_not {
            return false;
        }
        let has_value = |variable: &Variable| variable.value(context).is_some();
        self.needed.iter().all(has_value)
    }

    /// Actions without resource types are asked for on `*`, which nothing but `*` names.
    fn names(&self, resource: &str, context: &Context) -> bool {
        self.names_all
            || resource != "*"
                && self
                    .named
                    .iter()
                    .any(|pattern| pattern.covers(resource, context))
    }
}
