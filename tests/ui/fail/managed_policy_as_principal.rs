use iam_dsl::ManagedPolicy;
use iam_dsl::prelude::*;

fn main() {
    let reports = iam_dsl::s3::Bucket::named("reports");
    let read = ManagedPolicy::new("orders-read");
    reports.add(allow(actions![s3::GetObject]).to(&read).on(reports.objects("*")));
    let _ = Role::new("deploy").trusted_by(read);
    let _ = Role::new("deploy").trusted_by(IdentityPolicy::new());
}
