//! AWS App Mesh: virtual gateways and nodes, and what can be granted on them.

mod virtual_gateway;
mod virtual_node;

pub use self::{virtual_gateway::VirtualGateway, virtual_node::VirtualNode};
