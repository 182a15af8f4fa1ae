//! AWS Lambda: functions, their versions, aliases and URLs, and what can be granted on them.

mod function;
mod permission;
mod public_url;
mod qualified;
mod web_function_endpoint;

pub use self::{
    function::Function, qualified::QualifiedFunction, web_function_endpoint::WebFunctionEndpoint,
};
