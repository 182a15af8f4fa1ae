//! Custom model deployments.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "custom model deployment",
    kind: "AWS::Bedrock::CustomModelDeployment",
    arn: ArnForm::regional("bedrock", "custom-model-deployment/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A custom model that is deployed on demand: who may invoke it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock;
///
/// let model = bedrock::CustomModelDeployment::named("a1b2c3d4e5f6");
/// let role = Role::new("assistant");
/// model.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("custom-model-deployment/a1b2c3d4e5f6"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct CustomModelDeployment {
    handle: Handle,
}

handle_methods!(CustomModelDeployment by "id", "custom model deployment");
named_methods!(
    CustomModelDeployment by "id",
    "custom model deployment",
    "bedrock::CustomModelDeployment",
    "a1b2c3d4e5f6",
    "arn:aws:bedrock:us-east-1:123456789012:custom-model-deployment/a1b2c3d4e5f6"
);
action_methods!(
    CustomModelDeployment,
    "custom model deployment",
    "bedrock::CustomModelDeployment::named(\"a1b2c3d4e5f6\")",
    bedrock::GetCustomModelDeployment
);

impl CustomModelDeployment {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for CustomModelDeployment {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    CustomModelDeployment,
    "custom model deployment",
    "bedrock::CustomModelDeployment::named(\"a1b2c3d4e5f6\")",
    "custom model deployment `a1b2c3d4e5f6`";

    grant_invoke => "invoke" {
        Itself: [bedrock::InvokeModel, bedrock::InvokeModelWithResponseStream],
    }
}
