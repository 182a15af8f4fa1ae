//! `action!`, `actions!`, `not_actions!`, and the items of `Action` in `policy!`.

mod expand;
mod item;
mod parse;
mod resolve;

pub(crate) use expand::{List, one, one_fallback, path, pattern, several, several_fallback};
pub(crate) use item::{Item, Written};
pub(crate) use parse::{is_item, item};
pub(crate) use resolve::{Resolved, resolve};

/// Returns what an item means as text, right or wrong.
pub(crate) fn text(item: &Item) -> String {
    match resolve(item) {
        Ok(Resolved::Action(action)) => action.to_string(),
        Ok(Resolved::Pattern(text) | Resolved::Unchecked(text)) => text,
        Err(_) => resolve::with_prefix(item),
    }
}
