//! Log groups.

use iam_dsl_core::{Arn, PrincipalType};

use crate::{
    ValueError, allow, any, aws,
    condition::{Key as ConditionKey, Single, kind},
    grant::{GrantError, Granting, On, Party, Request, Sort, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, policy_methods,
    },
    kms::Key,
    owner::Owner,
    principal::Principal,
};

const CLASS: Class = Class {
    noun: "log group",
    kind: "AWS::Logs::LogGroup",
    arn: ArnForm::regional("logs", "log-group:").without(&[':']),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself, On::Under(":*")],
};

/// A log group: who may write to it and read it, and the statements that its resource policy needs.
///
/// A log group is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::logs;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let group = logs::LogGroup::new(&env, "/aws/lambda/orders");
/// let role = Role::new("orders");
/// group.grant_write(&role)?;
/// assert!(role.policy().to_json().contains("log-group:/aws/lambda/orders:*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct LogGroup {
    handle: Handle,
}

handle_methods!(LogGroup, "log group");
policy_methods!(LogGroup, "log group");
action_methods!(
    LogGroup,
    "log group",
    "logs::LogGroup::named(\"/my-app/audit\")",
    logs::DescribeSubscriptionFilters
);

impl LogGroup {
    /// The log group of this name, in the account and region of an environment.
    #[inline]
    pub fn new(env: &crate::Env, name: impl Into<String>) -> Self {
        Self::of(Handle::named(
            &CLASS,
            Owner::Known(env.clone()),
            name.into(),
        ))
    }

    /// The log group of this name, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::of(Handle::named(&CLASS, Owner::Deploying, name.into()))
    }

    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// A log group that exists already. AWS also writes its ARN with `:*` at the end, which is read the same.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a log group.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{logs, prelude::*};
    ///
    /// let orders = logs::LogGroup::from_arn(arn!("arn:aws:logs:us-east-1:999999999999:log-group:orders"))?;
    /// assert_eq!(orders.name(), "orders");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let group = arn
            .resource()
            .as_str()
            .and_then(|name| name.strip_suffix(":*"));
        let arn = match group {
            Some(group) => arn.clone().with_resource(group),
            None => arn,
        };
        Handle::from_arn(&CLASS, arn).map(Self::of)
    }

    /// Returns the ARN of the group's streams.
    #[inline]
    pub fn streams(&self) -> Arn {
        self.handle.sub_arn(":*")
    }

    /// Says that the log group is encrypted with this key, and lets CloudWatch Logs use the key for this group.
    ///
    /// The service itself encrypts and decrypts, so that who reads or writes events needs nothing of the key. See AWS's
    /// page on [log groups and keys](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{kms, logs};
    ///
    /// let env = Env::new("123456789012", "us-east-1")?;
    /// let key = kms::Key::new(&env, "1234abcd-12ab-34cd-56ef-1234567890ab");
    /// let audit = logs::LogGroup::new(&env, "/my-app/audit").encrypted_with(&key);
    /// assert!(key.policy().to_json().contains("logs.us-east-1.amazonaws.com"));
    /// assert!(key.policy().to_json().contains("kms:EncryptionContext:aws:logs:arn"));
    /// # let _ = audit;
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn encrypted_with(self, key: &Key) -> Self {
        let service = self.handle.host_of("logs", key.handle());
        let of_group =
            ConditionKey::<kind::Arn, Single>::__checked("kms:EncryptionContext:aws:logs:arn");
        let statement = allow([
            aws::kms::Encrypt,
            aws::kms::Decrypt,
            aws::kms::ReEncryptFrom,
            aws::kms::ReEncryptTo,
            aws::kms::GenerateDataKey,
            aws::kms::DescribeKey,
        ])
        .to(Principal::named(PrincipalType::Service, service))
        .on(any())
        .when(of_group.equals(self.arn()));
        let statement = statement.into();
        if !key.handle().has_in_policy(&statement) {
            key.handle().add_to_policy(&statement);
        }
        self
    }
}

impl Granting for LogGroup {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// CloudWatch Logs takes services and accounts as principals, an account by its bare id.
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html>
    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        let party = party.as_usual_principal(request)?;
        match party.sort() {
            Sort::Service => return Ok(party),
            Sort::Role | Sort::User | Sort::Account | Sort::Arn => {
                if let Some(account) = party.account() {
                    return Ok(party.with_principals(vec![Principal::aws(account)]));
                }
            }
            _ => {}
        }
        let help = "grant to a service or to an account whose id is known";
        Err(request.refuse(&party, help))
    }
}

grants! {
    LogGroup with policy, "log group", "logs::LogGroup::named(\"/my-app/audit\")", "log group `/my-app/audit`";

    // Listing all groups of the account (`DescribeLogGroups`) is no part of reading one.
    grant_read => "read events of" {
        ItselfAnd(":*"): [logs::FilterLogEvents, logs::GetLogGroupFields, logs::DescribeLogStreams],
        Under(":*"): [logs::GetLogEvents],
    }
    grant_write => "write events to" {
        Under(":*"): [logs::CreateLogStream, logs::PutLogEvents],
    }
    /// Queries of CloudWatch Logs Insights. Stopping a query is not bound to a log group.
    grant_query => "query events of" {
        ItselfAnd(":*"): [logs::StartQuery, logs::GetQueryResults, logs::GetLogGroupFields],
        Everything: [logs::StopQuery],
    }
}
