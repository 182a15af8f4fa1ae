//! Prints what every grant gives to every sort of grantee: JSON Lines, one a method, variant and grantee.
//!
//! `cargo run -q --example grant_matrix`

mod grantees;
mod matrix;
mod services;

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for row in services::rows(grantees::all) {
        writeln!(out, "{}", row.to_json())?;
    }
    Ok(())
}
