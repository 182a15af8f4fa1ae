//! Every grant of aws-cdk-lib beside ours: ours gives no more, and leaves nothing out without a reason.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write,
};

use serde_json::Value;

use crate::{
    atoms::{Allowed, Atom},
    cdk::{self, Case},
    cdk_grantees,
    differences::{Difference, Sort, differences},
    matrix::Row,
    names::{Ours, names},
    services,
};

/// How ours compares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Covered,
    Narrower,
    DifferentWithReason,
    Missing(String),
}

/// Resources that have more than the plain ones: of which methods, how they were made, and our variant.
const RESOURCES: &[(&str, &str, &str)] = &[
    ("aws-dynamodb.", "createdWithStreamAndGsi", "indexes"),
    ("aws-dynamodb.", "importedWithIndexes", "indexes"),
    ("aws-dynamodb.", "importedGrantIndexPermissions", "indexes"),
    ("aws-bedrockagentcore.S3", "s3", "object"),
    // Grants of `TableV2` leave the replicas out.
    ("aws-dynamodb.TableGrants.", "createdWithReplica", "replica"),
    (
        "aws-dynamodb.Table.",
        "createdWithReplicationRegions",
        "replica",
    ),
    ("aws-glue.S3Table.", "created", "data"),
    (
        "aws-glue.S3Table.",
        "createdClientSideKms",
        "client_side_key",
    ),
    ("aws-kms.", "importedByName", "by_name"),
    ("aws-rds.DatabaseCluster.", "importedWithSecret", "secret"),
    ("aws-rds.DatabaseClusterFromSnapshot.", "created", "secret"),
    ("aws-rds.ServerlessCluster", "created", "secret"),
    ("aws-secretsmanager.", "importedByName", "by_name"),
    ("aws-secretsmanager.", "importedPartialArn", "by_name"),
    ("aws-lambda.Version.", "created", "version"),
    ("aws-lambda.Version.", "imported", "version_imported"),
    ("aws-lambda.", "latestVersion", "latest_version"),
    ("aws-ssm.", "importedByNameNoSlash", "without_path"),
    ("aws-codebuild.", "createdWithExport", "with_export"),
];

/// Abstract grants, which are those of what was given to them: how it was made, and our grant of that.
const HELD: &[(&str, &str, &str)] = &[
    (
        "aws-batch.Secret.grantRead",
        "fromSecretsManagerVersion",
        "secretsmanager.Secret.grant_read",
    ),
    (
        "aws-batch.Secret.grantRead",
        "fromSsmParameter",
        "ssm.Parameter.grant_read",
    ),
    (
        "aws-ecs.Secret.grantRead",
        "fromSecretsManagerVersion",
        "secretsmanager.Secret.grant_read",
    ),
    (
        "pipelines.DockerCredential.grantRead",
        "dockerHub",
        "secretsmanager.Secret.grant_read",
    ),
    (
        "pipelines.DockerCredential.grantRead",
        "ecr",
        "ecr.Repository.grant_pull",
    ),
];

/// What is encrypted with a key.
const ENCRYPTED: &[&str] = &[
    "createdWithCreatedKey",
    "createdWithImportedKey",
    "importedWithKey",
    "secureImportedWithKey",
];

struct Comparison {
    names: BTreeMap<String, Ours>,
    differences: Vec<Difference>,
    rows: HashMap<(String, String), Vec<Row>>,
}

impl Comparison {
    fn new() -> Self {
        let mut rows: HashMap<(String, String), Vec<Row>> = HashMap::new();
        for row in services::rows(cdk_grantees::all) {
            let method = row.call;
            let name = format!("{}.{}.{}", method.module, method.class, method.method);
            rows.entry((name, row.shape.to_owned()))
                .or_default()
                .push(row);
        }
        Self {
            names: names(),
            differences: differences(),
            rows,
        }
    }

    fn reason(&self, sort: Sort, method: &str, what: &str) -> Option<&str> {
        self.differences
            .iter()
            .find(|difference| difference.is_about(sort, method, what))
            .map(|difference| difference.reason.as_str())
    }

    /// The rows of a method, and of those that do the same for other arguments.
    fn rows_of(&self, name: &str, shape: &str) -> Vec<&Row> {
        // Calls with a grantee of their own have the same answer for every shape.
        let mut all: Vec<&Row> = Vec::new();
        for of in [shape, "anyone", "service_principal", "composite"] {
            let rows = self.rows.get(&(name.to_owned(), of.to_owned()));
            all.extend(
                rows.into_iter()
                    .flatten()
                    .filter(|row| of == shape || !row.call.args.contains(&"$grantee")),
            );
        }
        let cdk: BTreeSet<&str> = all.iter().filter_map(|row| row.call.cdk).collect();
        for ((other, of), rows) in &self.rows {
            let is_same = |row: &&Row| row.call.cdk.is_some_and(|name| cdk.contains(name));
            if other != name && of == shape {
                all.extend(rows.iter().filter(is_same));
            }
        }
        all
    }

