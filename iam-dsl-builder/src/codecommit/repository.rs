//! Repositories.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "repository",
    kind: "AWS::CodeCommit::Repository",
    arn: ArnForm::regional("codecommit", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A Git repository: who may pull, push and read it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::codecommit;
///
/// let shop = codecommit::Repository::named("shop");
/// let role = Role::new("build");
/// shop.grant_pull(&role)?;
/// assert!(role.policy().to_json().contains("codecommit:GitPull"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Repository {
    handle: Handle,
}

handle_methods!(Repository, "repository");
named_methods!(
    Repository,
    "repository",
    "codecommit::Repository",
    "shop",
    "arn:aws:codecommit:us-east-1:123456789012:shop"
);
action_methods!(
    Repository,
    "repository",
    "codecommit::Repository::named(\"shop\")",
    codecommit::ListBranches
);

impl Repository {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Repository {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Repository, "repository", "codecommit::Repository::named(\"shop\")", "repository `shop`";

    grant_pull => "pull from" {
        Itself: [codecommit::GitPull],
    }
    grant_pull_push => "pull from and push to" {
        Itself: [codecommit::GitPull, codecommit::GitPush],
    }
    // Triggers and uploads of archives are for who manages the repository.
    grant_read => "read the code, comments and pull requests of" {
        Itself: [
            codecommit::DescribeMergeConflicts,
            codecommit::DescribePullRequestEvents,
            codecommit::EvaluatePullRequestApprovalRules,
            codecommit::GetBlob,
            codecommit::GetBranch,
            codecommit::GetComment,
            codecommit::GetCommentReactions,
            codecommit::GetCommentsForComparedCommit,
            codecommit::GetCommentsForPullRequest,
            codecommit::GetCommit,
            codecommit::GetCommitHistory,
            codecommit::GetCommitsFromMergeBase,
            codecommit::GetDifferences,
            codecommit::GetFile,
            codecommit::GetFolder,
            codecommit::GetMergeCommit,
            codecommit::GetMergeConflicts,
            codecommit::GetMergeOptions,
            codecommit::GetObjectIdentifier,
            codecommit::GetPullRequest,
            codecommit::GetPullRequestApprovalStates,
            codecommit::GetPullRequestOverrideState,
            codecommit::GetReferences,
            codecommit::GetRepository,
            codecommit::GetTree,
            codecommit::GitPull,
        ],
    }
}
