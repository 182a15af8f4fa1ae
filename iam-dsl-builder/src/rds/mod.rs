//! Amazon RDS and Aurora: clusters, instances and proxies, and what can be granted on them.
//!
//! Whom a database lets in with IAM is said of a user of the database and of the resource id that RDS gave the cluster,
//! instance or proxy, which is not its name. See AWS's page on
//! [policies for database access](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html).

mod cluster;
mod connect;
mod data_api;
mod instance;
mod proxy;

pub use self::{cluster::Cluster, instance::Instance, proxy::Proxy};
