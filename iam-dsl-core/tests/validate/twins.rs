//! Policies that raise a code, and near twins that do not, a file a code in `tests/policies/findings`.
//!
//! The first of each are the example in `docs/lints.md`. `also` names kinds of policy in which the same is found; what they
//! lack is added. `at` says where, for one `raises` after another: steps from the top with `/` between, a key itself in braces.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use iam_dsl_core::{PolicyKind, check};
use serde_json::{Value, json};

use crate::place;

/// Documents have none, or it takes more than a document: other tests have these.
const WITHOUT_FILE: &[&str] = &[
    "ALLOWANCE_WITHOUT_REASON",
    "INVALID_MANAGED_POLICY",
    "STALE_ALLOWANCE",
    // Of an account: tests/account.rs and tests/account_checks.rs have them.
    "BOUNDARY_ALLOWS_NOTHING",
    "CONSOLE_ACCESS_WITHOUT_MFA",
    "GROUP_NOT_IN_ACCOUNT",
    "IDENTITY_MADE_ELSEWHERE",
    "INSTANCE_PROFILE_WITHOUT_ROLE",
    "NAME_USED_TWICE",
    "PASSED_ROLE_NOT_TRUSTING_SERVICE",
    "POLICY_ATTACHED_TO_NOTHING",
    "POLICY_ATTACHED_TO_USER",
    "REFUSED_BY_IAM",
    "ROLE_WITHOUT_TRUST",
    "UNBOUNDED_ROLE_CREATION",
    "USER_FOR_SERVICE",
    "USER_WITH_ACCESS_KEY",
];

struct Twins {
    kind: PolicyKind,
    also: Vec<PolicyKind>,
    raises: Vec<Value>,
    at: Vec<String>,
    does_not: Vec<Value>,
}

impl Twins {
    fn new(file: &Value) -> Self {
        let list = |name: &str| file[name].as_array().cloned().unwrap_or_default();
        let texts = |name: &str| -> Vec<String> {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            list(name).iter().map(text).collect()
        };
        Self {
            kind: kind(file["kind"].as_str().unwrap()),
            also: texts("also").iter().map(|name| kind(name)).collect(),
            raises: list("raises"),
            at: texts("at"),
            does_not: list("does_not"),
        }
    }

    /// Returns the texts of policies in all kinds in which they are looked at.
    fn in_all_kinds<'t>(
        &'t self,
        policy: &'t Value,
    ) -> impl Iterator<Item = (PolicyKind, String)> + 't {
        let text = |policy: &Value| policy.as_str().map_or(policy.to_string(), str::to_owned);
        let also = self.also.iter().map(move |kind| {
            let policy = adapted(policy.clone(), self.kind, *kind);
            (*kind, text(&policy))
        });
        also.chain([(self.kind, text(policy))])
    }
}

fn kind(name: &str) -> PolicyKind {
    match name {
        "identity" => PolicyKind::Identity,
        "resource" => PolicyKind::Resource,
        "trust" => PolicyKind::Trust,
        "boundary" => PolicyKind::Boundary,
        "session" => PolicyKind::Session,
        "scp" => PolicyKind::Scp,
        "rcp" => PolicyKind::Rcp,
        "vpc-endpoint" => PolicyKind::VpcEndpoint,
        other => panic!("{other}"),
    }
}

/// Gives a policy what another kind demands, and takes out what it has no place for.
fn adapted(mut policy: Value, from: PolicyKind, to: PolicyKind) -> Value {
    let Some(statements) = policy.get_mut("Statement").and_then(Value::as_array_mut) else {
        return policy;
    };
    for statement in statements.iter_mut().filter_map(Value::as_object_mut) {
        let has_principal = ["Principal", "NotPrincipal"]
            .iter()
            .any(|name| statement.contains_key(*name));
        if to.takes_principal() && !from.takes_principal() && !has_principal {
            let everyone = to == PolicyKind::Rcp;
            let principal = if everyone {
                json!("*")
            } else {
                json!({"AWS": "123456789012"})
            };
            statement.insert("Principal".to_owned(), principal);
        }
        if to == PolicyKind::Trust {
            statement.remove("Resource");
            if let Some(action) = statement.get_mut("Action") {
                *action = json!("sts:AssumeRole");
            }
        }
    }
    policy
}

