use super::distance::{osa, single_edit};
use crate::{Partition, Service, managed_policies, service_principals};

/// The member of a list that `text` was meant to be, when it is at most `limit` edits away.
fn nearest(
    text: &str,
    limit: usize,
    names: impl Iterator<Item = &'static str> + Clone,
) -> Option<&'static str> {
    let typed = text.as_bytes();
    let single = |name: &'static str| Some((single_edit(typed, name.as_bytes())?.cost(), name));
    let several = |name: &'static str| Some((osa(typed, name.as_bytes(), limit)?, name));
    // One edit is what most slips are, and it is told much faster.
    let near = names.clone().filter_map(single).min().map(|(_, name)| name);
    near.or_else(|| names.filter_map(several).min().map(|(_, name)| name))
}

/// How many edits are still a typo, in a text of which this many bytes tell names apart.
fn allowed(len: usize) -> usize {
    if len < 6 { 1 } else { 2 }
}

pub(super) fn service_principal(text: &str) -> Option<&'static str> {
    if let Some(found) = service_principals::find(text) {
        return Some(found);
    }
    let own = |name: &str| service_principals::find(&format!("{name}.amazonaws.com"));
    // A principal of a region, of another partition, or of a service that no list of principals
    // has: all likelier than a slip that spells them.
    if let Some(name) = principal_name(text)
        && (own(name).is_some() || Service::find(name).is_some())
    {
        return None;
    }
    let near = nearest(text, 2, service_principals::all()).filter(|found| {
        // In a short name two edits leave too little of it.
        let (name, typed) = (label(found), label(text));
        osa(typed.as_bytes(), name.as_bytes(), allowed(name.len())).is_some()
    });
    let whole = format!("{}.amazonaws.com", label(text));
    near.or_else(|| nearest(&whole, 1, service_principals::all()))
}

/// What stands before the first dot.
fn label(principal: &str) -> &str {
    principal.split('.').next().unwrap_or(principal)
}

/// A service principal without its domain, and without its region where it has one.
fn principal_name(text: &str) -> Option<&str> {
    let mut suffixes = Partition::all().map(Partition::dns_suffix);
    let name = suffixes.find_map(|suffix| text.strip_suffix(suffix)?.strip_suffix('.'))?;
    Some(match name.rsplit_once('.') {
        Some((name, region)) if Partition::of_region(region).is_some() => name,
        _ => name,
    })
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
