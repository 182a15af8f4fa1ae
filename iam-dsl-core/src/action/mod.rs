//! What a statement lets someone do.

mod catalog;
mod element;
mod pattern;

pub use element::ActionElement;
pub use pattern::ActionPattern;
