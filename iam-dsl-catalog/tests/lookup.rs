//! Names are found in any case, and in any spelling that Rust needs.

use std::collections::HashSet;

use iam_dsl_catalog::{
    Action, ConditionKey, FINGERPRINT, Partition, ResourceType, Service, expand, identifier,
    managed_policies, service_principals,
};

#[test]
fn every_name_is_found_in_any_case() {
    for service in Service::all() {
        assert_eq!(
            Service::find(&service.prefix().to_ascii_uppercase()),
            Some(service)
        );
    }
    for action in Action::all() {
        let name = action.to_string();
        assert_eq!(Action::find(&name), Some(action), "{name}");
        assert_eq!(
            Action::find(&name.to_ascii_lowercase()),
            Some(action),
            "{name}"
        );
        assert_eq!(
            Action::find(&name.to_ascii_uppercase()),
            Some(action),
            "{name}"
        );
    }
    for kind in ResourceType::all() {
        let shouted = kind.name().to_ascii_uppercase();
        assert_eq!(kind.service().resource_type(&shouted), Some(kind), "{kind}");
    }
    for key in ConditionKey::all() {
        assert_eq!(
            ConditionKey::find(&key.name().to_ascii_uppercase()),
            Some(key),
            "{key}"
        );
    }
    for principal in service_principals::all() {
        assert_eq!(
            service_principals::find(&principal.to_ascii_uppercase()),
            Some(principal)
        );
    }
}

#[test]
fn lookup_needs_this_order() {
    let sorted = |names: Vec<String>| {
        let lower: Vec<_> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
        for pair in lower.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
    };
    sorted(Service::all().map(|service| service.to_string()).collect());
    sorted(ConditionKey::all().map(|key| key.to_string()).collect());
    for service in Service::all() {
        sorted(
            service
                .actions()
                .map(|action| action.name().to_owned())
                .collect(),
        );
        sorted(
            service
                .resource_types()
                .map(|kind| kind.name().to_owned())
                .collect(),
        );
    }
}

#[test]
fn unknown_names_are_not_found() {
    for text in [
        "",
        ":",
        "s3",
        "s3:",
        "s3:GetObject ",
        "s3::GetObject",
        "s3:GetObjec",
        "é:é",
    ] {
        assert_eq!(Action::find(text), None, "{text}");
    }
    assert_eq!(ConditionKey::find("aws:RequestTag/"), None);
    assert_eq!(ConditionKey::find("aws:Nothing"), None);
    assert_eq!(Service::find("s"), None);
}

#[test]
fn identifiers_are_valid_and_tell_names_apart() {
    let mut services = HashSet::new();
    for service in Service::all() {
        let written = identifier(service.prefix());
        assert!(is_identifier(&written), "{written}");
        assert_eq!(Service::find_identifier(&written), Some(service));
        let mut names = HashSet::new();
        for action in service.actions() {
            let name = identifier(action.name());
            assert!(is_identifier(&name), "{name}");
            assert_ne!(
                name, "actions",
                "{service} has an action that its own helper hides"
            );
            assert_eq!(service.action_by_identifier(&name), Some(action));
            assert!(names.insert(name.into_owned()), "{action}");
        }
        assert!(services.insert(written.into_owned()), "{service}");
    }
}

#[test]
fn a_pattern_covers_what_it_should() {
    for action in Action::all().step_by(50) {
        assert!(expand(&action.to_string()).eq([action]), "{action}");
    }
    assert_eq!(expand("*").count(), Action::all().len());
    assert_eq!(expand("*:*").count(), Action::all().len());
    let s3 = Service::find("s3").unwrap();
    assert!(expand("S3:*").eq(s3.actions()));
    assert!(expand("s3:get*").all(|action| action.name().starts_with("Get")));
    assert!(expand("s?:GetObject").eq([Action::find("s3:GetObject").unwrap()]));
    assert!(expand("*:TagResource").count() > 200);
    for nothing in ["", "s3", "s3*", "**", "s3:", ":*", "s3:Git*"] {
        assert_eq!(expand(nothing).count(), 0, "{nothing}");
    }
}

#[test]
fn holes_take_any_text() {
    for (text, name) in [
        ("aws:RequestTag/team", "aws:RequestTag/${TagKey}"),
        ("aws:PrincipalTag/a/b:c", "aws:PrincipalTag/${TagKey}"),
        (
            "kms:EncryptionContext:aws:s3:arn",
            "kms:EncryptionContext:${EncryptionContextKey}",
        ),
        ("s3:ExistingObjectTag/x", "s3:ExistingObjectTag/${key}"),
        ("kms:EncryptionContextKeys", "kms:EncryptionContextKeys"),
        ("aws:RequestTag/${TagKey}", "aws:RequestTag/${TagKey}"),
    ] {
        assert_eq!(
            ConditionKey::find(text).map(ConditionKey::name),
            Some(name),
            "{text}"
        );
    }
    let key = ConditionKey::find("S3:existingobjecttag/Team").unwrap();
    assert_eq!(
        key.canonical("S3:existingobjecttag/Team"),
        "s3:ExistingObjectTag/Team"
    );
}

#[test]
fn patterns_begin_with_fixed_text() {
    // `ConditionKey::find` narrows its search by these three bytes.
    for key in ConditionKey::all().filter(|key| key.is_pattern()) {
        assert!(key.name().find("${").is_some_and(|hole| hole >= 3), "{key}");
        let (before, after) = key.name().split_once("${").unwrap();
        let after = after
            .split_once('}')
            .unwrap()
            .1
            .replace("${", "")
            .replace('}', "");
        let filled = format!("{before}x{after}");
        assert!(ConditionKey::find(&filled).is_some(), "{filled}");
    }
}

#[test]
fn regions_belong_to_partitions() {
    for (region, partition) in [
        ("us-east-1", Some("aws")),
        ("us-gov-west-1", Some("aws-us-gov")),
        ("cn-north-1", Some("aws-cn")),
        ("us-isob-east-1", Some("aws-iso-b")),
        ("eu-west-9", Some("aws")),
        ("us-gov-south-1", Some("aws-us-gov")),
        ("mars-north-1", None),
        ("us-east", None),
        ("us-east-1a", None),
        ("", None),
    ] {
        assert_eq!(
            Partition::of_region(region).map(Partition::name),
            partition,
            "{region}"
        );
    }
}

#[test]
fn managed_policies_are_found_by_name_and_by_arn() {
    for policy in managed_policies::all() {
        assert_eq!(managed_policies::find(policy.name), Some(policy));
        if let Some(arn) = policy.arn {
            assert_eq!(managed_policies::find(arn), Some(policy));
            let elsewhere = arn.replacen("arn:aws:", "arn:aws-cn:", 1);
            assert_eq!(managed_policies::find(&elsewhere), Some(policy));
        }
    }
    assert_eq!(
        managed_policies::find("arn:aws:iam::123456789012:policy/ReadOnlyAccess"),
        None
    );
}

#[test]
fn the_fingerprint_is_that_of_the_blob() {
    let blob = include_bytes!("../src/catalog.bin");
    let hash = blob[16..]
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    assert_eq!(FINGERPRINT, hash);
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
