//! A report service reads one bucket: it lists what is there and gets the objects. Listing is on the bucket itself,
//! getting on the objects in it, so the statement is on both.

use iam_dsl::prelude::*;
use iam_dsl::s3;

fn main() {
    let bucket = s3::Bucket::named("my-app-bucket");

    let policy = IdentityPolicy::new().with(
        allow(actions![s3::GetObject, s3::ListBucket])
            .on((bucket.arn(), bucket.objects("*")))
            .sid("AllowS3ReadAccess"),
    );

    println!("{}", policy.to_json_pretty());
}
