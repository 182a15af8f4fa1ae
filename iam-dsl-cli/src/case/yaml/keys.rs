//! Condition keys, as mappings and as words.

use iam_dsl_core::json::{Member, Node, Value};
use iam_dsl_evaluate::{Context, ContextValue};

use super::check;
use super::scalar::{scalar, words};
use super::sentence::{self, Pair};
use super::tree::describe;
use super::words::{Said, Words};
use crate::read::nearest;
use crate::read::{Mistake, Source};

/// The condition keys that a scope or a test sets, and those of AWS's that it takes away.
#[derive(Clone, Default)]
pub(super) struct Keys {
    set: Vec<Key>,
    gone: Vec<String>,
}

#[derive(Clone)]
struct Key {
    name: String,
    /// Whether the author vouches for the key.
    is_unchecked: bool,
    value: ContextValue,
}

impl Keys {
    /// Adds keys to those that are there, or replaces their values.
    pub(super) fn set(&mut self, pairs: Vec<Pair>) -> Result<(), Mistake> {
        for (index, pair) in pairs.iter().enumerate() {
            let is_same = |other: &Pair| other.key.value.eq_ignore_ascii_case(&pair.key.value);
            if pairs.iter().take(index).any(is_same) {
                let message = format!("`{}` is said twice", pair.key.value);
                return Err(Mistake::new(pair.key.span, message)
                    .with_help("several values of a key stand in brackets".to_owned()));
            }
        }
        for pair in pairs {
            let value = check::value(&pair)?;
            self.remove(&pair.key.value);
            self.gone
                .retain(|name| !name.eq_ignore_ascii_case(&pair.key.value));
            self.set.push(Key {
                name: pair.key.value,
                is_unchecked: pair.is_unchecked,
                value,
            });
        }
        Ok(())
    }

    /// Drops the keys that requests for an action never have: what a file says of all its tests
    /// holds for those that it can be true of.
    pub(super) fn only_of(&mut self, action: &str) {
        self.set
            .retain(|key| key.is_unchecked || check::has_key(action, &key.name).is_ok());
    }

    /// Takes keys away, which must be set here or be AWS's own: one that is misspelt would stay.
    pub(super) fn take_away(&mut self, keys: &[Said<String>]) -> Result<(), Mistake> {
        for key in keys {
            let is_set = self.remove(&key.value);
            if is_own(&key.value) {
                self.gone.push(key.value.clone());
            } else if !is_set {
                let message = format!("there is no `{}` to leave out", key.value);
                let names: Vec<&str> = self.set.iter().map(|key| &*key.name).collect();
                let meant = nearest(&key.value, Context::OF_DIRECT_CALLS)
                    .or_else(|| nearest(&key.value, &names));
                let help = match names.as_slice() {
                    [] => "no `with` above the test sets it, nor does AWS by itself".to_owned(),
                    names => format!("set are `{}`", names.join("`, `")),
                };
                return Err(Mistake::new(key.span, message).with_suggestion(meant, help));
            }
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> bool {
        let before = self.set.len();
        self.set
            .retain(|other| !other.name.eq_ignore_ascii_case(key));
        self.set.len() < before
    }

    /// The context that AWS gives by itself, with these keys in place of those.
    pub(super) fn over(&self, mut context: Context) -> Context {
        for key in &self.gone {
            context.remove(key);
        }
        for key in &self.set {
            context.set(&key.name, key.value.clone());
        }
        context
    }
}

/// Tells whether AWS sets a key by itself.
fn is_own(key: &str) -> bool {
    Context::OF_DIRECT_CALLS
        .iter()
        .any(|name| name.eq_ignore_ascii_case(key))
}

/// Reads what stands under `with`: a mapping, or the words that would follow it on a line.
pub(super) fn with(node: &Node<'_>, source: Source<'_>) -> Result<Vec<Pair>, Mistake> {
    match &node.value {
        Value::Object(members) => members.iter().map(pair).collect(),
        Value::String(text) => {
            let mut words = words(text, node, source);
            let pairs = sentence::pairs(&mut words)?;
            end(&mut words)?;
            Ok(pairs)
        }
        other => Err(
            Mistake::new(node.span, format!("`with` is {}", describe(other))).with_help(
                "write `KEY: VALUE` lines below it, or `KEY=VALUE` behind it".to_owned(),
            ),
        ),
    }
}

/// Reads what stands under `without`: a list of keys, or the words that would follow it on a line.
pub(super) fn without(node: &Node<'_>, source: Source<'_>) -> Result<Vec<Said<String>>, Mistake> {
    match &node.value {
        Value::String(text) => {
            let mut words = words(text, node, source);
            let keys = sentence::keys(&mut words)?;
            end(&mut words)?;
            Ok(keys)
        }
        Value::Array(items) => items.iter().map(|item| scalar(item, "a key")).collect(),
        other => Err(
            Mistake::new(node.span, format!("`without` is {}", describe(other)))
                .with_help("write a condition key, or a list of them".to_owned()),
        ),
    }
}

fn pair(member: &Member<'_>) -> Result<Pair, Mistake> {
    let (name, is_unchecked) = match member.key.strip_prefix("unchecked ") {
        Some(name) => (name.trim_start(), true),
        None => (&*member.key, false),
    };
    let node = &member.value;
    let value = match &node.value {
        Value::Array(items) => {
            let values: Result<Vec<String>, Mistake> = items
                .iter()
                .map(|item| scalar(item, "a value").map(|said| said.value))
                .collect();
            ContextValue::Multi(values?)
        }
        _ => ContextValue::Single(scalar(node, &format!("`{name}`"))?.value),
    };
    Ok(Pair {
        key: Said {
            value: name.to_owned(),
            span: member.key_span,
        },
        is_unchecked,
        value: Said {
            value,
            span: node.span,
        },
    })
}

fn end(words: &mut Words<'_>) -> Result<(), Mistake> {
    match words.word() {
        None => Ok(()),
        Some(word) => Err(Mistake::new(
            word.span,
            format!("`{}` is not expected here", word.value),
        )
        .with_help("several keys stand with `and` between them".to_owned())),
    }
}
