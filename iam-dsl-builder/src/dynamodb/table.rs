//! Tables.

use iam_dsl_core::{ActionPattern, Template};

use super::{Items, Stream, policy};
use crate::{
    condition::IntoTexts,
    grant::{GrantError, Granting, On, Party, Request, Scope, Sort, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "table",
    kind: "AWS::DynamoDB::Table",
    arn: ArnForm::regional("dynamodb", "table/"),
    policy: PolicySupport::ByArn,
    key_via: Some("dynamodb"),
    forms: &[On::Itself, On::Indexes],
};

/// A table: who may use its items, and its own policy.
///
/// Other accounts cannot be granted its backups and settings, nor `PartiQL`: see AWS's page on
/// [actions and policies of tables](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html).
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
    replicas: Vec<String>,
}

handle_methods!(Table, "table");
named_methods!(
    Table,
    "table",
    "dynamodb::Table",
    "orders",
    "arn:aws:dynamodb:us-east-1:123456789012:table/orders"
);
policy_methods!(Table, "table");
key_methods!(Table, "table", "dynamodb::Table::named(\"orders\")");
action_methods!(
    Table,
    "table",
    "dynamodb::Table::named(\"orders\")",
    dynamodb::DescribeTimeToLive
);

impl Table {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self {
            handle,
            indexes: Vec::new(),
            replicas: Vec::new(),
        }
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

    /// Grants are also on the replica of the table in this region.
    ///
    /// Each replica has a policy of its own. The half of a grant that a resource's policy takes is added to the policy of
    /// the table here; a replica's policy needs it as well.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let orders = dynamodb::Table::named("orders").with_replica("eu-west-1");
    /// let role = Role::new("app");
    /// orders.grant_read_data(&role)?;
    /// assert!(role.policy().to_json().contains("dynamodb:eu-west-1:"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn with_replica(mut self, region: impl Into<String>) -> Self {
        self.replicas.push(region.into());
        self
    }

    /// The stream of the table that has this label: the time it was enabled at, or `*` for whichever there is.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let changes = dynamodb::Table::named("orders").stream("2026-01-01T00:00:00.000");
    /// let role = Role::new("projector");
    /// changes.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("table/orders/stream/2026-01-01T00:00:00.000"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn stream(&self, label: impl AsRef<str>) -> Stream {
        Stream::of_table(&self.handle, label.as_ref())
    }

    /// The items whose partition key is one of these: something to grant, item by item.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let own = dynamodb::Table::named("orders").items_with_leading_keys("${aws:PrincipalTag/customer}");
    /// let role = Role::new("customer");
    /// own.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("dynamodb:LeadingKeys"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn items_with_leading_keys(&self, keys: impl IntoTexts) -> Items {
        Items::new(self, keys)
    }

    /// The table in all of its regions.
    #[inline]
    fn everywhere(&self) -> Vec<Template> {
        let mut tables = vec![Template::from(self.arn())];
        for region in &self.replicas {
            tables.push(self.arn().with_region(region.clone()).into());
        }
        tables
    }

    #[inline]
    fn indexes_of(&self, tables: &[Template]) -> Vec<Template> {
        let mut indexes = Vec::new();
        for table in tables {
            for index in &self.indexes {
                indexes.push(table.clone().with_text("/index/").with_text(index));
            }
        }
        indexes
    }

    #[inline]
    fn scope_of(&self, tables: Vec<Template>, on: On) -> Scope {
        let indexes = self.indexes_of(&tables);
        Scope::on_all(match on {
            On::Indexes => indexes,
            On::TableAndIndexes => [tables, indexes].concat(),
            _ => tables,
        })
    }
}

impl Granting for Table {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            On::Itself | On::Indexes | On::TableAndIndexes => self.scope_of(self.everywhere(), on),
            _ => Scope::of(&self.handle, on),
        })
    }

    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        let here = vec![Template::from(self.arn())];
        Ok((on != On::Everything).then(|| self.scope_of(here, on)))
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }

    #[inline]
    fn refusal(&self, action: &ActionPattern, party: &Party) -> Option<&'static str> {
        policy::refusal(self, action, party)
    }
}

/// `DynamoDB` does not save a policy that lets everyone in, and takes services for a few integrations only.
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html>
#[inline]
pub(super) fn admit(request: &Request, party: &Party) -> Result<Party, GrantError> {
    let help = match party.sort() {
        Sort::Service => {
            "add the statement that the service's documentation asks for with `table.add(..)`"
        }
        Sort::Anyone => "grant to the roles or accounts that need it",
        _ => return party.as_usual_principal(request),
    };
    Err(request.refuse(party, help))
}

grants! {
    Table with policy, "table", "dynamodb::Table::named(\"orders\")", "table `orders`";

    // The SDKs' object mappers look the table's keys up before they read or write (`DescribeTable`).
    grant_read_data => "read items of" {
        Itself: [dynamodb::BatchGetItem, dynamodb::GetItem, dynamodb::ConditionCheckItem],
        TableAndIndexes: [dynamodb::Query, dynamodb::Scan],
        Itself: [dynamodb::DescribeTable];
        key: [Decrypt, DescribeKey]
    }
    /// Writing includes deleting: `BatchWriteItem` deletes as well as it puts. `.without(..)` takes both off.
    // Writing decrypts the table's key, with which the items are encrypted:
    // <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html>
    grant_write_data => "write and delete items of" {
        Itself: [
            dynamodb::BatchWriteItem,
            dynamodb::PutItem,
            dynamodb::UpdateItem,
            dynamodb::DeleteItem,
            dynamodb::DescribeTable,
        ];
        key: [Encrypt, Decrypt, GenerateDataKey, DescribeKey]
    }
    grant_read_write_data => "read, write and delete items of" {
        Itself: [dynamodb::BatchGetItem, dynamodb::GetItem, dynamodb::ConditionCheckItem],
        TableAndIndexes: [dynamodb::Query, dynamodb::Scan],
        Itself: [
            dynamodb::BatchWriteItem,
            dynamodb::PutItem,
            dynamodb::UpdateItem,
            dynamodb::DeleteItem,
            dynamodb::DescribeTable,
        ];
        key: [Encrypt, Decrypt, GenerateDataKey, DescribeKey]
    }
}
