//! Endpoints.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "endpoint",
    kind: "AWS::SageMaker::Endpoint",
    arn: ArnForm::regional("sagemaker", "endpoint/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An endpoint: who may have its models infer.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::sagemaker;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let ranking = sagemaker::Endpoint::new(&env, "ranking");
/// let role = Role::new("search");
/// ranking.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("sagemaker:InvokeEndpoint"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Endpoint {
    handle: Handle,
}

handle_methods!(Endpoint, "endpoint");
named_methods!(
    Endpoint,
    "endpoint",
    "sagemaker::Endpoint",
    "ranking",
    "arn:aws:sagemaker:us-east-1:123456789012:endpoint/ranking"
);
action_methods!(
    Endpoint,
    "endpoint",
    "sagemaker::Endpoint::named(\"ranking\")",
    sagemaker::DescribeEndpoint
);

impl Endpoint {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Endpoint {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Endpoint, "endpoint", "sagemaker::Endpoint::named(\"ranking\")", "endpoint `ranking`";

    grant_invoke => "invoke" {
        Itself: [sagemaker::InvokeEndpoint, sagemaker::InvokeEndpointWithResponseStream],
    }
    /// Requests and results are objects in a bucket, which takes a grant of its own.
    grant_invoke_async => "asynchronously invoke" {
        Itself: [sagemaker::InvokeEndpointAsync],
    }
}