    /// Our grant on such a resource, called with such arguments, to such a grantee.
    fn ours(&self, case: &Case) -> Result<&Row, String> {
        if let Some((_, _, name)) = HELD
            .iter()
            .find(|(method, made, _)| *method == case.method && *made == case.variant)
        {
            let mut held = case.clone();
            held.args = serde_json::json!(["$grantee"]);
            return self.row_of(name, &held);
        }
        let name = match self.names.get(&case.method) {
            Some(Ours::Method(name)) => name,
            Some(Ours::None(reason)) => return Err(format!("none: {reason}")),
            None => return Err("no name".to_owned()),
        };
        self.row_of(name, case)
    }

    fn row_of(&self, name: &str, case: &Case) -> Result<&Row, String> {
        let rows = self.rows_of(name, &case.shape);
        let is_encrypted = ENCRYPTED.contains(&case.variant.as_str());
        let resource = RESOURCES
            .iter()
            .find(|(of, made, _)| case.method.starts_with(of) && *made == case.variant)
            .map(|(_, _, ours)| *ours);
        let fits = |row: &&Row| {
            let json = row.to_json();
            flat(&json["args"]) == flat(&case.args)
        };
        let mut candidates: Vec<&Row> = rows.into_iter().filter(fits).collect();
        candidates.sort_by_key(|row| row.call.encrypted != is_encrypted);
        if let Some(resource) = resource
            && candidates
                .iter()
                .any(|row| row.call.variant.starts_with(resource))
        {
            candidates.retain(|row| row.call.variant.starts_with(resource));
        } else {
            candidates.retain(|row| {
                !RESOURCES
                    .iter()
                    .any(|(_, _, ours)| row.call.variant.starts_with(ours))
            });
        }
        candidates
            .first()
            .copied()
            .ok_or_else(|| format!("no row of `{name}` with these arguments"))
    }

    fn compare(&self, case: &Case) -> Outcome {
        let by_case = || {
            let of_variant = format!("{} of {}", case.shape, case.variant);
            [&case.shape, &of_variant]
                .iter()
                .any(|what| self.reason(Sort::Case, &case.method, what).is_some())
        };
        let row = match self.ours(case) {
            Ok(row) => row,
            Err(_) if by_case() => return Outcome::DifferentWithReason,
            Err(problem) if problem.starts_with("none: ") => return Outcome::DifferentWithReason,
            Err(problem) => return Outcome::Missing(problem),
        };
        if let Err(error) = &row.given {
            return if by_case() {
                Outcome::DifferentWithReason
            } else {
                Outcome::Missing(format!("ours is refused: {error}"))
            };
        }
        let ours = Halves::of_row(row);
        let theirs = Halves::of_case(case);
        let theirs_by_key = &theirs.key;
        let mut problems = Vec::new();
        let mut has_reason = false;
        let mut is_narrower = false;
        for (side, ours, theirs) in ours.beside(&theirs) {
            if ours.is_empty() != theirs.is_empty() {
                // CDK adds nothing to the policy of what it imports; ours collects it for the owner.
                let is_imported = theirs.is_empty() && case.variant.starts_with("imported");
                if is_imported || is_of_one_account(side, case, row) || by_case() {
                    has_reason = true;
                } else {
                    problems.push(format!(
                        "{side}: {} of ours, {} of theirs",
                        ours.atoms.len(),
                        theirs.atoms.len()
                    ));
                }
                continue;
            }
            for atom in &ours.atoms {
                if theirs.atoms.iter().any(|other| atom.is_within(other)) {
                    continue;
                }
                let is_by_key = side == "identity"
                    && atom.action.starts_with("kms:")
                    && theirs_by_key
                        .atoms
                        .iter()
                        .any(|other| other.action == atom.action);
                let reason = self.reason(Sort::Moved, &case.method, &atom.action);
                if is_by_key || reason.is_some() {
                    has_reason = true;
                } else {
                    problems.push(format!("{side}: beyond theirs: {}", show(atom)));
                }
            }
            let principals = |allowed: &Allowed| -> BTreeSet<String> {
                allowed
                    .atoms
                    .iter()
                    .flat_map(|atom| atom.principal.clone())
                    .collect()
            };
            if principals(ours) != principals(theirs) {
                if by_case() {
                    has_reason = true;
                } else {
                    problems.push(format!(
                        "{side}: to {:?}, theirs to {:?}",
                        principals(ours),
                        principals(theirs)
                    ));
                }
            }
            for action in &theirs.named {
                if ours.actions().contains(action.as_str()) {
                    continue;
                }
                if self.reason(Sort::LeftOut, &case.method, action).is_some() {
                    has_reason = true;
                } else {
                    problems.push(format!("{side}: without {action}"));
                }
            }
            is_narrower |= ours.atoms != theirs.atoms;
        }
        if !problems.is_empty() && by_case() {
            return Outcome::DifferentWithReason;
        }
        match (problems.is_empty(), has_reason, is_narrower) {
            (false, _, _) => Outcome::Missing(problems.join("; ")),
            (true, true, _) => Outcome::DifferentWithReason,
            (true, false, true) => Outcome::Narrower,
            (true, false, false) => Outcome::Covered,
        }
    }
}

