//! What a resource is encrypted with.

use crate::kms::Key;

/// What a resource is encrypted with, as far as that was said.
#[derive(Clone, Debug, Default)]
pub(crate) enum Encryption {
    /// Nothing, or a key that AWS owns: nobody needs permission for it.
    #[default]
    Unsaid,
    /// The service's own key in the account, which other accounts cannot use.
    AwsManaged,
    /// A key of the customer's.
    Key(Box<Key>),
}
