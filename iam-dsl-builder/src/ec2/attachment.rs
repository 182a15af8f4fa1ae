//! Attaching volumes to instances.

use iam_dsl_core::{Arn, Template};

use super::Volume;
use crate::{
    Action, Grant, GrantError, Grantee, aws,
    condition::{Condition, Key, Single, kind},
    grant::{Entry, Granting, On, Party, Request, Scope, entries},
    handle::Handle,
};

entries! { entries;
    grant_attach_volume => "attach" {
        Itself: [ec2::AttachVolume],
    }
    grant_attach_volume_by_resource_tag => "attach, where it and the instance are tagged," {
        Itself: [ec2::AttachVolume],
    }
    grant_detach_volume => "detach" {
        Itself: [ec2::DetachVolume],
    }
    grant_detach_volume_by_resource_tag => "detach, where it and the instance are tagged," {
        Itself: [ec2::DetachVolume],
    }
}

/// What attaching needs of the key: Amazon EC2 gives the instance's host a grant on it.
const KEY: &[Action] = &[aws::kms::CreateGrant];

const TAG_PUNCTUATION: &[char] = &[' ', '+', '-', '=', '.', '_', ':', '/', '@'];

impl Volume {
    /// Lets the grantee attach the volume to these instances: their ids, their ARNs, or `*` for any of the account.
    ///
    /// It allows `ec2:AttachVolume` on the volume and on the instances. If the volume is encrypted with a key, it allows
    /// `kms:CreateGrant` as well, for grants to AWS alone that are bound to the volume's data. See AWS's page on
    /// [EBS and keys](https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html).
    ///
    /// # Errors
    ///
    /// There is no instance, or one is neither an id, an ARN of an instance, nor `*`. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{ec2, prelude::*};
    ///
    /// let role = Role::new("failover");
    /// let data = ec2::Volume::named("vol-0123456789abcdef0");
    /// data.grant_attach_volume(&role, ["*"])?;
    /// assert!(role.policy().to_json().contains(":instance/*"));
    /// assert!(data.grant_attach_volume(&role, ["arn:aws:s3:::reports"]).is_err());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_attach_volume(
        &self,
        grantee: impl Grantee,
        instances: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Grant, GrantError> {
        let request = self.on_instances(
            &entries::grant_attach_volume,
            grantee.into_party(),
            instances,
        )?;
        self.with_key(request)
    }

