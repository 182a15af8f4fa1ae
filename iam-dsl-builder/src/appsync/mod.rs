//! AWS AppSync: GraphQL and event APIs, and what can be granted on them.

mod channel_namespace;
mod event_api;
mod fields;
mod graphql_api;

pub use self::{
    channel_namespace::ChannelNamespace, event_api::EventApi, fields::Fields,
    graphql_api::GraphqlApi,
};
