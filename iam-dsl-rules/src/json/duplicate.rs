//! Keys that stand twice. IAM refuses them; a map would silently keep the last.

use std::collections::HashMap;

use super::Member;
use crate::ReadError;

/// Up to here, comparing each with each is faster than hashing.
const FEW: usize = 16;

/// Checks that no two members have the same key.
///
/// # Errors
///
/// The second of the two, with the place of the first.
#[doc(hidden)]
pub fn reject_duplicates(members: &[Member<'_>]) -> Result<(), ReadError> {
    if members.len() <= FEW {
        for (index, second) in members.iter().enumerate() {
            if let Some(first) = members
                .iter()
                .take(index)
                .find(|first| first.key == second.key)
            {
                return Err(duplicate(first, second));
            }
        }
        return Ok(());
    }
    let mut seen = HashMap::with_capacity(members.len());
    for member in members {
        if let Some(first) = seen.insert(&*member.key, member) {
            return Err(duplicate(first, member));
        }
    }
    Ok(())
}

fn duplicate(first: &Member<'_>, second: &Member<'_>) -> ReadError {
    ReadError::duplicate_key(&second.key, first.key_span, second.key_span)
}
