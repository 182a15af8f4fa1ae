//! A statement of a policy.

use std::fmt;

use crate::{
    ActionElement, ActionPattern, ConditionBlock, ConditionValue, Effect, Elements,
    PrincipalElement, Principals, ResourceElement, Template, print,
};

/// A statement: an effect on the requests that its elements match.
///
/// Nothing is checked here, since IAM saves much that makes no sense; checks are the validator's.
///
/// AWS: [Statement](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html).
///
/// ```
/// use iam_dsl_core::{ActionPattern, BaseOperator, ConditionBlock, ConditionValue, Effect, PolicyStatement, Template};
///
/// let statement = PolicyStatement::new(Effect::Allow)
///     .with_sid("ReadReports")
///     .with_actions(vec![ActionPattern::from_static("s3:GetObject")])
///     .with_resources(vec![Template::from("arn:aws:s3:::reports/*")])
///     .with_condition(ConditionBlock::new().with(BaseOperator::Bool, "aws:SecureTransport", ConditionValue::from("true")));
/// assert_eq!(statement.sid(), Some("ReadReports"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PolicyStatement {
    sid: Option<String>,
    effect: Effect,
    principal: Option<PrincipalElement>,
    action: Option<ActionElement>,
    resource: Option<ResourceElement>,
    condition: Option<ConditionBlock>,
}

impl PolicyStatement {
    /// A statement that has nothing but its effect.
    #[must_use]
    pub const fn new(effect: Effect) -> Self {
        Self {
            sid: None,
            effect,
            principal: None,
            action: None,
            resource: None,
            condition: None,
        }
    }

    /// The statement's id.
    #[must_use]
    pub fn sid(&self) -> Option<&str> {
        self.sid.as_deref()
    }

    /// What the statement does to the requests it matches.
    #[must_use]
    pub const fn effect(&self) -> Effect {
        self.effect
    }

    /// Whom the statement is about.
    #[must_use]
    pub const fn principal(&self) -> Option<&PrincipalElement> {
        self.principal.as_ref()
    }

    /// What the statement lets someone do, or not.
    #[must_use]
    pub const fn action(&self) -> Option<&ActionElement> {
        self.action.as_ref()
    }

    /// What the statement is about.
    #[must_use]
    pub const fn resource(&self) -> Option<&ResourceElement> {
        self.resource.as_ref()
    }

    /// The conditions under which the statement matches.
    #[must_use]
    pub const fn condition(&self) -> Option<&ConditionBlock> {
        self.condition.as_ref()
    }

    /// The statement with an id.
    #[must_use]
    pub fn with_sid(mut self, sid: impl Into<String>) -> Self {
        self.sid = Some(sid.into());
        self
    }

    /// The statement without its id.
    #[must_use]
    pub fn without_sid(mut self) -> Self {
        self.sid = None;
        self
    }

    /// The statement with another effect.
    #[must_use]
    pub const fn with_effect(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    /// The statement about these principals, in place of others.
    #[must_use]
    pub fn with_principals(self, principals: Principals) -> Self {
        self.with_principal(PrincipalElement::Principal(principals))
    }

    /// The statement about all but these principals, in place of others.
    #[must_use]
    pub fn with_not_principals(self, principals: Principals) -> Self {
        self.with_principal(PrincipalElement::NotPrincipal(principals))
    }

    /// The statement with that `Principal` or `NotPrincipal`, in place of another.
    #[must_use]
    pub fn with_principal(mut self, principal: impl Into<Option<PrincipalElement>>) -> Self {
        self.principal = principal.into();
        self
    }

    /// The statement about these actions, in place of others.
    #[must_use]
    pub fn with_actions(self, actions: impl Into<Elements<ActionPattern>>) -> Self {
        self.with_action(ActionElement::Action(actions.into()))
    }

    /// The statement about all but these actions, in place of others.
    #[must_use]
    pub fn with_not_actions(self, actions: impl Into<Elements<ActionPattern>>) -> Self {
        self.with_action(ActionElement::NotAction(actions.into()))
    }

    /// The statement with that `Action` or `NotAction`, in place of another.
    #[must_use]
    pub fn with_action(mut self, action: impl Into<Option<ActionElement>>) -> Self {
        self.action = action.into();
        self
    }

    /// The statement about these resources, in place of others.
    #[must_use]
    pub fn with_resources(self, resources: impl Into<Elements<Template>>) -> Self {
        self.with_resource(ResourceElement::Resource(resources.into()))
    }

    /// The statement about all but these resources, in place of others.
    #[must_use]
    pub fn with_not_resources(self, resources: impl Into<Elements<Template>>) -> Self {
        self.with_resource(ResourceElement::NotResource(resources.into()))
    }

    /// The statement with that `Resource` or `NotResource`, in place of another.
    #[must_use]
    pub fn with_resource(mut self, resource: impl Into<Option<ResourceElement>>) -> Self {
        self.resource = resource.into();
        self
    }

    /// The statement with that `Condition`, in place of another.
    #[must_use]
    pub fn with_condition(mut self, condition: impl Into<Option<ConditionBlock>>) -> Self {
        self.condition = condition.into();
        self
    }

    /// Every text in the statement that may hold tokens.
    pub(crate) fn templates(&self) -> Vec<&Template> {
        let mut templates = Vec::new();
        if let Some(element) = &self.principal {
            templates.extend(element.principals().iter().map(|(_, principal)| principal));
        }
        if let Some(element) = &self.resource {
            templates.extend(element.resources());
        }
        if let Some(block) = &self.condition {
            for (_, _, values) in block.conditions() {
                templates.extend(values.iter().filter_map(ConditionValue::as_template));
            }
        }
        templates
    }

    /// A copy with each of those texts changed.
    pub(crate) fn map_templates(&self, change: &impl Fn(&Template) -> Template) -> Self {
        let mut copy = self.clone();
        if let Some(element) = &self.principal
            && let Principals::Map(types) = element.principals()
        {
            let types = types
                .iter()
                .map(|(kind, names)| (kind.clone(), names.map(change)));
            copy.principal = Some(element.with(Principals::Map(types.collect())));
        }
        if let Some(element) = &self.resource {
            copy.resource = Some(element.with(element.resources().map(change)));
        }
        for values in copy
            .condition
            .iter_mut()
            .flat_map(ConditionBlock::values_mut)
        {
            *values = values.map(|value| match value {
                ConditionValue::String(text) => ConditionValue::String(change(text)),
                other => other.clone(),
            });
        }
        copy
    }
}

/// The statement as JSON on one line, such as for another account that has to add it.
///
/// ```
/// use iam_dsl_core::{ActionPattern, Effect, PolicyStatement, Template};
///
/// let read = PolicyStatement::new(Effect::Allow)
///     .with_actions(ActionPattern::from_static("s3:GetObject"))
///     .with_resources(Template::from_static("*"));
/// assert_eq!(read.to_string(), r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"#);
/// ```
impl fmt::Display for PolicyStatement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&print::one_statement(self))
    }
}
