//! The grant of all that can be done to a table.

use iam_dsl_core::ActionPattern;

use super::Table;
use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, Request, Wish, entries},
};

impl Table {
    /// Lets the grantee use and manage the table.
    ///
    /// It allows everything but changing who else has access, and what replication does by itself:
    /// - on the table, reading and writing of items, also by `PartiQL`; making, changing and deleting the table, its
    ///   replicas, tags, backups, exports and settings
    /// - on the table and the indexes that were named, queries and scans, and contributor insights
    /// - `kms:Encrypt`, `kms:Decrypt`, `kms:GenerateDataKey` and `kms:DescribeKey` on its key, where it is encrypted with one
    ///
    /// Other accounts get what a table's policy takes of that: neither `PartiQL` nor backups and settings. See AWS's page on
    /// [actions and policies of tables](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html).
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
    /// let env = Env::new("123456789012", "us-east-1")?;
    /// let orders = dynamodb::Table::new(&env, "orders");
    /// let admin = Role::new("admin").with_env(&env);
    /// orders.grant_full_access(&admin)?;
    /// assert!(admin.policy().to_json().contains("dynamodb:UpdateTimeToLive"));
    /// orders.grant_full_access(AccountPrincipal::new("999999999999")?)?;
    /// assert!(!orders.policy().to_json().contains("dynamodb:UpdateTimeToLive"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn grant_full_access(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant_full_access;
        let party = grantee.into_party();
        let mut request = Request::new(entry.method, entry.lets, self.label(), party)?;
        let mut wishes = Vec::new();
        for permission in entry.permissions {
            let actions = permission.actions.iter().copied().map(ActionPattern::from);
            wishes.push(Wish {
                actions: actions
                    .filter(|action| self.refusal(action, request.party()).is_none())
                    .collect(),
                on: permission.on,
                conditions: Vec::new(),
            });
        }
        request.plan_wishes(self, &wishes)?;
        request.plan_key(self, entry.key)?;
        Ok(request.give())
    }
}

entries! { entries;
    grant_full_access => "use and manage" {
        Itself: [
            dynamodb::BatchGetItem,
            dynamodb::BatchWriteItem,
            dynamodb::ConditionCheckItem,
            dynamodb::CreateBackup,
            dynamodb::CreateTable,
            dynamodb::CreateTableReplica,
            dynamodb::DeleteItem,
            dynamodb::DeleteTable,
            dynamodb::DeleteTableReplica,
            dynamodb::DescribeContinuousBackups,
            dynamodb::DescribeKinesisStreamingDestination,
            dynamodb::DescribeTable,
            dynamodb::DescribeTableReplicaAutoScaling,
            dynamodb::DescribeTimeToLive,
            dynamodb::DisableKinesisStreamingDestination,
            dynamodb::EnableKinesisStreamingDestination,
            dynamodb::ExportTableToPointInTime,
            dynamodb::GetItem,
            dynamodb::GetResourcePolicy,
            dynamodb::ImportTable,
            dynamodb::ListTagsOfResource,
            dynamodb::PartiQLDelete,
            dynamodb::PartiQLInsert,
            dynamodb::PartiQLUpdate,
            dynamodb::PutItem,
            dynamodb::RestoreTableToPointInTime,
            dynamodb::TagResource,
            dynamodb::UntagResource,
            dynamodb::UpdateContinuousBackups,
            dynamodb::UpdateItem,
            dynamodb::UpdateKinesisStreamingDestination,
            dynamodb::UpdateTable,
            dynamodb::UpdateTableReplicaAutoScaling,
            dynamodb::UpdateTimeToLive,
        ],
        TableAndIndexes: [
            dynamodb::DescribeContributorInsights,
            dynamodb::PartiQLSelect,
            dynamodb::Query,
            dynamodb::Scan,
            dynamodb::UpdateContributorInsights,
        ];
        key: [Encrypt, Decrypt, GenerateDataKey, DescribeKey]
    }
}
