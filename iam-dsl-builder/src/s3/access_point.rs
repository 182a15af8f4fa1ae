//! Access points of buckets.

use super::{bucket::admit, grants::object_grants};
use crate::{
    GrantError,
    grant::{Granting, On, Party, Request, Scope},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "access point",
    kind: "AWS::S3::AccessPoint",
    arn: ArnForm::regional("s3", "accesspoint/"),
    policy: PolicySupport::ByArn,
    key_via: Some("s3"),
    forms: &[On::Listing, On::Objects],
};

/// An access point of a bucket: who may use the bucket's objects through it, and its own policy.
///
/// The policy of the bucket has to leave the decision to its access points, or say the same. See AWS's page on
/// [access point policies](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let analytics = s3::AccessPoint::new(&env, "analytics");
/// let role = Role::new("analyst");
/// analytics.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("accesspoint/analytics/object/*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct AccessPoint {
    handle: Handle,
}

handle_methods!(AccessPoint, "access point");
named_methods!(
    AccessPoint,
    "access point",
    "s3::AccessPoint",
    "analytics",
    "arn:aws:s3:us-east-1:123456789012:accesspoint/analytics"
);
policy_methods!(AccessPoint, "access point");
key_methods!(
    AccessPoint,
    "access point",
    "s3::AccessPoint::named(\"analytics\")"
);
action_methods!(
    AccessPoint,
    "access point",
    "s3::AccessPoint::named(\"analytics\")",
    s3::GetObject
);

impl AccessPoint {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for AccessPoint {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            On::Objects => Scope::on(self.handle.sub_arn("/object/*")),
            _ => Scope::of(&self.handle, on),
        })
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

object_grants! {
    AccessPoint with policy, "access point", "s3::AccessPoint::named(\"analytics\")", "access point `analytics`"; "through" "through"; {}
}
