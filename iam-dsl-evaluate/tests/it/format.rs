//! The form of a case, one JSON object a line.

use std::str::FromStr;

use iam_dsl_core::PolicyDocument;
use iam_dsl_evaluate::{Caller, Context, ContextValue, Decision, Level, Policies, Request};
use serde_json::{Map, Value};

/// A request, the policies that have a say in it, and what becomes of it.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) policies: Policies,
    pub(crate) request: Request,
    pub(crate) expected: Decision,
}

/// The fields of an object, each to be taken once.
struct Fields(Map<String, Value>);

impl Fields {
    fn of(value: Value) -> Result<Self, String> {
        match value {
            Value::Object(fields) => Ok(Self(fields)),
            other => Err(format!("not an object: {other}")),
        }
    }

    fn take(&mut self, name: &str) -> Result<Value, String> {
        self.0.remove(name).ok_or(format!("`{name}` is missing"))
    }

    fn text(&mut self, name: &str) -> Result<String, String> {
        match self.take(name)? {
            Value::String(text) => Ok(text),
            other => Err(format!("`{name}` is no text: {other}")),
        }
    }

    fn list(&mut self, name: &str) -> Result<Vec<Value>, String> {
        match self.take(name)? {
            Value::Array(items) => Ok(items),
            other => Err(format!("`{name}` is no list: {other}")),
        }
    }

    /// A list, or null for none.
    fn optional_list(&mut self, name: &str) -> Result<Vec<Value>, String> {
        if self.0.get(name) == Some(&Value::Null) {
            self.0.remove(name);
            return Ok(Vec::new());
        }
        self.list(name)
    }

    /// What is left is unknown.
    fn end(self) -> Result<(), String> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(name) => Err(format!("`{name}` is unknown")),
        }
    }
}

impl FromStr for Case {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        let value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let mut fields = Fields::of(value)?;
        let case = Self {
            id: fields.text("id")?,
            name: fields.text("name")?,
            request: request(fields.take("request")?)?,
            policies: policies(&mut fields)?,
            expected: decision(&fields.text("expected")?)?,
        };
        fields.text("group")?;
        // For readers alone: where the answer comes from, and remarks.
        for name in ["source", "tags", "note"] {
            fields.0.remove(name);
        }
        fields.end()?;
        Ok(case)
    }
}

fn request(value: Value) -> Result<Request, String> {
    let mut fields = Fields::of(value)?;
    let caller = caller(fields.take("principal")?)?;
    let request = Request::new(caller, fields.text("action")?, fields.text("resource")?)
        .owned_by(fields.text("resourceAccountId")?)
        .with_context(context(fields.take("context")?)?);
    fields.end()?;
    Ok(request)
}

fn caller(value: Value) -> Result<Caller, String> {
    if let Value::String(text) = value {
        return text
            .parse()
            .map_err(|error| format!("`principal`: {error}"));
    }
    let mut fields = Fields::of(value)?;
    let kind = fields.text("type")?;
    fields.end()?;
    match kind.as_str() {
        "Anonymous" => Ok(Caller::anonymous()),
        other => Err(format!("a principal of type `{other}` is unknown")),
    }
}

fn context(value: Value) -> Result<Context, String> {
    let mut context = Context::new();
    for (key, value) in Fields::of(value)?.0 {
        let value = match value {
            Value::String(text) => ContextValue::Single(text),
            Value::Array(items) => {
                ContextValue::Multi(items.into_iter().map(text).collect::<Result<_, _>>()?)
            }
            other => return Err(format!("the value of `{key}` is {other}")),
        };
        context.set(&key, value);
    }
    Ok(context)
}

fn text(value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(format!("not a text: {other}")),
    }
}

fn document(value: Value) -> Result<PolicyDocument, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

fn level(value: Value) -> Result<Level, String> {
    let mut fields = Fields::of(value)?;
    let mut level = Level::new(fields.text("orgIdentifier")?);
    for policy in fields.list("policies")? {
        level = level.with_policy(document(policy)?);
    }
    fields.end()?;
    Ok(level)
}

fn policies(fields: &mut Fields) -> Result<Policies, String> {
    let mut policies = Policies::new();
    for policy in fields.list("identityPolicies")? {
        policies = policies.with_identity_policy(document(policy)?);
    }
    for policy in fields.optional_list("boundaries")? {
        policies = policies.with_boundary(document(policy)?);
    }
    for policy in fields.optional_list("endpointPolicies")? {
        policies = policies.with_endpoint_policy(document(policy)?);
    }
    for value in fields.list("scps")? {
        policies = policies.with_scp_level(level(value)?);
    }
    for value in fields.list("rcps")? {
        policies = policies.with_rcp_level(level(value)?);
    }
    match fields.take("resourcePolicy")? {
        Value::Null => {}
        policy => policies = policies.with_resource_policy(document(policy)?),
    }
    match fields.take("sessionPolicy")? {
        Value::Null => {}
        policy => policies = policies.with_session_policy(document(policy)?),
    }
    if fields.0.contains_key("managementAccountId") {
        policies = policies.with_management_account(fields.text("managementAccountId")?);
    }
    Ok(policies)
}

fn decision(name: &str) -> Result<Decision, String> {
    match name {
        "Allowed" => Ok(Decision::Allowed),
        "ExplicitlyDenied" => Ok(Decision::ExplicitlyDenied),
        "ImplicitlyDenied" => Ok(Decision::ImplicitlyDenied),
        other => Err(format!("a decision `{other}` is unknown")),
    }
}
