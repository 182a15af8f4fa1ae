//! How results are written, whatever the command.

mod format;
mod printable;
mod problem;
mod snippet;
mod trace;

pub(crate) use format::Format;
pub(crate) use printable::printable;
pub(crate) use problem::{Excerpt, Problem};
pub(crate) use snippet::snippet;
pub(crate) use trace::JsonTrace;
