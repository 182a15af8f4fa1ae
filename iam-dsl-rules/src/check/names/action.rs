//! Actions and action patterns.

use std::borrow::Cow;

use iam_dsl_catalog::{self as catalog, Service, api_names, suggest};

use crate::check::nearest::distance;
use crate::check::{Code, Message};

codes! {
    /// An action does not exist, or a pattern matches none that does.
    ///
    /// IAM saves it without a word, and the statement does nothing for it: what was meant is not allowed, or not
    /// denied. Many names of API operations, such as `ListObjectsV2`, are no names of actions.
    ///
    /// Instead, write the name that the service's list of actions has; the message suggests the nearest.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    INVALID_ACTION = error;
    /// An action names a service that does not exist.
    ///
    /// IAM saves it without a word, and the statement does nothing for it.
    ///
    /// Instead, write the prefix that the service has in policies, which often differs from its name: `es` for
    /// OpenSearch.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    INVALID_SERVICE_IN_ACTION = error;
}

/// Finds the action a text names, ignoring ASCII case as IAM does.
///
/// The names are those of the [service authorization reference].
///
/// [service authorization reference]: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
///
/// # Errors
///
/// When the catalog has no such action; the help names the nearest.
///
/// ```
/// use iam_dsl_rules::check;
///
/// assert_eq!(check::action("S3:getobject")?.name(), "GetObject");
///
/// let message = check::action("s3:ListObjectsV2").unwrap_err();
/// assert_eq!(message.text(), "`s3:ListObjectsV2` is an API operation, not an action");
/// assert_eq!(message.help(), Some("did you mean `s3:ListBucket`?"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn action(text: &str) -> Result<catalog::Action, Message> {
    catalog::Action::find(text).ok_or_else(|| unknown_action(text))
}

/// An action pattern that names at least one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckedPattern {
    /// The pattern has no wildcard and names this action.
    Action(catalog::Action),
    /// The pattern has wildcards; this is its spelling with AWS's letters.
    Wildcard(String),
}

impl CheckedPattern {
    /// Returns the pattern in AWS's spelling.
    ///
    /// ```
    /// use iam_dsl_rules::check::action_pattern;
    ///
    /// assert_eq!(action_pattern("S3:getobject")?.text(), "s3:GetObject");
    /// assert_eq!(action_pattern("S3:get*")?.text(), "s3:Get*");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Action(action) => Cow::Owned(action.to_string()),
            Self::Wildcard(text) => Cow::Borrowed(text),
        }
    }
}

/// Checks an action or a pattern with `*` and `?`: it must name at least one action.
///
/// # Errors
///
/// When the catalog has no action of that name, or none that the pattern matches.
///
/// ```
/// use iam_dsl_rules::check;
///
/// assert!(check::action_pattern("s3:Get*").is_ok());
/// assert_eq!(
///     check::action_pattern("s3:Fetch*").unwrap_err().text(),
///     "no action matches `s3:Fetch*`",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn action_pattern(text: &str) -> Result<CheckedPattern, Message> {
    if let Some(action) = known_pattern(text)? {
        return Ok(CheckedPattern::Action(action));
    }
    let mut matches = catalog::expand(text);
    Ok(CheckedPattern::Wildcard(match matches.next() {
        Some(first) => canonical_pattern(text, first, matches),
        None => text.to_owned(),
    }))
}

