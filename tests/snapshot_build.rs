//! What a build script tells Cargo, and what it writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use iam_dsl::build::{self, Documents};
use iam_dsl::prelude::*;
use iam_dsl::{Action, dynamodb};

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn reading() -> IdentityPolicy {
    IdentityPolicy::new().with(allow(actions![s3::GetObject]).on(any()))
}

/// Whether all went well, and the directives.
fn run(documents: Documents, out_dir: &Path) -> (bool, String) {
    let mut directives = Vec::new();
    let went_well = documents
        .emit(Some(out_dir.to_path_buf()), &mut directives)
        .unwrap();
    (went_well, String::from_utf8(directives).unwrap())
}

#[test]
fn writes_to_out_dir() {
    let out = folder("writes_to_out_dir");
    let (went_well, directives) = run(build::policies().write("app.json", reading()), &out);
    assert!(went_well);
    assert_eq!(directives, "cargo::rerun-if-changed=Cargo.toml\n");
    let written = fs::read_to_string(out.join("app.json")).unwrap();
    assert_eq!(written, reading().to_json_pretty() + "\n");
}

#[test]
fn watches_the_files_of_a_named_folder() {
    let named = folder("watches_the_files_of_a_named_folder");
    let documents = build::policies()
        .in_folder(&named)
        .write("app.json", reading());
    let (went_well, directives) = run(documents, &folder("unused"));
    assert!(went_well);
    assert!(directives.contains(&format!(
        "cargo::rerun-if-changed={}",
        named.join("app.json").display()
    )));
    assert!(!folder("unused").join("app.json").exists());
}

#[test]
fn writes_only_what_changed() {
    let out = folder("writes_only_what_changed");
    let path = out.join("app.json");
    assert!(run(build::policies().write("app.json", reading()), &out).0);
    let long_ago = SystemTime::UNIX_EPOCH;
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(long_ago).unwrap();

    assert!(run(build::policies().write("app.json", reading()), &out).0);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), long_ago);

    let other = IdentityPolicy::new().with(allow(actions![s3::PutObject]).on(any()));
    assert!(run(build::policies().write("app.json", other), &out).0);
    assert!(fs::metadata(&path).unwrap().modified().unwrap() > long_ago);
}

#[test]
fn problems_become_errors_of_the_build_and_nothing_is_written() {
    let out = folder("problems");
    let misspelt = allow(Action::unchecked("s3:GetObjcet")).on(any());
    let unresolved = allow(actions![dynamodb::GetItem]).on(dynamodb::Table::named("orders").arn());
    let refused: Result<IdentityPolicy, _> = "not a region".parse::<u8>().map(|_| reading());
    let documents = build::policies()
        .write("good.json", reading())
        .write("misspelt.json", IdentityPolicy::new().with(misspelt))
        .write("unresolved.json", IdentityPolicy::new().with(unresolved))
        .write("large.json", with_statements(200))
        .write("refused.json", refused)
        .write("GOOD.json", reading())
        .write("../escape.json", reading())
        .write("", reading());
    let (went_well, directives) = run(documents, &out);
    assert!(!went_well);
    assert!(!out.join("good.json").exists());
    insta::assert_snapshot!(directives);
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error() {
    let out = folder("blocked");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("file"), "").unwrap();
    let documents = build::policies()
        .in_folder(out.join("file"))
        .write("app.json", reading());
    let (went_well, directives) = run(documents, &out);
    assert!(!went_well);
    assert!(
        directives.contains("cargo::error=app.json: `"),
        "{directives}"
    );
    assert!(directives.contains("cannot be written"), "{directives}");
}

#[test]
fn a_trust_policy_that_only_fits_without_white_space_is_written_so() {
    let out = folder("compact");
    let trust = (0..9).fold(TrustPolicy::new(), |policy, number| {
        policy.with(
            allow(actions![sts::AssumeRole])
                .to(service_principal!("lambda.amazonaws.com"))
                .when(key!("aws:SourceAccount").equals(format!("12345678901{number}"))),
        )
    });
    assert!(trust.to_json().len() <= 2048 && trust.to_json_pretty().len() > 2048);
    let (went_well, directives) = run(build::policies().write("trust.json", &trust), &out);
    assert!(went_well, "{directives}");
    assert_eq!(
        fs::read_to_string(out.join("trust.json")).unwrap(),
        trust.to_json()
    );
}

/// An identity policy with this many statements.
fn with_statements(count: usize) -> IdentityPolicy {
    (0..count).fold(IdentityPolicy::new(), |policy, number| {
        let statement = allow(actions![s3::GetObject]).on(any());
        policy.with(statement.sid(format!("S{number}")))
    })
}

#[test]
fn what_only_an_inline_policy_of_a_role_may_hold_is_a_warning() {
    let out = folder("inline");
    let (went_well, directives) = run(
        build::policies().write("app.json", with_statements(100)),
        &out,
    );
    assert!(went_well);
    assert!(
        directives.contains("cargo::warning=app.json: 7028 characters besides white space"),
        "{directives}"
    );
    assert!(out.join("app.json").exists());
}

#[test]
fn a_quota_that_aws_raises_on_request_is_a_warning() {
    let out = folder("raised");
    let trust = (0..20).fold(TrustPolicy::new(), |policy, number| {
        policy.with(
            allow(actions![sts::AssumeRole])
                .to(service_principal!("lambda.amazonaws.com"))
                .sid(format!("S{number}")),
        )
    });
    let (went_well, directives) = run(build::policies().write("trust.json", &trust), &out);
    assert!(went_well);
    assert!(
        directives.contains("cargo::warning=trust.json: "),
        "{directives}"
    );
    assert!(!directives.contains("cargo::error"), "{directives}");
    assert_eq!(
        fs::read_to_string(out.join("trust.json")).unwrap(),
        trust.to_json()
    );
}
