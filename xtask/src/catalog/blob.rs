//! The blob that the catalog crate embeds; its reader is `iam-dsl-catalog/src/blob.rs`.
//!
//! Magic, fingerprint, a table of sections (offset and size), then the sections: the text pool,
//! the shared lists, and one array of fixed-width records a kind.

use std::collections::{BTreeMap, HashMap};

use super::model::{Catalog, Service};
use super::pool::{self, Lists, Pool, small};
use crate::error::{Error, Result};

const MAGIC: &[u8; 8] = b"IAMCAT01";

/// Value types by their code; the catalog crate's `ValueType` has the same order.
const VALUE_TYPES: [&str; 7] = [
    "String",
    "ARN",
    "Bool",
    "Numeric",
    "Date",
    "IPAddress",
    "Binary",
];

/// Access levels by their bit; the catalog crate's `AccessLevel` has the same order.
const LEVELS: [&str; 5] = ["List", "Read", "Write", "Tagging", "PermissionsManagement"];

const ARN_BEFORE_PATH: &str = "arn:aws:iam::aws:policy";

pub(super) struct Blob {
    pub(super) bytes: Vec<u8>,
    pub(super) fingerprint: u64,
}

pub(super) fn encode(catalog: &Catalog) -> Result<Blob> {
    let mut encoder = Encoder::new(catalog)?;
    let mut records = Records::default();
    for (number, service) in (0..).zip(&catalog.services) {
        encoder.service(&mut records, number, service)?;
    }
    let keys = encoder.keys(catalog)?;
    let patterns = encoder.key_patterns();
    let by_name = actions_by_name(catalog);
    let mut aliases = Vec::new();
    for alias in &catalog.aliases {
        aliases.extend(encoder.pool.add(&alias.from)?);
        aliases.extend(position(&encoder.services, &alias.to)?.to_le_bytes());
    }
    let mut api_names = Vec::new();
    for name in &catalog.api_names {
        api_names.extend(encoder.pool.add(&name.from)?);
        api_names.extend(position(&encoder.actions, &name.to)?.to_le_bytes());
    }
    let mut principals = Vec::new();
    for principal in &catalog.principals {
        principals.extend(encoder.pool.add(principal)?);
    }
    let policies = encoder.policies(catalog)?;
    let (partitions, regions) = encoder.partitions(catalog)?;
    let source = &catalog.source;
    let mut origin = Vec::new();
    for text in [
        &source.package,
        &source.version,
        &source.date,
        &source.licence,
    ] {
        origin.extend(encoder.pool.add(text)?);
    }
    Ok(assemble([
        encoder.pool.bytes,
        encoder.lists.numbers,
        encoder.lists.starts,
        records.services,
        records.actions,
        records.types,
        records.arns,
        keys,
        records.service_keys,
        patterns,
        by_name,
        aliases,
        api_names,
        principals,
        policies,
        partitions,
        regions,
        origin,
    ]))
}

fn assemble<const N: usize>(sections: [Vec<u8>; N]) -> Blob {
    let mut body = Vec::new();
    let mut at = MAGIC.len() + 8 + N * 8;
    for section in &sections {
        for number in [at, section.len()] {
            body.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
        }
        at += section.len();
    }
    body.extend(sections.into_iter().flatten());
    let fingerprint = fingerprint(&body);
    let mut bytes = MAGIC.to_vec();
    bytes.extend(fingerprint.to_le_bytes());
    bytes.extend(body);
    Blob { bytes, fingerprint }
}

/// FNV-1a, 64 bits.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[derive(Default)]
struct Records {
    services: Vec<u8>,
    actions: Vec<u8>,
    types: Vec<u8>,
    arns: Vec<u8>,
    service_keys: Vec<u8>,
}

struct Encoder {
    pool: Pool,
    lists: Lists,
    /// Positions by name: of services, actions (`s3:GetObject`), types (`s3 bucket`) and keys.
    services: HashMap<String, u16>,
    actions: HashMap<String, u16>,
    types: HashMap<String, u16>,
    keys: HashMap<String, u16>,
    sorted_keys: Vec<String>,
}

