//! Several grantees at once.

use crate::{
    Grant, GrantError, Grantee,
    grant::{Entry, Granting, Request},
};

/// Gives to each what an entry describes, or to none.
#[inline]
pub(super) fn give_to_all<G: Grantee>(
    granting: &dyn Granting,
    entry: &'static Entry,
    grantees: impl IntoIterator<Item = G>,
) -> Result<Vec<Grant>, GrantError> {
    let mut requests = Vec::new();
    for grantee in grantees {
        requests.push(Request::of(granting, entry, grantee.into_party())?);
    }
    if requests.is_empty() {
        return Err(GrantError::UnsuitableValue {
            method: entry.method,
            resource: granting.label(),
            problem: "there is nobody to grant to".to_owned(),
            help: "name at least one grantee",
        });
    }
    Ok(requests.into_iter().map(Request::give).collect())
}
