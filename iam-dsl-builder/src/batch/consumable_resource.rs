//! Consumable resources.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "consumable resource",
    kind: "AWS::Batch::ConsumableResource",
    arn: ArnForm::regional("batch", "consumable-resource/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A consumable resource, of which jobs take some while they run: who may read and change how much there is.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::batch;
///
/// let licenses = batch::ConsumableResource::named("licenses");
/// let role = Role::new("license-server");
/// licenses.grant_update(&role)?;
/// assert!(role.policy().to_json().contains("batch:UpdateConsumableResource"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ConsumableResource {
    handle: Handle,
}

handle_methods!(ConsumableResource, "consumable resource");
named_methods!(
    ConsumableResource,
    "consumable resource",
    "batch::ConsumableResource",
    "licenses",
    "arn:aws:batch:us-east-1:123456789012:consumable-resource/licenses"
);
action_methods!(
    ConsumableResource,
    "consumable resource",
    "batch::ConsumableResource::named(\"licenses\")",
    batch::DescribeConsumableResource
);

impl ConsumableResource {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for ConsumableResource {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    ConsumableResource,
    "consumable resource",
    "batch::ConsumableResource::named(\"licenses\")",
    "consumable resource `licenses`";

    grant_read => "read" {
        Itself: [batch::DescribeConsumableResource, batch::ListJobsByConsumableResource],
    }
    grant_update => "change" {
        Itself: [batch::UpdateConsumableResource],
    }
}
