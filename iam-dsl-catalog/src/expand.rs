use std::ops::Range;

use crate::{Action, Service, glob};

/// Returns every action that a pattern such as `s3:Get*` covers, in the catalog's order.
///
/// `*` and `?` may stand anywhere, in the service prefix too, and ASCII case is ignored. A lone
/// `*` covers everything; any other pattern without a colon covers nothing. Actions that AWS has
/// dropped are included.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::expand;
///
/// let listing: Vec<_> = expand("sqs:list*").map(|action| action.to_string()).collect();
/// assert!(listing.contains(&"sqs:ListQueues".to_owned()));
/// assert_eq!(expand("s3:GetObjcet").count(), 0);
/// ```
///
/// See [wildcards in actions][aws].
///
/// [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
pub fn expand(pattern: &str) -> impl Iterator<Item = Action> + Clone + '_ {
    let (prefix, name) = match pattern.split_once(':') {
        Some(parts) => parts,
        None if pattern == "*" => ("*", "*"),
        None => ("", ""),
    };
    // A plain prefix is found by search, which saves the walk over all services, and so is what names begin with.
    let (services, actions) = if prefix.contains(['*', '?']) {
        (Service::range(), 0..0)
    } else {
        let actions = Service::find(prefix).map_or(0..0, |service| candidates(service, name));
        (0..0, actions)
    };
    Expand {
        prefix: prefix.as_bytes(),
        name: name.as_bytes(),
        services,
        actions,
    }
}

/// Returns the indices of the actions of a service that a pattern may cover.
fn candidates(service: Service, name: &str) -> Range<u16> {
    match name.find(['*', '?']) {
        None => service
            .action(name)
            .map_or(0..0, |Action(index)| index..index + 1),
        Some(0) => service.action_range(),
        Some(wildcard) => service.actions_starting(name.get(..wildcard).unwrap_or(name).as_bytes()),
    }
}

/// A walk over services and the actions of each.
#[derive(Clone)]
struct Expand<'a> {
    prefix: &'a [u8],
    name: &'a [u8],
    /// The services that are still to be looked at.
    services: Range<u16>,
    /// The actions of the present service that are still to be looked at.
    actions: Range<u16>,
}

impl Iterator for Expand<'_> {
    type Item = Action;

    fn next(&mut self) -> Option<Action> {
        loop {
            for index in &mut self.actions {
                let action = Action(index);
                if glob::matches(self.name, action.name_bytes()) {
                    return Some(action);
                }
            }
            let service = Service(self.services.next()?);
            if glob::matches(self.prefix, service.prefix().as_bytes()) {
                self.actions = service.action_range();
            }
        }
    }
}
