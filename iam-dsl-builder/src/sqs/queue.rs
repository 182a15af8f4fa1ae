//! Queues.

use iam_dsl_core::{Arn, Template};

use super::grants::{CONSUME_MESSAGES, Form, PURGE, SEND_MESSAGES};
use crate::{
    Env, Grant, GrantError, Grantee, ResourcePolicy, ValueError,
    grant::{Granting, Scope, grant},
    handle::Handle,
    owner::Owner,
    policy::{ResourcePrincipal, ResourceResource},
    statement::{Statement, state::Effect},
};

/// A queue: who may send and receive, and its own policy.
///
/// A queue is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::sqs;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = sqs::Queue::new(&env, "orders");
///
/// // A topic's messages come from a service, which has no policy of its own: the queue's admits it.
/// orders.grant_send_messages(service_principal!("sns.amazonaws.com"))?;
/// assert!(orders.policy().to_json().contains(r#""Principal":{"Service":"sns.amazonaws.com"}"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Queue(Handle);

impl Queue {
    /// The queue of this name, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Known(env.clone()))
    }

    /// The queue of this name, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Deploying)
    }

    #[inline]
    fn from_parts(name: String, owner: Owner) -> Self {
        let arn = owner.regional_arn("sqs", name.clone());
        Self(Handle::new(name, owner, arn))
    }

    /// A queue that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a queue.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{sqs, prelude::*};
    ///
    /// let orders = sqs::Queue::from_arn(arn!("arn:aws:sqs:us-east-1:999999999999:orders"))?;
    /// assert_eq!(orders.name(), "orders");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Handle::from_arn(arn, "queue", "sqs", "", &['/', ':']).map(Self)
    }

    /// Returns the queue's name.
    #[inline]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Returns the queue's ARN.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.0.arn()
    }

    /// Adds a statement to the queue's policy.
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.0.add(statement);
    }

    /// Returns the queue's policy: a snapshot, in the order it was said.
    #[inline]
    pub fn policy(&self) -> ResourcePolicy {
        self.0.policy()
    }

    /// Lets the grantee send messages: `SendMessage`, `GetQueueAttributes`, `GetQueueUrl`.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{sqs, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let orders = sqs::Queue::named("orders");
    /// orders.grant_send_messages(&role)?;
    /// assert!(role.policy().to_json().contains("sqs:SendMessage"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_send_messages(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &SEND_MESSAGES, grantee)
    }

    /// Lets the grantee receive and delete messages: `ReceiveMessage`, `ChangeMessageVisibility`, `DeleteMessage`,
    /// `GetQueueAttributes`, `GetQueueUrl`.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{sqs, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let orders = sqs::Queue::named("orders");
    /// orders.grant_consume_messages(&role)?;
    /// assert!(role.policy().to_json().contains("sqs:ReceiveMessage"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_consume_messages(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &CONSUME_MESSAGES, grantee)
    }

    /// Lets the grantee delete all messages at once: `PurgeQueue`, `GetQueueAttributes`, `GetQueueUrl`.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{sqs, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let orders = sqs::Queue::named("orders");
    /// orders.grant_purge(&role)?;
    /// assert!(role.policy().to_json().contains("sqs:PurgeQueue"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_purge(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &PURGE, grantee)
    }
}

impl Granting for Queue {
    type Form = Form;

    #[inline]
    fn handle(&self) -> &Handle {
        &self.0
    }

    #[inline]
    fn label(&self) -> String {
        format!("queue `{}`", self.name())
    }

    #[inline]
    fn scope(&self, form: Form) -> Result<Scope, GrantError> {
        match form {
            Form::Queue => Ok(Scope::on(vec![Template::from(self.arn())])),
        }
    }
}