impl Encoder {
    fn new(catalog: &Catalog) -> Result<Self> {
        let actions = catalog.services.iter().flat_map(|service| {
            let prefix = &service.prefix;
            service
                .actions
                .iter()
                .map(move |action| format!("{prefix}:{}", action.name))
        });
        let types = catalog.services.iter().flat_map(|service| {
            let prefix = &service.prefix;
            service
                .types
                .iter()
                .map(move |kind| format!("{prefix} {}", kind.name))
        });
        let mut keys: Vec<String> = catalog
            .services
            .iter()
            .flat_map(|service| &service.keys)
            .chain(&catalog.global_keys)
            .map(|key| key.name.clone())
            .collect();
        keys.sort_by_cached_key(|key| key.to_ascii_lowercase());
        keys.dedup();
        Ok(Self {
            services: positions(catalog.services.iter().map(|s| s.prefix.clone()))?,
            actions: positions(actions)?,
            types: positions(types)?,
            keys: positions(keys.iter().cloned())?,
            sorted_keys: keys,
            pool: Pool::new(catalog)?,
            lists: Lists::new()?,
        })
    }

    fn service(&mut self, to: &mut Records, number: u16, service: &Service) -> Result<()> {
        to.services.extend(self.pool.add(&service.prefix)?);
        to.services.extend(self.pool.add(&service.title)?);
        let firsts = [
            to.actions.len() / 14,
            to.types.len() / 14,
            to.service_keys.len() / 4,
            usize::from(service.supports_rcps),
        ];
        for first in firsts {
            to.services.extend(small(first)?.to_le_bytes());
        }
        for key in &service.keys {
            to.service_keys
                .extend(position(&self.keys, &key.name)?.to_le_bytes());
            to.service_keys
                .extend([type_code(&key.value_type)?, u8::from(key.is_deprecated)]);
        }
        for kind in &service.types {
            let first = small(to.arns.len() / 4)?;
            for arn in &kind.arns {
                to.arns.extend(self.pool.add(arn)?);
            }
            to.types.extend(self.pool.add(&kind.name)?);
            let keys = self.key_list(&kind.keys)?;
            let flags = u16::from(kind.is_deprecated);
            for field in [number, first, small(kind.arns.len())?, keys, flags] {
                to.types.extend(field.to_le_bytes());
            }
        }
        for action in &service.actions {
            let mut resources = Vec::new();
            for resource in &action.resources {
                let name = format!("{} {}", service.prefix, resource.name);
                let required = u16::from(resource.is_required) << 15;
                resources.push(position(&self.types, &name)? | required);
                resources.push(self.key_list(&resource.keys)?);
            }
            let mut flags = u16::from(action.is_deprecated) << 15;
            for level in &action.access {
                let bit = LEVELS.iter().position(|known| known == level);
                let unknown = || Error::new(format!("unknown access level `{level}`"));
                flags |= 1 << bit.ok_or_else(unknown)?;
            }
            let mut needs = Vec::new();
            for needed in &action.needs {
                needs.push(position(&self.actions, needed)?);
            }
            to.actions.extend(self.pool.add(&action.name)?);
            let resources = self.lists.add(resources)?;
            let keys = self.key_list(&action.keys)?;
            for field in [number, flags, resources, keys, self.lists.add(needs)?] {
                to.actions.extend(field.to_le_bytes());
            }
        }
        Ok(())
    }

    fn key_list(&mut self, names: &[String]) -> Result<u16> {
        let mut numbers = Vec::new();
        for name in names {
            numbers.push(position(&self.keys, name)?);
        }
        self.lists.add(numbers)
    }

