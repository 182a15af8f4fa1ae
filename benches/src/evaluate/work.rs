//! What every contender decides: policies, and requests with the answer they must get.

use iam_dsl_catalog::{Action, Service};
use serde_json::{Value, json};
use std::error::Error;

/// Whose policies and resources they are.
pub const ACCOUNT: &str = "123456789012";
/// Who asks.
pub const CALLER: &str = "arn:aws:iam::123456789012:user/ann";
/// The organization that a condition asks for.
pub const ORGANIZATION: &str = "o-a1b2c3d4e5";
/// The addresses that a condition asks for.
pub const NETWORK: &str = "203.0.113.0/24";
/// An address among them.
pub const ADDRESS: &str = "203.0.113.7";

/// Services that have been there for years and have at least fifty actions each.
const SERVICES: [&str; 25] = [
    "athena",
    "backup",
    "cloudformation",
    "cloudfront",
    "cloudwatch",
    "codebuild",
    "dynamodb",
    "ec2",
    "ecs",
    "eks",
    "elasticache",
    "events",
    "glue",
    "iam",
    "kms",
    "lambda",
    "logs",
    "organizations",
    "rds",
    "redshift",
    "route53",
    "s3",
    "sagemaker",
    "ses",
    "ssm",
];
const POLICIES: usize = 10;
const STATEMENTS: usize = 50;
const ACTIONS: usize = 20;
/// In the middle of the last policy: the one statement with the requests' actions.
const ALLOWING: usize = (POLICIES - 1) * STATEMENTS + STATEMENTS / 2;

/// Policies of one identity, and requests to decide.
pub struct Work {
    pub name: &'static str,
    pub policies: Vec<Vec<Statement>>,
    /// They are measured: the policies allow each of them.
    pub allowed: Vec<Request>,
    /// They are only asked for, before the measurement.
    pub refused: Vec<Request>,
}

/// An Allow.
pub struct Statement {
    pub actions: Vec<String>,
    pub resources: Vec<String>,
    /// Only for callers of the organization who call from the network.
    pub has_conditions: bool,
}

/// One request of [`CALLER`].
pub struct Request {
    pub action: String,
    pub resource: String,
    pub organization: &'static str,
    pub address: &'static str,
}

impl Work {
    /// Everything that is measured, the smallest first.
    pub fn all() -> Result<Vec<Self>, Box<dyn Error>> {
        Ok(vec![
            Self::simple("1 statement, no condition", false),
            Self::simple("1 statement, 2 conditions", true),
            Self::large("10 policies × 50 statements × 20 actions", false)?,
            Self::large("the same, wildcards in a third of the statements", true)?,
            Self::long("1 policy of 10,000 statements")?,
        ])
    }

    fn simple(name: &'static str, has_conditions: bool) -> Self {
        let statement = Statement {
            actions: vec!["s3:GetObject".to_owned()],
            resources: vec![format!("{}/*", resource("s3", 0))],
            has_conditions,
        };
        let request =
            |action, index| Request::new(action, format!("{}/q1.csv", resource("s3", index)));
        let mut refused = vec![request("s3:PutObject", 0), request("s3:GetObject", 1)];
        if has_conditions {
            refused.push(Request {
                organization: "o-e5d4c3b2a1",
                ..request("s3:GetObject", 0)
            });
            refused.push(Request {
                address: "198.51.100.7",
                ..request("s3:GetObject", 0)
            });
        }
        Self {
            name,
            policies: vec![vec![statement]],
            allowed: vec![request("s3:GetObject", 0)],
            refused,
        }
    }

