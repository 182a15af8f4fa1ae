//! Foundation models.

use crate::{
    grant::{Granting, On, Party, grants},
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
}

impl Granting for FoundationModel {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.own_identity().is_none()
    }
}

grants! {
    FoundationModel,
    "foundation model",
    "bedrock::FoundationModel::named(\"amazon.nova-lite-v1:0\")",
    "foundation model `amazon.nova-lite-v1:0`";

    grant_invoke => "invoke" {
        Itself: [bedrock::InvokeModel, bedrock::InvokeModelWithResponseStream],
    }
}
