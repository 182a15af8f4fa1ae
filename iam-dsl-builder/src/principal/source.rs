//! Trust in a service for what acts on one account's behalf alone.

use iam_dsl_catalog::role_sources::{self, RoleSource};
use iam_dsl_core::{Arn, Template, Token, check};

use super::{IntoTrust, ServicePrincipal, Trust};
use crate::{
    ValueError,
    condition::{Key, Single, kind},
};

impl ServicePrincipal {
    /// Trusts the service only when it acts for this resource, such as a state machine: against the
    /// [confused deputy](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).
    ///
    /// The resource's name may have wildcards, its account may not. The condition is on `aws:SourceArn`, and on
    /// `aws:SourceAccount` where the service sends that too.
    ///
    /// # Errors
    ///
    /// AWS does not document that the service sends its source when it assumes a role, so that the condition might
    /// lock it out; or the ARN is of another service, of a kind of resource that the service does not assume roles
    /// for, or leaves the account open.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let orders = arn!("arn:aws:states:us-east-1:123456789012:stateMachine:orders");
    /// let role = Role::new("orders-workflow")
    ///     .trusted_by(service_principal!("states.amazonaws.com").from_source(orders)?);
    /// assert!(role.trust_policy().to_json().contains("aws:SourceArn"));
    ///
    /// let instance = arn!("arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0");
    /// assert!(service_principal!("ec2.amazonaws.com").from_source(instance).is_err());
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_source(self, arn: Arn) -> Result<Trust, ValueError> {
        let source = self.source()?;
        fits(source, &arn)?;
        let account = arn.account().clone();
        let key = Key::<kind::Arn>::__checked("aws:SourceArn");
        let condition = if arn.to_string().contains(['*', '?']) {
            key.like(arn)
        } else {
            key.equals(arn)
        };
        let trust = self.into_trust().demanding(condition);
        Ok(if source.account {
            trust.demanding(source_account().equals(account))
        } else {
            trust
        })
    }

    /// Trusts the service only when it acts for a resource of this account.
    ///
    /// # Errors
    ///
    /// The id is not twelve digits, or AWS does not document that the service sends its source when it assumes a role.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let scheduler = service_principal!("scheduler.amazonaws.com").from_account("123456789012")?;
    /// let role = Role::new("nightly-report").trusted_by(scheduler);
    /// assert!(role.trust_policy().to_json().contains(r#""aws:SourceAccount":"123456789012""#));
    ///
    /// let error = service_principal!("lambda.amazonaws.com").from_account("123456789012").unwrap_err();
    /// assert!(error.to_string().contains("`lambda.amazonaws.com`"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_account(self, account: impl Into<String>) -> Result<Trust, ValueError> {
        let account = account.into();
        check::account_id(&account)?;
        self.from_account_template(Template::from(account))
    }

    /// Trusts the service only when it acts for a resource of the account that is deployed to.
    ///
    /// # Errors
    ///
    /// AWS does not document that the service sends its source when it assumes a role.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let builds = service_principal!("codebuild.amazonaws.com").from_own_account()?;
    /// let role = Role::new("build").trusted_by(builds);
    /// assert!(role.trust_policy().to_json().contains("${AWS::AccountId}"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_own_account(self) -> Result<Trust, ValueError> {
        self.from_account_template(Template::from(Token::AccountId))
    }

    #[expect(clippy::wrong_self_convention, reason = "named for what it helps")]
    #[inline]
    fn from_account_template(self, account: Template) -> Result<Trust, ValueError> {
        let source = self.source()?;
        let condition = if source.account {
            source_account().equals(account)
        } else {
            let any = Arn::new(Token::Partition, source.service, "*", account, "*");
            Key::<kind::Arn>::__checked("aws:SourceArn").like(any)
        };
        Ok(self.into_trust().demanding(condition))
    }

    #[inline]
    fn source(&self) -> Result<&'static RoleSource, ValueError> {
        role_sources::find(&self.to_string()).ok_or_else(|| {
            ValueError::new(format!(
                "AWS does not document that `{self}` says for whom it assumes a role"
            ))
            .with_help(
                "trust the service as it is; where you know that it sends the key, as in a grant on a resource, write `.when(key!(\"aws:SourceArn\").equals(..))`",
            )
        })
    }
}

#[inline]
fn source_account() -> Key<kind::Text, Single> {
    Key::__checked("aws:SourceAccount")
}

#[inline]
fn fits(source: &RoleSource, arn: &Arn) -> Result<(), ValueError> {
    let page = source.page;
    if arn.service().as_str() != Some(source.service) {
        return Err(ValueError::new(format!(
            "`{arn}` is no source of `{}`: its sources are of `{}`",
            source.principal, source.service,
        ))
        .with_help(format!("see https://docs.aws.amazon.com/{page}")));
    }
    if let Some(account) = arn.account().as_str() {
        check::account_id(account).map_err(|_| {
            ValueError::new(format!("`{arn}` leaves open whose resource it is")).with_help(
                "name the account of the resource; its region and name may have wildcards",
            )
        })?;
    }
    let resource = arn.resource().to_string();
    let all = resource == "*" || source.resources.is_empty();
    if !all
        && !source
            .resources
            .iter()
            .any(|start| resource.starts_with(start))
    {
        return Err(ValueError::new(format!(
            "`{}` does not assume roles for `{resource}`",
            source.principal,
        ))
        .with_help(format!(
            "write `*` for it, or what starts with `{}`: see https://docs.aws.amazon.com/{page}",
            source.resources.join("` or `"),
        )));
    }
    Ok(())
}
