//! A case from a line.

use std::rc::Rc;

use iam_dsl_core::json::{Member, Node};
use iam_dsl_evaluate::{Decision, Evaluator};

use super::policies::policies;
use super::request::request;
use crate::case::{Case, Expectation, Id};
use crate::read::Mistake;
use crate::read::{form, given, members, nearest, text};

const MEMBERS: &[&str] = &[
    "id",
    "request",
    "identityPolicies",
    "resourcePolicy",
    "boundaries",
    "sessionPolicy",
    "scps",
    "rcps",
    "endpointPolicies",
    "managementAccountId",
    "expected",
];

/// Reads a case.
pub(super) fn read(node: &Node<'_>, id: Id, file: &Rc<str>, line: usize) -> Result<Case, Mistake> {
    let members = members(node, "a case")?;
    for member in members {
        not_misspelt(member)?;
    }
    let Some(asked) = given(node, "request") else {
        return Err(
            Mistake::new(node.span, "the case has no `request`").with_help(
                "add `\"request\": {\"principal\": …, \"action\": …, \"resource\": …}`".to_owned(),
            ),
        );
    };
    Ok(Case {
        id,
        file: Rc::clone(file),
        line,
        request: request(asked)?,
        evaluator: Rc::new(Evaluator::new(&policies(node)?)),
        expected: given(node, "expected").map(expected).transpose()?,
    })
}

/// Refuses a member that was meant to be one of ours: a layer of policies that nobody looks at
/// would make a denial look right. Others are the author's own.
fn not_misspelt(member: &Member<'_>) -> Result<(), Mistake> {
    if MEMBERS.contains(&&*member.key) {
        return Ok(());
    }
    match MEMBERS.iter().find(|known| is_meant(&member.key, known)) {
        None => Ok(()),
        Some(known) => Err(
            Mistake::new(member.key_span, format!("unknown key `{}`", member.key))
                .with_help(format!("did you mean `{known}`?")),
        ),
    }
}

/// Tells whether a key is most likely another one misspelt.
fn is_meant(key: &str, known: &str) -> bool {
    // Authors' own keys stand in every line, and nearly all differ in this already.
    let start = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    if start(key) != start(known) || key.len().abs_diff(known.len()) > 3 {
        return false;
    }
    let (key, known) = (form(key), form(known));
    let is_near = key.len() <= known.len() && strsim::osa_distance(&key, &known) <= 2;
    key == known || known.len() >= 8 && is_near
}

fn expected(node: &Node<'_>) -> Result<Expectation, Mistake> {
    const DECISIONS: [Decision; 3] = [
        Decision::Allowed,
        Decision::ExplicitlyDenied,
        Decision::ImplicitlyDenied,
    ];
    let word = text(node, "`expected`")?;
    let meant = DECISIONS.iter().find(|decision| decision.as_str() == word);
    meant.copied().map(Expectation::Exactly).ok_or_else(|| {
        let names = DECISIONS.map(Decision::as_str);
        Mistake::new(node.span, format!("unknown decision `{word}`")).with_suggestion(
            nearest(word, &names),
            format!("write `{}`", names.join("`, `")),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_the_author_pass_and_ours_misspelt_do_not() {
        let meant = |key: &str| MEMBERS.iter().find(|known| is_meant(key, known)).copied();
        for key in [
            "name",
            "group",
            "note",
            "tags",
            "source",
            "expectedBy",
            "reason",
            "event",
        ] {
            assert_eq!(meant(key), None, "{key}");
        }
        for (key, known) in [
            ("identityPolicy", "identityPolicies"),
            ("identity_policies", "identityPolicies"),
            ("resourcePolicies", "resourcePolicy"),
            ("resorcePolicy", "resourcePolicy"),
            ("boundary", "boundaries"),
            ("scp", "scps"),
            ("RCPs", "rcps"),
            ("Expected", "expected"),
            ("managementAccountID", "managementAccountId"),
        ] {
            assert_eq!(meant(key), Some(known), "{key}");
        }
    }
}
