//! What has a name, a path, tags and an ARN in IAM.

use iam_dsl_catalog::Partition;
use iam_dsl_core::{Arn, Template, Token};

use super::{
    IdentityError,
    sort::{DESCRIPTION_LIMIT, PATH_LIMIT, Sort, TAG_KEY_LIMIT, TAG_LIMIT, TAG_VALUE_LIMIT},
};
use crate::{
    Env, ValueError,
    handle::{not_the_arn, read_arn},
    owner::Owner,
};

/// A name in IAM, and what goes with it.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) sort: &'static Sort,
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) description: Option<String>,
    pub(crate) tags: Vec<(String, String)>,
    pub(crate) owner: Owner,
    /// Of what exists already.
    arn: Option<Arn>,
}

impl Entity {
    #[inline]
    pub(crate) fn new(sort: &'static Sort, name: String) -> Self {
        Self {
            sort,
            name,
            path: "/".to_owned(),
            description: None,
            tags: Vec::new(),
            owner: Owner::Deploying,
            arn: None,
        }
    }

    /// What an ARN names, if that is of the sort.
    #[inline]
    pub(crate) fn from_arn(sort: &'static Sort, arn: Arn) -> Result<Self, ValueError> {
        let (path_and_name, owner) = read_arn(&arn, sort.noun, "iam", sort.prefix, &[':'])?;
        if path_and_name.ends_with('/') {
            return Err(not_the_arn(&arn, sort.noun));
        }
        Ok(Self::of_arn(sort, arn, &path_and_name, owner))
    }

    /// What has this ARN, by what its ARN says of path and name.
    #[inline]
    pub(crate) fn of_arn(sort: &'static Sort, arn: Arn, path_and_name: &str, owner: Owner) -> Self {
        let (path, name) = match path_and_name.rsplit_once('/') {
            Some((path, name)) => (format!("/{path}/"), name),
            None => ("/".to_owned(), path_and_name),
        };
        Self {
            path,
            owner,
            arn: Some(arn),
            ..Self::new(sort, name.to_owned())
        }
    }

    /// What IAM is to have beside this: of the same account, under the same path.
    #[inline]
    pub(crate) fn beside(&self, sort: &'static Sort, name: String) -> Self {
        Self {
            path: self.path.clone(),
            owner: self.owner.clone(),
            ..Self::new(sort, name)
        }
    }

    #[inline]
    pub(crate) fn set_env(&mut self, env: &Env) {
        if self.arn.is_none() {
            self.owner = Owner::Known(env.clone());
        }
    }

    #[inline]
    pub(crate) fn set_path(&mut self, path: String) {
        if self.arn.is_none() {
            self.path = path;
        }
    }

    /// The ARN with another partition, where it is known.
    #[inline]
    pub(crate) fn set_partition(&mut self, partition: &Template) {
        self.arn = Some(self.arn().with_partition(partition.clone()));
    }

    #[inline]
    pub(crate) fn arn(&self) -> Arn {
        self.arn.clone().unwrap_or_else(|| {
            let path = self.path.strip_prefix('/').unwrap_or(&self.path);
            let resource = format!("{}{path}{}", self.sort.prefix, self.name);
            self.owner.iam_arn(Template::from(resource))
        })
    }

    /// What stands for a deploy-time token where the entity is deployed, as far as that is known.
    #[inline]
    pub(crate) fn value_of(&self, token: &Token) -> Option<String> {
        let env = match &self.owner {
            Owner::Known(env) => Some(env),
            Owner::Deploying | Owner::Foreign(_) => None,
        };
        let value = match token {
            Token::Partition => return self.arn().partition().as_str().map(str::to_owned),
            Token::UrlSuffix => Partition::find(self.arn().partition().as_str()?)?.dns_suffix(),
            Token::Region => env?.region(),
            Token::AccountId => env?.account(),
            _ => return None,
        };
        Some(value.to_owned())
    }

    /// As messages name it, such as ``role `app` ``.
    #[inline]
    pub(crate) fn label(&self) -> String {
        format!("{} `{}`", self.sort.noun, self.name)
    }

    /// As traces name it, such as `role app`.
    #[inline]
    pub(crate) fn plain_label(&self) -> String {
        format!("{} {}", self.sort.noun, self.name)
    }

    #[inline]
    pub(crate) fn mistakes(&self) -> Vec<IdentityError> {
        let mut mistakes = Vec::new();
        let mut check = Check {
            identity: self.label(),
            mistakes: &mut mistakes,
        };
        check.name("name", &self.name, self.sort.name_limit);
        self.check_path(&mut check);
        if let Some(description) = &self.description {
            check.length("description", description, DESCRIPTION_LIMIT);
            if !is_all(description, is_printable) {
                let rule = "a description is of tabs, line breaks and the printable characters up to U+00FF";
                check.malformed("description", description, rule);
            }
        }
        self.check_tags(&mut check);
        mistakes
    }

