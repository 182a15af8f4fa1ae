//! The reviewable text: one fact a line, sorted, nested by indentation.
//!
//! A word at the start of a line says what it is. Condition keys of the service at hand are
//! written without its prefix, as `:authType`.

use std::fmt::Write as _;

use super::model::{
    Action, ActionResource, Catalog, Key, ManagedPolicy, Pair, Partition, ResourceType, Service,
    Source,
};
use crate::error::{Error, Result};

const HEADER: &str = "\
# The AWS service authorization reference, with what policies need besides: facts only.
# Written by `cargo xtask catalog`; to change a fact, edit iam-dsl-catalog/facts and run it again.
#
#   service <prefix> <title>     rcp: resource control policies apply to it
#    key <name> <type>           a condition key of the service
#    type <name>                 a resource type, with each ARN format, and its condition keys
#    action <name> <levels>      with the resource types it can be limited to (on! is a required
#                                one), condition keys (if; one level deeper: with that resource
#                                type only), and the actions it needs
#
# `-deprecated` after the first word: the source has dropped it. `:name` is a key of the service.
";

pub(super) fn write(catalog: &Catalog) -> String {
    let mut text = String::from(HEADER);
    let Source {
        package,
        version,
        date,
        licence,
    } = &catalog.source;
    line(
        &mut text,
        &format!("source {package} {version} {date} {licence}"),
    );
    for partition in &catalog.partitions {
        let areas = partition.areas.join(" ");
        line(
            &mut text,
            &format!(
                "partition {} {} {areas}",
                partition.name, partition.dns_suffix
            ),
        );
        for region in &partition.regions {
            line(&mut text, &format!(" region {region}"));
        }
    }
    for principal in &catalog.principals {
        line(&mut text, &format!("service-principal {principal}"));
    }
    for ManagedPolicy { name, path } in &catalog.policies {
        let path = path.as_deref().unwrap_or("?");
        line(&mut text, &format!("managed-policy {path} {name}"));
    }
    for Pair { from, to } in &catalog.aliases {
        line(&mut text, &format!("service-alias {from} {to}"));
    }
    for Pair { from, to } in &catalog.api_names {
        line(&mut text, &format!("api-name {from} {to}"));
    }
    for key in &catalog.global_keys {
        let (mark, name) = (mark(key.is_deprecated), &key.name);
        line(
            &mut text,
            &format!("global-key{mark} {name} {}", key.value_type),
        );
    }
    for service in &catalog.services {
        write_service(&mut text, service);
    }
    text
}

fn write_service(text: &mut String, service: &Service) {
    line(
        text,
        &format!("service {} {}", service.prefix, service.title),
    );
    if service.supports_rcps {
        line(text, " rcp");
    }
    for key in &service.keys {
        let (mark, name) = (mark(key.is_deprecated), short(service, &key.name));
        line(text, &format!(" key{mark} {name} {}", key.value_type));
    }
    for kind in &service.types {
        line(
            text,
            &format!(" type{} {}", mark(kind.is_deprecated), kind.name),
        );
        for arn in &kind.arns {
            line(text, &format!("  arn {arn}"));
        }
        write_list(text, "  if", service, &kind.keys);
    }
    for action in &service.actions {
        let (mark, levels) = (mark(action.is_deprecated), action.access.join(","));
        line(text, &format!(" action{mark} {} {levels}", action.name));
        for resource in &action.resources {
            let on = if resource.is_required { "on!" } else { "on" };
            line(text, &format!("  {on} {}", resource.name));
            write_list(text, "   if", service, &resource.keys);
        }
        write_list(text, "  if", service, &action.keys);
        write_list(text, "  needs", service, &action.needs);
    }
}

fn write_list(text: &mut String, head: &str, service: &Service, names: &[String]) {
    if !names.is_empty() {
        text.push_str(head);
        for name in names {
            let _ = write!(text, " {}", short(service, name));
        }
        text.push('\n');
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn mark(is_deprecated: bool) -> &'static str {
    if is_deprecated { "-deprecated" } else { "" }
}

/// A name without its prefix, where that is the service's.
fn short<'n>(service: &Service, name: &'n str) -> &'n str {
    match name.strip_prefix(service.prefix.as_str()) {
        Some(rest) if rest.starts_with(':') => rest,
        _ => name,
    }
}

pub(super) fn read(text: &str) -> Result<Catalog> {
    let mut catalog = Catalog::default();
    for (at, line) in text.lines().enumerate() {
        if !line.starts_with('#') {
            read_line(&mut catalog, line).ok_or_else(|| {
                Error::new(format!(
                    "line {} of the text makes no sense: `{line}`",
                    at + 1
                ))
            })?;
        }
    }
    Ok(catalog)
}

/// Adds what one line says to what the lines before it have begun.
fn read_line(catalog: &mut Catalog, line: &str) -> Option<()> {
    let body = line.trim_start_matches(' ');
    let depth = line.len() - body.len();
    let (head, rest) = body.split_once(' ').unwrap_or((body, ""));
    let (head, is_deprecated) = match head.strip_suffix("-deprecated") {
        Some(head) => (head, true),
        None => (head, false),
    };
    if depth == 0 {
        return read_top(catalog, head, rest, is_deprecated);
    }
    if head == "region" {
        catalog.partitions.last_mut()?.regions.push(rest.to_owned());
        return Some(());
    }
    read_part(
        catalog.services.last_mut()?,
        depth,
        head,
        rest,
        is_deprecated,
    )
}

