//! Every comparison of every kind of condition key, as it is written.

use iam_dsl::condition::{Condition, IntoCondition, Key, kind};
use iam_dsl::prelude::*;
use iam_dsl::{Statement, Token, s3, sqs};

/// The condition block of an Allow, or of a Deny, with these conditions.
fn allowing(conditions: impl IntoIterator<Item = Condition>) -> String {
    let statement = allow(actions![s3::GetObject]).on(any());
    let statement = conditions.into_iter().fold(statement, Statement::when);
    block(&IdentityPolicy::new().with(statement))
}

fn denying(condition: impl IntoCondition) -> String {
    block(&IdentityPolicy::new().with(deny(actions![s3:*]).on(any()).when(condition)))
}

fn block(policy: &IdentityPolicy) -> String {
    let json = policy.to_json();
    let (_, condition) = json.split_once(r#","Condition":"#).unwrap();
    condition.strip_suffix("}]}").unwrap().to_owned()
}

#[test]
fn text() {
    let key = || key!("aws:PrincipalTag/team");
    insta::assert_snapshot!(allowing([
        key().equals("payments"),
        key().not_equals(["interns".to_owned(), "guests".to_owned()]),
        key().equals_ignore_case(vec!["Payments"]),
        key().not_equals_ignore_case("Guests"),
        key().like("pay*"),
        key().not_like(["g?est", "*-temp"].as_slice()),
        key().starts_with("a*b?$"),
        key().any_of(["analytics", "audit"]).if_exists(),
    ]));
}

#[test]
fn numbers_dates_and_booleans() {
    let age = || key!("aws:MultiFactorAuthAge");
    let now = || key!("aws:CurrentTime");
    insta::assert_snapshot!(allowing([
        age().equals(1),
        age().any_of([2, 3]),
        age().not_equals(4),
        age().less_than(5),
        age().at_most(6_u64),
        age().greater_than(7),
        age().at_least(8),
        now().before(date!("2030-01-01")),
        now().on_or_before(date!("2030-01-02")),
        now().after(date!("2030-01-03T00:00:00Z")),
        now().on_or_after(date!("2030-01-04")),
        now().equals(date!("2030-01-05")),
        now().not_equals(date!("2030-01-06")),
        now().try_after("2030-01-07").unwrap(),
        key!("aws:SecureTransport").is(true),
    ]));
}

#[test]
fn arns_and_addresses() {
    let source = || key!("aws:SourceArn");
    let address = || key!("aws:SourceIp");
    insta::assert_snapshot!(allowing([
        source().equals(arn!("arn:aws:sns:us-east-1:123456789012:a")),
        source().not_equals(arn!("arn:aws:sns:us-east-1:123456789012:b")),
        source().like([arn!("arn:aws:sns:us-east-1:123456789012:c-*")]),
        source().not_like(arn!("arn:aws:sns:us-east-1:123456789012:d-*")),
        source()
            .try_like("arn:aws:sns:us-east-1:123456789012:e-*")
            .unwrap(),
        address().within([cidr!("10.0.0.0/8"), cidr!("2001:db8::/32")]),
        address().not_within(cidr!("10.1.0.0/16")),
        address().try_not_within("10.2.0.1").unwrap(),
        Key::<kind::Binary>::unchecked("example:Digest").equals("QmluYXJ5"),
    ]));
}

#[test]
fn presence() {
    let key = || key!("aws:SourceVpce");
    assert_eq!(
        denying(key().is_absent()),
        r#"{"Null":{"aws:SourceVpce":"true"}}"#
    );
    assert_eq!(
        denying(key().is_present()),
        r#"{"Null":{"aws:SourceVpce":"false"}}"#
    );
}

#[test]
fn if_exists_before_and_after_the_comparison() {
    let before = denying(key!("aws:SourceVpce").if_exists().not_equals("vpce-1"));
    let after = denying(key!("aws:SourceVpce").not_equals("vpce-1").if_exists());
    assert_eq!(
        before,
        r#"{"StringNotEqualsIfExists":{"aws:SourceVpce":"vpce-1"}}"#
    );
    assert_eq!(before, after);
}

#[test]
fn for_all_values_demands_presence_where_it_allows() {
    let keys = || {
        key!("aws:TagKeys")
            .for_all_values()
            .equals(["team", "stage"])
    };
    let operator = r#""ForAllValues:StringEquals":{"aws:TagKeys":["team","stage"]}"#;
    assert_eq!(
        allowing([keys()]),
        format!(r#"{{{operator},"Null":{{"aws:TagKeys":"false"}}}}"#)
    );
    assert_eq!(allowing([keys().or_absent()]), format!("{{{operator}}}"));
    assert_eq!(denying(keys()), format!("{{{operator}}}"));
}

#[test]
fn for_any_value() {
    assert_eq!(
        allowing([key!("aws:TagKeys").for_any_value().like("team-*")]),
        r#"{"ForAnyValue:StringLike":{"aws:TagKeys":"team-*"}}"#
    );
}

#[test]
fn the_same_comparison_twice_merges() {
    let key = || key!("s3:prefix");
    assert_eq!(
        allowing([key().like("a/*"), key().like("b/*"), key().equals("c")]),
        r#"{"StringLike":{"s3:prefix":["a/*","b/*"]},"StringEquals":{"s3:prefix":"c"}}"#
    );
}

#[test]
fn conditions_follow_the_statement_whatever_is_said_first() {
    let bucket = s3::Bucket::named("reports");
    let condition = || key!("aws:SecureTransport").is(true);
    let early = allow(actions![s3::GetObject])
        .when(condition())
        .sid("A")
        .on(bucket.objects("*"));
    let late = allow(actions![s3::GetObject])
        .on(bucket.objects("*"))
        .sid("A")
        .when(condition());
    assert_eq!(
        IdentityPolicy::new().with(early),
        IdentityPolicy::new().with(late)
    );
}

#[test]
fn nothing_to_compare_with_matches_nothing() {
    let none: Vec<String> = Vec::new();
    assert_eq!(
        allowing([key!("s3:prefix").equals(none)]),
        r#"{"StringEquals":{"s3:prefix":[]}}"#
    );
}

#[test]
fn presence_is_demanded_once() {
    let keys = || key!("aws:TagKeys").for_all_values();
    assert_eq!(
        allowing([keys().equals("team"), keys().like("stage-*")]),
        concat!(
            r#"{"ForAllValues:StringEquals":{"aws:TagKeys":"team"},"Null":{"aws:TagKeys":"false"},"#,
            r#""ForAllValues:StringLike":{"aws:TagKeys":"stage-*"}}"#,
        )
    );
}

#[test]
fn what_a_deployment_fills_in_is_not_lost_in_a_condition() {
    let queue = sqs::Queue::named("orders").arn();
    let conditions = [
        key!("aws:SourceArn").equals(&queue),
        key!("aws:SourceArn").like([queue.clone()]),
        key!("aws:PrincipalTag/queue").equals(queue.to_template()),
    ];
    for condition in conditions {
        let statement = allow(actions![s3::GetObject]).on(any()).when(condition);
        let error = IdentityPolicy::new()
            .with(statement)
            .try_to_json()
            .unwrap_err();
        assert_eq!(error.tokens(), [Token::Region, Token::AccountId]);
    }
}

#[test]
fn presence_takes_no_if_exists() {
    let absent = key!("aws:SourceVpce").is_absent().into_condition();
    assert_eq!(
        denying(absent.if_exists()),
        r#"{"Null":{"aws:SourceVpce":"true"}}"#
    );
}
