//! Amazon API Gateway: APIs, their methods and routes, and API keys, and what can be granted on them.

mod api_key;
mod execute;
mod http_api;
mod http_route;
mod method;
mod rest_api;
mod web_socket_api;
mod web_socket_stage;

pub use self::{
    api_key::ApiKey, http_api::HttpApi, http_route::HttpRoute, method::Method, rest_api::RestApi,
    web_socket_api::WebSocketApi, web_socket_stage::WebSocketStage,
};
