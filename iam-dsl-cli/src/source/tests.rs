//! What is found in files, and where.

use std::fmt::Write as _;

use iam_dsl_core::json::Value;

use super::*;

/// What is found in a file: a line a policy, then a line a text in it with what the file has there.
fn shown(name: &str, text: &str) -> String {
    let mut shown = String::new();
    for policy in policies(Path::new(name), text, PolicyKind::Identity) {
        match policy {
            Ok(policy) => {
                writeln!(shown, "{} ({})", policy.at, policy.kind).unwrap();
                show(&policy.node, "", text, &mut shown);
            }
            Err(problem) => {
                let excerpt = problem.excerpt().unwrap();
                let place = (excerpt.line(), excerpt.column());
                writeln!(shown, "{} at {place:?}", problem.message()).unwrap();
            }
        }
    }
    shown
}

fn show(node: &Node<'_>, path: &str, text: &str, shown: &mut String) {
    let place = |span: json::Span| &text[placed::range(span)];
    let value = match &node.value {
        Value::Object(members) => {
            for member in members {
                let key = place(member.key_span);
                if !key.is_empty() && key.trim_matches(['"', '\'', '\\']) != member.key {
                    writeln!(shown, "  {} is written {key}", member.key).unwrap();
                }
                show(
                    &member.value,
                    &format!("{path}.{}", member.key),
                    text,
                    shown,
                );
            }
            return;
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                show(item, &format!("{path}[{index}]"), text, shown);
            }
            return;
        }
        Value::String(text) => text.to_string(),
        Value::Opaque => "?".to_owned(),
        other => format!("{other:?}"),
    };
    let written = place(node.span);
    if written.trim_matches(['"', '\\']) == value {
        writeln!(shown, "  {path}: {value}").unwrap();
    } else {
        writeln!(shown, "  {path}: {value} <- {written}").unwrap();
    }
}

macro_rules! fixtures {
    ($($name:ident $file:literal)*) => {$(
        #[test]
        fn $name() {
            let text = include_str!(concat!("fixtures/", $file));
            insta::assert_snapshot!(stringify!($name), shown($file, text));
        }
    )*};
}

fixtures! {
    cloudformation_json "cloudformation.json"
    cloudformation_yaml "cloudformation.yaml"
    terraform "main.tf"
    terraform_json "main.tf.json"
    terraform_plan "plan.json"
    account_details "account.json"
    plain_policy "policy.json"
}

#[test]
fn a_file_without_policies_is_silent() {
    assert_eq!(shown("package.json", r#"{"name": "x"}"#), "");
    assert_eq!(
        shown("x.json", "Statement {"),
        "expected a value, found `Statement` at (1, 1)\n"
    );
}

#[test]
fn a_service_has_a_template_inside() {
    let text = "service: app\nprovider: { name: aws }\nresources:\n  Resources:\n    Role:\n      Type: AWS::IAM::Role\n      Properties:\n        AssumeRolePolicyDocument:\n          Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: 'arn:aws:iam::${self:custom.id}:root' } }\n";
    assert_eq!(
        shown("serverless.yml", text),
        "resources.Resources.Role.Properties.AssumeRolePolicyDocument (trust policy)\n  \
         .Statement.Effect: Allow\n  .Statement.Action: sts:AssumeRole\n  \
         .Statement.Principal.AWS: arn:aws:iam::210987654321:root <- 'arn:aws:iam::${self:custom.id}:root'\n"
    );
}

#[test]
fn what_services_add_is_not_missed() {
    let text = r#"{"Resources": {
        "Bus": {"Type": "AWS::Events::EventBusPolicy", "Properties": {"StatementId": "x",
            "Statement": {"Effect": "Allow", "Principal": "*", "Action": "events:PutEvents", "Resource": "*"}}},
        "Repository": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryPolicyText": {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}]}}}
    }}"#;
    let found = policies(Path::new("x.json"), text, PolicyKind::Identity);
    let keys: Vec<String> = found
        .into_iter()
        .map(|policy| {
            let node = policy.unwrap().node;
            let statement = node.get("Statement").unwrap();
            let resource = match &statement.value {
                Value::Array(items) => items[0].get("Resource"),
                _ => statement.get("Resource"),
            };
            let Value::Object(members) = &node.value else {
                panic!()
            };
            let keys: Vec<_> = members.iter().map(|member| &*member.key).collect();
            format!("{} {:?}", keys.join(" "), resource.and_then(Node::as_str))
        })
        .collect();
    assert_eq!(
        keys,
        [
            "Statement Version Some(\"*\")",
            "Version Statement Some(\"*\")"
        ]
    );
}

#[test]
fn the_resources_of_a_state_file_have_their_names() {
    let text = r#"{"version": 4, "terraform_version": "1.9.0", "resources": [{
        "module": "module.a", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "q",
        "instances": [{}, {"attributes": {"policy": "{\"Statement\": [{\"Effect\": \"Deny\"}]}"}}]
    }]}"#;
    assert_eq!(
        shown("terraform.tfstate", text),
        "module.a.aws_sqs_queue_policy.q[1].policy (resource-based policy)\n  \
         .Statement[0].Effect: Deny\n"
    );
}

