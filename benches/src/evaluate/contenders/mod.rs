//! The libraries that decide: one a file, each prepared as far as it lets itself be prepared.

mod aspen;
mod cedar;
mod iam_dsl;
mod iam_rs;

use super::work::Work;
use std::error::Error;

pub use iam_dsl::policies;

/// Decides the request with that number and says whether it is allowed.
pub type Decide = Box<dyn Fn(usize) -> bool>;

/// A library that decides.
pub struct Contender {
    pub name: &'static str,
    /// What is done before the measurement, and what is left for each decision.
    pub prepared: &'static str,
    pub prepare: fn(&Work) -> Result<Decide, Box<dyn Error>>,
}

/// All of them, ours first.
pub const CONTENDERS: [Contender; 4] = [
    Contender {
        name: "iam-dsl",
        prepared: "iam-dsl compiles and indexes the policies",
        prepare: iam_dsl::prepare,
    },
    Contender {
        name: "iam-rs 0.8",
        prepared: "iam-rs parses the JSON, and the ARNs of policies with each decision",
        prepare: iam_rs::prepare,
    },
    Contender {
        name: "cedar-policy 4",
        prepared: "cedar-policy parses the policies, which are written in its own language, with an action group for each wildcard",
        prepare: cedar::prepare,
    },
    Contender {
        name: "scratchstack-aspen 0.3",
        prepared: "scratchstack-aspen parses the JSON, and compiles a regular expression for each pattern with each decision.",
        prepare: aspen::prepare,
    },
];
