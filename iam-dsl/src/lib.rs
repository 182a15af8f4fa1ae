//! A typed Rust DSL for AWS IAM: policies are written in Rust, checked while they compile, and come out as the JSON that AWS takes.
//!
//! ```
//! use iam_dsl::prelude::*;
//! use iam_dsl::{dynamodb, s3};
//!
//! let env = Env::new("123456789012", "us-east-1")?;
//! let uploads = s3::Bucket::named("my-app-uploads");
//! let orders = dynamodb::Table::new(&env, "orders");
//! let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));
//!
//! uploads.grant_read(&role)?;
//! orders.grant_read_write_data(&role)?;
//! role.add(
//!     allow(actions![s3::PutObject])
//!         .on(uploads.objects("incoming/*"))
//!         .when(key!("s3:x-amz-server-side-encryption").equals("aws:kms"))
//!         .sid("EncryptedUploads"),
//! );
//! println!("{}", role.policy().to_json_pretty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | what | where |
//! |---|---|
//! | what most programs need, in one `use` | [`prelude`] |
//! | every AWS action as a path | [`aws`] |
//! | statements: [`allow`], [`deny`] | [`statement`] |
//! | conditions: [`key!`] and what it compares | [`condition`] |
//! | principals | [`principal`] |
//! | whom roles trust, ready-made | [`trust`] |
//! | policies and their kinds | [`Policy`], [`mod@policy`] |
//! | identities | [`Role`], [`User`], [`Group`], [`ManagedPolicy`], [`PermissionsBoundary`], [`InstanceProfile`] |
//! | storage and data, and grants of them | [`s3`], [`s3tables`], [`s3vectors`], [`dynamodb`], [`rds`], [`elasticfilesystem`], [`ec2`], [`es`], [`glue`], [`athena`], [`backup`] |
//! | messages and events | [`sqs`], [`sns`], [`kinesis`], [`firehose`], [`kafka`], [`mq`], [`events`], [`scheduler`], [`ses`] |
//! | computing and delivery | [`lambda`], [`states`], [`ecs`], [`ecr`], [`ecr_public`], [`batch`], [`codebuild`], [`codecommit`], [`codedeploy`], [`codepipeline`] |
//! | APIs, edge and people | [`apigateway`], [`appsync`], [`appmesh`], [`appconfig`], [`cloudfront`], [`route53`], [`cognito_idp`], [`geo`] |
//! | models and agents | [`bedrock`], [`bedrock_agentcore`], [`sagemaker`] |
//! | keys, secrets, parameters | [`kms`], [`secretsmanager`], [`ssm`] |
//! | logs, metrics, traces | [`logs`], [`cloudwatch`], [`xray`], [`codeguru_profiler`] |
#![cfg_attr(
    feature = "evaluate",
    doc = "| what policies allow, and tests of that (feature `evaluate`) | [`assert_allows!`], [`assert_denies!`], [`evaluate`] |"
)]
#![cfg_attr(
    not(feature = "evaluate"),
    doc = "| what policies allow, and tests of that | `assert_allows!`, `assert_denies!`, `evaluate`, with the feature `evaluate` |"
)]
//! | what is found in policies and accounts, and accepted | [`check`] |
//! | writing documents from a build script | [`build`] |

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod prelude;

#[doc(inline)]
pub use iam_dsl_builder::*;
#[doc(inline)]
pub use iam_dsl_macros::{
    action, actions, arn, boundary_policy, cidr, date, include_policy, key, managed_policy,
    not_actions, policy, resource_control_policy, resource_policy, service_control_policy,
    service_principal, session_policy, trust_policy, vpc_endpoint_policy,
};
#[cfg(feature = "evaluate")]
#[doc(inline)]
pub use iam_dsl_macros::{assert_allows, assert_denies};
#[cfg(feature = "evaluate")]
#[doc(inline)]
pub use iam_dsl_questions as evaluate;
#[cfg(not(feature = "evaluate"))]
mod without_evaluate;

/// The code of the README compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
