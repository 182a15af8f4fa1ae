//! Clusters, instances and proxies.

use iam_dsl::{prelude::*, rds, secretsmanager};

use super::key;
use crate::{
    grantees::{env, expect},
    matrix::{Matrix, method, methods},
};

const USER: &[&str] = &["$grantee", "app_user"];

pub(crate) fn add(matrix: &mut Matrix) {
    clusters(matrix);
    let instance = rds::Instance::new(&env(), "my-instance", "db-ABCDEFGHIJKL");
    let proxy = rds::Proxy::new(&env(), "prx-0123456789abcdef0");
    let of = |class, cdk| method("rds", class, "grant_connect", Some(cdk)).variant("user", USER);
    let connect = of("Instance", "aws-rds.DatabaseInstance.grantConnect");
    matrix.add(connect, |grantee| {
        instance.grant_connect(grantee, "app_user")
    });
    let connect = of("Proxy", "aws-rds.DatabaseProxy.grantConnect");
    matrix.add(connect, |grantee| proxy.grant_connect(grantee, "app_user"));
    let single = method("rds", "Instance", "grant", None)
        .variant("actions", &["$grantee", r#"["rds:StartDBInstance"]"#]);
    matrix.add(single, |grantee| {
        instance.grant(grantee, actions![rds::StartDBInstance])
    });
    let single = method("rds", "Proxy", "grant", None)
        .variant("actions", &["$grantee", r#"["rds:ModifyDBProxy"]"#]);
    matrix.add(single, |grantee| {
        proxy.grant(grantee, actions![rds::ModifyDBProxy])
    });
}

fn clusters(matrix: &mut Matrix) {
    let cluster = rds::Cluster::new(&env(), "my-cluster").with_resource_id("cluster-ABCDEFGHIJKL");
    let arn = arn!("arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret-AbCdEf");
    let secret = expect(secretsmanager::Secret::from_arn(arn));
    methods! {
        matrix, "rds", "Cluster", cluster.clone();
        grant_data_api_access = "aws-rds.DatabaseCluster.grantDataApiAccess",
    }
    let connect = method(
        "rds",
        "Cluster",
        "grant_connect",
        Some("aws-rds.DatabaseCluster.grantConnect"),
    )
    .variant("user", USER);
    matrix.add(connect, |grantee| {
        cluster.grant_connect(grantee, "app_user")
    });
    let with_secret = method(
        "rds",
        "Cluster",
        "grant_data_api_access",
        Some("aws-rds.DatabaseCluster.grantDataApiAccess"),
    )
    .variant("secret", &["$grantee"]);
    let plain = cluster.clone().with_secret(&secret);
    matrix.add(with_secret, |grantee| plain.grant_data_api_access(grantee));
    let encrypted = cluster.clone().with_secret(&secret.encrypted_with(&key()));
    matrix.add(with_secret.encrypted(), |grantee| {
        encrypted.grant_data_api_access(grantee)
    });
    let single = method("rds", "Cluster", "grant", None)
        .variant("actions", &["$grantee", r#"["rds:StartDBCluster"]"#]);
    matrix.add(single, |grantee| {
        cluster.grant(grantee, actions![rds::StartDBCluster])
    });
}
