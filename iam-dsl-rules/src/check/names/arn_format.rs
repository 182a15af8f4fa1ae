//! The formats that the catalog gives for ARNs, by the service field they name.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use iam_dsl_catalog::{ResourceType, Service};

use super::ArnFields;
use super::holes_as_wildcards;
use crate::pattern;

/// ARNs that exist but are no resource type of the service authorization reference.
///
/// They are [principals], the AWS owned forms of resources, [macros] of templates, and WAF Classic's
/// change tokens.
///
/// [principals]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
/// [macros]: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-serverless.html
const MORE_FORMATS: &[&str] = &[
    "arn:${Partition}:iam::${Account}:root",
    "arn:${Partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${Id}",
    "arn:${Partition}:sts::${Account}:assumed-role/${Role}/${Session}",
    "arn:${Partition}:sts::${Account}:federated-user/${User}",
    "arn:${Partition}:states:::${Integration}",
    "arn:${Partition}:cloudformation:${Region}:aws:transform/${TransformName}",
    "arn:${Partition}:waf::${Account}:changetoken/${Token}",
    "arn:${Partition}:waf-regional:${Region}:${Account}:changetoken/${Token}",
];

/// Words that stand where an ARN has its account id, though no format of the catalog has them.
const LITERAL_ACCOUNTS: &[&str] = &["aws", "cloudfront", "aws-marketplace", "amazon"];

/// One format, split into the fields that are compared.
#[derive(Clone, Debug)]
pub(crate) struct Format {
    pub(crate) text: &'static str,
    service: &'static str,
    pub(crate) region: &'static str,
    pub(crate) account: &'static str,
    resource: Cow<'static, str>,
    /// How much of the resource stands before its first wildcard.
    literal: usize,
    /// The formats that say more of what this one describes, once they are asked for.
    narrower: OnceLock<Vec<&'static Format>>,
}

impl Format {
    fn new(text: &'static str) -> Option<Self> {
        let mut fields = text.splitn(6, ':').skip(2);
        let (service, region, account) = (fields.next()?, fields.next()?, fields.next()?);
        let resource = holes_as_wildcards(fields.next()?);
        Some(Self {
            text,
            service,
            region,
            account,
            literal: literal_start(&resource).len(),
            resource,
            narrower: OnceLock::new(),
        })
    }

    /// Returns the word before the first `/` or `:` of the resource part, if it is one.
    pub(crate) fn first_word(&self) -> Option<&str> {
        let (word, _) = self.resource.split_once(['/', ':'])?;
        (!word.is_empty() && !word.contains('*')).then_some(word)
    }

    fn literal_start(&self) -> &str {
        self.resource.get(..self.literal).unwrap_or(&self.resource)
    }

    fn narrower(&self) -> &[&'static Format] {
        self.narrower.get_or_init(|| {
            let says_more = |other: &&Format| {
                other.literal_start().starts_with(self.literal_start())
                    && pattern::subsumes(&self.resource, &other.resource)
                    && !pattern::subsumes(&other.resource, &self.resource)
            };
            let formats = formats_of_namespace(self.service).iter();
            formats.filter(says_more).collect()
        })
    }

    /// Tells whether some resource is described both by this format and by a resource pattern.
    pub(crate) fn resource_overlaps(&self, resource: &str) -> bool {
        // The literal starts decide nearly always; comparing patterns costs much more.
        let (ours, our_rest) = self.resource.split_at(self.literal);
        let theirs = literal_start(resource);
        let their_rest = resource.get(theirs.len()..).unwrap_or("");
        let (is_theirs_shorter, is_ours_shorter) =
            (ours.starts_with(theirs), theirs.starts_with(ours));
        if !is_theirs_shorter && !is_ours_shorter {
            return false;
        }
        is_theirs_shorter && their_rest == "*"
            || is_ours_shorter && our_rest == "*"
            || pattern::overlaps(&self.resource, resource)
    }
}

/// Returns what stands before the first wildcard.
fn literal_start(pattern: &str) -> &str {
    let end = pattern.bytes().position(|byte| matches!(byte, b'*' | b'?'));
    end.and_then(|end| pattern.get(..end)).unwrap_or(pattern)
}

/// Picks three formats to show to people, and says whether there are more.
pub(crate) fn a_few(mut formats: Vec<&str>) -> (Vec<String>, bool) {
    // The short ones are the plain ones.
    formats.sort_unstable_by_key(|format| (format.len(), *format));
    formats.dedup();
    let more = formats.len() > 3;
    formats.truncate(3);
    (formats.into_iter().map(to_be_filled_in).collect(), more)
}

