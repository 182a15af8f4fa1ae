use std::fmt;

/// What an action does, in the five classes of the service authorization reference.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::{AccessLevel, Action};
///
/// let tag = Action::find("s3:PutObjectTagging").unwrap();
/// assert!(tag.access_levels().contains(AccessLevel::Tagging));
/// assert_eq!(AccessLevel::PermissionsManagement.to_string(), "Permissions management");
/// ```
///
/// See [access levels in policy summaries][aws].
///
/// [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AccessLevel {
    /// Shows that resources exist.
    List,
    /// Reads what is in a resource, without editing it.
    Read,
    /// Creates, changes or deletes a resource.
    Write,
    /// Changes only the tags of a resource.
    Tagging,
    /// Changes who may do what.
    PermissionsManagement,
}

impl AccessLevel {
    /// Every level, in the order of their bits in the catalog.
    pub const ALL: [Self; 5] = [
        Self::List,
        Self::Read,
        Self::Write,
        Self::Tagging,
        Self::PermissionsManagement,
    ];

    /// Returns the level as AWS writes it, such as `Permissions management`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Read => "Read",
            Self::Write => "Write",
            Self::Tagging => "Tagging",
            Self::PermissionsManagement => "Permissions management",
        }
    }
}

impl fmt::Display for AccessLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The access levels of one action: nearly always one, sometimes two.
///
/// An action that tags or manages permissions is also a write.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::{AccessLevel, Action};
///
/// let levels = Action::find("s3:PutBucketPolicy").unwrap().access_levels();
/// assert!(levels.contains(AccessLevel::PermissionsManagement));
/// assert_eq!(levels.to_string(), "Permissions management, Write");
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct AccessLevels(u8);

impl AccessLevels {
    pub(crate) const fn from_bits(bits: u16) -> Self {
        Self((bits & 0x1f) as u8)
    }

    /// Returns true when `level` is among them.
    #[must_use]
    pub const fn contains(self, level: AccessLevel) -> bool {
        self.0 & (1 << level as u8) != 0
    }

    /// Returns the levels, in the order of [`AccessLevel::ALL`].
    pub fn iter(self) -> impl DoubleEndedIterator<Item = AccessLevel> + Clone {
        AccessLevel::ALL
            .into_iter()
            .filter(move |level| self.contains(*level))
    }
}

/// Prints the levels as the service authorization reference does: `Tagging, Write`.
impl fmt::Display for AccessLevels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, level) in self.iter().rev().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            f.write_str(level.name())?;
        }
        Ok(())
    }
}
