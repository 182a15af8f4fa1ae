//! Fields of GraphQL APIs.

use iam_dsl_core::{Arn, Template};

use crate::{
    GrantError, IntoResources,
    grant::{Granting, On, Scope},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods},
};

const CLASS: Class = Class {
    noun: "fields",
    kind: "AWS::AppSync::GraphQLSchema",
    arn: ArnForm::regional("appsync", "apis/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// Fields of a type of a GraphQL API. Made by [`GraphqlApi::fields`](super::GraphqlApi::fields) and
/// [`GraphqlApi::all_fields`](super::GraphqlApi::all_fields).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::appsync;
///
/// let prices = appsync::GraphqlApi::named("a1b2c3d4e5").fields("Product", ["price", "discount"]);
/// let role = Role::new("website");
/// prices.grant(&role, actions![appsync::GraphQL])?;
/// assert!(role.policy().to_json().contains("types/Product/fields/discount"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Fields {
    handle: Handle,
    label: String,
    arns: Vec<Arn>,
}

action_methods!(
    Fields,
    "fields",
    "appsync::GraphqlApi::named(\"a1b2c3d4e5\").all_fields(\"Query\")",
    appsync::GraphQL
);

impl Fields {
    #[inline]
    pub(super) fn new(
        api: &Handle,
        of_type: &str,
        fields: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Self {
        let fields: Vec<String> = fields
            .into_iter()
            .map(|field| field.as_ref().to_owned())
            .collect();
        let names = if fields.is_empty() {
            "no field".to_owned()
        } else {
            format!("`{}`", fields.join("`, `"))
        };
        let arn = |field: &String| api.sub_arn(&format!("/types/{of_type}/fields/{field}"));
        Self {
            arns: fields.iter().map(arn).collect(),
            label: format!("{names} of `{of_type}` of {}", api.label()),
            handle: of_api(api),
        }
    }

    #[inline]
    pub(super) fn all(api: &Handle, of_type: &str) -> Self {
        Self {
            arns: vec![api.sub_arn(&format!("/types/{of_type}/*"))],
            label: format!("`{of_type}` of {}", api.label()),
            handle: of_api(api),
        }
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.arns.is_empty()
    }
}

#[inline]
fn of_api(api: &Handle) -> Handle {
    Handle::new(
        &CLASS,
        api.owner().clone(),
        api.name().to_owned(),
        api.arn(),
    )
}

impl Granting for Fields {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn label(&self) -> String {
        self.label.clone()
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            On::Everything => Scope::of(&self.handle, on),
            _ => Scope::on_all(self.arns.iter().cloned().map(Template::from).collect()),
        })
    }
}

#[diagnostic::do_not_recommend]
impl IntoResources for &Fields {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.arns.iter().cloned().map(Template::from).collect()
    }
}
