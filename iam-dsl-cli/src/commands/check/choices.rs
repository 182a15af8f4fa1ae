//! What one can choose from on the command line.

use clap::ValueEnum;
use iam_dsl_core::PolicyKind;
use iam_dsl_core::check::{FindingType, Profile};

/// Where a policy is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// Attached to a user, a group or a role
    #[default]
    Identity,
    /// Attached to a resource, such as a bucket or a queue
    Resource,
    /// Says who may assume a role
    Trust,
    /// The most that the policies of a user or role can give it
    Boundary,
    /// Passed when a session starts, and limits it
    Session,
    /// Service control policy: limits the users and roles of an organization
    Scp,
    /// Resource control policy: limits the resources of an organization
    Rcp,
    /// Attached to a VPC endpoint
    VpcEndpoint,
}

impl From<Kind> for PolicyKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Identity => Self::Identity,
            Kind::Resource => Self::Resource,
            Kind::Trust => Self::Trust,
            Kind::Boundary => Self::Boundary,
            Kind::Session => Self::Session,
            Kind::Scp => Self::Scp,
            Kind::Rcp => Self::Rcp,
            Kind::VpcEndpoint => Self::VpcEndpoint,
        }
    }
}

/// Returns the name by which a kind is chosen.
pub(super) fn name_of(kind: PolicyKind) -> Option<String> {
    let mut kinds = Kind::value_variants().iter();
    let chosen = kinds.find(|chosen| PolicyKind::from(**chosen) == kind)?;
    Some(chosen.to_possible_value()?.get_name().to_owned())
}

/// What an account is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Account {
    /// For trying things out: what does not work, and what lets strangers in
    Sandbox,
    /// For building: also more power than is needed, and what could be simpler
    Development,
    /// For what others rely on: everything
    #[default]
    Production,
}

impl From<Account> for Profile {
    fn from(account: Account) -> Self {
        match account {
            Account::Sandbox => Self::Sandbox,
            Account::Development => Self::Development,
            Account::Production => Self::Production,
        }
    }
}

/// The least grave finding that makes a run fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// What cannot work as it is written
    Error,
    /// Errors, and what grants more than it seems to
    SecurityWarning,
    /// These, and what most likely does not do what is meant
    #[default]
    Warning,
    /// Any finding
    Suggestion,
    /// None
    Never,
}

impl FailOn {
    /// Returns true when findings of a type make a run fail.
    pub(super) fn is_met_by(self, found: FindingType) -> bool {
        let least = match self {
            Self::Error => FindingType::Error,
            Self::SecurityWarning => FindingType::SecurityWarning,
            Self::Warning => FindingType::Warning,
            Self::Suggestion => FindingType::Suggestion,
            Self::Never => return false,
        };
        found <= least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn security_warnings_are_graver_than_warnings() {
        let fails = |fail_on: FailOn| fail_on.is_met_by(FindingType::SecurityWarning);
        assert!(fails(FailOn::Suggestion) && fails(FailOn::Warning));
        assert!(fails(FailOn::SecurityWarning) && !fails(FailOn::Error) && !fails(FailOn::Never));
        assert!(!FailOn::SecurityWarning.is_met_by(FindingType::Warning));
    }

    #[test]
    fn every_kind_can_be_chosen() {
        let chosen: Vec<_> = Kind::value_variants()
            .iter()
            .copied()
            .map(PolicyKind::from)
            .collect();
        assert_eq!(chosen, PolicyKind::ALL);
        let chosen: Vec<_> = Account::value_variants()
            .iter()
            .copied()
            .map(Profile::from)
            .collect();
        assert_eq!(chosen, Profile::ALL);
    }
}
