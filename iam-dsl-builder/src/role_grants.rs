//! What can be granted on roles: assuming them, and passing them to services.

use std::borrow::Borrow;

use iam_dsl_core::{ActionPattern, ConditionBlock, Effect, PolicyStatement, Principals, Template};

use crate::{
    Action, Grant, GrantError, Grantee, IntoActions, Role, ServicePrincipal, allow, aws,
    condition::{Key, Single, kind},
    grant::{Granting, On, Party, Request, Sort, give_actions},
    handle::{ArnForm, Class, Handle, PolicySupport, is_name_of_one},
};

const CLASS: Class = Class {
    noun: "role",
    kind: "AWS::IAM::Role",
    arn: ArnForm::regional("iam", "role/").without_region(),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

impl Role {
    /// Lets the grantee use these actions on the role, such as reading what it is. See also
    /// [`grant_assume_role`](Self::grant_assume_role) and [`grant_pass_role`](Self::grant_pass_role).
    ///
    /// # Errors
    ///
    /// An action is a pattern, or one that acts on no role, or `sts:AssumeRole`, which the role's trust policy has to let
    /// in as well; or the grantee is of another account. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let (app, auditor) = (Role::new("app"), Role::new("auditor"));
    /// app.grant(&auditor, actions![iam::GetRole])?;
    /// assert!(auditor.policy().to_json().contains("role/app"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant(
        &self,
        grantee: impl Grantee,
        actions: impl IntoActions,
    ) -> Result<Grant, GrantError> {
        let (party, actions) = (grantee.into_party(), actions.into_actions());
        let request = Request::new("grant", "", self.identity().label(), party.clone())?;
        let is_assume =
            |action: &&ActionPattern| Action::find(action.as_str()) == Some(aws::sts::AssumeRole);
        if let Some(assume) = actions.actions().iter().find(is_assume) {
            return Err(request.unsuitable(
                assume,
                "use `grant_assume_role`, which also sees to the trust",
            ));
        }
        give_actions(&Target::of(self), party, &actions)
    }

    /// Lets the grantee pass the role to this service, which then acts with it.
    ///
    /// It allows `iam:PassRole` on the role, where `iam:PassedToService` is the service. No role can be passed across
    /// accounts. See AWS's page on
    /// [passing a role](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).
    ///
    /// # Errors
    ///
    /// The grantee has no policy of its own, or is of another account. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let tasks = service_principal!("ecs-tasks.amazonaws.com");
    /// let report = Role::new("report").trusted_by(tasks.clone());
    /// let deploy = Role::new("deploy");
    /// report.grant_pass_role(&deploy, &tasks)?;
    /// assert!(deploy.policy().to_json().contains(r#"{"iam:PassedToService":"ecs-tasks.amazonaws.com"}"#));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_pass_role(
        &self,
        grantee: impl Grantee,
        service: impl Borrow<ServicePrincipal>,
    ) -> Result<Grant, GrantError> {
        let (party, service) = (grantee.into_party(), service.borrow());
        let passed = format!("{} to `{service}`", self.identity().label());
        let mut request = Request::new("grant_pass_role", "pass", passed, party)?;
        plan_passing(&mut request, [self], service)?;
        Ok(request.give())
    }

    /// Lets the grantee assume the role.
    ///
    /// Where the grantee has a policy of its own, that allows `sts:AssumeRole` on the role. The role's trust policy admits
    /// the grantee, unless it does so already: without conditions, by its ARN, its account, or as anyone.
    ///
    /// A service, an account, an organization or an ARN has no policy here, so that the trust policy alone says it.
    ///
    /// # Errors
    ///
    /// The role does not trust the grantee's account, and no policy can name the grantee: it is a group or a managed
    /// policy. Or the grantee is one that does not come with `sts:AssumeRole`: what a provider vouches for is trusted with
    /// [`trusted_by`](Self::trusted_by).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let (operator, app) = (Role::new("operator"), Role::new("app"));
    /// let grant = operator.grant_assume_role(&app)?;
    /// assert_eq!(grant.identity_statements().len(), 1);
    /// assert!(operator.trust_policy().to_json().contains("role/app"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_assume_role(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let role = self.identity();
        let owner = role.owner();
        let party = grantee.into_party();
        let is_foreign = party.is_foreign_to(&owner);
        let mut request = Request::new("grant_assume_role", "assume", role.label(), party.clone())?;
        one_role(&request, self)?;
        let is_admitted = if party.own_identity().is_none() {
            false
        } else if role.is_made_here() {
            self.trusts(&party)
        } else {
            // What the trust policy says of a role that exists already is not known; its account is seen to.
            !is_foreign
        };
        if !is_admitted {
            request.plan_trust(self, trust(&request, &party)?);
        }
        request.plan_own(
            vec![allow(aws::sts::AssumeRole).on(self.arn()).into()],
            &owner,
        );
        Ok(request.give())
    }

    /// Whether the trust policy admits the grantee whatever else it comes with.
    #[inline]
    fn trusts(&self, party: &Party) -> bool {
        let policy = self.trust_policy();
        let is_same_account = !party.is_foreign_to(&self.identity().owner());
        policy.document().statements().iter().any(|statement| {
            lets_assume(statement)
                && match statement.principal() {
                    Some(principal) if !principal.is_not() => {
                        let mut named = principal.principals().iter();
                        *principal.principals() == Principals::Any
                            || named.any(|(_, name)| admits(name, party, is_same_account))
                    }
                    _ => false,
                }
        })
    }
}

