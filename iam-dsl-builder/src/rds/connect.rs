//! Connecting to databases as one of their users.

use iam_dsl_core::Arn;

use crate::{
    Grant, GrantError,
    grant::{Granting, On, Party, Request, Scope, entries},
    handle::Handle,
};

entries! { entries;
    grant_connect => "connect to" {
        Itself: [rds_db::connect],
    }
}

/// Lets connect to what has a resource id, as one user.
#[inline]
pub(super) fn connect(
    granting: &dyn Granting,
    resource_id: Option<&str>,
    party: Party,
    user: &str,
) -> Result<Grant, GrantError> {
    let entry = &entries::grant_connect;
    let mut request = Request::new(entry.method, entry.lets, granting.label(), party)?;
    let Some(resource_id) = resource_id else {
        return Err(request.bad_value(
            "its resource id is not known".to_owned(),
            "say it with `.with_resource_id(..)`: `cluster-` and what follows it in RDS",
        ));
    };
    if user.is_empty() || user.contains(['/', ':']) {
        return Err(request.bad_value(
            format!("`{user}` is not the name of a database's user"),
            "name a user of the database, or any with `*`",
        ));
    }
    let user = DatabaseUser {
        handle: granting.handle(),
        resource: format!("dbuser:{resource_id}/{user}"),
    };
    request.plan(&user, entry)?;
    Ok(request.give())
}

/// A user of the databases of a cluster, instance or proxy.
struct DatabaseUser<'a> {
    handle: &'a Handle,
    resource: String,
}

impl Granting for DatabaseUser<'_> {
    #[inline]
    fn handle(&self) -> &Handle {
        self.handle
    }

    #[inline]
    fn scope(&self, _on: On) -> Result<Scope, GrantError> {
        let arn = self.handle.arn();
        let (partition, region, account) = (arn.partition(), arn.region(), arn.account());
        let (partition, region, account) = (partition.clone(), region.clone(), account.clone());
        let resource = self.resource.clone();
        Ok(Scope::on(Arn::new(
            partition, "rds-db", region, account, resource,
        )))
    }
}

/// The grant of connecting, of a type that has a resource id.
macro_rules! connect_method {
    ($Type:ident, $noun:literal, $sample:literal, $resource:literal, |$one:ident| $resource_id:expr) => {
        impl $Type {
            #[doc = concat!("Lets the grantee connect to the databases of the ", $noun, " as this user of theirs, or as any with `*`.")]
            ///
            #[doc = concat!("It allows `rds-db:connect` on the user, by the resource id of the ", $noun, ".")]
            ///
            /// # Errors
            ///
            /// The user has no name, or the resource id is not known. See also [`GrantError`](crate::GrantError).
            ///
            /// # Example
            ///
            /// ```
            /// use iam_dsl::prelude::*;
            ///
            /// let role = Role::new("app");
            #[doc = concat!("let one = iam_dsl::", $sample, ";")]
            /// one.grant_connect(&role, "app_user")?;
            /// assert!(one.grant_connect(&role, "").is_err());
            #[doc = concat!("assert!(role.policy().to_json().contains(\":dbuser:", $resource, "/app_user\"));")]
            /// # Ok::<(), iam_dsl::GrantError>(())
            /// ```
            #[inline]
            pub fn grant_connect(
                &self,
                grantee: impl crate::Grantee,
                user: &str,
            ) -> Result<crate::Grant, crate::GrantError> {
                let $one = self;
                super::connect::connect(self, $resource_id, grantee.into_party(), user)
            }
        }
    };
}

pub(super) use connect_method;
