//! Environments.

use iam_dsl_core::ActionPattern;

use crate::{
    grant::{Granting, On, acts_on_type, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, nested_methods,
    },
};

const CLASS: Class = Class {
    noun: "environment",
    kind: "AWS::AppConfig::Environment",
    arn: ArnForm::regional("appconfig", "application/").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An environment of an application: who may read the configuration that is deployed to it. Both go by their ids.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::appconfig;
///
/// let production = appconfig::Environment::named("abc1234", "def5678");
/// let role = Role::new("orders");
/// production.grant_read_config(&role)?;
/// assert!(role.policy().to_json().contains("environment/def5678/configuration/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Environment {
    handle: Handle,
}

handle_methods!(Environment by "id", "environment");
nested_methods!(
    Environment by "id",
    "environment",
    "appconfig::Environment",
    application "abc1234" "/environment/" "def5678",
    "arn:aws:appconfig:us-east-1:123456789012:application/abc1234/environment/def5678"
);
action_methods!(
    Environment,
    "environment",
    "appconfig::Environment::named(\"abc1234\", \"def5678\")",
    appconfig::GetEnvironment
);

impl Environment {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Environment {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// What is deployed is a resource of its own, whose ARN the catalog cannot tell from that of an environment.
    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        match (
            acts_on_type(action, "environment"),
            acts_on_type(action, "configuration"),
        ) {
            (true, true) => &[On::ItselfAnd("/configuration/*")],
            (false, true) => &[On::Under("/configuration/*")],
            _ => self.handle.class().forms,
        }
    }
}

grants! {
    Environment,
    "environment",
    "appconfig::Environment::named(\"abc1234\", \"def5678\")",
    "environment `def5678`";

    grant_read_config => "read the configuration of" {
        Under("/configuration/*"): [
            appconfig::GetLatestConfiguration,
            appconfig::StartConfigurationSession,
        ],
    }
}
