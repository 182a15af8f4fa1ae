//! What another version of the package would change.
//!
//! What fact files add, such as the actions that an action needs, is not compared.

use super::model::{Action, Catalog, Key, ResourceType, Service};

/// Prints what is added (`+`), retired (`-`) and changed (`~`), a line each, and how many of each.
pub(super) fn print(ours: &Catalog, theirs: &Catalog) {
    let lines = lines(ours, theirs);
    for line in &lines {
        println!("{line}");
    }
    let count = |mark: char| lines.iter().filter(|line| line.starts_with(mark)).count();
    println!(
        "{} {} -> {}: {} added, {} retired, {} changed",
        ours.source.package,
        ours.source.version,
        theirs.source.version,
        count('+'),
        count('-'),
        count('~')
    );
}

fn lines(ours: &Catalog, theirs: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    compare(
        &mut lines,
        "global key ",
        &ours.global_keys,
        &theirs.global_keys,
    );
    let none = Service::default();
    let by_prefix = |catalog: &Catalog, prefix: &str| -> Service {
        let found = catalog.services.iter().find(|s| s.prefix == prefix);
        found.unwrap_or(&none).clone()
    };
    let mut prefixes: Vec<&String> = ours.services.iter().map(|s| &s.prefix).collect();
    prefixes.extend(theirs.services.iter().map(|s| &s.prefix));
    prefixes.sort();
    prefixes.dedup();
    for prefix in prefixes {
        let (old, new) = (by_prefix(ours, prefix), by_prefix(theirs, prefix));
        if old.prefix.is_empty() {
            lines.push(format!("+ service {prefix}"));
        } else if new.prefix.is_empty() && old.actions.iter().any(|a| !a.is_deprecated) {
            lines.push(format!("- service {prefix}"));
        } else if old.title != new.title && !new.prefix.is_empty() {
            lines.push(format!(
                "~ service {prefix}: title {} -> {}",
                old.title, new.title
            ));
        }
        if !new.prefix.is_empty() && old.supports_rcps != new.supports_rcps {
            lines.push(format!("~ service {prefix}: rcp {}", new.supports_rcps));
        }
        compare(
            &mut lines,
            &format!("action {prefix}:"),
            &old.actions,
            &new.actions,
        );
        compare(
            &mut lines,
            &format!("resource type {prefix} "),
            &old.types,
            &new.types,
        );
        compare(
            &mut lines,
            &format!("condition key of {prefix} "),
            &old.keys,
            &new.keys,
        );
    }
    lines
}

/// A fact with a name, which two versions of the package can tell differently.
trait Fact {
    fn name(&self) -> &str;
    fn is_deprecated(&self) -> bool;
    /// What differs, in words; nothing when all is equal.
    fn changes(&self, newer: &Self) -> Vec<String>;
}

fn compare<T: Fact>(lines: &mut Vec<String>, what: &str, ours: &[T], theirs: &[T]) {
    let find = |list: &'_ [T], name: &str| list.iter().position(|item| item.name() == name);
    for new in theirs {
        let name = new.name();
        match find(ours, name).and_then(|at| ours.get(at)) {
            Some(old) if !old.is_deprecated() => {
                let changes = old.changes(new);
                if !changes.is_empty() {
                    lines.push(format!("~ {what}{name}: {}", changes.join("; ")));
                }
            }
            _ => lines.push(format!("+ {what}{name}")),
        }
    }
    for old in ours.iter().filter(|old| !old.is_deprecated()) {
        if find(theirs, old.name()).is_none() {
            lines.push(format!("- {what}{}", old.name()));
        }
    }
}

impl Fact for Key {
    fn name(&self) -> &str {
        &self.name
    }

    fn is_deprecated(&self) -> bool {
        self.is_deprecated
    }

    fn changes(&self, newer: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        if self.value_type != newer.value_type {
            changes.push(format!("{} -> {}", self.value_type, newer.value_type));
        }
        changes
    }
}

impl Fact for ResourceType {
    fn name(&self) -> &str {
        &self.name
    }

    fn is_deprecated(&self) -> bool {
        self.is_deprecated
    }

    fn changes(&self, newer: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        lists(&mut changes, "arn", &self.arns, &newer.arns);
        lists(&mut changes, "key", &self.keys, &newer.keys);
        changes
    }
}

impl Fact for Action {
    fn name(&self) -> &str {
        &self.name
    }

    fn is_deprecated(&self) -> bool {
        self.is_deprecated
    }

    fn changes(&self, newer: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        lists(&mut changes, "level", &self.access, &newer.access);
        lists(&mut changes, "key", &self.keys, &newer.keys);
        lists(
            &mut changes,
            "resource",
            &resources(self),
            &resources(newer),
        );
        changes
    }
}

fn resources(action: &Action) -> Vec<String> {
    let in_words = |resource: &super::model::ActionResource| {
        let required = if resource.is_required {
            " (required)"
        } else {
            ""
        };
        let keys = resource.keys.join(" ");
        format!("{}{required} {keys}", resource.name)
            .trim_end()
            .to_owned()
    };
    action.resources.iter().map(in_words).collect()
}

fn lists(changes: &mut Vec<String>, what: &str, old: &[String], new: &[String]) {
    let only = |these: &[String], those: &[String], mark: char| -> Vec<String> {
        let missing = these.iter().filter(|item| !those.contains(item));
        missing.map(|item| format!("{mark}{what} {item}")).collect()
    };
    changes.extend(only(new, old, '+'));
    changes.extend(only(old, new, '-'));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog(actions: &[(&str, &str)]) -> Catalog {
        let action = |(name, level): &(&str, &str)| Action {
            name: (*name).to_owned(),
            access: vec![(*level).to_owned()],
            ..Action::default()
        };
        Catalog {
            services: vec![Service {
                prefix: "s3".to_owned(),
                actions: actions.iter().map(action).collect(),
                ..Service::default()
            }],
            ..Catalog::default()
        }
    }

    #[test]
    fn tells_added_retired_and_changed_apart() {
        let ours = catalog(&[("GetObject", "Read"), ("GetOld", "Read")]);
        let theirs = catalog(&[("GetObject", "List"), ("GetNew", "Read")]);
        assert_eq!(
            lines(&ours, &theirs),
            [
                "~ action s3:GetObject: +level List; -level Read",
                "+ action s3:GetNew",
                "- action s3:GetOld",
            ]
        );
    }

    #[test]
    fn what_is_deprecated_already_is_not_retired_again() {
        let mut ours = catalog(&[("GetOld", "Read")]);
        ours.services[0].actions[0].is_deprecated = true;
        assert!(lines(&ours, &catalog(&[])).is_empty());
    }
}
