//! Which actions the policies of tables and streams take.
//!
//! From AWS's page on
//! [actions and policies of tables](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html).

use iam_dsl_core::ActionPattern;

use crate::{
    Action, aws,
    grant::{Granting, Party},
};

/// Those that no policy of a table takes.
const IN_NO_POLICY: &[Action] = &[
    aws::dynamodb::CreateGlobalTable,
    aws::dynamodb::CreateTable,
    aws::dynamodb::DeleteBackup,
    aws::dynamodb::DescribeBackup,
    aws::dynamodb::DescribeEndpoints,
    aws::dynamodb::DescribeExport,
    aws::dynamodb::DescribeGlobalTable,
    aws::dynamodb::DescribeGlobalTableSettings,
    aws::dynamodb::DescribeImport,
    aws::dynamodb::DescribeLimits,
    aws::dynamodb::ImportTable,
    aws::dynamodb::ListBackups,
    aws::dynamodb::ListContributorInsights,
    aws::dynamodb::ListExports,
    aws::dynamodb::ListGlobalTables,
    aws::dynamodb::ListImports,
    aws::dynamodb::ListStreams,
    aws::dynamodb::ListTables,
    aws::dynamodb::RestoreTableFromBackup,
    aws::dynamodb::UpdateGlobalTable,
    aws::dynamodb::UpdateGlobalTableSettings,
];

/// Those that it takes for its own account alone. The page has no word on making and deleting replicas, and what it
/// does not name is no access for others.
const NOT_ACROSS_ACCOUNTS: &[Action] = &[
    aws::dynamodb::CreateBackup,
    aws::dynamodb::CreateTableReplica,
    aws::dynamodb::DeleteResourcePolicy,
    aws::dynamodb::DeleteTableReplica,
    aws::dynamodb::DescribeContinuousBackups,
    aws::dynamodb::DescribeContributorInsights,
    aws::dynamodb::DescribeKinesisStreamingDestination,
    aws::dynamodb::DescribeTableReplicaAutoScaling,
    aws::dynamodb::DescribeTimeToLive,
    aws::dynamodb::DisableKinesisStreamingDestination,
    aws::dynamodb::EnableKinesisStreamingDestination,
    aws::dynamodb::ExportTableToPointInTime,
    aws::dynamodb::GetResourcePolicy,
    aws::dynamodb::PartiQLDelete,
    aws::dynamodb::PartiQLInsert,
    aws::dynamodb::PartiQLSelect,
    aws::dynamodb::PartiQLUpdate,
    aws::dynamodb::PutResourcePolicy,
    aws::dynamodb::RestoreTableToPointInTime,
    aws::dynamodb::UpdateContinuousBackups,
    aws::dynamodb::UpdateContributorInsights,
    aws::dynamodb::UpdateKinesisStreamingDestination,
    aws::dynamodb::UpdateTableReplicaAutoScaling,
    aws::dynamodb::UpdateTimeToLive,
];

/// What to do instead of an action that the policy of a table or a stream would have to take, and does not.
#[inline]
pub(super) fn refusal(
    granting: &dyn Granting,
    action: &ActionPattern,
    party: &Party,
) -> Option<&'static str> {
    let action = Action::find(action.as_str())?;
    let in_no_policy = granting.needs_policy(party) && IN_NO_POLICY.contains(&action);
    let is_outside = party.is_outside(granting.handle().owner());
    (in_no_policy || is_outside && NOT_ACROSS_ACCOUNTS.contains(&action)).then_some(
        "the resource's policy does not take it, or not for other accounts: grant it to a role of the resource's \
         account, and let who is meant assume it",
    )
}