/// Reads every file, by code.
fn twins() -> BTreeMap<String, Twins> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/policies/findings");
    std::fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let file = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (code, Twins::new(&file))
        })
        .collect()
}

/// Says what is wrong with the policies of one file.
fn wrong_with(code: &str, twins: &Twins) -> Vec<String> {
    let mut wrong = Vec::new();
    if twins.raises.is_empty() || twins.does_not.is_empty() {
        wrong.push(format!("{code} lacks `raises` or `does_not`"));
    }
    if !twins.at.is_empty() && twins.at.len() != twins.raises.len() {
        wrong.push(format!(
            "{code} does not have one `at` for each of `raises`"
        ));
    }
    let places = |kind: PolicyKind, text: &str| -> Vec<String> {
        check::validate(text, kind)
            .iter()
            .filter(|finding| finding.code().name() == code)
            .map(|finding| place(finding.path()))
            .collect()
    };
    for (index, policy) in twins.raises.iter().enumerate() {
        for (kind, text) in twins.in_all_kinds(policy) {
            let found = places(kind, &text);
            let at = twins.at.get(index);
            if found.is_empty() {
                wrong.push(format!("{code} is not raised in {kind}: {text}"));
            } else if at.is_some_and(|at| !found.contains(at)) {
                wrong.push(format!(
                    "{code} is in {kind} at {found:?}, not at {at:?}: {text}"
                ));
            }
        }
    }
    for policy in &twins.does_not {
        for (kind, text) in twins.in_all_kinds(policy) {
            if !places(kind, &text).is_empty() {
                wrong.push(format!("{code} is raised in {kind}: {text}"));
            }
        }
    }
    wrong
}

#[test]
fn each_code_is_raised_and_its_near_twin_is_not() {
    let wrong: Vec<String> = twins()
        .iter()
        .flat_map(|(code, twins)| wrong_with(code, twins))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_code_has_a_file_and_each_file_a_code() {
    let twins = twins();
    let codes = check::Code::all();
    let missing: Vec<&str> = codes
        .iter()
        .map(check::Code::name)
        .filter(|name| !twins.contains_key(*name) && !WITHOUT_FILE.contains(name))
        .collect();
    assert_eq!(missing, [""; 0], "no policies raise these");
    for name in twins.keys() {
        assert!(
            check::Code::named(name).is_some(),
            "there is no code {name}"
        );
        assert!(!WITHOUT_FILE.contains(&name.as_str()), "{name} has a file");
    }
}

#[test]
fn each_code_is_in_the_docs() {
    let page = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/lints.md");
    let page = std::fs::read_to_string(page).unwrap();
    let sections: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .collect();
    let codes = check::Code::all();
    let names: BTreeSet<&str> = codes.iter().map(check::Code::name).collect();
    let only_one: Vec<&&str> = sections.symmetric_difference(&names).collect();
    assert!(
        only_one.is_empty(),
        "`cargo xtask lints` writes the page anew: {only_one:?}"
    );
}

/// What is shown as better is good.
#[test]
fn what_to_write_instead_has_no_findings_but_suggestions() {
    let mut wrong = Vec::new();
    for (code, twins) in &twins() {
        let instead = twins.does_not.first().unwrap().to_string();
        for finding in check::validate(&instead, twins.kind) {
            if finding.finding_type() != check::FindingType::Suggestion {
                let found = finding.code();
                wrong.push(format!(
                    "instead of {code} is {found}, {finding}: {instead}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
