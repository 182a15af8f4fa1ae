//! A Lambda function processes orders: it reads the orders table, announces what it did on a queue, and writes its own
//! log. Each is one statement of the role's policy, and the handles know the ARNs.

use iam_dsl::prelude::*;
use iam_dsl::{ValueError, dynamodb, sqs};

fn main() -> Result<(), ValueError> {
    let env = Env::new("123456789012", "us-east-1")?;
    let orders = dynamodb::Table::new(&env, "orders");
    let notifications = sqs::Queue::new(&env, "order-notifications");

    let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));
    role.add(
        allow(actions![dynamodb::GetItem, dynamodb::Query])
            .on(orders.arn())
            .sid("ReadDynamoDB"),
    );
    role.add(
        allow(actions![sqs::SendMessage])
            .on(notifications.arn())
            .sid("WriteSQS"),
    );
    role.add(
        allow(actions![
            logs::CreateLogGroup,
            logs::CreateLogStream,
            logs::PutLogEvents
        ])
        .on(arn!("arn:aws:logs:us-east-1:123456789012:*"))
        .sid("WriteCloudWatchLogs"),
    );

    println!("{}", role.policy().to_json_pretty());
    Ok(())
}
