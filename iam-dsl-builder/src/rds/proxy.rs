//! Proxies.

use super::connect::connect_method;
use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "proxy",
    kind: "AWS::RDS::DBProxy",
    arn: ArnForm::regional("rds", "db-proxy:"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A proxy, by the id at the end of its ARN, which is not its name: who may connect through it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::rds;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = rds::Proxy::new(&env, "prx-0123456789abcdef0");
/// let role = Role::new("app");
/// orders.grant_connect(&role, "app_user")?;
/// assert!(role.policy().to_json().contains("dbuser:prx-0123456789abcdef0/app_user"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Proxy {
    handle: Handle,
}

handle_methods!(Proxy by "id", "proxy");
named_methods!(
    Proxy by "id",
    "proxy",
    "rds::Proxy",
    "prx-0123456789abcdef0",
    "arn:aws:rds:us-east-1:123456789012:db-proxy:prx-0123456789abcdef0"
);
action_methods!(
    Proxy,
    "proxy",
    "rds::Proxy::named(\"prx-0123456789abcdef0\")",
    rds::ModifyDBProxy
);
connect_method!(
    Proxy,
    "proxy",
    "rds::Proxy::named(\"prx-0123456789abcdef0\")",
    "prx-0123456789abcdef0",
    |proxy| Some(proxy.handle.name())
);

impl Proxy {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Proxy {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
