//! ARNs to show to people who wrote something else.

use iam_dsl_catalog::Action;

/// What is shown where it is not known what an action acts on.
const ANY: &str = "arn:aws:s3:::my-bucket";

/// Returns the ARN of one resource that the action acts on: its shortest format, filled in.
pub(super) fn resource_of(action: Option<Action>) -> String {
    let shortest = action.and_then(|action| {
        let formats = action.resources().flat_map(|resource| {
            let is_optional = !resource.is_required();
            let formats = resource.resource_type().arn_formats();
            formats.map(move |format| (format.contains('*'), is_optional, format.len(), format))
        });
        // Recovery points of AWS Backup are resources of any service.
        let formats = formats.filter(|(.., format)| !format.contains(":${Vendor}:"));
        let (.., format) = formats.min()?;
        Some(filled(format))
    });
    shortest.unwrap_or_else(|| ANY.to_owned())
}

/// Puts names into the holes of a format: `${BucketName}` becomes `bucket-name`.
fn filled(format: &str) -> String {
    let fields = format.splitn(6, ':').enumerate();
    let fields = fields.map(|(index, field)| match index {
        1 if field.starts_with('$') => "aws".to_owned(),
        3 if field.starts_with(['$', '*']) => "eu-central-1".to_owned(),
        4 if field.starts_with(['$', '*']) => "123456789012".to_owned(),
        _ => with_names(&field.replace('*', "x")),
    });
    fields.collect::<Vec<_>>().join(":")
}

fn with_names(field: &str) -> String {
    let mut text = String::new();
    let mut rest = field;
    while let Some((before, hole)) = rest.split_once("${") {
        let (name, after) = hole.split_once('}').unwrap_or((hole, ""));
        text.push_str(before);
        text.push_str(&in_words(name.trim_end_matches("WithPath")));
        rest = after;
    }
    text + rest
}

/// A name with dashes where it has capitals: `bucket-name`.
fn in_words(name: &str) -> String {
    let mut words = String::new();
    let mut was_small = false;
    for character in name.chars() {
        if character.is_ascii_uppercase() && was_small {
            words.push('-');
        }
        was_small = !character.is_ascii_uppercase();
        words.push(character.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use iam_dsl_catalog::Service;
    use iam_dsl_core::json::Span;

    use super::*;
    use crate::case::yaml::check;
    use crate::case::yaml::scalar::Scalar;
    use crate::case::yaml::sentence::Sentence;
    use crate::case::yaml::words::Words;

    #[test]
    fn holes_are_filled() {
        for (action, example) in [
            ("s3:GetObject", "arn:aws:s3:::bucket-name/object-name"),
            (
                "sqs:SendMessage",
                "arn:aws:sqs:eu-central-1:123456789012:queue-name",
            ),
            ("sts:AssumeRole", "arn:aws:iam::123456789012:role/role-name"),
            ("s3:ListAllMyBuckets", ANY),
        ] {
            assert_eq!(resource_of(Action::find(action)), example);
        }
    }

    #[test]
    fn examples_are_taken() {
        let actions = Service::all().flat_map(Service::actions);
        let actions = actions.filter(|action| action.resources().len() > 0);
        let examples: BTreeMap<String, Action> = actions
            .map(|action| (resource_of(Some(action)), action))
            .collect();
        assert!(examples.len() > 1000);
        for (example, action) in examples.into_iter().filter(|(it, _)| it != ANY) {
            let text = format!("deny {action} on \"{example}\"");
            let (text, span) = (text.as_str(), Span::default());
            let source = text;
            let mut words = Words::new(Scalar { text, span, source });
            let sentence = Sentence::read(&mut words).unwrap();
            assert_eq!(check::resource(&sentence).unwrap(), example, "{action}");
        }
    }
}
