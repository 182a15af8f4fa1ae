//! The policies that Lambda authorizers answer with.

use aws_lambda_events::apigw::ApiGatewayCustomAuthorizerPolicy;
use aws_lambda_events::iam::{IamPolicyCondition, IamPolicyEffect, IamPolicyStatement};
use iam_dsl_core::{ActionElement, ConditionBlock, Effect, PolicyStatement, ResourceElement};

use crate::{IdentityPolicy, ValueError};

/// The policy that a Lambda authorizer of Amazon API Gateway answers with, with the feature `aws_lambda_events`.
///
/// Sids are left out: the answer has no place for them, and they decide nothing. See AWS's page on the
/// [output of authorizers](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html).
///
/// # Errors
///
/// The policy has a `NotAction` or a `NotResource`, which the answer has no place for, or something that only a
/// deployment can fill in.
///
/// # Example
///
/// ```
/// use aws_lambda_events::apigw::ApiGatewayCustomAuthorizerPolicy;
/// use iam_dsl::prelude::*;
///
/// let orders = arn!("arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/prod/GET/orders");
/// let policy = IdentityPolicy::new().with(allow(actions![execute_api::Invoke]).on(orders));
/// let answer = ApiGatewayCustomAuthorizerPolicy::try_from(&policy)?;
/// assert_eq!(answer.statement[0].action, ["execute-api:Invoke"]);
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
impl TryFrom<&IdentityPolicy> for ApiGatewayCustomAuthorizerPolicy {
    type Error = ValueError;

    fn try_from(policy: &IdentityPolicy) -> Result<Self, ValueError> {
        if let Err(unresolved) = policy.try_to_json() {
            let help = "give the handles an `Env`";
            return Err(ValueError::new(unresolved.to_string()).with_help(help));
        }
        let mut answer = Self::default();
        answer.version = policy.document().version().map(str::to_owned);
        for statement in policy.document().statements() {
            answer.statement.push(self::statement(statement)?);
        }
        Ok(answer)
    }
}

fn statement(statement: &PolicyStatement) -> Result<IamPolicyStatement, ValueError> {
    let mut answer = IamPolicyStatement::default();
    answer.effect = match statement.effect() {
        Effect::Allow => IamPolicyEffect::Allow,
        Effect::Deny => IamPolicyEffect::Deny,
    };
    match statement.action() {
        Some(ActionElement::Action(actions)) => {
            answer.action = actions.iter().map(ToString::to_string).collect();
        }
        Some(other) => return Err(no_place(other.name())),
        None => {}
    }
    match statement.resource() {
        Some(ResourceElement::Resource(resources)) => {
            answer.resource = resources.iter().map(ToString::to_string).collect();
        }
        Some(other) => return Err(no_place(other.name())),
        None => {}
    }
    answer.condition = statement.condition().map(condition);
    Ok(answer)
}

fn condition(block: &ConditionBlock) -> IamPolicyCondition {
    let mut answer = IamPolicyCondition::new();
    for (operator, key, values) in block.conditions() {
        let keys = answer.entry(operator.to_string()).or_default();
        let values = values.iter().map(|value| value.to_text().into_owned());
        keys.entry(key.to_owned()).or_default().extend(values);
    }
    answer
}

fn no_place(element: &str) -> ValueError {
    ValueError::new(format!("the answer of an authorizer has no `{element}`"))
        .with_help("name the actions and resources themselves")
}
