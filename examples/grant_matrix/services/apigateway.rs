//! APIs, their methods and routes, and API keys.

use iam_dsl::{apigateway, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let api_key = apigateway::ApiKey::new(&env(), "apikey123");
    methods! {
        matrix, "apigateway", "ApiKey", api_key.clone();
        grant_read = "aws-apigateway.ApiKey.grantRead",
        grant_write = "aws-apigateway.ApiKey.grantWrite",
        grant_read_write = "aws-apigateway.ApiKey.grantReadWrite",
    }
    let row = method(
        "apigateway",
        "ApiKey",
        "grant",
        Some("aws-apigateway.ApiKeyGrants.actions"),
    )
    .variant("actions", &["$grantee", r#"["apigateway:GET"]"#]);
    matrix.add(row, |grantee| {
        api_key.grant(grantee, actions![apigateway::GET])
    });
    let api = apigateway::RestApi::new(&env(), "restapi123");
    let row = method("apigateway", "RestApi", "grant", None)
        .variant("actions", &["$grantee", "execute-api:Invoke"]);
    matrix.add(row, |grantee| {
        api.grant(grantee, actions![execute_api::Invoke])
    });
    let row = method(
        "apigateway",
        "RestApi",
        "grant_invoke_from_vpc_endpoints_only",
        Some("aws-apigateway.RestApi.grantInvokeFromVpcEndpointsOnly"),
    )
    .variant("plain", &[r#"["vpce-0abc"]"#]);
    let private = apigateway::RestApi::new(&env(), "restapi123");
    matrix.add_for(
        row,
        "anyone",
        private.grant_invoke_from_vpc_endpoints_only(&["vpce-0abc"]),
    );
    methods! {
        matrix, "apigateway", "Method", api.method("prod", "GET", "/pets");
        grant_execute = "aws-apigateway.Method.grantExecute",
    }
    let routes = apigateway::HttpApi::new(&env(), "api1234567");
    methods! {
        matrix, "apigateway", "HttpRoute", routes.route("GET", "/pets/{id}");
        grant_invoke = "aws-apigatewayv2.HttpRoute.grantInvoke",
    }
    let sockets = apigateway::WebSocketApi::new(&env(), "api1234567");
    methods! {
        matrix, "apigateway", "WebSocketApi", sockets.clone();
        grant_manage_connections = "aws-apigatewayv2.WebSocketApi.grantManageConnections",
    }
    methods! {
        matrix, "apigateway", "WebSocketStage", sockets.stage("dev");
        grant_management_api_access = "aws-apigatewayv2.WebSocketStage.grantManagementApiAccess",
    }
}
