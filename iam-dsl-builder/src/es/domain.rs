//! Domains.

use iam_dsl_core::ActionPattern;

use super::{Paths, grants::http_grants, requests};
use crate::{
    grant::{Granting, On, Party},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "domain",
    kind: "AWS::OpenSearchService::Domain",
    arn: ArnForm::regional("es", "domain/"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// A domain of `OpenSearch` or Elasticsearch: who may send it requests, and its access policy.
///
/// A request's path decides where it needs permission. What it says in its body, such as the index of a line of a `_bulk`
/// request, does not: see AWS's page on
/// [access control](https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html).
///
/// Its access policy is about requests alone. Actions that configure it, such as `es:DescribeDomain`, can be granted to
/// identities of its account only, as the same page says.
///
/// A domain is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::es;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let products = es::Domain::new(&env, "products");
/// let role = Role::new("search");
/// products.index("catalog").grant_read(&role)?;
/// assert!(role.policy().to_json().contains("domain/products/catalog/*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Domain {
    handle: Handle,
}

handle_methods!(Domain, "domain");
named_methods!(
    Domain,
    "domain",
    "es::Domain",
    "products",
    "arn:aws:es:us-east-1:123456789012:domain/products"
);
policy_methods!(Domain, "domain");
action_methods!(
    Domain,
    "domain",
    "es::Domain::named(\"products\")",
    es::DescribeDomain
);

impl Domain {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// An index and all paths under it. In a pattern, `*` and `?` match `/` too.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{es, prelude::*};
    ///
    /// let role = Role::new("indexer");
    /// let grant = es::Domain::named("products").index("catalog").grant_write(&role)?;
    /// assert_eq!(grant.to_string(), "role `indexer` may write and delete data in `/catalog` of domain `products`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn index(&self, index: &str) -> Paths {
        Paths::index(self, index)
    }

    /// One path, with or without `/` at its start. In a pattern, `*` and `?` match `/` too.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{es, prelude::*};
    ///
    /// let role = Role::new("search");
    /// let search = es::Domain::named("products").path("/catalog/_search");
    /// search.grant(&role, actions![es::ESHttpPost])?;
    /// assert!(role.policy().to_json().contains("domain/products/catalog/_search"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn path(&self, path: &str) -> Paths {
        Paths::path(self, path)
    }
}

impl Granting for Domain {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// HTTP requests are sent to paths, all else is about the domain.
    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        if requests::is_http(action) {
            &[On::ItselfAnd("/*")]
        } else {
            &[On::Itself]
        }
    }

    #[inline]
    fn refusal(&self, action: &ActionPattern, party: &Party) -> Option<&'static str> {
        requests::refusal(self, action, party)
    }
}

http_grants! { Domain with policy, "domain", "es::Domain::named(\"products\")", "domain `products`"; ItselfAnd("/*") }
