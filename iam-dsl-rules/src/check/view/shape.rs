//! Messages about the shape of a document.

use std::borrow::Cow;

use crate::check::report::Report;
use crate::check::view::Place;
use crate::check::{Code, Message, nearest};
use crate::json::{Member, Node, Span, Value};

codes! {
    /// An element has a value of another JSON type than it takes.
    ///
    /// IAM does not save such a policy: a Sid, for one, is a string, and a statement is an object.
    ///
    /// Instead, write the type that the message names; where it is a string, put the value in quotes.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
    DATA_TYPE_MISMATCH = error;
    /// One object has the same key twice, in different spellings or in the same.
    ///
    /// IAM ignores the case of keys. It takes one of the two or refuses the policy, and readers cannot see which of
    /// them counts.
    ///
    /// Instead, write the key once and put all its values into one list.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html>
    DUPLICATE_KEYS_WITH_DIFFERENT_CASE = error;
    /// There is no such policy element.
    ///
    /// IAM does not save a policy with elements that it does not know, and a misspelt one would be missing.
    ///
    /// Instead, write the element's name as IAM does, capital letters as well.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html>
    INVALID_POLICY_ELEMENT = error;
}

/// Reports keys that occur twice, ignoring case as IAM does.
pub(super) fn duplicates<'a>(members: &'a [Member<'a>], place: Place<'a>, report: &mut Report) {
    for (position, member) in members.iter().enumerate() {
        let mut before = members.iter().take(position);
        let Some(first) = before.find(|other| other.key.eq_ignore_ascii_case(&member.key)) else {
            continue;
        };
        let text = if first.key == member.key {
            format!("`{}` occurs twice", member.key)
        } else {
            format!("`{}` and `{}` differ only in case", first.key, member.key)
        };
        report.add(
            place.key(&member.key).named(),
            member.key_span,
            Message::new(Code::DUPLICATE_KEYS_WITH_DIFFERENT_CASE, text)
                .with_help("put all values under one"),
        );
    }
}

/// Says that an element of this name does not exist.
pub(super) fn unknown_element(name: &str, known: &[&str]) -> Message {
    let message = Message::new(
        Code::INVALID_POLICY_ELEMENT,
        format!("unknown element `{name}`"),
    );
    match nearest(name, known) {
        Some(known) => message.with_suggestion(Some(known)),
        None => message.with_help(format!("the elements here are `{}`", known.join("`, `"))),
    }
}

/// Says that an element has a value of the wrong type.
pub(super) fn wrong_type(what: &str, wanted: &str, node: &Node<'_>) -> Message {
    let what = in_backticks(what);
    let found = node.value.describe();
    Message::new(
        Code::DATA_TYPE_MISMATCH,
        format!("{what} is {wanted}, not {found}"),
    )
    .with_help(format!("replace {found} by {wanted}"))
}

/// Quotes the name of an element; `a policy` and `a statement` are words.
fn in_backticks(what: &str) -> Cow<'_, str> {
    if what.starts_with("a ") {
        Cow::Borrowed(what)
    } else {
        Cow::Owned(format!("`{what}`"))
    }
}

/// Takes an object apart, or reports that it is none. An expression is silently nothing.
pub(super) fn object<'a>(
    node: &'a Node<'a>,
    name: &str,
    place: Place<'a>,
    report: &mut Report,
) -> Option<&'a [Member<'a>]> {
    match &node.value {
        Value::Object(members) => {
            duplicates(members, place, report);
            Some(members)
        }
        Value::Opaque => None,
        _ => {
            report.add(place, node.span, wrong_type(name, "an object", node));
            None
        }
    }
}

/// Returns the items of a list, or the one value that stands for a list.
pub(super) fn items<'a>(
    node: &'a Node<'a>,
    place: Place<'a>,
) -> impl Iterator<Item = (&'a Node<'a>, Place<'a>)> {
    let (list, single) = match &node.value {
        Value::Array(items) => (items.as_slice(), None),
        _ => (&[][..], Some((node, place))),
    };
    list.iter()
        .enumerate()
        .map(move |(index, item)| (item, place.index(index)))
        .chain(single)
}

/// Reports an empty list, which makes the statement do nothing, or everything.
pub(super) fn not_empty(
    node: &Node<'_>,
    element: &str,
    code: Code,
    key_span: Span,
    place: Place<'_>,
    report: &mut Report,
) {
    if matches!(&node.value, Value::Array(items) if items.is_empty()) {
        report.add(
            place,
            key_span,
            Message::new(code, format!("`{element}` is an empty list"))
                .with_help("name at least one, or leave the statement out"),
        );
    }
}
