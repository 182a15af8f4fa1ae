//! Policy variables.

use std::borrow::Cow;

use crate::check::{Code, Message};

codes! {
    /// A policy variable has no name.
    ///
    /// `${}` stands for no value of a request, so that what has it in it matches nothing.
    ///
    /// Instead, write a condition key between the braces, as in `${aws:username}`, or leave the braces out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    EMPTY_VARIABLE = error;
    /// A policy variable is not closed.
    ///
    /// `${` begins a variable and `}` ends it. Without the end IAM does not save the policy.
    ///
    /// Instead, add the `}` behind the variable's name.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    MISSING_BRACE_IN_VARIABLE = error;
    /// The default value of a policy variable is not in single quotes.
    ///
    /// Behind a comma a variable may have a text that takes its place where the request has no value. IAM wants that
    /// text in quotes, and does not save the policy.
    ///
    /// Instead, write `${aws:PrincipalTag/team, 'none'}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-default-values>
    MISSING_QUOTE_IN_VARIABLE = error;
    /// A policy variable has a space in its name.
    ///
    /// No condition key has one, so that the variable stands for nothing and what has it in it matches nothing.
    ///
    /// Instead, write the name without spaces, as in `${aws:username}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    UNSUPPORTED_SPACE_IN_VARIABLE = error;
}

/// Tells whether a text has a policy variable, well-formed or not.
pub(crate) fn has_variable(text: &str) -> bool {
    text.contains("${")
}

/// Puts a `*` where a text has a [policy variable], since that can become anything.
///
/// The escapes `${*}`, `${?}` and `${$}` stand for one character; a wildcard covers them too.
///
/// [policy variable]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
pub(crate) fn holes_as_wildcards(text: &str) -> Cow<'_, str> {
    if !has_variable(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        out.push_str(before);
        out.push('*');
        rest = after.split_once('}').map_or("", |(_, tail)| tail);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Checks the form of every policy variable in a text.
pub(crate) fn variables(text: &str) -> Result<(), Message> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("${") {
        let Some((inside, tail)) = after.split_once('}') else {
            return Err(Message::new(
                Code::MISSING_BRACE_IN_VARIABLE,
                format!("the policy variable in `{text}` is not closed"),
            )
            .with_help("add a `}`"));
        };
        name(inside)?;
        default(inside, tail)?;
        rest = tail;
    }
    Ok(())
}

fn name(inside: &str) -> Result<(), Message> {
    let name = inside.split(',').next().unwrap_or(inside);
    if name.trim().is_empty() {
        return Err(Message::new(
            Code::EMPTY_VARIABLE,
            format!("the policy variable `${{{inside}}}` has no name"),
        )
        .with_help("write a condition key between the braces, as in `${aws:username}`"));
    }
    // Spaces around the comma before a default value are AWS's own style.
    if name.trim_end().contains(char::is_whitespace) {
        return Err(Message::new(
            Code::UNSUPPORTED_SPACE_IN_VARIABLE,
            format!("the policy variable `${{{inside}}}` has a space in its name"),
        )
        .with_help(format!(
            "write `${{{}}}`",
            inside.replace(char::is_whitespace, "")
        )));
    }
    Ok(())
}

/// Checks the text that stands for a variable without a value: it is in single quotes.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-default-values>
fn default(inside: &str, after: &str) -> Result<(), Message> {
    let Some((name, default)) = inside.split_once(',') else {
        return Ok(());
    };
    let default = default.trim();
    // A brace may be meant to be within the quotes.
    let is_closed = |rest: &str| rest.ends_with('\'') || after.contains('\'');
    if default.strip_prefix('\'').is_some_and(is_closed) {
        return Ok(());
    }
    Err(Message::new(
        Code::MISSING_QUOTE_IN_VARIABLE,
        format!("the default value in `${{{inside}}}` is not in single quotes"),
    )
    .with_help(format!(
        "write `${{{}, '{}'}}`",
        name.trim(),
        default.trim_matches('\'')
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_become_wildcards() {
        assert_eq!(holes_as_wildcards("home/${aws:username}/x"), "home/*/x");
        assert_eq!(holes_as_wildcards("a${b"), "a*");
        assert_eq!(holes_as_wildcards("plain"), "plain");
    }

    #[test]
    fn each_fault_has_its_code() {
        let code = |text| variables(text).unwrap_err().code();
        assert_eq!(code("${aws:username"), Code::MISSING_BRACE_IN_VARIABLE);
        assert_eq!(code("a/${}"), Code::EMPTY_VARIABLE);
        assert_eq!(code("a/${ }"), Code::EMPTY_VARIABLE);
        assert_eq!(
            code("${aws: username}"),
            Code::UNSUPPORTED_SPACE_IN_VARIABLE
        );
        for text in [
            "${aws:PrincipalTag/team, none}",
            "${aws:PrincipalTag/team, 'none}",
            "${aws:PrincipalTag/team,none'}/x",
            "${aws:PrincipalTag/team, '}",
            "${aws:PrincipalTag/team, }",
        ] {
            assert_eq!(code(text), Code::MISSING_QUOTE_IN_VARIABLE, "{text}");
        }
        assert!(variables("${aws:PrincipalTag/team,''}${aws:username, 'a}b'}").is_ok());
        assert!(variables("${aws:username}/${*}/${aws:PrincipalTag/team, 'none'}").is_ok());
    }
}
