//! Hosted zones.

use crate::{
    Env, Grant, GrantError, Grantee,
    condition::{AllValues, Key, kind},
    grant::{Entry, Granting, On, Party, Request, entries},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, from_arn_method, handle_methods,
    },
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "hosted zone",
    kind: "AWS::Route53::HostedZone",
    arn: ArnForm::regional("route53", "hostedzone/")
        .without_region()
        .without_account(),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A hosted zone, by its id: who may change its records.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::route53;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let example_com = route53::HostedZone::new(&env, "Z1234567890ABC");
/// let role = Role::new("team-zones");
/// example_com.grant_delegation_of(&role, ["team.example.com"])?;
/// assert!(role.policy().to_json().contains("arn:aws:route53:::hostedzone/Z1234567890ABC"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct HostedZone {
    handle: Handle,
}

handle_methods!(HostedZone by "id", "hosted zone");
from_arn_method!(
    HostedZone,
    "hosted zone",
    "route53::HostedZone",
    "Z1234567890ABC",
    "arn:aws:route53:::hostedzone/Z1234567890ABC"
);
action_methods!(
    HostedZone,
    "hosted zone",
    "route53::HostedZone::with_id(\"Z1234567890ABC\")",
    route53::ListResourceRecordSets
);

entries! { entries;
    // Whoever delegates finds the zone by its name first.
    find => "find" {
        Everything: [route53::ListHostedZonesByName],
    }
    grant_delegation => "delegate zones from" {
        Itself: [route53::ChangeResourceRecordSets],
    }
    grant_delegation_of => "delegate some zones from" {
        Itself: [route53::ChangeResourceRecordSets],
    }
}

impl HostedZone {
    /// The hosted zone of this id, in the account of an environment.
    #[inline]
    pub fn new(env: &Env, id: impl Into<String>) -> Self {
        let owner = Owner::Known(env.clone());
        Self::of(Handle::named(&CLASS, owner, id.into()))
    }

    /// The hosted zone of this id, in the account that everything is deployed to.
    #[inline]
    pub fn with_id(id: impl Into<String>) -> Self {
        Self::of(Handle::named(&CLASS, Owner::Deploying, id.into()))
    }

    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// Lets the grantee delegate zones under this one: create, change and delete the records that name their servers.
    ///
    /// It allows `route53:ChangeResourceRecordSets` on the hosted zone, for records of type `NS` alone that are upserted or
    /// deleted, and `route53:ListHostedZonesByName` on `*`: AWS lets no resource be named there.
    ///
    /// # Errors
    ///
    /// The hosted zone was given by its name. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, route53};
    ///
    /// let role = Role::new("zones");
    /// let zone = route53::HostedZone::with_id("Z1234567890ABC");
    /// let grant = zone.grant_delegation(&role)?;
    /// assert_eq!(grant.to_string(), "role `zones` may delegate zones from hosted zone `Z1234567890ABC`");
    ///
    /// // Its name says less than its id.
    /// assert!(route53::HostedZone::with_id("example.com").grant_delegation(&role).is_err());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_delegation(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant_delegation;
        let mut request = self.delegation(entry, grantee.into_party())?;
        request.plan(self, entry)?;
        Ok(request.give())
    }

    /// Lets the grantee delegate these zones and no others.
    ///
    /// It allows what [`grant_delegation`](Self::grant_delegation) does, for records of these names. Their letters become
    /// small ones, and a dot at the end is dropped, as Route 53 compares them: see AWS's page on
    /// [conditions of record sets](https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html).
    ///
    /// # Errors
    ///
    /// There is no name, or one holds what Route 53 writes as an octal code, such as `\052` for `*`; or the hosted zone was
    /// given by its name. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, route53};
    ///
    /// let role = Role::new("zones");
    /// let zone = route53::HostedZone::with_id("Z1234567890ABC");
    /// zone.grant_delegation_of(&role, ["Dev.example.com."])?;
    /// assert!(role.policy().to_json().contains(r#"NormalizedRecordNames":"dev.example.com""#));
    /// assert!(zone.grant_delegation_of(&role, ["*.example.com"]).is_err());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_delegation_of(
        &self,
        grantee: impl Grantee,
        zones: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_delegation_of;
        let mut request = self.delegation(entry, grantee.into_party())?;
        let mut names = Vec::new();
        for zone in zones {
            names.push(normalized(&request, zone.as_ref())?);
        }
        if names.is_empty() {
            let problem = "there is no zone to delegate".to_owned();
            return Err(request.bad_value(problem, "name zones, or use `grant_delegation`"));
        }
        request
            .when(of_change("route53:ChangeResourceRecordSetsNormalizedRecordNames").equals(names));
        request.plan(self, entry)?;
        Ok(request.give())
    }

    /// A delegation, whose records are of the type that delegates.
    #[inline]
    fn delegation(&self, entry: &'static Entry, party: Party) -> Result<Request, GrantError> {
        let mut request = Request::new(entry.method, entry.lets, self.label(), party)?;
        let id = self.name();
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(request.bad_value(
                format!("`{id}` is not the id of a hosted zone"),
                "take the id, such as `Z1234567890ABC`: a name can be that of several",
            ));
        }
        request.plan(self, &entries::find)?;
        request.when(of_change("route53:ChangeResourceRecordSetsRecordTypes").equals("NS"));
        request.when(
            of_change("route53:ChangeResourceRecordSetsActions").equals(["UPSERT", "DELETE"]),
        );
        Ok(request)
    }
}

impl Granting for HostedZone {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

/// What all records of a change have to be.
#[inline]
fn of_change(key: &'static str) -> Key<kind::Text, AllValues> {
    Key::__checked(key)
}

/// A name as the condition key has it.
#[inline]
fn normalized(request: &Request, name: &str) -> Result<String, GrantError> {
    let bare = name.strip_suffix('.').unwrap_or(name);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.\\".contains(&byte);
    if bare.is_empty() || !bare.bytes().all(is_plain) {
        return Err(request.bad_value(
            format!("`{name}` is not the name of a zone as Route 53 compares it"),
            "write all but letters, digits, `-`, `_` and `.` as octal codes, such as `\\052`",
        ));
    }
    Ok(bare.to_ascii_lowercase())
}
