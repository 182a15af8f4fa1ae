//! The condition keys that AWS always sends.
//!
//! AWS: [global condition context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html),
//! where each key's availability is.

use iam_dsl_evaluate::Context;

/// The actions whose requests lack `aws:ResourceAccount`.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount>
const WITHOUT_RESOURCE_ACCOUNT: &[&str] = &[
    "auditmanager:UpdateAssessmentFrameworkShare",
    "detective:AcceptInvitation",
    "ds:AcceptSharedDirectory",
    "ec2:AcceptTransitGatewayPeeringAttachment",
    "ec2:AcceptVpcEndpointConnections",
    "ec2:AcceptVpcPeeringConnection",
    "ec2:CreateTransitGatewayPeeringAttachment",
    "ec2:CreateVpcEndpoint",
    "ec2:CreateVpcPeeringConnection",
    "es:AcceptInboundConnection",
    "events:PutEvents",
    "guardduty:AcceptAdministratorInvitation",
    "macie2:AcceptInvitation",
    "route53:AssociateVpcWithHostedZone",
    "route53:CreateVPCAssociationAuthorization",
    "securityhub:AcceptAdministratorInvitation",
];

/// What a question knows of its request.
pub(crate) struct Known<'a> {
    /// The role's ARN; nothing for a policy by itself.
    pub(crate) role: Option<&'a str>,
    pub(crate) account: &'a str,
    pub(crate) action: &'a str,
    pub(crate) resource_account: &'a str,
    pub(crate) region: Option<String>,
}

/// What AWS sends with a role's direct call over TLS.
pub(crate) fn of(known: Known<'_>) -> Context {
    let mut context = Context::new();
    if let Some(role) = known.role {
        context.set("aws:PrincipalArn", role);
        context.set("aws:PrincipalType", "AssumedRole");
    }
    context.set("aws:PrincipalAccount", known.account);
    context.set("aws:PrincipalIsAWSService", false);
    context.set("aws:ViaAWSService", false);
    context.set("aws:SecureTransport", true);
    if has_resource_account(known.action) {
        context.set("aws:ResourceAccount", known.resource_account);
    }
    if let Some(region) = known.region {
        context.set("aws:RequestedRegion", region);
    }
    context
}

fn has_resource_account(action: &str) -> bool {
    !action.starts_with("ebs:") && !WITHOUT_RESOURCE_ACCOUNT.contains(&action)
}
