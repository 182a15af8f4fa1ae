//! Whether somebody may do something.

use std::fmt;

use iam_dsl_builder::{BoundaryPolicy, IdentityPolicy, ResourcePolicy, TrustPolicy};
use iam_dsl_core::{ActionPattern, Effect, PolicyDocument, PolicyStatement, Principals, Template};
use iam_dsl_evaluate::{
    Caller, ContextValue, Decision, Evaluator, NamedPolicy, Policies, Request, Trace,
};

use crate::{
    RequestKey, RequestResource, context, deployment::Deployment, identity::Asker, key::Name,
    mistake, resource::Target,
};

/// Whether an identity may do something to a resource: begun by [`HasPermissions::can`](crate::HasPermissions::can).
///
/// It holds the policies as they were when it was asked.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let uploads = s3::Bucket::named("my-app-uploads");
/// let role = Role::new("app");
/// role.add(
///     allow(actions![s3::GetObject])
///         .on(uploads.objects("*"))
///         .when(key!("aws:SourceIp").within(cidr!("203.0.113.0/24"))),
/// );
///
/// let read = role.can(aws::s3::GetObject).on(uploads.objects("a.txt"));
/// assert!(read.clone().with("aws:SourceIp", "203.0.113.7").is_allowed());
/// assert!(!read.is_allowed());
/// ```
#[derive(Clone, Debug)]
#[must_use = "a question is answered by `.is_allowed()`, `.decide()` or `.explain()`"]
pub struct Question {
    asker: Asker,
    action: String,
    target: Target,
    account: Option<String>,
    policies: Vec<NamedPolicy>,
    boundaries: Vec<NamedPolicy>,
    context: Vec<(Name, ContextValue)>,
}

impl Question {
    pub(crate) fn new(asker: Asker, action: String) -> Self {
        Self {
            asker,
            action,
            target: Target::ANY,
            account: None,
            policies: Vec::new(),
            boundaries: Vec::new(),
            context: Vec::new(),
        }
    }

