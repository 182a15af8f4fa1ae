//! From the JSON tree to the view: the top of the document.

use super::statement::{StatementContext, statement};
use super::{Document, Leaf, Place, shape};
use crate::PolicyKind;
use crate::check::nearest;
use crate::check::report::Report;
use crate::check::{Code, Message};
use crate::json::{Member, Node, Value};

codes! {
    /// The policy has no statement.
    ///
    /// What a policy allows and denies stands in its statements. IAM does not save one without.
    ///
    /// Instead, add a `Statement` with an effect, actions and resources.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html>
    MISSING_STATEMENT = error;
}

/// The elements of a document.
const ELEMENTS: &[&str] = &["Version", "Id", "Statement"];

/// Finds the parts of a policy in a tree, and reports what does not belong.
///
/// Names among `unchecked` become texts that are not known.
pub(crate) fn lower<'a>(
    node: &'a Node<'a>,
    kind: PolicyKind,
    unchecked: &[&str],
    report: &mut Report,
) -> Document<'a> {
    let mut document = Document {
        kind,
        text: None,
        version: None,
        statements: Vec::new(),
    };
    let place = Place::default();
    let Some(members) = shape::object(node, "a policy", place, report) else {
        // Of what is no policy nobody knows the version.
        document.version = Some(Leaf {
            text: None,
            span: node.span,
            place,
        });
        return document;
    };
    let context = StatementContext { kind, unchecked };
    for member in members {
        let place = place.key(&member.key);
        match &*member.key {
            "Version" => document.version = Some(context.text(member, place, report)),
            "Id" => {
                context.text(member, place, report);
            }
            "Statement" => document.statements = statements(member, place, &context, report),
            name => report.add(
                place.named(),
                member.key_span,
                shape::unknown_element(name, ELEMENTS),
            ),
        }
    }
    let is_statement = |member: &Member<'_>| {
        member.key == "Statement" || nearest(&member.key, ELEMENTS) == Some("Statement")
    };
    if !members.iter().any(is_statement) {
        report.add(
            place,
            node.span,
            Message::new(Code::MISSING_STATEMENT, "the policy has no `Statement`")
                .with_help("add `\"Statement\": [ … ]` with at least one statement"),
        );
    }
    document
}

fn statements<'a>(
    member: &'a Member<'a>,
    place: Place<'a>,
    context: &StatementContext<'_>,
    report: &mut Report,
) -> Vec<super::Statement<'a>> {
    if matches!(&member.value.value, Value::Array(items) if items.is_empty()) {
        report.add(
            place,
            member.key_span,
            Message::new(Code::MISSING_STATEMENT, "the policy has no statements")
                .with_help("add one with `Effect`, `Action` and `Resource`"),
        );
    }
    shape::items(&member.value, place)
        .filter_map(|(node, place)| statement(node, place, context, report))
        .collect()
}

impl StatementContext<'_> {
    /// Takes the one text of an element, or reports that it is none.
    pub(super) fn text<'a>(
        &self,
        member: &'a Member<'a>,
        place: Place<'a>,
        report: &mut Report,
    ) -> Leaf<'a> {
        let text = self.item(&member.value, place);
        if !matches!(member.value.value, Value::String(_) | Value::Opaque) {
            report.add(
                place,
                member.value.span,
                shape::wrong_type(&member.key, "a string", &member.value),
            );
        }
        text
    }

    /// Takes a text; anything else is not known.
    pub(super) fn item<'a>(&self, node: &'a Node<'a>, place: Place<'a>) -> Leaf<'a> {
        let text = match &node.value {
            Value::String(text) if !self.is_unchecked(text) => Some(&**text),
            _ => None,
        };
        Leaf {
            text,
            span: node.span,
            place,
        }
    }

    /// Takes the key of a member.
    pub(super) fn key<'a>(&self, member: &'a Member<'a>, place: Place<'a>) -> Leaf<'a> {
        let text = (!self.is_unchecked(&member.key)).then_some(&*member.key);
        Leaf {
            text,
            span: member.key_span,
            place: place.named(),
        }
    }

    fn is_unchecked(&self, name: &str) -> bool {
        self.unchecked.contains(&name)
    }
}