#[test]
fn mappings_take_over_what_they_lack() {
    let text = "
Base: &base { Effect: Allow, Action: s3:GetObject }
More: &more { Effect: Deny, Resource: '*' }
Statement:
  - <<: *base
    Resource: arn:aws:s3:::a/*
  - <<: [*base, *more]
    Action: s3:ListBucket
";
    let statements = [
        "Statement[0].Resource: arn:aws:s3:::a/*",
        "Statement[0].Effect: Allow",
        "Statement[0].Action: s3:GetObject",
        "Statement[1].Action: s3:ListBucket",
        "Statement[1].Effect: Allow",
        "Statement[1].Resource: *",
    ];
    let shown = shown("x.yaml", text);
    let found: Vec<&str> = shown
        .lines()
        .filter_map(|line| line.split_once("  ."))
        .map(|(_, value)| value.split(" <-").next().unwrap())
        .collect();
    assert!(found.ends_with(&statements), "{shown}");
}

/// What is nested, or refers to itself, ends; it may have problems.
#[test]
fn nothing_goes_on_forever() {
    let deep = |open: &str, close: &str| {
        format!(
            "{}\"Statement\"{}",
            open.repeat(10_000),
            close.repeat(10_000)
        )
    };
    let mut aliases = "a0: &a0 { Statement: { Effect: Allow } }\n".to_owned();
    let mut locals = String::new();
    let mut names = String::new();
    for level in 1..40 {
        let (before, after) = (level - 1, level + 1);
        writeln!(aliases, "a{level}: &a{level} [*a{before}, *a{before}]").unwrap();
        writeln!(locals, "  a{level} = [local.a{before}, local.a{after}]").unwrap();
        let name = format!("${{B{after}}}${{B{before}}}").repeat(99);
        writeln!(
            names,
            "  B{level}: {{ Type: AWS::S3::Bucket, Properties: {{ BucketName: !Sub '{name}' }} }}"
        )
        .unwrap();
    }
    let locals = format!(
        "locals {{\n{locals}}}\nresource \"x\" \"y\" {{\n \
         policy = jsonencode({{ Statement = local.a9 }})\n}}\n"
    );
    let names = format!(
        "Resources:\n{names}  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      \
         PolicyDocument: {{ Statement: {{ Effect: Allow, Resource: !Ref B20 }} }}\n"
    );
    let policy = |resource: &str| {
        format!(
            r#"{{"Mappings": {{"A": {{"b": {{"c": {{"Fn::FindInMap": ["A", "b", "c"]}}}}}}}}, "Resources": {{"P": {{
                "Type": "AWS::IAM::ManagedPolicy", "Properties": {{"PolicyDocument":
                    {{"Statement": {{"Effect": "Allow", "Resource": {resource}}}}}}}}}}}}}"#
        )
    };
    let in_map = r#"{"Fn::FindInMap": ["A", "b", "c"]}"#;
    let sub = |value: &str| {
        format!(
            r#"{{"Fn::Sub": ["{}", {{"a": {value}}}]}}"#,
            "${a}".repeat(9)
        )
    };
    let subs = (0..15).fold("\"x\"".to_owned(), |value, _| sub(&value));
    let texts = (0..8).fold(String::new(), |all, level| {
        let next = format!("${{local.t{}}}", level + 1).repeat(99);
        format!("{all}t{level} = \"{next}\"\n")
    });
    let texts = format!("locals {{\n{texts}t8 = \"statement\"\n}}\n");
    for (name, text) in [
        ("x.json", policy(in_map)),
        ("x.json", policy(&sub(in_map))),
        (
            "x.json",
            policy(&format!(r#"{{"Fn::FindInMap": ["A", "b", {in_map}]}}"#)),
        ),
        ("x.json", policy(&subs)),
        ("x.tf", texts),
        ("x.json", deep("[", "]")),
        ("x.yaml", deep("[", "]")),
        ("x.yaml", deep("- ", "")),
        ("x.tf", format!("a = {}", deep("[", "]"))),
        ("x.tf", format!("a = {}", deep("(", ")"))),
        ("x.tf", format!("a = \"{}\"", deep("${", "}"))),
        ("x.yaml", aliases),
        ("x.tf", locals),
        ("x.yaml", names),
    ] {
        shown(name, &text);
    }
}

/// Whatever is cut off or missing, nothing panics.
#[test]
fn parts_of_files_are_read_or_refused() {
    for (name, text) in [
        ("x.json", include_str!("fixtures/cloudformation.json")),
        ("x.json", include_str!("fixtures/account.json")),
        ("x.yaml", include_str!("fixtures/cloudformation.yaml")),
        ("x.tf", include_str!("fixtures/main.tf")),
        ("x.tf.json", include_str!("fixtures/main.tf.json")),
    ] {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(37).collect();
        for &at in &places {
            shown(name, &text[..at]);
            let (before, after) = text.split_at(at);
            let mut rest = after.char_indices().map(|(at, _)| at);
            shown(
                name,
                &format!("{before}{}", &after[rest.nth(11).unwrap_or(0)..]),
            );
        }
    }
}
