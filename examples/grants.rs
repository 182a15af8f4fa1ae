//! The role of a Lambda function, as CDK users know it: the resources say who may use them, and the role's policy
//! collects what that takes. Reading the bucket is getting its objects and listing it, and no more.

use std::error::Error;

use iam_dsl::prelude::*;
use iam_dsl::{dynamodb, s3};

fn main() -> Result<(), Box<dyn Error>> {
    let env = Env::new("123456789012", "us-east-1")?;
    let uploads = s3::Bucket::named("my-app-uploads");
    let orders = dynamodb::Table::new(&env, "orders");
    let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));

    uploads.grant_read(&role)?;
    orders.grant_read_write_data(&role)?;

    println!("{}", role.policy().to_json_pretty());
    Ok(())
}
