//! What all resources of one type have in common.

use crate::grant::On;

/// A type of resources: how AWS names them, and what their policies take.
#[derive(Debug)]
pub(crate) struct Class {
    /// What messages call it, such as `queue`.
    pub(crate) noun: &'static str,
    /// The type in AWS `CloudFormation`.
    pub(crate) kind: &'static str,
    pub(crate) arn: ArnForm,
    pub(crate) policy: PolicySupport,
    /// The service through which its key is used, if it can be encrypted with one.
    pub(crate) key_via: Option<&'static str>,
    /// What single actions can be granted on.
    pub(crate) forms: &'static [On],
}

/// The ARNs of a type of resources.
#[derive(Debug)]
pub(crate) struct ArnForm {
    pub(crate) service: &'static str,
    pub(crate) has_region: bool,
    pub(crate) has_account: bool,
    /// What stands before the name.
    pub(crate) prefix: &'static str,
    /// What would make a name one of something else.
    pub(crate) not_in_name: &'static [char],
}

impl ArnForm {
    /// `arn:partition:service:region:account:prefix` and a name.
    pub(crate) const fn regional(service: &'static str, prefix: &'static str) -> Self {
        Self {
            service,
            has_region: true,
            has_account: true,
            prefix,
            not_in_name: &['/', ':'],
        }
    }

    /// The same, with other characters that a name does not have.
    pub(crate) const fn without(mut self, not_in_name: &'static [char]) -> Self {
        self.not_in_name = not_in_name;
        self
    }

    pub(crate) const fn without_region(mut self) -> Self {
        self.has_region = false;
        self
    }

    pub(crate) const fn without_account(mut self) -> Self {
        self.has_account = false;
        self
    }
}

/// Whether a resource has a policy of its own, and how that names the resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PolicySupport {
    /// By its ARN.
    ByArn,
    /// By its ARN, and one principal a statement.
    ByArnToOne,
    /// As `*`: the policy is about nothing else.
    AsAnything,
    /// Not at all: the policy has no `Resource`.
    Unnamed,
    /// It has none.
    None,
}
