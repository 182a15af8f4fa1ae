//! What IAM refuses of identities: each limit, kept to the last unit and missed by one.
//!
//! AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).

use std::time::Duration;

use iam_dsl::prelude::*;
use iam_dsl::{Group, IdentityError, InstanceProfile, ManagedPolicy, PermissionsBoundary, User};

fn texts(mistakes: &[IdentityError]) -> Vec<String> {
    mistakes.iter().map(ToString::to_string).collect()
}

/// The one mistake there is.
fn only(mistakes: &[IdentityError]) -> String {
    assert_eq!(mistakes.len(), 1, "{mistakes:?}");
    mistakes[0].to_string()
}

/// Asserts that so much is taken and one more refused, with a message that names both.
fn at_most(limit: usize, mistakes: impl Fn(usize) -> Vec<IdentityError>) {
    assert_eq!(texts(&mistakes(limit)), <[String; 0]>::default());
    let message = only(&mistakes(limit + 1));
    assert!(message.contains(&limit.to_string()), "{message}");
    assert!(message.contains(&(limit + 1).to_string()), "{message}");
}

#[test]
fn names() {
    let name = |length| "x".repeat(length);
    at_most(64, |length| Role::new(name(length)).mistakes());
    at_most(64, |length| User::new(name(length)).mistakes());
    at_most(128, |length| Group::new(name(length)).mistakes());
    at_most(128, |length| ManagedPolicy::new(name(length)).mistakes());
    at_most(128, |length| {
        PermissionsBoundary::new(name(length)).mistakes()
    });
    at_most(128, |length| InstanceProfile::new(name(length)).mistakes());

    assert!(Role::new("Aa0+=,.@_-").mistakes().is_empty());
    for name in ["", "a b", "a/b", "a:b", "a*", "größe"] {
        let message = only(&Role::new(name).mistakes());
        let what = format!("the name of role `{name}` is `{name}`");
        assert!(message.starts_with(&what), "{message}");
    }
}

#[test]
fn paths() {
    at_most(512, |length| {
        let path = format!("/{}/", "x".repeat(length - 2));
        Role::new("app").with_path(path).mistakes()
    });
    for path in ["/", "/a/", "/a/b/", "/a!#~/"] {
        let role = Role::new("app").with_path(path);
        assert!(role.mistakes().is_empty(), "{path}");
    }
    for path in ["", "a", "/a", "a/", "//", "/a b/", "/é/"] {
        let message = only(&User::new("app").with_path(path).mistakes());
        let what = format!("the path of user `app` is `{path}`: a path ");
        assert!(message.starts_with(&what), "{message}");
    }
    // Those of policies are of fewer characters.
    for path in ["/a!/", "/a//b/"] {
        assert_eq!(ManagedPolicy::new("p").with_path(path).mistakes().len(), 1);
        assert_eq!(
            PermissionsBoundary::new("p")
                .with_path(path)
                .mistakes()
                .len(),
            1
        );
        assert!(Group::new("g").with_path(path).mistakes().is_empty());
    }
}

#[test]
fn tags() {
    let tagged = |count: usize| {
        let tag = |role: Role, number| role.with_tag(format!("tag-{number}"), "");
        (0..count).fold(Role::new("app"), tag)
    };
    at_most(50, |count| tagged(count).mistakes());
    at_most(128, |length| {
        let user = User::new("app").with_tag("k".repeat(length), "v");
        user.mistakes()
    });
    at_most(256, |length| {
        let policy = ManagedPolicy::new("app").with_tag("k", "é".repeat(length));
        policy.mistakes()
    });
    for (key, value) in [
        ("", "v"),
        ("a#", "v"),
        ("AWS:a", "v"),
        ("a", "aws:"),
        ("a", "\n"),
    ] {
        let profile = InstanceProfile::new("web").with_tag(key, value);
        let message = only(&profile.mistakes());
        assert!(message.starts_with("the tag "), "{message}");
    }
    let role = Role::new("app").with_tag("Größe _.:/=+-@ 1", "aws");
    assert!(role.mistakes().is_empty());
}

/// Tag keys of roles and users do not tell upper from lower case, those of all others do.
#[test]
fn tags_are_not_repeated() {
    let role = Role::new("app").with_tag("Team", "a").with_tag("team", "b");
    assert_eq!(only(&role.mistakes()), "role `app` has two tags `team`");
    let policy = ManagedPolicy::new("app")
        .with_tag("Team", "a")
        .with_tag("team", "b");
    assert!(policy.mistakes().is_empty());
    assert_eq!(policy.with_tag("team", "c").mistakes().len(), 1);
}

