//! GraphQL and event APIs.

use iam_dsl::{appsync, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    events(matrix);
    graphql(matrix);
}

fn events(matrix: &mut Matrix) {
    let events = appsync::EventApi::new(&env(), "evtapi123");
    methods! {
        matrix, "appsync", "EventApi", events.clone();
        grant_connect = "aws-appsync.EventApi.grantConnect",
        grant_publish = "aws-appsync.EventApi.grantPublish",
        grant_subscribe = "aws-appsync.EventApi.grantSubscribe",
        grant_publish_and_subscribe = "aws-appsync.EventApi.grantPublishAndSubscribe",
    }
    let row = method(
        "appsync",
        "EventApi",
        "grant",
        Some("aws-appsync.EventApi.grant"),
    )
    .variant(
        "actions",
        &[
            "$grantee",
            "AppSyncEventResource.all()",
            "appsync:EventPublish",
        ],
    );
    matrix.add(row, |grantee| {
        events.grant(grantee, actions![appsync::EventPublish])
    });
    let namespace = events.channel_namespace("ns");
    methods! {
        matrix, "appsync", "ChannelNamespace", namespace.clone();
        grant_publish = "aws-appsync.ChannelNamespace.grantPublish",
        grant_subscribe = "aws-appsync.ChannelNamespace.grantSubscribe",
        grant_publish_and_subscribe = "aws-appsync.ChannelNamespace.grantPublishAndSubscribe",
    }
    let row = method(
        "appsync",
        "ChannelNamespace",
        "grant",
        Some("aws-appsync.EventApi.grant"),
    )
    .variant(
        "channel_namespace",
        &[
            "$grantee",
            "AppSyncEventResource.ofChannelNamespace('ns')",
            "appsync:EventPublish",
        ],
    );
    matrix.add(row, |grantee| {
        namespace.grant(grantee, actions![appsync::EventPublish])
    });
}

fn graphql(matrix: &mut Matrix) {
    let api = appsync::GraphqlApi::new(&env(), "gqlapi123");
    methods! {
        matrix, "appsync", "GraphqlApi", api.clone();
        grant_query = "aws-appsync.GraphqlApi.grantQuery",
        grant_mutation = "aws-appsync.GraphqlApi.grantMutation",
        grant_subscription = "aws-appsync.GraphqlApi.grantSubscription",
    }
    let fields = &["$grantee", "fieldA", "fieldB"];
    let names = ["fieldA", "fieldB"];
    let row = |method_name: &'static str, cdk| {
        method("appsync", "GraphqlApi", method_name, Some(cdk)).variant("fields", fields)
    };
    let query = row("grant_query_fields", "aws-appsync.GraphqlApi.grantQuery");
    matrix.add(query, |grantee| api.grant_query_fields(grantee, names));
    let mutation = row(
        "grant_mutation_fields",
        "aws-appsync.GraphqlApi.grantMutation",
    );
    matrix.add(mutation, |grantee| {
        api.grant_mutation_fields(grantee, names)
    });
    let subscription = row(
        "grant_subscription_fields",
        "aws-appsync.GraphqlApi.grantSubscription",
    );
    matrix.add(subscription, |grantee| {
        api.grant_subscription_fields(grantee, names)
    });
    let row = method(
        "appsync",
        "GraphqlApi",
        "grant",
        Some("aws-appsync.GraphqlApi.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "IamResource.all()", "appsync:GraphQL"],
    );
    matrix.add(row, |grantee| {
        api.grant(grantee, actions![appsync::GraphQL])
    });
    let of_type = api.all_fields("Query");
    let row = method(
        "appsync",
        "Fields",
        "grant",
        Some("aws-appsync.GraphqlApi.grant"),
    )
    .variant(
        "type",
        &["$grantee", "IamResource.ofType('Query')", "appsync:GraphQL"],
    );
    matrix.add(row, |grantee| {
        of_type.grant(grantee, actions![appsync::GraphQL])
    });
    let field = api.fields("Query", ["getX"]);
    let row = method(
        "appsync",
        "Fields",
        "grant",
        Some("aws-appsync.GraphqlApi.grant"),
    )
    .variant(
        "fields",
        &[
            "$grantee",
            "IamResource.custom('types/Query/fields/getX')",
            "appsync:GraphQL",
        ],
    );
    matrix.add(row, |grantee| {
        field.grant(grantee, actions![appsync::GraphQL])
    });
}