/// Whether a statement of a trust policy lets assume the role without more ado.
#[inline]
fn lets_assume(statement: &PolicyStatement) -> bool {
    statement.effect() == Effect::Allow
        && statement.condition().is_none_or(ConditionBlock::is_empty)
        && statement.action().is_some_and(|action| {
            let assume = aws::sts::AssumeRole.into();
            !action.is_not() && action.actions().iter().any(|known| known.subsumes(&assume))
        })
}

/// Whether this name of a principal stands for the grantee, or for all of its account.
#[inline]
fn admits(name: &Template, party: &Party, is_same_account: bool) -> bool {
    let text = name.to_string();
    if text == "*"
        || party
            .as_principals()
            .iter()
            .any(|own| own.to_string() == text)
    {
        return true;
    }
    let is_deploying_account = text.ends_with("::${AWS::AccountId}:root");
    let is_account =
        |account: String| text == account || text.ends_with(&format!("::{account}:root"));
    is_same_account && is_deploying_account || party.account().is_some_and(is_account)
}

/// The statement of a trust policy that lets the grantee assume the role.
#[inline]
fn trust(request: &Request, party: &Party) -> Result<PolicyStatement, GrantError> {
    let help = match party.sort() {
        Sort::Group | Sort::Policy => {
            "let the role trust the account first, with `.trusted_by(AccountPrincipal::of(&env))`"
        }
        Sort::Federated => {
            "let the role trust it with `.trusted_by(web_identity(provider).when(..))`: it comes with another action"
        }
        Sort::CanonicalUser => "only Amazon S3 knows canonical users: grant to the account",
        Sort::Anyone => "say who may assume the role: whoever knows its name could",
        Sort::Role
        | Sort::User
        | Sort::Service
        | Sort::Account
        | Sort::Organization
        | Sort::Arn
        | Sort::Mixed => {
            let mut trust = allow(aws::sts::AssumeRole).into_parts();
            trust.set_principals(party.as_principals().to_vec());
            trust.narrow(party.conditions());
            return Ok(trust.into_policy_statement());
        }
    };
    Err(request.refuse(party, help))
}

/// Plans that the grantee passes these roles to a service.
#[inline]
pub(crate) fn plan_passing<'a>(
    request: &mut Request,
    roles: impl IntoIterator<Item = &'a Role>,
    service: &ServicePrincipal,
) -> Result<(), GrantError> {
    let mut arns = Vec::new();
    let mut owner = None;
    for role in roles {
        let of_role = role.identity().owner();
        one_role(request, role)?;
        if request.party().is_foreign_to(&of_role) {
            return Err(request.refuse(
                request.party(),
                "roles are passed within their account: grant to a role of it, and let who is meant assume that",
            ));
        }
        if !arns.contains(&role.arn()) {
            arns.push(role.arn());
        }
        owner = Some(of_role);
    }
    if let Some(owner) = owner {
        let passed_to = Key::<kind::Text, Single>::__checked("iam:PassedToService");
        let pass = allow(aws::iam::PassRole)
            .on(arns)
            .when(passed_to.equals(service.to_string()));
        request.plan_own(vec![pass.into()], &owner);
    }
    Ok(())
}

/// Grants are on one role.
#[inline]
fn one_role(request: &Request, role: &Role) -> Result<(), GrantError> {
    if is_name_of_one(&role.name()) {
        return Ok(());
    }
    Err(request.name_of_many())
}

/// A role as something to grant.
struct Target {
    handle: Handle,
}

impl Target {
    #[inline]
    fn of(role: &Role) -> Self {
        let identity = role.identity();
        Self {
            handle: Handle::new(&CLASS, identity.owner(), role.name(), role.arn()),
        }
    }
}

impl Granting for Target {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
