//! What the names of a module stand for.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use hcl_edit::expr::Expression;
use hcl_edit::structure::Body;
use iam_dsl_core::ReadError;
use iam_dsl_core::json::{Node, Span, Value};

use crate::source::arns::{self, ACCOUNT, Gives, REGION};
use crate::source::unknown::Unknowns;

/// How many references may follow each other.
const LONGEST_CHAIN: usize = 8;
/// How many references may be followed in all: few lines can ask for very many.
const MOST_FOLLOWED: usize = 100_000;

pub(super) struct Module<'n, 'a> {
    pub(super) source: &'a str,
    /// In the order of the file.
    pub(super) entries: Vec<Entry<'n, 'a>>,
    by_name: HashMap<String, usize>,
    pub(super) unknowns: Unknowns,
    /// Policies in texts that are no JSON.
    pub(super) broken: RefCell<Vec<(Span, ReadError)>>,
    chain: Cell<usize>,
    followed: Cell<usize>,
}

/// Something that a module gives a name.
pub(super) struct Entry<'n, 'a> {
    pub(super) path: Vec<String>,
    pub(super) contents: Contents<'n, 'a>,
}

impl Entry<'_, '_> {
    /// Returns true for a resource, which is called by its type.
    pub(super) fn is_resource(&self) -> bool {
        const OTHERS: [&str; 8] = [
            "check",
            "data",
            "local",
            "module",
            "output",
            "provider",
            "terraform",
            "var",
        ];
        let first = self.path.first().map_or("", String::as_str);
        self.path.len() == 2 && !OTHERS.contains(&first)
    }
}

#[derive(Clone, Copy)]
pub(super) enum Contents<'n, 'a> {
    Value(Expr<'n, 'a>),
    Block(&'n Body),
}

#[derive(Clone, Copy)]
pub(super) enum Expr<'n, 'a> {
    Hcl(&'n Expression),
    Json(&'n Node<'a>),
}

impl<'n, 'a> Module<'n, 'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            entries: Vec::new(),
            by_name: HashMap::new(),
            unknowns: Unknowns::default(),
            broken: RefCell::default(),
            chain: Cell::new(0),
            followed: Cell::new(0),
        }
    }

    pub(super) fn add(&mut self, path: &[&str], contents: Contents<'n, 'a>) {
        self.by_name.insert(path.join("."), self.entries.len());
        self.entries.push(Entry {
            path: path.iter().map(|&name| name.to_owned()).collect(),
            contents,
        });
    }

    /// What a path of names stands for, where that is known.
    ///
    /// A policy stands where it is written, anything else where it is asked for: at `place`.
    pub(super) fn at(&self, path: &[&str], place: Span) -> Option<Node<'a>> {
        let text = |text: &str| {
            Some(Node {
                span: place,
                value: Value::String(text.to_owned().into()),
            })
        };
        match path {
            ["data", "aws_caller_identity", _, "account_id"] => text(ACCOUNT),
            ["data", "aws_partition", _, "partition"] => text("aws"),
            ["data", "aws_partition", _, "dns_suffix"] => text("amazonaws.com"),
            ["data", "aws_region", _, "name" | "id" | "region"] => text(REGION),
            [
                "data",
                "aws_iam_policy_document",
                name,
                "json" | "minified_json",
            ] => {
                let entry = self.entry(&["data", "aws_iam_policy_document", name])?;
                self.following(|| super::document::policy(self.contents(entry)))
            }
            [sort @ ("var" | "local"), name, rest @ ..] => {
                let entry = self.entry(&[sort, name])?;
                let node = self.following(|| inside(self.contents(entry), rest))?;
                Some(placed(node, place))
            }
            [kind, name, "arn" | "id"] => {
                let entry = self.entry(&[kind, name])?;
                let known = arns::of_terraform(kind)?;
                let own = self.following(|| self.given(entry, known.attribute));
                let own = own.as_ref().and_then(Node::as_str).unwrap_or(name);
                let is_arn = path.last() == Some(&"arn") || known.reference == Gives::Arn;
                if is_arn {
                    text(&known.arn(own))
                } else {
                    text(own)
                }
            }
            [kind, name, attribute] => {
                let entry = self.entry(&[kind, name])?;
                let given = self.following(|| self.given(entry, attribute));
                let is_name =
                    arns::of_terraform(kind).is_some_and(|known| known.attribute == *attribute);
                match given {
                    Some(node) => Some(placed(node, place)),
                    None if is_name => text(name),
                    None => None,
                }
            }
            _ => None,
        }
    }

    fn given(&self, entry: &Entry<'n, 'a>, attribute: &str) -> Option<Node<'a>> {
        match entry.contents {
            Contents::Block(body) => {
                let attribute = body.get_attribute(attribute)?;
                Some(self.value(Expr::Hcl(&attribute.value)))
            }
            Contents::Value(Expr::Json(node)) => Some(self.value(Expr::Json(node.get(attribute)?))),
            Contents::Value(Expr::Hcl(_)) => None,
        }
    }

    fn entry(&self, path: &[&str]) -> Option<&Entry<'n, 'a>> {
        self.entries.get(*self.by_name.get(&path.join("."))?)
    }

    /// Follows a reference, unless too many have been followed.
    fn following<T>(&self, follow: impl FnOnce() -> Option<T>) -> Option<T> {
        let (chain, followed) = (self.chain.get(), self.followed.get());
        if chain == LONGEST_CHAIN || followed == MOST_FOLLOWED {
            return None;
        }
        self.chain.set(chain + 1);
        self.followed.set(followed + 1);
        let value = follow();
        self.chain.set(chain);
        value
    }
}

/// A value that is used at a place other than the one where it is written.
pub(super) fn placed(node: Node<'_>, place: Span) -> Node<'_> {
    match node.value {
        Value::Object(_) => node,
        value => Node { span: place, value },
    }
}

/// The value inside of a value that a path leads to.
fn inside<'a>(node: Node<'a>, path: &[&str]) -> Option<Node<'a>> {
    let mut node = node;
    for name in path {
        let Value::Object(members) = node.value else {
            return None;
        };
        let member = members.into_iter().find(|member| member.key == *name)?;
        node = member.value;
    }
    (node.value != Value::Opaque).then_some(node)
}

/// The members of an object, or of all objects of a list.
pub(super) fn members<'n, 'a>(node: &'n Node<'a>) -> impl Iterator<Item = (&'n str, &'n Node<'a>)> {
    let nodes = match &node.value {
        Value::Array(items) => &items[..],
        _ => std::slice::from_ref(node),
    };
    nodes
        .iter()
        .filter_map(|node| match &node.value {
            Value::Object(members) => Some(members),
            _ => None,
        })
        .flatten()
        .map(|member| (&*member.key, &member.value))
}
