//! Amazon DynamoDB: tables, and what can be granted on them.
//!
//! | grant | lets do | actions |
//! |---|---|---|
//! | `grant_read_data` | read items | `dynamodb:BatchGetItem`, `dynamodb:GetItem`, `dynamodb:Query`, `dynamodb:Scan`, `dynamodb:ConditionCheckItem`, `dynamodb:DescribeTable` |
//! | `grant_write_data` | write and delete items | `dynamodb:BatchWriteItem`, `dynamodb:PutItem`, `dynamodb:UpdateItem`, `dynamodb:DeleteItem`, `dynamodb:DescribeTable` |
//! | `grant_read_write_data` | both | the actions of both |

mod grants;
mod table;

pub use self::table::Table;