    /// On this resource. Without it the question is about `*`, as for an action that acts on no resource.
    ///
    /// A request names one resource: `*` and `?` in it are characters like others.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::sqs;
    ///
    /// let env = Env::new("123456789012", "us-east-1")?;
    /// let orders = sqs::Queue::new(&env, "orders");
    /// let role = Role::new("app");
    /// orders.grant_send_messages(&role)?;
    /// assert!(role.can(aws::sqs::SendMessage).on(&orders).is_allowed());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn on(mut self, resource: impl RequestResource) -> Self {
        self.target = resource.into_target(&self.action);
        self
    }

    /// With a condition key and its value, in place of what was known of the key.
    ///
    /// The key is text, or `key!("aws:SourceIp")`, which is checked as it compiles.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new()
    ///     .with(allow(actions![s3::ListAllMyBuckets]).on(any()))
    ///     .with(deny(actions![*]).on(any()).when(key!("aws:SecureTransport").is(false)));
    /// let list = policy.can(aws::s3::ListAllMyBuckets);
    /// assert!(list.clone().is_allowed());
    /// assert!(!list.with("aws:SecureTransport", false).is_allowed());
    /// ```
    pub fn with(mut self, key: impl RequestKey, value: impl Into<ContextValue>) -> Self {
        self.context.push((key.into_name(), value.into()));
        self
    }

    /// With the id of the account that owns the resource, where neither its handle nor its ARN says so.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let shared = arn!("arn:aws:s3:::shared/a.txt");
    /// let role = Role::new("app");
    /// role.add(allow(actions![s3::GetObject]).on(&shared));
    ///
    /// let read = role.can(aws::s3::GetObject).on(&shared);
    /// assert!(read.clone().is_allowed());
    /// // The bucket of another account must let the role in as well.
    /// assert!(!read.owned_by("999999999999").is_allowed());
    /// ```
    pub fn owned_by(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// With one more policy of the identity, such as the text of a managed policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("app").with_managed_policy(managed_policy!("AmazonS3ReadOnlyAccess"));
    /// let read = role.can(aws::s3::ListAllMyBuckets);
    /// assert!(!read.clone().is_allowed());
    ///
    /// let text: IdentityPolicy = r#"{"Version": "2012-10-17", "Statement": [
    ///     {"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "*"}
    /// ]}"#.parse()?;
    /// assert!(read.with_policy(text).is_allowed());
    /// # Ok::<(), iam_dsl::document::ReadError>(())
    /// ```
    pub fn with_policy(mut self, policy: IdentityPolicy) -> Self {
        self.policies.push(policy.into());
        self
    }

    /// With a permissions boundary: the text of the identity's own where that is not known, else one more.
    ///
    /// A boundary whose text is not known allows nothing here.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("app");
    /// role.add(allow(actions![*]).on(any()));
    /// let boundary = BoundaryPolicy::new().with(allow(actions![s3:*]).on(any()));
    /// assert!(role.can(aws::s3::ListAllMyBuckets).with_boundary(boundary.clone()).is_allowed());
    /// assert!(!role.can(aws::iam::ListUsers).with_boundary(boundary).is_allowed());
    /// ```
    pub fn with_boundary(mut self, policy: BoundaryPolicy) -> Self {
        self.boundaries.push(policy.into());
        self
    }

    /// With the policy of a resource that is given by its ARN.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let shared = arn!("arn:aws:s3:::shared/a.txt");
    /// let policy = ResourcePolicy::new()
    ///     .with(allow(actions![s3::GetObject]).to(anyone()).on(&shared));
    /// let read = Role::new("app").can(aws::s3::GetObject).on(shared);
    /// assert!(read.with_resource_policy(policy).is_allowed());
    /// ```
    pub fn with_resource_policy(mut self, policy: ResourcePolicy) -> Self {
        self.target.policy = Some(policy.into());
        self
    }

    /// With the trust policy of a role that is given by its ARN.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let deploy = arn!("arn:aws:iam::123456789012:role/deploy");
    /// let trust = TrustPolicy::new()
    ///     .with(allow(actions![sts::AssumeRole]).to(arn!("arn:aws:iam::123456789012:role/app")));
    /// let env = Env::new("123456789012", "eu-central-1")?;
    /// let assume = Role::new("app").with_env(&env).can(aws::sts::AssumeRole).on(deploy);
    /// assert!(assume.with_trust_policy(trust).is_allowed());
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    pub fn with_trust_policy(mut self, policy: TrustPolicy) -> Self {
        self.target.policy = Some(policy.into());
        self
    }

    /// Returns true when the request is allowed.
    ///
    /// A question with a [mistake](Self::mistake) is denied like any other; `assert_denies!` refuses it.
    pub fn is_allowed(&self) -> bool {
        self.decide().is_allowed()
    }

    /// Decides the request.
    pub fn decide(&self) -> Decision {
        Evaluator::new(&self.to_policies()).decide(&self.to_request())
    }

    /// Decides the request, and says why.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::evaluate::Decision;
    /// use iam_dsl::prelude::*;
    ///
    /// let trace = Role::new("app").can(aws::s3::ListAllMyBuckets).explain();
    /// assert_eq!(trace.decision(), Decision::ImplicitlyDenied);
    /// println!("{trace}");
    /// ```
    pub fn explain(&self) -> Trace {
        Evaluator::new(&self.to_policies()).explain(&self.to_request())
    }

    /// Returns the policies of both sides, to add layers that handles do not know.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::evaluate::{Evaluator, Level};
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("app");
    /// role.add(allow(actions![*]).on(any()));
    /// let scp = ServiceControlPolicy::new().with(allow(actions![s3:*]).on(any()));
    ///
    /// let list = role.can(aws::iam::ListUsers);
    /// let policies = list.to_policies().with_scp_level(Level::new("root").with_policy(scp));
    /// assert!(!Evaluator::new(&policies).decide(&list.to_request()).is_allowed());
    /// ```
    pub fn to_policies(&self) -> Policies {
        let (here, there) = self.deployments();
        let mut policies = Policies::new();
        for policy in self.asker.policies.iter().chain(&self.policies) {
            policies = policies.with_identity_policy(resolved(&here, policy));
        }
        if let Some(boundary) = &self.asker.boundary
            && (boundary.is_known || self.boundaries.is_empty())
        {
            policies = policies.with_boundary(resolved(&here, &boundary.policy));
        }
        for policy in &self.boundaries {
            policies = policies.with_boundary(resolved(&here, policy));
        }
        if let Some(policy) = &self.target.policy {
            policies = policies.with_resource_policy(resolved(&there, policy));
        }
        policies
    }

    /// Returns the request, with all that is known of it.
    pub fn to_request(&self) -> Request {
        let (here, there) = self.deployments();
        let arn = self.asker.arn.as_ref();
        let arn = arn.map(|arn| here.text(&arn.to_template()));
        let account = here.account_of(&self.asker.owner);
        let resource = self.resource(&there);
        let resource_account = match (&self.account, &self.target.arn) {
            (Some(account), _) => account.clone(),
            (None, Some(_)) => there.account_of(&self.target.owner),
            (None, None) => account.clone(),
        };
        let is_known = arn.is_some() || self.asker.service.is_some();
        let caller = self.caller(arn, &account);
        let request =
            Request::new(caller, self.action.clone(), resource).owned_by(resource_account);
        let mut context = context::of(&request, is_known, there.requested_region(&self.target));
        for (key, value) in &self.asker.tags {
            context.set(&format!("aws:PrincipalTag/{key}"), value.as_str());
        }
        for (key, value) in &self.context {
            context.set(&key.text, value.clone());
        }
        request.with_context(context)
    }

    fn caller(&self, arn: Option<String>, account: &str) -> Caller {
        if let Some(service) = &self.asker.service {
            return Caller::service(service);
        }
        let arn = arn.unwrap_or_else(|| format!("arn:aws:iam::{account}:role/unknown"));
        // An identity whose name is no name has no permissions of its own.
        arn.parse().unwrap_or_else(|_| Caller::anonymous())
    }

    /// The ARNs of managed policies whose text the question lacks: it has fewer texts than there are policies.
    pub(crate) fn unknown_policies(&self) -> &[String] {
        if self.policies.len() < self.asker.unknown.len() {
            &self.asker.unknown
        } else {
            &[]
        }
    }

    /// The name of the permissions boundary, if the question lacks its text.
    pub(crate) fn unknown_boundary(&self) -> Option<&str> {
        let boundary = self.asker.boundary.as_ref()?;
        (!boundary.is_known && self.boundaries.is_empty()).then_some(&boundary.name)
    }

    /// What is called the policy of the resource, if there always is one and the question lacks its text.
    pub(crate) fn unknown_resource_policy(&self) -> Option<&'static str> {
        let is_ours = self.target.is_handle && self.target.owner.is_ours();
        if self.target.policy.is_some() || is_ours {
            return None;
        }
        match self.action.split_once(':')? {
            ("sts", name) if name.starts_with("AssumeRole") => Some("trust policy"),
            ("kms", _) if self.target.arn.is_some() => Some("key policy"),
            _ => None,
        }
    }

    /// Says what is wrong with the question, if no request could ask it: a denial of such a one proves nothing.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("app");
    /// let read = role.can(aws::s3::GetObject);
    /// assert!(!read.is_allowed());
    /// let mistake = read.mistake();
    /// assert!(mistake.unwrap().starts_with("`s3:GetObject` acts on a resource, and none is given"));
    /// ```
    pub fn mistake(&self) -> Option<String> {
        let (_, there) = self.deployments();
        mistake::find(&mistake::Parts {
            action: &self.action,
            resource: &self.resource(&there),
            is_handle: self.target.is_handle,
            account: self.account.as_deref(),
            own_account: self.target.owner.account(),
            context: &self.context,
        })
    }

    /// Tells whether the request is denied whatever policies allow whose text the question lacks.
    pub(crate) fn is_denied_for_sure(&self) -> bool {
        let mut question = self.clone();
        if self.unknown_boundary().is_some() {
            question.boundaries.push(everything().into());
        }
        let mut policies = question.to_policies();
        if !self.unknown_policies().is_empty() {
            policies = policies.with_identity_policy(everything());
        }
        if self.unknown_resource_policy().is_some() {
            policies = policies.with_resource_policy(everything_to_everyone());
        }
        !Evaluator::new(&policies)
            .decide(&self.to_request())
            .is_allowed()
    }

    /// Writes what is asked, as a sentence with `can` or `cannot`.
    pub(crate) fn write(&self, out: &mut impl fmt::Write, can: &str) -> fmt::Result {
        let (_, there) = self.deployments();
        let resource = self.resource(&there);
        let (asker, action) = (&self.asker.label, &self.action);
        write!(out, "{asker} {can} `{action}` on `{resource}`")
    }

    fn deployments(&self) -> (Deployment, Deployment) {
        let here = Deployment::of_identity(&self.asker, &self.target);
        let there = Deployment::of_resource(&self.target, &here);
        (here, there)
    }

    fn resource(&self, there: &Deployment) -> String {
        match &self.target.arn {
            Some(arn) => there.text(&arn.to_template()),
            None => "*".to_owned(),
        }
    }
}

/// What is asked, such as ``role `app` can `s3:GetObject` on `arn:aws:s3:::my-app-uploads/a.txt` ``.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "can")
    }
}

fn everything() -> PolicyDocument {
    let statement = PolicyStatement::new(Effect::Allow)
        .with_actions(ActionPattern::from_static("*"))
        .with_resources(Template::from_static("*"));
    PolicyDocument::new().with_statement(statement)
}

fn everything_to_everyone() -> PolicyDocument {
    let statement = PolicyStatement::new(Effect::Allow)
        .with_principals(Principals::Any)
        .with_actions(ActionPattern::from_static("*"))
        .with_resources(Template::from_static("*"));
    PolicyDocument::new().with_statement(statement)
}

fn resolved(deployment: &Deployment, policy: &NamedPolicy) -> NamedPolicy {
    let document = deployment.document(policy.document());
    match policy.name() {
        Some(name) => NamedPolicy::new(name, document),
        None => NamedPolicy::from(document),
    }
}
