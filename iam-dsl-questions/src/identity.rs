//! Who asks.

use iam_dsl_core::Arn;
use iam_dsl_evaluate::NamedPolicy;

use iam_dsl_builder::__internals::{HasPolicies, Owner};
use iam_dsl_builder::{Group, IdentityPolicy, ManagedPolicy, Role, ServicePrincipal, User};

use crate::{Question, RequestAction};

/// Whose permissions can be tested: a [`Role`], a [`User`] with its groups, or a [`Group`], a [`ManagedPolicy`] or an
/// [`IdentityPolicy`] by itself; and a [`ServicePrincipal`], which only the policies of resources let in.
///
/// Of who has a policy by itself, or is in a group, nothing is known but the account: the policy's or the group's, or the
/// deploying account.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no permissions to test",
    label = "not a role, a user, a group or an identity policy",
    note = "write a `Role`, a `User`, a `Group`, a `ManagedPolicy`, an `IdentityPolicy` or a `ServicePrincipal`, by value or by reference; a question stands by itself, without an action"
)]
pub trait HasPermissions: sealed::Sealed {
    #[doc(hidden)]
    fn asker(&self) -> Asker;

    /// Asks whether the identity may do something.
    ///
    /// The [crate](crate#what-a-question-knows) says what a question knows.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::s3;
    ///
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// let role = Role::new("app");
    /// uploads.grant_read(&role)?;
    /// assert!(role.can(aws::s3::GetObject).on(uploads.objects("a.txt")).is_allowed());
    /// assert!(!role.can(aws::s3::PutObject).on(uploads.objects("a.txt")).is_allowed());
    ///
    /// let reports = arn!("arn:aws:s3:::reports/*");
    /// let policy = IdentityPolicy::new().with(allow(actions![s3::GetObject]).on(reports));
    /// assert!(policy.can(aws::s3::GetObject).on(arn!("arn:aws:s3:::reports/q1.csv")).is_allowed());
    ///
    /// let role = role.trusted_by(service_principal!("lambda.amazonaws.com"));
    /// let lambda = service_principal!("lambda.amazonaws.com");
    /// assert!(lambda.can(aws::sts::AssumeRole).on(&role).is_allowed());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    fn can(&self, action: impl RequestAction) -> Question {
        Question::new(self.asker(), action.into_name())
    }
}

mod sealed {
    pub trait Sealed {}
}

/// An identity, as questions see it.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Asker {
    /// As messages name it, such as ``role `app` ``.
    pub(crate) label: String,
    pub(crate) owner: Owner,
    /// Nothing for a policy by itself, and for a group: neither asks.
    pub(crate) arn: Option<Arn>,
    /// Its own, those of its groups, and managed ones, as far as their text is known.
    pub(crate) policies: Vec<NamedPolicy>,
    /// The ARNs of managed policies whose text is not known.
    pub(crate) unknown: Vec<String>,
    pub(crate) boundary: Option<Boundary>,
    pub(crate) tags: Vec<(String, String)>,
    /// The name of an AWS service.
    pub(crate) service: Option<String>,
}

/// A permissions boundary.
#[derive(Clone, Debug)]
pub(crate) struct Boundary {
    pub(crate) policy: NamedPolicy,
    pub(crate) name: String,
    pub(crate) is_known: bool,
}

impl Asker {
    fn of(identity: &impl HasPolicies, label: String, arn: Option<Arn>) -> Self {
        let permissions = identity.permissions();
        let mut policies = Vec::with_capacity(permissions.policies.len());
        for (name, document) in permissions.policies {
            policies.push(NamedPolicy::new(name, document));
        }
        let boundary = permissions.boundary;
        Self {
            label,
            owner: identity.owner(),
            arn,
            policies,
            unknown: permissions.unknown,
            boundary: boundary.map(|(name, document, is_known)| Boundary {
                policy: NamedPolicy::new(name.clone(), document),
                name,
                is_known,
            }),
            tags: permissions.tags,
            service: None,
        }
    }
}

impl sealed::Sealed for Role {}

impl HasPermissions for Role {
    fn asker(&self) -> Asker {
        let label = format!("role `{}`", self.name());
        Asker::of(self, label, Some(self.arn()))
    }
}

impl sealed::Sealed for User {}

impl HasPermissions for User {
    fn asker(&self) -> Asker {
        let label = format!("user `{}`", self.name());
        Asker::of(self, label, Some(self.arn()))
    }
}

impl sealed::Sealed for Group {}

impl HasPermissions for Group {
    fn asker(&self) -> Asker {
        let label = format!("a member of group `{}`", self.name());
        Asker::of(self, label, None)
    }
}

impl sealed::Sealed for ManagedPolicy {}

impl HasPermissions for ManagedPolicy {
    fn asker(&self) -> Asker {
        let label = format!("whoever has managed policy `{}`", self.name());
        let mut asker = Asker::of(self, label, None);
        if self.is_aws_managed() {
            // It is in every account.
            asker.owner = Owner::Deploying;
        }
        asker
    }
}

impl sealed::Sealed for IdentityPolicy {}

impl HasPermissions for IdentityPolicy {
    fn asker(&self) -> Asker {
        Asker {
            label: "whoever has the policy".to_owned(),
            owner: Owner::Deploying,
            arn: None,
            policies: vec![self.document().clone().into()],
            unknown: Vec::new(),
            boundary: None,
            tags: Vec::new(),
            service: None,
        }
    }
}

impl sealed::Sealed for ServicePrincipal {}

impl HasPermissions for ServicePrincipal {
    fn asker(&self) -> Asker {
        Asker {
            label: format!("service `{self}`"),
            owner: Owner::Deploying,
            arn: None,
            policies: Vec::new(),
            unknown: Vec::new(),
            boundary: None,
            tags: Vec::new(),
            service: Some(self.to_string()),
        }
    }
}

impl<T: HasPermissions> sealed::Sealed for &T {}

impl<T: HasPermissions> HasPermissions for &T {
    fn asker(&self) -> Asker {
        (**self).asker()
    }
}