/// Checks an action or a pattern, and returns the action if it is a plain name.
pub(crate) fn known_pattern(text: &str) -> Result<Option<catalog::Action>, Message> {
    // Looked up before anything else: nearly all are plain names, and the macros run unoptimized.
    if let Some(action) = catalog::Action::find(text) {
        return Ok(Some(action));
    }
    if !text.contains(['*', '?']) {
        return Err(unknown_action(text));
    }
    if text == "*" {
        return Ok(None);
    }
    match text.split_once(':') {
        None => return Err(without_prefix(text)),
        // IAM refuses `s*:Get*`.
        Some((prefix, _)) if prefix.contains(['*', '?']) && text != "*:*" => {
            return Err(Message::new(
                Code::INVALID_SERVICE_IN_ACTION,
                format!("the service prefix of `{text}` has a wildcard"),
            )
            .with_help("name the service, or write `*` for all actions of all services"));
        }
        Some(_) => {}
    }
    match catalog::expand(text).next() {
        Some(_) => Ok(None),
        None => Err(unmatched_pattern(text)),
    }
}

/// Gives the service prefix, and as much of the name as all matched actions share, AWS's spelling.
fn canonical_pattern(
    text: &str,
    first: catalog::Action,
    rest: impl Iterator<Item = catalog::Action>,
) -> String {
    let Some((prefix, name)) = text.split_once(':') else {
        return text.to_owned();
    };
    if prefix.contains(['*', '?']) {
        return text.to_owned();
    }
    let literal = name.find(['*', '?']).unwrap_or(name.len());
    let prefix = first.service().prefix();
    let (head, tail) = name.split_at(literal);
    let spelling = first.name().get(..literal).unwrap_or(head);
    let agreed = rest
        .into_iter()
        .all(|action| action.name().get(..literal) == Some(spelling));
    let head = if agreed { spelling } else { head };
    format!("{prefix}:{head}{tail}")
}

/// Says what is wrong with a text that does not even look like an action.
fn malformed(text: &str) -> Option<Message> {
    let message = |words: String| Message::new(Code::INVALID_ACTION, words);
    if text.is_empty() {
        let help = "write a service prefix, a colon and a name, as in `s3:GetObject`";
        return Some(message("action `` is empty".to_owned()).with_help(help));
    }
    if text.contains(char::is_whitespace) {
        let message = message(format!("action `{text}` has a space in it"));
        let joined = text.replace(char::is_whitespace, "");
        return Some(match catalog::Action::find(&joined) {
            Some(action) => message.with_suggestion(Some(action.to_string())),
            None => message.with_help("write each action as a text of its own, without spaces"),
        });
    }
    match text.split_once(':') {
        Some(("", _)) => Some(without_prefix(text)),
        Some((prefix, "")) => {
            let help = format!("write the name of one, or `{prefix}:*` for all of them");
            Some(message(format!("action `{text}` has no name")).with_help(help))
        }
        _ => None,
    }
}

fn unknown_action(text: &str) -> Message {
    if let Some(message) = malformed(text) {
        return message;
    }
    let Some((prefix, _)) = text.split_once(':') else {
        return without_prefix(text);
    };
    if let Some(action) = api_names::action_for(text) {
        return Message::new(
            Code::INVALID_ACTION,
            format!("`{text}` is an API operation, not an action"),
        )
        .with_suggestion(Some(action.to_string()));
    }
    let code = if Service::find(prefix).is_some() {
        Code::INVALID_ACTION
    } else {
        Code::INVALID_SERVICE_IN_ACTION
    };
    let words = if code == Code::INVALID_ACTION {
        format!("unknown action `{text}`")
    } else {
        format!("unknown service prefix `{prefix}` in action `{text}`")
    };
    Message::new(code, words).with_suggestion(suggest::action(text))
}

fn without_prefix(text: &str) -> Message {
    let message = Message::new(
        Code::INVALID_ACTION,
        format!("action `{text}` has no service prefix"),
    );
    match suggest::action(text) {
        Some(name) => message.with_suggestion(Some(name)),
        None => message
            .with_help("an action is a service prefix, a colon and a name, as in `s3:GetObject`"),
    }
}

