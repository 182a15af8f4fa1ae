//! What aws-cdk-lib's grants give, and why ours differ.

use std::collections::BTreeMap;

use serde_json::Value;

use super::statement::Statement;
use crate::error::{Error, Result};

const NAMES: &str = "docs/grant-names.json";

/// The facts about aws-cdk-lib.
pub(super) struct Cdk {
    /// The names of its grants, with the one here that each is, if it is any.
    pub(super) names: BTreeMap<String, Option<String>>,
    pub(super) cases: Vec<Case>,
    pub(super) differences: Vec<Difference>,
}

/// One grant, as it came out.
pub(super) struct Case {
    pub(super) method: String,
    pub(super) args: Value,
    pub(super) variant: String,
    pub(super) shape: String,
    pub(super) identity: Vec<Statement>,
    pub(super) resource: Vec<Statement>,
}

impl Case {
    pub(super) fn all(&self) -> impl Iterator<Item = &Statement> {
        self.identity.iter().chain(&self.resource)
    }
}

/// A reason for a difference.
pub(super) struct Difference {
    method: String,
    pub(super) what: String,
    pub(super) reason: String,
}

impl Difference {
    pub(super) fn is_of(&self, method: &str) -> bool {
        match self.method.strip_suffix('*') {
            Some(start) => !start.is_empty() && method.starts_with(start),
            None => self.method == method,
        }
    }
}

pub(super) fn read_case(line: &str, statements: &[Value]) -> Option<Case> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [method, args, variant, shape, identity, resource, _] = fields[..] else {
        return None;
    };
    let statement = |number: &str| statements.get(number.parse::<usize>().ok()?);
    let numbers = resource
        .split_whitespace()
        .filter_map(|half| half.rsplit_once(':'))
        .map(|(_, number)| number);
    let list = |numbers: &mut dyn Iterator<Item = &str>| {
        numbers.filter_map(statement).map(Statement::of).collect()
    };
    Some(Case {
        method: method.to_owned(),
        args: args.parse().ok()?,
        variant: variant.to_owned(),
        shape: shape.to_owned(),
        identity: list(&mut identity.split_whitespace()),
        resource: list(&mut { numbers }),
    })
}

pub(super) fn read() -> Result<Cdk> {
    let fixture = super::read("tests/fixtures/cdk-grants.txt")?;
    let bad = |line: &str| {
        Error::new(format!(
            "tests/fixtures/cdk-grants.txt has a line that is none: {line}"
        ))
    };
    let mut statements: Vec<Value> = Vec::new();
    let mut cases = Vec::new();
    for line in fixture.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('{') {
            statements.push(line.parse().map_err(|_| bad(line))?);
        } else {
            cases.push(read_case(line, &statements).ok_or_else(|| bad(line))?);
        }
    }
    let differences = super::read("tests/fixtures/grant-differences.tsv")?
        .lines()
        .filter_map(|line| {
            let mut fields = line.split('\t').skip(1);
            Some(Difference {
                method: fields.next()?.to_owned(),
                what: fields.next()?.to_owned(),
                reason: fields.next()?.to_owned(),
            })
        })
        .collect();
    Ok(Cdk {
        names: read_names()?,
        cases,
        differences,
    })
}

fn read_names() -> Result<BTreeMap<String, Option<String>>> {
    let names: BTreeMap<String, Value> = serde_json::from_str(&super::read(NAMES)?)
        .map_err(|error| Error::new(format!("{NAMES} is not what it should be: {error}")))?;
    let ours = |name: Value| name.as_str().map(str::to_owned);
    let names = names.into_iter();
    Ok(names.map(|(cdk, name)| (cdk, ours(name))).collect())
}
