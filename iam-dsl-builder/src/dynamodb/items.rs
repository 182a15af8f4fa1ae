//! Items of a table, by their partition keys.

use super::{Table, table::admit};
use crate::{
    GrantError,
    condition::{AllValues, Condition, IntoTexts, Key, Single, kind},
    grant::{Granting, On, Party, Request, Scope, grants},
    handle::Handle,
};

/// The items of a table whose partition key is one of some: who may use these, and no others. Made by
/// [`Table::items_with_leading_keys`].
///
/// Nothing that looks at the whole table is granted, such as `Scan`, since no partition key is said then. See AWS's page on
/// [conditions on items](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::dynamodb;
///
/// let own = dynamodb::Table::named("scores")
///     .items_with_leading_keys("${cognito-identity.amazonaws.com:sub}")
///     .attributes(["UserId", "TopScore"]);
/// let player = Role::new("player");
/// own.grant_read(&player)?;
/// assert!(player.policy().to_json().contains(r#""dynamodb:Select":"SPECIFIC_ATTRIBUTES""#));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Items {
    table: Table,
    conditions: Vec<Condition>,
    label: String,
}

impl Items {
    #[inline]
    pub(super) fn new(table: &Table, keys: impl IntoTexts) -> Self {
        let leading = Key::<kind::Text, AllValues>::__checked("dynamodb:LeadingKeys");
        Self {
            label: format!("some items of {}", table.label()),
            table: table.clone(),
            conditions: vec![leading.equals(keys)],
        }
    }

    /// Only these attributes of the items: requests have to say which they want, and get no others back.
    #[must_use]
    #[inline]
    pub fn attributes(mut self, names: impl IntoTexts) -> Self {
        let attributes = Key::<kind::Text, AllValues>::__checked("dynamodb:Attributes");
        let select = Key::<kind::Text, Single>::__checked("dynamodb:Select").if_exists();
        let returned = Key::<kind::Text, Single>::__checked("dynamodb:ReturnValues").if_exists();
        self.conditions.extend([
            attributes.equals(names),
            select.equals("SPECIFIC_ATTRIBUTES"),
            returned.equals(["NONE", "UPDATED_OLD", "UPDATED_NEW"]),
        ]);
        self
    }
}

impl Granting for Items {
    #[inline]
    fn handle(&self) -> &Handle {
        self.table.handle()
    }

    #[inline]
    fn label(&self) -> String {
        self.label.clone()
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        let mut scope = self.table.scope(on)?;
        scope.conditions.extend_from_slice(&self.conditions);
        Ok(scope)
    }

    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        let scope = self.table.scope_in_policy(on)?;
        Ok(scope.map(|mut scope| {
            scope.conditions.extend_from_slice(&self.conditions);
            scope
        }))
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

grants! {
    Items with policy,
    "items",
    "dynamodb::Table::named(\"orders\").items_with_leading_keys(\"${aws:PrincipalTag/customer}\")",
    "some items of table `orders`";

    grant_read => "read" {
        Itself: [dynamodb::GetItem, dynamodb::BatchGetItem, dynamodb::Query];
        key: [Decrypt, DescribeKey]
    }
    /// Writing includes deleting: `BatchWriteItem` deletes as well as it puts. `.without(..)` takes both off.
    grant_write => "write and delete" {
        Itself: [
            dynamodb::PutItem,
            dynamodb::UpdateItem,
            dynamodb::DeleteItem,
            dynamodb::BatchWriteItem,
        ];
        key: [Encrypt, Decrypt, GenerateDataKey, DescribeKey]
    }
}
