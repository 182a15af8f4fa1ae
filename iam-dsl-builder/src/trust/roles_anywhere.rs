//! What runs outside AWS and has a certificate.

use std::marker::PhantomData;

use iam_dsl_core::Arn;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    text,
};
use crate::{
    ServicePrincipal, ValueError, aws,
    condition::{Key, Single, kind},
    principal::Trust,
};

/// Holders of certificates of one certificate authority, before it is said which of them: IAM Roles Anywhere.
///
/// The trust anchor is pinned with `aws:SourceArn`: without it, every certificate of every authority that is set up in
/// the account could assume the role. The service also sets a source identity and session tags, each of which is an
/// action. See AWS's page on
/// [the trust model](https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::RolesAnywhere;
///
/// let anchor = arn!("arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111");
/// let backups = RolesAnywhere::trust_anchor(anchor)?.common_name("backup.example.com")?;
/// let role = Role::new("backup").trusted_by(backups);
/// let json = role.trust_policy().to_json();
/// assert!(json.contains(r#""aws:PrincipalTag/x509Subject/CN":"backup.example.com""#));
/// assert!(json.contains("sts:SetSourceIdentity"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a trust anchor is trusted once a certificate of it is"]
pub struct RolesAnywhere<S = NotNarrowed> {
    anchor: Arn,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A trust anchor of which it is said which certificates are meant.
    OfCertificate for RolesAnywhere,
    "a trust anchor is trusted only for a certificate: add `.common_name(..)?`, or `.any_certificate()` for all of its authority",
    "this trusts every certificate that the authority has issued or will"
}

impl RolesAnywhere {
    /// The certificates that this trust anchor accepts.
    ///
    /// # Errors
    ///
    /// The ARN is not that of one trust anchor.
    #[inline]
    pub fn trust_anchor(anchor: Arn) -> Result<Self, ValueError> {
        let resource = anchor.resource().to_string();
        let id = resource.strip_prefix("trust-anchor/").unwrap_or_default();
        if anchor.service().as_str() != Some("rolesanywhere")
            || id.is_empty()
            || anchor.to_string().contains(['*', '?'])
        {
            return Err(
                ValueError::new(format!("`{anchor}` is not the ARN of a trust anchor")).with_help(
                    "write `arn:aws:rolesanywhere:REGION:ACCOUNT:trust-anchor/ID`, as `aws rolesanywhere list-trust-anchors` prints it",
                ),
            );
        }
        Ok(Self {
            anchor,
            state: PhantomData,
        })
    }

    /// Trusts the certificates with this common name (CN) in their subject.
    ///
    /// # Errors
    ///
    /// The name is empty, or has a wildcard or a `$`.
    #[inline]
    pub fn common_name(self, name: &str) -> Result<Trust, ValueError> {
        self.subject("aws:PrincipalTag/x509Subject/CN", name)
    }

    /// Trusts the certificates with this organizational unit (OU) in their subject. Of a certificate with several, it is
    /// all of them in their order, with slashes between: `security/engineering`.
    ///
    /// # Errors
    ///
    /// The name is empty, or has a wildcard or a `$`.
    #[inline]
    pub fn organizational_unit(self, name: &str) -> Result<Trust, ValueError> {
        self.subject("aws:PrincipalTag/x509Subject/OU", name)
    }

    /// Trusts every certificate that the authority has issued or will: for an authority that issues to nobody else.
    #[inline]
    pub fn any_certificate(self) -> Trust {
        let service = ServicePrincipal::__checked("rolesanywhere.amazonaws.com");
        let actions = [
            aws::sts::AssumeRole,
            aws::sts::SetSourceIdentity,
            aws::sts::TagSession,
        ];
        let source = Key::<kind::Arn, Single>::__checked("aws:SourceArn");
        Trust::new(actions, service).demanding(source.equals(self.anchor))
    }

    #[inline]
    fn subject(self, key: &'static str, name: &str) -> Result<Trust, ValueError> {
        text::exact("a name in a certificate", name)?;
        let key = Key::<kind::Text, Single>::__checked(key);
        Ok(self.any_certificate().demanding(key.equals(name)))
    }
}
