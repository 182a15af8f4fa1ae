//! Foundation models.

use iam_dsl_core::ActionPattern;

use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, On, Party, Request, entries},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "foundation model",
    kind: "AWS::Bedrock::FoundationModel",
    arn: ArnForm::regional("bedrock", "foundation-model/")
        .without_account()
        .without(&['/']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A foundation model in a region: who may invoke it.
///
/// It is of no account, so that whoever has a policy of their own can be granted it, in any account.
///
/// Its id begins with who made it. One that begins with a geography, such as `us.` or `global.`, is that of an
/// [`InferenceProfile`](super::InferenceProfile), of which no model has the ARN, so that nothing can be granted on it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock;
///
/// let nova = bedrock::FoundationModel::named("amazon.nova-lite-v1:0");
/// let role = Role::new("assistant");
/// nova.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("foundation-model/amazon.nova-lite-v1:0"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct FoundationModel {
    handle: Handle,
}

handle_methods!(FoundationModel by "id", "foundation model");
named_methods!(
    FoundationModel by "id",
    "foundation model",
    "bedrock::FoundationModel",
    "amazon.nova-lite-v1:0",
    "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"
);
action_methods!(
    FoundationModel,
    "foundation model",
    "bedrock::FoundationModel::named(\"amazon.nova-lite-v1:0\")",
    bedrock::GetFoundationModel
);

impl FoundationModel {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// Lets the grantee invoke the foundation model.
    ///
    /// It allows `bedrock:InvokeModel` and `bedrock:InvokeModelWithResponseStream` on the foundation model.
    ///
    /// # Errors
    ///
    /// The id is that of an inference profile, or the grant cannot be given to such a grantee. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{bedrock, prelude::*};
    ///
    /// let role = Role::new("app");
    /// bedrock::FoundationModel::named("amazon.nova-lite-v1:0").grant_invoke(&role)?;
    /// assert!(role.policy().to_json().contains("bedrock:InvokeModel"));
    /// assert!(bedrock::FoundationModel::named("us.amazon.nova-lite-v1:0").grant_invoke(&role).is_err());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_invoke(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant_invoke;
        let party = grantee.into_party();
        let mut request = Request::new(entry.method, entry.lets, self.label(), party)?;
        self.check(&request)?;
        request.plan(self, entry)?;
        Ok(request.give())
    }

    /// That the id is none of an inference profile.
    #[inline]
    pub(super) fn check(&self, request: &Request) -> Result<(), GrantError> {
        if self.is_profile() {
            let problem = format!("`{}` is the id of an inference profile", self.name());
            return Err(request.bad_value(problem, PROFILE_HELP));
        }
        Ok(())
    }

    #[inline]
    fn is_profile(&self) -> bool {
        let start = self.name().split_once('.').map(|(start, _)| start);
        start.is_some_and(|start| GEOGRAPHIES.contains(&start))
    }
}

/// What the ids of inference profiles begin with.
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html>
const GEOGRAPHIES: &[&str] = &["apac", "au", "ca", "eu", "global", "jp", "us", "us-gov"];

const PROFILE_HELP: &str =
    "name the model without the geography at the start of its id, or grant an `InferenceProfile`";

impl Granting for FoundationModel {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.own_identity().is_none()
    }

    #[inline]
    fn refusal(&self, _action: &ActionPattern, _party: &Party) -> Option<&'static str> {
        self.is_profile().then_some(PROFILE_HELP)
    }
}

entries! { entries;
    grant_invoke => "invoke" {
        Itself: [bedrock::InvokeModel, bedrock::InvokeModelWithResponseStream],
    }
}
