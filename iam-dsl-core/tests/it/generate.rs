//! Documents made up by proptest.

use iam_dsl_core::json::Number;
use iam_dsl_core::{
    ActionElement, ActionPattern, BaseOperator, ConditionBlock, ConditionOperator, ConditionValue,
    Effect, Elements, PolicyDocument, PolicyStatement, PrincipalElement, PrincipalType, Principals,
    ResourceElement, SetOperator, Template,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn elements<T: Clone + std::fmt::Debug>(
    item: impl Strategy<Value = T>,
) -> impl Strategy<Value = Elements<T>> {
    (vec(item, 0..4), any::<bool>()).prop_map(|(items, list)| {
        if list {
            Elements::list(items)
        } else {
            Elements::from(items)
        }
    })
}

/// Any text, with the characters that matter more often than chance has it.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,12}",
        "[ -~]{0,12}",
        r#"[*?$:/'"\\{},a\n\t\u{0}é😀]{0,12}"#,
        select(vec![
            "*",
            "${aws:username}",
            "${a, 'b'}",
            "arn:aws:s3:::b/*",
            "s3:Get*"
        ])
        .prop_map(str::to_owned),
    ]
}

fn effect() -> impl Strategy<Value = Effect> {
    select(vec![Effect::Allow, Effect::Deny])
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        any::<i64>().prop_map(Number::from),
        r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,5})?([eE][+-]?[0-9]{1,3})?"
            .prop_map(|digits| digits.parse().expect("the pattern is JSON's")),
    ]
}

fn condition_value() -> impl Strategy<Value = ConditionValue> {
    prop_oneof![
        4 => text().prop_map(ConditionValue::from),
        1 => any::<bool>().prop_map(ConditionValue::from),
        1 => number().prop_map(ConditionValue::from),
    ]
}

fn operator() -> impl Strategy<Value = ConditionOperator> {
    let known = (
        select(BaseOperator::ALL.to_vec()),
        option::of(select(vec![
            SetOperator::ForAllValues,
            SetOperator::ForAnyValue,
        ])),
        any::<bool>(),
    )
        .prop_map(|(base, set, if_exists)| {
            // `NullIfExists` is no operator, so it does not come from text as that.
            let if_exists = if_exists && base != BaseOperator::Null;
            ConditionOperator::new(base)
                .with_set(set)
                .with_if_exists(if_exists)
        });
    prop_oneof![4 => known, 1 => text().prop_map(|text| ConditionOperator::from(&*text))]
}

fn conditions() -> impl Strategy<Value = ConditionBlock> {
    vec((operator(), text(), elements(condition_value())), 0..4).prop_map(|conditions| {
        let mut block = ConditionBlock::new();
        for (operator, key, values) in conditions {
            block.add(operator, key, values);
        }
        block
    })
}

fn principals() -> impl Strategy<Value = Principals> {
    let kind = text().prop_map(|text| PrincipalType::from(&*text));
    let known = select(vec![
        PrincipalType::Aws,
        PrincipalType::Service,
        PrincipalType::Federated,
    ]);
    let map = vec((prop_oneof![3 => known, 1 => kind], text()), 0..4).prop_map(|named| {
        let mut principals = Principals::new();
        for (kind, name) in named {
            principals.add(kind, name);
        }
        principals
    });
    prop_oneof![1 => Just(Principals::Any), 4 => map]
}

fn seldom() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.2)
}

fn principal_element((principals, not): (Principals, bool)) -> PrincipalElement {
    if not {
        PrincipalElement::NotPrincipal(principals)
    } else {
        PrincipalElement::Principal(principals)
    }
}

fn action_element((actions, not): (Elements<ActionPattern>, bool)) -> ActionElement {
    if not {
        ActionElement::NotAction(actions)
    } else {
        ActionElement::Action(actions)
    }
}

fn resource_element((resources, not): (Elements<Template>, bool)) -> ResourceElement {
    if not {
        ResourceElement::NotResource(resources)
    } else {
        ResourceElement::Resource(resources)
    }
}

