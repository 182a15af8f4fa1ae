//! Everyone beside others is everyone.

use iam_dsl::prelude::*;

fn main() {
    let statement = allow(actions![sqs::SendMessage]).to((service_principal!("sns.amazonaws.com"), anyone()));
    let _ = ResourcePolicy::new().with(statement.on(any()));
}
