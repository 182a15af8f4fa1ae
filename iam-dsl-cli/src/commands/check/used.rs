//! `--used ACTIONS.txt`: what policies grant beyond the actions that were used.

use std::fs;
use std::path::Path;

use iam_dsl_catalog::{self as catalog, Action};
use iam_dsl_core::PathSegment;
use iam_dsl_core::check::{self, CheckedPattern, FindingType, Message};
use iam_dsl_core::json::{Node, Position, Span, Value};

use super::answer::Places;
use crate::output::{Excerpt, Problem};

/// The actions that were used.
#[derive(Debug)]
pub(super) struct Used {
    pub(super) file: String,
    actions: Actions,
}

/// A set of actions.
#[derive(Clone, Debug)]
struct Actions(Vec<bool>);

/// A statement that grants actions which were not used.
#[derive(Debug)]
pub(super) struct Unused {
    /// Where the policy is in a file that is none itself.
    pub(super) at: String,
    pub(super) path: Vec<PathSegment>,
    pub(super) sid: Option<String>,
    /// Where it names its actions.
    pub(super) span: Span,
    pub(super) start: Position,
    pub(super) end: Position,
    pub(super) actions: Vec<Action>,
    /// Those it grants that were used.
    pub(super) used: Vec<Action>,
}

impl Actions {
    fn none() -> Self {
        Self(vec![false; Action::all().len()])
    }

    fn add(&mut self, action: Action) {
        if let Some(slot) = self.0.get_mut(action.index()) {
            *slot = true;
        }
    }

    fn add_all(&mut self, pattern: &str) {
        catalog::expand(pattern).for_each(|action| self.add(action));
    }

    fn has(&self, action: Action) -> bool {
        self.0.get(action.index()).copied().unwrap_or(false)
    }
}

impl Used {
    /// Reads a list of actions, one a line, and what in it names none. `#` begins a comment.
    pub(super) fn read(path: &Path) -> Result<(Self, Vec<Problem>), Box<Problem>> {
        let file = path.to_string_lossy().into_owned();
        let text = fs::read_to_string(path).map_err(|error| {
            Box::new(Problem::new(
                &*file,
                format!("cannot read `{file}`: {error}"),
            ))
        })?;
        let mut actions = Actions::none();
        let mut problems = Vec::new();
        // Some editors and shells begin files with a mark.
        let lines = text.trim_start_matches('\u{feff}').lines();
        for (number, line) in (1..).zip(lines) {
            let name = line.split('#').next().unwrap_or("").trim();
            if name.is_empty() {
                continue;
            }
            match check::action_pattern(name) {
                Ok(CheckedPattern::Action(action)) => actions.add(action),
                Ok(CheckedPattern::Wildcard(pattern)) => actions.add_all(&pattern),
                Err(message) => {
                    let start = line.len() - line.trim_start().len();
                    let excerpt = Excerpt::of(line, number, start, start + name.len());
                    problems.push(unknown(&file, &message).at(excerpt));
                }
            }
        }
        Ok((Self { file, actions }, problems))
    }

    /// Returns the statements of a policy that grant more than was used.
    pub(super) fn unused(&self, policy: &Node<'_>, at: &str, places: &Places<'_>) -> Vec<Unused> {
        let statements = statements(policy);
        let mut denied = Actions::none();
        for (_, statement) in &statements {
            if is_always_denied(statement)
                && let Some((actions, _)) = named(statement)
            {
                Action::all()
                    .filter(|action| actions.has(*action))
                    .for_each(|action| denied.add(action));
            }
        }
        statements
            .into_iter()
            .filter_map(|(path, statement)| {
                let at = at.to_owned();
                self.of_statement(at, path, statement, &denied, places)
            })
            .collect()
    }

    fn of_statement(
        &self,
        at: String,
        path: Vec<PathSegment>,
        statement: &Node<'_>,
        denied: &Actions,
        places: &Places<'_>,
    ) -> Option<Unused> {
        if statement.get("Effect")?.as_str() != Some("Allow") {
            return None;
        }
        let (granted, element) = named(statement)?;
        let (used, actions): (Vec<_>, Vec<_>) = Action::all()
            .filter(|action| granted.has(*action) && !denied.has(*action))
            .partition(|action| self.actions.has(*action));
        (!actions.is_empty()).then(|| Unused {
            at,
            path,
            sid: statement
                .get("Sid")
                .and_then(Node::as_str)
                .map(str::to_owned),
            span: element,
            start: places.of(element.start),
            end: places.of(element.end),
            actions,
            used,
        })
    }
}

/// Something that the catalog lacks may still have been used.
fn unknown(file: &str, message: &Message) -> Problem {
    Problem::new(file, message.text())
        .of(FindingType::Warning, None)
        .with_help(message.help().map(str::to_owned))
}

/// The statements of a policy, with their paths.
fn statements<'n, 'a>(policy: &'n Node<'a>) -> Vec<(Vec<PathSegment>, &'n Node<'a>)> {
    let key = || PathSegment::from("Statement");
    match policy.get("Statement") {
        None => Vec::new(),
        Some(statements) => match &statements.value {
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(index, item)| (vec![key(), index.into()], item))
                .collect(),
            _ => vec![(vec![key()], statements)],
        },
    }
}

/// The actions that a statement is about, and where it says so.
fn named(statement: &Node<'_>) -> Option<(Actions, Span)> {
    let mut named = Actions::none();
    if let Some(element) = statement.get("Action") {
        texts(element).for_each(|pattern| named.add_all(pattern));
        return Some((named, element.span));
    }
    let element = statement.get("NotAction")?;
    texts(element).for_each(|pattern| named.add_all(pattern));
    named.0.iter_mut().for_each(|slot| *slot = !*slot);
    Some((named, element.span))
}

/// Whether nobody has the actions of a statement, whatever others say.
fn is_always_denied(statement: &Node<'_>) -> bool {
    let is_deny = statement.get("Effect").and_then(Node::as_str) == Some("Deny");
    let is_everywhere = || {
        let resource = statement.get("Resource");
        resource.is_some_and(|resource| texts(resource).any(|resource| resource == "*"))
    };
    let is_of_some = || {
        ["Condition", "Principal", "NotPrincipal"]
            .iter()
            .any(|element| statement.get(element).is_some())
    };
    is_deny && is_everywhere() && !is_of_some()
}

/// The texts of a list, or the one that stands by itself.
fn texts<'n>(node: &'n Node<'_>) -> impl Iterator<Item = &'n str> {
    let items = match &node.value {
        Value::Array(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    items.iter().filter_map(Node::as_str)
}
