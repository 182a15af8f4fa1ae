//! Statements, built as one would say them: `allow(actions).on(resources).when(condition)`.

mod parts;
mod reach;
pub mod state;

use std::marker::PhantomData;

use iam_dsl_core::{ActionElement, ActionPattern, PolicyStatement};

use self::state::{
    Allow, Deny, DenyOnly, Effect, NoPrincipal, NoResource, OnAllExcept, OnItself, OnResources,
    ToAllExcept, ToPrincipals,
};
pub(crate) use self::{
    parts::Parts,
    reach::{is_about, is_everywhere},
};
use crate::{
    Action, IntoActions, IntoResources,
    condition::{Condition, IntoCondition},
    principal::IntoPrincipals,
};

/// A statement: `E` says whether it allows or denies, `P` and `R` what it says of principals and resources.
///
/// [`allow`] and [`deny`] start one. Its type decides which kind of policy takes it: an identity policy takes
/// a statement with resources and without principals, a trust policy one with principals and without resources.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let policy = IdentityPolicy::new().with(
///     allow(actions![s3::PutObject])
///         .on(arn!("arn:aws:s3:::my-app-uploads/incoming/*"))
///         .when(key!("s3:x-amz-server-side-encryption").equals("aws:kms"))
///         .sid("EncryptedUploads"),
/// );
/// assert_eq!(policy.document().statements().len(), 1);
/// ```
#[must_use = "a statement does nothing until a policy has it"]
#[derive(Clone, Debug)]
pub struct Statement<E, P = NoPrincipal, R = NoResource> {
    parts: Parts,
    state: PhantomData<(E, P, R)>,
}

/// Starts a statement that allows these actions.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let statement = allow(actions![s3::GetObject]).on(arn!("arn:aws:s3:::reports/*"));
/// # let _ = IdentityPolicy::new().with(statement);
/// ```
pub fn allow(actions: impl IntoActions) -> Statement<Allow> {
    Statement::new(actions)
}

/// Starts a statement that denies these actions, whatever else allows them.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let statement = deny(actions![s3:*])
///     .on(any())
///     .when(key!("aws:SecureTransport").is(false));
/// # let _ = IdentityPolicy::new().with(statement);
/// ```
pub fn deny(actions: impl IntoActions) -> Statement<Deny> {
    Statement::new(actions)
}

impl<E: Effect> Statement<E> {
    fn new(actions: impl IntoActions) -> Self {
        Self {
            parts: Parts::new(E::EFFECT, actions.into_actions()),
            state: PhantomData,
        }
    }
}

impl<E: Effect, P, R> Statement<E, P, R> {
    /// Names the statement: its `Sid`.
    ///
    /// IAM takes letters and digits, each Sid once in a policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![s3::GetObject]).on(any()).sid("ReadAll");
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains(r#""Sid":"ReadAll""#));
    /// ```
    pub fn sid(mut self, sid: impl Into<String>) -> Self {
        self.parts.sid = Some(sid.into());
        self
    }

    /// Adds a condition; the statement applies only where all of its conditions hold.
    ///
    /// The same key with the same comparison, said twice, becomes one with both values, as IAM's grammar has
    /// one place for it: alternatives, except for the negated comparisons. What principals stand for, such as the id of
    /// an organization, is not widened by it: that has to hold as well.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![s3::GetObject])
    ///     .on(any())
    ///     .when(key!("aws:PrincipalTag/team").equals("payments"))
    ///     .when(key!("aws:PrincipalTag/team").equals("analytics"));
    /// let json = IdentityPolicy::new().with(statement).to_json();
    /// assert!(json.contains(r#""aws:PrincipalTag/team":["payments","analytics"]"#));
    /// ```
    pub fn when(mut self, condition: impl IntoCondition) -> Self {
        let allows = E::EFFECT == iam_dsl_core::Effect::Allow;
        condition
            .into_condition()
            .add_to(&mut self.parts.conditions, allows);
        self
    }

    /// Allows a finding in this statement, and says why: no part of its JSON.
    ///
    /// An allowance that no finding needs any more is itself a finding, `STALE_ALLOWANCE`, and one without a reason allows
    /// nothing. With the feature `validate`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Code;
    /// use iam_dsl::prelude::*;
    ///
    /// let deploy = IdentityPolicy::new().with(
    ///     allow(actions![iam::PassRole])
    ///         .on(any())
    ///         .allow(Code::PASS_ROLE_WITH_STAR_IN_RESOURCE, "the boundary holds it to the team's roles"),
    /// );
    /// assert_eq!(deploy.validate(), []);
    /// ```
    #[cfg(feature = "validate")]
    pub fn allow(mut self, code: iam_dsl_core::check::Code, reason: impl Into<String>) -> Self {
        self.parts.allowances.add(code, reason.into());
        self
    }

    /// Adds a condition that belongs to the principals, and that `.when(..)` therefore cannot widen.
    #[inline]
    pub(crate) fn demanding(mut self, condition: Condition) -> Self {
        if condition.is_compared_in(&self.parts.demands) {
            return self.when(condition);
        }
        let allows = E::EFFECT == iam_dsl_core::Effect::Allow;
        condition.add_to(&mut self.parts.demands, allows);
        self
    }

    /// Adds an action to those the statement names.
    pub(crate) fn and_action(mut self, action: Action) -> Self {
        if let ActionElement::Action(actions) = &mut self.parts.actions {
            actions.push(ActionPattern::from(action));
        }
        self
    }

    pub(crate) fn into_parts(self) -> Parts {
        self.parts
    }

    fn into_state<Q, S>(self) -> Statement<E, Q, S> {
        Statement {
            parts: self.parts,
            state: PhantomData,
        }
    }
}

impl<E: Effect, P> Statement<E, P, NoResource> {
    /// Says which resources the statement is about: its `Resource`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, s3};
    ///
    /// let reports = s3::Bucket::named("reports");
    /// let statement = allow(actions![s3::GetObject, s3::ListBucket])
    ///     .on((reports.arn(), reports.objects("2026/*")));
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains("reports/2026/*"));
    /// ```
    pub fn on(self, resources: impl IntoResources) -> Statement<E, P, OnResources> {
        self.into_state::<P, OnResources>().on(resources)
    }

