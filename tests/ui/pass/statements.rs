//! The twins of `fail/statement*.rs` and `fail/typed_path*.rs`: each kind of policy with what its statements need.

use iam_dsl::prelude::*;

fn main() {
    let bucket = arn!("arn:aws:s3:::my-bucket/*");
    let lambda = service_principal!("lambda.amazonaws.com");

    let role = Role::new("app").trusted_by(lambda.clone());
    role.add(allow(aws::s3::GetObject).on(bucket.clone()));
    role.add(allow(aws::dynamodb::GetItem).on(any()));
    assert_eq!(role.policy().document().statements().len(), 2);

    let kinds = [
        IdentityPolicy::new()
            .with(allow(actions![s3::GetObject]).on(any()).when(key!("aws:SourceIp").within(cidr!("10.0.0.0/8"))))
            .to_json(),
        ResourcePolicy::new()
            .with(allow(actions![s3::GetObject]).to(lambda.clone()).on(bucket.clone()))
            .with(deny(actions![s3::GetObject]).to_all_except(lambda.clone()).on(bucket))
            .to_json(),
        TrustPolicy::new().with(allow(actions![sts::AssumeRole]).to(lambda)).to_json(),
        BoundaryPolicy::new().with(allow(actions![s3:*]).on(any())).to_json(),
        ServiceControlPolicy::new().with(deny(actions![s3:*]).on(any())).to_json(),
    ];
    for json in kinds {
        assert!(json.starts_with(r#"{"Version":"2012-10-17","Statement":[{"Effect":"#), "{json}");
    }
}
