use iam_dsl::prelude::*;

fn main() {
    let reports = iam_dsl::s3::Bucket::named("reports");
    assert_allows!(reports, s3::ListBucket, on = &reports);
}
