//! Replication of tables between accounts.

use iam_dsl_core::{Arn, Template, Token};

use super::Table;
use crate::{
    Grant, GrantError, Grantee, ServicePrincipal,
    condition::{Condition, Key, Single, kind},
    grant::{Granting, Party, PolicyOnly, Request, entries},
    principal::AccountPrincipal,
};

entries! { entries;
    grant_multi_account_replication_from => "replicate another account's table to" {
        Itself: [
            dynamodb::ReadDataForReplication,
            dynamodb::WriteDataForReplication,
            dynamodb::ReplicateSettings,
        ];
        key: [Decrypt, Encrypt, GenerateDataKey, DescribeKey]
    }
    grant_multi_account_replication_to => "make replicas in another account of" {
        Itself: [
            dynamodb::ReadDataForReplication,
            dynamodb::WriteDataForReplication,
            dynamodb::ReplicateSettings,
        ];
        key: [Decrypt, Encrypt, GenerateDataKey, DescribeKey]
    }
    associate => "associate replicas with" {
        Itself: [dynamodb::AssociateTableReplica],
    }
}

impl Table {
    /// Lets DynamoDB replicate to this table from one of another account, of which this one is a replica.
    ///
    /// It allows `dynamodb:ReadDataForReplication`, `dynamodb:WriteDataForReplication` and `dynamodb:ReplicateSettings` to
    /// the service, for these two accounts alone; and the use of the table's key. See AWS's page on
    /// [global tables of several accounts](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_MA.html).
    ///
    /// # Errors
    ///
    /// The ARN is not that of a table in an account.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let replica = dynamodb::Table::named("orders");
    /// replica.grant_multi_account_replication_from(&arn!("arn:aws:dynamodb:eu-west-1:999999999999:table/orders"))?;
    /// assert!(replica.policy().to_json().contains("dynamodb:ReplicateSettings"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_multi_account_replication_from(&self, source: &Arn) -> Result<Grant, GrantError> {
        let entry = &entries::grant_multi_account_replication_from;
        let mut request = Request::new(entry.method, entry.lets, self.label(), service())?;
        let account = account_of(&request, source)?;
        request.restrict_party(self.between(&account));
        request.plan(&PolicyOnly(self), entry)?;
        Ok(request.give())
    }

    /// Lets DynamoDB replicate this table to one of another account, and that account make its table a replica.
    ///
    /// It allows the service what [`grant_multi_account_replication_from`](Self::grant_multi_account_replication_from) does,
    /// and `dynamodb:AssociateTableReplica` to the other account.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a table in an account.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let orders = dynamodb::Table::named("orders");
    /// orders.grant_multi_account_replication_to(&arn!("arn:aws:dynamodb:eu-west-1:999999999999:table/orders"))?;
    /// assert!(orders.policy().to_json().contains("dynamodb:AssociateTableReplica"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_multi_account_replication_to(
        &self,
        destination: &Arn,
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_multi_account_replication_to;
        let mut request = Request::new(entry.method, entry.lets, self.label(), service())?;
        let account = account_of(&request, destination)?;
        request.restrict_party(self.between(&account));
        request.plan(&PolicyOnly(self), entry)?;
        let root =
            AccountPrincipal::new(&*account).map_err(|_| not_a_table(&request, destination))?;
        request.plan_for(root.into_party(), &PolicyOnly(self), &entries::associate)?;
        Ok(request.give())
    }

    /// That the service acts for the account of this table or the other.
    #[inline]
    fn between(&self, other: &str) -> Condition {
        let own = match self.handle().owner().account() {
            Some(account) => Template::from(account.to_owned()),
            None => Template::from(Token::AccountId),
        };
        let accounts = [own, Template::from(other.to_owned())];
        Key::<kind::Text, Single>::__checked("aws:SourceAccount").equals(accounts)
    }
}

#[inline]
fn service() -> Party {
    ServicePrincipal::unchecked("replication.dynamodb.amazonaws.com").into_party()
}

#[inline]
fn account_of(request: &Request, table: &Arn) -> Result<String, GrantError> {
    let is_table = table.service().as_str() == Some("dynamodb")
        && table.resource().to_string().starts_with("table/");
    match table.account().as_str() {
        Some(account) if is_table && !account.is_empty() => Ok(account.to_owned()),
        _ => Err(not_a_table(request, table)),
    }
}

#[inline]
fn not_a_table(request: &Request, arn: &Arn) -> GrantError {
    request.bad_value(
        format!("`{arn}` is not the ARN of a table in an account"),
        "name the table in the other account by its whole ARN",
    )
}
