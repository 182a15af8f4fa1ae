//! Brokers.

use iam_dsl_core::Arn;

use crate::{
    Env, ValueError,
    grant::{Granting, On, grants},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, not_the_arn},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "broker",
    kind: "AWS::AmazonMQ::Broker",
    arn: ArnForm::regional("mq", "broker:").without(&['/']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A broker, by its name and id: who may see how it is and restart it.
///
/// Sending and receiving messages takes what the broker itself allows, and no policy says. See AWS's page on
/// [authentication with brokers](https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-broker-auth-ref.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::mq;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = mq::Broker::new(&env, "orders", "b-1234a5b6-78cd-901e-2fgh-3i45j6k178l9");
/// let role = Role::new("operator");
/// orders.grant_reboot(&role)?;
/// assert!(role.policy().to_json().contains("broker:orders:b-1234a5b6-78cd-901e-2fgh-3i45j6k178l9"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Broker {
    handle: Handle,
}

handle_methods!(Broker, "broker");
action_methods!(
    Broker,
    "broker",
    "mq::Broker::named(\"orders\", \"b-1234\")",
    mq::ListUsers
);

impl Broker {
    /// The broker of this name and id, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: &str, id: &str) -> Self {
        Self::of_owner(Owner::Known(env.clone()), name, id)
    }

    /// The broker of this name and id, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: &str, id: &str) -> Self {
        Self::of_owner(Owner::Deploying, name, id)
    }

    /// The broker that has this ARN: one that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of one broker.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{mq, prelude::*};
    ///
    /// let orders = mq::Broker::from_arn(arn!("arn:aws:mq:us-east-1:123456789012:broker:orders:b-1234"))?;
    /// assert_eq!(orders.name(), "orders");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        match handle.name().split_once(':') {
            Some((name, id)) if !name.is_empty() && !id.is_empty() && !id.contains(':') => {
                let name = name.to_owned();
                let handle = handle.with_name(name);
                Ok(Self { handle })
            }
            _ => Err(not_the_arn(&handle.arn(), CLASS.noun)),
        }
    }

    #[inline]
    fn of_owner(owner: Owner, name: &str, id: &str) -> Self {
        let handle = Handle::named(&CLASS, owner, format!("{name}:{id}"));
        let handle = handle.with_last_name(name.to_owned());
        Self { handle }
    }
}

impl Granting for Broker {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Broker, "broker", "mq::Broker::named(\"orders\", \"b-1234\")", "broker `orders`";

    grant_describe => "describe" {
        Itself: [mq::DescribeBroker],
    }
    // Whoever restarts a broker waits until it runs again.
    grant_reboot => "restart" {
        Itself: [mq::RebootBroker, mq::DescribeBroker],
    }
}
