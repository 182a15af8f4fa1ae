//! Amazon Location Service: place indexes, and what can be granted on them.

mod place_index;

pub use self::place_index::PlaceIndex;
