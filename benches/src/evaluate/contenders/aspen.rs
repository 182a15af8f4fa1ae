//! scratchstack-aspen: the documents are read once; a regular expression is compiled for each action and each
//! part of an ARN that is looked at, with each decision.

use super::Decide;
use crate::evaluate::work::{CALLER, Work};
use scratchstack_arn::Arn;
use scratchstack_aspen::{Context, Decision, Policy, PolicySet, PolicySource};
use scratchstack_aws_principal::{Principal, PrincipalIdentity, SessionData, SessionValue, User};
use std::error::Error;

pub fn prepare(work: &Work) -> Result<Decide, Box<dyn Error>> {
    let mut policies = PolicySet::new();
    for (number, text) in work.documents().iter().enumerate() {
        let source =
            PolicySource::new_entity_inline(CALLER, "AIDAEXAMPLE", format!("policy-{number}"));
        policies.add_policy(source, text.parse::<Policy>()?);
    }
    let caller = Principal::from(vec![PrincipalIdentity::from(CALLER.parse::<User>()?)]);
    let mut requests = Vec::new();
    for request in work.requests() {
        let (service, api) = request
            .action
            .split_once(':')
            .ok_or("an action has a colon")?;
        let session = SessionData::from([
            (
                "aws:PrincipalOrgID",
                SessionValue::from(request.organization),
            ),
            (
                "aws:SourceIp",
                SessionValue::IpAddr(request.address.parse()?),
            ),
        ]);
        let context = Context::builder()
            .service(service)
            .api(api)
            .actor(caller.clone())
            .resources(vec![request.resource.parse::<Arn>()?])
            .session_data(session)
            .build()?;
        requests.push(context);
    }
    Ok(Box::new(move |number| {
        let (decision, _) = policies
            .evaluate(&requests[number])
            .expect("the request is valid");
        decision == Decision::Allow
    }))
}
