//! Paths as JSON.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::PathSegment;

/// Returns a path in the form of Access Analyzer's findings: a list of keys and indexes, and `{"key": …}` for a key itself.
///
/// ```
/// use iam_dsl_core::{PathSegment, json_path};
///
/// let path = ["Statement".into(), 0.into(), PathSegment::Name("Acton".to_owned())];
/// let json = serde_json::to_string(&json_path(&path))?;
/// assert_eq!(json, r#"["Statement",0,{"key":"Acton"}]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// AWS: <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_PathElement.html>
#[inline]
pub fn json_path(path: &[PathSegment]) -> impl Serialize {
    JsonPath(path)
}

struct JsonPath<'a>(&'a [PathSegment]);
struct JsonSegment<'a>(&'a PathSegment);

impl Serialize for JsonPath<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for segment in self.0 {
            list.serialize_element(&JsonSegment(segment))?;
        }
        list.end()
    }
}

impl Serialize for JsonSegment<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            PathSegment::Key(key) => serializer.serialize_str(key),
            PathSegment::Index(index) => index.serialize(serializer),
            PathSegment::Name(key) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("key", key)?;
                map.end()
            }
        }
    }
}
