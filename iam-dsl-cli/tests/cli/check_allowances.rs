//! What is allowed of policies, in files beside them.

use std::fs;

use insta::assert_snapshot;

use crate::run::{CLEAN, PASSES_ROLES, folder, run_in};

#[test]
fn what_is_allowed_is_allowed_in_all_of_a_template() {
    let template = include_str!("fixtures/check/template.yaml");
    let allowances = |code: &str| {
        format!(
            r#"[{{"code": "INVALID_ACTION", "reason": "in preview"}}, {{"code": "{code}", "reason": "AWS's default"}}]"#
        )
    };
    let folder = folder(
        "allowed_in",
        &[
            ("a.yaml", template),
            ("a.allow.json", &allowances("MISSING_VERSION")),
        ],
    );
    assert_eq!(run_in(&folder, &["check", "."]).code, Some(0));
    let run = run_in(&folder, &["check", ".", "--fail-on", "suggestion"]);
    assert!(run.stdout.starts_with("no findings"), "{run}");
    // What one policy has no need of is no finding in it.
    fs::write(folder.join("a.allow.json"), allowances("INVALID_ACTION")).unwrap();
    let run = run_in(&folder, &["check", "."]);
    assert!(run.stdout.contains(" in 1 of 2 policies"), "{run}");
    fs::write(folder.join("a.allow.json"), allowances("EMPTY_SID_VALUE")).unwrap();
    let run = run_in(&folder, &["check", "."]);
    assert_eq!(run.stdout.matches("STALE_ALLOWANCE").count(), 1, "{run}");
    assert!(run.stdout.contains("--> a.allow.json:1:63"), "{run}");
}

#[test]
fn findings_are_allowed_beside_the_policy() {
    let allowance = r#"[{"code": "PASS_ROLE_WITH_STAR_IN_RESOURCE", "reason": "any role is passed here", "sid": "Deploy"}]"#;
    let folder = folder(
        "allowed",
        &[("app.json", PASSES_ROLES), ("app.allow.json", allowance)],
    );
    assert_eq!(run_in(&folder, &["check", "app.json"]).code, Some(0));
}

/// What is wrong with an allowance is mended in the file that it is in.
#[test]
fn allowances_are_pointed_at_where_they_are() {
    let list = r#"[
  {
    "code": "PASS_ROLE_WITH_STAR_IN_RESOURCE",
    "reason": "any role is passed here",
    "sid": "Gone"
  },
  { "code": "EMPTY_SID_VALUE", "reason": "of a generator" },
  { "code": "PASS_ROLE_WITH_STAR_IN_RESOURCE", "reason": " ", "path": ["Statement", 0] }
]"#;
    let folder = folder(
        "pointed",
        &[("in/app.json", PASSES_ROLES), ("in/app.allow.json", list)],
    );
    let found = |format: &str| run_in(&folder, &["check", "in", "--format", format]);
    assert_snapshot!(found("human"));
    assert_snapshot!(found("json").stdout);
    assert_snapshot!(found("github").stdout);
    let sarif: serde_json::Value = serde_json::from_str(&found("sarif").stdout).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let places: Vec<String> = results
        .iter()
        .map(|result| {
            let place = &result["locations"][0]["physicalLocation"];
            let file = &place["artifactLocation"]["uri"];
            format!("{file} {}", place["region"]["startLine"])
        })
        .collect();
    assert_eq!(
        places,
        [
            r#""in/app.allow.json" 5"#,
            r#""in/app.allow.json" 7"#,
            r#""in/app.allow.json" 8"#,
            r#""in/app.json" 4"#
        ]
    );
}

