//! Tables of a Data Catalog.

use iam_dsl_core::{ActionPattern, Arn, Template};

use super::Catalog;
use crate::{
    Grant, GrantError, Grantee, IntoActions, IntoResources,
    grant::{Granting, On, Scope, acts_on_type, give_actions},
    handle::Handle,
    kms::Key,
    s3::Objects,
};

/// A table of a database in a Data Catalog: who may read it and change its partitions. Made by [`Catalog::table`].
///
/// What is done to a table takes permission on its database and catalog as well: see AWS's page on
/// [ARNs of AWS Glue](https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html).
/// The grants give it on all three; other tables stay closed.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{glue, s3};
///
/// let data = s3::Bucket::named("lake").objects("sales/orders/*");
/// let orders = glue::Catalog::of_deployment().table("sales", "orders").with_data_at(&data);
/// let role = Role::new("analyst");
/// orders.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("s3:::lake/sales/orders/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    catalog: Handle,
    database: String,
    name: String,
    data: Option<Objects>,
    key: Option<Key>,
}

impl Table {
    #[inline]
    pub(super) fn new(catalog: &Catalog, database: String, name: String) -> Self {
        Self {
            catalog: catalog.handle().clone(),
            database,
            name,
            data: None,
            key: None,
        }
    }

    /// Says which objects hold the data of the table: its grants are also about these.
    #[must_use]
    #[inline]
    pub fn with_data_at(mut self, objects: &Objects) -> Self {
        self.data = Some(objects.clone());
        self
    }

    /// Says which key the clients of the table encrypt its data with, before it comes to Amazon S3.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, kms, prelude::*, s3};
    ///
    /// let data = s3::Bucket::named("lake").objects("sales/orders/*");
    /// let key = kms::Key::named("1234abcd-12ab-34cd-56ef-1234567890ab");
    /// let orders = glue::Catalog::of_deployment()
    ///     .table("sales", "orders")
    ///     .with_data_at(&data)
    ///     .with_client_side_key(&key);
    /// let role = Role::new("analyst");
    /// orders.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("kms:Decrypt"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn with_client_side_key(mut self, key: &Key) -> Self {
        self.key = Some(key.clone());
        self
    }

    /// Returns the name of the table.
    #[inline]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the name of the table's database.
    #[inline]
    pub fn database(&self) -> &str {
        &self.database
    }

    /// Returns the ARN of the table.
    #[inline]
    pub fn arn(&self) -> Arn {
        let resource = format!("table/{}/{}", self.database, self.name);
        self.catalog.arn().with_resource(resource)
    }

    #[inline]
    fn database_arn(&self) -> Arn {
        let resource = format!("database/{}", self.database);
        self.catalog.arn().with_resource(resource)
    }

    #[inline]
    pub(super) fn data(&self) -> Option<&Objects> {
        self.data.as_ref()
    }

    #[inline]
    pub(super) fn client_side_key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// Lets the grantee use these actions on the table, and as far as they can act on them, on its database and catalog:
    /// AWS Glue asks for all three.
    ///
    /// Actions that are about the database or the catalog and not the table take
    /// [`grant_to_underlying_resources`](Self::grant_to_underlying_resources).
    ///
    /// # Errors
    ///
    /// An action is a pattern, or one that acts on no table. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, prelude::*};
    ///
    /// let role = Role::new("analyst");
    /// let orders = glue::Catalog::of_deployment().table("sales", "orders");
    /// orders.grant(&role, actions![glue::GetTable])?;
    /// assert!(role.policy().to_json().contains("database/sales"));
    /// assert!(orders.grant(&role, actions![glue::GetDatabase]).is_err());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant(
        &self,
        grantee: impl Grantee,
        actions: impl IntoActions,
    ) -> Result<Grant, GrantError> {
        let of_table = Resources {
            table: self,
            is_about_ancestors: false,
        };
        give_actions(&of_table, grantee.into_party(), &actions.into_actions())
    }

    /// Lets the grantee use these actions on the table, its database and its catalog, each on what it can act on.
    ///
    /// # Errors
    ///
    /// An action is a pattern, or one that acts on none of them. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, prelude::*};
    ///
    /// let role = Role::new("analyst");
    /// let orders = glue::Catalog::of_deployment().table("sales", "orders");
    /// orders.grant_to_underlying_resources(&role, actions![glue::GetTable, glue::GetDatabase])?;
    /// assert!(role.policy().to_json().contains("database/sales"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_to_underlying_resources(
        &self,
        grantee: impl Grantee,
        actions: impl IntoActions,
    ) -> Result<Grant, GrantError> {
        let all = Resources {
            table: self,
            is_about_ancestors: true,
        };
        give_actions(&all, grantee.into_party(), &actions.into_actions())
    }
}

impl Granting for Table {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.catalog
    }

    #[inline]
    fn label(&self) -> String {
        format!("table `{}` of database `{}`", self.name, self.database)
    }

    /// The table is all that an action on it needs.
    #[inline]
    fn scope(&self, _on: On) -> Result<Scope, GrantError> {
        let arns = [self.catalog.arn(), self.database_arn(), self.arn()];
        Ok(Scope::on_all(arns.map(Template::from).into()))
    }
}

const CATALOG: On = On::Beside("catalog");
const DATABASE: On = On::Beside("database/{database}");
const ALL: On = On::ItselfAnd("its database and catalog");

/// A table, its database and its catalog, each by itself.
struct Resources<'a> {
    table: &'a Table,
    /// Whether actions on its database or catalog are taken that act on no table.
    is_about_ancestors: bool,
}

impl Granting for Resources<'_> {
    #[inline]
    fn handle(&self) -> &Handle {
        self.table.handle()
    }

    #[inline]
    fn label(&self) -> String {
        self.table.label()
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            CATALOG => Scope::on(self.handle().arn()),
            DATABASE => Scope::on(self.table.database_arn()),
            On::Itself => Scope::on(self.table.arn()),
            _ => return self.table.scope(on),
        })
    }

    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        let types = ["rootcatalog", "database", "table"];
        if !self.is_about_ancestors && !acts_on_type(action, "table") {
            &[On::Itself]
        } else if types.iter().all(|one| acts_on_type(action, one)) {
            &[ALL]
        } else {
            &[CATALOG, DATABASE, On::Itself]
        }
    }
}

#[diagnostic::do_not_recommend]
impl IntoResources for &Table {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.arn().into_resources()
    }
}
