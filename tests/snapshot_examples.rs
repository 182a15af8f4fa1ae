//! Each example prints one document and nothing else, and the document is the one everybody knows.

use std::{path::Path, process::Command};

use iam_dsl::PolicyDocument;

pub(crate) fn printed_by(example: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", example])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{example} failed: {stderr}");
    String::from_utf8(output.stdout).unwrap()
}

fn fixture(name: &str) -> PolicyDocument {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/policies/{name}.json"));
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

fn check(example: &str) {
    let printed = printed_by(example);
    assert_eq!(printed.parse::<PolicyDocument>().unwrap(), fixture(example));
    insta::assert_snapshot!(example, printed);
}

macro_rules! examples {
    ($($example:ident)*) => {
        $(#[test]
        fn $example() {
            check(stringify!($example));
        })*

        #[test]
        fn none_is_left_out() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
            let mut examples: Vec<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
                .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
                .collect();
            examples.sort();
            // These print an account and what is found in one, which are tested with what they promise.
            examples.retain(|example| !["multi_team_account", "account_check"].contains(&example.as_str()));
            assert_eq!(examples, [$(stringify!($example)),*]);
        }
    };
}

examples! {
    cross_account_trust
    ecs_task_role
    encrypted_upload
    github_actions_trust
    grants
    lambda_execution_role
    permissions_boundary
    s3_read_access
    service_trust
}
