//! Policies, typed by their kind.

mod boundary;
mod identity;
pub mod kind;
mod rcp;
mod resource;
mod scp;
mod session;
mod trust;
mod vpc_endpoint;

use std::{fmt, marker::PhantomData, ops::Range, str::FromStr};

#[cfg(feature = "validate")]
use iam_dsl_core::check::Profile;
use iam_dsl_core::{
    PolicyDocument, PolicyKind, PolicyStatement, ReadError, StatementTooLarge, Token, Unresolved,
    check::{self, Code, Finding},
    json,
    quota::Quota,
};
use serde::{Serialize, Serializer};

use crate::{allowances::Allowances, identity::Entity, statement::Parts};

pub use self::{
    boundary::{BoundaryPrincipal, BoundaryResource},
    identity::{IdentityPrincipal, IdentityResource},
    kind::Kind,
    rcp::{RcpEffect, RcpPrincipal, RcpResource},
    resource::{ResourcePrincipal, ResourceResource},
    scp::{ScpPrincipal, ScpResource},
    session::{SessionPrincipal, SessionResource},
    trust::{TrustPrincipal, TrustResource},
    vpc_endpoint::{VpcEndpointPrincipal, VpcEndpointResource},
};

/// A policy of an identity: what it may do.
pub type IdentityPolicy = Policy<kind::Identity>;
/// A policy of a resource: who may do what to it.
pub type ResourcePolicy = Policy<kind::Resource>;
/// A trust policy: who may assume a role.
pub type TrustPolicy = Policy<kind::Trust>;
/// A permissions boundary: what an identity may do at most.
pub type BoundaryPolicy = Policy<kind::Boundary>;
/// A session policy: what a session may do at most.
pub type SessionPolicy = Policy<kind::Session>;
/// A service control policy: what the accounts of an organization may do at most.
pub type ServiceControlPolicy = Policy<kind::Scp>;
/// A resource control policy: what may be done to an organization's resources at most.
pub type ResourceControlPolicy = Policy<kind::Rcp>;
/// A policy of a VPC endpoint: what may be done through it.
pub type VpcEndpointPolicy = Policy<kind::VpcEndpoint>;

/// A policy of kind `K`: statements that fit the kind, and their JSON.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let policy = IdentityPolicy::new()
///     .with(allow(actions![s3::GetObject]).on(arn!("arn:aws:s3:::reports/*")))
///     .with(deny(actions![s3::GetObject]).on(arn!("arn:aws:s3:::reports/drafts/*")));
/// assert_eq!(
///     policy.to_json(),
///     concat!(
///         r#"{"Version":"2012-10-17","Statement":["#,
///         r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/*"},"#,
///         r#"{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/drafts/*"}]}"#,
///     ),
/// );
/// ```
#[must_use = "a policy does nothing until its JSON is used"]
pub struct Policy<K> {
    document: PolicyDocument,
    allowances: Allowances,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> Policy<K> {
    /// A policy without statements.
    pub fn new() -> Self {
        Self::from_document(PolicyDocument::new())
    }

    /// Takes a document as it is, such as one that was read from JSON; [`findings`](Self::findings) checks it.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{PolicyDocument, prelude::*};
    ///
    /// let document: PolicyDocument = r#"{"Version": "2012-10-17", "Statement": []}"#.parse()?;
    /// let policy = IdentityPolicy::from_document(document);
    /// assert_eq!(policy, IdentityPolicy::new());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_document(document: PolicyDocument) -> Self {
        Self {
            document,
            allowances: Allowances::default(),
            kind: PhantomData,
        }
    }

    #[doc(hidden)]
    pub fn __from_document(document: PolicyDocument) -> Self {
        Self::from_document(document)
    }

