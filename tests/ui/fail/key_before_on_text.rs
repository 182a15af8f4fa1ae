use iam_dsl::prelude::*;

fn main() {
    let _ = key!("aws:PrincipalOrgID").before(date!("2026-01-01"));
}
