//! Requests and policies made up by proptest, in the small world of `world`.
//!
//! A request comes first, and statements are made with it in mind: else few of them would be about
//! it. `properties::the_generators_are_meaningful` measures what comes of that.

use iam_dsl_evaluate::{Caller, Context, ContextValue, Request};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::Union;
use serde_json::{Map, Value, json};

use crate::layers::{Layer, Layers, Place};
use crate::world::{self, Target};

/// A request and all policies that have a say in it.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    pub(crate) target: Target,
    pub(crate) layers: Layers,
    caller: &'static str,
    pub(crate) context: Vec<(&'static str, Value)>,
}

impl Scene {
    pub(crate) fn request(&self) -> Request {
        let caller: Caller = self.caller.parse().expect("a caller");
        let mut context = Context::new();
        for (key, value) in &self.context {
            let text = |value: &Value| value.as_str().expect("a text").to_owned();
            let value = match value {
                Value::Array(items) => ContextValue::Multi(items.iter().map(text).collect()),
                single => ContextValue::Single(text(single)),
            };
            context.set(key, value);
        }
        Request::new(caller, &self.target.action, self.target.resource)
            .owned_by(self.target.owner)
            .with_context(context)
    }
}

fn weighted<T: Clone + std::fmt::Debug>(items: Vec<(u32, T)>) -> impl Strategy<Value = T> + Clone {
    Union::new_weighted(
        items
            .into_iter()
            .map(|(weight, item)| (weight, Just(item)))
            .collect(),
    )
}

fn target() -> impl Strategy<Value = Target> {
    select(&world::TARGETS[..]).prop_flat_map(select)
}

fn context() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let keys = world::context_values();
    let all = keys.len();
    subsequence(keys, 0..=all).prop_flat_map(|keys| {
        keys.into_iter()
            .map(|(key, values)| select(values).prop_map(move |value| (key, value)))
            .collect::<Vec<_>>()
    })
}

/// Actions that say what is asked for, or something like it, or something else.
fn actions(target: &Target) -> impl Strategy<Value = Value> + use<> {
    let (service, name) = target.action.split_once(':').expect("a service");
    let verb: String = name.chars().take(3).collect();
    let one = prop_oneof![
        2 => Just("*".to_owned()),
        3 => Just(format!("{service}:*")),
        2 => Just(format!("{service}:{verb}*")),
        3 => Just(target.action.clone()),
        1 => Just(target.action.to_uppercase()),
        2 => self::target().prop_map(|other| other.action),
        2 => select(vec!["s3:*", "sqs:*", "kms:*", "ec2:*"]).prop_map(str::to_owned),
    ];
    vec(one, 1..=3).prop_map(Value::from)
}

fn resources(target: &Target) -> impl Strategy<Value = Value> + use<> {
    let one = prop_oneof![
        4 => Just("*"),
        3 => Just(target.resource),
        3 => select(world::PATTERNS),
    ];
    vec(one, 1..=3).prop_map(Value::from)
}

fn conditions() -> impl Strategy<Value = Option<Value>> {
    let block = vec(select(world::conditions()), 1..=2).prop_map(|conditions| {
        let mut block = json!({});
        for (operator, key, values) in conditions {
            block[operator][key] = values;
        }
        block
    });
    option::weighted(0.25, block)
}

/// A statement for a place, with the target in mind.
pub(crate) fn statement(place: Place, target: &Target, denies: bool) -> BoxedStrategy<Value> {
    let seldom = || prop::bool::weighted(0.2);
    // `NotPrincipal` is for resource policies, and there with Deny.
    let not_principal = seldom().prop_map(move |not| not && denies && place == Place::Resource);
    (
        weighted(world::principals()),
        not_principal,
        (actions(target), seldom()),
        (resources(target), seldom()),
        // Trust policies have no resource.
        prop::bool::weighted(0.1),
        conditions(),
    )
        .prop_map(
            move |(principal, not_principal, action, resource, no_resource, condition)| {
                let mut fields = Map::new();
                fields.insert(
                    "Effect".into(),
                    if denies { "Deny" } else { "Allow" }.into(),
                );
                if place.has_principals() {
                    fields.insert(named("Principal", not_principal), principal);
                }
                fields.insert(named("Action", action.1), action.0);
                if !(no_resource && place == Place::Resource) {
                    fields.insert(named("Resource", resource.1), resource.0);
                }
                if let Some(condition) = condition {
                    fields.insert("Condition".into(), condition);
                }
                Value::Object(fields)
            },
        )
        .boxed()
}

