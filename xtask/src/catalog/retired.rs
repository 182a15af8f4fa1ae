//! What AWS's reference has dropped stays in the catalog, marked deprecated.
//!
//! So a release of new data never breaks code that compiled with the old.

use super::model::{Action, Catalog, Key, ResourceType, Service};

/// Adds to `catalog` what only `committed` has.
pub(super) fn keep(catalog: &mut Catalog, committed: &Catalog) {
    for old in &committed.services {
        let same = |new: &&mut Service| new.prefix == old.prefix;
        if let Some(new) = catalog.services.iter_mut().find(same) {
            keep_parts(new, old);
        } else {
            let mut dropped = Service {
                prefix: old.prefix.clone(),
                title: old.title.clone(),
                supports_rcps: old.supports_rcps,
                ..Service::default()
            };
            keep_parts(&mut dropped, old);
            catalog.services.push(dropped);
        }
    }
    keep_missing(&mut catalog.global_keys, &committed.global_keys);
    catalog.sort();
}

fn keep_parts(new: &mut Service, old: &Service) {
    keep_missing(&mut new.keys, &old.keys);
    keep_missing(&mut new.types, &old.types);
    keep_missing(&mut new.actions, &old.actions);
}

/// Something with a name that can be dropped.
trait Retirable: Clone {
    fn name(&self) -> &str;
    fn retire(&mut self);
}

fn keep_missing<T: Retirable>(new: &mut Vec<T>, old: &[T]) {
    for item in old {
        let known = |own: &T| own.name().eq_ignore_ascii_case(item.name());
        if !new.iter().any(known) {
            let mut item = item.clone();
            item.retire();
            new.push(item);
        }
    }
}

macro_rules! retirable {
    ($($kind:ident),*) => {
        $(impl Retirable for $kind {
            fn name(&self) -> &str {
                &self.name
            }

            fn retire(&mut self) {
                self.is_deprecated = true;
            }
        })*
    };
}

retirable!(Key, ResourceType, Action);

#[cfg(test)]
mod tests {
    use super::*;

    fn service(actions: &[&str]) -> Service {
        let action = |name: &&str| Action {
            name: (*name).to_owned(),
            ..Action::default()
        };
        Service {
            prefix: "s3".to_owned(),
            actions: actions.iter().map(action).collect(),
            ..Service::default()
        }
    }

    #[test]
    fn a_dropped_action_is_deprecated_and_a_returning_one_is_not() {
        let mut old = service(&["GetObject", "GetOld"]);
        old.actions[0].is_deprecated = true;
        let committed = Catalog {
            services: vec![old],
            ..Catalog::default()
        };
        let mut catalog = Catalog {
            services: vec![service(&["GetObject"])],
            ..Catalog::default()
        };
        keep(&mut catalog, &committed);
        let actions = &catalog.services[0].actions;
        let state: Vec<_> = actions
            .iter()
            .map(|a| (a.name.as_str(), a.is_deprecated))
            .collect();
        assert_eq!(state, [("GetObject", false), ("GetOld", true)]);
    }

    #[test]
    fn a_dropped_service_keeps_its_actions() {
        let committed = Catalog {
            services: vec![service(&["GetObject"])],
            ..Catalog::default()
        };
        let mut catalog = Catalog::default();
        keep(&mut catalog, &committed);
        assert!(catalog.services[0].actions[0].is_deprecated);
    }
}
