//! At least one action of a statement can act on each of its resources.
//!
//! A statement that names `s3:GetObject` on a table grants nothing. The resource types of each
//! action are those of the
//! [service authorization reference](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).

use iam_dsl_catalog::{self as catalog, Action, ActionResource, ResourceType, Service};

use crate::PolicyKind;
use crate::check::names::{ArnFields, ResourcePattern, a_few, arn, arn_shape};
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};
use crate::pattern::glob_ignore_case;

codes! {
    /// No action of the statement acts on the resource.
    ///
    /// Each action acts on some types of resource: `s3:GetObject` on objects, `s3:ListBucket` on buckets. On any other
    /// the statement does nothing, although it looks as if it did.
    ///
    /// Instead, write the ARN of what the action acts on, as in `arn:aws:s3:::reports/*` for objects, or `"*"` where it
    /// takes no resource.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    UNSUPPORTED_RESOURCE_FOR_ACTION = certain_warning, own;
    /// A policy of a resource names a resource of another service.
    ///
    /// The policy stands on one resource, and is only about that resource and what is in it. A statement about another
    /// service's resource does nothing, and most services refuse to save it.
    ///
    /// Instead, name the resource that the policy is for, and put the statement into the policy of the other resource.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-resource-arn-in-policy>
    UNSUPPORTED_RESOURCE_ARN_IN_POLICY = error;
}

/// What actions act on besides what the reference says, by action pattern and resource format.
///
/// It has no resource types for some actions that IAM checks against an ARN nevertheless, and one
/// set of them where two of its pages share a service prefix.
const ALSO_ACTS_ON: &[(&str, &str)] = &[
    // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_iam-access-services.html
    ("iam:ListGroups", "arn:${Partition}:iam::${Account}:group/*"),
    (
        "iam:ListInstanceProfiles",
        "arn:${Partition}:iam::${Account}:instance-profile/*",
    ),
    (
        "iam:ListPolicies",
        "arn:${Partition}:iam::${Account}:policy/*",
    ),
    ("iam:ListRoles", "arn:${Partition}:iam::${Account}:role/*"),
    ("iam:ListUsers", "arn:${Partition}:iam::${Account}:user/*"),
    (
        "iam:ListVirtualMFADevices",
        "arn:${Partition}:iam::${Account}:mfa/*",
    ),
    // Two pages: Classic Load Balancers, and the others.
    // AWS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
    (
        "elasticloadbalancing:*Tags",
        "arn:${Partition}:elasticloadbalancing:${Region}:${Account}:*",
    ),
    // AWS: https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html
    (
        "elasticloadbalancing:SetWebAcl",
        "arn:${Partition}:elasticloadbalancing:${Region}:${Account}:loadbalancer/app/*",
    ),
    ("waf:*", "arn:${Partition}:waf::${Account}:changetoken/*"),
    (
        "waf-regional:*",
        "arn:${Partition}:waf-regional:${Region}:${Account}:changetoken/*",
    ),
    // AWS: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html
    (
        "logs:DescribeLogGroups",
        "arn:${Partition}:logs:${Region}:${Account}:log-group:*",
    ),
    // A function's ARN may end in a version or an alias.
    // AWS: https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
    (
        "lambda:InvokeFunction*",
        "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}:${Qualifier}",
    ),
    // AWS: https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
    (
        "ssmmessages:OpenDataChannel",
        "arn:${Partition}:ssm:${Region}:${Account}:session/*",
    ),
    // AWS: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
    (
        "ssm:StartSession",
        "arn:${Partition}:ecs:${Region}:${Account}:task/${Cluster}/${Task}",
    ),
    // AWS: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
    (
        "cloudformation:*",
        "arn:${Partition}:cloudformation:${Region}:aws:transform/*",
    ),
    // One service under its former and its present name.
    // AWS: https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html
    (
        "codestar-connections:*",
        "arn:${Partition}:codeconnections:${Region}:${Account}:*",
    ),
    (
        "codeconnections:*",
        "arn:${Partition}:codestar-connections:${Region}:${Account}:*",
    ),
    // AWS: https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html
    (
        "identitystore:Create*",
        "arn:${Partition}:identitystore:::*",
    ),
    // AWS: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html
    (
        "events:ListRules",
        "arn:${Partition}:events:${Region}:${Account}:rule/*",
    ),
    // AWS: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForManagedInstances.html
    (
        "ec2:CreateFleet",
        "arn:${Partition}:ec2:${Region}:${Account}:network-interface/*",
    ),
    (
        "ec2:CreateFleet",
        "arn:${Partition}:ec2:${Region}:${Account}:security-group/*",
    ),
    // AWS: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForRestores.html
    (
        "fsx:DescribeBackups",
        "arn:${Partition}:fsx:${Region}:${Account}:backup/*",
    ),
    (
        "fsx:DescribeVolumes",
        "arn:${Partition}:fsx:${Region}:${Account}:volume/*",
    ),
    // AWS: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSConnectorServiceRolePolicy.html
    (
        "ssm:*",
        "arn:${Partition}:eks:${Region}:${Account}:cluster/*",
    ),
    // AWS: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSystemsManagerJustInTimeAccessServicePolicy.html
    (
        "ssm:CreateOpsItem",
        "arn:${Partition}:ssm:${Region}:${Account}:opsitem/*",
    ),
    // AWS: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchFullAccessV2.html
    (
        "resource-explorer-2:Create*",
        "arn:${Partition}:resource-explorer-2:${Region}:${Account}:*",
    ),
    // AWS: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SageMakerStudioBedrockFlowServiceRolePolicy.html
    (
        "bedrock:InvokeModel*",
        "arn:${Partition}:bedrock:${Region}:${Account}:custom-model/*",
    ),
    // AWS: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SageMakerStudioDomainExecutionRolePolicy.html
    (
        "datazone:*",
        "arn:${Partition}:datazone:${Region}:${Account}:domain/*",
    ),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    // A trust policy has no resource; the rule on its elements says so.
    if document.kind == PolicyKind::Trust {
        return;
    }
    for statement in &document.statements {
        one_statement(statement, document.kind, report);
    }
}

