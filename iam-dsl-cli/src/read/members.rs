//! Members of objects, and how they may be misspelt.

use iam_dsl_core::json::{Member, Node, Value};

use super::Mistake;

/// The members of an object.
pub(crate) fn members<'n, 'a>(node: &'n Node<'a>, what: &str) -> Result<&'n [Member<'a>], Mistake> {
    match &node.value {
        Value::Object(members) => Ok(members),
        other => {
            let message = format!("{what} is {}, not an object", other.describe());
            Err(Mistake::new(node.span, message))
        }
    }
}

/// The value of a member, where it is there and not null.
pub(crate) fn given<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    node.get(key).filter(|value| value.value != Value::Null)
}

/// The text of a value.
pub(crate) fn text<'n>(node: &'n Node<'_>, what: &str) -> Result<&'n str, Mistake> {
    node.as_str().ok_or_else(|| {
        let message = format!("{what} is {}, not a string", node.value.describe());
        Mistake::new(node.span, message)
    })
}

/// Checks that an object has no members but those.
pub(crate) fn only(members: &[Member<'_>], known: &[&str], of: &str) -> Result<(), Mistake> {
    let is_unknown = |member: &&Member<'_>| !known.contains(&&*member.key);
    match members.iter().find(is_unknown) {
        None => Ok(()),
        Some(member) => {
            let message = format!("unknown key `{}`", member.key);
            let all = format!("{of} has `{}`", known.join("`, `"));
            Err(Mistake::new(member.key_span, message)
                .with_suggestion(nearest(&member.key, known), all))
        }
    }
}

/// Finds the name that was most likely meant: one in another form, or a few letters off.
pub(crate) fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let distance = |known: &str| strsim::osa_distance(&form(name), &form(known));
    known
        .iter()
        .map(|known| (distance(known), *known))
        .filter(|(distance, known)| distance * 3 <= known.len().max(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// A name without what people vary: case, `_`, `-` and blanks, and the ending of the plural.
pub(crate) fn form(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None if name.len() > 3 => name.trim_end_matches('s').to_owned(),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name() {
        let known = ["identityPolicies", "scps", "boundaries", "owned by", "as"];
        for (name, meant) in [
            ("identityPolicy", Some("identityPolicies")),
            ("identity_policies", Some("identityPolicies")),
            ("boundary", Some("boundaries")),
            ("SCP", Some("scps")),
            ("owned_by", Some("owned by")),
            ("ownde by", Some("owned by")),
            ("sa", Some("as")),
            ("note", None),
            ("group", None),
        ] {
            assert_eq!(nearest(name, &known), meant, "{name}");
        }
    }
}
