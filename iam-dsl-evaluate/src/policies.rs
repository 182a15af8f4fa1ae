//! The policies that have a say.

use iam_dsl_core::PolicyDocument;

/// Every policy that has a say in a caller's requests, by layer.
///
/// A layer that is not given does not exist. One that is given must allow: an empty level of
/// service control policies denies everything.
///
/// ```
/// use iam_dsl_core::PolicyDocument;
/// use iam_dsl_evaluate::{Level, NamedPolicy, Policies};
///
/// let full_access: PolicyDocument = r#"{"Version": "2012-10-17", "Statement":
///     {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#.parse()?;
/// let policies = Policies::new()
///     .with_identity_policy(NamedPolicy::new("admin", full_access.clone()))
///     .with_scp_level(Level::new("root").with_policy(full_access));
/// assert_eq!(policies.scp_levels().len(), 1);
/// # Ok::<(), iam_dsl_core::ReadError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Policies {
    identity: Vec<NamedPolicy>,
    resource: Option<NamedPolicy>,
    boundaries: Vec<NamedPolicy>,
    session: Vec<NamedPolicy>,
    scps: Vec<Level>,
    rcps: Vec<Level>,
    endpoint: Vec<NamedPolicy>,
    management_account: Option<String>,
}

/// A policy document and the name that traces call it by.
#[derive(Clone, Debug)]
pub struct NamedPolicy {
    name: Option<String>,
    document: PolicyDocument,
}

/// One level of an organization: its root, an organizational unit, or an account, with what is attached there.
#[derive(Clone, Debug)]
pub struct Level {
    name: String,
    policies: Vec<NamedPolicy>,
}

impl NamedPolicy {
    /// A document with a name for traces.
    pub fn new(name: impl Into<String>, document: PolicyDocument) -> Self {
        Self {
            name: Some(name.into()),
            document,
        }
    }

    /// Returns the name, if it has one.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns the document.
    pub const fn document(&self) -> &PolicyDocument {
        &self.document
    }
}

/// A policy without a name.
impl<T: Into<PolicyDocument>> From<T> for NamedPolicy {
    fn from(document: T) -> Self {
        Self {
            name: None,
            document: document.into(),
        }
    }
}

impl Level {
    /// A level without policies, which denies everything.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            policies: Vec::new(),
        }
    }

    /// The level with one policy more.
    #[must_use]
    pub fn with_policy(mut self, policy: impl Into<NamedPolicy>) -> Self {
        self.policies.push(policy.into());
        self
    }

    /// Returns the name of the level.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns what is attached there.
    pub fn policies(&self) -> &[NamedPolicy] {
        &self.policies
    }
}

impl Policies {
    /// No policies: nobody but the root user may do anything.
    pub fn new() -> Self {
        Self::default()
    }

    /// The policies with one more of the caller: attached, inline, or of a group.
    #[must_use]
    pub fn with_identity_policy(mut self, policy: impl Into<NamedPolicy>) -> Self {
        self.identity.push(policy.into());
        self
    }

    /// The policies with the resource's: a bucket policy, a key policy, a role's trust policy.
    #[must_use]
    pub fn with_resource_policy(mut self, policy: impl Into<NamedPolicy>) -> Self {
        self.resource = Some(policy.into());
        self
    }

    /// The policies with the caller's permissions boundary. Of several, each must allow.
    #[must_use]
    pub fn with_boundary(mut self, policy: impl Into<NamedPolicy>) -> Self {
        self.boundaries.push(policy.into());
        self
    }

    /// The policies with one of the caller's session. Several together are one, as for AWS.
    #[must_use]
    pub fn with_session_policy(mut self, policy: impl Into<NamedPolicy>) -> Self {
        self.session.push(policy.into());
        self
    }

    /// The policies with one more level of service control policies, the root first.
    #[must_use]
    pub fn with_scp_level(mut self, level: Level) -> Self {
        self.scps.push(level);
        self
    }

    /// The policies with one more level of resource control policies, the root first.
    #[must_use]
    pub fn with_rcp_level(mut self, level: Level) -> Self {
        self.rcps.push(level);
        self
    }

    /// The policies with that of the VPC endpoint the request goes through. Of several, each must allow.
    #[must_use]
    pub fn with_endpoint_policy(mut self, policy: impl Into<NamedPolicy>) -> Self {
        self.endpoint.push(policy.into());
        self
    }

    /// The policies with the organization's management account, which SCPs and RCPs leave alone.
    #[must_use]
    pub fn with_management_account(mut self, account: impl Into<String>) -> Self {
        self.management_account = Some(account.into());
        self
    }

    /// Returns the caller's policies.
    pub fn identity_policies(&self) -> &[NamedPolicy] {
        &self.identity
    }

    /// Returns the resource's policy.
    pub const fn resource_policy(&self) -> Option<&NamedPolicy> {
        self.resource.as_ref()
    }

    /// Returns the permissions boundary.
    pub fn boundaries(&self) -> &[NamedPolicy] {
        &self.boundaries
    }

    /// Returns the session policies.
    pub fn session_policies(&self) -> &[NamedPolicy] {
        &self.session
    }

    /// Returns the levels of service control policies, the root first.
    pub fn scp_levels(&self) -> &[Level] {
        &self.scps
    }

    /// Returns the levels of resource control policies, the root first.
    pub fn rcp_levels(&self) -> &[Level] {
        &self.rcps
    }

    /// Returns the endpoint's policies.
    pub fn endpoint_policies(&self) -> &[NamedPolicy] {
        &self.endpoint
    }

    /// Returns the organization's management account.
    pub fn management_account(&self) -> Option<&str> {
        self.management_account.as_deref()
    }
}
