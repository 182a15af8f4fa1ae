//! Policy documents: text, tree, serde and back.

#![no_main]

use iam_dsl_core::{PolicyDocument, json};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let node = json::parse(text);
    let Ok(policy) = text.parse::<PolicyDocument>() else {
        return;
    };
    let node = node.expect("what reads as a policy reads as JSON");
    assert_eq!(PolicyDocument::from_node(&node).as_ref(), Ok(&policy));
    let json = policy.to_json();
    assert_eq!(json.parse().as_ref(), Ok(&policy));
    assert_eq!(policy.to_json_pretty().parse().as_ref(), Ok(&policy));
    let through_serde: PolicyDocument =
        serde_json::from_str(&serde_json::to_string(&policy).expect("a document always prints"))
            .expect("what serde prints, it reads");
    assert_eq!(through_serde.statements().len(), policy.statements().len());
    let minimized = policy.minimized();
    assert_eq!(minimized.minimized().to_json(), minimized.to_json());
    assert_eq!(minimized.to_json().parse().as_ref(), Ok(&minimized));
});
