//! The formats that the catalog gives for ARNs, by the service field they name.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use iam_dsl_catalog::Service;

use super::ArnFields;
use super::holes_as_wildcards;
use crate::pattern;

/// ARNs that exist but are no resource type of the service authorization reference.
///
/// They are [principals], and the AWS owned forms of resources.
///
/// [principals]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
const MORE_FORMATS: &[&str] = &[
    "arn:${Partition}:iam::${Account}:root",
    "arn:${Partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${Id}",
    "arn:${Partition}:sts::${Account}:assumed-role/${Role}/${Session}",
    "arn:${Partition}:sts::${Account}:federated-user/${User}",
    "arn:${Partition}:states:::${Integration}",
];

/// Words that stand where an ARN has its account id, though no format of the catalog has them.
const LITERAL_ACCOUNTS: &[&str] = &["aws", "cloudfront", "aws-marketplace", "amazon"];

/// One format, split into the fields that are compared.
#[derive(Debug)]
pub(crate) struct Format {
    pub(crate) text: &'static str,
    pub(crate) region: &'static str,
    pub(crate) account: &'static str,
    resource: Cow<'static, str>,
}

impl Format {
    /// Returns the word before the first `/` or `:` of the resource part, if it is one.
    pub(crate) fn first_word(&self) -> Option<&str> {
        let (word, _) = self.resource.split_once(['/', ':'])?;
        (!word.is_empty() && !word.contains('*')).then_some(word)
    }

    /// Tells whether some resource is described both by this format and by a resource pattern.
    pub(crate) fn resource_overlaps(&self, resource: &str) -> bool {
        pattern::overlaps(&self.resource, resource)
    }
}

type Index = HashMap<&'static str, Vec<Format>>;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let of_types = Service::all()
            .flat_map(iam_dsl_catalog::Service::resource_types)
            .flat_map(iam_dsl_catalog::ResourceType::arn_formats);
        let mut index = Index::new();
        for text in of_types.chain(MORE_FORMATS.iter().copied()) {
            if let Some((service, format)) = split(text) {
                index.entry(service).or_default().push(format);
            }
        }
        index
    })
}

fn split(text: &'static str) -> Option<(&'static str, Format)> {
    let mut fields = text.splitn(6, ':').skip(2);
    let service = fields.next()?;
    let region = fields.next()?;
    let account = fields.next()?;
    let resource = holes_as_wildcards(fields.next()?);
    Some((
        service,
        Format {
            text,
            region,
            account,
            resource,
        },
    ))
}

/// Returns the formats of ARNs whose service field is `namespace`.
pub(crate) fn formats_of_namespace(namespace: &str) -> &'static [Format] {
    index().get(namespace).map_or(&[], Vec::as_slice)
}

/// Tells whether ARNs may have `name` as their service field.
pub(crate) fn is_namespace(name: &str) -> bool {
    index().contains_key(name)
        || Service::find(name).is_some_and(|service| service.prefix() == name)
}

/// Tells whether ARNs may have this word where others have an account id.
pub(crate) fn is_literal_account(word: &str) -> bool {
    LITERAL_ACCOUNTS.contains(&word)
        || index()
            .values()
            .flatten()
            .any(|format| format.account == word)
}

/// Tells whether some resource is described both by an ARN with wildcards and by a format.
pub(crate) fn could_match_format(arn: &ArnFields<'_>, format: &'static str) -> bool {
    let Some((service, format)) = split(format) else {
        return true;
    };
    let same_service = arn.service == service
        || (arn.service.contains(['*', '?', '$'])
            && pattern::overlaps(&holes_as_wildcards(arn.service), service));
    same_service && format.resource_overlaps(&holes_as_wildcards(arn.resource))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_has_the_formats_of_the_catalog() {
        assert!(index().len() > 250, "{}", index().len());
        assert!(is_namespace("s3") && is_namespace("dynamodb") && !is_namespace("s33"));
        assert!(
            formats_of_namespace("dynamodb")
                .iter()
                .any(|format| format.resource == "table/*")
        );
    }
}
