//! What only a deployment knows.
//!
//! While a template is read, what is not known is a character of a plane that nobody writes with,
//! one for each expression. What can be said of the text around it is said at the end.

use std::borrow::Cow;
use std::cell::RefCell;

use iam_dsl_core::check;
use iam_dsl_core::json::{Member, Node, Value};

/// The first character of a private plane.
const FIRST: u32 = 0xF_0000;
const MOST: usize = 0xFF00;

/// The expressions that are not known.
#[derive(Debug, Default)]
pub(super) struct Unknowns(RefCell<Vec<String>>);

impl Unknowns {
    /// Returns the character that stands for an expression.
    pub(super) fn mark(&self, expression: &str) -> char {
        let mut known = self.0.borrow_mut();
        let index = known.iter().position(|other| other == expression);
        let index = index.unwrap_or_else(|| {
            if known.len() < MOST {
                known.push(expression.to_owned());
            }
            known.len() - 1
        });
        u32::try_from(index)
            .ok()
            .and_then(|index| char::from_u32(FIRST + index))
            .unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// Puts words for what is not known into a tree, or makes it opaque where no word is good.
    pub(super) fn settle<'a>(&self, node: Node<'a>) -> Node<'a> {
        let value = match node.value {
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                Value::Array(items.into_iter().map(|item| self.settle(item)).collect())
            }
            Value::Object(members) => self.object(members),
            other => other,
        };
        Node { value, ..node }
    }

    fn object<'a>(&self, members: Vec<Member<'a>>) -> Value<'a> {
        if members.iter().any(|member| is_marked(&member.key)) {
            return Value::Opaque;
        }
        let members: Vec<_> = members
            .into_iter()
            .map(|member| Member {
                value: self.settle(member.value),
                ..member
            })
            .collect();
        // Conditions narrow a statement: where one is not known, nothing can be said of the whole.
        let condition = members.iter().find(|member| member.key == "Condition");
        if condition.is_some_and(|condition| is_vague(&condition.value)) {
            return Value::Opaque;
        }
        Value::Object(members)
    }

    fn text<'a>(&self, text: Cow<'a, str>) -> Value<'a> {
        if !is_marked(&text) {
            return Value::String(text);
        }
        let known = if text.starts_with("arn:") {
            self.arn(&text)
        } else if text.starts_with("repo:") {
            // Whom GitHub vouches for: what is before and behind an unknown name decides.
            Some(self.named(&text))
        } else {
            None
        };
        known.map_or(Value::Opaque, |text| Value::String(Cow::Owned(text)))
    }

    /// Fills in what is not known of an ARN with something that can stand there.
    fn arn(&self, text: &str) -> Option<String> {
        let fields: Vec<&str> = text.splitn(6, ':').collect();
        let [_, partition, service, region, account, resource] = fields.try_into().ok()?;
        let partition = if index(partition).is_some() {
            "aws"
        } else {
            partition
        };
        let region = index(region).map_or(region, |index| {
            const REGIONS: [&str; 4] = ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"];
            REGIONS
                .get(index % REGIONS.len())
                .copied()
                .unwrap_or("us-east-1")
        });
        // Not the account of the template, nor of another expression.
        let account = index(account).map_or(Cow::Borrowed(account), |index| {
            Cow::Owned(format!("{:012}", 210_987_654_321 + index))
        });
        if [partition, service, region, &account]
            .into_iter()
            .any(is_marked)
        {
            return None;
        }
        let arn = format!(
            "arn:{partition}:{service}:{region}:{account}:{}",
            self.named(resource)
        );
        // A type may be part of what is not known, as in `function:name`.
        let is_open = resource.starts_with(is_mark);
        (!is_open || check::arn(&arn).is_ok()).then_some(arn)
    }

    /// The text with a word for each expression.
    fn named(&self, text: &str) -> String {
        let known = self.0.borrow();
        let mut filled = String::with_capacity(text.len());
        for character in text.chars() {
            match expression_of(character).and_then(|index| known.get(index)) {
                Some(expression) => filled.push_str(&word(expression)),
                None => filled.push(character),
            }
        }
        filled
    }
}

/// Returns true for a character that stands for an expression.
pub(super) fn is_mark(character: char) -> bool {
    expression_of(character).is_some()
}

/// Returns true when a text has something in it that is not known.
pub(super) fn is_marked(text: &str) -> bool {
    text.contains(is_mark)
}

/// The expression, where the text is nothing else.
fn index(text: &str) -> Option<usize> {
    let mut characters = text.chars();
    let first = characters.next()?;
    characters.next().is_none().then(|| expression_of(first))?
}

fn expression_of(character: char) -> Option<usize> {
    let index = u32::from(character).checked_sub(FIRST)?;
    usize::try_from(index).ok().filter(|index| *index < MOST)
}

/// The letters and digits of an expression: `var.bucket_name` is `var-bucket-name`.
fn word(expression: &str) -> String {
    const LONGEST: usize = 48;
    let mut word = String::new();
    for part in expression
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
    {
        if !word.is_empty() {
            word.push('-');
        }
        word.push_str(part);
    }
    word.truncate(LONGEST);
    if word.is_empty() {
        "unknown".to_owned()
    } else {
        word
    }
}

/// Returns true for conditions of which operators or keys are not known.
fn is_vague(condition: &Node<'_>) -> bool {
    match &condition.value {
        Value::Opaque => true,
        Value::Object(operators) => operators
            .iter()
            .any(|operator| operator.value.value == Value::Opaque),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str) -> Option<String> {
        let unknowns = Unknowns::default();
        let mut marked = text.to_owned();
        for name in ["Bucket", "var.b", "Account", "Other"] {
            let mark = unknowns.mark(name).to_string();
            marked = marked.replace(&format!("<{name}>"), &mark);
        }
        match unknowns
            .settle(Node::unplaced(Value::String(marked.into())))
            .value
        {
            Value::String(text) => Some(text.into_owned()),
            _ => None,
        }
    }

    #[test]
    fn the_known_rest_of_a_text_is_kept_where_that_can_be() {
        for (text, expected) in [
            ("s3:Get*", Some("s3:Get*")),
            ("<Bucket>", None),
            ("<Bucket>/*", None),
            ("s3:<Bucket>", None),
            ("arn:aws:s3:::<Bucket>/*", Some("arn:aws:s3:::Bucket/*")),
            ("arn:<Other>:s3:::x-<var.b>", Some("arn:aws:s3:::x-var-b")),
            ("arn:aws:<Bucket>", None),
            (
                "arn:aws:iam::<Account>:root",
                Some("arn:aws:iam::210987654323:root"),
            ),
            ("arn:aws:lambda:<Other>:123456789012:<var.b>", None),
            (
                "arn:aws:sqs:us-east-1:123456789012:<var.b>",
                Some("arn:aws:sqs:us-east-1:123456789012:var-b"),
            ),
            ("repo:<Bucket>/x:*", Some("repo:Bucket/x:*")),
        ] {
            assert_eq!(settled(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_said_where_a_condition_is_not_known() {
        let unknowns = Unknowns::default();
        let key = format!("{}:sub", unknowns.mark("issuer"));
        let text = format!(r#"[{{"Condition": {{"StringEquals": {{"{key}": "x"}}}}}}, 1]"#);
        let node = unknowns.settle(iam_dsl_core::json::parse(&text).unwrap());
        let Value::Array(items) = node.value else {
            panic!()
        };
        assert_eq!(items[0].value, Value::Opaque);
    }
}
