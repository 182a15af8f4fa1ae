use crate::blob::{self, ARNS, TYPES};
use crate::{ConditionKey, Service, id};

id! {
    /// A resource type of a service, such as `bucket` of `s3`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::Service;
    ///
    /// let bucket = Service::find("s3").unwrap().resource_type("bucket").unwrap();
    /// assert!(bucket.arn_formats().eq(["arn:${Partition}:s3:::${BucketName}"]));
    /// ```
    #[derive(Debug)]
    ResourceType in TYPES
}

struct Record {
    name: [u8; 4],
    service: u16,
    first_arn: u16,
    arns: u16,
    keys: u16,
    flags: u16,
}

impl ResourceType {
    /// Returns the service that the resource type belongs to.
    #[must_use]
    pub fn service(self) -> Service {
        Service(self.record().service)
    }

    /// Returns the name in AWS's spelling. It may hold spaces: `bot alias`.
    #[must_use]
    pub fn name(self) -> &'static str {
        blob::text(self.record().name)
    }

    /// Returns the forms that ARNs of this type take, with `${…}` where names go.
    pub fn arn_formats(
        self,
    ) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator + Clone + 'static {
        let record = self.record();
        let first = usize::from(record.first_arn);
        ARNS.get(first..first + usize::from(record.arns))
            .unwrap_or_default()
            .iter()
            .map(|&reference| blob::text(reference))
    }

    /// Returns the condition keys that requests for resources of this type carry.
    pub fn condition_keys(
        self,
    ) -> impl DoubleEndedIterator<Item = ConditionKey> + ExactSizeIterator + Clone + 'static {
        ConditionKey::list(self.record().keys)
    }

    /// Returns true when AWS's reference has dropped the resource type.
    #[must_use]
    pub fn is_deprecated(self) -> bool {
        self.record().flags & 1 != 0
    }

    fn record(self) -> Record {
        let record = TYPES.get(self.index()).copied().unwrap_or_default();
        let [n0, n1, n2, n3, s0, s1, a0, a1, c0, c1, k0, k1, f0, f1] = record;
        Record {
            name: [n0, n1, n2, n3],
            service: u16::from_le_bytes([s0, s1]),
            first_arn: u16::from_le_bytes([a0, a1]),
            arns: u16::from_le_bytes([c0, c1]),
            keys: u16::from_le_bytes([k0, k1]),
            flags: u16::from_le_bytes([f0, f1]),
        }
    }
}

/// Prints the service prefix and the name: `s3 bucket`.
impl std::fmt::Display for ResourceType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.service().prefix(), self.name())
    }
}