/// Returns true when the action can act on some of what an ARN or a pattern of ARNs names.
///
/// The resource types of each action are those of the service authorization reference, and the few that it leaves out.
///
/// ```
/// use iam_dsl_catalog::Action;
/// use iam_dsl_rules::check::action_acts_on;
///
/// let read = Action::find("s3:GetObject").unwrap();
/// assert!(action_acts_on(read, "arn:aws:s3:::reports/*"));
/// assert!(!action_acts_on(read, "arn:aws:s3:::reports"));
/// let list = Action::find("s3:ListBucket").unwrap();
/// assert!(!action_acts_on(list, "arn:aws:s3:::reports/*"));
/// ```
pub fn action_acts_on(action: Action, resource: &str) -> bool {
    let Ok(fields) = arn(resource) else {
        // The policies of REST APIs may leave out what comes before the stage.
        // <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html>
        let is_of_api =
            resource.starts_with("execute-api:/") && action.service().prefix() == "execute-api";
        return resource == "*" || is_of_api;
    };
    let pattern = ResourcePattern::new(&fields);
    let fits = |on: ActionResource| pattern.fits_type_best(on.resource_type());
    action.resources().any(fits) || is_exception_of(&pattern, action)
}

fn one_statement(statement: &Statement<'_>, kind: PolicyKind, report: &mut Report) {
    let Some(actions) = statement
        .action()
        .and_then(super::super::view::Element::all_known)
    else {
        return;
    };
    let Some(resources) = statement
        .resources
        .iter()
        .find(|element| element.name == "Resource")
    else {
        return;
    };
    if resources.known().all(|(_, text)| text == "*") {
        return;
    }
    // The actions that are unknown, or match everything, can act on anything. Of no actions another rule says so.
    if actions.is_empty()
        || actions
            .iter()
            .any(|text| *text == "*" || catalog::expand(text).next().is_none())
    {
        return;
    }
    let mut types = None;
    for (item, text) in resources.known() {
        let Ok(fields) = arn_shape(text) else {
            continue;
        };
        if is_every_resource(&fields) {
            continue;
        }
        let pattern = ResourcePattern::new(&fields);
        let types = types.get_or_insert_with(|| resource_types(&actions));
        let fits = types.iter().any(|of| pattern.fits_type(*of));
        if !fits
            && arn(text).is_ok()
            && !is_exception(&pattern, &actions)
            && !is_unassigned(&pattern, &actions)
        {
            let foreign = (kind == PolicyKind::Resource)
                .then(|| of_another_service(text, &fields, &actions, types))
                .flatten();
            report.add_at(
                item,
                foreign.unwrap_or_else(|| mismatch(text, &actions, types)),
            );
        }
    }
}

