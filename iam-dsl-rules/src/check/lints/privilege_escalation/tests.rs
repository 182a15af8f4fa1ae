use iam_dsl_catalog::{Action, ActionResource};

use super::combinations::{COMBINATIONS, Combination};
use super::{PASSED_TO, passing};
use crate::PolicyKind;
use crate::check::lints::allowed::Passing;
use crate::check::validate;
use crate::json::{self, Node, Value};

const ALL: &str = "*";

/// Returns what is found in a policy of these statements.
fn found(statements: &[String]) -> Vec<String> {
    let text = format!(
        r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#,
        statements.join(", ")
    );
    validate(&text, PolicyKind::Identity)
        .iter()
        .filter(|finding| finding.code().name() == "PRIVILEGE_ESCALATION")
        .map(|finding| finding.message().to_owned())
        .collect()
}

fn statement(effect: &str, actions: &[&str], resource: &str, condition: &str) -> String {
    let actions: Vec<String> = actions.iter().map(|it| format!("\"{it}\"")).collect();
    format!(
        r#"{{"Effect": "{effect}", "Action": [{}], "Resource": "{resource}", "Condition": {{{condition}}}}}"#,
        actions.join(", ")
    )
}

fn allow(actions: &[&str], resource: &str, condition: &str) -> String {
    statement("Allow", actions, resource, condition)
}

fn deny(action: &str, condition: &str) -> String {
    statement("Deny", &[action], ALL, condition)
}

fn in_statements_of_their_own(actions: &[&str]) -> Vec<String> {
    actions.iter().map(|it| allow(&[it], ALL, "")).collect()
}

/// Returns the ARNs that a name gives, if the action can be limited to a name.
fn named(action: &str, name: &str) -> Option<String> {
    let action = Action::find(action)?;
    let has_required = action.resources().any(ActionResource::is_required);
    let on = action
        .resources()
        .find(|on| on.is_required() == has_required)?;
    let format = on.resource_type().arn_formats().next()?;
    let mut arn = format
        .replace("${Partition}", "aws")
        .replace("${Region}", "eu-west-1")
        .replace("${Account}", "123456789012");
    while let Some((before, after)) = arn.split_once("${") {
        let after = after.split_once('}').unwrap().1;
        arn = format!("{before}{name}{after}");
    }
    Some(arn)
}

#[test]
fn each_is_found_however_it_is_allowed() {
    for combination in COMBINATIONS {
        let actions = combination.actions;
        let exactly = found(&[allow(actions, ALL, "")]);
        assert_eq!(exactly.len(), 1, "{actions:?}: {exactly:?}");
        for action in actions {
            assert!(exactly[0].contains(&format!("`{action}`")), "{exactly:?}");
        }
        assert_eq!(found(&in_statements_of_their_own(actions)), exactly);

        let patterns: Vec<String> = actions
            .iter()
            .map(|action| format!("{}*", &action[..action.len() - 1]))
            .collect();
        let patterns: Vec<&str> = patterns.iter().map(String::as_str).collect();
        assert!(
            !found(&[allow(&patterns, ALL, "")]).is_empty(),
            "{patterns:?}"
        );

        let of_all: Vec<String> = actions
            .iter()
            .map(|action| allow(&[action], &named(action, "*").unwrap_or(ALL.into()), ""))
            .collect();
        // Documents alone can be sent nowhere, and start nothing.
        let has_machine = !of_all.iter().any(|of| of.contains(":document/"));
        assert_eq!(!found(&of_all).is_empty(), has_machine, "{of_all:?}");
    }
}

/// Returns a pattern of which an action is one of several.
fn prefix_of(action: &str) -> String {
    format!("{}*", &action[..action.len() - 3])
}

#[test]
fn each_is_found_where_other_actions_are_left_out() {
    for combination in COMBINATIONS {
        // What gives everything is another finding, so that all of IAM is left out but what is asked for.
        let of_iam: Vec<&str> = combination
            .actions
            .iter()
            .copied()
            .filter(|action| action.starts_with("iam:"))
            .collect();
        let all_but = r#"{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}"#.to_owned();
        let mut statements = vec![all_but];
        if !of_iam.is_empty() {
            statements.push(allow(&of_iam, ALL, ""));
        }
        assert!(!found(&statements).is_empty(), "{statements:?}");

        let of_all_but_one = allow(combination.actions, "arn:aws:iam::123456789012:role/a", "")
            .replace("\"Resource\"", "\"NotResource\"");
        assert_eq!(found(&[of_all_but_one]).len(), 1, "{combination:?}");
    }
}

#[test]
fn none_is_found_without_one_of_its_actions() {
    for combination in COMBINATIONS {
        for left_out in combination.actions {
            let rest: Vec<&str> = combination
                .actions
                .iter()
                .copied()
                .filter(|action| action != left_out)
                .collect();
            if !rest.is_empty() {
                assert_eq!(found(&[allow(&rest, ALL, "")]), [""; 0], "{rest:?}");
            }
        }
    }
}

