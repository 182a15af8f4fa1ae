//! Provisioned models.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "provisioned model",
    kind: "AWS::Bedrock::ProvisionedModelThroughput",
    arn: ArnForm::regional("bedrock", "provisioned-model/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A model, custom or not, with throughput of its own: who may invoke it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock;
///
/// let model = bedrock::ProvisionedModel::named("a1b2c3d4e5f6");
/// let role = Role::new("assistant");
/// model.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("provisioned-model/a1b2c3d4e5f6"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ProvisionedModel {
    handle: Handle,
}

handle_methods!(ProvisionedModel by "id", "provisioned model");
named_methods!(
    ProvisionedModel by "id",
    "provisioned model",
    "bedrock::ProvisionedModel",
    "a1b2c3d4e5f6",
    "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/a1b2c3d4e5f6"
);
action_methods!(
    ProvisionedModel,
    "provisioned model",
    "bedrock::ProvisionedModel::named(\"a1b2c3d4e5f6\")",
    bedrock::GetProvisionedModelThroughput
);

impl ProvisionedModel {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for ProvisionedModel {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    ProvisionedModel,
    "provisioned model",
    "bedrock::ProvisionedModel::named(\"a1b2c3d4e5f6\")",
    "provisioned model `a1b2c3d4e5f6`";

    grant_invoke => "invoke" {
        Itself: [bedrock::InvokeModel, bedrock::InvokeModelWithResponseStream],
    }
}
