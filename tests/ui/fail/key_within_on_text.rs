use iam_dsl::prelude::*;

fn main() {
    let _ = key!("aws:PrincipalOrgID").within(cidr!("10.0.0.0/8"));
}
