//! Which of a list of actions a policy names at all.

use std::collections::BTreeMap;

use super::scope;
use crate::check::view::{Document, Element};
use crate::pattern::glob_ignore_case;

/// Actions by service, so that most of what a policy names is passed over at a glance.
#[derive(Debug)]
pub(in crate::check::lints) struct Watched {
    services: Vec<(&'static str, Vec<Name>)>,
}

/// The name of an action without its service, and with it.
type Name = (&'static str, &'static str);

impl Watched {
    pub(in crate::check::lints) fn new(actions: impl Iterator<Item = &'static str>) -> Self {
        let mut services: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for action in actions {
            let (service, name) = action.split_once(':').unwrap_or((action, ""));
            let names = services.entry(service).or_default();
            if !names.contains(&(name, action)) {
                names.push((name, action));
            }
        }
        Self {
            services: services.into_iter().collect(),
        }
    }

    /// Returns those that an Allow names or leaves over, under whatever condition, where it does not name all its resources.
    pub(in crate::check::lints) fn allowed(&self, document: &Document<'_>) -> Vec<&'static str> {
        let mut found = Vec::new();
        let statements = document
            .statements
            .iter()
            .filter(|statement| statement.allows() && scope::names_little(statement));
        for element in statements.flat_map(|statement| &statement.actions) {
            if element.name == "Action" {
                self.listed(element, &mut found);
            } else {
                found.extend(self.left_over(element));
            }
        }
        found
    }

    fn listed(&self, element: &Element<'_>, found: &mut Vec<&'static str>) {
        // Lists mostly have the actions of a service one after another.
        let mut last: (&str, &[Name]) = ("", &[]);
        for (_, pattern) in element.known() {
            let (service, name) = pattern.split_once(':').unwrap_or((pattern, "*"));
            if super::is_pattern(service) {
                let all = self.services.iter();
                let names = all.filter(|(of, _)| glob_ignore_case(service, of));
                found.extend(names.flat_map(|(_, names)| covered(names, name)));
                continue;
            }
            if service != last.0 {
                let mut all = self.services.iter();
                let names = all.find(|(of, _)| of.eq_ignore_ascii_case(service));
                last = (service, names.map_or(&[], |(_, names)| names));
            }
            found.extend(covered(last.1, name));
        }
    }

    fn left_over(&self, element: &Element<'_>) -> impl Iterator<Item = &'static str> {
        let covers = |action: &str| {
            element
                .known()
                .any(|(_, pattern)| glob_ignore_case(pattern, action))
        };
        self.services
            .iter()
            .flat_map(|(_, names)| names)
            .map(|(_, action)| *action)
            .filter(move |action| !covers(action))
    }
}

fn covered(names: &[Name], pattern: &str) -> impl Iterator<Item = &'static str> {
    names
        .iter()
        .filter(move |(name, _)| glob_ignore_case(pattern, name))
        .map(|(_, action)| *action)
}
