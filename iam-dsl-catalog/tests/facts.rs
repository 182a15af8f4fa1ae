//! Every fact of `catalog.txt` comes back out of the public API, and nothing else does.
//!
//! The whole text is written again from what the API answers, so a fact that is missing, extra,
//! misspelt or out of order is a line that differs.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests may fail like tests"
)]

use iam_dsl_catalog::{
    Action, ConditionKey, Partition, ResourceType, SOURCE, Service, api_names, managed_policies,
    service_principals, suggest,
};

const TEXT: &str = include_str!("../catalog.txt");

#[test]
fn the_api_tells_the_text() {
    let mut told = Lines::default();
    tell_lists(&mut told);
    for service in Service::all() {
        tell_service(&mut told, service);
    }
    let mut written = TEXT.lines().filter(|line| !line.starts_with('#'));
    for (number, told) in told.0.iter().enumerate() {
        assert_eq!(Some(told.as_str()), written.next(), "fact {number}");
    }
    assert_eq!(written.next(), None, "the API leaves out what follows");
    assert!(told.0.len() > 60_000, "only {} facts", told.0.len());
}

#[test]
fn counts() {
    // With a newer package the numbers only grow: what AWS drops stays, marked.
    assert_eq!(Service::all().len(), 464);
    assert_eq!(Action::all().len(), 22_290);
    assert_eq!(ResourceType::all().len(), 2_350);
    let two_formats = ResourceType::all().filter(|kind| kind.arn_formats().len() == 2);
    assert_eq!(two_formats.count(), 13);
    let globals = ConditionKey::all().filter(|key| key.is_global());
    assert_eq!(globals.count(), 60);
}

#[test]
fn nothing_is_cut_to_fit() {
    let longest = ResourceType::all()
        .flat_map(ResourceType::arn_formats)
        .max_by_key(|arn| arn.len());
    assert!(longest.unwrap().len() > 200, "{longest:?}");
    let user = ConditionKey::find("identitystore:UserId").unwrap();
    let types: Vec<_> = user.key_types().map(|own| own.to_string()).collect();
    assert_eq!(types, ["String", "ArrayOfString"]);
}

#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, line: impl Into<String>) {
        self.0.push(line.into());
    }

    fn list(&mut self, head: &str, service: Service, names: impl Iterator<Item = String>) {
        let names: Vec<_> = names.map(|name| short(service, &name)).collect();
        if !names.is_empty() {
            self.add(format!("{head} {}", names.join(" ")));
        }
    }
}

fn tell_lists(told: &mut Lines) {
    told.add(format!(
        "source {} {} {} {}",
        SOURCE.package, SOURCE.version, SOURCE.date, SOURCE.licence
    ));
    for partition in Partition::all() {
        let areas: Vec<_> = partition.region_areas().collect();
        let (name, domain) = (partition.name(), partition.dns_suffix());
        told.add(format!("partition {name} {domain} {}", areas.join(" ")));
        for region in partition.regions() {
            told.add(format!(" region {region}"));
        }
    }
    for principal in service_principals::all() {
        told.add(format!("service-principal {principal}"));
    }
    for policy in managed_policies::all() {
        let path = policy.arn.map_or("?", |arn| {
            let path = arn.strip_prefix("arn:aws:iam::aws:policy").unwrap();
            path.strip_suffix(policy.name).unwrap()
        });
        told.add(format!("managed-policy {path} {}", policy.name));
    }
    for (alias, service) in suggest::service_aliases() {
        told.add(format!("service-alias {alias} {service}"));
    }
    for (name, action) in api_names::all() {
        told.add(format!("api-name {name} {action}"));
    }
    for key in ConditionKey::all() {
        if let Some(own) = key.global_type() {
            let mark = mark(key.is_global_deprecated());
            told.add(format!("global-key{mark} {key} {own}"));
        }
    }
}

fn tell_service(told: &mut Lines, service: Service) {
    told.add(format!("service {} {}", service.prefix(), service.title()));
    if service.supports_rcps() {
        told.add(" rcp");
    }
    for (key, own) in service.condition_keys() {
        let mark = mark(service.is_key_deprecated(key));
        told.add(format!(" key{mark} {} {own}", short(service, key.name())));
        assert!(key.key_types().any(|known| known == own), "{key}");
    }
    for kind in service.resource_types() {
        assert_eq!(kind.service(), service);
        told.add(format!(
            " type{} {}",
            mark(kind.is_deprecated()),
            kind.name()
        ));
        for arn in kind.arn_formats() {
            told.add(format!("  arn {arn}"));
        }
        told.list(
            "  if",
            service,
            kind.condition_keys().map(|key| key.to_string()),
        );
    }
    for action in service.actions() {
        assert_eq!(action.service(), service);
        let levels = action.access_levels().to_string();
        let levels = levels.replace("Permissions management", "PermissionsManagement");
        let mark = mark(action.is_deprecated());
        told.add(format!(
            " action{mark} {} {}",
            action.name(),
            levels.replace(", ", ",")
        ));
        for resource in action.resources() {
            let on = if resource.is_required() { "on!" } else { "on" };
            told.add(format!("  {on} {}", resource.resource_type().name()));
            assert_eq!(resource.resource_type().service(), service);
            told.list(
                "   if",
                service,
                resource.condition_keys().map(|key| key.to_string()),
            );
        }
        told.list(
            "  if",
            service,
            action.condition_keys().map(|key| key.to_string()),
        );
        told.list(
            "  needs",
            service,
            action.dependent_actions().map(|own| own.to_string()),
        );
    }
}

fn mark(is_deprecated: bool) -> &'static str {
    if is_deprecated { "-deprecated" } else { "" }
}

fn short(service: Service, name: &str) -> String {
    match name.strip_prefix(service.prefix()) {
        Some(rest) if rest.starts_with(':') => rest.to_owned(),
        _ => name.to_owned(),
    }
}
