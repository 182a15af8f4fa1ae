//! Which statements are about an action.

use std::collections::HashMap;

use iam_dsl_core::pattern::glob;
use iam_dsl_core::{ActionElement, Effect};

/// The statements of a layer by the actions they are about, so that a request looks at few of them.
///
/// All texts are in lower case: IAM ignores the case of actions.
#[derive(Debug, Default)]
pub(crate) struct ActionIndex {
    /// Statements by whole names, `s3:getobject`.
    exact: HashMap<Box<str>, Vec<u32>>,
    /// Statements by what stands before a `*` at the end, `s3:get`; nothing for `*` itself.
    prefixes: HashMap<Box<str>, Vec<u32>>,
    /// The lengths of those, each once.
    prefix_lengths: Vec<usize>,
    /// Statements by service and by a name with wildcards elsewhere than at the end.
    infixes: HashMap<Box<str>, Vec<(Box<str>, u32)>>,
    /// Statements that must be looked at one by one.
    others: Vec<(Other, u32)>,
}

#[derive(Debug)]
enum Other {
    /// Wildcards in the service prefix.
    Pattern(Pattern),
    /// `NotAction`.
    Not(Vec<Pattern>),
}

/// Prefix and name, each a glob.
#[derive(Debug)]
struct Pattern {
    prefix: Box<str>,
    name: Box<str>,
}

impl ActionIndex {
    /// Adds a statement. Patterns that IAM would not save match nothing; an Allow of all actions
    /// but such a one allows nothing.
    pub(crate) fn add(&mut self, element: &ActionElement, effect: Effect, statement: u32) {
        let mut patterns = Vec::new();
        for action in element.actions() {
            patterns.push(action.as_str().to_ascii_lowercase());
        }
        if element.is_not() {
            let mut not = Vec::new();
            for text in &patterns {
                match Pattern::new(text) {
                    Some(pattern) => not.push(pattern),
                    None if effect == Effect::Allow => return,
                    None => {}
                }
            }
            self.others.push((Other::Not(not), statement));
            return;
        }
        for text in patterns {
            self.add_pattern(&text, statement);
        }
    }

    fn add_pattern(&mut self, text: &str, statement: u32) {
        let wildcards = ['*', '?'];
        let literal = text.strip_suffix('*').unwrap_or(text);
        if literal.contains(wildcards) || !(literal.contains(':') || text == "*") {
            match Pattern::new(text) {
                Some(pattern) if pattern.prefix.contains(wildcards) => {
                    self.others.push((Other::Pattern(pattern), statement));
                }
                Some(pattern) => {
                    let of_service = self.infixes.entry(pattern.prefix).or_default();
                    of_service.push((pattern.name, statement));
                }
                None => {}
            }
        } else if literal.len() == text.len() {
            push(self.exact.entry(text.into()).or_default(), statement);
        } else {
            push(self.prefixes.entry(literal.into()).or_default(), statement);
            if !self.prefix_lengths.contains(&literal.len()) {
                self.prefix_lengths.push(literal.len());
            }
        }
    }

    /// Calls `each` with the statements that are about the action, a few of them more than once,
    /// until it returns false.
    pub(crate) fn visit(&self, action: &str, mut each: impl FnMut(u32) -> bool) {
        if let Some(statements) = self.exact.get(action) {
            for statement in statements {
                if !each(*statement) {
                    return;
                }
            }
        }
        for length in &self.prefix_lengths {
            let statements = action.get(..*length).and_then(|it| self.prefixes.get(it));
            for statement in statements.map_or(&[][..], Vec::as_slice) {
                if !each(*statement) {
                    return;
                }
            }
        }
        if let Some((prefix, name)) = action.split_once(':')
            && let Some(patterns) = self.infixes.get(prefix)
        {
            for (pattern, statement) in patterns {
                if glob(pattern, name) && !each(*statement) {
                    return;
                }
            }
        }
        for (other, statement) in &self.others {
            if other.matches(action) && !each(*statement) {
                return;
            }
        }
    }
}

/// A list with one entry twice in a row would only be looked at twice.
fn push(statements: &mut Vec<u32>, statement: u32) {
    if statements.last() != Some(&statement) {
        statements.push(statement);
    }
}

impl Other {
    fn matches(&self, action: &str) -> bool {
        match self {
            Self::Pattern(pattern) => pattern.matches(action),
            Self::Not(patterns) => !patterns.iter().any(|pattern| pattern.matches(action)),
        }
    }
}

impl Pattern {
    /// A text without a colon is nothing, unless it is `*`: IAM would not save it.
    fn new(text: &str) -> Option<Self> {
        let (prefix, name) = match text.split_once(':') {
            Some(halves) => halves,
            None if text == "*" => ("*", "*"),
            None => return None,
        };
        Some(Self {
            prefix: prefix.into(),
            name: name.into(),
        })
    }

    fn matches(&self, action: &str) -> bool {
        action
            .split_once(':')
            .is_some_and(|(prefix, name)| glob(&self.prefix, prefix) && glob(&self.name, name))
    }
}

#[cfg(test)]
mod tests {
    use iam_dsl_core::{ActionPattern, Elements};

    use super::*;

    fn about(patterns: &[&str], is_not: bool, action: &str) -> bool {
        let patterns: Vec<_> = patterns
            .iter()
            .map(|text| ActionPattern::unchecked(*text))
            .collect();
        let elements = Elements::list(patterns);
        let element = if is_not {
            ActionElement::NotAction(elements)
        } else {
            ActionElement::Action(elements)
        };
        let mut index = ActionIndex::default();
        index.add(&element, Effect::Deny, 7);
        let mut found = false;
        index.visit(action, |statement| {
            found = statement == 7;
            false
        });
        found
    }

    #[test]
    fn actions_and_patterns() {
        for (pattern, action, expected) in [
            ("*", "s3:getobject", true),
            ("*:*", "s3:getobject", true),
            ("S3:GetObject", "s3:getobject", true),
            ("s3:Get", "s3:getobject", false),
            ("s3:Get*", "s3:getobject", true),
            ("s3:GetObject*", "s3:getobject", true),
            ("s3:*Object", "s3:getobject", true),
            ("s3:Get?bject", "s3:getobject", true),
            ("s?:GetObject", "s3:getobject", true),
            ("s3*", "s3:getobject", false),
            ("s3", "s3:getobject", false),
            ("s3:GetObject ", "s3:getobject", false),
            ("ec2:*", "s3:getobject", false),
            ("s3:", "s3:getobject", false),
        ] {
            assert_eq!(about(&[pattern], false, action), expected, "{pattern}");
            assert_eq!(
                about(&[pattern], true, action),
                !expected,
                "NotAction {pattern}"
            );
        }
    }
}
