//! No statement says what another does.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use crate::check::report::Report;
use crate::check::view::{Document, Element, PrincipalValue, Statement};
use crate::check::{Code, Message};

codes! {
    /// Two statements say the same.
    ///
    /// One of them does nothing. Who changes one of them later believes that the policy is changed, and the other still
    /// says what it said.
    ///
    /// Instead, leave one of them out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html>
    REDUNDANT_STATEMENT = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let shapes: Vec<Shape> = document.statements.iter().map(shape).collect();
    let said: Vec<Option<String>> = document
        .statements
        .iter()
        .zip(&shapes)
        .map(|(statement, shape)| {
            let alike = shapes.iter().filter(|other| *other == shape).count();
            (alike > 1).then(|| said(statement)).flatten()
        })
        .collect();
    for (index, (statement, text)) in document.statements.iter().zip(&said).enumerate() {
        let Some(text) = text else { continue };
        let is_first = !said.iter().take(index).flatten().any(|known| known == text);
        let mut later = said.iter().skip(index + 1).flatten();
        if is_first && later.any(|other| other == text) {
            let message =
                Message::new(Code::REDUNDANT_STATEMENT, "another statement says the same")
                    .with_help("leave one of them out");
            report.add(statement.place, statement.span, message);
        }
    }
}

/// How many of each a statement has: what differs there need not be compared.
type Shape = (usize, usize, usize);

fn shape(statement: &Statement<'_>) -> Shape {
    let items = |elements: &[Element<'_>]| elements.iter().map(|element| element.items.len()).sum();
    (
        items(&statement.actions),
        items(&statement.resources),
        statement.conditions.len(),
    )
}

/// All of a statement but its Sid, with lists in order, if all of it is known.
fn said(statement: &Statement<'_>) -> Option<String> {
    let mut parts = vec![format!("effect {}", statement.effect?.text?)];
    for principal in &statement.principals {
        parts.push(format!("{} {}", principal.name, who(&principal.value)?));
    }
    for element in statement.actions.iter().chain(&statement.resources) {
        let mut texts = element.all_known()?;
        if element.name.ends_with("Action") {
            texts.sort_by_key(|text| text.to_ascii_lowercase());
        }
        texts.sort_unstable();
        parts.push(format!("{} {texts:?}", element.name));
    }
    let mut conditions = Vec::new();
    for condition in &statement.conditions {
        for (key, values) in &condition.keys {
            let mut texts = Vec::new();
            for value in values {
                texts.push(value.scalar.text()?);
            }
            texts.sort_unstable();
            let key = key.text?.to_ascii_lowercase();
            conditions.push(format!("{} {key} {texts:?}", condition.operator.text?));
        }
    }
    conditions.sort();
    parts.extend(conditions);
    Some(parts.join("\n"))
}

/// All that a principal element names, in order, if all of it is known.
fn who(principal: &PrincipalValue<'_>) -> Option<String> {
    let types = match principal {
        PrincipalValue::Unknown => return None,
        PrincipalValue::Text(text) => return text.text.map(str::to_owned),
        PrincipalValue::Map(types) => types,
    };
    let mut named = Vec::new();
    for (name, values) in types {
        for value in values {
            named.push((name.text?, value.text?));
        }
    }
    named.sort_unstable();
    Some(format!("{named:?}"))
}
