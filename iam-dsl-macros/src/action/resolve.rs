//! Items to actions.

use iam_dsl_catalog::{self as catalog, Service};
use iam_dsl_rules::check::{self, CheckedPattern};

use super::{Item, Written};
use crate::diagnostic::Diagnostic;

/// What an item means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Resolved {
    Action(catalog::Action),
    /// A pattern in AWS's spelling.
    Pattern(String),
    Unchecked(String),
}

/// Finds what an item means, or says that nothing is.
pub(crate) fn resolve(item: &Item) -> Result<Resolved, Diagnostic> {
    if let Written::Unchecked = item.written {
        return Ok(Resolved::Unchecked(item.text.clone()));
    }
    if let Some(action) = by_identifiers(item) {
        return Ok(Resolved::Action(action));
    }
    let text = with_prefix(item);
    match check::action_pattern(&text) {
        Ok(CheckedPattern::Action(action)) => Ok(Resolved::Action(action)),
        Ok(CheckedPattern::Wildcard(pattern)) => Ok(Resolved::Pattern(pattern)),
        Err(message) => {
            let error = Diagnostic::of_message(item.first, item.last, &text, &message);
            Err(error.with_completion(item.path()))
        }
    }
}

/// Reads `execute_api::Invoke`, where Rust has `_` for what AWS has.
fn by_identifiers(item: &Item) -> Option<catalog::Action> {
    if !matches!(item.written, Written::Path { .. }) {
        return None;
    }
    let (service, name) = item.text.split_once(':')?;
    let service = Service::find(service).or_else(|| Service::find_identifier(service))?;
    service
        .action(name)
        .or_else(|| service.action_by_identifier(name))
}

/// Returns the text with AWS's prefix where the tokens have its identifier.
pub(super) fn with_prefix(item: &Item) -> String {
    if let Written::Text = item.written {
        return item.text.clone();
    }
    match item.text.split_once(':') {
        Some((service, name)) if Service::find(service).is_none() => {
            match Service::find_identifier(service) {
                Some(known) => format!("{}:{name}", known.prefix()),
                None => item.text.clone(),
            }
        }
        _ => item.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;
    use crate::input::Input;

    fn read(source: &str) -> Result<String, String> {
        let mut input = Input::new(source.parse().unwrap(), Span::call_site());
        let item = crate::action::item(&mut input).unwrap();
        match resolve(&item) {
            Ok(Resolved::Action(action)) => Ok(action.to_string()),
            Ok(Resolved::Pattern(text) | Resolved::Unchecked(text)) => Ok(text),
            Err(diagnostic) => Err(diagnostic.text().to_owned()),
        }
    }

    #[test]
    fn names_are_found_in_every_spelling() {
        for (source, text) in [
            ("s3::getobject", "s3:GetObject"),
            ("execute_api::Invoke", "execute-api:Invoke"),
            ("execute_api::*", "execute-api:*"),
            ("execute-api:invoke", "execute-api:Invoke"),
            ("s3:get*", "s3:Get*"),
            ("unchecked \"s3:Whatever\"", "s3:Whatever"),
        ] {
            assert_eq!(read(source).as_deref(), Ok(text), "{source}");
        }
    }

    #[test]
    fn a_typo_is_answered_with_the_name() {
        assert_eq!(
            read("s3::GetObjcet").unwrap_err(),
            "unknown action `s3:GetObjcet`\nhelp: did you mean `s3:GetObject`?"
        );
        assert_eq!(
            read("s3:ListObjectsV2").unwrap_err(),
            "`s3:ListObjectsV2` is an API operation, not an action\nhelp: did you mean `s3:ListBucket`?"
        );
    }
}
