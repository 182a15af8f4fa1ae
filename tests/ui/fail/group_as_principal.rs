use iam_dsl::Group;
use iam_dsl::prelude::*;

fn main() {
    let payments = Group::new("payments");
    let reports = iam_dsl::s3::Bucket::named("reports");
    reports.add(allow(actions![s3::GetObject]).to(&payments).on(reports.objects("*")));
}
