//! What holds for any policies and any request.
//!
//! What the generators make is checked too, by [`the_generators_are_meaningful`]: of 1,000 scenes,
//! at least a tenth each is allowed, explicitly denied and implicitly denied, and statements that
//! are added change at least a twentieth of the decisions. Properties of requests that are all
//! denied, or of statements that match nothing, would prove nothing.

use iam_dsl_core::PolicyDocument;
use iam_dsl_evaluate::{Caller, Decision, Evaluator, Policies, Request};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::generate::{self, Scene};
use crate::layers::Layers;
use crate::rearrange::Shuffler;

fn decide(scene: &Scene, policies: &Policies) -> Decision {
    Evaluator::new(policies).decide(&scene.request())
}

fn decide_with(scene: &Scene, layers: &Layers) -> Decision {
    decide(scene, &layers.policies())
}

fn samples<T>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    let one = |_| strategy.new_tree(&mut runner).unwrap().current();
    (0..count).map(one).collect()
}

#[test]
fn the_generators_are_meaningful() {
    let scenes = samples(&generate::scene(), 1000);
    let decisions: Vec<Decision> = scenes
        .iter()
        .map(|scene| decide_with(scene, &scene.layers))
        .collect();
    for decision in [
        Decision::Allowed,
        Decision::ExplicitlyDenied,
        Decision::ImplicitlyDenied,
    ] {
        let count = decisions.iter().filter(|found| **found == decision).count();
        assert!(count >= 100, "{decision}: {count} of 1000");
    }
    for denies in [true, false] {
        let scenes = samples(&generate::scene_and_statement(denies), 1000);
        let changed = scenes
            .into_iter()
            .filter(|(scene, place, pick, statement)| {
                let layers = scene.layers.clone();
                let added = if denies {
                    layers.with_deny(*place, *pick, statement.clone())
                } else {
                    layers.with_allow(*place, *pick, statement.clone())
                };
                decide_with(scene, &added) != decide_with(scene, &scene.layers)
            });
        let count = changed.count();
        assert!(count >= 50, "denies: {denies}, {count} of 1000 changed");
    }
}

/// Found by [`what_is_minimized_decides_the_same`]: a variable without a value decides, although
/// another entry covers all that it could stand for.
#[test]
fn minimizing_keeps_a_variable_that_decides() {
    let document: PolicyDocument = r#"{"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "*",
        "NotResource": ["arn:aws:s3:::a/*", "arn:aws:s3:::a/${aws:username}"]
    }}"#
    .parse()
    .unwrap();
    let user: Caller = "arn:aws:iam::111111111111:user/dev".parse().unwrap();
    let queue = "arn:aws:sqs:eu-west-1:111111111111:q";
    let request = Request::new(user, "sqs:SendMessage", queue);
    let decide = |document| {
        let policies = Policies::new().with_identity_policy(document);
        Evaluator::new(&policies).decide(&request)
    };
    assert_eq!(decide(document.minimized()), decide(document));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_deny_more_never_allows_more(
        (scene, place, pick, statement) in generate::scene_and_statement(true),
    ) {
        let after = scene.layers.clone().with_deny(place, pick, statement);
        if decide_with(&scene, &after).is_allowed() {
            prop_assert_eq!(decide_with(&scene, &scene.layers), Decision::Allowed);
        }
    }

    #[test]
    fn an_allow_more_never_denies_more(
        (scene, place, pick, statement) in generate::scene_and_statement(false),
    ) {
        let after = scene.layers.clone().with_allow(place, pick, statement);
        if decide_with(&scene, &scene.layers).is_allowed() {
            prop_assert_eq!(decide_with(&scene, &after), Decision::Allowed);
        }
    }

    #[test]
    fn order_never_matters(scene in generate::scene(), seed in any::<u64>()) {
        let mut shuffler = Shuffler::new(seed);
        let mut other = scene.clone();
        other.layers = shuffler.layers(&scene.layers);
        for (_, value) in &mut other.context {
            shuffler.value(value);
        }
        prop_assert_eq!(decide_with(&other, &other.layers), decide_with(&scene, &scene.layers));
    }

    #[test]
    fn what_is_printed_and_read_again_decides_the_same(scene in generate::scene()) {
        let decision = decide_with(&scene, &scene.layers);
        let reread = |text: String| text.parse::<PolicyDocument>().expect("what was printed");
        let plain = scene.layers.rewritten(|document| reread(document.to_json()));
        prop_assert_eq!(decide(&scene, &plain), decision);
        let pretty = scene.layers.rewritten(|document| reread(document.to_json_pretty()));
        prop_assert_eq!(decide(&scene, &pretty), decision);
    }

    #[test]
    fn what_is_minimized_decides_the_same(scene in generate::scene()) {
        let minimized = scene.layers.rewritten(|document| document.minimized());
        prop_assert_eq!(decide(&scene, &minimized), decide_with(&scene, &scene.layers));
    }

    #[test]
    fn an_explanation_has_the_same_decision(scene in generate::scene()) {
        let evaluator = Evaluator::new(&scene.layers.policies());
        let request = scene.request();
        let trace = evaluator.explain(&request);
        prop_assert_eq!(trace.decision(), evaluator.decide(&request));
        prop_assert_eq!(trace.to_string().lines().next().is_some_and(str::is_empty), false);
    }
}