#[test]
fn none_is_found_once_denied() {
    for combination in COMBINATIONS {
        let allowed = allow(combination.actions, ALL, "");
        for action in combination.actions {
            assert_eq!(
                found(&[allowed.clone(), deny(action, "")]),
                [""; 0],
                "{action}"
            );
        }
        for pattern in ["*".to_owned(), prefix_of(combination.actions[0])] {
            assert_eq!(
                found(&[allowed.clone(), deny(&pattern, "")]),
                [""; 0],
                "{pattern}"
            );
        }
        let all_but = r#"{"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}"#.to_owned();
        assert_eq!(found(&[allowed.clone(), all_but]), [""; 0]);
        let of_one = statement(
            "Deny",
            combination.actions,
            "arn:aws:iam::123456789012:role/a",
            "",
        );
        assert_eq!(found(&[allowed.clone(), of_one]).len(), 1);
        let without_mfa = r#""BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}"#;
        let deny = deny(combination.actions[0], without_mfa);
        assert_eq!(
            found(&[allowed, deny]).len(),
            1,
            "they have a second factor"
        );
    }
}

#[test]
fn none_is_found_once_one_is_narrowed_to_a_name() {
    for combination in COMBINATIONS {
        for narrowed in combination.actions {
            let Some(arn) = named(narrowed, "name") else {
                continue;
            };
            let mut rest = in_statements_of_their_own(combination.actions);
            rest.retain(|statement| !statement.contains(narrowed));
            rest.push(allow(&[narrowed], &arn, ""));
            assert_eq!(found(&rest), [""; 0], "{arn}");
        }
    }
}

