use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app").trusted_by(service_principal!("lambda.amazonaws.com"));
    role.add(allow(actions![s3::GetObject]));
}
