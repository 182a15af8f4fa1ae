//! What is true of every operator and value.

use proptest::prelude::*;

use super::{holds, request, request_of};

/// Operators that ask the opposite of each other.
const OPPOSITES: [(&str, &str); 8] = [
    ("StringEquals", "StringNotEquals"),
    ("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
    ("StringLike", "StringNotLike"),
    ("NumericEquals", "NumericNotEquals"),
    ("DateEquals", "DateNotEquals"),
    ("IpAddress", "NotIpAddress"),
    ("ArnEquals", "ArnNotEquals"),
    ("ArnLike", "ArnNotLike"),
];

const OTHERS: [&str; 10] = [
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
    "Bool",
    "BinaryEquals",
];

/// Values of every family, and what is none of any.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[aA*?]{0,3}",
        "-?[0-2](\\.[05])?(e[01])?",
        "197[01](-01(-0[12](T0[01]:00Z)?)?)?",
        "10\\.0\\.0\\.[01](/(0|8|31|32|33))?",
        "::[01](/(0|127|128|129))?",
        "arn:aws:[a*]?:(:|[b*]):[c*?]{0,2}",
        "\\$\\{(aws:username|aws:userid|\\*)(, 'a')?\\}[*a]?",
        "true|FALSE|YQ==|YQ",
        "\\PC{0,8}",
    ]
}

fn operator() -> impl Strategy<Value = String> {
    let bases: Vec<&str> = OPPOSITES
        .iter()
        .flat_map(|(left, right)| [*left, *right])
        .chain(OTHERS)
        .collect();
    let set = prop::sample::select(vec!["", "ForAllValues:", "ForAnyValue:"]);
    let suffix = prop::sample::select(vec!["", "IfExists"]);
    (set, prop::sample::select(bases), suffix)
        .prop_map(|(set, base, suffix)| format!("{set}{base}{suffix}"))
}

fn texts(values: &[String]) -> Vec<&str> {
    values.iter().map(String::as_str).collect()
}

proptest! {
    #[test]
    fn a_negated_operator_holds_where_the_positive_does_not(
        (positive, negated) in prop::sample::select(OPPOSITES.to_vec()),
        wanted in prop::collection::vec(value(), 0..3),
        found in value(),
    ) {
        let context = request(Some(&found)).with("aws:username", "a");
        prop_assert_ne!(holds(positive, &texts(&wanted), &context), holds(negated, &texts(&wanted), &context));
    }

    #[test]
    fn the_set_operators_are_opposites_too(
        (positive, negated) in prop::sample::select(OPPOSITES.to_vec()),
        wanted in prop::collection::vec(value(), 0..3),
        found in prop::collection::vec(value(), 0..3),
    ) {
        let context = request_of(&texts(&found)).with("aws:username", "a");
        let all = holds(&format!("ForAllValues:{positive}"), &texts(&wanted), &context);
        let any = holds(&format!("ForAnyValue:{negated}"), &texts(&wanted), &context);
        prop_assert_ne!(all, any);
    }

    #[test]
    fn order_never_matters(
        operator in operator(),
        wanted in prop::collection::vec(value(), 0..4),
        found in prop::collection::vec(value(), 0..2),
        more in prop::collection::vec(value(), 0..3),
    ) {
        let is_set = operator.starts_with("For");
        let mut found = found;
        if is_set {
            found.extend(more);
        }
        let (mut other_wanted, mut other_found) = (texts(&wanted), texts(&found));
        other_wanted.reverse();
        other_found.reverse();
        prop_assert_eq!(
            holds(&operator, &texts(&wanted), &request_of(&texts(&found))),
            holds(&operator, &other_wanted, &request_of(&other_found)),
        );
    }

    #[test]
    fn a_value_more_only_helps_the_positive_and_harms_the_negated(
        operator in operator(),
        wanted in prop::collection::vec(value(), 0..3),
        another in value(),
        found in value(),
    ) {
        let context = request(Some(&found));
        let mut more = texts(&wanted);
        more.push(&another);
        let (before, after) = (holds(&operator, &texts(&wanted), &context), holds(&operator, &more, &context));
        let (least, most) = if operator.contains("Not") { (after, before) } else { (before, after) };
        prop_assert!(least <= most, "{} {:?} {:?}", operator, more, found);
    }
}
