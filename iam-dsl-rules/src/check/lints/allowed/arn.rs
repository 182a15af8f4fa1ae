//! What the resource of a statement is of.

use crate::check::names::holes_as_wildcards;
use crate::pattern::{glob, subsumes};

/// The fields of an ARN, or of a pattern of ARNs, that count here. One account, region or partition is as good as all.
pub(super) struct Arn<'a> {
    service: &'a str,
    resource: &'a str,
}

impl<'a> Arn<'a> {
    /// A pattern with too few fields covers what follows, if it can be the start of an ARN: no field before the last has a
    /// slash.
    pub(super) fn of(text: &'a str) -> Self {
        let mut fields = text.splitn(6, ':');
        let is_start = || {
            let before = text.split('*').next().unwrap_or(text);
            glob(text.split(':').next().unwrap_or(text), "arn") && !before.contains('/')
        };
        let rest = if text.ends_with('*') && is_start() {
            "*"
        } else {
            ""
        };
        let service = fields.nth(2).unwrap_or(rest);
        let resource = fields.nth(2).unwrap_or(rest);
        Self { service, resource }
    }

    /// Returns true when it stands for all of a service, or, for no service, of all services.
    pub(super) fn is_everything(&self, service: &str) -> bool {
        let is_wildcard = |byte| b"*:/".contains(&byte);
        self.resource.contains('*')
            && self.resource.bytes().all(is_wildcard)
            && glob(self.service, service)
    }

    /// Returns true when it stands for all resources of a format.
    pub(super) fn is_all_of(&self, format: &str) -> bool {
        let format = holes_as_wildcards(format);
        let format = Arn::of(&format);
        glob(self.service, format.service) && subsumes(self.resource, format.resource)
    }

    /// Returns true when it matches a resource of a service.
    pub(super) fn is_on(&self, service: &str, resource: &str) -> bool {
        glob(self.service, service) && glob(self.resource, resource)
    }
}

#[cfg(test)]
mod tests {
    use super::Arn;

    #[test]
    fn everything() {
        for all in [
            "*",
            "**",
            "arn:*",
            "arn:aws:*",
            "arn:aws:*:*:*:*",
            "arn:*:*:*:*:*/*",
        ] {
            assert!(Arn::of(all).is_everything(""), "{all}");
        }
        for some in [
            "",
            "arn:aws:s3:::*",
            "arn:aws:*:*:*:role/*",
            "arn:aws:s3:::b",
            "reports/*",
            "s3://b/*",
            "${Bucket.Arn}/*",
            "arn:aws:s3::reports/*",
        ] {
            assert!(!Arn::of(some).is_everything(""), "{some}");
        }
        for of_service in ["arn:aws:s3:::*", "arn:aws:s3*", "arn:aws:s3:*"] {
            assert!(Arn::of(of_service).is_everything("s3"), "{of_service}");
        }
        assert!(Arn::of("arn:aws:apigateway:*::/*").is_everything("apigateway"));
    }

    #[test]
    fn all_of_a_format() {
        let role = "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}";
        for all in [
            "arn:aws:iam::123456789012:role/*",
            "arn:aws:iam::*:*",
            "arn:*:i*:*:*:r*",
        ] {
            assert!(Arn::of(all).is_all_of(role), "{all}");
        }
        for some in [
            "arn:aws:iam::*:role/app-*",
            "arn:aws:iam::*:user/*",
            "arn:aws:iam::*:role/a",
        ] {
            assert!(!Arn::of(some).is_all_of(role), "{some}");
        }
    }
}