/// Writes a format of ARNs as people have to write the ARN, with names in angle brackets where theirs go.
///
/// What stands in `${}` would be a variable in a policy, and something else yet in a template.
///
/// ```
/// use iam_dsl_rules::check::to_be_filled_in;
///
/// let table = "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}";
/// assert_eq!(to_be_filled_in(table), "arn:aws:dynamodb:<Region>:<Account>:table/<TableName>");
/// ```
pub fn to_be_filled_in(format: &str) -> String {
    let format = format.replace("${Partition}", "aws");
    format.replace("${", "<").replace('}', ">")
}

/// Every format, by the service field and by the resource type.
struct Index {
    by_namespace: HashMap<&'static str, Vec<Format>>,
    by_type: Vec<Vec<Format>>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let by_type: Vec<Vec<Format>> = ResourceType::all()
            .map(|resource_type| {
                resource_type
                    .arn_formats()
                    .filter_map(Format::new)
                    .collect()
            })
            .collect();
        let more = MORE_FORMATS.iter().copied().filter_map(Format::new);
        let mut by_namespace: HashMap<_, Vec<Format>> = HashMap::new();
        for format in by_type.iter().flatten().cloned().chain(more) {
            by_namespace.entry(format.service).or_default().push(format);
        }
        Index {
            by_namespace,
            by_type,
        }
    })
}

/// Returns the formats of ARNs whose service field is `namespace`.
pub(crate) fn formats_of_namespace(namespace: &str) -> &'static [Format] {
    index()
        .by_namespace
        .get(namespace)
        .map_or(&[], Vec::as_slice)
}

/// Tells whether ARNs may have `name` as their service field.
pub(crate) fn is_namespace(name: &str) -> bool {
    index().by_namespace.contains_key(name)
        || Service::find(name).is_some_and(|service| service.prefix() == name)
}

/// Tells whether ARNs may have this word where others have an account id.
pub(crate) fn is_literal_account(word: &str) -> bool {
    LITERAL_ACCOUNTS.contains(&word)
        || index()
            .by_type
            .iter()
            .flatten()
            .any(|format| format.account == word)
}

/// The service and the resource of an ARN, as patterns.
#[derive(Debug)]
pub(crate) struct ResourcePattern<'a> {
    service: Cow<'a, str>,
    resource: Cow<'a, str>,
}

impl<'a> ResourcePattern<'a> {
    pub(crate) fn new(arn: &ArnFields<'a>) -> Self {
        Self {
            service: holes_as_wildcards(arn.service),
            resource: holes_as_wildcards(arn.resource),
        }
    }

    /// Tells whether the pattern is of resources of a service that is known by this prefix.
    #[cfg(feature = "validate")]
    pub(crate) fn is_of_service(&self, prefix: &str) -> bool {
        self.service == prefix
    }

    /// Tells whether some resource of the type is one of this pattern.
    pub(crate) fn fits_type(&self, resource_type: ResourceType) -> bool {
        let formats = index().by_type.get(resource_type.index());
        formats
            .into_iter()
            .flatten()
            .any(|format| self.fits(format))
    }

    /// Tells the same, but not where all of the pattern is of a type whose ARNs say more: what is under a table is no table.
    pub(crate) fn fits_type_best(&self, resource_type: ResourceType) -> bool {
        let formats = index().by_type.get(resource_type.index());
        formats
            .into_iter()
            .flatten()
            .any(|format| self.fits(format) && !self.is_of_narrower(format))
    }

    fn is_of_narrower(&self, format: &Format) -> bool {
        // What covers the pattern begins as it does, which nearly always decides.
        let mut narrower = format.narrower().iter();
        narrower.any(|other| {
            self.resource.starts_with(other.literal_start())
                && pattern::subsumes(&other.resource, &self.resource)
        })
    }

    /// Tells whether an ARN of this format is one of this pattern.
    pub(crate) fn fits_format(&self, format: &'static str) -> bool {
        Format::new(format).is_some_and(|format| self.fits(&format))
    }

    fn fits(&self, format: &Format) -> bool {
        let open = self.service.contains(['*', '?']);
        (self.service == format.service
            || (open && pattern::overlaps(&self.service, format.service)))
            && format.resource_overlaps(&self.resource)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_has_the_formats_of_the_catalog() {
        assert!(index().by_namespace.len() > 250);
        assert!(is_namespace("s3") && is_namespace("dynamodb") && !is_namespace("s33"));
        assert!(
            formats_of_namespace("dynamodb")
                .iter()
                .any(|format| format.resource == "table/*")
        );
    }
}
