//! Grants hold what AWS says that the work takes, and no more.

use iam_dsl::{codebuild::ReportGroup, ecr, glue::Catalog, prelude::*, states::StateMachine};

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

#[test]
fn reports_of_code_coverage_have_an_action_of_their_own() {
    let written = |group: ReportGroup| {
        let role = Role::new("build");
        group.grant_write(&role).unwrap();
        role.policy().to_json()
    };
    let tests = written(ReportGroup::named("reports"));
    let coverage = written(ReportGroup::named("reports").of_code_coverage());
    assert!(tests.contains("BatchPutTestCases") && !tests.contains("BatchPutCodeCoverages"));
    assert!(coverage.contains("BatchPutCodeCoverages") && !coverage.contains("BatchPutTestCases"));
}

#[test]
fn who_reads_a_state_machine_reads_no_other() {
    let role = Role::new("operator");
    StateMachine::named("orders").grant_read(&role).unwrap();
    let policy = role.policy().to_json();
    assert!(policy.contains("states:GetExecutionHistory"));
    for beyond in [
        "activity:",
        "Activit",
        "ListStateMachines",
        r#""Resource":"*""#,
    ] {
        assert!(!policy.contains(beyond), "{beyond}: {policy}");
    }
}

/// <https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html>
#[test]
fn an_action_on_a_table_is_on_its_database_and_catalog() {
    let role = Role::new("analyst");
    let orders = Catalog::of_deployment().table("sales", "orders");
    orders.grant(&role, actions![glue::GetTable]).unwrap();
    let policy = role.policy().to_json();
    for resource in [":catalog\"", ":database/sales\"", ":table/sales/orders\""] {
        assert!(policy.contains(resource), "{resource}: {policy}");
    }
    assert!(orders.grant(&role, actions![glue::GetDatabase]).is_err());
}
