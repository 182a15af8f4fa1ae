//! Tables.

use iam_dsl_core::{Arn, Template};

use super::grants::{Form, READ_DATA, READ_WRITE_DATA, WRITE_DATA};
use crate::{
    Env, Grant, GrantError, Grantee, ResourcePolicy, ValueError,
    grant::{Entry, Granting, Party, Scope, grant},
    handle::Handle,
    owner::Owner,
    policy::{ResourcePrincipal, ResourceResource},
    principal::Principal,
    statement::{Statement, state::Effect},
};

/// A table: who may use its items, and its own policy.
///
/// A table is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::dynamodb;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = dynamodb::Table::new(&env, "orders").with_index("by-customer");
/// let role = Role::new("order-processor");
/// orders.grant_read_data(&role)?;
/// assert!(role.policy().to_json().contains("table/orders/index/by-customer"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    handle: Handle,
    indexes: Vec<String>,
}

impl Table {
    /// The table of this name, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Known(env.clone()))
    }

    /// The table of this name, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Deploying)
    }

    #[inline]
    fn from_parts(name: String, owner: Owner) -> Self {
        let arn = owner.regional_arn("dynamodb", format!("table/{name}"));
        Self::from_handle(Handle::new(name, owner, arn))
    }

    #[inline]
    fn from_handle(handle: Handle) -> Self {
        Self {
            handle,
            indexes: Vec::new(),
        }
    }

    /// A table that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a table.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let orders = dynamodb::Table::from_arn(arn!("arn:aws:dynamodb:us-east-1:999999999999:table/orders"))?;
    /// assert_eq!(orders.name(), "orders");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Handle::from_arn(arn, "table", "dynamodb", "table/", &['/', ':']).map(Self::from_handle)
    }

    /// Grants that read also read this index; `*` is all of them.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let orders = dynamodb::Table::named("orders").with_index("by-customer");
    /// let role = Role::new("app");
    /// orders.grant_read_data(&role)?;
    /// assert!(role.policy().to_json().contains("table/orders/index/by-customer"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn with_index(mut self, name: impl Into<String>) -> Self {
        self.indexes.push(name.into());
        self
    }

    /// Returns the table's name.
    #[inline]
    pub fn name(&self) -> &str {
        self.handle.name()
    }

    /// Returns the table's ARN.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.handle.arn()
    }

    /// Adds a statement to the table's policy.
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.handle.add(statement);
    }

    /// Returns the table's policy: a snapshot, in the order it was said.
    #[inline]
    pub fn policy(&self) -> ResourcePolicy {
        self.handle.policy()
    }

    /// Lets the grantee read items: `BatchGetItem`, `GetItem`, `Query`, `Scan`, `ConditionCheckItem`, `DescribeTable`.
    ///
    /// # Errors
    ///
    /// The grantee is a service, which a table's policy takes for a few integrations only, or anyone, whom it does not
    /// take. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let orders = dynamodb::Table::named("orders");
    /// orders.grant_read_data(&role)?;
    /// assert!(role.policy().to_json().contains("dynamodb:Query"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read_data(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &READ_DATA, grantee)
    }

    /// Lets the grantee write and delete items: `BatchWriteItem`, `PutItem`, `UpdateItem`, `DeleteItem`, `DescribeTable`.
    ///
    /// # Errors
    ///
    /// As of [`grant_read_data`](Self::grant_read_data).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let orders = dynamodb::Table::named("orders");
    /// orders.grant_write_data(&role)?;
    /// assert!(role.policy().to_json().contains("dynamodb:PutItem"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write_data(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &WRITE_DATA, grantee)
    }

    /// Lets the grantee read, write and delete items: `grant_read_data` and `grant_write_data` in one.
    ///
    /// # Errors
    ///
    /// As of [`grant_read_data`](Self::grant_read_data).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let orders = dynamodb::Table::named("orders");
    /// orders.grant_read_write_data(&role)?;
    /// assert!(role.policy().to_json().contains("dynamodb:BatchWriteItem"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read_write_data(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &READ_WRITE_DATA, grantee)
    }
}

impl Granting for Table {
    type Form = Form;

    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn label(&self) -> String {
        format!("table `{}`", self.name())
    }

    #[inline]
    fn scope(&self, form: Form) -> Result<Scope, GrantError> {
        let mut resources = vec![Template::from(self.arn())];
        match form {
            Form::Table => {}
            Form::TableAndIndexes => resources.extend(
                self.indexes
                    .iter()
                    .map(|index| Template::from(self.handle.sub_arn(&format!("/index/{index}")))),
            ),
        }
        Ok(Scope::on(resources))
    }

    /// DynamoDB does not save a policy that lets everyone in.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html>
    #[inline]
    fn admit(&self, entry: &Entry<Form>, party: &Party) -> Result<Vec<Principal>, GrantError> {
        let help = match party {
            Party::Service(_) => {
                "add the statement that the service's documentation asks for with `table.add(..)`"
            }
            Party::Anyone(_) => "grant to the roles or accounts that need it",
            _ => return Ok(party.principals()),
        };
        Err(GrantError::UnsupportedGrantee {
            method: entry.method,
            resource: self.label(),
            grantee: party.label(),
            help,
        })
    }
}
