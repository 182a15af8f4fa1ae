//! iam-rs: the documents are read once; actions are put in lower case, and ARNs parsed, with each decision.

use super::Decide;
use crate::evaluate::work::{CALLER, Work};
use iam_rs::{
    Arn, Context, Decision, EvaluationOptions, IAMPolicy, IAMRequest, PolicyEvaluator, Principal,
    PrincipalId,
};
use std::error::Error;

pub fn prepare(work: &Work) -> Result<Decide, Box<dyn Error>> {
    let policies: Vec<IAMPolicy> = work
        .documents()
        .iter()
        .map(|text| serde_json::from_str(text))
        .collect::<Result<_, _>>()?;
    let options = EvaluationOptions {
        // It refuses more than 1,000 unless told otherwise.
        max_statements: usize::MAX,
        ..EvaluationOptions::default()
    };
    let evaluator = PolicyEvaluator::with_policies(policies).with_options(options);
    let mut requests = Vec::new();
    for request in work.requests() {
        let context = Context::new()
            .with_string("aws:PrincipalOrgID", request.organization)
            .with_string("aws:SourceIp", request.address);
        requests.push(IAMRequest::new_with_context(
            Principal::Aws(PrincipalId::String(CALLER.to_owned())),
            &request.action,
            Arn::parse(&request.resource)?,
            context,
        ));
    }
    Ok(Box::new(move |number| {
        let result = evaluator
            .evaluate(&requests[number])
            .expect("the request is valid");
        result.decision == Decision::Allow
    }))
}
