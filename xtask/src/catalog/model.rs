//! The catalog in memory, as complete as its text.

/// Where the package is from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Source {
    pub(super) package: String,
    pub(super) version: String,
    pub(super) date: String,
    pub(super) licence: String,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Catalog {
    pub(super) source: Source,
    pub(super) global_keys: Vec<Key>,
    pub(super) services: Vec<Service>,
    pub(super) aliases: Vec<Pair>,
    pub(super) api_names: Vec<Pair>,
    pub(super) principals: Vec<String>,
    pub(super) policies: Vec<ManagedPolicy>,
    pub(super) partitions: Vec<Partition>,
}

/// A name that people use and the name that IAM uses.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) from: String,
    pub(super) to: String,
}

#[derive(Debug, Clone)]
pub(super) struct ManagedPolicy {
    pub(super) name: String,
    /// The ARN's part between `:policy` and the name, where it is known.
    pub(super) path: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Partition {
    pub(super) name: String,
    pub(super) dns_suffix: String,
    pub(super) areas: Vec<String>,
    pub(super) regions: Vec<String>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Service {
    pub(super) prefix: String,
    pub(super) title: String,
    pub(super) supports_rcps: bool,
    pub(super) keys: Vec<Key>,
    pub(super) types: Vec<ResourceType>,
    pub(super) actions: Vec<Action>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) name: String,
    /// In the reference's words: `String`, `ArrayOfARN`.
    pub(super) value_type: String,
    pub(super) is_deprecated: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ResourceType {
    pub(super) name: String,
    pub(super) is_deprecated: bool,
    pub(super) arns: Vec<String>,
    pub(super) keys: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Action {
    pub(super) name: String,
    pub(super) is_deprecated: bool,
    pub(super) access: Vec<String>,
    pub(super) keys: Vec<String>,
    pub(super) resources: Vec<ActionResource>,
    pub(super) needs: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ActionResource {
    pub(super) name: String,
    pub(super) is_required: bool,
    pub(super) keys: Vec<String>,
}

impl Catalog {
    /// Puts everything into the one order that text, blob and paths share.
    pub(super) fn sort(&mut self) {
        sort_by_name(&mut self.global_keys, |key| &key.name);
        sort_by_name(&mut self.services, |service| &service.prefix);
        for service in &mut self.services {
            service.sort();
        }
        sort_by_name(&mut self.aliases, |alias| &alias.from);
        sort_by_name(&mut self.api_names, |name| &name.from);
        sort_by_name(&mut self.principals, |principal| principal);
        sort_by_name(&mut self.policies, |policy| &policy.name);
        sort_by_name(&mut self.partitions, |partition| &partition.name);
        for partition in &mut self.partitions {
            partition.areas.sort();
            partition.regions.sort();
        }
    }

    pub(super) fn has_action(&self, name: &str) -> bool {
        name.split_once(':').is_some_and(|(prefix, name)| {
            self.services
                .iter()
                .filter(|service| service.prefix == prefix)
                .any(|service| service.actions.iter().any(|action| action.name == name))
        })
    }
}

impl Service {
    fn sort(&mut self) {
        sort_by_name(&mut self.keys, |key| &key.name);
        sort_by_name(&mut self.types, |kind| &kind.name);
        sort_by_name(&mut self.actions, |action| &action.name);
        for kind in &mut self.types {
            sort_by_name(&mut kind.keys, |key| key);
        }
        for action in &mut self.actions {
            sort_by_name(&mut action.keys, |key| key);
            sort_by_name(&mut action.needs, |needed| needed);
            sort_by_name(&mut action.resources, |resource| &resource.name);
            for resource in &mut action.resources {
                sort_by_name(&mut resource.keys, |key| key);
            }
        }
    }
}

fn sort_by_name<T>(items: &mut [T], name: impl Fn(&T) -> &String) {
    items.sort_by_cached_key(|item| name(item).to_ascii_lowercase());
}
