//! Policy files.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use iam_dsl_core::check::{self, Code, Finding, FindingType};
use iam_dsl_core::json::{self, Node, Value};
use iam_dsl_core::{PolicyDocument, PolicyKind, ReadError};

use super::problems::Problems;
use super::words::Said;
use crate::read::{Mistake, Source};

/// Where policy files are looked for, and what refers to them.
#[derive(Clone, Copy)]
pub(super) struct Files<'a> {
    pub(super) source: Source<'a>,
    pub(super) folder: &'a Path,
    pub(super) good: &'a Good,
}

/// The files that were read and are in order, by what they were checked for: groups share them.
#[derive(Default)]
pub(super) struct Good(RefCell<BTreeMap<Checked, PolicyDocument>>);

/// A file, the use of it, and the names in it that the author vouches for.
type Checked = (PathBuf, PolicyKind, Vec<String>);

impl Files<'_> {
    /// Reads a policy and checks that it can be one of that kind.
    pub(super) fn open(
        self,
        name: &Said<String>,
        kind: PolicyKind,
        unchecked: &[String],
    ) -> Result<PolicyDocument, Problems> {
        let checked = (self.folder.join(&name.value), kind, unchecked.to_vec());
        if let Some(policy) = self.good.0.borrow().get(&checked) {
            return Ok(policy.clone());
        }
        let path = &checked.0;
        let text = fs::read_to_string(path).map_err(|error| {
            let message = format!("cannot read `{}`: {error}", path.display());
            let mistake = Mistake::new(name.span, message);
            self.source.problem(mistake.with_help(
                "policy files are looked for beside the file that names them".to_owned(),
            ))
        })?;
        let source = Source {
            file: &path.to_string_lossy(),
            text: text.trim_start_matches('\u{feff}'),
            first_line: 1,
        };
        let policy = read(source, kind, unchecked).map_err(|mistakes| {
            Problems(mistakes.into_iter().map(|it| source.problem(it)).collect())
        })?;
        self.good.0.borrow_mut().insert(checked, policy.clone());
        Ok(policy)
    }
}

fn read(
    source: Source<'_>,
    kind: PolicyKind,
    unchecked: &[String],
) -> Result<PolicyDocument, Vec<Mistake>> {
    let node = json::parse(source.text).map_err(|error| no_policy(&error))?;
    let policy = PolicyDocument::from_node(&node).map_err(|error| no_policy(&error))?;
    let kind = match kind {
        PolicyKind::Resource if is_about_roles(&node) => PolicyKind::Trust,
        kind => kind,
    };
    let unchecked: Vec<&str> = unchecked.iter().map(String::as_str).collect();
    let mut mistakes = Vec::new();
    for finding in check::document_except(&node, kind, &unchecked) {
        if finding.finding_type() == FindingType::Error {
            mistakes.push(mistake(&finding));
        }
    }
    if mistakes.is_empty() {
        Ok(policy)
    } else {
        Err(mistakes)
    }
}

fn no_policy(error: &ReadError) -> Vec<Mistake> {
    let message = format!("no policy document: {}", error.message());
    let mistake = Mistake::new(error.span().unwrap_or_default(), message);
    vec![mistake.with_help(error.help().map(str::to_owned))]
}

/// Tells whether a resource's policy is that of a role: nothing else is about actions of STS alone.
fn is_about_roles(policy: &Node<'_>) -> bool {
    let is_of_sts = |action: &Node<'_>| {
        let text = action.as_str().unwrap_or("");
        text.get(..4)
            .is_some_and(|it| it.eq_ignore_ascii_case("sts:"))
    };
    items(policy.get("Statement")).all(|statement| {
        let mut actions = items(statement.get("Action")).peekable();
        actions.peek().is_some() && actions.all(is_of_sts)
    })
}

/// The items of a list, or what stands in place of one.
fn items<'n, 'a>(node: Option<&'n Node<'a>>) -> impl Iterator<Item = &'n Node<'a>> {
    match node {
        None => [].iter(),
        Some(Node {
            value: Value::Array(items),
            ..
        }) => items.iter(),
        Some(one) => std::slice::from_ref(one).iter(),
    }
}

fn mistake(finding: &Finding) -> Mistake {
    let help = match (finding.help(), elsewhere(finding.code())) {
        (Some(help), Some(elsewhere)) => Some(format!("{help}; {elsewhere}")),
        (Some(help), None) => Some(help.to_owned()),
        (None, elsewhere) => elsewhere.map(str::to_owned).or_else(|| way_out(finding)),
    };
    Mistake::new(finding.span(), finding.message()).with_help(help)
}

/// Where the file was most likely meant to stand.
fn elsewhere(code: Code) -> Option<&'static str> {
    match code {
        Code::MISSING_PRINCIPAL => Some("an identity's policy belongs under `identity`"),
        Code::UNSUPPORTED_PRINCIPAL => Some("a resource's policy belongs under `resource`"),
        _ => None,
    }
}

/// What to do where a name is unknown and none is near: it may be new.
fn way_out(finding: &Finding) -> Option<String> {
    const NAMES: [Code; 5] = [
        Code::INVALID_ACTION,
        Code::INVALID_SERVICE,
        Code::INVALID_SERVICE_IN_ACTION,
        Code::INVALID_GLOBAL_CONDITION_KEY,
        Code::INVALID_SERVICE_CONDITION_KEY,
    ];
    NAMES
        .contains(&finding.code())
        .then(|| "where AWS has it, name it under `unchecked` in the file of tests".to_owned())
}
