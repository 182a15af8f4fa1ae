//! A macro that checks nothing: what any proc macro call costs.

use proc_macro::TokenStream;

/// Returns its input as it came.
#[proc_macro]
pub fn same(input: TokenStream) -> TokenStream {
    input
}
