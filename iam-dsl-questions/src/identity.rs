//! Who asks.

use iam_dsl_core::Arn;
use iam_dsl_evaluate::NamedPolicy;

use iam_dsl_builder::__internals::{Owner, owner_of};
use iam_dsl_builder::{IdentityPolicy, Role};

use crate::{Question, RequestAction};

/// Whose permissions can be tested: a [`Role`], or an [`IdentityPolicy`] by itself.
///
/// Of a policy by itself nothing is known but that whoever has it belongs to the deploying account.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no permissions to test",
    label = "not a role or an identity policy",
    note = "write a `Role` or an `IdentityPolicy`, by value or by reference; a question stands by itself, without an action"
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
    /// Nothing for a policy by itself.
    pub(crate) arn: Option<Arn>,
    pub(crate) policy: NamedPolicy,
    /// The ARNs of managed policies, whose text nobody knows here.
    pub(crate) managed: Vec<String>,
}

impl sealed::Sealed for Role {}

impl HasPermissions for Role {
    fn asker(&self) -> Asker {
        let managed = self.managed_policies();
        Asker {
            label: format!("role `{}`", self.name()),
            owner: owner_of(self),
            arn: Some(self.arn()),
            policy: NamedPolicy::new(
                format!("role {}", self.name()),
                self.policy().into_document(),
            ),
            managed: managed
                .iter()
                .map(|policy| policy.arn().to_owned())
                .collect(),
        }
    }
}

impl sealed::Sealed for IdentityPolicy {}

impl HasPermissions for IdentityPolicy {
    fn asker(&self) -> Asker {
        Asker {
            label: "whoever has the policy".to_owned(),
            owner: Owner::Deploying,
            arn: None,
            policy: self.document().clone().into(),
            managed: Vec::new(),
        }
    }
}

impl<T: HasPermissions> sealed::Sealed for &T {}

impl<T: HasPermissions> HasPermissions for &T {
    fn asker(&self) -> Asker {
        (**self).asker()
    }
}
