//! Items of a table, by their partition keys.

use super::{Table, table::admit};
use crate::{
    Grant, GrantError, Grantee,
    condition::{AllValues, Condition, IntoTexts, Key, Single, kind},
    grant::{Granting, On, Party, Request, Scope, entries, give, grants},
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
    has_attributes: bool,
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
            has_attributes: false,
        }
    }

    /// Only these attributes of the items: requests have to say which they want, and get no others back.
    ///
    /// Items are then updated, and neither put nor deleted: see [`grant_write`](Self::grant_write).
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
        self.has_attributes = true;
        self
    }

    /// Lets the grantee write and delete the items; of some attributes, update them.
    ///
    /// It allows on the table
    /// - `dynamodb:PutItem`, `dynamodb:UpdateItem`, `dynamodb:DeleteItem` and `dynamodb:BatchWriteItem`; where
    ///   [`attributes`](Self::attributes) were named, `dynamodb:UpdateItem` alone
    /// - `kms:Encrypt`, `kms:Decrypt`, `kms:GenerateDataKey` and `kms:DescribeKey` on its key, where it is encrypted with one
    ///
    /// Writing includes deleting: `BatchWriteItem` deletes as well as it puts. `.without(..)` takes both off. All but
    /// `UpdateItem` are about whole items: whoever names the allowed attributes alone in a
    /// [`PutItem`](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html) still erases all others,
    /// since it replaces the item.
    ///
    /// # Errors
    ///
    /// The grant cannot be given to such a grantee. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let own = dynamodb::Table::named("orders").items_with_leading_keys("${aws:PrincipalTag/customer}");
    /// let customer = Role::new("customer");
    /// let grant = own.attributes(["Customer", "Address"]).grant_write(&customer)?;
    /// assert_eq!(grant.to_string(), "role `customer` may update some items of table `orders`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = if self.has_attributes {
            &some_attributes::grant_write
        } else {
            &whole::grant_write
        };
        give(self, entry, grantee)
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
}

entries! { whole;
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

entries! { some_attributes;
    grant_write => "update" {
        Itself: [dynamodb::UpdateItem];
        key: [Encrypt, Decrypt, GenerateDataKey, DescribeKey]
    }
}