    /// Names the policy: its `Id`, which some services ask for.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new().with_id("TaskRole");
    /// assert_eq!(policy.document().id(), Some("TaskRole"));
    /// ```
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.document = self.document.with_id(id.into());
        self
    }

    /// Returns the kind of the policy as a value.
    pub fn policy_kind(&self) -> PolicyKind {
        K::KIND
    }

    /// Returns the document.
    pub fn document(&self) -> &PolicyDocument {
        &self.document
    }

    /// Turns the policy into its document.
    pub fn into_document(self) -> PolicyDocument {
        self.document
    }

    /// Returns true when the policy has no statement.
    pub fn is_empty(&self) -> bool {
        self.document.statements().is_empty()
    }

    /// Returns the JSON, without white space.
    ///
    /// What only a deployment can fill in stands there as a placeholder such as `${AWS::Region}`; see
    /// [`try_to_json`](Self::try_to_json).
    pub fn to_json(&self) -> String {
        self.document.to_json()
    }

    /// Returns the JSON, indented by two spaces.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new().with(allow(actions![s3::GetObject]).on(any()));
    /// assert!(policy.to_json_pretty().starts_with("{\n  \"Version\": \"2012-10-17\",\n"));
    /// ```
    pub fn to_json_pretty(&self) -> String {
        self.document.to_json_pretty()
    }

    /// Returns the JSON, if nothing in it is left for a deployment to fill in.
    ///
    /// # Errors
    ///
    /// The policy holds an account or a region that is not known yet, as of a handle made without an
    /// [`Env`](crate::Env). The error names what.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("app");
    /// let statement = allow(actions![sts::AssumeRole]).on(role.arn());
    /// assert!(IdentityPolicy::new().with(statement).try_to_json().is_err());
    /// ```
    pub fn try_to_json(&self) -> Result<String, Unresolved> {
        self.document.try_to_json()
    }

    /// Returns a policy that decides the same with fewer and shorter statements.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new()
    ///     .with(allow(actions![s3::GetObject]).on(arn!("arn:aws:s3:::reports/*")))
    ///     .with(allow(actions![s3::PutObject]).on(arn!("arn:aws:s3:::reports/*")));
    /// assert_eq!(policy.minimized().document().statements().len(), 1);
    /// ```
    #[inline]
    pub fn minimized(&self) -> Self {
        self.with_statements_of(self.document.minimized(), 0..0)
    }

    /// Checks the policy by the rules that the macros apply as they compile, and returns what they find.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::Action;
    ///
    /// let misspelt = allow(Action::unchecked("s3:GetObjcet")).on(any());
    /// let findings = IdentityPolicy::new().with(misspelt).findings();
    /// assert_eq!(findings[0].help(), Some("did you mean `s3:GetObject`?"));
    /// ```
    #[inline]
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_except::<&str>(&[])
    }

    /// Returns what [`findings`](Self::findings) does, and besides what IAM Access Analyzer warns of or has a suggestion for,
    /// and what it has no check of; but for what is [allowed](Self::allow).
    ///
    /// With the feature `validate`. AWS: [the checks of Access
    /// Analyzer](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Code;
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new().with(allow(actions![iam::PassRole]).on(any()));
    /// assert_eq!(policy.findings(), []);
    /// assert_eq!(policy.validate()[0].code(), Code::PASS_ROLE_WITH_STAR_IN_RESOURCE);
    /// ```
    #[cfg(feature = "validate")]
    pub fn validate(&self) -> Vec<Finding> {
        self.allowances.validate(&self.document, K::KIND)
    }

    /// Returns what [`validate`](Self::validate) does, as far as it matters in an account of that profile.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Profile;
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new().with(allow(actions![iam::PassRole]).on(any()));
    /// assert_eq!(policy.validate_for(Profile::Sandbox), []);
    /// assert_eq!(policy.validate_for(Profile::Production), policy.validate());
    /// ```
    #[cfg(feature = "validate")]
    pub fn validate_for(&self, profile: Profile) -> Vec<Finding> {
        profile.apply(self.validate())
    }

    /// Allows a finding in all of the policy, and says why. [`Statement::allow`](crate::Statement::allow) is for one statement.
    ///
    /// It is no part of the JSON. An allowance that no finding needs any more is itself a finding, `STALE_ALLOWANCE`, and one
    /// without a reason allows nothing. With the feature `validate`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Code;
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new()
    ///     .with(allow(actions![iam::PassRole]).on(any()))
    ///     .allow(Code::PASS_ROLE_WITH_STAR_IN_RESOURCE, "the boundary holds it to the team's roles");
    /// assert_eq!(policy.validate(), []);
    /// ```
    #[cfg(feature = "validate")]
    pub fn allow(mut self, code: Code, reason: impl Into<String>) -> Self {
        self.allowances.add(code, reason.into());
        self
    }

    /// Checks the policy as [`findings`](Self::findings) does, but for names that are given as `unchecked`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new()
    ///     .with(allow(actions![unchecked "s3:BrandNewAction"]).on(any()));
    /// assert_eq!(policy.findings().len(), 1);
    /// assert_eq!(policy.findings_except(&["s3:BrandNewAction"]), []);
    /// ```
    #[inline]
    pub fn findings_except<T: AsRef<str>>(&self, unchecked: &[T]) -> Vec<Finding> {
        let unchecked: Vec<&str> = unchecked.iter().map(AsRef::as_ref).collect();
        // The printer writes nothing that the reader refuses, so there is always a document to check.
        let mut findings = json::parse(&self.to_json())
            .map(|node| check::document_except(&node, K::KIND, &unchecked))
            .unwrap_or_default();
        findings.retain(|finding| !is_about_token(finding, &self.document));
        findings
    }

    /// The policy where its identity is deployed, as far as that is known.
    pub(crate) fn deployed_to(&self, entity: &Entity) -> Self {
        self.resolved(&|token| entity.value_of(token))
    }

    /// Cuts the policy into as few as keep within a quota: the statements as they are, in their order.
    ///
    /// Attached to one identity, the parts decide every request as the whole does.
    ///
    /// # Errors
    ///
    /// One statement by itself is larger than the quota.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::document::quota::Quota;
    /// use iam_dsl::prelude::*;
    ///
    /// let policy = IdentityPolicy::new().with(allow(actions![s3::GetObject]).on(any()));
    /// assert_eq!(policy.split(Quota::MANAGED_POLICY)?, [policy]);
    /// # Ok::<(), iam_dsl::document::StatementTooLarge>(())
    /// ```
    #[inline]
    pub fn split(&self, quota: Quota) -> Result<Vec<Self>, StatementTooLarge> {
        let mut parts = Vec::new();
        let mut start = 0;
        for document in self.document.split(quota)? {
            let end = start + document.statements().len();
            parts.push(self.with_statements_of(document, start..end));
            start = end;
        }
        Ok(parts)
    }

    #[inline]
    pub(crate) fn with_statements_cut(&self, quota: Quota) -> Self {
        self.with_statements_of(self.document.with_statements_cut(quota), 0..0)
    }

    /// A policy made of this one. These statements of this one are in it as they are.
    #[inline]
    fn with_statements_of(&self, document: PolicyDocument, same: Range<usize>) -> Self {
        Self {
            document,
            allowances: self.allowances.part(same),
            kind: PhantomData,
        }
    }

    /// The policy with texts for the deploy-time tokens that are known.
    pub(crate) fn resolved(&self, value_of: &dyn Fn(&Token) -> Option<String>) -> Self {
        Self {
            document: resolve(&self.document, value_of),
            allowances: self.allowances.clone(),
            kind: PhantomData,
        }
    }

    /// The same as a policy of another kind that takes its statements.
    #[inline]
    pub(crate) fn into_kind<L>(self) -> Policy<L> {
        Policy {
            document: self.document,
            allowances: self.allowances,
            kind: PhantomData,
        }
    }

    /// Adds a statement as it was said, with what is allowed of it.
    pub(crate) fn push_said(&mut self, mut said: Parts) {
        let allowances = std::mem::take(&mut said.allowances);
        let index = self.document.statements().len();
        self.allowances.add_statement(index, allowances);
        self.push(said.into_policy_statement());
    }

    pub(crate) fn push(&mut self, statement: PolicyStatement) {
        self.document.push(statement);
    }

    /// Puts a statement in the place of an equal one of `old`, the last of them, or takes that away.
    #[inline]
    pub(crate) fn replace(&mut self, old: &PolicyStatement, new: Option<PolicyStatement>) {
        let known = self.document.statements();
        let Some(at) = known.iter().rposition(|statement| statement == old) else {
            return;
        };
        if new.is_none() {
            self.allowances.remove_statement(at);
        }
        let mut statements = known.to_vec();
        statements.splice(at..=at, new);
        self.document = std::mem::take(&mut self.document).with_statements(statements);
    }

    pub(crate) fn extend(&mut self, statements: &[PolicyStatement]) {
        for statement in statements {
            self.push(statement.clone());
        }
    }
}

