//! iam-dsl: an `Evaluator` is compiled from the documents once.

use super::Decide;
use crate::evaluate::work::{ACCOUNT, CALLER, Work};
use iam_dsl_core::PolicyDocument;
use iam_dsl_evaluate::{Caller, Evaluator, Policies, Request};
use std::error::Error;

pub fn prepare(work: &Work) -> Result<Decide, Box<dyn Error>> {
    let evaluator = Evaluator::new(&policies(work)?);
    let caller: Caller = CALLER.parse()?;
    let requests: Vec<Request> = work
        .requests()
        .map(|request| {
            Request::new(caller.clone(), &request.action, &request.resource)
                .owned_by(ACCOUNT)
                .with("aws:PrincipalOrgID", request.organization)
                .with("aws:SourceIp", request.address)
        })
        .collect();
    Ok(Box::new(move |number| {
        evaluator.decide(&requests[number]).is_allowed()
    }))
}

/// The documents, read and not yet compiled.
pub fn policies(work: &Work) -> Result<Policies, Box<dyn Error>> {
    let mut policies = Policies::new();
    for text in work.documents() {
        policies = policies.with_identity_policy(text.parse::<PolicyDocument>()?);
    }
    Ok(policies)
}
