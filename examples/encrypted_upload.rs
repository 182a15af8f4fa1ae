//! Whoever uploads to the bucket has to ask for encryption with a KMS key. An upload that does not say so is not
//! allowed, and the condition key's name and type are checked as this compiles.

use iam_dsl::prelude::*;
use iam_dsl::s3;

fn main() {
    let bucket = s3::Bucket::named("my-app-bucket");

    let policy = IdentityPolicy::new().with(
        allow(actions![s3::PutObject])
            .on(bucket.objects("*"))
            .when(key!("s3:x-amz-server-side-encryption").equals("aws:kms")),
    );

    println!("{}", policy.to_json_pretty());
}