fn unmatched_pattern(text: &str) -> Message {
    let Some((prefix, name)) = text.split_once(':') else {
        return without_prefix(text);
    };
    if Service::find(prefix).is_none() {
        let message = Message::new(
            Code::INVALID_SERVICE_IN_ACTION,
            format!("unknown service prefix `{prefix}` in action `{text}`"),
        );
        return message.with_suggestion(
            suggest::service(prefix)
                .map(|service| format!("{service}:{name}"))
                .filter(|pattern| catalog::expand(pattern).next().is_some()),
        );
    }
    Message::new(Code::INVALID_ACTION, format!("no action matches `{text}`"))
        .with_suggestion(nearest_pattern(prefix, name))
}

/// Suggests for the literal start of a pattern, and keeps the wildcard if that matches something.
fn nearest_pattern(prefix: &str, name: &str) -> Option<String> {
    let literal = name
        .split(['*', '?'])
        .next()
        .filter(|text| !text.is_empty())?;
    if let Some(name) = name.strip_suffix('*').filter(|name| *name == literal)
        && let Some(pattern) = nearest_prefix(prefix, name)
    {
        return Some(pattern);
    }
    suggest::action(&format!("{prefix}:{literal}"))
}

/// Finds the start of an action name that is one edit from `literal`: `Gte` is near `Get`.
fn nearest_prefix(prefix: &str, literal: &str) -> Option<String> {
    let service = Service::find(prefix)?;
    let typed = literal.to_ascii_lowercase();
    service
        .actions()
        .flat_map(|action| {
            let length = typed.len();
            [length, length + 1, length.saturating_sub(1)]
                .into_iter()
                .filter_map(move |end| action.name().get(..end))
        })
        .find(|start| start.len() > 1 && distance(&typed, &start.to_ascii_lowercase()) == 1)
        .map(|start| format!("{}:{start}*", service.prefix()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help(text: &str) -> (String, Option<String>) {
        let message = action_pattern(text).unwrap_err();
        (message.text().to_owned(), message.help().map(str::to_owned))
    }

    #[test]
    fn a_typo_gets_the_right_name() {
        assert_eq!(
            help("s3:GetObjcet"),
            (
                "unknown action `s3:GetObjcet`".to_owned(),
                Some("did you mean `s3:GetObject`?".to_owned())
            )
        );
    }

    #[test]
    fn an_unknown_service_is_said_to_be_the_trouble() {
        let message = action("dynamobd:GetItem").unwrap_err();
        assert_eq!(message.code(), Code::INVALID_SERVICE_IN_ACTION);
        assert_eq!(
            message.text(),
            "unknown service prefix `dynamobd` in action `dynamobd:GetItem`"
        );
        assert_eq!(message.help(), Some("did you mean `dynamodb:GetItem`?"));
    }

    #[test]
    fn a_missing_prefix_is_said_to_be_missing() {
        let (text, help) = help("GetObject");
        assert_eq!(text, "action `GetObject` has no service prefix");
        assert!(help.is_some());
    }

    #[test]
    fn what_does_not_look_like_an_action_is_said_to_be_malformed() {
        assert_eq!(help("").0, "action `` is empty");
        assert_eq!(help("s3:").0, "action `s3:` has no name");
        assert_eq!(help(":").0, "action `:` has no service prefix");
        assert!(
            help("s3:GetObject, s3:PutObject")
                .0
                .ends_with("has a space in it")
        );
    }

    #[test]
    fn a_pattern_is_spelt_as_aws_does() {
        assert_eq!(action_pattern("S3:geto*").unwrap().text(), "s3:GetO*");
        assert_eq!(action_pattern("s3:*").unwrap().text(), "s3:*");
        assert_eq!(action_pattern("*").unwrap().text(), "*");
        assert_eq!(action_pattern("s3:*bucket").unwrap().text(), "s3:*bucket");
    }

    #[test]
    fn a_pattern_keeps_its_wildcard_in_the_suggestion() {
        assert_eq!(
            help("s3:Gte*").1.as_deref(),
            Some("did you mean `s3:Get*`?")
        );
    }
}
