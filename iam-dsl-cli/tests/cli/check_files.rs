//! Which files are checked.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use crate::run::{CLEAN, PASSES_ROLES, folder, piped, run, run_in};

/// The files that were checked, in order.
fn checked(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let arguments = [&["check", "--format", "json"], arguments].concat();
    let run = run_in(folder, &arguments);
    let file = |line: &str| line.split('"').nth(3).unwrap().to_owned();
    run.stdout.lines().map(file).collect()
}

#[test]
fn folders_and_patterns() {
    let folder = folder(
        "tree",
        &[
            ("b.json", CLEAN),
            ("a.JSON", CLEAN),
            ("package.json", r#"{"name": "x"}"#),
            ("list.json", r#"["Statement"]"#),
            ("broken.json", "{// no JSON"),
            ("a.allow.json", "[]"),
            ("notes.txt", CLEAN),
            ("in/c.json", CLEAN),
            (
                "in/deep/d.json",
                r#"{"Version": "2012-10-17", "Statment": []}"#,
            ),
            ("in/deep/e.json", r#"{"Statement": [}"#),
            ("node_modules/x/x.json", CLEAN),
            ("target/x.json", CLEAN),
            (".git/x.json", CLEAN),
            (".github/f.json", CLEAN),
        ],
    );
    let all = [
        ".github/f.json",
        "a.JSON",
        "b.json",
        "in/c.json",
        "in/deep/d.json",
        "in/deep/e.json",
    ];
    assert_eq!(checked(&folder, &["."]), all);
    assert_eq!(checked(&folder, &["**"]), all);
    assert_eq!(
        checked(&folder, &["in/", "b.json"]),
        ["in/c.json", "in/deep/d.json", "in/deep/e.json", "b.json"]
    );
    assert_eq!(
        checked(&folder, &["in/**/?.json"]),
        ["in/c.json", "in/deep/d.json", "in/deep/e.json"]
    );
    assert_eq!(checked(&folder, &["*.json"]), ["b.json"]);
    assert_eq!(
        checked(&folder, &["i*/*.json", "b.json", "in"]),
        ["in/c.json", "b.json", "in/deep/d.json", "in/deep/e.json"]
    );
    assert_eq!(checked(&folder, &["*.txt"]), ["notes.txt"]);
    assert_eq!(
        checked(&folder, &["*"]),
        [
            "a.JSON",
            "b.json",
            "in/c.json",
            "in/deep/d.json",
            "in/deep/e.json"
        ]
    );
    let run = run_in(
        &folder,
        &[
            "check",
            "in",
            "package.json",
            "list.json",
            "--fail-on",
            "never",
        ],
    );
    assert!(
        run.stdout.contains("MISSING_STATEMENT"),
        "a named file is a policy\n{run}"
    );
    let run = run_in(&folder, &["check", "*.json"]);
    assert_eq!(
        run.to_string(),
        "exit code 0\n--- stdout\nno findings in 1 policy; 3 other files without a policy\n\n"
    );
}

/// Files of a folder cannot be given kinds one by one.
#[test]
fn policies_of_a_folder_are_of_several_kinds() {
    const BUCKET: &str = r#"{
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::123456789012:role/app"},
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::reports/*"
      }
    }"#;
    let trust = include_str!("fixtures/check/trust.json");
    let folder = folder(
        "kinds",
        &[
            ("a.json", CLEAN),
            ("bucket.json", BUCKET),
            ("trust.json", trust),
        ],
    );
    assert_snapshot!(run_in(&folder, &["check", "."]));
    assert_snapshot!(run_in(&folder, &["check", "*.json", "--format", "json"]));
    let said = run_in(&folder, &["check", ".", "--kind", "identity"]);
    assert_eq!(
        said.stdout.matches("UNSUPPORTED_PRINCIPAL").count(),
        2,
        "{said}"
    );
    let named = run_in(&folder, &["check", "a.json", "bucket.json"]);
    assert!(named.stdout.contains("UNSUPPORTED_PRINCIPAL"), "{named}");
}

#[test]
fn every_policy_of_a_template() {
    assert_snapshot!(run(&["check", "check/template.yaml", "check/main.tf"]));
    let json = run(&["check", "check/template.yaml", "--format", "json"]);
    let place = r#"{"policy":"Resources.Worker.Properties.Policies[0].PolicyDocument","type":"#;
    assert_eq!(json.stdout.matches(place).count(), 2, "{json}");
}

/// A line of a change does not show which policy of a template it is in.
#[test]
fn github_hears_which_policy_of_which_file() {
    let run = run(&["check", "./check/template.yaml", "--format", "github"]);
    let place = "%0Ain the policy `Resources.Worker.Properties.Policies[0].PolicyDocument`";
    assert_eq!(run.stdout.matches(place).count(), 2, "{run}");
    for line in run.stdout.lines() {
        assert!(line.contains(" file=check/template.yaml,line="), "{run}");
    }
}

#[test]
fn templates_without_policies() {
    let bucket = "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n";
    let folder = folder(
        "templates",
        &[
            ("bucket.yaml", bucket),
            (
                "bucket.json",
                r#"{"Resources": {"Bucket": {"Type": "AWS::S3::Bucket"}}}"#,
            ),
            ("chart.yaml", "Statement: {{ .Values.statement }}\n- x"),
            ("clean.json", CLEAN),
        ],
    );
    let names = ["bucket.yaml", "bucket.json", "clean.json"];
    assert_eq!(checked(&folder, &names), ["clean.json"]);
    assert_eq!(checked(&folder, &["."]), ["clean.json"]);
}

#[test]
fn nothing_to_check_is_no_success() {
    let folder = folder("nothing", &[("package.json", "{}"), ("empty/x.txt", "")]);
    assert_snapshot!(run_in(
        &folder,
        &["check", ".", "policies/*.json", "gone.json"]
    ));
    assert_snapshot!(run_in(&folder, &["check", "."]));
    assert_eq!(run_in(&folder, &["check", "empty"]).code, Some(2));
}

#[test]
fn files_that_cannot_be_read_leave_the_others_alone() {
    for format in ["json", "github"] {
        let run = run(&[
            "check",
            "check/gone.json",
            "check/clean.json",
            "--format",
            format,
        ]);
        assert_eq!(run.code, Some(2));
        assert!(
            run.stdout.contains("cannot read `check/gone.json`"),
            "{run}"
        );
    }
}

#[test]
fn a_file_is_checked_once() {
    let folder = folder("once", &[("a.json", CLEAN), ("in/b.json", CLEAN)]);
    let names = ["a.json", "./a.json", ".", "in//b.json", "in/./b.json"];
    assert_eq!(checked(&folder, &names), ["a.json", "in/b.json"]);
    assert_eq!(checked(&folder, &["./a.json", "a.json"]), ["./a.json"]);
}

/// Links may lead in a circle, and pipes never end.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_passed_over() {
    use std::os::unix::fs::symlink;
    let folder = folder("links", &[("a.json", CLEAN), ("in/b.json", CLEAN)]);
    symlink("..", folder.join("in/up")).unwrap();
    symlink("in", folder.join("in.json")).unwrap();
    symlink("a.json", folder.join("link.json")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(folder.join("pipe.json"))
        .status();
    assert!(pipe.unwrap().success());
    let all = ["a.json", "in/b.json", "link.json"];
    assert_eq!(checked(&folder, &["."]), all);
    assert_eq!(checked(&folder, &["**"]), all);
    assert_eq!(checked(&folder, &["*.json"]), ["a.json", "link.json"]);
    symlink("gone", folder.join("lost.json")).unwrap();
    let run = run_in(&folder, &["check", "."]);
    assert!(run.stderr.contains("cannot read `lost.json`"), "{run}");
    assert_eq!(run.code, Some(2));
}

#[cfg(unix)]
#[test]
fn folders_that_cannot_be_read_leave_the_others_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("closed", &[("a/a.json", CLEAN), ("b/b.json", CLEAN)]);
    let closed = folder.join("a");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let is_closed = fs::read_dir(&closed).is_err();
    let runs = [".", "**/*.json"].map(|name| run_in(&folder, &["check", name]));
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    // Nothing is closed to the superuser.
    for run in runs.iter().filter(|_| is_closed) {
        let said = run.stderr.matches("cannot read the folder").count();
        assert_eq!(said, 1, "{run}");
        assert!(run.stdout.contains("in 1 policy"), "{run}");
        assert_eq!(run.code, Some(2));
    }
}

/// What a file is called is no command, to a terminal or to GitHub, and no reference to another file.
#[cfg(unix)]
#[test]
fn names_of_files_are_names() {
    let name = "a\n::error::b, 50%\u{1b}[31m \u{202e}é#?.json";
    let folder = folder("names", &[(name, "{}")]);
    let found = |format: &str| run_in(&folder, &["check", name, "--format", format]).stdout;
    let shown = found("human");
    assert!(
        shown.contains(r"--> a\n::error::b, 50%\u{1b}[31m \u{202e}é#?.json:1:1"),
        "{shown}"
    );
    assert!(shown.chars().all(|one| one == '\n' || !one.is_control()));
    let commands = found("github");
    assert!(
        commands
            .lines()
            .all(|line| line.contains(" file=a%0A%3A%3Aerror%3A%3Ab%2C 50%25")),
        "{commands}"
    );
    let sarif = found("sarif");
    let uri = r#""uri":"a%0A%3A%3Aerror%3A%3Ab%2C%2050%25%1B%5B31m%20%E2%80%AE%C3%A9%23%3F.json""#;
    assert!(sarif.contains(uri), "{sarif}");
    let file = "{\"file\":\"a\\n::error::b, 50%\\u001b[31m \u{202e}é#?.json\",";
    assert!(found("json").starts_with(file));
}

#[test]
fn a_byte_order_mark_belongs_to_no_template() {
    let module = format!("\u{feff}{}", include_str!("fixtures/check/main.tf"));
    let folder = folder("mark", &[("main.tf", &*module)]);
    let marked = run_in(&folder, &["check", "main.tf"]).to_string();
    fs::write(
        folder.join("main.tf"),
        module.trim_start_matches('\u{feff}'),
    )
    .unwrap();
    assert_eq!(marked, run_in(&folder, &["check", "main.tf"]).to_string());
}

#[test]
fn a_file_that_is_not_utf8() {
    let folder = folder("bytes", &[]);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.json"), b"{\n \"Sid\": \"\xff\"}").unwrap();
    let run = run_in(&folder, &["check", "a.json"]);
    assert!(
        run.stdout
            .contains("error[JSON_SYNTAX_ERROR]: the file is not UTF-8"),
        "{run}"
    );
    assert!(run.stdout.contains("a.json:2:10"), "{run}");
}

#[test]
fn standard_input() {
    let policy = include_bytes!("fixtures/check/syntax.json");
    let run = piped(&["check", "-", "check/clean.json"], policy);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("--> standard input:4:17"), "{run}");
}

/// Nothing but its text says what comes from standard input.
#[test]
fn templates_on_standard_input() {
    let template = include_str!("fixtures/check/template.yaml");
    for begin in ["", "---\n", "# Made by hand\n\n", "Description: x\n"] {
        let run = piped(&["check", "-"], format!("{begin}{template}").as_bytes());
        assert!(run.stdout.contains("in 1 of 2 policies"), "{begin}{run}");
    }
    let service = "service: x\nprovider:\n  name: aws\n  iam:\n    role:\n      statements:\n        \
        - Effect: Allow\n          Action: s3:GetObjcet\n          Resource: '*'\n";
    let resources = "resources:\n  Resources:\n    A:\n      Type: AWS::IAM::ManagedPolicy\n      Properties:\n        \
        PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: 's3:GetObjcet', Resource: '*'}]}\n";
    let run = piped(&["check", "-"], format!("{service}{resources}").as_bytes());
    assert!(run.stdout.contains("INVALID_ACTION"), "{run}");
    let marked = piped(&["check", "-"], format!("\u{feff}{CLEAN}").as_bytes());
    assert!(marked.stdout.contains("JSON_SYNTAX_ERROR"), "{marked}");
    assert_snapshot!(piped(
        &["check", "-"],
        include_bytes!("fixtures/check/main.tf")
    ));
}

#[test]
fn what_is_empty_is_asked_for() {
    let input = piped(&["check", "-"], b"\n");
    assert!(
        input.stdout.contains("help: give a policy or a template"),
        "{input}"
    );
    let folder = folder("empty", &[("a.json", "")]);
    let file = run_in(&folder, &["check", "a.json"]);
    assert!(
        file.stdout
            .contains("help: the file is empty: write a policy"),
        "{file}"
    );
}

#[test]
fn what_is_redundant_is_taken_away() {
    let redundant =
        PASSES_ROLES.replace("\"iam:PassRole\"", "[\"iam:PassRole\", \"IAM:passrole\"]");
    let template = include_str!("fixtures/check/template.yaml");
    let folder = folder(
        "fix",
        &[
            ("a.json", &redundant),
            ("clean.json", CLEAN),
            ("t.yaml", template),
            ("package.json", "{}"),
        ],
    );
    let arguments = [
        "check",
        "--fix",
        ".",
        "--format",
        "json",
        "--fail-on",
        "never",
    ];
    let first = run_in(&folder, &arguments);
    assert_eq!(first.stdout.matches("\"fixed\":1").count(), 1, "{first}");
    assert!(!first.stdout.contains("REDUNDANT_ACTION"), "{first}");
    let text = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let left = PASSES_ROLES.replace("\"iam:PassRole\"", "[\"iam:PassRole\"]");
    assert_eq!(text("a.json"), left);
    assert_eq!((&*text("clean.json"), &*text("t.yaml")), (CLEAN, template));
    let second = run_in(&folder, &arguments);
    assert_eq!(
        second.to_string(),
        first.to_string().replace("\"fixed\":1", "\"fixed\":0")
    );
    let refused = run(&["check", "--fix", "-"]);
    assert!(
        refused.code == Some(2) && refused.stderr.contains("standard input"),
        "{refused}"
    );
}

#[test]
fn people_see_what_was_taken_away() {
    let redundant =
        PASSES_ROLES.replace("\"iam:PassRole\"", "[\"iam:PassRole\", \"IAM:passrole\"]");
    let twice = r#"{"Version": "2012-10-17", "Statement": [
  {"Sid": "One", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:*:a"},
  {
    "Sid": "",
    "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:*:a"
  }]}"#;
    let folder = folder("told", &[("in/a.json", &redundant), ("in/b.json", twice)]);
    assert_snapshot!(run_in(
        &folder,
        &["check", "--fix", "in", "--fail-on", "never"]
    ));
}

#[cfg(unix)]
#[test]
fn a_file_is_replaced_as_it_is() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let redundant = PASSES_ROLES.replace(r#""*""#, r#"["*", "*"]"#);
    let folder = folder(
        "replaced",
        &[("a.json", &*redundant), ("in/b.json", &*redundant)],
    );
    let mode =
        |mode: u32| fs::set_permissions(folder.join("a.json"), fs::Permissions::from_mode(mode));
    symlink("a.json", folder.join("c.json")).unwrap();
    mode(0o444).unwrap();
    let run = run_in(&folder, &["check", "--fix", "a.json", "in/b.json"]);
    assert!(run.stderr.contains("cannot write `a.json`"), "{run}");
    assert!(run.stdout.contains("1 fixed"), "{run}");
    mode(0o640).unwrap();
    let run = run_in(&folder, &["check", "--fix", "c.json"]);
    assert!(run.stdout.contains("1 fixed"), "{run}");
    let found = fs::metadata(folder.join("a.json")).unwrap();
    assert_eq!(found.permissions().mode() & 0o777, 0o640);
    assert!(
        fs::symlink_metadata(folder.join("c.json"))
            .unwrap()
            .is_symlink()
    );
    assert!(
        !fs::read_to_string(folder.join("a.json"))
            .unwrap()
            .contains("\"*\", \"*\"")
    );
    let names = |folder: &Path| fs::read_dir(folder).unwrap().count();
    assert_eq!((names(&folder), names(&folder.join("in"))), (3, 1));
}
