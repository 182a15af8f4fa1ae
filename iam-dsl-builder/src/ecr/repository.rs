//! Repositories.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "repository",
    kind: "AWS::ECR::Repository",
    arn: ArnForm::regional("ecr", "repository/").without(&[':']),
    policy: PolicySupport::Unnamed,
    key_via: None,
    forms: &[On::Itself],
};

/// A repository of images: who may pull and push, and its own policy.
///
/// Its policy has no `Resource`, as [ECR wants it](https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html).
///
/// A repository is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ecr;
///
/// let shop = ecr::Repository::named("shop");
/// let role = Role::new("build");
/// shop.grant_pull_push(&role)?;
/// assert!(role.policy().to_json().contains("ecr:PutImage"));
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
    "ecr::Repository",
    "shop",
    "arn:aws:ecr:us-east-1:123456789012:repository/shop"
);
policy_methods!(Repository, "repository");
action_methods!(
    Repository,
    "repository",
    "ecr::Repository::named(\"shop\")",
    ecr::ListImages
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
    Repository with policy, "repository", "ecr::Repository::named(\"shop\")", "repository `shop`";

    // A client logs in with a token of the account's before it pulls or pushes.
    grant_pull => "pull images of" {
        Itself: [ecr::BatchCheckLayerAvailability, ecr::GetDownloadUrlForLayer, ecr::BatchGetImage],
        Everything: [ecr::GetAuthorizationToken],
    }
    /// Pushing takes `ecr:BatchGetImage`, by which manifests are read and layers are not: see AWS's page on
    /// [pushing an image](https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html).
    // A client asks which layers are there already, and pushes those that are not.
    grant_push => "push images to" {
        Itself: [
            ecr::CompleteLayerUpload,
            ecr::UploadLayerPart,
            ecr::InitiateLayerUpload,
            ecr::BatchCheckLayerAvailability,
            ecr::PutImage,
            ecr::BatchGetImage,
        ],
        Everything: [ecr::GetAuthorizationToken],
    }
    grant_pull_push => "pull and push images of" {
        Itself: [
            ecr::BatchCheckLayerAvailability,
            ecr::GetDownloadUrlForLayer,
            ecr::BatchGetImage,
            ecr::CompleteLayerUpload,
            ecr::UploadLayerPart,
            ecr::InitiateLayerUpload,
            ecr::PutImage,
        ],
        Everything: [ecr::GetAuthorizationToken],
    }
    /// What is said of the repository and its images, and not the images.
    grant_read => "read the settings and image details of" {
        Itself: [ecr::DescribeRepositories, ecr::DescribeImages],
    }
}