#[test]
fn allowances_that_cannot_be_read() {
    let folder = folder("unreadable", &[("app.json", PASSES_ROLES)]);
    let mut all = String::new();
    for list in [
        "",
        "[{]",
        "{}",
        r#"["PASS_ROLE"]"#,
        r#"[{"code": "PASS_ROLE_WITH_STAR_IN_RESOURC", "reason": "x"}]"#,
        r#"[{"code": "empty-sid-value", "reason": "x"}]"#,
        r#"[{"code": "PASS_ROLE", "reason": "x"}]"#,
        r#"[{"code": "E123", "reason": "x"}]"#,
        r#"[{"code": "INVALID_ACTION"}]"#,
        r#"[{"code": "INVALID_ACTION", "reasn": "x"}]"#,
        r#"[{"code": "INVALID_ACTION", "reason": "x", "sid": "a", "path": []}]"#,
        r#"[{"code": "INVALID_ACTION", "reason": "x", "path": "Statement.0"}]"#,
    ] {
        fs::write(folder.join("app.allow.json"), list).unwrap();
        let run = run_in(&folder, &["check", "app.json"]);
        assert_eq!(run.code, Some(2), "{list}");
        all.push_str(&run.stderr);
    }
    assert_snapshot!(all);
}

/// As a shell does that fills in `*.json`.
#[test]
fn what_is_allowed_is_no_policy_where_it_is_named() {
    let list = r#"[{"code": "PASS_ROLE_WITH_STAR_IN_RESOURCE", "reason": "of the stack"}]"#;
    let folder = folder(
        "named-sidecar",
        &[
            ("app.json", PASSES_ROLES),
            ("app.allow.json", list),
            ("gone.allow.json", list),
        ],
    );
    let run = run_in(&folder, &["check", "app.allow.json", "app.json"]);
    assert_eq!(
        run.to_string(),
        "exit code 0\n--- stdout\nno findings in 1 policy\n\n"
    );
    let alone = run_in(&folder, &["check", "app.json", "gone.allow.json"]);
    assert_eq!(alone.code, Some(2), "{alone}");
    assert!(
        alone.stderr.contains("`gone.json`, which is not there"),
        "{alone}"
    );
}

/// The policy was renamed or removed, and nobody sees that what was allowed of it is not read any more.
#[test]
fn what_is_allowed_of_nothing_is_told() {
    let folder = folder(
        "lone-sidecar",
        &[
            ("a.JSON", CLEAN),
            ("a.allow.json", "[]"),
            ("b.json", CLEAN),
            ("in/gone.allow.json", "[]"),
        ],
    );
    assert_snapshot!(run_in(&folder, &["check", ".", "./in/*"]));
    let json = run_in(&folder, &["check", "**/*.json", "--format", "json"]);
    assert_eq!((json.code, json.stdout.lines().count()), (Some(0), 1));
    assert!(json.stderr.contains("--> in/gone.allow.json"), "{json}");
    let github = run_in(&folder, &["check", ".", "--format", "github"]);
    let warning = "::warning file=in/gone.allow.json::this says what is allowed of";
    assert!(github.stdout.starts_with(warning), "{github}");
    let sarif = run_in(&folder, &["check", ".", "--format", "sarif"]);
    assert_eq!(sarif.stdout.matches("\"level\":\"warning\"").count(), 1);
    assert_eq!(sarif.code, Some(0));
}

#[test]
fn what_is_allowed_stays() {
    let policy = r#"{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:Send*", "sqs:SendMessage"], "Resource": "*"},
  {"Effect": "Allow", "Action": ["sns:Publish", "sns:Publish"], "Resource": "*"}
]}"#;
    let found = |path: &str| {
        format!(
            r#"[{{"code": "REDUNDANT_ACTION", "reason": "names what counts", "path": ["Statement", 0{path}]}}]"#
        )
    };
    for path in ["", r#", "Action""#, r#", "Action", 0"#] {
        let folder = folder(
            "kept",
            &[("a.json", policy), ("a.allow.json", &found(path))],
        );
        run_in(&folder, &["check", "--fix", "a.json"]);
        let left = policy.replace(r#"["sns:Publish", "sns:Publish"]"#, r#"["sns:Publish"]"#);
        assert_eq!(
            fs::read_to_string(folder.join("a.json")).unwrap(),
            left,
            "{path}"
        );
    }
}
