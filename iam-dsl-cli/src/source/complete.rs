//! What services add to policies themselves.

use std::borrow::Cow;

use iam_dsl_core::json::{Member, Node, Span, Value};

/// Adds what may be left out of the policies of a type of resource.
pub(super) fn complete(policy: &mut Node<'_>, resource: &str) {
    match resource {
        // <https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/iam.py>
        "AWS::Serverless::Function" | "AWS::Serverless::StateMachine" => {
            add(policy, "Version", "2012-10-17");
        }
        // A statement of the policy of an event bus, beside what else the resource says.
        // <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html>
        "AWS::Events::EventBusPolicy" => {
            if let Value::Object(members) = &mut policy.value {
                members.retain(|member| member.key == "Statement");
            }
            add(policy, "Version", "2012-10-17");
        }
        // The policy stands on the one resource that it is about.
        // <https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html>
        // <https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html>
        "AWS::ECR::Repository"
        | "AWS::ECR::PublicRepository"
        | "AWS::ECR::RepositoryCreationTemplate"
        | "AWS::EFS::FileSystem"
        | "aws_ecr_repository_policy"
        | "aws_ecrpublic_repository_policy"
        | "aws_efs_file_system_policy" => in_statements(policy),
        _ => {}
    }
}

fn in_statements(policy: &mut Node<'_>) {
    let Value::Object(members) = &mut policy.value else {
        return;
    };
    for member in members
        .iter_mut()
        .filter(|member| member.key == "Statement")
    {
        let statements = match &mut member.value.value {
            Value::Array(items) => &mut items[..],
            _ => std::slice::from_mut(&mut member.value),
        };
        for statement in statements {
            if statement.get("NotResource").is_none() {
                add(statement, "Resource", "*");
            }
        }
    }
}

fn add(node: &mut Node<'_>, key: &'static str, value: &'static str) {
    let is_missing = node.get(key).is_none();
    // Nowhere in particular, but in the right order.
    let span = Span::new(node.span.start, node.span.start);
    if let (true, Value::Object(members)) = (is_missing, &mut node.value) {
        members.push(Member {
            key: Cow::Borrowed(key),
            key_span: span,
            value: Node {
                span,
                value: Value::String(Cow::Borrowed(value)),
            },
        });
    }
}
