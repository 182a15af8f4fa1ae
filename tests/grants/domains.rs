//! What the access policy of an OpenSearch domain is about.

use iam_dsl::{GrantError, es::Domain, prelude::*, principal::OrganizationPrincipal};

/// "Accessing the configuration API requires an identity-based policy", says
/// <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html>.
#[test]
fn the_configuration_is_for_identities_of_the_account() {
    let products = Domain::named("products");
    let account = AccountPrincipal::new("999999999999").unwrap();
    let organization = OrganizationPrincipal::new("o-1234567890").unwrap();
    let describe = || actions![es::DescribeDomain];
    for error in [
        products.grant(&account, describe()),
        products.grant(organization, describe()),
        products.grant(service_principal!("events.amazonaws.com"), describe()),
        products.grant(anyone(), describe()),
        products.grant(&account, actions![es::ESHttpGet, es::DescribeDomain]),
    ]
    .map(Result::unwrap_err)
    {
        assert!(matches!(error, GrantError::UnsuitableAction { .. }));
        assert!(error.to_string().contains("es:DescribeDomain"), "{error}");
    }
    assert!(products.policy().is_empty());

    products.grant(Role::new("app"), describe()).unwrap();
    products.grant(&account, actions![es::ESHttpGet]).unwrap();
    products
        .grant(&account, actions![es::ESCrossClusterGet])
        .unwrap();
    assert_eq!(products.policy().document().statements().len(), 2);
}
