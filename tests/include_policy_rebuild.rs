//! `include_policy!` reads a file: a mistake in it names its line, and editing it compiles again.

use crate::scratch_app::ScratchApp;

const MAIN: &str = r#"
fn main() {
    println!("{}", iam_dsl::include_policy!("../policies/app.json"));
}
"#;

fn document(action: &str) -> String {
    format!(
        "{{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {{\n    \"Effect\": \"Allow\",\n    \"Action\": \"{action}\",\n    \"Resource\": \"*\"\n  }}\n}}\n"
    )
}

#[test]
fn editing_the_file_compiles_again() {
    let app = ScratchApp::new("include_policy_rebuild", MAIN);
    let policy = "policies/app.json";

    app.write(policy, &document("s3:GetObject"));
    let first = app.run();
    let errors = String::from_utf8_lossy(&first.stderr);
    assert!(first.status.success(), "{errors}");
    assert!(String::from_utf8_lossy(&first.stdout).contains("s3:GetObject"));

    app.write(policy, &document("s3:GetObjcet"));
    let broken = app.run();
    let errors = String::from_utf8_lossy(&broken.stderr);
    assert!(!broken.status.success());
    assert!(errors.contains("app.json"), "{errors}");
    assert!(errors.contains("line 5"), "{errors}");
    assert!(errors.contains("did you mean `s3:GetObject`?"), "{errors}");

    app.write(policy, &document("s3:PutObject"));
    let fixed = app.run();
    let errors = String::from_utf8_lossy(&fixed.stderr);
    assert!(fixed.status.success(), "{errors}");
    assert!(String::from_utf8_lossy(&fixed.stdout).contains("s3:PutObject"));
}
