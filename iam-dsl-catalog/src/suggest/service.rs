use super::distance::{EDIT, jaro_winkler, osa, single_edit};
use crate::Service;
use crate::blob::{self, ALIASES};

/// The service that people call `name`, from the curated table.
pub(super) fn by_alias(name: &str) -> Option<Service> {
    let at = blob::search(ALIASES, name, blob::head).ok()?;
    ALIASES.get(at).map(|record| entry(*record).1)
}

/// The whole curated table.
pub(super) fn aliases() -> impl ExactSizeIterator<Item = (&'static str, Service)> + Clone {
    ALIASES.iter().map(|record| entry(*record))
}

fn entry([a0, a1, a2, a3, s0, s1]: [u8; 6]) -> (&'static str, Service) {
    let service = Service(u16::from_le_bytes([s0, s1]));
    (blob::text([a0, a1, a2, a3]), service)
}

/// What it costs to mean `service` and to type `prefix`, when the two are near each other.
pub(super) fn near(prefix: &[u8], service: Service) -> Option<u32> {
    let own = service.prefix().as_bytes();
    if let Some(edit) = single_edit(prefix, own) {
        return Some(edit.cost());
    }
    let distance = osa(prefix, own, allowed(own.len()))?;
    Some(EDIT * u32::try_from(distance).ok()?)
}

/// How many edits of a prefix of this length are still a typo.
fn allowed(len: usize) -> usize {
    (len / 4).clamp(1, 3)
}

/// The service whose prefix `text` was meant to be.
pub(super) fn suggest(text: &str) -> Option<Service> {
    let exact = Service::find(text).or_else(|| by_alias(text));
    exact.or_else(|| {
        let typed = text.as_bytes();
        let candidates = Service::all().filter_map(|service| {
            // First, as it is cheap for text that is far too long.
            let cost = near(typed, service)?;
            let likeness = jaro_winkler(typed, service.prefix().as_bytes());
            Some((cost, 1000 - likeness, super::rank(service), service))
        });
        candidates.min().map(|(.., service)| service)
    })
}
