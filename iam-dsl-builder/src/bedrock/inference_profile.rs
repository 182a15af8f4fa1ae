//! Inference profiles.

use iam_dsl_core::Arn;

use super::FoundationModel;
use crate::{
    Env, Grant, GrantError, Grantee, ValueError,
    condition::{Key, Single, kind},
    grant::{Granting, On, Request, entries},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "inference profile",
    kind: "AWS::Bedrock::InferenceProfile",
    arn: ArnForm::regional("bedrock", "inference-profile/").without(&['/']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

const APPLICATION: Class = Class {
    noun: "inference profile",
    kind: "AWS::Bedrock::ApplicationInferenceProfile",
    arn: ArnForm::regional("bedrock", "application-inference-profile/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An inference profile, which sends requests to a model in one of several regions: who may invoke the model through it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock::{FoundationModel, InferenceProfile};
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let profile = InferenceProfile::new(&env, "us.amazon.nova-lite-v1:0");
/// let here = FoundationModel::new(&env, "amazon.nova-lite-v1:0");
/// let there = FoundationModel::from_arn(arn!("arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0"))?;
/// let role = Role::new("assistant");
/// profile.grant_invoke(&role, &[&here, &there])?;
/// assert!(role.policy().to_json().contains("bedrock:InferenceProfileArn"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct InferenceProfile {
    handle: Handle,
}

handle_methods!(InferenceProfile by "id", "inference profile");
action_methods!(
    InferenceProfile,
    "inference profile",
    "bedrock::InferenceProfile::named(\"us.amazon.nova-lite-v1:0\")",
    bedrock::GetInferenceProfile
);

impl InferenceProfile {
    /// The inference profile of AWS's with this id, as the account and region of an environment have it.
    #[inline]
    pub fn new(env: &Env, id: impl Into<String>) -> Self {
        Self::of(&CLASS, Owner::Known(env.clone()), id.into())
    }

    /// The inference profile of AWS's with this id, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(id: impl Into<String>) -> Self {
        Self::of(&CLASS, Owner::Deploying, id.into())
    }

    /// The account's own inference profile with this id, in the account and region of an environment.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{bedrock, prelude::*};
    ///
    /// let env = Env::new("123456789012", "us-east-1")?;
    /// let reports = bedrock::InferenceProfile::application(&env, "a1b2c3d4e5f6");
    /// assert!(reports.arn().to_string().ends_with(":application-inference-profile/a1b2c3d4e5f6"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn application(env: &Env, id: impl Into<String>) -> Self {
        Self::of(&APPLICATION, Owner::Known(env.clone()), id.into())
    }

    #[inline]
    fn of(class: &'static Class, owner: Owner, id: String) -> Self {
        let handle = Handle::named(class, owner, id);
        Self { handle }
    }

    /// The inference profile that has this ARN, AWS's or the account's own.
    ///
    /// # Errors
    ///
    /// The ARN is not that of an inference profile.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{bedrock, prelude::*};
    ///
    /// let arn = arn!("arn:aws:bedrock:us-east-1:999999999999:inference-profile/us.amazon.nova-lite-v1:0");
    /// assert_eq!(bedrock::InferenceProfile::from_arn(arn)?.name(), "us.amazon.nova-lite-v1:0");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let resource = arn.resource().to_string();
        let class = if resource.starts_with("application-") {
            &APPLICATION
        } else {
            &CLASS
        };
        Handle::from_arn(class, arn).map(|handle| Self { handle })
    }

    /// Lets the grantee invoke the model through the inference profile.
    ///
    /// The service asks for the profile, and for the model in the region that a request is sent to: name the model in each
    /// region of the profile. It allows `bedrock:InvokeModel` and `bedrock:InvokeModelWithResponseStream` on the profile, and
    /// on the models where `bedrock:InferenceProfileArn` is the profile. See AWS's page on
    /// [inference profiles](https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html).
    ///
    /// # Errors
    ///
    /// There is no model, or one has the id of an inference profile, or the grant cannot be given to such a grantee. See [`GrantError`].
    ///
    /// # Example
    ///
    /// See [`InferenceProfile`].
    #[inline]
    pub fn grant_invoke(
        &self,
        grantee: impl Grantee,
        models: &[&FoundationModel],
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_invoke;
        let mut request = Request::of(self, entry, grantee.into_party())?;
        if models.is_empty() {
            return Err(request.bad_value(
                "there is no model to invoke".to_owned(),
                "name the model in each region that the profile sends requests to",
            ));
        }
        let profile = Key::<kind::Arn, Single>::__checked("bedrock:InferenceProfileArn");
        request.when(profile.equals(self.arn()));
        for model in models {
            model.check(&request)?;
            request.plan(*model, entry)?;
        }
        Ok(request.give())
    }
}

impl Granting for InferenceProfile {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

entries! { entries;
    grant_invoke => "invoke" {
        Itself: [bedrock::InvokeModel, bedrock::InvokeModelWithResponseStream],
    }
}
