//! Amazon Resource Names.

use std::fmt;
use std::str::FromStr;

use crate::{Template, pattern};

/// An ARN: `arn:partition:service:region:account:resource`, each segment a [`Template`].
///
/// Only the shape is checked here, not whether AWS has such a service or resource.
///
/// AWS: [Amazon Resource Names](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
///
/// ```
/// use iam_dsl_core::{Arn, Token};
///
/// let bucket: Arn = "arn:aws:s3:::reports".parse()?;
/// assert_eq!(bucket.service().as_str(), Some("s3"));
///
/// let queue = Arn::new("aws", "sqs", Token::Region, "123456789012", "orders");
/// assert_eq!(queue.to_string(), "arn:aws:sqs:${AWS::Region}:123456789012:orders");
/// # Ok::<(), iam_dsl_core::ArnError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Arn {
    partition: Template,
    service: Template,
    region: Template,
    account: Template,
    resource: Template,
}

impl Arn {
    /// The ARN of these segments, in the order in which they are written.
    #[must_use]
    pub fn new(
        partition: impl Into<Template>,
        service: impl Into<Template>,
        region: impl Into<Template>,
        account: impl Into<Template>,
        resource: impl Into<Template>,
    ) -> Self {
        Self {
            partition: partition.into(),
            service: service.into(),
            region: region.into(),
            account: account.into(),
            resource: resource.into(),
        }
    }

    /// The ARN in another partition.
    #[must_use]
    pub fn with_partition(mut self, partition: impl Into<Template>) -> Self {
        self.partition = partition.into();
        self
    }

    /// The ARN of another service.
    #[must_use]
    pub fn with_service(mut self, service: impl Into<Template>) -> Self {
        self.service = service.into();
        self
    }

    /// The ARN in another region.
    #[must_use]
    pub fn with_region(mut self, region: impl Into<Template>) -> Self {
        self.region = region.into();
        self
    }

    /// The ARN in another account.
    #[must_use]
    pub fn with_account(mut self, account: impl Into<Template>) -> Self {
        self.account = account.into();
        self
    }

    /// The ARN of another resource.
    #[must_use]
    pub fn with_resource(mut self, resource: impl Into<Template>) -> Self {
        self.resource = resource.into();
        self
    }

    /// The partition: `aws`, `aws-cn` …
    #[must_use]
    pub const fn partition(&self) -> &Template {
        &self.partition
    }

    /// The service, as ARNs name it.
    #[must_use]
    pub const fn service(&self) -> &Template {
        &self.service
    }

    /// The region, empty for services that have none.
    #[must_use]
    pub const fn region(&self) -> &Template {
        &self.region
    }

    /// The account id, empty for services whose ARNs have none.
    #[must_use]
    pub const fn account(&self) -> &Template {
        &self.account
    }

    /// What stands after the fifth colon.
    #[must_use]
    pub const fn resource(&self) -> &Template {
        &self.resource
    }

    /// Returns true when this ARN, read as a pattern, matches `arn`.
    ///
    /// ```
    /// use iam_dsl_core::Arn;
    ///
    /// let reports: Arn = "arn:aws:s3:::reports/*".parse()?;
    /// assert!(reports.matches("arn:aws:s3:::reports/2026/q1.csv"));
    /// # Ok::<(), iam_dsl_core::ArnError>(())
    /// ```
    #[must_use]
    pub fn matches(&self, arn: &str) -> bool {
        pattern::arn_matches(&self.to_string(), arn)
    }

    /// The ARN as one text, its tokens kept.
    #[must_use]
    pub fn to_template(&self) -> Template {
        let segments = [
            &self.partition,
            &self.service,
            &self.region,
            &self.account,
            &self.resource,
        ];
        segments
            .into_iter()
            .fold(Template::from("arn"), |arn, segment| {
                arn.with_text(":").with_template(segment)
            })
    }
}

impl From<Arn> for Template {
    fn from(arn: Arn) -> Self {
        arn.to_template()
    }
}

impl From<&Arn> for Template {
    fn from(arn: &Arn) -> Self {
        arn.to_template()
    }
}

impl FromStr for Arn {
    type Err = ArnError;

    fn from_str(text: &str) -> Result<Self, ArnError> {
        let error = |problem| ArnError {
            text: text.to_owned(),
            problem,
        };
        let segments: Vec<&str> = text.splitn(6, ':').collect();
        let [arn, partition, service, region, account, resource] = segments[..] else {
            return Err(error(Problem::Segments(segments.len())));
        };
        if arn != "arn" {
            return Err(error(Problem::Prefix));
        }
        for (segment, name) in [
            (partition, "partition"),
            (service, "service"),
            (resource, "resource"),
        ] {
            if segment.is_empty() {
                return Err(error(Problem::Empty(name)));
            }
        }
        Ok(Self {
            partition: partition.into(),
            service: service.into(),
            region: region.into(),
            account: account.into(),
            resource: resource.into(),
        })
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            partition,
            service,
            region,
            account,
            resource,
        } = self;
        write!(
            formatter,
            "arn:{partition}:{service}:{region}:{account}:{resource}"
        )
    }
}

/// The text has not the shape of an ARN.
///
/// ```
/// use iam_dsl_core::Arn;
///
/// let error = "arn:aws:s3:bucket".parse::<Arn>().unwrap_err();
/// assert_eq!(error.to_string(), "`arn:aws:s3:bucket` has 4 of the 6 segments of an ARN");
/// assert_eq!(error.help(), "an ARN is `arn:partition:service:region:account:resource`; region and account may be empty");
/// assert_eq!(format!("{error:?}"), format!("{error} ({})", error.help()));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ArnError {
    text: String,
    problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Prefix,
    Segments(usize),
    Empty(&'static str),
}

impl ArnError {
    /// What an ARN looks like.
    #[must_use]
    pub fn help(&self) -> &'static str {
        "an ARN is `arn:partition:service:region:account:resource`; region and account may be empty"
    }
}

/// With what an ARN looks like: this is what a `main` that returns the error prints.
impl fmt::Debug for ArnError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self} ({})", self.help())
    }
}

impl fmt::Display for ArnError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = iam_dsl_rules::quoted(&self.text);
        match self.problem {
            Problem::Prefix => write!(formatter, "{text} does not start with `arn:`"),
            Problem::Segments(count) => {
                write!(formatter, "{text} has {count} of the 6 segments of an ARN")
            }
            Problem::Empty(name) => write!(formatter, "the {name} of {text} is empty"),
        }
    }
}

impl std::error::Error for ArnError {}
