//! Parameters.

use iam_dsl_core::Arn;

use crate::{
    Env, ValueError,
    grant::{Granting, On, grants},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "parameter",
    kind: "AWS::SSM::Parameter",
    arn: ArnForm::regional("ssm", "parameter/").without(&[':']),
    policy: PolicySupport::None,
    key_via: Some("ssm"),
    forms: &[On::Itself],
};

/// A parameter of Parameter Store, or a path of such: who may read and write them.
///
/// The value of a `SecureString` is encrypted: say with which key, unless it is the one that AWS manages in the account.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ssm;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let endpoint = ssm::Parameter::new(&env, "/my-app/endpoint");
/// let role = Role::new("my-app");
/// endpoint.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("parameter/my-app/endpoint"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Parameter {
    handle: Handle,
}

handle_methods!(Parameter, "parameter");
key_methods!(
    Parameter,
    "parameter",
    "ssm::Parameter::named(\"/my-app/password\")"
);
action_methods!(
    Parameter,
    "parameter",
    "ssm::Parameter::named(\"/my-app/endpoint\")",
    ssm::LabelParameterVersion
);

impl Parameter {
    /// The parameter of this name, with or without a path, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::of(Owner::Known(env.clone()), name.into())
    }

    /// The same in the account and region that everything is deployed to.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::ssm;
    ///
    /// let with_path = ssm::Parameter::named("/my-app/endpoint");
    /// let without = ssm::Parameter::named("endpoint");
    /// assert!(with_path.arn().to_string().ends_with(":parameter/my-app/endpoint"));
    /// assert!(without.arn().to_string().ends_with(":parameter/endpoint"));
    /// ```
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::of(Owner::Deploying, name.into())
    }

    #[inline]
    fn of(owner: Owner, name: String) -> Self {
        // In the ARN, the slash that a path starts with is the one after `parameter`.
        let path = name.strip_prefix('/').unwrap_or(&name).to_owned();
        let handle = Handle::named(&CLASS, owner, path);
        Self {
            handle: handle.with_name(name),
        }
    }

    /// The parameter that has this ARN: one that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a parameter.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, ssm};
    ///
    /// let arn = arn!("arn:aws:ssm:us-east-1:123456789012:parameter/my-app/endpoint");
    /// assert_eq!(ssm::Parameter::from_arn(arn)?.name(), "/my-app/endpoint");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        let name = handle.name();
        let name = if name.contains('/') {
            format!("/{name}")
        } else {
            name.to_owned()
        };
        Ok(Self {
            handle: handle.with_name(name),
        })
    }
}

impl Granting for Parameter {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Parameter, "parameter", "ssm::Parameter::named(\"/my-app/endpoint\")", "parameter `/my-app/endpoint`";

    // `DescribeParameters` is of the whole account.
    grant_read => "read" {
        Itself: [ssm::GetParameter, ssm::GetParameters, ssm::GetParameterHistory];
        key: [Decrypt]
    }
    /// The parameter is the path, such as `/my-app`. What is asked for is the path, and not each parameter under it: see
    /// AWS's page on
    /// [how reading is authorized](https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-retrieval-authorization.html).
    grant_read_path => "read what is under the path of" {
        ItselfAnd("/*"): [ssm::GetParametersByPath];
        key: [Decrypt]
    }
    // A value of the standard tier is encrypted with the key itself, one of the advanced tier with a data key:
    // <https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html>
    grant_write => "write" {
        Itself: [ssm::PutParameter];
        key: [Encrypt, GenerateDataKey]
    }
}
