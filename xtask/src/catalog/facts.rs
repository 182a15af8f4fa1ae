//! The committed fact files: what the package lacks, and what it has wrong.

use super::model::{Catalog, Key, ManagedPolicy, Pair, Partition};
use super::rows::{Row, Rows};
use crate::error::Result;

/// Sets everything else that comes from fact files, whatever was there before.
pub(super) fn replace(catalog: &mut Catalog) -> Result<()> {
    dependent_actions(catalog)?;
    catalog.aliases = aliases(catalog)?;
    catalog.api_names = api_names(catalog)?;
    catalog.principals = principals()?;
    catalog.policies = policies()?;
    catalog.partitions = partitions()?;
    catalog.sort();
    Ok(())
}

/// Corrects the types of condition keys, and adds keys that the package lacks.
///
/// `<service, or * for a global key> <key> <type> <source>`
pub(super) fn correct(catalog: &mut Catalog) -> Result<()> {
    let rows = Rows::open("iam-dsl-catalog/facts/overrides/key-types.txt")?;
    for row in rows.iter() {
        let [service, name, value_type, _source] = row.columns()?;
        let keys = if service == "*" {
            &mut catalog.global_keys
        } else {
            let found = catalog.services.iter_mut().find(|s| s.prefix == service);
            &mut found.ok_or_else(|| row.error("no such service"))?.keys
        };
        match keys.iter_mut().find(|key| key.name == name) {
            Some(key) => value_type.clone_into(&mut key.value_type),
            None => keys.push(Key {
                name: name.to_owned(),
                value_type: value_type.to_owned(),
                is_deprecated: false,
            }),
        }
    }
    catalog.sort();
    Ok(())
}

/// `<action> <needed action>…`
fn dependent_actions(catalog: &mut Catalog) -> Result<()> {
    for service in &mut catalog.services {
        for action in &mut service.actions {
            action.needs.clear();
        }
    }
    let rows = Rows::open("iam-dsl-catalog/facts/dependent-actions.txt")?;
    for row in rows.iter() {
        for name in &row.words {
            known_action(catalog, &row, name)?;
        }
        let Some((action, needs)) = row.words.split_first() else {
            continue;
        };
        let Some((prefix, name)) = action.split_once(':') else {
            continue;
        };
        let services = catalog.services.iter_mut().filter(|s| s.prefix == prefix);
        for action in services.flat_map(|service| &mut service.actions) {
            if action.name == name {
                action.needs = needs.iter().map(|&needed| needed.to_owned()).collect();
            }
        }
    }
    Ok(())
}

/// `<alias> <service prefix> <source>`
fn aliases(catalog: &Catalog) -> Result<Vec<Pair>> {
    let rows = Rows::open("iam-dsl-catalog/facts/overrides/service-aliases.txt")?;
    let is_service = |name: &str| catalog.services.iter().any(|s| s.prefix == name);
    rows.iter()
        .map(|row| {
            let [alias, prefix, _source] = row.columns()?;
            if is_service(alias) {
                return Err(row.error(&format!("`{alias}` is a service")));
            }
            if !is_service(prefix) {
                return Err(row.error(&format!("there is no service `{prefix}`")));
            }
            Ok(pair(alias, prefix))
        })
        .collect()
}

/// `<operation> <action> <source>`
fn api_names(catalog: &Catalog) -> Result<Vec<Pair>> {
    let rows = Rows::open("iam-dsl-catalog/facts/overrides/api-names.txt")?;
    rows.iter()
        .map(|row| {
            let [operation, action, _source] = row.columns()?;
            if catalog.has_action(operation) {
                return Err(row.error(&format!("`{operation}` is an action")));
            }
            known_action(catalog, &row, action)?;
            Ok(pair(operation, action))
        })
        .collect()
}

/// `<service principal>`
fn principals() -> Result<Vec<String>> {
    let rows = Rows::open("iam-dsl-catalog/facts/service-principals.txt")?;
    rows.iter()
        .map(|row| row.columns().map(|[principal]| principal.to_owned()))
        .collect()
}

/// `<path, or ? where it is not known> <name>`
fn policies() -> Result<Vec<ManagedPolicy>> {
    let rows = Rows::open("iam-dsl-catalog/facts/managed-policies.txt")?;
    rows.iter()
        .map(|row| {
            let [path, name] = row.columns()?;
            Ok(ManagedPolicy {
                name: name.to_owned(),
                path: (path != "?").then(|| path.to_owned()),
            })
        })
        .collect()
}

/// `partition <name> <DNS suffix> <area>…`, then `region <name>` for each of its regions
fn partitions() -> Result<Vec<Partition>> {
    let rows = Rows::open("iam-dsl-catalog/facts/partitions.txt")?;
    let mut partitions: Vec<Partition> = Vec::new();
    for row in rows.iter() {
        match (row.words.as_slice(), partitions.last_mut()) {
            (["partition", name, dns_suffix, areas @ ..], _) => partitions.push(Partition {
                name: (*name).to_owned(),
                dns_suffix: (*dns_suffix).to_owned(),
                areas: areas.iter().map(|&area| area.to_owned()).collect(),
                regions: Vec::new(),
            }),
            (["region", name], Some(last)) => last.regions.push((*name).to_owned()),
            _ => return Err(row.error("expected a partition or a region")),
        }
    }
    Ok(partitions)
}

fn known_action(catalog: &Catalog, row: &Row<'_>, name: &str) -> Result<()> {
    if catalog.has_action(name) {
        return Ok(());
    }
    Err(row.error(&format!("there is no action `{name}`")))
}

fn pair(from: &str, to: &str) -> Pair {
    Pair {
        from: from.to_owned(),
        to: to.to_owned(),
    }
}
