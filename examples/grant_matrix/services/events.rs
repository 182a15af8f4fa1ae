//! Event buses.

use iam_dsl::{events, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let bus = events::EventBus::new(&env(), "my-bus");
    methods! {
        matrix, "events", "EventBus", bus.clone();
        grant_put_events_to = "aws-events.EventBus.grantPutEventsTo",
        grant_all_put_events = "aws-events.EventBus.grantAllPutEvents",
    }
    let with_sid = method(
        "events",
        "EventBus",
        "grant_put_events_to",
        Some("aws-events.EventBus.grantPutEventsTo"),
    )
    .variant("sid", &["$grantee", "MySid"]);
    matrix.add(with_sid, |grantee| bus.grant_put_events_to(grantee));
    let single = method(
        "events",
        "EventBus",
        "grant",
        Some("aws-events.EventBusGrants.actions"),
    )
    .variant("actions", &["$grantee", r#"["events:PutEvents"]"#]);
    matrix.add(single, |grantee| {
        bus.grant(grantee, actions![events::PutEvents])
    });
    let rule = events::Rule::new(&env(), "my-rule");
    methods! {
        matrix, "events", "Rule", rule.clone();
        grant_manage = -,
    }
    let single = method("events", "Rule", "grant", None)
        .variant("actions", &["$grantee", "events:DescribeRule"]);
    matrix.add(single, |grantee| {
        rule.grant(grantee, actions![events::DescribeRule])
    });
}
