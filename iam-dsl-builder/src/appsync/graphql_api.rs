//! GraphQL APIs.

use iam_dsl_core::ActionPattern;

use super::Fields;
use crate::{
    Grant, GrantError, Grantee,
    grant::{Entry, Granting, On, Party, Request, acts_on_type, entries, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "GraphQL API",
    kind: "AWS::AppSync::GraphQLApi",
    arn: ArnForm::regional("appsync", "apis/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A GraphQL API: who may ask for its fields, by the API's own authorization mode of IAM.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::appsync;
///
/// let shop = appsync::GraphqlApi::named("a1b2c3d4e5");
/// let role = Role::new("website");
/// shop.grant_query_fields(&role, ["products", "product"])?;
/// assert!(role.policy().to_json().contains("types/Query/fields/products"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct GraphqlApi {
    handle: Handle,
}

handle_methods!(GraphqlApi by "id", "GraphQL API");
named_methods!(
    GraphqlApi by "id",
    "GraphQL API",
    "appsync::GraphqlApi",
    "a1b2c3d4e5",
    "arn:aws:appsync:us-east-1:123456789012:apis/a1b2c3d4e5"
);
action_methods!(
    GraphqlApi,
    "GraphQL API",
    "appsync::GraphqlApi::named(\"a1b2c3d4e5\")",
    appsync::GetGraphqlApi
);

impl GraphqlApi {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// The fields of a type, to grant them.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{appsync, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let names = appsync::GraphqlApi::named("a1b2c3d4e5").fields("Product", ["name"]);
    /// names.grant(&role, actions![appsync::GraphQL])?;
    /// assert!(role.policy().to_json().contains("types/Product/fields/name"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn fields(
        &self,
        of_type: impl AsRef<str>,
        fields: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Fields {
        Fields::new(&self.handle, of_type.as_ref(), fields)
    }

    /// All fields of a type, to grant them.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{appsync, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let products = appsync::GraphqlApi::named("a1b2c3d4e5").all_fields("Product");
    /// products.grant(&role, actions![appsync::GraphQL])?;
    /// assert!(role.policy().to_json().contains("types/Product/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn all_fields(&self, of_type: impl AsRef<str>) -> Fields {
        Fields::all(&self.handle, of_type.as_ref())
    }

    /// Lets the grantee use these fields of `Query` alone.
    ///
    /// It allows `appsync:GraphQL` on the fields.
    ///
    /// # Errors
    ///
    /// There is no field, or the grant cannot be given to such a grantee. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{appsync, prelude::*};
    ///
    /// let role = Role::new("app");
    /// appsync::GraphqlApi::named("a1b2c3d4e5").grant_query_fields(&role, ["products"])?;
    /// assert!(role.policy().to_json().contains("types/Query/fields/products"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_query_fields(
        &self,
        grantee: impl Grantee,
        fields: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Grant, GrantError> {
        let fields = self.fields("Query", fields);
        give(
            &fields,
            &of_fields::grant_query_fields,
            grantee.into_party(),
        )
    }

    /// Lets the grantee use these fields of `Mutation` alone.
    ///
    /// It allows `appsync:GraphQL` on the fields.
    ///
    /// # Errors
    ///
    /// There is no field, or the grant cannot be given to such a grantee. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{appsync, prelude::*};
    ///
    /// let role = Role::new("app");
    /// appsync::GraphqlApi::named("a1b2c3d4e5").grant_mutation_fields(&role, ["addProduct"])?;
    /// assert!(role.policy().to_json().contains("types/Mutation/fields/addProduct"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_mutation_fields(
        &self,
        grantee: impl Grantee,
        fields: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Grant, GrantError> {
        let fields = self.fields("Mutation", fields);
        give(
            &fields,
            &of_fields::grant_mutation_fields,
            grantee.into_party(),
        )
    }

    /// Lets the grantee use these fields of `Subscription` alone.
    ///
    /// It allows `appsync:GraphQL` on the fields.
    ///
    /// # Errors
    ///
    /// There is no field, or the grant cannot be given to such a grantee. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{appsync, prelude::*};
    ///
    /// let role = Role::new("app");
    /// appsync::GraphqlApi::named("a1b2c3d4e5").grant_subscription_fields(&role, ["addedProduct"])?;
    /// assert!(role.policy().to_json().contains("types/Subscription/fields/addedProduct"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_subscription_fields(
        &self,
        grantee: impl Grantee,
        fields: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Grant, GrantError> {
        let fields = self.fields("Subscription", fields);
        give(
            &fields,
            &of_fields::grant_subscription_fields,
            grantee.into_party(),
        )
    }
}

impl Granting for GraphqlApi {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// The API is asked for its fields, and everything else is done with the API.
    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        if acts_on_type(action, "field") {
            &[On::Under("/*")]
        } else {
            self.handle.class().forms
        }
    }
}

grants! {
    GraphqlApi,
    "GraphQL API",
    "appsync::GraphqlApi::named(\"a1b2c3d4e5\")",
    "GraphQL API `a1b2c3d4e5`";

    grant_query => "query" {
        Under("/types/Query/*"): [appsync::GraphQL],
    }
    grant_mutation => "change what is in" {
        Under("/types/Mutation/*"): [appsync::GraphQL],
    }
    grant_subscription => "subscribe to" {
        Under("/types/Subscription/*"): [appsync::GraphQL],
    }
}

entries! { of_fields;
    grant_query_fields => "query" {
        Itself: [appsync::GraphQL],
    }
    grant_mutation_fields => "change what is in" {
        Itself: [appsync::GraphQL],
    }
    grant_subscription_fields => "subscribe to" {
        Itself: [appsync::GraphQL],
    }
}

#[inline]
fn give(fields: &Fields, entry: &'static Entry, party: Party) -> Result<Grant, GrantError> {
    let mut request = Request::new(entry.method, entry.lets, fields.label(), party)?;
    if fields.is_empty() {
        return Err(request.bad_value(
            "there is no field".to_owned(),
            "name the fields, or grant them all with the method without `_fields`",
        ));
    }
    request.plan(fields, entry)?;
    Ok(request.give())
}
