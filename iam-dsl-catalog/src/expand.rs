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
    // A plain prefix is found by search, which saves the walk over all services.
    let plain = !prefix.contains(['*', '?']);
    let found = plain.then(|| Service::find(prefix)).flatten();
    let walked = Service::all()
        .take(if plain { 0 } else { usize::MAX })
        .filter(move |service| glob::matches(prefix.as_bytes(), service.prefix().as_bytes()));
    found
        .into_iter()
        .chain(walked)
        .flat_map(Service::actions)
        .filter(move |action| glob::matches(name.as_bytes(), action.name_bytes()))
}
