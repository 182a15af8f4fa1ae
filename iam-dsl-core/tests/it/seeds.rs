//! The seeds of the fuzzers, and what fuzzers found, as plain tests.

use std::fs;
use std::path::Path;

use iam_dsl_core::{Arn, PolicyDocument, Template, pattern};

fn each(target: &str, check: fn(&str)) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
    let mut count = 0;
    for folder in [
        fuzz.join("seeds").join(target),
        fuzz.join("found").join(target),
    ] {
        let Ok(files) = fs::read_dir(&folder) else {
            continue;
        };
        for file in files {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            if let Ok(text) = std::str::from_utf8(&bytes) {
                check(text);
                count += 1;
            }
        }
    }
    // A package of this crate alone comes without its fuzzers.
    assert!(count > 0 || !fuzz.exists(), "no seeds for {target}");
}

#[test]
fn document() {
    each("document", |text| {
        let Ok(policy) = text.parse::<PolicyDocument>() else {
            return;
        };
        assert_eq!(policy.to_json().parse(), Ok(policy.clone()));
        assert_eq!(policy.to_json_pretty().parse(), Ok(policy.clone()));
        let minimized = policy.minimized();
        assert_eq!(minimized.minimized().to_json(), minimized.to_json());
    });
}

#[test]
fn arn() {
    each("arn", |text| {
        let Ok(arn) = text.parse::<Arn>() else { return };
        assert_eq!(arn.to_string(), text);
        assert_eq!(arn.to_string().parse(), Ok(arn.clone()));
        assert!(arn.matches(text));
        assert_eq!(arn.to_template(), Template::from(text));
    });
}

#[test]
fn patterns() {
    each("pattern", |text| {
        let Some((left, right)) = text.split_once('\n') else {
            return;
        };
        assert!(pattern::subsumes(left, left) && pattern::arn_subsumes(left, left));
        assert_eq!(
            pattern::overlaps(left, right),
            pattern::overlaps(right, left)
        );
        if pattern::subsumes(left, right) {
            assert!(pattern::overlaps(left, right) && pattern::glob(left, right));
        }
        if pattern::arn_subsumes(left, right) {
            assert!(pattern::arn_overlaps(left, right));
        }
    });
}
