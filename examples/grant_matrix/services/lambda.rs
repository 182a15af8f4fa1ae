//! Functions, their versions and aliases, and endpoints of web functions.

use iam_dsl::{AnyGrantee, Arn, Grant, GrantError, lambda, prelude::*, principal::ArnPrincipal};

use crate::{
    grantees::{env, expect},
    matrix::{Matrix, Method, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let function = lambda::Function::new(&env(), "my-fn");
    methods! {
        matrix, "lambda", "Function", function.clone();
        grant_invoke = "aws-lambda.Function.grantInvoke",
        grant_invoke_latest_version = "aws-lambda.Function.grantInvokeLatestVersion",
        grant_invoke_url = "aws-lambda.Function.grantInvokeUrl",
    }
    let url = method(
        "lambda",
        "Function",
        "grant_invoke_url",
        Some("aws-lambda.FunctionUrl.grantInvokeUrl"),
    );
    matrix.add(url, |grantee| function.grant_invoke_url(grantee));
    let version = method(
        "lambda",
        "Function",
        "grant_invoke_version",
        Some("aws-lambda.Function.grantInvokeVersion"),
    )
    .variant(
        "plain",
        &[
            "$grantee",
            "Version.fromVersionArn(arn:aws:lambda:us-east-1:123456789012:function:my-fn:7)",
        ],
    );
    matrix.add(version, |grantee| {
        function.grant_invoke_version(grantee, "7")
    });
    let single = method("lambda", "Function", "grant", None)
        .variant("actions", &["$grantee", "lambda:GetFunctionConfiguration"]);
    matrix.add(single, |grantee| {
        function.grant(grantee, actions![lambda::GetFunctionConfiguration])
    });
    let composite = Some("aws-lambda.Function.grantInvokeCompositePrincipal");
    add_composite(
        matrix,
        "Function",
        composite,
        "plain",
        function.grant_invoke_composite_principal(several()),
    );

    let latest = function.latest_version();
    let invoke = method(
        "lambda",
        "QualifiedFunction",
        "grant_invoke",
        Some("aws-lambda.Function.grantInvoke"),
    );
    matrix.add(invoke.variant("latest_version", &["$grantee"]), |grantee| {
        latest.grant_invoke(grantee)
    });
    let url = method(
        "lambda",
        "QualifiedFunction",
        "grant_invoke_url",
        Some("aws-lambda.Function.grantInvokeUrl"),
    );
    matrix.add(url.variant("latest_version", &["$grantee"]), |grantee| {
        latest.grant_invoke_url(grantee)
    });

    let live = function.alias("live");
    let invoke = method(
        "lambda",
        "QualifiedFunction",
        "grant_invoke",
        Some("aws-lambda.Alias.grantInvoke"),
    );
    matrix.add(invoke.variant("alias", &["$grantee"]), |grantee| {
        live.grant_invoke(grantee)
    });
    let url = method(
        "lambda",
        "QualifiedFunction",
        "grant_invoke_url",
        Some("aws-lambda.Alias.grantInvokeUrl"),
    );
    matrix.add(url.variant("alias", &["$grantee"]), |grantee| {
        live.grant_invoke_url(grantee)
    });
    let composite = Some("aws-lambda.Alias.grantInvokeCompositePrincipal");
    add_composite(
        matrix,
        "QualifiedFunction",
        composite,
        "alias",
        live.grant_invoke_composite_principal(several()),
    );

    for (number, name) in [("1", "version"), ("3", "version_imported")] {
        let version = function.version(number);
        let invoke = method(
            "lambda",
            "QualifiedFunction",
            "grant_invoke",
            Some("aws-lambda.Version.grantInvoke"),
        );
        matrix.add(invoke.variant(name, &["$grantee"]), |grantee| {
            version.grant_invoke(grantee)
        });
        let url = method(
            "lambda",
            "QualifiedFunction",
            "grant_invoke_url",
            Some("aws-lambda.Version.grantInvokeUrl"),
        );
        matrix.add(url.variant(name, &["$grantee"]), |grantee| {
            version.grant_invoke_url(grantee)
        });
        let composite = Some("aws-lambda.Version.grantInvokeCompositePrincipal");
        add_composite(
            matrix,
            "QualifiedFunction",
            composite,
            name,
            version.grant_invoke_composite_principal(several()),
        );
    }

    let endpoint = "arn:aws:lambda:us-east-1:123456789012:web-function-endpoint:my-ep".parse();
    let endpoint: Arn = endpoint.unwrap_or_else(|error| unreachable!("{error}"));
    methods! {
        matrix, "lambda", "WebFunctionEndpoint", expect(lambda::WebFunctionEndpoint::from_arn(endpoint));
        grant_invoke = "aws-lambda.WebFunctionEndpointGrants.invoke",
    }
}

/// The principals that a composite one is made of.
fn several() -> [AnyGrantee; 2] {
    let role = arn!("arn:aws:iam::123456789012:role/arn-role");
    [
        AnyGrantee::new(service_principal!("s3.amazonaws.com")),
        AnyGrantee::new(ArnPrincipal::new(role)),
    ]
}

/// Adds what each of several grantees is given: a row each.
fn add_composite(
    matrix: &mut Matrix,
    class: &'static str,
    cdk: Option<&'static str>,
    variant: &'static str,
    given: Result<Vec<Grant>, GrantError>,
) {
    let row: Method = method("lambda", class, "grant_invoke_composite_principal", cdk).variant(
        variant,
        &["CompositePrincipal(ServicePrincipal(s3.amazonaws.com),ArnPrincipal(arn:aws:iam::123456789012:role/arn-role))"],
    );
    match given {
        Ok(grants) => {
            for (shape, grant) in ["composite_service", "composite_arn"]
                .into_iter()
                .zip(grants)
            {
                matrix.add_for(row, shape, Ok(grant));
            }
        }
        Err(error) => matrix.add_for(row, "composite_service", Err(error)),
    }
}
