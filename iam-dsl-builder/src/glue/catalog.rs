//! The Data Catalog.

use iam_dsl_core::Arn;

use super::Table;
use crate::{
    Env, ValueError,
    grant::{Granting, On},
    handle::{ArnForm, Class, Handle, PolicySupport, handle_methods, not_the_arn, policy_methods},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "Data Catalog",
    kind: "AWS::Glue::Catalog",
    arn: ArnForm::regional("glue", ""),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// What its ARN calls a catalog.
const NAME: &str = "catalog";

/// The Data Catalog of an account and region, with its tables and the one policy for all of them.
///
/// A catalog is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::glue;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let catalog = glue::Catalog::new(&env);
/// let orders = catalog.table("sales", "orders");
/// orders.grant_read(arn!("arn:aws:iam::999999999999:role/analyst"))?;
/// assert!(catalog.policy().to_json().contains("arn:aws:glue:us-east-1:123456789012:table/sales/orders"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Catalog {
    handle: Handle,
}

handle_methods!(Catalog, "catalog");
policy_methods!(Catalog, "catalog");

impl Catalog {
    /// The catalog of the account and region of an environment.
    #[inline]
    pub fn new(env: &Env) -> Self {
        let owner = Owner::Known(env.clone());
        Self::of(Handle::named(&CLASS, owner, NAME.to_owned()))
    }

    /// The catalog of the account and region that everything is deployed to.
    #[inline]
    pub fn of_deployment() -> Self {
        Self::of(Handle::named(&CLASS, Owner::Deploying, NAME.to_owned()))
    }

    /// The catalog that has this ARN, such as another account's.
    ///
    /// # Errors
    ///
    /// The ARN is not that of the catalog of an account and region.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, prelude::*};
    ///
    /// let theirs = glue::Catalog::from_arn(arn!("arn:aws:glue:us-east-1:999999999999:catalog"))?;
    /// assert_eq!(theirs.table("sales", "orders").name(), "orders");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        if handle.name() == NAME {
            Ok(Self::of(handle))
        } else {
            Err(not_the_arn(&handle.arn(), CLASS.noun))
        }
    }

    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// A table of a database. In a pattern, `*` and `?` stand for several.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, prelude::*};
    ///
    /// let role = Role::new("analyst");
    /// let orders = glue::Catalog::of_deployment().table("sales", "orders");
    /// let grant = orders.grant_read(&role)?;
    /// assert_eq!(grant.to_string(), "role `analyst` may read table `orders` of database `sales`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn table(&self, database: impl Into<String>, name: impl Into<String>) -> Table {
        Table::new(self, database.into(), name.into())
    }
}

impl Granting for Catalog {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
