//! What a grant added.

use std::fmt;

use iam_dsl_core::{ActionElement, ActionPattern, PolicyStatement};

use super::{GrantError, Party, Request, place::Plan};
use crate::IntoActions;

/// What a grant added, and where.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let uploads = s3::Bucket::named("my-app-uploads");
/// let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner"))?;
/// let grant = uploads.grant_read(&partner)?;
///
/// // A role of another account needs both: its own policy and the bucket's.
/// assert_eq!(grant.identity_statements().len(), 2);
/// assert_eq!(grant.resource_statements().len(), 2);
/// assert_eq!(grant.to_string(), "role `partner` may read and list objects of bucket `my-app-uploads`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Grant {
    method: &'static str,
    lets: String,
    resource: String,
    party: Party,
    plan: Plan,
}

impl Grant {
    #[inline]
    pub(super) fn give(request: Request) -> Self {
        let Request {
            method,
            lets,
            resource,
            party,
            mut plan,
            ..
        } = request;
        plan.narrow(party.demands());
        plan.put(&party);
        Self {
            method,
            lets,
            resource,
            party,
            plan,
        }
    }

    /// Returns the statements that the grantee's policy got.
    #[inline]
    pub fn identity_statements(&self) -> &[PolicyStatement] {
        &self.plan.identity
    }

    /// Returns the statements that the resource's policy got, or the policies of several resources; of a role, its trust
    /// policy.
    #[inline]
    pub fn resource_statements(&self) -> &[PolicyStatement] {
        &self.plan.resource.statements
    }

    /// Returns the statements that the policy of the resource's key got.
    #[inline]
    pub fn key_statements(&self) -> &[PolicyStatement] {
        &self.plan.key.statements
    }

    /// Returns the statements that someone else has to add: another account, to the policies of those of its identities
    /// that are meant, where the grantee was named by its account, its organization or its ARN alone.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::s3;
    ///
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// let grant = uploads.grant_get(AccountPrincipal::new("999999999999")?)?;
    /// for statement in grant.statements_needed_elsewhere() {
    ///     println!("please add: {statement}");
    /// }
    /// # assert_eq!(grant.statements_needed_elsewhere().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn statements_needed_elsewhere(&self) -> &[PolicyStatement] {
        &self.plan.elsewhere
    }

    /// Takes actions off again, on both sides: those that are named, or that a pattern such as `dynamodb::Batch*` matches.
    ///
    /// # Errors
    ///
    /// The grant does not have one of them, or has nothing else. All of it stays as it is then.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::dynamodb;
    ///
    /// let orders = dynamodb::Table::named("orders");
    /// let role = Role::new("order-processor");
    /// orders.grant_write_data(&role)?.without(actions![dynamodb::DeleteItem, dynamodb::BatchWriteItem])?;
    /// assert!(!role.policy().to_json().contains("DeleteItem"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn without(mut self, actions: impl IntoActions) -> Result<Self, GrantError> {
        let off = self.to_take_off(&actions.into_actions())?;
        let new = |statement: &PolicyStatement| without(statement, &off);
        if self.plan.given().all(|statement| new(statement).is_none()) {
            return Err(self.bad_action(&off, "it would have nothing left: leave the grant out"));
        }
        self.plan.change(&self.party, &new);
        Ok(self)
    }

    /// The actions of the grant that are to go.
    #[inline]
    fn to_take_off(&self, actions: &ActionElement) -> Result<Vec<ActionPattern>, GrantError> {
        if actions.is_not() {
            let help = "say which actions to take off, with `actions![..]`";
            return Err(self.bad_action(actions.actions().as_slice(), help));
        }
        let granted: Vec<ActionPattern> = self
            .plan
            .given()
            .filter_map(PolicyStatement::action)
            .flat_map(|actions| actions.actions().iter().cloned())
            .collect();
        for pattern in actions.actions() {
            if !granted.iter().any(|action| pattern.subsumes(action)) {
                let help = "take off an action that the grant has: its documentation lists them";
                return Err(self.bad_action(std::slice::from_ref(pattern), help));
            }
        }
        Ok(actions.actions().iter().cloned().collect())
    }

    #[inline]
    fn bad_action(&self, actions: &[ActionPattern], help: &'static str) -> GrantError {
        let names: Vec<&str> = actions.iter().map(ActionPattern::as_str).collect();
        GrantError::UnsuitableAction {
            method: self.method,
            resource: self.resource.clone(),
            action: names.join("`, `"),
            help,
        }
    }
}

/// A statement with fewer actions, if there are any left.
#[inline]
fn without(statement: &PolicyStatement, off: &[ActionPattern]) -> Option<PolicyStatement> {
    let actions: Vec<ActionPattern> = statement
        .action()?
        .actions()
        .iter()
        .filter(|action| !off.iter().any(|pattern| pattern.subsumes(action)))
        .cloned()
        .collect();
    (!actions.is_empty()).then(|| statement.clone().with_actions(actions))
}

impl fmt::Display for Grant {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            party,
            lets,
            resource,
            ..
        } = self;
        write!(f, "{} may {lets} {resource}", party.label())
    }
}