    fn keys(&mut self, catalog: &Catalog) -> Result<Vec<u8>> {
        let mut types: BTreeMap<&str, u16> = BTreeMap::new();
        let services = catalog.services.iter().flat_map(|service| &service.keys);
        for key in services.chain(&catalog.global_keys) {
            *types.entry(&key.name).or_default() |= 1 << type_code(&key.value_type)?;
        }
        let mut records = Vec::new();
        for name in &self.sorted_keys {
            let global = catalog.global_keys.iter().find(|key| key.name == *name);
            let flags = match global {
                Some(key) => [
                    1 | u8::from(key.is_deprecated) << 1,
                    type_code(&key.value_type)?,
                ],
                None => [0, 0],
            };
            records.extend(self.pool.add(name)?);
            records.extend(flags);
            let bits = types.get(name.as_str()).copied().unwrap_or_default();
            records.extend(bits.to_le_bytes());
        }
        Ok(records)
    }

    fn key_patterns(&self) -> Vec<u8> {
        (0u16..)
            .zip(&self.sorted_keys)
            .filter(|(_, name)| name.contains("${"))
            .flat_map(|(number, _)| number.to_le_bytes())
            .collect()
    }

    /// A policy's name is the tail of its ARN, so that the pool holds it once.
    fn policies(&mut self, catalog: &Catalog) -> Result<Vec<u8>> {
        let mut records = Vec::new();
        for policy in &catalog.policies {
            let Some(path) = &policy.path else {
                records.extend(self.pool.add(&policy.name)?);
                records.extend([0; 4]);
                continue;
            };
            let arn = format!("{ARN_BEFORE_PATH}{path}{}", policy.name);
            let whole = self.pool.add(&arn)?;
            records.extend(pool::cut(whole, arn.len() - policy.name.len()));
            records.extend(whole);
        }
        Ok(records)
    }

    fn partitions(&mut self, catalog: &Catalog) -> Result<(Vec<u8>, Vec<u8>)> {
        let (mut partitions, mut regions) = (Vec::new(), Vec::new());
        for partition in &catalog.partitions {
            partitions.extend(self.pool.add(&partition.name)?);
            partitions.extend(self.pool.add(&partition.dns_suffix)?);
            partitions.extend(self.pool.add(&partition.areas.join(" "))?);
            partitions.extend(small(regions.len() / 4)?.to_le_bytes());
            for region in &partition.regions {
                regions.extend(self.pool.add(region)?);
            }
        }
        Ok((partitions, regions))
    }
}

/// All actions by name alone, then by service: for a name under a wrong prefix.
fn actions_by_name(catalog: &Catalog) -> Vec<u8> {
    let actions = catalog.services.iter().flat_map(|service| &service.actions);
    let mut numbered: Vec<(String, u16)> = actions
        .map(|action| action.name.to_ascii_lowercase())
        .zip(0..)
        .collect();
    numbered.sort();
    numbered
        .iter()
        .flat_map(|(_, number)| number.to_le_bytes())
        .collect()
}

fn positions(names: impl Iterator<Item = String>) -> Result<HashMap<String, u16>> {
    let mut positions = HashMap::new();
    for (at, name) in names.enumerate() {
        let at = small(at)?;
        if positions.insert(name.clone(), at).is_some() {
            return Err(Error::new(format!("`{name}` is there twice")));
        }
    }
    Ok(positions)
}

fn position(positions: &HashMap<String, u16>, name: &str) -> Result<u16> {
    let found = positions.get(name).copied();
    found.ok_or_else(|| Error::new(format!("nothing in the catalog is named `{name}`")))
}

fn type_code(value_type: &str) -> Result<u8> {
    let (single, multivalued) = match value_type.strip_prefix("ArrayOf") {
        Some(single) => (single, 1),
        None => (value_type, 0),
    };
    let code = (0u8..).zip(VALUE_TYPES).find(|(_, known)| *known == single);
    let unknown = || Error::new(format!("unknown type of condition key `{value_type}`"));
    Ok(code.ok_or_else(unknown)?.0 * 2 + multivalued)
}
