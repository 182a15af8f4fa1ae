//! Policies of the property tests, as JSON that they change.

use iam_dsl_core::PolicyDocument;
use iam_dsl_evaluate::{Level, Policies};
use serde_json::{Value, json};

/// A place where policies are attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Identity,
    Resource,
    Boundary,
    Session,
    Scp,
    Rcp,
    Endpoint,
}

impl Place {
    pub(crate) const ALL: [Self; 7] = [
        Self::Identity,
        Self::Resource,
        Self::Boundary,
        Self::Session,
        Self::Scp,
        Self::Rcp,
        Self::Endpoint,
    ];

    /// Whether its statements name principals.
    pub(crate) fn has_principals(self) -> bool {
        matches!(self, Self::Resource | Self::Rcp | Self::Endpoint)
    }

    /// Whether what is attached there limits, so that there being anything already denies.
    pub(crate) fn limits(self) -> bool {
        !matches!(self, Self::Identity | Self::Resource)
    }
}

/// What is attached to one place: for SCPs and RCPs, to one level.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub(crate) place: Place,
    pub(crate) policies: Vec<Value>,
}

/// All that is attached.
#[derive(Clone, Debug)]
pub(crate) struct Layers {
    pub(crate) layers: Vec<Layer>,
    pub(crate) management_account: Option<&'static str>,
}

impl Layers {
    /// The layers with a Deny more. Where nothing is attached yet, the Deny is all that is.
    pub(crate) fn with_deny(mut self, place: Place, pick: usize, statement: Value) -> Self {
        self.insert(place, pick, statement);
        self
    }

    /// The layers with an Allow more, in a policy that limits only if there is one at that place:
    /// else with the identity policies.
    pub(crate) fn with_allow(mut self, place: Place, pick: usize, statement: Value) -> Self {
        let is_there = self.layers.iter().any(|layer| layer.place == place);
        let place = if place.limits() && !is_there {
            Place::Identity
        } else {
            place
        };
        let mut statement = statement;
        if let (false, Some(fields)) = (place.has_principals(), statement.as_object_mut()) {
            fields.remove("Principal");
        }
        self.insert(place, pick, statement);
        self
    }

    fn insert(&mut self, place: Place, pick: usize, statement: Value) {
        let places: Vec<usize> = (0..self.layers.len())
            .filter(|&at| self.layers[at].place == place)
            .collect();
        let policies = if places.is_empty() {
            let policies = Vec::new();
            self.layers.push(Layer { place, policies });
            &mut self.layers.last_mut().unwrap().policies
        } else {
            &mut self.layers[places[pick % places.len()]].policies
        };
        if policies.is_empty() {
            policies.push(json!({"Version": "2012-10-17", "Statement": []}));
        }
        let index = pick % policies.len();
        let statements = policies[index]["Statement"].as_array_mut().unwrap();
        statements.insert(pick % (statements.len() + 1), statement);
    }

    pub(crate) fn policies(&self) -> Policies {
        self.rewritten(|document| document)
    }

    /// The policies, each document rewritten.
    pub(crate) fn rewritten(&self, rewrite: impl Fn(PolicyDocument) -> PolicyDocument) -> Policies {
        let mut policies = Policies::new();
        if let Some(account) = self.management_account {
            policies = policies.with_management_account(account);
        }
        for layer in &self.layers {
            let documents = layer.policies.iter().map(|policy| {
                let document = serde_json::from_value(policy.clone());
                rewrite(document.unwrap_or_else(|error| panic!("{policy}: {error}")))
            });
            policies = match layer.place {
                Place::Identity => documents.fold(policies, Policies::with_identity_policy),
                Place::Resource => documents.fold(policies, Policies::with_resource_policy),
                Place::Boundary => documents.fold(policies, Policies::with_boundary),
                Place::Session => documents.fold(policies, Policies::with_session_policy),
                Place::Endpoint => documents.fold(policies, Policies::with_endpoint_policy),
                Place::Scp => policies.with_scp_level(level(documents)),
                Place::Rcp => policies.with_rcp_level(level(documents)),
            };
        }
        policies
    }
}

fn level(documents: impl Iterator<Item = PolicyDocument>) -> Level {
    documents.fold(Level::new("level"), Level::with_policy)
}
