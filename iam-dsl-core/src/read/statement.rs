//! Statements.

use super::elements::{one_or_many, text};
use super::{condition_block, members, principals, unknown_element};
use crate::json::{Member, Node};
use crate::{
    ActionElement, ActionPattern, Effect, PolicyStatement, PrincipalElement, ReadError,
    ResourceElement, Template,
};
use iam_dsl_rules::quoted;

const STATEMENT_ELEMENTS: &[&str] = &[
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];

/// What a statement has been found to hold so far.
#[derive(Default)]
struct Found {
    sid: Option<String>,
    effect: Option<Effect>,
    principal: Option<PrincipalElement>,
    action: Option<ActionElement>,
    resource: Option<ResourceElement>,
    condition: Option<crate::ConditionBlock>,
}

pub(crate) fn statement(node: &Node<'_>) -> Result<PolicyStatement, ReadError> {
    let mut found = Found::default();
    for member in members(node, "a statement")? {
        if !STATEMENT_ELEMENTS.contains(&&*member.key) {
            return Err(unknown_element(member, STATEMENT_ELEMENTS));
        }
        found.refuse_both_forms(member)?;
        found
            .read(member)
            .map_err(|error| error.inside(&*member.key))?;
    }
    let Some(effect) = found.effect else {
        return Err(ReadError::shape(node.span, "missing element `Effect`")
            .with_help("add `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`"));
    };
    let mut statement = PolicyStatement::new(effect)
        .with_principal(found.principal)
        .with_action(found.action)
        .with_resource(found.resource)
        .with_condition(found.condition);
    if let Some(sid) = found.sid {
        statement = statement.with_sid(sid);
    }
    Ok(statement)
}

impl Found {
    fn read(&mut self, member: &Member<'_>) -> Result<(), ReadError> {
        let node = &member.value;
        match &*member.key {
            "Sid" => self.sid = Some(text(node, "`Sid`")?.to_owned()),
            "Effect" => self.effect = Some(effect(node)?),
            "Principal" => self.principal = Some(PrincipalElement::Principal(principals(node)?)),
            "NotPrincipal" => {
                self.principal = Some(PrincipalElement::NotPrincipal(principals(node)?));
            }
            "Action" => self.action = Some(ActionElement::Action(one_or_many(node, action)?)),
            "NotAction" => self.action = Some(ActionElement::NotAction(one_or_many(node, action)?)),
            "Resource" => {
                self.resource = Some(ResourceElement::Resource(one_or_many(node, resource)?));
            }
            "NotResource" => {
                self.resource = Some(ResourceElement::NotResource(one_or_many(node, resource)?));
            }
            _ => self.condition = Some(condition_block(node)?),
        }
        Ok(())
    }

    /// IAM takes an element or its opposite, never both.
    fn refuse_both_forms(&self, member: &Member<'_>) -> Result<(), ReadError> {
        let other = match &*member.key {
            "Principal" | "NotPrincipal" => self.principal.as_ref().map(PrincipalElement::name),
            "Action" | "NotAction" => self.action.as_ref().map(ActionElement::name),
            "Resource" | "NotResource" => self.resource.as_ref().map(ResourceElement::name),
            _ => None,
        };
        match other {
            None => Ok(()),
            Some(other) => {
                let message = format!("both `{other}` and `{}` in one statement", member.key);
                Err(ReadError::shape(member.key_span, message)
                    .with_help("keep one, or write two statements"))
            }
        }
    }
}

pub(crate) fn effect(node: &Node<'_>) -> Result<Effect, ReadError> {
    let text = text(node, "`Effect`")?;
    let known = [Effect::Allow, Effect::Deny];
    if let Some(effect) = known.into_iter().find(|effect| effect.as_str() == text) {
        return Ok(effect);
    }
    let near = known
        .into_iter()
        .find(|effect| effect.as_str().eq_ignore_ascii_case(text));
    let help = match near {
        Some(effect) => format!("did you mean `{effect}`?"),
        None => "an effect is `Allow` or `Deny`".to_owned(),
    };
    Err(ReadError::shape(node.span, format!("unknown effect {}", quoted(text))).with_help(help))
}

pub(crate) fn action(node: &Node<'_>) -> Result<ActionPattern, ReadError> {
    text(node, "an action").map(ActionPattern::unchecked)
}

fn resource(node: &Node<'_>) -> Result<Template, ReadError> {
    text(node, "a resource").map(Template::from)
}