    /// As many statements as ten large policies have, each about one service.
    fn large(name: &'static str, has_wildcards: bool) -> Result<Self, Box<dyn Error>> {
        let is_asked_for = |action: &Action| {
            action.to_string().starts_with("s3:") && action.name().contains("Object")
        };
        let mut statements = Vec::new();
        for index in 0..POLICIES * STATEMENTS {
            let prefix = if index == ALLOWING {
                "s3"
            } else {
                SERVICES[index % SERVICES.len()]
            };
            let candidates: Vec<Action> = actions(prefix)?
                .filter(|action| is_asked_for(action) == (index == ALLOWING))
                .collect();
            let mut names: Vec<String> = candidates
                .iter()
                .cycle()
                .skip(index * 7)
                .take(ACTIONS)
                .map(Action::to_string)
                .collect();
            if has_wildcards && index % 3 == 0 && index != ALLOWING {
                names[0] = format!("{prefix}:{}*", word(&names[0], 0));
                names[1] = format!("{prefix}:*{}*", word(&names[1], 1));
            }
            statements.push(Statement::new(prefix, index, names));
        }
        let asked_for = statements[ALLOWING].actions.clone();
        let on = |index| {
            let object = format!("{}/q1.csv", resource("s3", index));
            asked_for
                .iter()
                .map(|action| Request::new(action, object.clone()))
                .collect()
        };
        let (allowed, refused) = (on(ALLOWING), on(POLICIES * STATEMENTS));
        let mut policies = Vec::new();
        while !statements.is_empty() {
            policies.push(statements.drain(..STATEMENTS).collect());
        }
        Ok(Self {
            name,
            policies,
            allowed,
            refused,
        })
    }

    /// Statements of one action each; an action comes up again and again, on other resources.
    fn long(name: &'static str) -> Result<Self, Box<dyn Error>> {
        let mut statements = Vec::new();
        for index in 0..10_000 {
            let prefix = SERVICES[index % SERVICES.len()];
            let candidates: Vec<Action> = actions(prefix)?.collect();
            let action = candidates[index / SERVICES.len() % candidates.len()];
            statements.push(Statement::new(prefix, index, vec![action.to_string()]));
        }
        let on = |beside: usize| {
            (0..ACTIONS)
                .map(|request| 250 + request * 487)
                .map(|index| {
                    let prefix = SERVICES[index % SERVICES.len()];
                    Request::new(
                        &statements[index].actions[0],
                        format!("{}/q1.csv", resource(prefix, index + beside)),
                    )
                })
                .collect()
        };
        Ok(Self {
            name,
            allowed: on(0),
            refused: on(1),
            policies: vec![statements],
        })
    }

    /// The policies as IAM has them.
    pub fn documents(&self) -> Vec<String> {
        self.policies
            .iter()
            .map(|statements| {
                let statements: Vec<Value> = statements.iter().map(Statement::to_json).collect();
                json!({ "Version": "2012-10-17", "Statement": statements }).to_string()
            })
            .collect()
    }

    /// How many there are in all policies.
    pub fn statements(&self) -> usize {
        self.policies.iter().map(Vec::len).sum()
    }

    /// All requests, those that are measured first.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        self.allowed.iter().chain(&self.refused)
    }
}

impl Statement {
    fn new(prefix: &str, index: usize, actions: Vec<String>) -> Self {
        let resource = resource(prefix, index);
        Self {
            actions,
            resources: vec![format!("{resource}/*"), resource],
            has_conditions: false,
        }
    }

    fn to_json(&self) -> Value {
        let mut statement =
            json!({ "Effect": "Allow", "Action": self.actions, "Resource": self.resources });
        if self.has_conditions {
            statement["Condition"] = json!({
                "StringEquals": { "aws:PrincipalOrgID": ORGANIZATION },
                "IpAddress": { "aws:SourceIp": NETWORK },
            });
        }
        statement
    }
}

impl Request {
    fn new(action: &str, resource: String) -> Self {
        Self {
            action: action.to_owned(),
            resource,
            organization: ORGANIZATION,
            address: ADDRESS,
        }
    }
}

/// What the statement with that number is about.
fn resource(prefix: &str, number: usize) -> String {
    if prefix == "s3" {
        format!("arn:aws:s3:::team-{number}")
    } else {
        format!("arn:aws:{prefix}:us-east-1:{ACCOUNT}:team-{number}")
    }
}

fn actions(prefix: &str) -> Result<impl Iterator<Item = Action>, Box<dyn Error>> {
    let service = Service::find(prefix).ok_or(format!("the catalog has no `{prefix}`"))?;
    Ok(service.actions())
}

/// A word of an action's name, the last one if it has fewer.
fn word(action: &str, number: usize) -> &str {
    let name = action.split(':').next_back().unwrap_or(action);
    let mut starts: Vec<usize> = name
        .match_indices(|letter: char| letter.is_ascii_uppercase())
        .map(|(at, _)| at)
        .collect();
    starts.push(name.len());
    let first = number.min(starts.len() - 2);
    &name[starts[first]..starts[first + 1]]
}