/// Whether what was taken for a policy variable is the placeholder of what a deployment fills in.
#[inline]
pub(crate) fn is_about_token(finding: &Finding, document: &PolicyDocument) -> bool {
    finding.code() == Code::VARIABLE_UNSUPPORTED_IN_ELEMENT
        && document
            .tokens()
            .any(|token| finding.message().contains(&token.placeholder()))
}

/// Not generic, since what resolves templates is compiled once for each function that it is given.
fn resolve(
    document: &PolicyDocument,
    value_of: &dyn Fn(&Token) -> Option<String>,
) -> PolicyDocument {
    document.resolve(value_of)
}

impl<K: Kind> Default for Policy<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> Clone for Policy<K> {
    fn clone(&self) -> Self {
        Self {
            document: self.document.clone(),
            allowances: self.allowances.clone(),
            kind: PhantomData,
        }
    }
}

impl<K> PartialEq for Policy<K> {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document
    }
}

impl<K> Eq for Policy<K> {}

impl<K> fmt::Debug for Policy<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Policy").field(&self.document).finish()
    }
}

impl<K> fmt::Display for Policy<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.document.fmt(f)
    }
}

impl<K> Serialize for Policy<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document.serialize(serializer)
    }
}

impl<K> From<Policy<K>> for PolicyDocument {
    fn from(policy: Policy<K>) -> Self {
        policy.document
    }
}

/// Reads a policy from its JSON, as [`from_document`](Policy::from_document) takes it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let text = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObjcet","Resource":"*"}]}"#;
/// let policy: IdentityPolicy = text.parse()?;
/// assert_eq!(policy.to_json(), text);
/// assert_eq!(policy.findings()[0].to_string(), "unknown action `s3:GetObjcet` at Statement[0].Action");
/// # Ok::<(), iam_dsl::document::ReadError>(())
/// ```
impl<K: Kind> FromStr for Policy<K> {
    type Err = ReadError;

    fn from_str(json: &str) -> Result<Self, Self::Err> {
        json.parse().map(Self::from_document)
    }
}
