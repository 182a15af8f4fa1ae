use crate::blob::{self, PARTITIONS, REGIONS};
use crate::id;

id! {
    /// A partition: a set of regions with accounts of its own, such as `aws` or `aws-cn`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::Partition;
    ///
    /// let china = Partition::of_region("cn-north-1").unwrap();
    /// assert_eq!(china.name(), "aws-cn");
    /// assert_eq!(china.dns_suffix(), "amazonaws.com.cn");
    /// ```
    ///
    /// See [partitions][aws].
    ///
    /// [aws]: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
    #[derive(Debug)]
    Partition in PARTITIONS
}

struct Record {
    name: [u8; 4],
    dns_suffix: [u8; 4],
    areas: [u8; 4],
    first_region: u16,
}

impl Partition {
    /// Returns the partition with this exact name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::all().find(|partition| partition.name() == name)
    }

    /// Returns the partition of a region, known or not.
    ///
    /// A region that is not listed belongs to the partition whose regions have such names
    /// (`eu-west-9` to `aws`), so that a new region works before the catalog has it.
    #[must_use]
    pub fn of_region(region: &str) -> Option<Self> {
        Self::all()
            .find(|partition| partition.regions().any(|known| known == region))
            .or_else(|| Self::all().find(|partition| partition.is_regular(region)))
    }

    /// Returns the partition's name, as in ARNs.
    #[must_use]
    pub fn name(self) -> &'static str {
        blob::text(self.record().name)
    }

    /// Returns the domain under which services have their host names.
    #[must_use]
    pub fn dns_suffix(self) -> &'static str {
        blob::text(self.record().dns_suffix)
    }

    /// Returns the first parts of region names, which are followed by `-<word>-<number>`.
    pub fn region_areas(self) -> impl Iterator<Item = &'static str> + Clone {
        blob::text(self.record().areas).split(' ')
    }

    /// Returns the known regions, sorted by name.
    pub fn regions(
        self,
    ) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator + Clone + 'static {
        let end = match Self::checked(self.index() + 1) {
            Some(next) => usize::from(next.record().first_region),
            None => REGIONS.len(),
        };
        REGIONS
            .get(usize::from(self.record().first_region)..end)
            .unwrap_or_default()
            .iter()
            .map(|&reference| blob::text(reference))
    }

    /// Tells whether `region` reads `<area>-<word>-<number>` with an area of this partition.
    fn is_regular(self, region: &str) -> bool {
        let mut parts = region.rsplitn(3, '-');
        let (Some(number), Some(word), Some(area)) = (parts.next(), parts.next(), parts.next())
        else {
            return false;
        };
        !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && self.region_areas().any(|own| own == area)
    }

    fn record(self) -> Record {
        let record = PARTITIONS.get(self.index()).copied().unwrap_or_default();
        let [n0, n1, n2, n3, d0, d1, d2, d3, p0, p1, p2, p3, r0, r1] = record;
        Record {
            name: [n0, n1, n2, n3],
            dns_suffix: [d0, d1, d2, d3],
            areas: [p0, p1, p2, p3],
            first_region: u16::from_le_bytes([r0, r1]),
        }
    }
}

/// Prints the name: `aws`.
impl std::fmt::Display for Partition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}
