//! What trust in a provider of identities is made of, whichever way it vouches for them.

use iam_dsl_catalog::Action;
use iam_dsl_core::Arn;

use crate::{
    condition::{Condition, Key, Single, kind},
    principal::{FederatedPrincipal, Trust},
};

/// A provider, the audience that it vouches to, and what else has to hold.
#[derive(Clone, Debug)]
pub(super) struct Federation {
    pub(super) provider: Arn,
    pub(super) audience: String,
    /// What the preset stands for: see [`Trust::demanding`].
    pub(super) demands: Vec<Condition>,
    /// What the user says: see [`Trust::when`].
    pub(super) conditions: Vec<Condition>,
    pub(super) tags_sessions: bool,
    pub(super) sid: Option<String>,
}

impl Federation {
    #[inline]
    pub(super) fn new(provider: Arn, audience: &str) -> Self {
        Self {
            provider,
            audience: audience.to_owned(),
            demands: Vec::new(),
            conditions: Vec::new(),
            tags_sessions: false,
            sid: None,
        }
    }

    /// The statement, with the action that its identities assume roles by and the key that holds their audience.
    #[inline]
    pub(super) fn into_trust(self, action: Action, audience: Key<kind::Text, Single>) -> Trust {
        let provider = FederatedPrincipal::new(self.provider);
        let trust = Trust::new(action, provider).demanding(audience.equals(self.audience));
        let trust = self.demands.into_iter().fold(trust, Trust::demanding);
        let mut trust = self.conditions.into_iter().fold(trust, Trust::when);
        if self.tags_sessions {
            trust = trust.with_session_tags();
        }
        match self.sid {
            Some(sid) => trust.sid(sid),
            None => trust,
        }
    }
}
