//! The catalog in the form of AWS's service reference, for a validator that otherwise asks AWS.

use std::error::Error;
use std::fs;
use std::path::Path;

use iam_dsl_catalog::{Action, Service};
use serde_json::{Value, json};

/// Writes a file a service, and their list.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let mut list = Vec::new();
    for service in Service::all() {
        let prefix = service.prefix();
        list.push(json!({"service": prefix, "url": format!("{prefix}.json")}));
        let of_service = json!({
            "Name": prefix,
            "Actions": service.actions().map(action).collect::<Vec<_>>(),
            "Resources": service
                .resource_types()
                .map(|of| json!({"Name": of.name(), "ARNFormats": of.arn_formats().collect::<Vec<_>>()}))
                .collect::<Vec<_>>(),
            "ConditionKeys": service
                .condition_keys()
                .map(|(key, of)| json!({"Name": key.name(), "Types": [of.value.name()]}))
                .collect::<Vec<_>>(),
        });
        fs::write(
            folder.join(format!("{prefix}.json")),
            of_service.to_string(),
        )?;
    }
    fs::write(folder.join("_services.json"), Value::from(list).to_string())?;
    Ok(())
}

fn action(action: Action) -> Value {
    let resources: Vec<Value> = action
        .resources()
        .map(|resource| json!({"Name": resource.resource_type().name()}))
        .collect();
    json!({"Name": action.name(), "ActionConditionKeys": [], "Resources": resources})
}
