//! Which of a list of actions a policy names at all.

use std::collections::BTreeMap;

use crate::check::view::{Document, Element};
use crate::pattern::glob_ignore_case;

/// Actions by service, so that most of what a policy names is passed over at a glance.
#[derive(Debug)]
pub(in crate::check::lints) struct Watched {
    services: Vec<(&'static str, Vec<(&'static str, &'static str)>)>,
}

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

    /// Returns those that a pattern covers.
    pub(in crate::check::lints) fn covered_by(
        &self,
        pattern: &str,
    ) -> impl Iterator<Item = &'static str> {
        let (service, name) = pattern.split_once(':').unwrap_or((pattern, "*"));
        self.services
            .iter()
            .filter(move |(of, _)| {
                of.eq_ignore_ascii_case(service)
                    || service.contains(['*', '?']) && glob_ignore_case(service, of)
            })
            .flat_map(|(_, names)| names)
            .filter(move |(of, _)| glob_ignore_case(name, of))
            .map(|(_, action)| *action)
    }

    /// Returns those that an Allow names or leaves over, on whatever and under whatever condition.
    pub(in crate::check::lints) fn allowed(&self, document: &Document<'_>) -> Vec<&'static str> {
        let mut found = Vec::new();
        let statements = document.statements.iter().filter(|of| of.allows());
        for element in statements.flat_map(|statement| &statement.actions) {
            if element.name == "Action" {
                for (_, pattern) in element.known() {
                    found.extend(self.covered_by(pattern));
                }
            } else {
                found.extend(self.left_over(element));
            }
        }
        found
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
