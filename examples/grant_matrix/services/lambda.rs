//! Functions, their versions and aliases, and endpoints of web functions.

use iam_dsl::{
    AnyGrantee, Arn,
    lambda::{self, QualifiedFunction},
    prelude::*,
    principal::{ArnPrincipal, IntoTrust},
};

use crate::{
    grantees::{env, expect},
    matrix::{Matrix, method, methods},
};

/// The grants of a version or an alias, under their names in aws-cdk-lib.
#[derive(Clone, Copy)]
struct Names {
    invoke: &'static str,
    url: &'static str,
    composite: Option<&'static str>,
}

const LATEST: Names = Names {
    invoke: "aws-lambda.Function.grantInvoke",
    url: "aws-lambda.Function.grantInvokeUrl",
    composite: None,
};

const ALIAS: Names = Names {
    invoke: "aws-lambda.Alias.grantInvoke",
    url: "aws-lambda.Alias.grantInvokeUrl",
    composite: Some("aws-lambda.Alias.grantInvokeCompositePrincipal"),
};

const VERSION: Names = Names {
    invoke: "aws-lambda.Version.grantInvoke",
    url: "aws-lambda.Version.grantInvokeUrl",
    composite: Some("aws-lambda.Version.grantInvokeCompositePrincipal"),
};

const COMPOSITE: &[&str] = &[
    "CompositePrincipal(ServicePrincipal(s3.amazonaws.com),ArnPrincipal(arn:aws:iam::123456789012:role/arn-role))",
];

pub(crate) fn add(matrix: &mut Matrix) {
    add_function(matrix);
    let function = lambda::Function::new(&env(), "my-fn");
    add_qualified(matrix, &function.latest_version(), "latest_version", LATEST);
    add_qualified(matrix, &function.alias("live"), "alias", ALIAS);
    add_qualified(matrix, &function.version("1"), "version", VERSION);
    add_qualified(matrix, &function.version("3"), "version_imported", VERSION);
    add_endpoint(matrix);
}

/// The ARN of what exists is taken as it is; CDK was called with one that AWS does not make so.
fn add_endpoint(matrix: &mut Matrix) {
    const INVOKE: &str = "aws-lambda.WebFunctionEndpointGrants.invoke";
    let arn = "arn:aws:lambda:us-east-1:123456789012:web-function-endpoint:my-ep".parse();
    let arn: Arn = arn.unwrap_or_else(|error| unreachable!("{error}"));
    let imported = expect(lambda::WebFunctionEndpoint::from_arn(arn));
    let row = method(
        "lambda",
        "WebFunctionEndpoint",
        "grant_invoke",
        Some(INVOKE),
    )
    .variant("imported", &["$grantee"]);
    matrix.add(row, |grantee| imported.grant_invoke(grantee));
    methods! {
        matrix, "lambda", "WebFunctionEndpoint", lambda::WebFunctionEndpoint::new(&env(), "my-web", "my-ep");
        grant_invoke = "aws-lambda.WebFunctionEndpointGrants.invoke",
    }
}

fn add_function(matrix: &mut Matrix) {
    let function = lambda::Function::new(&env(), "my-fn");
    methods! {
        matrix, "lambda", "Function", function.clone();
        grant_invoke = "aws-lambda.Function.grantInvoke",
        grant_invoke_latest_version = "aws-lambda.Function.grantInvokeLatestVersion",
        grant_invoke_url = "aws-lambda.Function.grantInvokeUrl",
    }
    let url = Some("aws-lambda.FunctionUrl.grantInvokeUrl");
    let url = method("lambda", "Function", "grant_invoke_url", url);
    matrix.add(url, |grantee| function.grant_invoke_url(grantee));
    let version = Some("aws-lambda.Function.grantInvokeVersion");
    let version = method("lambda", "Function", "grant_invoke_version", version).variant(
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
    let several = method(
        "lambda",
        "Function",
        "grant_invoke",
        Some("aws-lambda.Function.grantInvokeCompositePrincipal"),
    )
    .variant("composite", COMPOSITE);
    matrix.add_for(several, "composite", function.grant_invoke(composite()));
    let public = method("lambda", "Function", "grant_public_url", None).variant("plain", &[]);
    matrix.add_for(public, "anyone", function.grant_public_url());
    let alias =
        method("lambda", "QualifiedFunction", "grant_public_url", None).variant("alias", &[]);
    matrix.add_for(alias, "anyone", function.alias("live").grant_public_url());
}

fn add_qualified(
    matrix: &mut Matrix,
    function: &QualifiedFunction,
    variant: &'static str,
    names: Names,
) {
    let of = |name, cdk| method("lambda", "QualifiedFunction", name, cdk);
    let invoke = of("grant_invoke", Some(names.invoke)).variant(variant, &["$grantee"]);
    matrix.add(invoke, |grantee| function.grant_invoke(grantee));
    let url = of("grant_invoke_url", Some(names.url)).variant(variant, &["$grantee"]);
    matrix.add(url, |grantee| function.grant_invoke_url(grantee));
    let several = of("grant_invoke", names.composite).variant(variant, COMPOSITE);
    matrix.add_for(several, "composite", function.grant_invoke(composite()));
}

/// Several principals as one grantee.
fn composite() -> AnyGrantee {
    let role = arn!("arn:aws:iam::123456789012:role/arn-role");
    let several = (
        service_principal!("s3.amazonaws.com"),
        ArnPrincipal::new(role),
    );
    AnyGrantee::new(several.into_trust())
}
