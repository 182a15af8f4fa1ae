use crate::blob::{self, ACTIONS, SERVICE_KEYS, SERVICES, TYPES};
use crate::{Action, ConditionKey, KeyType, ResourceType, id, identifier};
use std::ops::Range;

id! {
    /// A service of the service authorization reference, known by its prefix (`s3`).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::Service;
    ///
    /// let s3 = Service::find("S3").unwrap();
    /// assert_eq!(s3.prefix(), "s3");
    /// assert_eq!(s3.title(), "Amazon S3");
    /// assert!(s3.supports_rcps());
    /// assert_eq!(s3.action("getobject").unwrap().name(), "GetObject");
    /// ```
    #[derive(Debug)]
    Service in SERVICES
}

struct Record {
    prefix: [u8; 4],
    title: [u8; 4],
    first_action: u16,
    first_type: u16,
    first_key: u16,
    flags: u16,
}

impl Service {
    /// Returns the service with this prefix, ignoring ASCII case.
    #[must_use]
    pub fn find(prefix: &str) -> Option<Self> {
        let at = blob::search(SERVICES, prefix, blob::head).ok()?;
        Self::checked(at)
    }

    /// Returns the service whose prefix is written `identifier` in Rust.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::Service;
    ///
    /// assert_eq!(Service::find_identifier("execute_api").unwrap().prefix(), "execute-api");
    /// ```
    #[must_use]
    pub fn find_identifier(identifier: &str) -> Option<Self> {
        Self::find(identifier).or_else(|| {
            // `-`, `.` and `_` sort apart from each other, so a mangled prefix cannot be searched.
            Self::all().find(|service| identifier::is_written(service.prefix(), identifier))
        })
    }

    /// Returns the prefix in AWS's spelling, such as `s3`.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        blob::text(self.record().prefix)
    }

    /// Returns the service's full name, such as `Amazon S3`.
    #[must_use]
    pub fn title(self) -> &'static str {
        blob::text(self.record().title)
    }

    /// Returns true when resource control policies apply to the service.
    ///
    /// See [services that support RCPs][aws].
    ///
    /// [aws]: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
    #[must_use]
    pub fn supports_rcps(self) -> bool {
        self.record().flags & 1 != 0
    }

    /// Returns the service's actions, sorted by name.
    pub fn actions(
        self,
    ) -> impl DoubleEndedIterator<Item = Action> + ExactSizeIterator + Clone + 'static {
        self.action_range().map(Action)
    }

    pub(crate) fn action_range(self) -> Range<u16> {
        let end = self.next(ACTIONS.len(), |next| next.first_action);
        self.record().first_action..end
    }

    /// Returns the indices of the actions whose names begin with `head`, ignoring ASCII case.
    pub(crate) fn actions_starting(self, head: &[u8]) -> Range<u16> {
        let range = self.action_range();
        let records = ACTIONS
            .get(usize::from(range.start)..usize::from(range.end))
            .unwrap_or(&[]);
        let order = |name: &[u8]| blob::compare(name.get(..head.len()).unwrap_or(name), head);
        let before =
            records.partition_point(|record| order(blob::bytes(blob::head(record))).is_lt());
        let upto = records.partition_point(|record| order(blob::bytes(blob::head(record))).is_le());
        let at = |offset: usize| range.start + u16::try_from(offset).unwrap_or(0);
        at(before)..at(upto)
    }

    /// Returns the action with this name, ignoring ASCII case.
    #[must_use]
    pub fn action(self, name: &str) -> Option<Action> {
        let first = self.record().first_action;
        let end = self.next(ACTIONS.len(), |next| next.first_action);
        let records = ACTIONS.get(usize::from(first)..usize::from(end))?;
        let at = blob::search(records, name, blob::head).ok()?;
        Some(Action(first + u16::try_from(at).ok()?))
    }

    /// Returns the action whose name is written `identifier` in Rust.
    #[must_use]
    pub fn action_by_identifier(self, identifier: &str) -> Option<Action> {
        self.action(identifier).or_else(|| {
            self.actions()
                .find(|action| identifier::is_written(action.name(), identifier))
        })
    }

    /// Returns the service's resource types, sorted by name.
    pub fn resource_types(
        self,
    ) -> impl DoubleEndedIterator<Item = ResourceType> + ExactSizeIterator + Clone + 'static {
        let end = self.next(TYPES.len(), |next| next.first_type);
        (self.record().first_type..end).map(ResourceType)
    }

    /// Returns the resource type with this name, ignoring ASCII case.
    #[must_use]
    pub fn resource_type(self, name: &str) -> Option<ResourceType> {
        let first = self.record().first_type;
        let end = self.next(TYPES.len(), |next| next.first_type);
        let records = TYPES.get(usize::from(first)..usize::from(end))?;
        let at = blob::search(records, name, blob::head).ok()?;
        Some(ResourceType(first + u16::try_from(at).ok()?))
    }

    /// Returns the condition keys that the service lists, with their types, sorted by name.
    ///
    /// Global keys are here only where the service's own page lists them.
    pub fn condition_keys(
        self,
    ) -> impl DoubleEndedIterator<Item = (ConditionKey, KeyType)> + Clone + 'static {
        self.key_records().iter().filter_map(|&[k0, k1, code, _]| {
            let key = ConditionKey(u16::from_le_bytes([k0, k1]));
            Some((key, KeyType::from_code(code)?))
        })
    }

    /// Returns true when the service listed `key` once and does so no longer.
    #[must_use]
    pub fn is_key_deprecated(self, key: ConditionKey) -> bool {
        self.key_records().iter().any(|&[k0, k1, _, flags]| {
            usize::from(u16::from_le_bytes([k0, k1])) == key.index() && flags & 1 != 0
        })
    }

    fn key_records(self) -> &'static [[u8; 4]] {
        let end = self.next(SERVICE_KEYS.len(), |next| next.first_key);
        SERVICE_KEYS
            .get(usize::from(self.record().first_key)..usize::from(end))
            .unwrap_or_default()
    }

    fn record(self) -> Record {
        let record = SERVICES.get(self.index()).copied().unwrap_or_default();
        let [
            p0,
            p1,
            p2,
            p3,
            t0,
            t1,
            t2,
            t3,
            a0,
            a1,
            r0,
            r1,
            k0,
            k1,
            f0,
            f1,
        ] = record;
        Record {
            prefix: [p0, p1, p2, p3],
            title: [t0, t1, t2, t3],
            first_action: u16::from_le_bytes([a0, a1]),
            first_type: u16::from_le_bytes([r0, r1]),
            first_key: u16::from_le_bytes([k0, k1]),
            flags: u16::from_le_bytes([f0, f1]),
        }
    }

    /// Where the next service starts, which is where this one ends.
    fn next(self, count: usize, first: impl Fn(&Record) -> u16) -> u16 {
        match Self::checked(self.index() + 1) {
            Some(next) => first(&next.record()),
            None => u16::try_from(count).unwrap_or(u16::MAX),
        }
    }
}

/// Prints the prefix: `s3`.
impl std::fmt::Display for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.prefix())
    }
}
