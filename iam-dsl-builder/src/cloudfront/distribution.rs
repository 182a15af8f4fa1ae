//! Distributions.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "distribution",
    kind: "AWS::CloudFront::Distribution",
    arn: ArnForm::regional("cloudfront", "distribution/").without_region(),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A distribution: who may invalidate what it has cached.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::cloudfront;
///
/// let site = cloudfront::Distribution::named("EDFDVBD6EXAMPLE");
/// let deployer = Role::new("deployer");
/// site.grant_create_invalidation(&deployer)?;
/// assert!(deployer.policy().to_json().contains("distribution/EDFDVBD6EXAMPLE"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Distribution {
    handle: Handle,
}

handle_methods!(Distribution by "id", "distribution");
named_methods!(
    Distribution by "id",
    "distribution",
    "cloudfront::Distribution",
    "EDFDVBD6EXAMPLE",
    "arn:aws:cloudfront::123456789012:distribution/EDFDVBD6EXAMPLE"
);
action_methods!(
    Distribution,
    "distribution",
    "cloudfront::Distribution::named(\"EDFDVBD6EXAMPLE\")",
    cloudfront::GetInvalidation
);

impl Distribution {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Distribution {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Distribution,
    "distribution",
    "cloudfront::Distribution::named(\"EDFDVBD6EXAMPLE\")",
    "distribution `EDFDVBD6EXAMPLE`";

    grant_create_invalidation => "invalidate the cache of" {
        Itself: [cloudfront::CreateInvalidation],
    }
}
