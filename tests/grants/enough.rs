//! Grants hold what AWS says that the work takes.

use iam_dsl::{ecr, prelude::*};

/// What a page of AWS's lists for pushing an image.
/// <https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html>
#[test]
fn who_pushes_an_image_has_what_that_takes() {
    let role = Role::new("build");
    let shop = ecr::Repository::named("shop");
    shop.grant_push(&role).unwrap();
    let policy = role.policy().to_json();
    for action in [
        "CompleteLayerUpload",
        "UploadLayerPart",
        "InitiateLayerUpload",
        "BatchCheckLayerAvailability",
        "PutImage",
        "BatchGetImage",
        "GetAuthorizationToken",
    ] {
        assert!(policy.contains(&format!("\"ecr:{action}\"")), "{action}");
    }
    assert!(!policy.contains("ecr:GetDownloadUrlForLayer"));
}
