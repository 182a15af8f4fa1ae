//! Streams of tables.

use iam_dsl_core::{ActionPattern, Arn};

use super::{policy, table::admit};
use crate::{
    GrantError, ValueError,
    grant::{Granting, On, Party, Request, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        not_the_arn, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "stream",
    kind: "AWS::DynamoDB::Stream",
    arn: ArnForm::regional("dynamodb", "table/").without(&[]),
    policy: PolicySupport::ByArn,
    key_via: Some("dynamodb"),
    forms: &[On::Itself],
};

/// The stream of what changes in a table: who may read it, and its own policy. Made by
/// [`Table::stream`](super::Table::stream).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::dynamodb;
///
/// let changes = dynamodb::Table::named("orders").stream("*");
/// let role = Role::new("projector");
/// changes.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("dynamodb:GetRecords"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Stream {
    handle: Handle,
}

handle_methods!(Stream, "stream");
policy_methods!(Stream, "stream");
key_methods!(
    Stream,
    "stream",
    "dynamodb::Table::named(\"orders\").stream(\"*\")"
);
action_methods!(
    Stream,
    "stream",
    "dynamodb::Table::named(\"orders\").stream(\"*\")",
    dynamodb::DescribeStream
);

impl Stream {
    #[inline]
    pub(super) fn of_table(table: &Handle, label: &str) -> Self {
        let suffix = format!("/stream/{label}");
        let name = format!("{}{suffix}", table.name());
        let mut handle = table.inner(&CLASS, name, &suffix);
        if label == "*" && table.has_name_of_one() {
            handle = handle.standing_for_many();
        }
        Self { handle }
    }

    /// The stream that has this ARN: one that exists already, such as another account's.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a stream.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{dynamodb, prelude::*};
    ///
    /// let arn = arn!("arn:aws:dynamodb:us-east-1:999999999999:table/orders/stream/2026-01-01T00:00:00.000");
    /// assert_eq!(dynamodb::Stream::from_arn(arn)?.name(), "orders/stream/2026-01-01T00:00:00.000");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        if !arn.resource().to_string().contains("/stream/") {
            return Err(not_the_arn(&arn, CLASS.noun));
        }
        let handle = Handle::from_arn(&CLASS, arn)?;
        Ok(Self { handle })
    }
}

impl Granting for Stream {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }

    #[inline]
    fn refusal(&self, action: &ActionPattern, party: &Party) -> Option<&'static str> {
        policy::refusal(self, action, party)
    }
}

grants! {
    Stream with policy, "stream", "dynamodb::Table::named(\"orders\").stream(\"*\")", "stream `orders/stream/*`";

    // The Kinesis adapter and Lambda look for the stream among all (`ListStreams`).
    grant_read => "read" {
        Itself: [dynamodb::DescribeStream, dynamodb::GetRecords, dynamodb::GetShardIterator],
        Everything: [dynamodb::ListStreams];
        key: [Decrypt, DescribeKey]
    }
    grant_list => "list all streams, among them" {
        Everything: [dynamodb::ListStreams],
    }
}
