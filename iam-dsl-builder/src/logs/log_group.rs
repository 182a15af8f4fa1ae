//! Log groups.

use iam_dsl_core::{Arn, Template};

use super::grants::{Form, READ, WRITE};
use crate::{
    Env, Grant, GrantError, Grantee, ResourcePolicy, ValueError,
    grant::{Entry, Granting, Party, Scope, grant},
    handle::Handle,
    owner::Owner,
    policy::{ResourcePrincipal, ResourceResource},
    principal::Principal,
    statement::{Statement, state::Effect},
};

/// A log group: who may write to it and read it, and the statements that its resource policy needs.
///
/// A log group is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::logs;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let group = logs::LogGroup::new(&env, "/aws/lambda/orders");
/// let role = Role::new("orders");
/// group.grant_write(&role)?;
/// assert!(role.policy().to_json().contains("log-group:/aws/lambda/orders:*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct LogGroup(Handle);

impl LogGroup {
    /// The log group of this name, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Known(env.clone()))
    }

    /// The log group of this name, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Deploying)
    }

    #[inline]
    fn from_parts(name: String, owner: Owner) -> Self {
        let arn = owner.regional_arn("logs", format!("log-group:{name}"));
        Self(Handle::new(name, owner, arn))
    }

    /// A log group that exists already. AWS also writes its ARN with `:*` at the end, which is read the same.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a log group.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{logs, prelude::*};
    ///
    /// let orders = logs::LogGroup::from_arn(arn!("arn:aws:logs:us-east-1:999999999999:log-group:orders"))?;
    /// assert_eq!(orders.name(), "orders");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let group = arn
            .resource()
            .as_str()
            .and_then(|name| name.strip_suffix(":*"));
        let arn = match group {
            Some(group) => arn.clone().with_resource(group),
            None => arn,
        };
        Handle::from_arn(arn, "log group", "logs", "log-group:", &[':']).map(Self)
    }

    /// Returns the log group's name.
    #[inline]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Returns the log group's ARN.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.0.arn()
    }

    /// Returns the ARN of the group's streams.
    #[inline]
    pub fn streams(&self) -> Arn {
        self.0.sub_arn(":*")
    }

    /// Adds a statement to the log group's policy.
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.0.add(statement);
    }

    /// Returns the log group's policy: a snapshot, in the order it was said.
    #[inline]
    pub fn policy(&self) -> ResourcePolicy {
        self.0.policy()
    }

    /// Lets the grantee read events: `FilterLogEvents`, `GetLogEvents`, `GetLogGroupFields`, `DescribeLogStreams`.
    ///
    /// # Errors
    ///
    /// The grantee is anyone, which a log group's policy does not take. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{logs, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let group = logs::LogGroup::named("/my-app/audit");
    /// group.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("logs:FilterLogEvents"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &READ, grantee)
    }

    /// Lets the grantee write events: `CreateLogStream`, `PutLogEvents`.
    ///
    /// # Errors
    ///
    /// As of [`grant_read`](Self::grant_read).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{logs, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let group = logs::LogGroup::named("/my-app/audit");
    /// group.grant_write(&role)?;
    /// assert!(role.policy().to_json().contains("logs:PutLogEvents"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &WRITE, grantee)
    }
}

impl Granting for LogGroup {
    type Form = Form;

    #[inline]
    fn handle(&self) -> &Handle {
        &self.0
    }

    #[inline]
    fn label(&self) -> String {
        format!("log group `{}`", self.name())
    }

    #[inline]
    fn scope(&self, form: Form) -> Result<Scope, GrantError> {
        let resources = match form {
            Form::Streams => vec![Template::from(self.streams())],
            Form::GroupAndStreams => {
                vec![Template::from(self.arn()), Template::from(self.streams())]
            }
        };
        Ok(Scope::on(resources))
    }

    /// CloudWatch Logs takes services and accounts as principals, an account by its bare id.
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html>
    #[inline]
    fn admit(&self, entry: &Entry<Form>, party: &Party) -> Result<Vec<Principal>, GrantError> {
        let account = match party {
            Party::Service(_) => return Ok(party.principals()),
            Party::Role(role) => role.account(),
            Party::User(user) => user.account(),
            Party::Account(account) => Some(account.account().to_owned()),
            _ => None,
        };
        account
            .map(|account| vec![Principal::aws(account)])
            .ok_or_else(|| GrantError::UnsupportedGrantee {
                method: entry.method,
                resource: self.label(),
                grantee: party.label(),
                help: "grant to a service or to an account whose id is known",
            })
    }
}