/// Returns the resource types of the actions, in the catalog's order.
fn resource_types(actions: &[&str]) -> Vec<ResourceType> {
    let mut types: Vec<ResourceType> = actions
        .iter()
        .flat_map(|pattern| catalog::expand(pattern))
        .flat_map(Action::resources)
        .map(ActionResource::resource_type)
        .collect();
    types.sort_unstable_by_key(|of| of.index());
    types.dedup();
    types
}

/// Tells whether an action of the statement acts on an ARN without the reference saying so.
fn is_exception(pattern: &ResourcePattern<'_>, actions: &[&str]) -> bool {
    actions
        .iter()
        .flat_map(|text| catalog::expand(text))
        .any(|action| is_exception_of(pattern, action))
}

pub(in crate::check) fn is_exception_of(pattern: &ResourcePattern<'_>, action: Action) -> bool {
    let (prefix, name) = (action.service().prefix(), action.name());
    // The service decides nearly always; comparing formats costs more.
    let is_known = |known: &str| {
        let parts = known.split_once(':');
        parts.is_some_and(|(service, names)| service == prefix && glob_ignore_case(names, name))
    };
    ALSO_ACTS_ON
        .iter()
        .any(|(known, format)| is_known(known) && pattern.fits_format(format))
}

/// Tells whether an ARN is of a resource type that the reference lists for the service of an
/// action, but for no action at all, so that it does not say what acts on it.
pub(in crate::check) fn is_unassigned(pattern: &ResourcePattern<'_>, actions: &[&str]) -> bool {
    let has_unassigned = |service: Service| {
        let is_unassigned = |of: ResourceType| {
            let is_it = |resource: ActionResource| resource.resource_type() == of;
            let acts_on_it = |action: Action| action.resources().any(is_it);
            !service.actions().any(acts_on_it)
        };
        service
            .resource_types()
            .any(|of| pattern.fits_type(of) && is_unassigned(of))
    };
    actions
        .iter()
        .filter_map(|text| Service::find(text.split(':').next()?))
        .any(has_unassigned)
}

/// Tells whether an ARN stands for all resources of a service, on which any action may stand.
pub(in crate::check) fn is_every_resource(fields: &ArnFields<'_>) -> bool {
    fields.resource.bytes().all(|b| b"*?/:".contains(&b))
}

fn mismatch(text: &str, actions: &[&str], types: &[ResourceType]) -> Message {
    let of_statement = match actions {
        [one] => format!("`{one}` does not act on `{text}`"),
        _ => format!("no action of the statement acts on `{text}`"),
    };
    let message = Message::new(Code::UNSUPPORTED_RESOURCE_FOR_ACTION, of_statement);
    let mut formats = Vec::new();
    for resource_type in types {
        formats.extend(resource_type.arn_formats());
    }
    let (formats, _) = a_few(formats);
    message.with_help(if formats.is_empty() {
        "it takes no resource: write `\"*\"`".to_owned()
    } else {
        format!("it acts on resources such as `{}`", formats.join("`, `"))
    })
}