    #[inline]
    fn check_path(&self, check: &mut Check<'_>) {
        let path = &self.path;
        check.length("path", path, PATH_LIMIT);
        let is_enclosed =
            path == "/" || (path.len() > 2 && path.starts_with('/') && path.ends_with('/'));
        if !is_enclosed {
            check.malformed("path", path, "a path begins and ends with `/`");
        } else if self.sort.has_plain_path
            && (path.contains("//") || !is_all(path, |c| c == '/' || is_of_names(c)))
        {
            let rule =
                "the path of a policy is of letters, digits and `+=,.@_-` between single `/`";
            check.malformed("path", path, rule);
        } else if !is_all(path, |character| character.is_ascii_graphic()) {
            check.malformed("path", path, "a path is of printable ASCII characters");
        }
    }

    #[inline]
    fn check_tags(&self, check: &mut Check<'_>) {
        check.count("tags", self.tags.len(), TAG_LIMIT);
        for (index, (key, value)) in self.tags.iter().enumerate() {
            check.length("tag key", key, TAG_KEY_LIMIT);
            check.length("tag value", value, TAG_VALUE_LIMIT);
            if key.is_empty() {
                check.malformed("tag key", key, "a tag key is not empty");
            }
            for (what, text) in [("tag key", key), ("tag value", value)] {
                if !is_all(text, is_of_tags) {
                    let rule = "tags are of letters, digits, spaces and `_.:/=+-@`";
                    check.malformed(what, text, rule);
                } else if has_prefix_of_aws(text) {
                    check.malformed(what, text, "tags that begin with `aws:` are AWS's");
                }
            }
            let is_same = |(other, _): &(String, String)| {
                other == key || (self.sort.ignores_case_of_tags && is_same_key(other, key))
            };
            if self.tags.iter().take(index).any(is_same) {
                check.repeated("tags", key);
            }
        }
    }
}

/// Collects what is wrong with one identity.
pub(crate) struct Check<'a> {
    pub(crate) identity: String,
    pub(crate) mistakes: &'a mut Vec<IdentityError>,
}

impl Check<'_> {
    #[inline]
    pub(crate) fn length(&mut self, what: &'static str, text: &str, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            self.mistakes.push(IdentityError::TooLong {
                identity: self.identity.clone(),
                what,
                text: text.to_owned(),
                length,
                limit,
            });
        }
    }

    #[inline]
    pub(crate) fn name(&mut self, what: &'static str, name: &str, limit: usize) {
        self.length(what, name, limit);
        if name.is_empty() || !is_all(name, is_of_names) {
            self.malformed(what, name, "a name is of letters, digits and `+=,.@_-`");
        }
    }

    #[inline]
    pub(crate) fn malformed(&mut self, what: &'static str, text: &str, rule: &'static str) {
        self.mistakes.push(IdentityError::Malformed {
            identity: self.identity.clone(),
            what,
            text: text.to_owned(),
            rule,
        });
    }

    #[inline]
    pub(crate) fn repeated(&mut self, what: &'static str, text: &str) {
        self.mistakes.push(IdentityError::Repeated {
            identity: self.identity.clone(),
            what,
            text: text.to_owned(),
        });
    }

    #[inline]
    pub(crate) fn count(&mut self, what: &'static str, count: usize, limit: usize) {
        if count > limit {
            self.mistakes.push(IdentityError::TooMany {
                identity: self.identity.clone(),
                what,
                count,
                limit,
            });
        }
    }
}

#[inline]
fn is_all(text: &str, is: fn(char) -> bool) -> bool {
    text.chars().all(is)
}

#[inline]
fn is_of_names(character: char) -> bool {
    character.is_ascii_alphanumeric() || "+=,.@_-".contains(character)
}

/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html>
#[inline]
fn is_of_tags(character: char) -> bool {
    character.is_alphanumeric()
        || character == ' '
        || (character.is_whitespace() && !character.is_control())
        || "_.:/=+-@".contains(character)
}

/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
#[inline]
fn is_printable(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{a1}'..='\u{ff}')
}

#[inline]
fn has_prefix_of_aws(text: &str) -> bool {
    text.get(..4)
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws:"))
}

#[inline]
fn is_same_key(one: &str, another: &str) -> bool {
    one.to_lowercase() == another.to_lowercase()
}
