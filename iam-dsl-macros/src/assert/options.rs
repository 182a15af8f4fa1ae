//! The names of what may stand after the action.

use proc_macro2::Ident;

use crate::diagnostic::Diagnostic;

/// One option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    On,
    With,
    OwnedBy,
}

/// Every option, how it is written, and what people write for it.
const NAMES: &[(Name, &str, &[&str])] = &[
    (
        Name::On,
        "on",
        &["resource", "resources", "arn", "to", "of"],
    ),
    (
        Name::With,
        "with",
        &[
            "context",
            "when",
            "where",
            "condition",
            "conditions",
            "keys",
            "given",
        ],
    ),
    (
        Name::OwnedBy,
        "owned_by",
        &[
            "account",
            "owner",
            "owned",
            "resource_account",
            "in_account",
        ],
    ),
];

/// What people write as an option and questions have as a method.
const METHODS: &[(&str, &str)] = &[
    ("boundary", ".with_boundary(..)"),
    ("permissions_boundary", ".with_boundary(..)"),
    ("policy", ".with_policy(..)"),
    ("policies", ".with_policy(..)"),
    ("managed_policy", ".with_policy(..)"),
];

/// Finds an option, or says which was probably meant.
pub(super) fn find(word: &Ident) -> Result<Name, Diagnostic> {
    let text = word.to_string();
    for (name, written, _) in NAMES {
        if text == *written {
            return Ok(*name);
        }
    }
    let lower = text.to_ascii_lowercase();
    let meant = NAMES.iter().find(|(_, written, others)| {
        is_near(&lower, written) || others.iter().any(|other| is_near(&lower, other))
    });
    let method = METHODS.iter().find(|(option, _)| is_near(&lower, option));
    let help = match (meant, method) {
        (Some((_, written, _)), _) => format!("did you mean `{written}`?"),
        (None, Some((_, method))) => format!(
            "ask with a question, such as `role.can(aws::s3::GetObject).on(resource){method}`, in place of role and action"
        ),
        (None, None) => "the options are `on`, `with` and `owned_by`".to_owned(),
    };
    Err(Diagnostic::new(
        word.span(),
        &format!("unknown option `{text}`"),
        &help,
    ))
}

/// Tells whether one letter is lost, added or replaced, or two neighbours are swapped.
fn is_near(typed: &str, name: &str) -> bool {
    let (typed, name) = (typed.as_bytes(), name.as_bytes());
    let same = |(a, b): &(&u8, &u8)| a == b;
    let start = typed.iter().zip(name).take_while(same).count();
    let (typed, name) = (typed.get(start..), name.get(start..));
    let (typed, name) = (typed.unwrap_or_default(), name.unwrap_or_default());
    let end = typed
        .iter()
        .rev()
        .zip(name.iter().rev())
        .take_while(same)
        .count();
    let typed = typed.get(..typed.len() - end).unwrap_or_default();
    let name = name.get(..name.len() - end).unwrap_or_default();
    match (typed, name) {
        (&[a, b], &[c, d]) => (a, b) == (d, c),
        _ => typed.len() <= 1 && name.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        for typed in ["with", "wiht", "wth", "witth", "wish"] {
            assert!(is_near(typed, "with"), "{typed}");
        }
        for typed in ["", "w", "wh", "whti", "within"] {
            assert!(!is_near(typed, "with"), "{typed}");
        }
    }
}