    /// Says that the statement is about every resource but these: its `NotResource`.
    ///
    /// With `allow` that includes resources that do not exist yet. See AWS's page
    /// [NotResource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = deny(actions![s3:*]).on_all_except(arn!("arn:aws:s3:::reports/*"));
    /// assert!(IdentityPolicy::new().with(statement).to_json().contains(r#""NotResource":"#));
    /// ```
    pub fn on_all_except(mut self, resources: impl IntoResources) -> Statement<E, P, OnAllExcept> {
        self.parts.resources = Some(resources.into_resources());
        self.parts.all_except_resources = true;
        self.into_state()
    }

    /// Says that the statement is about the resource whose policy it stands in, and writes no `Resource`.
    ///
    /// Some services want it so, such as Amazon ECR in
    /// [repository policies](https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![ecr::BatchGetImage])
    ///     .to(AccountPrincipal::new("987654321098")?)
    ///     .on_itself();
    /// assert!(!ResourcePolicy::new().with(statement).to_json().contains("Resource"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    pub fn on_itself(self) -> Statement<E, P, OnItself> {
        self.into_state()
    }
}

impl<E: Effect, P> Statement<E, P, OnResources> {
    /// Adds resources to those the statement is about.
    pub fn on(mut self, resources: impl IntoResources) -> Self {
        let all = self.parts.resources.get_or_insert_default();
        all.extend(resources.into_resources());
        self
    }
}

impl<E: Effect, R> Statement<E, NoPrincipal, R> {
    /// Says to whom the statement applies: its `Principal`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = allow(actions![sqs::SendMessage])
    ///     .to(service_principal!("sns.amazonaws.com"))
    ///     .on(arn!("arn:aws:sqs:us-east-1:123456789012:orders"));
    /// let json = ResourcePolicy::new().with(statement).to_json();
    /// assert!(json.contains(r#""Principal":{"Service":"sns.amazonaws.com"}"#));
    /// ```
    pub fn to<T: IntoPrincipals>(mut self, principals: T) -> Statement<E, T::State, R> {
        let allows = E::EFFECT == iam_dsl_core::Effect::Allow;
        for condition in principals.conditions() {
            condition.add_to(&mut self.parts.demands, allows);
        }
        self.parts.principals = Some(principals.into_principals());
        self.into_state()
    }

    /// Says that the statement denies everyone but these: its `NotPrincipal`.
    ///
    /// AWS advises a condition on `aws:PrincipalArn` instead, where that can say it. See its page
    /// [NotPrincipal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let statement = deny(actions![s3::DeleteObject])
    ///     .to_all_except(arn!("arn:aws:iam::123456789012:role/janitor"))
    ///     .on(arn!("arn:aws:s3:::reports/*"));
    /// assert!(ResourcePolicy::new().with(statement).to_json().contains(r#""NotPrincipal":"#));
    /// ```
    pub fn to_all_except<T>(mut self, principals: T) -> Statement<E, ToAllExcept, R>
    where
        T: IntoPrincipals<State = ToPrincipals>,
        E: DenyOnly,
    {
        self.parts.principals = Some(principals.into_principals());
        self.parts.all_except_principals = true;
        self.into_state()
    }
}

impl<E: Effect, R> Statement<E, ToPrincipals, R> {
    /// Adds principals to those the statement applies to.
    pub fn to<T>(mut self, principals: T) -> Self
    where
        T: IntoPrincipals<State = ToPrincipals>,
    {
        let all = self.parts.principals.get_or_insert_default();
        all.extend(principals.into_principals());
        self
    }
}

impl<E: Effect, P, R> From<Statement<E, P, R>> for PolicyStatement {
    fn from(statement: Statement<E, P, R>) -> Self {
        statement.parts.into_policy_statement()
    }
}
