//! Brokers.

use iam_dsl::{mq, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let broker = mq::Broker::new(&env(), "my-broker", "b-1234");
    methods! {
        matrix, "mq", "Broker", broker.clone();
        grant_describe = -,
        grant_reboot = -,
    }
    let single = method("mq", "Broker", "grant", None)
        .variant("actions", &["$grantee", r#"["mq:ListUsers"]"#]);
    matrix.add(single, |grantee| {
        broker.grant(grantee, actions![mq::ListUsers])
    });
}