    /// Lets the grantee attach the volume to any instance, where both have this tag.
    ///
    /// It allows what [`grant_attach_volume`](Self::grant_attach_volume) does, where `ec2:ResourceTag/<key>` is the value.
    ///
    /// # Errors
    ///
    /// The key cannot be that of a tag. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{ec2, prelude::*};
    ///
    /// let role = Role::new("failover");
    /// let data = ec2::Volume::named("vol-0123456789abcdef0");
    /// data.grant_attach_volume_by_resource_tag(&role, "cluster", "orders")?;
    /// assert!(role.policy().to_json().contains(r#""ec2:ResourceTag/cluster":"orders""#));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_attach_volume_by_resource_tag(
        &self,
        grantee: impl Grantee,
        tag_key: &str,
        tag_value: impl Into<String>,
    ) -> Result<Grant, GrantError> {
        let request = self.on_tagged(
            &entries::grant_attach_volume_by_resource_tag,
            grantee.into_party(),
            tag_key,
            tag_value.into(),
        )?;
        self.with_key(request)
    }

    /// Lets the grantee detach the volume from these instances: their ids, their ARNs, or `*` for any of the account.
    ///
    /// It allows `ec2:DetachVolume` on the volume and on the instances.
    ///
    /// # Errors
    ///
    /// There is no instance, or one is neither an id, an ARN of an instance, nor `*`. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{ec2, prelude::*};
    ///
    /// let role = Role::new("failover");
    /// let data = ec2::Volume::named("vol-0123456789abcdef0");
    /// let grant = data.grant_detach_volume(&role, ["i-0123456789abcdef0"])?;
    /// assert_eq!(grant.to_string(), "role `failover` may detach volume `vol-0123456789abcdef0`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_detach_volume(
        &self,
        grantee: impl Grantee,
        instances: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_detach_volume;
        self.on_instances(entry, grantee.into_party(), instances)
            .map(Request::give)
    }

    /// Lets the grantee detach the volume from any instance, where both have this tag.
    ///
    /// It allows what [`grant_detach_volume`](Self::grant_detach_volume) does, where `ec2:ResourceTag/<key>` is the value.
    ///
    /// # Errors
    ///
    /// The key cannot be that of a tag. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{ec2, prelude::*};
    ///
    /// let role = Role::new("failover");
    /// let data = ec2::Volume::named("vol-0123456789abcdef0");
    /// data.grant_detach_volume_by_resource_tag(&role, "cluster", "orders")?;
    /// assert!(role.policy().to_json().contains(r#""ec2:ResourceTag/cluster":"orders""#));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_detach_volume_by_resource_tag(
        &self,
        grantee: impl Grantee,
        tag_key: &str,
        tag_value: impl Into<String>,
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_detach_volume_by_resource_tag;
        self.on_tagged(entry, grantee.into_party(), tag_key, tag_value.into())
            .map(Request::give)
    }

    #[inline]
    fn on_instances(
        &self,
        entry: &'static Entry,
        party: Party,
        instances: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Request, GrantError> {
        let mut request = Request::new(entry.method, entry.lets, self.label(), party)?;
        let mut resources = vec![Template::from(self.arn())];
        for instance in instances {
            resources.push(self.instance(&request, instance.as_ref())?);
        }
        if resources.len() == 1 {
            return Err(not_an_instance(&request, "there is no instance".to_owned()));
        }
        let volume = self.handle();
        request.plan(&Attachment { volume, resources }, entry)?;
        Ok(request)
    }

    #[inline]
    fn on_tagged(
        &self,
        entry: &'static Entry,
        party: Party,
        key: &str,
        value: String,
    ) -> Result<Request, GrantError> {
        let mut request = Request::new(entry.method, entry.lets, self.label(), party)?;
        let in_tag = |one: char| one.is_alphanumeric() || TAG_PUNCTUATION.contains(&one);
        if key.is_empty() || !key.chars().all(in_tag) {
            return Err(request.bad_value(
                format!("`{key}` cannot be the key of a tag"),
                "take letters, digits, spaces and `_.:/=+-@`",
            ));
        }
        let tag = Key::<kind::Text, Single>::unchecked(format!("ec2:ResourceTag/{key}"));
        request.when(tag.equals(value));
        let volume = self.handle();
        let resources = vec![self.arn().into(), volume.arn_beside("instance/*").into()];
        request.plan(&Attachment { volume, resources }, entry)?;
        Ok(request)
    }

    #[inline]
    fn instance(&self, request: &Request, text: &str) -> Result<Template, GrantError> {
        let unfit = || not_an_instance(request, format!("`{text}` is no instance"));
        if text == "*" || is_id(text) {
            return Ok(self.handle().arn_beside(&format!("instance/{text}")).into());
        }
        let arn: Arn = text.parse().map_err(|_| unfit())?;
        let resource = arn.resource().to_string();
        let is_instance = arn.service().as_str() == Some("ec2")
            && resource
                .strip_prefix("instance/")
                .is_some_and(|id| id == "*" || is_id(id));
        if is_instance {
            Ok(arn.into())
        } else {
            Err(unfit())
        }
    }

    #[inline]
    fn with_key(&self, mut request: Request) -> Result<Grant, GrantError> {
        request.plan_key_when(self, KEY, for_the_host())?;
        Ok(request.give())
    }
}

#[inline]
fn is_id(text: &str) -> bool {
    let is_hex = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.strip_prefix("i-").is_some_and(is_hex)
}

#[inline]
fn not_an_instance(request: &Request, problem: String) -> GrantError {
    let help = "name instances by their ids, such as `i-0123456789abcdef0`, by their ARNs, or any with `*`";
    request.bad_value(problem, help)
}

/// That a grant on the key is for AWS, and for the data of one volume.
#[inline]
fn for_the_host() -> Vec<Condition> {
    let for_aws = Key::<kind::Bool, Single>::__checked("kms:GrantIsForAWSResource");
    let constraint = Key::<kind::Text, Single>::__checked("kms:GrantConstraintType");
    vec![
        for_aws.is(true),
        constraint.equals("EncryptionContextSubset"),
    ]
}

/// A volume and instances.
struct Attachment<'a> {
    volume: &'a Handle,
    resources: Vec<Template>,
}

impl Granting for Attachment<'_> {
    #[inline]
    fn handle(&self) -> &Handle {
        self.volume
    }

    #[inline]
    fn scope(&self, _on: On) -> Result<Scope, GrantError> {
        Ok(Scope::on_all(self.resources.clone()))
    }
}
