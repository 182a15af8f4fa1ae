//! Kinds of policies, as macros name them.

use iam_dsl_rules::PolicyKind;
use proc_macro2::{Ident, Span};

/// A kind of policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind(PolicyKind);

/// The word for each kind in `include_policy!`, and its type in `iam_dsl::kind`.
const KINDS: &[(&str, &str, PolicyKind)] = &[
    ("identity", "Identity", PolicyKind::Identity),
    ("resource", "Resource", PolicyKind::Resource),
    ("trust", "Trust", PolicyKind::Trust),
    ("boundary", "Boundary", PolicyKind::Boundary),
    ("session", "Session", PolicyKind::Session),
    ("service_control", "Scp", PolicyKind::Scp),
    ("resource_control", "Rcp", PolicyKind::Rcp),
    ("vpc_endpoint", "VpcEndpoint", PolicyKind::VpcEndpoint),
];

impl Kind {
    pub(crate) const IDENTITY: Self = Self(PolicyKind::Identity);
    pub(crate) const RESOURCE: Self = Self(PolicyKind::Resource);
    pub(crate) const TRUST: Self = Self(PolicyKind::Trust);
    pub(crate) const BOUNDARY: Self = Self(PolicyKind::Boundary);
    pub(crate) const SESSION: Self = Self(PolicyKind::Session);
    pub(crate) const SCP: Self = Self(PolicyKind::Scp);
    pub(crate) const RCP: Self = Self(PolicyKind::Rcp);
    pub(crate) const VPC_ENDPOINT: Self = Self(PolicyKind::VpcEndpoint);

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        KINDS
            .iter()
            .find(|(known, ..)| *known == word)
            .map(|(_, _, kind)| Self(*kind))
    }

    /// Lists the words, for messages.
    pub(crate) fn words() -> String {
        let words: Vec<&str> = KINDS.iter().map(|(word, ..)| *word).collect();
        format!("`{}`", words.join("`, `"))
    }

    pub(crate) fn policy_kind(self) -> PolicyKind {
        self.0
    }

    /// Returns the name of the marker type.
    pub(crate) fn type_name(self) -> Ident {
        let name = KINDS
            .iter()
            .find(|(_, _, kind)| *kind == self.0)
            .map_or("Identity", |(_, name, _)| name);
        Ident::new(name, Span::call_site())
    }
}
