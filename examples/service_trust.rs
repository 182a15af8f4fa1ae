//! The smallest trust there is: AWS Lambda may assume the role, for the functions that run with it, and nobody else.

use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));

    println!("{}", role.trust_policy().to_json_pretty());
}
