//! Domains, their indexes and paths.

use iam_dsl::{es, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

const INDEX: &[&str] = &["my-index", "$grantee"];
const PATH: &[&str] = &["my/path", "$grantee"];
const SLASHED: &[&str] = &["/my/path", "$grantee"];

pub(crate) fn add(matrix: &mut Matrix) {
    let domain = es::Domain::new(&env(), "my-domain");
    methods! {
        matrix, "es", "Domain", domain.clone();
        grant_read = "aws-opensearchservice.Domain.grantRead",
        grant_write = "aws-opensearchservice.Domain.grantWrite",
        grant_read_write = "aws-opensearchservice.Domain.grantReadWrite",
    }
    let single = method(
        "es",
        "Domain",
        "grant",
        Some("aws-opensearchservice.DomainGrants.actions"),
    )
    .variant("actions", &["$grantee", r#"["es:ESHttpGet"]"#]);
    matrix.add(single, |grantee| {
        domain.grant(grantee, actions![es::ESHttpGet])
    });
    let config = single.variant("configuration", &["$grantee", r#"["es:DescribeDomain"]"#]);
    matrix.add(config, |grantee| {
        domain.grant(grantee, actions![es::DescribeDomain])
    });

    let index = domain.index("my-index");
    let of = |name, cdk| method("es", "Paths", name, cdk).variant("index", INDEX);
    let read = of(
        "grant_read",
        Some("aws-opensearchservice.Domain.grantIndexRead"),
    );
    matrix.add(read, |grantee| index.grant_read(grantee));
    let write = of(
        "grant_write",
        Some("aws-opensearchservice.Domain.grantIndexWrite"),
    );
    matrix.add(write, |grantee| index.grant_write(grantee));
    let both = of(
        "grant_read_write",
        Some("aws-opensearchservice.Domain.grantIndexReadWrite"),
    );
    matrix.add(both, |grantee| index.grant_read_write(grantee));

    for (variant, args) in [("path", PATH), ("path_with_slash", SLASHED)] {
        let path = domain.path(args.first().copied().unwrap_or_default());
        let of = |name, cdk| method("es", "Paths", name, cdk).variant(variant, args);
        let read = of(
            "grant_read",
            Some("aws-opensearchservice.Domain.grantPathRead"),
        );
        matrix.add(read, |grantee| path.grant_read(grantee));
        let write = of(
            "grant_write",
            Some("aws-opensearchservice.Domain.grantPathWrite"),
        );
        matrix.add(write, |grantee| path.grant_write(grantee));
        let both = of(
            "grant_read_write",
            Some("aws-opensearchservice.Domain.grantPathReadWrite"),
        );
        matrix.add(both, |grantee| path.grant_read_write(grantee));
    }
    let single = method("es", "Paths", "grant", None)
        .variant("actions", &["$grantee", r#"["es:ESHttpPost"]"#]);
    matrix.add(single, |grantee| {
        domain
            .path("my/path")
            .grant(grantee, actions![es::ESHttpPost])
    });
}