fn read_top(catalog: &mut Catalog, head: &str, rest: &str, is_deprecated: bool) -> Option<()> {
    let words: Vec<&str> = rest.split(' ').collect();
    match (head, words.as_slice()) {
        ("source", [package, version, date, licence]) => {
            catalog.source = Source {
                package: (*package).to_owned(),
                version: (*version).to_owned(),
                date: (*date).to_owned(),
                licence: (*licence).to_owned(),
            };
        }
        ("partition", [name, dns_suffix, areas @ ..]) => catalog.partitions.push(Partition {
            name: (*name).to_owned(),
            dns_suffix: (*dns_suffix).to_owned(),
            areas: areas.iter().map(|&area| area.to_owned()).collect(),
            regions: Vec::new(),
        }),
        ("service-principal", [name]) => catalog.principals.push((*name).to_owned()),
        ("managed-policy", [path, name]) => catalog.policies.push(ManagedPolicy {
            name: (*name).to_owned(),
            path: (*path != "?").then(|| (*path).to_owned()),
        }),
        ("service-alias", [from, to]) => catalog.aliases.push(pair(from, to)),
        ("api-name", [from, to]) => catalog.api_names.push(pair(from, to)),
        ("global-key", [name, value_type]) => catalog.global_keys.push(Key {
            name: (*name).to_owned(),
            value_type: (*value_type).to_owned(),
            is_deprecated,
        }),
        ("service", [prefix, ..]) => catalog.services.push(Service {
            prefix: (*prefix).to_owned(),
            title: rest.split_once(' ')?.1.to_owned(),
            ..Service::default()
        }),
        _ => return None,
    }
    Some(())
}

fn read_part(
    service: &mut Service,
    depth: usize,
    head: &str,
    rest: &str,
    is_deprecated: bool,
) -> Option<()> {
    let prefix = service.prefix.clone();
    let names = || -> Vec<String> { rest.split(' ').map(|name| long(&prefix, name)).collect() };
    match (depth, head) {
        (1, "rcp") => service.supports_rcps = true,
        (1, "key") => {
            let (name, value_type) = rest.split_once(' ')?;
            service.keys.push(Key {
                name: long(&prefix, name),
                value_type: value_type.to_owned(),
                is_deprecated,
            });
        }
        (1, "type") => service.types.push(ResourceType {
            name: rest.to_owned(),
            is_deprecated,
            ..ResourceType::default()
        }),
        (1, "action") => {
            let (name, levels) = rest.split_once(' ')?;
            service.actions.push(Action {
                name: name.to_owned(),
                is_deprecated,
                access: levels.split(',').map(str::to_owned).collect(),
                ..Action::default()
            });
        }
        (2, "arn") => service.types.last_mut()?.arns.push(rest.to_owned()),
        (2, "on" | "on!") => service.actions.last_mut()?.resources.push(ActionResource {
            name: rest.to_owned(),
            is_required: head == "on!",
            keys: Vec::new(),
        }),
        (3, "if") => service.actions.last_mut()?.resources.last_mut()?.keys = names(),
        // Types come before actions, so a list of keys belongs to an action once there is one.
        (2, "if") => match service.actions.last_mut() {
            Some(action) => action.keys = names(),
            None => service.types.last_mut()?.keys = names(),
        },
        (2, "needs") => service.actions.last_mut()?.needs = names(),
        _ => return None,
    }
    Some(())
}

fn long(prefix: &str, name: &str) -> String {
    if name.starts_with(':') {
        format!("{prefix}{name}")
    } else {
        name.to_owned()
    }
}

fn pair(from: &str, to: &str) -> Pair {
    Pair {
        from: from.to_owned(),
        to: to.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "\
source @scope/package 1.2.3 2026-01-31 MIT
partition aws amazonaws.com eu us
 region eu-west-1
service-principal a.amazonaws.com
managed-policy /service-role/ Known
managed-policy ? Unknown
service-alias buckets s3
api-name s3:Head s3:GetObject
global-key aws:SourceIp IPAddress
global-key-deprecated aws:Old String
service s3 Amazon S3
 rcp
 key :prefix String
 key-deprecated aws:TagKeys ArrayOfString
 type bot alias
  arn arn:${Partition}:s3:::${Bucket}
  if :prefix aws:TagKeys
 action GetObject Read
  on! bot alias
   if :prefix
  if aws:TagKeys
  needs :Other iam:PassRole
 action-deprecated Other Tagging,Write
";

    #[test]
    fn what_is_written_is_read_again() {
        let text = format!("{HEADER}{BODY}");
        let catalog = read(&text).unwrap();
        assert_eq!(
            catalog.services[0].types[0].keys,
            ["s3:prefix", "aws:TagKeys"]
        );
        assert_eq!(
            catalog.services[0].actions[0].resources[0].keys,
            ["s3:prefix"]
        );
        assert!(catalog.services[0].actions[1].is_deprecated);
        assert_eq!(write(&catalog), text);
    }

    #[test]
    fn a_line_that_makes_no_sense_is_named() {
        let error = read(&BODY.replace("  on! bot", "  at bot")).unwrap_err();
        assert!(error.to_string().contains("line 19 of the text"), "{error}");
        assert!(read(" key :prefix String\n").is_err());
    }
}
