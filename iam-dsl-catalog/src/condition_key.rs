use crate::blob::{self, KEY_PATTERNS, KEYS};
use crate::{KeyType, holes, id};

id! {
    /// A condition key, or the pattern of a family of them, such as `aws:RequestTag/${TagKey}`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::ConditionKey;
    ///
    /// let key = ConditionKey::find("aws:requesttag/team").unwrap();
    /// assert_eq!(key.name(), "aws:RequestTag/${TagKey}");
    /// assert_eq!(key.canonical("aws:requesttag/team"), "aws:RequestTag/team");
    /// assert!(key.is_global());
    /// ```
    ///
    /// See [condition keys][aws].
    ///
    /// [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    #[derive(Debug)]
    ConditionKey in KEYS
}

/// How many bytes of a pattern are never in a hole.
const HEAD: usize = 3;

struct Record {
    name: [u8; 4],
    flags: u16,
    types: u16,
}

impl ConditionKey {
    /// Returns the key that `text` names, ignoring ASCII case.
    ///
    /// A concrete key finds its pattern. A hole takes any text but none at all, colons and
    /// slashes included: `kms:EncryptionContext:aws:s3:arn` is a key of
    /// `kms:EncryptionContext:${EncryptionContextKey}`. Where several patterns fit, the one with
    /// the longest fixed part is meant. The claims of OIDC providers have a question
    /// of their own, [`oidc::claim`](crate::oidc::claim).
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        if let Ok(at) = blob::search(KEYS, text, blob::head) {
            return Self::checked(at);
        }
        // Every pattern has a few bytes before its hole, which narrow the search.
        let head = text.as_bytes().first_chunk::<HEAD>()?;
        let order = |key: Self| blob::compare(key.head(), head);
        let first = KEY_PATTERNS.partition_point(|number| order(Self::read(*number)).is_lt());
        KEY_PATTERNS
            .iter()
            .skip(first)
            .map(|number| Self::read(*number))
            .take_while(|key| order(*key).is_eq())
            .filter(|key| holes::matches(key.name_bytes(), text.as_bytes()))
            .max_by_key(|key| holes::literal_len(key.name()))
    }

    /// Returns the name in AWS's spelling, with `${…}` where a request's own text goes.
    #[must_use]
    pub fn name(self) -> &'static str {
        blob::text(self.record().name)
    }

    /// Returns true when the name has a hole, so that it stands for many keys.
    #[must_use]
    pub fn is_pattern(self) -> bool {
        self.name().contains("${")
    }

    /// Returns the key's types: one, save where services disagree (`identitystore:UserId`).
    pub fn key_types(self) -> impl Iterator<Item = KeyType> + Clone + 'static {
        KeyType::from_bits(self.record().types)
    }

    /// Returns true when the key can be used with any action.
    ///
    /// See [global condition keys][aws]. A few of them do not begin with `aws:`.
    ///
    /// [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    #[must_use]
    pub fn is_global(self) -> bool {
        self.record().flags & 1 != 0
    }

    /// Returns the one type of a global key.
    #[must_use]
    pub fn global_type(self) -> Option<KeyType> {
        let [_, code] = self.record().flags.to_le_bytes();
        KeyType::from_code(code).filter(|_| self.is_global())
    }

    /// Returns true when the key was a global one and is listed so no longer.
    #[must_use]
    pub fn is_global_deprecated(self) -> bool {
        self.record().flags & 2 != 0
    }

    /// Returns `text` with the fixed parts in AWS's spelling and the text of holes as it is.
    ///
    /// A text that is not of this key comes back unchanged.
    #[must_use]
    pub fn canonical(self, text: &str) -> String {
        holes::fill(self.name(), text).unwrap_or_else(|| text.to_owned())
    }

    pub(crate) fn list(
        number: u16,
    ) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone + 'static {
        blob::list(number).iter().map(|number| Self::read(*number))
    }

    pub(crate) fn name_bytes(self) -> &'static [u8] {
        blob::bytes(self.record().name)
    }

    /// The name's parts before and after its first hole.
    pub(crate) fn holed(self) -> Option<(&'static str, &'static str)> {
        // A look for one byte keeps the many names without a hole cheap.
        let has_hole = self.name_bytes().contains(&b'$');
        has_hole.then(|| self.name().split_once("${"))?
    }

    fn read(number: [u8; 2]) -> Self {
        Self(u16::from_le_bytes(number))
    }

    fn head(self) -> &'static [u8] {
        let name = self.name_bytes();
        name.get(..HEAD).unwrap_or(name)
    }

    fn record(self) -> Record {
        let record = KEYS.get(self.index()).copied().unwrap_or_default();
        let [n0, n1, n2, n3, f0, f1, t0, t1] = record;
        Record {
            name: [n0, n1, n2, n3],
            flags: u16::from_le_bytes([f0, f1]),
            types: u16::from_le_bytes([t0, t1]),
        }
    }
}

/// Prints the name: `aws:RequestTag/${TagKey}`.
impl std::fmt::Display for ConditionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}