#[test]
fn descriptions() {
    at_most(1000, |length| {
        Role::new("app")
            .with_description("é".repeat(length))
            .mistakes()
    });
    at_most(1000, |length| {
        ManagedPolicy::new("app")
            .with_description("x".repeat(length))
            .mistakes()
    });
    let role = Role::new("app").with_description("a\nb\u{a0}");
    assert!(only(&role.mistakes()).contains("U+00FF"));
}

#[test]
fn session_durations() {
    let of = |seconds| {
        let duration = Duration::from_secs(seconds);
        Role::new("app")
            .with_max_session_duration(duration)
            .mistakes()
    };
    for seconds in [3600, 43_200] {
        assert_eq!(texts(&of(seconds)), <[String; 0]>::default());
    }
    for seconds in [0, 3599, 43_201] {
        assert_eq!(
            only(&of(seconds)),
            format!(
                "sessions of role `app` last {seconds} seconds at most, and IAM takes 3600 to 43200"
            )
        );
    }
}

fn policies(count: usize) -> impl Iterator<Item = ManagedPolicy> {
    (0..count).map(|number| ManagedPolicy::new(format!("policy-{number}")))
}

#[test]
fn managed_policies() {
    let role = |count| policies(count).fold(Role::new("app"), Role::with_managed_policy);
    let user = |count| policies(count).fold(User::new("app"), User::with_managed_policy);
    let group = |count| policies(count).fold(Group::new("app"), Group::with_managed_policy);
    at_most(20, |count| role(count).mistakes());
    at_most(10, |count| user(count).mistakes());
    at_most(10, |count| group(count).mistakes());
    assert_eq!(
        only(&role(23).mistakes()),
        "role `app` has 23 managed policies, and IAM takes 20: 3 too many"
    );
    at_most(25, |count| {
        role(count).with_managed_policy_limit(25).mistakes()
    });
    at_most(20, |count| {
        user(count).with_managed_policy_limit(20).mistakes()
    });
    // Attaching one twice is attaching it once.
    let one = ManagedPolicy::new("one");
    let role = Role::new("app")
        .with_managed_policy(&one)
        .with_managed_policy(one)
        .with_managed_policy(managed_policy!("ReadOnlyAccess"))
        .with_managed_policy(managed_policy!("ReadOnlyAccess"));
    assert_eq!(role.managed_policies().len(), 2);
}

#[test]
fn groups_of_a_user_and_roles_of_a_profile() {
    at_most(10, |count| {
        let join = |user: User, number| user.in_group(&Group::new(format!("group-{number}")));
        (0..count).fold(User::new("app"), join).mistakes()
    });
    at_most(1, |count| {
        let add = |profile: InstanceProfile, _| profile.with_role(&Role::new("web"));
        (0..count).fold(InstanceProfile::new("web"), add).mistakes()
    });
}

#[test]
fn names_of_inline_policies() {
    let nothing = || IdentityPolicy::new().with(deny(actions![*]).on(any()));
    at_most(128, |length| {
        Role::new("app")
            .with_inline_policy("x".repeat(length), nothing())
            .mistakes()
    });
    let role = Role::new("app")
        .with_inline_policy("permissions", nothing())
        .with_inline_policy("a b", nothing());
    assert_eq!(role.mistakes().len(), 1);
    // The statements that are added have this name.
    role.add(deny(actions![*]).on(any()));
    let messages = texts(&role.mistakes());
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert_eq!(
        messages[0],
        "role `app` has two inline policies `permissions`"
    );
}

#[test]
fn sizes_of_managed_policies() {
    let policy = |size: usize| {
        let policy = ManagedPolicy::new("app");
        let empty = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::"}]}"#;
        let bucket = "x".repeat(size - empty.len());
        let arn = format!("arn:aws:s3:::{bucket}")
            .parse::<iam_dsl::Arn>()
            .unwrap();
        policy.add(allow(actions![s3::GetObject]).on(arn));
        policy
    };
    at_most(6144, |size| policy(size).mistakes());
    assert_eq!(
        only(&policy(6200).mistakes()),
        "managed policy `app` has 6200 characters, and IAM takes 6144: 56 too many"
    );
    assert!(policy(6145).mistakes()[0].help().contains("minimize"));
}

#[test]
fn sizes_of_trust_policies() {
    let role = |size: usize| {
        let trust = |id: &str| {
            let partner = AccountPrincipal::new("987654321098").unwrap();
            Role::new("app").trusted_by(partner.with_external_id(id))
        };
        let empty = trust("").trust_policy().to_json().len();
        trust(&"x".repeat(size - empty))
    };
    at_most(2048, |size| role(size).mistakes());
    at_most(8192, |size| {
        role(size).with_trust_policy_limit(8192).mistakes()
    });
    assert_eq!(
        only(&role(2100).mistakes()),
        "the trust policy of role `app` has 2100 characters, and IAM takes 2048: 52 too many"
    );
}