#[test]
fn none_is_found_under_a_condition_that_narrows() {
    for combination in COMBINATIONS {
        for narrowed in combination.actions {
            for (condition, is_found) in [
                (r#""StringEquals": {"aws:ResourceTag/team": "blue"}"#, false),
                (r#""Null": {"aws:ResourceTag/team": "false"}"#, false),
                (
                    r#""ArnEquals": {"iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/b"}"#,
                    false,
                ),
                (r#""Bool": {"aws:SecureTransport": "true"}"#, true),
                (r#""Bool": {"aws:MultiFactorAuthPresent": "true"}"#, true),
                (r#""IpAddress": {"aws:SourceIp": "203.0.113.0/24"}"#, true),
                (
                    r#""StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}"#,
                    true,
                ),
                (
                    r#""StringEquals": {"aws:RequestedRegion": "eu-west-1"}"#,
                    true,
                ),
                (r#""StringLike": {"aws:ResourceTag/team": "*"}"#, true),
                (
                    r#""StringNotEquals": {"aws:ResourceTag/team": "red"}"#,
                    true,
                ),
                (
                    r#""StringEqualsIfExists": {"aws:ResourceTag/team": "blue"}"#,
                    true,
                ),
            ] {
                let mut statements = in_statements_of_their_own(combination.actions);
                statements.retain(|statement| !statement.contains(narrowed));
                statements.push(allow(&[narrowed], ALL, condition));
                assert_eq!(!found(&statements).is_empty(), is_found, "{statements:?}");
            }
        }
    }
}

#[test]
fn a_role_passed_to_another_service_is_no_way() {
    for combination in COMBINATIONS {
        if !combination.actions.contains(&"iam:PassRole") {
            continue;
        }
        let Passing::To([service, ..]) = passing(combination.actions) else {
            panic!("{combination:?}");
        };
        for (to, is_found) in [("events.amazonaws.com", false), (*service, true)] {
            let mut statements = in_statements_of_their_own(combination.actions);
            statements.retain(|statement| !statement.contains("iam:PassRole"));
            let condition = format!(r#""StringEquals": {{"iam:PassedToService": "{to}"}}"#);
            statements.push(allow(&["iam:PassRole"], ALL, &condition));
            assert_eq!(!found(&statements).is_empty(), is_found, "{statements:?}");

            let allowed = allow(combination.actions, ALL, "");
            let condition = format!(r#""StringNotEquals": {{"iam:PassedToService": "{to}"}}"#);
            let unless = deny("iam:PassRole", &condition);
            assert_eq!(!found(&[allowed, unless]).is_empty(), is_found, "{to}");
        }
    }
}

#[test]
fn a_boundary_that_is_demanded_bounds() {
    for action in super::BOUNDABLE {
        let allowed = allow(&[action], ALL, "");
        for (boundary, is_found) in [
            ("arn:aws:iam::123456789012:policy/Developers", false),
            ("arn:aws:iam::aws:policy/AdministratorAccess", true),
            ("*", true),
        ] {
            let condition = format!(r#""ArnLike": {{"iam:PermissionsBoundary": "{boundary}"}}"#);
            assert_eq!(
                !found(&[allow(&[action], ALL, &condition)]).is_empty(),
                is_found
            );
            let condition = format!(r#""ArnNotLike": {{"iam:PermissionsBoundary": "{boundary}"}}"#);
            assert_eq!(
                !found(&[allowed.clone(), deny(action, &condition)]).is_empty(),
                is_found
            );
        }
    }
}

#[test]
fn ones_own_permissions_are_as_good_as_all() {
    let own = "arn:aws:iam::*:user/${aws:username}";
    for (action, is_found) in [
        ("iam:AttachUserPolicy", true),
        ("iam:PutUserPolicy", true),
        ("iam:CreateAccessKey", false),
        ("iam:UpdateLoginProfile", false),
    ] {
        let allowed = allow(&[action], own, "");
        assert_eq!(!found(std::slice::from_ref(&allowed)).is_empty(), is_found);
        assert_eq!(found(&[allowed, deny(action, "")]), [""; 0]);
    }
    let all = allow(&["iam:PutUserPolicy"], ALL, "");
    let not_own = statement("Deny", &["iam:PutUserPolicy"], own, "");
    assert_eq!(found(&[all, not_own]).len(), 1, "there are other users");
}

#[test]
fn commands_are_sent_with_a_document_to_a_machine() {
    let on = |resources: &[&str]| {
        let resources = resources.join("\", \"");
        let of = r#"{"Effect": "Allow", "Action": "ssm:SendCommand", "Resource": [""#;
        found(&[format!("{of}{resources}\"]}}")]).len()
    };
    let (any, one) = ("arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:instance/i-1");
    let (shell, own) = (
        "arn:aws:ssm:*::document/AWS-RunShellScript",
        "arn:aws:ssm:*:*:document/own",
    );
    assert_eq!(on(&[any, shell]), 1);
    assert_eq!(on(&[any, "arn:aws:ssm:*:*:document/*"]), 1);
    assert_eq!(on(&[any, own]), 0);
    assert_eq!(on(&[one, shell]), 0);
}

#[test]
fn what_one_text_opens_is_one_finding() {
    let of_iam = found(&[allow(&["iam:*"], ALL, "")]);
    assert_eq!(of_iam.len(), 1);
    assert!(of_iam[0].contains("`iam:*` opens"), "{of_iam:?}");
    assert_eq!(
        found(&[allow(&["*"], ALL, "")]),
        [""; 0],
        "that is FULL_ADMIN"
    );
}

#[test]
fn in_order() {
    assert!(COMBINATIONS.is_sorted_by_key(|of| of.actions));
    let is_sorted = |of: &Combination| of.actions.iter().skip(1).is_sorted();
    assert!(COMBINATIONS.iter().all(is_sorted));
    assert!(PASSED_TO.is_sorted());
}

/// Says of each action that it is one, so that a renamed one does not get lost.
#[test]
fn of_actions_that_exist() {
    for action in COMBINATIONS.iter().flat_map(|of| of.actions) {
        let known = Action::find(action).map(|it| it.to_string());
        assert_eq!(known.as_deref(), Some(*action));
    }
}

#[test]
#[ignore = "reads a file that is not part of the repository"]
fn those_of_the_shared_facts() {
    let folder = std::env::var("IAM_DSL_SHARED")
        .unwrap_or_else(|_| format!("{}/../../shared", env!("CARGO_MANIFEST_DIR")));
    let text =
        std::fs::read_to_string(format!("{folder}/facts/privilege-escalation.json")).unwrap();
    let rows = json::parse(&text).unwrap();
    let mut theirs: Vec<Vec<String>> = items(&rows)
        .iter()
        .filter(|row| matches!(member(row, "minimal").value, Value::Bool(true)))
        .map(|row| items(member(row, "actions")).iter().map(text_of).collect())
        .collect();
    theirs.sort();
    assert_eq!(theirs.len(), 51);
    let mut ours: Vec<Vec<String>> = COMBINATIONS
        .iter()
        .map(|of| of.actions.iter().map(|it| (*it).to_owned()).collect())
        .collect();
    for actions in &mut ours {
        actions.sort();
    }
    ours.sort();
    assert_eq!(ours, theirs);
}

fn items<'n, 'a>(node: &'n Node<'a>) -> &'n [Node<'a>] {
    match &node.value {
        Value::Array(items) => items,
        other => panic!("{other:?}"),
    }
}

fn member<'n, 'a>(node: &'n Node<'a>, name: &str) -> &'n Node<'a> {
    match &node.value {
        Value::Object(members) => &members.iter().find(|of| of.key == name).unwrap().value,
        other => panic!("{other:?}"),
    }
}

fn text_of(node: &Node<'_>) -> String {
    match &node.value {
        Value::String(text) => text.to_string(),
        other => panic!("{other:?}"),
    }
}