fn statement() -> impl Strategy<Value = PolicyStatement> {
    let principal = (principals(), any::<bool>());
    let action = (
        elements(text().prop_map(ActionPattern::unchecked)),
        any::<bool>(),
    );
    let resource = (elements(text().prop_map(Template::from)), any::<bool>());
    (
        effect(),
        option::of(text()),
        option::of(principal.prop_map(principal_element)),
        option::of(action.prop_map(action_element)),
        option::of(resource.prop_map(resource_element)),
        option::of(conditions()),
    )
        .prop_map(|(effect, sid, principal, action, resource, condition)| {
            let statement = PolicyStatement::new(effect)
                .with_principal(principal)
                .with_action(action)
                .with_resource(resource)
                .with_condition(condition);
            match sid {
                None => statement,
                Some(sid) => statement.with_sid(sid),
            }
        })
}

/// Any document that the types can hold, without tokens.
pub(crate) fn document() -> impl Strategy<Value = PolicyDocument> {
    (
        option::of(text()),
        option::of(text()),
        elements(statement()),
    )
        .prop_map(|(version, id, statements)| {
            let document = PolicyDocument::new()
                .with_version(version.map(Into::into))
                .with_statements(statements);
            match id {
                None => document,
                Some(id) => document.with_id(id),
            }
        })
}

/// Documents whose statements have much in common, so that many can be merged.
pub(crate) fn mergeable_document() -> impl Strategy<Value = PolicyDocument> {
    let actions = select(vec![
        "s3:GetObject",
        "s3:getobject",
        "s3:Get*",
        "s3:PutObject",
        "s3:*",
        "s3:**",
        "*",
        "sqs:SendMessage",
        "nonsense",
    ])
    .prop_map(ActionPattern::from_static);
    let actions = vec(actions, 1..4).prop_map(Elements::from);
    let resources = select(vec![
        "*",
        "arn:aws:s3:::a/*",
        "arn:aws:s3:::a/x",
        "arn:aws:s3:::?/x",
        "arn:aws:s3*",
        "arn:aws:sqs:*:*:*",
        "arn:aws:sqs:*:123456789012:b*",
        "arn:aws:s3:::a/${aws:username}",
    ])
    .prop_map(Template::from_static);
    let resources = vec(resources, 1..4).prop_map(Elements::from);
    let principals = prop_oneof![
        Just(Principals::Any),
        vec(
            (
                select(vec![PrincipalType::Aws, PrincipalType::Service]),
                select(vec!["1", "2"])
            ),
            1..3
        )
        .prop_map(|named| named
            .into_iter()
            .fold(Principals::new(), |all, (kind, name)| all.with(kind, name))),
    ];
    let conditions = select(vec![
        None,
        Some(ConditionBlock::new()),
        serde_json::from_str(r#"{"Unheard": {}}"#).ok(),
        Some(ConditionBlock::new().with(BaseOperator::Bool, "a", ConditionValue::from(true))),
        Some(ConditionBlock::new().with(BaseOperator::Bool, "a", ConditionValue::from("true"))),
    ]);
    let statement = (
        select(vec![Effect::Allow, Effect::Allow, Effect::Deny]),
        select(vec![None, None, None, None, Some("a"), Some("b")]),
        option::of((principals, seldom()).prop_map(principal_element)),
        (actions, seldom()).prop_map(action_element),
        option::weighted(0.9, (resources, seldom()).prop_map(resource_element)),
        conditions,
    )
        .prop_map(|(effect, sid, principal, action, resource, condition)| {
            let statement = PolicyStatement::new(effect)
                .with_principal(principal)
                .with_action(action)
                .with_resource(resource)
                .with_condition(condition);
            match sid {
                None => statement,
                Some(sid) => statement.with_sid(sid),
            }
        });
    vec(statement, 1..7).prop_map(|statements| PolicyDocument::new().with_statements(statements))
}
