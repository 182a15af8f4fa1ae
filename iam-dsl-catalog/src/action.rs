use std::fmt;

use crate::blob::{self, ACTIONS};
use crate::{AccessLevels, ConditionKey, ResourceType, Service, UncheckedAction, id};

id! {
    /// An action of a service, such as `s3:GetObject`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::Action;
    ///
    /// let get = Action::find("S3:getobject").unwrap();
    /// assert_eq!(get.to_string(), "s3:GetObject");
    /// assert_eq!(get.name(), "GetObject");
    /// assert!(get.resources().any(|resource| resource.resource_type().name() == "object"));
    /// ```
    ///
    /// See the [service authorization reference][aws].
    ///
    /// [aws]: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    Action in ACTIONS
}

struct Record {
    name: [u8; 4],
    service: u16,
    flags: u16,
    resources: u16,
    keys: u16,
    dependents: u16,
}

impl Action {
    /// Returns the action with this whole name (`s3:GetObject`), ignoring ASCII case.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let (prefix, name) = name.split_once(':')?;
        Service::find(prefix)?.action(name)
    }

    /// Takes the text of an action as it is, without looking it up.
    ///
    /// This is the way to an action that AWS has and this version's catalog does not have yet.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::Action;
    ///
    /// assert_eq!(Action::unchecked("s3:BrandNewAction").as_str(), "s3:BrandNewAction");
    /// ```
    pub fn unchecked(text: impl Into<String>) -> UncheckedAction {
        UncheckedAction(text.into())
    }

    /// Returns the service that the action belongs to.
    #[must_use]
    pub fn service(self) -> Service {
        Service(self.record().service)
    }

    /// Returns the action's name without the service prefix, in AWS's spelling.
    #[must_use]
    pub fn name(self) -> &'static str {
        blob::text(self.record().name)
    }

    pub(crate) fn name_bytes(self) -> &'static [u8] {
        blob::bytes(self.record().name)
    }

    /// Returns what the action does: list, read, write, tag, manage permissions.
    #[must_use]
    pub fn access_levels(self) -> AccessLevels {
        AccessLevels::from_bits(self.record().flags)
    }

    /// Returns true when AWS's reference has dropped the action.
    ///
    /// The name stays, so that code that uses it goes on compiling.
    #[must_use]
    pub fn is_deprecated(self) -> bool {
        self.record().flags & 0x8000 != 0
    }

    /// Returns the resource types that the action can be limited to.
    ///
    /// None of them means that a statement with the action needs `*` as its resource.
    pub fn resources(
        self,
    ) -> impl DoubleEndedIterator<Item = ActionResource> + ExactSizeIterator + Clone + 'static {
        let (pairs, _) = blob::list(self.record().resources).as_chunks::<2>();
        pairs.iter().map(|&[resource, keys]| ActionResource {
            resource: u16::from_le_bytes(resource),
            keys: u16::from_le_bytes(keys),
        })
    }

    /// Returns the condition keys of the action itself.
    ///
    /// Those that hold with one resource type only are in [`ActionResource::condition_keys`].
    pub fn condition_keys(
        self,
    ) -> impl DoubleEndedIterator<Item = ConditionKey> + ExactSizeIterator + Clone + 'static {
        ConditionKey::list(self.record().keys)
    }

    /// Returns true when a condition on `key` can apply to the action.
    ///
    /// That is so for global keys, the action's own keys, those it has with a resource type, and
    /// those of its resource types.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl_catalog::{Action, ConditionKey};
    ///
    /// let list = Action::find("s3:ListBucket").unwrap();
    /// assert!(list.has_condition_key(ConditionKey::find("s3:prefix").unwrap()));
    /// assert!(list.has_condition_key(ConditionKey::find("aws:SourceIp").unwrap()));
    /// assert!(!list.has_condition_key(ConditionKey::find("ec2:Vpc").unwrap()));
    /// ```
    #[must_use]
    pub fn has_condition_key(self, key: ConditionKey) -> bool {
        key.is_global()
            || self.condition_keys().any(|own| own == key)
            || self.resources().any(|resource| {
                resource.condition_keys().any(|own| own == key)
                    || resource
                        .resource_type()
                        .condition_keys()
                        .any(|own| own == key)
            })
    }

    /// Returns the actions that a caller also needs, such as `iam:PassRole`.
    pub fn dependent_actions(
        self,
    ) -> impl DoubleEndedIterator<Item = Action> + ExactSizeIterator + Clone + 'static {
        blob::list(self.record().dependents)
            .iter()
            .map(|&number| Self(u16::from_le_bytes(number)))
    }

    fn record(self) -> Record {
        let record = ACTIONS.get(self.index()).copied().unwrap_or_default();
        let [n0, n1, n2, n3, s0, s1, f0, f1, r0, r1, k0, k1, d0, d1] = record;
        Record {
            name: [n0, n1, n2, n3],
            service: u16::from_le_bytes([s0, s1]),
            flags: u16::from_le_bytes([f0, f1]),
            resources: u16::from_le_bytes([r0, r1]),
            keys: u16::from_le_bytes([k0, k1]),
            dependents: u16::from_le_bytes([d0, d1]),
        }
    }
}

/// Prints the whole name: `s3:GetObject`.
impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.service().prefix())?;
        f.write_str(":")?;
        f.write_str(self.name())
    }
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Action({self})")
    }
}

/// A resource type that an action can be limited to.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::Action;
///
/// let put = Action::find("sqs:SendMessage").unwrap();
/// let queue = put.resources().next().unwrap();
/// assert_eq!(queue.resource_type().name(), "queue");
/// assert!(queue.is_required());
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct ActionResource {
    /// The resource type; the highest bit says that it is required.
    resource: u16,
    keys: u16,
}

impl ActionResource {
    /// Returns the resource type.
    #[must_use]
    pub fn resource_type(self) -> ResourceType {
        ResourceType(self.resource & 0x7fff)
    }

    /// Returns true when every request for the action names a resource of this type.
    #[must_use]
    pub fn is_required(self) -> bool {
        self.resource & 0x8000 != 0
    }

    /// Returns the condition keys that the action has with this resource type only.
    pub fn condition_keys(
        self,
    ) -> impl DoubleEndedIterator<Item = ConditionKey> + ExactSizeIterator + Clone + 'static {
        ConditionKey::list(self.keys)
    }
}
