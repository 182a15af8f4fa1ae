//! `split()`: nothing lost, nothing moved, nothing too large, and no part too many.

use iam_dsl_core::{Elements, PolicyDocument, quota::Quota};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::generate;

const QUOTAS: [Quota; 4] = [
    Quota::MANAGED_POLICY,
    Quota::USER_INLINE,
    Quota::SESSION_POLICY,
    Quota::BUCKET_POLICY,
];

/// The statements of all of them, many times over.
fn together(documents: &[PolicyDocument], times: usize) -> PolicyDocument {
    let mut whole = documents[0].clone().with_statements(Elements::list(vec![]));
    for document in documents.iter().cycle().take(documents.len() * times) {
        for statement in document.statements() {
            whole.push(statement.clone());
        }
    }
    whole
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn parts_are_the_whole(
        documents in vec(generate::document(), 1..6),
        times in 1..20_usize,
    ) {
        let whole = together(&documents, times);
        for quota in QUOTAS {
            let Ok(parts) = whole.split(quota) else {
                let alone = |index: usize| {
                    let one = vec![whole.statements()[index].clone()];
                    let one = whole.clone().with_statements(Elements::list(one));
                    quota.measure(&one.to_json())
                };
                let error = whole.split(quota).unwrap_err();
                prop_assert_eq!(alone(error.index()), error.size());
                prop_assert!(error.size() > error.limit());
                continue;
            };
            let statements: Vec<_> = parts.iter().flat_map(|part| part.statements().to_vec()).collect();
            prop_assert_eq!(&statements[..], whole.statements());
            for part in &parts {
                prop_assert!(quota.allows(&part.to_json()));
                prop_assert_eq!((part.version(), part.id()), (whole.version(), whole.id()));
            }
            // Each part is full: the first statement of the next would not have fitted.
            for pair in parts.windows(2) {
                let more = pair[0].clone().with_statement(pair[1].statements()[0].clone());
                prop_assert!(!quota.allows(&more.to_json()));
            }
        }
    }
}

/// A document of one statement that is this long.
fn of_size(size: usize) -> PolicyDocument {
    let document = |resource: &str| -> PolicyDocument {
        format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"s3:GetObject","Resource":"{resource}"}}]}}"#
        )
        .parse()
        .unwrap()
    };
    let empty = document("").to_json().len();
    document(&"x".repeat(size - empty))
}

#[test]
fn a_statement_may_fill_the_quota_and_no_more() {
    let limit = Quota::MANAGED_POLICY.limit();
    let full = of_size(limit);
    let parts = full.split(Quota::MANAGED_POLICY).unwrap();
    assert_eq!(parts, std::slice::from_ref(&full));

    let small = of_size(200).statements()[0].clone();
    let over = PolicyDocument::new()
        .with_statement(small.clone())
        .with_statement(of_size(limit + 1).statements()[0].clone());
    let error = over.split(Quota::MANAGED_POLICY).unwrap_err();
    assert_eq!(
        (error.index(), error.size(), error.limit()),
        (1, limit + 1, limit)
    );
    assert_eq!(
        error.to_string(),
        "Statement[1] by itself makes a policy of 6145, and the quota is 6144: 1 too many"
    );
    // Alone in its document and without brackets it is two shorter.
    let bare = over.clone().with_statements(over.statements()[1].clone());
    assert_eq!(bare.split(Quota::MANAGED_POLICY).unwrap(), [bare]);
}

#[test]
fn white_space_counts_where_the_quota_counts_it() {
    let text = format!(
        r#"{{"Statement":[{{"Sid":"{}","Effect":"Deny","Action":"s3:*","Resource":"*"}},{{"Effect":"Allow","Action":"s3:*","Resource":"*"}}]}}"#,
        " ".repeat(1950)
    );
    let document: PolicyDocument = text.parse().unwrap();
    assert_eq!(document.split(Quota::USER_INLINE).unwrap().len(), 1);
    assert_eq!(document.split(Quota::SESSION_POLICY).unwrap().len(), 2);
}