fn named(element: &str, not: bool) -> String {
    if not {
        format!("Not{element}")
    } else {
        element.to_owned()
    }
}

fn policy(place: Place, target: &Target) -> impl Strategy<Value = Value> + use<> {
    let statements = vec(
        prop_oneof![
            9 => statement(place, target, false),
            1 => statement(place, target, true),
        ],
        1..=3,
    );
    let is_wide = match place {
        Place::Identity | Place::Resource => 0.1,
        _ => 0.6,
    };
    let version = weighted(vec![
        (9, Some("2012-10-17")),
        (1, Some("2008-10-17")),
        (1, None),
    ]);
    (statements, prop::bool::weighted(is_wide), version).prop_map(
        move |(mut statements, is_wide, version)| {
            if is_wide {
                statements.push(allow_all(place));
            }
            let mut policy = json!({"Statement": statements});
            if let Some(version) = version {
                policy["Version"] = version.into();
            }
            policy
        },
    )
}

fn allow_all(place: Place) -> Value {
    let mut all = json!({"Effect": "Allow", "Action": "*", "Resource": "*"});
    if place.has_principals() {
        all["Principal"] = "*".into();
    }
    all
}

fn layer(place: Place, target: &Target, most: usize) -> impl Strategy<Value = Layer> + use<> {
    vec(policy(place, target), 1..=most).prop_map(move |policies| Layer { place, policies })
}

fn layers(target: &Target) -> impl Strategy<Value = Layers> + use<> {
    let levels = |place| option::weighted(0.25, vec(layer(place, target, 2), 1..=3));
    (
        option::weighted(0.7, layer(Place::Identity, target, 2)),
        option::weighted(0.6, layer(Place::Resource, target, 1)),
        option::weighted(0.2, layer(Place::Boundary, target, 1)),
        option::weighted(0.2, layer(Place::Session, target, 2)),
        option::weighted(0.15, layer(Place::Endpoint, target, 1)),
        levels(Place::Scp),
        levels(Place::Rcp),
        option::weighted(0.1, select(vec![world::HOME, world::AWAY])),
    )
        .prop_map(
            |(identity, resource, boundary, session, endpoint, scps, rcps, management_account)| {
                let single = [identity, resource, boundary, session, endpoint];
                let mut layers: Vec<Layer> = single.into_iter().flatten().collect();
                layers.extend(scps.into_iter().flatten());
                layers.extend(rcps.into_iter().flatten());
                Layers {
                    layers,
                    management_account,
                }
            },
        )
}

pub(crate) fn scene() -> impl Strategy<Value = Scene> {
    (target(), weighted(world::CALLERS.to_vec()), context()).prop_flat_map(
        |(target, caller, context)| {
            layers(&target).prop_map(move |layers| Scene {
                target: target.clone(),
                layers,
                caller,
                context: context.clone(),
            })
        },
    )
}

/// A scene, a place in it, and a statement that fits there.
pub(crate) fn scene_and_statement(
    denies: bool,
) -> impl Strategy<Value = (Scene, Place, usize, Value)> {
    // An Allow gives something only where permissions are given, or where a limit is what lacks it.
    let places = Place::ALL
        .map(|place| (if denies || place.limits() { 1 } else { 4 }, place))
        .to_vec();
    (scene(), weighted(places), 0..100_usize).prop_flat_map(move |(scene, place, pick)| {
        let wide = u32::from(!denies);
        let statement = prop_oneof![
            2 => statement(place, &scene.target, denies),
            wide => Just(allow_all(place)),
        ];
        (Just(scene), Just(place), Just(pick), statement)
    })
}
