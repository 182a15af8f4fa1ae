//! Reading what an ARN names.

use iam_dsl_core::Arn;

use crate::{ValueError, owner::Owner};

/// The name and the owner of what an ARN names, if that is one `noun` of `service`: its resource starts with `prefix`,
/// and what follows holds no wildcard and none of the characters that would make it a part of something else.
#[inline]
pub(crate) fn read_arn(
    arn: &Arn,
    noun: &str,
    service: &str,
    prefix: &str,
    not_in_name: &[char],
) -> Result<(String, Owner), ValueError> {
    let text = arn.to_string();
    let resource = arn.resource().to_string();
    resource
        .strip_prefix(prefix)
        .filter(|name| !name.is_empty() && !name.contains(not_in_name))
        .filter(|_| arn.service().as_str() == Some(service) && !text.contains(['*', '?']))
        .and_then(|name| Some((name.to_owned(), Owner::of(arn)?)))
        .ok_or_else(|| not_the_arn(arn, noun))
}

/// What a handle says to the ARN of something else.
#[inline]
pub(crate) fn not_the_arn(arn: &Arn, noun: &str) -> ValueError {
    let article = if noun.starts_with(['a', 'e', 'i', 'A']) {
        "an"
    } else {
        "a"
    };
    ValueError::new(format!("`{arn}` is not the ARN of {article} {noun}"))
}
