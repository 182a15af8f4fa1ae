//! Reading texts that people wrote: what is wrong in them, where, and what was meant.

mod members;
mod mistake;

pub(crate) use members::{form, given, members, nearest, only, text};
pub(crate) use mistake::{Mistake, Source};
