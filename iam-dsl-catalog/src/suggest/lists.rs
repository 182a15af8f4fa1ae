use super::distance::{EDIT, osa, single_edit};
use crate::{Partition, Service, managed_policies, service_principals};

/// The member of a list that `text` was meant to be, when it is at most `limit` edits away.
fn nearest(
    text: &str,
    limit: usize,
    names: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let typed = text.as_bytes();
    let candidates = names.filter_map(|name| {
        let cost = match single_edit(typed, name.as_bytes()) {
            Some(edit) => edit.cost(),
            None => u32::try_from(osa(typed, name.as_bytes(), limit)?).ok()? * EDIT,
        };
        Some((cost, name))
    });
    candidates.min().map(|(_, name)| name)
}

/// How many edits are still a typo, in a text of which this many bytes tell names apart.
fn allowed(len: usize) -> usize {
    if len < 6 { 1 } else { 2 }
}

pub(super) fn service_principal(text: &str) -> Option<&'static str> {
    let label = text.split('.').next().unwrap_or(text);
    if let Some(found) = service_principals::find(text) {
        return Some(found);
    }
    // A service that no list of principals has is likelier than a slip that spells a service.
    if Service::find(label).is_some() && text.ends_with(".amazonaws.com") {
        return None;
    }
    let whole = format!("{label}.amazonaws.com");
    let own = service_principals::find(&whole);
    own.or_else(|| nearest(text, allowed(label.len()), service_principals::all()))
        .or_else(|| nearest(&whole, 1, service_principals::all()))
}

pub(super) fn managed_policy(text: &str) -> Option<&'static str> {
    let name = text.rsplit('/').next().unwrap_or(text);
    let names = managed_policies::all().map(|policy| policy.name);
    let policy = managed_policies::find(nearest(name, allowed(name.len()), names)?)?;
    if text.starts_with("arn:") {
        policy.arn
    } else {
        Some(policy.name)
    }
}

pub(super) fn region(text: &str) -> Option<&'static str> {
    let regions = || Partition::all().flat_map(Partition::regions);
    if let Some(known) = regions().find(|known| known.eq_ignore_ascii_case(text)) {
        return Some(known);
    }
    // `eu-west-9` is a region that is still to come, not a slip.
    let place = |region: &str| {
        region
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .to_owned()
    };
    let typed = place(text);
    if typed != text && regions().any(|known| place(known) == typed) {
        return None;
    }
    nearest(text, 2, regions())
}

pub(super) fn partition(text: &str) -> Option<&'static str> {
    nearest(text, 2, Partition::all().map(Partition::name))
}
