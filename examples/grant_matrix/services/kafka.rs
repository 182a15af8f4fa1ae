//! Clusters and their topics.

use iam_dsl::{kafka, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

const GROUP: &[&str] = &["$grantee", "my-group"];

pub(crate) fn add(matrix: &mut Matrix) {
    let cluster = kafka::Cluster::new(&env(), "my-cluster", "1234abcd-1");
    methods! {
        matrix, "kafka", "Cluster", cluster.clone();
        grant_connect = -,
        grant_create_topics = -,
    }
    let single = method("kafka", "Cluster", "grant", None)
        .variant("actions", &["$grantee", r#"["kafka:DescribeClusterV2"]"#]);
    matrix.add(single, |grantee| {
        cluster.grant(grantee, actions![kafka::DescribeClusterV2])
    });
    let topic = cluster.topic("my-topic");
    methods! {
        matrix, "kafka", "Topic", topic.clone();
        grant_write = -,
        grant_create = -,
        grant_delete = -,
    }
    let read = method("kafka", "Topic", "grant_read", None).variant("group", GROUP);
    matrix.add(read, |grantee| topic.grant_read(grantee, "my-group"));
    let both = method("kafka", "Topic", "grant_read_write", None).variant("group", GROUP);
    matrix.add(both, |grantee| topic.grant_read_write(grantee, "my-group"));
}
