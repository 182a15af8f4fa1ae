//! The condition keys that AWS sends with every request.

use crate::caller::CallerKind;
use crate::{Caller, Context, Request};

/// The actions whose requests lack `aws:ResourceAccount`, in lower case.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount>
const WITHOUT_RESOURCE_ACCOUNT: &[&str] = &[
    "auditmanager:updateassessmentframeworkshare",
    "detective:acceptinvitation",
    "ds:acceptshareddirectory",
    "ec2:accepttransitgatewaypeeringattachment",
    "ec2:acceptvpcendpointconnections",
    "ec2:acceptvpcpeeringconnection",
    "ec2:createtransitgatewaypeeringattachment",
    "ec2:createvpcendpoint",
    "ec2:createvpcpeeringconnection",
    "es:acceptinboundconnection",
    "events:putevents",
    "guardduty:acceptadministratorinvitation",
    "macie2:acceptinvitation",
    "route53:associatevpcwithhostedzone",
    "route53:createvpcassociationauthorization",
    "securityhub:acceptadministratorinvitation",
];

impl Context {
    /// The keys that [`of_direct_call`](Self::of_direct_call) can set.
    pub const OF_DIRECT_CALLS: &'static [&'static str] = &[
        "aws:FederatedProvider",
        "aws:PrincipalAccount",
        "aws:PrincipalArn",
        "aws:PrincipalIsAWSService",
        "aws:PrincipalServiceName",
        "aws:PrincipalType",
        "aws:RequestedRegion",
        "aws:ResourceAccount",
        "aws:SecureTransport",
        "aws:username",
        "aws:ViaAWSService",
    ];

    /// What AWS itself says of a request that its caller makes directly, over TLS.
    ///
    /// For all callers that is `aws:SecureTransport` and `aws:ViaAWSService`; `aws:ResourceAccount`, where
    /// the resource's account is known and the action has the key; `aws:RequestedRegion`, where the
    /// resource's ARN names a region. What more there is depends on the caller:
    ///
    /// | caller | keys besides |
    /// |---|---|
    /// | user, root user, session of a role, federated user | `aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:PrincipalIsAWSService`; of a user `aws:username` |
    /// | service | `aws:PrincipalIsAWSService`, `aws:PrincipalServiceName` |
    /// | OIDC provider | `aws:FederatedProvider` |
    /// | canonical user | `aws:PrincipalIsAWSService` |
    /// | anonymous | `aws:PrincipalAccount`, `aws:PrincipalType` |
    ///
    /// The `aws:PrincipalArn` of a session is its role's. A session's ARN does not say the path of the role:
    /// where that matters, the caller is named by the ARN of the role.
    ///
    /// AWS: [global condition context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html),
    /// where each key's availability is, and
    /// [principal key values](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable).
    /// What these leave open, such as the account of a service, is not set.
    ///
    /// ```
    /// use iam_dsl_evaluate::{Caller, Context, ContextValue, Request};
    ///
    /// let session: Caller = "arn:aws:sts::123456789012:assumed-role/app/i-0123".parse()?;
    /// let send = Request::new(session, "sqs:SendMessage", "arn:aws:sqs:eu-west-1:123456789012:jobs");
    /// let context = Context::of_direct_call(&send).with("aws:SourceIp", "203.0.113.7");
    ///
    /// let role = ContextValue::from("arn:aws:iam::123456789012:role/app");
    /// assert_eq!(context.get("aws:PrincipalArn"), Some(&role));
    /// assert_eq!(context.get("aws:RequestedRegion"), Some(&"eu-west-1".into()));
    /// assert_eq!(context.get("aws:username"), None);
    /// let send = send.with_context(context);
    /// # Ok::<(), iam_dsl_evaluate::CallerError>(())
    /// ```
    pub fn of_direct_call(request: &Request) -> Self {
        let mut context = Self::new();
        context.set_caller(request.caller());
        context.set("aws:ViaAWSService", false);
        context.set("aws:SecureTransport", true);
        if let Some(account) = request.owner()
            && has_resource_account(request.action_key())
        {
            context.set("aws:ResourceAccount", account);
        }
        if let Some(region) = region(request.resource()) {
            context.set("aws:RequestedRegion", region);
        }
        context
    }

    fn set_caller(&mut self, caller: &Caller) {
        let name = caller.as_str();
        match &caller.kind {
            CallerKind::Root(_) => self.set_principal(caller, name, "Account"),
            CallerKind::User(_) => {
                self.set_principal(caller, name, "User");
                self.set("aws:username", last_part(name));
            }
            CallerKind::Session { .. } => {
                self.set_principal(caller, &role_of(name), "AssumedRole");
            }
            CallerKind::FederatedUser { .. } => {
                self.set_principal(caller, name, "FederatedUser");
            }
            CallerKind::Service => {
                self.set("aws:PrincipalIsAWSService", true);
                self.set("aws:PrincipalServiceName", name);
            }
            CallerKind::Provider if name.contains(":saml-provider/") => {}
            CallerKind::Provider => self.set("aws:FederatedProvider", name),
            CallerKind::CanonicalUser => self.set("aws:PrincipalIsAWSService", false),
            CallerKind::Anonymous => {
                self.set("aws:PrincipalAccount", "anonymous");
                self.set("aws:PrincipalType", "Anonymous");
            }
        }
    }

    fn set_principal(&mut self, caller: &Caller, arn: &str, principal_type: &str) {
        self.set("aws:PrincipalArn", arn);
        self.set("aws:PrincipalType", principal_type);
        self.set("aws:PrincipalIsAWSService", false);
        if let Some(account) = caller.account() {
            self.set("aws:PrincipalAccount", account);
        }
    }
}

fn last_part(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

/// The ARN of the role that a session is of; that of a role stays what it is.
fn role_of(arn: &str) -> String {
    let role = arn.split_once(":assumed-role/").and_then(|(_, rest)| {
        let (role, _session) = rest.rsplit_once('/')?;
        Some(role)
    });
    match (role, arn.split(':').nth(1), arn.split(':').nth(4)) {
        (Some(role), Some(partition), Some(account)) => {
            format!("arn:{partition}:iam::{account}:role/{role}")
        }
        _ => arn.to_owned(),
    }
}

fn has_resource_account(action: &str) -> bool {
    !action.starts_with("ebs:") && !WITHOUT_RESOURCE_ACCOUNT.contains(&action)
}

fn region(resource: &str) -> Option<&str> {
    let region = resource.strip_prefix("arn:")?.split(':').nth(2)?;
    (!region.is_empty()).then_some(region)
}