/// Keys let the policies of their account decide, so that in one account the half of the identity suffices.
fn is_of_one_account(side: &str, case: &Case, row: &Row) -> bool {
    let is_known_here = row
        .given
        .as_ref()
        .is_ok_and(|grant| grant.resource_statements().is_empty());
    let has_key_half = case.resource.iter().any(|(of, _)| of == "AWS::KMS::Key");
    (side == "key" || side == "identity") && has_key_half && is_known_here
}

/// Arguments with lists among them flattened: whether actions come in a list or one by one makes no difference.
fn flat(arguments: &Value) -> Vec<Value> {
    match arguments {
        Value::Array(items) => items.iter().flat_map(flat).collect(),
        other => vec![other.clone()],
    }
}

fn show(atom: &Atom) -> String {
    format!(
        "{} on {} if {:?}",
        atom.action, atom.resource, atom.conditions
    )
}

/// What a grant adds, by side.
struct Halves {
    identity: Allowed,
    resource: Allowed,
    key: Allowed,
}

impl Halves {
    fn of_row(row: &Row) -> Self {
        let json = row.to_json();
        let side = |name: &str| Allowed::by(json[name].as_array().unwrap());
        let is_of_key = row.call.module == "kms";
        let (resource, key) = if is_of_key {
            ("key", "resource")
        } else {
            ("resource", "key")
        };
        Self {
            identity: side("identity"),
            resource: side(resource),
            key: side(key),
        }
    }

    fn of_case(case: &Case) -> Self {
        let of_keys = |is_wanted: bool| {
            let statements = case
                .resource
                .iter()
                .filter(move |(of, _)| (of == "AWS::KMS::Key") == is_wanted)
                .map(|(_, statement)| statement);
            Allowed::by(statements)
        };
        Self {
            identity: Allowed::by(&case.identity),
            resource: of_keys(false),
            key: of_keys(true),
        }
    }

    fn beside<'a>(&'a self, other: &'a Self) -> [(&'static str, &'a Allowed, &'a Allowed); 3] {
        [
            ("identity", &self.identity, &other.identity),
            ("resource", &self.resource, &other.resource),
            ("key", &self.key, &other.key),
        ]
    }
}

#[test]
fn ours_is_never_more_and_nothing_is_missing() {
    let comparison = Comparison::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut missing = String::new();
    for case in cdk::cases().iter().filter(|case| case.emits()) {
        let outcome = comparison.compare(case);
        let name = match &outcome {
            Outcome::Covered => "covered",
            Outcome::Narrower => "narrower",
            Outcome::DifferentWithReason => "different with reason",
            Outcome::Missing(problem) => {
                let Case {
                    method,
                    args,
                    variant,
                    shape,
                    ..
                } = case;
                writeln!(missing, "{method} {args} {variant} {shape}: {problem}").unwrap();
                "missing"
            }
        };
        *counts.entry(name).or_default() += 1;
    }
    let count = |name| counts.get(name).copied().unwrap_or_default();
    println!(
        "grants of aws-cdk-lib that emit something: {} covered, {} narrower, {} different with reason, {} missing",
        count("covered"),
        count("narrower"),
        count("different with reason"),
        count("missing"),
    );
    assert!(missing.is_empty(), "{missing}");
    let unused: Vec<String> = comparison
        .differences
        .iter()
        .filter_map(Difference::unused)
        .collect();
    assert!(
        unused.is_empty(),
        "reasons that no case needs:\n{}",
        unused.join("\n")
    );
}
