//! Conditions: typed condition keys, the comparisons each kind of key has, and what they are compared with.

mod arn;
mod binary;
mod boolean;
mod cardinality;
mod cidr;
mod claim;
mod clause;
mod date;
mod ip_address;
mod key;
pub mod kind;
mod moment;
mod narrow;
mod numeric;
mod presence;
mod text;
mod values;
mod wrong_kind;

pub use cardinality::{
    AllValues, AnyValue, Cardinality, Claim, Comparable, Matching, Multi, Multivalued, Single,
};
pub use cidr::Cidr;
pub use claim::ClaimCondition;
pub use clause::{Condition, IntoCondition};
pub use key::Key;
pub use moment::Date;
pub(crate) use narrow::narrowed;
pub use presence::Presence;
pub use values::{IntoArns, IntoDates, IntoIpRanges, IntoNumbers, IntoTexts};
