//! One input of the fuzzer: a request and policies, and what must hold of every decision.
//!
//! Lines of `---` part the text into sections. The first has the request, a line each for the caller,
//! the action, the resource, the account that owns it and the management account (the last two may be
//! empty), and then condition keys: `key=value`, or `key=[value,value]`. The other sections are policies,
//! the layers in this order: identity, identity, resource, boundary, session, SCP, RCP, VPC endpoint.

use iam_dsl_core::PolicyDocument;
use iam_dsl_evaluate::{
    Caller, Context, ContextValue, Decision, Evaluator, Level, NamedPolicy, Options, Policies,
    Request,
};

const SEPARATOR: &str = "\n---\n";
const LAYERS: usize = 8;
const ALLOW_ALL: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
const DENY_ALL: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#;

/// Decides the input in every way and compares; `None` if it holds no request.
pub(crate) fn check(text: &str) -> Option<Decision> {
    let mut sections = text.split(SEPARATOR);
    let (request, management_account) = request(sections.next()?)?;
    let layers: Vec<&str> = sections.take(LAYERS).collect();
    let read = |change| {
        let policies = policies(&layers, change);
        if management_account.is_empty() {
            policies
        } else {
            policies.with_management_account(management_account)
        }
    };

    let policies = read(|document| document);
    let decision = decide(&policies, &request);
    let minimized = read(|document| document.minimized());
    assert_eq!(decide(&minimized, &request), decision, "minimized");

    let with_more = |json: &str| {
        let document: PolicyDocument = json.parse().expect("the policy is valid");
        decide(&policies.clone().with_identity_policy(document), &request)
    };
    assert!(
        with_more(ALLOW_ALL).is_allowed() || !decision.is_allowed(),
        "an Allow more must not take anything away"
    );
    let expected = if is_above_policies(&request) || request.caller().account().is_none() {
        decision
    } else if is_action(request.action()) {
        Decision::ExplicitlyDenied
    } else {
        Decision::ImplicitlyDenied
    };
    assert_eq!(with_more(DENY_ALL), expected, "with Deny of everything");
    Some(decision)
}

/// Nobody can be kept from asking who one is, nor a user from a session token.
fn is_above_policies(request: &Request) -> bool {
    let always = ["sts:GetCallerIdentity", "sts:GetSessionToken"];
    let asked = request.action();
    always
        .iter()
        .any(|action| action.eq_ignore_ascii_case(asked))
}

fn is_action(text: &str) -> bool {
    let is_name = |text: &str| {
        let of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        !text.is_empty() && text.bytes().all(of_name)
    };
    text.split_once(':')
        .is_some_and(|(prefix, name)| is_name(prefix) && is_name(name))
}

/// Both ways to ask must say the same, with each choice of options.
fn decide(policies: &Policies, request: &Request) -> Decision {
    let evaluator = Evaluator::new(policies);
    let liberal = Evaluator::with_options(policies, Options::new().with_variables_in_bool(true));
    for evaluator in [&evaluator, &liberal] {
        let (decision, trace) = (evaluator.decide(request), evaluator.explain(request));
        assert_eq!(trace.decision(), decision);
        let (printed, word) = (trace.to_string(), decision.as_str());
        assert!(
            printed.starts_with(&format!("{word}: {}", trace.cause())),
            "{printed}"
        );
    }
    evaluator.decide(request)
}

fn request(text: &str) -> Option<(Request, &str)> {
    let mut lines = text.lines();
    let caller: Caller = lines.next()?.parse().ok()?;
    let mut request = Request::new(caller, lines.next()?, lines.next()?);
    let owner = lines.next().unwrap_or_default();
    if !owner.is_empty() {
        request = request.owned_by(owner);
    }
    let management_account = lines.next().unwrap_or_default();
    let mut context = Context::new();
    for line in lines {
        if let Some((key, value)) = line.split_once('=') {
            context.set(key, values(value));
        }
    }
    Some((request.with_context(context), management_account))
}

fn values(text: &str) -> ContextValue {
    match text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        None => ContextValue::from(text),
        Some("") => ContextValue::Multi(Vec::new()),
        Some(list) => list.split(',').collect::<Vec<_>>().into(),
    }
}

/// What is no policy is left out; but a level of an organization is there even if nothing is attached.
fn policies(layers: &[&str], change: fn(PolicyDocument) -> PolicyDocument) -> Policies {
    let mut policies = Policies::new();
    for (layer, text) in layers.iter().enumerate() {
        let document = text.parse::<PolicyDocument>().ok().map(change);
        let level = |policy: Option<NamedPolicy>| {
            let level = Level::new("root");
            match policy {
                None => level,
                Some(policy) => level.with_policy(policy),
            }
        };
        let policy = document.map(|document| NamedPolicy::new(format!("policy {layer}"), document));
        policies = match (layer, policy) {
            (5 | 6, _) if text.trim().is_empty() => policies,
            (5, policy) => policies.with_scp_level(level(policy)),
            (6, policy) => policies.with_rcp_level(level(policy)),
            (_, None) => policies,
            (0 | 1, Some(policy)) => policies.with_identity_policy(policy),
            (2, Some(policy)) => policies.with_resource_policy(policy),
            (3, Some(policy)) => policies.with_boundary(policy),
            (4, Some(policy)) => policies.with_session_policy(policy),
            (_, Some(policy)) => policies.with_endpoint_policy(policy),
        };
    }
    policies
}
