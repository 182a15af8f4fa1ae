//! A team may create roles of its own, and this boundary says what such a role can do at most: work with storage, tables,
//! queues and logs, and never touch identities, the organization or the account.

use iam_dsl::prelude::*;

fn main() {
    let boundary = BoundaryPolicy::new()
        .with(allow(actions![s3:*, dynamodb:*, sqs:*, logs:*]).on(any()))
        .with(deny(actions![iam:*, organizations:*, account:*]).on(any()));

    println!("{}", boundary.to_json_pretty());
}
