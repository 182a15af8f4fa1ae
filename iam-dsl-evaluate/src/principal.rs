//! Whom a policy names, and how closely a caller is meant by it.
//!
//! AWS: [JSON policy elements: Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html),
//! [NotPrincipal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).

use iam_dsl_core::{Effect, Part, PrincipalType, Principals, Template};

use crate::Caller;
use crate::caller::{AccountOf, CallerKind};

/// How closely a policy means a caller: what a grant is worth depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grade {
    /// By its account, which delegates to that account's own policies and grants nothing by itself.
    Account,
    /// By the role or the user whose session it is: what limits the session limits the grant.
    OwnerOfSession,
    /// By itself.
    Direct,
    /// With everybody.
    Any,
}

/// The principals of one element.
#[derive(Debug)]
pub(crate) struct PrincipalSet(Vec<Pattern>);

#[derive(Debug)]
enum Pattern {
    Any,
    Account(String),
    User {
        arn: String,
        of: AccountOf,
        name: String,
    },
    Role {
        of: AccountOf,
        name: String,
    },
    /// A session, a federated user.
    Exact(String),
    Service(String),
    Provider(String),
    CanonicalUser(String),
}

impl PrincipalSet {
    /// What names nobody, such as a group or a wildcard within an ARN, is left out.
    ///
    /// A deploy-time token may become anybody: a Deny then means everybody, and exempts nobody.
    pub(crate) fn compile(principals: &Principals, effect: Effect, is_not: bool) -> Self {
        let unknown_is_anybody = effect == Effect::Deny && !is_not;
        let mut patterns = Vec::new();
        if matches!(principals, Principals::Any) {
            patterns.push(Pattern::Any);
        }
        for (kind, name) in principals.iter() {
            if unknown_is_anybody && has_unknown(name) {
                patterns.push(Pattern::Any);
            } else {
                patterns.extend(pattern(kind, &name.to_text()));
            }
        }
        Self(patterns)
    }

    /// Returns how closely the caller is meant, the closest of all principals.
    pub(crate) fn grade(&self, caller: &Caller) -> Option<Grade> {
        let mut best = None;
        for pattern in &self.0 {
            best = best.max(pattern.grade(caller));
        }
        best
    }

    /// Returns true when `NotPrincipal` leaves the caller alone.
    ///
    /// AWS wants the caller's account named beside the caller, and for a session its role; and with a
    /// permissions boundary nobody is left alone.
    pub(crate) fn exempts(&self, caller: &Caller, has_boundary: bool) -> bool {
        let mut grades = [false; 4];
        for pattern in &self.0 {
            match pattern.grade(caller) {
                Some(Grade::Any) => grades[3] = true,
                Some(Grade::Direct) => grades[2] = true,
                Some(Grade::OwnerOfSession) => grades[1] = true,
                Some(Grade::Account) => grades[0] = true,
                None => {}
            }
        }
        let [account, owner, direct, any] = grades;
        if has_boundary && caller.account().is_some() {
            return false;
        }
        match &caller.kind {
            _ if any => true,
            CallerKind::Root(_) => account,
            CallerKind::User(_) | CallerKind::FederatedUser { .. } => account && direct,
            // Its role by itself leaves no session alone: each must be named.
            CallerKind::Session { is_unnamed, .. } => account && owner && (direct || *is_unnamed),
            CallerKind::Service
            | CallerKind::Provider
            | CallerKind::CanonicalUser
            | CallerKind::Anonymous => direct,
        }
    }
}

fn has_unknown(template: &Template) -> bool {
    template
        .parts()
        .any(|part| matches!(part, Part::Token(token) if token.plain().is_none()))
}

fn pattern(kind: &PrincipalType, name: &str) -> Option<Pattern> {
    let name = || name.to_owned();
    match kind {
        PrincipalType::Aws => aws(&name()),
        PrincipalType::Service => Some(Pattern::Service(name())),
        PrincipalType::Federated => Some(Pattern::Provider(name())),
        PrincipalType::CanonicalUser => Some(Pattern::CanonicalUser(name())),
        _ => None,
    }
}

fn aws(name: &str) -> Option<Pattern> {
    if name == "*" {
        return Some(Pattern::Any);
    }
    if is_account(name) {
        return Some(Pattern::Account(name.to_owned()));
    }
    if name.contains(['*', '?']) {
        return None;
    }
    let caller: Caller = name.parse().ok()?;
    let resource_name = || name.rsplit('/').next().unwrap_or(name).to_owned();
    Some(match caller.kind {
        CallerKind::Root(of) => Pattern::Account(of.account),
        CallerKind::User(of) => Pattern::User {
            arn: name.to_owned(),
            of,
            name: resource_name(),
        },
        CallerKind::Session {
            of,
            role,
            is_unnamed: true,
            ..
        } => Pattern::Role { of, name: role },
        CallerKind::Session { .. } | CallerKind::FederatedUser { .. } => {
            Pattern::Exact(name.to_owned())
        }
        _ => return None,
    })
}

fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Pattern {
    fn grade(&self, caller: &Caller) -> Option<Grade> {
        let (matches, grade) = match (self, &caller.kind) {
            (Self::Any, _) => (true, Grade::Any),
            (Self::Account(account), _) => (caller.account() == Some(account), Grade::Account),
            (
                Self::User { of, name, .. },
                CallerKind::FederatedUser {
                    of: its,
                    name: user,
                },
            ) => (of == its && name == user, Grade::OwnerOfSession),
            (Self::Role { of, name }, CallerKind::Session { of: its, role, .. }) => {
                (of == its && name == role, Grade::OwnerOfSession)
            }
            (Self::User { arn, .. }, CallerKind::User(_))
            | (Self::Exact(arn), CallerKind::Session { .. } | CallerKind::FederatedUser { .. })
            | (Self::Service(arn), CallerKind::Service)
            | (Self::Provider(arn), CallerKind::Provider)
            | (Self::CanonicalUser(arn), CallerKind::CanonicalUser) => {
                (arn == caller.as_str(), Grade::Direct)
            }
            _ => (false, Grade::Account),
        };
        matches.then_some(grade)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLE: &str = "arn:aws:iam::111111111111:role/path/app";
    const SESSION: &str = "arn:aws:sts::111111111111:assumed-role/app/s";
    const ANN: &str = "arn:aws:iam::111111111111:user/ann";
    const FEDERATED: &str = "arn:aws:sts::111111111111:federated-user/ann";
    const ROOT: &str = "arn:aws:iam::111111111111:root";

    fn set(names: &[&str], effect: Effect, is_not: bool) -> PrincipalSet {
        let mut principals = Principals::new();
        for name in names {
            principals.add(PrincipalType::Aws, *name);
        }
        PrincipalSet::compile(&principals, effect, is_not)
    }

    #[test]
    fn how_closely_a_caller_is_meant() {
        use Grade::{Account, Any, Direct, OwnerOfSession};
        for (named, caller, expected) in [
            ("*", "anonymous", Some(Any)),
            ("*", ANN, Some(Any)),
            ("111111111111", ANN, Some(Account)),
            (ROOT, SESSION, Some(Account)),
            (ROOT, ROOT, Some(Account)),
            (ROOT, "anonymous", None),
            (ROOT, "lambda.amazonaws.com", None),
            (ANN, ANN, Some(Direct)),
            (ANN, "arn:aws:iam::111111111111:user/Ann", None),
            (ANN, "arn:aws:iam::222222222222:user/ann", None),
            (ANN, FEDERATED, Some(OwnerOfSession)),
            (FEDERATED, FEDERATED, Some(Direct)),
            (ROLE, SESSION, Some(OwnerOfSession)),
            (ROLE, ROLE, Some(OwnerOfSession)),
            (ROLE, "arn:aws:sts::222222222222:assumed-role/app/s", None),
            (
                ROLE,
                "arn:aws-cn:sts::111111111111:assumed-role/app/s",
                None,
            ),
            (SESSION, SESSION, Some(Direct)),
            (
                SESSION,
                "arn:aws:sts::111111111111:assumed-role/app/t",
                None,
            ),
            ("arn:aws:iam::111111111111:user/*", ANN, None),
            ("arn:aws:iam::111111111111:group/ops", ANN, None),
            ("AROAEXAMPLE", SESSION, None),
        ] {
            let found = set(&[named], Effect::Allow, false).grade(&caller.parse().unwrap());
            assert_eq!(found, expected, "{named} and {caller}");
        }
    }

    #[test]
    fn the_closest_of_several_counts() {
        let ann = ANN.parse().unwrap();
        let named = set(&[ROOT, ANN], Effect::Allow, false);
        assert_eq!(named.grade(&ann), Some(Grade::Direct));
    }

    #[test]
    fn types_are_not_mixed_up() {
        let provider =
            "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
        let mut principals = Principals::new();
        principals.add(PrincipalType::Federated, provider);
        principals.add(PrincipalType::Service, "lambda.amazonaws.com");
        let set = PrincipalSet::compile(&principals, Effect::Allow, false);
        for caller in [provider, "lambda.amazonaws.com"] {
            assert_eq!(
                set.grade(&caller.parse().unwrap()),
                Some(Grade::Direct),
                "{caller}"
            );
        }
        for caller in ["sns.amazonaws.com", ANN, "accounts.google.com"] {
            assert_eq!(set.grade(&caller.parse().unwrap()), None, "{caller}");
        }
    }

    #[test]
    fn whom_not_principal_leaves_alone() {
        for (named, caller, has_boundary, expected) in [
            (&[ANN, ROOT][..], ANN, false, true),
            (&[ANN, ROOT], ANN, true, false),
            (&[ANN], ANN, false, false),
            (&[ROOT], ANN, false, false),
            (&[ROOT], ROOT, false, true),
            (&[ROLE, ROOT], SESSION, false, false),
            (&[ROLE, ROOT], ROLE, false, true),
            (&[SESSION, ROOT], SESSION, false, false),
            (&[SESSION, ROLE, ROOT], SESSION, false, true),
            (&["*"], "anonymous", true, true),
            (&["*"], ANN, false, true),
            (&["*"], ANN, true, false),
            (&[ANN, ROOT], "anonymous", false, false),
        ] {
            let set = set(named, Effect::Deny, true);
            let found = set.exempts(&caller.parse().unwrap(), has_boundary);
            assert_eq!(found, expected, "{named:?} and {caller}");
        }
    }

    #[test]
    fn a_token_in_a_deny_may_be_anybody() {
        let root = Template::from("arn:aws:iam::")
            .with_token(iam_dsl_core::Token::AccountId)
            .with_text(":root");
        let principals = Principals::new().with(PrincipalType::Aws, root);
        let ann = ANN.parse().unwrap();
        let grade = |effect| PrincipalSet::compile(&principals, effect, false).grade(&ann);
        assert_eq!(grade(Effect::Deny), Some(Grade::Any));
        assert_eq!(grade(Effect::Allow), None);
        let exempting = PrincipalSet::compile(&principals, Effect::Deny, true);
        assert!(!exempting.exempts(&ann, false));
    }
}