/// Says of a policy on a resource that an ARN is of another service than all of the statement's actions.
fn of_another_service(
    text: &str,
    fields: &ArnFields<'_>,
    actions: &[&str],
    types: &[ResourceType],
) -> Option<Message> {
    let prefix = actions.first()?.split(':').next()?;
    let service = Service::find(prefix)?;
    let is_its_own = |pattern: &&str| {
        let mut parts = pattern.split(':');
        parts
            .next()
            .is_some_and(|other| other.eq_ignore_ascii_case(prefix))
    };
    let names_it = |of: &ResourceType| {
        let mut namespaces = of
            .arn_formats()
            .filter_map(|format| format.split(':').nth(2));
        namespaces.any(|namespace| namespace == fields.service)
    };
    if !actions.iter().all(is_its_own)
        || fields.service == service.prefix()
        || fields.service.contains(['*', '?', '$'])
        || types.iter().any(names_it)
    {
        return None;
    }
    let message = Message::new(
        Code::UNSUPPORTED_RESOURCE_ARN_IN_POLICY,
        format!("`{text}` is no resource of `{service}`, of which this policy is"),
    );
    let formats = types.iter().flat_map(|of| of.arn_formats()).collect();
    let (formats, _) = a_few(formats);
    Some(if formats.is_empty() {
        message.with_help("name the resource that the policy is for")
    } else {
        message.with_help(format!(
            "name the resource that the policy is for, such as `{}`",
            formats.join("`, `")
        ))
    })
}

#[cfg(test)]
mod tests {
    use iam_dsl_catalog as catalog;

    use super::ALSO_ACTS_ON;
    use crate::{PolicyKind, check, json};

    fn findings(action: &str, resource: &str) -> usize {
        let text = format!(
            r#"{{"Version": "2012-10-17", "Statement":
                {{"Effect": "Allow", "Action": "{action}", "Resource": "{resource}"}}}}"#
        );
        check::document(&json::parse(&text).unwrap(), PolicyKind::Identity).len()
    }

    #[test]
    fn what_the_reference_leaves_out_passes() {
        for (action, resource) in [
            (
                "elasticloadbalancing:AddTags",
                "arn:aws:elasticloadbalancing:*:*:targetgroup/*/*",
            ),
            (
                "elasticloadbalancing:AddTags",
                "arn:aws:elasticloadbalancing:*:*:listener/net/*/*/*",
            ),
            (
                "logs:DescribeLogGroups",
                "arn:aws:logs:us-east-1:123456789012:log-group:*",
            ),
            (
                "logs:DescribeLogGroups",
                "arn:aws:logs:*:*:log-group::log-stream:*",
            ),
            (
                "ssmmessages:OpenDataChannel",
                "arn:aws:ssm:*:*:session/${aws:userid}-*",
            ),
            (
                "cloudformation:CreateChangeSet",
                "arn:aws:cloudformation:us-west-2:aws:transform/Serverless-2016-10-31",
            ),
            (
                "codestar-connections:UseConnection",
                "arn:aws:codeconnections:*:*:connection/*",
            ),
            ("iam:List*", "arn:aws:iam::123456789012:user/*"),
            ("iam:ListUsers", "arn:aws:iam::123456789012:user/"),
        ] {
            assert_eq!(findings(action, resource), 0, "{action} on {resource}");
        }
    }

    #[test]
    fn the_classic_mistakes_do_not() {
        for (action, resource) in [
            ("s3:GetObject", "arn:aws:s3:::my-bucket"),
            ("s3:ListAllMyBuckets", "arn:aws:s3:::my-bucket"),
            (
                "ec2:DescribeInstances",
                "arn:aws:ec2:us-east-1:123456789012:instance/*",
            ),
            ("iam:ListUsers", "arn:aws:iam::123456789012:role/*"),
            (
                "iam:PassRole",
                "arn:aws:iam::123456789012:instance-profile/x",
            ),
        ] {
            assert_eq!(findings(action, resource), 1, "{action} on {resource}");
        }
    }

    #[test]
    fn every_exception_names_actions_and_a_format() {
        for (action, format) in ALSO_ACTS_ON {
            assert!(catalog::expand(action).next().is_some(), "{action}");
            assert!(format.split(':').nth(5).is_some(), "{format}");
        }
    }
}
