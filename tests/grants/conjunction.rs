//! Two conditions on one key hold together: who one of them keeps out stays out.

use iam_dsl::{
    AnyGrantee, Env,
    condition::{Condition, IntoCondition},
    prelude::*,
    s3,
};

const KEY: &str = "aws:PrincipalTag/team";

/// Every comparison of the key with each of a few values.
fn conditions() -> Vec<(String, Condition)> {
    let key = || key!("aws:PrincipalTag/team");
    let mut all = vec![
        ("present".to_owned(), key().is_present().into_condition()),
        ("absent".to_owned(), key().is_absent().into_condition()),
    ];
    for value in ["a", "b", "*", "a*"] {
        let comparisons = [
            ("equals", key().equals(value)),
            ("not equals", key().not_equals(value)),
            ("like", key().like(value)),
            ("not like", key().not_like(value)),
        ];
        for (name, comparison) in comparisons {
            all.push((format!("{name} {value}"), comparison.clone()));
            all.push((format!("{name} {value}, if exists"), comparison.if_exists()));
        }
    }
    all
}

/// Which of several requests a bucket's policy lets in, that has the grantee for its only one.
fn let_in(grantee: AnyGrantee) -> Vec<bool> {
    let env = |account| Env::new(account, "us-east-1").unwrap();
    let bucket = s3::Bucket::new(&env("123456789012"), "reports");
    bucket.grant_get(grantee).unwrap();
    let caller = Role::new("reader").with_env(&env("999999999999"));
    caller.add(allow(actions![s3::GetObject]).on(bucket.objects("*")));
    let get = || {
        caller
            .can(iam_dsl::aws::s3::GetObject)
            .on(bucket.objects("a.txt"))
    };
    let mut answers = vec![get().is_allowed()];
    for value in ["", "a", "b", "ab"] {
        answers.push(get().with(KEY, value).is_allowed());
    }
    answers
}

#[test]
fn nobody_gets_in_whom_one_of_two_conditions_keeps_out() {
    let account = || AnyGrantee::new(AccountPrincipal::new("999999999999").unwrap());
    let alone: Vec<Vec<bool>> = conditions()
        .into_iter()
        .map(|(_, condition)| let_in(account().when(condition)))
        .collect();
    let mut exact = 0;
    let mut pairs = 0;
    for (one, (said, first)) in conditions().into_iter().enumerate() {
        for (other, (also_said, second)) in conditions().into_iter().enumerate() {
            let together = let_in(account().when(first.clone()).when(second));
            let both = alone[one].iter().zip(&alone[other]);
            let both: Vec<bool> = both.map(|(one, other)| *one && *other).collect();
            for (got, wanted) in together.iter().zip(&both) {
                assert!(
                    !got || *wanted,
                    "{said} and {also_said}: {together:?}, not {both:?}"
                );
            }
            exact += usize::from(together == both);
            pairs += 1;
        }
    }
    println!("{exact} of {pairs} pairs of conditions hold exactly together, the others narrower");
    assert!(exact * 100 >= pairs * 95, "{exact} of {pairs}");
}
