//! `docs/grant-names.json`: which grant of ours is which of aws-cdk-lib's.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::Value;

/// Where a grant of aws-cdk-lib is found here, or why nowhere.
pub(crate) enum Ours {
    Method(String),
    None(String),
}

pub(crate) fn names() -> BTreeMap<String, Ours> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/grant-names.json");
    let names: BTreeMap<String, Value> =
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    names
        .into_iter()
        .map(|(cdk, ours)| {
            let ours = match &ours {
                Value::String(method) => Ours::Method(method.clone()),
                other => Ours::None(other["none"].as_str().unwrap().to_owned()),
            };
            (cdk, ours)
        })
        .collect()
}
