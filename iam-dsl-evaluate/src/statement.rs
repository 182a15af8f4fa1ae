//! One statement, made ready.

use iam_dsl_core::{Effect, PolicyStatement, PrincipalElement, Principals};

use crate::condition::Conditions;
use crate::principal::{Grade, PrincipalSet};
use crate::resource::Resources;
use crate::trace::{ConditionFailure, ElementFailure, Mismatch, StatementRef};
use crate::{Options, Request};

/// What statements of a layer must look like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grammar {
    /// The layer's statements say whom they are about.
    pub(crate) has_principals: bool,
    /// One without `Resource` is about the resource that the policy is attached to.
    pub(crate) may_imply_resource: bool,
}

/// A statement, all but its actions, which its layer is indexed by.
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) effect: Effect,
    principal: PrincipalPart,
    resource: ResourcePart,
    conditions: Option<Conditions>,
    place: StatementRef,
    /// For traces.
    written: Written,
}

/// What elements name, as the policy has it.
#[derive(Debug)]
struct Written {
    principal: ElementFailure,
    resource: ElementFailure,
}

#[derive(Debug)]
enum PrincipalPart {
    /// The layer's statements are about the caller, whoever that is.
    Caller,
    Is(PrincipalSet),
    IsNot(PrincipalSet),
    /// What IAM would not save. It allows nobody and denies everybody.
    Malformed,
}

#[derive(Debug)]
enum ResourcePart {
    Is(Resources),
    /// None is said: the resource that the policy is attached to.
    Own,
    Malformed,
}

/// Services whose resource-based policies have no `Resource`: roles, repositories, file systems.
const OWN_RESOURCE: [&str; 4] = ["sts:", "ecr:", "ecr-public:", "elasticfilesystem:"];

impl Statement {
    pub(crate) fn compile(
        place: StatementRef,
        statement: &PolicyStatement,
        grammar: Grammar,
        variables: bool,
        options: Options,
    ) -> Self {
        let effect = statement.effect();
        let conditions = statement.condition().filter(|block| !block.is_empty());
        Self {
            effect,
            principal: PrincipalPart::compile(statement.principal(), effect, grammar),
            resource: match statement.resource() {
                Some(element) => ResourcePart::Is(Resources::compile(element, variables, effect)),
                None if grammar.may_imply_resource => ResourcePart::Own,
                None => ResourcePart::Malformed,
            },
            conditions: conditions
                .map(|block| Conditions::compile(block, variables, effect, options)),
            place,
            written: Written::new(statement),
        }
    }

    /// Returns how closely the caller is meant, if the statement matches. The action does already.
    pub(crate) fn matches(&self, request: &Request, has_boundary: bool) -> Option<Grade> {
        let grade = self.grade(request, has_boundary)?;
        let holds = self.is_about_resource(request)
            && self
                .conditions
                .as_ref()
                .is_none_or(|conditions| conditions.hold(request.context()));
        holds.then_some(grade)
    }

    fn grade(&self, request: &Request, has_boundary: bool) -> Option<Grade> {
        let caller = request.caller();
        match &self.principal {
            PrincipalPart::Caller => Some(Grade::Any),
            PrincipalPart::Is(set) => set.grade(caller),
            PrincipalPart::IsNot(set) => (!set.exempts(caller, has_boundary)).then_some(Grade::Any),
            PrincipalPart::Malformed => (self.effect == Effect::Deny).then_some(Grade::Any),
        }
    }

    fn is_about_resource(&self, request: &Request) -> bool {
        match &self.resource {
            ResourcePart::Is(resources) => resources.matches(request.resource(), request.context()),
            ResourcePart::Own => {
                let action = request.action_key();
                let is_own = |prefix: &&str| action.starts_with(*prefix);
                self.effect == Effect::Deny || OWN_RESOURCE.iter().any(is_own)
            }
            ResourcePart::Malformed => self.effect == Effect::Deny,
        }
    }

    /// Returns what keeps the statement from matching; nothing if it does.
    pub(crate) fn mismatches(&self, request: &Request, has_boundary: bool) -> Vec<Mismatch> {
        let mut mismatches = Vec::new();
        if self.grade(request, has_boundary).is_none() {
            mismatches.push(Mismatch::Principal(self.written.principal.clone()));
        }
        if !self.is_about_resource(request) {
            mismatches.push(Mismatch::Resource(self.written.resource.clone()));
        }
        if let Some(conditions) = &self.conditions {
            let failures = conditions.failures(request.context());
            mismatches.extend(failures.into_iter().map(Mismatch::Condition));
        }
        mismatches
    }

    /// Returns the conditions with what the request has of them.
    pub(crate) fn conditions(&self, request: &Request) -> Vec<ConditionFailure> {
        let conditions = self.conditions.as_ref();
        conditions.map_or_else(Vec::new, |all| all.written(request.context()))
    }

    pub(crate) const fn place(&self) -> &StatementRef {
        &self.place
    }
}

impl Written {
    fn new(statement: &PolicyStatement) -> Self {
        let mut principal = ElementFailure {
            element: "Principal",
            wanted: Vec::new(),
        };
        if let Some(element) = statement.principal() {
            principal.element = element.name();
            if matches!(element.principals(), Principals::Any) {
                principal.wanted.push("*".to_owned());
            }
            for (_, name) in element.principals().iter() {
                principal.wanted.push(name.to_text().into_owned());
            }
        }
        let mut resource = ElementFailure {
            element: "Resource",
            wanted: Vec::new(),
        };
        if let Some(element) = statement.resource() {
            resource.element = element.name();
            for pattern in element.resources() {
                resource.wanted.push(pattern.to_text().into_owned());
            }
        }
        Self {
            principal,
            resource,
        }
    }
}

impl PrincipalPart {
    fn compile(element: Option<&PrincipalElement>, effect: Effect, grammar: Grammar) -> Self {
        match element {
            None if grammar.has_principals => Self::Malformed,
            None => Self::Caller,
            Some(_) if !grammar.has_principals => Self::Malformed,
            Some(element) => {
                let set = PrincipalSet::compile(element.principals(), effect, element.is_not());
                match (element.is_not(), effect) {
                    (false, _) => Self::Is(set),
                    (true, Effect::Deny) => Self::IsNot(set),
                    // AWS does not support it, and it would allow the whole world.
                    (true, Effect::Allow) => Self::Malformed,
                }
            }
        }
    }
}
