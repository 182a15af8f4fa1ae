//! What IAM would refuse of an identity.

use std::{error, fmt};

/// What IAM would refuse: a name, a path, a tag, a duration, or more of something than its quotas allow.
///
/// AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
///
/// # Example
///
/// ```
/// use iam_dsl::IdentityError;
/// use iam_dsl::prelude::*;
///
/// let role = Role::new("order-processor").with_path("payments");
/// let mistakes = role.mistakes();
/// assert!(matches!(mistakes[0], IdentityError::Malformed { .. }));
/// assert_eq!(
///     mistakes[0].to_string(),
///     "the path of role `order-processor` is `payments`: a path begins and ends with `/`",
/// );
///
/// // A `main` that returns the error, and `.unwrap()`, print what to do as well.
/// let mistakes = Role::new("worker").with_tag("team", "a").with_tag("team", "b").mistakes();
/// assert_eq!(
///     format!("{:?}", mistakes[0]),
///     "role `worker` has two tags `team` (drop one of them, or name it otherwise)",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum IdentityError {
    /// A text is longer than IAM takes it.
    #[non_exhaustive]
    TooLong {
        /// The identity.
        identity: String,
        /// What of it: its name, its path …
        what: &'static str,
        /// The text.
        text: String,
        /// Its characters.
        length: usize,
        /// The most that IAM takes.
        limit: usize,
    },
    /// A text is empty, or has characters that IAM does not take.
    #[non_exhaustive]
    Malformed {
        /// The identity.
        identity: String,
        /// What of it: its name, its path …
        what: &'static str,
        /// The text.
        text: String,
        /// What it should be.
        rule: &'static str,
    },
    /// Two of what IAM tells apart by name have the same.
    #[non_exhaustive]
    Repeated {
        /// The identity.
        identity: String,
        /// What of it: its tags, its inline policies.
        what: &'static str,
        /// The name.
        text: String,
    },
    /// There is more of something than IAM takes.
    #[non_exhaustive]
    TooMany {
        /// The identity.
        identity: String,
        /// What of it: its tags, its groups …
        what: &'static str,
        /// How many.
        count: usize,
        /// The most that IAM takes.
        limit: usize,
    },
    /// A role's sessions are to be shorter or longer than they can be.
    #[non_exhaustive]
    SessionDuration {
        /// The role.
        identity: String,
        /// How long.
        seconds: u64,
        /// The least.
        min: u64,
        /// The most.
        max: u64,
    },
    /// A managed policy is larger than IAM takes it.
    #[non_exhaustive]
    PolicyTooLarge {
        /// The policy.
        identity: String,
        /// Its characters besides white space.
        size: usize,
        /// The most that IAM takes.
        limit: usize,
    },
    /// A role's trust policy is larger than the account lets it be.
    #[non_exhaustive]
    TrustTooLarge {
        /// The role.
        identity: String,
        /// Its characters.
        size: usize,
        /// The most that IAM takes.
        limit: usize,
    },
    /// The inline policies are to be split into managed ones, and one statement fits none.
    #[non_exhaustive]
    StatementTooLarge {
        /// The identity.
        identity: String,
        /// The inline policy that has the statement.
        policy: String,
        /// Which statement of the policy it is, from 0.
        index: usize,
        /// The characters, besides white space, of a policy that has this statement alone.
        size: usize,
        /// The most that IAM takes.
        limit: usize,
    },
    /// More managed policies than may be attached, with those that the inline policies are split into.
    #[non_exhaustive]
    TooManyPolicies {
        /// The identity.
        identity: String,
        /// How many are attached to it.
        attached: usize,
        /// How many its inline policies are split into.
        split: usize,
        /// The most that may be attached.
        limit: usize,
    },
    /// Statements were added to a policy that is AWS's, which nobody else can change.
    #[non_exhaustive]
    ManagedByAws {
        /// The policy.
        identity: String,
        /// How many statements.
        statements: usize,
    },
}

impl IdentityError {
    /// Returns what to do about it.
    #[inline]
    pub fn help(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "write a shorter one",
            Self::Malformed { rule, .. } => rule,
            Self::Repeated { .. } => "drop one of them, or name it otherwise",
            Self::TooMany { .. } => "drop some of them",
            Self::SessionDuration { .. } => "a session lasts from one hour to twelve",
            Self::PolicyTooLarge { .. } => {
                "minimize its policy, or make a managed policy of each part of `policy.split(..)`"
            }
            Self::TrustTooLarge { .. } => {
                "trust fewer, or by patterns; or ask AWS for more, and say so with `.with_trust_policy_limit(..)`"
            }
            Self::StatementTooLarge { .. } => {
                "make two statements of it, each with a part of its actions or resources"
            }
            Self::TooManyPolicies { .. } => {
                "name resources by patterns, use fewer managed policies, or ask AWS for more on roles and users and say so \
                 with `.with_managed_policy_limit(..)`"
            }
            Self::ManagedByAws { .. } => {
                "add the statements to a policy of your own, made with `ManagedPolicy::new(..)`"
            }
        }
    }
}

impl fmt::Debug for IdentityError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The rule is in the message.
            Self::Malformed { .. } => write!(f, "{self}"),
            _ => write!(f, "{self} ({})", self.help()),
        }
    }
}

impl fmt::Display for IdentityError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong {
                identity,
                what,
                text,
                length,
                limit,
            } => write!(
                f,
                "the {what} of {identity} has {length} characters, and IAM takes {limit}: `{text}`"
            ),
            Self::Malformed {
                identity,
                what,
                text,
                rule,
            } => write!(f, "the {what} of {identity} is `{text}`: {rule}"),
            Self::Repeated {
                identity,
                what,
                text,
            } => write!(f, "{identity} has two {what} `{text}`"),
            Self::TooMany {
                identity,
                what,
                count,
                limit,
            } => write!(f, "{identity} has {count} {what}, and IAM takes {limit}"),
            Self::SessionDuration {
                identity,
                seconds,
                min,
                max,
            } => write!(
                f,
                "sessions of {identity} last {seconds} seconds at most, and IAM takes {min} to {max}"
            ),
            Self::PolicyTooLarge {
                identity,
                size,
                limit,
            } => write!(
                f,
                "{identity} has {size} characters, and IAM takes {limit}: {} too many",
                size.saturating_sub(*limit)
            ),
            Self::TrustTooLarge {
                identity,
                size,
                limit,
            } => write!(
                f,
                "the trust policy of {identity} has {size} characters, and IAM takes {limit}: {} too many",
                size.saturating_sub(*limit)
            ),
            Self::StatementTooLarge {
                identity,
                policy,
                index,
                size,
                limit,
            } => write!(
                f,
                "Statement[{index}] of inline policy `{policy}` of {identity} makes a managed policy of {size} characters \
                 by itself, and IAM takes {limit}: {} too many",
                size.saturating_sub(*limit)
            ),
            Self::TooManyPolicies {
                identity,
                attached,
                split,
                limit,
            } => {
                write!(f, "{identity} has {attached} managed policies")?;
                if *split > 0 {
                    write!(f, " and needs {split} more for its inline policies")?;
                }
                let excess = (attached + split).saturating_sub(*limit);
                write!(f, ", and IAM takes {limit}: {excess} too many")
            }
            Self::ManagedByAws {
                identity,
                statements,
            } => write!(
                f,
                "{identity} is AWS's to change, and it was given statements here: {statements}"
            ),
        }
    }
}

impl error::Error for IdentityError {}
