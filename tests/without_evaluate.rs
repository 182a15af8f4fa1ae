//! Without the feature `evaluate`, what needs it says so.

use crate::scratch_app::ScratchApp;

const MAIN: &str = r#"
use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_allows!(role, s3::GetObject, on = "arn:aws:s3:::reports/a.txt");
    iam_dsl::assert_denies!(role, s3::ListAllMyBuckets);
}
"#;

#[test]
fn assertions_name_the_feature() {
    let output = ScratchApp::new("without_evaluate", MAIN).run();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    for assertion in ["assert_allows!", "assert_denies!"] {
        let message = format!("error: `{assertion}` needs a feature of iam-dsl");
        assert!(errors.contains(&message), "{errors}");
    }
    assert!(errors.contains(r#"features = ["evaluate"]"#), "{errors}");
    // Nothing else is wrong with the program.
    assert!(!errors.contains("error[E"), "{errors}");
}
