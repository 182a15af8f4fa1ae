//! Imported models.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "imported model",
    kind: "AWS::Bedrock::ImportedModel",
    arn: ArnForm::regional("bedrock", "imported-model/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A model that was imported: who may invoke it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock;
///
/// let model = bedrock::ImportedModel::named("a1b2c3d4e5f6");
/// let role = Role::new("assistant");
/// model.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("imported-model/a1b2c3d4e5f6"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ImportedModel {
    handle: Handle,
}

handle_methods!(ImportedModel by "id", "imported model");
named_methods!(
    ImportedModel by "id",
    "imported model",
    "bedrock::ImportedModel",
    "a1b2c3d4e5f6",
    "arn:aws:bedrock:us-east-1:123456789012:imported-model/a1b2c3d4e5f6"
);
action_methods!(
    ImportedModel,
    "imported model",
    "bedrock::ImportedModel::named(\"a1b2c3d4e5f6\")",
    bedrock::GetImportedModel
);

impl ImportedModel {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for ImportedModel {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    ImportedModel,
    "imported model",
    "bedrock::ImportedModel::named(\"a1b2c3d4e5f6\")",
    "imported model `a1b2c3d4e5f6`";

    grant_invoke => "invoke" {
        Itself: [bedrock::InvokeModel, bedrock::InvokeModelWithResponseStream],
    }
}
