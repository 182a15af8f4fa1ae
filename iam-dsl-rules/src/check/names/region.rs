//! Partitions and regions.

use iam_dsl_catalog::{Partition, suggest};

use crate::check::{Code, Message};

codes! {
    /// The partition of an ARN does not exist.
    ///
    /// A partition is a group of regions that has accounts of its own: `aws`, `aws-cn` for China, `aws-us-gov` and a
    /// few more. No resource has an ARN with another.
    ///
    /// Instead, write the partition of the account, which is `aws` for most.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
    INVALID_PARTITION = error;
    /// A condition compares a region that does not exist.
    ///
    /// No request is for it. An `Allow` that asks for it allows nothing, and a `Deny` of all other regions denies
    /// everything.
    ///
    /// Instead, write the code of a region, such as `eu-central-1`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion>
    INVALID_REGION = error;
}

/// Checks the name of a [partition], such as `aws` or `aws-cn`.
///
/// [partition]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
///
/// # Errors
///
/// When there is no such partition.
///
/// ```
/// assert!(iam_dsl_rules::check::partition("aws-us-gov").is_ok());
/// assert!(iam_dsl_rules::check::partition("amazon").is_err());
/// ```
pub fn partition(text: &str) -> Result<(), Message> {
    if Partition::find(text).is_some() {
        return Ok(());
    }
    let message = Message::new(
        Code::INVALID_PARTITION,
        format!("unknown partition `{text}`"),
    );
    Err(match suggest::partition(text) {
        Some(name) => message.with_suggestion(Some(name)),
        None => message.with_help(
            "partitions are `aws`, `aws-cn`, `aws-us-gov` and others; most accounts are in `aws`",
        ),
    })
}

/// Checks the name of a region.
///
/// AWS adds regions, so that an unknown name passes when it has the form of one and is not a
/// misspelling of a known one.
///
/// # Errors
///
/// When the name is malformed, or one letter off a known region.
///
/// ```
/// use iam_dsl_rules::check::region;
///
/// assert!(region("eu-central-1").is_ok());
/// assert_eq!(
///     region("eu-centrl-1").unwrap_err().help(),
///     Some("did you mean `eu-central-1`?"),
/// );
/// ```
pub fn region(text: &str) -> Result<(), Message> {
    if Partition::all().any(|partition| partition.regions().any(|name| name == text)) {
        return Ok(());
    }
    let suggestion = suggest::region(text);
    if suggestion.is_none() && has_region_form(text) {
        return Ok(());
    }
    let message = Message::new(Code::INVALID_REGION, format!("unknown region `{text}`"));
    Err(match suggestion {
        Some(name) => message.with_suggestion(Some(name)),
        None => message.with_help("a region looks like `us-east-1`"),
    })
}

/// Tells whether a text is two or more lower-case words and a number, joined by dashes.
fn has_region_form(text: &str) -> bool {
    let Some((words, number)) = text.rsplit_once('-') else {
        return false;
    };
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    is_number && words.contains('-') && words.split('-').all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_region_passes() {
        assert!(region("xz-northsouth-1").is_ok());
    }

    #[test]
    fn a_misspelt_region_does_not() {
        for text in [
            "us-est-1",
            "us-east1",
            "eu-westt-1",
            "region",
            "US-EAST-1",
            "",
        ] {
            assert!(region(text).is_err(), "{text}");
        }
    }
}
