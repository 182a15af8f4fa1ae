//! A file of tests: what holds for all, tests, groups.

use std::rc::Rc;

use iam_dsl_core::json::{Member, Node, Span, Value};
use iam_dsl_evaluate::Evaluator;

use super::Outcome;
use super::files::Files;
use super::problems::Problems;
use super::scope::Scope;
use super::test::Group;
use super::tree::describe;
use crate::case::Unreadable;
use crate::read::Mistake;
use crate::read::only;

const FILE: &[&str] = &[
    "policies",
    "as",
    "owned by",
    "with",
    "management account",
    "unchecked",
    "tests",
    "groups",
];

const GROUP: &[&str] = &[
    "name",
    "policies",
    "as",
    "owned by",
    "with",
    "without",
    "management account",
    "unchecked",
    "tests",
];

/// Reads the cases of a file, in order.
pub(super) fn cases(node: &Node<'_>, files: Files<'_>, file: &Rc<str>) -> Vec<Outcome> {
    let mut reader = Reader {
        files,
        file,
        cases: Vec::new(),
    };
    let read = reader.file(node);
    reader.keep(read);
    reader.cases
}

struct Reader<'a> {
    files: Files<'a>,
    file: &'a Rc<str>,
    cases: Vec<Outcome>,
}

impl Reader<'_> {
    fn file(&mut self, node: &Node<'_>) -> Result<(), Problems> {
        let members = self.members(node, FILE, "a file of tests")?;
        let scope = Scope::default().narrowed(members, self.files)?;
        let (tests, groups) = (node.get("tests"), node.get("groups"));
        if tests.is_none() && groups.is_none() {
            let start = Span::new(node.span.start, node.span.start);
            return Err(self.problem(
                Mistake::new(start, "the file has no tests")
                    .with_help("list them under `tests`".to_owned()),
            ));
        }
        if let Some(tests) = tests {
            self.tests(tests, &scope)?;
        }
        let Some(groups) = groups else {
            return Ok(());
        };
        for group in self.list(groups, "`groups`")? {
            let read = self.group(group, &scope);
            self.keep(read);
        }
        Ok(())
    }

    /// Puts what is wrong in the place of the cases that cannot be read for it.
    fn keep(&mut self, read: Result<(), Problems>) {
        if let Err(Problems(problems)) = read {
            for problem in problems {
                self.cases.push(Err(Unreadable::unnamed(problem)));
            }
        }
    }

    fn group(&mut self, node: &Node<'_>, scope: &Scope) -> Result<(), Problems> {
        let members = self.members(node, GROUP, "a group")?;
        let scope = scope.narrowed(members, self.files)?;
        let Some(tests) = node.get("tests") else {
            let start = Span::new(node.span.start, node.span.start);
            return Err(self.problem(
                Mistake::new(start, "the group has no `tests`")
                    .with_help("list them under `tests`, a sentence an entry".to_owned()),
            ));
        };
        self.tests(tests, &scope)
    }

    fn tests(&mut self, node: &Node<'_>, scope: &Scope) -> Result<(), Problems> {
        let tests = self.list(node, "`tests`")?;
        if scope.layers.is_empty() {
            return Err(
                self.problem(Mistake::new(node.span, "tests without a policy").with_help(
                    "name the files under `policies`: without any, all is denied".to_owned(),
                )),
            );
        }
        let policies = scope
            .layers
            .to_policies(scope.management_account.as_deref());
        let group = Group {
            scope: scope.clone(),
            evaluator: Rc::new(Evaluator::new(&policies)),
            source: self.files.source,
            file: Rc::clone(self.file),
        };
        for test in tests {
            self.cases.push(group.case(test));
        }
        Ok(())
    }

    fn members<'n, 'a>(
        &self,
        node: &'n Node<'a>,
        known: &[&str],
        what: &str,
    ) -> Result<&'n [Member<'a>], Problems> {
        let Value::Object(members) = &node.value else {
            let message = format!("{what} is {}", describe(&node.value));
            let help = format!(
                "write `KEY: VALUE` lines; {what} has `{}`",
                known.join("`, `")
            );
            return Err(self.problem(Mistake::new(node.span, message).with_help(help)));
        };
        only(members, known, what).map_err(|mistake| self.problem(mistake))?;
        Ok(members)
    }

    /// The items of a list, of which there must be some: a list that was forgotten proves nothing.
    fn list<'n, 'a>(&self, node: &'n Node<'a>, what: &str) -> Result<&'n [Node<'a>], Problems> {
        match &node.value {
            Value::Array(items) if !items.is_empty() => Ok(items),
            Value::Array(_) | Value::Null => Err(self.problem(
                Mistake::new(node.span, format!("{what} is empty"))
                    .with_help("add an entry that starts with `- `, or drop the key".to_owned()),
            )),
            other => {
                let message = format!("{what} is {}, not a list", describe(other));
                Err(self.problem(
                    Mistake::new(node.span, message)
                        .with_help("start each entry with `- `".to_owned()),
                ))
            }
        }
    }

    fn problem(&self, mistake: Mistake) -> Problems {
        self.files.source.problem(mistake).into()
    }
}
